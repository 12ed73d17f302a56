"""What was staged, moved into place; and what is no longer made, removed."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Container, Iterable
from pathlib import Path

from pavilion_gen.build.record import FOLDER, is_safe
from pavilion_gen.build.writer import STAGING, TREE, Made, OutputFault


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
            if not one.staged.endswith(TREE):
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
        alone = [one for one in made if not one.staged.endswith(TREE)]
        alone.sort(key=lambda one: (not one.entry.path.startswith("assets/"), one.entry.path))
        for one in alone:
            self._move(self.staging / one.staged, self.output / one.entry.path)
        for tree in trees:
            self._merge(tree, self.output)

    def _trees(self) -> list[Path]:
        return sorted(self.staging.glob(f"*/{TREE}"))

    def _move(self, staged: Path, target: Path) -> None:
        try:
            staged.rename(target)
            return
        except IsADirectoryError:
            shutil.rmtree(target)
        except (FileNotFoundError, NotADirectoryError):
            self._make_folder(target.parent)
        staged.rename(target)

    def _merge(self, tree: Path, target: Path) -> None:
        """Moves what is in a staged folder into one of the output."""
        with os.scandir(tree) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                self._land_folder(Path(entry.path), target / entry.name)
            else:
                self._move(Path(entry.path), target / entry.name)

    def _land_folder(self, staged: Path, target: Path) -> None:
        """Moves a staged folder to where none is, else what is in it."""
        if os.path.lexists(target):
            self._make_folder(target)
            self._merge(staged, target)
        else:
            self._make_folder(target.parent)
            staged.rename(target)

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
        folder = self.output / path
        try:
            mode = folder.lstat().st_mode
        except FileNotFoundError:
            return False
        if stat.S_ISDIR(mode):
            return True
        if stat.S_ISLNK(mode) and not folder.resolve().is_relative_to(self.output.resolve()):
            raise OutputFault(f"{folder} leads out of the output folder. Remove the link.")
        if folder.exists() and not folder.is_dir():
            raise OutputFault(
                f"{folder} is needed as a folder, and a file stands there. Move it away."
            )
        return True

    def _look_at_target(self, path: str, keep: Container[str]) -> None:
        """Whether a file may stand where now a folder is: when all in it is ours and goes."""
        target = self.output / path
        try:
            if not stat.S_ISDIR(target.lstat().st_mode):
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
