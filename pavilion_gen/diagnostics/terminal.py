"""Diagnostics for a person at a terminal: the source line and a caret under the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from pavilion_gen.diagnostics.diagnostic import Diagnostic, Located, Severity

_TAB = 4
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
_DIM, _RESET, _BOLD = "\x1b[2m", "\x1b[0m", "\x1b[1m"
_LONGEST_LINE = 100


def display_width(text: str) -> int:
    """How many terminal cells `text` takes: wide characters two, combining ones none."""
    width = 0
    for char in text:
        if char == "\t":
            width += _TAB
        elif unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
            continue
        else:
            width += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return width


def _excerpt(line: str, column: int, length: int) -> tuple[str, str]:
    """The source line, cut to a readable length, and the spaces and carets below it."""
    start = max(0, column - 1 - _LONGEST_LINE // 2) if len(line) > _LONGEST_LINE else 0
    shown = line[start : start + _LONGEST_LINE]
    before = shown[: column - 1 - start]
    marked = shown[column - 1 - start : column - 1 - start + max(1, length)]
    lead = "…" if start else ""
    tail = "…" if start + _LONGEST_LINE < len(line) else ""
    indent = " " * (len(lead) + display_width(_visible(before)))
    carets = "^" * max(1, display_width(_visible(marked)))
    return (lead + _visible(shown) + tail).replace("\t", " " * _TAB), indent + carets


def _visible(text: str) -> str:
    """`text` with characters that would act on the terminal shown by their number."""
    return "".join(
        c
        if c == "\t" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs")
        else f"\\u{ord(c):04x}"
        for c in text
    )


def render(located: Iterable[Located], *, root: str = "", colour: bool = False) -> str:
    """Text for a terminal, a diagnostic a block, each ending in an empty line.

    root: the content folder as the user named it, put before each file.
    """
    blocks = []
    for found in located:
        diagnostic = found.diagnostic
        severity = diagnostic.severity
        paint = (
            (lambda text, code: f"{code}{text}{_RESET}") if colour else (lambda text, code: text)
        )
        head = paint(f"{severity.value}[{diagnostic.code}]", _COLOURS[severity])
        lines = [f"{head} {paint(_visible(diagnostic.message), _BOLD)}"]
        where = "/".join(part for part in (root.rstrip("/"), diagnostic.place.file) if part)
        where = _visible(where)
        if found.line:
            lines.append(f"  --> {where}:{found.line}:{found.column}")
            source, carets = _excerpt(found.source, found.column, found.length)
            gutter = " " * len(str(found.line))
            lines.append(f"  {paint(str(found.line) + ' |', _DIM)} {source}")
            lines.append(f"  {gutter} {paint('|', _DIM)} {paint(carets, _COLOURS[severity])}")
        else:
            lines.append(f"  --> {where}")
        if diagnostic.help:
            lines.append(f"  help: {_visible(diagnostic.help)}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def tally(located: Iterable[Located]) -> str:
    """`3 errors, 1 warning`, or the empty string where there is nothing to count."""
    return tally_of(found.diagnostic for found in located)


def tally_of(diagnostics: Iterable[Diagnostic]) -> str:
    """The same of diagnostics that are not located yet."""
    counts = dict.fromkeys(Severity, 0)
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += 1
    return ", ".join(
        f"{count} {severity.value}{'' if count == 1 else 's'}"
        for severity, count in counts.items()
        if count
    )
