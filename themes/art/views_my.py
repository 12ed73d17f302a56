"""Views of the wet hills: terraces of tea in mist."""

from __future__ import annotations

from shapes import pts
from view_brush import Curve, along, bow, disc, fill, half, leaf, line, sky

OCHRE = "#E0A63F"


def _rows(crest: Curve, count: int, first: float, grow: float) -> str:
    """Path data of rows that follow the crest of a hill, wider apart as they come nearer."""
    x0, y0, x1, y1, x2, y2 = crest
    out, down, step = "", first, first
    for _ in range(count):
        out += bow((x0, y0 + down, x1, y1 + down * 1.08, x2, y2 + down))
        step *= grow
        down += step
    return out


def _hill(crest: Curve, tone: str) -> str:
    """A hill below its crest."""
    return fill(tone, f"{bow(crest)}L{pts(crest[4], 200, crest[0], 200)}Z")


def _picker(x: float, y: float, s: float) -> str:
    """A tea picker with a basket on the back, seen above the bushes."""
    coat = f"M{pts(x - 3 * s, y)}q{pts(0, -7 * s, 3 * s, -8 * s)}q{pts(3 * s, s, 3 * s, 8 * s)}Z"
    basket = f"M{pts(x - 6 * s, y - 7 * s)}h{pts(4.5 * s)}l{pts(-0.8 * s, 6 * s)}h{pts(-2.9 * s)}Z"
    hat = f"M{pts(x - 4.2 * s, y - 7.5 * s)}q{pts(4.2 * s, -6 * s, 8.4 * s, 0)}Z"
    return fill("shade", coat) + fill("lit", basket) + fill(OCHRE, hat)


def _bungalow() -> str:
    """The house of the tea garden on its ridge, trees beside it."""
    trees = ((28, 117, 5), (34, 119, 4), (22, 120, 4), (66, 126, 4), (71, 129, 3))
    out = fill("near", *(disc(*tree) for tree in trees)) + fill("lit", "M38 125V116H60V127H38Z")
    out += fill(OCHRE, "M35.5 116L40 110H58L62.5 116Z")
    return out + fill("shade", "M41 119h3v3h-3ZM46.5 119h3v7h-3ZM52 119h3v3h-3Z")


def _tea_sprig() -> str:
    """A tea shoot at the right: a bud, two young leaves, older ones below."""
    stem: Curve = (96, 212, 116, 176, 109, 120)
    leaves = (
        (0.22, 44, 13, -8),
        (0.34, 40, 12, 198),
        (0.52, 40, 12, -26),
        (0.64, 35, 11, 212),
        (0.82, 33, 9, -48),
        (0.9, 30, 8, 230),
    )
    whole = lit = ""
    for t, long, wide, turn in leaves:
        x, y, _ = along(stem, t)
        whole += leaf(x, y, long, wide, turn)
        lit += half(x, y, long, -wide if turn > 100 else wide, turn)
    x, y, _ = along(stem, 0.98)
    bud = fill("lit", leaf(x, y, 21, 3.4, -96))
    return fill("fore", whole) + fill("far", lit) + line("fore", 2.6, bow(stem)) + bud


def malaysia() -> str:
    """Terraces of tea in mist, a tea shoot at the side."""
    range_ = "M0 100C14 96 20 78 30 78S46 96 58 92S80 82 90 90S108 96 118 82S136 66 160 84V140H0Z"
    ridge = "M0 118C20 118 28 106 42 107S62 120 76 118S100 104 112 104S140 116 160 106V160H0Z"
    back: Curve = (-10, 132, 40, 108, 126, 164)
    right: Curve = (6, 190, 90, 116, 180, 138)
    front: Curve = (-10, 172, 50, 170, 130, 214)
    out = sky() + fill("far", "M0 0H160V140H0Z", veil=0.35) + fill("sun", disc(82, 80, 15))
    out += fill("far", range_) + line("lit", 6, "M6 103H50M34 109H92M116 99H152", veil=0.8)
    out += fill("mid", ridge, veil=0.7)
    out += line("lit", 6, "M64 126H112M86 132H150M124 120H156", veil=0.8) + _bungalow()
    out += _hill(back, "mid") + line("near", 3.2, _rows(back, 8, 5, 1.08), dash="0 2.6")
    out += _hill(right, "near") + line("mid", 4.4, _rows(right, 8, 7, 1.1), dash="0 3.8")
    out += _picker(58, 168, 1.2) + _picker(77, 161, 1.1)
    out += _hill(front, "fore") + line("near", 6, _rows(front, 3, 10, 1.15), dash="0 5")
    return out + _tea_sprig()


VIEWS = {"my": malaysia}
