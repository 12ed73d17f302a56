"""Strict YAML: mappings, lists and scalars as they were written, nothing guessed.

PyYAML's C parser gives events; no resolver of types runs. A scalar is the `str` that was written,
and where it is a word that means more without quotes, a `Plain`; what that is, is for the field
that reads it. A text of the usual shape is read by `yaml_quick`, to the same end.

A mistake of form does not hide the rest of the file: where a file cannot be parsed whole it is
parsed in pieces, each beginning at a line that starts with `- ` or a key in the first column.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from pavilion_gen.content import yaml_quick
from pavilion_gen.content.decode import FORBIDDEN
from pavilion_gen.content.yaml_faults import Fault, explain
from pavilion_gen.content.yaml_quick import PLAIN, Value
from pavilion_gen.diagnostics import Path

# libyaml's, which wheels of PyYAML bring along; the same in Python where a system has none
Parser: type[Any] = getattr(yaml, "CLoader", None) or yaml.Loader
DEEPEST = 16


class Span(NamedTuple):
    """Where a value stands: lines and columns from 0, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Spans(NamedTuple):
    """Where each key and value of a document stands, by path."""

    keys: dict[Path, Span]
    values: dict[Path, Span]


class Tree(NamedTuple):
    """What a text holds. broken: some of it could not be parsed and is missing from `value`.

    lost: ids (`id: …`) of list entries that could not be parsed; "" for one that shows none.
    """

    value: Value | None
    faults: list[Fault]
    broken: bool = False
    lost: tuple[str, ...] = ()


class _Stop(Exception):
    """A construct that ends the reading of this piece."""


class _Composer:
    """Builds the tree of one piece of text from the parser's events."""

    def __init__(self, text: str, first_line: int, spans: Spans | None) -> None:
        self.parser = Parser(text)
        self.first_line = first_line
        self.spans = spans
        self.faults: list[Fault] = []

    def document(self, path: Path) -> Value | None:
        """The single document; () leads to it unless the piece stands at `path`."""
        event = self.parser.get_event()  # stream start
        event = self.parser.get_event()
        if isinstance(event, StreamEndEvent):
            return None
        value = self.value(self.parser.get_event(), path, 0)
        self.parser.get_event()  # document end
        event = self.parser.get_event()
        if isinstance(event, DocumentStartEvent):
            self.fault(event, "second-document", "A second YAML document begins here.",
                       "Put it into a file of its own, or delete the line `---`.")  # fmt: skip
        return value

    def fault(self, event: Any, code: str, message: str, help_: str) -> None:
        mark = event.start_mark
        self.faults.append(Fault(code, mark.line + self.first_line, mark.column, message, help_))

    def value(self, event: Any, path: Path, depth: int) -> Value:
        kind = type(event)
        if kind is AliasEvent or event.anchor or event.tag:
            self.refuse(event)
        if kind is ScalarEvent:
            if self.spans is not None:
                self.spans.values[path] = self.span(event.start_mark, event.end_mark)
            return self.scalar(event)
        if depth >= DEEPEST:
            self.fault(event, "too-deep", f"Values are nested more than {DEEPEST} deep here.",
                       "Content never needs that; write it flatter.")  # fmt: skip
            raise _Stop
        start = event.start_mark
        if kind is SequenceStartEvent:
            value, end = self.sequence(path, depth)
        else:
            value, end = self.mapping(path, depth)
        if self.spans is not None:
            self.spans.values[path] = self.span(start, end)
        return value

    def scalar(self, event: Any) -> str:
        text: str = event.value
        if not event.style:
            return PLAIN.get(text, text)
        if event.style == '"' and (found := FORBIDDEN.search(text)):
            self.fault(event, "control-character",
                       f"An escape in this text makes an invisible character (U+{ord(found.group()):04X}).",
                       "Delete it.")  # fmt: skip
        return text

    def refuse(self, event: Any) -> None:
        self.fault(event, "yaml-feature", "Anchors (&), aliases (*) and tags (!) are not used.",
                   "Write the value out; a text that begins with & * or ! needs quotes.")  # fmt: skip
        raise _Stop

    def step(self, path: Path, step: str | int) -> Path:
        """The path one step further in: only places need it."""
        return () if self.spans is None else (*path, step)

    def sequence(self, path: Path, depth: int) -> tuple[Value, Any]:
        items: list[Value] = []
        while True:
            event = self.parser.get_event()
            if type(event) is SequenceEndEvent:
                return items, event.end_mark
            items.append(self.value(event, self.step(path, len(items)), depth + 1))

    def mapping(self, path: Path, depth: int) -> tuple[Value, Any]:
        items: dict[str, Value] = {}
        while True:
            event = self.parser.get_event()
            if type(event) is MappingEndEvent:
                return items, event.end_mark
            if type(event) is not ScalarEvent:
                self.fault(event, "yaml-syntax", "A key must be a simple word.",
                           "Write `key: value`; a text that begins with { or [ needs quotes.")  # fmt: skip
                raise _Stop
            if event.anchor or event.tag:
                self.refuse(event)
            key: str = event.value
            where = self.step(path, key)
            if key in items:
                self.fault(event, "duplicate-key", f"The key `{key}` is given twice.",
                           "Keep one of the two.")  # fmt: skip
                self.value(self.parser.get_event(), (*where, "\0twice"), depth + 1)
                continue
            if self.spans is not None:
                self.spans.keys[where] = self.span(event.start_mark, event.end_mark)
            items[key] = self.value(self.parser.get_event(), where, depth + 1)

    def span(self, start: Any, end: Any) -> Span:
        return Span(
            start.line + self.first_line, start.column, end.line + self.first_line, end.column
        )


def _compose(
    text: str, path: Path, first_line: int, spans: Spans | None
) -> tuple[Value | None, list[Fault], bool]:
    """(value, faults, whole); not whole: the text could not be parsed to its end."""
    composer = _Composer(text, first_line, spans)
    try:
        value = composer.document(path)
    except _Stop:
        return None, composer.faults, False
    except yaml.YAMLError as fault:
        composer.faults.append(explain(fault, text, first_line))
        return None, composer.faults, False
    except RecursionError:
        composer.faults.append(
            Fault("too-deep", first_line, 0, "Values are nested too deep here.", "")
        )
        return None, composer.faults, False
    return value, composer.faults, True


_PIECE = re.compile(r"^(?:-[ \t]+\S|-$|[\w\"'][^\n]*?:(?:[ \t]|$))", re.MULTILINE)
_ID = re.compile(r"^(?:- |  )\{?[ ]*id:[ ]*[\"']?([a-z0-9-]+)", re.MULTILINE)


def parse(text: str, *, first_line: int = 0, spans: Spans | None = None) -> Tree:
    """The tree of a YAML text.

    first_line: the line (from 0) of the file on which `text` begins.
    spans: filled with the place of every key and value, when given.
    """
    if spans is None and (quick := yaml_quick.read(text)) is not None:
        return Tree(quick, [])
    value, faults, whole = _compose(text, (), first_line, spans)
    if whole:
        return Tree(value, faults, broken=any(f.code == "second-document" for f in faults))
    if spans is not None:
        spans.keys.clear()
        spans.values.clear()
    pieces = _pieces(text)
    if len(pieces) < 2:
        lost = tuple(_ID.findall(text)) or ("",)
        return Tree(None, faults, broken=True, lost=lost)
    return _parse_pieces(pieces, faults, first_line, spans)


def _pieces(text: str) -> list[tuple[int, str]]:
    """(line, text) of each top-level entry."""
    text = re.sub(r"\A---[^\S\n]*$", "", text, flags=re.MULTILINE)
    starts = [found.start() for found in _PIECE.finditer(text)]
    ends = [*starts[1:], len(text)][: len(starts)]
    return [
        (text.count("\n", 0, start), text[start:end])
        for start, end in zip(starts, ends, strict=True)
    ]


def _parse_pieces(
    pieces: list[tuple[int, str]], whole: list[Fault], first_line: int, spans: Spans | None
) -> Tree:
    is_list = pieces[0][1].startswith("-")
    faults: list[Fault] = []
    lost: list[str] = []
    items: list[Value] = []
    mapping: dict[str, Value] = {}
    for line, piece in pieces:
        inner = Spans({}, {}) if spans is not None else None
        value, found, intact = _compose(piece, (), first_line + line, inner)
        faults += found
        if not intact:
            lost += _ID.findall(piece) or [""]
        before = len(items)
        if is_list and isinstance(value, list):
            items += value
        elif not is_list and isinstance(value, dict):
            for key in value.keys() & mapping.keys():
                faults.append(Fault("duplicate-key", first_line + line, 0,
                                    f"The key `{key}` is given twice.", "Keep one of the two."))  # fmt: skip
            mapping = value | mapping
        else:
            continue
        if spans is not None and inner is not None:
            _merge(spans, inner, before if is_list else None)
    faults = faults or whole
    return Tree(items if is_list else mapping, faults, broken=True, lost=tuple(lost))


def _merge(spans: Spans, inner: Spans, shift: int | None) -> None:
    """Adds the places of one piece; shift: how many entries of the list stand before it."""
    for target, source in ((spans.keys, inner.keys), (spans.values, inner.values)):
        for path, span in source.items():
            if path and shift is not None:
                target[(shift + int(path[0]), *path[1:])] = span
            elif path:
                target.setdefault(path, span)
