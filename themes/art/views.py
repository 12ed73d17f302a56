"""Draw the views through the windows: `python themes/art/views.py`.

Joins the posters of `views_west.py` and `views_east.py`, and writes them into `themes/pavilion`:
`templates/parts/views.html`, for pages that show one large and have it in their own markup, and
`assets/views.svg`, from which pages with many windows take theirs. `views_west.py` says how a view
is drawn.
"""

from __future__ import annotations

import re
from pathlib import Path

from view_paths import tightened
from views_east import VIEWS as EAST
from views_west import PLAIN_VIEW
from views_west import VIEWS as WEST
from windows import WINDOWS

THEME = Path(__file__).resolve().parents[1] / "pavilion"
TEMPLATE, SPRITE = "templates/parts/views.html", "assets/views.svg"


def tidy(drawn: str) -> str:
    """The same drawing in fewer bytes."""
    return re.sub(r'(?<= d=")[^"]+', lambda found: tightened(found[0]), drawn)


def views() -> dict[str, str]:
    """The view of every country that has a window, and `plain`, of all others."""
    drawn = EAST | WEST
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
