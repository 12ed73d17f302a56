"""Views of the warm waters: limestone islands and a long-tail boat, shophouses by a river."""

from __future__ import annotations

from shapes import pts
from view_brush import Curve, box, disc, fill, line, plume, sky

OCHRE = "#E0A63F"
JADE = "#3E8F87"


def _palm() -> str:
    """A coconut palm that leans in from the left."""
    crown: list[Curve] = [
        (47, 90, 54, 72, 72, 62),
        (47, 90, 62, 80, 76, 94),
        (47, 90, 58, 94, 60, 114),
        (47, 90, 36, 80, 26, 98),
        (47, 90, 41, 100, 36, 118),
        (47, 90, 48, 76, 56, 50),
    ]
    fronds = line("fore", 1.7, *(plume(c, 7, 10, 42) for c in crown))
    trunk = fill("fore", "M18 204Q27 144 45 89L48.5 90Q34 146 26 204Z")
    return trunk + fronds + fill(OCHRE, disc(44, 93, 2.6), disc(49, 94, 2.8), disc(46, 97, 2.4))


def _long_tail() -> str:
    """A boat with a high bow, a roof on posts, and its propeller on a long shaft."""
    hull = "M42 166Q66 173 96 169Q120 165 135 144Q134 160 121 173Q114 179 100 179H56Q46 178 42 166Z"
    stripe = (
        "M42.5 168.5Q66 175.5 97 171.5Q121 167.5 134.7 147Q132 160 121 169.5Q112 175 97 175.5"
        "Q64 177.5 43.5 171.5Z"
    )
    keel = "M44 173Q66 179 97 176.5Q112 176 121 171L119 174Q112 178.5 100 179H56Q48 178 44 173Z"
    roof = "M58 156Q82 147 109 155L107.5 158Q82 151.5 59.5 159Z"
    out = line("shade", 1.2, "M64 169V155M76 171V154M90 170V154M102 167V155")
    out += fill("near", "M50 168q-1-9 3-11q4 1 4 11Z") + fill("shade", disc(53.5, 154.5, 2.3))
    out += fill(OCHRE, "M48.5 154Q53 148 58.5 154Z", roof)
    out += line("shade", 1.4, "M46 164L20 178M52 161L44 164")
    return out + fill("shade", "M42 160h7v6h-6Z", hull) + fill("lit", stripe) + fill(JADE, keel)


def _limestone() -> str:
    """A tower of limestone: bare faces and gullies, trees on its head and its ledges."""
    body = (
        "M66 139L64 130L69 120L66 108L72 98L71 88L77 78L79 66L86 54L92 50L98 56L102 68L108 76"
        "L109 90L115 98L113 110L119 120L117 130L119 139Z"
    )
    faces = (
        "M94 58L100 72L97 85L102 97L99 110L105 122L102 137H115L112 128L114 119L109 109L111 99"
        "L106 90L104 78L100 70ZM84 74L90 88L87 100L91 112L87 126L83 113L80 101L84 89Z"
    )
    gullies = (
        "M66 139L64 130L69 120L66 108L72 98L71 88L77 78L79 68L82 84L77 98L81 108L76 120L80 128L77 139Z"
        "M95 112L99 124L96 139H92L94 126Z"
    )
    trees = (
        "M77 76q-3-4 0-8q-1-6 4-8q0-7 6-8q4-6 9-1q6 1 5 7q5 4 3 9q4 4 2 9q-4 0-6-5q-4 2-7-3"
        "q-3 5-7 3q-2 6-6 7q-3-1-3-4ZM68 94q0-5 5-5q4 0 4 5q2 3-3 4q-5 1-6-4Z"
        "M105 93q1-4 4-5q5 0 4 4q4 4 0 6q-6 0-8-5ZM63 113q-2-5 3-6q5 0 5 4q2 5-3 5q-4 0-5-3Z"
        "M111 113q0-5 5-4q5 1 4 6q-4 3-8 1Z"
    )
    return fill("mid", body) + fill("lit", faces, veil=0.8) + fill("near", gullies, trees)


def _islands() -> str:
    """Islands one behind the other, the last of them pale; a dark notch where the tide works."""
    last = (
        "M30 140q0-16 5-19q2-9 9-8q6-1 8 6q6 3 6 9q4 4 4 12Z"
        "M116 140q0-14 5-17q2-7 9-6q7-1 8 6q5 3 5 17Z"
    )
    middle = "M48 140q0-10 4-12q2-6 7-5q5 0 6 6q5 3 5 11Z"
    right = "M108 140L111 126L109 116L114 106L121 100L130 101L137 109L142 122L141 140Z"
    wood = (
        "M108 118q0-5 4-6q0-6 5-7q2-7 8-5q6-3 8 3q6 0 6 6q5 2 5 9q1 6-3 7q-4 0-5-5q-4 3-7 0"
        "q-3-1-4-5q-3 6-7 3q-2 6-8 6q-6 2-8-3Z"
    )
    out = (
        fill("far", last) + fill("mid", middle, veil=0.7) + fill("mid", right) + fill("near", wood)
    )
    return out + _limestone() + fill("near", "M63 135H142V139H64Z")


def thailand() -> str:
    """Limestone islands and a long-tail boat, a coconut palm at the side."""
    mirror = "M64 139H142L138 143H146V146H118V149H124V152H106V155H78V152H84V149H66V146H74V143H62Z"
    glitter = "M42 144H62V146H42ZM52 150H74V152H52ZM128 152H140V154H128Z"
    birds = "M73 46q2.5-3.5 5 0q2.5-3.5 5 0M77 38q1.7-2.5 3.5 0q1.7-2.5 3.5 0"
    out = sky() + fill("far", "M0 0H160V140H0Z", veil=0.6) + fill("sun", disc(92, 88, 28))
    out += line("shade", 1.2, birds) + _islands()
    out += fill("far", "M0 139H160V200H0Z") + fill("sky", "M0 139H160V151H0Z", veil=0.5)
    out += fill("mid", mirror, veil=0.6) + fill("sun", glitter)
    out += fill("mid", "M0 160Q40 155 80 160T160 157V200H0Z") + _long_tail()
    out += line("lit", 1.3, "M36 182H58M72 184H120M128 177H140M98 190H132M62 191H80", veil=0.8)
    return out + fill("fore", "M0 180Q30 178 48 190L58 200H0Z") + _palm()


def _shophouse(x: float, top: float, wall: str, shutters: str, awning: str) -> str:
    """A narrow house of two floors with shutters above a covered walk, under a tiled roof."""
    out = fill(wall, box(x - 1, top, 22, 138 - top))
    upper = "".join(f"M{pts(x + 1.5 + i * 6, top + 17)}v-9a2.5 2.5 0 0 1 5 0v9Z" for i in range(3))
    lower = "".join(box(x + 1.5 + i * 6, top + 23, 5, 9) for i in range(3))
    walk = box(x + 1.5, 127, 5, 11) + box(x + 8.5, 127, 10, 11)
    out += fill(shutters, upper, lower) + fill("shade", box(x - 1, top + 19, 22, 1.3), walk)
    out += fill(awning, f"M{pts(x - 1, 128)}l2-5h18l2 5Z")
    return out + fill("near", f"M{pts(x - 2, top + 2)}l4-10h16l4 10Z")


def _bumboat() -> str:
    """A river boat with painted eyes, an awning over its benches and tyres along its side."""
    hull = "M60 158Q66 168 84 170H160V189H86Q68 187 60 158Z"
    rail = "M60 158Q66 168 84 170H160V174H84Q67 173 60 158Z"
    keel = "M70 181Q76 185 88 185H160V189H86Q76 188 70 181Z"
    roof = "M80 156Q82 150 92 150H160V156Z"
    posts = "M88 170V155M100 170V155M112 170V155M124 170V155M136 170V155M148 170V155"
    guests = "M94 165V172M118 165V172M130 164V172M142 165V172"
    tyres = disc(96, 179, 3.2) + disc(118, 179, 3.2) + disc(138, 179, 3.2)
    out = fill("mid", box(86, 156, 74, 14)) + fill("far", box(86, 163, 74, 7))
    out += line("shade", 1.6, posts) + line("shade", 4.4, guests) + fill("shade", hull)
    out += fill("lit", rail, roof, disc(76, 177, 3.6)) + fill("shade", disc(75, 177, 1.8))
    return out + fill(JADE, keel) + fill(OCHRE, box(80, 156, 80, 2.5)) + line("mid", 1.6, tyres)


def _rain_tree() -> str:
    """A rain tree on the left bank: a wide crown on forking limbs, high grass at its foot."""
    limbs = (
        "M14 204Q23 160 21 130Q17 110 4 98L6 95Q19 105 25 118Q28 100 22 80H26Q31 96 31 110"
        "Q38 92 58 84Q70 80 78 66L84 72Q76 84 62 89Q40 100 33 130Q34 166 46 204Z"
    )
    crown = (
        "M-4 100q-2-10 4-14q-4-12 6-18q0-12 12-14q4-11 16-10q8-8 18-3q10-6 18 1q10-4 16 4q9 1 11 9"
        "q10 3 8 11q2 7-6 8q-6 5-13 1q-6 4-12 0q-5 6-13 3q-5 5-12 2q-6 6-13 2q-5 7-13 4q-6 7-14 3"
        "q-4 8-13 11Z"
    )
    light = (
        "M22 60q4-8 13-7q8-7 16-2q9-5 15 2q9-2 13 4q8 0 9 6q-8 2-13-1q-7 4-14 0q-6 4-13 1q-7 5-14 1"
        "q-7 3-12-4ZM2 84q-1-8 7-9q6-5 12 0q8 0 8 6q-7 4-13 2q-7 4-14 1Z"
    )
    bank = "M0 176Q30 174 48 192L52 200H0Z"
    grass = "M10 182q0-10-5-16q8 5 9 14q0-10 4-17q0 10-1 17q3-7 8-10q-4 7-5 14Z"
    return fill("fore", bank, limbs, crown, grass) + fill("near", light)


def singapore() -> str:
    """Shophouses by the river, a bumboat on it, a rain tree at the side."""
    towers = (
        "M0 140V96H22V84H40V140ZM58 140V72H72V140ZM84 140V82H98V140ZM110 140V72H122V140Z"
        "M134 140V76H150V140Z"
    )
    # two to a light, so that no post of the window cuts a house
    houses = (
        (10, 98, "lit", JADE, OCHRE),
        (30, 92, "far", "near", JADE),
        (60, 90, "lit", OCHRE, JADE),
        (80, 95, "mid", "lit", OCHRE),
        (110, 94, "far", JADE, "lit"),
        (130, 88, "lit", "near", OCHRE),
    )
    tiles = "".join(
        f"M{pts(x + i, top)}l{pts((10 - i) * 0.2)}-6"
        for x, top, *_ in houses
        for i in (1, 5.5, 10, 14.5, 19)
    )
    mirror = "M10 150h18v2h-18ZM60 149h20v2h-20ZM131 148h20v2h-20ZM64 154h10v2h-10ZM8 156h12v2h-12Z"
    waves = "M62 193H84M92 196H98M112 193H146M40 166H48M42 174H50"
    out = sky() + fill("far", "M0 0H160V140H0Z", veil=0.6) + fill("sun", disc(134, 56, 15))
    out += fill("mid", towers, veil=0.4) + "".join(_shophouse(*house) for house in houses)
    out += line("fore", 0.8, tiles, veil=0.6) + fill("mid", "M0 142H160V200H0Z")
    out += fill("lit", "M0 138H160V142H0Z") + fill("near", "M0 142H160V146H0Z")
    out += fill("lit", mirror, veil=0.7)
    out += fill("far", "M30 148h16v2h-16ZM36 153h14v2h-14ZM112 148h16v2h-16Z")
    return out + _bumboat() + line("lit", 1.3, waves, veil=0.8) + _rain_tree()


VIEWS = {"sg": singapore, "th": thailand}
