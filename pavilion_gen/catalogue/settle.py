"""From what was read to the world at one instant: the deriving passes, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from pavilion_gen.catalogue.ground import Ground, campaign_state, tariff_at
from pavilion_gen.catalogue.membership import Judged, judge
from pavilion_gen.catalogue.outline import Outline
from pavilion_gen.catalogue.prices import Reckoning, Tariff
from pavilion_gen.catalogue.world import (
    Catalogue,
    SettledCampaign,
    SettledGood,
    SettledProduct,
    SettledVariant,
    Showcase,
    World,
)
from pavilion_gen.content.load import CountryContent, SharedContent
from pavilion_gen.model.campaign import Campaign
from pavilion_gen.model.country import Country, Guide
from pavilion_gen.model.moment import opening
from pavilion_gen.model.money import Money, Quantity
from pavilion_gen.model.product import Product
from pavilion_gen.model.site import Category, Site


def is_live(country: Country, *, drafts: bool) -> bool:
    """Whether a pavilion is open; in a preview of drafts a draft counts as live."""
    return country.status == "live" or (drafts and country.status == "draft")


def settle_country(part: CountryContent, ground: Ground, at: datetime) -> Catalogue | None:
    """One country at `at` (UTC); None where it is not live, or too broken.

    With drafts also goods of merchants that are not members, and goods out of their window.
    """
    country = part.country
    if country is None or ground.site is None or not is_live(country, drafts=ground.drafts):
        return None
    zone = ZoneInfo(country.timezone)
    judged = [judge(merchant, ground.criteria, at, zone) for merchant in part.merchants]
    merchants = {j.merchant.id: j for j in judged if ground.drafts or j.is_member}
    offered = dict(ground.offered)
    named = _guides_by_product(part.guides)
    settled = [
        _settled(product, merchants[product.merchant], ground.tariff, at, zone,
                 offered.get(product.id, ()), tuple(named.get(product.id, ())))
        for product in part.products
        if product.merchant in merchants
        and (ground.drafts or product.window.state(at, zone) == "open")
    ]  # fmt: skip
    return Catalogue(
        country=country,
        pictures=part.part.pictures,
        merchants=tuple(merchants.values()),
        products=tuple(settled),
        guides=tuple(guide for guide in part.guides if guide.documents),
        by_category=_grouped(settled, ground.tariff),
        by_region=_by(settled, lambda s: s.product.region),
        by_merchant=_by(settled, lambda s: s.product.merchant),
    )


def _settled(
    product: Product,
    merchant: Judged,
    tariff: Tariff,
    at: datetime,
    zone: ZoneInfo,
    campaigns: tuple[str, ...],
    guides: tuple[str, ...],
) -> SettledProduct:
    was, price = product.was, product.price
    shown = was is not None and price is not None and was.window.state(at, zone) == "open"
    return SettledProduct(
        product=product,
        merchant=merchant,
        price=_reckon(tariff, product, price, product.net),
        variants=tuple(
            SettledVariant(v.id, _reckon(tariff, product, v.price, v.net)) for v in product.variants
        ),
        former=_reckon(tariff, product, Money(was.price, price.currency), None)
        if shown and was and price
        else None,
        campaigns=campaigns,
        guides=guides,
    )


def showcase(catalogue: Catalogue, ground: Ground) -> Showcase:
    """What the rest of the site sees of a catalogue."""
    named = set(ground.named)
    offered = {s.product.id: s for s in catalogue.products if s.product.id in named}
    guides = _seasonal(catalogue.guides)
    files = [
        *(picture.file for settled in offered.values() for picture in settled.product.pictures),
        *(guide.picture for guide in guides if guide.picture is not None),
    ]
    paths = {f"countries/{catalogue.id}/{file}" for file in files}
    return Showcase(
        country=catalogue.country,
        pictures={path: file for path, file in catalogue.pictures.items() if path in paths},
        goods={id_: len(goods) for id_, goods in catalogue.by_category.items()},
        places=places(catalogue),
        guides=guides,
        offered=offered,
    )


def places(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """The folder of every page that a link may lead to, by kind and id."""
    return {
        "product": {settled.product.id: "products" for settled in catalogue.products},
        "merchant": {judged.merchant.id: "merchants" for judged in catalogue.merchants},
        "partner": {partner.id: "partners" for partner in catalogue.country.partners},
        "guide": {guide.id: guide.kind for guide in catalogue.guides},
        "region": dict.fromkeys(catalogue.by_region, "regions"),
        "category": dict.fromkeys(catalogue.by_category, "categories"),
    }


def settle_site(
    shared: SharedContent,
    outlines: Iterable[Outline],
    showcases: Iterable[Showcase],
    at: datetime,
    *,
    drafts: bool = False,
) -> World | None:
    """The world at `at` (UTC); None where the shared files are too broken for one."""
    site = shared.site
    if site is None:
        return None
    live = tuple(showcases)
    tariff = tariff_at(shared, at)
    campaigns = [_campaign(campaign, live, tariff, site, at) for campaign in shared.campaigns]
    return World(
        site=site,
        drafts=drafts,
        categories=tariff.categories,
        tariff=tariff,
        criteria=shared.criteria,
        embassies=shared.embassies,
        campaigns=tuple(sorted(campaigns, key=lambda c: (c.opens, c.campaign.id))),
        campaign_ids=tuple(campaign.id for campaign in shared.campaigns),
        pages=shared.pages,
        static=shared.static,
        pictures=shared.part.pictures,
        live=live,
        planned=tuple(
            _announced(outline.country, at)
            for outline in outlines
            if outline.country is not None and outline.country.status == "planned"
        ),
        month=at.astimezone(ZoneInfo(site.timezone)).month,
    )


def _announced(country: Country, at: datetime) -> Country:
    """A planned country; a day of opening that has passed is no announcement."""
    opens = country.opens
    if opens is not None and opening(opens, ZoneInfo(country.timezone)) <= at:
        return msgspec.structs.replace(country, opens=None)
    return country


def _reckon(
    tariff: Tariff, product: Product, money: Money | None, net: Quantity | None
) -> Reckoning | None:
    if money is None:
        return None
    return tariff.reckon(
        money,
        category=product.category,
        tax_class=product.tax_class,
        tax_included=product.tax_included,
        net=net,
    )


def _by(
    products: Iterable[SettledProduct], key: Callable[[SettledProduct], str | None]
) -> dict[str, tuple[SettledProduct, ...]]:
    groups: dict[str, list[SettledProduct]] = {}
    for settled in products:
        if (name := key(settled)) is not None:
            groups.setdefault(name, []).append(settled)
    return {name: tuple(group) for name, group in groups.items()}


def _grouped(
    products: list[SettledProduct], tariff: Tariff
) -> dict[str, tuple[SettledProduct, ...]]:
    """Products by category; a parent holds those of its children. In the order of the tree."""
    groups: dict[str, list[SettledProduct]] = {}
    for settled in products:
        for category in ancestry(settled.product.category, tariff.categories):
            groups.setdefault(category, []).append(settled)
    return {name: tuple(groups[name]) for name in tariff.categories if name in groups}


def ancestry(category: str, categories: dict[str, Category]) -> list[str]:
    """The category and its ancestors, nearest first; ends where the tree has a loop."""
    chain: list[str] = []
    node = categories.get(category)
    while node is not None and node.id not in chain:
        chain.append(node.id)
        node = categories.get(node.parent or "")
    return chain


def _guides_by_product(guides: tuple[Guide, ...]) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for guide in guides:
        for product in guide.products:
            named.setdefault(product, []).append(guide.id)
    return named


def _campaign(
    campaign: Campaign, live: tuple[Showcase, ...], tariff: Tariff, site: Site, at: datetime
) -> SettledCampaign:
    zone = ZoneInfo(site.timezone)
    opens, closes = campaign.window.bounds(zone)
    assert opens is not None
    assert closes is not None
    goods = []
    for good in campaign.goods:
        if good.item is not None:
            money = [Money(tier.price, good.item.currency) for tier in good.tiers]
            tiers = tuple(tariff.reckon(price, category=good.item.category) for price in money)
            goods.append(SettledGood(good, "", None, None, None, tiers))
            continue
        country, _, id_ = (good.product or "").partition("/")
        pavilion = next((showcase for showcase in live if showcase.id == country), None)
        settled = pavilion.offered.get(id_) if pavilion else None
        if settled is None or pavilion is None:
            continue
        product = settled.product
        currency = product.price.currency if product.price else pavilion.country.currency
        steps = [
            _reckon(tariff, product, Money(tier.price, currency), product.net)
            for tier in good.tiers
        ]
        goods.append(
            SettledGood(
                good=good,
                country=country,
                product=product,
                merchant=settled.merchant,
                ordinary=settled.price,
                tiers=tuple(step for step in steps if step is not None),
            )
        )
    state = campaign_state(campaign, zone, at)
    return SettledCampaign(campaign, state, opens, closes, tuple(goods))


def _seasonal(guides: tuple[Guide, ...]) -> tuple[Guide, ...]:
    """The guides that are the first of a month."""
    chosen = {
        guide.id
        for month in range(1, 13)
        for guide in [next((guide for guide in guides if month in guide.season), None)]
        if guide is not None
    }
    return tuple(guide for guide in guides if guide.id in chosen)


def in_season(
    seasons: Iterable[tuple[str, Sequence[tuple[int, ...]]]], month: int
) -> list[tuple[str, int]]:
    """(country, number of its guide) of those whose season holds the month, then the next one.

    seasons: the months of each guide, by country. One a country is chosen, the first that fits.
    """
    chosen: dict[str, int] = {}
    countries = list(seasons)
    for wanted in (month, month % 12 + 1):
        for country, own in countries:
            number = next((n for n, months in enumerate(own) if wanted in months), None)
            if number is not None:
                chosen.setdefault(country, number)
    return list(chosen.items())
