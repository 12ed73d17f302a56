"""SVG pictures as pages can show them: harmless, self-contained, coloured by attributes.

Drawing programs write much that no browser needs (comments, metadata, namespaces of their own), and
colours into styles, which the policy of the pages forbids. The first is left out, the second turned
into presentation attributes (SVG 2, section 6.6), which look the same. What could act, or reaches for
another file, is refused, in an editor's words. A drawing that needs none of this keeps its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape

from pavilion_gen.content.svg_elements import NOT_ONE, Element, SvgFault
from pavilion_gen.content.svg_names import SVG, XLINK
from pavilion_gen.content.svg_reading import SvgReading
from pavilion_gen.content.svg_styles import Rules, settle

_NUMBER = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*\Z")


class Drawing(NamedTuple):
    """A drawing as it goes out, and its size in pixels."""

    data: bytes
    width: int
    height: int


def drawing(data: bytes) -> Drawing:
    """What of an SVG file goes out: its own bytes, where nothing in them is to be changed.

    The bytes follow from the file alone, and those that come out come out again unchanged.
    Raises SvgFault.
    """
    if b"\0" in data:
        raise SvgFault(*NOT_ONE)
    reading = SvgReading()
    root = reading.root_of(data)
    rules = Rules(reading.sheets) if reading.sheets else None
    changed = reading.changed or rules is not None
    for element in root.every():
        changed |= settle(element, rules)
    width, height = _size(root.attributes)
    if not changed:
        return Drawing(data, width, height)
    return Drawing("".join(_written(root)).encode(), width, height)


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    width, height = (_NUMBER.match(attributes.get(name, "")) for name in ("width", "height"))
    if width and height:
        return max(1, round(float(width[1]))), max(1, round(float(height[1])))
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    try:
        _, _, wide, high = (float(part) for part in box)
        if wide > 0 and high > 0:
            return max(1, round(wide)), max(1, round(high))
    except (ValueError, OverflowError):
        pass
    raise SvgFault(
        "The SVG says neither width and height nor a view box.",
        'Write its size into the first line: viewBox="0 0 400 500".',
    )


_IN_TEXT = {"\r": "&#13;"}
_IN_VALUES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def _written(element: Element, head: str = f' xmlns="{SVG}"') -> Iterator[str]:
    if head and any(
        name.startswith("xlink:") for one in element.every() for name in one.attributes
    ):
        head += f' xmlns:xlink="{XLINK}"'
    yield f"<{element.name}{head}"
    for name, value in element.attributes.items():
        yield f' {name}="{escape(value, _IN_VALUES)}"'
    if not element.children:
        yield "/>"
        return
    yield ">"
    for child in element.children:
        if isinstance(child, str):
            yield escape(child, _IN_TEXT)
        else:
            yield from _written(child, "")
    yield f"</{element.name}>"
