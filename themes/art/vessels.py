"""Jars, bottles, tins, boxes and bags, from which most families are made."""

from __future__ import annotations

from shapes import (
    STEEL,
    WOOD,
    Look,
    Profile,
    can,
    dark,
    disc,
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
from windows import label


def jar(
    k: Look,
    w: float,
    top: float,
    *,
    lid: str | None = None,
    lid_h: float = 46,
    lid_w: float | None = None,
    shoulder: float = 36,
    tag: tuple[float, float] | None = None,
    cx: float = 200,
) -> str:
    """A glass jar with content, lid and label (`tag` is the label's top and height)."""
    lw = lid_w or w * 0.84
    y = top + lid_h
    body: Profile = [
        (lw - 7, y - 4),
        (lw - 7, y + 8),
        (w, y + 12, w, y + 12 + shoulder),
        (w, 486),
        (w, 500, w - 14, 500),
    ]
    level = y + 12 + shoulder * 0.75
    out = turned(body, mix(k.main, "#FFFFFF", 0.55), mix(k.main, "#E4DCE0", 0.45), cx)
    out += turned(can(w - 9, level, 491, 10, 5), k.main, None, cx)
    out += turned(can(lw, top, y, 7), lid or k.accent, None, cx)
    ly, lh = tag or (level + 26, 470 - level - 30)
    out += label(k, w * 0.74, ly, lh, cx=cx, strip=w * 0.24)
    return out + shine(cx + w * 0.83, level + 20, min(120, (480 - level) * 0.6), k.lit, 10)


def bottle(
    k: Look,
    profile: Profile,
    w: float,
    *,
    cap: str,
    cap_w: float,
    cap_y: float,
    cap_h: float,
    tag: tuple[float, float],
    glass: str | None = None,
    spread: float = 0.78,
) -> str:
    """A bottle of some profile, with cap or capsule and label; `w` is its half width."""
    colour = glass or k.main
    out = turned(profile, colour)
    out += turned(can(cap_w, cap_y, cap_y + cap_h, 3, 6), cap)
    out += label(k, w * spread, tag[0], tag[1], strip=w * (spread - 0.5))
    x = 200 + w * (spread + 1) / 2 if spread < 0.9 else 200 + w * 0.62
    y = tag[0] - 34 if spread < 0.9 else tag[0] - 74
    return out + shine(x, y, tag[1] if spread < 0.9 else 56, light(colour, 0.55), 9)


def tin(k: Look, w: float, top: float, *, lid: str, lid_h: float = 40, bottom: float = 500) -> str:
    """A round tin in the main colour with a lid."""
    return turned(can(w, top + lid_h - 8, bottom, 8), k.main) + turned(
        can(w + 5, top, top + lid_h, 9), lid
    )


def box(w: float, top: float, fill: str, *, side: float = 30, cx: float = 200) -> str:
    """A carton: its front, and a narrow side in shade."""
    return rect(cx - w, top, 2 * w, 500 - top, fill) + rect(
        cx - w, top, side, 500 - top, dark(fill)
    )


def pouch(k: Look, w: float, top: float, fill: str, band: str) -> str:
    """A standing pouch with a sealed upper edge."""
    h = 500 - top
    profile: Profile = [
        (w, top + 4),
        (w, top + 40),
        (w * 1.12, top + h * 0.5, w * 1.08, 468, w * 0.96, 500),
    ]
    notch = stroke(f"M{pts(200 - w + 12, top + 46)}H{pts(200 + w - 12)}", dark(fill), 3)
    return (
        turned(profile, fill)
        + rect(200 - w, top, 2 * w, 34, band)
        + rect(200 - w, top, w * 0.5, 34, dark(band))
        + notch
    )


def sack(w: float, top: float, fill: str, tie: str) -> str:
    """A cloth sack gathered by a string."""
    neck = w * 0.42
    y = top + 74
    body: Profile = [
        (w * 0.66, top + 6),
        (w * 0.5, top + 40, neck, y),
        (w * 1.05, y + 34, w * 1.12, y + 150, w * 1.02, 480),
        (w, 500, w * 0.86, 500),
    ]
    frill = f"M{pts(200 - w * 0.66, top + 6)}q{pts(w * 0.22, -18, w * 0.44, 0)}"
    frill += f"t{pts(w * 0.44, 0)}t{pts(w * 0.44, 0)}L{pts(200 + neck, y)}H{pts(200 - neck)}Z"
    string = rect(200 - neck - 5, y - 8, 2 * neck + 10, 13, tie, 6)
    ends = stroke(
        f"M{pts(200 + neck - 6, y)}q20 14 14 46M{pts(200 + neck - 6, y)}q36 4 40 34", tie, 5
    )
    return turned(body, fill) + path(frill, mix(fill, dark(fill), 0.3)) + string + ends


def cup(x: float, w: float, h: float, fill: str, drink: str, handle: bool = True) -> str:
    """A small cup seen a little from above."""
    top = 500 - h
    out = ""
    if handle:
        out += stroke(
            f"M{pts(x + w - 8, top + h * 0.22)}q{pts(34, -8, 32, h * 0.2)}"
            f"q{pts(-2, h * 0.26, -44, h * 0.22)}",
            fill,
            10,
        )
    bowl: Profile = [(w, top), (w, 500 - 8, w * 0.56, 500 - 8), (w * 0.56, 500)]
    return (
        out
        + turned(bowl, fill, None, x)
        + oval(x, top, w, w * 0.17, light(fill, 0.4))
        + oval(x, top + 2, w * 0.86, w * 0.12, drink)
    )


def heap(xs: list[tuple[float, float, float]], fill: str) -> str:
    """Round pieces, each with its left side in shade: (x, y, radius)."""
    out = ""
    for x, y, r in xs:
        out += disc(x, y, r, fill)
        out += path(
            f"M{pts(x, y - r)}A{pts(r, r)} 0 0 0 {pts(x, y + r)}Q{pts(x - r * 0.7, y, x, y - r)}Z",
            dark(fill),
        )
    return out


def spoon(x: float, top: float, turn: float, colour: str = STEEL) -> str:
    """A spoon standing up."""
    return (
        f'<g transform="rotate({pts(turn, x, 500)})">'
        + stroke(f"M{pts(x, 500)}V{pts(top + 50)}", colour, 9)
        + oval(x, top + 32, 20, 32, colour)
        + "</g>"
    )


def dipper(x: float, top: float, turn: float) -> str:
    """A wooden honey dipper standing on its stick, head up."""
    rings = "".join(
        rect(x - r, top + i * 15, 2 * r, 11, WOOD, 5.5) for i, r in enumerate((15, 22, 24, 22, 15))
    )
    return (
        f'<g transform="rotate({pts(turn, x, 500)})">'
        + stroke(f"M{pts(x, 496)}V{pts(top + 6)}", dark(WOOD), 9)
        + rings
        + "</g>"
    )
