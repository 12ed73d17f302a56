"""Records, lists and mappings, read strictly: every mistake in them is told at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from pavilion_gen.content.reading import BAD, Spot
from pavilion_gen.content.yaml_quick import Plain
from pavilion_gen.diagnostics import nearest

NULLS = frozenset({"", "null", "~", "Null", "NULL"})


class Field(Protocol):
    """A type of field: reads `value` found at `spot`; BAD after telling of a mistake."""

    def __call__(self, value: Any, spot: Spot) -> Any: ...


def is_null(value: Any) -> bool:
    """Whether the editor left the value out: nothing, `null` or `~` without quotes."""
    return type(value) is Plain and value in NULLS


def kind_of(value: Any) -> str:
    """What a value is, in an editor's words."""
    if isinstance(value, dict):
        return "a mapping of keys to values"
    if isinstance(value, list):
        return "a list"
    return "a single value"


def scalar(value: Any, spot: Spot, wanted: str) -> Any:
    """The text of a single value, or BAD."""
    if isinstance(value, str):
        return value if type(value) is str else str(value)
    return spot.error("wrong-type", f"Here stands {kind_of(value)} instead of {wanted}.",
                      f"Write {wanted}.")  # fmt: skip


def did_you_mean(word: str, known: Any, what: str) -> str:
    near = nearest(word, known)
    listed = ", ".join(sorted(known)[:24])
    return (f"Did you mean `{near}`? " if near else "") + f"{what}: {listed}."


def list_of(inner: Field, least: int = 0) -> Field:
    """A list, as a tuple; entries that are wrong are told of and left out."""

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, list):
            short = isinstance(value, str) and 0 < len(value) < 30 and ":" not in value
            return spot.error("wrong-type", f"Here stands {kind_of(value)} instead of a list.",
                              f"Write `[{value}]`." if short else
                              "Write each entry on a line of its own, after `- `.")  # fmt: skip
        if len(value) < least:
            return spot.error("wrong-value", "The list is too short.",
                              f"It needs at least {least}.")  # fmt: skip
        items = []
        steps = spot.steps
        steps.append(0)
        for index, entry in enumerate(value):
            steps[-1] = index
            item = inner(entry, spot)
            if item is not BAD and item is not None:
                items.append(item)
        steps.pop()
        return tuple(items)

    return read


def mapping_of(key: Callable[[str], bool], known: str, inner: Field) -> Field:
    """A mapping whose keys are content. known: what a key may be, for the message."""

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, dict):
            return spot.error("wrong-type", f"Here stands {kind_of(value)} instead of a mapping.",
                              "Write `key: value` pairs.")  # fmt: skip
        result = {}
        steps = spot.steps
        steps.append("")
        for name, entry in value.items():
            steps[-1] = name
            if not key(name):
                spot.error("unknown-key", f"`{name[:40]}` cannot stand here.", known, key=True)
                continue
            read_entry = inner(entry, spot)
            if read_entry is not BAD:
                result[name] = read_entry
        steps.pop()
        return result

    return read


class Key:
    """A key of a record: its field, and whether it must be there."""

    __slots__ = ("field", "must")

    def __init__(self, field: Field, must: bool) -> None:
        self.field = field
        self.must = must


def required(field: Field) -> Key:
    """A key that must be there."""
    return Key(field, True)


def optional(field: Field) -> Key:
    """A key that may be left out or null."""
    return Key(field, False)


def record(make: Callable[..., Any], keys: Mapping[str, Key]) -> Field:
    """A mapping with known keys, as `make(**values)`; None after mistakes that leave it broken.

    All its keys are read, so that all mistakes are told at once.
    """
    fields = {name: key.field for name, key in keys.items()}
    needed = {name: key for name, key in keys.items() if key.must}.keys()

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, dict):
            return spot.error("wrong-type", f"Here stands {kind_of(value)} instead of a mapping.",
                              "Write `key: value` lines with these keys: "
                              + ", ".join(keys) + ".")  # fmt: skip
        values: dict[str, Any] = {}
        told: set[str] = set()
        steps = spot.steps
        steps.append("")
        for name, entry in value.items():
            steps[-1] = name
            field = fields.get(name)
            if field is None:
                told.add(_unknown_key(name, value, keys, spot))
                continue
            if type(entry) is Plain and entry in NULLS:
                continue
            result = field(entry, spot)
            if result is BAD or result is None:
                told.add(name)
            else:
                values[name] = result
        steps.pop()
        if needed <= values.keys():
            return make(**values)
        for name in needed:
            if name not in values and name not in told:
                spot.error("missing-key", f"The key `{name}` is missing.", f"Add `{name}: …`.")
        return None

    return read


def _unknown_key(name: str, value: Mapping[str, Any], keys: Mapping[str, Key], spot: Spot) -> str:
    """Tells of a key that there is not; returns the one that was most likely meant, or ""."""
    near = nearest(name, keys.keys() - value.keys()) or nearest(name, keys)
    spot.error("unknown-key", f"There is no key `{name[:60]}` here.",
               (f"Did you mean `{near}`? " if near else "")
               + "Keys: " + ", ".join(keys) + ".", key=True)  # fmt: skip
    return near or ""
