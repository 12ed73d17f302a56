"""“Copy link” in Chromium: on the clipboard, or selected to be copied; and absent where nothing can work it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Watch, phone
from playwright.sync_api import Browser, Page, expect

PRODUCT = "/zh/fr/products/lavender-honey/"
PLACES = [PRODUCT, "/fr/fr/travel/lavender-field/", "/en/campaigns/2027-southeast-asia/"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone's page that must not complain."""
    with phone(browser) as page:
        watch = Watch(page)
        yield page
        assert watch.complaints == []


@pytest.mark.parametrize("path", PLACES)
def test_the_address_is_copied_by_keys_and_that_is_said(page: Page, served: str, path: str) -> None:
    # Given an address with what somebody else asked for
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served)
    page.goto(f"{served}{path}?from=a-friend#main")
    button = page.locator(".copy button")
    said = page.locator(".copy [role=status]")
    expect(said).to_have_text("")
    # When the button is pressed, then the plain address is on the clipboard
    button.focus()
    page.keyboard.press("Enter")
    expect(said).to_have_text(re.compile("^(已复制|Lien copié|Copied)$"))
    assert page.evaluate("navigator.clipboard.readText()") == served + path
    # And the keyboard stays where it is
    expect(button).to_be_focused()
    expect(page.locator(".copy input")).to_be_hidden()


SHUT = [
    "Object.defineProperty(navigator, 'clipboard', {value: undefined})",
    "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))",
]


@pytest.mark.parametrize("how", SHUT, ids=["absent", "refused"])
def test_where_the_clipboard_is_shut_the_address_stands_selected(
    page: Page, served: str, how: str
) -> None:
    page.add_init_script(how)
    page.goto(served + PRODUCT)
    page.locator(".copy button").click()
    expect(page.locator(".copy [role=status]")).to_have_text("已选中，请自行复制")
    field = page.get_by_role("textbox", name="本页网址")
    expect(field).to_have_value(served + PRODUCT)
    expect(field).to_be_focused()
    assert page.evaluate("getSelection().toString()") == served + PRODUCT
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_script_there_is_no_button_and_no_gap(browser: Browser, served: str) -> None:
    with phone(browser, java_script_enabled=False) as page:
        page.goto(served + PRODUCT)
        assert page.locator(".copy button, .copy input").count() == 0
        expect(page.locator(".copy")).to_be_hidden()


def test_the_button_moves_nothing_when_it_comes(page: Page, served: str) -> None:
    page.route("**/core.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(served + PLACES[2])
    before = page.locator(".copy").bounding_box()
    page.unroute("**/core.*.js")
    page.reload()
    page.locator(".copy button").wait_for()
    assert page.locator(".copy").bounding_box() == before


def test_guides_load_nothing_but_the_core_and_texts_nothing_at_all(site: Path) -> None:
    def scripts(path: str) -> list[str]:
        html = (site / path[1:] / "index.html").read_text(encoding="utf-8")
        return re.findall(r'<script[^>]* src="/assets/([a-z]+)\.', html)

    assert scripts("/fr/fr/travel/lavender-field/") == ["core"]
    assert scripts("/zh/tr/culture/") == []
    assert scripts("/en/about/") == []
    assert scripts("/zh/fr/merchants/") == []
