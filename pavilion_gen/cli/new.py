"""`pavilion new`."""

from __future__ import annotations

from pathlib import Path

import click

from pavilion_gen.authoring.new_country import Begun, Refusal, Wanted, begin
from pavilion_gen.cli.options import clock, quiet_option


@click.group("new")
def command() -> None:
    """Begin a new country."""


@command.command("country")
@click.argument("code", metavar="CC")
@click.option("--content", type=click.Path(path_type=Path), default=Path("content"),
              show_default=True, help="The content folder.")  # fmt: skip
@click.option("--name-zh", metavar="TEXT", default="",
              help="Its name in Chinese; else that of the locale data.")  # fmt: skip
@click.option("--name", metavar="TEXT", default="",
              help="Its name in its own language; else that of the locale data.")  # fmt: skip
@click.option("--locale", metavar="KEY", default="en", show_default=True,
              help="Its own language, a locale of site.yaml.")  # fmt: skip
@click.option("--currency", metavar="EUR", default="", help="Where it has more than one.")
@click.option("--timezone", metavar="ZONE", default="", help="Where it has more than one.")
@click.option("--hue", type=click.FloatRange(0, 360),
              help="Of its colours, in OKLCH; else derived from the code.")  # fmt: skip
@quiet_option
def country(
    code: str,
    content: Path,
    name_zh: str,
    name: str,
    locale: str,
    currency: str,
    timezone: str,
    hue: float | None,
    quiet: bool,
) -> None:
    """Begin the country CC (its ISO 3166 code, such as fr) as a draft.

    Writes content/countries/CC/, which `pavilion check` accepts at once, and says what is missing
    until it may go live. Asks nothing; touches nothing that is there.
    """
    if not content.is_dir():
        raise click.BadParameter(
            f"There is no folder `{content}`. Run this beside your content folder.",
            param_hint="--content",
        )
    wanted = Wanted(code, locale, name, name_zh, currency, timezone, hue)
    try:
        begun = begin(content, wanted, clock(None))
    except Refusal as refusal:
        raise click.UsageError(str(refusal)) from None
    if not quiet:
        _say(begun)


def _say(begun: Begun) -> None:
    click.echo(f"Begun: {begun.folder}/, a draft. See it with: pavilion serve --drafts\n")
    click.echo("Until it may go live:")
    width = max(len(what) for what, _ in begun.todo)
    for what, where in begun.todo:
        click.echo(f"  [ ] {what:{width}}  {where}")
