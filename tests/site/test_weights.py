"""What a page weighs on the wire: documents, style sheets and scripts within their budgets."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from test_counts import KINDS, kind_of

KB = 1000

# Compressed documents by kind, in bytes
DOCUMENTS = {
    "root": 3 * KB, "404": 5 * KB, "portal": 14 * KB, "pavilion": 16 * KB,
    "products": 12 * KB, "category": 12 * KB, "region": 12 * KB, "product": 11 * KB,
    "merchants": 10 * KB, "merchant": 10 * KB, "partner": 6 * KB,
    "culture list": 12 * KB, "culture": 12 * KB, "travel list": 12 * KB, "travel": 12 * KB,
    "campaigns": 12 * KB, "campaign": 12 * KB, "embassies": 6 * KB, "embassy": 6 * KB,
    "search": 8 * KB, "page": 10 * KB, "poster": 5 * KB, "campaign poster": 5 * KB,
}  # fmt: skip
RAW, RAW_PRODUCT = 60 * KB, 35 * KB

# Compressed files below assets/, by the name that their hash is put into
STYLES = {"base.css": 14 * KB, "countries.css": KB, "poster.css": 1250}
COUNTRY_STYLE = re.compile(r"[a-z]{2}\.css"), KB
SCRIPTS = {
    "core.js": 800, "gallery.js": 800, "campaign.js": KB,
    "goods.js": 2250, "lists.js": 2400,  # lists: 5 kB together
    "finder.js": 3250, "search.js": 2750,  # search: 6 kB, beside the goods
}  # fmt: skip


def packed(data: bytes) -> int:
    """Bytes on the wire, as a web server compresses them by default."""
    return len(gzip.compress(data, 6, mtime=0))


def too_heavy_documents(site: Path, paths: Iterable[Path]) -> list[str]:
    found = []
    for path in paths:
        name = path.relative_to(site).as_posix()
        kind, data = kind_of(name)[0], path.read_bytes()
        limit = RAW_PRODUCT if kind == "product" else RAW
        if len(data) > limit:
            found.append(f"{name}: {len(data)} bytes, over {limit}")
        if packed(data) > DOCUMENTS[kind]:
            found.append(f"{name}: {packed(data)} bytes compressed, over {DOCUMENTS[kind]}")
    return found


def too_heavy_assets(site: Path, ending: str) -> list[str]:
    """Style sheets or scripts that are over their budget, or have none."""
    found = []
    for path in sorted((site / "assets").rglob(f"*.{ending}")):
        name = re.sub(r"\.[0-9a-f]{10}(?=\.)", "", path.relative_to(site / "assets").as_posix())
        limit = {**STYLES, **SCRIPTS}.get(name)
        if limit is None and COUNTRY_STYLE[0].fullmatch(name):
            limit = COUNTRY_STYLE[1]
        size = packed(path.read_bytes())
        if limit is None or size > limit:
            found.append(f"{name}: {size} bytes compressed, budget {limit}")
    return found


def test_every_document_is_within_the_budget_of_its_kind(site: Path) -> None:
    assert set(DOCUMENTS) == set(KINDS)
    assert too_heavy_documents(site, site.rglob("*.html")) == []


@pytest.mark.parametrize("ending", ["css", "js"])
def test_style_sheets_and_scripts_are_within_their_budgets(site: Path, ending: str) -> None:
    assert too_heavy_assets(site, ending) == []


def test_planted_weight_is_found(tmp_path: Path) -> None:
    page = tmp_path / "zh/fr/products/x/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("x" * (RAW_PRODUCT + 1))
    assert len(too_heavy_documents(tmp_path, [page])) == 1
    page.write_text("".join(map(chr, range(0x4E00, 0x4E00 + DOCUMENTS["product"]))))
    assert len(too_heavy_documents(tmp_path, [page])) == 1
    (tmp_path / "assets").mkdir()
    for name in ("fr.0123456789.css", "lists.0123456789.js", "unknown.0123456789.js"):
        (tmp_path / "assets" / name).write_text("".join(map(chr, range(0x4E00, 0x4E00 + 4 * KB))))
    assert len(too_heavy_assets(tmp_path, "css")) == 1
    assert len(too_heavy_assets(tmp_path, "js")) == 2
