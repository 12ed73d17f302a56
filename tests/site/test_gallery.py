"""The pictures of a product in Chromium: by keys, by thumbnails, by a finger, and without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Watch, phone
from playwright.sync_api import Browser, Page, expect

THROW = "/zh/gb/products/dales-wool-throw/"  # three pictures
HONEY = "/zh/fr/products/lavender-honey/"  # one

IN_SIGHT = """() => {
  const strip = document.querySelector(".strip").getBoundingClientRect();
  return [...document.querySelectorAll(".strip > li")].map(one => one.getBoundingClientRect())
    .findIndex(box => Math.abs(box.left - strip.left) < 2);
}"""


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A product of three pictures on a phone, which must not complain."""
    with phone(browser, has_touch=True, reduced_motion="reduce") as page:
        watch = Watch(page)
        page.goto(served + THROW)
        yield page
        assert watch.complaints == []


def seen(page: Page, number: int) -> None:
    """The picture of that number, from 0 on, is in sight, and its thumbnail says so."""
    page.wait_for_function(f"({IN_SIGHT})() === {number}")
    marked = page.locator(".thumbs [aria-current]")
    expect(marked).to_have_count(1)
    expect(marked).to_have_attribute("href", f"#picture-{number + 1}")


def test_arrow_keys_turn_to_the_next_picture_and_back(page: Page) -> None:
    page.locator(".strip").focus()
    for key, number in [
        ("ArrowRight", 1), ("ArrowRight", 2), ("ArrowRight", 2), ("ArrowLeft", 1),
        ("Home", 0), ("ArrowLeft", 0), ("End", 2),
    ]:  # fmt: skip
        page.keyboard.press(key)
        seen(page, number)
    # And elsewhere they do what they always do
    page.locator("main").focus()
    page.keyboard.press("Home")
    seen(page, 2)


def test_a_thumbnail_shows_its_picture_and_leaves_the_address_and_the_page_where_they_are(
    page: Page, served: str
) -> None:
    page.locator(".thumbs a").nth(2).tap()
    seen(page, 2)
    assert page.url == served + THROW
    assert page.evaluate("scrollY") == 0
    # With keys the next thumbnail has the focus, too
    page.locator(".thumbs a").nth(2).focus()
    page.keyboard.press("ArrowLeft")
    seen(page, 1)
    assert page.evaluate("document.activeElement.hash") == "#picture-2"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    seen(page, 0)


def test_what_a_finger_or_an_address_brings_into_sight_is_marked(page: Page, served: str) -> None:
    page.evaluate("document.querySelector('.strip').scrollBy(innerWidth, 0)")
    seen(page, 1)
    page.goto(f"{served}{THROW}#picture-3")
    seen(page, 2)


def test_to_the_right_and_to_the_left_change_sides_where_one_reads_from_the_right(
    page: Page,
) -> None:
    page.route("**" + THROW, lambda route: route.fulfill(
        body=route.fetch().text().replace("<html ", '<html dir="rtl" '), content_type="text/html"
    ))  # fmt: skip
    page.reload()
    page.locator(".strip").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("document.querySelector('.strip').scrollLeft < -300")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.strip').scrollLeft === 0")


def test_every_picture_is_described_in_the_language_of_the_page(page: Page, served: str) -> None:
    for path in (THROW, THROW.replace("/zh/", "/en/"), "/zh/fr/products/kelsch-runner/",
                 "/fr/fr/products/kelsch-runner/"):  # fmt: skip
        page.goto(served + path)
        pictures = page.locator(".strip img").evaluate_all("all => all.map(i => [i.alt, i.lang])")
        assert len(pictures) == len({alt for alt, _ in pictures}) > 1
        assert all(alt and not lang for alt, lang in pictures)


def test_without_script_the_strip_is_scrolled_and_thumbnails_are_links(
    browser: Browser, served: str
) -> None:
    with phone(browser, java_script_enabled=False) as page:
        page.goto(served + THROW)
        assert page.locator(".thumbs [aria-current]").count() == 0
        page.locator(".thumbs a").nth(1).click()
        assert page.url == f"{served}{THROW}#picture-2"
        box = page.locator("#picture-2").bounding_box()
        assert box is not None
        assert abs(box["x"]) < 2


def test_only_products_of_several_pictures_ask_for_the_script(site: Path) -> None:
    pages = sorted(site.glob("*/*/products/*/index.html"))
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert ("/gallery." in html) == ('class="thumbs"' in html), path
    assert "/gallery." in (site / THROW[1:] / "index.html").read_text(encoding="utf-8")
    assert "/gallery." not in (site / HONEY[1:] / "index.html").read_text(encoding="utf-8")
