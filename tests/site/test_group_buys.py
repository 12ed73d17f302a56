"""Group buys in Chromium: what the shopper's clock turns between two builds, and what is printed."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
import zxingcpp
from browsing import Watch
from PIL import Image
from playwright.sync_api import Browser, Page
from sample import HOST, Handler, need
from test_clock import BEFORE as WHILE_OPEN

DEAL = "/zh/campaigns/2026-fi-independence-day/"  # 3 December 10:00 to 8 December 00:00
MILLIMETRE = 96 / 25.4  # CSS pixels


@contextmanager
def shop(
    browser: Browser, address: str, at: str = "", *, width: int = 390, other: str = ""
) -> Iterator[Page]:
    """A page by a clock that stands still until it is told to run; none: without script.

    other: what the server gives out in its place.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 844}, java_script_enabled=bool(at)
    )
    page = context.new_page()
    watch = Watch(page)
    if other:
        page.route(address, lambda route: route.fulfill(body=other, content_type="text/html"))
    if at:
        instant = datetime.fromisoformat(at)
        page.clock.install(time=instant - timedelta(minutes=1))
        page.clock.pause_at(instant)
    page.goto(address)
    yield page
    assert watch.complaints == []
    context.close()


def seen(page: Page, within: str = "main") -> str:
    """The text that can be seen."""
    return page.locator(within).first.inner_text()


def places(page: Page) -> list[float]:
    """Where headings, the notice and the pictures of goods stand."""
    found: list[float] = page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, .notice, .lot, .niche, .keep, footer')]"
        ".map(one => one.getBoundingClientRect().top)"
    )
    return found


def state(page: Page) -> str:
    """The state word under the window, as it is seen."""
    return page.locator(".deal-head .state").inner_text().strip()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_at_the_opening_minute_the_page_turns_and_nothing_moves(
    browser: Browser, served: str, width: int
) -> None:
    # Given the page of a build long before, two minutes before the opening
    with shop(browser, served + DEAL, "2026-12-03T09:58:00+08:00", width=width) as page:
        before = places(page)
        assert state(page) == "未开团"
        assert seen(page, "[role=timer]") == "距开团还有2分钟"
        assert seen(page, ".on-shutters") == "12月3日"
        assert not page.locator(".lot .button:not(.quiet)").first.is_visible()
        assert not page.locator(".scan").first.is_visible()
        # When a minute and almost another one pass
        page.clock.run_for(60_000)
        assert seen(page, "[role=timer]") == "距开团还有1分钟"
        page.clock.run_for(59_000)
        assert state(page) == "未开团"
        # Then it opens with the second
        page.clock.run_for(1_000)
        assert state(page) == "进行中"
        assert seen(page, "[role=timer]") == "距结束还有4天14小时"
        assert "各档人数的价格" in seen(page, ".ladder")
        assert page.locator(".lot .button:not(.quiet)").first.is_visible()
        assert page.locator(".scan").first.is_visible()
        assert page.locator(".deal-head .window.open").is_visible()
        assert places(page) == pytest.approx(before, abs=0.1)


@pytest.mark.parametrize("width", [390, 1280])
def test_at_the_closing_minute_too(browser: Browser, served: str, width: int) -> None:
    with shop(browser, served + DEAL, "2026-12-07T23:59:30+08:00", width=width) as page:
        before = places(page)
        assert (state(page), seen(page, "[role=timer]")) == ("进行中", "距结束还有1分钟")

        page.clock.run_for(30_000)

        assert (state(page), seen(page, "[role=timer]")) == ("已结束", "")
        assert seen(page, ".on-shutters") == "已结束"
        assert not page.locator(".lot .button").first.is_visible()
        assert not page.locator(".scan").first.is_visible()
        assert not page.get_by_text("加入日历").is_visible()
        assert places(page) == pytest.approx(before, abs=0.1)


@pytest.mark.parametrize("path", ["/zh/", "/zh/campaigns/", "/zh/embassies/fi/"])
def test_cards_turn_with_it(browser: Browser, served: str, path: str) -> None:
    with shop(browser, served + path, "2026-12-03T09:59:00+08:00") as page:
        card = page.locator(".campaign", has=page.locator(f"a[href='{DEAL}']"))
        before = places(page)
        assert card.locator(".state").inner_text() == "未开团"
        assert card.locator(".when").inner_text().endswith("开团")

        page.clock.run_for(60_000)
        assert card.locator(".state").inner_text() == "进行中"
        assert card.locator(".when").inner_text() == "北京时间2026年12月8日 00:00结束".replace(
            " ", "\u00a0"
        )
        assert card.locator(".window.open").is_visible()
        assert not card.locator(".window.shut").is_visible()
        page.clock.fast_forward(110 * 3_600_000)
        page.clock.run_for(60_000)

        assert card.locator(".state").inner_text() == "已结束"
        assert not card.locator(".steps").is_visible()
        assert places(page) == pytest.approx(before, abs=0.1)


def test_no_heading_says_of_a_group_buy_what_its_card_no_longer_does(
    browser: Browser, served: str, served_open: str
) -> None:
    # Given lists in which nothing, and two of them, are open
    for address, room, opens, words in (
        (served, "#coming", "2026-12-03T09:59:00+08:00", ("即将开放", "正在进行或即将开始")),
        (served_open, "#open", "2027-07-14T23:59:00+08:00", ("正在进行", "已结束")),
    ):
        with shop(browser, f"{address}/zh/campaigns/", opens) as page:
            heading = page.locator(room)
            before = places(page)
            assert heading.inner_text() == words[0]
            # When the first of them turns
            page.clock.run_for(60_000)
            # Then the heading is true of all of them
            assert heading.inner_text() == words[1]
            assert places(page) == pytest.approx(before, abs=0.1)
    # And a list without an open one does not deny the one that opened
    with shop(browser, f"{served}/zh/campaigns/", "2026-12-03T10:00:00+08:00") as page:
        assert "此后开始的团购见下方" in seen(page)
        assert "目前没有" not in seen(page)


def test_the_offer_on_a_product_ends_with_the_group_buy(
    browser: Browser, built: Callable[..., Path]
) -> None:
    with serving(built(WHILE_OPEN)) as base:
        address = f"{base}/zh/fr/products/lavender-honey/"
        with shop(browser, address, "2027-07-14T23:59:00+08:00") as page:
            assert page.locator(".offer").is_visible()
            page.clock.run_for(60_000)
            assert not page.locator(".offer").is_visible()


@pytest.mark.parametrize("at", ["2020-01-01T00:00:00+08:00", "2027-07-01T00:00:00+08:00"])
def test_a_slow_clock_takes_nothing_back(
    browser: Browser, built: Callable[..., Path], at: str
) -> None:
    with serving(built(WHILE_OPEN)) as base:
        deal = f"{base}/zh/campaigns/2027-fr-national-day/"
        with shop(browser, deal, at) as page:
            assert state(page) == "进行中"
            page.clock.run_for(60_000)
            assert state(page) == "进行中"


def test_a_phone_that_slept_through_the_minute_is_right_when_it_wakes(
    browser: Browser, served: str
) -> None:
    with shop(browser, served + DEAL, "2026-12-03T09:00:00+08:00") as page:
        assert state(page) == "未开团"
        page.clock.set_fixed_time("2026-12-03T12:00:00+08:00")

        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")

        assert state(page) == "进行中"


def test_without_script_the_state_of_the_build_stands(
    browser: Browser, served: str, built: Callable[..., Path]
) -> None:
    with shop(browser, served + DEAL) as page:
        assert state(page) == "未开团"
        assert "北京时间2026年12月3日\u00a010:00" in seen(page)
        assert "当地时间2026年12月3日" not in seen(
            page
        )  # Finland has no pavilion, and no time here
        assert page.locator("a[href$='.ics']").is_visible()
        assert not page.locator(".scan").is_visible()
    with serving(built(WHILE_OPEN)) as base:
        with shop(browser, f"{base}/zh/campaigns/2027-fr-national-day/") as page:
            assert state(page) == "进行中"
            assert "法国当地时间2027年7月14日\u00a018:00" in seen(page)
            assert page.locator(".scan").is_visible()
        with shop(browser, base + DEAL) as page:
            assert state(page) == "已结束"
            assert (
                page.locator("[data-in][hidden], script[src*=campaign]").count()
                == page.locator(".campaign [data-in][hidden], script[src*=campaign]").count()
            )
            assert not page.locator("a[href$='.ics']").is_visible()


def test_english_counts_one_and_many(browser: Browser, served: str) -> None:
    address = served + DEAL.replace("/zh/", "/en/")
    with shop(browser, address, "2026-12-02T08:58:00+08:00") as page:
        assert seen(page, "[role=timer]") == "Opens in 1 day 1 hour 2 minutes"
        page.clock.run_for(60_000)
        assert seen(page, "[role=timer]") == "Opens in 1 day 1 hour 1 minute"
        page.clock.run_for(60_000)
        assert seen(page, "[role=timer]") == "Opens in 1 day 1 hour"
        timer = page.locator("[role=timer]")
        assert timer.get_attribute("aria-live") == "off"


def test_a_language_of_three_forms_counts_in_all_of_them(
    browser: Browser, served: str, site: Path
) -> None:
    # Given the page in Polish: 1 minuta, 2 minuty, 5 minut, and so again from 22 on
    address = served + DEAL.replace("/zh/", "/en/")
    text = (site / address.removeprefix(served + "/") / "index.html").read_text()
    text = text.replace('<html lang="en', '<html lang="pl" data-was="')
    forms = {"one": "1 minuta", "few": "2 minuty", "many": "0 minut"}
    polish = [
        f'<template data-words="minute {one}">{words}</template>' for one, words in forms.items()
    ]
    text = re.sub(r'(<template data-words="minute .*\n)+', "".join(polish), text)
    # When it counts down
    said = []
    with shop(browser, address, "2026-12-03T09:38:00+08:00", other=text) as page:
        for _ in range(22):
            said.append(seen(page, "[role=timer]").removeprefix("Opens in "))
            page.clock.run_for(60_000)
    # Then each number has its form
    assert [said[-n] for n in (1, 2, 5, 12, 22)] == [
        "1 minuta", "2 minuty", "5 minut", "12 minut", "22 minuty",
    ]  # fmt: skip


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


# Codes


def scanned(picture: bytes) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]


def test_the_code_on_a_product_s_page_is_scanned_from_the_screen(
    browser: Browser, served: str
) -> None:
    for width, folded in ((390, True), (1280, False)):
        address = f"{served}/zh/fr/products/lavender-honey/"
        with shop(browser, address, "2026-11-25T12:00:00+08:00", width=width) as page:
            code = page.locator(".scan .code")
            assert code.is_visible() is not folded
            if folded:
                page.locator(".scan summary").click()
            code.scroll_into_view_if_needed()
            page.wait_for_function("document.querySelector('.code').complete")
            box = code.bounding_box()
            assert box is not None
            assert box["width"] == box["height"] >= 180
            shop_url = page.locator(".go .button").get_attribute("href")
            assert scanned(page.screenshot()) == [shop_url]
            assert seen(page, ".scan .address") == shop_url


# Posters


def posters(site: Path) -> list[str]:
    return sorted(f"/{path.parent.relative_to(site)}/" for path in site.rglob("poster/index.html"))


def test_a_poster_prints_on_one_sheet_of_a4_or_a3(browser: Browser, served: str) -> None:
    page = browser.new_page()
    for path in ("/zh/fr/poster/", "/en/campaigns/2027-southeast-asia/poster/"):
        page.goto(served + path)
        for paper in ("A4", "A3"):
            printed = page.pdf(format=paper, print_background=True)
            assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    page.close()


def test_every_poster_fits_its_sheet_and_its_code_is_scanned(
    browser: Browser, served: str, site: Path
) -> None:
    need("chromium")
    found = posters(site)
    assert len(found) == 2 * 11 + 2 * 12
    # an A4 sheet in CSS pixels, as print lays it out
    page = browser.new_page(viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    for path in found:
        page.goto(served + path)
        measured = page.evaluate(
            "(() => { const sheet = document.querySelector('.poster'), code = document.querySelector('.code');"
            "return [sheet.scrollHeight - sheet.clientHeight, sheet.scrollWidth - sheet.clientWidth,"
            "document.documentElement.scrollHeight, code.getBoundingClientRect().width,"
            "document.querySelector('.poster .window').getBoundingClientRect().height] })()"
        )
        over, wide, height, code, window = measured
        assert (over, wide, height) == (0, 0, 1123), path
        assert code >= 30 * MILLIMETRE, path
        assert window >= 25 * MILLIMETRE, path
        assert scanned(page.screenshot()) == [HOST + path.removesuffix("poster/")]
    page.close()


def test_the_picture_to_save_is_on_the_screen_and_not_on_paper(
    browser: Browser, served: str
) -> None:
    with shop(browser, f"{served}/zh/fr/poster/") as page:
        ready = page.locator(".ready img")
        ready.scroll_into_view_if_needed()
        ready.evaluate("image => image.decode()")
        assert scanned(ready.screenshot()) == [f"{HOST}/zh/fr/"]
        assert "长按图片" in seen(page, ".ready")
        page.emulate_media(media="print")
        assert not ready.is_visible()
