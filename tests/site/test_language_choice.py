"""The language choice in Chromium: the likeliest language stands first, and nobody is sent anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from browsing import Watch
from playwright.sync_api import Browser, Page

DOORS = "() => [...document.querySelectorAll('.tongue-doors > li')].map(door => door.lang)"
PRINTED = ["zh-Hans", "en", "fr", "de", "es", "th", "ms", "tr"]
BACK = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"


@contextmanager
def shopper(browser: Browser, language: str, *, script: bool = True) -> Iterator[Page]:
    """A page of somebody whose browser speaks a language, which must not complain."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale=language, java_script_enabled=script
    )
    page = context.new_page()
    watch = Watch(page)
    yield page
    assert [one for one in watch.complaints if script or not one.endswith(".js csp")] == []
    assert context.cookies() == []
    context.close()


def own(tags: list[str]) -> list[str]:
    return [tag.partition("-")[0] for tag in tags]


def doors(page: Page) -> list[str]:
    """The languages in the order in which they are seen."""
    found: list[str] = page.evaluate(DOORS)
    return found


@pytest.mark.parametrize(
    ("language", "first"),
    [("th-TH", "th"), ("de-AT", "de"), ("zh-TW", "zh"), ("en-NZ", "en"), ("sv-SE", "zh")],
)
def test_the_language_of_the_browser_stands_first_and_the_others_as_printed(
    browser: Browser, served: str, language: str, first: str
) -> None:
    with shopper(browser, language) as page:
        page.goto(f"{served}/")
        rest = [tag for tag in own(PRINTED) if tag != first]
        assert own(doors(page)) == [first, *rest]
        assert page.url == f"{served}/"


def test_keys_reach_the_doors_in_the_order_in_which_they_are_seen(
    browser: Browser, served: str
) -> None:
    with shopper(browser, "tr-TR") as page:
        page.goto(f"{served}/")
        page.locator("main").focus()
        page.keyboard.press("Tab")
        reached = page.evaluate("document.activeElement.closest('.tongue-doors > li').lang")
        assert own([reached]) == ["tr"]
        page.keyboard.press("Tab")
        reached = page.evaluate("document.activeElement.closest('.tongue-doors > li').lang")
        assert own([reached]) == ["zh"]


def test_what_was_chosen_last_stands_before_the_language_of_the_browser(
    browser: Browser, served: str
) -> None:
    with shopper(browser, "en-GB") as page:
        # Given somebody who has gone through the French door
        page.goto(f"{served}/")
        page.locator(".tongue-doors a[href='/fr/fr/']").click()
        page.wait_for_url(f"{served}/fr/fr/")
        # When the choice is opened again, then French stands first
        page.goto(f"{served}/")
        assert own(doors(page))[:3] == ["fr", "zh", "en"]
        # And where the browser shows a page that it has kept, the newest choice does
        page.evaluate("localStorage.setItem('language', 'de-CH')")
        page.locator(".tongue-doors a[href='/zh/']").focus()
        page.evaluate(BACK)
        assert own(doors(page))[:3] == ["de", "zh", "en"]
        # while the keyboard stays where it is
        assert page.evaluate("document.activeElement.getAttribute('href')") == "/zh/"


def test_a_browser_that_keeps_nothing_still_puts_its_own_language_first(
    browser: Browser, served: str
) -> None:
    with shopper(browser, "es-ES") as page:
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('off') }})"
        )
        page.goto(f"{served}/")
        assert own(doors(page))[:2] == ["es", "zh"]
        page.locator(".tongue-doors a[href='/en/']").click()
        page.wait_for_url(f"{served}/en/")


def test_without_script_the_doors_stand_as_printed(browser: Browser, served: str) -> None:
    with shopper(browser, "th-TH", script=False) as page:
        page.goto(f"{served}/")
        links = page.locator(".tongue-doors > li")
        assert own([one.get_attribute("lang") or "" for one in links.all()]) == own(PRINTED)


def test_nothing_moves_before_the_eyes(browser: Browser, served: str) -> None:
    with shopper(browser, "tr-TR") as page:
        page.goto(f"{served}/")
        page.wait_for_timeout(200)
        shifts = page.evaluate(
            """() => new Promise(done => new PerformanceObserver(list =>
                 done(list.getEntries().map(one => one.value)))
               .observe({type: "layout-shift", buffered: true}) || setTimeout(done, 200, []))"""
        )
        assert sum(shifts) < 0.02
