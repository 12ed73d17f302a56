"""The build with nothing to do: every input hashed, every output looked at, nothing else loaded."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pavilion_gen.build.engine import engine_key
from pavilion_gen.build.record import Last, Record
from pavilion_gen.content.snapshot import Snapshot, look
from pavilion_gen.materials.theme_files import ThemeNotFound, theme_folder, theme_key
from pavilion_gen.settings import Settings, site_key

_THEIR_SHARE = 0.62


class Looked(NamedTuple):
    """What a first look has found.

    last: the last build, where this one would be the same. snapshot: the content, in any case.
    outputs: whether they are as they were left; still being looked at where there is work to do.
    """

    last: Last | None
    snapshot: Snapshot
    outputs: Outputs


class Outputs:
    """The recorded files of an output folder, looked at by other processes beside this one."""

    def __init__(self, record: Record, units: Sequence[str], output: Path, jobs: int) -> None:
        self._record = record
        self._output = output
        self._forks = jobs != 1 and hasattr(os, "fork")
        theirs, self._ours = _halves(record, units) if self._forks else ((), tuple(units))
        self._children: list[int] = []
        self._there = bool(units)
        self._look_beside(theirs)

    def look_beside(self) -> None:
        """Leaves all of it to others, while this process does something else."""
        if self._forks:
            self._look_beside(self._ours)
            self._ours = ()

    def _look_beside(self, units: Sequence[str]) -> None:
        child = os.fork() if units else None
        if child == 0:
            os._exit(0 if _all_there(self._record, units, self._output) else 1)
        if child is not None:
            self._children.append(child)

    def all_there(self) -> bool:
        """Whether each is as it was left. Only for the process that began to look."""
        there = _all_there(self._record, self._ours, self._output)
        self._ours = ()
        while self._children:
            there = os.waitpid(self._children.pop(), 0)[1] == 0 and there
        self._there = self._there and there
        return self._there


def look_first(settings: Settings, output: Path, *, jobs: int) -> Looked:
    """Hashes every input and looks at every output."""
    record = Record(output)
    last = record.last()
    if last is None:
        return Looked(None, look(settings.content), Outputs(record, (), output, jobs))
    outputs = Outputs(record, last.units, output, jobs)
    snapshot = look(settings.content)
    same = (
        _holds_at(last, settings)
        and _theme_key(last) == last.theme
        and last.key == site_key(settings, engine_key(), snapshot.key, last.theme)
    )
    if not same:
        outputs.look_beside()
    return Looked(last if same and outputs.all_there() else None, snapshot, outputs)


def _halves(record: Record, units: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The units for another process and for this one, which also hashes the inputs."""
    sizes = {name: record.size(name) for name in units}
    theirs: list[str] = []
    waiting = sum(sizes.values()) * _THEIR_SHARE
    for name in sorted(sizes, key=lambda name: -sizes[name]):
        if sizes[name] <= waiting:
            theirs.append(name)
            waiting -= sizes[name]
    return tuple(theirs), tuple(name for name in units if name not in theirs)


def _holds_at(last: Last, settings: Settings) -> bool:
    """Whether the clock has changed nothing since."""
    at = settings.at.isoformat()
    return (
        last.since <= at and (not last.until or at < last.until) and last.chain[0] == settings.theme
    )


def _theme_key(last: Last) -> bytes:
    try:
        return theme_key([theme_folder(name) for name in last.chain])
    except (ThemeNotFound, OSError):
        return b""


def _all_there(record: Record, units: Sequence[str], output: Path) -> bool:
    """Whether every file of some units is as it was left, by size and time stamp."""
    base = f"{output}{os.sep}"
    look_at = os.lstat
    for name in units:
        columns = record.columns(name)
        if columns is None:
            return False
        try:
            for path, size, stamp in zip(columns.paths, columns.sizes, columns.stamps, strict=True):
                status = look_at(base + path)
                if status.st_mtime_ns != stamp or status.st_size != size:
                    return False
        except (OSError, ValueError):
            return False
    return True
