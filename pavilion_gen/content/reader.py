"""One file of a snapshot at a time: read now, or taken from what was kept of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from pavilion_gen.content import country_records, shared_records, stored
from pavilion_gen.content.fields import Field
from pavilion_gen.content.kept import Kept, Memo, kept_or_made, key_of
from pavilion_gen.content.pictures import Measured, PictureFault, measure
from pavilion_gen.content.read_file import (
    LARGEST_PAGE,
    LARGEST_YAML,
    FileReading,
    read_page,
    read_yaml,
)
from pavilion_gen.content.reading import Context
from pavilion_gen.content.snapshot import ContentChanged, Snapshot
from pavilion_gen.content.walk import SourceFile
from pavilion_gen.diagnostics import Diagnostic, Place
from pavilion_gen.model.picture import PictureFile

_FRONT: dict[str, Field] = {
    "page": shared_records.portal_page,
    "guide": country_records.guide,
    "translation": country_records.translation,
}


class BadPicture(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Why a picture file cannot be used: see `pictures.PictureFault`."""

    code: str
    message: str
    help: str
    line: int = 0
    column: int = 0

    def told(self, file: str) -> Diagnostic:
        place = Place(file, line=self.line, column=self.column)
        return Diagnostic(self.code, place, self.message, self.help)


class Reader:
    """Reads the files of a snapshot. engine: the key of our own sources.

    memo: of a process that stays. parsed: how many files were not taken from what was kept.
    """

    def __init__(
        self, snapshot: Snapshot, kept: Kept, engine: bytes, memo: Memo | None = None
    ) -> None:
        self.snapshot = snapshot
        self.parsed = 0
        self._kept = kept
        self._engine = engine
        self._memo = memo

    def read(self, file: SourceFile, context: Context, front: str = "") -> FileReading:
        """What a file holds. front: page, guide or translation, for a file with front matter.

        Raises ContentChanged.
        """
        digest = self.snapshot.digests[file.path]
        key = key_of(self._engine, "file", file.kind, front, file.path, file.locale, digest,
                     msgspec.msgpack.encode(context))  # fmt: skip
        if self._memo is not None and digest:
            return self._memo.of(key, lambda: self._reading(key, file, context, front))
        return self._reading(key, file, context, front)

    def _reading(self, key: bytes, file: SourceFile, context: Context, front: str) -> FileReading:
        digest = self.snapshot.digests[file.path]
        found = self._kept.get(key) if digest else None
        if found is not None:
            try:
                return stored.decode(file.kind, found)
            except stored.Damaged:
                pass
        reading = self._parse(file, context, front, digest)
        self.parsed += 1
        if digest:
            self._kept.put(key, stored.encode(file.kind, reading))
        return reading

    def _parse(self, file: SourceFile, context: Context, front: str, digest: bytes) -> FileReading:
        path = self.snapshot.root / file.path
        limit = LARGEST_PAGE if front else LARGEST_YAML

        def failed(code: str, message: str, help_: str) -> FileReading:
            told = Diagnostic(code, Place(file.path), message, help_)
            return FileReading(None, (told,), broken=True)

        try:
            if path.stat().st_size > limit:
                return failed("too-large", f"The file is larger than {limit // 2**20} MiB.",
                              "Split it into several.")  # fmt: skip
            data = path.read_bytes()
        except OSError as fault:
            return failed("unreadable", f"The file cannot be read: {fault.strerror}.",
                          "Look at its permissions.")  # fmt: skip
        if hashlib.sha256(data).digest() != digest:
            raise ContentChanged(file.path)
        if front:
            return read_page(file, data, context, _FRONT[front])
        return read_yaml(file, data, context)

    def picture(self, file: str) -> PictureFile | BadPicture | None:
        """The picture at a path below the content folder; else what is wrong with it.

        None: it is not there.
        """
        digest = self.snapshot.digests.get(file)
        if digest is None:
            return None
        key = key_of(self._engine, "picture", Path(file).suffix, digest)
        if self._memo is not None and digest:
            measured = self._memo.of(key, lambda: self._measured(key, file, digest))
        else:
            measured = self._measured(key, file, digest)
        if isinstance(measured, BadPicture):
            return measured
        return PictureFile(
            file,
            measured.width,
            measured.height,
            measured.clean or digest.hex(),
            measured.mean,
            measured.see_through,
            measured.patches,
        )

    def _measured(self, key: bytes, file: str, digest: bytes) -> Measured | BadPicture:
        path = self.snapshot.root / file
        if not digest:
            return _measure(path)
        return kept_or_made(self._kept, key, Measured | BadPicture, lambda: _measure(path))


def _measure(path: Path) -> Measured | BadPicture:
    try:
        return measure(path)
    except PictureFault as fault:
        return BadPicture(fault.code, str(fault), fault.help, fault.line, fault.column)
    except OSError as fault:
        return BadPicture(
            "unreadable",
            f"The picture cannot be read: {fault.strerror}.",
            "Look at its permissions.",
        )
