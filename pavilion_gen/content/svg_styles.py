"""Styles of a drawing as presentation attributes (SVG 2, section 6.6), which the policy of pages allows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pavilion_gen.content.svg_elements import Element
from pavilion_gen.content.svg_names import IDLE, PRESENTATION, SHORTHAND, reaches_out

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)\Z")


class Rules:
    """What each class sets: with the place of its rule, since of two the later one counts."""

    def __init__(self, sheets: list[Element]) -> None:
        """Raises SvgFault for a selector that is more than a class."""
        self._by_class: dict[str, list[tuple[int, list[tuple[str, str]]]]] = {}
        number = 0
        for sheet in sheets:
            words = "".join(part for part in sheet.children if isinstance(part, str))
            for block in _COMMENT.sub(" ", words).split("}"):
                if block.strip():
                    number += 1
                    self._add(number, block, sheet)

    def _add(self, number: int, block: str, sheet: Element) -> None:
        head, _, body = block.partition("{")
        selectors = [_CLASS.match(one.strip()) for one in head.split(",")]
        for found in selectors:
            if found is None:
                raise sheet.fault(
                    f"The SVG has a <style> that is more than classes: {' '.join(head.split())[:40]}",
                    "Export it with presentation attributes (Illustrator: Styling), or as plain SVG.",
                )
        declared = list(_declared(body, sheet))
        for name in [found[1] for found in selectors if found]:
            self._by_class.setdefault(name, []).append((number, declared))

    def of(self, classes: list[str]) -> list[tuple[str, str]]:
        """What an element with these classes gets, in the order of the sheets."""
        rules = [rule for one in dict.fromkeys(classes) for rule in self._by_class.get(one, ())]
        return [pair for _, declared in sorted(rules) for pair in declared]


def _declared(body: str, element: Element) -> Iterator[tuple[str, str]]:
    """The presentation attributes that a list of declarations stands for."""
    for declaration in _COMMENT.sub(" ", body).split(";"):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        name = name.lower()
        if not colon or not value or name.startswith("-") or name in IDLE:
            continue
        names = SHORTHAND.get(name, (name,))
        if "!" in value or not PRESENTATION.issuperset(names):
            raise element.fault(
                f"The SVG has a style that attributes cannot express: {name}: {value[:30]}",
                "Draw it without this effect (flatten blending and transforms), and export it again.",
            )
        if reaches_out(value) or "\\" in value:
            raise element.fault(
                f"The SVG has a style that refers to another file: {value[:40]}",
                "Take the link out, and export it again.",
            )
        yield from ((one, value) for one in names)


def settle(element: Element, rules: Rules | None) -> bool:
    """Turns the style of an element into attributes; whether there was any.

    A class comes before the attribute that stands there, the element's own style before both.
    """
    attributes = element.attributes
    style = attributes.pop("style", None)
    classes = attributes.pop("class", "").split() if rules else []
    if style is None and not classes:
        return False
    if rules:
        attributes.update(rules.of(classes))
    attributes.update(_declared(style or "", element))
    return True
