"""The settled world: what is public at one instant, linked and priced."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from pavilion_gen.catalogue.membership import Judged
from pavilion_gen.catalogue.prices import Reckoning, Tariff
from pavilion_gen.content.load import PictureFile
from pavilion_gen.model.campaign import Campaign, Good
from pavilion_gen.model.country import Country, Guide, Region
from pavilion_gen.model.product import Product
from pavilion_gen.model.site import Category, Criteria, Embassy, PortalPage, Site


class SettledVariant(msgspec.Struct, frozen=True, gc=False):
    """A variant with its reckoning, in the order of the product's variants."""

    id: str
    price: Reckoning | None


class SettledProduct(msgspec.Struct, frozen=True, gc=False):
    """A public product. former: its earlier price, while that is shown.

    campaigns: ids of those that offer it and are not over; guides: ids of those that name it.
    """

    product: Product
    merchant: Judged
    price: Reckoning | None
    variants: tuple[SettledVariant, ...]
    former: Reckoning | None
    campaigns: tuple[str, ...]
    guides: tuple[str, ...]

    @property
    def sold_out(self) -> bool:
        return not self.product.stock.available


class SettledGood(msgspec.Struct, frozen=True, gc=False):
    """One thing of a campaign. country: of its pavilion, empty for an item.

    tiers: the reckoning of each step; ordinary: of the product outside the campaign.
    """

    good: Good
    country: str
    product: Product | None
    merchant: Judged | None
    ordinary: Reckoning | None
    tiers: tuple[Reckoning, ...]


class SettledCampaign(msgspec.Struct, frozen=True, gc=False):
    """A campaign at the clock's instant. state: before, open, over or cancelled."""

    campaign: Campaign
    state: str
    opens: datetime
    closes: datetime
    goods: tuple[SettledGood, ...]


class Catalogue(msgspec.Struct, frozen=True, gc=False):
    """One country at the clock's instant; everything in it is public, in the editors' order."""

    country: Country
    merchants: tuple[Judged, ...]
    products: tuple[SettledProduct, ...]
    guides: tuple[Guide, ...]
    pictures: dict[str, PictureFile]
    by_category: dict[str, tuple[SettledProduct, ...]]
    by_region: dict[str, tuple[SettledProduct, ...]]
    by_merchant: dict[str, tuple[SettledProduct, ...]]

    @property
    def id(self) -> str:
        return self.country.id

    @property
    def fallbacks(self) -> tuple[str, ...]:
        """The locales to try, in turn, for a text that is not translated."""
        return (self.country.source, *self.country.locales)

    def region(self, id_: str | None) -> Region | None:
        return next((region for region in self.country.regions if region.id == id_), None)

    def judged(self, id_: str) -> Judged:
        return next(judged for judged in self.merchants if judged.merchant.id == id_)


class World(msgspec.Struct, frozen=True, gc=False):
    """All of it. next_change: the next instant (UTC) at which the clock changes the site."""

    site: Site
    at: datetime
    drafts: bool
    categories: dict[str, Category]
    tariff: Tariff
    criteria: Criteria | None
    embassies: tuple[Embassy, ...]
    campaigns: tuple[SettledCampaign, ...]
    pages: tuple[PortalPage, ...]
    static: tuple[str, ...]
    pictures: dict[str, PictureFile]
    live: tuple[Catalogue, ...]
    planned: tuple[Country, ...]
    next_change: datetime | None
    held_back: tuple[tuple[str, int], ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.site.timezone)

    @property
    def fallbacks(self) -> tuple[str, ...]:
        return self.site.portal

    def catalogue(self, country: str) -> Catalogue | None:
        return next((catalogue for catalogue in self.live if catalogue.id == country), None)
