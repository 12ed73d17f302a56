"""Flat shapes as SVG text: numbers, colours, simple figures, turned bodies, repeatable chance."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

Profile = Sequence[Sequence[float]]
"""The right-hand outline of a turned body: (w, y), then lines, quadratics or cubics in (w, y)."""

WHITE = "#FBF8F3"
INK = "#2A2622"
WOOD = "#C4935A"
STEEL = "#B4B9BE"
GOLD = "#D6A647"


def num(value: float) -> str:
    """A number with at most one decimal."""
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def pts(*values: float) -> str:
    """Numbers in a row, as in path data."""
    return " ".join(num(v) for v in values)


def _rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#RRGGBB`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, part: float) -> str:
    """A colour between two; `part` is the share of the other."""
    pairs = zip(_rgb(one), _rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in pairs)


def dark(colour: str, part: float = 0.2) -> str:
    """The shade side of a colour."""
    return mix(colour, "#231432", part)


def light(colour: str, part: float = 0.55) -> str:
    """The lit side of a colour."""
    return mix(colour, "#FFFBF0", part)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    parts = [c / 255 for c in _rgb(colour)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours."""
    a, b = sorted((luminance(one), luminance(other)))
    return (b + 0.05) / (a + 0.05)


def apart(one: str, other: str) -> bool:
    """Whether two colours can be told from each other side by side."""
    return sum(abs(a - b) for a, b in zip(_rgb(one), _rgb(other), strict=True)) >= 46


def path(data: str, fill: str) -> str:
    """A filled path."""
    return f'<path d="{data}" fill="{fill}"/>'


def stroke(data: str, colour: str, width: float, cap: str = "round") -> str:
    """A drawn line of some thickness: stems, handles, strings."""
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{num(width)}"'
        f' stroke-linecap="{cap}" stroke-linejoin="round"/>'
    )


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0) -> str:
    """A rectangle, its corners rounded by `r`."""
    round_ = f' rx="{num(r)}"' if r else ""
    return (
        f'<rect x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}"{round_}'
        f' fill="{fill}"/>'
    )


def disc(x: float, y: float, r: float, fill: str) -> str:
    """A circle."""
    return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" fill="{fill}"/>'


def oval(x: float, y: float, rx: float, ry: float, fill: str, turn: float = 0) -> str:
    """An ellipse, turned by some degrees."""
    turned = f' transform="rotate({pts(turn, x, y)})"' if turn else ""
    return (
        f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}"{turned}'
        f' fill="{fill}"/>'
    )


def poly(points: Sequence[float], fill: str) -> str:
    """A filled polygon."""
    return path(f"M{pts(*points)}Z", fill)


def group(transform: str, *parts: str) -> str:
    """Parts moved together."""
    return f'<g transform="{transform}">{"".join(parts)}</g>'


def fuse(body: str) -> str:
    """Neighbouring paths of one fill as a single path; they must be drawn the same way round."""
    pair = re.compile(r'<path d="([^"]+)" fill="([^"]+)"/>((?:<path d="[^"]+" fill="\2"/>)+)')

    def join(found: re.Match[str]) -> str:
        return path(found[1] + "".join(re.findall(r'd="([^"]+)"', found[3])), found[2])

    return pair.sub(join, body)


def compact(body: str) -> str:
    """The same drawing in fewer bytes: whole numbers in paths, a shared fill for a run of shapes."""
    body = re.sub(r'(?<= d=")[^"]+', lambda m: re.sub(r"-?\d*\.\d+", _whole, m[0]), body)
    body = re.sub(r'(?<= (?:cx|cy)=")\d+\.\d|(?<= [xy]=")\d+\.\d', _whole, body)
    body = body.replace(' stroke-linejoin="round"', "")
    shape = r'<(?:path|rect|circle|ellipse)\b[^>]* fill="(#\w+)"/>'
    run = re.compile(shape + r'(?:<(?:path|rect|circle|ellipse)\b[^>]* fill="\1"/>){2,}')

    def join(found: re.Match[str]) -> str:
        fill = f' fill="{found[1]}"'
        return f"<g{fill}>{found[0].replace(fill, '')}</g>"

    return run.sub(join, body)


def _whole(found: re.Match[str]) -> str:
    """A decimal number, rounded unless it is a hair that keeps a dot from vanishing."""
    value = float(found[0])
    return found[0] if 0 < value < 0.3 else num(float(round(value)))


def svg(width: int, height: int, body: str) -> str:
    """A whole picture."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}">{body}</svg>\n'
    )


def _along(profile: Profile, scale: float, cx: float) -> str:
    """Path data down a profile, without the first point."""
    out = []
    for seg in profile[1:]:
        xy = [cx + scale * v if i % 2 == 0 else v for i, v in enumerate(seg)]
        out.append({2: "L", 4: "Q", 6: "C"}[len(xy)] + pts(*xy))
    return "".join(out)


def _back(profile: Profile, scale: float, cx: float) -> str:
    """Path data up a profile again."""
    turned: list[list[float]] = [list(profile[-1][-2:])]
    for i in range(len(profile) - 1, 0, -1):
        seg = list(profile[i][:-2])
        controls = [v for j in range(len(seg) - 2, -1, -2) for v in seg[j : j + 2]]
        turned.append(controls + list(profile[i - 1][-2:]))
    return _along(turned, scale, cx)


def turned(
    profile: Profile, fill: str, shade: str | None = None, cx: float = 200, edge: float = 0.5
) -> str:
    """A body turned on a lathe: the outline mirrored, its left side in shade."""
    w0, y0 = profile[0][0], profile[0][1]
    w1, y1 = profile[-1][-2], profile[-1][-1]
    body = f"M{pts(cx + w0, y0)}{_along(profile, 1, cx)}L{pts(cx - w1, y1)}"
    body += _back(profile, -1, cx) + "Z"
    side = f"M{pts(cx - w0, y0)}{_along(profile, -1, cx)}L{pts(cx - edge * w1, y1)}"
    side += _back(profile, -edge, cx) + "Z"
    return path(body, fill) + path(side, shade or dark(fill))


def can(
    w: float, top: float, bottom: float = 500, r: float = 12, rt: float | None = None
) -> Profile:
    """Profile of a straight cylinder with rounded corners."""
    t = r if rt is None else rt
    return [
        (w - t, top),
        (w, top, w, top + t),
        (w, bottom - r),
        (w, bottom, w - r, bottom),
    ]


def flask(
    w: float, neck: float, top: float, s0: float, s1: float, bottom: float = 500, r: float = 14
) -> Profile:
    """Profile of a bottle: neck from `top` to `s0`, shoulder to `s1`, body to `bottom`."""
    d = s1 - s0
    return [
        (neck, top),
        (neck, s0),
        (neck, s0 + d * 0.55, w, s0 + d * 0.35, w, s1),
        (w, bottom - r),
        (w, bottom, w - r, bottom),
    ]


def shine(x: float, y: float, h: float, colour: str, w: float = 11) -> str:
    """The one highlight, upright and round-ended."""
    return rect(x - w / 2, y, w, h, colour, w / 2)


@dataclass(frozen=True)
class Look:
    """What a recipe and its country say about one thing."""

    main: str
    label: str
    accent: str
    deep: str
    soft: str
    window: str
    mark: str
    form: int

    @property
    def lit(self) -> str:
        """The highlight on the thing itself."""
        return light(self.main, 0.6)


class Dice:
    """Chance that falls the same way for the same name, every time."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._count = 0

    def roll(self, low: float, high: float) -> float:
        """The next number between two."""
        self._count += 1
        digest = hashlib.sha256(f"{self._name}/{self._count}".encode()).digest()
        return low + (high - low) * int.from_bytes(digest[:4], "big") / 0xFFFFFFFF

    def whole(self, low: int, high: int) -> int:
        """The next whole number, both ends included."""
        return min(high, int(self.roll(low, high + 1)))

    def yes(self) -> bool:
        """Heads or tails."""
        return self.roll(0, 1) < 0.5
