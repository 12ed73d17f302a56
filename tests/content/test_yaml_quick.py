"""The quick road for YAML of the usual shape: what it reads, PyYAML's parser reads alike.

`parse` with places asked for never takes the quick road, and so says what is right.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavilion_gen.content.decode import decode
from pavilion_gen.content.front_matter import split
from pavilion_gen.content.yaml_quick import Plain, read
from pavilion_gen.content.yaml_tree import Spans, parse

SAMPLE = Path(__file__).parents[2] / "content"
FILES = sorted(SAMPLE.rglob("*.yaml"))


def typed(value: Any) -> Any:
    """A value with the types of its words: `null` and "null" differ, and so do the orders of keys."""
    if isinstance(value, dict):
        return [(key, typed(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return [typed(inner) for inner in value]
    return type(value), value


def read_alike(text: str) -> bool:
    """Whether the text is read here; it is then what PyYAML makes of it, without a mistake."""
    value = read(text)
    if value is None:
        return False
    tree = parse(text, spans=Spans({}, {}))
    assert tree.faults == [], (text, value)
    assert typed(value) == typed(tree.value), text
    return True


@pytest.mark.parametrize(
    "text",
    [
        "a: x\n",
        "a: NO\nb: 010\nc: 12:30\nd: https://a.example/b?c=d#e\ne: 250 g\n",
        "a: \"x: 'y' # z\"\nb: 'x \"y\" #'\nc: \"a \\\"b\\\" c\"\n",
        "a:\nb: ~\nc: null\nd: true\ne: 'true'\n",
        "a: {zh: 蜂蜜, en: \"Honey, raw\"}\nb: [x, y z, '1, 2']\nc: {}\nd: []\n",
        "a: [{b: c, d: {e: f}}, { b: g }]\n",
        "- id: a\n  b:\n    - {c: d}\n    - e\n  f:\n    g: h\n\n# between\n- id: b\n",
        "a: |\n  x\n\n    y\n  z\n\nb: |-\n  x\nc: >\n  x\n  y\n\n  z\nd: >-\n  x\n  y\n",
        "# first\n\na: x  # behind\n  # indented\nb: y\n",
    ],
)  # fmt: skip
def test_what_editors_mostly_write_is_read_here(text: str) -> None:
    assert read_alike(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "x\n", "a: x", "a: x\na: y\n", "a: {b: c, b: d}\n", "a: x: y\n", "a: &b x\n", "a: *b\n",
        "a: !b x\n", "a: {b: c\n", "a: [b}\n", "a: [b] c\n", 'a: "b\n', 'a: "b" c\n', "a: 'b''c'\n",
        'a: "\\u202e"\n', "a: '\\\"'\n", "a: \\\"\n", "a:\tx\n", "a: x\t\n", "a: ['\\\"']\n", "a: [\\\"b]\n",
        "a: x\n  y\n", "a: x\n  b: y\n",
        "a:\n  b: x\n c: y\n", "---\na: x\n", "a: x\n---\nb: y\n", "a: |+\n  x\n", "a: |2\n  x\n",
        "a: |\n\n  x\n", "a: |\n  x\n \n    y\n", "a: |\n  x\n \n    \n", "a: >\n  x\n    y\n", "a:\n- b\n", "- a: x\nb: y\n",
        "a: " + "[" * 9 + "]" * 9 + "\n", "".join(" " * n + "a:\n" for n in range(9)),
    ],
)  # fmt: skip
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    assert read(text) is None


def test_a_word_that_means_more_without_quotes_is_marked_so() -> None:
    value: Any = read('a: null\nb: "null"\nc: {d: true, e: "true"}\nf: NO\n')

    assert [type(value[key]) for key in "abf"] == [Plain, str, str]
    assert [type(value["c"][key]) for key in "de"] == [Plain, str]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLE).as_posix())
def test_every_file_of_the_sample_is_read_here(path: Path) -> None:
    text, _ = decode(path.read_bytes(), path.name)

    assert text is not None
    assert read_alike(text)


def test_the_front_matter_of_every_page_of_the_sample_is_read_here() -> None:
    for path in SAMPLE.rglob("*.md"):
        if parts := split(path.read_text(encoding="utf-8")):
            assert read_alike(parts.front), path


PIECES = st.sampled_from(
    ["a", "b: ", "k:", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "- ", ": ", ":", " ", '"', "'", "{",
     "}", "[", "]", ", ", ",", "#", " # ", "\\", '\\"', "|\n  ", "|-\n  ", ">-\n    ", ">\n  ", "null",
     "~", "é", "中", "，", "?", "&", "*", "!", "%", "@", "`", "0", "1.5", "-", "/", "http://x/y", "---",
     "...", "\n\n", "zh: ", '"x y"', "'x'", "{a: b}", "[a, b]", "\u3000", "\u00a0", "=", "<<", "."]
)  # fmt: skip


@given(st.lists(PIECES, max_size=16))
def test_pieces_of_yaml_in_any_order_are_read_alike(pieces: list[str]) -> None:
    text = "".join(pieces)

    read_alike(text + "\n")
    read_alike("a: " + text + "\n")
    read_alike("a: x\nb:" + text)


def entries(text: str) -> list[str]:
    """A list cut before each of its entries; a mapping whole."""
    return [entry for entry in text.replace("\n- ", "\n\0- ").split("\0") if entry.strip()]


@pytest.mark.parametrize("seed", range(4))
def test_a_slip_anywhere_in_the_sample_is_read_alike_or_left_to_the_parser(seed: int) -> None:
    dice = random.Random(seed)
    signs = " :#-{}[],\"'|>&*!%@`?\\~\n0aé中，"
    here = 0
    for path in dice.sample(FILES, 12):
        parts = entries(path.read_text(encoding="utf-8"))
        for _ in range(25):
            text = dice.choice(parts)
            at = dice.randrange(len(text))
            slip = dice.choice(("", dice.choice(signs), dice.choice(signs) + text[at], "\n", "  "))
            here += read_alike(text[:at] + slip + text[at + 1 :])

    assert here > 100


def test_a_text_made_to_be_slow_takes_no_longer_than_others() -> None:
    many = (
        200_000  # were any of these looked at again from each of its characters, it would not end
    )

    for text in (
        "a:" + " " * many,
        "a: {b: c" + " " * many + "#}\n",
        "a: |\n" + " " * many + "\n",
        "a: x" + " #" * many + "\n",
        "a: " + "x:" * many + "\n",
        "a: [" + "x:y" * many + "?]\n",
        ("\n" + " " * 300) * 600,
    ):
        read(text)
