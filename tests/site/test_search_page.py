"""The search page in Chromium: what a shopper types, sees, shares, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browsing import Watch
from playwright.sync_api import Browser, Page, Route, expect


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def names(page: Page, group: str) -> list[str]:
    return page.locator(f"[data-answers={group}] li a").all_inner_texts()


def test_answers_come_while_typing_and_their_address_can_be_shared(
    page: Page, served: str, browser: Browser
) -> None:
    # Given the search page of the portal; nothing is loaded before its field is touched
    watch = Watch(page)
    page.goto(f"{served}/zh/search/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in watch.requests if url.endswith(".json")]
    # When pinyin is typed
    page.locator("#find-here").press_sequentially("fengmi")
    # Then honey is there, what answers is marked, and the directory makes room
    expect(page.locator("[data-answers=products] li").first).to_contain_text("革木蜂蜜")
    expect(page.locator("[data-answers=products] li mark").first).to_have_text("蜂蜜")
    expect(page.locator("#told")).to_have_text("找到27条")
    expect(page.locator("#d-pages")).to_be_hidden()
    assert page.url == f"{served}/zh/search/?q=fengmi"
    # And who opens the address finds the same
    shown = names(page, "products")
    other = browser.new_page()
    other.goto(page.url)
    expect(other.locator("[data-answers=products] li")).to_have_count(len(shown))
    assert names(other, "products") == shown
    other.close()
    assert watch.complaints == []


def test_an_answer_leads_to_its_page_and_back_to_the_answers(page: Page, served: str) -> None:
    page.goto(f"{served}/zh/fr/search/?q=miel")
    page.locator("[data-answers=products] li a", has_text="薰衣草蜂蜜").click()
    page.wait_for_url(f"{served}/zh/fr/products/lavender-honey/")
    page.go_back()
    expect(page.locator("[data-answers=products] li a", has_text="薰衣草蜂蜜")).to_be_visible()
    expect(page.locator("#find-here")).to_have_value("miel")


def test_nothing_is_looked_for_while_characters_are_being_composed(page: Page, served: str) -> None:
    page.goto(f"{served}/zh/fr/search/")
    field = page.locator("#find-here")
    field.focus()
    field.dispatch_event("compositionstart")
    field.evaluate("(e) => { e.value = 'feng'; e.dispatchEvent(new InputEvent('input')) }")
    page.wait_for_timeout(300)
    assert page.url == f"{served}/zh/fr/search/"
    # When the composition ends, it is
    field.evaluate("(e) => { e.value = '蜂蜜' }")
    field.dispatch_event("compositionend")
    expect(page.locator("[data-answers=products] li")).to_have_count(4)


def test_the_field_in_the_header_leads_there(browser: Browser, served: str) -> None:
    wide = browser.new_page(viewport={"width": 1280, "height": 900})
    wide.goto(f"{served}/zh/fr/products/lavender-honey/")
    wide.locator(".bar .find input").fill("橄欖油")
    wide.locator(".bar .find button").click()
    expect(wide.locator("[data-answers=products] li").first).to_contain_text("橄榄油")
    wide.close()


def test_what_is_typed_is_only_ever_text(page: Page, served: str) -> None:
    watch = Watch(page)
    typed = '<img src=x onerror="document.title=1"> </script>'
    page.goto(f"{served}/zh/fr/search/")
    page.locator("#find-here").fill(typed)
    expect(page.locator("#told")).to_contain_text("没有找到")
    expect(page.locator("#told")).to_contain_text(typed)
    assert page.locator("#answers img").count() == 0
    assert watch.complaints == []


def test_where_nothing_is_found_parts_and_spellings_are_offered(page: Page, served: str) -> None:
    page.goto(f"{served}/zh/fr/search/")
    page.locator("#find-here").fill("miel xyzzyq")
    expect(page.locator("#told")).to_contain_text("miel (")
    page.locator("#find-here").fill("lavnede")
    page.locator(".near a", has_text="lavande").click()
    expect(page.locator("[data-answers=products] li").first).to_be_visible()
    # And the directory stays where there are no answers
    page.locator("#find-here").fill("xyzzyq")
    expect(page.locator("#d-categories")).to_be_visible()


def test_a_slip_of_the_input_method_asks_for_the_sounds_once(page: Page, served: str) -> None:
    watch = Watch(page)
    page.goto(f"{served}/zh/fr/search/?q=蜂密")
    expect(page.locator("[data-answers=products] li").first).to_contain_text("蜂蜜")
    page.locator("#find-here").fill("熏衣草")
    expect(page.locator("[data-answers=products] li").first).to_contain_text("薰衣草")
    assert len([url for url in watch.requests if url.endswith("sounds.json")]) == 1


def test_an_index_that_does_not_come_is_told_and_asked_for_again(page: Page, served: str) -> None:
    def gone(route: Route) -> None:
        route.abort()

    page.route("**/search/index.json", gone)
    page.goto(f"{served}/zh/fr/search/?q=miel")
    expect(page.locator("#told")).to_contain_text("索引没有载入")
    expect(page.locator("#d-categories")).to_be_visible()
    page.unroute("**/search/index.json", gone)
    page.locator(".again button").click()
    expect(page.locator("[data-answers=products] li").first).to_contain_text("蜂蜜")
    expect(page.locator(".again")).to_be_hidden()


def test_a_pavilion_that_does_not_answer_hides_no_other(page: Page, served: str) -> None:
    page.route("**/zh/fr/search/index.json", lambda route: route.abort())
    page.goto(f"{served}/zh/search/?q=蜂蜜")
    expect(page.locator("#told")).to_contain_text("有的国家馆暂时查不到")
    expect(page.locator("[data-answers=products] li").first).to_be_visible()


def test_answers_are_narrowed_by_facts_and_the_address_says_so(page: Page, served: str) -> None:
    # Given many answers in one pavilion
    page.goto(f"{served}/zh/fr/search/?q=a")
    goods = page.locator("[data-answers=products] li")
    expect(goods.first).to_be_visible()
    count = page.locator("[data-answers=products] .count")
    all_ = int(count.inner_text())
    # When a region is chosen in the filter
    page.locator(".narrow .filter").click()
    page.locator("details[data-kind=region] > summary").click()
    value = page.locator("input[name=region][value=provence]")
    promised = int(value.locator("xpath=..").locator(".count").inner_text())
    value.check()
    # Then as many are left as it promised, all of them from there; the panel stays as it is
    expect(count).to_have_text(str(promised))
    assert 0 < promised < all_
    assert set(page.locator("[data-answers=products] .where").all_inner_texts()) == {"普罗旺斯"}
    expect(value).to_be_focused()
    assert page.url.endswith("?q=a&region=provence")
    # And the address brings it back; another word begins anew
    page.goto(page.url)
    expect(count).to_have_text(str(promised))
    page.locator("#find-here").fill("i")
    page.wait_for_url("**/search/?q=i")


def test_more_than_24_are_shown_when_asked_for(page: Page, served: str) -> None:
    page.goto(f"{served}/zh/search/?q=a")
    goods = page.locator("[data-answers=products] li")
    expect(goods).to_have_count(24)
    page.locator("[data-answers=products] .more button").click()
    expect(goods).to_have_count(48)
    assert page.evaluate(
        "document.activeElement.closest('li') === document.querySelectorAll('[data-answers=products] li')[24]"
    )


def test_without_script_the_page_is_a_directory(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{served}/zh/fr/search/?q=miel")
    expect(plain.locator("#answers")).to_be_hidden()
    for group in ("categories", "regions", "merchants", "products", "culture", "travel"):
        expect(plain.locator(f"#d-{group} + ul a").first).to_be_visible()
    context.close()
