"""A page's fingerprint changes exactly when something changes of which its bytes are made."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages.sites import FRANCE, SHARED, TWO_COUNTRIES, Files, page, plan, theme, write

from pavilion_gen.build.engine import engine_key
from pavilion_gen.render.page import Fingerprint
from render.themes import renderer

PAGE = "/zh/fr/products/galettes/"
ROOMS = ("diagnostics", "model", "content", "catalogue", "materials", "pages", "render")
PRODUCTS = "countries/fr/products/list.yaml"


def fingerprints(
    root: Path,
    files: Files,
    theme_files: Files | None = None,
    engine: str = "engine",
    **options: object,
) -> dict[str, bytes]:
    """The fingerprint of every page of a site, by address."""
    theme(root, theme_files)
    site = plan(root, files, **options)
    made = renderer(site, root / "tiny", engine)
    return {one.address: made.fingerprint(one) for one in site.pages}


@pytest.fixture
def before(tmp_path: Path) -> dict[str, bytes]:
    return fingerprints(tmp_path / "before", FRANCE)


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    assert before.keys() == after.keys()
    return {address for address in before if before[address] != after[address]}


def test_nothing_changed_nothing_changes(tmp_path: Path, before: dict[str, bytes]) -> None:
    assert changed(before, fingerprints(tmp_path / "after", FRANCE)) == set()


def test_a_summary_that_only_its_own_page_shows(tmp_path: Path, before: dict[str, bytes]) -> None:
    text = str(FRANCE[PRODUCTS]).replace("一盒饼干", "一大盒饼干")

    after = fingerprints(tmp_path / "after", {**FRANCE, PRODUCTS: text})

    assert changed(before, after) == {PAGE}


def test_a_name_that_many_pages_show(tmp_path: Path, before: dict[str, bytes]) -> None:
    text = str(FRANCE[PRODUCTS]).replace("黄油饼干", "咸黄油饼干")

    after = fingerprints(tmp_path / "after", {**FRANCE, PRODUCTS: text})

    # then pages that show the name change, the French ones because they show none of it do not
    assert changed(before, after) == {
        PAGE, "/zh/fr/", "/zh/fr/products/", "/zh/fr/categories/food/",
        "/zh/fr/categories/biscuits/", "/zh/fr/merchants/ruche/", "/zh/fr/poster/", "/zh/fr/search/",
    }  # fmt: skip


def test_a_date_of_search_engines_only_changes_no_page(
    tmp_path: Path, before: dict[str, bytes]
) -> None:
    text = str(FRANCE[PRODUCTS]).replace("added: 2026-10-02", "added: 2026-10-03")

    after = fingerprints(tmp_path / "after", {**FRANCE, PRODUCTS: text})

    assert changed(before, after) == set()


def test_a_template_changes_the_pages_that_it_makes(
    tmp_path: Path, before: dict[str, bytes]
) -> None:
    after = fingerprints(
        tmp_path / "after", FRANCE, {"templates/product.html": "{{ page.head.title }}"}
    )

    assert changed(before, after) == {address for address in before if "/products/" in address and not address.endswith("/products/")}  # fmt: skip


def test_what_all_templates_include_changes_all_pages(
    tmp_path: Path, before: dict[str, bytes]
) -> None:
    after = fingerprints(tmp_path / "after", FRANCE, {"templates/header.html": "changed"})

    assert changed(before, after) == before.keys()


def french(english: str, own: str) -> Files:
    """A theme's French catalog of one message."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    return {"translations/fr.po": f'{head}\nmsgid "{english}"\nmsgstr "{own}"\n'}


def test_a_translation_changes_the_pages_that_print_it(tmp_path: Path) -> None:
    # given a message of the search page
    search: Files = {"templates/search.html": '{{ _("Look here") }}'}
    before = fingerprints(tmp_path / "before", FRANCE, search)

    after = fingerprints(tmp_path / "after", FRANCE, {**search, **french("Look here", "Cherchez")})

    assert changed(before, after) == {"/fr/fr/search/"}


def test_a_translation_that_no_template_prints_changes_nothing(
    tmp_path: Path, before: dict[str, bytes]
) -> None:
    after = fingerprints(tmp_path / "after", FRANCE, french("x", "y"))

    assert changed(before, after) == set()


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
    filed: Files = {**FRANCE, "site.yaml": str(SHARED["site.yaml"]) + "legal: {icp: 京ICP备1号}\n"}

    before, after = fingerprints(tmp_path / "a", FRANCE), fingerprints(tmp_path / "b", filed)

    assert changed(before, after) == before.keys()


def test_the_engine_changes_all_pages(tmp_path: Path, before: dict[str, bytes]) -> None:
    after = fingerprints(tmp_path / "after", FRANCE, engine="another")

    assert changed(before, after) == before.keys()


def test_another_base_address_changes_all_pages(tmp_path: Path, before: dict[str, bytes]) -> None:
    after = fingerprints(tmp_path / "after", FRANCE, base_url="https://elsewhere.example/")

    assert changed(before, after) == before.keys()


def test_equal_fingerprints_are_equal_bytes(tmp_path: Path) -> None:
    def made(root: Path) -> dict[str, tuple[bytes, bytes]]:
        site = plan(root, FRANCE)
        pages = renderer(site, root / "tiny")
        return {p.address: (pages.fingerprint(p), pages.render(p)) for p in site.pages}

    assert made(tmp_path / "here") == made(tmp_path / "there")


def test_a_page_is_in_its_own_frame(tmp_path: Path) -> None:
    site = plan(tmp_path, FRANCE)

    html = renderer(site, tmp_path / "tiny").render(page(site, "/fr/fr/")).decode()

    assert '<html lang="fr-FR">' in html
    assert '<a href="/fr/fr/">Pavillons</a>' in html


class TestWhatDiffers:
    """A fingerprint also tells which part of a page is not as it was."""

    @pytest.mark.parametrize(
        ("content", "theme_files", "engine", "part"),
        [
            ({PRODUCTS: str(FRANCE[PRODUCTS]).replace("一盒饼干", "一大盒")}, {}, "engine", ["view"]),
            ({}, {"templates/header.html": "changed"}, "engine", ["template"]),
            ({}, {"templates/product.html": "{{ _('Search') }}"}, "engine", ["template", "messages"]),
            ({}, {}, "another", ["engine"]),
            ({"site.yaml": str(SHARED["site.yaml"]) + "legal: {icp: 京ICP备1号}\n"}, {}, "engine", ["chrome"]),
            ({}, {}, "engine", []),
        ],
    )  # fmt: skip
    def test_it_names_the_part(
        self,
        tmp_path: Path,
        before: dict[str, bytes],
        content: Files,
        theme_files: Files,
        engine: str,
        part: list[str],
    ) -> None:
        after = fingerprints(tmp_path / "after", {**FRANCE, **content}, theme_files, engine)

        assert Fingerprint.differing(before[PAGE], after[PAGE]) == part

    def test_it_is_short(self, before: dict[str, bytes]) -> None:
        assert {len(fingerprint) for fingerprint in before.values()} == {32}


def test_the_engine_key_is_of_our_sources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # given the sources as they are, and with one that is changed
    import pavilion_gen

    write(tmp_path, {f"{room}/__init__.py": "" for room in (".", *ROOMS)})
    monkeypatch.setattr(pavilion_gen, "__file__", str(tmp_path / "__init__.py"))

    def key(text: str) -> bytes:
        write(tmp_path, {"render/page.py": text})
        engine_key.cache_clear()
        return engine_key()

    try:
        first, again, other = key("a = 1"), key("a = 1"), key("a = 23")
    finally:
        monkeypatch.undo()
        engine_key.cache_clear()
    assert first == again != other
