"""Whatever goes wrong, the last good output stays as it was and nothing is written elsewhere."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pages.sites import FRANCE, TWO_COUNTRIES, WHOLE, Files, content, stamps, tree, write

from build.builds import again, arguments, build, prepare, run
from pavilion_gen.build import sharing, writer
from pavilion_gen.build.crew import Shares
from pavilion_gen.build.record import Record
from pavilion_gen.build.writer import OutputFault
from pavilion_gen.cli.main import main
from pavilion_gen.materials.theme_files import ThemeFault

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def pavilion(capsys: pytest.CaptureFixture[str]) -> Say:
    """The command in this process: (exit code, stdout, stderr)."""

    def say(*args: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main(list(args))
        out, err = capsys.readouterr()
        return int(stop.value.code or 0), out, err

    return say


class TestErrorsInContent:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"countries/nz/products/list.yaml": "- id: ["},
            {"countries/nz/merchants.yaml": b"\xff\xfe"},
            {"pages/about.zh.md": "no front matter"},
            {"static/robots.txt": "mine"},
            {"campaigns/2027-fr.yaml": "title: {zh: a, en: b}"},
        ],
    )  # fmt: skip
    def test_nothing_is_written(self, tmp_path: Path, pavilion: Say, wrong: Files) -> None:
        # given a good output, then a mistake in one country
        build(tmp_path)
        before = stamps(tmp_path / "output")
        content(tmp_path, {**WHOLE, **wrong})

        # when it is built
        code, _, err = pavilion(*arguments(tmp_path))

        # then the exit code says that the content is wrong, and every file is as it was
        assert code == 1
        assert next(iter(wrong)) in err
        assert "Nothing was written: " in err
        assert stamps(tmp_path / "output") == before


class TestErrorsInTheTheme:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("\n{{ page.titel }}", "embassy.html, line 2: "),
            ("{% if %}", "embassy.html, line 1: "),
            ('{% include "gone.html" %}', "no template gone.html"),
            ("{% include page.head.title %}", "computes the name"),
            ("{{ 1 / 0 }}", "ZeroDivisionError"),
        ],
    )
    @pytest.mark.parametrize("shared", ["", "countries", "pages"])
    def test_a_fault_in_one_template_leaves_the_output_as_it_was(
        self, tmp_path: Path, pavilion: Say, monkeypatch: pytest.MonkeyPatch, text: str, said: str,
        shared: str,
    ) -> None:  # fmt: skip
        # given one process, or two to which even so small a site is shared out
        jobs = "2" if shared else "1"
        monkeypatch.setattr(sharing, "WORTH_SHARING", 0)
        if shared == "pages":
            monkeypatch.setattr(sharing, "shares", lambda workspace, record, jobs: Shares(jobs))
        build(tmp_path)
        before = stamps(tmp_path / "output")
        write(tmp_path / "tiny", {"templates/embassy.html": text, "templates/header.html": "new"})

        code, _, err = pavilion(*arguments(tmp_path, "--jobs", jobs))

        assert code == 1
        assert said in err
        assert "Nothing was written." in err
        assert stamps(tmp_path / "output") == before
        assert not (tmp_path / "output/.pavilion/staging").exists()

    def test_a_template_that_is_not_there(self, tmp_path: Path) -> None:
        build(tmp_path)
        before = stamps(tmp_path / "output")
        (tmp_path / "tiny/templates/embassy.html").unlink()

        with pytest.raises(ThemeFault, match=r"no template embassy\.html"):
            again(tmp_path)

        assert stamps(tmp_path / "output") == before

    def test_a_theme_that_is_not_there(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)

        code, _, err = pavilion(*arguments(tmp_path, "--theme", "gone"))

        assert code == 2
        assert "There is no theme `gone`" in err
        assert not (tmp_path / "output").exists()


class TestLinks:
    def test_a_folder_of_the_output_that_leads_outside_is_refused(
        self, tmp_path: Path, pavilion: Say
    ) -> None:
        # given an output in which a folder of pages is a link to somewhere else
        prepare(tmp_path)
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "output").mkdir()
        (tmp_path / "output/zh").symlink_to(tmp_path / "elsewhere")

        code, _, err = pavilion(*arguments(tmp_path))

        assert code == 3
        assert "zh leads out of the output folder. Remove the link." in err
        assert list((tmp_path / "elsewhere").iterdir()) == []
        assert tree(tmp_path / "output") == {}  # not even the pages beside it

    def test_so_is_one_deep_inside(self, tmp_path: Path) -> None:
        build(tmp_path)
        pages = tmp_path / "output/zh/fr/products"
        (tmp_path / "elsewhere").mkdir()
        pages.rename(tmp_path / "moved")
        pages.symlink_to(tmp_path / "elsewhere")

        with pytest.raises(OutputFault, match="leads out of the output folder"):
            again(tmp_path)

        assert list((tmp_path / "elsewhere").iterdir()) == []

    def test_the_output_folder_itself_may_be_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "disk").mkdir()
        (tmp_path / "output").symlink_to(tmp_path / "disk")

        build(tmp_path, FRANCE)

        assert (tmp_path / "disk/zh/fr/index.html").is_file()


class TestInTheWay:
    def test_a_foreign_file_where_a_folder_is_needed(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)
        write(tmp_path / "output", {"zh": "mine"})

        code, _, err = pavilion(*arguments(tmp_path))

        assert code == 3
        assert "zh is needed as a folder, and a file stands there. Move it away." in err
        assert tree(tmp_path / "output") == {"zh": b"mine"}

    def test_a_foreign_folder_where_a_file_is_needed(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)
        write(tmp_path / "output", {"robots.txt/mine": "mine"})

        code, _, err = pavilion(*arguments(tmp_path))

        assert code == 3
        assert "robots.txt is a folder, and the site needs a file there. Move it away." in err
        assert tree(tmp_path / "output") == {"robots.txt/mine": b"mine"}

    def test_a_foreign_file_keeps_a_folder_of_the_build_from_making_way(
        self, tmp_path: Path
    ) -> None:
        build(tmp_path, {**FRANCE, "static/notes/a.txt": "a"})
        write(tmp_path / "output", {"notes/mine.txt": "mine"})
        before = stamps(tmp_path / "output")

        with pytest.raises(OutputFault, match="notes is a folder"):
            build(tmp_path, {**FRANCE, "static/notes": "a file"})

        assert stamps(tmp_path / "output") == before

    def test_an_empty_folder_makes_way(self, tmp_path: Path) -> None:
        (tmp_path / "output/humans.txt/empty").mkdir(parents=True)

        build(tmp_path)

        assert (tmp_path / "output/humans.txt").read_text() == "We made this.\n"

    def test_an_output_that_is_a_file(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)
        (tmp_path / "output").write_text("mine")

        code, _, err = pavilion(*arguments(tmp_path))

        assert code == 2
        assert "--output" in err


class TestTwoAtOnce:
    def test_the_second_build_is_told_to_wait(self, tmp_path: Path) -> None:
        # given a build that holds the folder
        build(tmp_path)
        before = stamps(tmp_path / "output")
        with (tmp_path / "output/.pavilion/lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            # when another process builds into it, or cleans it
            second = run(*arguments(tmp_path))
            cleaning = run("clean", "--output", str(tmp_path / "output"))

        # then it says so, and leaves all as it is
        for told in (second, cleaning):
            assert told.returncode == 3
            assert "Another build is writing to" in told.stderr
            assert "Traceback" not in told.stderr
        assert stamps(tmp_path / "output") == before

    def test_the_lock_of_a_build_that_was_killed_holds_nobody_up(self, tmp_path: Path) -> None:
        # a lock is of a process and goes with it; the file that stays means nothing
        write(tmp_path / "output/.pavilion", {"lock": ""})

        assert build(tmp_path).changed > 0


class TestTheDisk:
    @pytest.mark.parametrize("number", [1, 40, 72])
    @pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
    def test_full_or_read_only_while_pages_are_made(
        self, tmp_path: Path, pavilion: Say, monkeypatch: pytest.MonkeyPatch, number: int, code: int
    ) -> None:
        # given a good output and content that changes every file
        build(tmp_path)
        before = stamps(tmp_path / "output")
        write(tmp_path / "tiny", {"templates/header.html": "new", "assets/base.css": "new"})
        content(tmp_path, {**WHOLE, "static/humans.txt": "new"})
        written = 0

        def full(path: str, data: bytes) -> int:
            nonlocal written
            written += 1
            if written == number:
                raise OSError(code, "No space left on device", path)
            return original(path, data)

        original = writer._write
        monkeypatch.setattr(writer, "_write", full)

        # when the disk refuses the nth write
        exit_code, _, err = pavilion(*arguments(tmp_path))

        # then the output is as it was
        assert exit_code == 3
        assert "No space left on device" in err
        assert "Traceback" not in err
        assert stamps(tmp_path / "output") == before
        assert not (tmp_path / "output/.pavilion/staging").exists()

    def test_full_while_the_record_is_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(tmp_path)
        before = stamps(tmp_path / "output")
        write(tmp_path / "tiny", {"templates/header.html": "new"})

        def full(self: Record, name: str, unit: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(Record, "write", full)
        with pytest.raises(OSError, match="No space"):
            again(tmp_path)

        assert stamps(tmp_path / "output") == before

    def test_once_there_is_room_the_next_build_is_right(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(tmp_path, TWO_COUNTRIES)
        original, moved = os.rename, 0

        def breaks(path: str, target: str) -> None:
            nonlocal moved
            moved += 1
            if moved == 20:
                raise OSError(errno.EIO, "Input/output error")
            original(path, target)

        # given a build that failed in the middle of moving files into place
        monkeypatch.setattr(os, "rename", breaks)
        with pytest.raises(OSError, match="Input/output"):
            build(tmp_path, WHOLE)
        monkeypatch.undo()

        # when something else is built
        build(tmp_path, FRANCE)

        # then it is what a build from nothing makes
        build(tmp_path / "fresh", FRANCE)
        assert tree(tmp_path / "output") == tree(tmp_path / "fresh/output")
