"""The merchants of a pavilion, and each merchant's page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from pavilion_gen.catalogue.membership import Judged
from pavilion_gen.catalogue.membership import Verdict as CriterionVerdict
from pavilion_gen.catalogue.world import Catalogue, SettledProduct
from pavilion_gen.model.text import Html
from pavilion_gen.pages.cards import in_shelf_order, merchant_card, product_card, shops
from pavilion_gen.pages.page_key import may_place_picture
from pavilion_gen.pages.parts import NOTHING, Card, Link, MerchantCard, Page, Phrase, Shop
from pavilion_gen.pages.setting import PlannedPage, Route, Setting, newest


class MerchantGroup(msgspec.Struct, frozen=True, gc=False):
    """The merchants of one region."""

    region: Phrase
    merchants: tuple[MerchantCard, ...]


class MerchantsView(Page, frozen=True, gc=False, kw_only=True):
    """`…/merchants/`: by region."""

    total: int
    groups: tuple[MerchantGroup, ...]
    join_url: str
    join_lang: str


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """How a criterion is judged. verdict: met, pending or not-met.

    reason: met, under-review, expired, absent, too-much, no-channel.
    document, issuer, until, value: the evidence, where there is some.
    """

    name: Phrase
    chinese: Phrase
    verdict: str
    reason: str
    document: Phrase = NOTHING
    issuer: Phrase = NOTHING
    until: str = ""
    value: str = ""


class MerchantView(Page, frozen=True, gc=False, kw_only=True):
    """`…/merchants/x/`: who it is, how it was judged, what it sells."""

    name: Phrase
    native: Phrase
    region: Link | None
    since: str
    size: str
    text: Html
    shops: tuple[Shop, ...]
    membership: str
    verdicts: tuple[Verdict, ...]
    criteria_as_of: str
    join_url: str
    join_lang: str
    cards: tuple[Card, ...]


def merchants(setting: Setting) -> Iterator[Route]:
    """The list of the merchants of a pavilion, and the page of each, in one locale."""
    catalogue = setting.catalogue
    if catalogue.merchants:
        yield Route(setting.at("merchants"), partial(_list, setting, catalogue))
    for judged in catalogue.merchants:
        address = setting.at("merchants", judged.merchant.id)
        # Pictures in its own text are known only once that is converted
        is_known = not may_place_picture(judged.merchant.text)
        goods = partial(_goods, catalogue, judged) if is_known else None
        yield Route(address, partial(_merchant, setting, catalogue, judged), goods)


def _list(setting: Setting, catalogue: Catalogue) -> PlannedPage:
    steps = ("merchants",)
    _ = setting.words.gettext
    pavilion = setting.phrase(catalogue.country.pavilion)
    groups = []
    regions = [*catalogue.country.regions, None]
    for region in regions:
        cards = tuple(
            merchant_card(setting, judged)
            for judged in catalogue.merchants
            if (catalogue.region(judged.merchant.region) or None) == region
        )
        if cards:
            groups.append(
                MerchantGroup(setting.phrase(region.name) if region else Phrase(""), cards)
            )
    total = len(catalogue.merchants)
    description = setting.words.ngettext(
        "%(num)d merchant of the %(pavilion)s, and how it was judged.",
        "%(num)d merchants of the %(pavilion)s, and how each was judged.",
        total,
        pavilion=pavilion.text,
    )
    view = MerchantsView(
        head=setting.head((_("Merchants"), pavilion.text), description, steps),
        languages=setting.languages(steps),
        breadcrumb=setting.breadcrumb(),
        total=total,
        groups=tuple(groups),
        join_url=join_url(setting),
        join_lang=setting.portal_lang,
    )
    return PlannedPage(setting.at(*steps), "merchants.html", view, setting.chrome_key(), True)


def join_url(setting: Setting) -> str:
    """The page that says how merchants are judged, where the content has one."""
    known = any(page.id == "join" for page in setting.world.pages)
    return setting.portal_at("join") if known else ""


def _goods(catalogue: Catalogue, judged: Judged) -> list[SettledProduct]:
    """What a merchant sells."""
    return in_shelf_order(catalogue.by_merchant.get(judged.merchant.id, ()))


def _merchant(setting: Setting, catalogue: Catalogue, judged: Judged) -> PlannedPage:
    merchant = judged.merchant
    steps = ("merchants", merchant.id)
    _ = setting.words.gettext
    pavilion = setting.phrase(catalogue.country.pavilion)
    name = setting.phrase(merchant.name)
    native = setting.native(merchant.name)
    region = catalogue.region(merchant.region)
    region_name = setting.phrase(region.name) if region else Phrase("")
    has_list = merchant.region in catalogue.by_region
    criteria = setting.world.criteria
    goods = _goods(catalogue, judged)
    titles = [part for part in (name.text, region_name.text, pavilion.text) if part]
    description = setting.summary_of(merchant.text) or " – ".join(titles)
    view = MerchantView(
        head=setting.head(titles, description, steps),
        languages=setting.languages(steps),
        breadcrumb=setting.breadcrumb(Link(Phrase(_("Merchants")), setting.at("merchants"))),
        name=name,
        native=native if native.text != name.text else Phrase(""),
        region=Link(region_name, setting.at("regions", region.id) if has_list else "")
        if region
        else None,
        since=str(merchant.since) if merchant.since else "",
        size=merchant.size or "",
        text=setting.html(merchant.text),
        shops=shops(setting, merchant),
        membership=judged.membership,
        verdicts=tuple(_verdict(setting, verdict) for verdict in judged.verdicts),
        criteria_as_of=setting.words.date(criteria.as_of) if criteria and criteria.as_of else "",
        join_url=join_url(setting),
        join_lang=setting.portal_lang,
        cards=tuple([product_card(setting, settled) for settled in goods]),
    )
    changed = newest(settled.product.added for settled in goods)
    return PlannedPage(
        setting.at(*steps), "merchant.html", view, setting.chrome_key(), True, changed
    )


def _verdict(setting: Setting, judged: CriterionVerdict) -> Verdict:
    criteria = setting.world.criteria
    assert criteria is not None
    rule = next(rule for rule in criteria.criteria if rule.id == judged.criterion)
    evidence = judged.evidence
    name = setting.phrase(rule.name, setting.world.fallbacks)
    chinese = setting.chinese(rule.name)
    words = setting.words
    return Verdict(
        name=name,
        chinese=chinese if chinese.text != name.text else Phrase(""),
        verdict=judged.verdict,
        reason=judged.reason,
        document=setting.as_written(evidence.document) if evidence else NOTHING,
        issuer=setting.as_written(evidence.issuer or "") if evidence else NOTHING,
        until=words.date(evidence.expires) if evidence and evidence.expires else "",
        value=words.hours(judged.value) if judged.value is not None else "",
    )
