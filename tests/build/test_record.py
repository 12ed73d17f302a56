"""The record of an output folder: readable after any accident, or nothing is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages.sites import FRANCE, tree

from build.builds import again, build
from pavilion_gen.build.record import Entry, Record

ENTRIES = [Entry(f"zh/page-{n}/index.html", f"f{n}", f"d{n}", n, 1000 + n) for n in range(5)]


def test_what_was_recorded_is_read_again(tmp_path: Path) -> None:
    Record(tmp_path).append(ENTRIES)

    assert list(Record(tmp_path).entries.values()) == ENTRIES


def test_the_last_line_for_a_path_counts(tmp_path: Path) -> None:
    newer = Entry(ENTRIES[0].path, "f", "d", 7, 8)
    Record(tmp_path).append([ENTRIES[0]])
    Record(tmp_path).append([newer])

    assert Record(tmp_path).entries == {newer.path: newer}


def test_a_rewritten_record_holds_what_it_is_given_sorted(tmp_path: Path) -> None:
    record = Record(tmp_path)
    record.append(ENTRIES)
    record.rewrite({entry.path: entry for entry in (ENTRIES[3], ENTRIES[1])})

    assert list(Record(tmp_path).entries) == [ENTRIES[1].path, ENTRIES[3].path]
    assert [file.name for file in record.folder.iterdir()] == ["record"]


def test_a_name_of_a_file_may_hold_anything_that_content_allows(tmp_path: Path) -> None:
    entry = Entry("蜂蜜 & co.txt", "", "d", 1, 2)
    Record(tmp_path).append([entry])

    assert Record(tmp_path).entries == {entry.path: entry}


def test_after_a_line_that_was_cut_short_recording_goes_on(tmp_path: Path) -> None:
    # given a record whose last line is not whole
    Record(tmp_path).append(ENTRIES[:2])
    file = tmp_path / ".pavilion/record"
    whole = file.read_bytes()

    for cut in range(len(ENTRIES[1].line().encode()) + 1):
        file.write_bytes(whole[: len(whole) - cut])
        # when another file is recorded after it
        Record(tmp_path).append([ENTRIES[2]])
        # then it and the first are known
        known = Record(tmp_path).entries
        assert known[ENTRIES[0].path] == ENTRIES[0]
        assert known[ENTRIES[2].path] == ENTRIES[2]
        assert set(known) <= {entry.path for entry in ENTRIES}


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\n", b"pavilion record 2\na\tf\td\t1\t2\n", b"a\tf\td\t1\t2\n", b"\xff\xfe\0\0\x80",
        b"pavilion record 1", bytes(range(256)) * 10, b"{}",
    ],
)  # fmt: skip
def test_of_a_record_that_is_none_or_of_another_version_nothing_is_known(
    tmp_path: Path, data: bytes
) -> None:
    (tmp_path / ".pavilion").mkdir()
    (tmp_path / ".pavilion/record").write_bytes(data)

    record = Record(tmp_path)

    assert record.entries == {}
    record.append(ENTRIES)
    assert list(Record(tmp_path).entries.values()) == ENTRIES


@pytest.mark.parametrize("path", ["/etc/passwd", "../x", "a/../../x", "a//b", "./a", "", "a/."])
def test_a_path_that_may_lead_outside_is_passed_over(tmp_path: Path, path: str) -> None:
    (tmp_path / ".pavilion").mkdir()
    (tmp_path / ".pavilion/record").write_text(f"pavilion record 1\n{path}\tf\td\t1\t2\n")

    assert Record(tmp_path).entries == {}


class TestBuildsAfterAnAccident:
    @pytest.fixture
    def built(self, tmp_path: Path) -> dict[str, bytes]:
        build(tmp_path, FRANCE)
        return tree(tmp_path / "output")

    def test_the_record_cut_at_every_byte_of_its_end(
        self, tmp_path: Path, built: dict[str, bytes]
    ) -> None:
        record = tmp_path / "output/.pavilion/record"
        whole = record.read_bytes()
        foreign = tmp_path / "output/foreign.txt"
        foreign.write_text("mine")
        for cut in range(1, 201):
            record.write_bytes(whole[:-cut])
            known = Record(tmp_path / "output").entries
            # all lines but those that were cut are known as they were
            assert len(known) >= len(built) - 2
            assert known.keys() <= built.keys()
            if cut % 20 == 0:  # and the next build is right
                again(tmp_path)
                assert tree(tmp_path / "output") == {**built, "foreign.txt": b"mine"}
                assert record.read_bytes() == whole

    @pytest.mark.parametrize(
        "data", [b"", b"pavilion record 9\nhumans.txt\t\t\t1\t1\n", bytes(range(256)), None]
    )
    def test_without_a_record_all_is_rendered_and_nothing_lost(
        self, tmp_path: Path, built: dict[str, bytes], data: bytes | None
    ) -> None:
        record = tmp_path / "output/.pavilion/record"
        record.unlink()
        if data is not None:
            record.write_bytes(data)
        (tmp_path / "output/foreign.txt").write_text("mine")

        result = again(tmp_path)

        assert (result.rendered, result.changed, result.removed) == (result.pages, 0, 0)
        assert tree(tmp_path / "output") == {**built, "foreign.txt": b"mine"}

    def test_then_all_is_known_again(self, tmp_path: Path, built: dict[str, bytes]) -> None:
        (tmp_path / "output/.pavilion/record").write_bytes(b"junk")
        again(tmp_path)

        assert again(tmp_path).rendered == 0
        assert set(Record(tmp_path / "output").entries) == set(built)
