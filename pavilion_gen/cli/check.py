"""`pavilion check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pavilion_gen.cli.options import (
    cache_folder,
    cache_option,
    content_options,
    country_option,
    quiet_option,
    refuse_inside,
    report_option,
    settings_of,
)


@click.command("check")
@content_options
@country_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="How to print the diagnostics.")  # fmt: skip
@cache_option
@report_option
@quiet_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    format_: str,
    cache: Path | None,
    report: Path | None,
    quiet: bool,
    **options: Any,
) -> None:
    """Find every mistake in the content; write nothing but the cache.

    Each mistake is told with its file, line and column, and with what to write instead.
    Exits with 1 when there are errors.
    """
    settings = settings_of(**options)
    refuse_inside(settings.content, report, "--report")
    refuse_inside(settings.content, cache, "--cache")
    from pavilion_gen.build.cache import Cache
    from pavilion_gen.build.engine import engine_key
    from pavilion_gen.build.survey import inspect
    from pavilion_gen.cli.report import print_diagnostics, verdict, write_report
    from pavilion_gen.content.locate import locate
    from pavilion_gen.diagnostics.json_format import render as render_json
    from pavilion_gen.diagnostics.terminal import tally
    from pavilion_gen.workspace import Workspace

    kept = Cache(cache_folder(cache, settings.content))
    inspected = inspect(Workspace(settings, kept, engine_key()))
    found = tuple(locate(settings.content, inspected.diagnostics))
    if format_ == "json":
        click.echo(render_json(found))
    else:
        print_diagnostics(found, settings.content, to_stderr=False)
        if not quiet:
            pages = f"{inspected.pages} pages planned, " if inspected.pages else ""
            click.echo(f"Checked {settings.content}: {pages}{tally(found) or 'no mistakes'}.")
    write_report(report, inspected.survey, found, at=settings.at.isoformat())
    ctx.exit(verdict(found, strict=settings.strict))
