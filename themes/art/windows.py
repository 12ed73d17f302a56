"""Window silhouettes of the countries, label marks, and the label that bears both."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from shapes import (
    Look,
    contrast,
    dark,
    disc,
    group,
    num,
    oval,
    path,
    poly,
    pts,
    rect,
    stroke,
)

WINDOWS = {
    "us": "M3 50V22L10 9L20 2L30 9L37 22V50Z",
    "nz": "M2 50V18L20 6L38 18V50Z",
    "au": "M2 50V6q3 6 6 0q3 6 6 0q3 6 6 0q3 6 6 0q3 6 6 0q3 6 6 0V50Z",
    "ch": "M2 14L9 7H31L38 14V43L31 50H9L2 43Z",
    "fr": "M7 50V11C7 5 13 3 20 3S33 5 33 11V50Z",
    "gb": "M2 50V21A18 18 0 0 1 38 21V50Z",
    "es": "M7 50V30A16.5 16.5 0 1 1 33 30V50Z",
    "sg": (
        "M2 50V12a5.5 5.5 0 0 1 11 0V50ZM14.5 50V12a5.5 5.5 0 0 1 11 0V50Z"
        "M27 50V12a5.5 5.5 0 0 1 11 0V50Z"
    ),
    "th": "M3 50L8 21Q17 15 20 1Q23 15 32 21L37 50Z",
    "my": "M4 50V14Q7 12 8 5Q9 12 12 14Q15 12 16 5Q17 12 20 14Q23 12 24 5Q25 12 28 14"
    "Q31 12 32 5Q33 12 36 14V50Z",
    "tr": "M4 50V24C4 13 12 9 20 3C28 9 36 13 36 24V50Z",
}
PLAIN = "M6 50V20A14 14 0 0 1 34 20V50Z"

Drawer = Callable[[str, str], str]


def _sprig(c: str, bg: str) -> str:
    pairs = [(-6, -10, -30), (6, -10, 30), (-8, 0, -40), (8, 0, 40), (-7, 9, -50), (7, 9, 50)]
    leaves = "".join(oval(x, y, 3, 6, c, a) for x, y, a in pairs)
    return stroke("M0 20V-14", c, 2.5) + leaves + oval(0, -16, 3, 5, c)


def _leaf(c: str, bg: str) -> str:
    return path("M-15 16C-18-8 0-18 17-17C18 4 6 18-15 16Z", c) + stroke("M-17 18L8-8", bg, 2.5)


def _sun(c: str, bg: str) -> str:
    rays = "".join(
        f"M{pts(13 * cos(a), 13 * sin(a))}L{pts(18 * cos(a), 18 * sin(a))}"
        for a in (i * pi / 4 for i in range(8))
    )
    return disc(0, 0, 9, c) + stroke(rays, c, 3)


def _wave(c: str, bg: str) -> str:
    row = "M-18 {0}q4.5-7 9 0t9 0t9 0t9 0"
    return "".join(stroke(row.format(y), c, 4) for y in (-8, 2, 12))


def _mountain(c: str, bg: str) -> str:
    return poly((-19, 16, -4, -15, 6, 4, 10, -3, 19, 16), c) + poly(
        (-4, -15, -9, -5, -4, -8, 1, -5), bg
    )


def _grain(c: str, bg: str) -> str:
    rows = "".join(oval(s * 6, y, 3.4, 6.5, c, s * 32) for y in (-8, 1, 10) for s in (-1, 1))
    return stroke("M0 20V-8", c, 2.5) + rows + oval(0, -15, 3.4, 6, c)


def _flower(c: str, bg: str) -> str:
    ring = "".join(
        disc(10 * cos(a), 10 * sin(a), 6.6, c) for a in (i * 2 * pi / 5 - pi / 2 for i in range(5))
    )
    return ring + disc(0, 0, 5, bg)


def _fruit(c: str, bg: str) -> str:
    return (
        disc(0, 4, 13, c)
        + stroke("M0-8Q1-14 4-18", c, 2.5)
        + path("M3-12Q10-20 18-14Q12-7 3-12Z", c)
    )


def _star(c: str, bg: str) -> str:
    points: list[float] = []
    for i in range(16):
        r = 18 if i % 2 == 0 else 8
        points += [r * sin(i * pi / 8), -r * cos(i * pi / 8)]
    return poly(points, c) + disc(0, 0, 3, bg)


def _bee(c: str, bg: str) -> str:
    wings = oval(-8, -9, 6, 9, c, -38) + oval(8, -9, 6, 9, c, 38)
    bands = stroke("M-9 3H9M-8 9H8", bg, 2.5, "butt")
    return wings + oval(0, 5, 9.5, 13, c) + bands


def _cup(c: str, bg: str) -> str:
    return (
        path("M-14-3H10V6Q10 17-2 17Q-14 17-14 6Z", c)
        + stroke("M10 1Q18 0 17 6Q16 10 9 10", c, 3)
        + stroke("M-6-8q-3-4 0-9M2-8q-3-4 0-9", c, 2.5)
    )


def _knot(c: str, bg: str) -> str:
    return stroke("M-17 0C-10-20 8-10 0 0S10 20 17 0C10-20-8-10 0 0S-10 20-17 0Z", c, 4)


def _dots(c: str, bg: str) -> str:
    return "".join(disc(x, y, 4, c) for x in (-12, 0, 12) for y in (-12, 0, 12))


def _stripes(c: str, bg: str) -> str:
    return "".join(rect(x, -15, 5, 30, c) for x in (-17, -7.5, 2, 11.5))


MARKS: dict[str, Drawer] = {
    "sprig": _sprig,
    "leaf": _leaf,
    "sun": _sun,
    "wave": _wave,
    "mountain": _mountain,
    "grain": _grain,
    "flower": _flower,
    "fruit": _fruit,
    "star": _star,
    "bee": _bee,
    "cup": _cup,
    "knot": _knot,
    "dots": _dots,
    "stripes": _stripes,
}


def mark(kind: str, x: float, y: float, size: float, colour: str, ground: str) -> str:
    """A small motif, `size` across, centred on a point."""
    draw = MARKS.get(kind, _dots)
    return group(f"translate({pts(x, y)})scale({size / 40:.2f})", draw(colour, ground))


def window(k: Look, x: float, y: float, height: float, colour: str | None = None) -> str:
    """The country's window, centred on a point."""
    s = height / 50
    moved = f"translate({pts(x - 20 * s, y - 25 * s)})scale({s:.2f})"
    shape = path(WINDOWS.get(k.window, PLAIN), colour or k.accent)
    return shape.replace("<path", f'<path transform="{moved}"', 1)


def inks(k: Look, ground: str) -> tuple[str, str]:
    """Colours for window and mark that can be told from the ground."""
    if contrast(k.accent, ground) >= 2.2:
        return k.accent, k.deep if contrast(k.deep, ground) >= 3 else k.accent
    if contrast(k.soft, ground) >= 2.6:
        return k.soft, k.soft
    return k.deep, k.deep


def emblem(k: Look, x: float, y: float, w: float, h: float, ground: str) -> str:
    """Window and mark in a box: above each other, or side by side when it is wide."""
    ink, second = inks(k, ground)
    if h >= w * 0.9:
        wh = min(h * 0.56, w * 0.85)
        ms = min(h * 0.27, w * 0.5)
        gap = (h - wh - ms) / 3
        cx = x + w / 2
        return window(k, cx, y + gap + wh / 2, wh, ink) + mark(
            k.mark, cx, y + h - gap - ms / 2, ms, second, ground
        )
    wh = min(h * 0.76, w * 0.52)
    ms = min(h * 0.5, w * 0.3)
    gap = max(4.0, (w - wh * 0.8 - ms) / 3)
    cy = y + h / 2
    return window(k, x + gap + wh * 0.4, cy, wh, ink) + mark(
        k.mark, x + w - gap - ms / 2, cy, ms, second, ground
    )


def label(
    k: Look,
    w: float,
    y: float,
    h: float,
    *,
    cx: float = 200,
    strip: float = 0,
    r: float = 0,
    ground: str | None = None,
) -> str:
    """A label `w` to each side of `cx`; its leftmost `strip` lies in shade."""
    fill = ground or k.label
    out = rect(cx - w, y, 2 * w, h, fill, r)
    if strip and not r:
        out += rect(cx - w, y, strip, h, dark(fill, 0.13))
    return out + emblem(k, cx - w + strip * 0.6, y, 2 * w - strip * 0.6, h, fill)


def tag(k: Look, x: float, y: float, size: float = 1, turn: float = 0) -> str:
    """A swing tag on a string, hung at a point, for things that bear no label."""
    ground = k.label if contrast(k.label, k.main) >= 1.25 else "#FBF8F3"
    ink, second = inks(k, ground)
    body = (
        stroke("M0 0V18", second, 3)
        + path("M-24 30L-12 16H12L24 30V104H-24Z", ground)
        + disc(0, 26, 3.5, second)
        + window(k, 0, 58, 42, ink)
        + mark(k.mark, 0, 92, 17, second, ground)
    )
    return group(f"translate({pts(x, y)})rotate({num(turn)})scale({size:.2f})", body)
