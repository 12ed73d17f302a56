"""The index of what can be found: all of a pavilion's things in a locale, short and complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.sites import FRANCE, WHOLE, Files, SitePlan, plan, theme
from pavilion_gen.pages.search_index import IndexedGood, SearchIndex, Sounds

INDEXED: Files = {"theme.yaml": "name: tiny\nstylesheets: [base.css]\nmakes: [index]\n"}
FR = "/zh/fr/search/index.json"


def planned(root: Path, files: Files) -> SitePlan:
    theme(root, INDEXED)
    return plan(root, files)


def index(site: SitePlan, address: str = FR) -> SearchIndex:
    found = next(one.view for one in site.documents if one.address == address)
    assert isinstance(found, SearchIndex)
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> SitePlan:
    return planned(tmp_path_factory.mktemp("whole"), WHOLE)


def test_each_pavilion_and_the_portal_have_one_in_each_locale(whole: SitePlan) -> None:
    assert [one.address for one in whole.documents if one.address.endswith("index.json")] == [
        "/zh/search/index.json", "/en/search/index.json",
        "/zh/fr/search/index.json", "/fr/fr/search/index.json",
        "/zh/nz/search/index.json", "/en/nz/search/index.json",
    ]  # fmt: skip


def test_a_theme_that_reads_none_has_none(tmp_path: Path) -> None:
    assert not [one for one in plan(tmp_path, WHOLE).documents if "search" in one.address]


def test_a_product_is_told_in_the_words_of_its_card(whole: SitePlan) -> None:
    honey, galettes = index(whole).goods

    assert (honey.id, honey.name, honey.lang) == ("lavender-honey", "薰衣草蜂蜜", "")
    assert honey.others == "Miel de lavande\nLavender honey"
    assert (honey.price, honey.local, honey.unit) == ("¥125.13", "€14.90", "¥50.05 per 100克")
    assert honey.fen == 12513
    assert honey.flags == IndexedGood.ABOUT + IndexedGood.TAX_ESTIMATED
    assert (honey.region, galettes.region) == (0, -1)
    assert (honey.added, galettes.added) == (20727, 20728)  # days since 1970


def test_places_lead_into_the_lists_of_the_index(whole: SitePlan) -> None:
    found = index(whole)
    honey = found.goods[0]

    category, parent = found.categories[honey.category]
    assert (category.name, found.categories[parent][0].name) == ("蜂蜜", "食品")
    assert category.others == "Miel"  # and not the names in languages that are not spoken here
    assert found.regions[honey.region].id == "provence"
    assert found.merchants[honey.merchant].name == "山蜂坊"


def test_a_name_that_is_not_translated_is_marked_with_its_language(tmp_path: Path) -> None:
    files = {**FRANCE}
    list_ = "countries/fr/products/list.yaml"
    files[list_] = str(files[list_]).replace(", fr: Galettes au beurre", "")

    galettes = index(planned(tmp_path, files), "/fr/fr/search/index.json").goods[1]

    assert (galettes.name, galettes.others, galettes.lang) == ("黄油饼干", "", "zh-Hans")


@pytest.mark.parametrize(
    ("more", "flags"),
    [
        ("stock: out", IndexedGood.SOLD_OUT),
        ("tax: included", IndexedGood.ABOUT + IndexedGood.TAX_INCLUDED),
    ],
)
def test_flags_say_what_the_card_says(tmp_path: Path, more: str, flags: int) -> None:
    files = {**FRANCE}
    list_ = "countries/fr/products/list.yaml"
    files[list_] = str(files[list_]).replace("  price: 14.90\n", f"  price: 14.90\n  {more}\n")

    assert index(planned(tmp_path, files)).goods[0].flags & flags == flags


def test_guides_and_campaigns_are_there_with_their_kind_and_state(whole: SitePlan) -> None:
    found = {one.url: (one.kind, one.name, one.state) for one in index(whole).pages}

    assert found["/zh/fr/culture/lavender/"][0] == "culture"
    assert found["/zh/campaigns/2027-fr/"] == ("campaign", "法国国庆团购", "before")


def test_the_portal_knows_the_pavilions_and_where_their_things_stand(whole: SitePlan) -> None:
    chinese, english = (index(whole, f"/{key}/search/index.json") for key in ("zh", "en"))

    assert [(one.country, one.name, one.index) for one in chinese.pavilions] == [
        ("fr", "法国馆", "/zh/fr/search/index.json"), ("nz", "新西兰馆", "/zh/nz/search/index.json"),
    ]  # fmt: skip
    # A pavilion that does not speak English is searched in its own language
    assert [one.index for one in english.pavilions] == [
        "/fr/fr/search/index.json", "/en/nz/search/index.json",
    ]  # fmt: skip
    assert "France" in chinese.pavilions[0].others.split("\n")
    assert chinese.goods == ()
    assert {one.kind for one in chinese.pages} == {"campaign", "page"}


def test_the_characters_of_all_names_are_known(whole: SitePlan) -> None:
    found = index(whole)

    assert "蜜" in found.sounds["mi"]
    assert "薰" in found.sounds["xun"]
    sounds = next(one for one in whole.documents if isinstance(one.view, Sounds))
    assert sounds.address == "/search/sounds.json"
