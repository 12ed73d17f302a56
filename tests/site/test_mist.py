"""Behind the picture of a guide stand nine of its colours, until it is there; then nothing of them is seen."""

from __future__ import annotations

import io

import pytest
from browsing import Watch, phone
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, Route

GUIDE = "/zh/fr/travel/lavender-field/"
COLOURS = (
    "[...document.querySelectorAll('.mist rect')].map(one => one.getAttribute('fill')).reverse()"
)
SHIFTS = """() => new Promise(done => new PerformanceObserver(list => done(
    list.getEntries().reduce((sum, one) => sum + one.value, 0))).observe({type: "layout-shift", buffered: true})
    ?? setTimeout(() => done(0), 200))"""


def seen(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.locator(".hero").screenshot())).convert("RGB")


def middle_row(page: Page) -> list[tuple[int, ...]]:
    """The colours at the middles of the three parts across the middle of the hero."""
    shot = seen(page)
    found = [shot.getpixel((shot.width * part // 6, shot.height // 2)) for part in (1, 3, 5)]
    return [one for one in found if isinstance(one, tuple)]


def settle(page: Page) -> None:
    """Waits until what is seen stands still: a picture is decoded beside the frames of the page."""
    before = b""
    while (now := page.locator(".hero").screenshot()) != before:
        before = now
        page.wait_for_timeout(250)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_mist_is_there_at_once_and_goes_without_a_trace(
    browser: Browser, served: str, width: int
) -> None:
    with phone(browser, width) as page:
        watch = Watch(page)
        held: list[Route] = []
        # Given a picture that is still on its way
        page.route("**/assets/pictures/**", lambda route: held.append(route))
        page.goto(served + GUIDE, wait_until="commit")
        page.wait_for_selector(".foot")
        colours = [
            tuple(int(2 * sign, 16) for sign in colour[1:]) for colour in page.evaluate(COLOURS)
        ]
        assert len(colours) == 9
        before = page.locator(".hero").bounding_box()
        # Then its colours stand in its place, and are nothing to those who listen
        assert middle_row(page)[1] == colours[4]
        assert page.locator(".mist").get_attribute("aria-hidden") == "true"
        # When it comes
        for route in held:
            route.continue_()
        page.unroute_all(behavior="ignoreErrors")
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelector('.hero img').decode()")
        # Then it has the same place, and covers them
        assert page.locator(".hero").bounding_box() == before
        assert page.evaluate(SHIFTS) == 0
        settle(page)
        covered = seen(page)
        page.evaluate("document.querySelector('.mist').remove()")
        changed = ImageChops.difference(covered, seen(page)).convert("L")
        assert max(changed.tobytes()) < 8  # an edge may be smoothed a little otherwise
        assert watch.complaints == []
