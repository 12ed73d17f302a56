"""`pavilion check`: exit codes, and how it speaks to people and to programs."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from pavilion_gen.build import survey
from pavilion_gen.cli.main import main
from pavilion_gen.cli.options import clock

Files = dict[str, str | bytes]
LIST = "countries/fr/products/list.yaml"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def check(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """Runs `pavilion check` on a folder, for an instant at which the small site is right."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def run(root: Path, *options: str, at: str = "2026-11-25T12:00") -> Ran:
        arguments = ["check", "--content", str(root), *options]
        if at:
            arguments += ["--at", at]
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        out, err = capsys.readouterr()
        code = stop.value.code
        assert isinstance(code, int)
        return Ran(code, out, err)

    return run


@pytest.fixture
def right(site: Callable[[Files], Path], france: Files) -> Path:
    return site(france)


@pytest.fixture
def wrong(site: Callable[[Files], Path], france: Files) -> Path:
    text = str(france[LIST]).replace("price: 14.90", "price: -1")
    return site({**france, LIST: text})


@pytest.fixture
def doubtful(site: Callable[[Files], Path], france: Files) -> Path:
    """A site with one warning: a product without its French summary."""
    text = str(france[LIST]).replace("summary: {zh: 蜂蜜, fr: Du miel}", "summary: {zh: 蜂蜜}", 1)
    return site({**france, LIST: text})


def test_right_content_exits_with_0_and_says_so(check: Callable[..., Ran], right: Path) -> None:
    ran = check(right)

    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(
        rf"Checked {re.escape(str(right))}: \d+ pages planned, no mistakes\.\n", ran.out
    )


def test_an_error_exits_with_1_and_is_shown_with_its_place(
    check: Callable[..., Ran], wrong: Path
) -> None:
    ran = check(wrong)

    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("error[bad-price] The price -1 is not above zero.\n")
    assert f"--> {wrong}/{LIST}:7:10\n  7 |   price: -1\n    |          ^^\n" in ran.out
    assert ran.out.endswith(": 1 error.\n")


def test_a_warning_exits_with_0_and_with_strict_with_1(
    check: Callable[..., Ran], doubtful: Path
) -> None:
    assert check(doubtful).code == 0
    assert check(doubtful, "--strict").code == 1
    assert "1 warning." in check(doubtful).out


def test_json_is_one_valid_document(check: Callable[..., Ran], wrong: Path) -> None:
    ran = check(wrong, "--format", "json")

    [one] = json.loads(ran.out)["diagnostics"]
    assert ran.code == 1
    assert (one["code"], one["severity"]) == ("bad-price", "error")
    assert (one["file"], one["line"], one["column"]) == (LIST, 7, 10)


def test_the_report_holds_the_counts_and_all_diagnostics(
    check: Callable[..., Ran], wrong: Path, tmp_path: Path
) -> None:
    check(wrong, "--report", str(tmp_path / "report.json"))

    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (report["errors"], report["warnings"]) == (1, 0)
    assert report["at"] == "2026-11-25T04:00:00+00:00"
    assert report["diagnostics"][0]["code"] == "bad-price"


def test_quiet_says_only_what_is_wrong(
    check: Callable[..., Ran], site: Callable[[Files], Path], france: Files
) -> None:
    assert check(site(france), "--quiet") == Ran(0, "", "")

    text = str(france[LIST]).replace("price: 14.90", "price: -1")
    ran = check(site({**france, LIST: text}), "-q")

    assert ran.out.startswith("error[bad-price]")
    assert "Checked" not in ran.out


def test_of_very_many_mistakes_the_first_hundred_are_shown_and_the_rest_counted(
    check: Callable[..., Ran], site: Callable[[Files], Path], france: Files
) -> None:
    entry = str(france[LIST]).split("- id: linden-honey")[0].replace("14.90", "x")
    many = "".join(entry.replace("lavender-honey", f"honey-{n}").replace("薰衣草蜂蜜", f"蜜{n}")
                   .replace("de lavande", str(n)) for n in range(130))  # fmt: skip

    ran = check(site({**france, LIST: many}))

    assert ran.out.count("error[bad-price]") == 100
    assert "30 more are not shown: 30 bad-price." in ran.out
    assert "130 errors." in ran.out


def test_errors_stand_last_where_an_editor_looks_first(
    check: Callable[..., Ran], site: Callable[[Files], Path], france: Files
) -> None:
    # Given a warning in a file that comes after one with an error
    country = str(france["countries/fr/country.yaml"]).replace('"#734BA4"', '"#BBC6FF"')
    product = str(france[LIST]).replace(", fr: Miel de lavande", "", 1)

    ran = check(site({**france, "countries/fr/country.yaml": country, LIST: product}))

    assert ran.out.index("warning[") < ran.out.rindex("error[")
    assert ran.out.rindex("warning[") < ran.out.index("error[")


def test_one_country_can_be_checked_alone(
    check: Callable[..., Ran], site: Callable[[Files], Path], france: Files
) -> None:
    other = {name.replace("/fr/", "/ch/"): text for name, text in france.items()}
    other["countries/ch/merchants.yaml"] = "- {"

    root = site({**france, **other})

    assert check(root).code == 1
    assert check(root, "--country", "fr").code == 0
    assert check(root, "--country", "ch").code == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--country", "xx"], "There is no country `xx`."),
        (["--country", ".."], "There is no country `..`."),
        (["--at", "soon"], "`soon` is not a time."),
        (["--at", "0001-01-01"], "out of range"),
        (["--at", "1066-10-14"], "the year must lie between 1990 and 9000."),
        (["--base-url", "pavilions.example"], "Write scheme, host and path only"),
        (["--format", "xml"], "xml"),
        (["--colour"], "--colour"),
    ],
)
def test_wrong_use_exits_with_2_and_says_what_is_wrong(
    check: Callable[..., Ran], right: Path, options: list[str], message: str
) -> None:
    ran = check(right, *options, at="")

    assert ran.code == 2
    assert message in ran.err


def test_a_content_folder_that_is_not_there(check: Callable[..., Ran], tmp_path: Path) -> None:
    ran = check(tmp_path / "gone")

    assert ran.code == 2
    assert "There is no folder" in ran.err


def test_a_command_that_does_not_exist_suggests_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["chekc"])

    assert stop.value.code == 2
    assert "Did you mean `check`?" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_exits_with_3(
    check: Callable[..., Ran], right: Path, tmp_path: Path
) -> None:
    ran = check(right, "--report", str(tmp_path / "gone/report.json"))

    assert ran.code == 3
    assert "No such file or directory" in ran.err


def test_a_fault_of_our_own_exits_with_4_and_keeps_its_trace_in_a_file(
    check: Callable[..., Ran], right: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the road ends here")

    monkeypatch.setattr(survey, "inspect", fail)

    ran = check(right)

    assert ran.code == 4
    assert "Traceback" not in ran.out + ran.err
    assert "the road ends here" not in ran.err
    named = re.search(r"(/\S+pavilion-fault-\S+\.txt)", ran.err)
    assert named is not None
    trace = Path(named[1]).read_text(encoding="utf-8")
    Path(named[1]).unlink()
    assert "Traceback" in trace
    assert "RuntimeError: the road ends here" in trace


# The clock


def test_without_a_zone_a_time_is_beijing_s_and_seconds_are_cut() -> None:
    assert clock("2027-07-14T12:00:59") == datetime(2027, 7, 14, 4, 0, tzinfo=UTC)
    assert clock("2027-07-14T12:00+00:00") == datetime(2027, 7, 14, 12, 0, tzinfo=UTC)
    assert clock("2027-07-14") == datetime(2027, 7, 13, 16, 0, tzinfo=UTC)


def test_the_epoch_of_reproducible_builds_is_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000059")

    assert clock(None) == datetime(2027, 1, 15, 8, 0, tzinfo=UTC)
    assert clock("2027-07-14") == datetime(2027, 7, 13, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize("epoch", ["soon", "1.5", "99999999999999999999", "-99999999999"])
def test_an_epoch_that_is_none_is_a_wrong_use(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    with pytest.raises(click.UsageError):
        clock(None)


def test_the_clock_decides_what_is_wrong(check: Callable[..., Ran], right: Path) -> None:
    assert check(right, at="2026-11-19").code == 1
    assert "no-rate" in check(right, at="2026-11-19").out
    assert check(right, at="2026-11-20").code == 0


# The terminal


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", *arguments], capture_output=True, text=True, check=False,
        env={"PATH": "/usr/bin:/bin", **environment},
    )  # fmt: skip


def test_help_imports_nothing_heavy() -> None:
    heavy = ("jinja2", "markdown", "babel", "yaml", "PIL", "msgspec", "nh3", "livereload", "stdnum")
    source = (
        "import sys\n"
        "from pavilion_gen.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit as stop:\n    assert not stop.code\n"
        f"print('HEAVY', sorted(set({heavy!r}) & sys.modules.keys()))"
    )

    ran = run(source)

    assert "pavilion check" in ran.stdout
    assert ran.stdout.endswith("HEAVY []\n"), ran.stderr


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)],
)
def test_colours_are_for_terminals_and_for_those_who_want_them(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    from pavilion_gen.cli.report import wants_colour

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert wants_colour(Terminal()) is coloured


def test_output_that_is_no_terminal_is_plain(check: Callable[..., Ran], wrong: Path) -> None:
    assert "\x1b" not in check(wrong).out
