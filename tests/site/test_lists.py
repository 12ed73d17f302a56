"""Lists in Chromium: facets and orders in place, addresses to share, the way back, no script."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from goods import PAVILIONS, Good, goods_of, having, in_order
from playwright.sync_api import Browser, BrowserContext, Page, expect


@pytest.fixture(scope="module")
def context(browser: Browser, served: str) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=served)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A desktop page that must not complain."""
    complaints: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    assert complaints == []


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, base_url=served
    )
    yield context.new_page()
    context.close()


URLS = "() => [...document.querySelectorAll('.shelf .name a')].map(a => a.getAttribute('href'))"
ROWS = """() => [...document.querySelectorAll(".facets input")].map(input =>
    [input.name, input.value, input.closest("label").querySelector(".count").textContent])"""
CHOOSE = f"""async combinations => {{
    const seen = [];
    const settled = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    for (const chosen of combinations) {{
        for (const [kind, id] of chosen) {{
            document.querySelector(`.facets input[name="${{kind}}"][value="${{id}}"]`).click();
            await settled();
        }}
        seen.push([document.querySelector(".found[role=status]").textContent, ({URLS})(), ({ROWS})()]);
        document.querySelector(".chips .clear").click();
        await settled();
    }}
    return seen;
}}"""
"""Makes each choice in turn: the words of the number found, what is shown, what the panel says."""


def shown(page: Page) -> list[str]:
    """The ids of the cards on the shelf, in their order."""
    return ids(page.evaluate(f"({URLS})()"))


def at_place(page: Page, place: float) -> bool:
    """Whether the page comes to stand there."""
    for _ in range(100):
        if abs(page.evaluate("scrollY") - place) < 40:
            return True
        page.wait_for_timeout(50)
    return False


def open_panel(page: Page) -> None:
    """Opens every fold of the panel at the side; its values are there."""
    page.locator(".side summary").first.click()
    page.locator(".facets input").first.wait_for(state="attached")
    page.eval_on_selector_all(".facets details", "all => all.forEach(one => one.open = true)")


def ids(urls: list[str]) -> list[str]:
    return [url.rstrip("/").rpartition("/")[2] for url in urls]


def counted(rows: list[list[str]]) -> dict[tuple[str, str], int]:
    return {(kind, id_): int(count) for kind, id_, count in rows}


def panel_counts(page: Page) -> dict[tuple[str, str], int]:
    """(kind, id) of every value to the number beside it."""
    return counted(page.evaluate(f"({ROWS})()"))


def scanned(goods: list[Good], chosen: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """What the panel must say, by asking every good: each value beside the other kinds."""
    everything = {(kind, id_) for good in goods for kind in KINDS for id_ in good[kind]}
    return {
        (kind, id_): len(having(having(goods, [c for c in chosen if c[0] != kind]), [(kind, id_)]))
        for kind, id_ in everything
        if len(having(goods, [(kind, id_)])) < len(goods)
    }


KINDS = ("category", "region", "price", "merchant", "stock", "campaign", "tax")


def choose(page: Page, kind: str, id_: str) -> None:
    page.locator(f".facets input[name='{kind}'][value='{id_}']").click()


class TestFacets:
    @pytest.mark.parametrize("country", ["fr", "th"])
    def test_values_counts_and_what_they_show_equal_a_plain_scan(
        self, page: Page, site: Path, country: str
    ) -> None:
        goods = goods_of(site, f"zh/{country}")
        page.goto(f"/zh/{country}/products/")
        open_panel(page)
        values = scanned(goods, [])
        assert panel_counts(page) == values
        # Every value by itself, and some pairs
        dice = random.Random(country)
        pairs = [dice.sample(sorted(values), 2) for _ in range(12)]
        combinations = [*([one] for one in sorted(values)), *pairs]
        seen = page.evaluate(CHOOSE, combinations)
        for chosen, (status, urls, rows) in zip(combinations, seen, strict=True):
            wanted = having(goods, chosen)
            assert re.fullmatch(rf"{len(wanted)}\s?件商品", status)
            assert ids(urls) == in_order(wanted)[:24], chosen
            assert counted(rows) == scanned(goods, chosen), chosen

    def test_a_list_of_a_category_or_a_region_is_narrowed_within_it(
        self, page: Page, site: Path
    ) -> None:
        goods = goods_of(site, "zh/fr")
        region = goods[0]["region"][0]
        for path, own in (
            ("categories/food", ("category", "food")),
            (f"regions/{region}", ("region", region)),
        ):
            within = having(goods, [own])
            page.goto(f"/zh/fr/{path}/")
            open_panel(page)
            assert panel_counts(page) == scanned(within, [])
            assert own not in panel_counts(page)

    def test_more_than_eight_values_are_folded(self, page: Page, site: Path) -> None:
        page.goto("/zh/fr/products/")
        page.locator(".side summary").first.click()
        box = page.locator(".facets [data-kind=category]")
        box.locator(".rest > summary").wait_for()
        assert box.locator("fieldset > label").count() == 8
        hidden = box.locator(".rest label").count()
        assert box.locator(".rest > summary").inner_text() == f"更多 ({hidden})"
        # Then those that are shown have no fewer goods than those that are not
        counts = panel_counts(page)
        rest = box.locator(".rest input").evaluate_all("all => all.map(i => i.value)")
        folded = [counts["category", one] for one in rest]
        open_ = [n for (kind, id_), n in counts.items() if kind == "category" and id_ not in rest]
        assert min(open_) >= max(folded)

    def test_chips_take_one_value_away_each_and_the_keyboard_goes_on(
        self, page: Page, site: Path
    ) -> None:
        goods = goods_of(site, "zh/fr")
        page.goto("/zh/fr/products/")
        open_panel(page)
        choose(page, "category", "food")
        choose(page, "stock", "1")
        chips = page.locator(".chips .chip:not(.clear)")
        expect(chips).to_have_count(2)
        assert [chip.inner_text().split("\n")[-1] for chip in chips.all()] == ["食品 ×", "有货 ×"]
        chips.first.focus()
        page.keyboard.press("Enter")
        expect(chips).to_have_count(1)
        assert shown(page) == in_order(having(goods, [("stock", "1")]))[:24]
        assert page.evaluate("document.activeElement.textContent").endswith("有货 ×")
        page.keyboard.press("Enter")
        expect(chips).to_have_count(0)
        assert page.evaluate("document.activeElement.closest('.stock') !== null")

    def test_where_nothing_is_found_the_chips_stay_and_the_last_one_can_go(
        self, page: Page, site: Path
    ) -> None:
        # Given two values that no good has together
        goods = goods_of(site, "zh/fr")
        values = [
            (kind, id_)
            for kind in ("category", "merchant")
            for id_ in {i for g in goods for i in g[kind]}
        ]
        first, second = next(
            (a, b) for a in values for b in values if a[0] < b[0] and not having(goods, [a, b])
        )
        # When they are chosen
        page.goto(f"/zh/fr/products/?{first[0]}={first[1]}&{second[0]}={second[1]}")
        nothing = page.locator(".told p")
        nothing.wait_for()
        assert shown(page) == []
        assert page.locator(".chips .chip:not(.clear)").count() == 2
        # Then the one that was chosen last can be dropped
        nothing.get_by_role("button").click()
        expect(page.locator(".chips .chip:not(.clear)")).to_have_count(1)
        assert shown(page) == in_order(having(goods, [first]))[:24]

    def test_two_choices_in_one_breath_are_both_made(self, page: Page, site: Path) -> None:
        page.goto("/zh/fr/products/")
        open_panel(page)
        page.evaluate("""() => {
            document.querySelector(".facets [value=food]").click();
            document.querySelector(".facets [name=stock]").click();
            document.querySelector("[data-order=price-up]").click();
        }""")
        page.wait_for_url("**/price-up/?category=food&stock=1")
        wanted = having(goods_of(site, "zh/fr"), [("category", "food"), ("stock", "1")])
        assert shown(page) == in_order(wanted, "price-up")[:24]


class TestOrders:
    @pytest.mark.parametrize("country", ["fr", "th"])
    @pytest.mark.parametrize("order", ["price-up", "price-down", "newest", "recommended"])
    def test_each_order_is_that_of_a_plain_sort(
        self, page: Page, site: Path, country: str, order: str
    ) -> None:
        page.goto(f"/zh/{country}/products/" + ("price-down/" if order == "recommended" else ""))
        page.locator(f".orders [data-order={order}]").click()
        expect(page.locator(".orders [aria-current=true]")).to_have_attribute("data-order", order)
        assert shown(page) == in_order(goods_of(site, f"zh/{country}"), order)[:24]

    def test_the_server_orders_as_the_script_does(self, site: Path) -> None:
        link = re.compile(r'<p class="name"><a href="/zh/../products/([^"/]+)/">')
        for country in PAVILIONS:
            goods = goods_of(site, f"zh/{country}")
            for order in ("price-up", "price-down"):
                html = (site / f"zh/{country}/products/{order}/index.html").read_text()
                assert link.findall(html) == in_order(goods, order)[:24]

    def test_an_order_stays_when_the_list_is_narrowed(self, page: Page, site: Path) -> None:
        page.goto("/zh/fr/products/")
        open_panel(page)
        choose(page, "category", "food")
        expect(page.locator(".chips li")).to_have_count(2)
        page.locator(".orders [data-order=price-down]").click()
        page.wait_for_url("**/zh/fr/products/price-down/?category=food")
        wanted = having(goods_of(site, "zh/fr"), [("category", "food")])
        assert shown(page) == in_order(wanted, "price-down")[:24]


class TestAddresses:
    def test_an_address_that_is_shared_shows_the_same_list(self, page: Page, site: Path) -> None:
        page.goto("/zh/fr/products/")
        open_panel(page)
        choose(page, "stock", "1")
        page.wait_for_url("**/products/?stock=1")
        page.locator(".orders [data-order=newest]").click()
        page.wait_for_url("**/products/?stock=1&sort=newest")
        before, address = shown(page), page.url
        page.goto("about:blank")
        page.goto(address)
        page.locator(".chips li").first.wait_for()
        assert shown(page) == before
        assert page.locator(".facets input[name=stock]").is_checked()

    def test_back_undoes_a_choice_and_returns_from_a_product_to_the_same_place(
        self, page: Page, site: Path
    ) -> None:
        page.goto("/zh/fr/products/")
        first = shown(page)
        open_panel(page)
        choose(page, "stock", "1")
        page.wait_for_url("**?stock=1")
        page.locator(".more button").click()
        page.wait_for_url("**?stock=1&show=48")
        there = shown(page)
        assert len(there) > 24
        # When a product at the end is opened
        page.locator(".shelf .name a").last.scroll_into_view_if_needed()
        place = page.evaluate("scrollY")
        assert place > 500
        page.locator(".shelf .name a").last.click()
        page.wait_for_url(f"**/products/{there[-1]}/")
        # Then the way back leads to the same goods, at the same place
        page.go_back()
        page.wait_for_url("**?stock=1&show=48")
        expect(page.locator(".good")).to_have_count(len(there))
        assert shown(page) == there
        assert at_place(page, place)
        # And one step further to the list as it was
        page.go_back()
        page.wait_for_url("**/zh/fr/products/")
        expect(page.locator(".chips li")).to_have_count(0)
        assert shown(page) == first

    def test_from_a_later_page_a_choice_leads_to_the_first_and_back_again(
        self, page: Page, site: Path
    ) -> None:
        goods = in_order(goods_of(site, "zh/fr"))
        page.goto("/zh/fr/products/page/2/")
        assert shown(page) == goods[24:48]
        page.locator(".orders [data-order=price-up]").click()
        page.wait_for_url("**/zh/fr/products/price-up/")
        page.go_back()
        page.wait_for_url("**/zh/fr/products/page/2/")
        expect(page.locator(".orders [aria-current=true]")).to_have_attribute(
            "data-order", "recommended"
        )
        assert shown(page) == goods[24:48]

    @pytest.mark.parametrize(
        "query",
        ["?show=-5", "?show=x", "?sort=toString", "?category=nowhere&region=%3Cb%3E", "?page=7"],
    )
    def test_an_address_that_makes_no_sense_shows_the_list(
        self, page: Page, site: Path, query: str
    ) -> None:
        page.goto(f"/zh/fr/products/{query}")
        page.wait_for_load_state("networkidle")
        assert shown(page) == in_order(goods_of(site, "zh/fr"))[:24]
        assert page.locator(".chips li").count() == 0

    def test_the_page_can_be_kept_by_the_browser(self, site: Path) -> None:
        for name in ("lists", "goods"):
            (script,) = (site / "assets").glob(f"{name}.*.js")
            assert not re.search(r"unload", script.read_text())


def test_the_scripts_of_lists_are_small(site: Path) -> None:
    scripts = [*(site / "assets").glob("lists.*.js"), *(site / "assets").glob("goods.*.js")]
    assert len(scripts) == 2
    assert sum(len(gzip.compress(one.read_bytes(), 9)) for one in scripts) <= 5500


class TestMore:
    def test_more_appends_what_follows_and_the_keyboard_stands_on_the_first_of_it(
        self, page: Page, site: Path
    ) -> None:
        goods = in_order(goods_of(site, "zh/fr"))
        page.goto("/zh/fr/products/")
        button = page.locator(".more button")
        assert button.inner_text() == f"再看 {len(goods) - 24} 件"
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".good")).to_have_count(len(goods))
        assert shown(page) == goods
        assert (
            page.evaluate("document.activeElement.getAttribute('href')")
            == f"/zh/fr/products/{goods[24]}/"
        )
        expect(button).to_be_hidden()
        expect(page.locator(".pages")).to_be_hidden()

    def test_what_was_shown_is_not_asked_for_again(self, page: Page) -> None:
        page.goto("/zh/fr/products/")
        page.evaluate("window.card = document.querySelector('.good')")
        page.locator(".more button").click()
        page.wait_for_url("**?show=48")
        assert page.evaluate("window.card === document.querySelector('.good')")


class TestPhone:
    def test_the_panel_is_a_dialog_as_high_as_the_screen(self, phone: Page, site: Path) -> None:
        goods = goods_of(site, "zh/fr")
        phone.goto("/zh/fr/products/")
        phone.get_by_role("button", name="筛选").tap()
        dialog = phone.get_by_role("dialog", name="筛选")
        expect(dialog).to_be_visible()
        box = dialog.bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) == (390, 844)
        # When something is chosen, the button says how many goods there are
        dialog.get_by_text("分类").first.tap()
        dialog.get_by_label("食品").tap()
        wanted = having(goods, [("category", "food")])
        expect(dialog.locator("[data-done]")).to_have_text(f"看 {len(wanted)} 件")
        dialog.get_by_label("有货").tap()
        dialog.locator("[data-done]").tap()
        expect(dialog).to_be_hidden()
        assert shown(phone) == in_order(having(wanted, [("stock", "1")]))[:24]
        expect(phone.locator(".filter")).to_have_text("筛选 (2)")
        # And the whole visit to the panel is one step back
        phone.go_back()
        phone.wait_for_url("**/zh/fr/products/")
        expect(phone.locator(".chips li")).to_have_count(0)

    def test_escape_closes_it_and_the_keyboard_is_back_on_its_button(self, phone: Page) -> None:
        phone.goto("/zh/fr/products/")
        phone.locator(".filter").focus()
        phone.keyboard.press("Enter")
        expect(phone.locator("dialog")).to_be_visible()
        phone.keyboard.press("Escape")
        expect(phone.locator("dialog")).to_be_hidden()
        assert phone.evaluate("document.activeElement.className") == "chip filter"

    def test_by_keyboard_alone(self, page: Page, site: Path) -> None:
        page.goto("/zh/fr/products/")
        page.locator(".orders a").last.focus()
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.side summary')"):
                break
        page.keyboard.press("Enter")
        page.locator(".facets input").first.wait_for()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(page.locator(".chips li")).to_have_count(2)
        chosen = page.evaluate("[document.activeElement.name, document.activeElement.value]")
        wanted = having(goods_of(site, "zh/fr"), [tuple(chosen)])
        assert shown(page) == in_order(wanted)[:24]


class TestWithout:
    def test_without_script_no_control_is_shown_that_does_nothing(
        self, browser: Browser, served: str, site: Path
    ) -> None:
        context = browser.new_context(java_script_enabled=False, base_url=served)
        page = context.new_page()
        page.goto("/zh/fr/products/")
        assert page.locator("main button, main input, main dialog, main [role=status]").count() == 0
        page.get_by_role("link", name="价格从低到高").click()
        page.wait_for_url("**/zh/fr/products/price-up/")
        goods = goods_of(site, "zh/fr")
        assert shown(page) == in_order(goods, "price-up")[:24]
        page.get_by_role("link", name="下一页").click()
        assert shown(page) == in_order(goods, "price-up")[24:48]
        assert page.locator(".orders [aria-current=true]").inner_text() == "价格从低到高"
        context.close()

    def test_nothing_is_loaded_before_the_shopper_reaches_for_it(self, page: Page) -> None:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto("/zh/fr/products/")
        page.wait_for_load_state("networkidle")
        assert not any("index.json" in url for url in asked)
        page.locator(".side").hover()
        page.wait_for_load_state("networkidle")
        assert sum("index.json" in url for url in asked) == 1

    def test_while_the_index_cannot_be_had_the_list_stays_and_can_be_tried_again(
        self, phone: Page, site: Path
    ) -> None:
        goods = goods_of(site, "zh/fr")
        phone.route("**/index.json", lambda route: route.abort())
        phone.goto("/zh/fr/products/")
        phone.locator(".orders [data-order=price-up]").tap()
        told = phone.locator(".told p")
        told.wait_for()
        assert "没有加载成功" in told.inner_text()
        assert shown(phone) == in_order(goods)[:24]
        assert phone.url.endswith("/zh/fr/products/")
        # When the net is back
        phone.unroute("**/index.json")
        told.get_by_role("button", name="重试").tap()
        phone.wait_for_url("**/products/price-up/")
        assert shown(phone) == in_order(goods, "price-up")[:24]
        expect(told).to_have_count(0)
