"""Woods, desert, canyon, rock valleys."""

from __future__ import annotations

from scene_kit import (
    SNOW,
    SUN,
    Scene,
    beads,
    birds,
    clouds,
    glints,
    hills,
    pine,
    sky,
    sun,
)
from shapes import dark, disc, group, mix, oval, path, poly, pts, rect, stroke


def forest_path(s: Scene) -> str:
    """Tall trunks, light between them, a bench beside the path."""
    glow = mix(s.sky, "#FFF2C9", 0.5)
    out = (
        sky(s, s.mid)
        + oval(s.roll(820, 1000), 430, 420, 420, s.far)
        + oval(900, 450, 230, 300, glow)
    )
    for i in range(15):
        out += rect(i * 112 + s.roll(-30, 30), 0, s.roll(16, 30), 640, mix(s.accent, s.far, 0.45))
    out += hills(s, 600, 26, s.leaf, 4)
    for i in range(9):
        x = i * 200 + s.roll(-40, 40)
        if abs(x - 880) > 110:
            out += rect(x, 0, s.roll(38, 58), 690, s.accent) + oval(x + 22, 690, 56, 14, s.wood)
    out += path("M860 590Q900 660 760 730T560 900H1120Q1010 790 1010 720T900 590Z", s.sand)
    out += path("M860 590Q900 660 760 730T560 900H700Q770 800 880 730T880 590Z", dark(s.sand, 0.1))
    bx = s.roll(1090, 1180)
    out += (
        rect(bx, 700, 150, 14, s.sand)
        + rect(bx, 668, 150, 14, s.sand)
        + rect(bx + 12, 668, 10, 74, s.deep)
        + rect(bx + 126, 668, 10, 74, s.deep)
    )
    for x, w in ((s.roll(20, 120), 120), (s.roll(330, 400), 84), (s.roll(1380, 1440), 130)):
        out += path(
            f"M{pts(x, 0)}V760Q{pts(x - 6, 850, x - 50, 900)}H{pts(x + w + 50)}Q{pts(x + w + 6, 850, x + w, 760)}V0Z",
            s.deep,
        )
        out += rect(x + w * 0.74, 0, w * 0.16, 800, mix(s.deep, s.accent, 0.55))
    ferns = ""
    for x in (60, 300, 470, 1270, 1400, 1560):
        ferns += "".join(
            path(
                f"M{pts(x, 910)}Q{pts(x + d * 0.4, 800 - abs(d) * -0.1, x + d, 830)}Q{pts(x + d * 0.5, 840, x, 910)}Z",
                s.wood if d % 3 else s.leaf,
            )
            for d in (-120, -70, -25, 25, 71, 120)
        )
    return (
        out
        + path(
            "M0 0H1600V96Q1500 160 1400 110T1180 120T960 90T700 120T460 100T220 124T0 100Z", s.wood
        )
        + ferns
    )


def desert_road(s: Scene) -> str:
    """A road to the horizon, flat-topped hills, one small van."""
    vx = s.roll(640, 960)
    out = sky(s) + disc(vx + s.roll(160, 320), 420, 130, SUN) + clouds(s, 2)
    for x, w, h, c in (
        (s.roll(60, 180), 420, 190, s.far),
        (s.roll(1120, 1220), 380, 230, s.far),
        (s.roll(480, 560), 250, 110, mix(s.far, s.mid, 0.5)),
    ):
        out += poly(
            (
                x - 50,
                520,
                x,
                520 - h * 0.5,
                x + 14,
                520 - h,
                x + w * 0.7,
                520 - h,
                x + w * 0.74,
                520 - h * 0.8,
                x + w,
                520 - h * 0.78,
                x + w + 70,
                520,
            ),
            c,
        )
        out += poly(
            (
                x - 50,
                520,
                x,
                520 - h * 0.5,
                x + 14,
                520 - h,
                x + w * 0.2,
                520 - h,
                x + w * 0.16,
                520,
            ),
            dark(c, 0.14),
        )
    out += (
        rect(0, 514, 1600, 386, s.sand)
        + hills(s, 560, 14, mix(s.sand, s.rock, 0.3), 4)
        + hills(s, 700, 30, mix(s.sand, s.rock, 0.6), 3)
    )
    out += poly((vx - 6, 514, vx + 6, 514, vx + 420, 900, vx - 420, 900), s.deep)
    out += "".join(
        poly(
            (
                vx - t * 8,
                514 + t * 386,
                vx + t * 8,
                514 + t * 386,
                vx + (t + g) * 9,
                514 + (t + g) * 386,
                vx - (t + g) * 9,
                514 + (t + g) * 386,
            ),
            SNOW,
        )
        for t, g in ((0.08, 0.04), (0.18, 0.07), (0.34, 0.11), (0.58, 0.18), (0.9, 0.1))
    )
    van = (
        rect(-40, -58, 80, 50, SNOW, 14)
        + rect(-32, -52, 64, 20, s.mid, 8)
        + rect(-34, -12, 16, 16, s.deep, 5)
        + rect(18, -12, 16, 16, s.deep, 5)
        + rect(-40, -32, 80, 18, s.accent)
    )
    out += group(f"translate({pts(vx + 46, 628)})", van)
    for i in range(10):
        x, y = (i * 331 + s.roll(0, 80)) % 1600, 590 + i * 30
        if abs(x - vx) > (y - 500) * 1.25:
            r = (y - 480) * 0.12
            out += path(
                f"M{pts(x - r * 1.6, y)}Q{pts(x - r * 1.4, y - r * 1.5, x - r * 0.3, y - r)}Q{pts(x, y - r * 2, x + r * 0.5, y - r)}Q{pts(x + r * 1.5, y - r * 1.3, x + r * 1.6, y)}Z",
                s.leaf if i % 2 else s.wood,
            )
    return out


def canyon(s: Scene) -> str:
    """Layered walls and a bend of the river."""
    tones = [mix(s.rock, s.accent, t) for t in (0.08, 0.28, 0.5)]
    vx = s.roll(700, 900)
    out = sky(s) + disc(vx + 60, 330, 110, SUN) + hills(s, 420, 20, s.far, 4)
    for j, (y0, inner, c) in enumerate(
        ((380, 110, tones[0]), (300, 260, tones[1]), (190, 420, tones[2]))
    ):
        lx, rx = vx - inner + s.roll(-30, 30), vx + inner + s.roll(-30, 30)
        base = 600 + j * 90
        out += poly(
            (
                0,
                y0,
                lx - 130,
                y0 + s.roll(-16, 16),
                lx - 96,
                y0 + 70,
                lx - 40,
                y0 + 80,
                lx - 10,
                y0 + 190,
                lx + 60,
                base,
                0,
                base + 60,
            ),
            dark(c, 0.16),
        )
        out += poly(
            (
                1600,
                y0 + 10,
                rx + 150,
                y0 + s.roll(-16, 16),
                rx + 110,
                y0 + 90,
                rx + 50,
                y0 + 100,
                rx + 20,
                y0 + 210,
                rx - 50,
                base,
                1600,
                base + 60,
            ),
            c,
        )
        for d in (0.3, 0.55, 0.8):
            y = y0 + (base - y0) * d
            out += poly(
                (0, y, lx - 120 + d * 110, y - 4, lx - 116 + d * 112, y + 12, 0, y + 24),
                dark(c, 0.3),
            )
            out += poly(
                (1600, y, rx + 130 - d * 110, y - 4, rx + 124 - d * 110, y + 12, 1600, y + 24),
                dark(c, 0.14),
            )
    out += path("M0 770Q500 640 800 640T1600 760V900H0Z", s.leaf)
    out += path(
        f"M{pts(vx - 20, 600)}Q{pts(vx + 260, 680, vx - 60, 730)}Q{pts(vx - 480, 790, vx - 260, 900)}H{pts(vx + 330)}Q{pts(vx + 60, 800, vx + 260, 740)}Q{pts(vx + 470, 660, vx + 30, 600)}Z",
        s.water,
    )
    out += glints(s, 780, 890, SNOW, 4, vx - 180, vx + 240)
    out += group(
        f"translate({pts(vx + 20, 826)})",
        path("M-44 0Q0 14 44 0L34 16H-34Z", s.deep),
        stroke("M-20-4l46-26", s.deep, 5),
        disc(0, -14, 9, s.accent),
    )
    for i in range(9):
        x = (i * 187 + s.roll(0, 60)) % 1600
        if abs(x - vx) > 360:
            out += pine(x, 836 + (i % 3) * 30, 110 + (i % 3) * 30, s.wood)
    return out + birds(s)


def _balloon(x: float, y: float, r: float, one: str, two: str, basket: str) -> str:
    """A hot-air balloon in gores of two colours."""

    def skin(w: float) -> str:
        return f"M{pts(x, y - r)}C{pts(x + w * 1.33, y - r, x + w * 1.33, y + r * 0.25, x + w * 0.2, y + r * 1.1)}H{pts(x - w * 0.2)}C{pts(x - w * 1.33, y + r * 0.25, x - w * 1.33, y - r, x, y - r)}Z"

    out = path(skin(r), one) + path(skin(r * 0.62), two) + path(skin(r * 0.24), one)
    out += stroke(
        f"M{pts(x - r * 0.15, y + r * 1.1)}L{pts(x - r * 0.12, y + r * 1.4)}M{pts(x + r * 0.15, y + r * 1.1)}L{pts(x + r * 0.12, y + r * 1.4)}",
        basket,
        3,
    )
    return out + rect(x - r * 0.16, y + r * 1.36, r * 0.32, r * 0.24, basket, 3)


def balloon_valley(s: Scene) -> str:
    """Balloons over tall rock cones."""
    out = (
        sky(s)
        + sun(s, 260, 360, 100)
        + hills(s, 520, 50, s.far, 3)
        + hills(s, 590, 40, mix(s.far, s.sand, 0.5), 4)
    )
    for layer, (base, c, n) in enumerate(
        ((690, mix(s.sand, s.rock, 0.35), 9), (800, mix(s.rock, s.sand, 0.3), 7))
    ):
        cones, shade, doors = "", "", ""
        for i in range(n):
            x, h = (i + 0.5) * 1600 / n + s.roll(-60, 60), s.roll(130, 230) + layer * 20
            w = h * s.roll(0.26, 0.36)
            flank = f"M{pts(x - w, base)}Q{pts(x - w * 0.5, base - h * 0.5, x - w * 0.1, base - h)}"
            cones += f"{flank}h{pts(w * 0.24)}Q{pts(x + w * 0.5, base - h * 0.5, x + w, base)}Z"
            shade += f"{flank}Q{pts(x - w * 0.2, base - h * 0.4, x - w * 0.25, base)}Z"
            doors += f"M{pts(x + w * 0.15, base - h * 0.3)}v12"
        out += path(cones, c) + path(shade, dark(c, 0.16)) + stroke(doors, s.deep, 13)
        out += rect(0, base - 4, 1600, 250, c)
    out += hills(s, 830, 20, s.leaf, 4) + beads("M40 852Q800 800 1560 860", s.wood, 44, 96)
    spots = (
        (0.14, 190, 104),
        (0.4, 330, 62),
        (0.55, 140, 78),
        (0.86, 420, 56),
        (0.28, 440, 40),
        (0.7, 300, 46),
    )
    for i, (fx, y, r) in enumerate(spots):
        pair = ((s.accent, s.soft), (s.deep, SUN), (s.rock, SNOW))[i % 3]
        out += _balloon(fx * 1600 + s.roll(-50, 50), y + s.roll(-24, 24), r, *pair, s.deep)
    return out
