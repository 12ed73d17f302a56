"""The one type in which every mistake in the content is told."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TypeAlias

import msgspec

from pavilion_gen.diagnostics.codes import CODES

Path: TypeAlias = tuple[str | int, ...]


class Severity(Enum):
    """How much a mistake weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a mistake stands, without line numbers: those are found when it is printed.

    file: path below the content folder, with `/`; empty for the content as a whole.
    path: keys and indexes that lead to the value inside the YAML document.
    key: the key itself is meant, not its value.
    find: a piece of the value's text to point at; nth counts its occurrences from 0.
    line, column: set only where no path leads (syntax, encoding), counted from 1 in characters.
    """

    file: str
    path: Path = ()
    key: bool = False
    find: str = ""
    nth: int = 0
    line: int = 0
    column: int = 0


class Diagnostic(msgspec.Struct, frozen=True, gc=False):
    """A located message about content.

    code: a name of `diagnostics/codes.py`; it also decides the severity.
    message: what is wrong. help: what to write instead.
    """

    code: str
    place: Place
    message: str
    help: str = ""

    @property
    def severity(self) -> Severity:
        return Severity(CODES[self.code].severity)


class Located(msgspec.Struct, frozen=True, gc=False):
    """A diagnostic with its line and column (from 1, in characters) and the source line."""

    diagnostic: Diagnostic
    line: int
    column: int
    length: int
    source: str


def order(located: Iterable[Located]) -> list[Located]:
    """The one total order in which diagnostics are printed; the same one is told once."""
    unique = {
        (d.diagnostic.place.file, d.line, d.column, d.diagnostic.code, d.diagnostic.message): d
        for d in located
    }
    return [unique[key] for key in sorted(unique)]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that `word` was most likely meant to be, or None."""
    from difflib import get_close_matches

    names = sorted(known)
    folded = {name.casefold(): name for name in names}
    if word.casefold() in folded:
        return folded[word.casefold()]
    match = get_close_matches(word, names, n=1, cutoff=0.7)
    return match[0] if match else None
