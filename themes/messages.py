"""Takes the theme's messages out of templates and pages, and brings its catalogs up to date.

Run as `make messages`. Catalogs carry no dates, authors or line numbers, so that they change only
when a message does.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

THEME = Path(__file__).parent / "pavilion"
ROOT = THEME.parent.parent
LOCALES = ("zh_Hans", "fr", "de", "es", "th", "ms", "tr")
OPTIONS = {
    "newstyle_gettext": "true",
    "trim_blocks": "true",
    "extensions": "pavilion_gen.render.once.OnceExtension",
    "silent": "false",
}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def extracted() -> Catalog:
    """Every message of the theme, with the files it stands in."""
    catalog = Catalog(project="pavilion", version="", charset="utf-8", fuzzy=False)
    sources = (
        (ROOT / "pavilion_gen" / "pages", "**.py", "python"),
        (ROOT / "pavilion_gen" / "materials", "**.py", "python"),
        (THEME / "templates", "**.html", "jinja2"),
    )
    for folder, pattern, method in sources:
        found = extract_from_dir(
            str(folder),
            method_map=[(pattern, method)],
            options_map={pattern: OPTIONS},
            keywords=KEYWORDS,
        )
        for file, _line, message, comments, context in sorted(found, key=lambda m: (m[0], m[1])):
            place = (folder / file).relative_to(ROOT).as_posix()
            catalog.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return catalog


def written(catalog: Catalog) -> bytes:
    """A catalog as the bytes of its file."""
    stream = io.BytesIO()
    write_po(stream, catalog, omit_header=False, sort_output=True, include_lineno=False, width=100)
    lines = stream.getvalue().decode().split("\n")
    noise = ('"POT-Creation-Date', '"PO-Revision-Date', '"Last-Translator', '"Language-Team',
             '"Generated-By', '"Report-Msgid-Bugs-To', "# FIRST AUTHOR", "# Copyright",
             "# This file is distributed", '"Project-Id-Version')  # fmt: skip
    kept = [line for line in lines if not line.startswith(noise)]
    while kept and kept[0].startswith("#") and not kept[0].startswith("#,"):
        kept.pop(0)
    return ("\n".join(kept).strip("\n") + "\n").encode()


def main() -> int:
    """Writes pavilion.pot and every catalog; says what is not translated."""
    template = extracted()
    folder = THEME / "translations"
    folder.mkdir(exist_ok=True)
    (folder / "pavilion.pot").write_bytes(written(template))
    incomplete = 0
    for locale in LOCALES:
        path = folder / f"{locale}.po"
        if path.exists():
            catalog = read_po(io.BytesIO(path.read_bytes()), locale=locale)
        else:
            catalog = Catalog(locale=locale, charset="utf-8", fuzzy=False)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        catalog.fuzzy = False
        path.write_bytes(written(catalog))
        missing = sum(
            not all(m.string if isinstance(m.string, tuple) else (m.string,))
            for m in catalog
            if m.id
        )
        incomplete += missing
        print(f"{path.relative_to(ROOT)}: {len(catalog)} messages, {missing} not translated")
    return 1 if incomplete else 0


if __name__ == "__main__":
    sys.exit(main())
