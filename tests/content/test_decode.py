"""From bytes to text: what encodings are taken, and what is said of the others."""

from __future__ import annotations

import codecs

import pytest

from pavilion_gen.content.decode import FORBIDDEN, decode, readable_lines


def told(data: bytes) -> tuple[str, int, int, str]:
    """(code, line, column, message) of the one thing that is said of `data`."""
    text, problems = decode(data, "a.yaml")
    assert text is None
    [problem] = problems
    assert problem.place.file == "a.yaml"
    assert problem.help
    return problem.code, problem.place.line, problem.place.column, problem.message


@pytest.mark.parametrize(
    "data",
    [
        "a: 蜂蜜\nb: x\n".encode(),
        codecs.BOM_UTF8 + "a: 蜂蜜\nb: x\n".encode(),
        "a: 蜂蜜\r\nb: x\r\n".encode(),
        "a: 蜂蜜\rb: x\r".encode(),
    ],
    ids=["utf-8", "byte order mark", "CRLF", "CR"],
)
def test_utf_8_is_taken_with_any_line_ends_and_with_a_byte_order_mark(data: bytes) -> None:
    assert decode(data, "a.yaml") == ("a: 蜂蜜\nb: x\n", [])


def test_tabs_emoji_joiners_and_thai_are_ordinary_text() -> None:
    text = "a:\t👨\u200d👩\u200d👧 น้ำผึ้ง cafe\u0301 ﷽ می\u200cخواهم\n"

    assert decode(text.encode(), "a.yaml") == (text, [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_wide_encodings_with_their_mark_are_named(encoding: str) -> None:
    mark = {"utf-16-be": codecs.BOM_UTF16_BE, "utf-16-le": codecs.BOM_UTF16_LE}.get(encoding, b"")

    code, line, column, message = told(mark + "a: 蜂蜜".encode(encoding))

    assert (code, line, column) == ("encoding", 1, 1)
    assert encoding[:6].upper() in message


def test_wide_encodings_without_a_mark_are_refused() -> None:
    code, line, _, message = told("名: x\nname: honey\n".encode("utf-16-le"))

    assert (code, line) == ("encoding", 1)
    assert "UTF-16" in message


def test_gbk_is_named_where_its_first_character_stands() -> None:
    code, line, column, message = told("a: x\nb: 普罗旺斯薰衣草蜂蜜\n".encode("gbk"))

    assert (code, line, column) == ("encoding", 2, 4)
    assert "GBK" in message


def test_a_byte_that_belongs_to_no_encoding_is_pointed_at() -> None:
    code, line, column, message = told("枫糖浆\r\n枫: ".encode() + b"\xff\xff\n")

    assert (code, line, column) == ("encoding", 2, 4)
    assert "byte" in message


def test_a_file_that_was_cut_short_is_pointed_at_at_its_end() -> None:
    code, line, column, message = told("a: x\nb: 蜂蜜".encode()[:-1])

    assert (code, line, column) == ("encoding", 2, 5)
    assert "cut short" in message


@pytest.mark.parametrize(
    ("char", "what"),
    [
        ("\x00", "NUL"),
        ("\x1b", "control"),
        ("\x85", "control"),
        ("\u2028", "control"),
        ("\ufeff", "control"),
        ("\u202e", "direction"),
        ("\u2067", "direction"),
    ],
)
def test_characters_that_no_one_sees_are_pointed_at(char: str, what: str) -> None:
    code, line, column, message = told(f"a: x\nb: 枫糖{char}浆\n".encode())

    assert (code, line, column) == ("control-character", 2, 6)
    assert what in message
    assert f"U+{ord(char):04X}" in message


def test_the_search_in_bytes_finds_the_characters_that_the_search_in_text_finds() -> None:
    for number in {*range(0x3000), *range(0xD700, 0xD800), *range(0xE000, 0x10100), 0x10FFFF}:
        char = chr(number)
        told = char != "\r" and FORBIDDEN.search(char)
        for text in (f"a{char}", f"ça{char}蜂", f"“{char}，"):
            assert (decode(text.encode(), "a.yaml")[0] is None) == bool(told), hex(number)


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> feature", "||||||| base", "<<<<<<<"])
def test_the_marks_of_a_merge_are_pointed_at(mark: str) -> None:
    assert told(f"a: x\n{mark}\nb: y\n".encode())[:3] == ("merge-conflict", 2, 1)


@pytest.mark.parametrize("line", ["a: <<<<<<< x", "<<<<<<<<", "======="])
def test_what_only_looks_like_a_merge_mark_is_text(line: str) -> None:
    assert decode(line.encode(), "a.md") == (line, [])


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"\xff\xfe\x00", "蜂".encode("utf-16"), b"a\r\nb\rc\n", b"\xc4\xe3\n"],
)
def test_any_bytes_can_be_shown_beside_a_diagnostic(data: bytes) -> None:
    lines = readable_lines(data)

    assert all("\n" not in line and "\r" not in line for line in lines)


def test_lines_are_shown_as_they_are_read() -> None:
    assert readable_lines(codecs.BOM_UTF8 + "蜂\r\n蜜\rx".encode()) == ["蜂", "蜜", "x"]
    assert readable_lines("蜂\n蜜".encode("utf-16")) == ["蜂", "蜜"]
