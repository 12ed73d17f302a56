"""A shopper's walk in Chromium: home, list, product, other language, back."""

from __future__ import annotations

import pytest
from browsing import Watch
from playwright.sync_api import Browser


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_shopper_walks_home_list_product_other_language_and_back(
    browser: Browser, served: str, script: bool
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=script
    )
    page = context.new_page()
    watch = Watch(page)
    # Given the language choice at the root
    page.goto(f"{served}/")
    # When Chinese, the French pavilion, all its products and the first of them are opened
    page.locator("a[hreflang='zh-Hans'], a[lang='zh-Hans']").first.click()
    page.wait_for_url(f"{served}/zh/")
    page.locator("main a[href='/zh/fr/']").first.click()
    page.wait_for_url(f"{served}/zh/fr/")
    page.locator("main a[href='/zh/fr/products/']").first.click()
    page.wait_for_url(f"{served}/zh/fr/products/")
    first = page.locator("main .shelf a[href^='/zh/fr/products/']").first
    target = first.get_attribute("href")
    assert target is not None
    first.click()
    page.wait_for_url(served + target)
    # And the language is changed
    page.locator(f"a[href='{target.replace('/zh/', '/fr/', 1)}']").first.click()
    page.wait_for_url(served + target.replace("/zh/", "/fr/", 1))
    # Then it is the same product in French, and the way back leads to the Chinese list
    assert page.locator("html").get_attribute("lang") == "fr-FR"
    page.go_back()
    page.go_back()
    page.wait_for_url(f"{served}/zh/fr/products/")
    # And nothing was asked of another host, and nothing complained
    assert [url for url in watch.requests if not url.startswith(served + "/")] == []
    # Without script Chromium does not preload modules, and says so
    assert [one for one in watch.complaints if script or not one.endswith(".js csp")] == []
    context.close()


PAGES = ["/", "/zh/", "/en/", "/zh/fr/", "/fr/fr/", "/zh/th/", "/th/th/", "/tr/tr/", "/de/ch/products/",
         "/zh/fr/products/lavender-honey/", "/fr/fr/products/lavender-honey/", "/ms/my/merchants/",
         "/zh/fr/merchants/ruche-du-mont/", "/zh/fr/culture/", "/fr/fr/travel/lavender-field/",
         "/zh/campaigns/", "/en/campaigns/2027-fr-national-day/", "/en/embassies/", "/zh/join/",
         "/zh/fr/poster/", "/en/campaigns/2027-southeast-asia/poster/", "/th/th/poster/",
         "/en/shipping-and-tax/", "/zh/search/", "/zh/us/search/", "/404.html"]  # fmt: skip


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways_or_complains(browser: Browser, served: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    watch = Watch(page)
    too_wide = {}
    for path in PAGES:
        page.goto(served + path)
        excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if excess > 0:
            too_wide[path] = excess
    assert too_wide == {}
    assert [url for url in watch.requests if not url.startswith(served + "/")] == []
    assert watch.complaints == []
    context.close()


PHOTOGRAPHS = ["/zh/fr/travel/lavender-field/", "/en/gb/travel/white-cliffs/",
               "/zh/fr/products/lavender-honey/", "/zh/fr/travel/", "/zh/fr/", "/fr/fr/regions/provence/"]  # fmt: skip


@pytest.mark.parametrize("width", [390, 1280])
def test_photographs_load_as_avif_in_a_width_that_fits(
    browser: Browser, served: str, width: int
) -> None:
    complaints: list[str] = []
    for path in PHOTOGRAPHS:
        # Given a browser that has nothing yet: it takes a larger one that it has before a small one
        context = browser.new_context(
            viewport={"width": width, "height": 900}, device_scale_factor=2
        )
        page = context.new_page()
        watch = Watch(page)
        page.goto(served + path)
        # When all of the page has been looked at, the lazy ones are there too
        page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
        page.evaluate("Promise.all([...document.images].map(i => i.decode()))")
        found = page.evaluate(
            """[...document.querySelectorAll('picture img')].map(i => ({
              src: i.currentSrc, natural: i.naturalWidth,
              chosen: +i.currentSrc.match(/-([0-9]+)\\.[^/]*$/)[1],
              box: i.getBoundingClientRect().width }))"""
        )
        assert found, path
        # Then each is there; what a page shows twice may be fetched once
        boxes: dict[str, float] = {}
        for image in found:
            name = image["src"].rpartition("-")[0]
            boxes[name] = max(boxes.get(name, 0), image["box"])
        for image in found:
            assert image["src"].endswith(".avif"), path
            assert image["natural"] > 0, path
            # neither blurred, nor many times more than the screen has dots
            own, largest = 2 * image["box"], 2 * boxes[image["src"].rpartition("-")[0]]
            assert 0.6 * own <= image["chosen"] <= max(3 * largest, 320), (path, image)
        complaints += watch.complaints
        context.close()
    assert complaints == []


def test_the_watch_finds_a_planted_foreign_request(browser: Browser, served: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    watch = Watch(page)
    page.goto(f"{served}/zh/")
    page.evaluate(
        "document.body.append(Object.assign(new Image(), {src: 'https://cdn.example/x'}))"
    )
    page.wait_for_timeout(200)
    assert watch.complaints
    context.close()
