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
from xml.parsers import expat
from xml.sax.saxutils import escape

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_XHTML = "http://www.w3.org/1999/xhtml"
DEEPEST = 200


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_KEPT = _names(
    "svg g defs symbol use switch path rect circle ellipse line polyline polygon image text tspan "
    "textPath title desc a linearGradient radialGradient stop pattern clipPath mask marker filter view "
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence style"
)
_WITH_WORDS = _names("text tspan textPath title desc a style")
_PROGRAMS = _names("script handler listener")
_MOVING = _names("set discard animate animatecolor animatemotion animatetransform")
_FOREIGN = _names("foreignobject iframe audio video canvas embed object")

_PRESENTATION = _names(
    "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation "
    "color-interpolation-filters color-rendering direction display dominant-baseline fill "
    "fill-opacity fill-rule filter flood-color flood-opacity font-family font-size "
    "font-size-adjust font-stretch font-style font-variant font-weight image-rendering "
    "letter-spacing lighting-color marker-end marker-mid marker-start mask mask-type opacity "
    "overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke "
    "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-opacity stroke-width text-anchor text-decoration text-rendering unicode-bidi "
    "vector-effect visibility word-spacing writing-mode"
)
# Most attributes are these: nothing need be asked of them
_HARMLESS = _PRESENTATION | _names(
    "id d x y x1 x2 y1 y2 cx cy r rx ry width height viewBox transform points offset gradientUnits"
)
# Without effect in a picture by itself, or only for the program that wrote it
_IDLE = _names(
    "cursor enable-background isolation line-height shape-inside shape-margin shape-padding "
    "shape-subtract solid-color solid-opacity text-align text-indent text-transform "
    "white-space user-select"
)
_SHORTHAND = {"marker": ("marker-start", "marker-mid", "marker-end")}

_INSTRUCTION = re.compile(r"xml-stylesheet\b", re.IGNORECASE)
_FUNCTION = re.compile(r"([a-z-]+)\(\s*[\"']?\s*(.?)", re.IGNORECASE)
_FETCHING = ("image", "image-set", "-webkit-image-set", "src", "cross-fade", "-webkit-cross-fade",
             "element", "paint", "attr", "env", "var")  # fmt: skip
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)\Z")
_NUMBER = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*\Z")

_NOT_ONE = ("This file is not an SVG picture.", "Export it again as SVG.")
_PLAIN = "Export it again as plain SVG; in Inkscape: Save as, Plain SVG."


class SvgFault(Exception):
    """Why a drawing cannot be shown, what to do, and where in the file (from 1; 0: nowhere)."""

    def __init__(self, message: str, help_: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.help = help_
        self.line = line
        self.column = column


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
        raise SvgFault(*_NOT_ONE)
    reading = _Reading()
    root = reading.root_of(data)
    rules = _Rules(reading.sheets) if reading.sheets else None
    changed = reading.changed or rules is not None
    for element in root.every():
        changed |= _settle(element, rules)
    width, height = _size(root.attributes)
    if not changed:
        return Drawing(data, width, height)
    return Drawing("".join(_written(root)).encode(), width, height)


class _Element:
    """An element of SVG's own. names of attributes: local, or with `xlink:` and `xml:`."""

    __slots__ = ("attributes", "children", "column", "line", "name")

    def __init__(self, name: str, attributes: dict[str, str], line: int, column: int) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[_Element | str] = []
        self.line = line
        self.column = column

    def every(self) -> Iterator[_Element]:
        """This one and all that are in it."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in element.children if isinstance(child, _Element)]

    def fault(self, message: str, help_: str) -> SvgFault:
        return SvgFault(message, help_, self.line, self.column)


class _Reading:
    """Reads a file into its elements. changed: something was left out. sheets: what stood in <style>."""

    def __init__(self) -> None:
        self.changed = False
        self.sheets: list[_Element] = []
        self._open: list[_Element | None] = []  # None: left out, with all that is in it
        self._root: _Element | None = None
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

    def root_of(self, data: bytes) -> _Element:
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, ValueError):
            line, column = self._here()
            raise SvgFault(*_NOT_ONE, line, column) from None
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
        if uri not in (_SVG, _XLINK):
            self.changed = True

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        space, _, name = full.rpartition(" ")
        self._refuse(space, name)
        if not self._open:
            if name != "svg" or space not in (_SVG, ""):
                raise SvgFault(*_NOT_ONE)
            self._bare = not space  # browsers show nothing of it until it is said to be SVG
            self.changed |= self._bare
        elif len(self._open) >= DEEPEST:
            raise self._fault("The SVG is nested too deep.", "Ungroup what it is made of.")
        element = None
        ours = space == ("" if self._bare else _SVG)
        if ours and name in _KEPT and (not self._open or self._open[-1] is not None):
            element = _Element(name, self._attributes(name, attributes), *self._here())
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
        if element is not None and element.name in _WITH_WORDS:
            element.children.append(words)

    def _refuse(self, space: str, name: str) -> None:
        """Raises SvgFault for an element that could act, wherever it stands."""
        lower = name.lower()
        if lower in _PROGRAMS:
            raise self._fault(f"The SVG has a program in it: <{name}>.", _PLAIN)
        if space not in ("", _SVG, _XHTML):
            return
        if lower in _MOVING:
            raise self._fault(
                f"The SVG moves: <{name}>.", "Export it without animation; pictures stand still."
            )
        if lower in _FOREIGN:
            raise self._fault(
                f"The SVG holds a piece of a web page: <{name}>.",
                "Turn boxes of flowing text into plain text or into paths, and export it again.",
            )

    def _attributes(self, element: str, given: dict[str, str]) -> dict[str, str]:
        kept = {}
        for full, value in given.items():
            if full in _HARMLESS and "(" not in value:
                kept[full] = value
                continue
            space, _, name = full.rpartition(" ")
            prefix = {"": "", _XLINK: "xlink:", _XML: "xml:"}.get(space)
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
            elif name != "style" and _reaches_out(value):
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


def _reaches_out(value: str) -> bool:
    """Whether a value names something outside the drawing, or hides what it names."""
    if "(" not in value:
        return False
    if "\\" in value:
        return True
    return any(
        found[2] != "#" if found[1].lower() == "url" else found[1].lower() in _FETCHING
        for found in _FUNCTION.finditer(value)
    )


# Styles


class _Rules:
    """What each class sets: with the place of its rule, since of two the later one counts."""

    def __init__(self, sheets: list[_Element]) -> None:
        """Raises SvgFault for a selector that is more than a class."""
        self._by_class: dict[str, list[tuple[int, list[tuple[str, str]]]]] = {}
        number = 0
        for sheet in sheets:
            words = "".join(part for part in sheet.children if isinstance(part, str))
            for block in _COMMENT.sub(" ", words).split("}"):
                if block.strip():
                    number += 1
                    self._add(number, block, sheet)

    def _add(self, number: int, block: str, sheet: _Element) -> None:
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


def _declared(body: str, element: _Element) -> Iterator[tuple[str, str]]:
    """The presentation attributes that a list of declarations stands for."""
    for declaration in _COMMENT.sub(" ", body).split(";"):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        name = name.lower()
        if not colon or not value or name.startswith("-") or name in _IDLE:
            continue
        names = _SHORTHAND.get(name, (name,))
        if "!" in value or not _PRESENTATION.issuperset(names):
            raise element.fault(
                f"The SVG has a style that attributes cannot express: {name}: {value[:30]}",
                "Draw it without this effect (flatten blending and transforms), and export it again.",
            )
        if _reaches_out(value) or "\\" in value:
            raise element.fault(
                f"The SVG has a style that refers to another file: {value[:40]}",
                "Take the link out, and export it again.",
            )
        yield from ((one, value) for one in names)


def _settle(element: _Element, rules: _Rules | None) -> bool:
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


# Size and writing


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


def _written(element: _Element, head: str = f' xmlns="{_SVG}"') -> Iterator[str]:
    if head and any(
        name.startswith("xlink:") for one in element.every() for name in one.attributes
    ):
        head += f' xmlns:xlink="{_XLINK}"'
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
