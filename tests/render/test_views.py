"""Views through the windows: drawn by a script, flat, of few colours that follow palette and night."""

from __future__ import annotations

import gzip
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "themes/pavilion"
TONES = {"sky", "sun", "far", "mid", "near", "fore", "lit", "shade"}
PRICE = "#B3201B"
MOST_PACKED, MOST_BYTES = 5000, 8500
FLAT = {"path", "g", "circle", "ellipse", "rect"}
INK = re.compile(r"var\(--v-([a-z]+)\)|(#[0-9A-F]{6})")


@pytest.fixture
def art(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, whose modules know each other by their bare names."""
    monkeypatch.syspath_prepend(ROOT / "themes/art")
    return importlib.import_module("views")


@pytest.fixture
def drawn(art: ModuleType) -> dict[str, str]:
    """Each view by its country, and `plain`."""
    views: dict[str, str] = art.views()
    return views


def inks(view: ET.Element) -> Iterator[str]:
    """The colours that shapes and lines of a drawing have."""
    for element in view.iter():
        for name in ("fill", "stroke"):
            if element.get(name, "none") != "none":
                yield element.attrib[name]


def tree(body: str) -> ET.Element:
    return ET.fromstring(f"<g>{body}</g>")


def test_the_files_of_the_theme_are_what_the_script_writes(art: ModuleType) -> None:
    for name, text in art.files().items():
        assert (THEME / name).read_text(encoding="utf-8") == text, (
            f"python themes/art/views.py: {name}"
        )


def test_each_window_has_a_view_of_its_own(drawn: dict[str, str]) -> None:
    countries = {path.stem for path in (THEME / "windows").glob("*.svg")}

    assert set(drawn) == countries
    assert len(set(drawn.values())) == len(countries)


def test_a_view_is_light_enough_to_come_with_its_page(drawn: dict[str, str]) -> None:
    for country, body in drawn.items():
        assert len(body) <= MOST_BYTES, country
        assert len(gzip.compress(body.encode(), 6, mtime=0)) <= MOST_PACKED, country


def test_a_view_has_the_tones_of_its_country_and_at_most_two_colours_of_its_own(
    drawn: dict[str, str],
) -> None:
    for country, body in drawn.items():
        found = [INK.fullmatch(ink) for ink in inks(tree(body))]
        assert all(found), country
        tones, own = ({one[i] for one in found if one and one[i]} for i in (1, 2))
        assert tones <= TONES, country
        assert len(own) <= 2, country
        assert PRICE not in own, country


def test_a_view_is_flat_and_without_words(drawn: dict[str, str]) -> None:
    for country, body in drawn.items():
        elements = list(tree(body).iter())
        assert {element.tag for element in elements} <= FLAT, country
        assert {"style", "class", "id", "filter", "opacity"}.isdisjoint(
            name for element in elements for name in element.attrib
        ), country


def test_every_tone_has_a_colour_by_day_and_by_night() -> None:
    css = (THEME / "assets/base.css").read_text(encoding="utf-8")
    plain, _, mixed = css.partition("@supports (color: color-mix(")

    day, _, night = plain.partition("prefers-color-scheme: dark")
    for rules in (day, night):
        assert set(re.findall(r"--v-([a-z]+):", rules)) == TONES
    assert set(re.findall(r"--v-([a-z]+):", mixed)) <= TONES


@pytest.mark.parametrize(
    ("path", "shorter"),
    [
        # Steps take fewer bytes than places far from the edge, and letters that go on are left out
        ("M100 100L110 100L110 120Z", "m100 100 10 0 0 20Z"),
        ("M120.5 80Q125 70 130.5 80T140 80", "m120.5 80q4.5-10 10 0t9.5 0"),
        # A place near the edge may be shorter; the flags of an arc are no places
        ("M150 10h5v-5a2 2 0 0 1 .5.5Z", "m150 10h5V5a2 2 0 0 1 .5.5Z"),
        # A step after a closed shape goes from where that began
        ("M120 120h5v5Zm1 1h2", "m120 120h5v5Zm1 1h2"),
        # What one step rounds away, the next one makes good
        ("M100 0l.04 10l.04 10l.04 10l.04 10", "m100 0 0 10 .1 10 0 10 .1 10"),
    ],
)  # fmt: skip
def test_paths_are_written_in_few_bytes(art: ModuleType, path: str, shorter: str) -> None:
    assert importlib.import_module("view_paths").tightened(path) == shorter
