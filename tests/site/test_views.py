"""Views in the browser: from the sheet of views or in the page itself, they are the same picture."""

from __future__ import annotations

import io
from typing import Literal

import pytest
from browsing import phone, plant
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser, FloatRect, Page

# One window in a corner of the screen, in the same size wherever it stands in the page
LARGE = "%s { position: fixed; inset: 0; z-index: 9; inline-size: 200px !important; block-size: 250px !important }"
WITHIN: FloatRect = {"x": 60, "y": 75, "width": 80, "height": 165}


def seen(page: Page, address: str, window: str) -> Image.Image:
    """What is to be seen through a window, away from its frame."""
    page.goto(address)
    plant(page, LARGE % window)
    return Image.open(io.BytesIO(page.screenshot(clip=WITHIN))).convert("RGB")


def apart(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are from each other, of 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


@pytest.mark.parametrize("light", ["light", "dark"])
def test_the_sheet_of_views_takes_the_colours_of_the_page(
    browser: Browser, served: str, light: Literal["light", "dark"]
) -> None:
    with phone(browser, color_scheme=light) as page:
        wall = seen(page, f"{served}/zh/", ".c-fr .window.open")
        hall = seen(page, f"{served}/zh/fr/", ".hall .window.open")

        assert page.locator(".hall use").count() == 0
        assert apart(wall, hall) < 1


def test_a_view_by_night_is_darker_and_still_a_view(browser: Browser, served: str) -> None:
    pictures = []
    for light in ("light", "dark"):
        with phone(browser, color_scheme=light) as page:
            pictures.append(seen(page, f"{served}/zh/fr/", ".hall .window.open").convert("L"))
    day, night = (ImageStat.Stat(one) for one in pictures)

    assert night.mean[0] < day.mean[0] * 0.7
    assert night.mean[0] > 35  # no black hole
    assert night.stddev[0] > 25
