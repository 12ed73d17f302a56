"""Group-buy campaigns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from zoneinfo import ZoneInfo

import msgspec

from pavilion_gen.catalogue.world import SettledCampaign, SettledGood
from pavilion_gen.model.moment import opening
from pavilion_gen.model.text import Html
from pavilion_gen.pages.calendars import calendar_at
from pavilion_gen.pages.cards import (
    campaign_card,
    country_link,
    good_name,
    good_picture,
    headline,
    is_reckoned,
    price_mark,
    shop_at,
    shop_of,
)
from pavilion_gen.pages.embassies import EmbassyWindow, embassy_window
from pavilion_gen.pages.icons import share_picture
from pavilion_gen.pages.parts import (
    CampaignCard,
    CountryLink,
    Link,
    Page,
    Phrase,
    PictureView,
    Shop,
)
from pavilion_gen.pages.qr_codes import code_routes
from pavilion_gen.pages.setting import PlannedPage, Route, Setting


class CampaignYear(msgspec.Struct, frozen=True, gc=False):
    """Campaigns that are over, by year."""

    year: str
    campaigns: tuple[CampaignCard, ...]


class CampaignsView(Page, frozen=True, gc=False, kw_only=True):
    """`/zh/campaigns/`: open now, opening, over. calendar: the address of theirs."""

    open: tuple[CampaignCard, ...]
    coming: tuple[CampaignCard, ...]
    over: tuple[CampaignYear, ...]
    embassies: tuple[EmbassyWindow, ...]
    embassies_url: str
    calendar: str


class TierRow(msgspec.Struct, frozen=True, gc=False):
    """A step of the ladder. local: the price; yuan: with estimated tax; saving: a percentage.

    height: of the stair, 0 to 100, lowest price lowest. reached: by the stated count.
    """

    buyers: str
    local: str
    yuan: str
    saving: str
    height: int
    reached: bool


class CampaignGood(msgspec.Struct, frozen=True, gc=False):
    """One thing on offer, with its ladder. ordinary: its price outside the campaign.

    url: its own page, empty for an item; lang: set where that page is in another language.
    least: below so many buyers there is no price of the group's; empty where one is enough.
    """

    name: Phrase
    summary: Phrase
    url: str
    lang: str
    country: str
    picture: PictureView | None
    seller: Phrase
    shop: Shop | None
    ordinary: str
    ordinary_yuan: str
    tiers: tuple[TierRow, ...]
    about: bool
    mark: str
    quota: str
    per_person: str
    least: str
    currency: str
    amounts: tuple[str, ...]


class CampaignView(Page, frozen=True, gc=False, kw_only=True):
    """`/zh/campaigns/x/`. state: before, open, over or cancelled. Times in words, Beijing time.

    local_*: the same in the country's own time, with its name in `local_zone`.
    opens_day: without year and time, for the shutters.
    result: how many joined, where the content says so, and when that was counted.
    calendar, poster: their addresses; there may be no poster.
    """

    title: Phrase
    summary: Phrase
    text: Html
    state: str
    opens: str
    opens_at: str
    closes: str
    closes_at: str
    opens_day: str
    local_opens: str
    local_closes: str
    local_zone: str
    embassies: tuple[EmbassyWindow, ...]
    goods: tuple[CampaignGood, ...]
    rate_date: str
    result: str
    result_at: str
    cancelled: str
    cancelled_reason: Phrase
    pavilions: tuple[CountryLink, ...]
    others: tuple[CampaignCard, ...]
    calendar: str
    poster: str


OTHERS_SHOWN = 3


def campaigns(setting: Setting) -> Iterator[Route]:
    """The list of campaigns and each campaign, in one locale of the portal."""
    world = setting.world
    if world.campaigns:
        yield Route(setting.at("campaigns"), partial(_list, setting))
    for settled in world.campaigns:
        address = setting.at("campaigns", settled.campaign.id)
        yield Route(address, partial(_campaign, setting, settled))
    if setting.locale == setting.locales[0]:
        goods = (good for settled in world.campaigns for good in settled.goods)
        shops = (_shop(setting, good) for good in goods)
        yield from code_routes(setting, (shop.code for shop in shops if shop))


def _list(setting: Setting) -> PlannedPage:
    world = setting.world
    _ = setting.words.gettext

    def cards(*states: str) -> tuple[CampaignCard, ...]:
        return tuple(campaign_card(setting, c) for c in world.campaigns if c.state in states)

    over: dict[str, list[SettledCampaign]] = {}
    for settled in reversed(world.campaigns):
        if settled.state in ("over", "cancelled"):
            over.setdefault(str(settled.closes.astimezone(world.zone).year), []).append(settled)
    description = _("Group buys with the embassies behind them: when each opens and what it costs.")
    view = CampaignsView(
        head=setting.head((_("Group buys"),), description, ("campaigns",)),
        languages=setting.languages(("campaigns",)),
        breadcrumb=setting.breadcrumb(),
        open=cards("open"),
        coming=cards("before"),
        over=tuple(
            CampaignYear(year, tuple(campaign_card(setting, c) for c in group))
            for year, group in over.items()
        ),
        embassies=tuple(embassy_window(setting, embassy) for embassy in world.embassies),
        embassies_url=setting.at("embassies") if world.embassies else "",
        calendar=calendar_at(setting, "campaigns"),
    )
    return PlannedPage(setting.at("campaigns"), "campaigns.html", view, setting.chrome_key(), True)


def _campaign(setting: Setting, settled: SettledCampaign) -> PlannedPage:
    campaign, world, words = settled.campaign, setting.world, setting.words
    steps = ("campaigns", campaign.id)
    title = setting.phrase(campaign.title)
    summary = setting.phrase(campaign.summary)
    goods = tuple(_good(setting, settled, good) for good in settled.goods)
    zone, zone_name = _local_zone(setting, settled)
    picture = next((good.picture for good in goods if good.picture), None)
    dates = [good.tiers[0].rate_date for good in settled.goods if good.tiers]
    rate_date = next((day for day in dates if day is not None), None)
    result, cancelled = campaign.result, campaign.cancelled
    others = [c for c in world.campaigns if c is not settled and c.state in ("open", "before")]
    view = CampaignView(
        head=setting.head(
            (title.text, setting.words.gettext("Group buys")),
            summary.text,
            steps,
            image=picture.src if picture else "",
            share=_share(setting, settled),
        ),
        languages=setting.languages(steps),
        breadcrumb=setting.breadcrumb(
            Link(Phrase(words.gettext("Group buys")), setting.at("campaigns"))
        ),
        title=title,
        summary=summary,
        text=setting.html(campaign.text),
        state=settled.state,
        opens=words.instant(settled.opens),
        opens_at=settled.opens.isoformat(),
        closes=words.instant(settled.closes),
        closes_at=settled.closes.isoformat(),
        opens_day=words.month_day(f"{settled.opens.astimezone(world.zone):%m-%d}"),
        local_opens=words.instant(settled.opens, zone) if zone else "",
        local_closes=words.instant(settled.closes, zone) if zone else "",
        local_zone=zone_name,
        embassies=tuple(
            embassy_window(setting, embassy)
            for embassy in world.embassies
            if embassy.id in campaign.embassies
        ),
        goods=goods,
        rate_date=words.date(rate_date) if rate_date else "",
        result=words.number(result.buyers) if result else "",
        result_at=words.instant(result.at) if result else "",
        cancelled=words.instant(opening(cancelled.at, world.zone)) if cancelled else "",
        cancelled_reason=setting.phrase(cancelled.reason) if cancelled else Phrase(""),
        pavilions=tuple(
            country_link(setting, catalogue)
            for catalogue in world.live
            if catalogue.id in campaign.embassies
        ),
        others=tuple(campaign_card(setting, c) for c in others[:OTHERS_SHOWN]),
        calendar=calendar_at(setting, *steps),
        poster=setting.poster_at(*steps),
    )
    return PlannedPage(setting.at(*steps), "campaign.html", view, setting.chrome_key(), True)


def _share(setting: Setting, settled: SettledCampaign) -> PictureView | None:
    """The picture of the one country behind a campaign; of several the page's frame has one."""
    countries = {*settled.campaign.embassies, *(good.country for good in settled.goods)} - {""}
    return share_picture(setting, countries.pop()) if len(countries) == 1 else None


def _local_zone(setting: Setting, settled: SettledCampaign) -> tuple[ZoneInfo | None, str]:
    """The country's own time, where one country with another time stands behind a campaign."""
    zones = {
        catalogue.country.timezone: catalogue
        for catalogue in setting.world.live
        if catalogue.id in settled.campaign.embassies
    }
    if len(zones) != 1:
        return None, ""
    (name, catalogue), *_rest = zones.items()
    zone = ZoneInfo(name)
    at = settled.opens
    if at.astimezone(zone).utcoffset() == at.astimezone(setting.world.zone).utcoffset():
        return None, ""
    return zone, setting.country_name(catalogue.country).text


def _good(setting: Setting, settled: SettledCampaign, good: SettledGood) -> CampaignGood:
    words = setting.words
    url = lang = ""
    if good.good.item is not None:
        summary, seller = Phrase(""), setting.phrase(good.good.item.seller)
    else:
        catalogue = setting.world.showcase(good.country)
        assert catalogue is not None
        assert good.product is not None
        assert good.merchant is not None
        locale, lang = setting.pavilion_locale(catalogue)
        url = setting.addresses.to(locale, good.country, "products", good.product.id)
        summary = setting.phrase(good.product.summary, catalogue.fallbacks)
        seller = setting.phrase(good.merchant.merchant.name, catalogue.fallbacks)
    least = good.good.tiers[0].buyers if good.good.tiers else 1
    ordinary = good.ordinary
    return CampaignGood(
        name=good_name(setting, good),
        summary=summary,
        url=url,
        lang=lang,
        country=good.country,
        picture=good_picture(setting, good),
        seller=seller,
        shop=_shop(setting, good),
        ordinary=words.money(ordinary.local) if ordinary else "",
        ordinary_yuan=headline(words, ordinary) if ordinary else "",
        tiers=_tiers(setting, settled, good),
        about=bool(good.tiers) and is_reckoned(good.tiers[0]),
        mark=price_mark(good.tiers[0]) if good.tiers else "",
        quota=words.number(good.good.quota) if good.good.quota else "",
        per_person=words.number(good.good.per_person) if good.good.per_person else "",
        least=words.number(least) if least > 1 else "",
        currency=good.tiers[0].local.currency if good.tiers else "",
        amounts=tuple(str(tier.local.amount) for tier in good.tiers),
    )


def _shop(setting: Setting, good: SettledGood) -> Shop | None:
    """Where a thing of a campaign is sold."""
    item = good.good.item
    if item is not None:
        return shop_at(setting, item.url, "own-site", setting.phrase(item.seller))
    catalogue = setting.world.showcase(good.country)
    assert catalogue is not None
    assert good.product is not None
    assert good.merchant is not None
    return shop_of(setting, good.product, good.merchant.merchant, catalogue)


def _tiers(setting: Setting, settled: SettledCampaign, good: SettledGood) -> tuple[TierRow, ...]:
    """The ladder; the saving is against the ordinary price, where there is one."""
    words = setting.words
    result = settled.campaign.result
    highest = max((tier.local.amount for tier in good.tiers), default=Decimal(1))
    rows = []
    for step, price in zip(good.good.tiers, good.tiers, strict=True):
        ordinary = good.ordinary.local.amount if good.ordinary else None
        saving = 1 - price.local.amount / ordinary if ordinary else Decimal(0)
        rows.append(
            TierRow(
                buyers=words.number(step.buyers),
                local=words.money(price.local),
                yuan=words.yuan(price.total) if price.total is not None else "",
                saving=words.percent(round(saving, 2)) if saving >= Decimal("0.005") else "",
                height=int(price.local.amount / highest * 100),
                reached=result is not None and result.buyers >= step.buyers,
            )
        )
    return tuple(rows)
