"""A shopper's walk in Chromium: home, list, product, other language, back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Request


class Watch:
    """What a page asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._failed)

    def _failed(self, request: Request) -> None:
        # What is still under way when the shopper walks on is broken off, and no fault
        if "ERR_ABORTED" not in (request.failure or ""):
            self.complaints.append(f"failed: {request.url} {request.failure}")


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
    first = page.locator("main a[href^='/zh/fr/products/']:not([href*='/page/'])").first
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
    assert watch.complaints == []
    context.close()


PAGES = ["/", "/zh/", "/en/", "/zh/fr/", "/fr/fr/", "/zh/th/", "/th/th/", "/tr/tr/", "/de/ch/products/",
         "/zh/fr/products/lavender-honey/", "/fr/fr/products/lavender-honey/", "/ms/my/merchants/",
         "/zh/fr/merchants/ruche-du-mont/", "/zh/fr/culture/", "/fr/fr/travel/lavender-field/",
         "/zh/campaigns/", "/en/campaigns/2027-fr-national-day/", "/en/embassies/", "/zh/join/",
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
