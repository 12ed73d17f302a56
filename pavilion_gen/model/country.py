"""A country: the content folder behind a pavilion, and who stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec

from pavilion_gen.model.moment import Moment
from pavilion_gen.model.site import Document
from pavilion_gen.model.text import LocalizedText


class Palette(msgspec.Struct, frozen=True, gc=False):
    """A country's four colours, `#RRGGBB`; their contrast is checked."""

    accent: str
    deep: str
    soft: str
    night: str


class Region(msgspec.Struct, frozen=True, gc=False):
    """A named part of the country with its speciality."""

    id: str
    name: LocalizedText
    speciality: LocalizedText = {}
    text: LocalizedText = {}


class Partner(msgspec.Struct, frozen=True, gc=False):
    """A government body that stands behind the pavilion."""

    id: str
    name: LocalizedText
    role: LocalizedText
    text: LocalizedText = {}
    url: str | None = None
    approved: date | None = None


class Channel(msgspec.Struct, frozen=True, gc=False):
    """A shop of a merchant on a platform."""

    platform: str
    url: str
    since: date | None = None


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """A document that a merchant has shown."""

    kind: str
    document: str
    issuer: str | None = None
    issued: date | None = None
    expires: date | None = None
    under_review: bool = False


class Merchant(msgspec.Struct, frozen=True, gc=False):
    """A seller from the country."""

    id: str
    name: LocalizedText
    region: str | None = None
    since: int | None = None
    size: str | None = None
    text: LocalizedText = {}
    channels: tuple[Channel, ...] = ()
    dispatch_hours: Decimal | None = None
    evidence: tuple[Evidence, ...] = ()


class Picture(msgspec.Struct, frozen=True, gc=False):
    """A picture file below the country's folder, with what is to be seen on it by locale."""

    file: str
    alt: LocalizedText = {}


class Guide(msgspec.Struct, frozen=True, gc=False):
    """A Markdown page on culture or travel: shared facts, and a document a locale."""

    id: str
    kind: str
    documents: Mapping[str, Document]
    added: date | None = None
    checked: date | None = None
    region: str | None = None
    season: tuple[int, ...] = ()
    picture: str | None = None
    products: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Country(msgspec.Struct, frozen=True, gc=False):
    """`country.yaml`. id: ISO 3166 code, the folder's name. locales[0] is the default."""

    id: str
    status: str
    name: LocalizedText
    pavilion: LocalizedText
    locales: tuple[str, ...]
    source: str
    currency: str
    timezone: str
    palette: Palette
    intro: LocalizedText
    tags: Mapping[str, str] = {}
    regions: tuple[Region, ...] = ()
    partners: tuple[Partner, ...] = ()
    opens: Moment | None = None
