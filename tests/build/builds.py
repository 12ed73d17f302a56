"""Builds for tests: into `root/output`, from content and a theme below `root`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from pages.sites import AT, ENGINE, WHOLE, Files, content, settings, theme

from pavilion_gen.build.site import Built, Outcome
from pavilion_gen.build.site import build as build_site
from pavilion_gen.content.kept import Kept, NothingKept
from pavilion_gen.diagnostics import Severity
from pavilion_gen.workspace import Workspace

CLOCK = AT.isoformat()


def outcome(
    root: Path,
    *,
    output: Path | None = None,
    jobs: int = 1,
    kept: Kept | None = None,
    engine: bytes = ENGINE,
    **options: object,
) -> Outcome:
    """What comes of a build of what stands below `root`."""
    workspace = Workspace(settings(root, **options), kept or NothingKept(), engine)
    return build_site(workspace, output or root / "output", jobs=jobs)


def build(
    root: Path,
    files: Files = WHOLE,
    *,
    output: Path | None = None,
    jobs: int = 1,
    kept: Kept | None = None,
    **options: object,
) -> Built:
    """Builds a site of exactly these content files (the theme stays, once it was written)."""
    shutil.rmtree(root / "content", ignore_errors=True)
    content(root, files)
    if not (root / "tiny").exists():
        theme(root)
    return again(root, output=output, jobs=jobs, kept=kept, **options)


def again(root: Path, **options: Any) -> Built:
    """Builds once more what stands in the content folder, which must have no errors."""
    made = outcome(root, **options)
    assert [one for one in made.diagnostics if one.severity is Severity.ERROR] == []
    assert made.built is not None
    return made.built


def prepare(root: Path, files: Files = WHOLE) -> None:
    """Content and theme for the command line, nothing built."""
    shutil.rmtree(root / "content", ignore_errors=True)
    content(root, files)
    theme(root)


def arguments(root: Path, *more: str) -> list[str]:
    """`pavilion build` of what was prepared below `root`, at the clock of the tests."""
    return [
        "build", "--content", str(root / "content"), "--theme", str(root / "tiny"),
        "--output", str(root / "output"), "--at", CLOCK, "--jobs", "1",
        "--cache", str(root / "cache"), *more,
    ]  # fmt: skip


def command(*args: str) -> list[str]:
    return [sys.executable, "-m", "pavilion_gen.cli.main", *args]


def run(
    *args: str, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        command(*args),
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
