"""`pavilion build`."""

from __future__ import annotations

import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from pavilion_gen.build.record import Last
from pavilion_gen.build.unchanged import Looked, look_first
from pavilion_gen.cli.options import (
    BEIJING,
    cache_folder,
    cache_option,
    content_options,
    quiet_option,
    refuse_inside,
    report_option,
    settings_of,
)
from pavilion_gen.settings import Settings

if TYPE_CHECKING:
    from pavilion_gen.workspace import Workspace


@click.command("build")
@content_options
@click.option("--output", type=click.Path(path_type=Path, file_okay=False),
              default=Path("output"), show_default=True, help="The folder to write into.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=0), default=0,
              help="Processes to build with; 0: one a core.")  # fmt: skip
@cache_option
@click.option("--verify", "proof", is_flag=True,
              help="Then build again from nothing, elsewhere, and compare every byte.")  # fmt: skip
@click.option("--why", "about", metavar="PAGE", default="",
              help="Say why a page was rendered or was not, such as /zh/fr/.")  # fmt: skip
@report_option
@quiet_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    output: Path,
    jobs: int,
    cache: Path | None,
    proof: bool,
    about: str,
    report: Path | None,
    quiet: bool,
    **options: Any,
) -> None:
    """Build the whole site into the output folder.

    Only what changed is read, planned and rendered, and only files whose bytes change are touched.
    When the content has an error nothing is written: the last good output stays as it is.
    """
    started = time.monotonic()
    settings = settings_of(**options)
    for path, option in ((report, "--report"), (output, "--output"), (cache, "--cache")):
        refuse_inside(settings.content, path, option)
    looked = look_first(settings, output, jobs=jobs)
    code = 0
    if looked.last is None or about or report:
        workspace = _workspace(settings, looked, cache_folder(cache, settings.content))
        code = _build(workspace, looked, output, jobs, about, report, quiet, started)
    elif not quiet:
        _say(looked.last, output, 0, 0, time.monotonic() - started)
    if proof and not code:
        code = _verify(settings, output, jobs, quiet)
    ctx.exit(code)


def _workspace(settings: Settings, looked: Looked, cache: Path) -> Workspace:
    from pavilion_gen.build.cache import Cache
    from pavilion_gen.build.engine import engine_key
    from pavilion_gen.workspace import Workspace

    return Workspace(settings, Cache(cache), engine_key(), looked.snapshot)


def _build(
    workspace: Workspace,
    looked: Looked,
    output: Path,
    jobs: int,
    about: str,
    report: Path | None,
    quiet: bool,
    started: float,
) -> int:
    from pavilion_gen.build.record import Record
    from pavilion_gen.build.site import build
    from pavilion_gen.cli.main import WRONG_CONTENT
    from pavilion_gen.cli.report import print_diagnostics, verdict, write_report
    from pavilion_gen.content.locate import locate
    from pavilion_gen.diagnostics import Diagnostic, Place
    from pavilion_gen.diagnostics.terminal import tally
    from pavilion_gen.materials.theme_files import ThemeFault

    settings = workspace.settings
    try:
        with _Bar(quiet) as bar:
            outcome = build(
                workspace,
                output,
                jobs=jobs,
                all_there=looked.outputs.all_there,
                about=_path_of(about),
                progress=bar,
            )
        told = outcome.diagnostics
    except ThemeFault as fault:
        click.echo(f"The theme cannot be used as it is: {fault}\nNothing was written.", err=True)
        survey = workspace.survey()
        found = locate(settings.content, [*survey.diagnostics,
                                          Diagnostic("theme", Place(""), str(fault))])  # fmt: skip
        write_report(report, survey, found, at=settings.at.isoformat(), written=False)
        return WRONG_CONTENT
    if outcome.built is None:
        found = locate(settings.content, told)
        print_diagnostics(tuple(found), settings.content, to_stderr=True)
        click.echo(f"Nothing was written: {tally(found)}.", err=True)
        write_report(report, outcome.survey, found, at=settings.at.isoformat(), written=False)
        return verdict(found, strict=settings.strict)
    last = Record(output).last()
    assert last is not None
    built, seconds = outcome.built, time.monotonic() - started
    if not quiet:
        _say(last, output, built.changed, built.removed, seconds)
    if outcome.reason:
        click.echo(outcome.reason)
    if report is not None:
        write_report(
            report,
            outcome.survey,
            locate(settings.content, told),
            at=settings.at.isoformat(),
            written=True,
            pages=built.pages,
            files=built.files,
            rendered=built.rendered,
            changed=built.changed,
            removed=built.removed,
            seconds=round(seconds, 3),
            next_change=last.next_change or None,
        )
    return 0


def _path_of(page: str) -> str:
    """The path in the output of a page that is named by its address, whole or in part."""
    path = urlsplit(page).path.lstrip("/")
    return (
        path if not page or path.endswith(".html") else f"{path.rstrip('/')}/index.html".lstrip("/")
    )


def _verify(settings: Settings, output: Path, jobs: int, quiet: bool) -> int:
    from pavilion_gen.build.engine import engine_key
    from pavilion_gen.build.verify import verify
    from pavilion_gen.cli.main import OUR_FAULT

    verified = verify(settings, output, engine_key(), jobs=jobs)
    if verified.differing:
        listed = "\n".join(f"  {path}" for path in verified.differing[:20])
        more = len(verified.differing) - 20
        click.echo(
            f"{len(verified.differing)} files are not what a build from nothing makes:\n{listed}"
            + (f"\n  … and {more} more" if more > 0 else "")
            + "\nThat is a fault of Pavilion's own, or the files were changed. "
            "`pavilion clean` and a new build make them right.",
            err=True,
        )
        return OUR_FAULT
    if not quiet:
        click.echo(
            f"Verified: {verified.files} files are, byte for byte, those of a build from nothing."
        )
    return 0


def _say(last: Last, output: Path, changed: int, removed: int, seconds: float) -> None:
    mistakes = last.mistakes or "no mistakes"
    click.echo(
        f"{output}: {last.pages} pages and {last.files - last.pages} other files; "
        f"{changed} changed, {removed} removed; {seconds:.2f} s; {mistakes}."
    )
    if last.mistakes:
        click.echo("What the warnings are: pavilion check")
    held = [f"{country} {count}" for country, count in last.held_back]
    if held:
        click.echo(f"Goods held back (not members, or not now): {', '.join(held)}.")
    if last.next_change:
        moment = datetime.fromisoformat(last.next_change).astimezone(BEIJING)
        click.echo(f"The clock next changes the site at {moment:%Y-%m-%d %H:%M} Beijing time.")


class _Bar:
    """A progress bar, on a terminal, once there is something to wait for."""

    def __init__(self, quiet: bool) -> None:
        self._shown = sys.stderr.isatty() and not quiet
        self._bar: Any = None
        self._done = 0

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *reason: Any) -> None:
        if self._bar is not None:
            self._bar.__exit__(*reason)

    def __call__(self, done: int, total: int) -> None:
        if not self._shown:
            return
        if self._bar is None or done < self._done:
            self.__exit__(None, None, None)
            self._bar = click.progressbar(length=total, label="Rendering", file=sys.stderr)
            self._bar.__enter__()
            self._done = 0
        self._bar.length = total  # which grows while more is planned
        self._bar.update(done - self._done)
        self._done = done
