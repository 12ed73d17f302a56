"""`pavilion check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pavilion_gen.cli.options import (
    content_options,
    country_option,
    quiet_option,
    refuse_inside,
    report_option,
    settings_of,
)
from pavilion_gen.cli.report import print_diagnostics, summary, verdict, write_report
from pavilion_gen.diagnostics.json_format import render as render_json
from pavilion_gen.workspace import walk_the_road


@click.command("check")
@content_options
@country_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="How to print the diagnostics.")  # fmt: skip
@report_option
@quiet_option
@click.pass_context
def command(
    ctx: click.Context, /, format_: str, report: Path | None, quiet: bool, **options: Any
) -> None:
    """Find every mistake in the content; write nothing.

    Each mistake is told with its file, line and column, and with what to write instead.
    Exits with 1 when there are errors.
    """
    settings = settings_of(**options)
    refuse_inside(settings.content, report, "--report")
    walked = walk_the_road(settings)
    if format_ == "json":
        click.echo(render_json(walked.diagnostics))
    else:
        print_diagnostics(walked.diagnostics, settings.content, to_stderr=False)
        if not quiet:
            pages = f"{len(walked.site.pages)} pages planned, " if walked.site else ""
            click.echo(f"Checked {settings.content}: {pages}{summary(walked)}.")
    write_report(report, walked, at=settings.at.isoformat())
    ctx.exit(verdict(walked, strict=settings.strict))
