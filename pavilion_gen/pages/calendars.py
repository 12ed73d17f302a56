"""Group buys for a phone's calendar: one file for each, and one for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

import msgspec

from pavilion_gen.catalogue.world import SettledCampaign
from pavilion_gen.model.moment import opening
from pavilion_gen.pages.parts import Document
from pavilion_gen.pages.setting import PlannedDocument, Route, Setting

LONG = timedelta(days=1)


class CalendarEvent(msgspec.Struct, frozen=True, gc=False):
    """A group buy from its opening to its closing.

    uid: the same in every language and at every build. stamp: when its content was last dated.
    opening_soon, closing_soon: what the calendar says shortly before; empty for no alarm.
    """

    uid: str
    title: str
    text: str
    url: str
    opens: datetime
    closes: datetime
    stamp: datetime
    cancelled: bool
    opening_soon: str
    closing_soon: str


class Calendar(Document, frozen=True, gc=False, kw_only=True):
    """`/zh/campaigns.ics`, `/zh/campaigns/x.ics`. lang: of its texts. name: of the calendar."""

    lang: str
    name: str
    events: tuple[CalendarEvent, ...]


def calendar_at(setting: Setting, *steps: str) -> str:
    """The address of a calendar: that of the page beside it, with the ending of a file."""
    return setting.at(*steps).removesuffix("/") + ".ics"


def calendars(setting: Setting) -> Iterator[Route]:
    """The calendar of all group buys and that of each, in one locale of the portal."""
    found = setting.world.campaigns
    if found:
        yield _route(setting, found, "campaigns")
    for settled in found:
        yield _route(setting, (settled,), "campaigns", settled.campaign.id)


def _route(setting: Setting, found: Iterable[SettledCampaign], *steps: str) -> Route:
    address = calendar_at(setting, *steps)
    return Route(address, partial(_calendar, setting, address, found))


def _calendar(setting: Setting, address: str, found: Iterable[SettledCampaign]) -> PlannedDocument:
    site = setting.world.site
    name = f"{setting.phrase(site.name).text} – {setting.words.gettext('Group buys')}"
    events = tuple(_event(setting, settled) for settled in found)
    return PlannedDocument(address, Calendar(lang=setting.tag, name=name, events=events))


def _event(setting: Setting, settled: SettledCampaign) -> CalendarEvent:
    campaign, words = settled.campaign, setting.words
    _ = words.gettext
    title = setting.phrase(campaign.title).text
    url = setting.addresses.absolute(setting.at("campaigns", campaign.id))
    is_cancelled = settled.state == "cancelled"
    lines = [
        setting.phrase(campaign.summary).text,
        _("Opens %(date)s, Beijing time", date=words.instant(settled.opens)),
        _("Closes %(date)s, Beijing time", date=words.instant(settled.closes)),
        url,
    ]
    if campaign.cancelled is not None and is_cancelled:
        at = words.instant(opening(campaign.cancelled.at, setting.world.zone))
        reason = setting.phrase(campaign.cancelled.reason).text
        lines.insert(0, f"{_('Cancelled on %(date)s.', date=at)} {reason}")
    is_long = settled.closes - settled.opens > LONG
    return CalendarEvent(
        uid=f"{campaign.id}@{urlsplit(setting.world.site.base_url).hostname}",
        title=title,
        text="\n".join(lines),
        url=url,
        opens=settled.opens,
        closes=settled.closes,
        stamp=_stamp(setting, settled),
        cancelled=is_cancelled,
        opening_soon="" if is_cancelled else _("Opens soon: %(title)s", title=title),
        closing_soon=_("Closes soon: %(title)s", title=title)
        if is_long and not is_cancelled
        else "",
    )


def _stamp(setting: Setting, settled: SettledCampaign) -> datetime:
    """When the content was last dated, as editors say: never the clock.

    The day of the site's data or the instant of the cancellation, whichever is later; for a site
    that gives no day, the opening.
    """
    zone, site = setting.world.zone, setting.world.site
    dated = [opening(site.as_of, zone)] if site.as_of else []
    cancelled = settled.campaign.cancelled
    if cancelled is not None and settled.state == "cancelled":
        dated.append(opening(cancelled.at, zone))
    return max(dated, default=settled.opens)
