"""Posters of pavilions and of group buys."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from pages.sites import THEME, WHOLE, SitePlan, addresses, goods, page, plan, theme, view


def test_a_pavilion_s_poster_shows_its_window_three_goods_and_its_address(
    tmp_path: Path,
) -> None:
    list_ = "countries/fr/products/list.yaml"
    site = plan(tmp_path, {**WHOLE, list_: str(WHOLE[list_]) + goods(3)})

    told = view(site, "/fr/fr/poster/")

    assert (told.country, told.title.text, told.chinese.text) == (
        "fr", "Pavillon de la France", "法国馆",
    )  # fmt: skip
    assert [good.name.text for good in told.goods] == [
        "Miel de lavande", "Galettes au beurre", "Miel 1",
    ]  # fmt: skip
    assert told.of == told.code.text == "https://pavilions.example/fr/fr/"
    assert (told.state, told.opens) == ("", "")
    assert view(site, "/fr/fr/").poster == "/fr/fr/poster/"


def test_a_group_buy_s_poster_says_when_it_is(whole: SitePlan) -> None:
    told = view(whole, "/zh/campaigns/2027-fr/poster/")

    assert (told.opens, told.closes) == ("2027年7月10日\u00a010:00", "2027年7月15日\u00a000:00")
    assert [good.name.text for good in told.goods] == ["薰衣草蜂蜜"]
    assert told.of == told.code.text == "https://pavilions.example/zh/campaigns/2027-fr/"
    assert told.country == "fr"
    assert view(whole, "/zh/campaigns/2027-fr/").poster == "/zh/campaigns/2027-fr/poster/"


def test_a_poster_of_what_is_over_says_so(tmp_path: Path) -> None:
    site = plan(tmp_path, WHOLE, at=datetime(2028, 1, 1, tzinfo=UTC))

    assert view(site, "/zh/campaigns/2027-fr/poster/").state == "over"


def test_search_engines_do_not_keep_posters(whole: SitePlan) -> None:
    for address in ("/zh/fr/poster/", "/en/campaigns/2027-fr/poster/"):
        poster = page(whole, address)
        assert not poster.indexed
        assert (poster.view.head.robots, poster.view.head.alternates) == ("noindex", ())


def test_a_theme_that_shows_no_posters_has_none(tmp_path: Path) -> None:
    theme(tmp_path, {"theme.yaml": str(THEME["theme.yaml"]).replace(", posters", "")})

    site = plan(tmp_path, WHOLE)

    assert [address for address in addresses(site) if "poster" in address] == []
    assert view(site, "/zh/fr/").poster == view(site, "/zh/campaigns/2027-fr/").poster == ""
