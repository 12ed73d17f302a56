"""Pages as a language that runs from the right would have them: mirrored, with amounts as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browsing import Watch, phone, plant
from playwright.sync_api import Browser, Page

LOOKS = (Path(__file__).parent / "looks.js").read_text()
PATHS = ["/fr/fr/products/lavender-honey/", "/zh/fr/products/lavender-honey/", "/fr/fr/products/"]
WIDTHS = [390, 1280]

# Of each amount: its text, the left edges of its letters line by line, whether all of it is in sight
AMOUNTS = """() => [...document.querySelectorAll(".price strong, .price + .also .fact, .pay .also .fact, del, data")]
  .filter(one => one.checkVisibility()).map(one => {
    const lines = new Map(), all = [];
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      for (let at = 0; at < walker.currentNode.length; at++) {
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        const line = Math.round(box.bottom / 8);
        lines.set(line, [...(lines.get(line) ?? []), box.left]);
        all.push(box);
      }
    const facts = one.closest(".facts")?.getBoundingClientRect();
    const [, end = "0", start = end] = facts ? getComputedStyle(one.closest(".facts")).clipPath.match(/inset\\(\\S+ ?(\\S+)?(?: \\S+)? ?(\\S+)?\\)/) : [];
    const left = (facts?.left ?? 0) + parseFloat(start), right = (facts?.right ?? innerWidth) - parseFloat(end);
    return [one.textContent.trim(), [...lines.values()], all.every(box => box.left > left - 1 && box.right < right + 1)];
  })"""
SIDEWAYS = re.compile("[←→⇐⇒⟵⟶➔➜▶◀►◄▸◂]")
SIGNS = """() => [...document.querySelectorAll("body *")].filter(one => one.checkVisibility()).map(one =>
    [...one.childNodes].filter(node => node.nodeType == 3).map(node => node.data).join("")
    + getComputedStyle(one, "::before").content + getComputedStyle(one, "::after").content).join(" ")"""


@contextmanager
def mirrored(browser: Browser, address: str, width: int) -> Iterator[Page]:
    """A page whose lines begin at the right."""
    with phone(browser, width) as page:
        watch = Watch(page)
        page.goto(address)
        page.evaluate("document.documentElement.dir = 'rtl'")
        page.evaluate(LOOKS)
        yield page
        assert watch.complaints == []


@pytest.fixture(params=[(path, width) for path in PATHS for width in WIDTHS], ids=str)
def page(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    path, width = request.param
    with mirrored(browser, served + path, width) as page:
        yield page


def broken_amounts(page: Page) -> list[str]:
    """Amounts whose letters do not run from the left, or are not all to be seen."""
    return [
        text
        for text, lines, whole in page.evaluate(AMOUNTS)
        if not whole or any(line != sorted(line) for line in lines)
    ]


def test_a_page_is_mirrored_and_whole(page: Page) -> None:
    # Then nothing goes sideways, is cut, or lies over another thing
    for look in ("sideways", "cut", "overlapping"):
        assert page.evaluate(f"looks.{look}()") == []
    # And amounts are read from the left, to their end
    assert len(page.evaluate(AMOUNTS)) > 2
    assert broken_amounts(page) == []
    # And the way home begins at the right
    edges = page.eval_on_selector_all(
        ".crumbs li", "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().right)"
    )  # fmt: skip
    assert edges == sorted(edges, reverse=True)
    assert page.evaluate(
        "document.querySelector('.crumbs li').getBoundingClientRect().right > innerWidth / 2"
    )
    # And no sign points sideways: on and back are words
    assert not SIDEWAYS.search(page.evaluate(SIGNS))


@pytest.mark.parametrize(
    "css",
    [
        ".price strong, .fact, del, data { unicode-bidi: normal !important }",
        ".facts { clip-path: inset(0 0 0 1.8em) !important }",
    ],
)
def test_an_amount_that_turned_or_is_cut_is_seen(browser: Browser, served: str, css: str) -> None:
    with mirrored(browser, f"{served}/fr/fr/products/", 390) as page:
        plant(page, css)
        assert broken_amounts(page)
