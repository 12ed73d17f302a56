"""Calendars of group buys (RFC 5545).

Times are written in UTC: a group buy opens at an instant, which every calendar turns into its
owner's time; China keeps one offset all year, so a zone of its own would say nothing more, and
calendars of phones differ in which VTIMEZONE they believe. Beijing time stands in the text.
"""

from __future__ import annotations

from datetime import timedelta

import icalendar

from pavilion_gen.pages.calendars import Calendar, CalendarEvent

BEFORE_OPENING = timedelta(minutes=15)
BEFORE_CLOSING = timedelta(hours=2)


def calendar_file(view: Calendar) -> bytes:
    """The bytes of a calendar; the same for the same view at any time."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Pavilion//Group buys//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", view.name)
    for event in view.events:
        calendar.add_component(_event(event, view.lang))
    data: bytes = calendar.to_ical()
    return data


def _event(view: CalendarEvent, lang: str) -> icalendar.Event:
    language = {"language": lang}
    event = icalendar.Event()
    event.add("uid", view.uid)
    event.add("dtstamp", view.stamp)
    event.add("dtstart", view.opens)
    event.add("dtend", view.closes)
    event.add("summary", view.title, language)
    event.add("description", view.text, language)
    event.add("url", view.url)
    event.add("status", "CANCELLED" if view.cancelled else "CONFIRMED")
    event.add("sequence", int(view.cancelled))
    event.add("transp", "TRANSPARENT")  # nobody is busy for five days
    if view.opening_soon:
        event.add_component(_alarm(view.opening_soon, -BEFORE_OPENING, {}))
    if view.closing_soon:
        event.add_component(_alarm(view.closing_soon, -BEFORE_CLOSING, {"related": "END"}))
    return event


def _alarm(text: str, at: timedelta, related: dict[str, str]) -> icalendar.Alarm:
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", at, related)
    return alarm
