"""Windows: days that are whole, zones, and the days on which clocks are set."""

# ruff: noqa: DTZ001 - the bounds of a strategy for datetimes have no zone

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from road import utc

from pavilion_gen.model.moment import Moment, Window, closing, opening

SHANGHAI, PARIS = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Paris")


def days(first: date, last: date) -> Window:
    return Window(Moment(first), Moment(last))


def test_a_bare_day_begins_at_midnight_and_ends_with_the_day() -> None:
    for day in (date(2027, 7, 14), Moment(date(2027, 7, 14))):
        assert opening(day, SHANGHAI) == utc(2027, 7, 13, 16)
        assert closing(day, SHANGHAI) == utc(2027, 7, 14, 16)


def test_a_time_is_the_same_instant_as_beginning_and_as_end() -> None:
    at = Moment(date(2027, 7, 14), time(10))

    assert opening(at, SHANGHAI) == closing(at, SHANGHAI) == utc(2027, 7, 14, 2)


def test_a_time_with_a_zone_of_its_own_does_not_ask_the_country_s() -> None:
    at = Moment(date(2027, 7, 10), time(10, tzinfo=timezone(timedelta(hours=8))))

    assert opening(at, PARIS) == closing(at, PARIS) == utc(2027, 7, 10, 2)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2027, 3, 28), 23), (date(2027, 10, 31), 25), (date(2027, 6, 1), 24)],
    ids=["clocks go forward", "clocks go back", "an ordinary day"],
)
def test_a_day_is_as_long_as_it_is_there(day: date, hours: int) -> None:
    begins, ends = days(day, day).bounds(PARIS)

    assert begins is not None
    assert ends is not None
    assert ends - begins == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (utc(2027, 7, 10, 1, 59), "before"),
        (utc(2027, 7, 10, 2), "open"),
        (utc(2027, 7, 14, 15, 59), "open"),
        (utc(2027, 7, 14, 16), "over"),
    ],
)
def test_from_is_inclusive_and_until_holds_to_the_end_of_its_day(at: datetime, state: str) -> None:
    window = Window(Moment(date(2027, 7, 10), time(10)), Moment(date(2027, 7, 14)))

    assert window.state(at, SHANGHAI) == state


def test_a_window_without_ends_is_always_open_and_has_no_edges() -> None:
    assert Window().state(utc(1990, 1, 1), PARIS) == "open"
    assert Window().edges(PARIS) == ()


def test_the_edges_are_where_the_state_changes() -> None:
    window = days(date(2027, 1, 1), date(2027, 1, 2))

    for edge in window.edges(PARIS):
        just_before = edge - timedelta(minutes=1)
        assert window.state(just_before, PARIS) != window.state(edge, PARIS)


@pytest.mark.parametrize(
    "moment",
    [
        Moment(date(1, 1, 1)),
        Moment(date(9999, 12, 31)),
        Moment(date(9999, 12, 31), time(23)),
        Moment(date(1, 1, 1), time(tzinfo=timezone(timedelta(hours=14)))),
        Moment(date(9999, 12, 31), time(23, tzinfo=timezone(timedelta(hours=-12)))),
    ],
    ids=["first", "last", "last hour", "before the first", "after the last"],
)
@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Pacific/Auckland"])
def test_the_ends_of_the_calendar_can_be_written_and_shown_in_any_zone(
    moment: Moment, zone: str
) -> None:
    for instant in (opening(moment, ZoneInfo(zone)), closing(moment, ZoneInfo(zone))):
        for other in ("Asia/Shanghai", "America/New_York"):
            assert instant.astimezone(ZoneInfo(other)).year in (1, 9999)


@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(["Asia/Shanghai", "Europe/Paris", "America/New_York", "Pacific/Auckland"]),
)  # fmt: skip
def test_a_day_is_in_a_window_of_days_exactly_when_it_lies_between_them(
    one: date, other: date, at: datetime, name: str
) -> None:
    first, last = sorted((one, other))
    zone = ZoneInfo(name)

    state = days(first, last).state(at, zone)

    today = at.astimezone(zone).date()
    assert state == ("before" if today < first else "over" if today > last else "open")
