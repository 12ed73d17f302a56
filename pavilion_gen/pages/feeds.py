"""What is new in a pavilion, or on the portal: an Atom feed (RFC 4287) a locale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cached_property
from heapq import nlargest
from zoneinfo import ZoneInfo

import msgspec

from pavilion_gen.catalogue.world import Catalogue, SettledCampaign, SettledProduct
from pavilion_gen.model.country import Guide
from pavilion_gen.model.moment import opening
from pavilion_gen.model.product import Product
from pavilion_gen.pages.parts import Document
from pavilion_gen.pages.setting import PlannedDocument, Route, Setting

ENTRIES = 30


class FeedEntry(msgspec.Struct, frozen=True, gc=False):
    """One thing that is new. url: of its page, which is also what the entry is known by.

    lang: of that page. published, updated: RFC 3339.
    """

    url: str
    lang: str
    title: str
    summary: str
    published: str
    updated: str


class FeedView(Document, frozen=True, gc=False, kw_only=True):
    """`…/feed.xml`. url: its own address; home: of the hall or the portal. updated: RFC 3339."""

    url: str
    home: str
    lang: str
    title: str
    subtitle: str
    author: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feed_address(setting: Setting) -> str:
    """Where the feed of a setting stands; empty where it has none.

    A draft has none. One that has nothing to tell yet is dated by the content as a whole.
    """
    if setting.world.drafts or (setting.world.site.as_of is None and not _News(setting).entries):
        return ""
    return setting.at() + "feed.xml"


def feed(setting: Setting) -> Iterator[Route]:
    """The feed of a pavilion, or of the portal, in one locale."""
    address = feed_address(setting)
    if address:
        news = _News(setting)
        yield Route(address, lambda: _feed(news, address), lambda: news.goods)


def _feed(news: _News, address: str) -> PlannedDocument:
    setting = news.setting
    site, absolute = setting.world.site, setting.addresses.absolute
    name = setting.phrase(site.name, site.portal).text
    title, subtitle = name, setting.phrase(site.tagline, site.portal).text if site.tagline else ""
    if setting.hall is not None:
        title = f"{setting.phrase(setting.hall.country.pavilion).text} – {name}"
        subtitle = setting.words.gettext("New products, guides and group buys")
    view = FeedView(
        url=absolute(address),
        home=absolute(setting.at()),
        lang=setting.tag,
        title=title,
        subtitle=subtitle,
        author=name,
        updated=max((entry.updated for entry in news.entries), key=datetime.fromisoformat)
        if news.entries
        else _instant(site.as_of, setting.world.zone),
        entries=news.entries,
    )
    return PlannedDocument(address, view)


class _News:
    """The newest things of a setting whose text is in its locale, the newest first.

    A product is as new as the day it was added, or the day it may be sold from where that is
    later; a group buy as the day it opens, and it is told of while it is open.
    """

    def __init__(self, setting: Setting) -> None:
        self.setting = setting

    @cached_property
    def entries(self) -> tuple[FeedEntry, ...]:
        return tuple(self._entry(thing) for _, thing in self._newest)

    @cached_property
    def goods(self) -> Sequence[SettledProduct]:
        return [thing for _, thing in self._newest if isinstance(thing, SettledProduct)]

    @cached_property
    def _newest(self) -> list[tuple[date, SettledCampaign | Guide | SettledProduct]]:
        setting, locale = self.setting, self.setting.locale
        zone = setting.world.zone
        found: list[tuple[date, SettledCampaign | Guide | SettledProduct]] = [
            (one.opens.astimezone(zone).date(), one)
            for one in setting.world.campaigns
            if one.state == "open" and locale in one.campaign.title
        ]
        if isinstance(setting.hall, Catalogue):
            found += [
                (guide.added, guide)
                for guide in setting.hall.guides
                if guide.added is not None and locale in guide.documents
            ]
            found += [
                (_since(one.product), one)
                for one in setting.hall.products
                if one.product.added is not None and locale in one.product.name
            ]
        return nlargest(ENTRIES, found, key=lambda one: one[0])

    @cached_property
    def _zone(self) -> ZoneInfo:
        hall = self.setting.hall
        return ZoneInfo(hall.country.timezone) if hall else self.setting.world.zone

    def _entry(self, thing: SettledCampaign | Guide | SettledProduct) -> FeedEntry:
        if isinstance(thing, SettledProduct):
            return self._product(thing.product)
        if isinstance(thing, Guide):
            return self._guide(thing)
        return self._campaign(thing)

    def _product(self, product: Product) -> FeedEntry:
        setting = self.setting
        published = _instant(product.added, self._zone)
        begins = product.window.from_
        if begins is not None and product.added is not None and begins.day >= product.added:
            published = opening(begins, self._zone).astimezone(self._zone).isoformat()
        return FeedEntry(
            url=setting.addresses.absolute(setting.at("products", product.id)),
            lang=setting.tag,
            title=product.name[setting.locale],
            summary=product.summary.get(setting.locale, ""),
            published=published,
            updated=published,
        )

    def _guide(self, guide: Guide) -> FeedEntry:
        setting = self.setting
        document = guide.documents[setting.locale]
        assert guide.added is not None
        return FeedEntry(
            url=setting.addresses.absolute(setting.at(guide.kind, guide.id)),
            lang=setting.tag,
            title=document.title,
            summary=document.summary,
            published=_instant(guide.added, self._zone),
            updated=_instant(max(guide.added, guide.checked or guide.added), self._zone),
        )

    def _campaign(self, settled: SettledCampaign) -> FeedEntry:
        setting, campaign = self.setting, settled.campaign
        opens = settled.opens.astimezone(setting.world.zone).isoformat()
        return FeedEntry(
            url=setting.addresses.absolute(setting.portal_at("campaigns", campaign.id)),
            lang=setting.portal_lang or setting.tag,
            title=campaign.title[setting.locale],
            summary=campaign.summary.get(setting.locale, ""),
            published=opens,
            updated=opens,
        )


def _since(product: Product) -> date:
    """The day from which a product with a date is there."""
    assert product.added is not None
    begins = product.window.from_
    return max(product.added, begins.day) if begins else product.added


def _instant(day: date | None, zone: ZoneInfo) -> str:
    """The beginning of a day in a zone (RFC 3339)."""
    assert day is not None
    return datetime(day.year, day.month, day.day, tzinfo=zone).isoformat()
