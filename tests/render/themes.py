"""Small themes for tests: templates written out in the test, and the pages they make."""

from __future__ import annotations

import io
from gettext import GNUTranslations
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from pages.sites import SitePlan

from pavilion_gen.materials.theme import Catalog, load_theme
from pavilion_gen.materials.theme_files import ThemeFault
from pavilion_gen.render.page import Renderer
from pavilion_gen.render.templates import Templates


def write_templates(root: Path, files: dict[str, str | bytes]) -> Path:
    """A theme with these templates, by their names."""
    (root / "templates").mkdir(parents=True, exist_ok=True)
    (root / "theme.yaml").write_text("name: tiny\n")
    for name, text in files.items():
        path = root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def templates(root: Path, **files: str) -> Templates:
    """The templates `page` and others of a theme; their files end in `.html`."""
    write_templates(root, {f"{name}.html": text for name, text in files.items()})
    return Templates(load_theme(str(root)), {})


def catalog(*messages: tuple[str, str]) -> Catalog:
    """A French catalog of (English, own) each; what it says is also what tells it from others."""
    return catalog_of("".join(f'\nmsgid "{one}"\nmsgstr "{own}"\n' for one, own in messages))


def catalog_of(entries: str) -> Catalog:
    """A French catalog with these entries of a `.po` file."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO((head + entries).encode()), locale="fr"))
    compiled.seek(0)
    return Catalog(GNUTranslations(compiled), entries)


def rendered(root: Path, template: str, *messages: tuple[str, str], **values: Any) -> str:
    """What a template makes of values, among them the chrome."""
    chrome = {"chrome": values.pop("chrome", None)}
    made = templates(root, page=template).linked(chrome, catalog(*messages))
    return made.render("page.html", values)


def fault(root: Path, **files: str) -> str:
    """What is said of a page that cannot be made."""
    made = templates(root, **files)
    try:
        made.digest("page.html")
    except ThemeFault as told:
        return str(told)
    with pytest.raises(ThemeFault) as caught:
        made.linked({}, catalog()).render("page.html", {"title": "x", "number": 0})
    return str(caught.value)


def renderer(site: SitePlan, theme: Path, engine: str = "engine") -> Renderer:
    """Makes the pages of a small site with the theme in a folder."""
    made = Templates(load_theme(str(theme)), site.assets)
    return Renderer(site.chromes, site.catalogs, site.addresses.host, made, engine)
