"""Strokes the views through the windows are drawn with: tones, dots, leaves, fronds."""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, cos, degrees, pi, radians, sin

from shapes import num, pts

Curve = tuple[float, float, float, float, float, float]
"""A quadratic stroke: start, control and end."""


def paint(tone: str) -> str:
    """A colour of its own, or a tone that follows palette and night."""
    return tone if tone.startswith("#") else f"var(--v-{tone})"


def fill(tone: str, *data: str, veil: float = 1) -> str:
    """Shapes of one tone as a single path; `veil` lets what is behind shine through."""
    seen = f' fill-opacity="{veil:g}"' if veil < 1 else ""
    return f'<path fill="{paint(tone)}"{seen} d="{"".join(data)}"/>'


def line(tone: str, width: float, *data: str, veil: float = 1, dash: str = "") -> str:
    """Drawn lines of one tone and thickness, round at their ends."""
    seen = f' stroke-opacity="{veil:g}"' if veil < 1 else ""
    gaps = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path fill="none" stroke="{paint(tone)}" stroke-width="{num(width)}"'
        f' stroke-linecap="round"{seen}{gaps} d="{"".join(data)}"/>'
    )


def sky(tone: str = "sky") -> str:
    """The whole ground of the poster."""
    return fill(tone, "M0 0H160V200H0Z")


def disc(x: float, y: float, r: float, squash: float = 1) -> str:
    """Path data of a circle, or of a flat oval."""
    ry = r * squash
    return f"M{pts(x - r, y)}a{pts(r, ry)} 0 1 1 {pts(2 * r)} 0a{pts(r, ry)} 0 1 1 {pts(-2 * r)} 0Z"


def box(x: float, y: float, w: float, h: float) -> str:
    """Path data of an upright rectangle."""
    return f"M{pts(x, y)}h{num(w)}v{num(h)}h{num(-w)}Z"


def dots(places: Iterable[tuple[float, float]]) -> str:
    """Path data of points, for a thick round line."""
    return "".join(f"M{pts(x, y)}h.1" for x, y in places)


def leaf(x: float, y: float, length: float, width: float, turn: float) -> str:
    """Path data of a pointed leaf that grows from a point; 0 degrees points right, 90 down."""
    c, s = cos(radians(turn)), sin(radians(turn))
    ax, ay = length * 0.42 * c, length * 0.42 * s
    return (
        f"M{pts(x, y)}q{pts(ax - width * s, ay + width * c, length * c, length * s)}"
        f"q{pts(-length * c + ax + width * s, -length * s + ay - width * c, -length * c, -length * s)}"
    )


def half(x: float, y: float, length: float, width: float, turn: float) -> str:
    """Path data of the half of a leaf on one side of its rib; of the other, if `width` is negative."""
    c, s = cos(radians(turn)), sin(radians(turn))
    ax, ay = length * 0.42 * c, length * 0.42 * s
    return f"M{pts(x, y)}q{pts(ax - width * s, ay + width * c, length * c, length * s)}Z"


def along(curve: Curve, t: float) -> tuple[float, float, float]:
    """The point at a part of a stroke, and the way it runs there in degrees."""
    x0, y0, x1, y1, x2, y2 = curve
    u = 1 - t
    x = u * u * x0 + 2 * u * t * x1 + t * t * x2
    y = u * u * y0 + 2 * u * t * y1 + t * t * y2
    dx, dy = u * (x1 - x0) + t * (x2 - x1), u * (y1 - y0) + t * (y2 - y1)
    return x, y, degrees(atan2(dy, dx))


def bow(curve: Curve) -> str:
    """Path data of a stroke."""
    x0, y0, *rest = curve
    return f"M{pts(x0, y0)}Q{pts(*rest)}"


def frond(curve: Curve, count: int, length: float, width: float, spread: float) -> str:
    """Path data of leaflets to both sides of a stem, longest in its middle."""
    out = ""
    for i in range(count):
        t = (i + 1) / count
        x, y, turn = along(curve, t)
        size = length * (0.35 + 0.65 * sin(pi * (0.15 + 0.8 * t)))
        out += leaf(x, y, size, width, turn - spread) + leaf(x, y, size, width, turn + spread)
    return out + leaf(*along(curve, 0.97)[:2], length * 0.5, width, along(curve, 1)[2])


def plume(curve: Curve, count: int, length: float, spread: float) -> str:
    """Path data of a palm leaf for a thin line: the rib, and leaflets that hang to both sides of it."""
    out = bow(curve)
    for i in range(count):
        t = (i + 1.5) / (count + 1)
        x, y, turn = along(curve, t)
        size = length * (0.3 + 0.7 * sin(pi * (0.2 + 0.75 * t)))
        for side in (-spread, spread):
            a = radians(turn + side)
            dx, dy = size * cos(a), size * sin(a)
            out += f"M{pts(x, y)}q{pts(dx * 0.6, dy * 0.6, dx, dy + size * 0.25)}"
    return out
