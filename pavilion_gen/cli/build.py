"""`pavilion build`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import click
import msgspec

from pavilion_gen.build.site import Built, build
from pavilion_gen.catalogue.world import World
from pavilion_gen.cli.main import OUR_FAULT, WRONG_CONTENT
from pavilion_gen.cli.options import (
    BEIJING,
    content_options,
    quiet_option,
    refuse_inside,
    report_option,
    settings_of,
)
from pavilion_gen.cli.report import print_diagnostics, summary, verdict, write_report
from pavilion_gen.content.locate import locate
from pavilion_gen.diagnostics import Diagnostic, Place
from pavilion_gen.materials.theme import ThemeFault
from pavilion_gen.workspace import walk_the_road


@click.command("build")
@content_options
@click.option("--output", type=click.Path(path_type=Path, file_okay=False),
              default=Path("output"), show_default=True, help="The folder to write into.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=0), default=0,
              help="Processes to render with; 0: one a core.")  # fmt: skip
@report_option
@quiet_option
@click.pass_context
def command(
    ctx: click.Context, /, output: Path, jobs: int, report: Path | None, quiet: bool, **options: Any
) -> None:
    """Build the whole site into the output folder.

    Only files whose bytes change are touched. When the content has an error nothing is written:
    the last good output stays as it is.
    """
    started = time.monotonic()
    settings = settings_of(**options)
    refuse_inside(settings.content, report, "--report")
    refuse_inside(settings.content, output, "--output")
    walked = walk_the_road(settings)
    told = walked.diagnostics if walked.site is None else ()
    print_diagnostics(told, settings.content, to_stderr=True)
    if walked.site is None or walked.theme is None or walked.world is None:
        click.echo(f"Nothing was written: {summary(walked)}.", err=True)
        write_report(report, walked, at=settings.at.isoformat(), written=False)
        ctx.exit(verdict(walked, strict=settings.strict) or OUR_FAULT)
    world = walked.world
    try:
        with _Bar(len(walked.site.pages), quiet) as bar:
            built = build(walked.site, walked.theme, output, jobs=jobs, progress=bar)
    except ThemeFault as fault:
        click.echo(f"The theme cannot be used as it is: {fault}\nNothing was written.", err=True)
        found = locate(settings.content, [Diagnostic("theme", Place(""), str(fault))])
        walked = msgspec.structs.replace(walked, diagnostics=(*walked.diagnostics, *found))
        write_report(report, walked, at=settings.at.isoformat(), written=False)
        ctx.exit(WRONG_CONTENT)
    seconds = time.monotonic() - started
    if not quiet:
        _say(built, world, output, seconds, summary(walked))
    write_report(
        report,
        walked,
        at=settings.at.isoformat(),
        written=True,
        pages=built.pages,
        files=built.files,
        rendered=built.rendered,
        changed=built.changed,
        removed=built.removed,
        seconds=round(seconds, 3),
        next_change=world.next_change.isoformat() if world.next_change else None,
    )


def _say(built: Built, world: World, output: Path, seconds: float, mistakes: str) -> None:
    click.echo(
        f"{output}: {built.pages} pages and {built.files - built.pages} other files; "
        f"{built.changed} changed, {built.removed} removed; {seconds:.1f} s; {mistakes}."
    )
    if mistakes.endswith(("warning", "warnings")):
        click.echo("What the warnings are: pavilion check")
    held = [f"{country} {count}" for country, count in world.held_back if count]
    if held:
        click.echo(f"Goods held back (not members, or not now): {', '.join(held)}.")
    if world.next_change is not None:
        moment = world.next_change.astimezone(BEIJING)
        click.echo(f"The clock next changes the site at {moment:%Y-%m-%d %H:%M} Beijing time.")


class _Bar:
    """A progress bar on a terminal; a plain line elsewhere."""

    def __init__(self, total: int, quiet: bool) -> None:
        self._shown = sys.stderr.isatty() and not quiet
        self._bar: Any = None
        self._done = 0
        if self._shown:
            self._bar = click.progressbar(length=total, label="Rendering", file=sys.stderr)
        elif not quiet:
            click.echo(f"Rendering {total} pages.", err=True)

    def __enter__(self) -> _Bar:
        if self._bar is not None:
            self._bar.__enter__()
        return self

    def __exit__(self, *reason: Any) -> None:
        if self._bar is not None:
            self._bar.__exit__(*reason)

    def __call__(self, done: int, total: int) -> None:
        if self._bar is not None:
            self._bar.update(done - self._done)
        self._done = done
