"""The proof of an incremental build, and what it says of one page."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pages.sites import write

from build.builds import arguments, prepare
from pavilion_gen.cli.main import main
from pavilion_gen.content.reader import Reader
from pavilion_gen.content.walk import SourceFile

Say = Callable[..., tuple[int, str, str]]
GOODS = "content/countries/fr/products/list.yaml"
PAGE = "/fr/fr/products/lavender-honey/"


@pytest.fixture
def pavilion(capsys: pytest.CaptureFixture[str]) -> Say:
    """The command in this process: (exit code, stdout, stderr)."""

    def say(*args: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main(list(args))
        out, err = capsys.readouterr()
        return int(stop.value.code or 0), out, err

    return say


@pytest.fixture
def site(tmp_path: Path, pavilion: Say) -> Path:
    """A site that was built."""
    prepare(tmp_path)
    code, _, err = pavilion(*arguments(tmp_path))
    assert code == 0, err
    return tmp_path


def edit(site: Path, path: str, old: str, new: str) -> None:
    text = (site / path).read_text(encoding="utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new, 1), encoding="utf-8")


class TestVerify:
    def test_what_was_built_is_what_a_build_from_nothing_makes(
        self, site: Path, pavilion: Say
    ) -> None:
        edit(site, GOODS, "14.90", "15.90")

        code, out, _ = pavilion(*arguments(site, "--verify"))

        assert code == 0
        assert "byte for byte, those of a build from nothing" in out

    def test_a_stale_page_is_told_of(self, site: Path, pavilion: Say) -> None:
        # given a page that an incremental build takes for right, and that is not
        page = site / "output/zh/index.html"
        stamp = page.stat().st_mtime_ns
        data = page.read_bytes()
        page.write_bytes(b"X" + data[1:])
        os.utime(page, ns=(stamp, stamp))

        code, _, err = pavilion(*arguments(site, "--verify"))

        assert code == 4
        assert "1 files are not what a build from nothing makes" in err
        assert "zh/index.html" in err


class TestWhy:
    def why(self, pavilion: Say, site: Path, page: str = PAGE, *more: str) -> str:
        code, out, err = pavilion(*arguments(site, "--why", page, *more))
        assert code == 0, err
        return out

    def test_nothing_differs(self, site: Path, pavilion: Say) -> None:
        assert "was not rendered: nothing that it is made of differs" in self.why(pavilion, site)

    def test_what_it_shows_differs_and_the_file_is_named(self, site: Path, pavilion: Say) -> None:
        edit(site, GOODS, "14.90", "15.90")

        said = self.why(pavilion, site)

        assert "was rendered, because of\n  - what it shows\n" in said
        assert "Changed since the last build: countries/fr/products/list.yaml" in said

    def test_a_page_that_an_edit_does_not_reach(self, site: Path, pavilion: Say) -> None:
        edit(site, GOODS, "14.90", "15.90")

        assert "was not rendered" in self.why(pavilion, site, "/en/nz/products/manuka-honey/")

    def test_its_template_differs(self, site: Path, pavilion: Say) -> None:
        path = site / "tiny/templates/header.html"
        path.write_text(path.read_text(encoding="utf-8") + "<hr>", encoding="utf-8")

        said = self.why(pavilion, site)

        assert "  - its template, or one that this includes" in said
        assert "Changed since" not in said

    def test_the_frame_differs(self, site: Path, pavilion: Say) -> None:
        write(site / "tiny", {"assets/base.css": "body { margin: 9px }\n"})

        assert "  - the frame around the page" in self.why(pavilion, site)

    def test_the_file_is_missing(self, site: Path, pavilion: Say) -> None:
        (site / "output/fr/fr/products/lavender-honey/index.html").unlink()

        assert "the file was missing, or not as the last build left it" in self.why(pavilion, site)

    def test_a_whole_address_and_a_path_name_the_same_page(self, site: Path, pavilion: Say) -> None:
        whole = f"https://pavilions.example{PAGE}"

        said = {self.why(pavilion, site, page) for page in (whole, PAGE[1:-1], f"{PAGE}index.html")}

        assert len({line for one in said for line in one.split("\n") if "rendered" in line}) == 1

    def test_a_page_that_is_not_there(self, site: Path, pavilion: Say) -> None:
        said = self.why(pavilion, site, "/fr/fr/products/lavander-honey/")

        assert "There is no page fr/fr/products/lavander-honey/index.html." in said
        assert "Did you mean fr/fr/products/lavender-honey/index.html?" in said


def test_a_file_that_is_saved_while_it_is_read_is_no_fault_of_ours(
    site: Path, pavilion: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = Reader._parse

    def saved(self: Reader, file: SourceFile, *rest: Any) -> Any:
        edit(site, GOODS, "galettes", "galettes-x")
        return original(self, file, *rest)

    edit(site, GOODS, "14.90", "15.90")
    monkeypatch.setattr(Reader, "_parse", saved)

    code, _, err = pavilion(*arguments(site))

    assert code == 3
    assert "list.yaml was saved while it was being read. Run the command again." in err
