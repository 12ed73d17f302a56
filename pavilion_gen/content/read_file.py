"""Reading one file: a pure function of its bytes and context."""

from __future__ import annotations

from datetime import date
from typing import Any, Required, TypedDict

import msgspec

from pavilion_gen.content import campaign_records, country_records, shared_records
from pavilion_gen.content.decode import decode
from pavilion_gen.content.fields import Field, is_null, kind_of
from pavilion_gen.content.front_matter import split
from pavilion_gen.content.markdown_links import heading_count
from pavilion_gen.content.reading import BAD, Context, Reading, Spot, Uses
from pavilion_gen.content.texts import note_links
from pavilion_gen.content.walk import SourceFile
from pavilion_gen.content.yaml_faults import Fault
from pavilion_gen.content.yaml_tree import parse
from pavilion_gen.diagnostics import Diagnostic, Place
from pavilion_gen.model.site import Document

LARGEST_YAML = 16 * 1024 * 1024
LARGEST_PAGE = 2 * 1024 * 1024


class Identified(msgspec.Struct, frozen=True, gc=False):
    """Where the thing with an id stands; it may be too broken to have become a value."""

    kind: str
    id: str
    place: Place


class FileReading(msgspec.Struct, frozen=True, gc=False):
    """What one file holds.

    value: a record, a tuple of records, or None where nothing could be read.
    ids: of all records that the file names, broken ones included.
    broken: some of the file could not be read at all, so ids may be missing.
    """

    value: Any
    diagnostics: tuple[Diagnostic, ...]
    uses: Uses = Uses()
    ids: tuple[Identified, ...] = ()
    broken: bool = False


def _faults(file: str, faults: list[Fault]) -> list[Diagnostic]:
    return [
        Diagnostic(f.code, Place(file, line=f.line + 1, column=f.column + 1), f.message, f.help)
        for f in faults
    ]


def _list(
    value: Any, spot: Spot, field: Field, kind: str
) -> tuple[tuple[Any, ...], list[Identified], bool]:
    """(records, ids, broken) of a file that is a list of `kind`."""
    if not isinstance(value, list):
        spot.error("wrong-type", f"The file is {kind_of(value)} instead of a list.",
                   "Begin each entry with `- `.", line=1, column=1)  # fmt: skip
        return (), [], True
    records, ids, broken = [], [], False
    file, steps = spot.reading.file, spot.steps
    steps.append(0)
    for index, entry in enumerate(value):
        steps[-1] = index
        result = field(entry, spot)
        name = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(name, str):
            ids.append(Identified(kind, str(name), Place(file, (*steps, "id"))))
        elif kind not in ("rates", "tax"):  # which have no ids
            broken = True
        if result is not None and result is not BAD:
            records.append(result)
    steps.pop()
    return tuple(records), ids, broken


_LISTS: dict[str, tuple[Field, str]] = {
    "categories": (shared_records.category, "category"),
    "rates": (shared_records.rates, "rates"),
    "tax": (shared_records.tax, "tax"),
    "embassies": (shared_records.embassy, "embassy"),
    "merchants": (country_records.merchant, "merchant"),
    "products": (country_records.product, "product"),
}
_RECORDS: dict[str, Field] = {
    "site": shared_records.site,
    "criteria": shared_records.criteria,
    "campaign": campaign_records.campaign,
    "country": country_records.country,
}


def read_yaml(file: SourceFile, data: bytes, context: Context) -> FileReading:
    """A YAML file of any kind but a page."""
    text, problems = decode(data, file.path)
    if text is None:
        return FileReading(None, tuple(problems), broken=True)
    tree = parse(text)
    reading = Reading(file.path, context)
    reading.diagnostics += _faults(file.path, tree.faults)
    spot = Spot(reading)
    value: Any = None
    ids: list[Identified] = []
    broken = tree.broken
    if tree.value is None:
        if not tree.broken and file.kind not in _LISTS:
            spot.error("missing-key", "The file is empty.", "Write its keys.", line=1, column=1)
    elif file.kind in _LISTS:
        field, kind = _LISTS[file.kind]
        value, ids, unknown = _list(tree.value, spot, field, kind)
        broken = (broken and (not tree.lost or "" in tree.lost)) or unknown
        ids += [Identified(kind, name, Place(file.path)) for name in tree.lost if name]
    else:
        value = _record(tree.value, spot, file, broken)
        inner, unknown = _inner_ids(tree.value, spot, file)
        ids += inner
        broken = broken or unknown
    value = None if value is BAD else value
    return FileReading(value, tuple(reading.diagnostics), reading.uses(), tuple(ids), broken)


def _record(value: Any, spot: Spot, file: SourceFile, broken: bool) -> Any:
    """The record of a file; keys that a syntax fault swallowed are not called missing."""
    told = spot.reading.diagnostics
    before = len(told)
    result = _RECORDS[file.kind](value, spot)
    if broken:
        told[before:] = [d for d in told[before:] if d.code != "missing-key" or d.place.path]
    top = Place(file.path, line=1, column=1)  # what is missing from a file is told at its top
    told[before:] = [
        d if d.place.path or d.place.line else Diagnostic(d.code, top, d.message, d.help)
        for d in told[before:]
    ]
    return result


_INNER = {
    "country": {"regions": "region", "partners": "partner"},
    "criteria": {"criteria": "criterion"},
}


def _inner_ids(value: Any, spot: Spot, file: SourceFile) -> tuple[list[Identified], bool]:
    """The ids of the regions and partners of a country, and of criteria; whether some are lost."""
    ids: list[Identified] = []
    if not isinstance(value, dict):
        return ids, True
    unknown = False
    strays = any(told.code in ("unknown-key", "unknown-locale", "yaml-syntax")
                 for told in spot.reading.diagnostics)  # fmt: skip
    for key, kind in _INNER.get(file.kind, {}).items():
        entries = value.get(key)
        if not isinstance(entries, list):
            # A key that is not known where it stands may be this one, misspelt or misplaced.
            unknown = unknown or (strays if entries is None else not is_null(entries))
            continue
        for index, entry in enumerate(entries):
            name = entry.get("id") if isinstance(entry, dict) else None
            if isinstance(name, str):
                place = spot.into(key).into(index).into("id").place()
                ids.append(Identified(kind, str(name), place))
            else:
                unknown = True
    return ids, unknown


class Illustration(TypedDict, total=False):
    """The picture of a page: its file, where the page may name one, and its alternative text."""

    file: str
    alt: str


class Facts(TypedDict, total=False):
    """What the front matter of a page says; those keys that are there."""

    title: Required[str]
    summary: Required[str]
    added: date
    checked: date
    region: str
    season: tuple[int, ...]
    picture: Illustration
    products: tuple[str, ...]
    sources: tuple[str, ...]


class Page(msgspec.Struct, frozen=True, gc=False):
    """One Markdown file: its front matter's facts, and its document."""

    facts: Facts
    document: Document
    headings: int


def read_page(file: SourceFile, data: bytes, context: Context, field: Field) -> FileReading:
    """A Markdown page. value: a `Page`, or None."""
    text, problems = decode(data, file.path)
    if text is None:
        return FileReading(None, tuple(problems), broken=True)
    reading = Reading(file.path, context)
    spot = Spot(reading)
    known = context.locales
    if known and file.locale not in known:
        spot.error("unknown-locale", f"The site has no locale `{file.locale}`.",
                   "Locales: " + ", ".join(known) + ".", line=1, column=1)  # fmt: skip
        return FileReading(None, tuple(reading.diagnostics), broken=True)
    parts = split(text)
    if parts is None:
        begun = text.startswith("---\n")
        spot.error("front-matter", "The front matter never ends." if begun
                   else "The page does not begin with front matter.",
                   "Put a line `---` below its last key." if begun
                   else "Begin with a line `---`, then title: and summary:, then `---` again.",
                   line=1, column=1)  # fmt: skip
        return FileReading(None, tuple(reading.diagnostics), broken=True)
    tree = parse(parts.front, first_line=1)
    reading.diagnostics += _faults(file.path, tree.faults)
    facts: Any = None
    if tree.value is None and not tree.broken:
        spot.error("missing-key", "The front matter is empty.", "Write title: and summary:.",
                   line=1, column=1)  # fmt: skip
    elif tree.value is not None:
        before = len(reading.diagnostics)
        facts = field(tree.value, spot)
        if tree.broken:
            told = reading.diagnostics
            told[before:] = [d for d in told[before:] if d.code != "missing-key"]
    note_links(parts.body, spot, file.locale)
    if facts is None or facts is BAD:
        return FileReading(None, tuple(reading.diagnostics), reading.uses(), broken=True)
    picture = facts.get("picture") or {}
    if not parts.body.strip():
        spot.error("missing-text", "The page has no text below its front matter.",
                   "Write it.", line=parts.body_line or 1, column=1)  # fmt: skip
    document = Document(facts["title"], facts["summary"], parts.body.strip(), picture.get("alt"))
    page = Page(facts, document, heading_count(parts.body))
    return FileReading(page, tuple(reading.diagnostics), reading.uses(), broken=False)
