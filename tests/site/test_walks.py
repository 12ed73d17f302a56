"""From the portal to a product and back: with scripts off, and by keys alone."""

from __future__ import annotations

import pytest
from browsing import phone, plant
from playwright.sync_api import Browser, Page

PRODUCT = "/zh/fr/products/lavender-honey/"


def press_to(page: Page, selector: str, limit: int = 120, key: str = "Tab") -> None:
    """Presses Tab until what has the focus is this; each stop on the way can be seen."""
    for _ in range(limit):
        page.keyboard.press(key)
        stop = page.evaluate(
            """selector => {
              const element = document.activeElement, style = getComputedStyle(element);
              const box = element.getBoundingClientRect();
              return {
                found: element.matches(selector),
                ring: style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 2,
                inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
                name: element.outerHTML.slice(0, 120),
              };
            }""",
            selector,
        )
        assert stop["ring"], f"no focus is shown on {stop['name']}"
        assert stop["inside"], f"the focus is out of sight on {stop['name']}"
        if stop["found"]:
            return
    raise AssertionError(f"{selector} is not reached by {limit} presses of {key}")


def test_by_keys_alone_from_portal_to_product_and_back(browser: Browser, served: str) -> None:
    with phone(browser, 1280, reduced_motion="reduce") as page:
        # Given the portal, and a shopper without a mouse who skips to the content
        page.goto(f"{served}/zh/")
        press_to(page, "a.skip", 1)
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        # When a pavilion, all its goods and one of them are opened
        press_to(page, "a[href='/zh/fr/']")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served}/zh/fr/")
        press_to(page, "main a[href='/zh/fr/products/']")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served}/zh/fr/products/")
        press_to(page, f"main a[href='{PRODUCT}']")
        page.keyboard.press("Enter")
        page.wait_for_url(served + PRODUCT)
        # Then the way to the shop is reached, and all that is folded opens
        press_to(page, ".go a.button")
        page.set_viewport_size({"width": 390, "height": 844})
        press_to(page, ".fold:not([open]) summary")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.parentElement.open")
        # And the same keys lead back
        press_to(page, ".crumbs a[href='/zh/fr/products/']", key="Shift+Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served}/zh/fr/products/")
        press_to(page, ".rooms a[href='/zh/fr/']")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served}/zh/fr/")
        press_to(page, ".site a")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served}/zh/")


def test_the_menu_of_pavilions_opens_by_keys(browser: Browser, served: str) -> None:
    with phone(browser, reduced_motion="reduce") as page:
        page.goto(f"{served}{PRODUCT}")
        press_to(page, ".switch summary")
        page.keyboard.press("Enter")
        press_to(page, ".switch a[href='/zh/th/']")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served}/zh/th/")


def test_with_scripts_off_everything_is_reached_by_links(browser: Browser, served: str) -> None:
    with phone(browser, java_script_enabled=False) as page:

        def follow(selector: str, url: str) -> None:
            page.locator(selector).first.click()
            page.wait_for_url(served + url)

        def shows(*selectors: str) -> None:
            for selector in selectors:
                assert page.locator(selector).first.is_visible(), selector

        # Given the portal without scripts
        page.goto(f"{served}/zh/")
        # When a shopper goes to a category, its product, and reads all of it
        follow("main a[href='/zh/fr/']", "/zh/fr/")
        follow("main a[href='/zh/fr/categories/honey/']", "/zh/fr/categories/honey/")
        shows("main .price strong", "main .tax")
        follow(f"main a[href='{PRODUCT}']", PRODUCT)
        shows(".pay .price strong", ".pay data", ".notice li", ".elabel dd", ".go .button")
        page.locator(".about .fold:not([open]) summary").first.click()
        shows(".fold[open] .facts-list .result")
        # Then its merchant, other pages of the list, the dates of group buys and the directory are there
        follow("main a[href^='/zh/fr/merchants/']", "/zh/fr/merchants/ruche-du-mont/")
        shows("table .verdict")
        follow(".rooms a[href='/zh/fr/products/']", "/zh/fr/products/")
        follow(".pages a[rel=next]", "/zh/fr/products/page/2/")
        shows(".shelf .price")
        follow(".rooms a[href='/zh/campaigns/']", "/zh/campaigns/")
        shows("main time", "main .steps")
        follow(
            "main a[href='/zh/campaigns/2027-fr-national-day/']",
            "/zh/campaigns/2027-fr-national-day/",
        )
        shows(".deal-head time", ".ladder td")
        follow(".seek a", "/zh/search/")
        shows("main a[href='/zh/fr/']")
        # And the same things stand there in the other language, and the way back is open
        follow(".tongues a[href='/en/search/']", "/en/search/")
        follow(".site a", "/en/")
        page.go_back()
        page.go_back()
        page.wait_for_url(f"{served}/zh/search/")


def test_a_trap_and_a_hidden_ring_are_seen(browser: Browser, served: str) -> None:
    with phone(browser, reduced_motion="reduce") as page:
        page.goto(served + PRODUCT)
        plant(page, ".crumbs a { outline: 0 !important }")
        with pytest.raises(AssertionError, match="no focus is shown"):
            press_to(page, ".go a.button")
        page.goto(served + PRODUCT)
        page.evaluate("document.querySelector('.go a.button').tabIndex = -1")
        with pytest.raises(AssertionError, match="is not reached"):
            press_to(page, ".go a.button", 9)
