"""Lists of products: 24 a page, what is sold out last."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.sites import FRANCE, Files, SitePlan, addresses, goods, page, plan, theme, view
from pavilion_gen.render.sitemaps import line

LIST = "countries/fr/products/list.yaml"


def shop(count: int, **options: tuple[int, ...]) -> Files:
    """France with so many honeys and nothing else."""
    return {**FRANCE, LIST: goods(count, **options)}


@pytest.mark.parametrize(
    ("count", "on_each"),
    [(0, [0]), (1, [1]), (24, [24]), (25, [24, 1]), (48, [24, 24]), (49, [24, 24, 1])],
)
def test_a_list_is_cut_into_pages_of_24(tmp_path: Path, count: int, on_each: list[int]) -> None:
    site = plan(tmp_path, shop(count))

    start = "/zh/fr/products/"
    there = [one for one in addresses(site) if one == start or one.startswith(f"{start}page/")]
    assert there == [start, *(f"{start}page/{n}/" for n in range(2, len(on_each) + 1))]
    assert [len(view(site, one).cards) for one in there] == on_each
    assert {view(site, one).total for one in there} == {count}


def test_each_product_stands_on_one_page_in_the_editors_order(tmp_path: Path) -> None:
    site = plan(tmp_path, shop(49))

    pages = ["/zh/fr/products/", "/zh/fr/products/page/2/", "/zh/fr/products/page/3/"]
    shown = [card.url for one in pages for card in view(site, one).cards]
    assert shown == [f"/zh/fr/products/h-{n:02}/" for n in range(1, 50)]


def test_what_is_sold_out_stands_last_but_stays(tmp_path: Path) -> None:
    site = plan(tmp_path, shop(4, sold_out=(1, 3)))

    cards = view(site, "/zh/fr/products/").cards
    assert [(card.name.text, card.state) for card in cards] == [
        ("蜂蜜2", ""), ("蜂蜜4", ""), ("蜂蜜1", "sold-out"), ("蜂蜜3", "sold-out"),
    ]  # fmt: skip


def test_pages_know_their_neighbours(tmp_path: Path) -> None:
    site = plan(tmp_path, shop(49))

    start = "/zh/fr/products/"
    around = [(v.head.previous, v.head.next) for v in (
        view(site, start), view(site, f"{start}page/2/"), view(site, f"{start}page/3/"),
    )]  # fmt: skip
    assert around == [
        ("", f"{start}page/2/"),
        (start, f"{start}page/3/"),
        (f"{start}page/2/", ""),
    ]


def test_of_many_pages_the_first_the_last_and_the_near_ones_are_linked(tmp_path: Path) -> None:
    site = plan(tmp_path, shop(24 * 9))

    shown = view(site, "/zh/fr/products/page/5/").pagination

    assert (shown.number, shown.last) == (5, 9)
    assert [one and one[0] for one in shown.pages] == [1, None, 4, 5, 6, None, 9]


def test_each_page_is_canonical_to_itself_and_has_a_title_of_its_own(tmp_path: Path) -> None:
    site = plan(tmp_path, shop(25))

    first, second = view(site, "/zh/fr/products/").head, view(site, "/zh/fr/products/page/2/").head
    assert second.canonical == "https://pavilions.example/zh/fr/products/page/2/"
    assert first.title != second.title
    assert "2" in second.title


def test_every_language_has_the_same_pages(tmp_path: Path) -> None:
    site = plan(tmp_path, shop(25))

    links = view(site, "/zh/fr/categories/honey/page/2/").languages
    assert [link.url for link in links] == [
        "/zh/fr/categories/honey/page/2/", "/fr/fr/categories/honey/page/2/",
    ]  # fmt: skip
    assert page(site, "/fr/fr/categories/honey/page/2/")


def test_a_parent_category_holds_the_goods_of_its_children(tmp_path: Path) -> None:
    site = plan(tmp_path, FRANCE)

    food = view(site, "/zh/fr/categories/food/")
    assert [card.name.text for card in food.cards] == ["薰衣草蜂蜜", "黄油饼干"]
    assert [(link.label.text, link.count) for link in food.filters] == [("蜂蜜", 1), ("饼干", 1)]


def test_categories_and_regions_without_goods_have_no_page(tmp_path: Path) -> None:
    site = plan(tmp_path, {**FRANCE, LIST: goods(1)})

    assert "/zh/fr/categories/biscuits/" not in addresses(site)
    assert "/zh/fr/regions/provence/" not in addresses(site)


def test_a_category_leads_to_the_same_one_in_other_pavilions(tmp_path: Path) -> None:
    from pages.sites import TWO_COUNTRIES

    site = plan(tmp_path, TWO_COUNTRIES)

    honey, biscuits = (
        view(site, "/fr/fr/categories/honey/"),
        view(site, "/fr/fr/categories/biscuits/"),
    )
    (link,) = honey.elsewhere
    assert (link.url, link.lang, link.count) == ("/en/nz/categories/honey/", "en-NZ", 1)
    assert biscuits.elsewhere == ()


def by_price(root: Path, files: Files) -> SitePlan:
    """The plan of a site whose theme links lists by price."""
    theme(root, {"theme.yaml": "name: tiny\nstylesheets: [base.css]\nmakes: [lists-by-price]\n"})
    return plan(root, files)


class TestByPrice:
    """Lists in the order of what is paid, where the theme links them."""

    PRICES = (
        ("a", "9.00"),
        ("b", "3.00"),
        ("c", "5.00"),
        ("d", "3.00"),
        ("e", None),
        ("f", "1.00"),
    )

    def site(self, tmp_path: Path, sold_out: tuple[str, ...] = ()) -> SitePlan:
        lines = []
        for id_, price in self.PRICES:
            lines += [f"- id: {id_}-1", f"  name: {{zh: 货{id_}, fr: bien {id_}}}",
                      "  summary: {zh: 一件, fr: un}", "  category: honey", "  merchant: ruche"]  # fmt: skip
            lines += [f"  price: {price}"] if price else []
            lines += ["  stock: out"] if id_ in sold_out else []
        return by_price(tmp_path, {**FRANCE, LIST: "\n".join(lines) + "\n"})

    def order(self, site: SitePlan, address: str) -> str:
        return "".join(card.name.text[-1] for card in view(site, address).cards)

    def test_up_and_down_equals_stay_in_the_editors_order_and_no_price_is_last(
        self, tmp_path: Path
    ) -> None:
        site = self.site(tmp_path)

        for start in ("/zh/fr/products/", "/fr/fr/categories/honey/"):
            assert self.order(site, start) == "abcdef"
            assert self.order(site, f"{start}price-up/") == "fbdcae"
            assert self.order(site, f"{start}price-down/") == "acbdfe"

    def test_what_is_sold_out_stands_last_even_behind_what_has_no_price(
        self, tmp_path: Path
    ) -> None:
        site = self.site(tmp_path, sold_out=("f", "a"))

        assert self.order(site, "/zh/fr/products/price-up/") == "bdcefa"
        assert self.order(site, "/zh/fr/products/price-down/") == "cbdeaf"

    def test_each_order_leads_to_the_others_and_names_itself(self, tmp_path: Path) -> None:
        site = self.site(tmp_path)

        start = "/zh/fr/products/"
        codes = ["recommended", "price-up", "price-down"]
        addresses_ = [start, f"{start}price-up/", f"{start}price-down/"]
        for code, address in zip(codes, addresses_, strict=True):
            orders = view(site, address).orders
            assert [(one.code, one.url) for one in orders] == list(
                zip(codes, addresses_, strict=True)
            )
            assert [one.code for one in orders if one.current] == [code]

    def test_they_are_canonical_to_themselves_and_kept_out_of_search_engines(
        self, tmp_path: Path
    ) -> None:
        site = self.site(tmp_path)

        made = page(site, "/zh/fr/products/price-up/")
        head = made.view.head
        assert head.robots == "noindex, follow"
        assert head.canonical == "https://pavilions.example/zh/fr/products/price-up/"
        assert head.alternates == ()
        assert line(made) is None
        assert line(page(site, "/zh/fr/products/")) is not None
        titles = {view(site, f"/zh/fr/products/{order}").head.title
                  for order in ("", "price-up/", "price-down/")}  # fmt: skip
        assert len(titles) == 3

    def test_they_are_cut_into_pages_whose_links_stay_in_the_order(self, tmp_path: Path) -> None:
        site = by_price(tmp_path, shop(25))

        second = view(site, "/zh/fr/products/price-up/page/2/")
        assert len(second.cards) == 1
        assert second.pagination.previous == "/zh/fr/products/price-up/"
        assert "2" in second.head.title

    @pytest.mark.parametrize(("count", "there"), [(1, False), (2, True), (240, True), (241, False)])
    def test_a_list_of_one_or_of_very_many_goods_has_none(
        self, tmp_path: Path, count: int, there: bool
    ) -> None:
        site = by_price(tmp_path, shop(count))

        assert ("/zh/fr/products/price-up/" in addresses(site)) == there
        assert bool(view(site, "/zh/fr/products/").orders) == there

    def test_a_region_has_none_and_a_theme_that_links_none_has_none_at_all(
        self, tmp_path: Path
    ) -> None:
        sorted_, plain = self.site(tmp_path), plan(tmp_path / "plain", shop(3))

        assert not any("/regions/" in one and "price" in one for one in addresses(sorted_))
        assert not any("price" in one for one in addresses(plain))
        assert view(plain, "/zh/fr/products/").orders == ()
