"""Every kind of page where it is hardest: narrow, with large or loose letters, by keys, on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import states
from browsing import chromium, phone, plant
from kinds import KINDS, STATES
from playwright.sync_api import Browser, Page

LOOKS = (Path(__file__).parent / "looks.js").read_text()
# WCAG 2.2, 1.4.12
LOOSE = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
           p { margin-block-end: 2em !important }"""
FINGER = 44  # CSS pixels


def seen(page: Page, *looks: str) -> list[str]:
    """What these looks (`looks.js`) find wrong with a page as it is."""
    return [
        f"{look}: {line}" for look in looks for line in page.evaluate(f"looks.{look}({FINGER})")
    ]


def hardships(page: Page) -> Iterator[tuple[str, list[str]]]:
    """A page taken through them, with what is wrong in each."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 320, "height": 844})
    still = ("sideways", "cut", "overlapping", "small")
    yield "320 px", seen(page, *still, "letters", "moving")
    page.keyboard.press("Tab")
    yield "320 px, by keys", seen(page, "unfocused")
    # Where the last focus left it, near the end: what is sticky has gone as far as it can
    page.evaluate("document.activeElement.blur()")
    page.set_viewport_size({"width": 1280, "height": 1000})
    yield "1280 px", seen(page, *still)
    yield "1280 px, by keys", seen(page, "unfocused")
    page.emulate_media(forced_colors="active")
    yield "forced colours", seen(page, "faded")
    page.emulate_media(forced_colors="none", media="print", color_scheme="dark")
    page.set_viewport_size({"width": 720, "height": 1000})
    yield "paper", seen(page, "unprinted", "light")
    page.emulate_media(media="screen", color_scheme="light")
    plant(page, LOOSE)
    yield "loose letters", seen(page, "sideways", "cut", "overlapping")


def what_fails(browser: Browser, address: str, paths: Iterable[str]) -> dict[str, list[str]]:
    found = {}
    with phone(browser, 320) as page:
        for path in paths:
            page.goto(address + path)
            page.evaluate(LOOKS)
            for hardship, faults in hardships(page):
                if faults:
                    found[f"{path}, {hardship}"] = faults
    return found


# Of each kind one page, in Chinese and in other languages by turns; posters are paper (test_group_buys)
ONE_OF_EACH = [
    (kind, paths[turn % len(paths)])
    for turn, (kind, paths) in enumerate(KINDS.items())
    if kind != "poster"
]


@pytest.mark.parametrize(("kind", "path"), ONE_OF_EACH, ids=[kind for kind, _ in ONE_OF_EACH])
def test_a_kind_of_page_holds(browser: Browser, served: str, kind: str, path: str) -> None:
    assert what_fails(browser, served, [path]) == {}


def test_an_open_group_buy_holds(browser: Browser, served_open: str) -> None:
    assert what_fails(browser, served_open, STATES.values()) == {}


@pytest.mark.parametrize("path", states.PATHS)
def test_a_rare_state_holds(browser: Browser, served_states: str, path: str) -> None:
    assert what_fails(browser, served_states, [path]) == {}


def test_letters_of_twice_the_size_have_room_on_a_phone(
    browser: Browser, served: str, served_open: str, served_states: str
) -> None:
    found = {}
    twice = chromium("--blink-settings=defaultFontSize=32", beside=browser)
    with twice as large, phone(large) as page:
        for address, paths in (
            (served, [path for _, path in ONE_OF_EACH]),
            (served_open, STATES.values()),
            (served_states, states.PATHS),
        ):
            for path in paths:
                page.goto(address + path)
                page.evaluate(LOOKS)
                found[path] = seen(page, "sideways", "cut", "overlapping")
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert {path: faults for path, faults in found.items() if faults} == {}


PLANTED = [
    ("320 px", "sideways", "main { inline-size: 400px }"),
    ("320 px", "cut", "h1 { block-size: 9px; overflow: hidden }"),
    ("320 px", "overlapping", ".label .who { margin-block-start: -1.5em }"),
    ("320 px", "small", ".rooms a { min-block-size: 2rem }"),
    ("320 px", "letters: h1", "h1 { font-style: italic }"),
    ("320 px", "letters: a", "main a { text-transform: uppercase }"),
    ("320 px", "letters: p", "p { letter-spacing: 1px }"),
    ("320 px", "moving: html", ":root { transition: color 1s }"),
    ("320 px", "moving: scrolling", ":root { scroll-behavior: smooth !important }"),
    ("320 px, by keys", "unfocused: a", "main a:focus-visible { outline: 0 }"),
    ("320 px, by keys", "unfocused: a", ".crumbs a:focus-visible { visibility: hidden }"),
    ("320 px, by keys", "unfocused: the ring", ".crumbs { overflow: hidden; padding-block: 0 }"),
    ("320 px, by keys", "unfocused: a", "main::after { content: ''; position: fixed; inset: 0 }"),
    ("forced colours", "faded", ".niche { border: 0 !important }"),
    ("forced colours", "faded: svg", ".window { fill: red !important }"),
    ("paper", "unprinted: p", "@media print { .where { display: none !important } }"),
    ("paper", "light", "body { background: #000 !important }"),
    ("loose letters", "cut", "h1 { block-size: 1.35em; line-height: 1.35; overflow: hidden; white-space: nowrap }"),
]  # fmt: skip


@pytest.mark.parametrize(("hardship", "fault", "css"), PLANTED)
def test_a_planted_fault_is_seen(
    browser: Browser, served: str, hardship: str, fault: str, css: str
) -> None:
    with phone(browser, 320) as page:
        page.goto(f"{served}/zh/fr/products/page/2/")
        page.evaluate(LOOKS)
        plant(page, css)
        assert any(line.startswith(fault) for line in dict(hardships(page))[hardship])


def test_an_address_that_is_not_printed_is_seen(browser: Browser, served: str) -> None:
    with phone(browser, 320) as page:
        page.goto(f"{served}/zh/fr/products/lavender-honey/")
        page.evaluate(LOOKS)
        plant(
            page,
            "a::after { content: none !important } .fold::details-content { content-visibility: hidden !important }",
        )
        lines = dict(hardships(page))["paper"]
        assert any("address" in line for line in lines)
        assert any(".fold dd" in line for line in lines)
