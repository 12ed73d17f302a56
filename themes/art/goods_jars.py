"""Honey, jam, syrup, wine, oil, vinegar, sauce, juice, milk: what stands in glass."""

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
    flask,
    light,
    mix,
    path,
    poly,
    rect,
    shine,
    stroke,
    turned,
)
from vessels import bottle, box, dipper, heap, jar, spoon
from windows import emblem, label

CORK = "#B98B5E"


def honey(k: Look) -> str:
    """Squat jar; six-sided jar with a dipper; tall jar under paper."""
    if k.form == 1:
        return jar(k, 138, 186, lid=GOLD, lid_h=52)
    if k.form == 2:
        glass = dark(k.main, 0.08)
        faces = poly((86, 250, 206, 250, 206, 500, 110, 500, 70, 470, 70, 280), glass)
        faces += poly((70, 280, 86, 250, 126, 250, 118, 500, 110, 500, 70, 470), dark(k.main, 0.3))
        faces += poly(
            (206, 250, 234, 250, 250, 280, 250, 470, 214, 500, 196, 500), light(k.main, 0.3)
        )
        body = poly(
            (102, 232, 218, 232, 250, 280, 250, 476, 226, 500, 94, 500, 70, 476, 70, 280), k.main
        )
        body += poly(
            (102, 232, 128, 232, 112, 280, 112, 476, 124, 500, 94, 500, 70, 476, 70, 280),
            dark(k.main, 0.22),
        )
        lid = turned(can(66, 186, 236, 8), k.accent, None, 160)
        return (
            body
            + lid
            + label(k, 48, 304, 150, cx=160)
            + shine(230, 300, 90, k.lit, 10)
            + dipper(318, 210, 9)
        )
    cloth = turned([(70, 150), (86, 170, 84, 196), (104, 214, 112, 232)], k.label)
    cloth += rect(114, 190, 172, 10, k.accent, 5)
    return jar(k, 104, 158, lid=k.label, lid_h=60, lid_w=84, tag=(300, 160)) + cloth


def jam(k: Look) -> str:
    """Jar under a checked cloth; low jar with fruit; tall jar with spoon."""
    if k.form == 1:
        base = jar(k, 116, 200, lid=k.label, lid_h=50)
        cap = turned([(98, 190), (110, 200, 108, 226), (126, 250, 138, 276), (128, 284)], k.label)
        checks = "".join(rect(x, 192, 12, 80, k.accent) for x in (112, 148, 184, 220, 256, 284))
        checks = "".join(
            poly((x0, 192, x0 + 12, 192, x1 + 13, 282, x1, 282), k.main)
            for x0, x1 in ((116, 86), (150, 137), (188, 187), (226, 240), (262, 290))
        )
        return base + cap + checks + rect(90, 226, 220, 11, k.accent, 5)
    if k.form == 2:
        fruit = heap([(330, 462, 38), (356, 478, 22)], k.main)
        leaf = path("M330 426Q336 396 372 396Q366 430 330 426Z", "#5F8A4C")
        return jar(k, 126, 250, lid=k.accent, lid_h=44, cx=160) + fruit + leaf
    return spoon(316, 200, 10) + jar(k, 92, 130, lid=WHITE, lid_h=44, lid_w=82, cx=180)


def syrup(k: Look) -> str:
    """Flagon with a finger loop; flat flask; slim bottle."""
    if k.form == 1:
        loop = stroke("M236 214Q290 200 282 262", dark(k.main, 0.1), 15)
        prof = flask(112, 30, 160, 214, 326)
        return loop + bottle(
            k, prof, 112, cap=k.accent, cap_w=36, cap_y=126, cap_h=52, tag=(336, 128)
        )
    if k.form == 2:
        leaf: Profile = [(24, 180), (24, 222), (140, 222, 150, 300, 150, 372), (150, 500, 90, 500)]
        out = turned(leaf, k.main) + turned(can(30, 140, 196, 4, 7), k.accent)
        return out + label(k, 88, 312, 130, strip=14) + shine(312, 330, 70, k.lit, 12)
    return bottle(
        k,
        flask(66, 22, 96, 196, 276),
        66,
        cap=CORK,
        cap_w=20,
        cap_y=66,
        cap_h=44,
        tag=(312, 150),
        spread=1,
    )


def wine(k: Look) -> str:
    """High-shouldered; sloping; tall and slender: three bottles."""
    if k.form == 1:
        return bottle(
            k,
            flask(72, 24, 40, 178, 236),
            72,
            cap=k.accent,
            cap_w=26,
            cap_y=30,
            cap_h=96,
            tag=(286, 156),
            spread=1,
        )
    if k.form == 2:
        prof: Profile = [
            (24, 60),
            (24, 140),
            (28, 220, 84, 240, 84, 330),
            (84, 486),
            (84, 500, 70, 500),
        ]
        return bottle(
            k, prof, 84, cap=k.deep, cap_w=27, cap_y=50, cap_h=82, tag=(330, 120), spread=0.8
        )
    slim: Profile = [
        (19, 30),
        (19, 100),
        (22, 190, 60, 210, 60, 310),
        (60, 486),
        (60, 500, 48, 500),
    ]
    glass: Profile = [(48, 300), (56, 392, 5, 396), (5, 484), (40, 490, 42, 500)]
    side = turned(glass, "#DDE5E6", "#C5CFD3", 322)
    side += path("M272 344Q280 388 322 392Q364 388 372 344Z", mix(k.main, "#FFFFFF", 0.12))
    bot = bottle(k, slim, 60, cap=k.label, cap_w=21, cap_y=22, cap_h=74, tag=(332, 120), spread=1)
    return f'<g transform="translate(-40 0)">{bot}</g>{side}'


def oil(k: Look) -> str:
    """Square bottle; tin with spout; round bottle with a stopper."""
    if k.form == 1:
        prof: Profile = [(24, 130), (24, 186), (76, 196, 80, 206, 80, 236), (80, 494), (80, 500)]
        pour = path("M186 100L192 66L206 60L212 100Z", STEEL)
        return pour + bottle(k, prof, 80, cap=k.deep, cap_w=28, cap_y=96, cap_h=50, tag=(270, 176))
    if k.form == 2:
        body = box(98, 170, k.label, side=40) + rect(102, 170, 196, 26, k.main)
        body += rect(102, 470, 196, 30, k.main) + rect(102, 170, 40, 26, dark(k.main))
        body += rect(102, 470, 40, 30, dark(k.main))
        spout = rect(228, 128, 36, 46, k.deep, 4) + stroke("M130 170V146H190V170", STEEL, 9)
        return (
            spout
            + body
            + emblem(k, 148, 200, 144, 266, k.label)
            + shine(286, 210, 90, light(k.label, 0.8), 9)
        )
    round_: Profile = [(22, 150), (22, 226), (24, 262, 130, 270, 130, 380), (130, 500, 70, 500)]
    stop = disc(200, 96, 27, WOOD) + rect(186, 116, 28, 44, CORK, 3)
    ear = stroke("M214 196Q300 190 296 300", dark(k.main, 0.1), 13)
    return (
        ear
        + stop
        + turned(round_, k.main)
        + rect(172, 176, 56, 16, k.accent, 4)
        + label(k, 70, 320, 140, strip=6)
        + shine(300, 330, 90, k.lit, 12)
    )


def vinegar(k: Look) -> str:
    """Cone bottle with cork; square flask; round flask with glass stopper."""
    if k.form == 1:
        prof: Profile = [(20, 140), (20, 190), (24, 260, 108, 420, 108, 480), (108, 500, 92, 500)]
        cork = rect(185, 104, 30, 56, CORK, 4)
        return (
            cork
            + turned(prof, k.main)
            + rect(172, 140, 56, 14, k.accent, 6)
            + label(k, 52, 352, 128)
            + shine(276, 420, 56, k.lit, 10)
        )
    if k.form == 2:
        prof = [(34, 220), (34, 256), (104, 262, 106, 270, 106, 292), (106, 494), (106, 500)]
        return bottle(k, prof, 106, cap=k.accent, cap_w=40, cap_y=178, cap_h=58, tag=(320, 152))
    prof = [(18, 110), (18, 280), (20, 320, 92, 318, 92, 404), (92, 500, 52, 500)]
    stop = disc(200, 72, 30, mix(k.main, "#FFFFFF", 0.5)) + rect(190, 96, 20, 24, STEEL)
    return (
        stop
        + turned(prof, k.main)
        + rect(168, 106, 64, 14, k.accent, 6)
        + label(k, 52, 350, 116)
        + shine(272, 374, 56, k.lit, 10)
    )


def sauce(k: Look) -> str:
    """Table bottle; jar; little jug with a cork."""
    if k.form == 1:
        return bottle(
            k,
            flask(74, 27, 150, 210, 290),
            74,
            cap=k.accent,
            cap_w=32,
            cap_y=106,
            cap_h=60,
            tag=(318, 144),
            spread=1,
        )
    if k.form == 2:
        return jar(k, 112, 216, lid=k.deep, lid_h=54, lid_w=104, shoulder=20) + rect(
            96, 262, 208, 9, k.label
        )
    jug: Profile = [(34, 220), (34, 258), (130, 286, 132, 330, 132, 390), (132, 500, 104, 500)]
    ear = stroke("M234 240Q316 232 306 320", dark(k.main), 18)
    return (
        ear
        + rect(178, 178, 44, 56, CORK, 5)
        + turned(jug, k.main)
        + label(k, 78, 330, 130, strip=12)
        + shine(304, 350, 76, k.lit, 12)
    )


def juice(k: Look) -> str:
    """Wide-necked bottle; carton with a slanted top; swing-top bottle and glass."""
    if k.form == 1:
        return bottle(
            k,
            flask(88, 44, 150, 186, 270),
            88,
            cap=k.accent,
            cap_w=50,
            cap_y=116,
            cap_h=50,
            tag=(310, 150),
            spread=1,
        )
    if k.form == 2:
        body = box(92, 210, k.main, side=44) + poly(
            (108, 210, 292, 210, 262, 136, 138, 136), light(k.main, 0.25)
        )
        body += poly((108, 210, 152, 210, 166, 136, 138, 136), k.main)
        body += rect(138, 112, 124, 26, k.label) + disc(214, 176, 17, k.deep)
        body += rect(152, 262, 140, 190, k.label)
        return body + emblem(k, 152, 262, 140, 190, k.label) + shine(280, 222, 30, k.lit, 9)
    bot = bottle(
        k,
        flask(72, 20, 110, 180, 280),
        72,
        cap=WHITE,
        cap_w=17,
        cap_y=78,
        cap_h=38,
        tag=(320, 140),
        spread=1,
    )
    clip = stroke("M176 150V100M224 150V100", STEEL, 5)
    glass = poly((284, 360, 380, 360, 368, 500, 296, 500), "#DCE6E8")
    glass += poly((287, 396, 377, 396, 369, 490, 295, 490), k.main)
    glass += poly((287, 396, 308, 396, 312, 490, 295, 490), dark(k.main))
    return f'<g transform="translate(-60 0)">{bot}{clip}</g>{glass}'


def milk(k: Look) -> str:
    """Glass bottle; gabled carton; churn."""
    glass = mix(k.main, "#BFD3DC", 0.35)
    if k.form == 1:
        out = turned(flask(82, 38, 130, 186, 280), glass, dark(glass, 0.14))
        out += turned(
            [(34, 214), (38, 236, 73, 250, 73, 300), (73, 484), (73, 491, 64, 491)],
            k.main,
            dark(k.main, 0.12),
        )
        out += turned(can(46, 110, 146, 5, 9), k.accent)
        return out + label(k, 54, 310, 138, strip=10) + shine(264, 290, 60, "#FFFFFF", 8)
    if k.form == 2:
        body = box(94, 236, k.label, side=46) + poly(
            (106, 236, 294, 236, 258, 156, 142, 156), mix(k.label, k.accent, 0.2)
        )
        body += poly((106, 236, 152, 236, 170, 156, 142, 156), dark(k.label, 0.3))
        body += rect(138, 128, 124, 32, k.accent) + rect(106, 446, 188, 54, k.main)
        body += rect(106, 446, 46, 54, dark(k.main))
        return body + emblem(k, 154, 246, 138, 190, k.label) + shine(282, 250, 70, "#FFFFFF", 8)
    churn: Profile = [
        (56, 150),
        (56, 190),
        (56, 230, 104, 230, 104, 280),
        (104, 486),
        (104, 500, 92, 500),
    ]
    ears = stroke("M262 204Q318 206 306 270", dark(STEEL), 13)
    return (
        ears
        + turned(churn, STEEL)
        + turned(can(66, 118, 158, 6, 12), k.main)
        + rect(184, 96, 32, 26, dark(STEEL), 6)
        + label(k, 66, 304, 150, strip=10)
        + shine(288, 300, 110, "#E8ECEE", 11)
    )
