"""YAML by PyYAML: its C parser gives events; no resolver of types runs."""

from __future__ import annotations

from typing import Any

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

from pavilion_gen.content.decode import FORBIDDEN
from pavilion_gen.content.yaml_faults import Fault, explain
from pavilion_gen.content.yaml_quick import PLAIN, Value
from pavilion_gen.content.yaml_tree import Span, Spans
from pavilion_gen.diagnostics import Path

# libyaml's, which wheels of PyYAML bring along; the same in Python where a system has none
Parser: type[Any] = getattr(yaml, "CLoader", None) or yaml.Loader
DEEPEST = 16


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


def compose(
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
