"""Cards that script makes of the index, in Chromium: the same bytes as the server's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Watch, phone
from goods import LOCALES, PAVILIONS, goods_of
from playwright.sync_api import Browser, Page

CARDS = """async url => {
  const { loadIndex, card } = await import(document.querySelector("script[data-goods]").dataset.goods);
  const { goods } = await loadIndex(url);
  return Object.fromEntries(goods.map(good => [good.url, card(good).outerHTML]));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that must not complain."""
    with phone(browser, 1280) as page:
        watch = Watch(page)
        yield page
    assert watch.complaints == []


@pytest.mark.parametrize(
    ("country", "locale"), [(c, locale) for c in PAVILIONS for locale in ("zh", LOCALES[c])]
)
def test_a_card_that_script_makes_equals_the_servers_to_the_byte(
    page: Page, served: str, site: Path, country: str, locale: str
) -> None:
    start = f"/{locale}/{country}/products/"
    printed: dict[str, str] = {}
    numbers = [None, *range(2, 1 + len(list((site / start[1:] / "page").glob("*"))) + 1)]
    for number in numbers:
        page.goto(served + start + (f"page/{number}/" if number else ""))
        printed |= page.eval_on_selector_all(
            ".shelf .good",
            "all => Object.fromEntries(all.map(one => [one.querySelector('a').getAttribute('href'), one.outerHTML]))",
        )
    made = page.evaluate(CARDS, f"/{locale}/{country}/search/index.json")
    assert len(made) == len(goods_of(site, f"{locale}/{country}")) > 20
    # The first cards of a page are on the first screen, and so are not lazy; script's cards are
    eager = re.compile(r'(<img(?:(?! loading)[^>])*?)(?: fetchpriority="high")? decoding=')
    assert {
        url: eager.sub(r'\1 loading="lazy" decoding=', html) for url, html in printed.items()
    } == made
