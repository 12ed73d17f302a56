"""Market stalls and festivals."""

from __future__ import annotations

from scene_kit import (
    SNOW,
    SUN,
    Scene,
    bars,
    beads,
    dots,
    sky,
)
from scenes_town import house_row
from shapes import dark, disc, group, mix, num, path, poly, pts, rect, stroke


def market_stall(s: Scene) -> str:
    """Striped awning over crates of fruit and vegetables."""
    out = (
        sky(s, mix(s.sky, s.sand, 0.3))
        + house_row(s, 640, 400, 520)
        + rect(0, 640, 1600, 260, mix(s.sand, s.rock, 0.25))
    )
    out += (
        rect(170, 250, 22, 610, s.deep)
        + rect(1408, 250, 22, 610, s.deep)
        + rect(180, 330, 1240, 240, mix(s.deep, s.accent, 0.35))
    )
    stripes = ""
    for tone, first in ((SNOW, 0), (s.accent, 1)):
        cloth, valance = "", ""
        for i in range(first, 12, 2):
            top, low = 230 + i * 95, 116 + i * 114
            cloth += f"M{top} 150h95L{low + 114} 320h-114Z"
            valance += f"M{low} 320h114v30a57 40 0 0 1-114 0Z"
        stripes += path(cloth, tone) + path(valance, dark(tone, 0.12))
    out += stroke("M260 350H1340", s.rock, 6)
    for i in range(5):
        x = 360 + i * 220 + s.roll(-20, 20)
        if i == 2:
            out += (
                stroke(f"M{pts(x, 352)}V410", s.rock, 5)
                + path(
                    f"M{pts(x - 62, 440)}H{pts(x + 62)}Q{pts(x + 46, 486, x, 486)}Q{pts(x - 46, 486, x - 62, 440)}Z",
                    "#B4B9BE",
                )
                + stroke(f"M{pts(x - 58, 440)}L{pts(x, 410)}L{pts(x + 58, 440)}", "#B4B9BE", 4)
                + disc(x, 402, 20, SNOW)
            )
        else:
            out += stroke(f"M{pts(x, 352)}V386", s.rock, 4)
            bunch = ((-18, 8), (0, 0), (18, 8), (-9, 34), (9, 34), (0, 58))
            data = "".join(f"M{pts(x + dx, 390 + dy)}v18" for dx, dy in bunch)
            out += stroke(data, SUN if i % 2 else s.leaf, 25)
    out += stripes
    fruit = [SUN, s.leaf, "#C8553D", s.accent, "#E08A3C", s.wood]
    turn = s.dice.whole(0, 5)
    for row, (y, n, w) in enumerate(((560, 5, 236), (690, 6, 216))):
        left = 800 - n * w / 2
        for i in range(n):
            x = left + i * w
            tint = fruit[(i + row * 2 + turn) % 6]
            r = 28 if (i + row) % 2 else 22
            step = (w - 60) / 5
            upper = f"M{pts(x + 34 + step / 2, y + 4 - r * 1.2)}h{pts(step * 4 + 2)}"
            out += beads(upper, dark(tint, 0.13), 2 * r, step)
            out += beads(f"M{pts(x + 34, y + 4)}h{pts(step * 5 + 2)}", tint, 2 * r, step)
        span = n * w - 12
        out += bars(f"M{pts(left + 6, y + 43)}h{pts(span)}", s.sand, 86, w - 12, 12)
        out += bars(f"M{pts(left + 6, y + 43)}h{pts(span)}", dark(s.sand), 86, 40, w - 40)
        out += bars(f"M{pts(left + 6, y + 43)}h{pts(span)}", s.rock, 6, w - 12, 12)
        out += bars(f"M{pts(left + w * 0.42 + 26, y - 30)}h{pts(span - 90)}", s.deep, 60, 5, w - 5)
        out += bars(f"M{pts(left + w * 0.42, y - 46)}h{pts(span - 90)}", SNOW, 38, 56, w - 56)
        out += rect(left - 10, y + 84, n * w + 20, 46, s.rock)
    out += rect(140, 820, 1320, 50, s.deep)
    return out + group(
        "translate(90 870)",
        poly((-60, 0, -76, -110, 76, -110, 60, 0), s.rock),
        stroke("M-60-110Q0-230 60-110", s.rock, 11),
        disc(-30, -116, 34, s.leaf),
        disc(26, -124, 40, s.wood),
    )


def festival_night(s: Scene) -> str:
    """Lantern strings over stalls and roofs, sparks in the sky."""
    night = mix(s.deep, "#0E1638", 0.6)
    glow = mix(s.deep, s.accent, 0.5)
    out = sky(s, night) + disc(s.roll(1240, 1400), 170, 62, "#F8EBC3")
    for cx, cy, r, c in (
        (s.roll(260, 420), s.roll(170, 230), 120, SUN),
        (s.roll(720, 860), s.roll(120, 170), 88, s.soft),
        (s.roll(980, 1080), 270, 66, mix(s.accent, SUN, 0.5)),
    ):
        for ring, k, w in ((0.9, 16, 0.24), (0.55, 12, 0.18), (0.24, 8, 0.12)):
            rad = r * ring
            out += bars(
                f"M{pts(cx - rad, cy)}a{pts(rad, rad)} 0 1 1 0 .1Z",
                c,
                r * w,
                5,
                6.283 * rad / k - 5,
            )
    x = -10.0
    while x < 1600:
        w, h = s.roll(130, 220), s.roll(110, 240)
        out += poly(
            (x, 640, x, 640 - h, x + w * 0.5, 640 - h - w * 0.3, x + w, 640 - h, x + w, 640), glow
        )
        out += bars(
            f"M{pts(x + w * 0.26, 674 - h)}v34M{pts(x + w * 0.7, 730 - h)}v34",
            SUN,
            w * 0.14,
            40,
            20,
        )
        x += w
    out += rect(0, 640, 1600, 260, mix(night, glow, 0.45))
    out += path("M500 640H1100L1460 900H140Z", mix(glow, SUN, 0.2))
    for side in (0, 1):
        for i in range(3):
            w = 150 + i * 70
            sx = (
                (30 + (2 - i) * 190 - i * 60)
                if side == 0
                else 1600 - (30 + (2 - i) * 190 - i * 60) - w
            )
            y, h = 700 + i * 76, 150 + i * 60
            out += rect(sx, y - h * 0.7, w, h * 0.7, mix(SUN, s.accent, 0.25)) + rect(
                sx, y - h * 0.34, w, h * 0.34, s.accent
            )
            out += rect(sx - 12, y - h * 0.74, w + 24, h * 0.18, s.accent)
            out += bars(
                f"M{pts(sx - 12, y - h * 0.65)}h{pts(w + 24)}",
                SNOW,
                h * 0.18,
                (w + 24) / 7,
                (w + 24) / 7,
            )
            out += poly(
                (
                    sx - 16,
                    y - h * 0.72,
                    sx + 16,
                    y - h,
                    sx + w - 16,
                    y - h,
                    sx + w + 16,
                    y - h * 0.72,
                ),
                s.deep,
            )
            out += beads(
                f"M{pts(sx + w * 0.2, y - h * 0.36)}h{pts(w * 0.62)}", SNOW, 18 + i * 6, w * 0.2
            )
    tints = (SUN, s.accent, s.soft)
    for y0, sag, n, r in ((330, 120, 11, 25), (420, 150, 9, 31)):
        off = s.roll(-30, 30)
        out += stroke(f"M-20 {pts(y0)}Q{pts(800 + off, y0 + 2 * sag, 1620, y0 - 20)}", s.soft, 3)
        spots: list[tuple[float, float]] = []
        for i in range(n):
            t = (i + 0.5) / n
            bend = 2 * t * (1 - t)
            lx = (1 - t) ** 2 * -20 + bend * (800 + off) + t * t * 1620
            ly = (1 - t) ** 2 * y0 + bend * (y0 + 2 * sag) + t * t * (y0 - 20)
            spots.append((lx, ly + r + 6))
        caps = "".join(f"M{pts(x, y - r - 6)}v{pts(2 * r + 22)}" for x, y in spots)
        out += stroke(caps, s.rock, 14, "butt")
        for i, tint in enumerate(tints):
            out += dots(spots[i::3], tint, 2 * r)
            shade = "".join(f"M{pts(x - r * 0.5, y - r * 0.5)}v{num(r)}" for x, y in spots[i::3])
            out += stroke(shade, dark(tint, 0.14), r * 0.62)
    return out
