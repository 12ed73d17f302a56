"""Skincare, soap, perfume, candle, lamp, basket."""

from __future__ import annotations

from shapes import (
    GOLD,
    STEEL,
    WHITE,
    Look,
    Profile,
    can,
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
    shine,
    stroke,
    turned,
)
from windows import emblem, label, mark, window


def skincare(k: Look) -> str:
    """Low cream jar; tube on its cap; pump bottle."""
    if k.form == 1:
        out = turned(can(132, 356, 500, 20), k.main) + turned(can(136, 274, 350, 8, 14), k.label)
        return (
            out
            + rect(72, 350, 256, 8, k.accent)
            + emblem(k, 128, 364, 150, 126, k.main)
            + shine(306, 384, 76, k.lit, 11)
        )
    if k.form == 2:
        tube: Profile = [(84, 90), (84, 116), (84, 300, 70, 420), (66, 440)]
        out = turned(tube, k.main) + rect(116, 84, 168, 26, light(k.main, 0.3))
        out += turned([(58, 436), (62, 446), (62, 492), (62, 500, 54, 500)], k.accent)
        return out + label(k, 54, 180, 180) + shine(266, 150, 130, k.lit, 9)
    out = turned(flask(84, 30, 214, 224, 262, 500, 18), k.main)
    out += path("M168 100H246Q258 100 258 124H236V116H214V178H186V116H168Z", k.label)
    out += turned(can(38, 172, 218, 5), k.accent)
    return out + label(k, 60, 290, 170, strip=12) + shine(274, 286, 120, k.lit, 9)


def soap(k: Look) -> str:
    """Bar in a band; three bars in string; round soap on a dish."""
    if k.form == 1:
        out = rect(56, 300, 288, 200, k.main, 34) + path(
            "M90 300H118Q92 300 92 340V460Q92 500 118 500H90Q56 500 56 466V334Q56 300 90 300Z",
            dark(k.main, 0.16),
        )
        out += (
            rect(118, 300, 164, 200, k.label)
            + rect(118, 300, 8, 200, k.accent)
            + rect(274, 300, 8, 200, k.accent)
        )
        return out + emblem(k, 128, 304, 144, 192, k.label) + shine(318, 344, 90, k.lit, 11)
    if k.form == 2:
        out = ""
        for i, c in enumerate((k.main, light(k.main, 0.35), dark(k.main, 0.06))):
            y = 410 - i * 88
            x = (70, 80, 66)[i]
            out += rect(x, y, 260, 90, c, 18) + path(
                f"M{pts(x + 18, y)}H{pts(x + 50)}V{pts(y + 90)}H{pts(x + 18)}"
                f"Q{pts(x, y + 90, x, y + 72)}V{pts(y + 18)}Q{pts(x, y, x + 18, y)}Z",
                dark(c, 0.15),
            )
        out += rect(192, 230, 12, 270, k.accent)
        out += stroke(
            "M198 232Q150 180 130 206Q128 232 198 232Q250 178 268 206Q268 232 198 232", k.accent, 9
        )
        return out + label(k, 62, 316, 96) + shine(310, 254, 40, k.lit, 10)
    dish = turned([(150, 452), (146, 480, 96, 486), (90, 500)], k.label)
    out = turned([(40, 236), (116, 240, 124, 340), (124, 420, 92, 456), (80, 460)], k.main)
    return (
        out
        + dish
        + rect(50, 448, 300, 9, k.accent)
        + emblem(k, 138, 270, 124, 160, k.main)
        + shine(294, 310, 70, k.lit, 12)
    )


def perfume(k: Look) -> str:
    """Square flacon; round flacon; slender flacon with a bulb."""
    glass = mix(k.main, "#FFFFFF", 0.55)
    if k.form == 1:
        out = rect(86, 240, 228, 260, glass, 14) + rect(102, 300, 196, 184, k.main, 6)
        out += rect(86, 240, 40, 260, dark(glass, 0.12), 14) + rect(
            102, 300, 38, 184, dark(k.main), 6
        )
        out += (
            rect(170, 212, 60, 34, GOLD)
            + rect(152, 134, 96, 80, k.accent, 8)
            + rect(152, 134, 24, 80, dark(k.accent), 8)
        )
        return out + label(k, 52, 316, 146) + shine(286, 320, 120, k.lit, 9)
    if k.form == 2:
        ball: Profile = [(24, 228), (24, 246), (138, 256, 142, 372), (138, 470, 84, 500)]
        out = turned(ball, glass, dark(glass, 0.12))
        out += turned([(119, 350), (124, 440, 80, 478), (60, 484)], k.main)
        out += (
            rect(168, 204, 64, 30, GOLD)
            + disc(200, 160, 50, k.accent)
            + path("M200 110A50 50 0 0 0 200 210Q160 160 200 110Z", dark(k.accent))
        )
        return out + label(k, 56, 306, 140) + shine(314, 344, 70, k.lit, 11)
    prof: Profile = [(34, 190), (38, 214), (86, 470), (90, 500)]
    bulb = stroke("M186 168Q120 150 108 214", k.accent, 7) + oval(102, 252, 27, 38, k.accent)
    out = (
        bulb + turned(prof, k.main) + rect(172, 128, 56, 64, GOLD, 6) + rect(214, 144, 26, 16, GOLD)
    )
    return out + label(k, 46, 336, 132) + shine(250, 300, 60, k.lit, 9)


def _flame(x: float, y: float, s: float = 1) -> str:
    """A flame above its wick, foot at the point."""
    return group(
        f"translate({pts(x, y)})scale({s:.2f})",
        stroke("M0 14V-8", "#3A3030", 5),
        path("M0-78Q30-34 22-14Q0 8-22-14Q-28-36 0-78Z", "#F2A93B"),
        path("M2-40Q14-20 8-8Q0 2-8-8Q-12-22 2-40Z", "#FFF0BF"),
    )


def candle(k: Look) -> str:
    """In a tumbler; three pillars; in a tin with its lid leaning."""
    if k.form == 1:
        out = turned(
            can(110, 216, 500, 18, 4), mix(k.main, "#FFFFFF", 0.6), mix(k.main, "#DDD2D6", 0.5)
        )
        out += turned(can(101, 262, 486, 12, 3), k.main) + _flame(200, 262, 0.9)
        return out + label(k, 80, 310, 150, strip=26) + shine(292, 300, 110, k.lit, 10)
    if k.form == 2:
        out = ""
        for x, top, w, c in (
            (112, 300, 52, light(k.main, 0.3)),
            (300, 350, 52, dark(k.main, 0.07)),
            (208, 190, 58, k.main),
        ):
            out += _flame(x, top - 6, 0.8) + turned(can(w, top, 500, 5, 12), c, dark(c, 0.15), x)
        return out + label(k, 58, 330, 120, cx=208, strip=29) + shine(252, 220, 80, k.lit, 9)
    lid = disc(300, 410, 90, STEEL) + disc(300, 410, 74, mix(STEEL, WHITE, 0.3))
    out = lid + _flame(162, 318, 0.85) + turned(can(116, 326, 500, 14, 4), k.label, None, 162)
    out += rect(46, 326, 232, 14, k.main) + rect(46, 486, 232, 14, k.accent)
    return (
        out + emblem(k, 104, 346, 160, 136, k.label) + shine(262, 352, 100, light(k.label, 0.85), 9)
    )


def lamp(k: Look) -> str:
    """Table lamp; lantern; mosaic globe on a foot."""
    if k.form == 1:
        foot: Profile = [
            (14, 270),
            (14, 300),
            (72, 330, 72, 400),
            (66, 462, 30, 470),
            (74, 484, 78, 500),
        ]
        out = turned(foot, k.main) + turned([(78, 96), (134, 276)], k.label)
        return (
            out
            + rect(66, 268, 268, 12, k.accent)
            + emblem(k, 142, 110, 128, 150, k.label)
            + shine(252, 372, 50, k.lit, 10)
        )
    if k.form == 2:
        out = stroke("M150 190Q150 100 200 100T250 190", k.main, 9) + poly(
            (120, 240, 160, 180, 240, 180, 280, 240), k.main
        )
        out += rect(104, 240, 192, 20, k.main) + rect(118, 260, 164, 210, light(k.label, 0.3))
        out += _flame(200, 420, 1.1) + turned(can(30, 420, 470, 2), WHITE)
        out += (
            rect(112, 260, 16, 212, k.main)
            + rect(272, 260, 16, 212, k.main)
            + rect(96, 466, 208, 34, k.main, 4)
        )
        out += rect(96, 466, 56, 34, dark(k.main), 4) + rect(112, 260, 6, 212, dark(k.main))
        return (
            out
            + window(k, 200, 304, 58)
            + mark(k.mark, 250, 300, 26, k.deep, k.label)
            + mark(k.mark, 150, 300, 26, k.deep, k.label)
            + shine(258, 350, 80, "#FFFFFF", 8)
        )
    out = rect(182, 330, 36, 130, GOLD) + turned([(40, 452), (90, 470, 92, 500)], GOLD)
    ball: Profile = [(30, 110), (136, 130, 136, 230), (130, 330, 34, 352)]
    out += turned(ball, k.main) + turned(can(36, 92, 122, 6), GOLD)
    for y, w, c in ((160, 92, k.label), (304, 88, k.label)):
        for i in range(5):
            x = 200 + (i - 2) * w / 2.3
            out += poly((x, y - 20, x + 16, y, x, y + 20, x - 16, y), c if i % 2 == 0 else k.accent)
    return out + emblem(k, 130, 186, 140, 92, k.main) + shine(316, 204, 50, k.lit, 11)


def basket(k: Look) -> str:
    """With a handle; lidded; tall with two ears."""

    def weave(w0: float, w1: float, top: float, bottom: float) -> str:
        rows = int((bottom - top) / 26)
        out = ""
        for j in range(1, rows):
            y = top + j * 26
            w = w0 + (w1 - w0) * (y - top) / (bottom - top) - 8
            step = 2 * w / 8
            data = "".join(
                f"M{pts(200 - w + (i + 0.1 + 0.5 * (j % 2)) * step, y)}h{pts(step * 0.55)}"
                for i in range(8 - j % 2)
            )
            out += stroke(data, dark(k.main, 0.24), 7)
        return out

    if k.form == 1:
        out = stroke("M76 336Q80 130 200 130T324 336", dark(k.main, 0.12), 17)
        out += turned([(150, 320), (140, 470), (130, 500)], k.main) + weave(150, 134, 330, 500)
        return (
            out
            + rect(42, 308, 316, 26, k.label, 13)
            + label(k, 60, 364, 96)
            + shine(332, 350, 70, k.lit, 9)
        )
    if k.form == 2:
        out = turned([(126, 270), (142, 390, 126, 500)], k.main) + weave(130, 132, 280, 500)
        out += turned([(30, 190), (120, 196, 140, 262), (140, 282)], k.label) + disc(
            200, 182, 20, k.main
        )
        return (
            out
            + rect(60, 274, 280, 12, k.accent, 6)
            + label(k, 60, 322, 130)
            + shine(322, 320, 90, k.lit, 9)
        )
    out = stroke("M120 230Q116 110 164 110T206 230M196 230Q196 110 240 110T282 230", k.label, 15)
    out += turned([(126, 224), (116, 430), (96, 500)], k.main) + weave(124, 102, 232, 500)
    return (
        out
        + rect(66, 214, 268, 22, k.accent, 10)
        + label(k, 60, 288, 140)
        + shine(310, 250, 80, k.lit, 9)
    )
