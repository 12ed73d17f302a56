"""The default theme: quick on every page, and what is kept between pages shows on none of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pages.sites import WHOLE, SitePlan, plan

from pavilion_gen.materials.pictures import tones
from pavilion_gen.materials.theme import Theme, load_theme
from pavilion_gen.pages.setting import PlannedPage
from pavilion_gen.render.linked import Linked, environment
from pavilion_gen.render.messages import functions
from pavilion_gen.render.page import Renderer
from pavilion_gen.render.templates import Templates


def jinjas_own(site: SitePlan, theme: Theme, page: PlannedPage, values: dict[str, Any]) -> str:
    """A page as stock Jinja makes it: nothing compiled our way, nothing kept."""
    chrome = site.chromes[page.chrome]
    stock = environment(theme)
    stock.globals.update(functions(site.catalogs[chrome.lang].translations), chrome=chrome)
    stock.globals.update(asset=site.assets.__getitem__)
    return stock.get_template(page.template).render(values)


def test_the_stylesheet_has_the_colour_of_every_tone() -> None:
    css = (load_theme("pavilion").folders[0] / "assets/base.css").read_text(encoding="utf-8")

    found = dict(re.findall(r"\.(t[0-3]{3}) \{ background: (#[0-9a-f]{6}) \}", css))

    assert found == tones()


def test_every_page_is_made_by_quick_code_and_is_what_jinja_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, theme = plan(tmp_path, WHOLE, theme="pavilion"), load_theme("pavilion")
    renderer = Renderer(
        site.chromes, site.catalogs, site.addresses.host, Templates(theme, site.assets), "engine"
    )
    given: list[dict[str, Any]] = []
    quick = Linked.render

    def noted(self: Linked, name: str, values: dict[str, Any]) -> str:
        given.append(values)
        return quick(self, name, values)

    monkeypatch.setattr(Linked, "render", noted)
    monkeypatch.setattr(Linked, "_render_slowly", lambda *given: pytest.fail("it was not quick"))
    made = [renderer.render(page).decode() for page in site.pages]

    assert {page.template for page in site.pages} == {
        path.name for path in (theme.folders[0] / "templates").glob("*.html")
    } - {"base.html"}
    # then one page of each template is compared: the last, before which most was kept
    last = {page.template: number for number, page in enumerate(site.pages)}
    for number in last.values():
        assert made[number] == jinjas_own(site, theme, site.pages[number], given[number])
