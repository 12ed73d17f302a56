"""What search and lists with script read: a pavilion's things in one locale, as short as can be.

`search/index.json` keeps its address when it changes, so that an edited product changes no page that
reads it. Things are arrays, as their classes say; what one of them refers to is a place in a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import ClassVar

import msgspec

from pavilion_gen.catalogue.world import Hall, SettledProduct
from pavilion_gen.materials.han import common_characters
from pavilion_gen.model.text import LocalizedText
from pavilion_gen.pages.bands import Band, bands
from pavilion_gen.pages.cards import country_link, guide_document, product_card
from pavilion_gen.pages.parts import Card, Document
from pavilion_gen.pages.setting import PlannedDocument, Route, Setting

INDEX = "index.json"
SOUNDS = "search/sounds.json"


class Named(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A category, region or merchant: others are its names in other languages, a line each."""

    id: str
    name: str
    others: str
    lang: str = ""


class IndexedGood(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A product. category, region, merchant: places in the lists of the index, -1 for none.

    fen: what is paid, for order and bands; 0 where it is not known in yuan. flags: the sum of
    those below. added: days since 1970, 0 where not known. lang: of a name in another language.
    picture, …, avif, webp, tone: those of `PictureView`.
    """

    SOLD_OUT: ClassVar[int] = 1
    IN_CAMPAIGN: ClassVar[int] = 2
    ABOUT: ClassVar[int] = 4
    TAX_ESTIMATED: ClassVar[int] = 8
    TAX_INCLUDED: ClassVar[int] = 16

    id: str
    name: str
    others: str
    category: int
    region: int
    merchant: int
    fen: int
    flags: int
    price: str
    local: str
    unit: str
    picture: str
    width: int
    height: int
    added: int
    gtin: str
    tags: str
    lang: str = ""
    avif: str = ""
    webp: str = ""
    tone: str = ""


class IndexedPage(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A guide, a campaign or a page of the portal. state: of a campaign."""

    url: str
    name: str
    others: str
    kind: str
    state: str = ""
    lang: str = ""


class IndexedPavilion(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A pavilion in the locale in which it is shown here. index: where its own things stand."""

    country: str
    name: str
    others: str
    url: str
    index: str
    lang: str = ""


class SearchIndex(Document, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """All that can be found in a pavilion, or beside the pavilions on the portal, in one locale.

    base: address of the hall. categories: each with the place of its parent, -1 for none.
    bands: of price, for the goods that have one in yuan.
    sounds, variants: of the characters in all these names (`materials/han.py`).
    """

    base: str
    country: str = ""
    pavilions: tuple[IndexedPavilion, ...] = ()
    categories: tuple[tuple[Named, int], ...] = ()
    regions: tuple[Named, ...] = ()
    merchants: tuple[Named, ...] = ()
    bands: tuple[Band, ...] = ()
    goods: tuple[IndexedGood, ...] = ()
    pages: tuple[IndexedPage, ...] = ()
    sounds: dict[str, str] = msgspec.field(default_factory=dict)
    variants: str = ""


class Sounds(Document, frozen=True, gc=False, kw_only=True):
    """How common characters sound, for a slip of the input method: 蜂密 for 蜂蜜."""

    sounds: dict[str, str]


def search_index(setting: Setting) -> Iterator[Route]:
    """The index of a pavilion, or of the portal, in one locale; none where the theme reads none."""
    if "index" not in setting.shared.makes:
        return
    address = setting.at("search") + INDEX
    if setting.hall is None:
        yield Route(address, partial(_portal, setting, address))
    else:
        yield Route(address, partial(_pavilion, setting, address), partial(_goods, setting))


def sounds(settings: Sequence[Setting]) -> Iterator[Route]:
    """The sounds of common characters, once for the whole site."""
    if "index" in settings[0].shared.makes:
        address = settings[0].addresses.base + SOUNDS
        yield Route(address, partial(_sounds, settings[0], address))


def _sounds(setting: Setting, address: str) -> PlannedDocument:
    return PlannedDocument(address, Sounds(sounds=setting.shared.han(common_characters()).sounds))


def _goods(setting: Setting) -> Sequence[SettledProduct]:
    return setting.catalogue.products


def _pavilion(setting: Setting, address: str) -> PlannedDocument:
    catalogue = setting.catalogue
    country = catalogue.country
    shown = [id_ for id_ in setting.world.categories if id_ in catalogue.by_category]
    regions = [one for one in country.regions if one.id in catalogue.by_region]
    merchants = [judged.merchant for judged in catalogue.merchants]
    places = _Places(
        {id_: place for place, id_ in enumerate(shown)},
        {region.id: place for place, region in enumerate(regions)},
        {merchant.id: place for place, merchant in enumerate(merchants)},
    )
    goods = tuple([_good(setting, settled, places) for settled in catalogue.products])
    index = SearchIndex(
        base=setting.at(),
        country=catalogue.id,
        pavilions=(_hall(setting, catalogue),),
        categories=tuple(_category(setting, id_, places) for id_ in shown),
        regions=tuple(_named(setting, one.id, one.name) for one in regions),
        merchants=tuple(_named(setting, one.id, one.name) for one in merchants),
        bands=bands((good.fen for good in goods if good.fen), setting.words),
        goods=goods,
        pages=(*_guides(setting), *_campaigns(setting)),
    )
    return PlannedDocument(address, _with_han(setting, index))


def _portal(setting: Setting, address: str) -> PlannedDocument:
    index = SearchIndex(
        base=setting.at(),
        pavilions=tuple(_hall(setting, hall) for hall in setting.world.live),
        pages=(*_campaigns(setting), *_texts(setting)),
    )
    return PlannedDocument(address, _with_han(setting, index))


class _Places(msgspec.Struct, frozen=True, gc=False):
    """Where things stand in the lists of an index, by id."""

    categories: dict[str, int]
    regions: dict[str, int]
    merchants: dict[str, int]


def _name(setting: Setting, text: LocalizedText) -> tuple[str, str, str]:
    """(name here, its other forms, language where it is another one)."""
    here = setting.phrase(text)
    others = dict.fromkeys(form for form in text.values() if form != here.text)
    return here.text, "\n".join(others), here.lang


def _named(setting: Setting, id_: str, text: LocalizedText) -> Named:
    return Named(id_, *_name(setting, text))


def _category(setting: Setting, id_: str, places: _Places) -> tuple[Named, int]:
    category = setting.world.categories[id_]
    own = {key: name for key, name in category.name.items() if key in setting.locales}
    parent = places.categories.get(category.parent, -1) if category.parent else -1
    return _named(setting, id_, own or category.name), parent


def _good(setting: Setting, settled: SettledProduct, places: _Places) -> IndexedGood:
    product, price, card = settled.product, settled.price, product_card(setting, settled)
    name, others, lang = _name(setting, product.name)
    picture = card.picture
    return IndexedGood(
        id=product.id,
        name=name,
        others=others,
        category=places.categories.get(product.category, -1),
        region=places.regions.get(product.region, -1) if product.region else -1,
        merchant=places.merchants.get(product.merchant, -1),
        fen=_fen(price.total) if price is not None and price.total is not None else 0,
        flags=_flags(card),
        price=card.price.headline if card.price else "",
        local=card.price.local if card.price else "",
        unit=card.price.unit if card.price else "",
        picture=picture.src if picture else "",
        width=picture.width if picture else 0,
        height=picture.height if picture else 0,
        added=(product.added - date(1970, 1, 1)).days if product.added else 0,
        gtin=product.gtin or "",
        tags=" ".join(product.tags),
        lang=lang,
        avif=picture.avif if picture else "",
        webp=picture.webp if picture else "",
        tone=picture.tone if picture else "",
    )


def _fen(yuan: Decimal) -> int:
    return int(yuan.scaleb(2).to_integral_value())


def _flags(card: Card) -> int:
    flags = 0
    if card.state == "sold-out":
        flags += IndexedGood.SOLD_OUT
    if card.state == "campaign":
        flags += IndexedGood.IN_CAMPAIGN
    if card.price is not None:
        flags += IndexedGood.ABOUT * card.price.about
        flags += IndexedGood.TAX_ESTIMATED * (card.price.mark == "estimated")
        flags += IndexedGood.TAX_INCLUDED * (card.price.mark == "included")
    return flags


def _guides(setting: Setting) -> Iterator[IndexedPage]:
    for guide in setting.catalogue.guides:
        locale, lang = guide_document(setting, guide)
        title = guide.documents[locale].title
        others = [d.title for key, d in guide.documents.items() if key != locale]
        url = setting.at(guide.kind, guide.id)
        yield IndexedPage(url, title, "\n".join(others), guide.kind, lang=lang)


def _campaigns(setting: Setting) -> Iterator[IndexedPage]:
    for settled in setting.world.campaigns:
        campaign = settled.campaign
        title = setting.phrase(campaign.title, setting.world.fallbacks)
        others = [form for form in campaign.title.values() if form != title.text]
        url = setting.portal_at("campaigns", campaign.id)
        yield IndexedPage(url, title.text, "\n".join(others), "campaign", settled.state, title.lang)


def _texts(setting: Setting) -> Iterator[IndexedPage]:
    for page in setting.world.pages:
        titles = {key: document.title for key, document in page.documents.items()}
        name, others, lang = _name(setting, titles)
        yield IndexedPage(setting.at(page.id), name, others, "page", lang=lang)


def _hall(setting: Setting, hall: Hall) -> IndexedPavilion:
    country, link = hall.country, country_link(setting, hall)
    locale, lang = setting.pavilion_locale(hall)
    name, others, _ = _name(setting, country.pavilion)
    names = dict.fromkeys((*others.split("\n"), *country.name.values(), link.name.text))
    names.pop(name, None)
    index = setting.addresses.to(locale, hall.id, "search") + INDEX
    return IndexedPavilion(hall.id, name, "\n".join(filter(None, names)), link.url, index, lang)


def _with_han(setting: Setting, index: SearchIndex) -> SearchIndex:
    han = setting.shared.han(_texts_of(index))
    return msgspec.structs.replace(index, sounds=han.sounds, variants=han.variants)


def _texts_of(index: SearchIndex) -> Iterable[str]:
    for category, _ in index.categories:
        yield from (category.name, category.others)
    for things in (index.pavilions, index.regions, index.merchants, index.goods, index.pages):
        for thing in things:
            yield from (thing.name, thing.others)
