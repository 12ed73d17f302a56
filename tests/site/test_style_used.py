"""Every selector of the theme's style sheet means something on some page of the sample."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import states
from browsing import phone, plant
from kinds import PAGES, STATES
from playwright.sync_api import Browser, Page
from sample import ROOT

SELECTORS = """() => {
  const apart = list => {
    const parts = [];
    let depth = 0, part = "";
    for (const sign of list) {
      depth += (sign == "(" || sign == "[") - (sign == ")" || sign == "]");
      if (sign == "," && !depth) { parts.push(part.trim()); part = "" } else part += sign;
    }
    return [...parts, part.trim()];
  };
  const found = new Set();
  const walk = rules => {
    for (const rule of rules) {
      if (rule.selectorText) apart(rule.selectorText).forEach(one => found.add(one));
      else if (rule.cssRules) walk(rule.cssRules);
    }
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) walk(sheet.cssRules);
  return [...found];
}"""

# The mean colour of a photograph: any of the 64 may come with the next one
TONE = re.compile(r"\.t[0-3]{3}")

# What a person does (hover, focus) and what is not an element (::before) is not in a document
WITHOUT = re.compile(r"(?:::[-a-z]+|:(?:hover|focus-visible|focus|active)\b)+")

UNUSED = """async ([addresses, selectors]) => {
  for (const address of addresses) {
    const html = await (await fetch(address)).text();
    const page = new DOMParser().parseFromString(html, "text/html");
    for (let pattern; (pattern = page.querySelector("template")); ) pattern.replaceWith(pattern.content);
    page.querySelectorAll("details").forEach(one => one.open = true);
    selectors = selectors.filter(([plain]) => !page.querySelector(plain));
    if (!selectors.length) break;
  }
  return selectors;
}"""


def plain(selector: str) -> str:
    """`a:hover::after` as `a`; `p ::before` as `p *`."""

    def instead(found: re.Match[str]) -> str:
        return "*" if found.string[: found.start()][-1:] in ("", *" >+~(,") else ""

    return WITHOUT.sub(instead, selector)


def unused(page: Page, addresses: Iterable[str], selectors: Iterable[str]) -> list[str]:
    """Selectors that nothing on these pages answers to."""
    pairs = [(plain(one), one) for one in selectors]
    left: list[tuple[str, str]] = page.evaluate(UNUSED, [list(addresses), pairs])
    return sorted(selector for _, selector in left)


def made_by_script(site: Path) -> set[str]:
    """Words of the scripts and of their patterns: classes that only a script sets are among them."""
    return {
        word
        for path in (*site.rglob("*.js"), ROOT / "themes/pavilion/templates/parts/facets.html")
        for word in re.findall(r"[a-z][-a-z]+", path.read_text())
    }


def test_no_selector_is_unused(
    browser: Browser, served: str, served_open: str, served_states: str, site: Path
) -> None:
    words = made_by_script(site)
    with phone(browser) as page:
        page.goto(f"{served}/zh/fr/")
        left = [
            selector
            for selector in page.evaluate(SELECTORS)
            if not TONE.fullmatch(selector)
            and not words.issuperset(re.findall(r"\.([-a-z]+)", selector) or {"no class"})
        ]
        for address, paths in (
            (served, PAGES),
            (served_open, STATES.values()),
            (served_states, states.PATHS),
            # The sample has shelves of every number of goods
            (
                served,
                [
                    f"/zh/{path.parent.relative_to(site / 'zh')}/"
                    for path in sorted((site / "zh").rglob("index.html"))
                ],
            ),
        ):
            page.goto(f"{address}/404.html")
            left = unused(page, [address + path for path in paths], left)
    assert left == [], left


def test_planted_selectors_are_found(browser: Browser, served: str) -> None:
    with phone(browser) as page:
        page.goto(f"{served}/zh/fr/")
        plant(
            page,
            "@layer x { @media (width > 1px) { .nowhere:hover, main a:hover { color: red } } }",
        )
        plant(page, "h1 .nowhere::after { content: '' } ::before { color: red }")
        found = unused(page, [f"{served}/zh/fr/"], page.evaluate(SELECTORS))
        assert {".nowhere:hover", "h1 .nowhere::after"} <= set(found)
        assert not {"main a:hover", "::before"} & set(found)
