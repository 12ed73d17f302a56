"""Group buys: what is shown before, while and after one is open, and when it is called off."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pages.sites import WHOLE, Files, SitePlan, plan, view

BEIJING = ZoneInfo("Asia/Shanghai")
CAMPAIGN = "campaigns/2027-fr.yaml"
BEFORE = datetime(2027, 7, 10, 9, 59, tzinfo=BEIJING)
OPENS = datetime(2027, 7, 10, 10, 0, tzinfo=BEIJING)
LAST_MINUTE = datetime(2027, 7, 14, 23, 59, tzinfo=BEIJING)
CLOSES = datetime(2027, 7, 15, 0, 0, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("at", "state"),
    [(BEFORE, "before"), (OPENS, "open"), (LAST_MINUTE, "open"), (CLOSES, "over")],
)
def test_the_state_follows_the_clock_to_the_minute(
    tmp_path: Path, at: datetime, state: str
) -> None:
    assert view(plan(tmp_path, WHOLE, at=at), "/zh/campaigns/2027-fr/").state == state


class TestWhereItStands:
    def everywhere(self, tmp_path: Path, files: Files, at: datetime) -> dict[str, object]:
        site = plan(tmp_path, files, at=at)
        campaigns = view(site, "/zh/campaigns/")
        product = view(site, "/zh/fr/products/lavender-honey/")
        shelf = view(site, "/zh/fr/products/").cards
        return {
            "list": [len(campaigns.open), len(campaigns.coming), len(campaigns.over)],
            "portal": [card.state for card in view(site, "/zh/").campaigns],
            "hall": [card.state for card in view(site, "/zh/fr/").campaigns],
            "product": [card.state for card in product.campaigns],
            "shelf": [card.state for card in shelf],
        }

    def test_before(self, tmp_path: Path) -> None:
        assert self.everywhere(tmp_path, WHOLE, BEFORE) == {
            "list": [0, 1, 0], "portal": ["before"], "hall": ["before"], "product": ["before"],
            "shelf": ["", ""],
        }  # fmt: skip

    def test_open(self, tmp_path: Path) -> None:
        assert self.everywhere(tmp_path, WHOLE, OPENS) == {
            "list": [1, 0, 0], "portal": ["open"], "hall": ["open"], "product": ["open"],
            "shelf": ["campaign", ""],
        }  # fmt: skip

    def test_over(self, tmp_path: Path) -> None:
        assert self.everywhere(tmp_path, WHOLE, CLOSES) == {
            "list": [0, 0, 1], "portal": [], "hall": [], "product": [], "shelf": ["", ""],
        }  # fmt: skip

    def test_called_off(self, tmp_path: Path) -> None:
        text = str(WHOLE[CAMPAIGN]) + (
            "cancelled: {at: 2027-07-11T08:00+08:00, reason: {zh: 天气, en: Weather}}\n"
        )
        files = {**WHOLE, CAMPAIGN: text}

        after = self.everywhere(tmp_path, files, LAST_MINUTE)

        assert after == {
            "list": [0, 0, 1], "portal": [], "hall": [], "product": [], "shelf": ["", ""],
        }  # fmt: skip


def test_a_campaign_that_was_called_off_says_when_and_why(tmp_path: Path) -> None:
    text = str(WHOLE[CAMPAIGN]) + (
        "cancelled: {at: 2027-07-11T08:00+08:00, reason: {zh: 天气, en: Weather}}\n"
    )

    told = view(plan(tmp_path, {**WHOLE, CAMPAIGN: text}, at=LAST_MINUTE), "/en/campaigns/2027-fr/")

    assert told.state == "cancelled"
    assert told.cancelled == "July\u00a011,\u00a02027\u00a008:00"
    assert told.cancelled_reason.text == "Weather"


def test_until_it_is_called_off_it_is_open(tmp_path: Path) -> None:
    text = str(WHOLE[CAMPAIGN]) + (
        "cancelled: {at: 2027-07-11T08:00+08:00, reason: {zh: 天气, en: Weather}}\n"
    )

    site = plan(tmp_path, {**WHOLE, CAMPAIGN: text}, at=OPENS)

    assert view(site, "/en/campaigns/2027-fr/").state == "open"


def test_its_address_never_dies(tmp_path: Path) -> None:
    years_later = datetime(2031, 1, 1, tzinfo=BEIJING)

    site = plan(tmp_path, WHOLE, at=years_later)

    assert view(site, "/zh/campaigns/2027-fr/").state == "over"
    (year,) = view(site, "/zh/campaigns/").over
    assert (year.year, len(year.campaigns)) == ("2027", 1)


def test_times_are_told_in_beijing_time_and_in_the_countrys_own(whole: SitePlan) -> None:
    told = view(whole, "/zh/campaigns/2027-fr/")

    assert told.opens == "2027年7月10日\u00a010:00"
    assert told.opens_at == "2027-07-10T02:00:00+00:00"
    assert (told.local_opens, told.local_zone) == ("2027年7月10日\u00a004:00", "法国")


def test_the_ladder_says_price_and_saving_of_each_step(whole: SitePlan) -> None:
    (good,) = view(whole, "/zh/campaigns/2027-fr/").goods

    steps = [(row.buyers, row.local, row.yuan, row.saving) for row in good.tiers]
    assert steps == [("1", "€14.90", "¥125.13", ""), ("100", "€12.90", "¥108.33", "13%")]
    assert [row.height for row in good.tiers] == [100, 86]
    assert (good.ordinary, good.ordinary_yuan) == ("€14.90", "¥125.13")
    assert (good.about, good.mark) == (True, "estimated")


def test_a_step_counts_as_reached_only_by_a_stated_count(tmp_path: Path) -> None:
    text = str(WHOLE[CAMPAIGN]) + "result: {buyers: 99, at: 2027-07-14T00:00+08:00}\n"

    site = plan(tmp_path, {**WHOLE, CAMPAIGN: text}, at=CLOSES)

    told = view(site, "/zh/campaigns/2027-fr/")
    assert [row.reached for row in told.goods[0].tiers] == [True, False]
    assert (told.result, told.result_at) == ("99", "2027年7月14日\u00a000:00")


class TestEmbassies:
    def test_an_embassy_with_a_pavilion_leads_there(self, whole: SitePlan) -> None:
        told = view(whole, "/en/embassies/fr/")

        assert (told.pavilion.url, told.pavilion.label.text) == ("/fr/fr/", "France Pavilion")
        assert told.national_day == "July\u00a014"
        assert [card.url for card in told.campaigns] == ["/en/campaigns/2027-fr/"]

    def test_an_embassy_without_one_has_closed_shutters(self, whole: SitePlan) -> None:
        assert view(whole, "/en/embassies/se/").pavilion is None
        windows = view(whole, "/en/embassies/").embassies
        assert [(w.country, w.live, w.campaigns) for w in windows] == [
            ("fr", True, 1), ("se", False, 0),
        ]  # fmt: skip

    def test_an_embassy_without_a_pavilion_sells_an_item(self, tmp_path: Path) -> None:
        campaign = """\
title: {zh: 瑞典国庆团购, en: Swedish group buy}
summary: {zh: 脆饼, en: Crispbread}
embassies: [se]
from: 2027-06-01
until: 2027-06-06
goods:
  - item: {name: {zh: 脆饼, en: Crispbread}, seller: {zh: 面包房, en: Bakery}, url: "https://knacke.example/", currency: SEK, category: biscuits}
    tiers: [{buyers: 50, price: 39.00}]
"""
        site = plan(tmp_path, {**WHOLE, "campaigns/2027-se.yaml": campaign})

        (good,) = view(site, "/en/campaigns/2027-se/").goods
        assert (good.name.text, good.url, good.shop.host) == ("Crispbread", "", "knacke.example")
        assert good.ordinary == ""
        assert good.tiers[0].saving == ""


def test_goods_that_are_not_public_are_not_offered(tmp_path: Path) -> None:
    products = "countries/fr/products/list.yaml"
    text = str(WHOLE[products]).replace("  net: 250 g\n", "  net: 250 g\n  from: 2028-01-01\n")

    site = plan(tmp_path, {**WHOLE, products: text}, at=OPENS)

    assert view(site, "/zh/campaigns/2027-fr/").goods == ()


def test_a_shop_is_named_as_the_seller_is_on_a_page_that_has_no_text_of_either(
    tmp_path: Path,
) -> None:
    # Given a merchant with a Chinese and a French name, on the portal in English
    (good,) = view(plan(tmp_path, WHOLE, at=OPENS), "/en/campaigns/2027-fr/").goods

    # Then both its names are the one in its own language, marked as that
    assert good.seller == good.shop.name
    assert (good.seller.text, good.seller.lang) == ("La Ruche", "fr")
