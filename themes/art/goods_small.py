"""Leather bag, wallet, watch, toy, stationery."""

from __future__ import annotations

from shapes import (
    GOLD,
    INK,
    STEEL,
    WHITE,
    WOOD,
    Look,
    Profile,
    apart,
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
from windows import emblem, inks, label, mark, window


def leather_bag(k: Look) -> str:
    """Tote; satchel with a flap; round shoulder bag."""
    ink, second = inks(k, k.main)
    if k.form == 1:
        out = stroke("M138 250Q138 110 200 110T262 250", dark(k.main, 0.15), 15)
        out += turned([(118, 236), (138, 500)], k.main) + stroke(
            "M92 262L80 484M308 262L320 484", k.label, 4
        )
        out += (
            rect(82, 236, 236, 24, dark(k.main, 0.12))
            + disc(140, 262, 9, GOLD)
            + disc(262, 262, 9, GOLD)
        )
        return (
            out
            + window(k, 200, 362, 92, ink)
            + mark(k.mark, 200, 444, 40, second, k.main)
            + shine(300, 300, 110, k.lit, 10)
        )
    if k.form == 2:
        out = stroke("M110 300Q120 130 200 130T290 300", dark(k.label, 0.1), 13)
        out += rect(60, 270, 280, 230, k.main, 20) + rect(60, 270, 72, 230, dark(k.main), 20)
        flap = "M52 264Q52 250 66 250H334Q348 250 348 264V360Q348 420 288 420H112Q52 420 52 360Z"
        out += path(flap, light(k.main, 0.13)) + path(
            "M52 264Q52 250 66 250H126V420H112Q52 420 52 360Z", dark(k.main, 0.08)
        )
        out += rect(108, 380, 26, 72, k.label, 5) + rect(266, 380, 26, 72, k.label, 5)
        out += rect(104, 404, 34, 24, GOLD, 4) + rect(262, 404, 34, 24, GOLD, 4)
        return (
            out
            + emblem(k, 148, 268, 104, 136, light(k.main, 0.13))
            + shine(326, 276, 80, k.lit, 10)
        )
    out = stroke("M84 330Q92 90 200 90T316 330", dark(k.label, 0.14), 12) + disc(
        200, 364, 136, k.main
    )
    out += path("M200 228A136 136 0 0 0 200 500A160 136 0 0 1 200 228Z", dark(k.main))
    out += stroke("M90 330Q200 380 310 330", dark(k.main, 0.3), 6) + rect(186, 338, 28, 40, GOLD, 6)
    return (
        out
        + window(k, 200, 424, 64, ink)
        + mark(k.mark, 266, 420, 32, second, k.main)
        + mark(k.mark, 138, 420, 32, second, k.main)
        + shine(312, 380, 60, k.lit, 11)
    )


def wallet(k: Look) -> str:
    """Closed fold; open with cards; long purse with a clasp."""
    if k.form == 1:
        out = (
            rect(66, 276, 268, 224, dark(k.main, 0.22), 20)
            + rect(60, 286, 268, 214, k.main, 20)
            + rect(60, 286, 60, 214, dark(k.main), 20)
        )
        out += rect(268, 366, 76, 56, k.label, 14) + disc(300, 394, 10, GOLD)
        return (
            out
            + stroke("M130 304H312M130 482H312", k.label, 4)
            + emblem(k, 128, 312, 130, 164, k.main)
            + shine(312, 312, 40, k.lit, 9)
        )
    if k.form == 2:
        out = (
            rect(96, 214, 92, 100, k.label, 8)
            + rect(214, 196, 104, 120, WHITE, 8)
            + rect(214, 220, 104, 18, k.accent)
        )
        out += rect(40, 268, 320, 232, k.main, 18) + rect(40, 268, 156, 232, dark(k.main, 0.14), 18)
        out += rect(40, 330, 156, 170, dark(k.main, 0.26), 14) + rect(
            206, 300, 154, 10, dark(k.main, 0.26)
        )
        out += rect(206, 340, 154, 10, dark(k.main, 0.26)) + rect(
            194, 268, 6, 232, dark(k.main, 0.45)
        )
        return out + emblem(k, 212, 356, 140, 136, k.main) + shine(342, 284, 60, k.lit, 9)
    out = path(
        "M44 330Q44 300 74 300H326Q356 300 356 330L372 470Q374 500 344 500H56Q26 500 28 470Z",
        k.main,
    )
    out += path("M44 330Q44 300 74 300H120L104 500H56Q26 500 28 470Z", dark(k.main))
    out += (
        rect(48, 282, 304, 24, GOLD, 12)
        + disc(188, 274, 17, GOLD)
        + disc(214, 274, 17, light(GOLD, 0.3))
    )
    return out + label(k, 84, 350, 116, r=8) + shine(328, 330, 90, k.lit, 10)


def watch(k: Look) -> str:
    """Round on its strap; square; pocket watch on a stand."""
    face = light(k.label, 0.4) if k.form == 3 else mix(k.label, WHITE, 0.85)
    steel = STEEL if apart(STEEL, k.main) else dark(STEEL, 0.3)
    ink, second = inks(k, face)
    if k.form == 3:
        out = (
            stroke("M200 470Q96 440 120 180Q130 96 200 92", dark(WOOD, 0.1), 14)
            + rect(92, 466, 216, 34, WOOD, 6)
            + rect(92, 466, 60, 34, dark(WOOD), 6)
        )
        out += (
            stroke("M200 96V150", GOLD, 6)
            + rect(188, 138, 24, 34, GOLD, 6)
            + disc(200, 300, 130, k.main)
        )
        out += path("M200 170A130 130 0 0 0 200 430A150 130 0 0 1 200 170Z", dark(k.main))
        cy, r = 300, 104
        out += disc(200, cy, r, face)
    elif k.form == 1:
        strap = k.main
        out = poly((146, 60, 254, 60, 262, 180, 138, 180), strap) + poly(
            (138, 400, 262, 400, 254, 500, 146, 500), strap
        )
        out += poly((146, 60, 172, 60, 168, 180, 138, 180), dark(strap)) + poly(
            (138, 400, 168, 400, 172, 500, 146, 500), dark(strap)
        )
        out += (
            rect(316, 272, 26, 36, k.label, 6)
            + disc(200, 290, 126, steel)
            + path("M200 164A126 126 0 0 0 200 416A146 126 0 0 1 200 164Z", dark(steel))
            + disc(200, 290, 110, k.label)
        )
        cy, r = 290, 102
        out += disc(200, cy, r, face)
    else:
        strap = k.main
        out = rect(140, 50, 120, 450, strap) + rect(140, 50, 34, 450, dark(strap))
        out += (
            rect(310, 266, 24, 40, k.label, 6)
            + rect(88, 178, 224, 220, steel, 34)
            + rect(88, 178, 50, 220, dark(steel), 30)
            + rect(102, 192, 196, 192, k.label, 26)
        )
        cy, r = 288, 90
        out += rect(110, 200, 180, 176, face, 22)
    ticks = "".join(
        f"M{pts(200 + r * 0.8 * dx, cy + r * 0.8 * dy)}L{pts(200 + r * 0.92 * dx, cy + r * 0.92 * dy)}"
        for dx, dy in (
            (1, 0),
            (-1, 0),
            (0, 1),
            (0, -1),
            (0.87, 0.5),
            (0.5, 0.87),
            (-0.87, 0.5),
            (-0.5, 0.87),
            (0.87, -0.5),
            (0.5, -0.87),
            (-0.87, -0.5),
            (-0.5, -0.87),
        )
    )
    out += (
        stroke(ticks, second, 6)
        + window(k, 200, cy - r * 0.42, 42, ink)
        + mark(k.mark, 200, cy + r * 0.46, 24, second, face)
    )
    out += stroke(
        f"M{pts(200, cy)}L{pts(200 + r * 0.5, cy - r * 0.34)}M{pts(200, cy)}L{pts(200 - r * 0.46, cy + r * 0.02)}",
        "#2A2622",
        8,
    ) + disc(200, cy, 9, "#2A2622")
    return out + shine(200 + r * 0.66, cy + 18, 34, WHITE, 8)


def toy(k: Look) -> str:
    """Wooden train; bear; stacking rings."""
    if k.form == 1:
        out = rect(44, 396, 312, 46, k.label, 8) + rect(44, 396, 70, 46, dark(k.label), 8)
        out += (
            rect(60, 250, 120, 150, k.main, 6)
            + rect(60, 250, 36, 150, dark(k.main), 6)
            + rect(48, 226, 144, 28, k.accent, 8)
        )
        out += (
            rect(112, 278, 52, 56, k.soft, 4)
            + rect(176, 312, 164, 88, k.main, 40)
            + rect(176, 312, 60, 88, k.main)
        )
        out += poly((276, 312, 268, 236, 322, 236, 314, 312), k.accent)
        out += window(k, 218, 358, 52, inks(k, k.main)[0]) + mark(
            k.mark, 272, 356, 28, inks(k, k.main)[1], k.main
        )
        for x, r in ((108, 52), (222, 38), (306, 38)):
            out += (
                disc(x, 500 - r, r, dark(WOOD, 0.1))
                + disc(x, 500 - r, r * 0.55, WOOD)
                + disc(x, 500 - r, 6, dark(WOOD, 0.4))
            )
        return out + shine(318, 330, 34, k.lit, 10)
    if k.form == 2:
        c, d = k.main, dark(k.main)
        out = disc(122, 150, 42, d) + disc(278, 150, 42, c) + disc(278, 150, 22, k.label)
        out += oval(92, 370, 32, 66, d, 24) + oval(308, 370, 32, 66, dark(c, 0.08), -24)
        out += turned([(40, 280), (112, 300, 112, 400), (110, 470, 70, 492), (60, 492)], c)
        out += (
            oval(126, 462, 54, 38, d)
            + oval(274, 462, 54, 38, dark(c, 0.08))
            + oval(276, 466, 30, 22, k.label)
        )
        out += disc(200, 218, 104, c) + path(
            "M200 114A104 104 0 0 0 200 322A122 104 0 0 1 200 114Z", d
        )
        out += (
            oval(200, 250, 46, 36, k.label)
            + oval(200, 234, 17, 12, INK)
            + stroke("M200 240V256Q188 268 176 262M200 256Q212 268 224 262", INK, 5)
        )
        out += disc(158, 204, 9, INK) + disc(242, 204, 9, INK)
        out += (
            poly((200, 322, 152, 300, 152, 346), k.accent)
            + poly((200, 322, 248, 300, 248, 346), k.accent)
            + disc(200, 322, 13, k.accent)
        )
        return out + emblem(k, 158, 352, 84, 100, k.main) + shine(284, 190, 40, k.lit, 11)
    out = rect(188, 96, 24, 380, WOOD) + disc(200, 100, 32, k.accent)
    for i, c in enumerate((k.main, k.label, k.accent, k.main, light(k.main, 0.35))):
        w = 138 - i * 20
        y = 410 - i * 62
        out += rect(200 - w, y, 2 * w, 60, c, 30) + path(
            f"M{pts(200 - w + 30, y)}h{pts(w * 0.3)}q-20 30 0 60h{pts(-w * 0.3)}a30 30 0 0 1 0-60Z",
            dark(c),
        )
    out += rect(46, 470, 308, 30, WOOD, 10) + rect(46, 470, 90, 30, dark(WOOD), 10)
    return (
        out
        + window(k, 190, 380, 44, inks(k, k.label)[0])
        + mark(k.mark, 240, 380, 28, inks(k, k.label)[1], k.label)
        + shine(306, 424, 26, k.lit, 9)
    )


def stationery(k: Look) -> str:
    """Notebook with a pencil; pencils in a pot; ink and a pen."""
    if k.form == 1:
        out = (
            rect(92, 170, 216, 330, k.main, 10)
            + rect(92, 170, 46, 330, dark(k.main), 10)
            + rect(300, 180, 12, 312, WHITE)
        )
        out += label(k, 66, 226, 150, cx=212) + rect(272, 170, 14, 330, k.accent)
        out += (
            rect(330, 190, 28, 270, k.label)
            + rect(330, 190, 9, 270, dark(k.label))
            + poly((330, 460, 358, 460, 344, 500), WOOD)
            + poly((339, 486, 349, 486, 344, 500), INK)
            + rect(330, 170, 28, 24, k.accent, 4)
        )
        return out + shine(158, 400, 64, k.lit, 9)
    if k.form == 2:
        out = ""
        for i, (x, top) in enumerate(((128, 166), (164, 120), (204, 150), (242, 106), (276, 176))):
            c = (k.main, k.accent, k.label, light(k.main, 0.3), k.main)[i]
            out += (
                rect(x - 14, top + 36, 28, 260, c)
                + rect(x - 14, top + 36, 9, 260, dark(c))
                + poly((x - 14, top + 36, x + 14, top + 36, x, top), "#E3C08E")
                + poly((x - 5, top + 13, x + 5, top + 13, x, top), c)
            )
        pot = turned([(104, 300), (92, 500)], k.label)
        return (
            out
            + pot
            + rect(94, 300, 212, 14, k.accent)
            + emblem(k, 138, 322, 130, 168, k.label)
            + shine(280, 330, 90, light(k.label, 0.85), 9)
        )
    prof: Profile = [(44, 312), (44, 330), (108, 338, 112, 360), (112, 488), (112, 500, 100, 500)]
    out = (
        turned(prof, mix(k.main, WHITE, 0.15), None, 132)
        + rect(76, 256, 112, 60, k.accent, 8)
        + rect(76, 256, 30, 60, dark(k.accent), 8)
        + label(k, 74, 370, 112, cx=136)
    )
    pen = group(
        "translate(-16 2)rotate(9 320 490)",
        rect(304, 170, 32, 210, k.main, 14),
        rect(304, 170, 11, 210, dark(k.main), 8),
        rect(304, 300, 32, 12, GOLD),
        rect(308, 378, 24, 60, dark(k.main, 0.4)),
        poly((308, 436, 332, 436, 320, 496), GOLD),
        rect(330, 190, 8, 70, GOLD, 4),
    )
    return out + pen + shine(230, 378, 70, k.lit, 9)
