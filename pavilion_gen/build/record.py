"""What a build knows of its output folder: a file a unit, whole or not there.

The record lives in `.pavilion/` inside the output folder and is never published. A unit is the
portal, a pavilion, or the files that several of them share. Its constraints:

- A build may be killed between any two writes. A unit's record is replaced before its files land,
  by one that knows the old files and the new ones, with the time stamps they will have: a file
  that did not get so far is seen to differ. After the landing it is replaced once more.
- Nothing else than what is recorded is ever deleted, so a file is recorded before it is there.
- A record that cannot be read, or of another version, means that nothing is known: everything is
  rendered, and nothing is deleted.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TypeVar

import msgspec

from pavilion_gen.model.picture import PictureFile

FOLDER = ".pavilion"
FILES = "files"
PORTAL = "portal"
PAGE = ".html"  # what pages end in, unlike documents for machines
_HEADER = b"pavilion record 4\n"
T = TypeVar("T")


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One file that a build wrote. size, stamp: as the file had them right after.

    fingerprint: of the page, empty for a file that is no page. digest: SHA-256 of the bytes.
    key: of what the page was made of, empty where that was not known before it was made.
    """

    path: str
    fingerprint: bytes
    digest: bytes
    size: int
    stamp: int
    key: bytes = b""


class Unit(msgspec.Struct, frozen=True, gc=False):
    """The record of one unit: its files, in columns.

    key: of all that its pages were made of, empty while they land. pictures: those of the content
    that it shows. sitemaps: name and newest date of each. lines: of each file, which of the forms
    its line in the sitemap has, -1 for none; forms: those lines without the page's own path.
    """

    key: bytes = b""
    paths: tuple[str, ...] = ()
    fingerprints: tuple[bytes, ...] = ()
    digests: tuple[bytes, ...] = ()
    sizes: tuple[int, ...] = ()
    stamps: tuple[int, ...] = ()
    keys: tuple[bytes, ...] = ()
    lines: tuple[int, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    pictures: tuple[PictureFile, ...] = ()
    sitemaps: tuple[tuple[str, str], ...] = ()

    @property
    def pages(self) -> int:
        """How many of the files are pages, documents for machines not among them."""
        made = zip(self.paths, self.fingerprints, strict=True)
        return sum(bool(fingerprint) and path.endswith(PAGE) for path, fingerprint in made)

    def entries(self) -> dict[str, Entry]:
        """Path to entry."""
        columns = (
            self.paths, self.fingerprints, self.digests, self.sizes, self.stamps, self.keys
        )  # fmt: skip
        return {row[0]: Entry(*row) for row in zip(*columns, strict=True)}


class Columns(msgspec.Struct, frozen=True, gc=False):
    """The part of a unit that says how its files look."""

    paths: list[str]
    sizes: list[int]
    stamps: list[int]


class Last(msgspec.Struct, frozen=True, gc=False):
    """The build that finished last: what a build of the same need not do again.

    key: of settings, content, theme and our own sources; theme, engine: of the theme's files alone,
    and of our own sources. chain: the theme and its ancestors by name. since, until: the instants
    (ISO 8601) between which the clock changes nothing. units: of which it consists. pages, files,
    mistakes, held_back, next_change: what is said of it.
    """

    key: bytes
    theme: bytes
    engine: bytes
    chain: tuple[str, ...]
    since: str
    until: str
    units: tuple[str, ...]
    pages: int
    files: int
    mistakes: str
    held_back: tuple[tuple[str, int], ...]
    next_change: str


def unit_of(entries: list[Entry], **rest: object) -> Unit:
    """The record of these files."""
    rows = ((e.path, e.fingerprint, e.digest, e.size, e.stamp, e.key) for e in entries)
    columns = zip(*rows, strict=True)
    return Unit(**rest, **dict(zip(_COLUMNS, columns, strict=False)))  # type: ignore[arg-type]


_COLUMNS = ("paths", "fingerprints", "digests", "sizes", "stamps", "keys")


class Record:
    """The record of one output folder."""

    def __init__(self, output: Path) -> None:
        self.folder = output / FOLDER
        self._units = self.folder / "units"

    def names(self) -> list[str]:
        """The units there are."""
        try:
            return sorted(name for name in os.listdir(self._units) if "." not in name)
        except OSError:
            return []

    def unit(self, name: str) -> Unit:
        """What is known of a unit; an empty one where nothing is."""
        return _read(self._units / name, Unit) or Unit()

    def size(self, name: str) -> int:
        """How much is recorded of a unit, in bytes."""
        try:
            return (self._units / name).stat().st_size
        except OSError:
            return 0

    def columns(self, name: str) -> Columns | None:
        """How the files of a unit look, where it is known."""
        return _read(self._units / name, Columns)

    def write(self, name: str, unit: Unit) -> None:
        """Puts the record of a unit in place of what there was."""
        self._units.mkdir(parents=True, exist_ok=True)
        _write(self._units / name, msgspec.msgpack.encode(unit))

    def forget(self, name: str) -> None:
        (self._units / name).unlink(missing_ok=True)

    def last(self) -> Last | None:
        """The build that finished last; None while one is landing."""
        return _read(self.folder / "last", Last)

    def finish(self, last: Last) -> None:
        _write(self.folder / "last", msgspec.msgpack.encode(last))

    def inputs(self) -> dict[str, bytes]:
        """The hash of every file of the content at the build that finished last."""
        return _read(self.folder / "inputs", dict[str, bytes]) or {}

    def keep_inputs(self, digests: dict[str, bytes]) -> None:
        _write(self.folder / "inputs", msgspec.msgpack.encode(digests))

    def begin(self) -> None:
        """From now on until `finish`, no build is known to be whole."""
        (self.folder / "last").unlink(missing_ok=True)


def _write(file: Path, data: bytes) -> None:
    whole = _HEADER + hashlib.sha256(data).digest() + data
    try:
        if file.read_bytes() == whole:
            return
    except OSError:
        pass
    fresh = file.with_name(f"{file.name}.new")
    fresh.write_bytes(whole)
    fresh.replace(file)


def _read(file: Path, kind: type[T]) -> T | None:
    try:
        whole = file.read_bytes()
    except OSError:
        return None
    start = len(_HEADER) + 32
    data = whole[start:]
    if (
        whole[: len(_HEADER)] != _HEADER
        or hashlib.sha256(data).digest() != whole[len(_HEADER) : start]
    ):
        return None
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.DecodeError:
        return None


def is_safe(path: str) -> bool:
    """A path that stays below the output folder, whoever wrote the record."""
    return bool(path) and not path.startswith("/") and not {"", ".", ".."} & set(path.split("/"))
