#!/usr/bin/env python3
"""Check a built pavilion site, so that no generator wins by doing less.

usage: verify.py OUTDIR [--corpus DIR] [--sample 60] [--seed 1] [--json]

Counts HTML pages by type (the class "page-TYPE" on <body>) and bytes, looks at every page for the
parts that all must have, and checks a random sample of product pages closely. With --corpus it
also checks the counts and the shown values against the corpus. Addresses are read from the pages:
a page says which it is, and each link must have its file. Exit status 1 when anything is wrong.
Standard library only.
"""

import argparse
import json
import random
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

KIND = re.compile(r'<body[^>]*\bclass="?[^">]*\bpage-([a-z]+)')
NEEDED = (
    "site-header",
    "lang-switch",
    "breadcrumbs",
    "site-footer",
    'rel="canonical"',
    'hreflang="zh-CN"',
    'hreflang="en"',
    'hreflang="x-default"',
)
HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')
CANONICAL = re.compile(r'rel="canonical" href="([^"]*)"')
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"')
SWITCH = re.compile(r'class="lang-switch"[^>]*href="([^"]*)"')
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
PRICE = re.compile(r'<p class="price">.*?</p>', re.DOTALL)
NAVIGATION = re.compile(r'<nav class="countries".*?</nav>', re.DOTALL)
BREADCRUMBS = re.compile(r'<nav class="breadcrumbs".*?</nav>', re.DOTALL)
DESCRIPTION = re.compile(r'<div class="description">(.*?)</div>', re.DOTALL)
RELATED = re.compile(r'<section class="related">(.*?)</section>', re.DOTALL)
BASE = "https://pavilions.example"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
RELATED_SHOWN = 4
COUNTRIES = 11
MOST_ERRORS = 20

Object = dict  # a JSON object


class Corpus:
    """What the corpus lets one expect."""

    def __init__(self, folder: Path) -> None:
        site, products, merchants, pages = (
            json.loads((folder / f"{name}.json").read_text("utf-8"))
            for name in ("site", "products", "merchants", "pages")
        )
        self.by_sku = {product["sku"]: product for product in products}
        self.of_category = Counter((p["country"], p["category"]) for p in products)
        of_country = Counter(product["country"] for product in products)
        size, countries = site["per_page"], len(site["countries"])
        lists = sum(max(1, -(-of_country[c["code"]] // size)) for c in site["countries"])
        counts = {
            "home": 1,
            "country": countries,
            "products": lists,
            "category": sum(-(-goods // size) for goods in self.of_category.values()),
            "merchants": countries,
            "merchant": len(merchants),
            "guides": 2 * countries,
            "guide": len(pages),
            "product": len(products),
        }
        self.counts = {kind: n * len(site["languages"]) for kind, n in counts.items()}


class Check:
    """The check of one output folder."""

    def __init__(self, out: Path, corpus: Corpus | None) -> None:
        self.out, self.corpus = out, corpus
        self.errors: list[str] = []
        self.kinds: Counter[str] = Counter()
        self.html_bytes = self.bytes = self.files = 0
        self.product_pages: list[Path] = []

    def bad(self, where: object, what: str) -> None:
        self.errors.append(f"{where}: {what}")

    def target(self, url: str) -> Path:
        """The file that a link points to."""
        path = url.removeprefix(BASE).split("#")[0]
        file = self.out / path.lstrip("/")
        return file / "index.html" if path.endswith("/") else file

    def all_files(self) -> None:
        """Counts, and what every page must have."""
        for file in self.out.rglob("*"):
            if not file.is_file():
                continue
            size = file.stat().st_size
            self.files += 1
            self.bytes += size
            if file.suffix != ".html":
                continue
            self.html_bytes += size
            text = file.read_text("utf-8")
            found = KIND.search(text)
            kind = found.group(1) if found else "other"
            self.kinds[kind] += 1
            if kind == "product":
                self.product_pages.append(file)
            missing = [part for part in NEEDED if part not in text]
            if found and missing:
                self.bad(file.relative_to(self.out), f"lacks {missing}")
        self.product_pages.sort()

    def counts(self) -> None:
        if self.corpus is None:
            return
        for kind, n in self.corpus.counts.items():
            if abs(self.kinds[kind] - n) > n * 0.01:
                self.bad("counts", f"{kind}: {self.kinds[kind]} pages, expected {n}")

    def product_page(self, file: Path) -> None:
        """One product page closely."""
        where = file.relative_to(self.out)
        text = file.read_text("utf-8")
        self.head(file, text)
        product = json_ld(text)
        try:
            price, sku, offer = product["offers"]["price"], product["sku"], product["offers"]
            whole = product["name"] and product["description"] and product["brand"]["name"]
            if not whole or not offer["priceCurrency"]:
                self.bad(where, "JSON-LD fields")
        except (KeyError, TypeError) as fault:
            self.bad(where, f"JSON-LD: {fault!r}")
            return
        shown = PRICE.search(text)
        plain = re.sub(r"<[^>]*>", "", shown.group(0)) if shown else ""
        if not is_shown(float(price), offer["priceCurrency"], plain):
            self.bad(where, f"price {price} not shown with its currency: {plain!r}")
        navigation = NAVIGATION.search(text)
        if not navigation or len(HREF.findall(navigation.group(0))) < COUNTRIES:
            self.bad(where, "header navigation has fewer than 11 countries")
        crumbs = BREADCRUMBS.search(text)
        if not crumbs or crumbs.group(0).count("<li") < 5:
            self.bad(where, "breadcrumbs")
        description = DESCRIPTION.search(text)
        rendered = ("<p>", "<strong>", "<ul>", "<li>", "<a ")
        if not description or any(tag not in description.group(1) for tag in rendered):
            self.bad(where, "description is not rendered Markdown")
        if text.count("<li>") < 3 or 'class="tags"' not in text:
            self.bad(where, "tags")
        self.related(file, text, self.values(where, product, price, sku))
        for url in HREF.findall(text):
            if url.startswith("/") and not self.target(url).is_file():
                self.bad(where, f"link {url} has no file")

    def head(self, file: Path, text: str) -> None:
        where = file.relative_to(self.out)
        own = CANONICAL.search(text)
        if not own or self.target(own.group(1)) != file:
            self.bad(where, "canonical does not point to the page itself")
        alternates = dict(ALTERNATE.findall(text))
        for code in ("zh-CN", "en", "x-default"):
            if code not in alternates or not self.target(alternates[code]).is_file():
                self.bad(where, f"hreflang {code} missing or its file does not exist")
        switch = SWITCH.search(text)
        other = self.target(switch.group(1)) if switch else file
        if other == file or not other.is_file():
            self.bad(where, "language switch")

    def values(self, where: Path, shown: Object, price: str, sku: str) -> int:
        """Compares what is shown with the corpus; how many related products there must be."""
        if self.corpus is None:
            return RELATED_SHOWN
        product = self.corpus.by_sku.get(sku)
        if product is None:
            self.bad(where, f"unknown sku {sku}")
            return RELATED_SHOWN
        name = product["name"][where.parts[0]]
        # A generator may want names that differ: a number after one that is there twice
        names = (name, f"{name} {product['id']}")
        currency = shown["offers"]["priceCurrency"]
        same = f"{product['price']:.2f}" == price and product["currency"] == currency
        if not same or shown["name"] not in names:
            self.bad(where, "price, currency or name differ from the corpus")
        others = self.corpus.of_category[product["country"], product["category"]] - 1
        return min(RELATED_SHOWN, others)

    def related(self, file: Path, text: str, wanted: int) -> None:
        section = RELATED.search(text)
        links = HREF.findall(section.group(1)) if section else []
        repeated = len(set(links)) != len(links)
        if len(links) != wanted or repeated or any(self.target(url) == file for url in links):
            where = file.relative_to(self.out)
            self.bad(where, f"related: {len(links)} links, expected {wanted}")

    def sitemaps(self) -> int:
        """How many addresses stand in the sitemaps; each with its other languages."""
        urls = alternates = 0
        for file in sorted(self.out.rglob("sitemap*.xml")):
            for url in ElementTree.parse(file).getroot().findall(f"{SITEMAP}url"):
                urls += 1
                alternates += len(url.findall(f"{XHTML}link")) >= 2
        if not urls or alternates != urls:
            self.bad("sitemap", f"{urls} urls, {alternates} with hreflang alternates")
        if urls < self.kinds["product"]:
            self.bad("sitemap", f"{urls} urls for {self.kinds['product']} product pages")
        return urls


def json_ld(text: str) -> Object | None:
    """The product in the JSON-LD of a page, which stands alone or in a graph."""
    found = JSON_LD.search(text)
    try:
        data = json.loads(found.group(1)) if found else {}
    except ValueError:
        return None
    things = data.get("@graph", [data])
    return next((thing for thing in things if thing.get("@type") == "Product"), None)


def is_shown(price: float, currency: str, text: str) -> bool:
    """Whether a price stands in `text` beside its currency; one in yuan for another does not count."""
    amount = re.escape(f"{price:,.2f}")
    for found in re.finditer(rf"([^\d\s]*)\s?(?<![\d.,]){amount}(?!\d)\s?([^\d\s]*)", text):
        beside = found[1] + found[2]
        named = any(sign.isalpha() or unicodedata.category(sign) == "Sc" for sign in beside)
        if named and ("¥" not in beside or currency == "CNY"):
            return True
    return False


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()

    check = Check(options.out, Corpus(options.corpus) if options.corpus else None)
    check.all_files()
    check.counts()
    count = min(options.sample, len(check.product_pages))
    sample = random.Random(options.seed).sample(check.product_pages, count)
    for file in sample:
        check.product_page(file)
    report = {
        "pages": sum(check.kinds.values()),
        "by_type": dict(sorted(check.kinds.items())),
        "html_bytes": check.html_bytes,
        "files": check.files,
        "bytes": check.bytes,
        "sitemap_urls": check.sitemaps(),
        "products_checked": len(sample),
        "errors": len(check.errors),
    }
    if options.json:
        print(json.dumps(report))
    else:
        for key, value in report.items():
            print(f"{key:17} {value}")
    for error in check.errors[:MOST_ERRORS]:
        print("ERROR", error, file=sys.stderr)
    if len(check.errors) > MOST_ERRORS:
        print(f"... and {len(check.errors) - MOST_ERRORS} more", file=sys.stderr)
    sys.exit(1 if check.errors else 0)


if __name__ == "__main__":
    main()
