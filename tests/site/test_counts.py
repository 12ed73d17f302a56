"""Pages by kind and locale, held against a table reckoned from the YAML alone."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

from reckon import reckon
from sample import ROOT

L, C, X = r"(?P<locale>[a-z]{2})", r"[a-z]{2}", r"[a-z0-9-]+"
ORDER = r"(/price-(up|down))?"
KINDS = {
    "root": r"index\.html",
    "404": r"404\.html",
    "portal": rf"{L}/index\.html",
    "pavilion": rf"{L}/{C}/index\.html",
    "poster": rf"{L}/{C}/poster/index\.html",
    "products": rf"{L}/{C}/products{ORDER}(/page/\d+)?/index\.html",
    "product": rf"{L}/{C}/products/(?!page/|price-){X}/index\.html",
    "category": rf"{L}/{C}/categories/{X}{ORDER}(/page/\d+)?/index\.html",
    "region": rf"{L}/{C}/regions/{X}(/page/\d+)?/index\.html",
    "merchants": rf"{L}/{C}/merchants/index\.html",
    "merchant": rf"{L}/{C}/merchants/{X}/index\.html",
    "partner": rf"{L}/{C}/partners/{X}/index\.html",
    "culture list": rf"{L}/{C}/culture/index\.html",
    "culture": rf"{L}/{C}/culture/{X}/index\.html",
    "travel list": rf"{L}/{C}/travel/index\.html",
    "travel": rf"{L}/{C}/travel/{X}/index\.html",
    "campaigns": rf"{L}/campaigns/index\.html",
    "campaign": rf"{L}/campaigns/{X}/index\.html",
    "campaign poster": rf"{L}/campaigns/{X}/poster/index\.html",
    "embassies": rf"{L}/embassies/index\.html",
    "embassy": rf"{L}/embassies/{X}/index\.html",
    "search": rf"{L}(/{C})?/search/index\.html",
    "page": rf"{L}/(?!campaigns|embassies|search)[a-z0-9-]{{3,}}/index\.html",
}


def kind_of(path: str) -> tuple[str, str]:
    """(kind, locale) of a file of the output."""
    for kind, pattern in KINDS.items():
        found = re.fullmatch(pattern, path)
        if found:
            return kind, found.groupdict().get("locale") or ""
    raise AssertionError(f"{path} is of no known kind")


def test_pages_by_kind_and_locale_equal_the_table_reckoned_from_the_yaml(site: Path) -> None:
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert Counter(map(kind_of, paths)) == reckon(ROOT / "content", date(2026, 11, 25))


def test_the_sample_is_as_large_as_promised() -> None:
    table = reckon(ROOT / "content", date(2026, 11, 25))
    assert table[("pavilion", "zh")] == 11
    assert table[("product", "zh")] >= 11 * 24
    assert table[("culture", "zh")] == table[("travel", "zh")] == 33
    assert table[("embassy", "zh")] == 26
    assert table[("campaign", "zh")] == 12
