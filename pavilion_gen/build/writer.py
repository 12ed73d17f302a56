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
        """Renames what was staged into place; how many files changed.

        Raises OutputFault before anything moves where a link or a foreign file is in the way.
        """
        keep = {one.path for one in made}
        staged = [one for one in made if one.staged]
        for folder in sorted({one.path.rpartition("/")[0] for one in staged}):
            self._look_at_folder(folder)
        for one in staged:
            self._look_at_target(one.path, keep)
        # Recorded before they move: else a killed build would leave files that nobody owns
        entries = (self._entry(one) for one in made)
        self.record.append([e for e in entries if self.record.entries.get(e.path) != e])
        ready: set[Path] = set()
        for one in staged:
            target = self.output / one.path
            if target.parent not in ready:
                self._make_folder(target.parent)
                ready.add(target.parent)
            if target.is_dir() and not target.is_symlink():
                shutil.rmtree(target)
            (self.staging / one.staged).replace(target)
        return len(staged)

    def _entry(self, one: Made) -> Entry:
        file = self.staging / one.staged if one.staged else self.output / one.path
        return Entry(one.path, one.fingerprint, one.digest, one.size, file.stat().st_mtime_ns)

    def _look_at_folder(self, path: str) -> None:
        """Whether files may be put into a folder of the output."""
        folder = self.output
        for step in path.split("/") if path else ():
            folder = folder / step
            if folder.relative_to(self.output).as_posix() in self.record.entries:
                return  # a file of an earlier build, which will make way
            if folder.is_symlink() and not folder.resolve().is_relative_to(self.output.resolve()):
                raise OutputFault(f"{folder} leads out of the output folder. Remove the link.")
            if folder.exists() and not folder.is_dir():
                raise OutputFault(
                    f"{folder} is needed as a folder, and a file stands there. Move it away."
                )

    def _look_at_target(self, path: str, keep: set[str]) -> None:
        """Whether a file may stand where now a folder is: when all in it is ours and goes."""
        target = self.output / path
        if target.is_symlink() or not target.is_dir():
            return
        for inner in target.rglob("*"):
            name = inner.relative_to(self.output).as_posix()
            ours = name in self.record.entries and name not in keep
            if not ours and (inner.is_symlink() or not inner.is_dir()):
                raise OutputFault(
                    f"{target} is a folder, and the site needs a file there. Move it away."
                )

    def _make_folder(self, folder: Path) -> None:
        """A folder for outputs; a file of an earlier build in its way is removed."""
        for parent in [*reversed(folder.parents), folder]:
            if parent.is_relative_to(self.output) and parent != self.output:
                path = parent.relative_to(self.output).as_posix()
                if path in self.record.entries and (parent.is_file() or parent.is_symlink()):
                    parent.unlink()
        folder.mkdir(parents=True, exist_ok=True)

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
