"""Begins a country: a folder that `check` accepts at once and that says what to write next."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec
from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from pavilion_gen.authoring import territory
from pavilion_gen.authoring.examples import GOODS, GUIDES, MERCHANTS, REGIONS
from pavilion_gen.authoring.palette import hue_of, palette
from pavilion_gen.content.kept import NothingKept
from pavilion_gen.content.load import read_shared
from pavilion_gen.content.read_file import read_yaml
from pavilion_gen.content.reader import Reader
from pavilion_gen.content.reading import Context
from pavilion_gen.content.snapshot import look
from pavilion_gen.content.walk import SourceFile
from pavilion_gen.diagnostics import nearest
from pavilion_gen.model.site import Category, Site

_PLAIN = re.compile(r"[^\W\d_](?:[\w’ .()-]*[\w’.)])?\Z")
_NOT_TEXT = frozenset({"null", "true", "false"})
_PAVILION = {"zh": "{}馆", "en": "{} Pavilion"}
_INTRO = {
    "zh": "待写：用两三句话介绍{}。",
    "en": "To be written: two or three sentences about {}.",
}


class Refusal(Exception):
    """Why the country was not begun, and what to do; nothing was touched."""


class Wanted(msgspec.Struct, frozen=True, gc=False):
    """What the editor asks for. Empty or None: found out, or refused where it cannot be.

    name: in the country's own language, which is `locale`. hue: 0 to 360.
    """

    code: str
    locale: str = "en"
    name: str = ""
    name_zh: str = ""
    currency: str = ""
    timezone: str = ""
    hue: float | None = None


class Begun(msgspec.Struct, frozen=True, gc=False):
    """A country that was begun. files: path below the content folder to text. todo: what is
    missing until it may go live, each with the file to edit."""

    folder: Path
    files: Mapping[str, str]
    todo: tuple[tuple[str, str], ...]


def begin(content: Path, wanted: Wanted, at: datetime) -> Begun:
    """Writes `countries/<cc>/` into the content folder, whole or not at all.

    at: the clock, for what is legal tender and what time it is there. Raises Refusal, OSError.
    """
    code = _code(wanted.code)
    folder = content / "countries" / code
    if os.path.lexists(folder):
        raise Refusal(f"There is a folder {folder} already. Nothing was touched.")
    shared, _ = read_shared(Reader(look(content), NothingKept(), b""))
    if shared.site is None:
        raise Refusal(f"{content / 'site.yaml'} cannot be read. Try: pavilion check")
    begun = _scaffold(folder, code, wanted, shared.site, shared.categories, at)
    _write(folder, begun.files)
    return begun


def _code(word: str) -> str:
    known = territory.names("en")
    if word.lower() in known:
        return word.lower()
    near = territory.guess(word)
    listed = " or ".join(f"`{code}` ({known[code]})" for code in near)
    hint = f"Did you mean {listed}?" if near else "Write two letters, such as fr."
    raise Refusal(f"There is no country `{word}` in ISO 3166. {hint}")


def _currency(code: str, at: datetime) -> str:
    tender = territory.currencies(code, at.date())
    if len(tender) == 1:
        return tender[0]
    listed = f": {', '.join(tender)}" if tender else ""
    raise Refusal(f"`{code}` has {len(tender)} currencies{listed}. Name it with --currency.")


def _timezone(code: str, at: datetime) -> str:
    zones = territory.timezones(code)
    clocks = territory.clocks(zones, at.year)
    if len(clocks) == 1:
        return clocks[0]
    listed = f": {', '.join(zones)}" if zones else ""
    raise Refusal(f"`{code}` has {len(clocks)} time zones{listed}. Name it with --timezone.")


def _names(code: str, wanted: Wanted, site: Site, locales: Iterable[str]) -> dict[str, str]:
    """The country's name in each locale: as the editor says, else as the locale data do."""
    given = {wanted.locale: wanted.name}
    han = next((key for key, locale in site.locales.items() if locale.script == "han"), "zh")
    given[han] = wanted.name_zh or given.get(han, "")
    return {
        key: given.get(key) or territory.names(site.locales[key].tag).get(code, code.upper())
        for key in locales
    }


def _tag(code: str, locale: str, site: Site) -> str:
    """A more exact tag for the country's own locale (`en-NZ`), where that is spoken there."""
    tag = site.locales[locale].tag
    spoken = get_official_languages(code.upper(), regional=True, de_facto=True)
    if "-" in tag or tag not in spoken:
        return ""
    exact = f"{tag}-{code.upper()}"
    try:
        Locale.parse(exact, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    return exact


def _phrased(
    patterns: Mapping[str, str], names: Mapping[str, str], site: Site, other: str
) -> dict[str, str]:
    """Each name in the pattern of its language; `other`: where there is none for it."""
    return {
        key: patterns.get(site.locales[key].tag.split("-")[0], other).format(name)
        for key, name in names.items()
    }


def _scaffold(
    folder: Path,
    code: str,
    wanted: Wanted,
    site: Site,
    categories: tuple[Category, ...],
    at: datetime,
) -> Begun:
    if wanted.locale not in site.locales:
        near = nearest(wanted.locale, site.locales)
        raise Refusal(
            f"The site has no locale `{wanted.locale}`. "
            + (f"Did you mean `{near}`? " if near else "")
            + f"It has {', '.join(site.locales)}; site.yaml can hold more."
        )
    own = tuple(dict.fromkeys((site.portal[0], wanted.locale)))
    names = _names(code, wanted, site, dict.fromkeys((*own, *site.portal)))
    pavilions = _phrased(_PAVILION, names, site, "{}")
    intros = _phrased(_INTRO, names, site, _INTRO["en"])
    tag = _tag(code, wanted.locale, site)
    colours = palette(hue_of(code) if wanted.hue is None else wanted.hue % 360)
    example = {key: "示例" if site.locales[key].script == "han" else "example" for key in own}
    values = {
        "code": code,
        "title": names.get("en", names[own[0]]),
        "name": _flow(names),
        "pavilion": _flow(pavilions),
        "locales": ", ".join(own),
        "source": wanted.locale,
        "tags": f"tags: {_flow({wanted.locale: tag})}\n" if tag else "",
        "currency": wanted.currency or _currency(code, at),
        "timezone": wanted.timezone or _timezone(code, at),
        "accent": colours.accent,
        "deep": colours.deep,
        "soft": colours.soft,
        "night": colours.night,
        "intro": "".join(f"  {key}: {_scalar(text)}\n" for key, text in intros.items()),
        "text": _flow(example),
        "category": _category(categories),
        "first": own[0],
        "files": " and ".join(f"first-page.{key}.md" for key in own),
    }
    below = f"countries/{code}"
    files = {
        f"{below}/country.yaml": COUNTRY.format(**values, regions=REGIONS.format(**values)),
        f"{below}/merchants.yaml": MERCHANTS.format(**values),
        f"{below}/products/goods.yaml": GOODS.format(**values),
        f"{below}/culture/README.md": GUIDES.format(**values, kind="culture"),
        f"{below}/travel/README.md": GUIDES.format(**values, kind="travelling there"),
    }
    _refuse_mistakes(f"{below}/country.yaml", code, files, site)
    return Begun(folder, files, _todo(own, wanted.locale))


def _category(categories: tuple[Category, ...]) -> str:
    """A category for the example: the first that has a parent, else the first."""
    below = [category.id for category in categories if category.parent]
    return next(iter(below or [category.id for category in categories]), "food")


def _refuse_mistakes(file: str, code: str, files: Mapping[str, str], site: Site) -> None:
    """Reads `country.yaml` as `check` will; an option that it would not take is refused now."""
    source = SourceFile(file, "country", code)
    read = read_yaml(source, files[file].encode(), Context(tuple(site.locales)))
    if read.diagnostics:
        raise Refusal(" ".join(f"{told.message} {told.help}" for told in read.diagnostics))


def _todo(locales: tuple[str, ...], source: str) -> tuple[tuple[str, str], ...]:
    both = " and ".join(locales)
    return (
        ("The intro, and the pavilion's name in every locale", "country.yaml"),
        ("Regions and their specialities", "country.yaml"),
        ("A partner, and the day on which it approved the pavilion", "country.yaml (partners)"),
        ("Art: window and poster, drawn, and approved by that partner", "the theme"),
        ("Merchants that meet the criteria", "merchants.yaml"),
        ("Products, with pictures", "products/goods.yaml, images/"),
        (f"Guides, in {both}, {source} first", "culture/, travel/"),
        ("Then: status: live", "country.yaml"),
    )


def _scalar(text: str) -> str:
    """A text as YAML, in quotes where it needs them."""
    plain = _PLAIN.match(text) and text.casefold() not in _NOT_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)


def _flow(texts: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_scalar(text)}" for key, text in texts.items()) + "}"


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Writes beside the place (under a name that the walk passes over), then moves it there."""
    countries = folder.parent
    is_first = not countries.exists()
    countries.mkdir(exist_ok=True)
    beside = countries / f".new-{folder.name}-{os.getpid()}~"
    try:
        for path, text in files.items():
            target = beside / Path(path).relative_to(f"countries/{folder.name}")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        beside.rename(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        if is_first:
            with suppress(OSError):
                countries.rmdir()
        raise


COUNTRY = """\
# {title}. Every key and what it means: docs/content.md. See it: pavilion serve --drafts
status: draft                                  # draft, planned, live
name: {name}
pavilion: {pavilion}
locales: [{locales}]
source: {source}
{tags}currency: {currency}
timezone: {timezone}
palette: {{accent: "{accent}", deep: "{deep}", soft: "{soft}", night: "{night}"}}
intro:
{intro}{regions}"""
