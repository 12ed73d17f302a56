#!/usr/bin/env python3
"""Neutral corpus -> Pavilion content and theme.

usage: convert.py CORPUS SRCDIR

SRCDIR/content holds what docs/content.md asks for, as an editor would write it: a country's
products stand in one file a category, cut at 200 products. SRCDIR/themes/bench is the theme.
Standard library only.
"""

import argparse
import json
import re
import shutil
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
PER_FILE = 200
SUMMARY_LENGTH = 150
"""The peers cut a description off there, for `<meta>` and JSON-LD."""

RATES = {
    "USD": "7.0500",
    "GBP": "9.1200",
    "EUR": "7.9000",
    "CHF": "8.4150",
    "AUD": "4.6200",
    "NZD": "4.0900",
    "SGD": "5.4500",
    "THB": "0.2180",
    "MYR": "1.7050",
    "TRY": "0.1585",
}
TIMEZONES = {
    "us": "America/New_York",
    "gb": "Europe/London",
    "fr": "Europe/Paris",
    "es": "Europe/Madrid",
    "ch": "Europe/Zurich",
    "au": "Australia/Sydney",
    "nz": "Pacific/Auckland",
    "sg": "Asia/Singapore",
    "th": "Asia/Bangkok",
    "my": "Asia/Kuala_Lumpur",
    "tr": "Europe/Istanbul",
}
TAX = """\
- from: 2019-01-01
  source: {zh: 财关税〔2018〕49号, en: "Cai Guan Shui [2018] No. 49"}
  share: 0.70
  limits: {transaction: 5000, year: 26000}
  classes:
    general: {vat: 0.13}
"""
PALETTE = '{accent: "#734BA4", deep: "#35234D", soft: "#F0E9FE", night: "#CBADF9"}'
PARTNER = """\
partners:
  - id: trade-office
    name: {zh: 贸易促进机构（示例）, en: Trade office (example)}
    role: {zh: 合作伙伴, en: partner}
    approved: 2026-10-30
"""

GUIDE_LINK = re.compile(r"\]\(/[a-z]+/[a-z]+/(?:culture|travel)/([a-z0-9-]+)/\)")
PRODUCTS_LINK = re.compile(r"\]\(/[a-z]+/[a-z]+/products/\)")

Corpus = dict  # one JSON object of the corpus


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def localised(text: Corpus) -> str:
    return "{" + ", ".join(f"{key}: {quoted(words)}" for key, words in text.items()) + "}"


def block(text: Corpus, indent: str) -> str:
    """Localised Markdown as literal blocks."""
    lines = []
    for key, words in text.items():
        lines.append(f"{indent}{key}: |")
        lines += [f"{indent}  {line}" if line else "" for line in words.rstrip("\n").split("\n")]
    return "\n".join(lines) + "\n"


def linked(markdown: str, first_category: str) -> str:
    """The corpus's addresses as references. A list of all products has none: its first category's."""
    markdown = GUIDE_LINK.sub(r"](guide:\1)", markdown)
    return PRODUCTS_LINK.sub(f"](category:{first_category})", markdown)


def summary(markdown: str) -> str:
    """The first words of a description, as the peers show them."""
    words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", markdown)
    words = re.sub(r"^(?:[-#>] ?|\d+\. )", "", words.replace("**", ""), flags=re.MULTILINE)
    return " ".join(words.split())[:SUMMARY_LENGTH].rstrip()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def told_apart(products: list[Corpus]) -> list[Corpus]:
    """The products, with the number after a name that another one of the country has already.

    Pavilion warns of such names; the checker knows the number.
    """
    seen = set()
    apart = []
    for product in products:
        names = {(product["country"], key, name) for key, name in product["name"].items()}
        if names & seen:
            number = product["id"]
            named = {key: f"{name} {number}" for key, name in product["name"].items()}
            product = product | {"name": named}
        seen |= names
        apart.append(product)
    return apart


def product_entry(product: Corpus, site: Corpus, first_category: str) -> str:
    """A product in a list. Its English text stands last."""
    tags = [site["tags"][tag] for tag in product["tags"]]
    # Views carry no tags: the theme shows them from the line of facts that is free here
    shown_tags = {key: " · ".join(tag[key] for tag in tags) for key in product["name"]}
    texts = {key: linked(text, first_category) for key, text in product["description"].items()}
    summaries = {key: summary(text) for key, text in texts.items()}
    return (
        f"- id: {product['slug']}\n"
        f"  name: {localised(product['name'])}\n"
        f"  summary: {localised(summaries)}\n"
        f"  category: {product['category']}\n"
        f"  merchant: {product['merchant']}\n"
        f"  tags: [{', '.join(product['tags'])}]\n"
        f"  origin: {localised(shown_tags)}\n"
        f"  pictures:\n"
        f"    - {{file: images/{product['category']}.svg, alt: {localised(product['name'])}}}\n"
        f"  price: {product['price']:.2f}\n"
        f"  sku: {product['sku']}\n"
        f"  text:\n{block(texts, '    ')}"
    )


def merchant_entry(merchant: Corpus) -> str:
    slug = merchant["slug"]
    return (
        f"- id: {slug}\n"
        f"  name: {localised(merchant['name'])}\n"
        f"  channels: [{{platform: tmall-global, url: https://{slug}.tmall.example/}}]\n"
        f"  text:\n{block(merchant['profile'], '    ')}"
    )


def site_file(site: Corpus) -> str:
    locales = "".join(
        f"  {language['code']}: {{tag: {language['locale']}, name: {language['label']}"
        f"{', script: han' if language['code'] == 'zh' else ''}}}\n"
        for language in site["languages"]
    )
    words = site["ui"]
    return (
        f"name: {localised(site['name'])}\n"
        f"tagline: {localised({key: words[key]['welcome'] for key in words})}\n"
        f"base_url: {site['base_url']}/\n"
        f"demonstration: {localised({key: words[key]['about'] for key in words})}\n"
        f"timezone: Asia/Shanghai\ncurrency: CNY\n"
        f"locales:\n{locales}portal: {{locales: [{', '.join(words)}]}}\n"
    )


def country_file(country: Corpus) -> str:
    name = country["name"]
    pavilion = {"zh": f"{name['zh']}馆", "en": f"{name['en']} Pavilion"}
    # The portal shows a country's tagline as the speciality of its first region
    region = {"zh": "全国", "en": "Everywhere"}
    return (
        f"status: live\nname: {localised(name)}\npavilion: {localised(pavilion)}\n"
        f"locales: [zh, en]\nsource: en\ncurrency: {country['currency']}\n"
        f"timezone: {TIMEZONES[country['code']]}\npalette: {PALETTE}\n"
        f"intro: {localised(country['tagline'])}\n"
        f"regions:\n  - id: everywhere\n    name: {localised(region)}\n"
        f"    speciality: {localised(country['tagline'])}\n{PARTNER}"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("src", type=Path)
    options = parser.parse_args()
    src, content = options.src, options.src / "content"
    if src.exists():
        shutil.rmtree(src)
    shutil.copytree(HERE / "themes", src / "themes")
    assets = src / "themes" / "bench" / "assets"
    assets.mkdir()
    shutil.copy(HERE.parent / "static" / "style.css", assets)
    site, products, merchants, pages = (
        json.loads((options.corpus / f"{name}.json").read_text("utf-8"))
        for name in ("site", "products", "merchants", "pages")
    )
    categories = [category["slug"] for category in site["categories"]]

    write(content / "site.yaml", site_file(site))
    write(
        content / "categories.yaml",
        "".join(
            f"- id: {category['slug']}\n  name: {localised(category['name'])}\n  tax: general\n"
            for category in site["categories"]
        ),
    )
    rates = ", ".join(f"{currency}: {rate}" for currency, rate in RATES.items())
    write(
        content / "rates.yaml",
        f"- {{date: 2026-11-20, source: {{zh: 示例汇率, en: sample rates}}, {rates}}}\n",
    )
    write(content / "tax.yaml", TAX)

    of_category = defaultdict(list)
    for product in told_apart(products):
        of_category[product["country"], product["category"]].append(product)
    of_country = defaultdict(list)
    for merchant in merchants:
        of_country[merchant["country"]].append(merchant)
    for country in site["countries"]:
        folder = content / "countries" / country["code"]
        write(folder / "country.yaml", country_file(country))
        own = "\n".join(merchant_entry(merchant) for merchant in of_country[country["code"]])
        write(folder / "merchants.yaml", own)
        for category in categories:
            goods = of_category.get((country["code"], category), [])
            for start in range(0, len(goods), PER_FILE):
                number = start // PER_FILE + 1
                entries = (
                    product_entry(product, site, categories[0])
                    for product in goods[start : start + PER_FILE]
                )
                write(folder / "products" / f"{category}-{number}.yaml", "\n".join(entries))
            if goods:
                (folder / "images").mkdir(exist_ok=True)
                shutil.copy(HERE.parent / "static" / "img" / f"{category}.svg", folder / "images")
    for page in pages:
        folder = content / "countries" / page["country"] / page["kind"]
        for key in page["title"]:
            head = f"title: {quoted(page['title'][key])}\nsummary: {quoted(page['summary'][key])}\n"
            body = linked(page["body"][key], categories[0])
            write(folder / f"{page['slug']}.{key}.md", f"---\n{head}---\n{body}")


if __name__ == "__main__":
    main()
