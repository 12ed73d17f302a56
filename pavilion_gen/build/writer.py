"""Files into the output folder: whole or not at all, and only where bytes differ.

Everything is made in a staging folder beside the record first; only when all of it is there are
the files renamed into place. A build that fails or is killed before leaves the output as it was.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import msgspec

from pavilion_gen.build.record import FOLDER, Entry, Record

STAGING = "staging"


class Made(msgspec.Struct, frozen=True, gc=False):
    """An output after rendering. staged: its bytes wait under that name; else nothing to write."""

    path: str
    fingerprint: str
    digest: str
    size: int
    staged: str = ""


class OutputFault(Exception):
    """The output folder cannot be used; the message says why and what to do."""


def is_intact(output: Path, entry: Entry | None) -> bool:
    """Whether a recorded file is still as the build left it, by size and time stamp."""
    if entry is None:
        return False
    try:
        status = (output / entry.path).stat(follow_symlinks=False)
    except OSError:
        return False
    return status.st_size == entry.size and status.st_mtime_ns == entry.stamp


class Writer:
    """The way into one output folder."""

    def __init__(self, output: Path, record: Record) -> None:
        self.output = output
        self.record = record
        self.staging = output / FOLDER / STAGING

    def open(self) -> None:
        """Makes an empty staging folder."""
        self.close()
        self.staging.mkdir(parents=True)

    def close(self) -> None:
        """Removes what is left in the staging folder."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def stage(self, number: int, path: str, fingerprint: str, data: bytes) -> Made:
        """Puts the bytes of an output aside, unless the file already holds them."""
        digest = hashlib.sha256(data).hexdigest()
        target = self.output / path
        entry = self.record.entries.get(path)
        same = entry is not None and entry.digest == digest and is_intact(self.output, entry)
        if same or (target.is_file() and not target.is_symlink() and target.read_bytes() == data):
            return Made(path, fingerprint, digest, len(data))
        staged = f"{number}"
        (self.staging / staged).write_bytes(data)
        return Made(path, fingerprint, digest, len(data), staged)

    def land(self, made: list[Made]) -> int:
        """Renames what was staged into place, records it; how many files changed."""
        landed: list[Entry] = []
        changed = 0
        folders: set[str] = set()
        try:
            for one in made:
                target = self.output / one.path
                if one.staged:
                    folder = one.path.rpartition("/")[0]
                    if folder not in folders:
                        self._make_folder(target.parent)
                        folders.add(folder)
                    if target.is_dir() and not target.is_symlink():
                        raise OutputFault(
                            f"{target} is a folder, and the site needs a file there. Move it away."
                        )
                    (self.staging / one.staged).replace(target)
                    changed += 1
                stamp = target.stat().st_mtime_ns
                landed.append(Entry(one.path, one.fingerprint, one.digest, one.size, stamp))
        finally:
            self.record.append(landed)
        return changed

    def _make_folder(self, folder: Path) -> None:
        """A folder for outputs; a file of an earlier build in its way is removed, no other."""
        for parent in [*reversed(folder.parents), folder]:
            if parent.is_relative_to(self.output) and parent != self.output:
                path = parent.relative_to(self.output).as_posix()
                if (parent.is_file() or parent.is_symlink()) and path in self.record.entries:
                    parent.unlink()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise OutputFault(
                f"{folder} is needed as a folder, and a file stands there. Move it away."
            ) from None
        if not folder.resolve().is_relative_to(self.output.resolve()):
            raise OutputFault(f"{folder} leads out of the output folder. Remove the link.")

    def remove(self, keep: set[str]) -> int:
        """Deletes files that an earlier build recorded and this one no longer makes."""
        removed = 0
        for path in sorted(self.record.entries.keys() - keep, reverse=True):
            target = self.output / path
            if not target.parent.resolve().is_relative_to(self.output.resolve()):
                continue
            try:
                target.unlink()
                removed += 1
            except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
                continue
            self._prune(target.parent)
        return removed

    def _prune(self, folder: Path) -> None:
        """Removes folders that have become empty."""
        while folder != self.output and folder.is_relative_to(self.output):
            try:
                folder.rmdir()
            except OSError:
                return
            folder = folder.parent
