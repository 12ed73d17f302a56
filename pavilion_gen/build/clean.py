"""Takes back what builds wrote into an output folder, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

from pavilion_gen.build.lander import Lander
from pavilion_gen.build.lock import alone
from pavilion_gen.build.record import Record


def clean(output: Path) -> int:
    """Deletes every file that a build recorded as its own, and the record; how many files."""
    with alone(output):
        record = Record(output)
        names = record.names()
        owned = {path: name for name in names for path in record.unit(name).paths}
        lander = Lander(output, owned)
        record.begin()
        removed = lander.remove(owned)
        lander.clear()
        for name in names:
            record.forget(name)
    shutil.rmtree(record.folder / "units", ignore_errors=True)
    for name in ("inputs", "lock"):
        (record.folder / name).unlink(missing_ok=True)
    if not any(record.folder.iterdir()):
        record.folder.rmdir()
    return removed
