"""Every page of a site, planned: which there are, what they hold, what collides."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import msgspec
import pytest

from pages.sites import (
    FRANCE,
    TWO_COUNTRIES,
    WHOLE,
    Files,
    SitePlan,
    addresses,
    page,
    plan,
    view,
    walk,
)
from pavilion_gen.diagnostics import Place
from pavilion_gen.pages.plan import collisions
from pavilion_gen.pages.setting import Setting


def test_the_pages_of_a_small_site_of_two_countries(whole: SitePlan) -> None:
    french = [
        "", "categories/biscuits/", "categories/food/", "categories/honey/", "culture/",
        "culture/lavender/", "merchants/", "merchants/ruche/", "partners/office/", "products/",
        "poster/", "products/galettes/", "products/lavender-honey/", "regions/provence/", "search/",
    ]  # fmt: skip
    from_new_zealand = [
        "", "categories/food/", "categories/honey/", "merchants/", "merchants/bush/",
        "partners/trade/", "poster/", "products/", "products/manuka-honey/", "search/", "travel/",
        "travel/fiords/",
    ]  # fmt: skip
    of_the_portal = [
        "", "about/", "campaigns/", "campaigns/2027-fr/", "campaigns/2027-fr/poster/",
        "embassies/", "embassies/fr/", "embassies/se/", "join/", "search/",
    ]  # fmt: skip
    assert addresses(whole) == sorted(
        [
            "/",
            "/404.html",
            *(f"/{locale}/{rest}" for locale in ("zh", "en") for rest in of_the_portal),
            *(f"/{locale}/fr/{rest}" for locale in ("zh", "fr") for rest in french),
            *(f"/{locale}/nz/{rest}" for locale in ("zh", "en") for rest in from_new_zealand),
        ]
    )


def test_the_files_of_a_small_site(whole: SitePlan) -> None:
    # hashed names without their hash
    names = sorted(
        ".".join(part for part in path.split(".") if len(part) != 10) for path in whole.files
    )
    assert names == [
        "assets/base.css", "assets/countries.css", "assets/fr.css", "assets/nz.css",
        "assets/pictures/fr/field.svg", "humans.txt",
    ]  # fmt: skip


def test_a_site_without_campaigns_embassies_and_guides_has_no_pages_of_theirs(
    tmp_path: Path,
) -> None:
    site = plan(tmp_path, FRANCE)

    words = ("campaigns", "embassies", "culture", "travel")
    assert [one for one in addresses(site) if any(word in one for word in words)] == []
    rooms = [link.url for chrome in site.chromes.values() for link in chrome.nav]
    assert [url for url in rooms if any(word in url for word in words)] == []


def test_below_a_path_every_address_has_it(tmp_path: Path) -> None:
    site = plan(tmp_path, WHOLE, base_url="https://shop.example/sub")

    assert all(one.address.startswith("/sub/") for one in site.pages)
    everything = str(site.pages) + str(site.chromes)
    assert "'/zh/" not in everything
    assert "'/assets/" not in everything
    assert "https://pavilions.example" not in everything
    # while the files stand at the root of the output
    assert site.addresses.file("/sub/zh/") == "zh/index.html"
    assert not any(path.startswith("sub/") for path in site.files)


class TestViews:
    def test_a_view_is_frozen(self, whole: SitePlan) -> None:
        for one in whole.pages:
            for name in one.view.__struct_fields__:
                with pytest.raises(AttributeError):
                    setattr(one.view, name, None)

    def test_a_view_can_be_hashed_and_sent_elsewhere(self, whole: SitePlan) -> None:
        for one in whole.pages:
            data = msgspec.json.encode(one.view)
            assert msgspec.json.decode(data, type=type(one.view)) == one.view
        for chrome in whole.chromes.values():
            assert msgspec.json.decode(msgspec.json.encode(chrome), type=type(chrome)) == chrome

    def test_a_view_knows_no_place_in_the_content_and_no_path_of_the_machine(
        self, tmp_path: Path
    ) -> None:
        site = plan(tmp_path, WHOLE)

        for one in site.pages:
            assert not any(isinstance(value, Place | Path) for value in everything(one.view))
            assert str(tmp_path) not in str(one.view)
            assert "countries/" not in str(one.view)
            assert ".yaml" not in str(one.view)

    def test_equal_content_elsewhere_gives_equal_pages(self, tmp_path: Path) -> None:
        here, there = plan(tmp_path / "here", WHOLE), plan(tmp_path / "there", WHOLE)

        assert here.pages == there.pages
        assert here.chromes == there.chromes

    def test_a_comment_in_the_content_changes_no_view(self, tmp_path: Path) -> None:
        products = "countries/fr/products/list.yaml"
        commented: Files = {**WHOLE, products: "# sorted by hand\n" + str(WHOLE[products])}

        assert plan(tmp_path / "a", WHOLE).pages == plan(tmp_path / "b", commented).pages


def everything(value: object) -> list[object]:
    """A value and all that it is made of."""
    found = [value]
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            found += everything(getattr(value, name))
    elif isinstance(value, tuple | list):
        for one in value:
            found += everything(one)
    return found


class TestLinks:
    def test_every_address_in_a_view_leads_to_a_page_or_a_file(self, whole: SitePlan) -> None:
        known = {one.address for one in whole.pages} | {one.address for one in whole.documents}
        known |= {f"/{path}" for path in whole.files}

        leading_nowhere = {
            (one.address, value)
            for one in whole.pages
            for value in [*everything(one.view), *everything(whole.chromes[one.chrome])]
            if isinstance(value, str) and value.startswith("/") and value not in known
        }

        rooms = {"campaigns", "culture", "travel"}  # links that a template leaves out when empty
        assert {v for _, v in leading_nowhere if v.strip("/").split("/")[-1] not in rooms} == set()


class TestCollisions:
    @pytest.mark.parametrize(
        "path",
        [
            "zh/index.html",  # a page
            "zh",  # where the site needs a folder
            "404.html/more.txt",  # where a page is a file
            "robots.txt",
            "sitemap.xml",
            "sitemap-fr.xml",
            "sitemap-portal.xml",
            ".pavilion/record",
            "assets",
            "assets/pictures",
        ],
    )
    def test_a_static_file_in_the_place_of_something_else_is_told(
        self, tmp_path: Path, path: str
    ) -> None:
        walked = walk(tmp_path, {**WHOLE, f"static/{path}": "mine"})

        told = [(one.diagnostic.code, one.diagnostic.place.file) for one in walked.diagnostics]
        assert told == [("duplicate-address", f"static/{path}")]
        assert walked.site is None

    @pytest.mark.parametrize(
        "path", ["google1a2b.html", ".well-known/security.txt", "zh/fr/notes.txt", "assets/own.css"]
    )
    def test_a_static_file_in_a_free_place_stands(self, tmp_path: Path, path: str) -> None:
        site = plan(tmp_path, {**TWO_COUNTRIES, f"static/{path}": "mine"})

        assert site.files[path].read() == b"mine"


def test_dates_for_search_engines_come_from_the_content(whole: SitePlan) -> None:
    changed = {address: str(page(whole, address).changed) for address in (
        "/zh/", "/zh/fr/", "/zh/fr/products/galettes/", "/zh/fr/culture/lavender/",
        "/zh/fr/partners/office/", "/zh/campaigns/2027-fr/",
    )}  # fmt: skip
    assert changed == {
        "/zh/": "2026-11-24",  # as_of of the site
        "/zh/fr/": "2026-11-01",  # the newest that the hall shows
        "/zh/fr/products/galettes/": "2026-10-02",
        "/zh/fr/culture/lavender/": "2026-11-01",
        "/zh/fr/partners/office/": "2026-10-30",
        "/zh/campaigns/2027-fr/": "None",
    }


def test_the_portal_is_in_the_words_of_its_languages(whole: SitePlan) -> None:
    assert view(whole, "/zh/").tagline.text == "两扇窗"
    assert view(whole, "/en/").tagline.text == "Two windows"


def test_what_the_pages_of_a_locale_share_goes_with_their_routes(tmp_path: Path) -> None:
    """A build does not collect circles: whoever is held by one stays until the end."""
    walked = walk(tmp_path, WHOLE)
    routes = dict(walked.workspace.plan("fr", walked.survey).routes)
    for route in routes["zh"]:
        route.make()
    settings = [
        weakref.ref(value)
        for route in routes["zh"]
        for value in getattr(route.make, "args", ())
        if isinstance(value, Setting)
    ]
    assert settings
    assert all(setting() is not None for setting in settings)

    gc.disable()
    try:
        del routes, route
        assert [setting() for setting in settings if setting() is not None] == []
    finally:
        gc.enable()


@pytest.mark.parametrize("path", ["assets/pictures/fr/field.svg", "assets/pictures"])
def test_the_folder_of_the_pictures_is_not_for_static_files(path: str) -> None:
    """Their names there are known only when pages are."""
    [told] = collisions([], [path, "assets/pictures.txt"])

    assert (told.code, told.place.file) == ("duplicate-address", f"static/{path}")
