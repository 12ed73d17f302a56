"""What stands for a page elsewhere: manifest, icons, the picture that is shared."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.sites import FRANCE, WHOLE, Files, SitePlan, plan, theme, view, workspace
from pavilion_gen.pages.icons import ManifestView, root_icon

HOST = "https://pavilions.example"
ICON = '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="#FBF8F3"/><path fill="#1C1A17"/></svg>'
ASSETS: Files = {
    "theme.yaml": "name: tiny\nstylesheets: [base.css]\nicon: icons/own.svg\n",
    "assets/icons/own.svg": "<svg/>",
    "assets/icons/favicon.ico": b"icon",
    "assets/icons/icon-192.png": b"192",
    "assets/icons/maskable-512.png": b"mask",
    "assets/share/portal.png": b"portal",
    "assets/share/fr.png": b"fr",
    "windows/fr.svg": ICON,
    "windows/plain.svg": ICON.replace("path", "circle"),
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> SitePlan:
    """The whole small site with a theme that draws windows and shared pictures."""
    root = tmp_path_factory.mktemp("drawn")
    theme(root, ASSETS)
    return plan(root, WHOLE)


def manifest(site: SitePlan, address: str) -> ManifestView:
    (found,) = [one.view for one in site.documents if one.address == address]
    assert isinstance(found, ManifestView)
    return found


class TestManifest:
    @pytest.mark.parametrize(
        ("home", "name", "short", "lang", "colour"),
        [
            ("/zh/", "国家馆", "国家馆", "zh-Hans", "#1C1A17"),
            ("/en/", "Country Pavilions", "Country Pavilions", "en", "#1C1A17"),
            ("/zh/fr/", "法国馆 – 国家馆", "法国馆", "zh-Hans", "#734BA4"),
            ("/fr/fr/", "Pavillon de la France – Pavillons", "France", "fr-FR", "#734BA4"),
        ],
    )
    def test_each_place_and_language_has_its_own(
        self, drawn: SitePlan, home: str, name: str, short: str, lang: str, colour: str
    ) -> None:
        made = manifest(drawn, f"{home}manifest.webmanifest")

        assert (made.name, made.short_name, made.lang, made.dir) == (name, short, lang, "ltr")
        assert (made.start_url, made.scope, made.theme_color) == (home, home, colour)

    def test_it_names_the_icons_that_the_theme_has(self, drawn: SitePlan) -> None:
        icons = manifest(drawn, "/zh/fr/manifest.webmanifest").icons

        assert [(icon.sizes, icon.type, icon.purpose) for icon in icons] == [
            ("192x192", "image/png", "any"), ("512x512", "image/png", "maskable"),
        ]  # fmt: skip
        assert [icon.src for icon in icons] == [
            drawn.assets["icons/icon-192.png"], drawn.assets["icons/maskable-512.png"],
        ]  # fmt: skip

    def test_below_a_path_every_address_has_it(self, tmp_path: Path) -> None:
        theme(tmp_path, ASSETS)
        site = plan(tmp_path, FRANCE, base_url=f"{HOST}/shop/")

        made = manifest(site, "/shop/zh/fr/manifest.webmanifest")
        assert made.start_url == made.scope == "/shop/zh/fr/"
        assert made.icons[0].src.startswith("/shop/assets/icons/")


class TestIcon:
    def test_that_of_a_pavilion_is_its_window_in_its_colours(self, drawn: SitePlan) -> None:
        icon = drawn.chromes["fr", "zh"].icon

        data = drawn.files[icon[1:]].read().decode()
        assert data == ICON.replace("#FBF8F3", "#F0E9FE").replace("#1C1A17", "#35234D")
        assert icon == drawn.chromes["fr", "fr"].icon

    def test_a_country_without_a_drawn_window_takes_the_plain_one(self, drawn: SitePlan) -> None:
        icon = drawn.chromes["nz", "zh"].icon

        assert b"<circle" in drawn.files[icon[1:]].read()

    def test_another_palette_is_another_address(self, tmp_path: Path, drawn: SitePlan) -> None:
        theme(tmp_path, ASSETS)
        country = "countries/fr/country.yaml"

        other = plan(
            tmp_path, {**WHOLE, country: str(WHOLE[country]).replace("#35234D", "#34224C")}
        )

        assert other.chromes["fr", "zh"].icon != drawn.chromes["fr", "zh"].icon
        assert other.chromes["nz", "zh"].icon == drawn.chromes["nz", "zh"].icon

    def test_the_portal_has_the_theme_s(self, drawn: SitePlan) -> None:
        assert drawn.chromes["", "zh"].icon == drawn.assets["icons/own.svg"]

    def test_one_lies_at_the_root_unless_the_content_brings_its_own(
        self, tmp_path: Path, drawn: SitePlan
    ) -> None:
        theme(tmp_path, ASSETS)
        own = plan(tmp_path, {**WHOLE, "static/favicon.ico": b"mine"})

        assert drawn.files["favicon.ico"].read() == b"icon"
        assert own.files["favicon.ico"].read() == b"mine"
        assets = workspace(tmp_path).tools.assets
        assert [one.path for one in root_icon(assets, ())] == ["favicon.ico"]
        assert list(root_icon(assets, ("static/favicon.ico",))) == []


class TestSharedPicture:
    def test_the_pages_of_a_pavilion_have_its_own(self, drawn: SitePlan) -> None:
        shared = drawn.chromes["fr", "zh"].share

        assert shared is not None
        assert (shared.src, shared.width, shared.height) == (
            HOST + drawn.assets["share/fr.png"], 1200, 630,
        )  # fmt: skip
        assert shared.alt.text.endswith(": 法国馆")

    @pytest.mark.parametrize("key", [("", "zh"), ("nz", "en")])
    def test_the_portal_and_a_country_without_one_have_that_of_the_portal(
        self, drawn: SitePlan, key: tuple[str, str]
    ) -> None:
        shared = drawn.chromes[key].share

        assert shared is not None
        assert shared.src == HOST + drawn.assets["share/portal.png"]

    def test_a_group_buy_has_that_of_the_country_behind_it(
        self, tmp_path: Path, drawn: SitePlan
    ) -> None:
        theme(tmp_path, ASSETS)
        campaign = "campaigns/2027-fr.yaml"
        several = str(WHOLE[campaign]).replace("embassies: [fr]", "embassies: [fr, se]")

        one = view(drawn, "/zh/campaigns/2027-fr/").head.share
        more = view(plan(tmp_path, {**WHOLE, campaign: several}), "/zh/campaigns/2027-fr/").head

        assert one == view(drawn, "/zh/campaigns/2027-fr/").head.share
        assert one.src == HOST + drawn.assets["share/fr.png"]
        assert more.share is None

    def test_a_theme_that_draws_none_shows_none(self, whole: SitePlan) -> None:
        assert {chrome.share for chrome in whole.chromes.values()} == {None}


class TestColoursOfTheBrowser:
    def test_by_day_and_by_night(self, drawn: SitePlan) -> None:
        france, portal = drawn.chromes["fr", "zh"], drawn.chromes["", "zh"]

        assert (france.accent, france.deep) == ("#734BA4", "#35234D")
        assert (portal.accent, portal.deep) == ("#1C1A17", "#151412")
