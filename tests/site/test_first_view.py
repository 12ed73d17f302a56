"""What a phone asks for before it shows a page: little, of this host alone, and without a complaint."""

from __future__ import annotations

import gzip

import pytest
from browsing import Watch, phone
from kinds import KINDS
from playwright.sync_api import Browser, Page, Response

KB = 1000
REQUESTS = 12
# Bytes on the wire of documents, style sheets, scripts, and pictures on the first screen
FIRST_VIEW = {
    "root": 20, "portal": 90, "pavilion": 110, "products": 130, "products, page 2": 130,
    "category": 130, "region": 130, "product": 100, "product with variants": 100,
    "product, sold out": 100, "merchants": 70, "merchant": 70, "partner": 50,
    "culture list": 130, "culture": 130, "travel list": 130, "travel": 130, "campaigns": 90,
    "campaign": 90, "embassies": 50, "embassy": 50, "search": 40, "text": 40, "criteria": 40,
    "poster": 50, "404": 50,
}  # fmt: skip

# A browser fetches lazy pictures long before they are scrolled to: they are no part of the view
SHOWN = """() => [...document.images].filter(image => {
  const box = image.getBoundingClientRect();
  return image.loading != "lazy"
    || (box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth);
}).map(image => image.currentSrc)"""


def weight(response: Response) -> int:
    """Bytes of a response as a web server would send them: compressed, but for what already is."""
    body = response.body()
    is_packed = response.request.resource_type == "image" and not response.url.endswith(".svg")
    return len(body) if is_packed else len(gzip.compress(body, 6, mtime=0))


def first_view(page: Page, address: str) -> dict[str, int]:
    """Address to bytes of what the first view of a page is made of."""
    got: list[Response] = []
    page.on("response", lambda response: got.append(response))
    page.goto(address)
    shown = set(page.evaluate(SHOWN))
    return {
        response.url: weight(response)
        for response in got
        if response.request.resource_type != "image" or response.url in shown
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_view_of_a_kind_of_page(browser: Browser, served: str, kind: str) -> None:
    for path in KINDS[kind]:
        with phone(browser) as page:
            watch = Watch(page)
            view = first_view(page, served + path)
            assert len(view) <= REQUESTS, view
            assert sum(view.values()) <= FIRST_VIEW[kind] * KB, view
            assert [url for url in watch.requests if not url.startswith(served + "/")] == []
            assert watch.complaints == []
            assert page.context.cookies() == []


def test_planted_requests_and_cookies_are_seen(browser: Browser, served: str) -> None:
    with phone(browser) as page:
        page.route(
            "**/zh/shipping-and-tax/",
            lambda route: route.fulfill(
                content_type="text/html",
                headers={"Set-Cookie": "a=b"},
                body="<img src='/404.html?1'><img src='/404.html?2' loading=lazy>"
                "<p style='height:9000px'></p><img src='/404.html?3' loading=lazy>",
            ),
        )
        view = first_view(page, f"{served}/zh/shipping-and-tax/")
        assert {url.partition("?")[2] for url in view} == {"", "1", "2"}
        assert page.context.cookies() != []
