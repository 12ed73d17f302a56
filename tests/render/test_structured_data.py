"""JSON-LD: valid, safe inside a page, and equal to what the page shows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
from pages.sites import FRANCE, WHOLE, Files, SitePlan, plan, view
from pages.sites import page as page_of

from pavilion_gen.pages.parts import Phrase
from pavilion_gen.render.structured_data import structured_data
from render.themes import renderer

LIST = "countries/fr/products/list.yaml"


def script(site: SitePlan, address: str) -> str:
    (page,) = [one for one in site.pages if one.address == address]
    return structured_data(page.view, site.chromes[page.chrome], site.addresses.host).html


def data(site: SitePlan, address: str) -> list[dict[str, Any]]:
    """The things that a page speaks of."""
    text = script(site, address)
    found = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', text, re.DOTALL)
    assert found is not None, text
    graph: dict[str, Any] = json.loads(found[1])
    assert graph["@context"] == "https://schema.org"
    things: list[dict[str, Any]] = graph["@graph"]
    return things


def kinds(site: SitePlan, address: str) -> list[str]:
    return [thing["@type"] for thing in data(site, address)]


def test_each_kind_of_page_says_what_it_is(tmp_path: Path) -> None:
    site = plan(tmp_path, WHOLE)

    assert {address: kinds(site, address) for address in (
        "/", "/zh/", "/zh/about/", "/zh/join/", "/zh/fr/", "/zh/fr/products/",
        "/zh/fr/products/galettes/", "/zh/fr/merchants/", "/zh/fr/merchants/ruche/",
        "/zh/fr/partners/office/", "/zh/fr/culture/", "/zh/fr/culture/lavender/",
        "/zh/campaigns/", "/zh/campaigns/2027-fr/", "/zh/embassies/fr/",
    )} == {
        "/": ["WebSite"],
        "/zh/": ["WebSite", "Organization", "ItemList"],
        "/zh/about/": ["AboutPage", "BreadcrumbList"],
        "/zh/join/": ["WebPage", "BreadcrumbList"],
        "/zh/fr/": ["CollectionPage", "ItemList", "BreadcrumbList"],
        "/zh/fr/products/": ["CollectionPage", "ItemList", "BreadcrumbList"],
        "/zh/fr/products/galettes/": ["Product", "BreadcrumbList"],
        "/zh/fr/merchants/": ["ItemList", "BreadcrumbList"],
        "/zh/fr/merchants/ruche/": ["Organization", "BreadcrumbList"],
        "/zh/fr/partners/office/": ["GovernmentOrganization", "BreadcrumbList"],
        "/zh/fr/culture/": ["CollectionPage", "ItemList", "BreadcrumbList"],
        "/zh/fr/culture/lavender/": ["Article", "BreadcrumbList"],
        "/zh/campaigns/": ["CollectionPage", "ItemList", "BreadcrumbList"],
        "/zh/campaigns/2027-fr/": ["CollectionPage", "ItemList", "BreadcrumbList"],
        "/zh/embassies/fr/": ["GovernmentOrganization", "BreadcrumbList"],
    }  # fmt: skip


def test_pages_that_are_kept_out_of_search_engines_say_nothing(tmp_path: Path) -> None:
    site = plan(tmp_path, WHOLE)

    assert script(site, "/404.html") == script(site, "/zh/search/") == ""


def test_in_a_preview_of_drafts_nothing_is_said(tmp_path: Path) -> None:
    site = plan(tmp_path, WHOLE, drafts=True)

    assert {script(site, one.address) for one in site.pages} == {""}


def test_every_address_in_it_is_absolute_and_known(tmp_path: Path) -> None:
    site = plan(tmp_path, WHOLE)
    known = {one.view.head.canonical for one in site.pages}

    def urls(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value[key] for key in ("url", "item") if isinstance(value.get(key), str)]
            return own + [url for inner in value.values() for url in urls(inner)]
        return [url for inner in value for url in urls(inner)] if isinstance(value, list) else []

    for one in site.pages:
        if not one.view.head.robots:
            for url in urls(data(site, one.address)):
                assert url in known


def honey(name: str = "蜂蜜", *lines: str) -> Files:
    entry = f"""\
- id: honey
  name: {{zh: {json.dumps(name, ensure_ascii=False)}, fr: Miel}}
  summary: {{zh: 一罐, fr: Un pot}}
  category: honey
  merchant: ruche
"""
    return {**FRANCE, LIST: entry + "".join(f"  {line}\n" for line in lines)}


class TestSafety:
    def test_a_name_cannot_end_the_script(self, tmp_path: Path) -> None:
        name = "</script><script>alert(1)</script><!--"

        site = plan(tmp_path, honey(name))

        text = script(site, "/zh/fr/products/honey/")
        assert text.count("<") == 2  # of the script's own two tags
        assert data(site, "/zh/fr/products/honey/")[0]["name"] == name

    def test_a_name_with_quotes_and_odd_line_ends_is_still_json(self, tmp_path: Path) -> None:
        name = 'A "good" \\ honey & 蜂蜜'

        site = plan(tmp_path, honey(name))

        assert data(site, "/zh/fr/products/honey/")[0]["name"] == name

    def test_what_old_parsers_take_for_line_ends_is_escaped(self, tmp_path: Path) -> None:
        site = plan(tmp_path, honey())
        page = page_of(site, "/zh/fr/products/honey/")
        name = "a\u2028b\u2029c"
        odd = msgspec.structs.replace(page.view, name=Phrase(name))

        text = structured_data(odd, site.chromes[page.chrome], site.addresses.host).html

        assert "a\\u2028b\\u2029c" in text
        assert name not in text

    def test_it_stands_in_the_page_as_it_is(self, tmp_path: Path) -> None:
        site = plan(tmp_path, honey())
        (page,) = [one for one in site.pages if one.address == "/zh/fr/products/honey/"]

        html = renderer(site, tmp_path / "tiny").render(page).decode()

        assert script(site, page.address) in html


class TestProducts:
    def test_the_price_is_the_visible_one(self, tmp_path: Path) -> None:
        site = plan(tmp_path, honey("蜂蜜", "price: 14.90"))

        visible = view(site, "/zh/fr/products/honey/").price
        offer = data(site, "/zh/fr/products/honey/")[0]["offers"]
        assert visible.local == "€14.90"
        assert (offer["price"], offer["priceCurrency"]) == ("14.90", "EUR")
        assert offer["availability"] == "https://schema.org/InStock"

    def test_sold_out_is_said(self, tmp_path: Path) -> None:
        site = plan(tmp_path, honey("蜂蜜", "price: 14.90", "stock: out"))

        offer = data(site, "/zh/fr/products/honey/")[0]["offers"]
        assert offer["availability"] == "https://schema.org/OutOfStock"

    def test_the_seller_is_the_merchant_by_name_and_page(self, tmp_path: Path) -> None:
        large = "variants: [{id: large, name: {zh: 大, fr: Grand}, price: 26.50}]"
        site = plan(tmp_path, honey("蜂蜜", "price: 14.90", large))

        group = data(site, "/zh/fr/products/honey/")[0]
        assert [variant["offers"]["seller"] for variant in group["hasVariant"]] == 2 * [
            {
                "@type": "Organization",
                "url": "https://pavilions.example/zh/fr/merchants/ruche/",
                "name": view(site, "/zh/fr/products/honey/").merchant.name.text,
            }
        ]
        # And it is what that page says of itself
        merchant = data(site, "/zh/fr/merchants/ruche/")[0]
        assert group["hasVariant"][0]["offers"]["seller"].items() <= merchant.items()

    def test_without_a_price_there_is_no_offer(self, tmp_path: Path) -> None:
        site = plan(tmp_path, honey())

        assert "offers" not in data(site, "/zh/fr/products/honey/")[0]

    def test_variants_make_a_group_each_with_its_visible_price(self, tmp_path: Path) -> None:
        site = plan(
            tmp_path,
            honey(
                "蜂蜜",
                "price: 14.90",
                'gtin: "2012345678903"',
                "variants:",
                "  - {id: large, name: {zh: 大, fr: Grand}, price: 26.50, sku: L}",
                "  - {id: gift, name: {zh: 礼盒, fr: Coffret}, price: 30.00, stock: out}",
            ),
        )

        group = data(site, "/zh/fr/products/honey/")[0]
        rows = view(site, "/zh/fr/products/honey/").variants
        assert (group["@type"], group["productGroupID"]) == ("ProductGroup", "fr-honey")
        offers = [variant["offers"] for variant in group["hasVariant"]]
        assert [offer["price"] for offer in offers] == ["14.90", "26.50", "30.00"]
        assert [row.price.local for row in rows] == ["€26.50", "€30.00"]
        assert [offer["availability"].rpartition("/")[2] for offer in offers] == [
            "InStock", "InStock", "OutOfStock",
        ]  # fmt: skip
        assert group["hasVariant"][0]["gtin"] == "2012345678903"
        assert group["hasVariant"][1]["sku"] == "L"


def test_a_guide_is_dated_by_its_content(tmp_path: Path) -> None:
    article = data(plan(tmp_path, WHOLE), "/zh/fr/culture/lavender/")[0]

    assert (article["datePublished"], article["dateModified"]) == ("2026-10-12", "2026-11-01")
    assert article["inLanguage"] == "zh-Hans"


def test_a_campaigns_offer_holds_while_the_campaign_does(tmp_path: Path) -> None:
    item = data(plan(tmp_path, WHOLE), "/zh/campaigns/2027-fr/")[1]["itemListElement"][0]["item"]

    assert item["offers"] == {
        "@type": "Offer",
        "price": "14.90",
        "priceCurrency": "EUR",
        "validFrom": "2027-07-10T02:00:00+00:00",
        "validThrough": "2027-07-14T16:00:00+00:00",
        "url": "https://pavilions.example/zh/campaigns/2027-fr/",
    }


def test_the_trail_leads_from_the_portal_down(tmp_path: Path) -> None:
    trail = data(plan(tmp_path, WHOLE), "/zh/fr/products/galettes/")[-1]["itemListElement"]

    assert [(step["position"], step["item"]) for step in trail] == [
        (1, "https://pavilions.example/zh/"),
        (2, "https://pavilions.example/zh/fr/"),
        (3, "https://pavilions.example/zh/fr/products/"),
        (4, "https://pavilions.example/zh/fr/categories/biscuits/"),
    ]
