"""What a YAML parser complains of, in words an editor knows."""

from __future__ import annotations

import re
from typing import Any, NamedTuple


class Fault(NamedTuple):
    """A mistake of form. line, column: from 0 in the file, the column in characters."""

    code: str
    line: int
    column: int
    message: str
    help: str


_KEY_WITHOUT_SPACE = re.compile(r"^(\s*(?:- )?)([A-Za-z_][\w-]*):([^\s:/][^\n]*)$")
_WIDE_INDENT = re.compile("([ ]*)[\u00a0\u2000-\u200a\u3000]")
_WIDE_COLON = re.compile("(\\s*(?:- )?)([A-Za-z_][\\w-]*)(：|:[\u00a0\u3000])")
_AFTER_COMMA = re.compile("，\\s*[a-z-]{2,8}[:：]")
_OPENING = re.compile(r"(?:^\s*|[:\-]\s+|[\[{,]\s*)([\"'])")
_QUOTED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL),
    "'": re.compile(r"'(?:[^']|'')*'"),
}


def explain(fault: Any, text: str, first_line: int) -> Fault:
    """One fault from PyYAML's exception `fault` about `text`.

    first_line: the line of the file (from 0) on which `text` begins.
    """
    lines = text.split("\n")
    mark = getattr(fault, "problem_mark", None)
    context = getattr(fault, "context_mark", None)
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    problem = str(getattr(fault, "problem", "") or fault)
    about = str(getattr(fault, "context", "") or "")

    def at(line: int, column: int, message: str, help_: str) -> Fault:
        return Fault("yaml-syntax", line + first_line, column, message, help_)

    def source(number: int) -> str:
        return lines[number] if 0 <= number < len(lines) else ""

    if "nesting depth" in problem:
        return Fault("too-deep", line + first_line, column, "Values are nested far too deep here.",
                     "Content never needs that; write it flatter.")  # fmt: skip
    around = (line, line - 1, context.line if context is not None else -1)
    for near in around:
        blank = _WIDE_INDENT.match(source(near))
        if blank:
            return at(near, len(blank[1]), "This line is indented with a space that is not a plain one.",
                      "Delete what stands before its first letter, and indent with the space bar.")  # fmt: skip
    for near in around:
        indent = source(near)[: len(source(near)) - len(source(near).lstrip())]
        if "\t" in indent:
            return at(near, indent.index("\t"), "This line is indented with a tab.",
                      "Indent with spaces: YAML takes no tabs there.")  # fmt: skip
    if "quoted scalar" in about and context is not None:
        quote = source(context.line)[context.column : context.column + 1]
        return at(context.line, context.column, f"The text that begins with {quote} never ends.",
                  f"Put a {quote} after its last character.")  # fmt: skip
    if (opened := _runs_on(lines, line, column)) is not None:
        quote = source(opened[0])[opened[1]]
        return at(*opened, f"The text that begins with {quote} never ends.",
                  f"Put a {quote} after its last character.")  # fmt: skip
    for near in (line, line - 1, context.line if context is not None else -1):
        wide = _WIDE_COLON.match(source(near))
        if wide:
            what = "This colon is full-width." if wide[3] == "：" else "This is not a plain space."
            return at(near, len(wide[1]) + len(wide[2]) + (wide[3] != "："), what,
                      f"Write `{wide[2]}: …` with a plain colon and a plain space.")  # fmt: skip
    for near in (line, line - 1, line - 2, context.line if context is not None else -1):
        found = _KEY_WITHOUT_SPACE.match(source(near))
        if found and found[2] not in ("http", "https"):
            return at(near, len(found[1]) + len(found[2]), "There is no space after the colon.",
                      f"Write `{found[2]}: {found[3].strip()[:40]}`.")  # fmt: skip
    if "flow mapping" in about or "flow sequence" in about:
        begin: Any = context if context is not None else mark
        bracket = "}" if "mapping" in about else "]"
        comma = source(begin.line).find("，", begin.column)
        if comma >= 0 and _AFTER_COMMA.match(source(begin.line)[comma:]):
            return at(begin.line, comma, "This comma is full-width.", "Write a plain comma: `, `.")
        return at(begin.line, begin.column, f"What opens here is not closed by {bracket} as it should be.",
                  f"Look for a missing comma, quote or {bracket} between here and line {line + first_line + 1}.")  # fmt: skip
    if "mapping values are not allowed" in problem:
        return at(line, column, "A colon and a space stand inside a text here.",
                  "Put the text in quotes, or begin a new line for the key.")  # fmt: skip
    if "could not find expected ':'" in problem:
        begin = context if context is not None else mark
        return at(begin.line, begin.column, "A key stands here without a colon and a value.",
                  _with_colon(source(begin.line)))  # fmt: skip
    if "did not find expected key" in problem or "did not find expected '-'" in problem \
            or "block mapping" in about or "block collection" in about:  # fmt: skip
        return at(line, column, "This line does not fit into what stands above it.",
                  "Indent it like its neighbours; check the quotes and brackets just before it.")  # fmt: skip
    if "cannot start any token" in problem:
        char = source(line)[column : column + 1]
        return at(line, column, f"A text cannot begin with {char} here.", "Put it in quotes.")
    return at(line, column, f"This is not well-formed YAML: {problem}.",
              "Check quotes, brackets and indentation on this line and the one above.")  # fmt: skip


def _with_colon(line: str) -> str:
    """What to write in place of a line `key value`."""
    found = re.match(r"\s*(?:- )?([a-z_]+) (\S.{0,40})\Z", line)
    return f"Write `{found[1]}: {found[2]}`." if found else "Write `key: value`."


def _runs_on(lines: list[str], line: int, column: int) -> tuple[int, int] | None:
    """Where a quote was opened that only a quote of a later text, just before the fault, closes."""
    for first in range(line - 1, max(-1, line - 40), -1):
        text = lines[first]
        at = 0
        while found := _OPENING.search(text, at):
            closed = _QUOTED[found[1]].match(text, found.start(1))
            if closed is not None:
                at = closed.end()
                continue
            below = "\n".join(lines[first : line + 1])[found.start(1) :]
            whole = _QUOTED[found[1]].match(below)
            if whole is None:
                return None
            ends = whole.group().count("\n") + first
            tail = len(whole.group()) - whole.group().rfind("\n") - 1
            return (first, found.start(1)) if ends == line and tail <= column + 1 else None
    return None
