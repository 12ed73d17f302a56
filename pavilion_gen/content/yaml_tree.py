"""Strict YAML: mappings, lists and scalars as they were written, nothing guessed.

A scalar is the `str` that was written, and where it is a word that means more without quotes, a
`Plain`; what that is, is for the field that reads it. A text of the usual shape is read by
`yaml_quick`, any other by PyYAML (`yaml_composer`), to the same end.

A mistake of form does not hide the rest of the file: where a file cannot be parsed whole it is
parsed in pieces, each beginning at a line that starts with `- ` or a key in the first column.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pavilion_gen.content import yaml_quick
from pavilion_gen.content.yaml_faults import Fault
from pavilion_gen.content.yaml_quick import Value
from pavilion_gen.diagnostics import Path


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


_PIECE = re.compile(r"^(?:-[ \t]+\S|-$|[\w\"'][^\n]*?:(?:[ \t]|$))", re.MULTILINE)
_ID = re.compile(r"^(?:- |  )\{?[ ]*id:[ ]*[\"']?([a-z0-9-]+)", re.MULTILINE)


def parse(text: str, *, first_line: int = 0, spans: Spans | None = None) -> Tree:
    """The tree of a YAML text.

    first_line: the line (from 0) of the file on which `text` begins.
    spans: filled with the place of every key and value, when given.
    """
    if spans is None and (quick := yaml_quick.read(text)) is not None:
        return Tree(quick, [])
    from pavilion_gen.content.yaml_composer import compose

    value, faults, whole = compose(text, (), first_line, spans)
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
    from pavilion_gen.content.yaml_composer import compose

    is_list = pieces[0][1].startswith("-")
    faults: list[Fault] = []
    lost: list[str] = []
    items: list[Value] = []
    mapping: dict[str, Value] = {}
    for line, piece in pieces:
        inner = Spans({}, {}) if spans is not None else None
        value, found, intact = compose(piece, (), first_line + line, inner)
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
