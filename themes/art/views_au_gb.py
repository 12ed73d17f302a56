"""White cliffs with a lighthouse, and rocks that the sea has left of a coast."""

from __future__ import annotations

from math import cos, radians, sin

from shapes import pts
from view_brush import bow, box, disc, dots, fill, line, sky

CREST = "M58 106L75 100Q79 96.4 82 95.4L88 96.2Q91 90.4 95 89L103 91.6Q107 82.6 113 80L122 83.6Q127 71 135 68L146 73Q151 61 160 55V63Q151 68 146 80.6L135 74Q127 78 122 89L113 85Q107 88 103 95L95 92.4Q91 94.6 88 98.6L82 98Z"
FRONT = "M0 172Q28 152 66 154Q112 156 160 168V200H0Z"
POPPIES = ((66, 176), (95, 181), (112, 186), (140, 187))
DOWN, BRICK = "#7FA860", "#C65A3C"


def gull(x: float, y: float, wing: float) -> str:
    """Path data of a bird far off: two wings in the wind."""
    return f"M{pts(x - wing, y - wing * 0.2)}q{pts(wing * 0.6, -wing * 0.4, wing, wing * 0.2)}q{pts(wing * 0.4, -wing * 0.6, wing, -wing * 0.2)}"


def umbel(x: float, y: float, height: float, lean: float, size: float) -> tuple[str, str, str]:
    """Cow parsley: its stem, the rays of the flower, and the small flowers at their ends."""
    tx, ty = x + lean, y - height
    stem = bow((x, y, x, y - height * 0.6, tx, ty))
    rays, flowers = "", []
    for i in range(9):
        a = radians(-168 + i * 19.5 + lean * 0.5)
        ex, ey = tx + size * cos(a), ty + size * 0.62 * sin(a)
        rays += f"M{pts(tx, ty)}L{pts(ex, ey)}"
        flowers += [(ex, ey), (ex + 0.2 * size * cos(a), ey - 1.6)]
    return stem, rays, dots(flowers)


def britain() -> str:
    """White cliffs run out to sea; a lighthouse, a cottage on the downs, cow parsley in front."""
    parsley = [umbel(32, 206, 66, -8, 16), umbel(48, 206, 46, 5, 13), umbel(20, 206, 42, 0, 12)]
    return (
        sky()
        + fill("sun", disc(106, 62, 14))
        + fill(
            "lit",
            "M22 76q7-8 15-4q6-7 14-1q8-3 10 5H20ZM108 92q6-6 12-3q8-6 14 1q6-1 8 4H106Z",
            veil=0.7,
        )
        + fill("far", "M60 106Q84 99 104 98T160 92V112H60Z")
        + line("near", 1.2, gull(62, 44, 6), gull(76, 54, 4.4), gull(54, 58, 3.6))
        # the sea
        + fill("near", "M0 105H160V200H0Z")
        + fill(
            "mid",
            "M0 109H44V110.6H0ZM20 114H66V116H20ZM0 121H38V123.4H0ZM30 129H92V131.6H30ZM0 138H52V141H0ZM64 143H110V146H64Z",
            veil=0.7,
        )
        + fill("sun", "M39 74L0 62V86ZM39 74L160 50V98Z", veil=0.2)
        # cliffs
        + fill(
            "far", "M64 106L76 107L103 116L124 127L160 148V158Q136 146 118 134T80 112.5L64 107.5Z"
        )
        + fill(
            "lit",
            "M60 105.5L75 101Q79 98.4 82 97L88 97Q91 92.6 95 91L103 93Q107 85.4 113 83L122 86Q127 75 135 72L146 77Q151 66 160 61V151L146 142L122 129L103 119L88 113L75 108.5Z",
        )
        + fill(
            "far",
            "M146 77L151.5 69Q149 92 154 112Q151 126 154 147L146 142ZM122 86L127 77.4Q125 97 128.6 112Q126.4 124 129 133L122 129ZM103 93L107 86.6Q106 102 108.6 111L108 121.6L103 119ZM88 97L91 93.4Q90.6 104 92.6 114.6L88 113ZM75 101L77.6 99.4L78.6 109.8L75 108.5Z",
        )
        + line(
            "far",
            0.8,
            "M129 97L143 95M131 112L144 113M109 99L118 98M111 109L120 111M94 102L100 102",
            veil=0.7,
        )
        + line("lit", 1.4, "M70 112Q92 117 110 130T160 163M92 125Q104 130 112 138", veil=0.9)
        + fill("near", CREST)
        + fill(DOWN, CREST, veil=0.8)
        # lighthouse
        + fill("lit", "M34.6 80H43.4L46 121H32Z")
        + fill(
            BRICK, "M34.2 86H43.8L44.3 95H33.7ZM33.1 104H44.9L45.5 113H32.5Z", "M35 69L39 64L43 69Z"
        )
        + fill("shade", "M33 78H45V81H33ZM35.4 69H42.6V70.6H35.4Z")
        + fill("fore", "M28 121Q39 116 50 121L54 126H24Z")
        + fill("sun", box(36.6, 70.6, 4.8, 7.4))
        # the downs in front
        + fill("near", FRONT)
        + fill(DOWN, FRONT, veil=0.8)
        + fill(
            "lit",
            "M112 151H134V163H112Z"
            + "".join(
                f"M{pts(x, y)}q1-3 4-2.6q3.6-.8 4 2.4q0 2.4-3.6 2.6q-4.6.6-4.4-2.4Z"
                for x, y in ((88, 161), (76, 166), (101, 167))
            ),
        )
        + fill("far", "M126 151H134V163H126Z")
        + fill(BRICK, "M109 152L114 143H132L137 152Z", box(115, 139, 3, 6))
        + fill(
            "shade",
            box(118, 156, 3, 7),
            disc(87.6, 160.6, 1.4),
            disc(75.6, 165.6, 1.4),
            disc(100.6, 166.6, 1.4),
        )
        + fill("sun", box(113.6, 154.6, 2.6, 3), box(122.4, 154.6, 2.6, 3), box(129, 154.6, 2.6, 3))
        + fill(
            "fore",
            "M132 164q0-6 5-6q0-7 7-5q5-5 9 2q6 0 7 6V170ZM0 184Q40 166 84 180Q126 190 160 178V200H0Z",
        )
        + line("fore", 1.6, *(one[0] for one in parsley))
        + line("lit", 1, *(one[1] for one in parsley))
        + line("lit", 4, *(one[2] for one in parsley))
        + line(
            "near",
            1.2,
            "M66 200Q68 188 66 176M96 204Q98 192 95 182M116 204Q116 194 112 186M136 204Q134 194 140 186M84 200Q84 192 87 186M60 200Q60 184 56 174M126 200Q126 190 122 184",
        )
        + fill(
            BRICK,
            *(
                f"M{pts(x - 5, y - 4)}q1 7 5 7q4 0 5-7q-2.6 1.6-5-.6q-2.4 2.2-5 .6Z"
                for x, y in POPPIES
            ),
        )
        + fill("shade", *(disc(x, y + 0.6, 1.1) for x, y in POPPIES))
    )


SEA, BLOSSOM = "#2E8C8F", "#DB6244"


def sickle(x: float, y: float, length: float, width: float, turn: float, bend: float) -> str:
    """Path data of a gum leaf, bent to one side like a sickle."""
    c, s = cos(radians(turn)), sin(radians(turn))

    def at(along: float, aside: float) -> tuple[float, float]:
        return length * along * c - aside * s, length * along * s + aside * c

    ex, ey = at(1, 0)
    ax, ay = at(0.45, bend + width)
    bx, by = at(0.5, bend - width)
    return f"M{pts(x, y)}q{pts(ax, ay, ex, ey)}q{pts(bx - ex, by - ey, -ex, -ey)}"


def tuft(x: float, y: float, size: float, turn: float) -> str:
    """Path data of the stamens of a gum blossom, in a fan."""
    rays = ""
    for i in range(9):
        a = radians(turn - 76 + i * 19)
        rays += f"M{pts(x, y)}l{pts(size * cos(a), size * sin(a))}"
    return rays


def spray(x: float, y: float, length: float, *turns: float) -> tuple[str, str]:
    """Gum leaves that hang from one place: those behind, and those in front."""
    drawn = [
        sickle(x, y, length * (1 - 0.1 * (i % 3)), 5.6, turn, 6 if turn < 90 else -6)
        for i, turn in enumerate(turns)
    ]
    return "".join(drawn[1::2]), "".join(drawn[::2])


def australia() -> str:
    """Sea stacks off a cliff coast; a gum branch in blossom hangs into the view."""
    sprays = [
        spray(10, 56, 32, 104, 84, 58),
        spray(33, 64, 33, 124, 104, 82, 58),
        spray(70, 54, 28, 130, 110, 88, 62),
        spray(117, 53, 31, 124, 102, 80, 54),
        spray(134, 43, 26, 96, 66),
        spray(60, 40, 26, -8, 20),
        spray(24, 48, 24, 24, 0),
    ]
    spears = "".join(
        f"M{pts(141, 172)}q{pts(9 * cos(a), 13 * sin(a) - 6, 23 * cos(a), 20 * sin(a) + 2)}"
        for a in (radians(-168 + 13 * i) for i in range(13))
    )
    return (
        sky()
        + fill("sun", disc(72, 104, 23))
        + fill(
            "far",
            "M0 104L12 101L22 104L34 103L40 108V120H0ZM118 112L130 106L144 107L160 103V120H118Z",
        )
        + fill("sky", "M0 117H160V200H0Z")
        + fill(SEA, "M0 117H160V200H0Z", veil=0.8)
        + fill(
            "sun",
            "M52 119H93V121.6H52ZM58 125H86V127.6H58ZM49 131H80V133.4H49ZM62 137H92V139.8H62ZM55 144H76V146.4H55ZM64 151H84V153H64Z",
            veil=0.8,
        )
        + fill(
            "lit",
            "M0 124H20V126H0ZM134 126H160V128H134ZM8 146H28V148.4H8ZM138 150H160V152.4H138Z",
            veil=0.4,
        )
        # what the sea has left of the cliffs
        + fill("near", "M91 122L92 110L94 106L99 105L101 109L103 122Z")
        + fill(
            "mid",
            "M97 122L98 112L97 107L99 105L101 109L103 122Z"
            "M23 139L25 127.9L23 120.5L27 113.1L26 105.7L31 102L39 101.3L47 103.5L48 110.1L52 116.1L50 123.5L54 130.1L55 139Z",
        )
        + fill(
            "mid",
            "M101 152L104 139.8L101 130.7L105 121.6L103 111L107 101.8L106 95L112 90.4L122 89.7L129 92L137 91.2L141 96.5L140 106.4L145 114L143 123.1L148 130.7L146 141.4L150 152Z",
        )
        + fill(
            "near",
            "M23 139L25 127.9L23 120.5L27 113.1L26 105.7L31 102L35 102.7L33 112.4L37 119L34 127.9L38 139Z"
            "M150 152L146 141.4L148 130.7L143 123.1L145 114L140 106.4L141 96.5L137 91.2L129 92L131 100.3L126 110.2L131 119.3L127 129.2L132 138.3L128 152Z",
        )
        + line(
            "near",
            1,
            "M106 100.3L120 101.1M105 111.7L116 111M121 113.2H124M103 130L113 130.7M119 130.7L124 130M104 141.4L117 140.6M122 142.1H127M39 107.9H45M40 117.5L49 118.3M40 128.6L51 127.9M37 133.8H46",
            veil=0.7,
        )
        + fill(
            "fore",
            "M104 95.8Q107 89.7 112 88.9Q117 85.9 123 87.9Q130 86.6 134 88.9Q141 89.7 142 96.5L136 93.2L128 95L121 92.4L111 93.5ZM25 106.4Q26 101.3 32 100.5Q38 97.6 44 100.5Q49 102 49 107.2L44 104.5L37 105.3L31 104.2Z",
        )
        + fill("lit", disc(39, 140, 21, 0.13), disc(126, 153, 32, 0.11), disc(97, 122.6, 9, 0.16))
        + line("near", 1.2, gull(88, 82, 5), gull(99, 76, 3.6))
        # the beach
        + fill("lit", "M0 164Q36 150 66 162T116 178T160 174V200H0Z")
        + fill("far", "M0 170Q36 155 64 167T116 183T160 180V200H0Z")
        + fill(
            "lit",
            "M0 181Q30 167 56 178T104 191T160 188V191.4Q130 198 102 195T52 182Q26 174 0 187Z",
            veil=0.7,
        )
        + fill("fore", "M160 170Q146 174 136 182Q120 182 108 200H160Z")
        + line("fore", 1.5, spears)
        + line("near", 2.4, "M141 172Q142 150 139 128M144 174Q147 158 148 142")
        # the branch
        + fill(
            "fore",
            "M0 58Q40 30 92 43.6Q112 47 118 57L116.6 57.6Q110 49.6 92 47Q42 36 0 66ZM24 46Q36 54 34 69H32.4Q33 56 22 48ZM56 39Q70 46 71 61H69.4Q67 48 54 41ZM92 44Q112 38 134 44V45.4Q112 41 92 46Z",
        )
        + fill("fore", *(one[0] for one in sprays))
        + fill("near", *(one[1] for one in sprays))
        + line(BLOSSOM, 1.7, tuft(48, 52, 12, 96), tuft(98, 52, 12, 84), tuft(84, 62, 11, 76))
        + fill("fore", disc(48, 51, 3.2), disc(98, 51, 3.2), disc(84, 61, 2.8))
        + line("fore", 1.2, "M48 49L44 40M98 51L94 45M84 60L79 43")
    )


VIEWS = {"au": australia, "gb": britain}
