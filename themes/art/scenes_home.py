"""A table, a workbench."""

from __future__ import annotations

from math import cos, radians, sin

from scene_kit import SNOW, SUN, Scene, bars, dots
from shapes import (
    STEEL,
    WOOD,
    Profile,
    dark,
    disc,
    flask,
    group,
    light,
    mix,
    oval,
    path,
    poly,
    pts,
    rect,
    stroke,
    turned,
)


def _view(s: Scene, x: float, y: float, w: float, h: float) -> str:
    """A window with hills beyond, drawn in four panes."""
    out = rect(x, y, w, h, s.sky) + disc(x + w * s.roll(0.6, 0.8), y + h * 0.3, h * 0.11, SUN)
    a, b = s.roll(0.45, 0.6), s.roll(0.5, 0.64)
    out += path(
        f"M{pts(x, y + h * a)}Q{pts(x + w * 0.3, y + h * (a - 0.2), x + w * 0.6, y + h * a)}T{pts(x + w, y + h * 0.5)}V{pts(y + h)}H{pts(x)}Z",
        s.far,
    )
    out += path(
        f"M{pts(x, y + h * b)}Q{pts(x + w * 0.4, y + h * 0.9, x + w, y + h * b)}V{pts(y + h)}H{pts(x)}Z",
        s.mid,
    )
    out += path(
        f"M{pts(x, y + h * 0.84)}Q{pts(x + w * 0.5, y + h * 0.68, x + w, y + h * 0.86)}V{pts(y + h)}H{pts(x)}Z",
        s.leaf,
    )
    frame = stroke(
        f"M{pts(x, y)}h{pts(w)}v{pts(h)}h{pts(-w)}ZM{pts(x + w / 2, y)}v{pts(h)}M{pts(x, y + h * 0.42)}h{pts(w)}",
        SNOW,
        16,
        "butt",
    )
    return out + frame + rect(x - 26, y + h, w + 52, 24, SNOW)


def vessel(x: float, foot: float, size: float, profile: Profile, colour: str) -> str:
    """A turned vessel, scaled, standing at a point."""
    return group(
        f"translate({pts(x - 200 * size, foot - 500 * size)})scale({size:.2f})",
        turned(profile, colour),
    )


_CRAFTS = (
    (
        "cini",
        "clay",
        "porcelain",
        "ceramic",
        "pottery",
        "kiln",
        "celadon",
        "tile",
        "talavera",
        "cerami",
    ),
    ("mudmee", "songket", "batik", "knit", "weav", "textil", "kelsch", "quilt", "hali", "wool"),
    ("wood", "carv", "schnitz"),
    ("soap", "jabon", "sabun"),
    ("uhr", "watch", "horlog"),
)
"""Words in a guide's id, and so what stands on the bench: pot, loom, block, soap, clock."""


def table_meal(s: Scene) -> str:
    """A laid table before a window."""
    wall = mix(s.soft, s.sand, 0.35)
    wx = s.roll(480, 640)
    out = rect(0, 0, 1600, 900, wall) + _view(s, wx, 60, 560, 420)
    out += path(f"M{pts(wx - 70, 30)}h110q10 260-60 470h-80Z", s.accent) + path(
        f"M{pts(wx + 520, 30)}h110q10 240 30 470h-80q-50-220-60-470Z", light(s.accent, 0.2)
    )
    out += rect(wx - 110, 24, 800, 12, s.deep, 6)
    tint = mix(s.accent, SNOW, 0.66)
    out += rect(0, 560, 1600, 340, SNOW) + rect(0, 560, 1600, 18, dark(SNOW, 0.1))
    out += poly((430, 578, 1130, 578, 1290, 900, 270, 900), tint)
    out += poly((462, 578, 474, 578, 336, 900, 318, 900), SNOW)
    out += poly((1086, 578, 1098, 578, 1242, 900, 1224, 900), SNOW)
    wine = s.country in ("fr", "es", "us", "au", "nz", "ch") and not s.named(
        "tea", "coffee", "morning", "baking", "breakfast"
    )
    if wine:
        out += vessel(330, 660, 0.72, flask(86, 24, 60, 200, 280), s.deep)
        out += rect(330 - 50, 520, 100, 76, s.sand)
    else:
        out += _teapot(s, 330, 664)
    out += vessel(
        1290, 650, 0.62, [(70, 180), (52, 230), (130, 330, 124, 400), (120, 480, 70, 500)], s.accent
    )
    for dx, dy in ((-90, -250), (-30, -310), (40, -330), (96, -260), (0, -240)):
        out += (
            stroke(f"M{pts(1290, 490)}Q{pts(1290 + dx * 0.4, 420, 1290 + dx, 650 + dy)}", s.wood, 7)
            + disc(1290 + dx, 650 + dy, 34, SUN if dx % 4 else s.soft)
            + disc(1290 + dx, 650 + dy, 11, s.rock)
        )
    out += (
        oval(780, 748, 330, 92, mix(s.deep, SNOW, 0.72))
        + oval(780, 736, 330, 92, s.soft)
        + oval(780, 732, 236, 60, SNOW)
    )
    main = ("#C8553D", SUN, s.leaf)[s.dice.whole(0, 2)]
    out += _dish(s, main)
    out += (
        stroke("M380 700L350 830M1160 690L1200 830", STEEL, 13)
        + oval(386, 684, 20, 34, STEEL, 12)
        + path("M1140 610Q1170 600 1172 700L1152 706Z", STEEL)
    )
    out += poly((1010, 510, 1100, 510, 1088, 650, 1022, 650), mix(s.water, SNOW, 0.4)) + poly(
        (1016, 570, 1095, 570, 1088, 650, 1022, 650), SUN
    )
    if s.named("candle"):
        for x, h in ((452, 150), (510, 100)):
            out += rect(x, 650 - h, 34, h, SNOW, 4) + rect(x, 650 - h, 11, h, dark(SNOW, 0.14), 4)
            out += oval(x + 17, 624 - h, 11, 24, SUN) + oval(x + 17, 652, 34, 9, s.deep)
    if wine:
        out += path("M130 800Q110 690 240 680T400 760Q420 800 380 816H160Z", "#D09A55")
        cuts = "M200 706l30 50M260 698l30 50M318 712l26 44"
        out += stroke(cuts, dark("#D09A55", 0.25), 9) + rect(90, 806, 350, 26, WOOD, 8)
    out += "".join(
        disc(1354 + i * 30, 746 - (i % 2) * 14, 24, main if i % 2 else SUN) for i in range(4)
    )
    return out + vessel(1400, 830, 0.4, [(150, 300), (146, 430, 74, 476), (70, 500)], s.wood)


def _dish(s: Scene, main: str) -> str:
    """What lies on the plate: cake, a bowl of soup, or a heap of salad."""
    if s.named("tea", "baking", "kahve", "coffee", "breakfast", "cake"):
        out = rect(630, 640, 300, 100, "#D9A35C", 14) + rect(630, 640, 100, 100, "#B98348", 14)
        out += rect(630, 676, 300, 16, main) + rect(622, 618, 316, 40, SNOW, 20)
        return out + dots(((680, 612), (740, 606), (800, 604), (860, 612)), main, 36)
    if s.named("yum", "soup", "laksa", "noodle"):
        bowl: Profile = [(150, 300), (146, 430, 74, 476), (70, 500)]
        out = vessel(780, 760, 1.05, bowl, s.accent) + oval(780, 552, 157, 30, main)
        out += "".join(
            oval(700 + i * 52, 548 + (i % 2) * 8, 22, 11, (s.leaf, SUN)[i % 2], i * 25)
            for i in range(4)
        )
        return out
    out = path("M600 730Q640 630 780 622T960 730Q880 764 780 764T600 730Z", s.sand)
    out += "".join(
        oval(
            640 + i * 46,
            700 - (i % 2) * 30 - (3 - abs(i - 3)) * 8,
            34,
            24,
            (main, s.leaf, "#E3A04F")[i % 3],
            i * 20 - 60,
        )
        for i in range(7)
    )
    return out


def _teapot(s: Scene, x: float, foot: float) -> str:
    """A pot and a cup with steam."""
    pot: Profile = [(62, 250), (122, 262, 128, 364), (126, 450, 70, 482), (70, 500)]
    out = stroke(f"M{pts(x - 74, foot - 130)}q-74-10-66 52t76 40", s.deep, 17)
    out += path(
        f"M{pts(x + 60, foot - 60)}Q{pts(x + 112, foot - 70, x + 128, foot - 150)}l26 6Q"
        f"{pts(x + 140, foot - 30, x + 60, foot - 24)}Z",
        dark(s.accent, 0.1),
    )
    out += vessel(x, foot, 0.72, pot, s.accent) + disc(x, foot - 196, 14, s.deep)
    out += oval(x, foot - 180, 46, 12, s.deep) + oval(x - 90, foot + 146, 104, 22, s.soft)
    out += vessel(x - 90, foot + 140, 0.44, [(150, 300), (146, 430, 74, 476), (70, 500)], s.accent)
    steam = f"M{pts(x - 106, foot + 36)}q-14-18 0-38M{pts(x - 74, foot + 36)}q-14-18 0-38"
    return out + stroke(steam, s.mid, 6)


def craft_bench(s: Scene) -> str:
    """A workshop bench with tools on the wall."""
    wall = mix(s.soft, s.sand, 0.3)
    out = rect(0, 0, 1600, 900, wall) + rect(0, 0, 1600, 60, dark(wall, 0.08))
    wx = s.roll(990, 1060)
    out += _view(s, wx, 110, 420, 340)
    out += rect(110, 150, 760, 20, WOOD) + rect(110, 360, 760, 20, WOOD)
    tx = s.roll(150, 200)
    for i in range(6):
        x = tx + i * 112
        out += disc(x, 186, 6, s.deep)
        if i % 3 == 0:
            out += rect(x - 9, 190, 18, 84, s.rock, 6) + rect(x - 34, 270, 68, 32, STEEL, 6)
        elif i % 3 == 1:
            out += rect(x - 10, 190, 20, 70, s.accent, 8) + poly(
                (x - 10, 258, x + 10, 258, x + 5, 326, x - 5, 326), STEEL
            )
        else:
            out += (
                stroke(
                    f"M{pts(x - 22, 204)}a22 22 0 1 0 1 0ZM{pts(x + 22, 204)}a22 22 0 1 0 1 0Z",
                    s.deep,
                    9,
                )
                + poly((x - 12, 246, x - 4, 240, x + 24, 336), STEEL)
                + poly((x + 12, 246, x + 4, 240, x - 24, 336), STEEL)
            )
    for i, c in enumerate((s.accent, s.soft, s.rock, s.mid, s.deep, s.leaf)):
        out += (
            vessel(
                180 + i * 122,
                360,
                0.19 + 0.03 * (i % 2),
                [(60, 120), (44, 170), (130, 270, 126, 350), (120, 470, 76, 500)],
                c,
            )
            if i % 2
            else ""
        )
    top = 640
    out += (
        rect(60, top, 1480, 54, WOOD)
        + rect(60, top + 42, 1480, 12, dark(WOOD))
        + rect(130, top + 54, 70, 210, dark(WOOD, 0.14))
        + rect(1400, top + 54, 70, 210, dark(WOOD, 0.14))
    )
    out += rect(200, top + 140, 1200, 30, dark(WOOD, 0.24)) + rect(0, 864, 1600, 36, s.rock)
    kind = s.dice.whole(0, 2)
    for i, words in enumerate(_CRAFTS):
        kind = i if s.named(*words) else kind
    mx = s.roll(560, 660)
    if kind == 0:
        out += oval(mx, top - 8, 150, 18, s.deep) + vessel(
            mx,
            top - 10,
            0.62,
            [(70, 130), (50, 190), (140, 270, 136, 370), (126, 480, 80, 500)],
            s.rock,
        )
        out += stroke(f"M{pts(mx - 62, 500)}h124M{pts(mx - 74, 540)}h148", s.soft, 9)
    elif kind == 3:
        for i in range(9):
            x, y = mx - 190 + (i % 4) * 98 + (49 if i > 6 else 0), top - 66 * (1 + i // 4)
            x += 49 if 3 < i < 7 else 0
            c = (s.accent, s.soft, s.mid)[i % 3]
            if i not in (7,):
                out += rect(x, y, 92, 64, c, 10) + rect(x, y, 26, 64, dark(c, 0.14), 10)
                out += rect(x + 40, y + 20, 34, 24, dark(c, 0.14), 4)
    elif kind == 4:
        out += rect(mx - 90, top - 30, 180, 30, s.rock, 6) + disc(mx, top - 160, 140, s.accent)
        out += disc(mx, top - 160, 116, SNOW) + disc(mx, top - 160, 10, s.deep)
        hour = range(0, 360, 30)
        ring = "".join(
            f"M{pts(mx + 98 * sin(radians(a)), top - 160 - 98 * cos(radians(a)))}v.1" for a in hour
        )
        out += stroke(ring, s.deep, 12)
        out += stroke(f"M{pts(mx, top - 160)}l56-40M{pts(mx, top - 160)}l-66-14", s.deep, 10)
        cog = f"M{pts(mx + 190, top - 62)}a46 46 0 1 0 .1 0Z"
        out += bars(cog, s.rock, 24, 12, 12) + stroke(cog, s.rock, 14)
    elif kind == 1:
        out += (
            rect(mx - 200, top - 270, 20, 270, s.rock)
            + rect(mx + 180, top - 270, 20, 270, s.rock)
            + rect(mx - 220, top - 280, 440, 22, s.rock)
            + rect(mx - 220, top - 26, 440, 26, s.rock)
        )
        out += "".join(rect(mx - 170 + i * 19, top - 260, 5, 236, SNOW) for i in range(18))
        out += "".join(
            rect(
                mx - 174,
                top - 50 - i * 17,
                342,
                17,
                (s.accent, s.soft, s.deep, s.accent, SUN)[i % 5],
            )
            for i in range(7)
        )
    else:
        out += (
            rect(mx - 190, top - 74, 380, 74, s.rock)
            + rect(mx - 190, top - 74, 120, 74, dark(s.rock))
            + path(f"M{pts(mx - 150, top - 74)}q40-140 150-150t150 60l-30 90Z", s.sand)
        )
        out += stroke(
            f"M{pts(mx + 40, top - 190)}L{pts(mx + 190, top - 300)}", s.accent, 24
        ) + stroke(f"M{pts(mx - 20, top - 146)}L{pts(mx + 44, top - 194)}", STEEL, 15)
        out += "".join(
            stroke(f"M{pts(mx - 210 - i * 44, top - 8)}q14-22 28 0", s.sand, 7) for i in range(4)
        )
    out += (
        _brushes(s, 1010, top)
        + rect(1140, top - 40, 200, 40, s.accent, 5)
        + rect(1160, top - 74, 170, 34, s.soft, 5)
        + rect(1130, top - 104, 190, 30, s.deep, 5)
    )
    out += (
        stroke("M400 0V70", s.deep, 6)
        + path("M310 150Q316 66 400 66T490 150Z", s.accent)
        + oval(400, 150, 60, 12, SUN)
    )
    return out + group(
        "translate(300 864)",
        rect(-86, -150, 172, 24, WOOD, 8),
        stroke("M-60-128L-86 0M60-128L86 0M-74-60H74", dark(WOOD), 15),
    )


def _brushes(s: Scene, x: float, top: float) -> str:
    """Brushes in a cup."""
    out = stroke(
        f"M{pts(x - 20, top - 60)}l-18-116M{pts(x, top - 60)}v-140M{pts(x + 20, top - 60)}l24-110",
        s.rock,
        9,
    )
    out += (
        oval(x - 40, top - 190, 11, 24, s.deep, -8)
        + oval(x, top - 214, 11, 26, s.accent)
        + oval(x + 46, top - 184, 11, 24, s.deep, 12)
    )
    return (
        out
        + poly((x - 52, top - 100, x + 52, top - 100, x + 42, top, x - 42, top), SNOW)
        + poly((x - 52, top - 100, x - 18, top - 100, x - 18, top, x - 42, top), dark(SNOW, 0.14))
    )
