"""The links of a Markdown text, found without converting it."""

from __future__ import annotations

import pytest

from pavilion_gen.content.markdown_links import heading_count, links


def targets(text: str) -> list[str]:
    return [link.target for link in links(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("看[蜂蜜](product:lavender-honey)。", ["product:lavender-honey"]),
        ("![田](image:field.svg)", ["image:field.svg"]),
        ('[a](page:about "关于")', ["page:about"]),
        ("[a](<page:about>)", ["page:about"]),
        ("[a]( page:about )", ["page:about"]),
        ("[a](https://e.example/x_(y))", ["https://e.example/x_(y)"]),
        ("[a](#s2) [b](#s3)", ["#s2", "#s3"]),
        ("[a][1]\n\n[1]: product:honey\n", ["product:honey"]),
        ("[a][1]\n\n  [1]: <product:honey> 'x'\n", ["product:honey"]),
        ("[![x](image:a.svg)](product:b)", ["image:a.svg", "product:b"]),
        ("| [a](product:a) | [b](product:b) |", ["product:a", "product:b"]),
        ("no links [at] (all)", []),
        ("[^1]: a footnote", []),
    ],
)
def test_links_and_pictures_are_found(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "`[a](product:x)`",
        "``[a](product:x) ` ``",
        "```\n[a](product:x)\n```",
        "~~~ md\n[a](product:x)\n~~~\n",
        "```\n[a](product:x)\nnever closed",
    ],
)
def test_code_holds_no_links(text: str) -> None:
    assert targets(text) == []


def test_links_around_code_are_found() -> None:
    assert targets("[a](page:a) `[x](page:x)` [b](page:b)\n\n```\n[y](page:y)\n```\n[c](page:c)") \
        == ["page:a", "page:b", "page:c"]  # fmt: skip


def test_a_lone_backtick_hides_nothing_in_the_next_paragraph() -> None:
    assert targets("a ` b\n\n[x](page:x)\n\nc ` d") == ["page:x"]


def test_each_link_says_which_occurrence_of_its_text_it_is() -> None:
    text = "product:honey `[x](product:honey)` [a](product:honey-2) [b](product:honey)"

    found = list(links(text))

    assert [(link.target, link.nth) for link in found] == [
        ("product:honey-2", 0),
        ("product:honey", 3),
    ]


@pytest.mark.parametrize(
    "text",
    ["](" + " " * 200_000, "](" * 100_000, "]:" + " " * 200_000, "`" * 3 + "``` " * 50_000,
     "[a](" + "(" * 100_000, "[" * 200_000 + "]:",
     " ".join("`" * n for n in range(1, 600))],
    ids=["spaces", "openings", "definition", "fences", "parentheses", "brackets", "backticks"],
)  # fmt: skip
def test_strange_texts_end(text: str) -> None:
    assert len(targets(text)) <= 1


def test_headings_of_level_two_and_deeper_are_counted_outside_code() -> None:
    text = "# no\n## one\ntext\n### two\n```\n## no\n```\n##no\n## three\n"

    assert heading_count(text) == 3
