"""Fields that hold days and instants."""

from __future__ import annotations

import re
from datetime import UTC, date, time, timedelta, timezone
from functools import cache
from typing import Any

from pavilion_gen.content.fields import scalar
from pavilion_gen.content.reading import BAD, Spot
from pavilion_gen.diagnostics import nearest
from pavilion_gen.model.moment import Moment, opening

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}:?[0-9]{2})?\Z"
)


@cache
def _time_zones() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(available_timezones())


def timezone_name(value: Any, spot: Spot) -> Any:
    """A name of the time zone database."""
    word = scalar(value, spot, "a time zone")
    if word is BAD:
        return BAD
    if word not in _time_zones():
        near = nearest(word, _time_zones())
        return spot.error("wrong-value", f"There is no time zone `{word[:40]}`.",
                          f"Did you mean `{near}`?" if near else "Write it as Europe/Paris.")  # fmt: skip
    return word


def day(value: Any, spot: Spot) -> Any:
    """A date, as 2026-10-01."""
    word = scalar(value, spot, "a date")
    if word is BAD:
        return BAD
    return _day(word, word, spot)


def _day(word: str, whole: str, spot: Spot) -> Any:
    if not _DATE.match(word):
        return spot.error("wrong-type", f"`{whole[:40]}` is not a date.", "Write it as 2026-10-01.")
    try:
        return date.fromisoformat(word)
    except ValueError:
        return spot.error("wrong-value", f"There is no day {whole}.", "Look at the calendar again.")


def moment(value: Any, spot: Spot) -> Any:
    """A date, or a time as 2027-07-10T10:00 with or without a zone (+08:00, Z), as a `Moment`."""
    word = scalar(value, spot, "a date or time")
    if word is BAD:
        return BAD
    found = _MOMENT.match(word)
    if not found and re.match(r"[0-9-]{8,10}[T ]", word):
        return spot.error("wrong-type", f"`{word[:40]}` is not a time.",
                          "Write it as 2027-07-10T10:00+08:00.")  # fmt: skip
    whole = _day(found[1] if found else word, word, spot)
    if whole is BAD:
        return BAD
    if not found:
        return Moment(whole)
    try:
        zone = _zone(found[5]) if found[5] else None
        return Moment(whole, time(int(found[2]), int(found[3]), int(found[4] or 0), tzinfo=zone))
    except ValueError:
        return spot.error("wrong-value", f"There is no time {word}.", "Hours go from 00 to 23.")


def _zone(offset: str) -> timezone:
    if offset == "Z":
        return UTC
    sign = -1 if offset[0] == "-" else 1
    digits = offset[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def instant(value: Any, spot: Spot) -> Any:
    """A time with its zone, as a `datetime` in UTC."""
    at = moment(value, spot)
    if at is BAD:
        return BAD
    if at.time is None or at.time.tzinfo is None:
        return spot.error("wrong-type", "A time with its zone is needed here.",
                          "Write it as 2027-07-15T00:00+08:00.")  # fmt: skip
    return opening(at, UTC)


def month_day(value: Any, spot: Spot) -> Any:
    """A day of the year, as 06-06."""
    word = scalar(value, spot, "a day of the year")
    if word is BAD:
        return BAD
    if not re.fullmatch(r"[0-9]{2}-[0-9]{2}", word):
        return spot.error("wrong-value", f"`{word[:40]}` is not a day of the year.",
                          "Write month and day as 06-06.")  # fmt: skip
    whole = _day(f"2000-{word}", word, spot)
    return BAD if whole is BAD else word
