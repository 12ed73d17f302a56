"""A product: what it is, what it costs, who sells it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pavilion_gen.catalogue.world import Catalogue, SettledProduct
from pavilion_gen.model.product import Product
from pavilion_gen.model.text import Html
from pavilion_gen.pages.cards import (
    campaign_card,
    guide_card,
    merchant_card,
    price_view,
    product_card,
    shop_of,
)
from pavilion_gen.pages.parts import (
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
from pavilion_gen.pages.setting import PlannedPage, Setting


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


RELATED = 4
_FACTS = ("net", "origin", "producer", "shelf_life", "storage")


def products(setting: Setting) -> Iterator[PlannedPage]:
    """The page of every public product, in one locale."""
    catalogue = setting.catalogue
    assert catalogue is not None
    for settled in catalogue.products:
        yield _product(setting, catalogue, settled)


def _product(setting: Setting, catalogue: Catalogue, settled: SettledProduct) -> PlannedPage:
    product = settled.product
    steps = ("products", product.id)
    name = setting.phrase(product.name)
    region = catalogue.region(product.region)
    region_name = setting.phrase(region.name) if region else Phrase("")
    pavilion = setting.phrase(catalogue.country.pavilion)
    category = setting.world.categories[product.category]
    category_link = Link(setting.phrase(category.name), setting.at("categories", category.id))
    pictures = _pictures(setting, product, name)
    translated = [locale for locale in setting.locales if locale in product.name]
    is_fallback = bool(name.lang)
    source = next((locale for locale in setting.fallbacks if locale in product.name), "")
    summary = setting.phrase(product.summary)
    head = setting.head(
        (name.text, region_name.text, pavilion.text),
        summary.text,
        steps,
        image=pictures[0].src if pictures else "",
        kind="product",
        locales=translated,
        canonical=setting.addresses.to(source, setting.country, *steps) if is_fallback else "",
    )
    native = setting.native(product.name)
    basis = setting.phrase(product.was.basis) if product.was else Phrase("")
    stock = product.stock
    view = ProductView(
        head=head,
        languages=setting.languages(steps, translated),
        breadcrumb=setting.breadcrumb(
            Link(Phrase(setting.words.gettext("All products")), setting.at("products")),
            category_link,
        ),
        source_language=setting.words.language(setting.tag_of(source)) if is_fallback else "",
        source_url=head.canonical if is_fallback else "",
        name=name,
        native=native if native.text != name.text else Phrase(""),
        summary=summary,
        pictures=pictures,
        category=category_link,
        region=Link(region_name, setting.at("regions", region.id)) if region else None,
        region_speciality=product.speciality,
        price=price_view(setting, settled.price, settled.former, basis),
        variants=_variants(setting, settled),
        shop=shop_of(setting, product, settled.merchant.merchant, catalogue),
        state="in" if stock.available else "out",
        sold_out_since=setting.words.date(stock.since) if stock.since else "",
        facts=tuple(fact for key in _FACTS for fact in _fact(setting, settled, key)),
        specification=tuple(
            fact for key in ("gtin", "sku") for fact in _fact(setting, settled, key)
        ),
        text=setting.html(product.text),
        label=_label(setting, settled),
        merchant=merchant_card(setting, settled.merchant),
        related=_related(setting, catalogue, settled),
        guides=tuple(
            guide_card(setting, guide) for guide in catalogue.guides if guide.id in settled.guides
        ),
        campaigns=tuple(
            campaign_card(setting, campaign)
            for campaign in setting.world.campaigns
            if campaign.campaign.id in settled.campaigns
        ),
        gtin=product.gtin or "",
        sku=product.sku or "",
        group=f"{catalogue.id}-{product.id}",
    )
    return PlannedPage(
        setting.at(*steps),
        "product.html",
        view,
        setting.chrome_key(),
        not is_fallback,
        product.added,
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


def _fact(setting: Setting, settled: SettledProduct, key: str) -> Iterator[Fact]:
    """A line of facts, where the content gives one. The label's own lines are Chinese."""
    product = settled.product
    value = Phrase("")
    if key == "net" and product.net is not None:
        value = Phrase(setting.words.quantity(product.net))
    elif key == "origin" and product.origin:
        value = setting.phrase(product.origin)
    elif key in ("gtin", "sku"):
        value = Phrase(getattr(product, key) or "")
    elif key in product.label and (key == "producer" or setting.words.is_chinese):
        # The label is Chinese; on other pages its prose stands in the label alone
        value = setting.as_written(product.label[key])
    if value:
        yield Fact(key, value)


def _chinese_key(setting: Setting) -> str:
    locales = setting.world.site.locales.items()
    return next((key for key, locale in locales if locale.script == "han"), setting.locale)


def _label(setting: Setting, settled: SettledProduct) -> tuple[Fact, ...]:
    """The Chinese electronic label: always in Chinese."""
    product, label = settled.product, settled.product.label
    if not label:
        return ()
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


def _related(setting: Setting, catalogue: Catalogue, settled: SettledProduct) -> tuple[Card, ...]:
    """Goods of the same region and the same category, then of either."""
    product = settled.product

    def nearness(other: SettledProduct) -> int:
        same_region = product.region is not None and other.product.region == product.region
        return 2 * (other.product.category == product.category) + same_region

    near = [other for other in catalogue.products if other is not settled and nearness(other) > 0]
    near.sort(key=lambda other: (other.sold_out, -nearness(other)))
    return tuple(product_card(setting, other) for other in near[:RELATED])
