"""Ham, seafood, tea, coffee, spices, supplements."""

from __future__ import annotations

from shapes import (
    GOLD,
    STEEL,
    WHITE,
    WOOD,
    Look,
    Profile,
    can,
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
from vessels import box, cup, jar, tin
from windows import emblem, label, tag


def ham(k: Look) -> str:
    """Leg on a stand; dry sausages under a band; slices on a board."""
    fat = mix(k.main, "#FBEBDD", 0.75)
    if k.form == 1:
        stand = rect(60, 478, 280, 22, WOOD) + rect(60, 478, 70, 22, dark(WOOD))
        stand += rect(298, 200, 18, 284, dark(WOOD, 0.1))
        leg = "M322 150Q338 138 344 156Q346 172 320 190Q296 222 284 300Q268 430 176 448Q92 456 88 380Q90 300 190 268Q262 244 296 184Q306 160 322 150Z"
        out = path(leg, k.main)
        out += path(
            "M88 380Q90 300 190 268Q236 252 262 232Q226 280 178 306Q126 340 138 444Q92 436 88 380Z",
            dark(k.main, 0.25),
        )
        out += path(
            "M148 428Q134 352 196 324Q250 318 262 352Q236 424 176 434Q160 434 148 428Z", fat
        )
        out += path(
            "M166 416Q158 360 202 342Q238 340 244 358Q224 410 182 418Z", mix(k.main, "#C23A3A", 0.3)
        )
        return stand + out + tag(k, 316, 206, 1.3) + shine(270, 300, 44, light(k.main, 0.5), 9)
    if k.form == 2:
        out = ""
        for x, top, c in ((122, 180, k.main), (200, 150, light(k.main, 0.12)), (278, 186, k.main)):
            prof: Profile = [
                (6, top),
                (8, top + 8),
                (40, top + 20, 40, top + 70),
                (42, 440),
                (42, 492, 8, 496),
                (8, 500),
            ]
            out += stroke(f"M{pts(x, top)}q-14-22 0-34q14 12 0 34", "#E9DEC8", 5)
            out += turned(prof, c, None, x)
            out += "".join(
                disc(x + dx, top + dy, 4, fat)
                for dx, dy in ((10, 70), (20, 110), (4, 100), (16, 280), (6, 296))
            )
        return (
            out
            + rect(72, 280, 256, 140, k.label)
            + rect(72, 280, 62, 140, dark(k.label, 0.13))
            + rect(72, 280, 256, 9, k.accent)
            + emblem(k, 134, 288, 184, 130, k.label)
            + shine(306, 226, 44, light(k.main, 0.5), 8)
        )
    out = rect(44, 468, 312, 32, WOOD, 8) + rect(44, 468, 78, 32, dark(WOOD), 8)
    for i in range(5):
        x = 110 + i * 38
        out += path(
            f"M{pts(x - 54, 468)}Q{pts(x - 58, 388, x, 386)}Q{pts(x + 58, 388, x + 54, 468)}Z", fat
        )
        out += path(
            f"M{pts(x - 44, 468)}Q{pts(x - 46, 400, x, 398)}Q{pts(x + 46, 400, x + 44, 468)}Z",
            k.main if i % 2 == 0 else dark(k.main, 0.1),
        )
    back = (
        box(104, 170, k.label, side=36)
        + rect(96, 170, 208, 32, k.accent)
        + rect(96, 170, 36, 32, dark(k.accent))
    )
    return (
        back
        + emblem(k, 132, 206, 170, 176, k.label)
        + out
        + shine(286, 420, 30, light(k.main, 0.5), 8)
    )


def _fish(x: float, y: float, s: float, colour: str) -> str:
    """A fish looking to the left."""
    return group(
        f"translate({pts(x, y)})scale({s:.2f})",
        path(
            "M-120 6Q-70-50 20-40Q70-32 92-6L136-36Q126 6 138 46L92 18Q50 50-20 48Q-84 44-120 6Z",
            colour,
        ),
        path(
            "M-120 6Q-84 44-20 48Q50 50 92 18L138 46Q132 30 131 14L92 6Q20 34-40 24Q-90 18-120 6Z",
            dark(colour, 0.2),
        ),
        stroke("M-74-22Q-58 4-72 28", dark(colour, 0.2), 5),
        disc(-92, -2, 6, "#2A2622"),
    )


def seafood(k: Look) -> str:
    """Flat tin standing on edge; jar; fish on a box."""
    if k.form == 1:
        out = rect(44, 244, 312, 256, mix(STEEL, k.main, 0.2), 62)
        out += path(
            "M106 244H150Q96 262 96 306V438Q96 482 150 500H106Q44 500 44 438V306Q44 244 106 244Z",
            dark(STEEL, 0.14),
        )
        out += rect(66, 264, 268, 216, k.label, 46) + _fish(196, 424, 0.78, k.main)
        out += emblem(k, 114, 268, 172, 108, k.label)
        pull = stroke("M298 262Q330 226 344 244T306 276", STEEL, 9)
        return out + pull + shine(346, 320, 90, WHITE, 9)
    if k.form == 2:
        out = jar(k, 116, 216, lid=GOLD, lid_h=44, lid_w=106, tag=(324, 130))
        rolls = "".join(
            oval(x, y, 26, 17, light(k.main, 0.3)) + oval(x, y, 13, 8, dark(k.main, 0.05))
            for x, y in ((118, 298), (172, 302), (226, 298), (280, 302), (122, 474), (278, 474))
        )
        return out + rolls
    plate = box(126, 356, k.label, side=44) + rect(74, 356, 252, 9, k.accent)
    plate += emblem(k, 120, 368, 200, 128, k.label)
    return _fish(192, 310, 1.1, k.main) + plate + shine(312, 380, 80, light(k.label, 0.85), 8)


def tea(k: Look) -> str:
    """Caddy; box with bags; round tin and a cup."""
    leaf = mix(k.main, "#5C7A3A", 0.25)
    if k.form == 1:
        out = rect(108, 190, 184, 310, k.main, 8) + rect(108, 190, 46, 310, dark(k.main), 8)
        out += rect(100, 178, 200, 66, k.accent, 8) + rect(100, 178, 50, 66, dark(k.accent), 8)
        out += rect(170, 152, 60, 28, k.accent, 8) + rect(170, 152, 16, 28, dark(k.accent), 6)
        return out + label(k, 66, 276, 180, cx=206) + shine(282, 262, 110, k.lit, 9)
    if k.form == 2:
        out = box(124, 276, k.label, side=44, cx=184) + rect(60, 276, 248, 48, k.main)
        out += rect(60, 276, 44, 48, dark(k.main)) + emblem(k, 104, 330, 204, 164, k.label)
        for x, t in ((112, -6), (164, 3), (216, -3), (268, 6)):
            out = (
                group(
                    f"rotate({pts(t, x, 276)})",
                    rect(x - 25, 196, 50, 100, WHITE, 4),
                    rect(x - 25, 196, 13, 100, "#E2DAD6", 4),
                    rect(x - 15, 240, 30, 50, leaf, 6),
                )
                + out
            )
        out += stroke("M268 204Q352 210 344 340", "#E8DFC8", 4) + rect(328, 338, 36, 40, k.accent)
        return out + shine(296, 340, 90, light(k.label, 0.85), 8)
    out = group(
        "translate(-62 0)",
        tin(k, 92, 280, lid=k.accent, lid_h=46),
        label(k, 92, 348, 118, strip=46),
        shine(280, 356, 90, light(k.label, 0.85), 8),
    )
    return (
        out
        + cup(308, 54, 74, WHITE, k.main)
        + stroke("M294 396q-12-16 0-32M320 396q-12-16 0-32", light(k.main, 0.5), 6)
    )


def coffee(k: Look) -> str:
    """Folded bag with valve; tin; block bag with a cup."""
    if k.form == 1:
        out = turned([(104, 190), (112, 330, 112, 470, 106, 500)], k.main)
        out += poly((96, 190, 304, 190, 296, 128, 104, 128), light(k.main, 0.14))
        out += poly((96, 190, 150, 190, 152, 128, 104, 128), dark(k.main, 0.08))
        out += rect(92, 150, 216, 15, k.accent) + disc(262, 228, 10, dark(k.main, 0.4))
        return out + label(k, 76, 262, 186, strip=16) + shine(300, 260, 100, k.lit, 9)
    if k.form == 2:
        out = tin(k, 104, 180, lid=STEEL, lid_h=36) + label(k, 104, 256, 170, strip=52)
        beans = "".join(
            group(
                f"translate({pts(x, y)})rotate({pts(a)})",
                oval(0, 0, 20, 14, dark(k.main, 0.12)),
                stroke("M-16 0q16-8 32 0", dark(k.main, 0.5), 3),
            )
            for x, y, a in ((318, 486, 0), (352, 484, 30), (336, 462, -24))
        )
        return out + beans + shine(292, 270, 130, light(k.label, 0.8), 9)
    out = (
        box(84, 196, k.label, side=34, cx=134)
        + rect(50, 196, 168, 40, k.main)
        + rect(50, 196, 34, 40, dark(k.main))
        + rect(58, 168, 152, 30, k.main, 3)
    )
    out += emblem(k, 84, 246, 134, 220, k.label) + shine(204, 260, 100, light(k.label, 0.8), 8)
    return (
        out
        + cup(294, 58, 84, k.accent, dark(k.main, 0.3))
        + stroke("M280 388q-12-16 0-32M306 388q-12-16 0-32", mix(k.main, WHITE, 0.6), 6)
    )


def spices(k: Look) -> str:
    """Small jar with sieve lid; mortar; tin with its spice in front."""
    if k.form == 1:
        out = jar(k, 86, 196, lid=STEEL, lid_h=66, lid_w=78, shoulder=20, tag=(316, 142))
        return out + "".join(disc(x, 214, 5, dark(STEEL, 0.5)) for x in (172, 200, 228))
    if k.form == 2:
        pestle = group("rotate(24 240 330)", rect(226, 190, 28, 170, light(WOOD, 0.2), 14))
        powder = path("M92 352Q130 296 200 292Q270 296 308 352Z", k.main)
        bowl: Profile = [(124, 344), (122, 440, 82, 470, 70, 476), (92, 484, 96, 500)]
        return (
            pestle
            + powder
            + turned(bowl, WOOD)
            + rect(72, 338, 256, 18, dark(WOOD, 0.1), 9)
            + label(k, 62, 370, 84)
            + shine(296, 366, 54, light(WOOD), 10)
        )
    out = rect(70, 290, 196, 210, k.label, 10) + rect(70, 290, 50, 210, dark(k.label, 0.13), 10)
    out += rect(62, 250, 212, 56, k.accent, 8) + rect(62, 250, 54, 56, dark(k.accent), 8)
    pile = path("M222 500Q262 430 306 424Q348 432 384 500Z", k.main) + path(
        "M222 500Q262 430 306 424Q276 460 270 500Z", dark(k.main)
    )
    return (
        out
        + emblem(k, 118, 310, 146, 180, k.label)
        + pile
        + shine(262, 262, 34, light(k.accent), 8)
    )


def supplements(k: Look) -> str:
    """Bottle; wide jar with capsules; box with a strip."""
    if k.form == 1:
        prof: Profile = [(64, 240), (94, 250, 94, 280), (94, 486), (94, 500, 80, 500)]
        lid = turned(can(72, 168, 240, 8), WHITE, "#D9D1CE")
        ribs = "".join(rect(x, 184, 5, 44, "#CFC6C3") for x in (180, 200, 220, 240))
        return (
            lid
            + ribs
            + turned(prof, k.main)
            + label(k, 94, 296, 160, strip=47)
            + shine(280, 306, 120, light(k.label, 0.85), 8)
        )
    if k.form == 2:
        out = jar(k, 104, 216, lid=WHITE, lid_h=60, lid_w=98, shoulder=18, cx=170)
        for x, y, a in ((310, 482, 0), (352, 484, 58), (318, 452, -24)):
            out += group(
                f"translate({pts(x, y)})rotate({pts(a)})",
                rect(-28, -14, 56, 28, k.main, 14),
                path("M-14-14H0V14H-14A14 14 0 0 1-14-14Z", k.accent),
            )
        return out
    out = (
        box(98, 206, k.label, side=36, cx=162)
        + rect(64, 206, 196, 34, k.accent)
        + rect(64, 206, 36, 34, dark(k.accent))
        + emblem(k, 100, 246, 160, 240, k.label)
    )
    strip = rect(246, 318, 112, 182, STEEL, 8) + rect(246, 318, 26, 182, dark(STEEL), 8)
    pills = "".join(oval(x, y, 17, 14, k.main) for x in (284, 330) for y in (346, 388, 430, 472))
    return out + strip + pills + shine(250, 258, 44, light(k.label, 0.85), 8)
