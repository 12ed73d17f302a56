"""`pavilion clean`: deletes what a build wrote, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from build.builds import arguments, prepare
from pages.sites import tree, write

from pavilion_gen.cli.main import main

Say = Callable[..., tuple[int, str]]


@pytest.fixture
def pavilion(capsys: pytest.CaptureFixture[str]) -> Say:
    """The command in this process: (exit code, stdout)."""

    def say(*args: str) -> tuple[int, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main(list(args))
        return int(stop.value.code or 0), capsys.readouterr().out

    return say


def test_it_deletes_what_a_build_wrote_and_says_how_much(tmp_path: Path, pavilion: Say) -> None:
    prepare(tmp_path)
    pavilion(*arguments(tmp_path))
    output = tmp_path / "output"

    told = pavilion("clean", "--output", str(output))

    assert told == (0, f"{output}: 112 files removed.\n")
    assert list(output.iterdir()) == []


def test_what_somebody_else_put_there_stays(tmp_path: Path, pavilion: Say) -> None:
    prepare(tmp_path)
    pavilion(*arguments(tmp_path))
    write(tmp_path / "output", {"zh/fr/photo.jpg": "mine", "notes.txt": "mine"})

    pavilion("clean", "--output", str(tmp_path / "output"))

    assert tree(tmp_path / "output") == {"notes.txt": b"mine", "zh/fr/photo.jpg": b"mine"}


def test_twice_is_once(tmp_path: Path, pavilion: Say) -> None:
    prepare(tmp_path)
    pavilion(*arguments(tmp_path))
    pavilion("clean", "--output", str(tmp_path / "output"))

    told = pavilion("clean", "--output", str(tmp_path / "output"))

    assert told == (0, f"{tmp_path}/output: 0 files removed.\n")


def test_where_there_is_no_output_there_is_nothing_to_do(tmp_path: Path, pavilion: Say) -> None:
    told = pavilion("clean", "--output", str(tmp_path / "gone"))

    assert told == (0, f"{tmp_path}/gone: 0 files removed.\n")
    assert list(tmp_path.iterdir()) == []


def test_after_it_a_build_makes_everything_again(tmp_path: Path, pavilion: Say) -> None:
    prepare(tmp_path)
    pavilion(*arguments(tmp_path))
    before = tree(tmp_path / "output")
    pavilion("clean", "--output", str(tmp_path / "output"))

    _, out = pavilion(*arguments(tmp_path))

    assert "; 112 changed, 0 removed; " in out
    assert tree(tmp_path / "output") == before
