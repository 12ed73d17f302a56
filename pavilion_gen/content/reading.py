"""What the reading of one file collects beside its records: mistakes, texts, references, links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from pavilion_gen.diagnostics import Diagnostic, Path, Place


class Context(msgspec.Struct, frozen=True, gc=False):
    """What a file's reading may depend on besides its own bytes.

    locales: the locale keys of the site; empty: not known, so not checked.
    currency: in which plain prices stand; empty: not known, so decimals are not checked.
    country: the folder the file stands in; empty for shared files.
    """

    locales: tuple[str, ...] = ()
    currency: str = ""
    country: str = ""


class TextUse(msgspec.Struct, frozen=True, gc=False):
    """A localised text that was read. role: `text`, `public` (shown on the portal too) or `alt`."""

    place: Place
    locales: tuple[str, ...]
    role: str = "text"


class Reference(msgspec.Struct, frozen=True, gc=False):
    """An id that a field names. kind: `product`, `merchant`, `region`, `category`, …"""

    place: Place
    kind: str
    id: str


class Link(msgspec.Struct, frozen=True, gc=False):
    """A link in a Markdown text. locale: of the text; target: as written."""

    place: Place
    locale: str
    target: str


class PictureUse(msgspec.Struct, frozen=True, gc=False):
    """A picture that a field or a text names. file: below the folder of the country (or content)."""

    place: Place
    file: str


class Uses(msgspec.Struct, frozen=True, gc=False):
    """All that the reading of files collected beside their records."""

    texts: tuple[TextUse, ...] = ()
    references: tuple[Reference, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[PictureUse, ...] = ()

    @staticmethod
    def joined(all_uses: Iterable[Uses]) -> Uses:
        uses = list(all_uses)
        return Uses(
            tuple(text for use in uses for text in use.texts),
            tuple(reference for use in uses for reference in use.references),
            tuple(link for use in uses for link in use.links),
            tuple(picture for use in uses for picture in use.pictures),
        )


class Reading:
    """The state of reading one file; it lives no longer than that."""

    def __init__(self, file: str, context: Context) -> None:
        self.file = file
        self.context = context
        self.diagnostics: list[Diagnostic] = []
        self.texts: list[TextUse] = []
        self.references: list[Reference] = []
        self.links: list[Link] = []
        self.pictures: list[PictureUse] = []

    def uses(self) -> Uses:
        return Uses(
            tuple(self.texts), tuple(self.references), tuple(self.links), tuple(self.pictures)
        )


class Spot:
    """Where the reading of a file stands; mistakes about the value there are told through it.

    One spot follows the reading: what holds values puts the step to each of them on the end of
    `steps` before its field is called, and takes it away when it is done.
    """

    __slots__ = ("reading", "steps")

    def __init__(self, reading: Reading, path: Path = ()) -> None:
        self.reading = reading
        self.steps: list[str | int] = [*path]

    def into(self, step: str | int) -> Spot:
        """A spot of its own, one step further in."""
        return Spot(self.reading, (*self.steps, step))

    def place(self, **where: Any) -> Place:
        return Place(self.reading.file, tuple(self.steps), **where)

    def error(self, code: str, message: str, help_: str = "", **where: Any) -> Any:
        """Tells of a mistake here; returns BAD, for `return spot.error(...)`."""
        self.reading.diagnostics.append(Diagnostic(code, self.place(**where), message, help_))
        return BAD


class _Bad:
    """The value of a field that could not be read; a diagnostic has been given."""

    def __repr__(self) -> str:
        return "BAD"


BAD: Any = _Bad()
