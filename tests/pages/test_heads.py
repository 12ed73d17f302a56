"""What every page says of itself: title, description, canonical, robots."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image

from pages.sites import FRANCE, WHOLE, Files, SitePlan, plan, view


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/", "国家馆 · Country Pavilions"),
        ("/zh/", "国家馆"),
        ("/zh/about/", "关于 – 国家馆"),
        ("/zh/fr/", "法国馆 – 国家馆"),
        ("/zh/fr/products/lavender-honey/", "薰衣草蜂蜜 – 普罗旺斯 – 法国馆 – 国家馆"),
        ("/zh/fr/categories/honey/", "蜂蜜 – 法国馆 – 国家馆"),
        ("/fr/fr/merchants/ruche/", "La Ruche – Provence – Pavillon de la France – Pavillons"),
        ("/zh/fr/culture/lavender/", "薰衣草田 – Culture – 法国馆 – 国家馆"),
        ("/en/campaigns/2027-fr/", "Bastille Day group buy – Group buys – Country Pavilions"),
    ],
)
def test_a_title_is_thing_place_and_site(whole: SitePlan, address: str, title: str) -> None:
    assert view(whole, address).head.title == title


def test_every_page_that_may_be_found_has_a_title_of_its_own_and_a_description(
    whole: SitePlan,
) -> None:
    found = [one.view.head for one in whole.pages if not one.view.head.robots]

    titles = [head.title for head in found]
    assert len(set(titles)) == len(titles)
    assert [head.canonical for head in found if not head.description.strip()] == []


def test_a_merchant_without_a_text_is_described_all_the_same(tmp_path: Path) -> None:
    merchants = "countries/fr/merchants.yaml"
    text = str(FRANCE[merchants]).replace(
        "  text: {zh: 高山养蜂人。, fr: Des apiculteurs de montagne.}\n", ""
    )

    site = plan(tmp_path, {**FRANCE, merchants: text})

    assert view(site, "/zh/fr/merchants/ruche/").head.description == "山蜂坊 – 普罗旺斯 – 法国馆"


def test_a_description_is_plain_and_short(tmp_path: Path) -> None:
    country = "countries/fr/country.yaml"
    long = "**法国** <b>馆</b> " + "很长的介绍" * 60
    text = str(FRANCE[country]).replace("zh: 法国的简介", f"zh: '{long}'")

    description = view(plan(tmp_path, {**FRANCE, country: text}), "/zh/fr/").head.description

    assert description.startswith("法国 馆 很长的介绍")
    assert (len(description), description[-1]) == (80, "…")


@pytest.mark.parametrize(
    ("address", "text", "expected"),
    [
        ("/zh/fr/", f"{'甲' * 20}。{'乙' * 30}。{'丙' * 60}。", f"{'甲' * 20}。{'乙' * 30}。"),
        ("/zh/fr/", f"{'甲' * 20}。{'乙' * 90}。", f"{'甲' * 20}。{'乙' * 58}…"),
        ("/zh/fr/", f"{'甲' * 78}。", f"{'甲' * 78}。"),
        ("/fr/fr/", "A" * 70 + ". " + "B" * 200, "A" * 70 + "."),
        ("/fr/fr/", "A" * 100 + " 1.5 " + "B" * 200, "A" * 100 + " 1.5 " + "B" * 44 + "…"),
    ],
)
def test_a_description_ends_with_a_sentence_where_one_ends_far_enough(
    tmp_path: Path, address: str, text: str, expected: str
) -> None:
    country = "countries/fr/country.yaml"
    intro = (
        str(FRANCE[country]).replace("法国的简介", f"'{text}'").replace("La France en bref", text)
    )

    assert view(plan(tmp_path, {**FRANCE, country: intro}), address).head.description == expected


def test_the_portal_says_which_countries_it_shows(whole: SitePlan) -> None:
    told = {address: view(whole, address).head.description for address in ("/", "/zh/", "/en/")}

    assert told == {
        "/": "Products, culture and travel: 法国和新西兰",
        "/zh/": "Products, culture and travel: 法国和新西兰",
        "/en/": "Products, culture and travel: France and New Zealand",
    }


def test_a_portal_of_too_many_countries_or_of_none_says_what_its_editors_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pavilion_gen.pages.portal.COUNTRIES_NAMED", 1)

    assert view(plan(tmp_path / "two", WHOLE), "/en/").head.description == "Two windows"
    assert view(plan(tmp_path / "none", {}), "/en/").head.description == "Two windows"


def test_every_page_is_canonical_to_its_own_address(whole: SitePlan) -> None:
    for one in whole.pages:
        assert urlsplit(one.view.head.canonical).path == one.address
        assert urlsplit(one.view.head.canonical).netloc == "pavilions.example"


@pytest.mark.parametrize(
    "address", ["/404.html", "/zh/search/", "/en/search/", "/zh/fr/search/", "/fr/fr/search/"]
)
def test_search_and_404_are_kept_out_of_search_engines(whole: SitePlan, address: str) -> None:
    (one,) = [page for page in whole.pages if page.address == address]

    assert one.view.head.robots == "noindex"
    assert one.view.head.alternates == ()
    assert not one.indexed


def test_all_other_pages_may_be_found(whole: SitePlan) -> None:
    kept_out = {one.template for one in whole.pages if one.view.head.robots or not one.indexed}

    assert kept_out == {"poster.html", "search.html", "not_found.html"}


def test_in_a_preview_of_drafts_no_page_may_be_found(tmp_path: Path) -> None:
    site = plan(tmp_path, WHOLE, drafts=True)

    assert {one.view.head.robots for one in site.pages} == {"noindex"}


def test_a_share_picture_is_the_things_own_with_its_host(tmp_path: Path) -> None:
    # given a guide with a photograph; a drawing cannot be shared
    photograph = io.BytesIO()
    Image.new("RGB", (40, 50)).save(photograph, "PNG")
    guide = "countries/fr/culture/lavender.fr.md"
    files: Files = {
        **WHOLE,
        "countries/fr/images/field.png": photograph.getvalue(),
        guide: str(WHOLE[guide]).replace("field.svg", "field.png"),
    }

    drawn, taken = plan(tmp_path / "drawn", WHOLE), plan(tmp_path / "taken", files)

    assert view(drawn, "/zh/fr/culture/lavender/").head.image == ""
    assert view(taken, "/zh/fr/products/galettes/").head.image == ""
    assert view(taken, "/zh/fr/culture/lavender/").head.image.startswith(
        "https://pavilions.example/assets/pictures/fr/field-40."
    )


class TestFrame:
    def test_the_frame_knows_its_pavilion(self, whole: SitePlan) -> None:
        chrome = whole.chromes["fr", "fr"]

        assert (chrome.lang, chrome.og_locale, chrome.script) == ("fr-FR", "fr_FR", "latin")
        assert (chrome.country, chrome.home, chrome.search) == ("fr", "/fr/fr/", "/fr/fr/search/")
        assert chrome.pavilion.text == "Pavillon de la France"
        assert [link.url for link in chrome.nav] == [
            "/fr/fr/products/", "/fr/fr/merchants/", "/fr/fr/culture/", "/en/campaigns/",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("key", "og_locale"),
        [
            (("", "zh"), "zh_CN"),
            (("", "en"), "en"),
            (("nz", "en"), "en_NZ"),
            (("fr", "fr"), "fr_FR"),
        ],
    )
    def test_open_graph_writes_a_territory(
        self, whole: SitePlan, key: tuple[str, str], og_locale: str
    ) -> None:
        assert whole.chromes[key].og_locale == og_locale

    def test_dates_in_the_footer_are_those_of_the_content(self, whole: SitePlan) -> None:
        chrome = whole.chromes["", "zh"]

        assert (chrome.as_of, chrome.rates_date) == ("2026年11月24日", "2026年11月20日")

    def test_a_country_has_a_stylesheet_of_its_own_in_place_of_the_portals(
        self, whole: SitePlan
    ) -> None:
        portal, france = whole.chromes["", "zh"], whole.chromes["fr", "zh"]

        assert france.stylesheets[:-1] == portal.stylesheets[:-1]
        assert portal.stylesheets[-1].startswith("/assets/countries.")
        assert france.stylesheets[-1].startswith("/assets/fr.")

    def test_the_colour_of_one_country_changes_the_frame_of_no_other(self, tmp_path: Path) -> None:
        country = "countries/nz/country.yaml"
        text = str(WHOLE[country]).replace("#35234D", "#34224C")
        recoloured: Files = {**WHOLE, country: text}

        before, after = plan(tmp_path / "a", WHOLE), plan(tmp_path / "b", recoloured)

        assert (
            before.chromes["nz", "zh"].stylesheets[-1] != after.chromes["nz", "zh"].stylesheets[-1]
        )
        assert before.chromes["fr", "zh"] == after.chromes["fr", "zh"]
