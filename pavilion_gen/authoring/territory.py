"""What the locale data (CLDR, by Babel) know of a country: names, currency, time zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from difflib import get_close_matches
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies

# Codes of the locale data that are not officially assigned in ISO 3166-1
_NOT_ISO = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"]
)


def names(tag: str) -> dict[str, str]:
    """Code (`fr`) to name, for every country of ISO 3166-1, in the language of a BCP 47 tag."""
    territories = Locale.parse(tag, sep="-").territories
    return {
        code.lower(): name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_ISO
    }


def guess(word: str) -> list[str]:
    """The codes that `word` may have been meant to be: an old or longer code, a name, a slip."""
    known = names("en")
    aliases = [code.lower() for code in get_global("territory_aliases").get(word.upper(), ())]
    found = [code for code in aliases if code in known]
    if found:
        return found[:3]
    if len(word) == 2 and word.isascii():
        return get_close_matches(word.lower(), sorted(known), n=3, cutoff=0.5)
    by_name = {
        name.casefold(): code for tag in ("en", "zh-Hans") for code, name in names(tag).items()
    }
    near = get_close_matches(word.casefold(), sorted(by_name), n=3, cutoff=0.7)
    return list(dict.fromkeys(by_name[name] for name in near))


def currencies(country: str, day: date) -> list[str]:
    """The currencies that are legal tender in a country on a day."""
    return [
        str(code) for code in get_territory_currencies(country.upper(), start_date=day, tender=True)
    ]


def timezones(country: str) -> list[str]:
    """The time zones of a country."""
    return sorted(get_global("territory_zones").get(country.upper(), ()))


def clocks(zones: Iterable[str], year: int) -> list[str]:
    """Of zones that show the same time all year the first; so one name for each clock."""
    found: dict[tuple[object, ...], str] = {}
    for name in zones:
        zone = ZoneInfo(name)
        hours = tuple(
            datetime(year, month, day, 12, tzinfo=zone).utcoffset()
            for month in range(1, 13)
            for day in (1, 8, 15, 22)
        )
        found.setdefault(hours, name)
    return list(found.values())
