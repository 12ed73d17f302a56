"""The quick road for simple Markdown: equal to the full converter, and really taken."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from materials.texts import SHAPES, guide_texts, short_texts, with_slips
from pavilion_gen.materials import simple_markdown
from pavilion_gen.materials.full_markdown import FullMarkdown
from pavilion_gen.materials.markdown import Destination

FULL = FullMarkdown()


def resolve(target: str) -> Destination | None:
    """Destinations of every kind: none, in another language, with an anchor."""
    kind = target.partition(":")[0]
    if kind == "partner":
        return None
    return Destination("/fr/fr/culture/x/", "fr") if kind == "guide" else Destination("/zh/y/#s1")


def simply(text: str, first_level: int = 3) -> str | None:
    found = simple_markdown.convert(text, resolve, first_level)
    return None if found is None else found[0]


def assert_equal(text: str, first_level: int) -> bool:
    """Whether the text took the quick road; then both roads must lead to the same."""
    quick = simple_markdown.convert(text, resolve, first_level)
    if quick is None or not text.strip():
        return False
    html, headings = FULL.convert(text, resolve, lambda name: None, first_level)
    assert quick == (html, headings), text
    return True


class TestWhatIsSimple:
    @pytest.mark.parametrize(
        "text",
        [
            "one line",
            "two\nlines",
            "broken  \nhere",
            "**bold** and *leaning*, `code_of_it`",
            "**“法国”**是*蜂蜜*，",
            "[honey](product:honey) and [web](https://a.example/)",
            "R&D, 1 < 2 > 0, a_b",
            "- one\n- two\n    - below two\n- three",
            "4. four\n5. five",
            "01. one\n02. two",
            "[^1](product:honey)",
            "## Heading\nand its text",
            "> quoted\n>\n> twice",
            "| a | b |\n|---|--:|\n| 1 | 2 |",
            "non-breaking\u00a0space",
        ],
    )
    def test_it_is_converted_as_the_full_converter_does(self, text: str) -> None:
        assert assert_equal(text, 2)
        assert assert_equal(text, 3)

    def test_the_short_texts_of_the_sample_are(self) -> None:
        """Else a build takes several times as long, and nothing else would tell."""
        texts = [*short_texts(), *SHAPES]

        assert len(texts) > 1000
        assert sum(assert_equal(text, 3) for text in texts) >= 0.99 * len(texts)

    def test_so_are_nearly_all_guides(self) -> None:
        texts = guide_texts()

        assert len(texts) > 100
        assert sum(assert_equal(text, 2) for text in texts) >= 0.95 * len(texts)


class TestWhatIsLeftToTheFullConverter:
    @pytest.mark.parametrize(
        "text",
        [
            "<b>raw</b> HTML",
            "a <!-- comment -->",
            "a <?target?>",
            "an &eacute;ntity, a &#39;",
            "<https://a.example/>",
            "backslash \\*",
            "a lone * star",
            "**bold *and leaning***",
            "**bold***leaning*",
            "`a``b`",
            "_leaning_",
            "[no link]",
            "[note][^1]",
            "![picture](image:x.svg)",
            "[words](product:x 'title')",
            "[words](<product:x>)",
            "[mail](mailto:a)",
            "[words](HTTPS://a.example/)",
            "[words](https://A.example/)",
            "[words](https://xn--a.example/)",
            "text\n- and a list",
            "text\n---",
            "***",
            "- one\n\n- loose",
            "> one\n\n> joined",
            "> ## heading in a quotation",
            "    code",
            "- one\n        - far below",
            "１. full-width",
            "\u3000indented",
            "| a | b |\n|---|\n| 1 | 2 |",
            "| *a | b* |\n|---|---|\n| 1 | 2 |",
            "## a | b | c | d\n| --- | --- |\n| --- | --- |\n| 1 | 2 |",
            "## closed ##",
            "tab\there",
            "half \ud83d of a pair",
            "control \x02 character",
        ],
    )
    def test_it_is_left_alone(self, text: str) -> None:
        assert simply(text) is None

    @pytest.mark.parametrize("destination", [("/a b/", ""), ('/"', ""), ("/a/", 'x"y')])
    def test_so_is_a_link_to_an_odd_address(self, destination: tuple[str, str]) -> None:
        assert simple_markdown.convert("[x](product:y)", lambda _: destination, 3) is None


PIECES = ("word", "字，", " ", "1. ", "-", "*a*", "**b**", "*", "`c`", "[d](product:x)", "[e](partner:x)",
          "&", "<", " < ", ">", "_", "  ", "!", "|", "“", "\u00a0", "#")  # fmt: skip
BEGINNINGS = ("", "", "- ", "    - ", "1. ", "2. ", "## ", "> ", "| ", "> - ")

lines = st.builds(
    lambda beginning, pieces: beginning + "".join(pieces),
    st.sampled_from(BEGINNINGS),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5),
)
blocks = st.one_of(
    st.lists(lines, min_size=1, max_size=4).map("\n".join),
    st.lists(st.sampled_from(("- a", "- b*c*", "    - d", "1. e", "2. f", "g  ")), max_size=4).map(
        "\n".join
    ),
    st.sampled_from(("| a | b |\n|:-:|--:|\n| 1 | 2 | 3 |\n| 4 |", "| a |\n|---|\n| 1 |", ">", "")),
)


class TestEquality:
    @settings(derandomize=True, max_examples=1500, deadline=None)
    @given(
        st.lists(blocks, min_size=1, max_size=3),
        st.sampled_from(("\n\n", "\n\n", "\n", "\n\n\n", "  \n")),
        st.sampled_from((2, 3, 4)),
    )
    def test_of_nearly_simple_texts(self, parts: list[str], between: str, level: int) -> None:
        assert_equal(between.join(parts), level)

    @pytest.mark.parametrize("seed", range(4))
    def test_of_real_texts_with_slips(self, seed: int) -> None:
        by = random.Random(seed)
        whole = [*short_texts(), *SHAPES * 100]
        parts = [block for text in guide_texts() for block in text.split("\n\n")]

        quick = 0
        for _ in range(4000):
            text = by.choice(whole) if by.random() < 0.6 else "\n\n".join(by.choices(parts, k=3))
            quick += assert_equal(with_slips(text, by), by.choice((2, 3)))

        assert quick > 1000, "slips so bad that hardly a text was still simple prove little"
