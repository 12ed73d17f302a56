"""How a diagnostic looks on a terminal."""

from __future__ import annotations

import pytest

from pavilion_gen.diagnostics import Diagnostic, Located, Place
from pavilion_gen.diagnostics.terminal import display_width, render, tally


def found(source: str, column: int, length: int = 1, *, code: str = "wrong-value") -> Located:
    diagnostic = Diagnostic(code, Place("a.yaml"), "This is wrong.", "Write it right.")
    return Located(diagnostic, 7, column, length, source)


def excerpt(source: str, column: int, length: int = 1) -> tuple[str, str]:
    """The source line and the line with the carets, without the gutter."""
    lines = render([found(source, column, length)]).splitlines()
    return lines[2].removeprefix("  7 | "), lines[3].removeprefix("    | ")


def test_a_diagnostic_is_a_block_with_the_source_line_and_a_caret() -> None:
    text = render([found("name: {zh: 枫糖浆, xx: Sirop}", 17, 2)], root="content/")

    assert text == (
        "error[wrong-value] This is wrong.\n"
        "  --> content/a.yaml:7:17\n"
        "  7 | name: {zh: 枫糖浆, xx: Sirop}\n"
        "    |                    ^^\n"
        "  help: Write it right.\n"
    )


@pytest.mark.parametrize(
    ("before", "cells"),
    [
        ("name: ", 6),
        ("name: 枫糖浆 ", 13),
        ("\tname: ", 10),
        ("cafe\u0301: ", 6),
        ("น้ำผึ้ง: ", 6),
        ("🍯🍁 ", 5),
        ("ＡＢ ", 5),
    ],
    ids=["latin", "han", "tab", "combining", "thai", "emoji", "fullwidth"],
)
def test_the_caret_stands_under_the_right_character_after(before: str, cells: int) -> None:
    source, carets = excerpt(before + "X tail", len(before) + 1)

    assert carets == " " * cells + "^"
    assert display_width(source[: source.index("X")]) == cells


def test_wide_characters_are_underlined_in_their_full_width() -> None:
    assert excerpt("a: 枫糖浆", 4, 3) == ("a: 枫糖浆", "   ^^^^^^")


def test_invisible_characters_are_shown_by_number_and_the_caret_still_fits() -> None:
    # A family emoji is three people with joiners (U+200D) between them.
    source, carets = excerpt("👨\u200d👩 X", 5)

    assert source == "👨\\u200d👩 X"
    assert carets == " " * display_width("👨\\u200d👩 ") + "^"


def test_an_override_of_the_writing_direction_is_pointed_at_by_its_number() -> None:
    assert excerpt("a: \u202etxt", 4) == ("a: \\u202etxt", "   ^^^^^^")


def test_a_long_line_is_cut_around_the_place() -> None:
    source, carets = excerpt("a" * 300 + "X" + "b" * 300, 301)

    assert source.startswith("…a")
    assert source.endswith("b…")
    assert len(source) == 102
    assert source[carets.index("^")] == "X"


def test_a_long_line_is_cut_at_its_end_only_where_the_place_is_near_its_beginning() -> None:
    source, carets = excerpt("abc" + "d" * 300, 2)

    assert source == "abc" + "d" * 97 + "…"
    assert carets == " ^"


def test_a_place_behind_the_end_of_the_line_gets_one_caret() -> None:
    assert excerpt("abc", 4) == ("abc", "   ^")


def test_without_a_line_only_the_file_is_named() -> None:
    nowhere = Located(Diagnostic("missing-file", Place("countries/fr"), "Gone."), 0, 0, 0, "")

    assert render([nowhere], root="content") == (
        "error[missing-file] Gone.\n  --> content/countries/fr\n"
    )


def test_blocks_are_parted_by_an_empty_line() -> None:
    text = render([found("a", 1), found("b", 1)])

    assert "help: Write it right.\n\nerror[wrong-value]" in text


def test_without_colour_no_escape_is_written() -> None:
    assert "\x1b" not in render([found("a", 1)])


def test_with_colour_errors_are_red_and_warnings_yellow() -> None:
    error = render([found("a", 1)], colour=True)
    warning = render([found("a", 1, code="missing-alt")], colour=True)

    assert error.startswith("\x1b[1;31merror[wrong-value]\x1b[0m")
    assert warning.startswith("\x1b[1;33mwarning[missing-alt]\x1b[0m")


def test_content_cannot_act_on_the_terminal() -> None:
    diagnostic = Diagnostic("bad-name", Place("a\x1b[2J.md"), "Bad \x1b[31m name.", "Not \x07.")

    text = render([Located(diagnostic, 1, 1, 1, "x\x1b[0m")])

    assert not any(ord(char) < 32 and char != "\n" for char in text)
    assert "a\\u001b[2J.md" in text


def test_the_tally_counts_by_weight() -> None:
    error, warning = found("a", 1), found("a", 1, code="missing-alt")

    assert tally([]) == ""
    assert tally([error]) == "1 error"
    assert tally([error, error, warning]) == "2 errors, 1 warning"
