"""Files into the output folder: whole or not at all, and only where bytes differ.

Everything is made in a staging folder beside the record first; only when all of it is there is it
renamed into place. A build that fails or is killed before leaves the output as it was.

What stands in a folder that the output does not have yet is staged as a tree and moves with one
rename a folder; what comes into a folder that is there is staged under a number and moves alone.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from pavilion_gen.build.record import FOLDER, Entry

STAGING = "staging"
TREE = "tree"


class Made(msgspec.Struct, frozen=True, gc=False):
    """An output after rendering, and the name in the staging folder under which its bytes wait.

    staged: empty where the file already holds them, `tree` where they wait under its own path.
    """

    entry: Entry
    staged: str = ""


class OutputFault(Exception):
    """The output folder cannot be used; the message says why and what to do."""


def intact(output: str, entry: Entry) -> Entry | None:
    """The entry of a recorded file that is still as the build left it; else None.

    Size and time stamp say so at once. Of a file that was copied, its bytes do.
    """
    path = f"{output}{os.sep}{entry.path}"
    try:
        status = os.lstat(path)
    except OSError:
        return None
    if status.st_mtime_ns == entry.stamp and status.st_size == entry.size:
        return entry
    if status.st_size != entry.size or os.path.islink(path) or not os.path.isfile(path):
        return None
    with open(path, "rb") as stream:
        if hashlib.sha256(stream.read()).digest() != entry.digest:
            return None
    return msgspec.structs.replace(entry, stamp=status.st_mtime_ns)


class Writer:
    """The way into one output folder. name: of this one, of several that stage for a build."""

    def __init__(self, output: Path, name: str) -> None:
        self.output = output
        self._base = str(output)
        self._own = f"{output}{os.sep}{FOLDER}{os.sep}{STAGING}{os.sep}{name}"
        self._name = name
        self._number = 0
        self._there: dict[str, bool] = {"": True}
        self._in_tree = f"{name}{os.sep}{TREE}"
        self._made = ""

    def stage(
        self, path: str, fingerprint: bytes, data: bytes, known: Entry | None, key: bytes = b""
    ) -> Made:
        """Puts the bytes of an output aside, unless the file already holds them."""
        digest = hashlib.sha256(data).digest()
        size = len(data)
        folder = path.rpartition("/")[0]
        if self._is_there(folder):
            same = self._same(path, digest, data, known)
            if same is not None:
                return Made(msgspec.structs.replace(same, fingerprint=fingerprint, key=key))
            self._number += 1
            staged = f"{self._name}{os.sep}{self._number}"
            self._make(self._own)
            stamp = _write(f"{self._own}{os.sep}{self._number}", data)
        else:
            staged = self._in_tree
            root = f"{self._own}{os.sep}{TREE}{os.sep}"
            self._make(root + folder)
            stamp = _write(root + path, data)
        return Made(Entry(path, fingerprint, digest, size, stamp, key), staged)

    def _same(self, path: str, digest: bytes, data: bytes, known: Entry | None) -> Entry | None:
        """The entry of a file that already holds the bytes."""
        if known is not None and known.digest == digest:
            found = intact(self._base, known)
            if found is not None:
                return found
        target = f"{self._base}{os.sep}{path}"
        if known is None and os.path.isfile(target) and not os.path.islink(target):
            with open(target, "rb") as stream:
                if stream.read() == data:
                    stamp = os.lstat(target).st_mtime_ns
                    return Entry(path, b"", digest, len(data), stamp)
        return None

    def _is_there(self, folder: str) -> bool:
        """Whether the output has a folder; only of those in which it stands is that remembered."""
        there = self._there.get(folder)
        if there is None:
            parent = folder.rpartition("/")[0]
            if parent not in self._there:
                self._there[parent] = self._is_there(parent)
            there = self._there[parent] and os.path.isdir(f"{self._base}{os.sep}{folder}")
        return there

    def _make(self, folder: str) -> None:
        if folder == self._made:
            return
        try:
            os.mkdir(folder)
        except FileNotFoundError:
            self._make(os.path.dirname(folder))
            os.mkdir(folder)
        except FileExistsError:
            pass
        self._made = folder


def _write(path: str, data: bytes) -> int:
    """Writes a new file; its time stamp in nanoseconds."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        done = os.write(descriptor, data)
        while done < len(data):
            done += os.write(descriptor, data[done:])
        return os.fstat(descriptor).st_mtime_ns
    finally:
        os.close(descriptor)
