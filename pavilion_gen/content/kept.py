"""What is kept between runs: values by the hash of all that they were made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

import msgspec

T = TypeVar("T")


class Kept(Protocol):
    """A store of bytes. A value is only ever kept under a key that names everything it depends on."""

    def get(self, key: bytes) -> bytes | None: ...

    def put(self, key: bytes, value: bytes) -> None: ...

    def close(self) -> None:
        """Ends the run: what was put is there for the next one."""
        ...


class NothingKept:
    """A store that forgets: every value is made anew."""

    def get(self, key: bytes) -> bytes | None:
        return None

    def put(self, key: bytes, value: bytes) -> None:
        pass

    def close(self) -> None:
        pass


class Edition:
    """The part of a store that belongs to one edition of our own sources and libraries."""

    def __init__(self, kept: Kept, engine: bytes) -> None:
        self._kept = kept
        self._engine = engine

    def get(self, key: bytes) -> bytes | None:
        return self._kept.get(key_of(self._engine, key))

    def put(self, key: bytes, value: bytes) -> None:
        self._kept.put(key_of(self._engine, key), value)

    def close(self) -> None:
        self._kept.close()


def kept_or_made(kept: Kept, key: bytes, kind: Any, make: Callable[[], T]) -> T:
    """The value under a key; where there is none, or a damaged one, made now and kept.

    kind: its type, as msgspec takes it.
    """
    found = kept.get(key)
    if found is not None:
        try:
            value: T = msgspec.msgpack.decode(found, type=kind)
            return value
        except msgspec.DecodeError:
            pass
    made = make()
    kept.put(key, msgspec.msgpack.encode(made))
    return made


class Memo:
    """What one process has made, by the keys of what it was made of; for a process that stays.

    `renewed` begins the next round with what this one has asked for, and nothing older.
    """

    def __init__(self, held: dict[bytes, Any] | None = None) -> None:
        self._held = held or {}
        self._asked: dict[bytes, Any] = {}

    def of(self, key: bytes, make: Callable[[], T]) -> T:
        """The value under a key, made now where there is none."""
        found = self._asked.get(key)
        if found is None:
            found = self._held.get(key)
            if found is None:
                found = make()
            self._asked[key] = found
        value: T = found
        return value

    def forget(self, key: bytes) -> None:
        self._asked.pop(key, None)

    def renewed(self) -> Memo:
        return Memo(self._asked)


def key_of(*parts: bytes | str) -> bytes:
    """The key (32 bytes) of what is made of these parts, in this order."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()
