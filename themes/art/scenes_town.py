"""Rivers, streets, quays."""

from __future__ import annotations

from scene_kit import (
    SNOW,
    SUN,
    Scene,
    bars,
    beads,
    birds,
    boat,
    clouds,
    dots,
    glints,
    hills,
    lake,
    sky,
    sun,
    tree,
)
from shapes import dark, disc, group, light, mix, num, path, poly, pts, rect, stroke


def wall_colours(s: Scene) -> list[str]:
    """Plaster colours that go with the country."""
    return [
        mix(SNOW, s.soft, 0.5),
        s.sand,
        mix(s.accent, SNOW, 0.62),
        mix(s.rock, SNOW, 0.3),
        mix(s.accent, SNOW, 0.3),
    ]


def house_row(s: Scene, y: float, low: float, high: float) -> str:
    """A row of town houses from the front: walls, roofs, then all windows and doors."""
    out, panes, doors = "", "", ""
    x, i, walls = -20.0, s.dice.whole(0, 4), wall_colours(s)
    while x < 1620:
        w, h, kind = s.roll(120, 190), s.roll(low, high), s.dice.whole(0, 2)
        top, wall = y - h, walls[i % 5]
        out += rect(x, top, w, h, wall) + rect(x, top, w * 0.16, h, dark(wall, 0.12))
        roof = [x - 6, top, x + w / 2, top - w * 0.42, x + w + 6, top]
        if kind:
            rise = 0.28 if kind == 1 else 0.1
            roof[2:4] = [x + w * 0.12, top - w * rise, x + w * 0.88, top - w * rise]
        out += poly(roof, s.rock if i % 2 else s.accent)
        cols, rows = 2 + int(w > 160), max(1, int((h - 76) / 74))
        for j in range(cols):
            panes += (
                f"M{pts(x + w * (0.2 + 0.7 * (j + 0.5) / cols), top + 24)}v{num(rows * 74 - 24)}"
            )
        doors += f"M{pts(x + w * 0.54, y)}v-54"
        x, i = x + w + 2, i + 1
    ink = mix(s.deep, s.accent, 0.3)
    return out + bars(panes, ink, 26, 44, 30) + stroke(doors, ink, 30, "butt")


def river_city(s: Scene) -> str:
    """Houses along a river, a bridge of arches, a boat."""
    out = sky(s) + sun(s, 130, 230) + clouds(s, 3) + hills(s, 420, 40, s.far, 4)
    x, far_row = -10.0, ""
    while x < 1600:
        w = s.roll(60, 120)
        far_row += f"M{pts(x, 730)}V{pts(470 - s.roll(30, 150))}h{pts(w)}V730Z"
        x += w - 2
    out += path(far_row, s.mid)
    out += (
        house_row(s, 590, 120, 190)
        + rect(0, 586, 1600, 34, s.rock)
        + beads("M30 574H1600", s.wood, 52, 150)
    )
    out += lake(s, 618, 900)
    bx, stone = s.roll(420, 620), mix(s.sand, s.rock, 0.3)
    off = bx - 780
    arch = "".join(
        f"M{pts(off + 34 + i * 260, 740)}A106 100 0 0 1 {pts(off + 246 + i * 260, 740)}Z"
        for i in range(8)
    )
    deck = "M-20 652Q800 570 1620 652V740H-20Z"
    out += "".join(
        rect(off - 24 + i * 260, 738, 48, 40, mix(s.water, stone, 0.4)) for i in range(9)
    )
    out += f'<path d="{deck}{arch}" fill="{stone}" fill-rule="evenodd"/>'
    out += stroke("M-20 652Q800 570 1620 652", dark(stone, 0.25), 12)
    lamps = [(off + 270 + i * 260, 534 + 40 * ((off + i * 260 - 530) / 800) ** 2) for i in range(7)]
    out += stroke("".join(f"M{pts(x, y)}v74" for x, y in lamps), s.deep, 6) + dots(lamps, SUN, 22)
    out += group(
        f"translate({pts(s.roll(240, 420), 820)})",
        path("M-150-26H160L120 16H-130Z", s.deep),
        rect(-100, -74, 170, 50, SNOW),
        rect(-112, -86, 196, 14, s.accent),
        "".join(rect(-88 + i * 40, -62, 26, 24, s.mid) for i in range(4)),
    )
    out += path("M1600 900V760Q1470 780 1400 900Z", s.wood)
    return out + tree(1520, 850, 92, s.leaf, s.deep)


def old_street(s: Scene) -> str:
    """A lane between old houses, lanterns, a bicycle."""
    vx = s.roll(740, 860)
    out = sky(s) + disc(vx + 40, 330, 100, SUN) + hills(s, 430, 30, s.far, 4)
    walls = wall_colours(s)
    xl, xr = [0, 210, 390, 530, 640], [1600, 1390, 1210, 1070, 960]
    shift = vx - 800
    pave = mix(s.sand, s.rock, 0.25)
    out += poly((vx - 30, 540, vx + 30, 540, 1480, 900, 120, 900), pave)
    for j, xs in enumerate((xl, xr)):
        sgn = 1 if j == 0 else -1
        for i in range(3, -1, -1):
            a = xs[i] + shift * (i * 0.25)
            b = xs[i + 1] + shift * ((i + 1) * 0.25)
            ta = 10 + i * 92 + s.roll(0, 46)
            tb = ta + 66
            ba, bb = 900 - i * 96, 900 - (i + 1) * 96
            c = walls[(i + j * 2 + s.dice.whole(0, 1)) % 5]
            c = dark(c, 0.16) if j == 0 else c
            out += poly((a, ta, b, tb, b, bb, a, ba), c)
            out += poly(
                (
                    a - sgn * 8,
                    ta - 26,
                    b + sgn * 22,
                    tb - 12,
                    b + sgn * 22,
                    tb + 12,
                    a - sgn * 8,
                    ta + 10,
                ),
                s.rock if (i + j) % 2 else s.accent,
            )
            for f, g in ((0.18, 0.42), (0.58, 0.82)):
                for top, bot in ((0.14, 0.32), (0.42, 0.6)):

                    def at(
                        t: float,
                        v: float,
                        a: float = a,
                        b: float = b,
                        ta: float = ta,
                        tb: float = tb,
                        ba: float = ba,
                        bb: float = bb,
                    ) -> tuple[float, float]:
                        x = a + (b - a) * t
                        y0, y1 = ta + (tb - ta) * t, ba + (bb - ba) * t
                        return x, y0 + (y1 - y0) * v

                    out += poly(
                        (*at(f, top), *at(g, top), *at(g, bot), *at(f, bot)),
                        mix(s.deep, s.accent, 0.25),
                    )
            out += poly(
                (*at(0.34, 0.7), *at(0.66, 0.7), *at(0.66, 1), *at(0.34, 1)), dark(s.accent, 0.3)
            )
            if i < 2:
                out += poly(
                    (
                        *at(0.1, 0.64),
                        *at(0.9, 0.64),
                        at(0.9, 0.72)[0] + sgn * 46,
                        at(0.9, 0.72)[1],
                        at(0.1, 0.72)[0] + sgn * 46,
                        at(0.1, 0.72)[1],
                    ),
                    s.accent if (i + j) % 2 else SNOW,
                )
    for i in range(4):
        y = 600 + i * 76
        out += stroke(
            f"M{pts(vx - 60 - i * 130, y)}Q{pts(vx, y + 18, vx + 60 + i * 130, y)}",
            dark(pave, 0.1),
            4,
        )
    out += stroke("M150 210Q800 340 1450 200", s.deep, 4)
    out += "".join(
        disc(x, 208 + (1 - ((x - 800) / 650) ** 2) * 64 + 20, 17, SUN if i % 2 else s.soft)
        for i, x in enumerate(range(240, 1400, 116))
    )
    bx = s.roll(1010, 1120)
    bike = stroke(
        "M-94 0a34 34 0 1 0 68 0a34 34 0 1 0-68 0M36 0a34 34 0 1 0 68 0a34 34 0 1 0-68 0", s.deep, 6
    ) + stroke("M-60 0L-26-56H44L10 0H-60M10 0L-30-66M70 0L40-76H58M-44-68H-18", s.accent, 7)
    out += group(f"translate({pts(bx, 800)})", bike)
    for px in (vx - 420, vx - 350):
        out += (
            poly((px - 26, 800, px + 26, 800, px + 18, 846, px - 18, 846), s.rock)
            + disc(px, 772, 36, s.leaf)
            + disc(px - 16, 786, 22, s.wood)
        )
    return out


def harbour(s: Scene) -> str:
    """Quay houses, masts, a fishing boat."""
    out = (
        sky(s)
        + sun(s, 140, 240)
        + clouds(s, 3)
        + hills(s, 350, 60, s.far, 4)
        + hills(s, 430, 30, s.leaf, 4)
    )
    out += (
        house_row(s, 560, 170, 260)
        + rect(0, 556, 1600, 46, s.rock)
        + rect(0, 556, 1600, 10, s.sand)
        + lake(s, 602, 900)
    )
    for i in range(6):
        x, w = i * 270 + s.roll(0, 60), s.roll(90, 140)
        out += rect(x, 606, w, s.roll(60, 120), mix(s.water, s.mid, 0.4))
    out += glints(s, 612, 720, light(s.water, 0.5), 8)
    masts, ropes, hulls, decks = "", "", "", ""
    for i in range(7):
        x, h = 80 + i * 232 + s.roll(-50, 50), s.roll(180, 270)
        masts += f"M{pts(x, 640 - h)}v{num(h)}"
        ropes += f"M{pts(x - 66, 636)}L{pts(x, 646 - h)}L{pts(x + 70, 634)}"
        tint = (s.accent, SNOW, s.deep)[i % 3]
        hulls += path(f"M{pts(x - 74, 636)}h158l-28 36h-112Z", tint)
        decks += f"M{pts(x - 34, 626)}h60"
    out += stroke(masts, s.deep, 6) + stroke(ropes, s.deep, 2.5) + stroke(decks, s.sand, 20, "butt")
    out += hulls
    x = s.roll(460, 860)
    big = (
        path("M-240-70Q-150-40 60-40Q190-48 262-92L200 44H-190Z", s.accent)
        + path("M-226-34H226L200 44H-190Z", dark(s.accent, 0.2))
        + rect(-232, -52, 470, 12, SNOW)
    )
    big += (
        rect(-120, -168, 150, 118, SNOW)
        + rect(-120, -168, 46, 118, dark(SNOW, 0.14))
        + rect(-134, -184, 178, 18, s.deep)
        + rect(-62, -146, 32, 34, s.mid)
        + rect(-14, -146, 32, 34, s.mid)
    )
    big += (
        rect(96, -270, 9, 220, s.deep)
        + stroke("M100-262L210-70M100-262L-40-184", s.deep, 3)
        + disc(-180, -20, 17, SNOW)
        + disc(-180, -20, 8, s.deep)
        + disc(120, -14, 17, SNOW)
        + disc(120, -14, 8, dark(s.accent))
    )
    out += group(f"translate({pts(x, 800)})", big) + rect(
        x - 250, 836, 520, 10, light(s.water, 0.5), 5
    )
    out += boat(s.roll(1300, 1420), 780, 0.9, s.deep, s.soft)
    out += (
        rect(0, 868, 1600, 32, s.rock)
        + rect(80, 820, 30, 56, s.deep, 8)
        + rect(70, 812, 50, 16, s.deep, 8)
        + rect(1490, 820, 30, 56, s.deep, 8)
        + rect(1480, 812, 50, 16, s.deep, 8)
    )
    return out + birds(s, 4)
