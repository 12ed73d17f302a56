"""The cache folder: a value is whole or not there, whatever has happened to the folder."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pages.sites import FRANCE, tree

from build.builds import build
from pavilion_gen.build import cache as module
from pavilion_gen.build.cache import INLINE, Cache

KEY, OTHER = b"k" * 32, b"o" * 32
SMALL, LARGE = b"small", b"large " * INLINE


def filled(folder: Path, values: dict[bytes, bytes]) -> None:
    """A run that kept these values."""
    cache = Cache(folder)
    for key, value in values.items():
        cache.put(key, value)
    cache.close()
    assert cache.fault == ""


def known(folder: Path, *keys: bytes) -> list[bytes | None]:
    """What another run finds under these keys."""
    cache = Cache(folder)
    found = [cache.get(key) for key in keys]
    cache.close()
    return found


def objects(folder: Path) -> list[Path]:
    """The files of large values."""
    return sorted(path for path in (folder / "objects").rglob("*") if path.is_file())


class TestKeeping:
    @pytest.mark.parametrize(
        "value", [b"", b"\0", SMALL, b"x" * INLINE, b"x" * (INLINE + 1), LARGE]
    )
    def test_what_was_put_is_there_for_the_next_run(self, tmp_path: Path, value: bytes) -> None:
        filled(tmp_path / "cache", {KEY: value})

        assert known(tmp_path / "cache", KEY, OTHER) == [value, None]

    def test_what_was_put_is_there_at_once(self, tmp_path: Path) -> None:
        cache = Cache(tmp_path / "cache")

        cache.put(KEY, SMALL)

        assert cache.get(KEY) == SMALL
        assert known(tmp_path / "cache", KEY) == [None]  # and for others once it is closed

    def test_a_large_value_is_a_file_and_a_small_one_is_none(self, tmp_path: Path) -> None:
        filled(tmp_path / "cache", {KEY: SMALL})
        assert objects(tmp_path / "cache") == []

        filled(tmp_path / "cache", {OTHER: LARGE})

        (file,) = objects(tmp_path / "cache")
        assert file.read_bytes() == LARGE

    def test_equal_large_values_are_one_file(self, tmp_path: Path) -> None:
        filled(tmp_path / "cache", {KEY: LARGE, OTHER: LARGE})

        assert len(objects(tmp_path / "cache")) == 1
        assert known(tmp_path / "cache", KEY, OTHER) == [LARGE, LARGE]

    def test_the_newest_value_counts(self, tmp_path: Path) -> None:
        filled(tmp_path / "cache", {KEY: LARGE})
        filled(tmp_path / "cache", {KEY: SMALL})

        assert known(tmp_path / "cache", KEY) == [SMALL]

    def test_a_copy_of_the_folder_knows_the_same(self, tmp_path: Path) -> None:
        filled(tmp_path / "cache", {KEY: SMALL, OTHER: LARGE})

        shutil.copytree(tmp_path / "cache", tmp_path / "elsewhere/cache")
        shutil.rmtree(tmp_path / "cache")

        assert known(tmp_path / "elsewhere/cache", KEY, OTHER) == [SMALL, LARGE]

    def test_a_folder_that_was_deleted_begins_anew(self, tmp_path: Path) -> None:
        filled(tmp_path / "cache", {KEY: SMALL})
        shutil.rmtree(tmp_path / "cache")

        assert known(tmp_path / "cache", KEY) == [None]
        filled(tmp_path / "cache", {KEY: SMALL})
        assert known(tmp_path / "cache", KEY) == [SMALL]

    def test_many_values_do_not_wait_for_the_end(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("pavilion_gen.build.cache.HELD", len(SMALL))
        cache = Cache(tmp_path / "cache")
        cache.put(KEY, SMALL)
        assert known(tmp_path / "cache", KEY) == [None]

        cache.put(b"another", SMALL)

        assert known(tmp_path / "cache", KEY, b"another") == [SMALL, SMALL]
        assert cache.get(KEY) == SMALL


class TestDamage:
    """What is damaged counts as not there; the next run keeps it again."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Iterator[Path]:
        filled(tmp_path / "cache", {KEY: SMALL, OTHER: LARGE})
        yield tmp_path / "cache"
        # whatever the test has damaged
        filled(tmp_path / "cache", {KEY: SMALL, OTHER: LARGE})
        assert known(tmp_path / "cache", KEY, OTHER) == [SMALL, LARGE]

    @pytest.mark.parametrize(
        "damage",
        [lambda data: b"", lambda data: data[:-1], lambda data: data + b"x",
         lambda data: b"X" + data[1:]],
        ids=["empty", "cut", "longer", "changed"],
    )  # fmt: skip
    def test_a_large_value_that_is_not_as_it_was(
        self, folder: Path, damage: Callable[[bytes], bytes]
    ) -> None:
        (file,) = objects(folder)
        file.write_bytes(damage(file.read_bytes()))

        assert known(folder, KEY, OTHER) == [SMALL, None]

    def test_a_large_value_whose_file_is_gone(self, folder: Path) -> None:
        shutil.rmtree(folder / "objects")

        assert known(folder, KEY, OTHER) == [SMALL, None]

    def test_a_small_value_that_is_not_as_it_was(self, folder: Path) -> None:
        with sqlite3.connect(folder / "kept.sqlite") as database:
            database.execute("UPDATE kept SET value = ? WHERE key = ?", (b"SMALL", KEY))
        database.close()

        assert known(folder, KEY, OTHER) == [None, LARGE]

    @pytest.mark.parametrize(
        "data", [b"junk", b"junk " * 10_000, b"SQLite format 3\0" + b"\xff" * 5000]
    )
    def test_a_database_that_is_none(self, folder: Path, data: bytes) -> None:
        (folder / "kept.sqlite").write_bytes(data)

        assert known(folder, KEY, OTHER) == [None, None]

    def test_a_database_with_pages_of_junk(self, folder: Path) -> None:
        filled(folder, {bytes([n]) * 32: bytes([n]) * 5000 for n in range(100)})
        file = folder / "kept.sqlite"
        data = file.read_bytes()
        file.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))

        # whatever is found, nothing wrong is returned and nothing raised
        cache = Cache(folder)
        for n in range(100):
            assert cache.get(bytes([n]) * 32) in (None, bytes([n]) * 5000)
        cache.put(KEY, SMALL)
        cache.close()

    def test_a_database_that_is_empty(self, folder: Path) -> None:
        (folder / "kept.sqlite").write_bytes(b"")

        assert known(folder, KEY) == [None]

    def test_a_database_of_another_version(self, folder: Path) -> None:
        with sqlite3.connect(folder / "kept.sqlite") as database:
            database.execute("PRAGMA user_version = 99")
        database.close()

        assert known(folder, KEY) == [None]


class TestAFolderThatCannotBeUsed:
    def test_one_in_which_nothing_may_be_written(self, tmp_path: Path) -> None:
        # given a file where the folder should be, which no one can write into
        (tmp_path / "cache").write_text("mine")

        cache = Cache(tmp_path / "cache")
        cache.put(KEY, SMALL)

        assert cache.get(OTHER) is None
        cache.close()
        assert f"The cache in {tmp_path}/cache cannot be" in cache.fault
        assert (tmp_path / "cache").read_text() == "mine"

    def test_one_that_is_read_only_still_answers(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        filled(tmp_path / "cache", {KEY: SMALL, OTHER: LARGE})

        def read_only(file: Path, **options: Any) -> sqlite3.Connection:
            opened: sqlite3.Connection = original(f"file:{file}?mode=ro", uri=True, **options)
            return opened

        original = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", read_only)
        cache = Cache(tmp_path / "cache")
        found = [cache.get(KEY), cache.get(OTHER)]
        cache.put(b"new", SMALL)
        cache.close()
        monkeypatch.undo()

        assert found == [SMALL, LARGE]
        assert f"The cache in {tmp_path}/cache cannot be written" in cache.fault
        assert known(tmp_path / "cache", KEY, OTHER, b"new") == [SMALL, LARGE, None]

    def test_a_disk_that_is_full_keeps_nothing_and_raises_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        filled(tmp_path / "cache", {KEY: SMALL})

        def full(self: Path, data: bytes) -> int:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "write_bytes", full)
        cache = Cache(tmp_path / "cache")
        cache.put(OTHER, LARGE)
        cache.close()
        monkeypatch.undo()

        assert "No space left on device" in cache.fault
        assert known(tmp_path / "cache", KEY, OTHER) == [SMALL, None]

    def test_a_site_is_built_all_the_same(self, tmp_path: Path) -> None:
        (tmp_path / "cache").write_text("mine")

        build(tmp_path, FRANCE, kept=Cache(tmp_path / "cache"))

        build(tmp_path / "fresh", FRANCE)
        assert tree(tmp_path / "output") == tree(tmp_path / "fresh/output")


class TestItsBound:
    @pytest.fixture(autouse=True)
    def small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "LARGEST", 100_000)

    def key(self, number: int) -> bytes:
        return bytes([number]) * 32

    def test_it_does_not_grow_beyond_it(self, tmp_path: Path) -> None:
        for number in range(40):
            filled(tmp_path, {self.key(number): bytes([number]) * 20_000})

            assert sum(file.stat().st_size for file in objects(tmp_path)) <= 100_000

    def test_what_was_not_asked_for_of_late_goes_first(self, tmp_path: Path) -> None:
        # given three values, the oldest of which every run asks for
        for number in range(3):
            cache = Cache(tmp_path)
            cache.get(self.key(0))
            cache.put(self.key(number), bytes([number]) * 30_000)
            cache.close()

        # when there is too much
        cache = Cache(tmp_path)
        cache.get(self.key(0))
        cache.put(self.key(3), b"\3" * 30_000)
        cache.close()

        # then the others have gone
        found = known(tmp_path, *(self.key(number) for number in range(4)))
        assert [value is not None for value in found] == [True, False, False, True]

    def test_small_values_are_bound_too(self, tmp_path: Path) -> None:
        for number in range(40):
            filled(tmp_path, {self.key(number): bytes([number]) * 10_000})

        found = [value for value in known(tmp_path, *map(self.key, range(40))) if value]
        assert 0 < sum(map(len, found)) <= 100_000

    def test_the_file_of_a_value_that_another_key_has_too_stays(self, tmp_path: Path) -> None:
        filled(tmp_path, {self.key(0): b"x" * 40_000})
        filled(tmp_path, {self.key(1): b"x" * 40_000})
        filled(tmp_path, {self.key(2): b"y" * 30_000})

        assert known(tmp_path, self.key(0), self.key(1)) == [None, b"x" * 40_000]

    def test_a_run_larger_than_it_is_no_fault(self, tmp_path: Path) -> None:
        filled(tmp_path, {self.key(number): bytes([number]) * 60_000 for number in range(5)})

        assert sum(file.stat().st_size for file in objects(tmp_path)) <= 100_000


WRITES = """
import sys
from pathlib import Path
from pavilion_gen.build.cache import Cache

cache = Cache(Path(sys.argv[1]))
cache.get(b"nothing")
print("ready", flush=True)
sys.stdin.readline()
for number in range(200):
    cache.put(sys.argv[2].encode() + bytes([number]), (sys.argv[2] * 99).encode() + bytes(20_000 * (number % 2)))
cache.put(b"both", b"the same value")
cache.close()
print(cache.fault, flush=True)
"""


class TestTwoAtOnce:
    def test_two_processes_keep_into_one_folder(self, tmp_path: Path) -> None:
        # given two processes that have it open
        processes = [
            subprocess.Popen(
                [sys.executable, "-c", WRITES, str(tmp_path / "cache"), name],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )
            for name in ("a", "b")
        ]  # fmt: skip
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"

        # when both write
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        said = [process.communicate(timeout=60)[0] for process in processes]

        # then all of both is kept
        assert said == ["\n", "\n"]
        cache = Cache(tmp_path / "cache")
        for name in ("a", "b"):
            for number in range(200):
                value = (name * 99).encode() + bytes(20_000 * (number % 2))
                assert cache.get(name.encode() + bytes([number])) == value
        assert cache.get(b"both") == b"the same value"
        cache.close()

    def test_one_that_is_open_sees_what_another_has_kept(self, tmp_path: Path) -> None:
        early = Cache(tmp_path / "cache")
        assert early.get(KEY) is None

        filled(tmp_path / "cache", {KEY: SMALL, OTHER: LARGE})

        assert (early.get(KEY), early.get(OTHER)) == (SMALL, LARGE)
        early.close()

    def test_one_that_was_open_before_a_fork_works_on_both_sides(self, tmp_path: Path) -> None:
        filled(tmp_path / "cache", {KEY: SMALL})
        cache = Cache(tmp_path / "cache")
        assert cache.get(KEY) == SMALL

        child = os.fork()
        if child == 0:
            found = cache.get(KEY)
            cache.put(b"child", b"of the child")
            cache.close()
            os._exit(0 if found == SMALL and not cache.fault else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        cache.put(b"parent", b"of the parent")
        cache.close()

        assert cache.fault == ""
        assert known(tmp_path / "cache", b"child", b"parent") == [b"of the child", b"of the parent"]

    def test_a_folder_that_another_deletes_meanwhile_is_no_fault_of_the_values(
        self, tmp_path: Path
    ) -> None:
        filled(tmp_path / "cache", {KEY: SMALL, OTHER: LARGE})
        cache = Cache(tmp_path / "cache")
        assert cache.get(KEY) == SMALL

        shutil.rmtree(tmp_path / "cache")

        assert cache.get(OTHER) is None
        cache.put(b"new", LARGE)
        cache.close()
        assert known(tmp_path / "cache", OTHER) == [None]


class TestBuildsWithACache:
    def test_the_bytes_are_those_of_a_build_without_one(self, tmp_path: Path) -> None:
        for number in range(2):
            output = tmp_path / f"with-{number}"
            build(tmp_path, output=output, kept=Cache(tmp_path / "cache"))
        build(tmp_path, output=tmp_path / "without")

        assert tree(tmp_path / "with-0") == tree(tmp_path / "with-1") == tree(tmp_path / "without")

    def test_so_are_those_of_a_build_with_a_damaged_one(self, tmp_path: Path) -> None:
        build(tmp_path, output=tmp_path / "first", kept=Cache(tmp_path / "cache"))
        for file in objects(tmp_path / "cache"):
            file.write_bytes(b"junk")
        data = (tmp_path / "cache/kept.sqlite").read_bytes()
        (tmp_path / "cache/kept.sqlite").write_bytes(data[: len(data) // 2])

        build(tmp_path, output=tmp_path / "second", kept=Cache(tmp_path / "cache"))

        assert tree(tmp_path / "first") == tree(tmp_path / "second")

    def test_a_value_that_is_whole_but_none_of_ours_is_made_anew(self, tmp_path: Path) -> None:
        # given a store that answers every question with something else
        class Strange(Cache):
            def get(self, key: bytes) -> bytes | None:
                return b"\xc1 no message pack"

        build(tmp_path, output=tmp_path / "strange", kept=Strange(tmp_path / "cache"))
        build(tmp_path, output=tmp_path / "without")

        assert tree(tmp_path / "strange") == tree(tmp_path / "without")
