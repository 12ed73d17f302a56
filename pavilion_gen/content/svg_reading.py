"""Reads an SVG file into the elements that may stay; what could act, or reaches out, is refused."""

from __future__ import annotations

import re
from xml.parsers import expat

from pavilion_gen.content.svg_elements import NOT_ONE, Element, SvgFault
from pavilion_gen.content.svg_names import (
    FOREIGN,
    HARMLESS,
    KEPT,
    MOVING,
    PROGRAMS,
    SVG,
    WITH_WORDS,
    XHTML,
    XLINK,
    XML,
    reaches_out,
)

DEEPEST = 200
_INSTRUCTION = re.compile(r"xml-stylesheet\b", re.IGNORECASE)
_PLAIN = "Export it again as plain SVG; in Inkscape: Save as, Plain SVG."


class SvgReading:
    """Reads a file into its elements. changed: something was left out. sheets: what stood in <style>."""

    def __init__(self) -> None:
        self.changed = False
        self.sheets: list[Element] = []
        self._open: list[Element | None] = []  # None: left out, with all that is in it
        self._root: Element | None = None
        self._bare = False
        parser = self._parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.CommentHandler = self._leave_out
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartNamespaceDeclHandler = self._namespace

    def root_of(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, ValueError):
            line, column = self._here()
            raise SvgFault(*NOT_ONE, line, column) from None
        assert self._root is not None
        return self._root

    def _here(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _fault(self, message: str, help_: str) -> SvgFault:
        return SvgFault(message, help_, *self._here())

    def _leave_out(self, *_: object) -> None:
        self.changed = True

    def _instruction(self, target: str, data: str) -> None:
        if _INSTRUCTION.match(target):
            raise self._fault("The SVG names a stylesheet in another file.", _PLAIN)
        self.changed = True

    def _doctype(self, name: str, system: str | None, public: str | None, inner: int) -> None:
        if inner:
            raise self._fault(
                "The SVG has a document type with declarations of its own.",
                "In Illustrator: Save as, SVG, without “Preserve Illustrator Editing Capabilities”.",
            )
        self.changed = True

    def _namespace(self, prefix: str | None, uri: str | None) -> None:
        if uri not in (SVG, XLINK):
            self.changed = True

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        space, _, name = full.rpartition(" ")
        self._refuse(space, name)
        if not self._open:
            if name != "svg" or space not in (SVG, ""):
                raise SvgFault(*NOT_ONE)
            self._bare = not space  # browsers show nothing of it until it is said to be SVG
            self.changed |= self._bare
        elif len(self._open) >= DEEPEST:
            raise self._fault("The SVG is nested too deep.", "Ungroup what it is made of.")
        element = None
        ours = space == ("" if self._bare else SVG)
        if ours and name in KEPT and (not self._open or self._open[-1] is not None):
            element = Element(name, self._attributes(name, attributes), *self._here())
            if name == "style":
                self.sheets.append(element)
            elif self._open and self._open[-1] is not None:
                self._open[-1].children.append(element)
            self._root = self._root or element
        else:
            self.changed = True
        self._open.append(element)

    def _end(self, full: str) -> None:
        self._open.pop()

    def _words(self, words: str) -> None:
        element = self._open[-1]
        if element is not None and element.name in WITH_WORDS:
            element.children.append(words)

    def _refuse(self, space: str, name: str) -> None:
        """Raises SvgFault for an element that could act, wherever it stands."""
        lower = name.lower()
        if lower in PROGRAMS:
            raise self._fault(f"The SVG has a program in it: <{name}>.", _PLAIN)
        if space not in ("", SVG, XHTML):
            return
        if lower in MOVING:
            raise self._fault(
                f"The SVG moves: <{name}>.", "Export it without animation; pictures stand still."
            )
        if lower in FOREIGN:
            raise self._fault(
                f"The SVG holds a piece of a web page: <{name}>.",
                "Turn boxes of flowing text into plain text or into paths, and export it again.",
            )

    def _attributes(self, element: str, given: dict[str, str]) -> dict[str, str]:
        kept = {}
        for full, value in given.items():
            if full in HARMLESS and "(" not in value:
                kept[full] = value
                continue
            space, _, name = full.rpartition(" ")
            prefix = {"": "", XLINK: "xlink:", XML: "xml:"}.get(space)
            lower = name.lower()
            if prefix == "" and lower.startswith("on"):
                raise self._fault(f"The SVG has a program in it: {name}=…", _PLAIN)
            if prefix is not None and lower in ("href", "src"):
                self._look_at_reference(element, value)
            elif (
                prefix is None
                or (prefix == "xlink:")
                or (prefix == "xml:" and name not in ("space", "lang"))
                or lower.startswith("data-")
                or lower == "enable-background"
                or (lower == "style" and name != "style")
            ):
                self.changed = True
                continue
            elif name != "style" and reaches_out(value):
                raise self._elsewhere(value)
            kept[f"{prefix}{name}"] = value
        return kept

    def _look_at_reference(self, element: str, value: str) -> None:
        if value.startswith("#"):
            return
        if element in ("image", "feImage"):
            raise self._fault(
                "The SVG holds a photograph, or refers to another file.",
                "Use the photograph itself, as JPEG, PNG, WebP or AVIF; or take it out of the drawing.",
            )
        raise self._elsewhere(value)

    def _elsewhere(self, value: str) -> SvgFault:
        return self._fault(
            f"The SVG refers to another file: {value[:40]}",
            "Take the link out, and export it again.",
        )
