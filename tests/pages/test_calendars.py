"""Calendars of group buys: read back as a phone would read them, by the rules of RFC 5545."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from pages.sites import SHARED, WHOLE, Files, SitePlan, plan
from pavilion_gen.content.kept import NothingKept
from pavilion_gen.render.documents import document

FILE = "campaigns/2027-fr.yaml"
MORE: Files = {
    **WHOLE,
    "campaigns/2026-se.yaml": """\
title: {zh: 瑞典露西亚节团购：这一个标题很长很长，长得一行放不下，所以必须折成几行, en: "Lucia; a group buy, with signs"}
summary: {zh: 脆饼, en: Crispbread}
embassies: [se]
from: 2026-12-12T10:00+08:00
until: 2026-12-12T22:00+08:00
goods:
  - item: {name: {zh: 脆饼, en: Crispbread}, seller: {zh: 面包房, en: Bakery}, url: "https://knacke.example/", currency: SEK, category: biscuits}
    tiers: [{buyers: 50, price: 39.00}]
""",
}
CALLED_OFF: Files = {
    **WHOLE,
    FILE: str(WHOLE[FILE])
    + "cancelled: {at: 2027-07-11T08:00+08:00, reason: {zh: 天气, en: Weather}}\n",
}


def data(site: SitePlan, address: str) -> bytes:
    """The file at an address."""
    (found,) = [one for one in site.documents if one.address == address]
    return document(found.view, NothingKept())


def read(site: SitePlan, address: str) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(data(site, address))


def event(site: SitePlan, address: str = "/zh/campaigns/2027-fr.ics") -> icalendar.Event:
    (found,) = read(site, address).events
    return found


def test_an_event_lasts_from_the_opening_to_the_closing(tmp_path: Path) -> None:
    told = event(plan(tmp_path, WHOLE))

    assert told.decoded("dtstart") == datetime(2027, 7, 10, 2, tzinfo=UTC)
    assert told.decoded("dtend") == datetime(2027, 7, 14, 16, tzinfo=UTC)
    assert told["summary"] == "法国国庆团购"
    assert told["url"] == "https://pavilions.example/zh/campaigns/2027-fr/"
    assert str(told["description"]).split("\n") == [
        "一起买更便宜",
        "Opens 2027年7月10日\u00a010:00, Beijing time",  # the theme of these tests has no messages
        "Closes 2027年7月15日\u00a000:00, Beijing time",
        "https://pavilions.example/zh/campaigns/2027-fr/",
    ]
    assert told["status"] == "CONFIRMED"


def test_all_stand_in_one_calendar_of_each_locale_too(tmp_path: Path) -> None:
    site = plan(tmp_path, MORE)

    for locale in ("zh", "en"):
        both = read(site, f"/{locale}/campaigns.ics")
        assert [one["uid"] for one in both.events] == [
            "2026-se@pavilions.example", "2027-fr@pavilions.example",
        ]  # fmt: skip
    assert {one.address for one in site.documents if one.address.endswith(".ics")} == {
        f"/{locale}/campaigns{rest}.ics"
        for locale in ("zh", "en")
        for rest in ("", "/2026-se", "/2027-fr")
    }


def test_without_campaigns_there_is_no_calendar(tmp_path: Path) -> None:
    files = {path: text for path, text in WHOLE.items() if path != FILE}

    site = plan(tmp_path, files)

    assert [one.address for one in site.documents if one.address.endswith(".ics")] == []


def test_the_uid_is_the_same_in_every_language_at_every_time_and_address(tmp_path: Path) -> None:
    sites = [
        plan(tmp_path / "a", WHOLE),
        plan(tmp_path / "b", WHOLE, at=datetime(2031, 1, 1, tzinfo=UTC)),
        plan(tmp_path / "c", WHOLE, base_url="https://staging.example/x/"),
    ]

    uids = {
        one["uid"]
        for site in sites
        for document_ in site.documents
        if document_.address.endswith("/2027-fr.ics")
        for one in read(site, document_.address).events
    }
    assert uids == {"2027-fr@pavilions.example"}


@pytest.mark.parametrize(
    "at",
    [datetime(2027, 7, 10, 1, 59, tzinfo=UTC), datetime(2027, 7, 10, 2, tzinfo=UTC),
     datetime(2027, 7, 12, 9, 31, tzinfo=UTC), datetime(2027, 7, 14, 16, tzinfo=UTC)],
)  # fmt: skip
def test_the_clock_changes_no_byte(tmp_path: Path, at: datetime) -> None:
    before, now = plan(tmp_path / "a", MORE), plan(tmp_path / "b", MORE, at=at)

    for address in ("/zh/campaigns.ics", "/en/campaigns/2027-fr.ics"):
        assert data(before, address) == data(now, address)


def test_it_is_dated_by_the_content(tmp_path: Path) -> None:
    undated = str(SHARED["site.yaml"]).replace("as_of: 2026-11-24\n", "")
    later = datetime(2027, 7, 13, tzinfo=UTC)

    stamps = [
        event(plan(tmp_path / "a", WHOLE)).decoded("dtstamp"),
        event(plan(tmp_path / "b", {**WHOLE, "site.yaml": undated})).decoded("dtstamp"),
        event(plan(tmp_path / "c", CALLED_OFF)).decoded("dtstamp"),
        event(plan(tmp_path / "d", CALLED_OFF, at=later)).decoded("dtstamp"),
    ]

    assert stamps == [
        datetime(2026, 11, 23, 16, tzinfo=UTC),  # the day of the data, in Beijing
        datetime(2027, 7, 10, 2, tzinfo=UTC),  # without one the opening
        datetime(2026, 11, 23, 16, tzinfo=UTC),  # not yet called off
        datetime(2027, 7, 11, 0, tzinfo=UTC),
    ]


def test_what_is_called_off_says_so(tmp_path: Path) -> None:
    site = plan(tmp_path, CALLED_OFF, at=datetime(2027, 7, 13, tzinfo=UTC))

    told = event(site, "/en/campaigns/2027-fr.ics")

    assert (told["status"], told["sequence"]) == ("CANCELLED", 1)
    assert str(told["description"]).startswith(
        "Cancelled on July\u00a011,\u00a02027\u00a008:00. Weather"
    )
    assert told.subcomponents == []


def test_alarms_come_before_the_opening_and_before_the_end_of_a_long_one(tmp_path: Path) -> None:
    site = plan(tmp_path, MORE)

    def alarms(id_: str) -> list[tuple[timedelta, str, str]]:
        return [
            (
                one.decoded("trigger"),
                one["trigger"].params.get("related", "START"),
                str(one["action"]),
            )
            for one in event(site, f"/en/campaigns/{id_}.ics").subcomponents
        ]

    opening = (timedelta(minutes=-15), "START", "DISPLAY")
    assert alarms("2027-fr") == [opening, (timedelta(hours=-2), "END", "DISPLAY")]
    assert alarms("2026-se") == [opening]


def test_the_lines_follow_the_rules(tmp_path: Path) -> None:
    site = plan(tmp_path, MORE)

    for address in ("/zh/campaigns.ics", "/en/campaigns.ics"):
        written = data(site, address)
        lines = written.split(b"\r\n")
        assert lines.pop() == b""
        assert not any(b"\r" in line or b"\n" in line for line in lines)
        assert max(map(len, lines)) <= 75
        assert [line.decode() for line in lines]  # no character is cut in two
        unfolded = written.replace(b"\r\n ", b"").decode().split("\r\n")
        assert unfolded[:3] == [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Pavilion//Group buys//EN",
        ]  # fmt: skip
        assert "DTSTART:20270710T020000Z" in unfolded
        assert sum(line == "BEGIN:VEVENT" for line in unfolded) == 2
    assert b"SUMMARY;LANGUAGE=en:Lucia\\; a group buy\\, with signs" in written
