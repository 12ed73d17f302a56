"""What a merchant sells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec

from pavilion_gen.model.country import Picture
from pavilion_gen.model.moment import Window
from pavilion_gen.model.money import Money, Quantity
from pavilion_gen.model.text import LocalizedText


class FormerPrice(msgspec.Struct, frozen=True, gc=False):
    """`was`: an earlier price with its stated basis, shown during a window."""

    price: Decimal
    basis: LocalizedText
    window: Window


class Stock(msgspec.Struct, frozen=True, gc=False):
    """Whether a product can be had; since: the day it was found sold out, where known."""

    available: bool = True
    since: date | None = None


class Variant(msgspec.Struct, frozen=True, gc=False):
    """Another size or make of a product."""

    id: str
    name: LocalizedText
    price: Money | None = None
    net: Quantity | None = None
    gtin: str | None = None
    sku: str | None = None
    url: str | None = None
    stock: Stock = Stock()


class Product(msgspec.Struct, frozen=True, gc=False):
    """An entry of a product list. label: the Chinese electronic label, always zh.

    url: the shop's page, where it is not the merchant's first channel.
    tax: `included` (the seller bears it) or `excluded`; a text names a class of `tax.yaml`.
    """

    id: str
    name: LocalizedText
    summary: LocalizedText
    category: str
    merchant: str
    text: LocalizedText = {}
    region: str | None = None
    speciality: bool = False
    tags: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    price: Money | None = None
    tax_included: bool = False
    tax_class: str | None = None
    was: FormerPrice | None = None
    net: Quantity | None = None
    gtin: str | None = None
    sku: str | None = None
    origin: LocalizedText = {}
    label: Mapping[str, str] = {}
    variants: tuple[Variant, ...] = ()
    url: str | None = None
    stock: Stock = Stock()
    window: Window = Window()
    added: date | None = None
