"""Markdown to clean HTML: nothing that runs comes through, what editors need does."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from html.parser import HTMLParser
from typing import Any

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavilion_gen.materials.full_markdown import FullMarkdown
from pavilion_gen.materials.markdown import Destination, Markdown, plain_text
from pavilion_gen.materials.pictures import Picture


def html(text: str, **options: Any) -> str:
    return Markdown().convert(text, **options)[0].html


class Elements(HTMLParser):
    """The start tags of a piece of HTML, as a browser reads them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.found}

    def values(self, attribute: str) -> list[str | None]:
        return [attributes[attribute] for _, attributes in self.found if attribute in attributes]


class TestNothingRuns:
    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>",
            "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
            "text <script>alert(1)</script> text",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)><script>alert(1)</script></svg>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></math>",
            '<p onclick="alert(1)">text</p>',
            '<p style="background: url(https://evil.example)">text</p>',
            "<style>body { display: none }</style>",
            '<iframe src="https://evil.example"></iframe>',
            '<object data="x.swf"></object><embed src="x.swf">',
            '<form action="https://evil.example"><input name="card"><button>Pay</button></form>',
            '<link rel="stylesheet" href="https://evil.example/x.css">',
            '<meta http-equiv="refresh" content="0;url=https://evil.example">',
            '<base href="https://evil.example/">',
            "<a href='javascript:alert(1)'>text</a>",
            "[text](javascript:alert(1))",
            "[text](JaVaScRiPt:alert(1))",
            "[text](&#106;avascript:alert(1))",
            "[text](data:text/html;base64,PHNjcmlwdD4=)",
            "[text]: javascript:alert(1)\n\n[text]",
            "<javascript:alert(1)>",
            '<a href="vbscript:msgbox(1)">text</a>',
            '![text](x" onerror="alert(1))',
            '[text](https://a.example "title\' onmouseover=alert(1) x=")',
            "<!-- <script>alert(1)</script> -->",
            '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
        ],
    )
    def test_script_in_any_dress_is_taken_out(self, text: str) -> None:
        found = Elements(html(text))

        forbidden = {"script", "style", "iframe", "object", "embed", "form", "input", "button",
                     "link", "meta", "base", "svg", "math", "img"}  # fmt: skip
        assert not found.tags & forbidden
        names = {name for _, attributes in found.found for name in attributes}
        assert not {name for name in names if name.startswith("on")}
        assert "style" not in names
        for address in found.values("href"):
            assert re.match(r"https?://|mailto:|#", address or "")

    @given(
        st.lists(
            st.sampled_from(
                [*"<>/=\"'`[]()!#*_|:-\\& \n\t\0\x02\x03蜂",
                 "<script", "<img src=x ", "</", "href=", "onerror=", " onclick=", "javascript:",
                 "data:text/html,", "<style", "<iframe src=", "alert(1)", "&#106;", "](", "[^1]",
                 "[^1]: ", "| a |\n|---|\n", "<a ", "<svg/onload=", "<!--", "-->", "<![CDATA[",
                 "<?", "wzxhzdk:0"]
            )
            | st.characters(codec="utf-8"),
            max_size=40,
        ).map("".join)
    )  # fmt: skip
    def test_no_text_whatever_brings_script_into_a_page(self, text: str) -> None:
        found = Elements(html(text))

        assert "script" not in found.tags
        for _, attributes in found.found:
            for name, value in attributes.items():
                assert not name.startswith("on")
                assert name != "style"
                assert not (value or "").strip().lower().startswith("javascript:")

    @given(st.text(st.characters(codec="utf-8"), max_size=200))
    def test_no_text_raises(self, text: str) -> None:
        html(text)

    def test_the_words_of_raw_html_stay(self) -> None:
        assert html("Wool from <blink>the south</blink>.") == "<p>Wool from the south.</p>"

    def test_harmless_raw_html_stays(self) -> None:
        assert html("H<sub>2</sub>O, <ruby>馆<rt>guǎn</rt></ruby>") == (
            "<p>H<sub>2</sub>O, <ruby>馆<rt>guǎn</rt></ruby></p>"
        )

    def test_raw_html_cannot_take_the_id_of_a_part_of_the_page(self) -> None:
        assert html('<p id="main">text</p>') == "<p>text</p>"

    def test_raw_html_cannot_fetch_a_picture_from_another_host(self) -> None:
        assert html('<img src="https://evil.example/x.gif">text') == "<p>text</p>"


class TestLinks:
    def test_a_link_of_content_is_resolved(self) -> None:
        def resolve(target: str) -> Destination | None:
            return Destination("/zh/fr/products/honey/") if target == "product:honey" else None

        assert html("[蜂蜜](product:honey)", resolve=resolve) == (
            '<p><a href="/zh/fr/products/honey/">蜂蜜</a></p>'
        )

    def test_a_link_into_another_language_says_so(self) -> None:
        found = html("[honey](product:x)", resolve=lambda _: Destination("/en/nz/", "en-NZ"))

        assert found == '<p><a href="/en/nz/" hreflang="en-NZ">honey</a></p>'

    def test_the_words_of_a_link_to_what_is_not_public_stay_unlinked(self) -> None:
        found = html("看[*好*蜂蜜](product:gone)。", resolve=lambda _: None)

        assert found == "<p>看<span><em>好</em>蜂蜜</span>。</p>"

    @pytest.mark.parametrize("scheme", ["http", "https", "HTTPS"])
    def test_a_web_address_is_left_alone(self, scheme: str) -> None:
        address = f"{scheme}://whc.unesco.org/en/"

        assert html(f"[list]({address})") == f'<p><a href="{address}" rel="noopener">list</a></p>'

    def test_a_mail_address_in_angle_brackets_is_a_link(self) -> None:
        assert html("<a@b.example>") == '<p><a href="mailto:a@b.example">a@b.example</a></p>'

    def test_a_link_within_the_page_stays(self) -> None:
        assert html("[above](#s1)") == '<p><a href="#s1">above</a></p>'

    def test_one_converter_forgets_the_links_of_the_text_before(self) -> None:
        markdown = Markdown()
        markdown.convert("[a]: https://a.example\n\n[a] [^1]\n\n[^1]: note")

        html, _ = markdown.convert("[a] [^1]")

        assert html.html == "<p>[a] [^1]</p>"


class TestHeadings:
    def test_headings_are_numbered_as_anchors(self) -> None:
        html, headings = Markdown().convert("## 收割\n\ntext\n\n### Deeper\n", first_level=2)

        assert html.html == '<h2 id="s1">收割</h2>\n<p>text</p>\n<h3 id="s2">Deeper</h3>'
        assert headings == (("s1", "收割"), ("s2", "Deeper"))

    def test_a_text_inside_a_page_begins_one_level_lower_and_has_no_anchors(self) -> None:
        assert html("## Story") == "<h3>Story</h3>"

    def test_a_page_has_one_h1_and_it_is_not_the_texts(self) -> None:
        assert "<h1" not in html("# Title\n\n# Another", first_level=2)

    @pytest.mark.parametrize(
        ("heading", "words"),
        [
            ("Fish &amp; chips", "Fish & chips"),
            ("The `y` of *x*", "The y of x"),
            ("H<sub>2</sub>O", "H2O"),
            ("1 < 2", "1 < 2"),
            ("With a note[^1]", "With a note"),
            ("[Honey](product:x)", "Honey"),
        ],
    )
    def test_the_words_of_a_heading_are_plain(self, heading: str, words: str) -> None:
        _, headings = Markdown().convert(f"## {heading}\n\n[^1]: note", first_level=2)

        assert headings == (("s1", words),)

    def test_no_id_stands_twice_even_if_raw_html_wants_it(self) -> None:
        found = html('<a id="s1">x</a>\n\n## y', first_level=2)

        assert Elements(found).values("id") == ["s1"]


class TestTables:
    TABLE = "| size | price |\n|:--|--:|\n| 250 g | 14.90 |"

    def test_a_table_scrolls_inside_itself_and_names_its_columns(self) -> None:
        found = Elements(html(self.TABLE))

        assert found.found[0] == ("div", {"class": "scroll", "tabindex": "0"})
        assert found.values("scope") == ["col", "col"]

    def test_alignment_is_a_class_since_the_policy_forbids_style(self) -> None:
        found = Elements(html(self.TABLE))

        assert found.values("class") == ["scroll", "align-right", "align-right"]
        assert found.values("style") == found.values("align") == []

    def test_text_after_a_table_stays_outside_of_it(self) -> None:
        assert html(self.TABLE + "\n\nafter").endswith("</table></div>\n<p>after</p>")


class TestFootnotes:
    TEXT = "One[^1] and[^the note] one[^1].\n\n[^1]: First.\n[^the note]: Second."

    def test_ids_are_unique_valid_and_linked_both_ways(self) -> None:
        found = Elements(html(self.TEXT))

        ids = found.values("id")
        assert len(ids) == len(set(ids)) == 5
        assert not any(" " in (id_ or "") for id_ in ids)
        assert {f"#{id_}" for id_ in ids} == set(found.values("href"))

    def test_nothing_is_said_in_english_on_the_way_back(self) -> None:
        assert Elements(html(self.TEXT)).values("title") == []


class TestChinese:
    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("**“法国”**是", "<strong>“法国”</strong>是"),
            ("**法国。**然后", "<strong>法国。</strong>然后"),
            ("这是**（重点）**。", "这是<strong>（重点）</strong>。"),
            ("*蜂蜜*，", "<em>蜂蜜</em>，"),
        ],
    )
    def test_emphasis_closes_beside_chinese_punctuation(self, text: str, written: str) -> None:
        assert html(text) == f"<p>{written}</p>"


class TestPictures:
    def test_a_picture_has_its_address_size_and_words(self) -> None:
        found = html(
            "![田野](image:field.svg)", find_picture={"field.svg": Picture("/a.svg", 40, 50)}.get
        )

        assert Elements(found).found[1] == (
            "img",
            {"src": "/a.svg", "width": "40", "height": "50", "alt": "田野", "loading": "lazy",
             "decoding": "async"},
        )  # fmt: skip

    def test_of_a_picture_that_is_not_there_the_words_stay(self) -> None:
        assert html("![田野](image:gone.svg)") == "<p><span>田野</span></p>"

    def test_a_photograph_is_there_in_all_its_forms(self) -> None:
        placed = Picture(
            "/a-800.jpg", 800, 450, "/a-1.avif 160w, /a-2.avif 320w", "/a.webp 9w", "t123"
        )

        found = html('Vor\n\n![田 "野"](image:field.jpg)', find_picture={"field.jpg": placed}.get)

        sizes = 'sizes="(min-width: 40rem) 36rem, 94vw"'
        assert found == (
            "<p>Vor</p>\n<p><picture>"
            f'<source type="image/avif" srcset="/a-1.avif 160w, /a-2.avif 320w" {sizes}>'
            f'<source type="image/webp" srcset="/a.webp 9w" {sizes}>'
            '<img class="t123" alt="田 &quot;野&quot;" decoding="async" height="450" loading="lazy" '
            'src="/a-800.jpg" width="800"></picture></p>'
        )

    @pytest.mark.parametrize(
        "raw",
        [
            '<picture><source srcset="https://evil.example/x.avif"><img src="/p.svg"></picture>',
            '<img src="https://evil.example/x.gif">',
            '<img srcset="https://evil.example/x.gif 1x" src="/p.svg">',
        ],
    )
    def test_forms_that_a_text_writes_itself_are_not_let_through(self, raw: str) -> None:
        assert "evil" not in html(f"![x](image:p.svg)\n\n{raw}", find_picture={"p.svg": Picture("/p.svg", 4, 5)}.get)  # fmt: skip

    def test_a_picture_of_another_host_is_not_fetched(self) -> None:
        assert "evil" not in html("![x](https://evil.example/x.gif)")


class TestPlainText:
    def test_words_stand_on_one_line_without_markup(self) -> None:
        text, _ = Markdown().convert("## 题\n\n*蜂蜜* &amp; 茶\n\n- 一")

        assert plain_text(text, 150) == "题 蜂蜜 & 茶 一"

    def test_a_long_text_is_cut_with_an_ellipsis(self) -> None:
        text, _ = Markdown().convert("蜂" * 200)

        assert plain_text(text, 30) == "蜂" * 29 + "…"

    def test_words_that_a_table_lets_out_stand_where_a_browser_shows_them(self) -> None:
        text, _ = Markdown().convert("| a | b |\n|---|---|\n| 1 | 2 |\n| x <caption>moved |")

        assert plain_text(text, 150) == "moved a b 1 2 x"

    @settings(derandomize=True, max_examples=500, deadline=None)
    @given(
        st.lists(
            st.sampled_from(
                ["<b>", "</b>", "<p>", "</p>", "<pre>\n", "<pre>\n\n", "<table>", "<td>", "</td>", "<a ",
                 'href="/a>b">', "title='x\"y>z'>", "<a href=https://a.example/?b&c>", "</a>",
                 "<svg>", "<select>", "<template>", "<li>", "| a | b |\n|---|---|\n| 1 | 2 |", "`<`",
                 "[x](https://a.example '>')", "word ", "字", "&", "&copy", "&amp;lt;", "<", ">", "\n",
                 "\n\n", "\u00a0", "<br>", "<!-- x -->"]
            ),
            max_size=12,
        ).map("".join)
    )  # fmt: skip
    def test_it_is_what_the_sanitiser_leaves_when_no_element_is_allowed(self, text: str) -> None:
        found, _ = Markdown().convert(text)

        words = unescape(nh3.clean(found.html, tags=set()))
        line = " ".join(words.split())
        assert plain_text(found, 1000) == line
        assert plain_text(found, 9) == (line if len(line) <= 9 else line[:8].rstrip() + "…")


class TestBlankTexts:
    def test_an_empty_text_is_empty(self) -> None:
        assert html("") == ""

    def test_a_blank_text_has_no_headings_not_even_those_of_the_text_before(self) -> None:
        markdown = Markdown()
        markdown.convert("## Before", first_level=2)

        html, headings = markdown.convert(" \r\n", first_level=2)

        assert (html.html, headings) == ("", ())


class Shelf:
    """Keeps what it is given, and counts what was there when it was asked for."""

    def __init__(self) -> None:
        self.values: dict[bytes, bytes] = {}
        self.found = 0

    def get(self, key: bytes) -> bytes | None:
        self.found += key in self.values
        return self.values.get(key)

    def put(self, key: bytes, value: bytes) -> None:
        self.values[key] = value


class TestKept:
    TEXT = "## A[^1]\n\n[x](product:x) ![p](image:p.svg)\n\n[^1]: note"
    PICTURE = Picture("/p.svg", 4, 5)

    def convert(self, shelf: Shelf | None, url: str = "/x/", **options: Any) -> object:
        options = {"find_picture": lambda name: self.PICTURE, "first_level": 2, **options}
        return Markdown(shelf).convert(self.TEXT, resolve=lambda _: Destination(url), **options)

    def test_a_text_is_converted_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        shelf, expected = Shelf(), self.convert(None)
        self.convert(shelf)
        monkeypatch.delattr(FullMarkdown, "convert")

        assert self.convert(shelf) == expected

    @pytest.mark.parametrize(
        "change",
        [
            {"url": "/elsewhere/"},
            {"find_picture": lambda name: Picture("/p.svg", 6, 5)},
            {"find_picture": lambda name: None},
            {"first_level": 3},
        ],
    )
    def test_what_changes_its_html_is_noticed(self, change: dict[str, Any]) -> None:
        shelf = Shelf()
        self.convert(shelf)

        assert self.convert(shelf, **change) == self.convert(None, **change)

    def test_several_forms_of_a_text_are_kept_side_by_side(self) -> None:
        shelf = Shelf()
        for url in ("/zh/x/", "/fr/x/"):
            self.convert(shelf, url)
        shelf.found = 0
        for url in ("/zh/x/", "/fr/x/"):
            self.convert(shelf, url)

        assert shelf.found == 4  # what it asks for, and its HTML, of both

    def test_a_simple_text_is_quicker_converted_than_kept(self) -> None:
        shelf = Shelf()
        Markdown(shelf).convert("simple")

        assert shelf.values == {}


def test_who_meets_only_simple_texts_loads_no_converter() -> None:
    script = (
        "import sys; from pavilion_gen.materials.markdown import Markdown, plain_text;"
        "plain_text(Markdown().convert('**simple**')[0], 9);"
        "sys.exit(bool({'markdown', 'nh3'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", script]).returncode == 0
