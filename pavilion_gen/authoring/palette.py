"""Four colours from one hue, readable on each other.

OKLCH by Björn Ottosson, "A perceptual color space for image processing" (2020).
"""

from __future__ import annotations

import math

from pavilion_gen.catalogue.contrast import failures
from pavilion_gen.model.country import Palette

# Lightness, and the most chroma, of each colour
_ACCENT, _DEEP, _SOFT, _NIGHT = (0.50, 0.135), (0.30, 0.075), (0.945, 0.03), (0.80, 0.11)
_STEP = 0.005


def _linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _fits(lightness: float, chroma: float, hue: float) -> bool:
    return all(-1e-4 <= channel <= 1 + 1e-4 for channel in _linear(lightness, chroma, hue))


def _encoded(channel: float) -> int:
    channel = min(1.0, max(0.0, channel))
    if channel <= 0.0031308:
        return round(255 * 12.92 * channel)
    return round(255 * (1.055 * math.pow(channel, 1 / 2.4) - 0.055))


def oklch(lightness: float, chroma: float, hue: float) -> str:
    """`#RRGGBB`; a colour that screens cannot show gets less chroma, never another hue."""
    if not _fits(lightness, chroma, hue):
        low, high = 0.0, chroma
        for _ in range(24):
            middle = (low + high) / 2
            low, high = (middle, high) if _fits(lightness, middle, hue) else (low, middle)
        chroma = low
    return "#" + "".join(f"{_encoded(channel):02X}" for channel in _linear(lightness, chroma, hue))


def hue_of(country: str) -> float:
    """A hue (0 to 360) for an ISO code: neighbours in the alphabet come out far apart."""
    first, second = (ord(letter) - ord("a") for letter in country)
    number = 26 * first + second
    return round(number * 137.508 % 360, 1)


def palette(hue: float) -> Palette:
    """The palette of a hue (degrees). Where a pair fails the rules, its darker colour gets darker."""
    accent, deep = _ACCENT[0], _DEEP[0]
    while True:
        made = Palette(
            accent=oklch(accent, _ACCENT[1], hue),
            deep=oklch(deep, _DEEP[1], hue),
            soft=oklch(*_SOFT, hue),
            night=oklch(*_NIGHT, hue),
        )
        failing = {(key, ground) for key, ground, _, _ in failures(made)}
        if not failing or min(accent, deep) < _STEP:
            return made
        if any(key == "accent" or ground == "the accent" for key, ground in failing):
            accent -= _STEP
        if any("deep" in pair for pair in failing):
            deep -= _STEP
