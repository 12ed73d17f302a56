"""Draw the views through the windows: `python themes/art/views.py`.

Joins the posters of `views_west.py` and `views_east.py`, and writes them into `themes/pavilion`:
`templates/parts/views.html`, for pages that show one large and have it in their own markup, and
`assets/views.svg`, from which pages with many windows take theirs. `views_west.py` says how a view
is drawn.
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path

from view_paths import tightened
from views_west import PLAIN_VIEW
from views_west import VIEWS as WEST
from windows import WINDOWS

THEME = Path(__file__).resolve().parents[1] / "pavilion"
TEMPLATE, SPRITE = "templates/parts/views.html", "assets/views.svg"

# Far range, hills and ground of a country whose poster is still to be drawn, in the window's box
HILLS = {
    "es": (
        "M0 32Q14 24 26 29T40 27V50H0Z",
        "M0 37Q9 30 19 29L20 21H24L25 29Q34 31 40 36V50H0Z",
        "M0 43Q14 36 40 43V50H0Z",
    ),
    "sg": (
        "M0 30H4V22H9V26H14V16H19V25H26V20H31V27H40V50H0Z",
        "M0 37V32H7V29H14V34H18V30H25V33H31V29H38V33H40V50H0Z",
        "M0 43Q20 38 40 43V50H0Z",
    ),
    "th": (
        "M13 42Q15 28 19 26Q23 27 25 42Z",
        "M4 42Q5 25 11 23Q16 24 18 42ZM21 42Q23 19 28 17Q34 19 37 42Z",
        "M0 40H40V50H0Z",
    ),
    "my": (
        "M0 29Q10 22 22 25T40 19V50H0Z",
        "M0 35Q13 25 25 31T40 28V50H0Z",
        "M0 42Q12 35 24 40T40 39V50H0Z",
    ),
    "tr": (
        "M0 34Q12 27 24 31T40 28V50H0Z",
        "M0 39L6 33L9 24L12 33L18 36L22 22L26 34L33 31L36 25L40 32V50H0Z",
        "M0 45Q18 38 40 43V50H0Z",
    ),
}


def hills(far: str, near: str, fore: str) -> str:
    """A disc over three ranges."""
    return (
        '<path fill="var(--v-sky)" d="M0 0H160V200H0Z"/>'
        '<g transform="scale(4)"><circle fill="var(--v-sun)" cx="20" cy="17" r="3"/>'
        f'<path fill="var(--v-far)" d="{far}"/><path fill="var(--v-near)" d="{near}"/>'
        f'<path fill="var(--v-fore)" d="{fore}"/></g>'
    )


def east() -> dict[str, str]:
    """The posters of the other module, as far as it is there."""
    try:
        module = importlib.import_module("views_east")
    except ModuleNotFoundError:
        return {}
    return {str(cc): str(drawn) for cc, drawn in module.VIEWS.items()}


def tidy(drawn: str) -> str:
    """The same drawing in fewer bytes."""
    return re.sub(r'(?<= d=")[^"]+', lambda found: tightened(found[0]), drawn)


def views() -> dict[str, str]:
    """The view of every country that has a window, and `plain`, of all others."""
    drawn = (
        dict.fromkeys(WINDOWS, PLAIN_VIEW)
        | {cc: hills(*parts) for cc, parts in HILLS.items()}
        | WEST
        | east()
    )
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
