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
    """last: the last build, where this one would be the same. all_there: every file is as it was
    left. snapshot: the content, in any case."""

    last: Last | None
    all_there: bool
    snapshot: Snapshot


def look_first(settings: Settings, output: Path, *, jobs: int) -> Looked:
    """Hashes every input and looks at every output."""
    record = Record(output)
    last = record.last()
    if last is None or not _holds_at(last, settings):
        return Looked(None, False, look(settings.content))
    theirs, ours = _halves(record, last) if jobs != 1 and hasattr(os, "fork") else ((), last.units)
    child = os.fork() if theirs else None
    if child == 0:
        os._exit(0 if _all_there(record, theirs, output) else 1)
    snapshot = look(settings.content)
    same = _theme_key(last) == last.theme and last.key == site_key(
        settings, engine_key(), snapshot.key, last.theme
    )
    there = _all_there(record, ours, output)
    if child:
        there = os.waitpid(child, 0)[1] == 0 and there
    return Looked(last if same and there else None, there, snapshot)


def _halves(record: Record, last: Last) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The units for another process and for this one, which also hashes the inputs."""
    sizes = {name: record.size(name) for name in last.units}
    theirs: list[str] = []
    waiting = sum(sizes.values()) * _THEIR_SHARE
    for name in sorted(sizes, key=lambda name: -sizes[name]):
        if sizes[name] <= waiting:
            theirs.append(name)
            waiting -= sizes[name]
    return tuple(theirs), tuple(name for name in last.units if name not in theirs)


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
