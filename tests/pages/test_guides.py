"""Guides: their facts, their text, and the goods they name, both ways."""

from __future__ import annotations

from pathlib import Path

from pages.sites import WHOLE, SitePlan, plan, view

CULTURE = "countries/fr/culture/"


class TestGuidesAndGoods:
    def test_a_guide_shows_the_goods_that_it_names(self, whole: SitePlan) -> None:
        (card,) = view(whole, "/fr/fr/culture/lavender/").goods

        assert (card.name.text, card.url) == ("Miel de lavande", "/fr/fr/products/lavender-honey/")

    def test_a_product_shows_the_guides_that_name_it(self, whole: SitePlan) -> None:
        (card,) = view(whole, "/zh/fr/products/lavender-honey/").guides

        assert (card.title.text, card.url) == ("薰衣草田", "/zh/fr/culture/lavender/")
        assert view(whole, "/zh/fr/products/galettes/").guides == ()

    def test_a_region_shows_its_guides(self, whole: SitePlan) -> None:
        (card,) = view(whole, "/zh/fr/regions/provence/").guides

        assert card.url == "/zh/fr/culture/lavender/"

    def test_goods_stand_in_the_order_in_which_the_guide_names_them(self, tmp_path: Path) -> None:
        guide = f"{CULTURE}lavender.fr.md"
        text = str(WHOLE[guide]).replace("[lavender-honey]", "[galettes, lavender-honey]")

        site = plan(tmp_path, {**WHOLE, guide: text})

        goods = view(site, "/zh/fr/culture/lavender/").goods
        assert [card.url for card in goods] == [
            "/zh/fr/products/galettes/", "/zh/fr/products/lavender-honey/",
        ]  # fmt: skip

    def test_goods_out_of_their_window_are_left_out(self, tmp_path: Path) -> None:
        products = "countries/fr/products/list.yaml"
        text = str(WHOLE[products]).replace("  net: 250 g\n", "  net: 250 g\n  until: 2026-11-01\n")

        site = plan(tmp_path, {**WHOLE, products: text})

        guide = view(site, "/zh/fr/culture/lavender/")
        assert guide.goods == ()
        assert guide.body.html == '<h2 id="s1">收割</h2>\n<p>看<span>蜂蜜</span>。</p>'


def test_a_guide_in_a_translation_has_the_facts_of_its_source(whole: SitePlan) -> None:
    guide = view(whole, "/zh/fr/culture/lavender/")

    assert (guide.added, guide.checked) == ("2026年10月12日", "2026年11月1日")
    assert (guide.region.label.text, guide.region.url) == ("普罗旺斯", "/zh/fr/regions/provence/")
    assert (guide.picture.alt.text, guide.picture.alt.lang) == ("田野", "")
    assert [(link.label.text, link.url) for link in guide.contents] == [("收割", "#s1")]


def test_links_in_a_text_stay_in_its_language(whole: SitePlan) -> None:
    chinese, french = (view(whole, f"/{key}/fr/culture/lavender/") for key in ("zh", "fr"))

    assert '<a href="/zh/fr/products/lavender-honey/">蜂蜜</a>' in chinese.body.html
    assert '<a href="/fr/fr/products/lavender-honey/">miel</a>' in french.body.html


def test_a_season_is_told_in_months(whole: SitePlan) -> None:
    assert view(whole, "/en/nz/travel/fiords/").season == "November–December"
    assert view(whole, "/zh/nz/travel/fiords/").season == "十一月–十二月"


def test_the_next_guide_is_the_one_after_and_of_one_alone_there_is_none(tmp_path: Path) -> None:
    more = {
        f"{CULTURE}{name}.{key}.md": f"---\ntitle: {name}\nsummary: s\n---\nt"
        for name in ("markets", "wine")
        for key in ("zh", "fr")
    }

    site = plan(tmp_path, {**WHOLE, **more})

    following = {
        name: view(site, f"/zh/fr/culture/{name}/").next.url
        for name in ("lavender", "markets", "wine")
    }
    assert following == {
        "lavender": "/zh/fr/culture/markets/",
        "markets": "/zh/fr/culture/wine/",
        "wine": "/zh/fr/culture/lavender/",
    }
    assert view(site, "/zh/nz/travel/fiords/").next is None


def test_sources_are_named_by_their_host(tmp_path: Path) -> None:
    guide = f"{CULTURE}lavender.fr.md"
    text = str(WHOLE[guide]).replace(
        "---\n## ", 'sources: ["https://whc.unesco.org/fr/list/"]\n---\n## '
    )

    site = plan(tmp_path, {**WHOLE, guide: text})

    (link,) = view(site, "/zh/fr/culture/lavender/").sources
    assert (link.label.text, link.url) == ("whc.unesco.org", "https://whc.unesco.org/fr/list/")
