"""Whether the colours of a palette can be told apart (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from pavilion_gen.model.country import Palette

PAPER, INK, WHITE = "#FBF8F3", "#1C1A17", "#FFFFFF"
CAPTION, PRICE = "#5E584F", "#B3201B"
NIGHT_PAPER, NIGHT_SURFACE = "#151412", "#201E1B"
AA, AAA = 4.5, 7.0


def _luminance(colour: str) -> float:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours `#RRGGBB`, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def failures(palette: Palette) -> Iterator[tuple[str, str, float, float]]:
    """(key of the palette, what it stands on, ratio, ratio needed) of each pair that fails."""
    pairs = (
        ("accent", palette.accent, "white", WHITE, AA),
        ("accent", palette.accent, "paper", PAPER, AA),
        ("deep", palette.deep, "white", WHITE, AAA),
        ("soft", palette.soft, "the ink of text", INK, AAA),
        ("soft", palette.soft, "the ink of captions", CAPTION, AA),
        ("soft", palette.soft, "the red of prices", PRICE, AA),
        ("soft", palette.soft, "the accent", palette.accent, AA),
        ("night", palette.night, "the paper of the night", NIGHT_PAPER, AA),
        ("night", palette.night, "the surface of the night", NIGHT_SURFACE, AA),
        ("night", palette.night, "deep", palette.deep, AA),
    )
    for key, colour, name, ground, needed in pairs:
        reached = ratio(colour, ground)
        if reached < needed:
            yield key, name, reached, needed
