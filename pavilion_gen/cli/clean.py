"""`pavilion clean`."""

from __future__ import annotations

from pathlib import Path

import click

from pavilion_gen.build.clean import clean


@click.command("clean")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False),
              default=Path("output"), show_default=True, help="The folder to clean.")  # fmt: skip
def command(output: Path) -> None:
    """Delete what a build wrote, and nothing else.

    Files that no build recorded as its own stay.
    """
    removed = clean(output) if output.is_dir() else 0
    click.echo(f"{output}: {removed} files removed.")
