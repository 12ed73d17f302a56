"""A fiord with tree ferns, and a railway in the Alps."""

from __future__ import annotations

from math import cos, pi, radians, sin

from shapes import num, pts
from view_brush import Curve, along, bow, disc, fill, line, sky

LAKE, SAIL = "#4A9CA6", "#E9B44C"


def blade(curve: Curve, width: float, count: int) -> str:
    """Path data of a frond of a tree fern: leaflets as teeth to both sides of its stem."""
    there: list[tuple[float, float]] = []
    back: list[tuple[float, float]] = []
    for i in range(count):
        t = i / count
        x, y, turn = along(curve, t)
        wide = width * sin(pi * (0.12 + 0.84 * t**0.8))
        ax, ay, _ = along(curve, min(1, t + 0.09))
        for side, row in ((90, there), (-90, back)):
            a = radians(turn + side)
            root = 0.5 * wide if i else 0.6
            row += [
                (x + root * cos(a), y + root * sin(a)),
                (ax + wide * cos(a), ay + wide * sin(a)),
            ]
    x, y = curve[:2]
    out = f"M{pts(x, y)}l"
    steps = []
    for bx, by in (*there, along(curve, 1)[:2], *back[::-1]):
        steps.append(pts(bx - x, by - y))
        x, y = round(bx, 1), round(by, 1)
    return out + " ".join(steps) + "Z"


def fern(x: float, y: float, reach: float, *fronds: float) -> tuple[str, str]:
    """Fronds that arch from the head of a tree fern, and their ribs.

    fronds: how far each stands up (1) or hangs (-1); those to the right with 10 added.
    """
    out, ribs = "", ""
    for frond in fronds:
        side, rise = (1, frond - 10) if frond > 5 else (-1, frond)
        curve = (
            x,
            y,
            x + side * reach * (0.46 - 0.34 * rise),
            y - reach * (0.24 + 0.5 * rise),
            x + side * reach * (0.98 - 0.5 * abs(rise)),
            y + reach * (0.3 - 0.95 * rise),
        )
        out += blade(curve, reach * 0.14, 6 if reach < 30 else 8)
        ribs += bow(curve)
    return out, ribs


def new_zealand() -> str:
    """A fiord under a peak with snow; tree ferns in front."""
    ferns = (
        ("fore", "near", fern(35, 130, 45, 1, 0.5, -0.1, 10.95, 10.4, 9.9)),
        ("near", "fore", fern(35, 130, 41, 0.75, 0.2, 10.65, 10.15, 9.6)),
        ("fore", "near", fern(129, 168, 29, 1, 0.5, 0, 10.9, 10.4, 9.9)),
        ("near", "fore", fern(129, 168, 26, 0.75, 0.2, 10.65, 10.1)),
    )
    return (
        sky()
        + fill("sun", disc(48, 80, 11))
        + fill(
            "far",
            "M0 116L14 98L26 104L40 88L50 96L60 90L76 112L112 100L124 86L134 92L160 82V140H0Z",
        )
        + fill(
            "mid",
            "M26 140L44 112L52 106L60 92L68 82L74 68L84 50L94 64L99 76L108 84L116 102L126 112L140 140Z",
        )
        + fill(
            "lit",
            "M84 50L86 68L91 78L88 88L92 104L86 92L80 108L75 94L66 104L64 96L56 99L60 92L68 82L74 68Z",
        )
        + fill(
            "far", "M84 50L94 64L99 76L108 84L114 98L106 92L104 102L96 90L92 104L88 88L91 78L86 68Z"
        )
        + fill(
            "near",
            "M92 104L98 112L94 122L104 134L100 140H140L126 112L116 102L112 94L110 106L106 100L102 108Z",
            veil=0.45,
        )
        + fill(
            "near",
            "M160 66L148 74L144 86L136 94L133 108L124 116L120 130L112 141H160ZM0 78L10 88L16 104L26 112L30 124L42 132L46 141H0Z",
        )
        + fill(
            "fore",
            "M160 66L150 77L152 92L143 104L146 118L136 130L138 141H160ZM0 78L4 96L2 112L12 120L14 132L24 141H0Z",
            veil=0.5,
        )
        + fill(
            "lit", "M138 90L140.4 93L140 112L138.6 126L141 141H131.6L135.4 125L136 110Z", veil=0.9
        )
        + fill("sky", "M0 140H160V200H0Z")
        + fill(LAKE, "M0 140H160V200H0Z", veil=0.85)
        + fill(
            "near",
            "M0 140H46L40 146H48L36 152H40L26 158H30L12 166H0ZM112 140H160V170H150L146 164H138L140 158H128L132 152H120L126 146H114Z",
            veil=0.6,
        )
        + fill(
            "lit",
            "M66 143H86V144.8H66ZM74 149H88V151H74ZM70 156H84V158H70ZM84 160H102V162H84ZM78 166H92V168.2H78ZM88 172H98V174H88ZM108 147H118V148.6H108Z",
            veil=0.75,
        )
        + fill("fore", "M92 154H106L103.6 157H94.6Z")
        + fill(SAIL, "M98.4 152.6V138Q93 145 92.4 152.6Z")
        + fill("lit", "M99.6 152.6V136Q106 144 107 152.6Z")
        # the bush in front
        + fill(
            "near",
            "M0 178q8-8 16-4q8-7 16 1q10-6 16 3q10-4 18 4q12-3 22 3q10-8 20-2q8-9 18-4q8-8 16-4q10-6 18 1V200H0Z",
        )
        + fill(
            "fore",
            "M0 190q8-6 16-2q10-5 18 1q12-5 20 1q12-3 20 2q14-4 24 0q10-6 20-3q12-8 22-3q10-5 20 0V200H0ZM27 200L33 130H37.4L39 200ZM125 200L127 168H131L134 200Z",
        )
        + line(
            "near",
            1,
            "M31 150L38 147M30 160L38 157M29.6 170L38.6 167M29 180L38.6 177M127 180H132M126.6 188H133",
            veil=0.9,
        )
        + "".join(fill(tone, one[0]) + line(rib, 0.8, one[1]) for tone, rib, one in ferns)
        + fill("shade", disc(35, 131, 3.2), disc(129, 169, 2.4))
    )


RUST = "#C4502E"


def fir(x: float, top: float, foot: float, half: float, tiers: int = 5) -> str:
    """Path data of a fir, tier over tier."""
    right: list[tuple[float, float]] = []
    step = (foot - top) / tiers
    for i in range(1, tiers + 1):
        wide, y = half * (0.3 + 0.7 * i / tiers), top + i * step
        right += [(wide * 0.5, y - step * 0.4), (wide, y), (wide * 0.4, y - step * 0.14)]
    right += [(1.2, foot - step * 0.1), (1.2, foot + 5)]
    points = [(0, top), *right, *((-dx, y) for dx, y in right[::-1])]
    return "M" + " ".join(pts(x + dx, y) for dx, y in points) + "Z"


def deck(x: float) -> float:
    """Height of the rails: the viaduct comes towards us from the right, and bends."""
    return 155 - 22 * float((max(0.0, x) / 150) ** 0.85)


def viaduct() -> str:
    """Arches that grow towards us, and the train on them."""
    holes, shades, x, width = "", "", -13.0, 31.0
    while x < 150:
        half = width * 0.36
        left, top = x + width * 0.14, deck(x + width / 2) + 6 + half
        holes += f"M{pts(left, 210)}V{num(top)}a{pts(half, half)} 0 0 1 {pts(half * 2, 0)}V210Z"
        shades += (
            f"M{pts(left, 210)}V{num(top)}a{pts(half, half)} 0 0 1 {pts(half, -half)}"
            f"q{pts(-half * 0.6, half * 0.16, -half * 0.6, half)}V210Z"
        )
        x, width = x + width, width * 0.86
    edge = " ".join(pts(x, deck(x)) for x in range(0, 161, 16))
    foot = " ".join(pts(x, deck(x) + 4 - x * 0.012) for x in range(160, -1, -16))
    cars, roofs, windows = "", "", ""
    for a, b in ((12, 42), (43.5, 69), (70.2, 92), (93, 112), (112.8, 129)):
        cars += _band(a, b, 0, 1)
        roofs += _band(a + 0.8, b - 0.8, 1, 1.14)
        part = (b - a) / 5
        windows += "".join(
            _band(a + part * (i + 0.2), a + part * (i + 0.84), 0.46, 0.84) for i in range(5)
        )
    return (
        f'<path fill="var(--v-lit)" fill-rule="evenodd" d="M0 210V{num(deck(0))}L{edge}V210Z{holes}"/>'
        + fill("far", shades)
        + fill("mid", f"M{edge}L{foot}Z")
        + fill(RUST, cars)
        + fill("shade", roofs)
        + fill("sun", windows)
    )


def _band(a: float, b: float, low: float, high: float) -> str:
    """Path data of a part of a car: from one height to another, in parts of its own."""
    (ya, ha), (yb, hb) = ((deck(x) - 1, 13.6 - x * 0.056) for x in (a, b))
    return f"M{pts(a, ya - ha * low)}V{num(ya - ha * high)}L{pts(b, yb - hb * high)}V{num(yb - hb * low)}Z"


def switzerland() -> str:
    """A train on a viaduct over the valley; a lake and peaks behind."""
    return (
        sky()
        + fill("sun", disc(116, 58, 11))
        + fill(
            "far", "M0 104L16 88L28 94L40 80L60 96L92 92L108 80L118 86L132 70L144 80L160 68V140H0Z"
        )
        + fill(
            "lit",
            "M132 70L138 75L144 80L140 87L136 81L130 89L126 83L120 89L124 80ZM16 88L22 91L18 96L13 95L8 97Z",
        )
        + fill(
            "mid",
            "M8 126L26 100L36 92L44 74L52 62L60 40L67 48L73 52L80 70L92 84L98 96L112 108L122 126Z",
        )
        + fill(
            "lit",
            "M60 40L64 58L60 72L66 84L58 80L54 94L48 86L40 100L38 94L28 106L26 100L36 92L44 74L52 62Z",
        )
        + fill(
            "far", "M60 40L67 48L73 52L80 70L92 84L98 96L90 92L86 82L80 86L74 72L68 78L64 68L66 58Z"
        )
        + fill("near", "M66 84L74 90L70 100L82 108L80 118H120L98 96L94 102L86 98L78 88Z", veil=0.35)
        + fill("near", "M0 107Q20 99 40 105T84 103T124 97T160 91V140H0Z")
        + fill(
            "fore", "M0 112Q14 103 30 107L50 114H0ZM160 95Q140 97 118 107L104 114H160Z", veil=0.5
        )
        + fill("far", "M0 114H160V146H0Z")
        + fill(
            "lit",
            "M24 118H60V119.6H24ZM96 120H126V121.6H96ZM38 123H72V124.8H38ZM84 127H112V128.6H84ZM8 129H40V131H8Z",
            veil=0.8,
        )
        + fill("mid", "M48 114H106L94 117H99L84 121H90L76 126L64 121H69L56 117H60Z", veil=0.7)
        + fill("near", "M0 140Q36 128 72 140T160 128V200H0Z")
        + fill(
            "fore",
            *(
                fir(x, y, y + 17, 5, 3)
                for x, y in ((32, 166), (41, 172), (58, 168), (76, 170), (94, 164), (100, 172))
            ),
            veil=0.75,
        )
        + viaduct()
        + fill("fore", "M0 190Q34 172 70 188Q112 186 160 160V200H0Z")
        + fill("near", "M0 196Q36 180 74 192Q90 194 108 190Q80 200 70 200H0Z")
        + fill("fore", fir(140, 88, 176, 17, 7), fir(122, 134, 184, 12), fir(18, 166, 196, 9, 4))
        + fill("shade", fir(152, 112, 184, 15, 6))
        + fill(
            "lit",
            *(
                disc(x, y, 1.3)
                for x, y in (
                    (48, 190),
                    (56, 194),
                    (64, 191),
                    (72, 196),
                    (84, 195),
                    (40, 194),
                    (94, 193),
                )
            ),
        )
    )


VIEWS = {"ch": switzerland, "nz": new_zealand}
