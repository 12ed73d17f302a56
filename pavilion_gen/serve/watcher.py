"""Notices saves by the system's events, in a thread of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Thread
from typing import Any

from watchfiles import Change, DefaultFilter
from watchfiles._rust_notify import RustNotify

DEBOUNCE, STEP = 50, 5  # milliseconds: changes closer together than this are one
Changed = Callable[[frozenset[str]], Sequence[Path]]

# Folders are not left out: a theme may well stand inside a virtual environment
_wanted = DefaultFilter(ignore_dirs=(".git",))


def _notifier(paths: Sequence[Path]) -> RustNotify:
    there = [str(path.resolve()) for path in paths if path.exists()]
    polling = bool(os.environ.get("WATCHFILES_FORCE_POLLING"))
    return RustNotify(there, False, polling, 300, True, True)


class Watcher:
    """Watches folders from its making on, so that no save during the first walk is missed.

    It stands in for livereload's own watcher: that one asks for `start`, `filepath`, `_tasks`.
    paths: files or folders. Raises OSError where the system cannot watch that many.
    """

    filepath = None

    def __init__(self, paths: Sequence[Path]) -> None:
        self._tasks = tuple(paths)
        self._notifier = _notifier(paths)
        self._stop = Event()
        self._changed: Changed = lambda _: self._tasks
        self._thread = Thread(target=self._run, name="pavilion-watcher", daemon=True)

    def on_change(self, changed: Changed) -> None:
        """changed: called in the watcher's thread with paths; gives back what to watch next."""
        self._changed = changed

    def start(self, callback: Any) -> bool:
        """Begins to tell of changes. True says to livereload that it need not poll."""
        self._thread.start()
        return True

    def stop(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=1)

    def _run(self) -> None:
        while not self._stop.is_set():
            found = self._notifier.watch(DEBOUNCE, STEP, 0, self._stop)
            if isinstance(found, str):
                continue
            paths = frozenset(path for kind, path in found if _wanted(Change(kind), path))
            if not paths:
                continue
            wanted = tuple(self._changed(paths))
            if wanted != self._tasks:
                self._notifier.close()
                self._notifier, self._tasks = _notifier(wanted), wanted
                self._changed(paths)  # what was saved between the two
