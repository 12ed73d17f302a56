"""Drawings go out harmless and look the same; what could act is refused, at its line."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavilion_gen.content.svg import drawing
from pavilion_gen.content.svg_elements import SvgFault

SAMPLE = Path(__file__).parents[2] / "content"
NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
OPEN = f'<svg {NS} viewBox="0 0 40 30"'


def clean(text: str) -> str:
    return drawing(text.encode()).data.decode()


def inside(text: str) -> str:
    """What comes of the content of a drawing."""
    made = clean(f"{OPEN}>{text}</svg>")
    return made.partition(">")[2].removesuffix("</svg>")


def refusal(text: str) -> SvgFault:
    with pytest.raises(SvgFault) as fault:
        drawing(text.encode())
    assert str(fault.value).endswith((".", "…")) or ":" in str(fault.value)
    assert fault.value.help
    return fault.value


def test_the_drawings_of_the_sample_keep_their_bytes() -> None:
    paths = sorted(SAMPLE.rglob("*.svg"))

    assert len(paths) > 300
    assert [path for path in paths if drawing(path.read_bytes()).data != path.read_bytes()] == []


class TestSize:
    @pytest.mark.parametrize(
        ("attributes", "size"),
        [
            ('viewBox="0 0 40 30"', (40, 30)),
            ('viewBox="0,0,40.4,29.6"', (40, 30)),
            ('width="80" height="60px" viewBox="0 0 4 3"', (80, 60)),
            ('width="100%" height="100%" viewBox="0 0 4 3"', (4, 3)),
            ('width="210mm" height="297mm" viewBox="0 0 210 297"', (210, 297)),
        ],
    )
    def test_it_is_what_the_drawing_states(self, attributes: str, size: tuple[int, int]) -> None:
        found = drawing(f'<svg {NS} {attributes}><path d="M0 0"/></svg>'.encode())

        assert (found.width, found.height) == size

    def test_without_one_a_drawing_is_refused(self) -> None:
        assert "view box" in str(refusal('<svg xmlns="http://www.w3.org/2000/svg"/>'))


class TestLeftOut:
    @pytest.mark.parametrize(
        "extra",
        [
            "<!-- made by hand -->",
            "<metadata><rdf xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>",
            '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"><s:x/></s:namedview>',
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>',
            '<?xpacket begin="x"?>',
            "<flowRoot><flowPara>x</flowPara></flowRoot>",
        ],
    )
    def test_what_only_the_editor_needs(self, extra: str) -> None:
        assert inside(f'<path d="M0 0"/>{extra}<g/>') == '<path d="M0 0"/><g/>'

    @pytest.mark.parametrize(
        "attribute",
        [
            'i:label="sky" xmlns:i="http://www.inkscape.org/namespaces/inkscape"',
            'data-name="Layer 1"',
            'xml:base="https://a.example/"',
            'xlink:type="simple"',
            'enable-background="new 0 0 4 3"',
        ],
    )
    def test_attributes_that_only_the_editor_needs(self, attribute: str) -> None:
        assert inside(f'<path id="a" {attribute} d="M0 0"/>') == '<path id="a" d="M0 0"/>'

    def test_a_plain_document_type(self) -> None:
        dtd = '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'

        made = clean(f'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC {dtd}>\n{OPEN}/>')

        assert made == '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>'

    def test_what_says_nowhere_that_it_is_svg_comes_to_say_it(self) -> None:
        assert clean('<svg viewBox="0 0 4 3"><g/></svg>') == (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><g/></svg>'
        )

    def test_words_and_signs_stay_as_they_are(self) -> None:
        text = '<text xml:space="preserve">a  &lt;b&gt; &amp; <tspan>田</tspan>\n c</text>'

        assert inside(f"<!-- x -->{text}<title>蜂蜜</title>") == f"{text}<title>蜂蜜</title>"

    def test_references_within_the_drawing_stay(self) -> None:
        use = '<use xlink:href="#a"/><use href="#a"/><g fill="url(#b)" mask="url(\'#c\')"/>'

        assert clean(f"{OPEN}><!-- x -->{use}</svg>").startswith(f"<svg {NS} ")
        assert inside(f"<!-- x -->{use}") == use


class TestStyles:
    def test_declarations_become_attributes(self) -> None:
        assert inside('<path style="fill:#fff; stroke : url(#g) ;stroke-width:2px" d="M0 0"/>') == (
            '<path d="M0 0" fill="#fff" stroke="url(#g)" stroke-width="2px"/>'
        )

    def test_an_own_style_comes_before_a_class_and_both_before_an_attribute(self) -> None:
        sheet = "<style>.a{fill:red;stroke:red} .b,.c{stroke:blue}</style>"

        assert inside(f'{sheet}<g class="b a" fill="green" style="stroke:black"/>') == (
            '<g fill="red" stroke="black"/>'
        )

    def test_of_two_classes_the_later_rule_counts(self) -> None:
        sheet = "<style>.a{fill:red}.b{fill:blue}.a{fill:green}</style>"

        assert inside(f'{sheet}<g class="a b"/>') == '<g fill="green"/>'
        assert inside(f'{sheet}<g class="b"/>') == '<g fill="blue"/>'

    def test_a_sheet_as_illustrator_writes_it(self) -> None:
        sheet = (
            '<defs><style type="text/css"><![CDATA[\n\t.st0{fill:#FFF;} /* x */\n]]></style></defs>'
        )

        assert inside(f'{sheet}<path class="st0" d="M0 0"/>') == (
            '<defs/><path d="M0 0" fill="#FFF"/>'
        )

    def test_what_only_the_editor_needs_is_left_out(self) -> None:
        style = (
            "-inkscape-stroke:none;isolation:isolate;enable-background:new;opacity:.5;marker:none"
        )

        assert inside(f'<g style="{style}"/>') == (
            '<g opacity=".5" marker-start="none" marker-mid="none" marker-end="none"/>'
        )

    @pytest.mark.parametrize(
        ("sheet", "word"),
        [
            ("path{fill:red}", "path"),
            (".a .b{fill:red}", ".a .b"),
            (".a:hover{fill:red}", ":hover"),
            ("#a{fill:red}", "#a"),
            ("@import url(//a.example);", "@import"),
            ("@media print{.a{fill:red}}", "@media"),
            (".a{fill:red !important}", "important"),
            (".a{fill:url(//a.example)}", "another file"),
            (".a{mix-blend-mode:multiply}", "mix-blend-mode"),
        ],
    )
    def test_a_sheet_that_attributes_cannot_express_is_refused(self, sheet: str, word: str) -> None:
        assert word in str(refusal(f"{OPEN}><style>{sheet}</style></svg>"))

    @pytest.mark.parametrize(
        ("style", "word"),
        [
            ("mix-blend-mode:multiply", "mix-blend-mode"),
            ("transform:rotate(4deg)", "transform"),
            ("fill:url(//a.example)", "another file"),
            ("fill:u\\72l(//a.example)", "another file"),
            ("mask:image-set('//a.example' 1x)", "another file"),
        ],
    )
    def test_a_style_that_attributes_cannot_express_is_refused(self, style: str, word: str) -> None:
        assert word in str(refusal(f'{OPEN}><path style="{style}"/></svg>'))


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "word"),
        [
            ("<script>alert(1)</script>", "program"),
            ("<g><Script/></g>", "program"),
            ("<metadata><script/></metadata>", "program"),
            ('<s:script xmlns:s="urn:x"/>', "program"),
            ('<path onload="alert(1)"/>', "onload"),
            ('<path ONLOAD="alert(1)"/>', "ONLOAD"),
            ('<a href="javascript:alert(1)"/>', "another file"),
            ('<a xlink:href="https://a.example/"/>', "another file"),
            ('<use href="x.svg#a"/>', "another file"),
            ('<image href="https://a.example/x.png"/>', "photograph"),
            ('<image xlink:href="data:image/png;base64,AA"/>', "photograph"),
            ("<foreignObject/>", "web page"),
            ('<iframe xmlns="http://www.w3.org/1999/xhtml"/>', "web page"),
            ('<path fill="url(https://a.example/x#y)"/>', "another file"),
            ("<path fill=\"URL( '//a.example')\"/>", "another file"),
            ('<path fill="url(/**/#a)"/>', "another file"),
            ("<path mask=\"image-set('//a.example' 1x)\"/>", "another file"),
            ('<path fill="u\\72l(#a)"/>', "another file"),
            ('<animate attributeName="href"/>', "moves"),
            ('<animateTransform attributeName="x"/>', "moves"),
            ('<set attributeName="x"/>', "moves"),
        ],
    )
    def test_what_could_act_or_reaches_out(self, text: str, word: str) -> None:
        fault = refusal(f"{OPEN}>\n <g/>\n  {text}</svg>")

        assert word in str(fault)
        assert fault.line == 3
        assert fault.column >= 3

    def test_a_handler_on_the_root(self) -> None:
        assert "onload" in str(refusal(f'{OPEN} onload="x()"/>'))

    def test_a_document_type_with_declarations(self) -> None:
        text = f'<!DOCTYPE svg [<!ENTITY a "b">]>{OPEN}>&a;</svg>'

        assert "declarations" in str(refusal(text))

    def test_another_encoding_hides_no_document_type(self) -> None:
        text = f'<!DOCTYPE svg [<!ENTITY a "bb">]>{OPEN}>&a;</svg>'

        with pytest.raises(SvgFault):
            drawing(text.encode("utf-16"))

    def test_a_stylesheet_in_another_file(self) -> None:
        text = f'<?xml-stylesheet href="https://a.example/x.css"?>{OPEN}/>'

        assert "stylesheet" in str(refusal(text))

    @pytest.mark.parametrize("text", ["not a picture", "", "<html/>", "<svg", "\x00"])
    def test_what_is_no_svg(self, text: str) -> None:
        assert str(refusal(text)) == "This file is not an SVG picture."

    def test_what_is_nested_without_end(self) -> None:
        assert "nested" in str(refusal(f"{OPEN}>{'<g>' * 5000}{'</g>' * 5000}</svg>"))


# Any drawing, with what editors write and what could do harm

BENIGN = ["g", "path", "text", "use", "defs", "a", "metadata", "desc", "style", "i:view", "flowRoot",
          "svg"]  # fmt: skip
HARMFUL = ["script", "set", "foreignObject", "animate", "x:script", "SCRIPT", "image"]
# Mostly harmless: one thing that is refused hides all the others
NAMES = st.sampled_from([*BENIGN * 2, *HARMFUL])
VALUES = st.one_of(
    st.sampled_from(
        ["#a", "url(#a)", "url(//a.example)", "javascript:x", "data:image/png,x", "fill:red",
         "fill:url(http://a.example);stroke:blue", "opacity:.5;-x-y:z", "a b", "image(x)", "\\75rl(x)",
         "mix-blend-mode:screen", "fill:\"&<>'"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8),
)  # fmt: skip
KEYS = st.sampled_from(
    ["id", "d", "fill", "style", "class", "href", "xlink:href", "onclick", "ONLOAD", "i:label", "data-x",
     "transform", "mask", "src", "xml:space", "xml:base", "xlink:title", "Style"]
)  # fmt: skip
SHEETS = st.sampled_from(
    [".a{fill:red}", ".a,.b{stroke:url(#a)}", "g{fill:red}", "@import 'x'", ".a{fill:url(x)}", ""]
)


def written(name: str, attributes: dict[str, str], children: list[str]) -> str:
    def escaped(value: str) -> str:
        return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

    given_ = "".join(f' {key}="{escaped(value)}"' for key, value in attributes.items())
    return f"<{name}{given_}>{''.join(children)}</{name}>"


WORDS = st.one_of(SHEETS, st.sampled_from(["<!-- x -->", "words", "<?p x?>", " "]))
TREES = st.recursive(
    WORDS,
    lambda below: st.builds(
        written, NAMES, st.dictionaries(KEYS, VALUES, max_size=3), st.lists(below, max_size=3)
    ),
    max_leaves=12,
)
SPACES = 'xmlns:i="http://www.inkscape.org/namespaces/inkscape" xmlns:x="urn:x"'
BAD = re.compile(
    r"script|onclick|onload|foreignobject|<animate|<set\b|javascript:|data:|//a\.example|style|"
    r"inkscape|urn:x|metadata|data-x|<!|<\?",
    re.IGNORECASE,
)


REACHING = re.compile(r"url\((?! *['\"]?#)|image\(|\\.*\(", re.IGNORECASE)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.lists(TREES, max_size=4))
def test_whatever_a_drawing_holds_nothing_of_harm_is_left(children: list[str]) -> None:
    text = f"{OPEN} {SPACES}>{''.join(children)}</svg>".encode()
    try:
        made = drawing(text).data
    except SvgFault:
        return

    tree = ElementTree.fromstring(made)
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    for element in tree.iter():
        assert re.fullmatch(r"\{http://www\.w3\.org/2000/svg\}\w+", element.tag)
        assert not BAD.search(element.tag)
        for key, value in element.attrib.items():
            assert not BAD.search(f"<{key}"), made
            assert not (key.endswith("href") and not value.startswith("#")), made
            assert not REACHING.search(value), made
    # and what comes out comes out again as it is
    assert drawing(made).data == made


@settings(derandomize=True, deadline=None)
@given(st.lists(TREES, max_size=4))
def test_the_same_drawing_always_comes_out_the_same(children: list[str]) -> None:
    text = f"{OPEN} {SPACES}>{''.join(children)}</svg>".encode()

    def outcome() -> bytes | str:
        try:
            return drawing(text).data
        except SvgFault as fault:
            return str(fault)

    assert outcome() == outcome()
