"""Instants and windows as editors write them, settled in a time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

import msgspec


class Moment(msgspec.Struct, frozen=True, gc=False):
    """A whole day (without `time`), a wall time, or an instant: a time with a zone."""

    day: date
    time: time | None = None


# The ends of the calendar, with room to be shown in any zone.
_FIRST = datetime.min.replace(tzinfo=UTC) + timedelta(days=2)
_LAST = datetime.max.replace(tzinfo=UTC) - timedelta(days=2)


def _instant(day: date, at: time, zone: tzinfo) -> datetime:
    moment = datetime.combine(day, at, at.tzinfo or zone)
    try:
        return min(max(moment.astimezone(UTC), _FIRST), _LAST)
    except OverflowError:
        return _FIRST if day.year == 1 else _LAST


def opening(moment: Moment | date, zone: tzinfo) -> datetime:
    """The first instant (UTC) that belongs to a window from `moment`, or a day, on."""
    if isinstance(moment, Moment):
        return _instant(moment.day, moment.time or time(), zone)
    return _instant(moment, time(), zone)


def closing(moment: Moment | date, zone: tzinfo) -> datetime:
    """The first instant (UTC) after a window until `moment`; a day counts to its end."""
    if isinstance(moment, Moment):
        if moment.time is not None:
            return _instant(moment.day, moment.time, zone)
        moment = moment.day
    try:
        return _instant(moment + timedelta(days=1), time(), zone)
    except OverflowError:  # 9999-12-31: the last day there is
        return _LAST


class Window(msgspec.Struct, frozen=True, gc=False):
    """When something holds: `from_` inclusive, `until` exclusive (a bare date: to its end)."""

    from_: Moment | None = None
    until: Moment | None = None

    def bounds(self, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
        """(first instant, first instant after) in UTC; None where the window is open."""
        return (
            opening(self.from_, zone) if self.from_ is not None else None,
            closing(self.until, zone) if self.until is not None else None,
        )

    def state(self, at: datetime, zone: tzinfo) -> str:
        """`before`, `open` or `over` at the instant `at`."""
        begins, ends = self.bounds(zone)
        if begins is not None and at < begins:
            return "before"
        if ends is not None and at >= ends:
            return "over"
        return "open"

    def edges(self, zone: tzinfo) -> tuple[datetime, ...]:
        """The instants (UTC) at which the state changes."""
        return tuple(edge for edge in self.bounds(zone) if edge is not None)
