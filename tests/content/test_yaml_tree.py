"""Strict YAML: what was written comes through, and nothing is guessed."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pavilion_gen.content.yaml_quick import PLAIN, Plain
from pavilion_gen.content.yaml_tree import Spans, Tree, parse

# Text without what `decode` refuses.
LETTERS = st.characters(
    exclude_categories=("Cs", "Cc", "Zl", "Zp"),
    exclude_characters="\ufeff\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
TEXT = st.text(LETTERS, max_size=40)
WORDS = st.from_regex(r"[A-Za-z0-9_.+-]{1,12}", fullmatch=True).filter(
    lambda word: not word.startswith("-") and word not in (".", "---", "...")
)
KEYS = st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True)


def faults(text: str) -> list[tuple[str, int, int]]:
    """(code, line, column), from 1, of all that is wrong."""
    return [(f.code, f.line + 1, f.column + 1) for f in parse(text).faults]


def fault(text: str) -> tuple[str, int, int, str]:
    """(code, line, column, message) of the one thing that is wrong."""
    [one] = parse(text).faults
    assert one.help or one.code == "too-deep"
    return one.code, one.line + 1, one.column + 1, one.message


@pytest.mark.parametrize(
    "word",
    ["NO", "no", "on", "Yes", "010", "0x1F", "1e3", "12:30", "0012345670", "1_000", "14.90", "~",
     "null", "true", ".inf", "2026-02-30", "=", "+1", "1,5", "4.00638E+12"],
)  # fmt: skip
def test_a_plain_scalar_is_the_word_that_was_written(word: str) -> None:
    assert parse(f"a: {word}\n") == Tree({"a": word}, [])


@pytest.mark.parametrize("spans", [None, Spans({}, {})], ids=["quick", "with places"])
@pytest.mark.parametrize("word", PLAIN)
def test_a_word_that_means_more_without_quotes_is_known_by_them(
    word: str, spans: Spans | None
) -> None:
    value: Any = parse(f"a: {word}\nb: '{word}'\n", spans=spans).value

    assert value == {"a": word, "b": word}
    assert (type(value["a"]), type(value["b"])) == (Plain, str)


@pytest.mark.parametrize("text", ['a: "null"\n', "a: 'null'\n", "a: |-\n  null\n"])
def test_what_is_quoted_or_a_block_is_text(text: str) -> None:
    value: Any = parse(text).value

    assert value == {"a": "null"}
    assert not isinstance(value["a"], Plain)


def test_nothing_after_a_colon_is_an_empty_plain_scalar() -> None:
    value: Any = parse("a:\nb: x\n").value

    assert value == {"a": "", "b": "x"}
    assert isinstance(value["a"], Plain)


@given(TEXT)
def test_any_text_survives_a_double_quoted_scalar(text: str) -> None:
    written = json.dumps(text, ensure_ascii=False)

    assert parse(f"a: {written}\n") == Tree({"a": text}, [])


@given(TEXT)
def test_any_line_survives_a_single_quoted_scalar(text: str) -> None:
    written = text.replace("'", "''")

    assert parse(f"a: '{written}'\n") == Tree({"a": text}, [])


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), max_size=60))
def test_what_pyyaml_writes_is_read_back(text: str) -> None:
    assert parse(yaml.safe_dump({"a": text}, allow_unicode=True)).value == {"a": text}


@given(
    st.recursive(
        WORDS | TEXT,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=4)
            | st.dictionaries(KEYS, inner, min_size=1, max_size=4)
        ),
        max_leaves=20,
    ).filter(lambda value: not isinstance(value, str))
)
def test_the_tree_is_what_was_written(value: Any) -> None:
    assert parse(json.dumps(value, ensure_ascii=False)).value == value


@given(st.dictionaries(KEYS, WORDS, min_size=1, max_size=6), st.sampled_from(["", "  "]))
def test_plain_words_in_a_block_mapping_are_what_was_written(
    words: dict[str, str], tail: str
) -> None:
    text = "".join(f"{key}: {word}{tail}\n" for key, word in words.items())

    assert parse(text).value == words


@given(st.dictionaries(KEYS, WORDS, min_size=1, max_size=6))
def test_every_key_and_value_knows_where_it_stands(words: dict[str, str]) -> None:
    lines = [f"{key}:   {word}" for key, word in words.items()]
    spans = Spans({}, {})

    parse("\n".join(lines), first_line=3, spans=spans)

    for number, (key, word) in enumerate(words.items()):
        key_span, span = spans.keys[(key,)], spans.values[(key,)]
        assert (key_span.line, span.line) == (number + 3, number + 3)
        assert lines[number][key_span.column : key_span.end_column] == key
        assert lines[number][span.column : span.end_column] == word


@given(st.text(LETTERS | st.sampled_from("\n\n  :-{}[]\"'|>#&*!%@`,?"), max_size=80))
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    tree = parse(text)

    lines = text.split("\n")
    for one in tree.faults:
        assert 0 <= one.line <= len(lines)
        assert one.column >= 0
        assert one.message
    assert tree.faults or tree.value is None or not tree.broken


# What is wrong, and where


def test_a_line_indented_with_a_tab() -> None:
    code, line, column, message = fault("a:\n\tb: x\n")

    assert (code, line, column) == ("yaml-syntax", 2, 1)
    assert "tab" in message


def test_a_quote_that_is_not_closed_to_the_end_of_the_file() -> None:
    code, line, column, message = fault('a: x\nb: "枫糖浆\nc: y\n')

    assert (code, line, column) == ("yaml-syntax", 2, 4)
    assert "never ends" in message


def test_a_quote_that_is_closed_by_the_next_one_is_told_where_it_was_opened() -> None:
    code, line, column, message = fault('a: x\nb: "枫糖浆\nc: "yes"\n')

    assert (code, line, column) == ("yaml-syntax", 2, 4)
    assert "never ends" in message


def test_no_space_after_a_colon() -> None:
    code, line, column, message = fault("a: x\nb:y\nc: z\n")

    assert (code, line, column) == ("yaml-syntax", 2, 2)
    assert "space" in message


def test_a_line_that_is_indented_less_than_its_neighbours() -> None:
    code, line, _, message = fault("- id: a\n  name: x\n summary: y\n")

    assert (code, line) == ("yaml-syntax", 3)
    assert "does not fit" in message


def test_a_brace_that_is_not_closed() -> None:
    code, line, column, message = fault("a: {zh: x, en: y\nb: z\n")

    assert (code, line, column) == ("yaml-syntax", 1, 4)
    assert "}" in message


def test_a_colon_inside_a_text() -> None:
    code, line, column, message = fault("a: x: y\n")

    assert (code, line, column) == ("yaml-syntax", 1, 5)
    assert "quotes" in message or "colon" in message.lower()


def test_a_text_that_begins_with_a_sign_of_yaml() -> None:
    code, line, column, message = fault("a: @home\n")

    assert (code, line, column) == ("yaml-syntax", 1, 4)
    assert "@" in message


def test_a_second_document() -> None:
    assert fault("a: x\n---\nb: y\n")[:3] == ("second-document", 2, 1)


def test_a_key_given_twice_is_told_at_the_second() -> None:
    tree = parse("a: x\nb: {c: 1, c: 2}\na: y\n")

    assert [(f.code, f.line + 1, f.column + 1) for f in tree.faults] == [
        ("duplicate-key", 2, 11),
        ("duplicate-key", 3, 1),
    ]
    assert tree.value == {"a": "x", "b": {"c": "1"}}


@pytest.mark.parametrize("written", ["&name x", "*name", "!tag x", "!!str x", "! x"])
def test_anchors_aliases_and_tags_are_refused(written: str) -> None:
    assert fault(f"a: x\nb: {written}\n")[:3] == ("yaml-feature", 2, 4)


def test_a_key_that_is_no_word() -> None:
    assert fault("{a: b}: c\n")[:3] == ("yaml-syntax", 1, 1)


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\u202e", r"\N", r"\uFEFF"])
def test_an_escape_brings_no_character_that_a_file_may_not_hold(escape: str) -> None:
    tree = parse(f'a: x\nb: "ab{escape}c"\n')

    assert [(f.code, f.line + 1, f.column + 1) for f in tree.faults] == [
        ("control-character", 2, 4)
    ]


@pytest.mark.parametrize(
    "bomb",
    ["[" * 100_000, "{" * 100_000, "- " * 100_000, "? " * 100_000, "a: [" * 50_000,
     "- id: x\n  name: " + "[" * 100_000 + "\n- id: y\n"],
    ids=["brackets", "braces", "dashes", "keys", "mappings", "in an entry"],
)  # fmt: skip
def test_a_hundred_thousand_brackets_end_at_the_limit(bomb: str) -> None:
    tree = parse(bomb)

    assert tree.broken
    assert len(tree.faults) == 1
    assert tree.faults[0].code in ("too-deep", "yaml-syntax")


def test_what_is_nested_as_deep_as_content_ever_is_can_be_read() -> None:
    assert parse("[" * 16 + "x" + "]" * 16).faults == []
    assert faults("[" * 17 + "x" + "]" * 17) == [("too-deep", 1, 17)]


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )

    assert parse(bomb).faults[0][:3] == ("yaml-feature", 0, 3)


# One mistake does not hide the rest

LIST = """\
- id: first
  name: x
- id: second
{broken}
- id: third
  name: "z"
"""


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ("\tname: y", 4),
        ('  name: "y', 4),
        ("  name:y\n  sku: z", 4),
        (" name: y", 4),
        ("  name: {zh: y", 4),
        ("  name: *y", 4),
        ("  name: x: y", 4),
        ("  name: " + "[" * 30, 4),
    ],
    ids=["tab", "quote", "colon", "dedent", "brace", "alias", "two colons", "depth"],
)
def test_a_broken_entry_does_not_hide_its_neighbours_and_its_id_is_known(
    broken: str, line: int
) -> None:
    tree = parse(LIST.format(broken=broken))

    assert [f.line + 1 for f in tree.faults] == [line]
    assert tree.value == [{"id": "first", "name": "x"}, {"id": "third", "name": "z"}]
    assert tree.lost == ("second",)


def test_a_broken_key_does_not_hide_its_neighbours() -> None:
    tree = parse('status: live\nname: {zh: x\ncurrency: "EUR"\n')

    assert [f.line + 1 for f in tree.faults] == [2]
    assert tree.value == {"status": "live", "currency": "EUR"}
    assert tree.broken


def test_two_broken_entries_are_both_told() -> None:
    assert faults("- a: {x\n- b: y\n- c: *z\n") == [
        ("yaml-syntax", 1, 6),
        ("yaml-feature", 3, 6),
    ]


def test_places_stay_right_behind_a_broken_entry() -> None:
    spans = Spans({}, {})

    parse(LIST.format(broken="  name: {zh: y"), spans=spans)

    assert spans.values[(1, "name")][:2] == (5, 8)
    assert spans.keys[(1, "id")][:2] == (4, 2)


def test_an_open_quote_in_an_entry_is_told_where_it_was_opened_not_where_it_closed() -> None:
    text = '- id: a\n  sku: "枫-1\n  origin: {zh: x, fr: "Alsace, France"}\n  gtin: "2"\n- id: b\n'

    assert faults(text) == [("yaml-syntax", 2, 8)]


def test_a_text_over_several_quoted_lines_is_not_taken_for_an_open_quote() -> None:
    text = 'a: "one\n  two"\nb: {c: d\ne: f\n'

    assert faults(text) == [("yaml-syntax", 3, 4)]
