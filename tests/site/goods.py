"""The goods of the sample as lists show them, by a plain reading of its indexes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

PAVILIONS = ["au", "ch", "es", "fr", "gb", "my", "nz", "sg", "th", "tr", "us"]
LOCALES = {"au": "en", "ch": "de", "es": "es", "fr": "fr", "gb": "en", "my": "ms", "nz": "en",
           "sg": "en", "th": "th", "tr": "tr", "us": "en"}  # fmt: skip

Good = dict[str, Any]
SOLD_OUT, IN_CAMPAIGN, INCLUDED = 1, 2, 16


def goods_of(site: Path, at: str) -> list[Good]:
    """The goods of an index with all their facts, by a plain reading of its arrays."""
    index = json.loads((site / at / "search" / "index.json").read_text())

    def above(place: int) -> list[str]:
        if place < 0:
            return []
        (id_, *_), parent = index["categories"][place]
        return [*above(parent), id_]

    limits = [band[0] for band in index["bands"]]
    found = []
    for row in index["goods"]:
        id_, _, _, category, region, merchant, fen, flags = row[:8]
        facts = {
            "category": above(category),
            "region": [index["regions"][region][0]] if region >= 0 else [],
            "merchant": [index["merchants"][merchant][0]],
            "price": [str(max(low for low in limits if low <= fen))] if fen else [],
            "stock": [] if flags & SOLD_OUT else ["1"],
            "campaign": ["1"] if flags & IN_CAMPAIGN else [],
            "tax": ["1"] if flags & INCLUDED else [],
        }
        found.append({"id": id_, "fen": fen, "added": row[14], "out": flags & SOLD_OUT, **facts})
    return found


def having(goods: list[Good], chosen: list[tuple[str, str]]) -> list[Good]:
    """Those that have one of the values of each kind."""
    kinds = {kind for kind, _ in chosen}
    return [
        good
        for good in goods
        if all(any(id_ in good[k] for k, id_ in chosen if k == kind) for kind in kinds)
    ]


def in_order(goods: list[Good], order: str = "recommended") -> list[str]:
    """Their ids: what is sold out last, then what has no price (or date)."""
    keys: dict[str, Callable[[Good], tuple[bool, int]]] = {
        "recommended": lambda good: (False, 0),
        "price-up": lambda good: (not good["fen"], good["fen"]),
        "price-down": lambda good: (not good["fen"], -good["fen"]),
        "newest": lambda good: (not good["added"], -good["added"]),
    }
    return [good["id"] for good in sorted(goods, key=lambda g: (g["out"], keys[order](g)))]
