"""Ceramics, plate, glass, knife, pan, cutting board."""

from __future__ import annotations

from shapes import (
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
    pts,
    rect,
    shine,
    stroke,
    turned,
)
from windows import emblem, inks, label, mark, tag, window


def _band(k: Look, y: float, w: float, ground: str) -> str:
    """A painted row: window between marks."""
    ink, second = inks(k, ground)
    out = window(k, 200, y, 54, ink)
    for dx in (0.42, 0.74):
        out += mark(k.mark, 200 - dx * w, y, 30, second, ground)
        out += mark(k.mark, 200 + dx * w, y, 30, second, ground)
    return out


def ceramics(k: Look) -> str:
    """Bowl; vase; teapot."""
    if k.form == 1:
        bowl: Profile = [(158, 300), (152, 440, 74, 476), (70, 500)]
        return (
            turned(bowl, k.main)
            + turned([(158, 296), (158, 306), (156, 322)], k.label)
            + _band(k, 376, 130, k.main)
            + shine(318, 336, 50, k.lit, 11)
        )
    if k.form == 2:
        vase: Profile = [
            (62, 130),
            (40, 160, 44, 210),
            (132, 250, 128, 340),
            (122, 430, 72, 462),
            (78, 500),
        ]
        out = turned(vase, k.main) + turned([(66, 122), (62, 136), (56, 144)], k.label)
        out += turned([(74, 476), (78, 490), (78, 500)], k.label)
        return (
            out
            + rect(158, 206, 84, 9, k.label)
            + _band(k, 340, 104, k.main)
            + shine(306, 300, 60, k.lit, 11)
        )
    out = stroke("M296 300Q378 290 366 372Q350 436 290 432", k.label, 20)
    out += path("M112 360Q70 350 44 274L72 266Q86 318 128 318Z", dark(k.main, 0.1))
    pot: Profile = [(62, 250), (122, 262, 128, 364), (126, 450, 70, 482), (70, 500)]
    out += (
        turned(pot, k.main)
        + turned([(20, 226), (66, 228, 72, 256)], k.label)
        + disc(200, 212, 19, k.label)
    )
    return out + _band(k, 366, 96, k.main) + shine(302, 322, 60, k.lit, 11)


def plate(k: Look) -> str:
    """Round plate on a stand; pile of plates; oval dish on a stand."""
    stand = stroke("M120 500L150 448M280 500L250 448", dark(WOOD), 14) + rect(
        96, 466, 208, 16, WOOD, 8
    )
    ink, second = inks(k, k.main)
    if k.form == 2:
        out = ""
        for i in range(6):
            y, w = 460 - i * 31, 162 - i * 4
            c = k.main if i % 2 == 0 else k.label
            foot: Profile = [(w - 34, y + 10), (w - 52, y + 34, 84, y + 34), (78, y + 40)]
            out += turned(foot, dark(c, 0.12)) + turned(can(w, y, y + 18, 9), c)
        bowl: Profile = [(104, 186), (100, 268, 56, 286), (50, 306)]
        return (
            out
            + turned(bowl, k.main)
            + rect(96, 182, 208, 10, k.accent)
            + window(k, 200, 240, 60, ink)
            + mark(k.mark, 248, 234, 28, second, k.main)
            + mark(k.mark, 152, 234, 28, second, k.main)
            + shine(286, 202, 30, k.lit, 9)
        )
    rx, ry = (160, 160) if k.form == 1 else (176, 124)
    cy = 470 - ry
    out = (
        oval(200, cy, rx, ry, k.main)
        + oval(200, cy, rx - 16, ry - 16, k.label)
        + oval(200, cy, rx - 24, ry - 24, k.main)
    )
    inner = (rx - 66, ry - 62)
    out += path(
        f"M{pts(200, cy - ry)}A{pts(rx, ry)} 0 0 0 {pts(200, cy + ry)}"
        f"A{pts(rx * 1.15, ry * 1.02)} 0 0 1 {pts(200, cy - ry)}Z",
        dark(k.main, 0.14),
    )
    out += oval(200, cy, inner[0], inner[1], light(k.main, 0.3))
    for dx, dy in (
        (1, 0),
        (-1, 0),
        (0, 1),
        (0, -1),
        (0.7, 0.7),
        (-0.7, 0.7),
        (0.7, -0.7),
        (-0.7, -0.7),
    ):
        out += mark(k.mark, 200 + dx * (rx - 44), cy + dy * (ry - 43), 28, second, k.main)
    return (
        out
        + window(k, 200, cy, inner[1] * 1.1, inks(k, light(k.main, 0.3))[0])
        + stand
        + shine(200 + inner[0] * 0.78, cy - 26, 44, WHITE, 9)
    )


def glass(k: Look) -> str:
    """Stemmed glass; two tumblers; carafe."""
    pale = mix(k.main, "#FFFFFF", 0.3)
    if k.form == 1:
        prof: Profile = [(92, 130), (116, 330, 10, 336), (10, 470), (84, 482, 88, 500)]
        out = turned(prof, pale) + path("M112 196Q126 322 200 334Q274 322 288 196Z", k.main)
        out += path("M112 196Q126 322 200 334Q160 300 150 196Z", dark(k.main))
        return (
            out
            + window(k, 200, 254, 70, inks(k, k.main)[0])
            + mark(k.mark, 200, 312, 20, inks(k, k.main)[1], k.main)
            + shine(272, 210, 60, light(k.main, 0.75), 10)
        )
    if k.form == 2:
        out = ""
        for x, top, c in ((126, 250, k.main), (284, 290, k.label)):
            out += turned([(80, top), (66, 490), (66, 500, 58, 500)], c, None, x)
            out += oval(x, top, 80, 12, light(c, 0.45))
        return (
            out
            + label(k, 42, 320, 120, cx=126, ground=light(k.main, 0.7))
            + "".join(rect(x, 320, 7, 140, dark(k.label, 0.12)) for x in (256, 282, 308, 334))
            + shine(182, 290, 110, light(k.main, 0.75), 9)
        )
    prof = [(64, 110), (34, 190, 36, 250), (40, 320, 128, 330, 128, 412), (128, 500, 80, 500)]
    out = turned(prof, pale) + turned(
        [(74, 344), (119, 366, 119, 414), (118, 490, 78, 491)], k.main
    )
    return (
        out
        + oval(200, 110, 64, 10, light(pale, 0.6))
        + rect(163, 240, 74, 12, k.accent, 6)
        + emblem(k, 140, 362, 126, 124, k.main)
        + shine(302, 386, 60, light(k.main, 0.75), 10)
    )


def knife(k: Look) -> str:
    """Chef's knife before a wooden stand; pocket knife; three on a rack."""
    grey = max(k.main[i : i + 2] for i in (1, 3, 5)), min(k.main[i : i + 2] for i in (1, 3, 5))
    bare = int(grey[0], 16) - int(grey[1], 16) < 24
    blade, grip = (k.main, k.label) if bare else (STEEL, k.main)
    if k.form == 1:
        board = light(WOOD, 0.25)
        out = rect(76, 200, 248, 276, board, 8) + rect(76, 200, 54, 276, dark(board), 8)
        out += rect(50, 468, 300, 32, WOOD, 6) + rect(50, 468, 80, 32, dark(WOOD), 6)
        out += path("M112 244H188V330Q184 410 124 452Q112 456 112 440Z", blade)
        out += path("M188 244V330Q184 410 124 452Q168 380 168 244Z", light(blade, 0.5))
        out += rect(112, 232, 76, 16, dark(blade, 0.3)) + rect(116, 84, 44, 152, grip, 14)
        out += rect(116, 84, 14, 152, dark(grip), 10)
        out += "".join(disc(142, y, 5, light(STEEL, 0.4)) for y in (116, 160, 204))
        return out + emblem(k, 206, 232, 110, 204, board) + shine(152, 104, 40, light(grip), 8)
    if k.form == 2:
        edge = group(
            "translate(0 28)",
            path("M150 306L346 108Q362 158 306 226L202 340Z", blade),
            path("M150 306L346 108L176 324Z", light(blade, 0.5)),
            stroke("M214 262L286 190", dark(blade), 5),
        )
        out = rect(92, 320, 216, 80, grip, 38) + path(
            "M130 320H168Q144 340 144 360T168 400H130Q92 396 92 360T130 320Z", dark(grip)
        )
        out += disc(134, 360, 8, light(STEEL, 0.4)) + disc(278, 360, 7, light(STEEL, 0.4))
        out = box_stand(k) + edge + out + emblem(k, 150, 410, 150, 86, k.label)
        return out + shine(250, 338, 24, light(grip), 8)
    out = rect(56, 470, 288, 30, WOOD, 4) + rect(56, 470, 80, 30, dark(WOOD), 4)
    for x, top, w in ((112, 90, 27), (206, 150, 22), (286, 210, 17)):
        tip = f"Q{pts(x - w, top, x + w, top - 10)}V330Z"
        out += path(f"M{pts(x - w, 330)}V{pts(top + 70)}{tip}", blade)
        lit = f"M{pts(x + w * 0.3, 330)}V{pts(top + 6)}L{pts(x + w, top - 10)}V330Z"
        out += path(lit, light(blade, 0.5)) + rect(x - w, 324, w * 1.84, 12, dark(blade))
        out += rect(x - w, 334, w * 1.8, 140, grip, 8)
        out += rect(x - w, 334, w * 0.6, 140, dark(grip), 8)
    string = stroke("M298 372Q324 364 338 382", inks(k, k.label)[1], 3)
    return out + tag(k, 338, 380, 0.95) + string + shine(122, 346, 60, light(grip), 8)


def box_stand(k: Look) -> str:
    """A low plinth in the label colour."""
    return (
        rect(96, 400, 208, 100, k.label)
        + rect(96, 400, 52, 100, dark(k.label, 0.14))
        + rect(96, 400, 208, 8, k.accent)
    )


def pan(k: Look) -> str:
    """Frying pan leaning, seen from above; casserole; saucepan."""
    if k.form == 1:
        out = (
            rect(184, 60, 32, 190, k.label, 14)
            + rect(184, 60, 11, 190, dark(k.label), 8)
            + disc(200, 84, 7, dark(k.label, 0.5))
        )
        out += disc(200, 362, 138, k.main) + path(
            "M200 224A138 138 0 0 0 200 500A150 138 0 0 1 200 224Z", dark(k.main, 0.25)
        )
        out += disc(200, 362, 108, mix(k.main, INKY, 0.4))
        return (
            out
            + emblem(k, 140, 290, 120, 144, mix(k.main, INKY, 0.4))
            + shine(322, 332, 50, k.lit, 10)
        )
    if k.form == 2:
        ears = rect(30, 340, 340, 26, dark(k.main, 0.1), 13)
        pot = turned(can(140, 318, 500, 30, 4), k.main)
        lid = turned([(20, 268), (120, 272, 148, 312), (148, 326)], k.label) + rect(
            172, 236, 56, 36, k.accent, 12
        )
        return (
            ears
            + pot
            + lid
            + emblem(k, 128, 346, 150, 134, k.main)
            + shine(316, 358, 80, k.lit, 12)
        )
    handle = rect(262, 318, 126, 26, dark(k.label, 0.1), 13) + disc(368, 331, 6, dark(k.label, 0.4))
    pot = turned(can(112, 286, 500, 20, 4), k.main, None, 158)
    return (
        handle
        + pot
        + turned([(118, 280), (118, 290), (112, 300)], light(k.main, 0.3), None, 158)
        + emblem(k, 90, 318, 150, 160, k.main)
        + shine(248, 326, 100, k.lit, 11)
    )


INKY = "#241F24"


def cutting_board(k: Look) -> str:
    """Board with a handle; round board; striped block with a knife."""
    grain = dark(k.main, 0.1)
    if k.form == 1:
        out = (
            rect(168, 90, 64, 140, k.main, 28)
            + rect(92, 190, 216, 310, k.main, 26)
            + rect(92, 210, 40, 290, dark(k.main, 0.18), 18)
        )
        out += disc(200, 124, 13, k.soft) + stroke("M170 240V470M260 230V360M282 400V480", grain, 4)
        return out + emblem(k, 148, 262, 120, 190, k.main) + shine(292, 230, 90, k.lit, 9)
    if k.form == 2:
        out = (
            rect(174, 110, 52, 120, k.main, 22)
            + disc(200, 140, 11, k.soft)
            + disc(200, 354, 146, k.main)
        )
        out += path("M200 208A146 146 0 0 0 200 500A168 146 0 0 1 200 208Z", dark(k.main, 0.18))
        out += disc(200, 354, 108, light(k.main, 0.2))
        return (
            out + emblem(k, 136, 276, 128, 156, light(k.main, 0.2)) + shine(330, 320, 60, k.lit, 10)
        )
    out = ""
    for i in range(6):
        out += rect(64 + i * 40, 210, 40, 290, k.main if i % 2 == 0 else k.label)
    out += rect(64, 210, 40, 290, dark(k.main)) + path("M332 146Q362 170 358 290V372H332Z", STEEL)
    out += rect(326, 364, 36, 136, WOOD, 8) + rect(326, 364, 11, 136, dark(WOOD), 6)
    return out + label(k, 56, 280, 150, cx=186, ground=k.soft) + shine(290, 226, 70, k.lit, 8)
