"""Views of the dry lands: olive groves below a windmill, balloons over rock valleys."""

from __future__ import annotations

from math import cos, radians, sin

from shapes import pts
from view_brush import Curve, along, bow, box, disc, dots, fill, leaf, line, sky

CLAY = "#C4683C"
OCHRE = "#E0A63F"


def _sail(x: float, y: float, turn: float, long: float, wide: float) -> tuple[str, str]:
    """Path data of one arm of a mill with its rungs, and of the canvas beside it."""
    c, s = cos(radians(turn)), sin(radians(turn))

    def at(out: float, aside: float) -> str:
        return pts(x + out * c - aside * s, y + out * s + aside * c)

    inner = long * 0.26
    steps = [inner + (long - inner) * k / 5 for k in range(6)]
    frame = f"M{at(0, 0)}L{at(long, 0)}" + "".join(f"M{at(k, -wide)}L{at(k, wide)}" for k in steps)
    frame += f"M{at(inner, wide)}L{at(long, wide)}M{at(inner, -wide)}L{at(long, -wide)}"
    return frame, f"M{at(inner, 0)}L{at(long, 0)}L{at(long, wide)}L{at(inner, wide)}Z"


def _windmill() -> str:
    """A white tower with a cap of wood, its sails turned to the wind."""
    sails = [_sail(88, 58, turn, 39, 5) for turn in (24, 114, 204, 294)]
    frames, cloths = ("".join(parts) for parts in zip(*sails, strict=True))
    cap = "M81 64Q84 54 98 39Q112 54 115.5 64Q98 69 81 64Z"
    door = "M99 111v-11a3.5 3.5 0 0 1 7 0V111Z"
    out = fill("lit", "M82 109L85.5 62H111L115 109Q98 113 82 109Z")
    out += fill("mid", "M82 109L85.5 62H93L91.5 111Q86 110.5 82 109Z", veil=0.7)
    out += fill("shade", cap, door, box(103.5, 75, 4, 6)) + fill("lit", cloths)
    return out + line("shade", 1.5, frames) + fill("shade", disc(88, 58, 3))


def _grove(rows: list[Curve], count: int, low: float, high: float) -> str:
    """Olive trees in rows that grow smaller with distance, each with its shade."""
    sizes: dict[int, list[tuple[float, float]]] = {}
    for row in rows:
        for i in range(count):
            t = (i / (count - 1)) ** 0.8
            x, y, _ = along(row, t)
            size = round(high + (low - high) * t)
            sizes.setdefault(size, []).append((x, y))
    out = ""
    for size, places in sorted(sizes.items()):
        out += line("fore", size, dots((x - size * 0.3, y + size * 0.15) for x, y in places))
        out += line("near", size * 0.9, dots(places))
    return out


def _olive_tree(x: float, y: float, r: float) -> str:
    """A near olive tree: split trunk, three clouds of leaves, light from the right."""
    trunk = (
        f"M{pts(x - r * 0.5, y)}q{pts(r * 0.5, -r * 0.3, r * 0.2, -r)}h{pts(r * 0.5)}"
        f"q{pts(-r * 0.1, r * 0.8, r * 0.4, r)}Z"
    )
    puffs = ((-0.75, -1.35, 0.6), (0.7, -1.35, 0.62), (0, -1.8, 0.72), (0, -1.2, 0.55))
    crown = "".join(disc(x + r * a, y + r * b, r * c, 0.85) for a, b, c in puffs)
    lit = "".join(
        disc(x + r * (a + 0.2), y + r * (b - 0.16), r * c * 0.6, 0.8) for a, b, c in puffs[:3]
    )
    return fill("fore", trunk, crown) + fill("near", lit)


def _branch() -> str:
    """An olive branch at the left, its leaves dark above and silver below."""
    stem: Curve = (60, 214, 30, 170, 42, 96)
    dark = silver = ""
    for i in range(6):
        x, y, turn = along(stem, 0.2 + i * 0.14)
        size = 37 - i * 2.5
        dark += leaf(x, y, size, 6.6, turn + 40 - i * 2)
        silver += leaf(x, y, size * 0.9, 6.4, turn - 42 + i * 3)
    x, y, turn = along(stem, 1)
    dark += leaf(x, y + 3, 22, 4.6, turn + 4)
    out = fill("far", silver) + fill("fore", dark) + line("fore", 2.2, bow(stem))
    return out + fill("fore", disc(41, 158, 3.8, 1.25), disc(50, 136, 3.5, 1.25))


def _village() -> str:
    """White houses with tiled roofs in the fold of the hills."""
    walls = box(90, 143, 14, 13) + box(102, 135, 11, 18) + box(112, 140, 15, 9)
    roofs = (
        "M88 143L92.5 138H101L105 143ZM100.5 135L104 130H111L114.5 135ZM112 140V135H126L129 140Z"
    )
    doors = "M95 147h3v4h-3ZM106 139h3v4h-3ZM116 143h3v3h-3ZM121 143h3v3h-3Z"
    trees = disc(86, 143, 2.6, 4) + disc(81.5, 147, 2.2, 3.5)
    return fill("lit", walls) + fill(CLAY, roofs) + fill("shade", doors, trees)


def spain() -> str:
    """A white windmill above olive groves, an olive branch at the side."""
    range_ = "M0 120L14 110L27 114L44 102L58 111L70 106L92 118L128 112L160 98V150H0Z"
    earth = "M0 150Q34 138 62 118Q82 106 104 106Q134 106 160 118V200H0Z"
    far_rows: list[Curve] = [
        (20, 156, 56, 136, 78, 114),
        (40, 158, 68, 138, 86, 115),
        (60, 160, 82, 140, 95, 117),
        (82, 162, 95, 142, 104, 117),
        (110, 160, 113, 140, 115, 116),
        (140, 160, 134, 140, 126, 116),
    ]
    near_rows: list[Curve] = [(30, 192, 80, 166, 160, 147), (40, 206, 92, 176, 160, 156)]
    out = sky() + fill("far", "M0 0H160V130H0Z", veil=0.6) + fill("sun", disc(50, 72, 27))
    out += fill("mid", range_, veil=0.6)
    # the sky over it lets the ochre pale by day and darken at night
    out += fill(OCHRE, earth) + fill("sky", earth, veil=0.4) + _windmill()
    out += _grove(far_rows, 6, 2.5, 7) + _village()
    out += fill("mid", "M0 178Q60 160 92 150T160 140V200H0Z") + _grove(near_rows, 9, 6, 11)
    return (
        out + fill("fore", "M0 198Q80 186 160 184V200H0Z") + _olive_tree(116, 191, 15) + _branch()
    )


def _balloon(x: float, y: float, r: float, one: str, other: str) -> str:
    """A balloon of two colours, its gores narrowing to the mouth, the basket below."""

    def gore(part: float) -> str:
        w, m = r * part, r * 0.2 * part
        return (
            f"M{pts(x - w, y)}A{pts(w, r)} 0 0 1 {pts(x + w, y)}"
            f"C{pts(x + w, y + r * 0.7, x + m * 2, y + r * 1.1, x + m, y + r * 1.5)}H{pts(x - m)}"
            f"C{pts(x - m * 2, y + r * 1.1, x - w, y + r * 0.7, x - w, y)}Z"
        )

    ropes = "".join(
        f"M{pts(x + s * r * 0.17, y + r * 1.5)}L{pts(x + s * r * 0.1, y + r * 1.85)}"
        for s in (-1, 1)
    )
    basket = box(x - r * 0.15, y + r * 1.8, r * 0.3, r * 0.24)
    out = fill(one, gore(1)) + fill(other, gore(0.74)) + fill(one, gore(0.4))
    return out + line("shade", r * 0.035, ropes) + fill("shade", basket)


def _cone(x: float, y: float, w: float, h: float, tip: float) -> tuple[str, str]:
    """Path data of a cone of soft stone, `tip` to each side at its top, and of its side in shade."""
    top, waist = y - h, tip + w * 0.12
    left = f"M{pts(x - w, y)}C{pts(x - w * 0.5, y - h * 0.3, x - waist, y - h * 0.6, x - tip, top)}"
    cone = (
        f"{left}H{pts(x + tip)}C{pts(x + waist, y - h * 0.6, x + w * 0.5, y - h * 0.25, x + w, y)}Z"
    )
    side = (
        f"{left}H{pts(x)}L{pts(x - w * 0.06, y - h * 0.58, x + w * 0.14, y - h * 0.44)}"
        f"L{pts(x - w * 0.12, y - h * 0.2, x + w * 0.04, y)}Z"
    )
    return cone, side


def _capstone(x: float, y: float, w: float) -> str:
    """Path data of the hard stone that lies on top of a cone."""
    return (
        f"M{pts(x - w, y + w * 0.35)}l{pts(w * 0.2, -w * 0.75, w * 0.75, -w * 0.6)}"
        f"q{pts(w * 0.5, -w * 0.05, w * 0.75, w * 0.55)}l{pts(w * 0.35, w * 0.7)}"
        f"q{pts(-w, w * 0.4, -w * 2.05, w * 0.1)}Z"
    )


def _poplars() -> str:
    """Three poplars at the left, the light on their right sides."""
    trees = lights = ""
    for x, y, h in ((24, 190, 88), (38, 188, 70), (51, 188, 50)):
        w = h * 0.11
        trees += f"M{pts(x, y)}C{pts(x - w * 1.6, y - h * 0.2, x - w, y - h * 0.7, x, y - h)}"
        trees += f"C{pts(x + w, y - h * 0.7, x + w * 1.6, y - h * 0.2, x, y)}Z"
        lights += (
            f"M{pts(x + 1, y - h * 0.12)}Q{pts(x + w * 1.2, y - h * 0.45, x + 1, y - h * 0.9)}"
        )
        lights += f"Q{pts(x + w * 0.4, y - h * 0.45, x + 1, y - h * 0.12)}Z"
    return fill("fore", trees) + fill("near", lights)


def _rocks() -> str:
    """Cones of soft stone, some under a capstone, some with rooms cut into them."""
    out = stones = ""
    for x, y, w, h, stone in (
        (72, 162, 9, 26, 0),
        (136, 178, 19, 56, 0),
        (88, 166, 13, 33, 5),
        (103, 170, 15, 38, 0),
        (117, 176, 19, 55, 7.5),
        (141, 182, 14, 33, 5.5),
    ):
        cone, side = _cone(x, y, w, h, stone * 0.55 or 0.4)
        out += fill("lit", cone) + fill("mid", side, veil=0.6)
        stones += _capstone(x, y - h, stone) if stone else ""
    holes = ((118, 150), (123, 164), (112, 166), (132, 162), (89, 156))
    doors = "".join(f"M{pts(x, y)}v-3.5a1.5 1.5 0 0 1 3 0v3.5Z" for x, y in holes)
    return out + fill("near", stones) + fill("shade", doors)


def _pleats(edge: list[tuple[float, float]], foot: float) -> tuple[str, str]:
    """Path data of a pleated cliff of soft stone, and of the faces that catch the light."""
    cliff, faces = f"M0 {pts(foot)}V{pts(edge[0][1] + 12)}", ""
    x0 = 0.0
    for x, y in edge:
        cliff += f"Q{pts((x0 + x) / 2 - 2, y + 8, x, y)}Q{pts(x + 2, y + 9, x + 5, y + 11)}"
        faces += f"M{pts(x, y + 1)}Q{pts(x + 4, y + 16, x + 8, foot)}H{pts(x - 5)}Q{pts(x + 2, y + 20, x, y + 1)}Z"
        x0 = x + 5
    return f"{cliff}L160 {pts(edge[-1][1] + 14)}V{pts(foot)}Z", faces


def turkiye() -> str:
    """Balloons over a valley of rock cones, poplars at the side."""
    tops = (132, 122, 128, 120, 127, 123, 130, 124, 130)
    cliff, faces = _pleats([(12 + i * 16, y) for i, y in enumerate(tops)], 170)
    trees = [(103 + k * 9 + j * 4, 174 + j * 6 + k * 1.5) for j in range(4) for k in range(4)]
    path = "M72 164Q92 168 84 175Q66 184 92 200H118Q78 184 94 175Q100 168 72 164Z"
    out = sky() + fill("far", "M0 0H160V150H0Z", veil=0.55) + fill("sun", disc(120, 100, 21))
    out += fill("far", "M0 116L12 113L20 104H56L66 115L92 119L118 114L160 116V160H0Z")
    out += fill("mid", "M0 118L13 116L19 110H57L64 118L92 123L120 119L160 121V160H0Z", veil=0.35)
    out += _balloon(40, 84, 9.5, CLAY, "lit") + _balloon(127, 80, 6.5, OCHRE, CLAY)
    out += _balloon(63, 104, 4.5, OCHRE, "lit") + fill("mid", cliff)
    out += fill("lit", faces, veil=0.45) + _balloon(84, 60, 26, OCHRE, CLAY) + _rocks()
    out += fill("near", "M0 160Q30 154 62 160T120 172T160 170V200H0Z") + fill("lit", path, veil=0.8)
    out += line("shade", 4, dots((x - 1, y + 1) for x, y in trees)) + line(OCHRE, 3.6, dots(trees))
    banks = "M0 180Q30 172 54 184Q70 194 84 200H0ZM160 186Q136 190 122 200H160Z"
    return out + fill("fore", banks) + _poplars()


VIEWS = {"es": spain, "tr": turkiye}
