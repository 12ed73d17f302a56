"""axe-core on every kind of page, no rule of WCAG 2.2 AA or best practice off: nothing is found."""

from __future__ import annotations

import os
from functools import cache
from typing import Any, Literal

import pytest
import states
from browsing import open_everything, phone
from kinds import KINDS, STATES
from playwright.sync_api import Browser, Page
from sample import ROOT

AXE = ROOT / "tests/tools/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
NIGHT_AND_DAY: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")


@cache
def axe() -> str:
    if not AXE.is_file():
        if os.environ.get("CI") == "true":
            pytest.fail("axe-core is not installed: npm ci --prefix tests/tools")
        pytest.skip("axe-core is not installed: npm ci --prefix tests/tools")
    return AXE.read_text()


def findings(page: Page, part: str = "html") -> list[str]:
    """What axe-core has to say about a page, or about a part of it (a CSS selector)."""
    found: dict[str, Any] = page.evaluate(
        """([rules, part]) => axe.run(
             {include: [[part]]}, {runOnly: rules, resultTypes: ["violations"]})""",
        [RULES, part],
    )
    return [
        f"{fault['id']}: {node['html'][:160]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


def look_at(page: Page, address: str, turn: int) -> dict[str, list[str]]:
    """What is found where it is narrow (turn 0) or wide (1), then at 390 px with all menus open.

    Turn 0 begins by day and ends at night, turn 1 the other way round.
    """
    page.goto(address)
    if "?" in address:  # what scripts make of it
        page.wait_for_selector(".chips li, [data-answers] li")
    page.evaluate(axe())
    found = {}
    for width in ((320, 1280)[turn % 2], 390):
        scheme = NIGHT_AND_DAY[(turn + (width == 390)) % 2]
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 844})
        if width == 390:
            open_everything(page)
        found[f"{width}, {scheme}"] = findings(page)
    for index in range(page.locator("dialog").count()):
        page.evaluate("index => document.querySelectorAll('dialog')[index].showModal()", index)
        found[f"dialog {index}"] = findings(page, "dialog[open]")
        page.evaluate("index => document.querySelectorAll('dialog')[index].close()", index)
    return {state: faults for state, faults in found.items() if faults}


# A kind's page in Chinese takes turn 0, the other one turn 1: together they are seen at every width,
# by day and by night.
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_found_on_a_kind_of_page(browser: Browser, served: str, kind: str) -> None:
    found = {}
    with phone(browser, bypass_csp=True) as page:
        for turn, path in enumerate(KINDS[kind]):
            found[path] = look_at(page, served + path, turn)
        if len(KINDS[kind]) == 1:
            found["the other way round"] = look_at(page, served + path, turn + 1)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_nothing_is_found_while_a_group_buy_is_open(browser: Browser, served_open: str) -> None:
    with phone(browser, bypass_csp=True) as page:
        found = {path: look_at(page, served_open + path, 0) for path in STATES.values()}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("path", states.PATHS)
def test_nothing_is_found_in_a_rare_state(browser: Browser, served_states: str, path: str) -> None:
    with phone(browser, bypass_csp=True) as page:
        assert look_at(page, served_states + path, len(path)) == {}


PLANTED = [
    ("a picture without words", "<img src='/x.png'>", "image-alt"),
    ("pale words", "<p style='color:#AAA;background:#FFF'>pale</p>", "color-contrast"),
    ("small targets", "<div style='display:flex'>" + "<button style='inline-size:12px;block-size:12px;padding:0'>x</button>" * 3 + "</div>", "target-size"),
    ("a heading passed over", "<h2>x</h2><h5>x</h5>", "heading-order"),
    ("a second main", "<main><p>x</p></main>", "landmark-no-duplicate-main"),
    ("an unknown language", "<p lang='zz-zz-zz'>x</p>", "valid-lang"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "html", "rule"), PLANTED, ids=[one[0] for one in PLANTED])
def test_a_planted_fault_is_found(
    browser: Browser, served: str, name: str, html: str, rule: str
) -> None:
    with phone(browser, bypass_csp=True) as page:
        page.goto(f"{served}/zh/shipping-and-tax/")
        page.evaluate(axe())
        page.evaluate(
            "html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", html
        )
        assert any(fault.startswith(f"{rule}:") for fault in findings(page))
