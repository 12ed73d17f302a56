"""Things whose id says more than their family: a mug among ceramics, socks among knitwear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from goods_kitchen import ceramics
from goods_small import stationery
from goods_wear import hat
from shapes import (
    STEEL,
    WOOD,
    Look,
    Profile,
    can,
    dark,
    disc,
    light,
    oval,
    path,
    poly,
    pts,
    rect,
    shine,
    stroke,
    turned,
)
from windows import emblem, inks, mark, window

Drawer = Callable[[Look], str]


def _as(draw: Drawer, form: int) -> Drawer:
    """A family's drawing in one form, whatever the recipe says."""
    return lambda k: draw(replace(k, form=form))


def mug(k: Look) -> str:
    """A mug with a handle and a painted band."""
    out = stroke("M284 290Q372 280 362 360T276 436", dark(k.main, 0.08), 24)
    body: Profile = [(122, 224), (120, 440), (118, 500, 84, 500)]
    out += turned(body, k.main, None, 178) + oval(178, 226, 122, 15, light(k.main, 0.4))
    out += oval(178, 229, 108, 9, dark(k.main, 0.4))
    out += rect(57, 262, 242, 9, k.label) + rect(60, 462, 236, 9, k.label)
    return out + emblem(k, 112, 280, 156, 176, k.main) + shine(280, 292, 110, k.lit, 11)


def tile(k: Look) -> str:
    """A glazed tile on a small stand."""
    out = stroke("M108 500L136 440M292 500L264 440", dark(WOOD), 14)
    out += rect(66, 196, 268, 268, k.main, 8) + rect(66, 196, 56, 268, dark(k.main, 0.14), 8)
    for x, y, turn in ((66, 196, 0), (334, 196, 90), (334, 464, 180), (66, 464, 270)):
        out += (
            f'<path transform="translate({x} {y})rotate({turn})" d="M0 0H84A84 84 0 0 1 0 84Z"'
            f' fill="{k.label}"/>'
        )
    ink, second = inks(k, k.main)
    for x, y in ((200, 226), (200, 436), (96, 330), (304, 330)):
        out += mark(k.mark, x, y, 40, k.label, k.main)
    out += window(k, 200, 330, 96, ink) + rect(84, 456, 232, 18, WOOD, 8)
    return out + disc(200, 465, 4, second) + shine(316, 292, 70, k.lit, 9)


def tiffin(k: Look) -> str:
    """A stacked food carrier with a handle."""
    out = stroke("M92 470V170Q92 108 200 108T308 170V470", STEEL, 11)
    out += rect(176, 96, 48, 22, k.label, 11)
    for i in range(3):
        y = 408 - i * 92
        out += turned(can(104, y, y + 92, 16, 6), k.main) + rect(96, y, 208, 13, k.label)
    out += turned([(30, 164), (96, 170, 108, 214), (108, 226)], k.label) + disc(200, 160, 14, STEEL)
    out += emblem(k, 130, 328, 140, 76, k.main)
    second = inks(k, k.main)[1]
    for y in (272, 458):
        out += "".join(mark(k.mark, x, y, 36, second, k.main) for x in (150, 200, 250))
    return out + shine(286, 424, 50, k.lit, 10)


def socks(k: Look) -> str:
    """A pair of socks."""
    leg = "M{0} 130H{1}V360Q{1} 384 {2} 396L{3} 428Q{4} 446 {4} 470Q{4} 500 {5} 500H{0}Z"
    out = ""
    for x, c in ((60, dark(k.main, 0.12)), (164, k.main)):
        out += path(
            leg.format(x, x + 100, x + 116, x + 154, x + 184, x + 160).replace(
                f"H{x}Z", f"H{x + 34}Q{x} 500 {x} 466Z"
            ),
            c,
        )
        out += path(f"M{x} 130h34v370Q{x} 500 {x} 466Z", dark(c))
        out += rect(x - 5, 118, 110, 58, k.label, 8)
        out += path(
            f"M{x + 160} 431Q{x + 184} 446 {x + 184} 470Q{x + 184} 500 {x + 160} 500H{x + 128}Z",
            k.label,
        )
        data = "".join(
            f"M{x + 42 + j * 18} {210 + i * 26}l7 9l7-9" for i in range(4) for j in range(3)
        )
        out += stroke(data, dark(c, 0.16), 4)
    ink, second = inks(k, k.label)
    out += window(k, 196, 147, 44, ink) + mark(k.mark, 238, 147, 28, second, k.label)
    return out + shine(252, 210, 90, light(k.main, 0.5), 9)


def kite(k: Look) -> str:
    """A moon kite leaning on its stick."""
    out = stroke("M200 500V70", dark(WOOD), 9)
    out += path(
        "M200 108C250 90 340 130 384 196C330 262 250 268 200 250C150 268 70 262 16 196C60 130 150 90 200 108Z",
        k.main,
    )
    out += path(
        "M200 108C150 90 60 130 16 196C70 262 150 268 200 250Q150 180 200 108Z", dark(k.main, 0.14)
    )
    out += poly((178, 246, 222, 246, 210, 372, 190, 372), k.label)
    out += path(
        "M200 500C90 500 66 420 70 352C96 400 140 416 200 372C260 416 304 400 330 352C334 420 310 500 200 500Z",
        k.main,
    )
    out += path(
        "M200 500C90 500 66 420 70 352C96 400 120 410 150 402Q140 470 200 500Z", dark(k.main, 0.14)
    )
    out += path(
        "M200 126C230 116 262 142 270 184C250 232 220 238 200 232C180 238 150 232 130 184C138 142 170 116 200 126Z",
        k.label,
    )
    ink, second = inks(k, k.label)
    out += window(k, 200, 168, 64, ink) + mark(k.mark, 200, 216, 26, second, k.label)
    side = inks(k, k.main)[0]
    for x, y in ((100, 196), (300, 196), (110, 434), (290, 434)):
        out += mark(k.mark, x, y, 44, k.label if side == k.soft else side, k.main)
    return out + mark(k.mark, 200, 446, 40, k.label, k.main) + shine(344, 180, 26, k.lit, 9)


def tray(k: Look) -> str:
    """A woven tray standing on edge."""
    out = disc(200, 330, 170, k.label) + disc(200, 330, 152, k.main)
    out += path("M200 178A152 152 0 0 0 200 482A176 160 0 0 1 200 178Z", dark(k.main, 0.16))
    rings = "".join(f"M{pts(200 - r, 330)}a{r} {r} 0 1 1 0 .1Z" for r in (132, 108, 84))
    out += (
        f'<path d="{rings}" fill="none" stroke="{dark(k.main, 0.24)}" stroke-width="7"'
        ' stroke-dasharray="16 11"/>'
    )
    out += disc(200, 330, 68, light(k.main, 0.4)) + window(k, 200, 318, 66, k.accent)
    out += mark(k.mark, 200, 372, 28, k.deep, k.main)
    return out + shine(330, 300, 60, k.lit, 9)


_SPECIAL: dict[tuple[str, str], Drawer] = {
    ("ceramics", "mug"): mug,
    ("ceramics", "cup"): mug,
    ("ceramics", "fincan"): mug,
    ("ceramics", "bowl"): _as(ceramics, 1),
    ("ceramics", "vase"): _as(ceramics, 2),
    ("ceramics", "teapot"): _as(ceramics, 3),
    ("plate", "tile"): tile,
    ("pan", "tiffin"): tiffin,
    ("wool-knit", "socks"): socks,
    ("toy", "kite"): kite,
    ("basket", "tray"): tray,
    ("hat", "beanie"): _as(hat, 2),
    ("stationery", "notebook"): _as(stationery, 1),
}


def special(name: str, family: str) -> Drawer | None:
    """The drawing that a word in the id calls for, if any."""
    words = name.split("-")
    return next((d for (f, w), d in _SPECIAL.items() if f == family and w in words), None)
