"""The pairs of colours that a palette makes, and how far apart they must be (WCAG 2.2)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from pavilion_gen.catalogue.contrast import failures, ratio
from pavilion_gen.model.country import Palette

GOOD = Palette("#734BA4", "#35234D", "#F0E9FE", "#CBADF9")
COUNTRIES = sorted(Path("content/countries").glob("*/country.yaml"))


def palette(**colours: str) -> Palette:
    """A good palette with some colours changed."""
    return Palette(**{key: colours.get(key, getattr(GOOD, key)) for key in GOOD.__struct_fields__})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#FFFFFF", "#000000", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),  # the well-known grey that just fails
        ("#767676", "#FFFFFF", 4.54),
        ("#734BA4", "#FBF8F3", 6.1),
    ],
)
def test_the_ratio_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert ratio(one, other) == ratio(other, one) == pytest.approx(expected, abs=0.05)


# Each palette is changed so far that a pair fails; what fails with it, since no colour can fail
# there alone, stands beside it.
PAIRS = [
    ({"accent": "#7A74A8"}, {("accent", "white"), ("accent", "paper"), ("soft", "the accent")}),
    ({"accent": "#757575"}, {("accent", "paper"), ("soft", "the accent")}),
    ({"accent": "#716CA0", "soft": "#E4DCF6"}, {("soft", "the accent")}),
    ({"deep": "#5F5F5F", "night": "#E9DDFF"}, {("deep", "white")}),
    ({"soft": "#A39BB5"}, {("soft", "the ink of text"), ("soft", "the ink of captions"),
                           ("soft", "the red of prices"), ("soft", "the accent")}),
    ({"soft": "#CFC8DC", "accent": "#432A66"}, {("soft", "the ink of captions"), ("soft", "the red of prices")}),
    ({"soft": "#D5CFE0", "accent": "#432A66"}, {("soft", "the red of prices")}),
    ({"night": "#6A5A82", "deep": "#0A0410"}, {("night", "the paper of the night"),
                                               ("night", "the surface of the night"), ("night", "deep")}),
    ({"night": "#808080", "deep": "#0A0410"}, {("night", "the surface of the night")}),
    ({"night": "#9F87C2"}, {("night", "deep")}),
]  # fmt: skip


@pytest.mark.parametrize(("colours", "expected"), PAIRS)
def test_each_pair_is_judged(colours: dict[str, str], expected: set[tuple[str, str]]) -> None:
    found = {
        (key, ground): (reached, needed)
        for key, ground, reached, needed in failures(palette(**colours))
    }

    assert found.keys() == expected
    assert all(reached < needed for reached, needed in found.values())


def test_every_pair_is_the_reason_of_a_refusal_above() -> None:
    grey = Palette("#808080", "#808080", "#808080", "#808080")

    assert {pair for _, pairs in PAIRS for pair in pairs} == {
        (key, ground) for key, ground, _, _ in failures(grey)
    } | {("night", "the paper of the night")}


@pytest.mark.parametrize("path", COUNTRIES, ids=lambda path: path.parent.name)
def test_every_country_of_the_sample_passes(path: Path) -> None:
    colours = yaml.safe_load(path.read_text(encoding="utf-8"))["palette"]

    assert list(failures(Palette(**colours))) == []
