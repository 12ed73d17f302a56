"""A product: what it is, what it costs, who sells it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from pavilion_gen.catalogue.world import SettledProduct
from pavilion_gen.model.product import Product
from pavilion_gen.model.text import Html, LocalizedText
from pavilion_gen.pages.cards import (
    campaign_card,
    guide_card,
    merchant_card,
    price_view,
    product_card,
    shop_of,
)
from pavilion_gen.pages.page_key import may_place_picture
from pavilion_gen.pages.parts import (
    NOTHING,
    CampaignCard,
    Card,
    GuideCard,
    Link,
    MerchantCard,
    Page,
    Phrase,
    PictureView,
    PriceView,
    Shop,
)
from pavilion_gen.pages.setting import PlannedPage, Route, Setting


class VariantRow(msgspec.Struct, frozen=True, gc=False):
    """A variant in the table."""

    name: Phrase
    net: str
    price: PriceView | None
    gtin: str
    sku: str
    sold_out: bool


class Fact(msgspec.Struct, frozen=True, gc=False):
    """A line of facts. key: net, origin, producer, shelf_life, storage, gtin, sku, …"""

    key: str
    value: Phrase


class ProductView(Page, frozen=True, gc=False, kw_only=True):
    """`…/products/x/`. state: in, out. sold_out_since: a date in words."""

    name: Phrase
    native: Phrase
    summary: Phrase
    pictures: tuple[PictureView, ...]
    category: Link
    region: Link | None
    region_speciality: bool
    price: PriceView | None
    variants: tuple[VariantRow, ...]
    shop: Shop | None
    state: str
    sold_out_since: str
    facts: tuple[Fact, ...]
    specification: tuple[Fact, ...]
    text: Html
    label: tuple[Fact, ...]
    merchant: MerchantCard
    related: tuple[Card, ...]
    guides: tuple[GuideCard, ...]
    campaigns: tuple[CampaignCard, ...]
    gtin: str
    sku: str
    group: str


_LABEL_FACTS = ("producer", "shelf_life", "storage")


def products(setting: Setting) -> Iterator[Route]:
    """The page of every public product, in one locale."""
    catalogue = setting.catalogue
    shelf = _Shelf(setting)
    below = setting.at("products")
    for settled in catalogue.products:
        is_known = not may_place_picture(settled.product.text)
        yield Route(
            f"{below}{settled.product.id}/",
            partial(_product, shelf, settled),
            partial(_shown, shelf, settled) if is_known else None,
        )


class _Shelf:
    """What the pages of all products of a setting have in common."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.pavilion = setting.phrase(setting.catalogue.country.pavilion)
        self.all_products = Link(
            Phrase(setting.words.gettext("All products")), setting.at("products")
        )
        self._categories: dict[str, Link] = {}
        self._regions: dict[str, Link] = {}

    def category(self, id_: str) -> Link:
        link = self._categories.get(id_)
        if link is None:
            setting = self.setting
            name = setting.phrase(setting.world.categories[id_].name)
            link = self._categories[id_] = Link(name, setting.at("categories", id_))
        return link

    def region(self, id_: str | None) -> Link | None:
        if id_ is None or self.setting.catalogue.region(id_) is None:
            return None
        link = self._regions.get(id_)
        if link is None:
            link = Link(self.setting.region_name(id_), self.setting.at("regions", id_))
            self._regions[id_] = link
        return link


def _shown(shelf: _Shelf, settled: SettledProduct) -> tuple[SettledProduct, ...]:
    """The goods that the page of a product shows."""
    return settled, *shelf.setting.neighbours.of(settled)


def _product(shelf: _Shelf, settled: SettledProduct) -> PlannedPage:
    setting, product = shelf.setting, settled.product
    related = setting.neighbours.of(settled)
    steps = ("products", product.id)
    name = setting.phrase(product.name)
    region = shelf.region(product.region)
    category = shelf.category(product.category)
    pictures = _pictures(setting, product, name) if product.pictures else ()
    translated = setting.translations(product.name)
    is_fallback = bool(name.lang)
    original = ""
    if is_fallback:
        source = next((locale for locale in setting.fallbacks if locale in product.name), "")
        original = setting.addresses.to(source, setting.country, *steps)
    summary = setting.phrase(product.summary)
    head = setting.head(
        (name.text, region.label.text if region else "", shelf.pavilion.text),
        summary.text,
        steps,
        image=pictures[0].src if pictures else "",
        kind="product",
        locales=translated,
        canonical=original,
    )
    view = ProductView(
        head=head,
        languages=setting.languages(steps, translated),
        breadcrumb=setting.breadcrumb(shelf.all_products, category),
        source_language=setting.words.language(name.lang) if is_fallback else "",
        source_lang=name.lang,
        source_url=original,
        name=name,
        native=_native(setting, product.name, name),
        summary=summary,
        pictures=pictures,
        category=category,
        region=region,
        region_speciality=product.speciality,
        price=_price(setting, settled),
        variants=_variants(setting, settled) if product.variants else (),
        shop=shop_of(setting, product, settled.merchant.merchant, setting.catalogue),
        state="in" if product.stock.available else "out",
        sold_out_since=setting.words.date(product.stock.since) if product.stock.since else "",
        facts=_facts(setting, product),
        specification=_specification(product),
        text=setting.html(product.text),
        label=_label(setting, settled) if product.label else (),
        merchant=merchant_card(setting, settled.merchant),
        related=tuple([product_card(setting, other) for other in related]),
        guides=_guides(setting, settled) if settled.guides else (),
        campaigns=_campaigns(setting, settled) if settled.campaigns else (),
        gtin=product.gtin or "",
        sku=product.sku or "",
        group=f"{setting.country}-{product.id}",
    )
    return PlannedPage(
        setting.at(*steps),
        "product.html",
        view,
        setting.chrome_key(),
        not is_fallback,
        product.added,
    )


def _native(setting: Setting, text: LocalizedText, name: Phrase) -> Phrase:
    """The form in the country's own language, where it is another one than what is shown."""
    native = setting.native(text)
    return native if native.text != name.text else NOTHING


def _price(setting: Setting, settled: SettledProduct) -> PriceView | None:
    was = settled.product.was
    basis = setting.phrase(was.basis) if was else NOTHING
    return price_view(setting, settled.price, settled.former, basis)


def _guides(setting: Setting, settled: SettledProduct) -> tuple[GuideCard, ...]:
    return tuple(
        guide_card(setting, guide)
        for guide in setting.catalogue.guides
        if guide.id in settled.guides
    )


def _campaigns(setting: Setting, settled: SettledProduct) -> tuple[CampaignCard, ...]:
    return tuple(
        campaign_card(setting, campaign)
        for campaign in setting.world.campaigns
        if campaign.campaign.id in settled.campaigns
    )


def _pictures(setting: Setting, product: Product, name: Phrase) -> tuple[PictureView, ...]:
    placed = (setting.picture(picture, name) for picture in product.pictures)
    return tuple(picture for picture in placed if picture is not None)


def _variants(setting: Setting, settled: SettledProduct) -> tuple[VariantRow, ...]:
    words = setting.words
    return tuple(
        VariantRow(
            name=setting.phrase(variant.name),
            net=words.quantity(variant.net) if variant.net else "",
            price=price_view(setting, priced.price),
            gtin=variant.gtin or "",
            sku=variant.sku or "",
            sold_out=not variant.stock.available,
        )
        for variant, priced in zip(settled.product.variants, settled.variants, strict=True)
    )


def _facts(setting: Setting, product: Product) -> tuple[Fact, ...]:
    """The lines of facts that the content gives. The label's own lines are Chinese."""
    facts = []
    if product.net is not None:
        facts.append(Fact("net", Phrase(setting.words.quantity(product.net))))
    if product.origin:
        facts.append(Fact("origin", setting.phrase(product.origin)))
    if product.label:
        # The label is Chinese; on other pages its prose stands in the label alone
        keys = _LABEL_FACTS if setting.words.is_chinese else _LABEL_FACTS[:1]
        label = product.label
        facts += [Fact(key, setting.as_written(label[key])) for key in keys if key in label]
    return tuple([fact for fact in facts if fact.value])


def _specification(product: Product) -> tuple[Fact, ...]:
    codes = (("gtin", product.gtin), ("sku", product.sku))
    return tuple([Fact(key, Phrase(code)) for key, code in codes if code])


def _chinese_key(setting: Setting) -> str:
    locales = setting.world.site.locales.items()
    return next((key for key, locale in locales if locale.script == "han"), setting.locale)


def _label(setting: Setting, settled: SettledProduct) -> tuple[Fact, ...]:
    """The Chinese electronic label: always in Chinese."""
    product, label = settled.product, settled.product.label
    key = _chinese_key(setting)
    own = product.name.get(key, "")
    chinese = setting.shared.words.get(setting.world.site.locales[key].tag)
    net = chinese.quantity(product.net) if product.net and chinese else ""
    merchant = settled.merchant.merchant.name
    lines = [("name", label.get("name", own))]
    lines += [(name, label[name]) for name in ("ingredients", "material") if name in label]
    lines.append(("net", net))
    lines.append(("origin", product.origin.get(key, "")))
    lines += [
        (name, label[name])
        for name in ("date_mark", "shelf_life", "storage", "use", "warnings", "producer")
        if name in label
    ]
    lines.append(("seller", merchant.get(key, next(iter(merchant.values()), ""))))
    return tuple(Fact(name, Phrase(value)) for name, value in lines if value)
