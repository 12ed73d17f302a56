"""One build at a time in an output folder."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pavilion_gen.build.record import FOLDER
from pavilion_gen.build.writer import OutputFault


@contextmanager
def alone(output: Path) -> Iterator[None]:
    """Holds the output folder against a second build."""
    folder = output / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise OutputFault(
                f"Another build is writing to {output}. Wait for it, or name another --output."
            ) from None
        yield
