"""The elements of a drawing, each with its place in the file, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator

NOT_ONE = ("This file is not an SVG picture.", "Export it again as SVG.")


class SvgFault(Exception):
    """Why a drawing cannot be shown, what to do, and where in the file (from 1; 0: nowhere)."""

    def __init__(self, message: str, help_: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.help = help_
        self.line = line
        self.column = column


class Element:
    """An element of SVG's own. names of attributes: local, or with `xlink:` and `xml:`."""

    __slots__ = ("attributes", "children", "column", "line", "name")

    def __init__(self, name: str, attributes: dict[str, str], line: int, column: int) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element | str] = []
        self.line = line
        self.column = column

    def every(self) -> Iterator[Element]:
        """This one and all that are in it."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in element.children if isinstance(child, Element)]

    def fault(self, message: str, help_: str) -> SvgFault:
        return SvgFault(message, help_, self.line, self.column)
