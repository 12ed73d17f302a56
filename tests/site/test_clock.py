"""What the clock changes, and nothing else: held against a list reckoned from the YAML alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml
from reckon import PER_PAGE, _is_member, _is_now
from sample import ROOT
from test_same_bytes import differences

BEFORE, AFTER = "2027-07-14T12:00+08:00", "2027-07-20T12:00+08:00"
CONTENT = ROOT / "content"


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


class Sample:
    """The sample as plain YAML, with what is public on a day."""

    def __init__(self, day: date) -> None:
        self.portal = _load(CONTENT / "site.yaml")["portal"]["locales"]
        self.parents = {c["id"]: c.get("parent") for c in _load(CONTENT / "categories.yaml")}
        criteria = _load(CONTENT / "criteria.yaml")["criteria"]
        self.campaigns = {p.stem: _load(p) for p in (CONTENT / "campaigns").glob("*.yaml")}
        self.countries: dict[str, Any] = {}
        for folder in sorted((CONTENT / "countries").iterdir()):
            country = _load(folder / "country.yaml")
            if country["status"] != "live":
                continue
            members = {m["id"] for m in _load(folder / "merchants.yaml")
                       if _is_member(m, criteria, day)}  # fmt: skip
            country["products"] = [
                p for path in sorted((folder / "products").glob("*.yaml")) for p in _load(path)
                if p["merchant"] in members and _is_now(p, day)
            ]  # fmt: skip
            country["guides"] = list(self._guides(folder, country["source"]))
            self.countries[folder.name] = country

    @staticmethod
    def _guides(folder: Path, source: str) -> Iterator[tuple[str, str, list[str]]]:
        for kind in ("culture", "travel"):
            for path in (folder / kind).glob(f"*.{source}.md"):
                front = path.read_text(encoding="utf-8").split("---\n")[1]
                facts = yaml.load(front, Loader=yaml.BaseLoader)
                yield kind, path.name.split(".")[0], facts.get("products", [])

    def state(self, campaign: Any, at: datetime) -> str:
        begins, ends = (datetime.fromisoformat(campaign[key]) for key in ("from", "until"))
        return "before" if at < begins else "over" if at >= ends else "open"

    def upcoming(self, at: datetime) -> list[str]:
        """Campaigns that are not over, by their opening."""
        current = [(c["from"], id_) for id_, c in self.campaigns.items()
                   if self.state(c, at) != "over"]  # fmt: skip
        return [
            id_ for _, id_ in sorted(current, key=lambda c: (datetime.fromisoformat(c[0]), c[1]))
        ]

    def shown_first(self, at: datetime) -> list[str]:
        """The three campaigns of the portal: open ones, then the next."""
        ids = self.upcoming(at)
        return sorted(ids, key=lambda id_: self.state(self.campaigns[id_], at) != "open")[:3]


def sold_out(product: Any) -> bool:
    stock = product.get("stock", "in")
    return stock == "out" or isinstance(stock, dict)


def changed_pages(before: datetime, after: datetime) -> set[str]:
    """The addresses of the pages that differ between two instants in which only campaigns cross."""
    sample = Sample(before.date())
    crossed = [id_ for id_, c in sample.campaigns.items()
               if sample.state(c, before) != sample.state(c, after)]  # fmt: skip
    pages: set[str] = set()

    def portal(path: str) -> None:
        pages.update(f"{locale}/{path}index.html" for locale in sample.portal)

    def index(country: str, locales: Iterable[str]) -> None:
        pages.update(f"{locale}/{country}search/index.json" for locale in locales)

    if crossed:
        index("", sample.portal)
    for id_ in crossed:
        campaign = sample.campaigns[id_]
        portal("campaigns/")
        portal(f"campaigns/{id_}/")
        portal(f"campaigns/{id_}/poster/")
        told = [locale for locale in campaign["title"] if locale in sample.portal]
        pages.update(f"{locale}/feed.xml" for locale in told)
        for embassy in campaign["embassies"]:
            portal(f"embassies/{embassy}/")
        goods = [good["product"].split("/") for good in campaign["goods"] if "product" in good]
        for code in {*campaign["embassies"], *(country for country, _ in goods)}:
            if code in sample.countries:
                country = sample.countries[code]
                paths = ["", *(f"partners/{p['id']}/" for p in country["partners"])]
                pages.update(_in_country(code, country, paths))
                told = [locale for locale in country["locales"] if locale in campaign["title"]]
                pages.update(f"{locale}/{code}/feed.xml" for locale in told)
                index(f"{code}/", country["locales"])
        for code, product in goods:
            country = sample.countries[code]
            pages.update(_in_country(code, country, _with_card(country, product, sample.parents)))
    if sample.shown_first(before) != sample.shown_first(after) or crossed:
        portal("")
    for id_ in sample.campaigns:
        others = [[o for o in sample.upcoming(at) if o != id_][:3] for at in (before, after)]
        if others[0] != others[1] or set(others[0]) & set(crossed):
            portal(f"campaigns/{id_}/")
    return pages


def _in_country(code: str, country: Any, paths: list[str]) -> set[str]:
    return {f"{locale}/{code}/{path}index.html" for locale in country["locales"] for path in paths}


def _with_card(country: Any, id_: str, parents: dict[str, str | None]) -> list[str]:
    """The pages of a pavilion on which a product's card or offers stand."""
    products = country["products"]
    own = next(p for p in products if p["id"] == id_)

    def ancestry(product: Any) -> list[str]:
        chain, node = [], product["category"]
        while node:
            chain.append(node)
            node = parents[node]
        return chain

    def page_of(base: str, group: list[Any]) -> str:
        ordered = sorted(group, key=sold_out)
        number = ordered.index(own) // PER_PAGE + 1
        return f"{base}/" if number == 1 else f"{base}/page/{number}/"

    paths = [f"products/{id_}/", page_of("products", products), f"merchants/{own['merchant']}/"]
    for category in ancestry(own):
        group = [p for p in products if category in ancestry(p)]
        paths.append(page_of(f"categories/{category}", group))
    if "region" in own:
        group = [p for p in products if p.get("region") == own["region"]]
        paths.append(page_of(f"regions/{own['region']}", group))
    paths += [f"{kind}/{guide}/" for kind, guide, named in country["guides"] if id_ in named]
    for place, product in enumerate(products):

        def nearness(other: Any, product: Any = product) -> int:
            same_region = "region" in product and other.get("region") == product["region"]
            return 2 * bool(other["category"] == product["category"]) + bool(same_region)

        around = [*products[place + 1 :], *products[:place]]  # of equals, those that follow first
        near = [p for p in around if nearness(p)]
        near.sort(key=lambda p: (sold_out(p), -nearness(p)))
        if own in near[:4]:
            paths.append(f"products/{product['id']}/")
    return paths  # fmt: skip


def test_the_close_of_a_campaign_changes_exactly_the_pages_that_show_it(
    built: Callable[..., Path],
) -> None:
    # Given the sample before and after the French campaign closes
    before, after = built(BEFORE), built(AFTER)
    # When the two are compared, sitemaps (which carry no state) included
    changed = set(differences(before, after))
    # Then exactly the pages reckoned from the YAML differ
    expected = changed_pages(datetime.fromisoformat(BEFORE), datetime.fromisoformat(AFTER))
    by_price = {path for path in changed if "/price-" in path}
    assert changed - by_price == expected
    # And lists by price, of what the lists in the editors' order are of
    assert {re.sub(r"(price-(up|down)/)(page/\d+/)?", "", path) for path in by_price} == {
        re.sub(r"page/\d+/", "", path)
        for path in expected
        if re.search(r"/(products|categories/[a-z-]+)/(page/\d+/)?index.html", path)
        and sample_list(before, path)
    }


def sample_list(site: Path, path: str) -> bool:
    """Whether a list also exists by price: not where there is one product."""
    return (site / re.sub(r"page/\d+/", "", path)).with_name("price-up").is_dir()
