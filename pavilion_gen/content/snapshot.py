"""The content tree at one moment: its files, and the hash of each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from pavilion_gen.content.kept import key_of
from pavilion_gen.content.walk import SourceFile, Walk
from pavilion_gen.diagnostics import Diagnostic

_CHUNK = 1 << 20


class ContentChanged(Exception):
    """A file was saved while it was being read: what was read does not belong together."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path} was saved while it was being read. Run the command again."


class Snapshot(msgspec.Struct, frozen=True, gc=False):
    """What stood in the content folder `root` when it was looked at.

    digests: SHA-256 by path; empty for a file that could not be read. sizes: in bytes.
    passed_over: folders in which a file was not read for its name. key: of all of it, without
    where `root` is.
    """

    root: Path
    files: tuple[SourceFile, ...]
    digests: dict[str, bytes]
    sizes: dict[str, int]
    passed_over: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    key: bytes

    def of(self, country: str) -> tuple[SourceFile, ...]:
        """The files of a country, or (country "") the shared ones."""
        return tuple(file for file in self.files if file.country == country)

    def folders(self) -> tuple[str, ...]:
        """The countries there are."""
        return tuple(sorted({file.country for file in self.files if file.country}))


def digest_of(path: str | Path) -> bytes:
    """The SHA-256 of a file; empty when it cannot be read."""
    return _measured(path)[0]


def _measured(path: str | Path) -> tuple[bytes, int]:
    """(SHA-256, size) of a file; empty when it cannot be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return b"", 0
    size = 0
    digest = hashlib.sha256()
    try:
        while data := os.read(descriptor, _CHUNK):
            digest.update(data)
            size += len(data)
    except OSError:
        return b"", 0
    finally:
        os.close(descriptor)
    return digest.digest(), size


def look(root: Path) -> Snapshot:
    """Walks the tree and hashes every file in it."""
    walk = Walk(root)
    base = f"{root}{os.sep}"
    measured = {file.path: _measured(base + file.path) for file in walk.files}
    return _snapshot(
        Snapshot(
            root,
            tuple(walk.files),
            {},
            {},
            tuple(walk.passed_over),
            tuple(walk.diagnostics),
            b"",
        ),
        measured,
    )


def look_again(before: Snapshot, saved: Iterable[str]) -> Snapshot:
    """The tree after files were saved. saved: their paths below its root, and no others.

    Where one of them is new or gone, the whole tree is walked again.
    """
    measured = {path: (digest, before.sizes[path]) for path, digest in before.digests.items()}
    for path in saved:
        full = before.root / path
        if path not in measured or full.is_symlink() or not full.is_file():
            return look(before.root)
        measured[path] = _measured(full)
    return _snapshot(before, measured)


def _snapshot(tree: Snapshot, measured: dict[str, tuple[bytes, int]]) -> Snapshot:
    """The tree with the hash and size of each file."""
    parts: list[bytes | str] = []
    for path, (digest, _) in measured.items():
        parts += (path, digest)
    told = msgspec.msgpack.encode((tree.diagnostics, sorted(tree.passed_over)))
    return msgspec.structs.replace(
        tree,
        digests={path: digest for path, (digest, _) in measured.items()},
        sizes={path: size for path, (_, size) in measured.items()},
        key=key_of(*parts, told),
    )
