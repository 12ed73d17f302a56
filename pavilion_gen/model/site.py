"""What all pavilions share: the site, categories, rates, tax, criteria, embassies, pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec

from pavilion_gen.model.moment import Window
from pavilion_gen.model.text import LocalizedText


class Locale(msgspec.Struct, frozen=True, gc=False):
    """A language of the site. key: its part of the address; tag: BCP 47, for lang and Babel."""

    key: str
    tag: str
    name: str
    script: str = "latin"


class Legal(msgspec.Struct, frozen=True, gc=False):
    """Filing numbers that a site on mainland servers shows."""

    icp: str | None = None
    police: str | None = None


class Site(msgspec.Struct, frozen=True, gc=False):
    """`site.yaml`."""

    name: LocalizedText
    base_url: str
    locales: Mapping[str, Locale]
    portal: tuple[str, ...]
    demonstration: LocalizedText = {}
    tagline: LocalizedText = {}
    as_of: date | None = None
    timezone: str = "Asia/Shanghai"
    currency: str = "CNY"
    legal: Legal = Legal()


class Category(msgspec.Struct, frozen=True, gc=False):
    """A node of the shared category tree. tax: a class of `tax.yaml`, inherited from the parent."""

    id: str
    name: LocalizedText
    parent: str | None = None
    tax: str | None = None
    text: LocalizedText = {}


class Rates(msgspec.Struct, frozen=True, gc=False):
    """Yuan for one unit of each currency, from a day on."""

    date: date
    source: LocalizedText
    yuan: Mapping[str, Decimal]


class TaxClass(msgspec.Struct, frozen=True, gc=False):
    """Rates of a class. above: the unit price in yuan from which the consumption tax is due."""

    vat: Decimal
    consumption: Decimal = Decimal(0)
    above: Mapping[str, Decimal] = {}


class TaxRules(msgspec.Struct, frozen=True, gc=False):
    """The cross-border retail tax during a window. share: of VAT and consumption tax due.

    classes: by name; None for one whose rates could not be read.
    """

    window: Window
    source: LocalizedText
    share: Decimal
    classes: Mapping[str, TaxClass | None]
    transaction_limit: Decimal | None = None
    year_limit: Decimal | None = None
    url: str | None = None


class Criterion(msgspec.Struct, frozen=True, gc=False):
    """A rule for joining a pavilion; exactly one of channel, evidence, field is set.

    channel: one of these platforms. evidence: a document of this kind.
    field, at_most: a number of the merchant that may not be larger.
    """

    id: str
    name: LocalizedText
    text: LocalizedText = {}
    channel: tuple[str, ...] = ()
    evidence: str = ""
    field: str = ""
    at_most: Decimal | None = None


class Criteria(msgspec.Struct, frozen=True, gc=False):
    """`criteria.yaml`: the programme's declared rules."""

    source: LocalizedText
    criteria: tuple[Criterion, ...]
    as_of: date | None = None


class Embassy(msgspec.Struct, frozen=True, gc=False):
    """A mission that takes part in the group-buy programme. id: ISO country code."""

    id: str
    name: LocalizedText
    country: LocalizedText
    national_day: str | None = None


class Document(msgspec.Struct, frozen=True, gc=False):
    """One Markdown file in one locale: what its front matter says, and its body."""

    title: str
    summary: str
    body: str
    alt: str | None = None


class PortalPage(msgspec.Struct, frozen=True, gc=False):
    """About, join, shipping and tax, privacy: a text page of the portal, by locale."""

    id: str
    documents: Mapping[str, Document]
