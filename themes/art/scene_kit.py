"""What the landscapes are put together from: skies, hills, mountains, trees, houses, boats."""

from __future__ import annotations

from collections.abc import Iterable

from shapes import Dice, dark, disc, group, light, mix, num, oval, path, poly, pts, rect, stroke

SNOW = "#FBF8F3"
SUN = "#F4BF5A"


class Scene:
    """Colours and chance of one picture."""

    def __init__(self, name: str, accent: str, deep: str, soft: str) -> None:
        self.dice = Dice(name)
        self.country, _, self.guide = name.partition("/")
        self.accent, self.deep, self.soft = accent, deep, soft
        bluish = int(soft[5:], 16) - int(soft[1:3], 16) > 8
        self.sky = mix(soft, "#FFE6C4", 0.12 if bluish else 0.42)
        self.far = mix(accent, self.sky, 0.66)
        self.mid = mix(accent, self.sky, 0.36)
        self.leaf = mix("#7E9A55", accent, 0.16)
        self.wood = mix("#4E6B3E", deep, 0.35)
        self.sand = mix("#EBCF9D", soft, 0.15)
        self.water = mix("#86B9C4", accent, 0.16)
        self.rock = mix("#B99A80", accent, 0.2)
        self.flip = self.dice.yes()

    def named(self, *words: str) -> bool:
        """Whether the guide's id has one of these in it."""
        return any(word in self.guide for word in words)

    def roll(self, low: float, high: float) -> float:
        """Chance, from the name of the guide."""
        return self.dice.roll(low, high)


def sky(s: Scene, colour: str | None = None) -> str:
    """The whole ground of the picture."""
    return rect(0, 0, 1600, 900, colour or s.sky)


def sun(s: Scene, low: float = 150, high: float = 300, r: float = 84, colour: str = SUN) -> str:
    """Sun or moon, to the right."""
    return disc(s.roll(1000, 1380), s.roll(low, high), r, colour)


def clouds(s: Scene, count: int = 3, colour: str | None = None) -> str:
    """Flat clouds of two bars."""
    out = ""
    for i in range(count):
        x, y, w = 120 + i * 1400 / count + s.roll(0, 200), s.roll(70, 260), s.roll(150, 260)
        c = colour or mix(s.sky, SNOW, 0.7)
        out += rect(x, y, w, 26, c, 13) + rect(x + w * 0.22, y - 20, w * 0.5, 34, c, 17)
    return out


def hills(s: Scene, y: float, amp: float, fill: str, n: int = 4, bottom: float = 900) -> str:
    """A rolling line of hills down to the lower edge."""
    return path(f"M0 {num(bottom)}V{crest(s, y, amp, n)[1:]}V{num(bottom)}Z", fill)


def crest(s: Scene, y: float, amp: float, n: int = 4) -> str:
    """Path data of a hill line from left to right, begun as `M` and a height alone."""
    step = 1600 / n
    tilt = s.roll(0, 2)
    heights = [y + amp * (1 if (i + int(tilt)) % 2 else -1) * s.roll(0.45, 1) for i in range(n + 1)]
    out = f"M{num(heights[0])}"
    for i in range(n):
        x = i * step
        out += "C" + pts(
            x + step * 0.5, heights[i], x + step * 0.5, heights[i + 1], x + step, heights[i + 1]
        )
    return out


def beads(data: str, colour: str, size: float, gap: float) -> str:
    """Round bushes in a row along a line."""
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{num(size)}"'
        f' stroke-linecap="round" stroke-dasharray="0 {num(gap)}"/>'
    )


def bars(data: str, colour: str, size: float, dash: float, gap: float) -> str:
    """Oblong pieces in a row along a line: windows, planks."""
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{num(size)}"'
        f' stroke-dasharray="{pts(dash, gap)}"/>'
    )


def mountain(
    s: Scene, x: float, base: float, w: float, h: float, fill: str, snow: bool = True
) -> str:
    """A peak with a shaded left face and a cap of snow."""
    lean = s.roll(-0.08, 0.08) * w
    px, py = x + lean, base - h
    right = [x + w * 0.2, base - h * 0.52, x + w * 0.3, base - h * 0.46, x + w * 0.5, base]
    left = [x - w * 0.5, base, x - w * 0.32, base - h * 0.4, x - w * 0.22, base - h * 0.46]
    out = poly([*left, px, py, *right], fill)
    split = [px + w * 0.03, base - h * 0.7, px - w * 0.05, base - h * 0.5, px + w * 0.06, base]
    out += poly([*left, px, py, *split], dark(fill, 0.16))
    if snow:
        k = 0.3
        lx, rx = px + (left[4] - px) * k / 0.54, px + (right[0] - px) * k / 0.48
        cap = [
            px,
            py,
            rx,
            py + h * k,
            px + (rx - px) * 0.55,
            py + h * k * 0.8,
            px + w * 0.02,
            py + h * k * 1.25,
        ]
        out += poly([*cap, px - w * 0.05, py + h * k * 0.8, lx, py + h * k * 1.05], SNOW)
        out += poly(
            [
                px,
                py,
                px + w * 0.012,
                py + h * k * 0.7,
                px - w * 0.05,
                py + h * k * 0.8,
                lx,
                py + h * k * 1.05,
            ],
            mix(SNOW, fill, 0.32),
        )
    return out


def pine(x: float, y: float, h: float, fill: str) -> str:
    """A fir tree standing at a point."""
    w = h * 0.24
    data = f"M{pts(x, y - h)}l{pts(w * 0.6, h * 0.42)}h{pts(-w * 0.26)}l{pts(w * 0.66, h * 0.48)}"
    data += f"h{pts(5 - w)}v{pts(h * 0.1)}h-10v{pts(-h * 0.1)}h{pts(5 - w)}"
    return path(f"{data}l{pts(w * 0.66, -h * 0.48)}h{pts(-w * 0.26)}Z", fill)


def cypress(x: float, y: float, h: float, fill: str) -> str:
    """A slender tree."""
    return oval(x, y - h * 0.52, h * 0.13, h * 0.5, fill) + rect(
        x - 3, y - h * 0.1, 6, h * 0.1, fill
    )


def tree(x: float, y: float, r: float, fill: str, trunk: str) -> str:
    """A round-headed tree with its left side in shade."""
    cy = y - r * 1.9
    return (
        rect(x - r * 0.11, cy, r * 0.22, r * 1.9, trunk)
        + disc(x, cy, r, fill)
        + path(
            f"M{pts(x, cy - r)}A{pts(r, r)} 0 0 0 {pts(x, cy + r)}Q{pts(x - r * 0.7, cy, x, cy - r)}Z",
            dark(fill, 0.18),
        )
    )


def palm(x: float, y: float, h: float, trunk: str, leaf: str, lean: float = 40) -> str:
    """A palm leaning to the right."""
    tx, ty = x + lean, y - h
    stem = path(
        f"M{pts(x - h * 0.035, y)}Q{pts(x, y - h * 0.5, tx - 5, ty)}H{pts(tx + 5)}Q{pts(x + h * 0.06, y - h * 0.5, x + h * 0.035, y)}Z",
        trunk,
    )
    fronds = ""
    for dx, dy, lift in (
        (-0.4, 0.18, -0.24),
        (-0.3, -0.04, -0.3),
        (0.42, 0.16, -0.24),
        (0.32, -0.06, -0.3),
        (0.1, 0.3, -0.06),
        (-0.14, 0.32, -0.08),
    ):
        ex, ey = tx + dx * h, ty + dy * h
        mx, my = (tx + ex) / 2, (ty + ey) / 2 + lift * h * 0.6
        fronds += path(
            f"M{pts(tx, ty)}Q{pts(mx, my, ex, ey)}Q{pts(mx, my + h * 0.13, tx, ty)}Z", leaf
        )
    return stem + fronds


def house(x: float, y: float, w: float, h: float, wall: str, roof: str) -> str:
    """A gabled house seen from its long side, foot at y; light from the right."""
    top = y - h
    out = rect(x, top, w, h, wall) + rect(x, top, w * 0.34, h, dark(wall, 0.14))
    out += poly(
        (
            x - w * 0.05,
            top,
            x + w * 0.17,
            top - h * 0.55,
            x + w * 0.9,
            top - h * 0.55,
            x + w * 1.05,
            top,
        ),
        roof,
    )
    out += poly((x, top, x + w * 0.17, top - h * 0.55, x + w * 0.34, top), dark(wall, 0.14))
    c = dark(roof, 0.3)
    return out + "".join(
        rect(x + w * f, top + h * 0.3, w * 0.1, h * 0.32, c) for f in (0.46, 0.64, 0.82)
    )


def boat(x: float, y: float, s: float, hull: str, sail: str) -> str:
    """A small sailing boat."""
    return group(
        f"translate({pts(x, y)})scale({s:.2f})",
        path("M-46-14H50L34 12H-32Z", hull),
        rect(-3, -112, 5, 100, hull),
        poly((6, -110, 46, -24, 6, -24), sail),
        poly((-7, -92, -38, -24, -7, -24), dark(sail, 0.12)),
    )


def birds(s: Scene, count: int = 3, left: float = 420) -> str:
    """A few birds in the sky."""
    x, y = s.roll(left, left + 320), s.roll(120, 240)
    data = "".join(
        f"M{pts(x + i * 58, y + (i % 2) * 26)}q14-16 24 0q10-16 24 0" for i in range(count)
    )
    return stroke(data, s.deep, 5)


def glints(
    s: Scene,
    top: float,
    bottom: float,
    colour: str,
    count: int = 9,
    left: float = 60,
    right: float = 1480,
) -> str:
    """Light on water: short level bars."""
    out = ""
    for i in range(count):
        y = top + (bottom - top) * (i + 0.5) / count
        out += rect(
            s.roll(left, right - 120), y, s.roll(50, 120) * (0.6 + 0.5 * i / count), 6, colour, 3
        )
    return out


def lake(s: Scene, top: float, bottom: float, colour: str | None = None) -> str:
    """A level sheet of water."""
    c = colour or s.water
    return rect(0, top, 1600, bottom - top, c) + glints(s, top + 20, bottom, light(c, 0.4))


def dots(points: Iterable[tuple[float, float]], colour: str, size: float) -> str:
    """Round points of one size and colour."""
    return stroke("".join(f"M{pts(x, y)}v.1" for x, y in points), colour, size)
