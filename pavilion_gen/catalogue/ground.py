"""All that a country is judged and settled by, besides its own files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from pavilion_gen.catalogue.outline import Outline
from pavilion_gen.catalogue.prices import Tariff, rates_at, tax_at
from pavilion_gen.catalogue.references import Index, Target, shared_ids
from pavilion_gen.content.load import SharedContent
from pavilion_gen.model.campaign import Campaign
from pavilion_gen.model.moment import opening
from pavilion_gen.model.site import Category, Criteria, Site


class Ground(msgspec.Struct, frozen=True, gc=False):
    """What the shared files and the other countries say that one country may depend on.

    ids, incomplete: of the shared files. folders: the countries there are. lapsed: tax classes
    that do not hold now. foreign: what its links name of other countries, with the empty string
    where that exists, else with the help. named: its products that any campaign names; offered:
    those that one offers which is not over, with the ids of such, in the order of their opening.
    """

    site: Site | None
    drafts: bool
    tariff: Tariff
    criteria: Criteria | None
    ids: dict[str, tuple[str, ...]]
    incomplete: frozenset[str]
    folders: tuple[str, ...]
    lapsed: tuple[str, ...]
    foreign: tuple[tuple[Target, str], ...]
    named: tuple[str, ...]
    offered: tuple[tuple[str, tuple[str, ...]], ...]


def tariff_at(shared: SharedContent, at: datetime) -> Tariff:
    """Rates, tax and categories at the instant `at`."""
    categories: dict[str, Category] = {}
    for category in shared.categories:
        categories.setdefault(category.id, category)
    site = shared.site
    if site is None:
        return Tariff(None, None, categories)
    return Tariff(rates_at(shared.rates, at, site), tax_at(shared.tax, at, site), categories)


def campaign_state(campaign: Campaign, zone: ZoneInfo, at: datetime) -> str:
    """`before`, `open`, `over` or `cancelled` at the instant `at`."""
    if campaign.cancelled is not None and opening(campaign.cancelled.at, zone) <= at:
        return "cancelled"
    return campaign.window.state(at, zone)


def index(shared: SharedContent, outlines: Iterable[Outline], folders: Iterable[str]) -> Index:
    """The index of all ids. folders: the countries there are, also those that were not read."""
    mine, incomplete = shared_ids(shared)
    ids = {("", kind): frozenset(names) for kind, names in mine.items()}
    unsure = {("", kind) for kind in incomplete}
    read = set()
    for outline in outlines:
        read.add(outline.id)
        unsure.update((outline.id, kind) for kind in outline.incomplete)
        for kind, names in outline.ids.items():
            ids[outline.id, kind] = frozenset(names)
    known = frozenset(folders)
    return Index(ids, frozenset(unsure), known, known - read)


def ground(
    outline: Outline, shared: SharedContent, known: Index, at: datetime, *, drafts: bool
) -> Ground:
    """The ground of one country at the instant `at`."""
    tariff = tariff_at(shared, at)
    ids, incomplete = shared_ids(shared)
    held = tariff.tax.classes.keys() if tariff.tax else ids["tax class"]
    named = {
        id_: None
        for campaign in shared.campaigns
        for good in campaign.goods
        if good.product is not None
        for country, _, id_ in [good.product.partition("/")]
        if country == outline.id
    }
    return Ground(
        site=shared.site,
        drafts=drafts,
        tariff=tariff,
        criteria=shared.criteria,
        ids=ids,
        incomplete=incomplete,
        folders=tuple(sorted(known.folders)),
        lapsed=tuple(name for name in ids["tax class"] if name not in held),
        foreign=tuple(
            (named, "" if known.has(*named) else known.near(*named)) for named in outline.foreign
        ),
        named=tuple(named),
        offered=_offered(outline.id, shared, at),
    )


def _offered(
    country: str, shared: SharedContent, at: datetime
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if shared.site is None:
        return ()
    zone = ZoneInfo(shared.site.timezone)
    offered: dict[str, list[str]] = {}
    current = [c for c in shared.campaigns if campaign_state(c, zone, at) in ("before", "open")]
    for campaign in sorted(current, key=lambda c: (_opens(c, zone), c.id)):
        for good in campaign.goods:
            owner, _, id_ = (good.product or "").partition("/")
            if owner == country:
                offered.setdefault(id_, []).append(campaign.id)
    return tuple((id_, tuple(ids)) for id_, ids in offered.items())


def _opens(campaign: Campaign, zone: ZoneInfo) -> datetime:
    opens, _ = campaign.window.bounds(zone)
    assert opens is not None
    return opens
