"""Knitwear, blanket, scarf, hat."""

from __future__ import annotations

from shapes import (
    WHITE,
    WOOD,
    Look,
    Profile,
    dark,
    disc,
    light,
    oval,
    path,
    poly,
    pts,
    rect,
    shine,
    stroke,
    turned,
)
from windows import emblem, inks, label, mark, tag, window


def _knit(x: float, y: float, w: float, colour: str, width: float = 5) -> str:
    """A row of knitted stitches."""
    n = int(w / 22)
    data = "".join(f"M{pts(x + i * 22, y)}l8 11l8-11" for i in range(n))
    return stroke(data, colour, width)


def wool_knit(k: Look) -> str:
    """Jumper; folded pile; cardigan."""
    sleeve = "M{0} 176L{1} 210Q{2} 340 {3} 470H{4}Q{5} 380 {6} 300Z"
    if k.form == 2:
        out = ""
        for i, c in enumerate((k.main, k.label, dark(k.main, 0.1))):
            y = 414 - i * 84
            out += rect(54, y, 292, 86, c, 26) + path(
                f"M80 {y}H126Q100 {y} 100 {y + 30}V{y + 56}Q100 {y + 86} 126 {y + 86}H80"
                f"Q54 {y + 86} 54 {y + 60}V{y + 26}Q54 {y} 80 {y}Z",
                dark(c),
            )
            out += _knit(124, y + 22, 200, dark(c, 0.14)) + _knit(124, y + 52, 200, dark(c, 0.14))
        out += rect(126, 206, 150, 44, dark(k.main, 0.2), 20)
        return out + tag(k, 262, 324, 1.15) + shine(326, 266, 44, light(k.main, 0.5), 9)
    c, d = k.main, dark(k.main)
    out = path(sleeve.format(130, 92, 56, 52, 104, 116, 140), d)
    out += path(sleeve.format(270, 308, 344, 348, 296, 284, 260), dark(c, 0.08))
    out += rect(50, 462, 56, 38, k.label, 6) + rect(294, 462, 56, 38, k.label, 6)
    out += path("M130 176Q166 158 166 158Q200 190 234 158Q234 158 270 176L278 480H122Z", c)
    out += path("M130 176L158 162Q150 320 160 480H122Z", d)
    if k.form == 1:
        out += stroke("M164 158Q200 192 236 158", k.label, 17) + rect(120, 466, 160, 34, k.label, 6)
        out += rect(127, 236, 146, 54, k.label) + rect(127, 236, 32, 54, dark(k.label, 0.14))
        out += "".join(
            mark(k.mark, x, 263, 34, inks(k, k.label)[1], k.label) for x in (166, 205, 244)
        )
        out += (
            _knit(168, 400, 100, d)
            + _knit(168, 430, 100, d)
            + window(k, 216, 346, 62, inks(k, c)[0])
        )
        return out + shine(264, 310, 80, light(c, 0.5), 8)
    out += poly((166, 158, 234, 158, 200, 290), k.soft) + stroke(
        "M164 160L200 292L236 160M200 292V480", k.label, 15
    )
    out += rect(120, 466, 160, 34, k.label, 6)
    out += "".join(disc(200, y, 7, inks(k, k.label)[0]) for y in (312, 356, 400, 444))
    out += window(k, 242, 330, 50, inks(k, c)[0]) + mark(k.mark, 242, 384, 28, inks(k, c)[1], c)
    return out + _knit(212, 424, 60, d) + shine(268, 230, 70, light(c, 0.5), 8)


def blanket(k: Look) -> str:
    """Folded pile with fringe; roll in straps; hung over a rail."""
    if k.form == 1:
        out = ""
        for i in range(3):
            y = 414 - i * 74
            c = (k.main, light(k.main, 0.18), k.main)[i]
            out += rect(50, y, 300, 86, c, 40) + rect(50, y, 90, 86, dark(c), 40)
            out += rect(96, y, 34, 86, dark(k.label, 0.15)) + rect(262, y, 34, 86, k.label)
        out += stroke("".join(f"M{x} 352v34" for x in range(146, 258, 12)), light(k.main, 0.35), 6)
        return (
            out
            + rect(140, 266, 122, 88, light(k.main, 0.18))
            + label(k, 50, 280, 78, cx=200)
            + shine(322, 284, 40, light(k.main, 0.6), 10)
        )
    if k.form == 2:
        out = rect(44, 330, 312, 170, k.main, 70) + path(
            "M114 330H150Q100 350 100 415T150 500H114Q44 500 44 415T114 330Z", dark(k.main)
        )
        out += stroke(
            "M300 352Q340 366 334 420T286 470Q258 450 270 412T304 392", light(k.main, 0.3), 10
        )
        out += rect(118, 324, 22, 176, k.label, 4) + rect(236, 324, 22, 176, k.label, 4)
        out += stroke("M129 326Q132 226 190 226T247 326", k.label, 16)
        return (
            out + emblem(k, 142, 352, 92, 130, k.main) + shine(330, 372, 24, light(k.main, 0.7), 8)
        )
    out = stroke("M56 500V122M344 500V122", dark(WOOD), 16) + stroke("M40 150H360", WOOD, 18)
    out += rect(84, 140, 232, 300, k.main, 8) + rect(84, 140, 60, 300, dark(k.main), 8)
    out += "".join(
        rect(84, y, 232, h, k.label) + rect(84, y, 60, h, dark(k.label, 0.16))
        for y, h in ((176, 12), (196, 26), (372, 26), (406, 12))
    )
    out += stroke("".join(f"M{x} 444v30" for x in range(92, 314, 13)), k.main, 6)
    return out + emblem(k, 140, 232, 140, 134, k.main) + shine(298, 240, 90, light(k.main, 0.6), 10)


def scarf(k: Look) -> str:
    """Folded silk square; tied scarf; rolled shawl with a tassel fringe."""
    if k.form == 1:
        out = poly((56, 246, 344, 246, 344, 500, 56, 500), k.label)
        out += rect(56, 246, 70, 254, dark(k.label, 0.14)) + rect(76, 266, 248, 234, k.main)
        out += rect(76, 266, 50, 234, dark(k.main)) + poly(
            (200, 278, 312, 390, 200, 496, 126, 424, 126, 352), k.label
        )
        out += emblem(k, 152, 318, 96, 140, k.label)
        for x, y in ((150, 296), (292, 296), (292, 470), (150, 478)):
            out += mark(k.mark, x, y, 34, inks(k, k.main)[0], k.main)
        return (
            out
            + poly((56, 246, 344, 246, 326, 226, 74, 226), light(k.label, 0.4))
            + shine(334, 280, 120, light(k.label, 0.85), 7)
        )
    if k.form == 2:
        out = path("M128 264L110 470H190L206 280Z", dark(k.main, 0.1)) + path(
            "M196 270L226 488H306L266 262Z", k.main
        )
        out += rect(112, 420, 80, 14, k.label) + poly(
            (216, 418, 293, 414, 299, 446, 221, 450), k.label
        )
        fringe = "".join(f"M{x} 470v26" for x in range(116, 190, 12)) + "".join(
            f"M{x} 486v10" for x in range(230, 306, 12)
        )
        out += stroke(fringe, dark(k.main, 0.1), 6)
        out += path("M82 170Q90 92 200 92T318 170Q316 262 200 268Q86 262 82 170Z", k.main)
        out += path(
            "M82 170Q90 92 200 92Q120 110 124 176Q124 244 200 268Q86 262 82 170Z", dark(k.main)
        )
        out += oval(200, 162, 74, 36, dark(k.main, 0.42))
        out += stroke("M112 206Q200 262 290 206", k.label, 15)
        out += rect(160, 226, 80, 66, light(k.main, 0.14), 20)
        return (
            out
            + window(k, 254, 350, 60, inks(k, k.main)[0])
            + mark(k.mark, 260, 398, 24, inks(k, k.main)[1], k.main)
            + shine(298, 150, 50, light(k.main, 0.6), 10)
        )
    out = ""
    for y, c, w in ((404, k.main, 150), (318, k.label, 140), (240, light(k.main, 0.2), 128)):
        out += rect(200 - w, y, 2 * w, 96 if y == 404 else 92, c, 44) + path(
            f"M{pts(200 - w + 44, y)}h34q-34 14-34 48t34 44h-34q-44 0-44-44t44-48Z", dark(c, 0.18)
        )
        out += stroke(f"M{pts(200 + w - 36, y + 24)}q22 6 18 28t-26 18t-14-26", dark(c, 0.18), 7)
    out += rect(176, 236, 40, 264, WHITE) + rect(176, 236, 9, 264, "#E0D6D6")
    return (
        out
        + window(k, 200, 390, 44, k.accent)
        + mark(k.mark, 200, 436, 26, k.deep, WHITE)
        + shine(266, 256, 26, light(k.main, 0.7), 8)
    )


def hat(k: Look) -> str:
    """Broad straw hat; knitted cap; felt hat."""
    ink, second = inks(k, k.label)
    if k.form == 2:
        out = disc(200, 180, 44, k.label) + path(
            "M200 136A44 44 0 0 0 200 224Q164 180 200 136Z", dark(k.label)
        )
        out += turned([(30, 204), (132, 226, 138, 420)], k.main)
        for y, w in ((262, 150), (300, 196), (338, 218), (376, 218)):
            out += _knit(200 - w / 2 + 4, y, w, dark(k.main, 0.16))
        out += turned([(150, 410), (154, 418), (154, 484), (154, 500, 140, 500)], k.label)
        out += "".join(mark(k.mark, x, 456, 38, second, k.label) for x in (148, 252))
        return out + window(k, 200, 456, 60, ink) + shine(306, 290, 70, light(k.main, 0.6), 11)
    if k.form == 1:
        crown: Profile = [(80, 290), (104, 300, 108, 340), (116, 440)]
        out = turned([(20, 430), (150, 434, 190, 478), (196, 500, 176, 500)], k.main) + turned(
            crown, k.main
        )
        out += turned([(111, 386), (118, 440), (118, 446)], k.label)
        out += "".join(
            stroke(f"M{x0} 306L{x1} 376", dark(k.main, 0.14), 5)
            for x0, x1 in ((150, 140), (182, 178), (216, 220), (250, 258))
        )
        return (
            out
            + window(k, 196, 415, 46, ink)
            + mark(k.mark, 250, 416, 26, second, k.label)
            + mark(k.mark, 142, 416, 26, second, k.label)
            + shine(284, 318, 44, k.lit, 10)
        )
    out = path("M96 430Q84 270 128 252Q168 236 200 262Q232 236 272 252Q316 270 304 430Z", k.main)
    out += path("M96 430Q84 270 128 252Q150 242 166 250Q132 300 146 430Z", dark(k.main))
    out += path(
        "M26 430Q10 490 90 500H310Q390 490 374 430Q340 456 304 446H96Q60 456 26 430Z",
        dark(k.main, 0.08),
    )
    out += path("M94 378Q200 404 306 378L306 446Q200 466 94 446Z", k.label)
    return (
        out
        + window(k, 200, 426, 44, ink)
        + mark(k.mark, 262, 422, 26, second, k.label)
        + shine(286, 296, 60, k.lit, 11)
    )
