"""The things of schema.org that pages speak of, in the order their keys are written.

A field that is not set is left out.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

Text = str | UnsetType


class Thing(msgspec.Struct, frozen=True, gc=False, tag_field="@type"):
    """Anything with an `@type`."""


class Step(Thing, frozen=True, gc=False, tag="ListItem"):
    """A step of a trail."""

    position: int
    name: str
    item: str


class Entry(Thing, frozen=True, gc=False, tag="ListItem"):
    """A line of a list: a thing with a page of its own."""

    position: int
    name: str
    url: str


class Lot(Thing, frozen=True, gc=False, tag="ListItem"):
    """A line of a list that tells all of its thing."""

    position: int
    item: Thing


class BreadcrumbList(Thing, frozen=True, gc=False, tag="BreadcrumbList"):
    """The trail that leads to a page."""

    trail: list[Step] = msgspec.field(name="itemListElement")


class ItemList(Thing, frozen=True, gc=False, tag="ItemList"):
    """What a page lists."""

    items: list[Entry] | list[Lot] = msgspec.field(name="itemListElement")


class WebSite(Thing, frozen=True, gc=False, kw_only=True, tag="WebSite"):
    """The site itself."""

    url: str
    name: str
    language: Text = msgspec.field(name="inLanguage", default=UNSET)


class WebPage(Thing, frozen=True, gc=False, kw_only=True, tag="WebPage"):
    """A page of prose."""

    url: str
    name: str
    language: str = msgspec.field(name="inLanguage")


class AboutPage(WebPage, frozen=True, gc=False, kw_only=True, tag="AboutPage"):
    """The page about the site."""


class CollectionPage(Thing, frozen=True, gc=False, kw_only=True, tag="CollectionPage"):
    """A page that shows others."""

    url: str
    name: str
    description: str
    language: str = msgspec.field(name="inLanguage")


class Organization(Thing, frozen=True, gc=False, kw_only=True, tag="Organization"):
    """The portal, or a merchant."""

    url: str
    name: str
    founded: Text = msgspec.field(name="foundingDate", default=UNSET)


class GovernmentOrganization(
    Thing, frozen=True, gc=False, kw_only=True, tag="GovernmentOrganization"
):
    """An embassy, or a partner in a country."""

    name: str
    url: Text = UNSET


class Article(Thing, frozen=True, gc=False, kw_only=True, tag="Article"):
    """A guide."""

    headline: str
    description: str
    url: str
    language: str = msgspec.field(name="inLanguage")
    image: Text = UNSET
    published: Text = msgspec.field(name="datePublished", default=UNSET)
    modified: Text = msgspec.field(name="dateModified", default=UNSET)


class TouristDestination(Thing, frozen=True, gc=False, kw_only=True, tag="TouristDestination"):
    """Where a travel guide leads."""

    name: str


class Brand(Thing, frozen=True, gc=False, tag="Brand"):
    """Who stands behind a product."""

    name: str


class Offer(Thing, frozen=True, gc=False, kw_only=True, tag="Offer"):
    """A price, and what holds for it."""

    price: str
    currency: str = msgspec.field(name="priceCurrency")
    availability: Text = UNSET
    opens: Text = msgspec.field(name="validFrom", default=UNSET)
    closes: Text = msgspec.field(name="validThrough", default=UNSET)
    url: str
    seller: Organization | UnsetType = UNSET


class Product(Thing, frozen=True, gc=False, kw_only=True, tag="Product"):
    """A product, one of its variants, or what a campaign sells."""

    name: str
    description: Text = UNSET
    url: Text = UNSET
    category: Text = UNSET
    brand: Brand | UnsetType = UNSET
    image: list[str] | str | UnsetType = UNSET
    gtin: Text = UNSET
    sku: Text = UNSET
    offers: Offer | UnsetType = UNSET


class ProductGroup(Product, frozen=True, gc=False, kw_only=True, tag="ProductGroup"):
    """A product with variants."""

    group: str = msgspec.field(name="productGroupID")
    variants: list[Product] = msgspec.field(name="hasVariant")


class Graph(msgspec.Struct, frozen=True, gc=False):
    """All that one page says."""

    context: str = msgspec.field(name="@context")
    things: list[Thing] = msgspec.field(name="@graph")
