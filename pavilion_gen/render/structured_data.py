"""JSON-LD of a page, reckoned from its view (schema.org)."""

from __future__ import annotations

import json
from typing import Any

from pavilion_gen.model.text import Html
from pavilion_gen.pages.campaigns import CampaignsView, CampaignView
from pavilion_gen.pages.embassies import EmbassyView
from pavilion_gen.pages.guides import GuideListView, GuideView
from pavilion_gen.pages.merchants import MerchantsView, MerchantView
from pavilion_gen.pages.parts import Card, Chrome, Link, Page, PriceView
from pavilion_gen.pages.pavilion import PartnerView, PavilionView
from pavilion_gen.pages.portal import PortalPageView, PortalView, RootView
from pavilion_gen.pages.product import ProductView, VariantRow
from pavilion_gen.pages.product_list import ProductListView

Data = dict[str, Any]
_AVAILABILITY = {"in": "https://schema.org/InStock", "out": "https://schema.org/OutOfStock"}


def structured_data(view: Page, chrome: Chrome, host: str) -> Html:
    """The `<script type="application/ld+json">` of a page, or nothing.

    host: scheme and host, put before addresses. A page that is not indexed says nothing.
    """
    if view.head.robots:
        return Html("")
    things = [*_things(view, chrome, host)]
    if view.breadcrumb:
        things.append(_breadcrumb(view, host))
    if not things:
        return Html("")
    graph: Data = {"@context": "https://schema.org", "@graph": things}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    # `<` could end the script; the two separators are line ends to old parsers of JavaScript
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Html(f'<script type="application/ld+json">{text}</script>')


def _things(view: Page, chrome: Chrome, host: str) -> list[Data]:
    url = view.head.canonical
    if isinstance(view, RootView):
        return [{"@type": "WebSite", "url": url, "name": view.names[0].text}]
    if isinstance(view, PortalView):
        return [
            {"@type": "WebSite", "url": url, "name": view.name.text, "inLanguage": chrome.lang},
            {"@type": "Organization", "url": url, "name": view.name.text},
            _item_list([(w.name.text, host + w.url) for w in view.windows if w.url]),
        ]
    if isinstance(view, ProductView):
        return [_product(view, host)]
    if isinstance(view, PavilionView):
        return [_collection(view, chrome, view.name.text), _cards(view.goods, host)]
    if isinstance(view, ProductListView):
        return [_collection(view, chrome, view.title.text), _cards(view.cards, host)]
    if isinstance(view, MerchantsView):
        merchants = [merchant for group in view.groups for merchant in group.merchants]
        return [_item_list([(m.name.text, host + m.url) for m in merchants])]
    if isinstance(view, MerchantView):
        return [{"@type": "Organization", "url": url, "name": view.name.text,
                 **({"foundingDate": view.since} if view.since else {})}]  # fmt: skip
    if isinstance(view, PartnerView):
        return [{"@type": "GovernmentOrganization", "name": view.name.text,
                 **({"url": view.url} if view.url else {})}]  # fmt: skip
    if isinstance(view, EmbassyView):
        return [{"@type": "GovernmentOrganization", "name": view.name.text}]
    if isinstance(view, GuideListView):
        return [_collection(view, chrome, view.head.title),
                _item_list([(g.title.text, host + g.url) for g in view.guides])]  # fmt: skip
    if isinstance(view, GuideView):
        return _guide(view, chrome)
    if isinstance(view, CampaignsView):
        current = [*view.open, *view.coming]
        return [_collection(view, chrome, view.head.title),
                _item_list([(c.title.text, host + c.url) for c in current])]  # fmt: skip
    if isinstance(view, CampaignView):
        return [_collection(view, chrome, view.title.text), _campaign_goods(view, host)]
    if isinstance(view, PortalPageView):
        kind = "AboutPage" if view.id == "about" else "WebPage"
        return [{"@type": kind, "url": url, "name": view.title.text, "inLanguage": chrome.lang}]
    return []


def _breadcrumb(view: Page, host: str) -> Data:
    def element(number: int, link: Link) -> Data:
        return {"@type": "ListItem", "position": number, "name": link.label.text,
                "item": host + link.url}  # fmt: skip

    return {
        "@type": "BreadcrumbList",
        "itemListElement": [element(n, link) for n, link in enumerate(view.breadcrumb, 1)],
    }


def _collection(view: Page, chrome: Chrome, name: str) -> Data:
    return {"@type": "CollectionPage", "url": view.head.canonical, "name": name,
            "description": view.head.description, "inLanguage": chrome.lang}  # fmt: skip


def _item_list(items: list[tuple[str, str]]) -> Data:
    return {
        "@type": "ItemList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "url": url}
            for number, (name, url) in enumerate(items, 1)
        ],
    }


def _cards(cards: tuple[Card, ...], host: str) -> Data:
    return _item_list([(card.name.text, host + card.url) for card in cards])


def _guide(view: GuideView, chrome: Chrome) -> list[Data]:
    article: Data = {
        "@type": "Article",
        "headline": view.title.text,
        "description": view.summary.text,
        "url": view.head.canonical,
        "inLanguage": view.lang or chrome.lang,
    }
    if view.head.image:
        article["image"] = view.head.image
    if view.added_at:
        article["datePublished"] = view.added_at
    if view.checked_at:
        article["dateModified"] = max(view.added_at, view.checked_at)
    things = [article]
    if view.kind == "travel" and view.region is not None:
        things.append({"@type": "TouristDestination", "name": view.region.label.text})
    return things


def _offer(price: PriceView | None, state: str, url: str) -> Data:
    """The offer as it is visible: the price in the country's currency."""
    if price is None:
        return {}
    return {
        "offers": {
            "@type": "Offer",
            "price": price.amount,
            "priceCurrency": price.currency,
            "availability": _AVAILABILITY[state],
            "url": url,
        }
    }


def _codes(gtin: str, sku: str) -> Data:
    return {**({"gtin": gtin} if gtin else {}), **({"sku": sku} if sku else {})}


def _product(view: ProductView, host: str) -> Data:
    url = view.head.canonical
    own: Data = {
        "@type": "Product",
        "name": view.name.text,
        "description": view.summary.text,
        "url": url,
        "category": view.category.label.text,
        "brand": {"@type": "Brand", "name": view.merchant.name.text},
    }
    if view.pictures:
        own["image"] = [host + picture.src for picture in view.pictures]
    single = {**own, **_codes(view.gtin, view.sku), **_offer(view.price, view.state, url)}
    if not view.variants:
        return single
    first = {k: v for k, v in single.items() if k not in ("description", "category", "brand")}
    variants = [first, *(_variant(view, row, own, url) for row in view.variants)]
    return {**own, "@type": "ProductGroup", "productGroupID": view.group, "hasVariant": variants}


def _variant(view: ProductView, row: VariantRow, own: Data, url: str) -> Data:
    state = "out" if row.sold_out or view.state == "out" else "in"
    return {
        "@type": "Product",
        "name": f"{view.name.text} {row.name.text}",
        **({"image": own["image"]} if "image" in own else {}),
        **_codes(row.gtin, row.sku),
        **_offer(row.price, state, url),
    }


def _campaign_goods(view: CampaignView, host: str) -> Data:
    """The goods with the price for a first buyer, as an offer that holds while the campaign does."""
    items = []
    for number, good in enumerate(view.goods, 1):
        thing: Data = {"@type": "Product", "name": good.name.text}
        if good.picture is not None:
            thing["image"] = host + good.picture.src
        if good.amounts and view.state in ("before", "open"):
            thing["offers"] = {
                "@type": "Offer",
                "price": good.amounts[0],
                "priceCurrency": good.currency,
                "validFrom": view.opens_at,
                "validThrough": view.closes_at,
                "url": view.head.canonical,
            }
        items.append({"@type": "ListItem", "position": number, "item": thing})
    return {"@type": "ItemList", "itemListElement": items}
