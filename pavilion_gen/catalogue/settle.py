"""From what was read to the world at one instant: the deriving passes, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from pavilion_gen.catalogue.membership import EXPIRES_SOON, Judged, edges, judge
from pavilion_gen.catalogue.prices import Reckoning, Tariff, rates_at, tax_at
from pavilion_gen.catalogue.world import (
    Catalogue,
    SettledCampaign,
    SettledGood,
    SettledProduct,
    SettledVariant,
    World,
)
from pavilion_gen.content.load import Content, CountryContent, SharedContent
from pavilion_gen.model.campaign import Campaign
from pavilion_gen.model.country import Country, Guide
from pavilion_gen.model.moment import opening
from pavilion_gen.model.money import Money, Quantity
from pavilion_gen.model.product import Product
from pavilion_gen.model.site import Category, Site


def tariff_at(shared: SharedContent, site: Site, at: datetime) -> Tariff:
    """Rates, tax and categories at the instant `at`."""
    categories: dict[str, Category] = {}
    for category in shared.categories:
        categories.setdefault(category.id, category)
    return Tariff(rates_at(shared.rates, at, site), tax_at(shared.tax, at, site), categories)


def status_at(country: Country, at: datetime, drafts: bool) -> str:
    """The status of a pavilion; in a preview of drafts a draft counts as live."""
    return "live" if drafts and country.status == "draft" else country.status


def settle(content: Content, at: datetime, *, drafts: bool = False) -> World | None:
    """The world at `at` (UTC); None where the shared files are too broken for one.

    drafts: also drafts, goods of merchants that are not members, and goods out of their window.
    """
    shared, site = content.shared, content.shared.site
    if site is None:
        return None
    tariff = tariff_at(shared, site, at)
    readable = [(part, part.country) for part in content.countries if part.country is not None]
    public: dict[str, tuple[CountryContent, tuple[Judged, ...], tuple[Product, ...]]] = {}
    for part, country in readable:
        if status_at(country, at, drafts) == "live":
            merchants, products = _public(part, country, shared, at, drafts)
            public[country.id] = (part, merchants, products)
    campaigns = tuple(
        _campaign(campaign, public, tariff, site, at) for campaign in shared.campaigns
    )
    live = tuple(
        _catalogue(part, merchants, products, tariff, campaigns, at)
        for part, merchants, products in public.values()
    )
    planned = tuple(country for _, country in readable if country.status == "planned")
    held_back = tuple(
        (part.id, len(part.products) - len(products)) for part, _, products in public.values()
    )
    return World(
        site=site,
        at=at,
        drafts=drafts,
        categories=tariff.categories,
        tariff=tariff,
        criteria=shared.criteria,
        embassies=shared.embassies,
        campaigns=tuple(sorted(campaigns, key=lambda c: (c.opens, c.campaign.id))),
        pages=shared.pages,
        static=shared.static,
        pictures=shared.part.pictures,
        live=live,
        planned=planned,
        next_change=next_change(content, site, at),
        held_back=held_back,
    )


def _public(
    part: CountryContent, country: Country, shared: SharedContent, at: datetime, drafts: bool
) -> tuple[tuple[Judged, ...], tuple[Product, ...]]:
    """The merchants and products that are shown."""
    zone = ZoneInfo(country.timezone)
    judged = [judge(merchant, shared.criteria, at, zone) for merchant in part.merchants]
    shown = {j.merchant.id: j for j in judged if drafts or j.is_member}
    products = tuple(
        product
        for product in part.products
        if product.merchant in shown and (drafts or product.window.state(at, zone) == "open")
    )
    return tuple(shown.values()), products


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


def _catalogue(
    part: CountryContent,
    merchants: tuple[Judged, ...],
    products: tuple[Product, ...],
    tariff: Tariff,
    campaigns: tuple[SettledCampaign, ...],
    at: datetime,
) -> Catalogue:
    country = part.country
    assert country is not None
    zone = ZoneInfo(country.timezone)
    by_id = {judged.merchant.id: judged for judged in merchants}
    offered = _campaigns_by_product(campaigns, country.id)
    named = _guides_by_product(part.guides)
    settled = []
    for product in products:
        was = product.was
        shown = was is not None and was.window.state(at, zone) == "open" and product.price
        settled.append(
            SettledProduct(
                product=product,
                merchant=by_id[product.merchant],
                price=_reckon(tariff, product, product.price, product.net),
                variants=tuple(
                    SettledVariant(v.id, _reckon(tariff, product, v.price, v.net))
                    for v in product.variants
                ),
                former=_reckon(tariff, product, Money(was.price, product.price.currency), None)
                if shown and was and product.price
                else None,
                campaigns=tuple(offered.get(product.id, ())),
                guides=tuple(named.get(product.id, ())),
            )
        )
    return Catalogue(
        country=country,
        merchants=merchants,
        products=tuple(settled),
        guides=tuple(guide for guide in part.guides if guide.documents),
        pictures=part.part.pictures,
        by_category=_grouped(settled, tariff),
        by_region=_by(settled, lambda s: s.product.region),
        by_merchant=_by(settled, lambda s: s.product.merchant),
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


def _campaigns_by_product(
    campaigns: tuple[SettledCampaign, ...], country: str
) -> dict[str, list[str]]:
    offered: dict[str, list[str]] = {}
    for settled in sorted(campaigns, key=lambda c: c.opens):
        if settled.state in ("before", "open"):
            for good in settled.goods:
                if good.country == country and good.product is not None:
                    offered.setdefault(good.product.id, []).append(settled.campaign.id)
    return offered


def _guides_by_product(guides: tuple[Guide, ...]) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for guide in guides:
        for product in guide.products:
            named.setdefault(product, []).append(guide.id)
    return named


def _campaign(
    campaign: Campaign,
    public: dict[str, tuple[CountryContent, tuple[Judged, ...], tuple[Product, ...]]],
    tariff: Tariff,
    site: Site,
    at: datetime,
) -> SettledCampaign:
    zone = ZoneInfo(site.timezone)
    opens, closes = campaign.window.bounds(zone)
    assert opens is not None
    assert closes is not None
    state = campaign.window.state(at, zone)
    if campaign.cancelled is not None and opening(campaign.cancelled.at, zone) <= at:
        state = "cancelled"
    goods = []
    for good in campaign.goods:
        if good.item is not None:
            money = [Money(tier.price, good.item.currency) for tier in good.tiers]
            tiers = tuple(tariff.reckon(price, category=good.item.category) for price in money)
            goods.append(SettledGood(good, "", None, None, None, tiers))
            continue
        country, _, id_ = (good.product or "").partition("/")
        _, merchants, products = public.get(country, (None, (), ()))
        product = next((p for p in products if p.id == id_), None)
        if product is None:
            continue
        part, *_ = public[country]
        assert part.country is not None
        currency = product.price.currency if product.price else part.country.currency
        steps = [
            _reckon(tariff, product, Money(tier.price, currency), product.net)
            for tier in good.tiers
        ]
        goods.append(
            SettledGood(
                good=good,
                country=country,
                product=product,
                merchant=next(j for j in merchants if j.merchant.id == product.merchant),
                ordinary=_reckon(tariff, product, product.price, product.net),
                tiers=tuple(step for step in steps if step is not None),
            )
        )
    return SettledCampaign(campaign, state, opens, closes, tuple(goods))


def next_change(content: Content, site: Site, at: datetime) -> datetime | None:
    """The next instant (UTC) after `at` at which any window opens or closes."""
    zone = ZoneInfo(site.timezone)
    shared = content.shared
    instants: list[datetime] = []
    for campaign in shared.campaigns:
        ends = opening(campaign.cancelled.at, zone) if campaign.cancelled else None
        instants += [edge for edge in campaign.window.edges(zone) if ends is None or edge < ends]
        if ends is not None:
            instants.append(ends)
    for rules in shared.tax:
        instants += rules.window.edges(zone)
    instants += [opening(rates.date, zone) for rates in shared.rates]
    for part in content.countries:
        if part.country is None:
            continue
        local = ZoneInfo(part.country.timezone)
        if part.country.status == "planned" and part.country.opens is not None:
            instants.append(opening(part.country.opens, local))
        if part.country.status != "live":
            continue
        for product in part.products:
            instants += product.window.edges(local)
            if product.was:
                instants += product.was.window.edges(local)
        if shared.criteria is not None:
            for merchant in part.merchants:
                instants += edges(merchant, local)
    season = _next_season(content, zone, at)
    if season is not None:
        instants.append(season)
    return min((instant for instant in instants if instant > at), default=None)


def in_season(
    guides: Iterable[tuple[str, tuple[Guide, ...]]], month: int
) -> list[tuple[str, Guide]]:
    """(country, guide) of the guides whose season holds the month, then the next one.

    guides: of each country. One a country is chosen, the first that fits.
    """
    chosen: dict[str, Guide] = {}
    countries = list(guides)
    for wanted in (month, month % 12 + 1):
        for country, own in countries:
            guide = next((guide for guide in own if wanted in guide.season), None)
            if guide is not None:
                chosen.setdefault(country, guide)
    return list(chosen.items())


def _next_season(content: Content, zone: ZoneInfo, at: datetime) -> datetime | None:
    """The first instant of the next month in which other guides are in season."""
    guides = [
        (part.id, tuple(guide for guide in part.guides if guide.documents))
        for part in content.countries
        if part.country is not None and part.country.status == "live"
    ]
    today = at.astimezone(zone)
    for ahead in range(1, 12):
        years, month = divmod(today.month - 1 + ahead, 12)
        if in_season(guides, month + 1) != in_season(guides, today.month):
            return opening(date(today.year + years, month + 1, 1), zone)
    return None


def expires_soon(judged: Judged, at: datetime) -> list[tuple[str, datetime]]:
    """(criterion, instant) of a member's evidence that runs out within 90 days."""
    return [
        (verdict.criterion, verdict.expires)
        for verdict in judged.verdicts
        if verdict.expires is not None and at < verdict.expires <= at + EXPIRES_SOON
    ]
