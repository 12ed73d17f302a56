"""How many pages of each kind and locale the sample must have, from its YAML alone.

Shares no code with the package: PyYAML's base loader, and the rules of docs/content.md.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import yaml

PER_PAGE = 24


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _is_member(merchant: dict[str, Any], criteria: list[dict[str, Any]], today: date) -> bool:
    for criterion in criteria:
        needs = criterion["needs"]
        if "channel" in needs:
            if not any(c["platform"] in needs["channel"] for c in merchant.get("channels") or []):
                return False
        elif "evidence" in needs:
            valid = [
                e
                for e in merchant.get("evidence") or []
                if e["kind"] == needs["evidence"]
                and e.get("under_review") != "true"
                and ("expires" not in e or date.fromisoformat(e["expires"]) >= today)
            ]
            if not valid:
                return False
        else:
            limit = needs["at_most"]
            value = merchant.get(limit["field"])
            if value is None or float(value) > float(limit["value"]):
                return False
    return True


def _is_now(product: dict[str, Any], today: date) -> bool:
    begins, ends = product.get("from", "null"), product.get("until", "null")
    has_begun = begins == "null" or begins[:10] <= today.isoformat()
    return bool(has_begun and (ends == "null" or ends[:10] >= today.isoformat()))


def _pages(count: int) -> int:
    return max(1, -(-count // PER_PAGE))


def _orders(count: int) -> int:
    """As the editors have it; by price up and down where there is something to sort."""
    return 3 if 1 < count <= 240 else 1


def reckon(content: Path, today: date) -> Counter[tuple[str, str]]:
    """(kind of page, locale) to how many."""
    site = _load(content / "site.yaml")
    portal = site["portal"]["locales"]
    categories = {c["id"]: c.get("parent") for c in _load(content / "categories.yaml")}
    criteria = _load(content / "criteria.yaml")["criteria"]
    campaigns = len(list((content / "campaigns").glob("*.yaml")))
    embassies = len(_load(content / "embassies.yaml"))
    text_pages = len({p.name.split(".")[0] for p in (content / "pages").glob("*.md")})
    count: Counter[tuple[str, str]] = Counter({("root", ""): 1, ("404", ""): 1})
    for locale in portal:
        count[("portal", locale)] += 1
        count[("page", locale)] += text_pages
        count[("campaigns", locale)] += 1
        count[("campaign", locale)] += campaigns
        count[("campaign poster", locale)] += campaigns
        count[("embassies", locale)] += 1
        count[("embassy", locale)] += embassies
        count[("search", locale)] += 1
    for folder in sorted((content / "countries").iterdir()):
        country = _load(folder / "country.yaml")
        if country["status"] == "live":
            own = _country(folder, country, categories, criteria, today)
            for locale in country["locales"]:
                for kind, number in own.items():
                    count[(kind, locale)] += number
    return +count


def _country(
    folder: Path,
    country: dict[str, Any],
    categories: dict[str, str | None],
    criteria: list[dict[str, Any]],
    today: date,
) -> Counter[str]:
    merchants = _load(folder / "merchants.yaml")
    members = {m["id"] for m in merchants if _is_member(m, criteria, today)}
    products = [
        product
        for path in sorted((folder / "products").glob("*.yaml"))
        for product in _load(path)
        if product["merchant"] in members and _is_now(product, today)
    ]
    by_category: Counter[str] = Counter()
    for product in products:
        node: str | None = product["category"]
        while node:
            by_category[node] += 1
            node = categories[node]
    by_region = Counter(product["region"] for product in products if "region" in product)
    own: Counter[str] = Counter()
    own["pavilion"] = own["poster"] = 1
    own["products"] = _pages(len(products)) * _orders(len(products))
    own["category"] = sum(_pages(n) * _orders(n) for n in by_category.values())
    own["region"] = sum(_pages(n) for n in by_region.values())
    own["product"] = len(products)
    own["merchants"] = 1
    own["merchant"] = len(members)
    own["partner"] = len(country["partners"])
    own["search"] = 1
    for kind in ("culture", "travel"):
        guides = {path.name.split(".")[0] for path in (folder / kind).glob("*.md")}
        guides.discard("README")
        own[f"{kind} list"] = 1
        own[kind] = len(guides)
    return own
