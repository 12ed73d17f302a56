"""Languages: links to the same thing, hreflang, texts that are not translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.sites import (
    FRANCE,
    SHARED,
    TWO_COUNTRIES,
    Files,
    SitePlan,
    page,
    plan,
    view,
)

HOST = "https://pavilions.example"


class TestLinksToTheSameThing:
    @pytest.mark.parametrize(
        ("address", "elsewhere"),
        [
            ("/zh/", "/en/"),
            ("/zh/about/", "/en/about/"),
            ("/zh/campaigns/2027-fr/", "/en/campaigns/2027-fr/"),
            ("/zh/fr/", "/fr/fr/"),
            ("/zh/fr/products/galettes/", "/fr/fr/products/galettes/"),
            ("/zh/fr/merchants/ruche/", "/fr/fr/merchants/ruche/"),
            ("/zh/fr/culture/lavender/", "/fr/fr/culture/lavender/"),
            ("/zh/fr/search/", "/fr/fr/search/"),
            ("/zh/nz/products/", "/en/nz/products/"),
        ],
    )
    def test_changing_the_language_stays_on_the_page(
        self, whole: SitePlan, address: str, elsewhere: str
    ) -> None:
        here, there = view(whole, address).languages, view(whole, elsewhere).languages

        assert [link.url for link in here] == [link.url for link in there] == [address, elsewhere]
        assert [link.current for link in here] == [True, False]
        assert [link.current for link in there] == [False, True]

    def test_a_link_is_named_in_its_own_language(self, tmp_path: Path) -> None:
        links = view(plan(tmp_path, FRANCE), "/zh/fr/").languages

        assert [(link.name, link.lang) for link in links] == [
            ("简体中文", "zh-Hans"), ("Français", "fr-FR"),
        ]  # fmt: skip


class TestHreflang:
    def test_every_language_is_named_and_the_default_one_again(self, tmp_path: Path) -> None:
        head = view(plan(tmp_path, FRANCE), "/fr/fr/products/galettes/").head

        assert [(one.lang, one.url) for one in head.alternates] == [
            ("zh-Hans", f"{HOST}/zh/fr/products/galettes/"),
            ("fr-FR", f"{HOST}/fr/fr/products/galettes/"),
            ("x-default", f"{HOST}/zh/fr/products/galettes/"),
        ]

    def test_of_the_portal_the_choice_of_language_is_the_default(self, tmp_path: Path) -> None:
        site = plan(tmp_path, FRANCE)

        for address in ("/", "/zh/", "/en/"):
            alternates = {one.lang: one.url for one in view(site, address).head.alternates}
            assert alternates == {
                "zh-Hans": f"{HOST}/zh/", "en": f"{HOST}/en/", "x-default": f"{HOST}/",
            }  # fmt: skip

    def test_every_page_that_is_named_names_back(self, whole: SitePlan) -> None:
        heads = {one.view.head.canonical: one.view.head for one in whole.pages}

        for head in heads.values():
            for alternate in head.alternates:
                assert heads[alternate.url].alternates == head.alternates
            if head.alternates:
                assert head.canonical in {alternate.url for alternate in head.alternates}


UNTRANSLATED: Files = {
    **FRANCE,
    "countries/fr/products/list.yaml": """\
- id: galettes
  name: {zh: 黄油饼干}
  summary: {zh: 一盒饼干}
  category: biscuits
  merchant: ruche
  price: 6.50
""",
    "countries/fr/culture/lavender.zh.md": (
        "---\ntitle: 薰衣草田\nsummary: 七月\nproducts: [galettes]\n---\n## 收割\n\n正文"
    ),
}


class TestNotTranslated:
    @pytest.mark.parametrize("thing", ["products/galettes", "culture/lavender"])
    def test_the_page_exists_and_leaves_the_search_engine_to_the_original(
        self, tmp_path: Path, thing: str
    ) -> None:
        site = plan(tmp_path, UNTRANSLATED)

        fallback, original = page(site, f"/fr/fr/{thing}/"), page(site, f"/zh/fr/{thing}/")

        assert fallback.view.head.canonical == f"{HOST}/zh/fr/{thing}/"
        assert fallback.view.head.alternates == ()
        assert not fallback.indexed
        assert [one.lang for one in original.view.head.alternates] == ["zh-Hans", "x-default"]
        assert original.indexed

    @pytest.mark.parametrize("thing", ["products/galettes", "culture/lavender"])
    def test_it_says_which_language_it_is_in(self, tmp_path: Path, thing: str) -> None:
        site = plan(tmp_path, UNTRANSLATED)

        fallback, original = view(site, f"/fr/fr/{thing}/"), view(site, f"/zh/fr/{thing}/")

        assert (fallback.source_language, fallback.source_lang, fallback.source_url) == (
            "chinois", "zh-Hans", f"/zh/fr/{thing}/",
        )  # fmt: skip
        assert (original.source_language, original.source_lang, original.source_url) == ("", "", "")
        assert [link.fallback for link in original.languages] == [False, True]
        assert [link.fallback for link in fallback.languages] == [False, True]

    def test_the_foreign_text_is_marked_and_the_frame_is_not(self, tmp_path: Path) -> None:
        site = plan(tmp_path, UNTRANSLATED)

        product = view(site, "/fr/fr/products/galettes/")
        guide = view(site, "/fr/fr/culture/lavender/")

        assert (product.name.text, product.name.lang) == ("黄油饼干", "zh-Hans")
        assert (product.category.label.text, product.category.label.lang) == ("Biscuits", "")
        assert (guide.title.text, guide.title.lang, guide.lang) == (
            "薰衣草田",
            "zh-Hans",
            "zh-Hans",
        )
        assert [link.label.lang for link in guide.contents] == ["zh-Hans"]

    def test_a_field_that_alone_is_foreign_is_marked_alone(self, tmp_path: Path) -> None:
        products = "countries/fr/products/list.yaml"
        text = str(FRANCE[products]).replace(", fr: Une boîte de galettes", "")
        text += "  text: {zh: 正文}\n"

        site = plan(tmp_path, {**FRANCE, products: text})

        address = "/fr/fr/products/galettes/"
        shown = view(site, address)
        assert (shown.name.lang, shown.summary.lang) == ("", "zh-Hans")
        assert (shown.text.html, shown.text.lang) == (
            '<div lang="zh-Hans"><p>正文</p></div>', "zh-Hans",
        )  # fmt: skip
        assert site.chromes["fr", "fr"].languages["zh-Hans"] == "chinois"
        assert page(site, address).indexed

    def test_a_text_page_of_the_portal(self, tmp_path: Path) -> None:
        about = {"pages/about.zh.md": "---\ntitle: 关于\nsummary: 本站\n---\n正文"}

        site = plan(tmp_path, {**FRANCE, **about})

        one = page(site, "/en/about/")
        assert one.view.head.canonical == f"{HOST}/zh/about/"
        assert not one.indexed
        assert one.view.source_language == "Chinese"
        assert view(site, "/en/about/").body.html == '<div lang="zh-Hans"><p>正文</p></div>'


class TestPortalAndPavilionsSpeakDifferently:
    def test_from_a_portal_language_that_a_pavilion_lacks(self, tmp_path: Path) -> None:
        # given a portal in English, and a pavilion in Chinese and French
        site = plan(tmp_path, FRANCE)

        # then its window leads to its own second language, and says so
        (window,) = view(site, "/en/").windows
        assert (window.url, window.lang) == ("/fr/fr/", "fr-FR")
        assert (window.name.text, window.name.lang) == ("France Pavilion", "")

    def test_from_a_pavilion_language_that_the_portal_lacks(self, tmp_path: Path) -> None:
        site = plan(tmp_path, FRANCE)

        # then French pages lead to the portal in English, and say so
        chrome = site.chromes["fr", "fr"]
        assert (chrome.portal, chrome.portal_lang) == ("/en/", "en")
        first = view(site, "/fr/fr/products/").breadcrumb[0]
        assert (first.url, first.lang, first.label.lang) == ("/en/", "en", "")

    def test_from_one_pavilion_to_another(self, tmp_path: Path) -> None:
        site = plan(tmp_path, TWO_COUNTRIES)

        links = {link.country: (link.url, link.lang) for link in site.chromes["fr", "fr"].countries}
        assert links == {"fr": ("/fr/fr/", ""), "nz": ("/en/nz/", "en-NZ")}

    def test_a_pavilion_in_one_language_only(self, tmp_path: Path) -> None:
        country = "countries/fr/country.yaml"
        text = str(FRANCE[country]).replace("[zh, fr]", "[zh]").replace("source: fr", "source: zh")

        site = plan(tmp_path, {**FRANCE, country: text.replace("tags: {fr: fr-FR}\n", "")})

        assert view(site, "/en/").windows[0].url == "/zh/fr/"
        assert [link.url for link in view(site, "/zh/fr/").languages] == ["/zh/fr/"]

    def test_a_portal_in_one_language_only(self, tmp_path: Path) -> None:
        text = str(SHARED["site.yaml"]).replace("[zh, en]", "[zh]")

        site = plan(tmp_path, {**FRANCE, "site.yaml": text})

        assert site.chromes["fr", "fr"].portal == "/zh/"

    def test_the_root_offers_every_language_with_what_is_behind_it(self, tmp_path: Path) -> None:
        choices = view(plan(tmp_path, TWO_COUNTRIES), "/").choices

        assert [(choice.name, choice.url) for choice in choices] == [
            ("简体中文", "/zh/"), ("English", "/en/"), ("Français", "/fr/fr/"),
        ]  # fmt: skip
        assert [link.label.text for link in choices[2].pavilions] == ["Pavillon de la France"]
