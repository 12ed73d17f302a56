"""The cache folder: what earlier runs made, by the hash of all that it was made of.

SQLite holds the keys and small values; a large value is a file named by the hash of its bytes.
The folder may be deleted at any time, copied to another machine, or used by several builds at
once: a value is whole or not there, since every one carries its hash. What is damaged counts as
not there, and a database that cannot be read is begun anew. When the folder has grown beyond its
bound, what no run of late has asked for goes first; which runs are late is counted, not timed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

VERSION = 1
INLINE = 16 * 1024  # bytes; larger values are files
HELD = 32 * 1024 * 1024  # bytes that wait to be written
LARGEST = 512 * 1024 * 1024  # bytes, of all values together
_BUSY = 5.0  # seconds to wait for another build's writing

_TABLES = """
CREATE TABLE IF NOT EXISTS kept(
  key BLOB PRIMARY KEY, digest BLOB NOT NULL, size INTEGER NOT NULL, run INTEGER NOT NULL,
  value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs(number INTEGER NOT NULL);
"""


class Cache:
    """A store of bytes that outlives the run (see `content.kept.Kept`).

    Values that were put are written at `close`, or when many wait. A folder that cannot be written
    is no reason to fail: then nothing is kept, and `fault` says why.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fault = ""
        self._new: dict[bytes, bytes] = {}
        self._held = 0
        self._asked: set[bytes] = set()
        self._process = 0
        self._database: sqlite3.Connection | None = None
        self._inherited: list[sqlite3.Connection | None] = []

    def get(self, key: bytes) -> bytes | None:
        """The value under a key; None where there is none, or a damaged one."""
        if key in self._new:
            return self._new[key]
        database = self._connected()
        if database is None:
            return None
        try:
            row = database.execute(
                "SELECT digest, value FROM kept WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.Error as fault:
            self._begin_anew(fault)
            return None
        if row is None:
            return None
        digest, value = row
        file = None if value is not None else self._file(digest)
        if file is not None:
            with suppress(OSError):
                value = file.read_bytes()
        if value is None or hashlib.sha256(value).digest() != digest:
            if file is not None:
                with suppress(OSError):
                    file.unlink(missing_ok=True)  # else it would pass for one that is there
            return None
        self._asked.add(key)
        return bytes(value)

    def put(self, key: bytes, value: bytes) -> None:
        """Keeps a value, from `close` on for other runs."""
        self._new[key] = value
        self._held += len(value)
        if self._held > HELD:
            self._write_new()

    def close(self) -> None:
        """Writes what was put, and lets go of what is too much."""
        self._write_new()
        self._disconnect()

    def _write_new(self) -> None:
        self._held = 0
        database = self._connected() if self._new else None
        if database is not None:
            try:
                self._write(database)
            except (sqlite3.Error, OSError) as fault:
                self.fault = self.fault or f"The cache in {self.folder} cannot be written: {fault}."

    def _write(self, database: sqlite3.Connection) -> None:
        if not self._new:
            return
        rows = []
        for key, value in self._new.items():
            digest = hashlib.sha256(value).digest()
            if len(value) > INLINE:
                self._put_file(digest, value)
            rows.append((key, digest, len(value), None if len(value) > INLINE else value))
        with database:
            database.execute("BEGIN IMMEDIATE")
            run = self._next_run(database)
            database.executemany(f"INSERT OR REPLACE INTO kept VALUES (?, ?, ?, {run}, ?)", rows)
            database.executemany(
                f"UPDATE kept SET run = {run} WHERE key = ?", [(key,) for key in self._asked]
            )
            self._shrink(database)
        self._new = {}

    def _next_run(self, database: sqlite3.Connection) -> int:
        row = database.execute("SELECT max(number) FROM runs").fetchone()
        run = (row[0] or 0) + 1
        database.execute("DELETE FROM runs")
        database.execute("INSERT INTO runs VALUES (?)", (run,))
        return int(run)

    def _shrink(self, database: sqlite3.Connection) -> None:
        total = database.execute("SELECT sum(size) FROM kept").fetchone()[0] or 0
        if total <= LARGEST:
            return
        gone = []
        for key, digest, size in database.execute(
            "SELECT key, digest, size FROM kept ORDER BY run, key"
        ).fetchall():
            if total <= LARGEST * 3 // 4:
                break
            total -= size
            gone.append((key, digest))
        database.executemany("DELETE FROM kept WHERE key = ?", [(key,) for key, _ in gone])
        for _, digest in gone:
            used = database.execute("SELECT 1 FROM kept WHERE digest = ?", (digest,)).fetchone()
            if used is None:
                self._file(digest).unlink(missing_ok=True)

    def _file(self, digest: bytes) -> Path:
        name = digest.hex()
        return self.folder / "objects" / name[:2] / name[2:]

    def _put_file(self, digest: bytes, value: bytes) -> None:
        file = self._file(digest)
        if file.is_file() and file.stat().st_size == len(value):
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        fresh.write_bytes(value)
        fresh.replace(file)

    def _connected(self) -> sqlite3.Connection | None:
        if self._process != os.getpid():
            # A connection does not live through a fork, nor may it be closed behind one
            self._inherited.append(self._database)
            self._process = os.getpid()
            self._database = self._open()
        return self._database

    def _disconnect(self) -> None:
        if self._database is not None and self._process == os.getpid():
            self._database.close()
        self._database, self._process = None, 0

    def _open(self) -> sqlite3.Connection | None:
        for again in (False, True):
            try:
                return self._opened()
            except sqlite3.DatabaseError as fault:
                if isinstance(fault, sqlite3.OperationalError) or again:
                    self.fault = f"The cache in {self.folder} cannot be used: {fault}."
                    return None
                self._delete()
            except OSError as fault:
                self.fault = f"The cache in {self.folder} cannot be used: {fault.strerror}."
                return None
        return None

    def _opened(self) -> sqlite3.Connection:
        self.folder.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self.folder / "kept.sqlite", timeout=_BUSY, isolation_level=None)
        try:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, VERSION):
                raise sqlite3.DatabaseError("another version")
            database.execute("PRAGMA synchronous = OFF")
            if version == VERSION and not _has_tables(database):
                raise sqlite3.DatabaseError("tables are missing")
            if version == 0:
                database.executescript(_TABLES)
                database.execute(f"PRAGMA user_version = {VERSION}")
        except BaseException:
            database.close()
            raise
        return database

    def _begin_anew(self, fault: sqlite3.Error) -> None:
        if isinstance(fault, sqlite3.OperationalError):
            return
        self._disconnect()
        self._delete()

    def _delete(self) -> None:
        for name in ("kept.sqlite", "kept.sqlite-journal"):
            (self.folder / name).unlink(missing_ok=True)
        shutil.rmtree(self.folder / "objects", ignore_errors=True)


def _has_tables(database: sqlite3.Connection) -> bool:
    query = "SELECT count(*) FROM sqlite_master WHERE name IN ('kept', 'runs')"
    return bool(database.execute(query).fetchone()[0] == 2)
