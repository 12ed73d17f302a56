"""Readings that are kept between runs: what comes back is what was put in, or it is refused."""

from __future__ import annotations

import datetime
import random
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavilion_gen.content import country_records, shared_records, stored
from pavilion_gen.content.read_file import FileReading, Identified, read_page, read_yaml
from pavilion_gen.content.reading import Context, Uses
from pavilion_gen.content.walk import SourceFile, Walk
from pavilion_gen.diagnostics import Diagnostic

SAMPLE = Path(__file__).parents[2] / "content"
LOCALES = ("zh", "en", "fr", "de", "es", "th", "ms", "tr")
FILES = [file for file in Walk(SAMPLE).files if file.kind in stored.VALUES]

OFFSETS = st.integers(-23 * 60, 23 * 60).map(
    lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes))
)
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(codec="utf-8"), max_size=4),
    int: st.integers(0, 2**53),
    bool: st.booleans(),
    Decimal: st.decimals(0, 10**9, places=2) | st.decimals(0, 10**9, allow_nan=False, places=7),
    datetime.date: st.dates(),
    datetime.time: st.times(timezones=st.none() | OFFSETS),
    datetime.datetime: st.datetimes(timezones=st.just(datetime.UTC)),
    types.NoneType: st.none(),
}


def values(wanted: Any, most: int = 2) -> st.SearchStrategy[Any]:
    """Any values of a type that readings hold. most: things in a list; in one within it, one.

    So an example stays small: what comes back singly, and twice in the outermost list, comes back anywhere.
    """
    if wanted in SIMPLE:
        return SIMPLE[wanted]
    origin, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is tuple:
        assert inner[1:] == (...,)
        return st.lists(values(inner[0], 1), max_size=most).map(tuple)
    if origin in (dict, Mapping):
        return st.dictionaries(values(inner[0]), values(inner[1], 1), max_size=2)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*(values(one, most) for one in inner))
    fields = {name: values(hint, 1) for name, hint in typing.get_type_hints(wanted).items()}
    if typing.is_typeddict(wanted):
        hints = typing.get_type_hints(wanted, include_extras=True)
        needed = {name for name in hints if typing.get_origin(hints[name]) is typing.Required}
        return st.fixed_dictionaries(
            {name: fields[name] for name in needed},
            optional={name: fields[name] for name in fields.keys() - needed},
        )
    assert issubclass(wanted, msgspec.Struct)
    return st.builds(wanted, **fields)


def reading(file: SourceFile, data: bytes, context: Context) -> FileReading:
    if file.kind == "page":
        return read_page(file, data, context, shared_records.portal_page)
    if file.path.endswith(".md"):
        return read_page(file, data, context, country_records.guide)
    return read_yaml(file, data, context)


def returned(kind: str, one: FileReading) -> FileReading:
    return stored.decode(kind, stored.encode(kind, one))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path)
def test_every_file_of_the_sample_comes_back_as_it_was_read(file: SourceFile) -> None:
    data = (SAMPLE / file.path).read_bytes()

    for context in (Context(LOCALES, "EUR", file.country), Context(("zh",), "JPY"), Context()):
        one = reading(file, data, context)
        assert returned(file.kind, one) == one


@pytest.mark.parametrize("kind", stored.VALUES)
def test_whatever_a_file_of_a_kind_may_hold_comes_back(kind: str) -> None:
    readings = st.builds(
        FileReading,
        value=st.none() | values(stored.VALUES[kind]),
        diagnostics=values(tuple[Diagnostic, ...]),
        uses=values(Uses),
        ids=values(tuple[Identified, ...]),
        broken=st.booleans(),
    )
    readings.validate()  # builds all its parts, and once the table of characters: none of it is drawing

    @settings(max_examples=40)
    @given(readings)
    def comes_back(one: FileReading) -> None:
        assert returned(kind, one) == one

    comes_back()


def test_every_kind_of_file_that_is_read_can_be_kept() -> None:
    kinds = {file.kind for file in Walk(SAMPLE).files} - {"image", "static"}

    assert kinds == stored.VALUES.keys()


def test_mistakes_come_back_with_their_places() -> None:
    file = SourceFile("countries/fr/products/list.yaml", "products", "fr", "list")
    text = '- {id: true, nam: x, price: 14,90, text: {zh: "[a](product:b)"}}\n- x: {\n'
    one = reading(file, text.encode(), Context(LOCALES, "EUR", "fr"))

    assert len(one.diagnostics) > 4
    assert one.uses.links
    assert returned("products", one) == one


@pytest.mark.parametrize("at", ["0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"])
def test_an_instant_at_the_ends_of_the_calendar_can_be_kept(at: str) -> None:
    file = SourceFile("campaigns/a.yaml", "campaign", "", "a")
    text = (
        "title: {zh: x}\nsummary: {zh: x}\nembassies: [fr]\nfrom: 2027-07-10\nuntil: 2027-07-14\n"
        f"goods: [{{product: fr/a, tiers: [{{buyers: 1, price: 14.90}}]}}]\n"
        f"result: {{buyers: 12, at: {at}}}\ncancelled: {{at: {at}, reason: {{zh: x}}}}\n"
    )
    one = reading(file, text.encode(), Context(LOCALES))

    assert one.diagnostics == ()
    assert returned("campaign", one) == one


def test_bytes_that_were_damaged_are_refused_or_read_but_raise_nothing_else() -> None:
    dice = random.Random(20261125)
    whole = {
        file.kind: stored.encode(
            file.kind, reading(file, (SAMPLE / file.path).read_bytes(), Context(LOCALES, "EUR"))
        )
        for file in FILES
    }
    refused = 0
    for _ in range(3000):
        kind = dice.choice(list(whole))
        data = bytearray(whole[kind])
        data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            stored.decode(kind, bytes(data[: dice.choice((len(data), dice.randrange(len(data))))]))
        except stored.Damaged:
            refused += 1
    assert refused > 1000


@pytest.mark.parametrize("data", [b"", b"\x00", b"\x95\xc0", b"\xa2\xff\xfe"])
def test_what_is_no_reading_is_refused(data: bytes) -> None:
    for kind in stored.VALUES:
        with pytest.raises(stored.Damaged):
            stored.decode(kind, data)


def test_a_reading_with_something_deep_behind_it_is_refused() -> None:
    whole = stored.encode("products", FileReading((), ()))
    longer = bytes([whole[0] + 1]) + whole[1:]

    with pytest.raises(stored.Damaged):
        stored.decode("products", longer + b"\x91" * 100_000)


def test_the_reading_of_another_kind_is_refused() -> None:
    file = next(file for file in FILES if file.kind == "products")
    data = stored.encode(
        "products", reading(file, (SAMPLE / file.path).read_bytes(), Context(LOCALES))
    )

    with pytest.raises(stored.Damaged):
        stored.decode("merchants", data)
