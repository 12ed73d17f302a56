"""The portal: whose windows stand on the wall, and what a visitor finds behind them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pages.sites import (
    FRANCE,
    NEW_ZEALAND,
    SHARED,
    TWO_COUNTRIES,
    WHOLE,
    Files,
    SitePlan,
    addresses,
    content,
    plan,
    theme,
    view,
    walk,
    walk_again,
)

COUNTRY = "countries/nz/country.yaml"


def new_zealand(status: str, opens: str = "null") -> Files:
    """France, and New Zealand with another status."""
    text = str(NEW_ZEALAND[COUNTRY]).replace("status: live", f"status: {status}\nopens: {opens}")
    return {**TWO_COUNTRIES, COUNTRY: text}


class TestStatus:
    def test_a_live_pavilion_has_a_window_and_pages(self, tmp_path: Path) -> None:
        site = plan(tmp_path, new_zealand("live"))

        windows = view(site, "/zh/").windows
        assert [(w.country, w.status, w.url) for w in windows] == [
            ("fr", "live", "/zh/fr/"), ("nz", "live", "/zh/nz/"),
        ]  # fmt: skip

    def test_a_planned_pavilion_has_closed_shutters_and_no_page(self, tmp_path: Path) -> None:
        site = plan(tmp_path, new_zealand("planned", "2027-02-06"))

        window = view(site, "/zh/").windows[1]
        assert (window.status, window.url, window.opens) == ("planned", "", "2027年2月6日")
        assert (window.name.text, window.chinese.text) == ("新西兰馆", "新西兰馆")
        assert not [one for one in addresses(site) if "/nz/" in one]
        assert [link.country for link in site.chromes["", "zh"].countries] == ["fr"]
        # its colours are there all the same, for the shutters
        (sheet,) = [file for path, file in site.files.items() if "countries" in path]
        assert b".c-nz{" in sheet.read()

    def test_a_planned_pavilion_without_a_date_says_none(self, tmp_path: Path) -> None:
        site = plan(tmp_path, new_zealand("planned"))

        assert view(site, "/zh/").windows[1].opens == ""

    def test_a_planned_day_that_has_passed_is_no_announcement(self, tmp_path: Path) -> None:
        site = plan(tmp_path, new_zealand("planned", "2026-11-01"))

        assert view(site, "/zh/").windows[1].opens == ""

    def test_a_draft_is_absent(self, tmp_path: Path) -> None:
        site = plan(tmp_path, new_zealand("draft"))

        assert [window.country for window in view(site, "/zh/").windows] == ["fr"]
        everything = str(site.pages) + str(site.chromes) + str(site.files)
        assert "nz" not in everything
        assert "新西兰" not in everything

    def test_in_a_preview_of_drafts_it_is_there(self, tmp_path: Path) -> None:
        site = plan(tmp_path, new_zealand("draft"), drafts=True)

        assert view(site, "/zh/nz/").name.text == "新西兰馆"
        assert site.chromes["nz", "zh"].draft

    def test_a_site_with_no_pavilion_yet_has_a_portal(self, tmp_path: Path) -> None:
        site = plan(tmp_path, {})

        assert view(site, "/zh/").windows == ()
        assert addresses(site) == ["/", "/404.html", "/en/", "/en/search/", "/zh/", "/zh/search/"]


STRANGER: Files = {
        **FRANCE,
        "countries/fr/merchants.yaml": str(FRANCE["countries/fr/merchants.yaml"])
        + """\
- id: stranger
  name: {zh: 陌生人, fr: L’étranger}
""",
        "countries/fr/products/more.yaml": """\
- id: mystery-jam
  name: {zh: 神秘果酱, fr: Confiture mystère}
  summary: {zh: 果酱, fr: De la confiture}
  category: food
  merchant: stranger
  price: 5.00
""",
        "countries/fr/culture/jam.fr.md": (
            "---\ntitle: Confitures\nsummary: Sucrées\nproducts: [mystery-jam, galettes]\n---\n"
            "[confiture](product:mystery-jam) de [l’étranger](merchant:stranger)"
        ),
        "countries/fr/culture/jam.zh.md": "---\ntitle: 果酱\nsummary: 甜\n---\n正文",
    }  # fmt: skip


class TestMembers:
    def test_who_is_not_a_member_is_absent_with_all_its_goods(self, tmp_path: Path) -> None:
        site = plan(tmp_path, STRANGER)

        assert not [one for one in addresses(site) if "stranger" in one or "mystery" in one]
        assert view(site, "/zh/fr/products/").total == 2
        assert view(site, "/zh/fr/merchants/").total == 1
        assert "陌生人" not in str(site.pages)
        assert "神秘果酱" not in str(site.pages)

    def test_the_words_of_a_link_to_it_stay_unlinked(self, tmp_path: Path) -> None:
        guide = view(plan(tmp_path, STRANGER), "/fr/fr/culture/jam/")

        assert guide.body.html == "<p><span>confiture</span> de <span>l’étranger</span></p>"
        assert [card.url for card in guide.goods] == ["/fr/fr/products/galettes/"]

    def test_in_a_preview_of_drafts_it_is_there_and_so_is_its_verdict(self, tmp_path: Path) -> None:
        site = plan(tmp_path, STRANGER, drafts=True)

        merchant = view(site, "/zh/fr/merchants/stranger/")
        assert merchant.membership == "rejected"
        assert [(v.name.text, v.verdict, v.reason) for v in merchant.verdicts] == [
            ("已开店", "not-met", "no-channel")
        ]
        assert view(site, "/zh/fr/products/mystery-jam/")

    def test_without_criteria_everyone_is_a_member(self, tmp_path: Path) -> None:
        content(tmp_path, STRANGER)
        theme(tmp_path)
        (tmp_path / "content" / "criteria.yaml").unlink()

        walked = walk_again(tmp_path)

        assert walked.site is not None
        assert view(walked.site, "/zh/fr/merchants/").total == 2


class TestGuidesOfTheSeason:
    def months(self, tmp_path: Path, month: int) -> list[str]:
        now = datetime(2026, month, 15, tzinfo=UTC)
        site = plan(
            tmp_path,
            {**WHOLE, "rates.yaml": str(SHARED["rates.yaml"]).replace("2026-11-20", "2026-01-01")},
            at=now,
        )
        return [card.title.text for card in view(site, "/en/").guides]

    @pytest.mark.parametrize(
        ("month", "shown"), [(9, []), (10, ["Fiords"]), (11, ["Fiords"]), (12, ["Fiords"])]
    )
    def test_a_guide_stands_on_the_portal_in_its_months_and_the_one_before(
        self, tmp_path: Path, month: int, shown: list[str]
    ) -> None:
        assert self.months(tmp_path, month) == shown


def test_the_partners_of_all_pavilions_stand_on_the_portal(whole: SitePlan) -> None:
    partners = view(whole, "/en/").partners

    assert [(one.name.text, one.country_name.text, one.url, one.lang) for one in partners] == [
        ("Agency", "France", "/fr/fr/partners/office/", "fr-FR"),
        ("Trade office", "New Zealand", "/en/nz/partners/trade/", ""),
    ]


def test_how_it_works_leads_to_the_pages_there_are(whole: SitePlan) -> None:
    assert [link.url for link in view(whole, "/zh/").how] == ["/zh/about/", "/zh/join/"]


def test_the_page_on_joining_has_the_criteria_in_both_languages(whole: SitePlan) -> None:
    joining, about = view(whole, "/en/join/"), view(whole, "/en/about/")

    ((name, _, other, _),) = joining.criteria
    assert (name.text, other.text, other.lang) == ("Has a shop", "已开店", "zh-Hans")
    assert about.criteria == ()


def test_a_portal_page_links_to_a_product_of_a_country(tmp_path: Path) -> None:
    text = "---\ntitle: 关于\nsummary: 本站\n---\n[蜂蜜](product:fr/lavender-honey)"

    site = plan(tmp_path, {**WHOLE, "pages/about.zh.md": text})

    assert view(site, "/zh/about/").body.html == (
        '<p><a href="/zh/fr/products/lavender-honey/">蜂蜜</a></p>'
    )


def test_an_error_in_one_country_leaves_no_plan_at_all(tmp_path: Path) -> None:
    walked = walk(tmp_path, {**WHOLE, "countries/nz/merchants.yaml": "- id: ["})

    assert walked.site is None
