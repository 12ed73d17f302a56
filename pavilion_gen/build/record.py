"""What a build knows of its output folder: a file a line, appended before files land.

The record lives in `.pavilion/` inside the output folder and is never published. Its constraints:

- A build may be killed between any two writes. Files are recorded right before they are renamed
  into place, with the time stamp they will have there: one that did not get so far is seen to
  differ. The last line for a path counts; a line that was cut short is passed over.
- Nothing else than what is recorded is ever deleted, so a file must be recorded before it is
  there. That is why the record is only made shorter at the end of a build, by a new file renamed
  over it.
- A record that cannot be read, or of another version, means that nothing is known: everything is
  rendered, and nothing is deleted.

A line: path, fingerprint, hash of the bytes, size, time stamp in ns; tab-separated.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

FOLDER = ".pavilion"
_HEADER = "pavilion record 1"


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One file that a build wrote. size, stamp: as the file had them right after."""

    path: str
    fingerprint: str
    digest: str
    size: int
    stamp: int

    def line(self) -> str:
        return f"{self.path}\t{self.fingerprint}\t{self.digest}\t{self.size}\t{self.stamp}\n"


class Record:
    """The record of one output folder."""

    def __init__(self, output: Path) -> None:
        self.folder = output / FOLDER
        self._file = self.folder / "record"
        self.entries: dict[str, Entry] = _read(self._file)

    def append(self, entries: list[Entry]) -> None:
        """Records files that are about to land."""
        if not entries:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = not self._file.exists() or not self.entries
        with self._file.open("w" if fresh else "a", encoding="utf-8") as stream:
            if fresh:
                stream.write(_HEADER + "\n")
            elif not _ends_whole(self._file):
                stream.write("\n")
            for entry in entries:
                stream.write(entry.line())
                self.entries[entry.path] = entry

    def rewrite(self, entries: dict[str, Entry]) -> None:
        """The record of a finished build, in place of all that was appended."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.entries = entries
        text = _HEADER + "\n" + "".join(entries[path].line() for path in sorted(entries))
        if self._file.is_file() and self._file.read_text(encoding="utf-8") == text:
            return
        fresh = self.folder / "record.new"
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(self._file)


def _ends_whole(file: Path) -> bool:
    with file.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) == b"\n"


def _read(file: Path) -> dict[str, Entry]:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return {}
    if lines[0] != _HEADER:
        return {}
    entries: dict[str, Entry] = {}
    for line in lines[1:-1]:
        parts = line.split("\t")
        if len(parts) == 5 and parts[3].isdigit() and parts[4].isdigit() and _is_safe(parts[0]):
            entries[parts[0]] = Entry(parts[0], parts[1], parts[2], int(parts[3]), int(parts[4]))
    return entries


def _is_safe(path: str) -> bool:
    """A path that stays below the output folder, whoever wrote the record."""
    return bool(path) and not path.startswith("/") and not {"", ".", ".."} & set(path.split("/"))
