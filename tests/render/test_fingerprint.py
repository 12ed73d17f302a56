"""A page's fingerprint changes exactly when something changes of which its bytes are made."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages.sites import FRANCE, SHARED, TWO_COUNTRIES, Files, page, plan, theme, write

from pavilion_gen.build.engine import engine_key
from pavilion_gen.materials.theme import load_theme
from pavilion_gen.render.page import Renderer
from pavilion_gen.render.templates import Templates

PAGE = "/zh/fr/products/galettes/"
PRODUCTS = "countries/fr/products/list.yaml"


def fingerprints(
    root: Path, files: Files, theme_files: Files | None = None, engine: str = "", **options: object
) -> dict[str, str]:
    """The fingerprint of every page of a site, by address."""
    theme(root, theme_files)
    site = plan(root, files, **options)
    renderer = Renderer(site, Templates(load_theme(str(root / "tiny"))), engine or engine_key())
    return {one.address: renderer.fingerprint(one) for one in site.pages}


@pytest.fixture
def before(tmp_path: Path) -> dict[str, str]:
    return fingerprints(tmp_path / "before", FRANCE)


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    assert before.keys() == after.keys()
    return {address for address in before if before[address] != after[address]}


def test_nothing_changed_nothing_changes(tmp_path: Path, before: dict[str, str]) -> None:
    assert changed(before, fingerprints(tmp_path / "after", FRANCE)) == set()


def test_a_summary_that_only_its_own_page_shows(tmp_path: Path, before: dict[str, str]) -> None:
    text = str(FRANCE[PRODUCTS]).replace("一盒饼干", "一大盒饼干")

    after = fingerprints(tmp_path / "after", {**FRANCE, PRODUCTS: text})

    assert changed(before, after) == {PAGE}


def test_a_name_that_many_pages_show(tmp_path: Path, before: dict[str, str]) -> None:
    text = str(FRANCE[PRODUCTS]).replace("黄油饼干", "咸黄油饼干")

    after = fingerprints(tmp_path / "after", {**FRANCE, PRODUCTS: text})

    # then pages that show the name change, the French ones because they show none of it do not
    assert changed(before, after) == {
        PAGE, "/zh/fr/", "/zh/fr/products/", "/zh/fr/categories/food/",
        "/zh/fr/categories/biscuits/", "/zh/fr/merchants/ruche/", "/zh/fr/search/",
    }  # fmt: skip


def test_a_date_of_search_engines_only_changes_no_page(
    tmp_path: Path, before: dict[str, str]
) -> None:
    text = str(FRANCE[PRODUCTS]).replace("added: 2026-10-02", "added: 2026-10-03")

    after = fingerprints(tmp_path / "after", {**FRANCE, PRODUCTS: text})

    assert changed(before, after) == set()


def test_a_template_changes_the_pages_that_it_makes(tmp_path: Path, before: dict[str, str]) -> None:
    after = fingerprints(
        tmp_path / "after", FRANCE, {"templates/product.html": "{{ page.head.title }}"}
    )

    assert changed(before, after) == {address for address in before if "/products/" in address and not address.endswith("/products/")}  # fmt: skip


def test_what_all_templates_include_changes_all_pages(
    tmp_path: Path, before: dict[str, str]
) -> None:
    after = fingerprints(tmp_path / "after", FRANCE, {"templates/header.html": "changed"})

    assert changed(before, after) == before.keys()


def test_a_catalog_changes_the_pages_of_its_language(
    tmp_path: Path, before: dict[str, str]
) -> None:
    # given a message that no page prints
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "x"\nmsgstr "y"\n'

    after = fingerprints(tmp_path / "after", FRANCE, {"translations/fr.po": po})

    assert changed(before, after) == {one for one in before if one.startswith("/fr/")}


def test_the_frame_of_a_country_changes_its_pages_only(tmp_path: Path) -> None:
    country = "countries/fr/country.yaml"
    text = str(FRANCE[country]).replace("tags: {fr: fr-FR}\n", "")

    before = fingerprints(tmp_path / "a", TWO_COUNTRIES)
    after = fingerprints(tmp_path / "b", {**TWO_COUNTRIES, country: text})

    assert {
        one for one in changed(before, after) if "/nz/" in one and one.startswith("/zh/")
    } == set()
    assert "/fr/fr/search/" in changed(before, after)


def test_the_frame_of_the_site_changes_all_pages(tmp_path: Path) -> None:
    # given a filing number, which stands in the frame and in no view
    filed: Files = {**FRANCE, "site.yaml": f"{SHARED['site.yaml']}legal: {{icp: 京ICP备1号}}\n"}

    before, after = fingerprints(tmp_path / "a", FRANCE), fingerprints(tmp_path / "b", filed)

    assert changed(before, after) == before.keys()


def test_the_engine_changes_all_pages(tmp_path: Path, before: dict[str, str]) -> None:
    after = fingerprints(tmp_path / "after", FRANCE, engine="another")

    assert changed(before, after) == before.keys()


def test_another_base_address_changes_all_pages(tmp_path: Path, before: dict[str, str]) -> None:
    after = fingerprints(tmp_path / "after", FRANCE, base_url="https://elsewhere.example/")

    assert changed(before, after) == before.keys()


def test_equal_fingerprints_are_equal_bytes(tmp_path: Path) -> None:
    def made(root: Path) -> dict[str, tuple[str, bytes]]:
        theme(root)
        site = plan(root, FRANCE)
        renderer = Renderer(site, Templates(load_theme(str(root / "tiny"))), "engine")
        return {p.address: (renderer.fingerprint(p), renderer.render(p)) for p in site.pages}

    assert made(tmp_path / "here") == made(tmp_path / "there")


def test_a_page_is_in_its_own_frame(tmp_path: Path) -> None:
    theme(tmp_path)
    site = plan(tmp_path, FRANCE)
    renderer = Renderer(site, Templates(load_theme(str(tmp_path / "tiny"))), "engine")

    html = renderer.render(page(site, "/fr/fr/")).decode()

    assert '<html lang="fr-FR">' in html
    assert '<a href="/fr/fr/">Pavillons</a>' in html


def test_the_engine_key_is_of_our_sources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # given the sources as they are, and with one that is changed
    import pavilion_gen

    def key(text: str) -> str:
        write(tmp_path, {"render/page.py": text, "__init__.py": ""})
        monkeypatch.setattr(pavilion_gen, "__file__", str(tmp_path / "__init__.py"))
        engine_key.cache_clear()
        return engine_key()

    try:
        first, again, other = key("a = 1"), key("a = 1"), key("a = 2")
    finally:
        monkeypatch.undo()
        engine_key.cache_clear()
    assert first == again != other
