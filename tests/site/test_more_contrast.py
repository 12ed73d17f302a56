"""Who asks for more contrast gets captions and thin rules in ink, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browsing import phone
from playwright.sync_api import Browser, Page

PATHS = ["/zh/fr/products/lavender-honey/", "/de/ch/categories/food/", "/zh/th/merchants/"]
CAPTIONS = ".where, .who, .also, .small:not(.foot *), .facts:not(.foot *), .count, .native, .crumbs a, dt, .eyebrow, thead th"
RULES = ".facts-list > div, .fold, td, .merchant, .rooms, .captions li"

PALER = """([selector, property]) => {
  const ink = getComputedStyle(document.body).color;
  return [...document.querySelectorAll(selector)].filter(one => one.checkVisibility()).flatMap(one => {
    const style = getComputedStyle(one), is = style[property];
    const drawn = property == "color" || parseFloat(style.borderBlockEndWidth) > 0;
    return drawn && is != ink ? [`${one.className || one.tagName}: ${is}`] : [];
  });
}"""


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with phone(browser, color_scheme=request.param, contrast="more") as page:
        yield page


def paler(page: Page) -> list[str]:
    """Captions and thin rules that are not in ink."""
    captions: list[str] = page.evaluate(PALER, [CAPTIONS, "color"])
    rules: list[str] = page.evaluate(PALER, [RULES, "borderBlockEndColor"])
    return captions + rules


@pytest.mark.parametrize("path", PATHS)
def test_captions_and_rules_are_in_ink_and_focus_stays(page: Page, served: str, path: str) -> None:
    page.goto(served + path)
    assert paler(page) == []
    # And the ring is as it is for all
    page.keyboard.press("Tab")
    ring = page.evaluate(
        "(s => [s.outlineStyle, s.outlineWidth, s.outlineColor == getComputedStyle(document.body).color])"
        "(getComputedStyle(document.activeElement))"
    )
    assert ring == ["solid", "3px", True]


def test_who_does_not_ask_for_it_sees_captions_paler(page: Page, served: str) -> None:
    page.goto(served + PATHS[0])
    page.emulate_media(contrast="no-preference")
    assert len(paler(page)) > 20
