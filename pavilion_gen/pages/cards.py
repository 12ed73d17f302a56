"""The cards by which pages show each other's things."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar
from urllib.parse import urlsplit

from pavilion_gen.catalogue.membership import Judged
from pavilion_gen.catalogue.prices import Reckoning
from pavilion_gen.catalogue.world import Hall, SettledCampaign, SettledGood, SettledProduct
from pavilion_gen.materials.words import Words
from pavilion_gen.model.country import Guide, Merchant, Picture
from pavilion_gen.model.product import Product
from pavilion_gen.pages.parts import (
    NOTHING,
    CampaignCard,
    Card,
    CountryLink,
    GuideCard,
    MerchantCard,
    Phrase,
    PictureView,
    PriceLabel,
    PriceView,
    Shop,
)
from pavilion_gen.pages.qr_codes import qr_code
from pavilion_gen.pages.setting import Setting

T = TypeVar("T", Decimal, date)
_HAN, _THAI = re.compile("[\u4e00-\u9fff]"), re.compile("[\u0e00-\u0e7f]")
HAN_A_MINUTE = 400
WORDS_A_MINUTE = 200


class Prices:
    """The prices of one setting, in words: each amount is written once, for page and cards.

    What many prices share (rate, class of tax, their sources) is written once for all of them.
    """

    def __init__(self, words: Words, tax_source: Phrase) -> None:
        self._words = words
        self._tax_source = tax_source
        self._labels: dict[int, tuple[Reckoning, PriceLabel]] = {}
        self._common: dict[tuple[str, Decimal | date], str] = {}

    def label(self, price: Reckoning) -> PriceLabel:
        """The price on a card."""
        found = self._labels.get(id(price))
        if found is None:
            found = self._labels[id(price)] = price, self._label(price)
        return found[1]

    def _label(self, price: Reckoning) -> PriceLabel:
        words = self._words
        if price.total is None:
            return PriceLabel(
                words.money(price.local), False, price_mark(price), "", self._unit(price)
            )
        local = "" if price.local.currency == "CNY" else words.money(price.local)
        return PriceLabel(
            words.yuan(price.total), is_reckoned(price), price_mark(price), local, self._unit(price)
        )

    def _unit(self, price: Reckoning) -> str:
        """`¥25.03 per 100 ml`, or the empty string."""
        if price.unit is None:
            return ""
        words = self._words
        return words.gettext(
            "%(price)s per %(unit)s",
            price=words.money(price.unit.money),
            unit=words.reference(price.unit.reference),
        )

    def view(self, price: Reckoning, former: Reckoning | None, basis: Phrase) -> PriceView:
        """The price block of a product or variant."""
        words, label = self._words, self.label(price)
        local, tax = price.local, price.tax
        rated = price.rate_date is not None
        return PriceView(
            headline=label.headline,
            about=label.about,
            mark=label.mark,
            local=label.local or words.money(local),
            amount=str(local.amount),
            currency=local.currency,
            yuan=words.yuan(price.yuan) if rated and price.yuan is not None else "",
            rate=self._once("rate", price.rate, words.number) if rated else "",
            rate_date=self._once("date", price.rate_date, words.date),
            tax_rate=self._once("tax", price.tax_rate, words.percent),
            tax=words.yuan(tax) if tax is not None else "",
            tax_source=self._tax_source if tax is not None else NOTHING,
            unit=label.unit,
            was=headline(words, former) if former is not None else "",
            was_basis=basis,
        )

    def _once(self, kind: str, value: T | None, write: Callable[[T], str]) -> str:
        if value is None:
            return ""
        written = self._common.get((kind, value))
        if written is None:
            written = self._common[kind, value] = write(value)
        return written


def price_mark(price: Reckoning) -> str:
    if price.tax_included:
        return "included"
    return "estimated" if price.tax is not None else ""


def headline(words: Words, price: Reckoning) -> str:
    """What is paid: in yuan, or in the country's currency where no rate applies."""
    return words.yuan(price.total) if price.total is not None else words.money(price.local)


def is_reckoned(price: Reckoning) -> bool:
    """Whether a rate or a tax went into the headline, so that it is only about right."""
    return price.total is not None and (price.rate_date is not None or price.tax is not None)


def _prices(setting: Setting) -> Prices:
    if setting.prices is None:
        tax, world = setting.world.tariff.tax, setting.world
        source = setting.phrase(tax.source, world.fallbacks) if tax is not None else NOTHING
        setting.prices = Prices(setting.words, source)
    found: Prices = setting.prices
    return found


def price_label(setting: Setting, price: Reckoning | None) -> PriceLabel | None:
    """The price on a card."""
    return None if price is None else _prices(setting).label(price)


def price_view(
    setting: Setting,
    price: Reckoning | None,
    former: Reckoning | None = None,
    basis: Phrase = NOTHING,
) -> PriceView | None:
    """The price block of a product or variant."""
    return None if price is None else _prices(setting).view(price, former, basis)


def first_picture(product: Product) -> Picture | None:
    return product.pictures[0] if product.pictures else None


def product_card(setting: Setting, settled: SettledProduct) -> Card:
    """A product of the setting's own pavilion on the shelf; made once, shown on many pages."""
    card = setting.cards.get(settled.product.id)
    if card is None:
        card = setting.cards[settled.product.id] = _product_card(setting, settled)
    return card


def _product_card(setting: Setting, settled: SettledProduct) -> Card:
    product = settled.product
    name = setting.phrase(product.name)
    state = "sold-out" if settled.sold_out else ""
    if (
        not state
        and settled.campaigns
        and any(
            c.state == "open" and c.campaign.id in settled.campaigns
            for c in setting.world.campaigns
        )
    ):
        state = "campaign"
    return Card(
        url=setting.at("products", product.id),
        name=name,
        picture=setting.picture(first_picture(product), name),
        region=setting.region_name(product.region),
        price=price_label(setting, settled.price),
        merchant=setting.phrase(settled.merchant.merchant.name),
        state=state,
    )


def in_shelf_order(products: tuple[SettledProduct, ...]) -> list[SettledProduct]:
    """The editors' order; what is sold out stands last."""
    return sorted(products, key=lambda settled: settled.sold_out)


def merchant_card(setting: Setting, judged: Judged) -> MerchantCard:
    """A merchant of the setting's own pavilion; made once, shown on many pages."""
    card = setting.merchant_cards.get(judged.merchant.id)
    if card is None:
        card = setting.merchant_cards[judged.merchant.id] = _merchant_card(setting, judged)
    return card


def _merchant_card(setting: Setting, judged: Judged) -> MerchantCard:
    merchant = judged.merchant
    native = setting.native(merchant.name)
    name = setting.phrase(merchant.name)
    return MerchantCard(
        url=setting.at("merchants", merchant.id),
        name=name,
        native=native if native.text != name.text else Phrase(""),
        region=setting.region_name(merchant.region),
        since=str(merchant.since) if merchant.since else "",
        goods=len(setting.catalogue.by_merchant.get(merchant.id, ())),
        verdict=judged.membership,
        met=sum(verdict.verdict == "met" for verdict in judged.verdicts),
        criteria=len(judged.verdicts),
    )


def shops(setting: Setting, merchant: Merchant, hall: Hall | None = None) -> tuple[Shop, ...]:
    """The channels of a merchant of this pavilion, or of another one."""
    if hall is not None and hall.id != setting.country:
        return _shops(setting, merchant, hall.fallbacks)
    found = setting.shops.get(merchant.id)
    if found is None:
        found = setting.shops[merchant.id] = _shops(setting, merchant, None)
    return found


def _shops(
    setting: Setting, merchant: Merchant, fallbacks: tuple[str, ...] | None
) -> tuple[Shop, ...]:
    name = setting.phrase(merchant.name, fallbacks)
    return tuple(
        shop_at(setting, channel.url, channel.platform, name) for channel in merchant.channels
    )


def shop_of(setting: Setting, product: Product, merchant: Merchant, hall: Hall) -> Shop | None:
    """Where a product of a pavilion is sold: its own page there, else the first channel."""
    channels = shops(setting, merchant, hall)
    if product.url is None:
        return channels[0] if channels else None
    host = urlsplit(product.url).netloc
    platform = next((shop.platform for shop in channels if shop.host == host), "own-site")
    return shop_at(setting, product.url, platform, setting.phrase(merchant.name, hall.fallbacks))


def shop_at(setting: Setting, url: str, platform: str, name: Phrase) -> Shop:
    """A shop by its address."""
    return Shop(url, urlsplit(url).netloc, platform, name, qr_code(setting, url))


@lru_cache(maxsize=1024)
def minutes(text: str) -> int:
    """How long a text takes to read."""
    han = len(_HAN.findall(text))
    thai = len(_THAI.findall(text))
    words = len(text.split()) if han + thai < len(text) / 4 else 0
    return max(1, round(han / HAN_A_MINUTE + words / WORDS_A_MINUTE + thai / 1000))


def guide_document(setting: Setting, guide: Guide) -> tuple[str, str]:
    """(locale, language tag or "") of the document that is shown here."""
    for locale in (setting.locale, *setting.fallbacks, *guide.documents):
        if locale in guide.documents:
            return locale, "" if locale == setting.locale else setting.tag_of(locale)
    raise KeyError(guide.id)


def guide_picture(setting: Setting, guide: Guide, locale: str) -> PictureView | None:
    if guide.picture is None:
        return None
    document = guide.documents[locale]
    name = Phrase(
        document.alt or document.title, "" if locale == setting.locale else setting.tag_of(locale)
    )
    return setting.picture(Picture(guide.picture), name)


def guide_card(setting: Setting, guide: Guide) -> GuideCard:
    """A guide of the setting's own pavilion."""
    locale, lang = guide_document(setting, guide)
    document = guide.documents[locale]
    return GuideCard(
        url=setting.at(guide.kind, guide.id),
        country=setting.country,
        kind=guide.kind,
        title=Phrase(document.title, lang),
        summary=Phrase(document.summary, lang),
        picture=guide_picture(setting, guide, locale),
        region=setting.region_name(guide.region),
        season=setting.words.months(guide.season),
        minutes=minutes(document.body),
    )


def campaign_card(setting: Setting, settled: SettledCampaign) -> CampaignCard:
    """A campaign, which stands on the portal."""
    campaign = settled.campaign
    words = setting.words
    pictures = (good_picture(setting, good) for good in settled.goods)
    tiers = next((good.tiers for good in settled.goods if good.tiers), ())
    return CampaignCard(
        url=setting.portal_at("campaigns", campaign.id),
        title=setting.phrase(campaign.title, setting.world.fallbacks),
        summary=setting.phrase(campaign.summary, setting.world.fallbacks),
        state=settled.state,
        opens=words.instant(settled.opens),
        opens_at=settled.opens.isoformat(),
        closes=words.instant(settled.closes),
        closes_at=settled.closes.isoformat(),
        first=price_label(setting, tiers[0]) if tiers else None,
        last=price_label(setting, tiers[-1]) if tiers else None,
        countries=campaign.embassies,
        picture=next((picture for picture in pictures if picture is not None), None),
        lang=setting.portal_lang,
    )


def good_name(setting: Setting, good: SettledGood) -> Phrase:
    """The name of one thing of a campaign."""
    if good.good.item is not None:
        return setting.phrase(good.good.item.name)
    catalogue = setting.world.showcase(good.country)
    assert catalogue is not None
    assert good.product is not None
    return setting.phrase(good.product.name, catalogue.fallbacks)


def good_picture(setting: Setting, good: SettledGood) -> PictureView | None:
    """The picture of one thing of a campaign."""
    item = good.good.item
    if item is not None:
        return setting.picture(item.picture, setting.phrase(item.name), "")
    assert good.product is not None
    name = setting.phrase(good.product.name)
    return setting.picture(first_picture(good.product), name, good.country)


def country_link(setting: Setting, catalogue: Hall) -> CountryLink:
    """A pavilion, in the locale nearest to this one."""
    locale, lang = setting.pavilion_locale(catalogue)
    name = setting.country_name(catalogue.country)
    return CountryLink(catalogue.id, name, setting.addresses.to(locale, catalogue.id), lang)
