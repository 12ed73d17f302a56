"""A group-buy campaign."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import msgspec

from pavilion_gen.model.country import Picture
from pavilion_gen.model.moment import Moment, Window
from pavilion_gen.model.text import LocalizedText


class Tier(msgspec.Struct, frozen=True, gc=False):
    """The price once so many have joined."""

    buyers: int
    price: Decimal


class Item(msgspec.Struct, frozen=True, gc=False):
    """Goods of an embassy whose country has no pavilion."""

    name: LocalizedText
    seller: LocalizedText
    url: str
    currency: str
    category: str
    picture: Picture | None = None


class Good(msgspec.Struct, frozen=True, gc=False):
    """One thing on offer: a product (`fr/lavender-honey`) or an item."""

    tiers: tuple[Tier, ...]
    product: str | None = None
    item: Item | None = None
    quota: int | None = None
    per_person: int | None = None


class Result(msgspec.Struct, frozen=True, gc=False):
    """How many joined, as counted at an instant."""

    buyers: int
    at: datetime


class Cancelled(msgspec.Struct, frozen=True, gc=False):
    """When and why a campaign was called off."""

    at: Moment
    reason: LocalizedText


class Campaign(msgspec.Struct, frozen=True, gc=False):
    """`campaigns/<id>.yaml`. Wall times without a zone are in the site's time zone."""

    id: str
    title: LocalizedText
    summary: LocalizedText
    embassies: tuple[str, ...]
    window: Window
    goods: tuple[Good, ...]
    text: LocalizedText = {}
    result: Result | None = None
    cancelled: Cancelled | None = None
