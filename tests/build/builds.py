"""Builds for tests: into `root/output`, from content and a theme below `root`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from pages.sites import AT, WHOLE, Files, content, plan, settings, theme

from pavilion_gen.build.site import Built
from pavilion_gen.build.site import build as build_plan
from pavilion_gen.materials.theme import load_theme
from pavilion_gen.workspace import walk_the_road

CLOCK = AT.isoformat()


def build(
    root: Path,
    files: Files = WHOLE,
    *,
    output: Path | None = None,
    jobs: int = 1,
    **options: object,
) -> Built:
    """Builds a site of exactly these content files (the theme stays, once it was written)."""
    shutil.rmtree(root / "content", ignore_errors=True)
    site = plan(root, files, **options)
    used = load_theme(str(settings(root, **options).theme))
    return build_plan(site, used, output or root / "output", jobs=jobs)


def again(root: Path, **options: object) -> Built:
    """Builds once more what stands in the content folder."""
    walked = walk_the_road(settings(root, **options))
    assert walked.site is not None
    assert walked.theme is not None
    return build_plan(walked.site, walked.theme, root / "output", jobs=1)


def prepare(root: Path, files: Files = WHOLE) -> None:
    """Content and theme for the command line, nothing built."""
    shutil.rmtree(root / "content", ignore_errors=True)
    content(root, files)
    theme(root)


def arguments(root: Path, *more: str) -> list[str]:
    """`pavilion build` of what was prepared below `root`, at the clock of the tests."""
    return [
        "build", "--content", str(root / "content"), "--theme", str(root / "tiny"),
        "--output", str(root / "output"), "--at", CLOCK, "--jobs", "1", *more,
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
