"""Mountains, snow, night, a railway."""

from __future__ import annotations

from scene_kit import (
    SNOW,
    SUN,
    Scene,
    beads,
    boat,
    clouds,
    glints,
    hills,
    lake,
    mountain,
    pine,
    sky,
    sun,
)
from shapes import dark, disc, fuse, light, mix, path, poly, pts, rect, stroke


def mountain_lake(s: Scene) -> str:
    """Snow peaks over a lake, firs in front."""
    out = sky(s) + sun(s, 130, 210, 76) + clouds(s, 2)
    x = s.roll(520, 760)
    out += mountain(s, x - 420, 520, 760, s.roll(250, 320), s.far) + mountain(
        s, x + 560, 520, 900, s.roll(280, 340), s.far
    )
    out += mountain(s, x, 540, 860, s.roll(390, 440), s.mid) + hills(s, 508, 26, s.accent, 5, 560)
    out += lake(s, 540, 900)
    out += poly((x - 240, 540, x - 20, 700, x + 40, 690, x + 250, 540), mix(s.water, s.mid, 0.45))
    out += glints(s, 600, 720, light(s.water, 0.5), 5, x - 220, x + 260)
    out += fuse(
        "".join(pine(i * 44 + s.roll(-10, 10), 548, s.roll(40, 78), s.wood) for i in range(9))
    )
    out += fuse(
        "".join(
            pine(1600 - i * 40 + s.roll(-10, 10), 548, s.roll(40, 84), s.wood) for i in range(10)
        )
    )
    out += boat(s.roll(880, 1080), 660, 0.8, s.deep, SNOW)
    out += path(
        "M0 900V800Q260 770 520 860T760 900ZM1600 900V780Q1400 790 1240 860T1080 900Z", s.wood
    )
    for bx, h in (
        (40, 420),
        (150, 300),
        (250, 360),
        (356, 200),
        (1560, 460),
        (1450, 330),
        (1352, 240),
    ):
        out += pine(bx + s.roll(-14, 14), 880, h, s.deep)
    return out


def snow_peak(s: Scene) -> str:
    """One great peak, a hut, tracks in the snow."""
    x = s.roll(640, 900)
    out = sky(s, mix(s.sky, s.far, 0.35)) + sun(s, 120, 200, 70) + clouds(s, 2, SNOW)
    out += mountain(s, x - 520, 640, 800, 330, s.far) + mountain(s, x + 560, 640, 860, 380, s.far)
    out += mountain(s, x, 680, 1060, s.roll(530, 580), s.mid) + hills(s, 630, 26, s.accent, 4)
    out += fuse(
        "".join(
            pine(i * 62 + s.roll(-20, 20), 678 + s.roll(-6, 20), s.roll(60, 120), s.wood)
            for i in range(26)
            if abs(i * 62 - x) > 130
        )
    )
    white, shade = SNOW, mix(SNOW, s.far, 0.4)
    out += path(f"M0 720Q{pts(500, 640, x, 690)}T1600 670V900H0Z", white) + path(
        "M0 830Q300 740 700 812T1240 900H0Z", shade
    )
    hx = x + 250
    out += (
        rect(hx, 628, 150, 74, s.rock)
        + rect(hx, 628, 46, 74, dark(s.rock))
        + poly(
            (hx - 26, 640, hx + 75, 560, hx + 176, 640, hx + 168, 652, hx + 75, 582, hx - 18, 652),
            white,
        )
    )
    out += (
        poly((hx, 640, hx + 75, 582, hx + 150, 640), s.rock)
        + rect(hx + 62, 646, 26, 26, SUN)
        + rect(hx + 106, 646, 26, 26, SUN)
    )
    out += stroke(
        f"M{pts(hx + 40, 720)}Q{pts(x - 60, 760, x + 60, 810)}T{pts(x - 180, 910)}M{pts(hx + 56, 722)}Q{pts(x - 30, 764, x + 90, 812)}T{pts(x - 150, 910)}",
        shade,
        6,
    )
    for px, h in ((70, 330), (180, 230), (1540, 380), (1430, 250), (1330, 160)):
        out += pine(px + s.roll(-20, 20), 890, h, s.deep)
    return out


def night_sky(s: Scene) -> str:
    """Stars and moon over a ridge, a lit tent."""
    night = mix(s.deep, "#0E1638", 0.7)
    haze = mix(night, s.accent, 0.45)
    out = sky(s, night)
    a = s.roll(-120, 60)
    way = f"M{pts(260 + a, 700)}Q{pts(520 + a, 300, 1080 + a, -60)}"
    out += beads(way, mix(night, haze, 0.3), 250, 120) + beads(way, mix(night, haze, 0.55), 150, 92)
    out += beads(way, mix(night, haze, 0.8), 62, 74)
    out += disc(1250 + s.roll(-80, 100), 190, 66, "#F8EBC3")
    for i in range(52):
        out += disc(s.roll(20, 1580), s.roll(20, 560), 2 + (i % 5) * 0.9, SNOW if i % 4 else SUN)
    out += mountain(s, 420 + s.roll(-100, 60), 690, 900, 250, haze, False) + mountain(
        s, 1240 + s.roll(-80, 80), 690, 900, 200, haze, False
    )
    out += hills(s, 650, 30, mix(night, haze, 0.4), 4) + lake(s, 720, 900, mix(haze, night, 0.3))
    out += path("M0 900V760Q320 720 620 790T1100 850L1180 900Z", night) + path(
        "M1600 900V800Q1440 800 1300 900Z", night
    )
    tx = s.roll(330, 470)
    out += (
        poly((tx - 90, 800, tx, 680, tx + 110, 806), SUN)
        + poly((tx - 90, 800, tx, 680, tx - 16, 802), mix(SUN, s.accent, 0.4))
        + poly((tx + 20, 804, tx + 6, 700, tx + 56, 805), dark(SUN, 0.5))
    )
    out += disc(tx + 190, 816, 14, SUN) + poly(
        (tx + 176, 822, tx + 190, 782, tx + 204, 822), "#E98A3A"
    )
    for px, h in ((60, 330), (150, 240), (230, 180), (1540, 360), (1460, 230)):
        out += pine(px, 850, h, mix(night, "#000000", 0.35))
    return out


def railway_viaduct(s: Scene) -> str:
    """A train on tall arches over a valley."""
    out = sky(s) + sun(s, 130, 210, 74) + clouds(s, 2)
    x = s.roll(420, 640)
    out += (
        mountain(s, x, 560, 860, 400, s.far)
        + mountain(s, x + 700, 560, 900, 330, s.far)
        + hills(s, 520, 50, s.mid, 4)
    )
    out += fuse(
        "".join(
            pine(i * 68 + s.roll(-20, 20), 600 + s.roll(-14, 20), s.roll(70, 130), s.wood)
            for i in range(25)
        )
    )
    out += hills(s, 610, 30, s.leaf, 4)
    top, stone = 440, mix(s.sand, s.rock, 0.45)
    span = 200
    off = s.roll(-60, 0)
    arches = "".join(
        f"M{pts(off + i * span + 26, 920)}V{pts(top + 150)}A{pts(span / 2 - 26, span / 2 - 26)} 0 0 1 {pts(off + (i + 1) * span - 26, top + 150)}V920Z"
        for i in range(-1, 9)
    )
    back = f"M0 {pts(top + 30)}H1600V920H0Z"
    out += f'<path d="{back}{arches}" fill="{stone}" fill-rule="evenodd"/>'
    out += "".join(rect(off + i * span - 26, top + 150, 16, 760, dark(stone)) for i in range(10))
    out += rect(0, top + 18, 1600, 22, dark(stone, 0.24)) + rect(0, top + 8, 1600, 12, stone)
    tx = s.roll(260, 520)
    coach = "#B8322A" if s.named("bernina") else s.accent
    for i in range(4):
        cx = tx + i * 198
        out += rect(cx, top - 70, 188, 66, coach, 16 if i == 3 else 8) + rect(
            cx, top - 22, 188, 8, SNOW
        )
        out += "".join(
            rect(cx + 14 + j * 42, top - 58, 30, 24, s.soft, 3) for j in range(4)
        ) + rect(cx + 20, top - 6, 148, 12, s.deep, 4)
    out += path("M0 900V770Q240 740 430 800T800 850T1220 800T1600 760V900Z", s.wood)
    out += path("M560 900Q700 850 820 856T1060 900Z", s.water)
    for px, h in ((70, 300), (170, 220), (1530, 330), (1430, 240), (1350, 170)):
        out += pine(px, 880, h, s.deep)
    return out
