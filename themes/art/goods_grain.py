"""Cereal, rice, pasta, noodles, nuts, dried fruit."""

from __future__ import annotations

from shapes import (
    WHITE,
    WOOD,
    Look,
    Profile,
    dark,
    disc,
    group,
    light,
    mix,
    oval,
    path,
    poly,
    pts,
    rect,
    shine,
    stroke,
    turned,
)
from vessels import box, heap, jar, pouch, sack
from windows import emblem, label


def cereal(k: Look) -> str:
    """Tall box with a bowl on it; pouch; jar of flakes with a scoop."""
    if k.form == 1:
        out = box(116, 112, k.label, side=42) + rect(126, 380, 190, 120, k.main)
        out += rect(84, 380, 42, 120, dark(k.main, 0.28)) + emblem(k, 126, 122, 190, 160, k.label)
        out += path("M160 330H284Q280 412 222 412Q164 412 160 330Z", WHITE)
        out += path("M160 330H196Q196 400 222 412Q164 412 160 330Z", "#DDD5D0")
        out += oval(222, 330, 62, 17, light(k.main, 0.3))
        dots = ((190, 326), (212, 334), (234, 325), (254, 332), (222, 322))
        out += "".join(disc(x, y, 8, dark(k.main, 0.12)) for x, y in dots)
        return out + shine(302, 132, 80, light(k.label, 0.85), 9)
    if k.form == 2:
        out = pouch(k, 112, 130, k.label, k.main) + emblem(k, 128, 186, 144, 150, k.label)
        out += path("M138 462Q138 350 200 350Q262 350 262 462Z", mix(k.main, k.label, 0.15))
        for i, (x, y) in enumerate(
            ((164, 440), (200, 446), (236, 438), (180, 408), (218, 404), (200, 376))
        ):
            out += oval(x, y, 17, 10, dark(k.main, 0.05 + 0.09 * (i % 2)), (i * 37) % 90 - 45)
        return out + shine(308, 240, 100, light(k.label, 0.85), 9)
    flakes = "".join(
        oval(x, y, 15, 9, light(k.main, 0.3), a)
        for x, y, a in (
            (110, 262, 20),
            (150, 276, -30),
            (196, 258, 10),
            (246, 272, 40),
            (284, 262, -16),
            (106, 470, 30),
            (286, 474, -20),
            (292, 440, 20),
        )
    )
    return jar(k, 112, 176, lid=WOOD, lid_h=40, lid_w=100, tag=(296, 150)) + flakes


def rice(k: Look) -> str:
    """Tied cloth sack; firm brick; paper bag and a bowl."""
    if k.form == 1:
        return (
            sack(124, 130, k.label, k.accent)
            + emblem(k, 126, 268, 148, 200, k.label)
            + shine(308, 310, 80, light(k.label, 0.85), 10)
        )
    if k.form == 2:
        out = rect(94, 196, 212, 304, k.main, 10) + rect(94, 196, 54, 304, dark(k.main, 0.16), 10)
        out += poly((104, 168, 296, 168, 306, 206, 94, 206), light(k.main, 0.4))
        out += label(k, 106, 262, 180, strip=54)
        return out + shine(290, 214, 36, light(k.main, 0.8), 8)
    out = box(88, 210, k.label, side=34, cx=142) + poly(
        (
            54,
            210,
            230,
            210,
            222,
            180,
            208,
            190,
            190,
            178,
            170,
            190,
            150,
            178,
            130,
            190,
            110,
            178,
            90,
            190,
            72,
            178,
        ),
        dark(k.label, 0.08),
    )
    out += emblem(k, 88, 220, 142, 200, k.label) + rect(54, 470, 176, 30, k.accent)
    grain = path("M232 416Q240 366 300 362Q360 366 368 416Z", light(k.main, 0.35))
    bowl: Profile = [(74, 412), (70, 480, 34, 488), (34, 500)]
    return out + grain + turned(bowl, k.accent, None, 300) + shine(350, 420, 34, light(k.accent), 8)


def pasta(k: Look) -> str:
    """Spaghetti in a band; bag with a view of short pasta; box with nests."""
    if k.form == 1:
        out = rect(134, 96, 132, 404, k.main) + rect(134, 96, 34, 404, dark(k.main, 0.16))
        out += "".join(rect(x, 96, 4, 404, dark(k.main, 0.14)) for x in (178, 194, 210, 226, 242))
        out += "".join(rect(x, 88, 12, 12, k.main, 4) for x in (136, 156, 178, 200, 222, 244))
        out += rect(116, 214, 168, 190, k.label) + rect(116, 214, 44, 190, dark(k.label, 0.13))
        return out + emblem(k, 154, 220, 126, 178, k.label) + shine(256, 116, 80, k.lit, 8)
    if k.form == 2:
        out = pouch(k, 110, 140, k.label, k.accent) + emblem(k, 128, 192, 144, 146, k.label)
        out += rect(108, 350, 184, 112, mix(k.main, k.deep, 0.45), 14)
        for i in range(10):
            x, y = 132 + (i % 5) * 34, 384 + (i // 5) * 46
            a = (i * 53) % 100 - 50
            out += group(
                f"rotate({pts(a, x, y)})",
                rect(x - 26, y - 8, 52, 16, k.main, 3),
                rect(x - 26, y - 8, 52, 5, dark(k.main, 0.14), 2),
            )
        return out + shine(306, 240, 90, light(k.label, 0.85), 9)
    out = ""
    for x in (112, 200, 288):
        out += path(
            f"M{pts(x - 50, 416)}Q{pts(x - 46, 326, x, 322)}Q{pts(x + 46, 326, x + 50, 416)}Z",
            k.main,
        )
        for r in (12, 24, 36):
            out += stroke(
                f"M{pts(x - r, 412)}Q{pts(x - r, 384 - r, x, 380 - r)}"
                f"Q{pts(x + r, 384 - r, x + r, 412)}",
                dark(k.main, 0.16),
                4,
            )
    out += rect(44, 400, 312, 100, k.label) + rect(44, 400, 78, 100, dark(k.label, 0.14))
    return (
        out
        + rect(44, 400, 312, 9, k.accent)
        + emblem(k, 130, 408, 180, 92, k.label)
        + shine(342, 418, 60, light(k.label, 0.85), 8)
    )


def noodles(k: Look) -> str:
    """Banded bundle; bowl and packet; square cakes."""
    if k.form == 1:
        out = ""
        for x in (112, 200, 288):
            out += rect(x - 36, 130, 72, 370, k.main, 5) + rect(
                x - 36, 130, 20, 370, dark(k.main, 0.15), 5
            )
            out += "".join(rect(x - 8 + i * 14, 130, 3, 370, dark(k.main, 0.12)) for i in range(3))
        out += rect(64, 250, 272, 150, k.label) + rect(64, 250, 68, 150, dark(k.label, 0.13))
        return (
            out
            + rect(64, 250, 272, 9, k.accent)
            + emblem(k, 132, 258, 190, 140, k.label)
            + shine(314, 150, 80, k.lit, 8)
        )
    if k.form == 2:
        sticks = stroke("M232 440L352 250M246 440L372 260", WOOD, 8)
        noodle = "".join(
            stroke(f"M{pts(92 + i * 26, 400)}q{pts(13, -40 - (i % 3) * 8, 26, 0)}", k.main, 12)
            for i in range(9)
        )
        leaf = oval(150, 384, 26, 10, "#6B9A55", -14)
        bowl: Profile = [(136, 392), (132, 474, 64, 482), (60, 500)]
        return (
            sticks
            + noodle
            + leaf
            + turned(bowl, k.label)
            + rect(64, 392, 272, 12, k.accent)
            + emblem(k, 140, 402, 130, 80, k.label)
            + shine(306, 412, 36, light(k.label, 0.85), 9)
        )
    out = pouch(k, 124, 190, k.label, k.accent) + emblem(k, 128, 240, 144, 130, k.label)
    out += rect(128, 384, 144, 92, k.main, 8)
    for i in range(4):
        out += stroke(
            f"M134 {pts(400 + i * 20)}q11-12 22 0t22 0t22 0t22 0t22 0t22 0", dark(k.main, 0.2), 4
        )
    return out + shine(322, 300, 90, light(k.label, 0.85), 9)


def _nut(x: float, y: float, turn: float, colour: str) -> str:
    """An almond-shaped nut."""
    return group(
        f"translate({pts(x, y)})rotate({pts(turn)})",
        path("M0-24Q24-4 14 14Q0 28-14 14Q-24-4 0-24Z", colour),
        path("M0-24Q-6 0 0 23Q-20 22-18 0Q-14-10 0-24Z", dark(colour)),
    )


def nuts(k: Look) -> str:
    """Pouch with nuts before it; jar; bowl."""
    pile = [(0, 0, 12), (38, 4, -40), (76, 2, 60), (20, -32, 80), (58, -30, -10)]
    if k.form == 1:
        out = pouch(k, 102, 150, k.label, k.accent) + emblem(k, 128, 206, 144, 180, k.label)
        out += "".join(_nut(262 + x, 476 + y, a, k.main) for x, y, a in pile)
        return out + shine(298, 240, 90, light(k.label, 0.85), 9)
    if k.form == 2:
        out = jar(k, 112, 186, lid=k.accent, lid_h=44, lid_w=104, tag=(306, 140))
        spots = (
            (112, 276),
            (150, 268),
            (190, 282),
            (232, 270),
            (276, 280),
            (112, 470),
            (160, 474),
            (214, 472),
            (262, 474),
        )
        return out + "".join(_nut(x, y, (x * 7) % 180, light(k.main, 0.18)) for x, y in spots)
    tops = "".join(
        _nut(x, y, (x * 11 + y) % 180, k.main if x % 3 else light(k.main, 0.2))
        for x, y in (
            (120, 386),
            (160, 372),
            (204, 378),
            (246, 370),
            (286, 388),
            (142, 348),
            (184, 340),
            (228, 342),
            (262, 352),
            (206, 316),
        )
    )
    bowl: Profile = [(144, 386), (138, 478, 76, 486), (70, 500)]
    return (
        tops
        + turned(bowl, k.label)
        + rect(56, 386, 288, 10, k.accent)
        + emblem(k, 136, 396, 136, 88, k.label)
        + shine(314, 408, 36, light(k.label, 0.85), 9)
    )


def dried_fruit(k: Look) -> str:
    """Jar; wooden tray; pouch with fruit before it."""
    if k.form == 1:
        out = jar(k, 104, 150, lid=WOOD, lid_h=44, tag=(282, 160))
        spots = (
            (122, 250, 20),
            (160, 242, -10),
            (206, 252, 30),
            (252, 244, -24),
            (282, 260, 10),
            (120, 470, 0),
            (168, 470, 24),
            (222, 472, -14),
            (272, 468, 8),
        )
        return out + "".join(oval(x, y, 21, 14, light(k.main, 0.25), a) for x, y, a in spots)
    if k.form == 2:
        out = ""
        for i in range(13):
            x, y = 84 + (i % 7) * 39 + (i // 7) * 20, 398 - (i // 7) * 30
            out += oval(x, y, 27, 21, k.main if i % 2 else light(k.main, 0.16), (i * 31) % 60 - 30)
            out += stroke(f"M{pts(x - 13, y + 2)}q10-9 20 0", dark(k.main), 4)
        out += rect(40, 404, 320, 96, WOOD) + rect(40, 404, 80, 96, dark(WOOD))
        return (
            out
            + rect(40, 448, 320, 4, dark(WOOD, 0.3))
            + label(k, 74, 412, 82)
            + shine(346, 418, 60, light(WOOD), 8)
        )
    out = pouch(k, 102, 140, k.label, k.main) + emblem(k, 128, 190, 144, 170, k.label)
    out += heap([(286, 470, 30), (336, 474, 26), (312, 432, 26)], k.main)
    return out + shine(298, 230, 90, light(k.label, 0.85), 9)
