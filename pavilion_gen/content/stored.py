"""Readings as bytes, to be kept between runs, and back.

MessagePack, typed by the kind of file: bytes that come from elsewhere can be damaged or wrong, but
never run anything. The form is private to one version of our sources; the key under which a reading
is kept names that version.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from pavilion_gen.content.read_file import FileReading, Identified, Page
from pavilion_gen.content.reading import Uses
from pavilion_gen.diagnostics import Diagnostic
from pavilion_gen.model.campaign import Campaign
from pavilion_gen.model.country import Country, Merchant
from pavilion_gen.model.product import Product
from pavilion_gen.model.site import Category, Criteria, Embassy, Rates, Site, TaxRules

VALUES: dict[str, Any] = {
    "site": Site,
    "categories": tuple[Category, ...],
    "rates": tuple[Rates, ...],
    "tax": tuple[TaxRules, ...],
    "criteria": Criteria,
    "embassies": tuple[Embassy, ...],
    "campaign": Campaign,
    "country": Country,
    "merchants": tuple[Merchant, ...],
    "products": tuple[Product, ...],
    "page": Page,
    "culture": Page,
    "travel": Page,
}
_Value = TypeVar("_Value")


class Damaged(Exception):
    """These bytes are not a reading of that kind of file."""


class _Stored(msgspec.Struct, Generic[_Value], array_like=True, frozen=True, gc=False):
    """A `FileReading` of a kind of file, which says of what type its value is."""

    kind: str
    value: _Value | None
    diagnostics: tuple[Diagnostic, ...]
    uses: Uses
    ids: tuple[Identified, ...]
    broken: bool


@cache
def _decoder(kind: str) -> msgspec.msgpack.Decoder[_Stored[Any]]:
    form: Any = _Stored
    return msgspec.msgpack.Decoder(form[VALUES[kind]])


def encode(kind: str, reading: FileReading) -> bytes:
    """The bytes of the reading of a file of that kind."""
    return msgspec.msgpack.encode(
        _Stored(kind, reading.value, reading.diagnostics, reading.uses, reading.ids, reading.broken)
    )


def decode(kind: str, data: bytes) -> FileReading:
    """The reading of a file of that kind. Raises Damaged."""
    try:
        stored = _decoder(kind).decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise Damaged(str(fault)) from None
    if stored.kind != kind:
        raise Damaged(f"This is the reading of another kind of file: {stored.kind}")
    return FileReading(stored.value, stored.diagnostics, stored.uses, stored.ids, stored.broken)
