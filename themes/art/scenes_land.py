"""Fields, pastures, terraces, orchards."""

from __future__ import annotations

from scene_kit import (
    SNOW,
    SUN,
    Scene,
    beads,
    clouds,
    cypress,
    dots,
    hills,
    house,
    sky,
    sun,
    tree,
)
from shapes import dark, disc, group, light, mix, num, oval, path, poly, pts, rect, stroke


def _hamlet(s: Scene, x: float, y: float, wall: str, roof: str) -> str:
    """Some houses climbing a rise, with a slender tree or two."""
    out = house(x, y, 110, 52, wall, roof) + house(x + 92, y - 26, 84, 58, dark(wall, 0.06), roof)
    out += house(x + 160, y + 4, 100, 46, wall, roof)
    return out + cypress(x - 26, y + 6, 110, s.wood) + cypress(x + 286, y + 10, 92, s.wood)


def flower_field(s: Scene) -> str:
    """Rows of blossom running to a village."""
    vx = s.roll(620, 980)
    out = (
        sky(s)
        + sun(s, 130, 240)
        + clouds(s, 2)
        + hills(s, 380, 60, s.far, 3)
        + hills(s, 440, 36, s.leaf, 4)
    )
    out += _hamlet(s, vx - 360 + s.roll(-60, 60), 462, SNOW, s.rock)
    out += rect(0, 470, 1600, 430, s.wood)
    rows, lit = "", ""
    for i in range(-12, 13):
        x0, x1, w0, w1 = vx + i * 52, vx + i * 236, 17, 82
        rows += f"M{pts(x0 - w0, 470, x0 + w0, 470, x1 + w1, 900, x1 - w1, 900)}Z"
        lit += f"M{pts(x0 + w0 * 0.1, 470, x0 + w0, 470, x1 + w1, 900, x1 + w1 * 0.15, 900)}Z"
    out += path(rows, s.accent) + path(lit, mix(s.accent, s.soft, 0.34))
    stems = heads = tips = ""
    for i in range(17):
        x = i * 100 + s.roll(-30, 30)
        h = 90 + 120 * abs(i - 8) / 8 + s.roll(0, 50)
        if abs(i - 8) > 2:
            stems += f"M{pts(x, 910)}Q{pts(x + 4, 900 - h * 0.5, x + 14, 900 - h)}"
            heads += f"M{pts(x + 6, 900 - h * 0.55)}L{pts(x + 13, 900 - h)}"
            tips += f"M{pts(x + 14, 886 - h)}v.1"
    out += stroke(stems, s.wood, 6) + beads(heads, light(s.accent, 0.42), 28, 19)
    out += stroke(tips, light(s.accent, 0.42), 17)
    return out + tree(vx + 420, 486, 44, s.leaf, s.deep) + tree(vx + 500, 480, 30, s.leaf, s.deep)


def vineyard(s: Scene) -> str:
    """Vines over round hills, a farm among them."""
    out = sky(s) + sun(s, 150, 260, 92) + hills(s, 360, 60, s.far, 3) + hills(s, 430, 50, s.mid, 4)
    hx = s.roll(320, 620)
    out += (
        hills(s, 480, 24, s.leaf, 3)
        + house(hx, 490, 190, 74, SNOW, s.rock)
        + house(hx + 170, 496, 90, 56, s.sand, s.rock)
    )
    out += (
        cypress(hx - 34, 500, 170, s.wood)
        + cypress(hx - 74, 504, 130, s.wood)
        + cypress(hx + 296, 504, 150, s.wood)
    )
    a, b = s.roll(540, 580), s.roll(500, 530)
    out += path(f"M0 {pts(a)}Q{pts(800, b - 60, 1600, a + 20)}V900H0Z", light(s.leaf, 0.25))
    vx = s.roll(700, 1000)
    for i in range(-9, 10):
        data = f"M{pts(vx + i * 84, 540 + abs(i) * 3)}Q{pts(vx + i * 130, 640, vx + i * 240, 910)}"
        out += stroke(data, s.sand, 10) if i % 2 else beads(data, s.wood, 34, 30)
    xs = [i * 270 - 40 + s.roll(0, 40) for i in range(7)]
    out += stroke("".join(f"M{pts(x + 66, 690)}V900" for x in xs), s.deep, 12)
    for i, tint in enumerate((s.wood, s.leaf)):
        clump = ((0, 0), (66, -22), (132, 6))
        out += dots([(x + dx, 772 + dy) for x in xs[i::2] for dx, dy in clump], tint, 122)
    bunch = ((44, 826), (72, 826), (58, 850), (86, 850), (72, 874))
    for i, tint in enumerate((light(s.accent, 0.3), s.accent)):
        out += dots([(x + dx, y) for x in xs[i::2] for dx, y in bunch], tint, 32)
    return out


def tea_terrace(s: Scene) -> str:
    """Terraces of clipped bushes, mist between the hills."""
    out = (
        sky(s)
        + sun(s, 120, 220, 76)
        + hills(s, 330, 90, s.far, 3)
        + rect(0, 390, 1600, 40, mix(s.sky, SNOW, 0.6), 20)
    )
    out += hills(s, 450, 60, s.mid, 3) + rect(-40, 500, 900, 34, mix(s.sky, SNOW, 0.6), 17)
    side, fall = s.roll(0.5, 1.3), s.roll(-60, 90)
    for j in range(9):
        y = 520 + j * 50
        up, dip = y - 170 * side + j * 14, y + fall + j * 4
        data = f"{pts(y + 20)}C{pts(360, up, 620, dip, 900, y + 60)}S{pts(1380, up + 10, 1600, y - 60)}"
        out += path(f"M0 {data}V900H0Z", s.leaf if j % 2 else mix(s.leaf, s.wood, 0.45))
        out += beads(f"M0 {data}", s.wood if j % 2 else light(s.leaf, 0.28), 22 + j * 4, 26 + j * 5)
    hx = s.roll(1080, 1240)
    out += house(hx, 486, 100, 46, SNOW, s.accent) + tree(hx + 160, 490, 38, s.wood, s.deep)
    return out


def _cow(x: float, y: float, s: float, coat: str, spot: str) -> str:
    """A grazing cow."""
    return group(
        f"translate({pts(x, y)})scale({s:.2f})",
        rect(-44, -58, 84, 40, coat, 16),
        rect(-40, -30, 9, 30, coat),
        rect(-22, -26, 8, 26, spot),
        rect(12, -26, 8, 26, spot),
        rect(28, -30, 9, 30, coat),
        oval(-12, -44, 17, 11, spot),
        path("M34-56L64-30L58-12L40-16L30-34Z", coat),
        oval(58, -18, 9, 7, spot),
    )


def farm_pasture(s: Scene) -> str:
    """Meadows, a barn, cows behind a fence."""
    out = (
        sky(s)
        + sun(s)
        + clouds(s)
        + hills(s, 390, 60, s.far, 3)
        + hills(s, 460, 50, s.mid, 4)
        + hills(s, 540, 40, s.leaf, 3)
    )
    bx = s.roll(260, 460)
    out += poly(
        (
            bx,
            540,
            bx,
            420,
            bx + 50,
            350,
            bx + 120,
            316,
            bx + 190,
            350,
            bx + 240,
            420,
            bx + 240,
            540,
        ),
        s.accent,
    )
    out += poly(
        (
            bx - 12,
            428,
            bx + 44,
            344,
            bx + 120,
            304,
            bx + 196,
            344,
            bx + 252,
            428,
            bx + 238,
            428,
            bx + 188,
            356,
            bx + 120,
            322,
            bx + 52,
            356,
            bx + 2,
            428,
        ),
        s.deep,
    )
    out += (
        rect(bx + 80, 440, 80, 100, SNOW)
        + stroke(f"M{pts(bx + 84, 446)}l72 90m0-90l-72 90", s.accent, 7)
        + rect(bx, 420, 40, 120, dark(s.accent))
    )
    out += rect(bx + 262, 380, 64, 164, mix(SNOW, s.rock, 0.4)) + path(
        f"M{pts(bx + 262, 380)}a32 32 0 0 1 64 0Z", s.deep
    )
    out += hills(s, 610, 24, light(s.leaf, 0.22), 3)
    for i in range(4):
        out += _cow(
            620 + i * 220 + s.roll(-50, 50), 664 + s.roll(-10, 60), s.roll(0.95, 1.3), SNOW, s.deep
        )
    out += hills(s, 780, 22, mix(s.leaf, s.wood, 0.5), 3)
    out += rect(0, 716, 1600, 15, s.sand) + rect(0, 764, 1600, 15, s.sand)
    out += "".join(rect(x, 690, 22, 130, s.sand) for x in range(30, 1600, 190))
    return (
        out
        + tree(bx - 130, 560, 66, s.wood, s.deep)
        + beads("M0 860Q800 820 1600 866", s.wood, 50, 60)
    )


def windmill_hill(s: Scene) -> str:
    """A white mill above olive groves."""
    x = s.roll(520, 760)
    out = (
        sky(s)
        + sun(s, 170, 300, 96)
        + clouds(s, 2)
        + hills(s, 470, 60, s.far, 3)
        + hills(s, 540, 40, s.mid, 4)
    )
    out += path(
        f"M0 760Q{pts(x - 300, 700, x - 60, 520)}Q{pts(x + 60, 470, x + 200, 530)}Q{pts(x + 500, 700, 1600, 700)}V900H0Z",
        s.sand,
    )
    mill = path("M-78 240L-56-10H56L78 240Z", SNOW) + path(
        "M-78 240L-56-10H-20L-30 240Z", dark(SNOW, 0.14)
    )
    mill += (
        poly((-70, -8, 0, -92, 70, -8), s.deep)
        + rect(-16, 172, 36, 68, s.accent)
        + rect(8, 70, 24, 34, s.deep)
    )
    arms = "".join(
        group(
            f"rotate({a})",
            rect(-4, -200, 8, 200, s.deep),
            rect(6, -194, 40, 140, mix(s.accent, SNOW, 0.55)),
            rect(6, -150, 40, 5, s.deep),
            rect(6, -104, 40, 5, s.deep),
        )
        for a in (int(s.roll(8, 40)) + q * 90 for q in range(4))
    )
    out += group(
        f"translate({pts(x + 70, 300)})",
        mill,
        group("translate(0 -20)", arms, disc(0, 0, 12, s.deep)),
    )
    out += house(x + 300, 640, 130, 54, SNOW, s.rock)
    out += path(
        f"M{pts(x + 90, 540)}Q{pts(x + 200, 640, x - 60, 720)}T{pts(x + 60, 900)}H{pts(x + 260)}Q{pts(x + 60, 800, x + 150, 720)}T{pts(x + 110, 540)}Z",
        light(s.sand, 0.55),
    )
    for i in range(17):
        tx = (i * 211 + s.roll(0, 60)) % 1600
        ty = 740 + (i % 3) * 68
        if abs(tx - x - 90) > 190:
            out += tree(tx, ty, 34 + (i % 3) * 9, s.leaf if i % 2 else s.wood, s.deep)
    return out


def orchard(s: Scene) -> str:
    """Fruit trees in rows, a ladder and crates."""
    out = (
        sky(s)
        + sun(s)
        + clouds(s, 2)
        + hills(s, 390, 50, s.far, 3)
        + hills(s, 450, 34, s.mid, 4)
        + rect(0, 480, 1600, 420, light(s.leaf, 0.22))
    )
    vx = s.roll(720, 880)
    for i in range(-5, 6):
        out += poly(
            (
                vx + i * 120 - 12,
                480,
                vx + i * 120 + 12,
                480,
                vx + i * 420 + 70,
                900,
                vx + i * 420 - 70,
                900,
            ),
            s.leaf,
        )
    spots = ((-0.4, 0.2), (0.35, -0.3), (0.55, 0.3), (-0.1, -0.6), (0.05, 0.5), (-0.62, -0.25))
    fruit = SUN if s.dice.yes() else light(s.accent, 0.2)
    for y, r, step in ((520, 38, 128), (600, 66, 214)):
        off = vx + s.roll(-30, 30)
        xs = [off + (i + 0.5) * step for i in range(-7, 7) if -80 < off + (i + 0.5) * step < 1680]
        crown, tint = y - r * 1.9, mix(s.wood, s.leaf, 0.5)
        out += stroke("".join(f"M{pts(x, y)}v{num(-r)}" for x in xs), s.deep, r * 0.22)
        out += dots([(x, crown) for x in xs], dark(tint, 0.18), 2 * r)
        out += dots([(x + r * 0.2, crown) for x in xs], tint, 1.6 * r)
        out += dots([(x + r * d, crown + r * e) for x in xs for d, e in spots[:4]], fruit, r * 0.24)
    off = vx + s.roll(-30, 30)
    for x in (off - 600, off - 200, off + 200, off + 600):
        out += oval(x, 762, 108, 17, s.wood) + tree(x, 760, 120, s.wood, s.deep)
        out += dots([(x + dx * 120, 532 + dy * 120) for dx, dy in spots], fruit, 29)
    lx = vx + 200 + 130
    out += stroke(
        f"M{pts(lx, 800)}L{pts(lx - 60, 480)}M{pts(lx + 60, 800)}L{pts(lx - 20, 480)}", s.sand, 11
    )
    out += stroke(
        "".join(f"M{pts(lx - 8 - i * 11, 760 - i * 60)}h{pts(58 - i * 4)}" for i in range(5)),
        s.sand,
        9,
    )
    for i in range(2):
        x = vx - 130 + i * 150
        out += (
            "".join(disc(x + 20 + j * 28, 806, 20, fruit) for j in range(4))
            + rect(x, 806, 124, 66, s.sand)
            + rect(x, 836, 124, 6, s.rock)
            + rect(x, 806, 26, 66, dark(s.sand))
        )
    return out
