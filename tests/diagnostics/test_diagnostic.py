"""Diagnostics: their severity, their one order, and the names they suggest."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import pytest

import pavilion_gen
from pavilion_gen.diagnostics import Diagnostic, Located, Place, Severity, nearest, order
from pavilion_gen.diagnostics.codes import CODES
from pavilion_gen.diagnostics.json_format import render


def at(file: str, line: int, column: int, code: str = "wrong-type", message: str = "m") -> Located:
    return Located(Diagnostic(code, Place(file), message), line, column, 1, "")


def test_the_code_decides_how_much_a_diagnostic_weighs() -> None:
    assert Diagnostic("duplicate-key", Place("a"), "").severity is Severity.ERROR
    assert Diagnostic("not-a-member", Place("a"), "").severity is Severity.WARNING


def test_codes_are_words_with_hyphens_and_titles_are_sentences() -> None:
    for name, code in CODES.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert code.title.endswith(".")


def test_every_code_that_is_used_is_in_the_table() -> None:
    used: set[str] = set()
    for path in Path(pavilion_gen.__file__).parent.rglob("*.py"):
        used.update(re.findall(r"(?:Diagnostic|failed|_tell)\(\s*\"([a-z-]+)\"", path.read_text()))
        used.update(re.findall(r"\.error\(\s*\"([a-z-]+)\"", path.read_text()))

    assert len(used) > 20
    assert used <= CODES.keys()


def test_the_order_is_by_file_then_line_then_column_then_code_then_message() -> None:
    expected = [
        at("a.yaml", 1, 1),
        at("a.yaml", 2, 1, "bad-price"),
        at("a.yaml", 2, 1, "wrong-type", "a"),
        at("a.yaml", 2, 1, "wrong-type", "b"),
        at("a.yaml", 2, 9, "bad-price"),
        at("a.yaml", 10, 1),
        at("b.yaml", 1, 1),
    ]

    for shuffled in itertools.islice(itertools.permutations(expected), 0, 5040, 7):
        assert order(shuffled) == expected


def test_the_same_diagnostic_is_told_once() -> None:
    assert len(order([at("a.yaml", 1, 1), at("a.yaml", 1, 1)])) == 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("sumary", "summary"),
        ("Price", "price"),
        ("merchnat", "merchant"),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_the_one_that_was_meant(word: str, expected: str | None) -> None:
    assert nearest(word, ["summary", "price", "merchant"]) == expected


def test_the_nearest_name_does_not_depend_on_the_order_of_the_known_ones() -> None:
    assert nearest("nam", ["name", "nami"]) == nearest("nam", ["nami", "name"])


def test_json_is_one_document_with_what_a_program_needs() -> None:
    one = Located(Diagnostic("bad-price", Place("a.yaml"), "枫糖浆", "Mend it."), 3, 5, 1, "x")

    text = render([one])

    assert json.loads(text) == {
        "diagnostics": [
            {
                "code": "bad-price",
                "severity": "error",
                "file": "a.yaml",
                "line": 3,
                "column": 5,
                "message": "枫糖浆",
                "help": "Mend it.",
            }
        ]
    }
    assert "枫糖浆" in text


def test_json_without_diagnostics_is_an_empty_list() -> None:
    assert json.loads(render([])) == {"diagnostics": []}
