"""The proof of an incremental build: the same site from nothing, compared byte for byte."""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec

from pavilion_gen.build.record import Record
from pavilion_gen.build.site import build
from pavilion_gen.content.kept import NothingKept
from pavilion_gen.settings import Settings
from pavilion_gen.workspace import Workspace


class Verified(msgspec.Struct, frozen=True, gc=False):
    """files: how many are equal. differing: paths with other bytes, missing and left over ones."""

    files: int
    differing: tuple[str, ...]


def verify(settings: Settings, output: Path, engine: bytes, *, jobs: int) -> Verified:
    """Compares what a build has written with the same built from nothing in a scratch folder.

    Raises what `build` raises.
    """
    with tempfile.TemporaryDirectory(prefix="pavilion-verify-") as folder:
        scratch = Path(folder) / "output"
        build(Workspace(settings, NothingKept(), engine), scratch, jobs=jobs)
        wanted, found = _paths(scratch), _paths(output)
        differing = [path for path in wanted & found if not _equal(scratch / path, output / path)]
        differing += wanted ^ found
        return Verified(len(wanted | found) - len(differing), tuple(sorted(differing)))


def _paths(output: Path) -> set[str]:
    record = Record(output)
    return {path for name in record.names() for path in record.unit(name).paths}


def _equal(one: Path, other: Path) -> bool:
    try:
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False
