"""The world at one instant: what is public, the state of campaigns, and when it next changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest
from road import Content, Settled, settle, utc

Files = dict[str, str | bytes]
LIST, COUNTRY = "countries/fr/products/list.yaml", "countries/fr/country.yaml"
CAMPAIGN = """\
title: {zh: 团购, en: Group buy, fr: Achat}
summary: {zh: 简介, en: Summary, fr: Bref}
embassies: [fr]
from: 2027-07-10T10:00
until: 2027-07-14
goods:
  - product: fr/lavender-honey
    tiers: [{buyers: 1, price: 14.90}, {buyers: 100, price: 12.90}]
  - product: fr/gone-for-now
    tiers: [{buyers: 1, price: 9}]
  - item: {name: {zh: 饼, en: Bread}, seller: {zh: 店, en: Shop}, url: "https://a.example/", currency: EUR, category: food}
    tiers: [{buyers: 50, price: 10}]
"""


@pytest.fixture
def world(read: Callable[[Files], Content], at: datetime) -> Callable[..., Settled]:
    def look(files: Files, now: datetime = at, *, drafts: bool = False) -> Settled:
        found = settle(read(files), now, drafts=drafts)
        assert found is not None
        return found

    return look


def shown(world: Settled) -> list[str]:
    return [one.product.id for catalogue in world.live for one in catalogue.products]


def test_a_small_country_is_settled_whole(world: Callable[..., Settled], france: Files) -> None:
    found = world(france)

    [catalogue] = found.live
    assert shown(found) == ["lavender-honey", "linden-honey"]
    assert list(catalogue.by_category) == ["food", "honey"]
    assert len(catalogue.by_category["food"]) == 2
    assert list(catalogue.by_region) == ["provence"]
    assert list(catalogue.by_merchant) == ["ruche"]
    assert catalogue.products[0].price is not None
    assert catalogue.products[0].price.total == Decimal("125.13")
    assert found.held_back == {"fr": 0}


@pytest.mark.parametrize(
    ("now", "public"),
    [
        (utc(2027, 2, 28, 22, 59), False),
        (utc(2027, 2, 28, 23, 0), True),
        (utc(2027, 3, 31, 21, 59), True),
        (utc(2027, 3, 31, 22, 0), False),
    ],
)
def test_a_product_is_public_in_its_window_by_its_country_s_clock(
    world: Callable[..., Settled], france: Files, now: datetime, public: bool
) -> None:
    text = str(france[LIST]) + "  from: 2027-03-01\n  until: 2027-03-31\n"

    found = world({**france, LIST: text}, now)

    assert ("linden-honey" in shown(found)) is public
    assert found.held_back == {"fr": 0 if public else 1}


def test_goods_of_a_merchant_who_is_no_member_stay_off(
    world: Callable[..., Settled], france: Files
) -> None:
    merchants = str(france["countries/fr/merchants.yaml"]).replace("tmall-global", "own-site")
    files = {**france, "countries/fr/merchants.yaml": merchants}

    assert shown(world(files)) == []
    assert shown(world(files, drafts=True)) == ["lavender-honey", "linden-honey"]


@pytest.mark.parametrize(
    ("status", "live", "planned", "in_preview"),
    [("live", 1, 0, 1), ("planned", 0, 1, 0), ("draft", 0, 0, 1)],
)
def test_only_live_pavilions_are_open(
    world: Callable[..., Settled], france: Files, status: str, live: int, planned: int,
    in_preview: int,
) -> None:  # fmt: skip
    files = {**france, COUNTRY: str(france[COUNTRY]).replace("live", status)}

    assert (len(world(files).live), len(world(files).world.planned)) == (live, planned)
    assert len(world(files, drafts=True).live) == in_preview


def test_a_former_price_is_shown_in_its_window(
    world: Callable[..., Settled], france: Files
) -> None:
    was = "  was: {price: 15, basis: {zh: 例, fr: x}, from: 2026-11-20, until: 2026-11-30}\n"
    files = {**france, LIST: str(france[LIST]) + was}

    def former(now: datetime) -> Decimal | None:
        one = world(files, now).live[0].products[1].former
        return one.local.amount if one else None

    assert former(utc(2026, 11, 25)) == Decimal(15)
    assert former(utc(2026, 12, 1)) is None


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (utc(2027, 7, 10, 1, 59), "before"),
        (utc(2027, 7, 10, 2, 0), "open"),
        (utc(2027, 7, 14, 15, 59), "open"),
        (utc(2027, 7, 14, 16, 0), "over"),
    ],
)
def test_a_campaign_opens_and_closes_by_the_site_s_clock(
    world: Callable[..., Settled], france: Files, now: datetime, state: str
) -> None:
    found = world({**france, "campaigns/day.yaml": CAMPAIGN}, now)

    assert found.world.campaigns[0].state == state
    offered = found.live[0].products[0].campaigns
    assert offered == (("day",) if state in ("before", "open") else ())


def test_a_campaign_that_was_called_off_is_so_from_that_instant(
    world: Callable[..., Settled], france: Files
) -> None:
    text = CAMPAIGN + "cancelled: {at: 2027-07-11T00:00+08:00, reason: {zh: 因故, en: Why}}\n"
    files = {**france, "campaigns/day.yaml": text}

    assert world(files, utc(2027, 7, 10, 15, 59)).world.campaigns[0].state == "open"
    assert world(files, utc(2027, 7, 10, 16, 0)).world.campaigns[0].state == "cancelled"
    assert world(files, utc(2027, 8, 1)).world.campaigns[0].state == "cancelled"


def test_a_campaign_holds_its_items_and_those_products_that_are_public(
    world: Callable[..., Settled], france: Files
) -> None:
    product, item = world({**france, "campaigns/day.yaml": CAMPAIGN}).world.campaigns[0].goods

    assert product.product is not None
    assert product.product.id == "lavender-honey"
    assert [tier.yuan for tier in product.tiers] == [Decimal("117.71"), Decimal("101.91")]
    assert product.ordinary is not None
    assert (item.country, item.product) == ("", None)
    assert item.tiers[0].total == Decimal("86.19")


def test_campaigns_stand_in_the_order_in_which_they_open(
    world: Callable[..., Settled], france: Files
) -> None:
    later = CAMPAIGN.replace("2027", "2028")

    found = world({**france, "campaigns/a.yaml": later, "campaigns/b.yaml": CAMPAIGN})

    assert [one.campaign.id for one in found.world.campaigns] == ["b", "a"]


def test_the_next_change_is_the_next_edge_of_any_window(
    world: Callable[..., Settled], france: Files
) -> None:
    merchants = str(france["countries/fr/merchants.yaml"]) + (
        "  evidence: [{kind: trademark, document: TM, expires: 2027-05-01}]\n"
    )
    files = {
        **france,
        "countries/fr/merchants.yaml": merchants,
        LIST: str(france[LIST]) + "  from: 2027-03-01\n  until: 2027-03-31\n",
        "campaigns/day.yaml": CAMPAIGN,
    }
    edges = [
        utc(2027, 2, 28, 23),  # the product comes
        utc(2027, 3, 31, 22),  # and goes
        utc(2027, 5, 1, 22),  # the evidence runs out
        utc(2027, 7, 10, 2),  # the campaign opens
        utc(2027, 7, 14, 16),  # and closes
    ]

    now, found = utc(2026, 11, 25), []
    while (change := world(files, now).next_change) is not None:
        found.append(change)
        now = change

    assert found == edges


def test_between_two_changes_the_world_is_the_same(
    world: Callable[..., Settled], france: Files
) -> None:
    files = {**france, LIST: str(france[LIST]) + "  from: 2027-03-01\n"}

    assert shown(world(files, utc(2026, 11, 25))) == shown(world(files, utc(2027, 2, 28, 22, 59)))
    assert shown(world(files, utc(2027, 2, 28, 22, 59))) != shown(world(files, utc(2027, 3, 1)))
