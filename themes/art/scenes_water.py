"""Coasts, islands, falls."""

from __future__ import annotations

from scene_kit import (
    SNOW,
    SUN,
    Scene,
    beads,
    birds,
    boat,
    clouds,
    dots,
    hills,
    house,
    lake,
    palm,
    pine,
    sky,
    sun,
)
from shapes import dark, disc, group, light, mix, oval, path, poly, pts, rect, stroke


def coast_cliff(s: Scene) -> str:
    """White cliffs, a lighthouse, stacks in the sea."""
    out = sky(s) + sun(s, 160, 280, 90) + clouds(s, 3) + lake(s, 470, 900)
    out += hills(s, 466, 10, s.far, 4, 474)
    bx, chalk = s.roll(700, 880), mix(SNOW, s.rock, 0.12)
    if not s.named("white"):
        chalk = (chalk, s.rock, mix(s.rock, s.sand, 0.6))[s.dice.whole(0, 2)]
    edge = [0, 330, 240, 300, 420, 330, bx - 180, 322, bx - 60, 356]
    face = [
        bx - 60,
        356,
        bx - 20,
        470,
        bx - 50,
        540,
        bx + 16,
        640,
        bx - 10,
        730,
        bx - 120,
        740,
        bx - 380,
        800,
        0,
        850,
    ]
    out += poly((*edge, *face[2:]), chalk)
    for dx, top in ((-620, 380), (-430, 400), (-250, 376), (-120, 390)):
        out += poly(
            (
                bx + dx,
                top,
                bx + dx + 70,
                top - 20,
                bx + dx + 40,
                560,
                bx + dx + 66,
                650,
                bx + dx - 30,
                770,
                bx + dx - 50,
                560,
            ),
            dark(chalk, 0.14),
        )
    out += path(
        f"M0 300Q{pts(260, 250, 430, 300)}T{pts(bx - 40, 350)}L{pts(bx - 90, 372)}L{pts(bx - 200, 350)}L{pts(420, 372)}L230 350L0 392Z",
        s.leaf,
    )
    lx = bx - 210 + s.roll(-60, 10)
    out += poly((lx - 24, 322, lx - 17, 170, lx + 17, 170, lx + 24, 322), SNOW) + poly(
        (lx - 21, 270, lx - 19, 224, lx + 19, 224, lx + 21, 270), s.accent
    )
    out += (
        rect(lx - 20, 140, 40, 32, SUN)
        + rect(lx - 26, 164, 52, 9, s.deep)
        + poly((lx - 24, 142, lx, 112, lx + 24, 142), s.deep)
    )
    out += house(lx + 34, 330, 78, 30, SNOW, s.deep)
    for x, h, w in ((bx + 110, 190, 100), (bx + 250, 120, 66), (bx + 390, 70, 50)):
        base = 650 - (x - bx) * 0.12
        out += poly(
            (
                x - w / 2,
                base,
                x - w * 0.36,
                base - h,
                x + w * 0.3,
                base - h * 1.06,
                x + w / 2,
                base,
            ),
            chalk,
        )
        out += poly(
            (x - w / 2, base, x - w * 0.36, base - h, x - w * 0.1, base - h, x - w * 0.16, base),
            dark(chalk, 0.14),
        )
        out += path(
            f"M{pts(x - w * 0.4, base - h + 10)}Q{pts(x, base - h * 1.22, x + w * 0.34, base - h)}Z",
            s.leaf,
        )
        out += rect(x - w * 0.7, base - 4, w * 1.4, 8, SNOW, 4)
    out += boat(s.roll(1290, 1420), 620, 1, s.deep, s.soft)
    out += path("M0 900V800Q200 780 380 830T760 880L900 900Z", s.sand) + stroke(
        "M0 792Q200 770 390 820T800 880", SNOW, 9
    )
    return out + birds(s, 4, 960)


def beach_island(s: Scene) -> str:
    """Islands of rock beyond a beach, a palm, a boat."""
    out = sky(s) + sun(s, 220, 330, 100) + clouds(s, 3) + lake(s, 500, 900)
    south, karst = s.country in ("th", "my", "sg"), s.country in ("th", "my")
    if not karst:
        out += hills(s, 440, 44, s.far, 5, 506) + hills(s, 486, 26, s.mid, 4, 512)
    stacks = (
        (s.roll(90, 200), 200, 190, s.far),
        (s.roll(1180, 1300), 260, 250, s.far),
        (s.roll(420, 560), 230, 330, s.mid),
        (s.roll(860, 960), 170, 210, s.mid),
    )
    for x, w, h, c in stacks if karst else stacks[4 if south else 3 :]:
        base = 506 if c == s.far else 524
        out += path(
            f"M{pts(x - w * 0.5, base)}Q{pts(x - w * 0.56, base - h * 0.7, x - w * 0.26, base - h * 0.8)}Q{pts(x - w * 0.1, base - h * 1.1, x + w * 0.16, base - h * 0.94)}Q{pts(x + w * 0.52, base - h * 0.8, x + w * 0.46, base - h * 0.3)}Q{pts(x + w * 0.46, base - 20, x + w * 0.56, base)}Z",
            c,
        )
        out += path(
            f"M{pts(x - w * 0.5, base)}Q{pts(x - w * 0.56, base - h * 0.7, x - w * 0.26, base - h * 0.8)}Q{pts(x - w * 0.3, base - h * 0.4, x - w * 0.1, base)}Z",
            dark(c, 0.16),
        )
        out += oval(x + w * 0.12, base - h * 0.9, w * 0.26, h * 0.09, s.wood) + oval(
            x - w * 0.2, base - h * 0.72, w * 0.14, h * 0.07, s.wood
        )
        out += rect(x - w * 0.6, base - 3, w * 1.2, 7, light(s.water, 0.6), 3)
    bx = s.roll(700, 1000)
    if karst:
        out += group(
            f"translate({pts(bx, 640)})",
            path("M-120-26Q-90 6 60 6Q110 2 150-54Q120-20 50-20Q-60-20-120-26Z", s.deep),
            rect(-50, -54, 90, 8, s.accent),
            stroke("M-44-50V-18M34-50V-18", s.deep, 5),
        )
    else:
        out += boat(bx, 650, 1.2, s.deep, SNOW) + boat(bx + 260, 580, 0.6, s.accent, s.soft)
    out += path("M0 900V700Q360 690 700 790T1600 840V900Z", SNOW) + path(
        "M0 900V724Q340 712 680 806T1600 862V900Z", s.sand
    )
    out += path("M0 900V790Q240 780 470 850T860 900Z", mix(s.sand, s.rock, 0.3))
    if south:
        out += palm(150, 830, 520, s.rock, s.wood, 150)
        out += palm(90, 820, 380, dark(s.rock), dark(s.wood, 0.3), -10)
    else:
        out += rect(140, 560, 26, 290, s.deep) + stroke(
            "M152 700L300 560M152 660L60 560", s.deep, 16
        )
        crown = ((60, 540), (170, 480), (300, 520), (220, 560), (110, 590))
        out += dots(crown, s.wood, 170) + dots([(x + 18, y - 12) for x, y in crown], s.leaf, 116)
        out += dots([(x + 20, y - 20) for x, y in crown], "#C8553D", 34)
    x = s.roll(560, 700)
    return (
        out
        + stroke(f"M{pts(x, 850)}L{pts(x + 36, 740)}", s.deep, 7)
        + path(
            f"M{pts(x - 62, 772)}Q{pts(x - 20, 690, x + 40, 730)}Q{pts(x + 110, 740, x + 118, 820)}Z",
            s.accent,
        )
        + path(
            f"M{pts(x - 10, 786)}Q{pts(x + 10, 720, x + 40, 730)}Q{pts(x + 66, 760, x + 60, 804)}Z",
            SNOW,
        )
    )


def waterfall(s: Scene) -> str:
    """A fall into a pool between mossy walls."""
    x = s.roll(690, 880)
    out = sky(s) + disc(x + 220, 150, 80, SUN) + hills(s, 240, 60, s.far, 4)
    out += path(
        f"M0 170Q300 130 {pts(x - 150, 220)}V720H0ZM1600 150Q1300 140 {pts(x + 150, 230)}V720H1600Z",
        s.mid,
    )
    out += rect(x - 160, 230, 320, 500, s.accent)
    fall = light(s.water, 0.45)
    out += path(
        f"M{pts(x - 76, 232)}Q{pts(x, 214, x + 76, 232)}L{pts(x + 100, 720)}H{pts(x - 100)}Z", fall
    )
    out += "".join(
        rect(x + dx, y, 9, h, SNOW, 4)
        for dx, y, h in (
            (-52, 270, 220),
            (-22, 330, 300),
            (14, 260, 180),
            (42, 380, 260),
            (-62, 540, 130),
            (66, 300, 110),
        )
    )
    for i, (y, inner) in enumerate(((300, 130), (430, 190), (560, 260))):
        c = mix(s.accent, s.deep, 0.18 + 0.2 * i)
        out += path(
            f"M0 {pts(y - 40)}Q{pts(x - inner - 160, y - 70, x - inner, y)}Q{pts(x - inner + 46, y + 110, x - inner - 20, 760)}H0Z",
            c,
        )
        out += path(
            f"M1600 {pts(y - 50)}Q{pts(x + inner + 160, y - 60, x + inner, y + 14)}Q{pts(x + inner - 46, y + 120, x + inner + 20, 760)}H1600Z",
            mix(c, s.leaf, 0.2),
        )
        out += beads(
            f"M0 {pts(y - 38)}Q{pts(x - inner - 160, y - 68, x - inner - 10, y)}M1600 {pts(y - 48)}Q{pts(x + inner + 160, y - 58, x + inner + 10, y + 14)}",
            s.leaf,
            44,
            50,
        )
    out += (
        lake(s, 720, 900) + oval(x, 724, 190, 26, SNOW) + oval(x, 742, 300, 16, light(s.water, 0.5))
    )
    if s.dice.yes():
        out += stroke(f"M{pts(x - 300, 480)}Q{pts(x, 560, x + 300, 490)}", s.deep, 9)
        out += stroke(f"M{pts(x - 300, 440)}Q{pts(x, 520, x + 300, 450)}", s.deep, 4) + stroke(
            "".join(
                f"M{pts(x - 270 + i * 60, 454 + 30 * (1 - (i - 4.5) ** 2 / 20))}v36"
                for i in range(10)
            ),
            s.deep,
            4,
        )
    for px, py, r in (
        (x - 340, 770, 70),
        (x + 330, 780, 90),
        (x + 450, 830, 60),
        (x - 450, 840, 100),
        (x - 210, 760, 34),
    ):
        out += path(
            f"M{pts(px - r, py)}Q{pts(px - r * 0.8, py - r * 0.8, px, py - r * 0.7)}Q{pts(px + r * 0.9, py - r * 0.6, px + r, py)}Z",
            s.rock,
        ) + path(
            f"M{pts(px - r, py)}Q{pts(px - r * 0.8, py - r * 0.8, px, py - r * 0.7)}L{pts(px - r * 0.3, py)}Z",
            dark(s.rock),
        )
    if s.country not in ("my", "th", "sg", "nz", "au"):
        firs = ((50, 380), (150, 260), (250, 180), (1550, 420), (1450, 290), (1352, 190))
        return out + "".join(pine(px + s.roll(-16, 16), 890, h, s.wood) for px, h in firs)
    for fx, side in ((0, 1), (1600, -1)):
        for a in range(6):
            ex, ey = fx + side * (140 + a * 56), 660 + a * 44
            out += path(
                f"M{pts(fx, 900)}Q{pts(fx + side * 60, ey - 40, ex, ey)}Q{pts(fx + side * 110, ey + 50, fx, 940)}Z",
                s.wood if a % 2 else s.leaf,
            )
    return out
