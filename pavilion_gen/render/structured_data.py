"""JSON-LD of a page, reckoned from its view (schema.org)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from pavilion_gen.model.text import Html
from pavilion_gen.pages.campaigns import CampaignGood, CampaignsView, CampaignView
from pavilion_gen.pages.embassies import EmbassyView
from pavilion_gen.pages.guides import GuideListView, GuideView
from pavilion_gen.pages.merchants import MerchantsView, MerchantView
from pavilion_gen.pages.parts import Chrome, Link, Page, PriceView
from pavilion_gen.pages.pavilion import PartnerView, PavilionView
from pavilion_gen.pages.portal import PortalView, RootView
from pavilion_gen.pages.product import ProductView, VariantRow
from pavilion_gen.pages.product_list import ProductListView
from pavilion_gen.pages.text_pages import TextView
from pavilion_gen.render.schema_org import (
    AboutPage,
    Article,
    Brand,
    BreadcrumbList,
    CollectionPage,
    Entry,
    GovernmentOrganization,
    Graph,
    ItemList,
    Lot,
    Offer,
    Organization,
    Product,
    ProductGroup,
    Step,
    Text,
    Thing,
    TouristDestination,
    WebPage,
    WebSite,
)

_AVAILABILITY = {"in": "https://schema.org/InStock", "out": "https://schema.org/OutOfStock"}
# `<` could end the script; the two separators are line ends to old parsers of JavaScript
_ESCAPES = (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
_NOTHING = Html("")
_encode = msgspec.json.Encoder().encode


def structured_data(view: Page, chrome: Chrome, host: str) -> Html:
    """The `<script type="application/ld+json">` of a page, or nothing.

    host: scheme and host, put before addresses. A page that is not indexed says nothing.
    """
    if view.head.robots:
        return _NOTHING
    things_of = _THINGS.get(type(view))
    things = things_of(view, chrome, host) if things_of else []
    if view.breadcrumb:
        things.append(_breadcrumb(view.breadcrumb, host))
    if not things:
        return _NOTHING
    text = _encode(Graph("https://schema.org", things)).decode()
    for sign, escaped in _ESCAPES:
        if sign in text:
            text = text.replace(sign, escaped)
    return Html(f'<script type="application/ld+json">{text}</script>')


def _set(text: str) -> Text:
    return text or UNSET


def _breadcrumb(links: tuple[Link, ...], host: str) -> BreadcrumbList:
    return BreadcrumbList(
        [Step(number, link.label.text, host + link.url) for number, link in enumerate(links, 1)]
    )


def _collection(view: Page, chrome: Chrome, name: str) -> CollectionPage:
    head = view.head
    return CollectionPage(
        url=head.canonical, name=name, description=head.description, language=chrome.lang
    )


def _item_list(items: Iterable[tuple[str, str]], host: str) -> ItemList:
    """A list of things with pages of their own: (name, address) each."""
    return ItemList(
        [Entry(number, name, host + url) for number, (name, url) in enumerate(items, 1)]
    )


def _root(view: RootView, chrome: Chrome, host: str) -> list[Thing]:
    return [WebSite(url=view.head.canonical, name=view.names[0].text)]


def _portal(view: PortalView, chrome: Chrome, host: str) -> list[Thing]:
    url, name = view.head.canonical, view.name.text
    return [
        WebSite(url=url, name=name, language=chrome.lang),
        Organization(url=url, name=name),
        _item_list(((w.name.text, w.url) for w in view.windows if w.url), host),
    ]


def _text_page(view: TextView, chrome: Chrome, host: str) -> list[Thing]:
    kind = AboutPage if view.id == "about" else WebPage
    language = view.source_lang or chrome.lang
    return [kind(url=view.head.canonical, name=view.title.text, language=language)]


def _pavilion(view: PavilionView, chrome: Chrome, host: str) -> list[Thing]:
    cards = ((card.name.text, card.url) for card in view.goods)
    return [_collection(view, chrome, view.name.text), _item_list(cards, host)]


def _partner(view: PartnerView, chrome: Chrome, host: str) -> list[Thing]:
    return [GovernmentOrganization(name=view.name.text, url=_set(view.url))]


def _embassy(view: EmbassyView, chrome: Chrome, host: str) -> list[Thing]:
    return [GovernmentOrganization(name=view.name.text)]


def _product_list(view: ProductListView, chrome: Chrome, host: str) -> list[Thing]:
    cards = ((card.name.text, card.url) for card in view.cards)
    return [_collection(view, chrome, view.title.text), _item_list(cards, host)]


def _merchants(view: MerchantsView, chrome: Chrome, host: str) -> list[Thing]:
    merchants = (merchant for group in view.groups for merchant in group.merchants)
    return [_item_list(((m.name.text, m.url) for m in merchants), host)]


def _merchant(view: MerchantView, chrome: Chrome, host: str) -> list[Thing]:
    name, url = view.name.text, view.head.canonical
    return [Organization(url=url, name=name, founded=_set(view.since))]


def _guides(view: GuideListView, chrome: Chrome, host: str) -> list[Thing]:
    guides = ((guide.title.text, guide.url) for guide in view.guides)
    return [_collection(view, chrome, view.head.title), _item_list(guides, host)]


def _guide(view: GuideView, chrome: Chrome, host: str) -> list[Thing]:
    things: list[Thing] = [
        Article(
            headline=view.title.text,
            description=view.summary.text,
            url=view.head.canonical,
            language=view.lang or chrome.lang,
            image=_set(view.head.image),
            published=_set(view.added_at),
            modified=max(view.added_at, view.checked_at) if view.checked_at else UNSET,
        )
    ]
    if view.kind == "travel" and view.region is not None:
        things.append(TouristDestination(name=view.region.label.text))
    return things


def _campaigns(view: CampaignsView, chrome: Chrome, host: str) -> list[Thing]:
    current = ((card.title.text, card.url) for card in (*view.open, *view.coming))
    return [_collection(view, chrome, view.head.title), _item_list(current, host)]


def _campaign(view: CampaignView, chrome: Chrome, host: str) -> list[Thing]:
    """The goods with the price for a first buyer, as an offer that holds while the campaign does."""
    items = []
    for number, good in enumerate(view.goods, 1):
        thing = Product(
            name=good.name.text,
            image=host + good.picture.src if good.picture else UNSET,
            offers=_campaign_offer(view, good),
        )
        items.append(Lot(number, thing))
    return [_collection(view, chrome, view.title.text), ItemList(items)]


def _campaign_offer(view: CampaignView, good: CampaignGood) -> Offer | UnsetType:
    if not good.amounts or view.state not in ("before", "open"):
        return UNSET
    return Offer(
        price=good.amounts[0],
        currency=good.currency,
        opens=view.opens_at,
        closes=view.closes_at,
        url=view.head.canonical,
    )


def _offer(
    price: PriceView | None, state: str, url: str, seller: Organization
) -> Offer | UnsetType:
    """The offer as it is visible: the price in the country's currency."""
    if price is None:
        return UNSET
    return Offer(
        price=price.amount,
        currency=price.currency,
        availability=_AVAILABILITY[state],
        url=url,
        seller=seller,
    )


def _product(view: ProductView, chrome: Chrome, host: str) -> list[Thing]:
    url = view.head.canonical
    seller = Organization(url=host + view.merchant.url, name=view.merchant.name.text)
    single = Product(
        name=view.name.text,
        description=view.summary.text,
        url=url,
        category=view.category.label.text,
        brand=Brand(view.merchant.name.text),
        image=[host + picture.src for picture in view.pictures] or UNSET,
        gtin=_set(view.gtin),
        sku=_set(view.sku),
        offers=_offer(view.price, view.state, url, seller),
    )
    return [_group(view, single, seller) if view.variants else single]


def _group(view: ProductView, single: Product, seller: Organization) -> ProductGroup:
    """A product with variants: what they share, and each with its own."""
    first = Product(
        name=single.name, url=single.url, image=single.image,
        gtin=single.gtin, sku=single.sku, offers=single.offers,
    )  # fmt: skip
    return ProductGroup(
        name=single.name,
        description=single.description,
        url=single.url,
        category=single.category,
        brand=single.brand,
        image=single.image,
        group=view.group,
        variants=[first, *(_variant(view, row, single, seller) for row in view.variants)],
    )


def _variant(view: ProductView, row: VariantRow, single: Product, seller: Organization) -> Product:
    state = "out" if row.sold_out or view.state == "out" else "in"
    return Product(
        name=f"{view.name.text} {row.name.text}",
        image=single.image,
        gtin=_set(row.gtin),
        sku=_set(row.sku),
        offers=_offer(row.price, state, view.head.canonical, seller),
    )


_THINGS: dict[type[Page], Callable[[Any, Chrome, str], list[Thing]]] = {
    RootView: _root,
    PortalView: _portal,
    TextView: _text_page,
    PavilionView: _pavilion,
    PartnerView: _partner,
    EmbassyView: _embassy,
    ProductListView: _product_list,
    ProductView: _product,
    MerchantsView: _merchants,
    MerchantView: _merchant,
    GuideListView: _guides,
    GuideView: _guide,
    CampaignsView: _campaigns,
    CampaignView: _campaign,
}
