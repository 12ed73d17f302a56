"""The settled world: what is public at one instant, linked and priced."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from pavilion_gen.catalogue.membership import Judged
from pavilion_gen.catalogue.prices import Reckoning, Tariff
from pavilion_gen.catalogue.references import Target
from pavilion_gen.model.campaign import Campaign, Good
from pavilion_gen.model.country import Country, Guide, Palette, Region
from pavilion_gen.model.picture import PictureFile
from pavilion_gen.model.product import Product
from pavilion_gen.model.site import Category, Criteria, Document, Embassy, PortalPage, Site


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

    def concerns(self, country: str) -> bool:
        """Whether it offers goods of a country, or its embassy stands behind it."""
        return country in self.campaign.embassies or any(
            good.country == country for good in self.goods
        )


class Hall(msgspec.Struct, frozen=True, gc=False):
    """What every page that shows something of a pavilion knows of it.

    pictures: by path below the content folder.
    """

    country: Country
    pictures: dict[str, PictureFile]

    @property
    def id(self) -> str:
        return self.country.id

    @property
    def fallbacks(self) -> tuple[str, ...]:
        """The locales to try, in turn, for a text that is not translated."""
        return (self.country.source, *self.country.locales)

    def region(self, id_: str | None) -> Region | None:
        return next((region for region in self.country.regions if region.id == id_), None)


class Showcase(Hall, frozen=True, gc=False, kw_only=True):
    """What the portal and other pavilions see of a live pavilion.

    goods: how many, by category. places: the folder of every page that a link may lead to, by
    kind and id. guides: those that may stand on the portal in some month. offered: its products
    that a campaign names, by id.
    """

    goods: dict[str, int] = {}
    places: dict[str, dict[str, str]] = {}
    guides: tuple[Guide, ...] = ()
    offered: dict[str, SettledProduct] = {}


class Catalogue(Hall, frozen=True, gc=False, kw_only=True):
    """One country at the clock's instant; everything in it is public, in the editors' order."""

    merchants: tuple[Judged, ...]
    products: tuple[SettledProduct, ...]
    guides: tuple[Guide, ...]
    by_category: dict[str, tuple[SettledProduct, ...]]
    by_region: dict[str, tuple[SettledProduct, ...]]
    by_merchant: dict[str, tuple[SettledProduct, ...]]


class World(msgspec.Struct, frozen=True, gc=False):
    """What pages may show beside one country's own catalogue.

    planned: with the day of their opening only while that has not come. month: the one in which
    the portal chooses guides. campaign_ids: of all there are.
    """

    site: Site
    drafts: bool
    categories: dict[str, Category]
    tariff: Tariff
    criteria: Criteria | None
    embassies: tuple[Embassy, ...]
    campaigns: tuple[SettledCampaign, ...]
    campaign_ids: tuple[str, ...]
    pages: tuple[PortalPage, ...]
    static: tuple[str, ...]
    pictures: dict[str, PictureFile]
    live: tuple[Showcase, ...]
    planned: tuple[Country, ...]
    month: int

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.site.timezone)

    @property
    def fallbacks(self) -> tuple[str, ...]:
        return self.site.portal

    def showcase(self, country: str) -> Showcase | None:
        return next((showcase for showcase in self.live if showcase.id == country), None)


_NO_PALETTE = Palette("", "", "", "")


def seen_by(world: World, country: str, links: tuple[Target, ...]) -> World:
    """The part of the world that a pavilion's pages may show.

    What it leaves out cannot change them: a pavilion is planned again when this, or its own
    catalogue, is another one. links: what its texts name of other countries.
    """
    campaigns = tuple(settled for settled in world.campaigns if settled.concerns(country))
    pictures = {
        f"countries/{good.country}/{picture.file}"
        for settled in campaigns
        for good in settled.goods
        if good.product is not None
        for picture in good.product.pictures
    }
    return msgspec.structs.replace(
        world,
        embassies=(),
        campaigns=campaigns,
        pages=tuple(_title_only(page) for page in world.pages),
        static=(),
        pictures={} if not any(_has_item(settled) for settled in campaigns) else world.pictures,
        live=tuple(_from_afar(showcase, links, pictures) for showcase in world.live),
        planned=(),
        month=0,
    )


def _has_item(settled: SettledCampaign) -> bool:
    return any(good.product is None for good in settled.goods)


def _title_only(page: PortalPage) -> PortalPage:
    documents = {key: Document(document.title, "", "") for key, document in page.documents.items()}
    return PortalPage(page.id, documents)


def _from_afar(showcase: Showcase, links: tuple[Target, ...], pictures: set[str]) -> Showcase:
    country = msgspec.structs.replace(
        showcase.country, palette=_NO_PALETTE, intro={}, regions=(), partners=()
    )
    places: dict[str, dict[str, str]] = {}
    for owner, kind, id_ in links:
        folder = showcase.places.get(kind, {}).get(id_)
        if owner == showcase.id and folder is not None:
            places.setdefault(kind, {})[id_] = folder
    return Showcase(
        country=country,
        pictures={file: found for file, found in showcase.pictures.items() if file in pictures},
        goods=showcase.goods,
        places=places,
    )
