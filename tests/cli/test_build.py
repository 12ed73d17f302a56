"""`pavilion build`: what it says, what it reports, and its exit codes."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from build.builds import arguments, prepare, run
from pages.sites import FRANCE, SHARED, WHOLE, Files, content, tree

from pavilion_gen.cli.main import main

Say = Callable[..., tuple[int, str, str]]

HELD_BACK: Files = {
    **WHOLE,
    "countries/fr/products/later.yaml": """\
- id: later-honey
  name: {zh: 明年的蜂蜜, fr: Miel de l’an prochain}
  summary: {zh: 一罐, fr: Un pot}
  category: honey
  merchant: ruche
  price: 9.90
  from: 2027-03-01
""",
}

UNTRANSLATED: Files = {
    **WHOLE,
    "countries/fr/products/list.yaml": str(WHOLE["countries/fr/products/list.yaml"]).replace(
        ", fr: Galettes au beurre", ""
    ),
}


@pytest.fixture
def pavilion(capsys: pytest.CaptureFixture[str]) -> Say:
    """The command in this process: (exit code, stdout, stderr)."""

    def say(*args: str) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main(list(args))
        out, err = capsys.readouterr()
        return int(stop.value.code or 0), out, err

    return say


class TestWhatItSays:
    def test_a_line_sums_the_build_up(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)

        code, out, _ = pavilion(*arguments(tmp_path))

        assert code == 0
        first = re.sub(r"\d+\.\d+ s", "1.0 s", out.splitlines()[0])
        assert first == (
            f"{tmp_path}/output: 76 pages and 36 other files; 112 changed, 0 removed; 1.0 s; "
            "no mistakes."
        )

    def test_a_second_time_nothing_changes(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)
        pavilion(*arguments(tmp_path))

        _, out, _ = pavilion(*arguments(tmp_path))

        assert "; 0 changed, 0 removed; " in out

    def test_it_says_when_the_clock_next_changes_the_site(
        self, tmp_path: Path, pavilion: Say
    ) -> None:
        prepare(tmp_path, HELD_BACK)

        _, out, _ = pavilion(*arguments(tmp_path, "--at", "2027-02-10T00:00+08:00"))

        # a product of France opens at midnight there
        assert out.splitlines()[-1] == (
            "The clock next changes the site at 2027-03-01 07:00 Beijing time."
        )

    def test_where_nothing_will_change_it_says_nothing_of_it(
        self, tmp_path: Path, pavilion: Say
    ) -> None:
        prepare(tmp_path, FRANCE)

        _, out, _ = pavilion(*arguments(tmp_path))

        assert "The clock" not in out

    def test_it_says_which_goods_are_held_back(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path, HELD_BACK)

        _, out, _ = pavilion(*arguments(tmp_path))

        assert "Goods held back (not members, or not now): fr 1." in out.splitlines()

    def test_off_a_terminal_it_prints_plain_lines(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path, UNTRANSLATED)

        _, out, err = pavilion(*arguments(tmp_path))

        assert err == ""
        assert "\x1b" not in out + err
        assert "\r" not in out + err

    def test_on_a_terminal_it_shows_how_far_it_is(
        self, tmp_path: Path, pavilion: Say, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        prepare(tmp_path)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

        _, _, err = pavilion(*arguments(tmp_path))

        assert "Rendering" in err
        assert "100%" in err

    @pytest.mark.parametrize("flag", ["--quiet", "-q"])
    def test_quiet_it_says_nothing_that_is_not_wrong(
        self, tmp_path: Path, pavilion: Say, flag: str
    ) -> None:
        prepare(tmp_path)

        assert pavilion(*arguments(tmp_path, flag)) == (0, "", "")

    def test_quiet_it_still_says_what_is_wrong(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path, {**WHOLE, "static/robots.txt": "mine"})

        code, out, err = pavilion(*arguments(tmp_path, "--quiet"))

        assert (code, out) == (1, "")
        assert "error[duplicate-address]" in err


class TestMistakes:
    def test_an_error_is_located_and_stops_the_build(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path, {**WHOLE, "countries/nz/merchants.yaml": "- id: bush\n  nmae: {zh: a}\n"})

        code, out, err = pavilion(*arguments(tmp_path))

        assert (code, out) == (1, "")
        assert "countries/nz/merchants.yaml:2:3" in err
        assert "Did you mean `name`?" in err
        assert re.search(r"Nothing was written: \d errors?\.\n\Z", err)
        assert not (tmp_path / "output").exists()

    def test_warnings_are_counted_and_the_site_is_built(
        self, tmp_path: Path, pavilion: Say
    ) -> None:
        prepare(tmp_path, UNTRANSLATED)

        code, out, _ = pavilion(*arguments(tmp_path))

        assert code == 0
        assert out.splitlines()[0].endswith("; 1 warning.")
        assert out.splitlines()[1] == "What the warnings are: pavilion check"
        assert (tmp_path / "output/index.html").is_file()

    def test_strict_a_warning_stops_the_build(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path, UNTRANSLATED)

        code, _, err = pavilion(*arguments(tmp_path, "--strict"))

        assert code == 1
        assert "warning[missing-translation]" in err
        assert "Nothing was written: 1 warning." in err
        assert not (tmp_path / "output").exists()

    def test_strict_without_warnings_it_is_built(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)

        assert pavilion(*arguments(tmp_path, "--strict"))[0] == 0


class TestWrongUse:
    @pytest.mark.parametrize(
        ("more", "said"),
        [
            (("--content", "gone"), "There is no folder `gone`."),
            (
                ("--at", "yesterday"),
                "`yesterday` is not a time. Write it as 2027-07-14T12:00+08:00.",
            ),
            (("--at", "0001-01-01"), "--at"),
            (("--base-url", "pavilions.example"), "Write scheme, host and path only"),
            (("--jobs", "-1"), "--jobs"),
            (("--colour",), "No such option"),
        ],
    )
    def test_it_is_said_what_to_write(
        self, tmp_path: Path, pavilion: Say, more: tuple[str, ...], said: str
    ) -> None:
        prepare(tmp_path)

        code, _, err = pavilion(*arguments(tmp_path, *more))

        assert code == 2
        assert said in " ".join(err.split())
        assert not (tmp_path / "output").exists()


class TestOptions:
    def test_drafts_are_built_and_marked(self, tmp_path: Path, pavilion: Say) -> None:
        country = "countries/nz/country.yaml"
        text = str(WHOLE[country]).replace("status: live", "status: draft")
        prepare(tmp_path, {**WHOLE, country: text})

        pavilion(*arguments(tmp_path))
        assert not (tmp_path / "output/zh/nz").exists()
        pavilion(*arguments(tmp_path, "--drafts"))

        page = (tmp_path / "output/zh/nz/index.html").read_text()
        assert "noindex" in page
        # and once more without them they are gone
        pavilion(*arguments(tmp_path))
        assert not (tmp_path / "output/zh/nz").exists()

    def test_another_base_address(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)

        pavilion(*arguments(tmp_path, "--base-url", "https://shop.example/sub/"))

        page = (tmp_path / "output/zh/fr/index.html").read_text()
        assert 'rel="canonical" href="https://shop.example/sub/zh/fr/"' in page

    @pytest.mark.parametrize(
        ("at", "state"),
        [("2027-07-10T09:59", "before"), ("2027-07-10T10:00", "open"), ("2027-07-10T02:00Z", "open"),
         ("2027-07-15", "over")],
    )  # fmt: skip
    def test_the_clock_is_beijings_where_no_zone_is_given(
        self, tmp_path: Path, pavilion: Say, at: str, state: str
    ) -> None:
        prepare(tmp_path)

        assert pavilion(*arguments(tmp_path, "--at", at))[0] == 0

        page = (tmp_path / "output/zh/campaigns/2027-fr/index.html").read_text()
        assert f"state=&#39;{state}&#39;" in page

    def test_without_a_clock_the_one_of_reproducible_builds_counts(
        self, tmp_path: Path, pavilion: Say, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        prepare(tmp_path)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1815530400")  # 2027-07-14 06:00 UTC
        args = [arg for arg in arguments(tmp_path) if arg != "--at" and "T04:00" not in arg]

        assert pavilion(*args)[0] == 0

        page = (tmp_path / "output/zh/campaigns/2027-fr/index.html").read_text()
        assert "state=&#39;open&#39;" in page

    def test_without_any_option_it_builds_what_stands_beside_it(self, tmp_path: Path) -> None:
        prepare(
            tmp_path,
            {**WHOLE, "rates.yaml": str(SHARED["rates.yaml"]).replace("2026-11-20", "2020-01-01")},
        )
        (tmp_path / "themes").mkdir()
        (tmp_path / "tiny").rename(tmp_path / "themes/pavilion")

        told = run("build", cwd=tmp_path)

        assert told.returncode == 0, told.stderr
        assert told.stdout.startswith("output: 76 pages and 36 other files; ")
        assert (tmp_path / "output/zh/index.html").is_file()


class TestReport:
    def report(self, tmp_path: Path) -> dict[str, Any]:
        data: dict[str, Any] = json.loads((tmp_path / "report.json").read_text("utf-8"))
        return data

    def test_of_a_build(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path, HELD_BACK)

        pavilion(*arguments(tmp_path, "--report", str(tmp_path / "report.json")))

        report = self.report(tmp_path)
        assert report.pop("seconds") is not None
        translations = report.pop("translations")
        assert isinstance(translations, dict)
        assert translations["nz"]["en"] == {"translated": 10, "fallback": 0, "missing": 0}
        assert report == {
            "errors": 0, "warnings": 0, "at": "2026-11-25T04:00:00+00:00", "written": True,
            "pages": 76, "files": 112, "rendered": 76, "changed": 112, "removed": 0,
            "next_change": "2026-12-31T16:00:00+00:00", "diagnostics": [],
        }  # fmt: skip

    def test_of_a_build_that_wrote_nothing(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path, {**WHOLE, "static/robots.txt": "mine"})

        pavilion(*arguments(tmp_path, "--report", str(tmp_path / "report.json")))

        report = self.report(tmp_path)
        assert (report["errors"], report["written"]) == (1, False)
        (diagnostic,) = report["diagnostics"]
        assert (diagnostic["code"], diagnostic["file"]) == (
            "duplicate-address",
            "static/robots.txt",
        )

    def test_of_a_build_that_the_theme_stopped(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)
        (tmp_path / "tiny/templates/product.html").write_text("\n{{ page.titel }}")

        pavilion(*arguments(tmp_path, "--report", str(tmp_path / "report.json")))

        report = self.report(tmp_path)
        assert (report["errors"], report["written"]) == (1, False)
        (diagnostic,) = report["diagnostics"]
        assert diagnostic["code"] == "theme"
        assert diagnostic["message"].startswith("product.html, line 2: ")

    def test_no_option_no_report(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)

        pavilion(*arguments(tmp_path))

        assert sorted(path.name for path in tmp_path.iterdir()) == [
            "cache", "content", "output", "tiny",
        ]  # fmt: skip


class TestCache:
    """The folder for what need not be made again: named, else beside the content."""

    def unnamed(self, tmp_path: Path) -> list[str]:
        args = arguments(tmp_path)
        at = args.index("--cache")
        return args[:at] + args[at + 2 :]

    def test_a_named_one_is_used(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)

        assert pavilion(*arguments(tmp_path))[0] == 0

        assert (tmp_path / "cache/kept.sqlite").is_file()
        assert not (tmp_path / ".pavilion-cache").exists()

    def test_else_the_one_of_the_environment(
        self, tmp_path: Path, pavilion: Say, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        prepare(tmp_path)
        monkeypatch.setenv("PAVILION_CACHE", str(tmp_path / "shared/cache"))

        assert pavilion(*self.unnamed(tmp_path))[0] == 0

        assert (tmp_path / "shared/cache/kept.sqlite").is_file()

    def test_else_one_beside_the_content(
        self, tmp_path: Path, pavilion: Say, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        prepare(tmp_path)
        monkeypatch.delenv("PAVILION_CACHE", raising=False)

        assert pavilion(*self.unnamed(tmp_path))[0] == 0

        assert (tmp_path / ".pavilion-cache/kept.sqlite").is_file()

    def test_one_inside_the_content_is_refused(self, tmp_path: Path, pavilion: Say) -> None:
        prepare(tmp_path)
        before = tree(tmp_path / "content")

        code, _, err = pavilion(*arguments(tmp_path, "--cache", str(tmp_path / "content/cache")))

        assert code == 2
        assert "inside the content folder" in " ".join(err.split())
        assert tree(tmp_path / "content") == before

    @pytest.mark.parametrize("damaged", [False, True])
    def test_with_one_the_same_site_is_built_as_without(
        self, tmp_path: Path, pavilion: Say, damaged: bool
    ) -> None:
        prepare(tmp_path)
        pavilion(*arguments(tmp_path))
        if damaged:
            (tmp_path / "cache/kept.sqlite").write_bytes(b"junk")

        again = str(tmp_path / "again")
        assert pavilion(*arguments(tmp_path, "--output", again))[0] == 0

        assert tree(tmp_path / "again") == tree(tmp_path / "output")


def test_the_content_folder_is_never_written_into(tmp_path: Path, pavilion: Say) -> None:
    prepare(tmp_path)
    before = tree(tmp_path / "content")

    pavilion(*arguments(tmp_path))

    assert tree(tmp_path / "content") == before


@pytest.mark.parametrize("inside", ["content", "content/output", "content/static"])
def test_an_output_inside_the_content_is_refused(
    tmp_path: Path, pavilion: Say, inside: str
) -> None:
    prepare(tmp_path)
    before = tree(tmp_path / "content")

    code, _, err = pavilion(*arguments(tmp_path, "--output", str(tmp_path / inside)))

    assert code == 2
    assert "inside the content folder" in " ".join(err.split())
    assert tree(tmp_path / "content") == before


def test_a_build_corrects_itself_once_the_content_is_mended(tmp_path: Path, pavilion: Say) -> None:
    prepare(tmp_path, {**WHOLE, "static/robots.txt": "mine"})
    pavilion(*arguments(tmp_path))
    (tmp_path / "content/static/robots.txt").unlink()
    content(tmp_path, WHOLE)

    assert pavilion(*arguments(tmp_path))[0] == 0
