"""A garden, a museum."""

from __future__ import annotations

from scene_kit import SNOW, SUN, Scene, beads, clouds, cypress, glints, hills, sky, sun, tree
from scenes_home import vessel
from shapes import (
    dark,
    disc,
    light,
    mix,
    oval,
    path,
    poly,
    pts,
    rect,
    stroke,
)


def garden(s: Scene) -> str:
    """Clipped hedges, a pond with a small bridge, a bench of flowers."""
    out = sky(s) + sun(s) + clouds(s, 2) + hills(s, 380, 50, s.far, 4)
    out += (
        beads("M-20 430H1640", s.mid, 150, 118)
        + beads("M20 480H1640", s.wood, 96, 84)
        + rect(0, 490, 1600, 410, light(s.leaf, 0.25))
    )
    gx = s.roll(720, 880)
    out += (
        rect(gx - 150, 366, 16, 150, SNOW)
        + rect(gx + 134, 366, 16, 150, SNOW)
        + rect(gx - 60, 366, 12, 150, SNOW)
        + rect(gx + 48, 366, 12, 150, SNOW)
    )
    out += (
        path(
            f"M{pts(gx - 184, 372)}Q{pts(gx - 60, 340, gx, 270)}Q{pts(gx + 60, 340, gx + 184, 372)}Z",
            s.accent,
        )
        + path(
            f"M{pts(gx - 184, 372)}Q{pts(gx - 60, 340, gx, 270)}Q{pts(gx - 30, 340, gx - 50, 372)}Z",
            dark(s.accent),
        )
        + rect(gx - 164, 504, 328, 18, s.rock)
        + disc(gx, 268, 9, s.deep)
    )
    out += path(
        f"M{pts(gx - 40, 520)}H{pts(gx + 40)}Q{pts(gx + 90, 640, 700, 680)}T{pts(420, 900)}H130Q180 740 480 670T{pts(gx - 40, 520)}Z",
        s.sand,
    )
    out += path(
        "M760 720Q960 640 1300 660T1640 760V860Q1400 900 1080 880T760 720Z", s.water
    ) + glints(s, 700, 860, light(s.water, 0.5), 6, 900, 1560)
    bx = s.roll(1000, 1080)
    out += path(
        f"M{pts(bx - 190, 740)}Q{pts(bx, 570, bx + 190, 740)}L{pts(bx + 150, 752)}Q{pts(bx, 640, bx - 150, 752)}Z",
        s.accent,
    ) + stroke(f"M{pts(bx - 180, 690)}Q{pts(bx, 520, bx + 180, 690)}", s.accent, 9)
    out += stroke(
        "".join(
            f"M{pts(bx + d, 690 - 84 * (1 - (d / 180) ** 2))}v44"
            for d in (-150, -100, -50, 0, 50, 100, 150)
        ),
        s.accent,
        7,
    )
    for x, y in ((1320, 760), (1390, 800), (1240, 824), (1470, 770)):
        out += oval(x, y, 36, 11, s.leaf) + disc(x + 6, y - 8, 10, s.soft)
    for i, x in enumerate((60, 190, 320, 1440, 1550)):
        y = 590 + (i % 2) * 26
        out += (
            cypress(x, y, 210, s.wood)
            if i % 2
            else disc(x, y - 60, 70, s.wood)
            + path(
                f"M{pts(x, y - 130)}A70 70 0 0 0 {pts(x, y + 10)}Q{pts(x - 50, y - 60, x, y - 130)}Z",
                dark(s.wood),
            )
        )
    for i in range(3):
        y = 760 + i * 62
        out += beads(
            f"M-10 {pts(y)}Q{pts(120, y - 40, 240 - i * 40, y)}M{pts(520 + i * 40, y + 30)}Q{pts(700, y, 800 + i * 60, y + 40)}",
            s.wood,
            70,
            62,
        )
        out += beads(
            f"M-10 {pts(y - 14)}Q{pts(120, y - 54, 240 - i * 40, y - 14)}M{pts(520 + i * 40, y + 16)}Q{pts(700, y - 14, 800 + i * 60, y + 26)}",
            (s.accent, s.soft, SUN)[i],
            22,
            36,
        )
    return out + tree(1500, 640, 100, s.leaf, s.deep)


def museum_hall(s: Scene) -> str:
    """A hall of pictures and vases, a bench, light from above."""
    wall = mix(s.soft, SNOW, 0.4)
    out = (
        rect(0, 0, 1600, 900, wall)
        + poly((0, 0, 1600, 0, 1360, 110, 240, 110), dark(wall, 0.14))
        + poly((420, 14, 1180, 14, 1090, 92, 510, 92), SNOW)
    )
    out += poly((0, 0, 240, 110, 240, 660, 0, 900), dark(wall, 0.1)) + poly(
        (1600, 0, 1360, 110, 1360, 660, 1600, 900), mix(wall, s.accent, 0.1)
    )
    out += poly((240, 660, 1360, 660, 1600, 900, 0, 900), mix(s.rock, s.sand, 0.6))
    out += "".join(
        stroke(f"M{pts(240 + i * 160, 660)}L{pts(i * 228.6, 900)}", mix(s.rock, s.sand, 0.3), 4)
        for i in range(1, 7)
    ) + rect(240, 650, 1120, 14, s.rock)
    fx = s.roll(560, 620)
    out += (
        rect(fx, 190, 460, 300, s.rock)
        + rect(fx + 22, 212, 416, 256, s.sky)
        + disc(fx + 300, 290, 34, SUN)
    )
    out += path(
        f"M{pts(fx + 22, 390)}Q{pts(fx + 130, 300, fx + 240, 380)}T{pts(fx + 438, 350)}V468H{pts(fx + 22)}Z",
        s.mid,
    ) + path(
        f"M{pts(fx + 22, 430)}Q{pts(fx + 200, 370, fx + 438, 440)}V468H{pts(fx + 22)}Z", s.accent
    )
    kinds = s.dice.whole(0, 1)
    for x, w in ((310, 170), (1120, 170)):
        out += rect(x, 230, w, 220, s.deep) + rect(x + 16, 246, w - 32, 188, s.far)
        if (x > 800) == bool(kinds):
            out += poly(
                (x + 16, 434, x + 70, 310, x + 100, 370, x + 120, 340, x + w - 16, 434), s.accent
            ) + disc(x + 118, 288, 18, SNOW)
        else:
            out += vessel(
                x + w / 2,
                424,
                0.26,
                [(60, 120), (44, 180), (130, 270, 126, 350), (120, 470, 76, 500)],
                s.soft,
            ) + rect(x + 16, 420, w - 32, 14, s.rock)
    for fx0, sgn in ((60, 1), (1540, -1)):
        out += poly(
            (fx0, 230, fx0 + sgn * 120, 260, fx0 + sgn * 120, 500, fx0, 560), s.rock
        ) + poly(
            (fx0 + sgn * 14, 252, fx0 + sgn * 106, 276, fx0 + sgn * 106, 484, fx0 + sgn * 14, 534),
            s.mid,
        )
    for x, c, prof in (
        (420, s.accent, [(62, 130), (40, 180, 44, 220), (132, 270, 128, 350), (122, 450, 72, 500)]),
        (1180, s.deep, [(120, 250), (130, 430, 60, 460), (76, 500)]),
    ):
        y = 640 + s.roll(0, 20)
        out += (
            oval(x, y + 126, 96, 14, mix(s.rock, s.sand, 0.2))
            + vessel(x, y - 40, 0.4, prof, c)
            + rect(x - 62, y - 40, 124, 164, SNOW)
            + rect(x - 62, y - 40, 40, 164, dark(SNOW, 0.14))
            + rect(x - 70, y - 44, 140, 14, SNOW)
        )
    out += (
        oval(800, 842, 270, 14, mix(s.rock, s.sand, 0.2))
        + rect(560, 752, 480, 32, s.accent, 8)
        + rect(560, 752, 150, 32, dark(s.accent), 8)
        + rect(600, 784, 22, 56, s.deep)
        + rect(978, 784, 22, 56, s.deep)
    )
    return out
