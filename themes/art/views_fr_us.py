"""Lavender below a village, and a canyon with the bend of its river."""

from __future__ import annotations

from math import cos, pi, radians, sin

from shapes import num, pts
from view_brush import bow, box, disc, fill, leaf, line, sky

Point = tuple[float, float]

GOLD, TILE = "#E3A63C", "#C9663F"

VILLAGE = (
    fill(
        "lit",
        "M78 100V86H84V80H91V74H97V62H105V76H110V82H117V89H124V96H130V104L102 110H78Z",
    )
    + fill(
        "far",
        "M87 92H96V106H87ZM97 86H105V95H97ZM101 62V76H105V62ZM84 80H88V86H84ZM113 82H117V89H113ZM110 96H116V106H110Z",
    )
    + fill(
        TILE,
        "M76.5 86.5L86 83.5V86.5ZM82.5 80.5L92.5 77V80.5ZM89.5 74.5L98.5 71V74.5ZM96 62.5L101 58.5L106 62.5Z"
        "M104 76.5L112 73.5V76.5ZM109 82.5L118.5 79V82.5ZM116 89.5L125.5 86V89.5ZM123 96.5L132 93V96.5Z"
        "M86 92.5L97 88.5V92.5ZM96 86.5L106 83V86.5ZM109 96.5L117 93.5V96.5Z",
    )
    + fill(
        "shade",
        box(80, 90, 1.8, 2.6),
        box(93.5, 78, 1.6, 2.6),
        box(107, 79, 1.6, 2.6),
        box(119.6, 92, 1.8, 2.6),
        box(106, 99, 1.8, 3),
    )
    + fill(
        GOLD,
        box(98.4, 66, 1.6, 3.4),
        box(89, 96, 1.8, 2.8),
        box(92.6, 96, 1.8, 2.8),
        box(100, 89, 1.8, 2.6),
        box(86, 82, 1.4, 2.4),
        box(112, 99, 1.8, 2.8),
        box(125, 99, 1.8, 2.6),
    )
    + fill(
        "fore",
        "M71 112Q68.6 102 71.6 91Q74.6 102 73.6 112ZM75.6 113Q74 106 76 99Q78.4 106 77.8 113ZM120 112Q117.6 102 120.6 93Q123.6 102 122.6 112ZM127 112Q125 106 127.2 100Q129.4 106 128.8 112Z"
        "M80 112q2-6 7-3q4-4 8 0q4-3 7 1q5-4 9 1l-1 5H78Z",
    )
)


def row(far: Point, near: Point, widths: tuple[float, float], steps: int = 8) -> str:
    """Path data of bushes in a row that comes nearer: straight on the left, round on the right."""
    (x0, y0), (x1, y1) = far, near
    left: list[Point] = []
    right: list[Point] = []
    for i in range(steps + 1):
        t = (i / steps) ** 1.6
        x = x0 + (x1 - x0) * (t + 0.12 * sin(pi * t))
        y = y0 + (y1 - y0) * t
        left.append((x - 0.6 - widths[0] * t, y))
        right.append((x + 0.6 + widths[1] * t, y))
    out = f"M{pts(*left[0])}L{pts(*left[steps // 2], *left[-1])}"
    x, y = left[-1]
    for bx, by in right[::-1]:
        dx, dy = bx - x, by - y
        out += (
            f"q{pts(dx / 2 - dy * 0.36, dy / 2 + dx * 0.36, dx, dy)}" if by < y else f"h{num(dx)}"
        )
        x, y = bx, by
    return out + "Z"


def ear(x: float, y: float, height: float, lean: float) -> tuple[str, str]:
    """A stalk of wheat and its grains."""
    stem = bow((x, y, x, y - height * 0.6, x + lean, y - height))
    grains = leaf(x + lean * 1.7, y - height - 31, 9, 3, -88 + lean)
    for i in range(6):
        px, py = x + lean * (1 + 0.12 * i), y - height - 5.4 * i
        grains += leaf(px, py, 9, 3.6, -122 + lean) + leaf(px, py, 9, 3.6, -52 + lean)
    return stem, grains


def france() -> str:
    """Lavender rows run to a village on its hill; wheat in front."""
    ends = [((80 + i * 3.6, 119 + abs(i) * 0.3), (80 + i * 26, 202)) for i in range(-4, 5)]
    bushes = "".join(row(far, near, (9, 9)) for far, near in ends)
    sunny = "".join(row((x - 0.4, y - 0.4), near, (-1, 8)) for (x, y), near in ends)
    wheat = [ear(37, 206, 62, 3), ear(48, 206, 44, 8), ear(29, 206, 40, -4), ear(40, 206, 22, 6)]
    return (
        sky()
        + fill("sun", disc(56, 58, 15))
        + fill("far", "M0 92Q24 78 44 84T88 74Q116 64 160 78V140H0Z")
        + fill("mid", "M0 106Q30 94 58 100Q84 94 160 92V140H0Z")
        + fill("near", "M52 120Q70 98 86 93Q106 84 118 96Q134 106 160 112V124H50Z")
        + line(
            "near",
            1.1,
            "M94 44q3-.4 4.6 2q1-3 4-3.4M106 52q2.4-.2 3.6 1.6q.8-2.4 3.2-2.8M88 54q2-.2 3 1.4q.6-2 2.6-2.4",
        )
        + VILLAGE
        + fill("near", "M0 116Q50 108 92 112T160 114V130H0Z")
        + fill("far", "M0 117Q34 110 68 113.5L60 120H0Z")
        + fill(GOLD, "M104 114Q130 111 160 117V124L112 119Z")
        + fill("fore", "M0 126Q40 116 80 117.5T160 122V200H0Z")
        + fill("near", bushes)
        + fill("mid", sunny)
        + line(GOLD, 1.6, *(stem for stem, _ in wheat))
        + fill(GOLD, *(grains for _, grains in wheat))
    )


RIVER, SAGE = "#2F8785", "#64824F"


def pad(x: float, y: float, w: float) -> str:
    """Path data of a flat cushion of needles, `w` to each side."""
    rows = (
        (-0.12, -0.36, 0.34, -0.42),
        (0.2, -0.4, 0.62, -0.2),
        (0.44, -0.24, 0.66, 0.18),
        (0.5, -0.02, 0.38, 0.44),
    )
    top = "".join("q" + pts(*(w * v for v in one)) for one in rows)
    return f"M{pts(x - w, y)}{top}q{pts(-w, w * 0.3, -2 * w, 0)}Z"


PADS = ((22, 92, 15), (38, 106, 13), (14, 112, 12), (33, 122, 8), (52, 146, 9))


def united_states() -> str:
    """The bend of a river in a canyon at dusk, from the rim where an old pine holds on."""
    return (
        sky()
        + fill("far", "M0 70Q80 62 160 70V100H0Z", veil=0.6)
        + fill("sun", disc(104, 74, 33), veil=0.25)
        + fill("sun", disc(104, 74, 24), veil=0.35)
        + fill("sun", disc(104, 74, 15.5))
        + fill(
            "far",
            "M54 50Q78 45 104 49Q80 52 54 50ZM92 40Q110 36 128 40Q108 43 92 40ZM24 66Q50 60 78 66Q50 69 24 66ZM120 60Q140 55 164 60Q140 63 120 60Z",
        )
        + fill(
            "near",
            "M57 62Q63 58 68 60.4Q70 58.6 72 60.2Q77 57 84 59.6Q76 60 71.6 63.4Q70.6 65 69.4 63.6Q64 61.4 57 62ZM84 72.6Q88 70.4 91 71.8Q94 69.6 98 70.8Q94 71.6 91.4 73.6Q88.4 72.2 84 72.6Z",
        )
        + fill(
            "mid",
            "M52 96L56 84L62 82L65 74H76L78 81L84 83L88 93L104 95L112 86L122 85L125 78L136 77L139 85L160 87V100H52ZM0 96V83L12 84L16 96Z",
        )
        + fill(
            "near",
            "M70 74H76L78 81L84 83L88 93L74 94L76 84ZM131 77.4L136 77L139 85L160 87V95H140L134 87Z",
            veil=0.55,
        )
        + fill("near", "M0 94L40 92L90 95.4L160 91.6V200H0Z")
        + fill("mid", "M0 99Q40 96 80 98.6T160 95.6V200H0Z")
        + fill(
            "far",
            "M0 103L24 101L34 103L12 107L0 107ZM52 100.4H108V104H52ZM136 100L160 98V103L146 105Z",
        )
        # the canyon: walls, water, and the rock that the river goes round
        + fill(
            "fore",
            "M44 99.6L30 104L25 111L14 116L12 128L6 136L8 154L22 168L52 182H112L140 168L152 154L154 136L147 126L146 116L134 110L130 103L114 99.6Z",
        )
        + fill(
            "near",
            "M30 104L25 111L14 116L12 128L6 136L7 148L16 144L24 134L26 123L34 114L39 103ZM130 103L134 110L146 116L147 126L154 136L153 148L144 143L138 132L135 122L128 114L121 103Z",
        )
        + line(
            "mid",
            1.1,
            "M30 109L21 118L17 130L9 139M34 110L25 121L20 134M130 108L139 117L143 130L151 139M127 110L135 121L140 134",
            veil=0.8,
        )
        + fill(
            RIVER,
            "M43 102Q20 120 24 142Q30 172 80 173T138 142Q140 120 117 102L113.6 103Q128 122 125 138Q119 157 80 158T36 138Q32 122 46.4 103Z",
        )
        + line(
            "sky",
            1,
            "M33 146Q38 160 56 165M64 168Q82 170 98 167M122 154Q130 147 132 138M30 132Q30 124 34 117",
            veil=0.8,
        )
        + fill(
            "near",
            "M44 108L37 113L36 132L40 143L48 150L58 151L66 156L80 158L92 155L104 153L112 148L121 143L125 130L123 113Z",
        )
        + fill(
            "fore",
            "M41 121L48 126L47 150L40 143ZM52 131L66 134L65 155.4L58 151L52 151ZM77 138L84 137L88 156L80 158L74 157ZM107 133L113 127L122 121L124.6 131L121 143L112 148L106 152Z",
            veil=0.6,
        )
        + line(
            "mid",
            1.1,
            "M37 122L41 129L50 134L53 139L66 142L77 146L92 143L107 141L113 135L123 129M38 130L42 136L50 142L54 146L66 149L78 152L92 149L107 147L114 141L123 136",
            veil=0.8,
        )
        + fill(
            "mid",
            "M50 98L46 104L36 111L40 121L48 125L52 131L66 133L77 138L92 135L107 133L113 127L123 121L121 112L112 104L109 98Z",
        )
        + fill(
            "far",
            "M60 101L52 106L56 112L48 116L52 123L60 121L66 126L78 123L88 128L100 127L104 120L116 117L110 111L108 104L94 106L84 101Z",
        )
        + fill(
            SAGE,
            disc(66, 110, 2.2),
            disc(71, 112, 1.8),
            disc(92, 115, 2.2),
            disc(98, 109, 1.8),
            disc(61, 118, 1.8),
            disc(85, 106, 1.4),
            disc(100, 123, 1.8),
            disc(118, 101, 1.4),
            disc(18, 102, 1.6),
        )
        # the rim
        + fill(
            "mid",
            "M0 176L18 171L40 174L58 182L88 185L112 180L130 170L160 164V172L134 178L116 188L86 192L54 190L36 182L16 179L0 184Z",
        )
        + fill("fore", "M0 182L16 177L38 180L56 188L88 190L114 185L132 175L160 169V200H0Z")
        + fill(
            "near",
            "M96 196L118 190L134 181L160 176V180L136 186L120 195ZM14 190L34 187L48 193L30 193Z",
            veil=0.7,
        )
        + line(
            SAGE,
            1.4,
            *(
                f"M132 188l{pts(11 * cos(a), 11 * sin(a))}"
                for a in (radians(-172 + 16.4 * i) for i in range(11))
            ),
        )
        + fill(
            "shade",
            "M18 190Q27 172 22 152Q18 138 25 124L18 112L21 110L27 119Q30 108 24 94L27 93Q33 104 31 114L38 106L40 108L32 121Q26 138 31 150Q38 154 49 146L51 148.4Q42 158 32 156Q31 176 42 190Z",
        )
        + fill(SAGE, *(pad(*one) for one in PADS))
        + fill(
            "fore",
            *(
                f"M{pts(x - w, y)}q{pts(w * 0.9, w * 0.34, w * 2, 0)}q{pts(-w, w * 0.06, -2 * w, 0)}Z"
                for x, y, w in PADS
            ),
            veil=0.7,
        )
        + fill("far", *(pad(x + w * 0.16, y - w * 0.3, w * 0.42) for x, y, w in PADS), veil=0.3)
    )


VIEWS = {"fr": france, "us": united_states}
