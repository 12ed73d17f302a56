"""Draw the views through the windows: `python themes/art/views.py`.

Joins the posters of `views_<cc>_<cc>.py`, and writes them into `themes/pavilion`:
`templates/parts/views.html`, for pages that show one large and have it in their own markup, and
`assets/views.svg`, from which pages with many windows take theirs.

A view is a travel poster in a box of 160 × 200. Its colours are properties of the page (`--v-sky`,
`--v-sun`, `--v-far`, `--v-mid`, `--v-near`, `--v-fore`, `--v-lit`, `--v-shade`; `base.css` sets them
by day and by night) and at most two of its own, which hold in both. Tones between them are tints,
by `veil`. Flat shapes, no lines round them; the shape of the window cuts them.
"""

from __future__ import annotations

import re
from pathlib import Path

import views_au_gb
import views_ch_nz
import views_es_tr
import views_fr_us
import views_my
import views_sg_th
from view_brush import disc, fill, sky
from view_paths import tightened
from windows import WINDOWS

THEME = Path(__file__).resolve().parents[1] / "pavilion"
TEMPLATE, SPRITE = "templates/parts/views.html", "assets/views.svg"
DRAWN = (views_au_gb, views_ch_nz, views_es_tr, views_fr_us, views_my, views_sg_th)
PLAIN_VIEW = (
    sky()
    + fill("sun", disc(108, 68, 12))
    + fill("far", "M0 120Q64 96 160 108V200H0Z")
    + fill("near", "M0 144Q48 108 96 128T160 124V200H0Z")
    + fill("fore", "M0 176Q64 144 160 168V200H0Z")
)


def tidy(drawn: str) -> str:
    """The same drawing in fewer bytes."""
    return re.sub(r'(?<= d=")[^"]+', lambda found: tightened(found[0]), drawn)


def views() -> dict[str, str]:
    """The view of every country that has a window, and `plain`, of all others."""
    drawn = {cc: draw() for module in DRAWN for cc, draw in module.VIEWS.items()}
    return {cc: tidy(drawn[cc]) for cc in sorted(WINDOWS)} | {"plain": tidy(PLAIN_VIEW)}


def template(drawn: dict[str, str]) -> str:
    """A macro that prints a view."""
    head = (
        "{# Views through windows, of `themes/art/views.py`: in a box of 160 × 200, coloured by --v-*"
        " (base.css). #}\n{% macro view(country) %}\n"
    )
    rows = [
        f'{{% {"elif" if number else "if"} country == "{cc}" %}}{body}\n'
        for number, (cc, body) in enumerate(drawn.items())
        if cc != "plain"
    ]
    return f"{head}{''.join(rows)}{{% else %}}{drawn['plain']}\n{{%- endif %}}\n{{%- endmacro %}}\n"


def sprite(drawn: dict[str, str]) -> str:
    """A file of symbols, one a country."""
    rows = "".join(
        f'<symbol id="{cc}" viewBox="0 0 160 200">{body}</symbol>\n' for cc, body in drawn.items()
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{rows}</svg>\n'


def files() -> dict[str, str]:
    """What is written, by its name in the theme."""
    drawn = views()
    return {TEMPLATE: template(drawn), SPRITE: sprite(drawn)}


def main() -> None:
    """Write both files."""
    for name, text in files().items():
        (THEME / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {len(text.encode())} bytes")


if __name__ == "__main__":
    main()
