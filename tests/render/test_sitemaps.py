"""Sitemaps and robots.txt."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from pages.sites import FRANCE, WHOLE, Files, SitePlan, plan

from pavilion_gen.render import sitemaps as module
from pavilion_gen.render.sitemaps import Line, line, robots, sitemap_index, sitemaps

NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOST = "https://pavilions.example"


def files(site: SitePlan) -> dict[str, str]:
    """Every sitemap, their index and robots.txt, by name."""
    lines: dict[str, list[Line]] = {}
    for page in site.pages:
        listed = line(page)
        if listed is not None:
            lines.setdefault(page.chrome[0], []).append(listed)
    made = [one for country, own in lines.items() for one in sitemaps(country, own)]
    names = [(name, newest) for name, newest, _ in made]
    return {
        **{name: data.decode() for name, _, data in made},
        "sitemap.xml": sitemap_index(site.addresses, names).decode(),
        "robots.txt": robots(site.addresses).decode(),
    }


def urls(text: str) -> dict[str, str]:
    """Address to date of each entry of a sitemap or of the index."""
    found = [
        (entry.findtext("{*}loc", ""), entry.findtext("{*}lastmod", ""))
        for entry in ElementTree.fromstring(text)
    ]
    assert len(dict(found)) == len(found), "an address stands twice"
    return dict(found)


def test_there_is_one_a_pavilion_one_of_the_portal_and_an_index(tmp_path: Path) -> None:
    made = files(plan(tmp_path, WHOLE))

    assert list(made) == [
        "sitemap-portal.xml", "sitemap-fr.xml", "sitemap-nz.xml", "sitemap.xml", "robots.txt",
    ]  # fmt: skip
    assert urls(made["sitemap.xml"]) == {
        f"{HOST}/sitemap-portal.xml": "2026-11-24",
        f"{HOST}/sitemap-fr.xml": "2026-11-01",
        f"{HOST}/sitemap-nz.xml": "2026-10-30",
    }


def test_every_page_that_may_be_found_stands_in_exactly_one(tmp_path: Path) -> None:
    site = plan(tmp_path, WHOLE)

    made = files(site)

    listed = [url for name in ("portal", "fr", "nz") for url in urls(made[f"sitemap-{name}.xml"])]
    assert sorted(listed) == sorted(
        one.view.head.canonical
        for one in site.pages
        if one.template not in ("poster.html", "search.html", "not_found.html")
    )


def test_dates_come_from_the_content_and_never_from_the_clock(tmp_path: Path) -> None:
    dates = urls(files(plan(tmp_path, WHOLE))["sitemap-fr.xml"])

    assert dates[f"{HOST}/zh/fr/products/galettes/"] == "2026-10-02"
    assert dates[f"{HOST}/zh/fr/merchants/"] == ""
    assert set(dates.values()) <= {"", "2026-10-01", "2026-10-02", "2026-10-30", "2026-11-01"}


def test_languages_are_named_beside_each_page(tmp_path: Path) -> None:
    root = ElementTree.fromstring(files(plan(tmp_path, WHOLE))["sitemap-fr.xml"])

    entry = next(e for e in root if e.findtext("{*}loc") == f"{HOST}/fr/fr/products/galettes/")
    links = [(link.get("hreflang"), link.get("href")) for link in entry.findall("x:link", NAMES)]
    assert links == [
        ("zh-Hans", f"{HOST}/zh/fr/products/galettes/"),
        ("fr-FR", f"{HOST}/fr/fr/products/galettes/"),
        ("x-default", f"{HOST}/zh/fr/products/galettes/"),
    ]


def test_what_is_not_translated_stands_once(tmp_path: Path) -> None:
    products = "countries/fr/products/list.yaml"
    untranslated: Files = {
        **FRANCE, products: str(FRANCE[products]).replace(", fr: Galettes au beurre", ""),
    }  # fmt: skip

    listed = urls(files(plan(tmp_path, untranslated))["sitemap-fr.xml"])

    assert [url for url in listed if "galettes" in url] == [f"{HOST}/zh/fr/products/galettes/"]


def test_very_many_pages_stand_in_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_URLS", 15)
    site = plan(tmp_path, FRANCE)

    made = files(site)

    parts = [name for name in made if name.startswith("sitemap-fr")]
    assert parts == ["sitemap-fr-1.xml", "sitemap-fr-2.xml"]
    assert all(len(urls(made[name])) <= 15 for name in parts)
    assert set(urls(made["sitemap.xml"])) == {
        f"{HOST}/{name}" for name in made if name.startswith("sitemap-")
    }


def test_below_a_path_the_index_is_named_with_it(tmp_path: Path) -> None:
    made = files(plan(tmp_path, FRANCE, base_url="https://shop.example/a&b/"))

    assert "Sitemap: https://shop.example/a&b/sitemap.xml\n" in made["robots.txt"]
    assert "https://shop.example/a&b/sitemap-fr.xml" in urls(made["sitemap.xml"])


def test_robots_may_go_everywhere_and_are_shown_the_index(tmp_path: Path) -> None:
    assert files(plan(tmp_path, FRANCE))["robots.txt"] == (
        f"User-agent: *\nAllow: /\n\nSitemap: {HOST}/sitemap.xml\n"
    )


def test_in_a_preview_of_drafts_no_page_is_listed(tmp_path: Path) -> None:
    made = files(plan(tmp_path, FRANCE, drafts=True))

    assert list(made) == ["sitemap.xml", "robots.txt"]
    assert urls(made["sitemap.xml"]) == {}
