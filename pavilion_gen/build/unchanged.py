"""The build with nothing to do: every input hashed, every output looked at, nothing else loaded."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from pavilion_gen.build.engine import engine_key
from pavilion_gen.build.record import Last, Record
from pavilion_gen.content.snapshot import Snapshot, look
from pavilion_gen.materials.theme_files import ThemeNotFound, theme_folder, theme_key
from pavilion_gen.settings import Settings, site_key


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
    child = os.fork() if jobs != 1 and hasattr(os, "fork") else None
    if child == 0:
        os._exit(0 if _all_there(record, last, output) else 1)
    snapshot = look(settings.content)
    same = _theme_key(last) == last.theme and last.key == site_key(
        settings, engine_key(), snapshot.key, last.theme
    )
    there = os.waitpid(child, 0)[1] == 0 if child else same and _all_there(record, last, output)
    return Looked(last if same and there else None, there, snapshot)


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


def _all_there(record: Record, last: Last, output: Path) -> bool:
    """Whether every file is as it was left, by size and time stamp."""
    base = f"{output}{os.sep}"
    look_at = os.lstat
    for name in last.units:
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
