"""Options that several commands share, and what they turn into."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import click

from pavilion_gen.materials.theme_files import ThemeNotFound, theme_folder
from pavilion_gen.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])
BEIJING = ZoneInfo("Asia/Shanghai")


def clock(at: str | None) -> datetime:
    """The instant (UTC, to the minute) that the command speaks for.

    `--at`, else SOURCE_DATE_EPOCH (reproducible-builds.org), else now. Without a zone a time is
    Beijing's. Nothing else in Pavilion asks what time it is.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if at is not None:
        try:
            moment = datetime.fromisoformat(at)
        except ValueError:
            raise click.BadParameter(
                f"`{at}` is not a time. Write it as 2027-07-14T12:00+08:00.", param_hint="--at"
            ) from None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=BEIJING)
        try:
            moment = moment.astimezone(UTC)
        except OverflowError:
            raise click.BadParameter(f"`{at}` is out of range.", param_hint="--at") from None
    elif epoch:
        try:
            moment = datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise click.UsageError(
                f"SOURCE_DATE_EPOCH is `{epoch}`; it must be seconds since 1970, up to the year 9000."
            ) from None
    else:
        moment = datetime.now(UTC)
    if not 1990 <= moment.year <= 9000:
        where = "--at" if at is not None else "SOURCE_DATE_EPOCH"
        raise click.UsageError(f"{where}: the year must lie between 1990 and 9000.")
    return moment - timedelta(seconds=moment.second, microseconds=moment.microsecond)


def content_options(command: F) -> F:
    """--content, --theme, --at, --base-url, --drafts, --strict: what makes the settings."""
    for option in reversed(
        (
            click.option("--content", type=click.Path(path_type=Path), default=Path("content"),
                         show_default=True, help="The content folder."),
            click.option("--theme", default="pavilion", show_default=True,
                         help="A theme's name, or its folder."),
            click.option("--at", metavar="TIME",
                         help="The instant to build for, as 2027-07-14T12:00+08:00. "
                              "Else SOURCE_DATE_EPOCH, else now."),
            click.option("--base-url", metavar="URL", default="",
                         help="In place of the `base_url` of site.yaml."),
            click.option("--drafts", is_flag=True,
                         help="Also drafts, and goods that are not public; marked noindex."),
            click.option("--strict", is_flag=True, help="Treat warnings as errors."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def cache_folder(chosen: Path | None, content: Path) -> Path:
    """Where what runs have made is kept: `--cache`, else PAVILION_CACHE, else beside the content."""
    if chosen is not None:
        return chosen
    named = os.environ.get("PAVILION_CACHE")
    return Path(named) if named else content.parent / ".pavilion-cache"


cache_option = click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for what need not be made again. Else PAVILION_CACHE, "
    "else .pavilion-cache beside the content.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
report_option = click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what was done, as JSON, to this file.",
)
country_option = click.option(
    "--country", metavar="CC", default="", help="Only this country, such as fr."
)


def _is_base_url(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not (
            parts.query or parts.fragment
        )  # fmt: skip
    except ValueError:
        return False


def _countries(content: Path) -> list[str]:
    folder = content / "countries"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def refuse_inside(content: Path, path: Path | None, option: str) -> None:
    """What a command writes does not stand in the content folder, where it would be read."""
    if path is not None and path.resolve().is_relative_to(content.resolve()):
        raise click.BadParameter(
            f"`{path}` is inside the content folder. Name a place outside it.", param_hint=option
        )


def settings_of(
    content: Path,
    theme: str,
    at: str | None,
    base_url: str,
    drafts: bool,
    strict: bool,
    country: str = "",
) -> Settings:
    """The settings that the options say. Raises click's usage errors."""
    if not content.is_dir():
        raise click.BadParameter(
            f"There is no folder `{content}`. Run this beside your content folder.",
            param_hint="--content",
        )
    if base_url and not _is_base_url(base_url):
        raise click.BadParameter(
            "Write scheme, host and path only: https://pavilions.example/shop/.",
            param_hint="--base-url",
        )
    known = _countries(content)
    if country and country not in known:
        raise click.BadParameter(
            f"There is no country `{country}`. There are: {', '.join(known)}.",
            param_hint="--country",
        )
    try:
        theme_folder(theme)
    except ThemeNotFound as fault:
        raise click.BadParameter(str(fault), param_hint="--theme") from None
    return Settings(content, clock(at), theme, base_url, drafts, strict, country)
