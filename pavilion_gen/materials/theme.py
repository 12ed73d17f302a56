"""A theme: templates, assets and translations of a folder, over those of its parent."""

from __future__ import annotations

import hashlib
import io
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Any

import msgspec

from pavilion_gen.content.decode import decode
from pavilion_gen.content.fields import list_of, optional, record, required
from pavilion_gen.content.kept import Kept, NothingKept, key_of
from pavilion_gen.content.reading import Context, Reading, Spot
from pavilion_gen.content.texts import choice, ident, text
from pavilion_gen.content.yaml_tree import parse
from pavilion_gen.materials.theme_files import ThemeFault, theme_folder, theme_key
from pavilion_gen.settings import DEFAULT_THEME

MADE_FOR_SOME = ("codes", "index", "lists-by-price", "posters")
"""What is made only for a theme that shows it; a theme says nothing of it, and its parent does."""

READY_WIDTH, READY_HEIGHT = 1080, 1440  # pixels of a poster to save


class Theme(msgspec.Struct, frozen=True, gc=False):
    """A theme and its ancestors, nearest first in each list.

    chain: as they are named, the theme first; folders: where they stand. stylesheets, icon: names
    below `assets/`. makes: what of `MADE_FOR_SOME` goes out beside its pages. key: the hash of all
    their files.
    """

    name: str
    chain: tuple[str, ...]
    folders: tuple[Path, ...]
    stylesheets: tuple[str, ...]
    icon: str
    makes: frozenset[str]
    key: bytes

    @property
    def templates(self) -> list[Path]:
        return [folder / "templates" for folder in self.folders]

    @property
    def ancestors(self) -> dict[str, list[Path]]:
        """The templates that a theme inherits from each ancestor, by its name: there nearest first."""
        folders = self.templates
        return {name: folders[place:] for place, name in enumerate(self.chain) if place}

    def asset_files(self) -> dict[str, Path]:
        """Name below `assets/` to file, the nearest theme's first."""
        return self._files_in("assets")

    def windows(self) -> dict[str, bytes]:
        """Name below `windows/` to the drawing from which a pavilion's icon is made."""
        return {name: path.read_bytes() for name, path in self._files_in("windows").items()}

    def ready(self) -> dict[str, bytes]:
        """Name below `ready/` to the picture from which a poster to save is made."""
        return {name: path.read_bytes() for name, path in self._files_in("ready").items()}

    def _files_in(self, kind: str) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self.folders:
            own = folder / kind
            for path in sorted(own.rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    found.setdefault(path.relative_to(own).as_posix(), path)
        return found


_theme = record(
    dict,
    {
        "name": required(ident()),
        "parent": optional(ident()),
        "stylesheets": optional(list_of(text())),
        "icon": optional(text()),
        "makes": optional(list_of(choice(*MADE_FOR_SOME))),
    },
)


def _read(folder: Path) -> dict[str, Any]:
    content, problems = decode((folder / "theme.yaml").read_bytes(), "theme.yaml")
    reading = Reading("theme.yaml", Context())
    told = [problem.message for problem in problems]
    keys: Any = None
    if content is not None:
        tree = parse(content)
        told += [fault.message for fault in tree.faults]
        keys = _theme(tree.value, Spot(reading)) if tree.value is not None else None
        told += [problem.message for problem in reading.diagnostics]
    if told or not isinstance(keys, dict):
        raise ThemeFault(f"{folder / 'theme.yaml'}: {'; '.join(told) or 'it is empty'}")
    return keys


def load_theme(name_or_path: str = DEFAULT_THEME) -> Theme:
    """The theme of that name, or in that folder, with its parents. Raises ThemeFault."""
    chain: list[str] = []
    folders: list[Path] = []
    settings: list[dict[str, Any]] = []
    wanted: str | None = name_or_path
    while wanted is not None:
        folder = theme_folder(wanted)
        if folder.resolve() in [known.resolve() for known in folders]:
            raise ThemeFault(f"The theme `{wanted}` is its own ancestor.")
        chain.append(wanted)
        folders.append(folder)
        settings.append(_read(folder))
        wanted = settings[-1].get("parent")
    stylesheets = tuple(
        dict.fromkeys(s for keys in reversed(settings) for s in keys.get("stylesheets", ()))
    )
    icon = next((keys["icon"] for keys in settings if keys.get("icon")), "")
    makes = frozenset(next((keys["makes"] for keys in settings if "makes" in keys), ()))
    name = settings[0]["name"]
    key = theme_key(folders)
    theme = Theme(name, tuple(chain), tuple(folders), stylesheets, icon, makes, key)
    assets = theme.asset_files()
    for name in (*stylesheets, *([icon] if icon else [])):
        if name not in assets:
            raise ThemeFault(f"The theme `{theme.name}` names assets/{name}, which is not there.")
    for name, data in theme.ready().items():
        if not data.startswith(_READY_HEAD):
            raise ThemeFault(
                f"The theme's ready/{name} is not a PNG of {READY_WIDTH} × {READY_HEIGHT} pixels."
            )
    return theme


_READY_HEAD = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    + READY_WIDTH.to_bytes(4, "big")
    + READY_HEIGHT.to_bytes(4, "big")
)


class Catalog(msgspec.Struct, frozen=True, gc=False):
    """The messages of one locale. digest: of the files they come from."""

    translations: NullTranslations
    digest: str


def load_catalog(theme: Theme, tag: str, kept: Kept | None = None) -> Catalog:
    """The messages for a BCP 47 tag: of `zh_Hans.po`, else `zh.po`; English where there is none."""
    result: NullTranslations | None = None
    digest = hashlib.sha256()
    language = tag.split("-")[0]
    for folder in theme.folders:
        for name in dict.fromkeys((tag.replace("-", "_"), language)):
            path = folder / "translations" / f"{name}.po"
            if not path.is_file():
                continue
            data = path.read_bytes()
            digest.update(data)
            found = GNUTranslations(io.BytesIO(_compiled(data, name, path, kept or NothingKept())))
            if result is None:
                result = found
            else:
                result.add_fallback(found)
    return Catalog(result or NullTranslations(), digest.hexdigest())


def _compiled(data: bytes, name: str, path: Path, kept: Kept) -> bytes:
    """The catalog of a `.po` file in gettext's binary form."""
    key = key_of("catalog", name, data)
    found = kept.get(key)
    if found is not None:
        return found
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(io.BytesIO(data), locale=name, abort_invalid=True)
    except (PoFileError, ValueError) as fault:
        raise ThemeFault(f"{path}: {fault}") from fault
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    kept.put(key, compiled.getvalue())
    return compiled.getvalue()
