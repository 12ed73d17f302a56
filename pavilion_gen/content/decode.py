"""From the bytes of a file to its text, or to one diagnostic that says why not."""

from __future__ import annotations

import codecs
import re

from pavilion_gen.diagnostics import Diagnostic, Place

_WIDE_BOMS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_SAVE_AS = "Save the file as UTF-8 in your editor."

# Controls but tab and line feed; bidirectional overrides and isolates, which can make a text
# read otherwise than it is (Unicode TR 36, 3.4); line separators; non-characters; BOM inside.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_MERGE_MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)

# The same two searches over bytes, where they are many times quicker: each begins with one byte
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
_RARE_BYTES = (
    re.compile(rb"\xc2[\x80-\x9f]"),
    re.compile(rb"\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])"),
    re.compile(rb"\xef(?:\xbb\xbf|\xbf[\xbe\xbf])"),
)
_MARK_BYTES = tuple(re.compile(mark + rb"(?:" + mark + rb"){6}") for mark in (b"<", b">", rb"\|"))


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def decode(data: bytes, file: str) -> tuple[str | None, list[Diagnostic]]:
    """(text with `\\n` line ends and without BOM, []), or (None, the reasons).

    The text that goes on holds no control or bidirectional-override characters and no marks of
    an unfinished merge.
    """
    for bom, name in _WIDE_BOMS.items():
        if data.startswith(bom):
            place = Place(file, line=1, column=1)
            return None, [Diagnostic("encoding", place, f"This file is {name}.", _SAVE_AS)]
    if b"\0" in data and data.count(0) > len(data) // 4:
        place = Place(file, line=1, column=1)
        return None, [
            Diagnostic("encoding", place, "This file is UTF-16 without a mark.", _SAVE_AS)
        ]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return None, [_bad_encoding(data, fault, file)]
    if b"\r" in data:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(mark.search(data) for mark in _MARK_BYTES) and (found := _MERGE_MARK.search(text)):
        line, column = _line_and_column(text, found.start())
        return None, [
            Diagnostic(
                "merge-conflict",
                Place(file, line=line, column=column),
                "Git left the marks of an unfinished merge here.",
                "Keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>.",
            )
        ]
    if _may_be_forbidden(data) and (found := FORBIDDEN.search(text)):
        line, column = _line_and_column(text, found.start())
        return None, [_bad_character(found.group(), Place(file, line=line, column=column))]
    return text, []


def _may_be_forbidden(data: bytes) -> bool:
    """Whether UTF-8 bytes hold a character of FORBIDDEN (a carriage return aside)."""
    return len(data.translate(None, _CONTROLS)) != len(data) or (
        not data.isascii() and any(rare.search(data) for rare in _RARE_BYTES)
    )


def readable_lines(data: bytes) -> list[str]:
    """The lines of a file for showing beside a diagnostic, whatever its bytes are."""
    for bom, name in _WIDE_BOMS.items():
        if data.startswith(bom):
            text = data.decode(name.lower(), errors="replace").removeprefix("\ufeff")
            break
    else:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _bad_encoding(data: bytes, fault: UnicodeDecodeError, file: str) -> Diagnostic:
    before = data[: fault.start].decode("utf-8", errors="replace")
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    line, column = _line_and_column(before, len(before))
    place = Place(file, line=line, column=column)
    if fault.reason == "unexpected end of data":
        return Diagnostic(
            "encoding",
            place,
            "The file ends in the middle of a character: it was cut short.",
            "Bring the file back from Git, or write its end again.",
        )
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return Diagnostic("encoding", place, "This byte is not part of UTF-8 text.", _SAVE_AS)
    return Diagnostic("encoding", place, "This file is not UTF-8; it looks like GBK.", _SAVE_AS)


def _bad_character(char: str, place: Place) -> Diagnostic:
    number = f"U+{ord(char):04X}"
    if char == "\x00":
        what = f"a NUL character ({number})"
    elif char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        what = f"an invisible character that turns the direction of writing ({number})"
    else:
        what = f"an invisible control character ({number})"
    return Diagnostic("control-character", place, f"Here stands {what}.", "Delete it.")
