"""Instants and windows as editors write them, settled in a time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

import msgspec

Moment: TypeAlias = date | datetime
"""A whole day, a wall time without zone, or an instant with one."""


# The ends of the calendar, with room to be shown in any zone.
_FIRST = datetime.min.replace(tzinfo=UTC) + timedelta(days=2)
_LAST = datetime.max.replace(tzinfo=UTC) - timedelta(days=2)


def _instant(moment: Moment, zone: ZoneInfo) -> datetime:
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    try:
        return min(max(moment.astimezone(UTC), _FIRST), _LAST)
    except OverflowError:
        return _FIRST if moment.year == 1 else _LAST


def opening(moment: Moment, zone: ZoneInfo) -> datetime:
    """The first instant (UTC) that belongs to a window from `moment` on."""
    return _instant(moment, zone)


def closing(moment: Moment, zone: ZoneInfo) -> datetime:
    """The first instant (UTC) after a window until `moment`; a day counts to its end."""
    if isinstance(moment, datetime):
        return _instant(moment, zone)
    try:
        return _instant(moment + timedelta(days=1), zone)
    except OverflowError:  # 9999-12-31: the last day there is
        return _LAST


class Window(msgspec.Struct, frozen=True, gc=False):
    """When something holds: `from_` inclusive, `until` exclusive (a bare date: to its end)."""

    from_: Moment | None = None
    until: Moment | None = None

    def bounds(self, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
        """(first instant, first instant after) in UTC; None where the window is open."""
        return (
            opening(self.from_, zone) if self.from_ is not None else None,
            closing(self.until, zone) if self.until is not None else None,
        )

    def state(self, at: datetime, zone: ZoneInfo) -> str:
        """`before`, `open` or `over` at the instant `at`."""
        begins, ends = self.bounds(zone)
        if begins is not None and at < begins:
            return "before"
        if ends is not None and at >= ends:
            return "over"
        return "open"

    def edges(self, zone: ZoneInfo) -> tuple[datetime, ...]:
        """The instants (UTC) at which the state changes."""
        return tuple(edge for edge in self.bounds(zone) if edge is not None)
