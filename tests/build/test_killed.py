"""A build may be killed at any moment; the next one is right, whatever it builds."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pages.sites import FRANCE, NEW_ZEALAND, Files, tree
from road import Memory

from build.builds import again, arguments, build, command, prepare
from pavilion_gen.build import writer

BEFORE: Files = {**FRANCE, "static/notes/a.txt": "a"}
WHILE: Files = {**FRANCE, **NEW_ZEALAND, "static/notes": "a file", "static/b.txt": "b"}
AFTER: Files = {**FRANCE, "static/c.txt": "c"}


def test_killed_at_random_moments(tmp_path: Path) -> None:
    # given how long a build takes, and what it makes
    prepare(tmp_path / "fresh", WHILE)
    started = time.monotonic()
    subprocess.run(command(*arguments(tmp_path / "fresh")), check=True, capture_output=True)
    seconds = time.monotonic() - started
    right = tree(tmp_path / "fresh/output")
    build(tmp_path, BEFORE)
    prepare(tmp_path, WHILE)
    foreign = tmp_path / "output/foreign.txt"
    foreign.write_text("mine")
    chance = random.Random(26)

    # when builds are killed, most of them while they write
    killed = 0
    for number in range(20):
        cold = ("--cache", str(tmp_path / f"cache-{number}"))  # a warm one would be done too soon
        process = subprocess.Popen(
            command(*arguments(tmp_path, *cold)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(seconds * chance.triangular(0.2, 0.95, 0.7))
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        # then every file is whole: of the build before, or of this one
        for path, data in tree(tmp_path / "output").items():
            if path in right and path not in ("robots.txt",):
                assert data.endswith(b"\n") or data == right[path]

    # then a build that nobody kills makes what a build from nothing makes
    subprocess.run(command(*arguments(tmp_path)), check=True, capture_output=True)
    assert tree(tmp_path / "output") == {**right, "foreign.txt": b"mine"}
    assert killed > 0


STEPS = (
    (Path, "write_bytes"), (Path, "replace"), (Path, "unlink"), (Path, "rmdir"), (Path, "mkdir"),
    (writer, "_write"), (os, "rename"), (os, "mkdir"), (shutil, "rmtree"),
)  # fmt: skip


def die_at(number: int, after: bool) -> None:
    """From now on, the process ends at its nth step on the disk, before or right after it."""
    done = 0

    def deadly(step: Callable[..., object]) -> Callable[..., object]:
        def take(*args: object, **options: object) -> object:
            nonlocal done
            done += 1
            mine = done  # a step may take others inside it
            if mine == number and not after:
                os._exit(9)
            try:
                return step(*args, **options)
            finally:
                if mine == number and after:
                    os._exit(9)

        return take

    for owner, name in STEPS:
        setattr(owner, name, deadly(getattr(owner, name)))


@pytest.mark.parametrize(("after", "stride"), [(False, 11), (True, 17)], ids=["before", "after"])
def test_killed_at_every_kind_of_step(tmp_path: Path, after: bool, stride: int) -> None:
    # given three states of the content, and an output of the first
    kept = Memory()
    build(tmp_path / "before", BEFORE, output=tmp_path / "good", kept=kept)
    prepare(tmp_path / "while", WHILE)
    build(tmp_path / "after", AFTER, output=tmp_path / "right", kept=kept)
    right = tree(tmp_path / "right")
    output = tmp_path / "output"

    number, code = 1, 9
    while code == 9:
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(tmp_path / "good", output)
        (output / "foreign.txt").write_text("mine")

        # when a build of the second is killed at its nth step
        child = os.fork()
        if child == 0:
            try:
                die_at(number, after)
                again(tmp_path / "while", output=output, kept=kept)
            finally:
                os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

        # then a build of the third leaves nothing of the two before, and what is foreign stays
        again(tmp_path / "after", output=output, kept=kept)
        assert tree(output) == {**right, "foreign.txt": b"mine"}, f"killed at step {number}"
        number += stride

    assert number > 100
