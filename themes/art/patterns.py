"""The craft pattern of each country as one tile that repeats: quilt, knit, print, tile, weave."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from shapes import disc, group, oval, path, poly, pts, rect, stroke

SIZE = 80
"""Width and height of a tile."""

Tile = Callable[[str, str], str]


def _quilt(one: str, two: str) -> str:
    """A sawtooth star: a square with eight points."""
    star = (
        "M20 20L30 0L40 20ZM40 20L50 0L60 20ZM60 20L80 30L60 40ZM60 40L80 50L60 60Z"
        "M60 60L50 80L40 60ZM40 60L30 80L20 60ZM20 60L0 50L20 40ZM20 40L0 30L20 20Z"
    )
    return path(star, one) + poly((40, 26, 54, 40, 40, 54, 26, 40), two)


def _knit(one: str, two: str) -> str:
    """Wool stitches in columns, and the leaf of a fern over them."""
    stitches = "".join(
        stroke(f"M{x} {y}l10 12l10-12", one, 4) for x in (0, 20, 40, 60) for y in range(-8, 80, 16)
    )
    leaves = "".join(
        oval(40 + side * 9, y, 3.4, 9, two, side * 52)
        for y in range(18, 66, 10)
        for side in (-1, 1)
    )
    return stitches + stroke("M40 72V10", two, 3) + leaves


def _gum(one: str, two: str) -> str:
    """Gum leaves and balls of wattle."""
    leaf = "M0 0C10 8 12 24 2 38C-8 26-8 10 0 0Z"
    return (
        group("translate(20 6)rotate(24)", path(leaf, one))
        + group("translate(62 44)rotate(-28)", path(leaf, one))
        + "".join(
            disc(x, y, 5.5, two)
            for x, y in ((56, 12), (66, 20), (52, 26), (12, 58), (24, 66), (10, 74))
        )
    )


def _sgraffito(one: str, two: str) -> str:
    """Bands of triangles, and a rosette drawn with compasses."""
    band = "".join(f"M{x} 0h20l-10 14Z" for x in range(0, 80, 20))
    petals = "".join(
        group(f"rotate({60 * n} 40 47)", path("M40 47Q32 34 40 23Q48 34 40 47Z", two))
        for n in range(6)
    )
    ring = f'<circle cx="40" cy="47" r="25" fill="none" stroke="{one}" stroke-width="3"/>'
    return path(band, one) + ring + petals


def _sprig(one: str, two: str) -> str:
    """Small sprigs, each row moved by half."""

    def sprig(x: float, y: float) -> str:
        leaves = "".join(
            oval(side * 6, level, 2.8, 5.6, one, side * 40) for level in (4, 12) for side in (-1, 1)
        )
        bloom = disc(0, -12, 4, two) + disc(-6, -6, 3.2, two) + disc(6, -6, 3.2, two)
        return group(f"translate({pts(x, y)})", stroke("M0 20V-6", one, 2.4) + leaves + bloom)

    return sprig(20, 20) + sprig(60, 60)


def _fair_isle(one: str, two: str) -> str:
    """Knitted squares in rows."""
    rows = (
        "#.#.#.#.#.", ".#.#.#.#.#", "..........", "....#.....", "...###....", "..##.##...",
        "...###....", "....#....#", "..........", "##..##..##",
    )  # fmt: skip
    return "".join(
        rect(x * 8, y * 8, 7.4, 7.4, two if 3 <= y <= 7 else one)
        for y, row in enumerate(rows)
        for x, mark in enumerate(row)
        if mark == "#"
    )


def _azulejo(one: str, two: str) -> str:
    """One tile in four quarter turns."""
    quarter = (
        path("M0 0H14A26 26 0 0 1 0 14Z", one)
        + stroke("M30 0A30 30 0 0 1 0 30", one, 4, "butt")
        + path("M40 40Q22 36 20 20Q36 22 40 40Z", two)
    )
    return "".join(group(f"rotate({turn} 40 40)", quarter) for turn in (0, 90, 180, 270))


def _lattice(one: str, two: str) -> str:
    """Ventilation blocks: a ring of four openings in a frame."""
    petals = "".join(
        group(f"rotate({turn} 40 40)", path("M40 34C30 28 30 14 40 8C50 14 50 28 40 34Z", two))
        for turn in (0, 90, 180, 270)
    )
    return stroke("M2 2H78V78H2Z", one, 4) + petals + disc(40, 40, 4, one)


def _ikat(one: str, two: str) -> str:
    """Diamonds whose edges run, as in tied and dyed thread."""
    steps = "M40 4L46 14L52 16L58 28L66 30L74 40L66 50L58 52L52 64L46 66L40 76L34 66L28 64L22 52L14 50L6 40L14 30L22 28L28 16L34 14Z"
    return (
        f'<path d="{steps}" fill="none" stroke="{one}" stroke-width="5"/>'
        + poly((40, 24, 52, 40, 40, 56, 28, 40), two)
        + "".join(
            poly((x, y - 7, x + 6, y, x, y + 7, x - 6, y), one) for x in (0, 80) for y in (0, 80)
        )
    )


def _songket(one: str, two: str) -> str:
    """A grid of gold stars."""

    def star(x: float, y: float, far: float, colour: str) -> str:
        points: list[float] = []
        for n in range(16):
            reach = far if n % 2 == 0 else far * 0.52
            points += [x + reach * sin(n * pi / 8), y - reach * cos(n * pi / 8)]
        return poly(points, colour)

    return (
        stroke("M0 40H16M64 40H80M40 0V16M40 64V80", one, 2.6, "butt")
        + star(40, 40, 19, two)
        + "".join(star(x, y, 9, one) for x in (0, 80) for y in (0, 80))
    )


def _tulip(one: str, two: str) -> str:
    """Tulips on bent stems, each row moved by half."""

    def tulip(x: float, y: float) -> str:
        cup = "M0-16Q5-8 12-12Q12 4 0 8Q-12 4-12-12Q-5-8 0-16Z"
        stem = stroke("M0 8Q2 20-4 26", one, 2.6)
        leaf = path("M-3 24Q-16 20-15 6Q-6 12-3 24ZM-1 22Q12 20 14 8Q4 12-1 22Z", one)
        return group(f"translate({pts(x, y)})", stem + leaf + path(cup, two))

    return tulip(20, 20) + tulip(60, 60)


PATTERNS: dict[str, Tile] = {
    "us": _quilt,
    "nz": _knit,
    "au": _gum,
    "ch": _sgraffito,
    "fr": _sprig,
    "gb": _fair_isle,
    "es": _azulejo,
    "sg": _lattice,
    "th": _ikat,
    "my": _songket,
    "tr": _tulip,
}


def pattern(id_: str, tile: str, scale: float = 1) -> str:
    """The definition of a fill by a tile; `url(#id_)` paints with it."""
    return (
        f'<pattern id="{id_}" width="{SIZE}" height="{SIZE}" patternUnits="userSpaceOnUse"'
        f' patternTransform="scale({scale})">{tile}</pattern>'
    )
