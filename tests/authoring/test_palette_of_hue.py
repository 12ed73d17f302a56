"""Palettes made of one hue."""

from __future__ import annotations

import pytest

from pavilion_gen.authoring.palette import hue_of, oklch, palette
from pavilion_gen.catalogue.contrast import failures


@pytest.mark.parametrize("hue", range(0, 360, 10))
def test_every_hue_makes_a_palette_that_passes_the_rules_of_contrast(hue: int) -> None:
    assert list(failures(palette(hue))) == []


def test_known_colours() -> None:
    # Given the OKLCH of white, black and the sRGB primaries (CSS Color 4)
    # Then the conversion hits them, and chroma beyond the screen keeps the lightness
    assert oklch(1, 0, 0) == "#FFFFFF"
    assert oklch(0, 0, 0) == "#000000"
    assert oklch(0.62796, 0.25768, 29.234) == "#FF0000"
    assert oklch(0.45201, 0.31321, 264.052) == "#0000FF"
    assert oklch(0.5, 0.4, 200) == oklch(0.5, 0.3, 200)


def test_all_codes_have_hues_of_their_own() -> None:
    codes = [a + b for a in "abcdefghijklmnopqrstuvwxyz" for b in "abcdefghijklmnopqrstuvwxyz"]
    hues = {hue_of(code) for code in codes}
    assert all(0 <= hue <= 360 for hue in hues)
    assert len(hues) > 600
    # Neighbours in the alphabet are told apart at sight
    assert abs(hue_of("fr") - hue_of("fs")) > 60
