"""Cheese, butter, milk powder, chocolate, biscuits."""

from __future__ import annotations

from shapes import (
    WHITE,
    WOOD,
    Look,
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
from vessels import box, pouch, sack, tin
from windows import emblem, label


def cheese(k: Look) -> str:
    """Wedge with eyes; whole wheel with a cut; round in a wooden box."""
    rind = mix(k.main, "#8A5A2B", 0.45)
    if k.form == 1:
        out = poly((48, 500, 48, 372, 200, 268, 352, 372, 352, 500), k.main)
        out = path("M48 384L300 262Q352 300 356 384Z", light(k.main, 0.4))
        out += rect(48, 384, 308, 116, k.main) + path(
            "M300 262Q352 300 356 384H340Q336 304 286 269Z", rind
        )
        out += rect(340, 384, 16, 116, rind) + rect(48, 384, 70, 116, dark(k.main, 0.14))
        holes = dark(k.main, 0.24)
        out += disc(96, 452, 20, holes) + disc(306, 470, 16, holes) + disc(150, 404, 9, holes)
        out += oval(236, 322, 20, 10, k.main, -16) + oval(300, 352, 14, 7, k.main)
        return out + label(k, 58, 398, 90, cx=218) + shine(326, 398, 40, k.lit, 8)
    if k.form == 2:
        out = turned(can(158, 316, 500, 26), rind, None)
        out += oval(200, 322, 150, 30, light(rind, 0.3))
        out += poly((200, 322, 252, 350, 324, 340, 330, 500, 252, 500, 200, 470), k.main)
        out += poly((200, 322, 252, 350, 252, 500, 200, 470), dark(k.main, 0.16))
        out += disc(290, 400, 11, dark(k.main, 0.2)) + disc(276, 462, 8, dark(k.main, 0.2))
        out += label(k, 58, 366, 108, cx=128)
        return out + shine(342, 372, 66, light(rind, 0.6), 10)
    lid = disc(288, 400, 100, WOOD) + disc(288, 400, 88, k.label)
    lid += group("rotate(8 288 400)", emblem(k, 222, 330, 144, 146, k.label))
    out = turned(can(98, 388, 500, 6), WOOD, None, 118)
    out += turned(can(90, 356, 394, 14, 20), k.main, dark(k.main, 0.12), 118)
    return (
        lid + out + rect(20, 414, 196, 10, dark(WOOD, 0.15)) + shine(198, 432, 44, light(WOOD), 9)
    )


def butter(k: Look) -> str:
    """Block in open paper; butter on a dish; pot."""
    if k.form == 1:
        out = rect(40, 358, 280, 142, k.main, 6) + rect(40, 358, 40, 142, dark(k.main, 0.14), 6)
        out += poly(
            (112, 344, 336, 344, 336, 500, 112, 500, 128, 470, 110, 440, 128, 404, 112, 376),
            k.label,
        )
        out += poly(
            (112, 344, 148, 344, 148, 500, 112, 500, 128, 470, 110, 440, 128, 404, 112, 376),
            dark(k.label, 0.13),
        )
        return (
            out
            + rect(148, 486, 188, 14, k.accent)
            + emblem(k, 148, 350, 180, 132, k.label)
            + shine(324, 360, 70, light(k.label, 0.85), 8)
        )
    if k.form == 2:
        out = rect(112, 360, 184, 112, k.main, 5) + rect(112, 360, 50, 112, dark(k.main, 0.14), 5)
        out += poly((296, 366, 326, 366, 326, 472, 296, 472), light(k.main, 0.35))
        out += turned([(164, 466), (160, 492, 110, 492), (80, 500)], k.label)
        out += emblem(k, 166, 366, 124, 100, k.main)
        return out + shine(284, 372, 60, k.lit, 8)
    pot = turned([(104, 326), (112, 340), (112, 480), (112, 500, 96, 500)], k.label)
    top = turned([(92, 300), (100, 326), (100, 332)], k.main)
    curl = path("M150 304Q170 250 222 266Q262 280 252 304Z", light(k.main, 0.25))
    return (
        curl
        + top
        + pot
        + rect(88, 340, 224, 12, k.accent)
        + emblem(k, 136, 360, 140, 130, k.label)
        + shine(296, 366, 90, light(k.label, 0.85), 10)
    )


def milk_powder(k: Look) -> str:
    """Tin; standing pouch; low tin with a scoop."""
    if k.form == 1:
        out = tin(k, 116, 176, lid=WHITE, lid_h=44)
        return (
            out
            + label(k, 116, 262, 180, strip=58)
            + rect(84, 452, 232, 12, k.accent)
            + shine(300, 272, 150, light(k.label, 0.8), 9)
        )
    if k.form == 2:
        out = pouch(k, 108, 150, k.main, k.accent)
        return out + label(k, 70, 250, 176, strip=10) + shine(298, 250, 120, k.lit, 10)
    scoop = (
        stroke("M340 470L372 380", k.accent, 12)
        + turned([(30, 452), (26, 500)], k.accent, None, 334)
        + oval(334, 452, 30, 9, "#FFF9E8")
    )
    body = turned(can(124, 286, 500, 8), k.main, None, 160) + turned(
        can(129, 248, 292, 8), k.accent, None, 160
    )
    return (
        body
        + label(k, 124, 322, 140, cx=160, strip=62)
        + scoop
        + shine(272, 332, 110, light(k.label, 0.8), 9)
    )


def chocolate(k: Look) -> str:
    """Bar half out of its sleeve; open box of pralines; bag with a ribbon."""
    if k.form == 1:
        out = rect(102, 110, 196, 250, k.main, 6) + rect(102, 110, 50, 250, dark(k.main), 6)
        for row in range(3):
            for col in range(3):
                out += rect(114 + col * 60, 122 + row * 60, 52, 50, light(k.main, 0.12), 3)
                out += rect(114 + col * 60, 122 + row * 60, 14, 50, dark(k.main, 0.06), 3)
        foil = "M92 296L120 278L148 298L178 276L206 298L236 276L264 298L290 280L308 296V330H92Z"
        out += path(foil, "#DCD7CC") + rect(92, 318, 216, 182, k.label)
        out += rect(92, 318, 48, 182, dark(k.label, 0.14)) + rect(92, 318, 216, 10, k.accent)
        return out + emblem(k, 140, 330, 166, 166, k.label) + shine(284, 132, 36, k.lit, 8)
    if k.form == 2:
        lid = poly((50, 258, 350, 258, 330, 372, 70, 372), k.label) + poly(
            (50, 258, 122, 258, 130, 372, 70, 372), dark(k.label, 0.14)
        )
        lid += emblem(k, 130, 262, 170, 94, k.label)
        pieces = "".join(
            path(
                f"M{pts(x - 27, 430)}V{pts(388)}Q{pts(x, 342, x + 27, 388)}V430Z",
                k.main if i % 2 == 0 else light(k.main, 0.22),
            )
            + path(
                f"M{pts(x - 27, 430)}V{pts(388)}Q{pts(x - 22, 372, x - 12, 367)}V430Z", dark(k.main)
            )
            for i, x in enumerate((92, 146, 200, 254, 308))
        )
        tray = rect(44, 412, 312, 88, k.accent) + rect(44, 412, 78, 88, dark(k.accent))
        return lid + pieces + tray + rect(44, 446, 312, 14, k.label) + shine(318, 374, 24, k.lit, 8)
    out = sack(104, 150, k.label, k.accent) + emblem(k, 130, 276, 140, 190, k.label)
    squares = rect(292, 446, 54, 54, k.main, 4) + rect(292, 446, 16, 54, dark(k.main), 4)
    squares += rect(322, 470, 44, 30, light(k.main, 0.14), 3)
    return out + squares + shine(336, 454, 12, k.lit, 6)


def _biscuit(x: float, y: float, r: float, colour: str) -> str:
    """A round biscuit from the front, with holes."""
    out = disc(x, y, r, colour)
    out += path(
        f"M{pts(x, y - r)}A{pts(r, r)} 0 0 0 {pts(x, y + r)}Q{pts(x - r * 0.7, y, x, y - r)}Z",
        dark(colour, 0.14),
    )
    holes = ((-0.32, -0.32), (0.32, -0.32), (0, 0.05), (-0.32, 0.42), (0.32, 0.42))
    return out + "".join(
        disc(x + dx * r, y + dy * r, r * 0.08, dark(colour, 0.35)) for dx, dy in holes
    )


def biscuits(k: Look) -> str:
    """Round tin and a stack; packet with a view; box with a biscuit leaning on it."""
    if k.form == 1:
        lidded = tin(
            Look(k.label, k.label, k.accent, k.deep, k.soft, k.window, k.mark, 1),
            112,
            296,
            lid=k.accent,
            lid_h=40,
        )
        out = group(
            "translate(-54 0)",
            lidded,
            emblem(k, 120, 346, 170, 140, k.label),
            shine(298, 350, 90, light(k.label, 0.85), 9),
        )
        for i in range(4):
            out += turned(
                can(52, 464 - i * 32 + 6, 496 - i * 32 + 2, 11),
                k.main if i % 2 == 0 else light(k.main, 0.2),
                None,
                322 - (i % 2) * 7,
            )
        return out
    if k.form == 2:
        out = pouch(k, 102, 140, k.label, k.accent) + emblem(k, 128, 196, 144, 150, k.label)
        out += rect(120, 356, 160, 104, mix(k.label, k.deep, 0.35), 20)
        for x, y in ((156, 424), (204, 424), (250, 424), (180, 390), (228, 390)):
            out += _biscuit(x, y, 26, k.main)
        return out + shine(300, 260, 90, light(k.label, 0.85), 9)
    out = box(112, 216, k.label, side=40, cx=172) + rect(60, 216, 224, 36, k.accent)
    out += rect(60, 216, 40, 36, dark(k.accent))
    out += emblem(k, 100, 258, 184, 190, k.label)
    return out + _biscuit(306, 434, 66, k.main) + shine(350, 414, 34, k.lit, 8)
