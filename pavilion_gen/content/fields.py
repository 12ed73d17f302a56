"""Records, lists and mappings, read strictly: every mistake in them is told at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from pavilion_gen.content.reading import BAD, Spot
from pavilion_gen.content.yaml_tree import Plain
from pavilion_gen.diagnostics import nearest

NULLS = frozenset({"", "null", "~", "Null", "NULL"})


class Field(Protocol):
    """A type of field: reads `value` found at `spot`; BAD after telling of a mistake."""

    def __call__(self, value: Any, spot: Spot) -> Any: ...


def is_null(value: Any) -> bool:
    """Whether the editor left the value out: nothing, `null` or `~` without quotes."""
    return isinstance(value, Plain) and value in NULLS


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
        return str(value)
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
        items = [inner(entry, spot.into(index)) for index, entry in enumerate(value)]
        return tuple(item for item in items if item is not BAD and item is not None)

    return read


def mapping_of(key: Callable[[str], bool], known: str, inner: Field) -> Field:
    """A mapping whose keys are content. known: what a key may be, for the message."""

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, dict):
            return spot.error("wrong-type", f"Here stands {kind_of(value)} instead of a mapping.",
                              "Write `key: value` pairs.")  # fmt: skip
        result = {}
        for name, entry in value.items():
            at = spot.into(name)
            if not key(name):
                at.error("unknown-key", f"`{name[:40]}` cannot stand here.", known, key=True)
                continue
            read_entry = inner(entry, at)
            if read_entry is not BAD:
                result[name] = read_entry
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

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, dict):
            return spot.error("wrong-type", f"Here stands {kind_of(value)} instead of a mapping.",
                              "Write `key: value` lines with these keys: "
                              + ", ".join(keys) + ".")  # fmt: skip
        values: dict[str, Any] = {}
        guessed: set[str] = set()
        whole = True
        for name, entry in value.items():
            key = keys.get(name)
            at = spot.into(name)
            if key is None:
                near = nearest(name, keys.keys() - value.keys()) or nearest(name, keys)
                guessed.add(near or "")
                at.error("unknown-key", f"There is no key `{name[:60]}` here.",
                         (f"Did you mean `{near}`? " if near else "")
                         + "Keys: " + ", ".join(keys) + ".", key=True)  # fmt: skip
                continue
            if is_null(entry):
                continue
            result = key.field(entry, at)
            if result is BAD or result is None:
                whole = whole and not key.must
                guessed.add(name)
            else:
                values[name] = result
        for name, key in keys.items():
            if key.must and name not in values:
                whole = False
                if name not in guessed:
                    spot.error("missing-key", f"The key `{name}` is missing.",
                               f"Add `{name}: …`.")  # fmt: skip
        if not whole:
            return None
        return make(**values)

    return read
