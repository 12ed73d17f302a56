"""The hall of a pavilion, and its partners' corners."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

import msgspec

from pavilion_gen.catalogue.world import Catalogue, SettledProduct
from pavilion_gen.model.country import Partner, Region
from pavilion_gen.model.text import Html
from pavilion_gen.pages.cards import (
    campaign_card,
    guide_card,
    in_shelf_order,
    merchant_card,
    product_card,
)
from pavilion_gen.pages.parts import CampaignCard, Card, GuideCard, Link, MerchantCard, Page, Phrase
from pavilion_gen.pages.setting import PlannedPage, Route, Setting, newest


class RegionCard(msgspec.Struct, frozen=True, gc=False):
    """A region with its speciality. url: empty while no goods come from it."""

    name: Phrase
    url: str
    speciality: Phrase
    goods: int


class PartnerCard(msgspec.Struct, frozen=True, gc=False):
    """A partner and its role on this pavilion."""

    url: str
    name: Phrase
    role: Phrase


class PavilionView(Page, frozen=True, gc=False, kw_only=True):
    """`/zh/fr/`: hall, specialities, goods, merchants, culture, travel, campaigns.

    poster: its address, or empty.
    """

    country: str
    name: Phrase
    chinese: Phrase
    native: Phrase
    intro: Html
    partners: tuple[PartnerCard, ...]
    categories: tuple[Link, ...]
    specialities: tuple[RegionCard, ...]
    goods: tuple[Card, ...]
    goods_total: int
    goods_url: str
    merchants: tuple[MerchantCard, ...]
    merchants_total: int
    merchants_url: str
    culture: tuple[GuideCard, ...]
    culture_url: str
    travel: tuple[GuideCard, ...]
    travel_url: str
    campaigns: tuple[CampaignCard, ...]
    poster: str


class PartnerView(Page, frozen=True, gc=False, kw_only=True):
    """`…/partners/x/`."""

    name: Phrase
    native: Phrase
    role: Phrase
    text: Html
    url: str
    host: str
    approved: str
    pavilion: Link
    campaigns: tuple[CampaignCard, ...]
    guides: tuple[GuideCard, ...]


GOODS_ON_SHELF = 8
MERCHANTS_SHOWN = 3
GUIDES_SHOWN = 3
REGIONS_SHOWN = 6


def pavilion(setting: Setting) -> Iterator[Route]:
    """The hall, in one locale, and the corner of each partner."""
    catalogue = setting.catalogue
    yield Route(setting.at(), partial(_hall, setting, catalogue))
    for partner in catalogue.country.partners:
        address = setting.at("partners", partner.id)
        yield Route(address, partial(_partner, setting, catalogue, partner))


def _hall(setting: Setting, catalogue: Catalogue) -> PlannedPage:
    country = catalogue.country
    name = setting.phrase(country.pavilion)
    native = setting.native(country.pavilion)
    chinese = setting.chinese(country.pavilion)
    view = PavilionView(
        head=setting.head((name.text,), setting.summary_of(country.intro), ()),
        languages=setting.languages(()),
        breadcrumb=setting.breadcrumb()[:1],
        country=country.id,
        name=name,
        chinese=chinese or name,
        native=native if native.text != name.text else Phrase(""),
        intro=setting.html(country.intro),
        partners=tuple(
            PartnerCard(
                setting.at("partners", partner.id),
                setting.phrase(partner.name),
                setting.phrase(partner.role),
            )
            for partner in country.partners
        ),
        categories=_categories(setting, catalogue),
        specialities=tuple(
            _region_card(setting, catalogue, r) for r in _speciality_regions(catalogue)
        ),
        goods=tuple(product_card(setting, s) for s in popular(catalogue)),
        goods_total=len(catalogue.products),
        goods_url=setting.at("products"),
        merchants=tuple(
            merchant_card(setting, judged) for judged in catalogue.merchants[:MERCHANTS_SHOWN]
        ),
        merchants_total=len(catalogue.merchants),
        merchants_url=setting.at("merchants"),
        culture=_guides(setting, catalogue, "culture"),
        culture_url=setting.at("culture"),
        travel=_guides(setting, catalogue, "travel"),
        travel_url=setting.at("travel"),
        campaigns=tuple(
            campaign_card(setting, settled)
            for settled in setting.world.campaigns
            if settled.state in ("open", "before") and settled.concerns(country.id)
        ),
        poster=setting.poster_at(),
    )
    changed = newest(
        [
            *(settled.product.added for settled in catalogue.products),
            *(day for guide in catalogue.guides for day in (guide.added, guide.checked)),
        ]
    )
    return PlannedPage(setting.at(), "pavilion.html", view, setting.chrome_key(), True, changed)


def popular(catalogue: Catalogue) -> list[SettledProduct]:
    """Goods for the hall's shelf: the editors' order, one of each category before a second."""
    waiting = in_shelf_order(catalogue.products)
    chosen: list[SettledProduct] = []
    while waiting and len(chosen) < GOODS_ON_SHELF:
        seen: set[str] = set()
        left = []
        for settled in waiting:
            if settled.product.category in seen or len(chosen) >= GOODS_ON_SHELF:
                left.append(settled)
            else:
                seen.add(settled.product.category)
                chosen.append(settled)
        waiting = left
    return chosen


def _categories(setting: Setting, catalogue: Catalogue) -> tuple[Link, ...]:
    """Links with counts: the categories that hold goods, below the roots where there are any."""
    categories = setting.world.categories
    leaves = [id_ for id_ in catalogue.by_category if categories[id_].parent is not None]
    return tuple(
        Link(setting.phrase(categories[id_].name), setting.at("categories", id_),
             count=len(catalogue.by_category[id_]))
        for id_ in leaves or list(catalogue.by_category)
    )  # fmt: skip


def _speciality_regions(catalogue: Catalogue) -> list[Region]:
    regions = [region for region in catalogue.country.regions if region.speciality]
    return regions[:REGIONS_SHOWN]


def _region_card(setting: Setting, catalogue: Catalogue, region: Region) -> RegionCard:
    goods = len(catalogue.by_region.get(region.id, ()))
    return RegionCard(
        setting.phrase(region.name),
        setting.at("regions", region.id) if goods else "",
        setting.phrase(region.speciality),
        goods,
    )


def _guides(setting: Setting, catalogue: Catalogue, kind: str) -> tuple[GuideCard, ...]:
    own = [guide for guide in catalogue.guides if guide.kind == kind]
    return tuple(guide_card(setting, guide) for guide in own[:GUIDES_SHOWN])


def _partner(setting: Setting, catalogue: Catalogue, partner: Partner) -> PlannedPage:
    steps = ("partners", partner.id)
    name = setting.phrase(partner.name)
    native = setting.native(partner.name)
    pavilion_name = setting.phrase(catalogue.country.pavilion)
    role = setting.phrase(partner.role)
    text = setting.html(partner.text)
    description = setting.summary_of(partner.text) if text else f"{name.text}: {role.text}"
    view = PartnerView(
        head=setting.head((name.text, pavilion_name.text), description, steps),
        languages=setting.languages(steps),
        breadcrumb=setting.breadcrumb(),
        name=name,
        native=native if native.text != name.text else Phrase(""),
        role=role,
        text=text,
        url=partner.url or "",
        host=urlsplit(partner.url or "").netloc,
        approved=setting.words.date(partner.approved) if partner.approved else "",
        pavilion=Link(pavilion_name, setting.at()),
        campaigns=tuple(
            campaign_card(setting, settled)
            for settled in setting.world.campaigns
            if settled.state in ("open", "before") and settled.concerns(catalogue.id)
        ),
        guides=tuple(guide_card(setting, guide) for guide in catalogue.guides[:GUIDES_SHOWN]),
    )
    return PlannedPage(setting.at(*steps), "partner.html", view, setting.chrome_key(), True,
                       partner.approved)  # fmt: skip
