"""`pavilion serve`."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import click

from pavilion_gen.cli.options import (
    clock,
    content_options,
    country_option,
    quiet_option,
    settings_of,
)
from pavilion_gen.cli.report import print_diagnostics
from pavilion_gen.diagnostics import Located, Severity
from pavilion_gen.diagnostics.terminal import tally
from pavilion_gen.serve.preview import Preview, Shown
from pavilion_gen.serve.server import Server


@click.command("serve")
@content_options
@country_option
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True,
              help="The port to listen on; 0: any free one.")  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True,
              help="The address to listen on; 0.0.0.0: every one of this machine.")  # fmt: skip
@quiet_option
def command(port: int, host: str, quiet: bool, **options: Any) -> None:
    """Preview the site, and reload it on every save.

    Pages are made when they are asked for; nothing is written. Mistakes are told here and laid
    over the page, which stays as it last was good. Without --at the site is shown as of the last
    save. Ctrl-C stops.
    """
    settings = settings_of(**options)
    voice = _Terminal(settings.content, quiet)
    try:
        server = Server(Preview(settings, lambda: clock(options["at"])), host, port, voice)
        asyncio.run(server.run())
    except KeyboardInterrupt:
        return


class _Terminal:
    """Says on the terminal what the preview does. A warning is told once, an error every time."""

    def __init__(self, content: Path, quiet: bool) -> None:
        self._content = content
        self._quiet = quiet
        self._known: set[tuple[str, str, str]] | None = None

    def started(self, address: str, watched: tuple[Path, ...]) -> None:
        if not self._quiet:
            names = " and ".join(_short(path) for path in watched)
            click.echo(f"Preview: {address}\nWatching {names}. Ctrl-C stops.")

    def walked(self, shown: Shown) -> None:
        first, known = self._known is None, self._known or set()
        self._known = {_identity(one) for one in shown.found}
        new = tuple(
            one
            for one in shown.found
            if one.diagnostic.severity is Severity.ERROR or _identity(one) not in known
        )
        print_diagnostics(new, self._content, to_stderr=True)
        if shown.fault:
            click.echo(f"pavilion: {shown.fault}", err=True)
        found = tally(shown.found) or "no mistakes"
        if shown.broken and shown.site is not None:
            click.echo(f"Read again: {found}. The preview stays as it was.", err=True)
        elif not (first or self._quiet or shown.broken):
            click.echo(f"Read again: {found}.")

    def fault(self, shown: Shown) -> None:
        print_diagnostics(shown.found, self._content, to_stderr=True)
        if shown.fault:
            click.echo(f"pavilion: {shown.fault}", err=True)


def _identity(found: Located) -> tuple[str, str, str]:
    """What makes a mistake the same one after lines above it have come or gone."""
    return found.diagnostic.place.file, found.diagnostic.code, found.diagnostic.message


def _short(path: Path) -> str:
    """A path as seen from here, where it stands below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
