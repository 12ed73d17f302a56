"""Files into the output folder: whole or not at all, and only where bytes differ.

Everything is made in a staging folder beside the record first; only when all of it is there is it
renamed into place. A build that fails or is killed before leaves the output as it was.

What stands in a folder that the output does not have yet is staged as a tree and moves with one
rename a folder; what comes into a folder that is there is staged under a number and moves alone.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Container, Iterable
from pathlib import Path

import msgspec

from pavilion_gen.build.record import FOLDER, Entry, is_safe

STAGING = "staging"
_TREE = "tree"


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
        self._in_tree = f"{name}{os.sep}{_TREE}"
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
            root = f"{self._own}{os.sep}{_TREE}{os.sep}"
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


def _leads_inside(link: Path, folder: Path) -> bool:
    return link.resolve().is_relative_to(folder.resolve())


class Lander:
    """Moves what was staged into place, and removes what is no longer made.

    owned: paths that an earlier build recorded, and that may make way.
    """

    def __init__(self, output: Path, owned: Container[str]) -> None:
        self.output = output
        self.staging = output / FOLDER / STAGING
        self._owned = owned

    def clear(self) -> None:
        """Removes what is left in the staging folder."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def look(self, made: Iterable[Made], keep: Container[str]) -> None:
        """Whether all of it can land. keep: paths that this build makes.

        Raises OutputFault, before anything moves, where a link or a foreign file is in the way.
        """
        looked: dict[str, bool] = {"": True}
        for one in made:
            if not one.staged.endswith(_TREE):
                path = one.entry.path
                if self._is_there(path.rpartition("/")[0], looked):
                    self._look_at_target(path, keep)
        for tree in self._trees():
            self._look_at_tree(tree, "", looked)

    def land(self, made: Iterable[Made]) -> None:
        """Renames what was staged: assets first, so that no page refers to what is not there."""
        trees = self._trees()
        for tree in trees:
            if (tree / "assets").is_dir():
                self._land_folder(tree / "assets", self.output / "assets")
        alone = [one for one in made if not one.staged.endswith(_TREE)]
        alone.sort(key=lambda one: (not one.entry.path.startswith("assets/"), one.entry.path))
        staging, output = f"{self.staging}{os.sep}", f"{self.output}{os.sep}"
        for one in alone:
            self._move(staging + one.staged, output + one.entry.path)
        for tree in trees:
            self._merge(tree, self.output)

    def _trees(self) -> list[Path]:
        return sorted(self.staging.glob(f"*/{_TREE}"))

    def _move(self, staged: str, target: str) -> None:
        try:
            os.rename(staged, target)
            return
        except IsADirectoryError:
            shutil.rmtree(target)
        except (FileNotFoundError, NotADirectoryError):
            self._make_folder(Path(target).parent)
        os.rename(staged, target)

    def _merge(self, tree: Path, target: Path) -> None:
        """Moves what is in a staged folder into one of the output."""
        with os.scandir(tree) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                self._land_folder(Path(entry.path), target / entry.name)
            else:
                self._move(entry.path, str(target / entry.name))

    def _land_folder(self, staged: Path, target: Path) -> None:
        """Moves a staged folder to where none is, else what is in it."""
        if os.path.lexists(target):
            self._make_folder(target)
            self._merge(staged, target)
        else:
            self._make_folder(target.parent)
            os.rename(staged, target)

    def _look_at_tree(self, tree: Path, below: str, looked: dict[str, bool]) -> None:
        with os.scandir(tree) as entries:
            names = sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
        for name in names:
            path = f"{below}{name}"
            if self._is_there(path, looked):
                self._look_at_tree(tree / name, f"{path}/", looked)

    def _is_there(self, path: str, looked: dict[str, bool]) -> bool:
        """Whether a folder of the output is there; then files may be put into it."""
        there = looked.get(path)
        if there is None:
            there = self._is_there(path.rpartition("/")[0], looked) and self._is_folder(path)
            looked[path] = there
        return there

    def _is_folder(self, path: str) -> bool:
        """Whether a folder stands at a path; not yet, where a file of an earlier build makes way."""
        if path in self._owned:
            return False
        folder = f"{self.output}{os.sep}{path}"
        try:
            mode = os.lstat(folder).st_mode
        except FileNotFoundError:
            return False
        if stat.S_ISLNK(mode) and not _leads_inside(Path(folder), self.output):
            raise OutputFault(f"{folder} leads out of the output folder. Remove the link.")
        if os.path.exists(folder) and not os.path.isdir(folder):
            raise OutputFault(
                f"{folder} is needed as a folder, and a file stands there. Move it away."
            )
        return True

    def _look_at_target(self, path: str, keep: Container[str]) -> None:
        """Whether a file may stand where now a folder is: when all in it is ours and goes."""
        target = self.output / path
        try:
            if not stat.S_ISDIR(os.lstat(target).st_mode):
                return
        except OSError:
            return
        for inner in target.rglob("*"):
            name = inner.relative_to(self.output).as_posix()
            ours = name in self._owned and name not in keep
            if not ours and (inner.is_symlink() or not inner.is_dir()):
                raise OutputFault(
                    f"{target} is a folder, and the site needs a file there. Move it away."
                )

    def _make_folder(self, folder: Path) -> None:
        """A folder for outputs; a file of an earlier build in its way is removed."""
        if folder.is_dir():
            return
        for parent in [*reversed(folder.parents), folder]:
            if parent.is_relative_to(self.output) and parent != self.output:
                path = parent.relative_to(self.output).as_posix()
                if path in self._owned and (parent.is_file() or parent.is_symlink()):
                    parent.unlink()
        folder.mkdir(parents=True, exist_ok=True)

    def remove(self, paths: Iterable[str]) -> int:
        """Deletes files that an earlier build recorded and this one no longer makes; how many."""
        removed = 0
        real = self.output.resolve()
        for path in sorted(paths, reverse=True):
            target = self.output / path
            if not is_safe(path) or not target.parent.resolve().is_relative_to(real):
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
