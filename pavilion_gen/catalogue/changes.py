"""When the clock changes the site, and between which instants nothing does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from pavilion_gen.catalogue.outline import Outline
from pavilion_gen.catalogue.settle import in_season, is_live
from pavilion_gen.content.load import SharedContent
from pavilion_gen.model.moment import opening


def _shared_edges(shared: SharedContent, zone: ZoneInfo) -> list[datetime]:
    instants: list[datetime] = []
    for campaign in shared.campaigns:
        ends = opening(campaign.cancelled.at, zone) if campaign.cancelled else None
        instants += [edge for edge in campaign.window.edges(zone) if ends is None or edge < ends]
        if ends is not None:
            instants.append(ends)
    for rules in shared.tax:
        instants += rules.window.edges(zone)
    return [*instants, *(opening(rates.date, zone) for rates in shared.rates)]


def next_change(
    shared: SharedContent, outlines: Iterable[Outline], at: datetime, *, drafts: bool = False
) -> datetime | None:
    """The next instant (UTC) after `at` at which any window opens or closes."""
    if shared.site is None:
        return None
    zone = ZoneInfo(shared.site.timezone)
    instants = _shared_edges(shared, zone)
    live = []
    for outline in outlines:
        if outline.country is None:
            continue
        if outline.country.status == "planned":
            instants += outline.windows
        elif is_live(outline.country, drafts=drafts):
            live.append(outline)
            instants += outline.windows
            if shared.criteria is not None:
                instants += outline.expiries
    season = _next_season(live, zone, at)
    if season is not None:
        instants.append(season)
    return min((instant for instant in instants if instant > at), default=None)


def _next_season(live: list[Outline], zone: ZoneInfo, at: datetime) -> datetime | None:
    """The first instant of the next month in which other guides are in season."""
    seasons = [(outline.id, outline.seasons) for outline in live]
    today = at.astimezone(zone)
    for ahead in range(1, 12):
        years, month = divmod(today.month - 1 + ahead, 12)
        if in_season(seasons, month + 1) != in_season(seasons, today.month):
            return opening(date(today.year + years, month + 1, 1), zone)
    return None


def same_between(
    shared: SharedContent, outlines: Iterable[Outline], at: datetime
) -> tuple[datetime | None, datetime | None]:
    """(first instant, first instant after) around `at` between which the clock changes nothing.

    Neither a page nor what is told of the content. None: no end is known.
    """
    site = shared.site
    zone = ZoneInfo(site.timezone if site else "Asia/Shanghai")
    today = at.astimezone(zone)
    instants = [opening(date(today.year, today.month, 1), zone), _next_month(today, zone)]
    instants += _shared_edges(shared, zone)
    for outline in outlines:
        instants += outline.edges
    return interval(instants, at)


def _next_month(today: datetime, zone: ZoneInfo) -> datetime:
    years, month = divmod(today.month, 12)
    return opening(date(today.year + years, month + 1, 1), zone)


def interval(edges: Iterable[datetime], at: datetime) -> tuple[datetime | None, datetime | None]:
    """(the last edge not after `at`, the first one after it)."""
    known = list(edges)
    return (
        max((edge for edge in known if edge <= at), default=None),
        min((edge for edge in known if edge > at), default=None),
    )
