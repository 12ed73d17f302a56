"""Draw the names of the pavilions: `python themes/art/wordmarks.py`.

Writes `themes/pavilion/templates/parts/wordmarks.html`: the Chinese name of every pavilion that has a
window (`content/countries/<cc>/country.yaml`), set vertically, as the path of an SVG. The outlines
are those of Noto Serif CJK SC Black, of Debian's package fonts-noto-cjk-extra, under the SIL Open
Font License 1.1. Needs fontTools (`pip install fonttools`), and no browser; the build needs neither.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from math import hypot
from pathlib import Path
from typing import Any

import yaml
from windows import WINDOWS

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "themes/pavilion/templates/parts/wordmarks.html"
FONT = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Black.ttc")
FACE = "Noto Serif CJK SC Black"
EM = 1000
TOP = 880  # of a character's square, above the font's base line
FLAT = 1.5  # units by which a curve may bulge and still be a line

Point = tuple[int, int]
Segment = tuple[Point, ...]
"""A line (its end), or a curve (two controls and its end)."""

HEAD = f"""\
{{#
  The Chinese names of pavilions, drawn: phones have no heavy Song face. Made by themes/art/wordmarks.py
  of the outlines of {FACE}, (c) 2017-2022 Adobe, under the SIL Open Font License 1.1
  (https://openfontlicense.org).
  wordmark(name): a Phrase; the letters stay for those who hear, copy or search the page. A name that
    is not drawn is set in the letters of the page.
#}}
{{% set drawn = {{
"""
TAIL = f"""\
}} %}}

{{% macro wordmark(name) %}}
{{% set path = drawn.get(name.text) %}}
{{% if path -%}}
<svg viewBox="0 0 {EM} {{{{ {EM} * name.text|length }}}}" aria-hidden="true"><path d="{{{{ path }}}}"/></svg><span class="vh">{{{{ name }}}}</span>
{{%- else -%}}
{{{{ name }}}}
{{%- endif %}}
{{% endmacro %}}
"""


def template(marks: dict[str, str]) -> str:
    """The template that holds these names."""
    lines = (f'  "{name}": "{path}",\n' for name, path in marks.items())
    return HEAD + "".join(lines) + TAIL


def marks_in(source: str) -> dict[str, str]:
    """The names that a template holds, and their paths."""
    return dict(re.findall(r'^  "(\w+)": "([^"]+)",$', source, re.MULTILINE))


def wordmarks() -> dict[str, str]:
    """The names that are drawn, and their paths, `EM` wide and as many ems high as they have letters."""
    return marks_in(TEMPLATE.read_text(encoding="utf-8"))


def names(content: Path) -> Iterator[str]:
    """The Chinese names of the pavilions that have a window."""
    for cc in WINDOWS:
        file = content / f"countries/{cc}/country.yaml"
        yield yaml.safe_load(file.read_text(encoding="utf-8"))["pavilion"]["zh"]


def column(letters: Iterable[Iterable[list[Segment]]]) -> str:
    """The path of letters below each other. letters: their contours, each in its own square."""
    data = ""
    at: Point = (0, 0)
    for number, contours in enumerate(letters):
        for contour in contours:
            data += contour_path([_moved(one, number * EM) for one in contour], at)
            at = (contour[0][-1][0], contour[0][-1][1] + number * EM)
    return data


def _moved(segment: Segment, down: int) -> Segment:
    return tuple((x, y + down) for x, y in segment)


def contour_path(contour: list[Segment], before: Point) -> str:
    """Path data of a closed contour, which begins with its first point. before: where the pen is."""
    start = at = contour[0][-1]
    words: list[tuple[str, tuple[int, ...]]] = [("m", _between(before, start))]
    for segment in simplified(contour):
        command, numbers = _command(segment, at)
        if words[-1][0] == command:
            words[-1] = command, words[-1][1] + numbers
        else:
            words.append((command, numbers))
        at = segment[-1]
    if words[-1][0] in "lhv" and at == start:
        words[-1] = _without_last(*words[-1])
    return "".join(command + _numbers(values) for command, values in words if values) + "z"


def _without_last(command: str, values: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """The line back to the start is drawn by closing."""
    return command, values[: -2 if command == "l" else -1]


def _command(segment: Segment, at: Point) -> tuple[str, tuple[int, ...]]:
    numbers = tuple(value for point in segment for value in _between(at, point))
    if len(segment) == 3:
        return "c", numbers
    if numbers[1] == 0:
        return "h", numbers[:1]
    return ("v", numbers[1:]) if numbers[0] == 0 else ("l", numbers)


def _between(one: Point, other: Point) -> tuple[int, int]:
    return other[0] - one[0], other[1] - one[1]


def _numbers(values: Iterable[int]) -> str:
    """Numbers in a row; a minus sign parts them as well as a space."""
    return " ".join(map(str, values)).replace(" -", "-")


def simplified(contour: list[Segment]) -> list[Segment]:
    """The segments after the first point: curves that are all but flat are lines, lines that go on
    in one direction are one."""
    made: list[Segment] = [contour[0][-1:]]
    for segment in contour[1:]:
        at, end = made[-1][-1], segment[-1]
        if len(segment) == 3 and max(_off(point, at, end) for point in segment[:2]) <= FLAT:
            segment = (end,)
        if len(segment) == 1 and end == at:
            continue
        goes_on = len(segment) == 1 and len(made) > 1 and len(made[-1]) == 1
        if goes_on and _between_is_straight(made[-2][-1], at, end):
            made[-1] = segment
        else:
            made.append(segment)
    return made[1:]


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the line between two others."""
    (dx, dy), (px, py) = _between(start, end), _between(start, point)
    length = hypot(dx, dy)
    along = (px * dx + py * dy) / length if length else 0.0
    aside = abs(px * dy - py * dx) / length if length else hypot(px, py)
    return max(aside, -along, along - length)


def _between_is_straight(start: Point, middle: Point, end: Point) -> bool:
    return _off(middle, start, end) <= 0.5


def letter(glyphs: Any, glyph: str) -> list[list[Segment]]:
    """The contours of a glyph in its square, from the top left."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    pen = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(pen)
    contours: list[list[Segment]] = []
    for command, points in pen.value:
        segment = tuple((round(x), TOP - round(y)) for x, y in points)
        if command == "moveTo":
            contours.append([segment])
        elif command in ("lineTo", "curveTo"):
            contours[-1].append(segment)
    return contours


def face(font: Path) -> Any:
    """The face in a collection."""
    from fontTools.ttLib import TTCollection

    found = [one for one in TTCollection(font, lazy=True) if one["name"].getDebugName(4) == FACE]
    if not found:
        sys.exit(f"{font} has no {FACE}.")
    return found[0]


def main() -> int:
    """Draw all names."""
    parser = argparse.ArgumentParser(description="Draw the Chinese names of the pavilions.")
    parser.add_argument("--font", type=Path, default=FONT, help="where NotoSerifCJK-Black.ttc is")
    options = parser.parse_args()
    opened = face(options.font)
    glyphs, glyph_of = opened.getGlyphSet(), opened.getBestCmap()
    marks = {
        name: column(letter(glyphs, glyph_of[ord(sign)]) for sign in name)
        for name in names(ROOT / "content")
    }
    TEMPLATE.write_text(template(marks), encoding="utf-8")
    for name, data in marks.items():
        print(f"{name}: {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
