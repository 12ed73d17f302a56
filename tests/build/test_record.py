"""The record of an output folder: readable after any accident, or nothing is known."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from pages.sites import FRANCE, tree, write

from build.builds import again, build
from pavilion_gen.build.clean import clean
from pavilion_gen.build.record import Entry, Last, Record, Unit, is_safe, unit_of
from pavilion_gen.model.picture import PictureFile

ENTRIES = [
    Entry(f"zh/page-{n}/index.html", b"\xff" * 4 + bytes([n]), bytes([n]) * 32, n, 1000 + n)
    for n in range(5)
]
UNIT = unit_of(
    ENTRIES,
    key=b"key",
    pictures=(PictureFile("countries/fr/images/field.jpg", 40, 50, "ab", "8a9b7c"),),
    sitemaps=(("sitemap-fr.xml", "2026-11-01"), ("sitemap-fr-2.xml", "")),
)
LAST = Last(
    key=b"key",
    theme=b"theme",
    engine=b"engine",
    chain=("tiny", "pavilion"),
    since="2026-10-31T16:00:00+00:00",
    until="",
    units=("portal", "fr", "files"),
    pages=5,
    files=7,
    mistakes="2 warnings",
    held_back=(("fr", 3),),
    next_change="2026-12-09T16:00:00+00:00",
)
DAMAGED = (b"", b"\n", b"pavilion record 1\na\tf\td\t1\t2\n", b"\xff\xfe\0\0\x80", b"{}",
           bytes(range(256)) * 10)  # fmt: skip


def unit_files(output: Path) -> list[Path]:
    """The files in which the record of a build stands."""
    return sorted((output / ".pavilion/units").iterdir())


class TestAUnit:
    def test_what_was_recorded_is_read_again(self, tmp_path: Path) -> None:
        Record(tmp_path).write("fr", UNIT)

        known = Record(tmp_path)
        assert known.names() == ["fr"]
        assert known.unit("fr") == UNIT
        assert list(known.unit("fr").entries().values()) == ENTRIES
        assert known.unit("fr").pages == 5

    def test_how_its_files_look_is_read_without_the_rest(self, tmp_path: Path) -> None:
        Record(tmp_path).write("fr", UNIT)

        columns = Record(tmp_path).columns("fr")

        assert columns is not None
        assert list(zip(columns.paths, columns.sizes, columns.stamps, strict=True)) == [
            (entry.path, entry.size, entry.stamp) for entry in ENTRIES
        ]

    def test_one_without_files_is_read_again_too(self, tmp_path: Path) -> None:
        Record(tmp_path).write("fr", unit_of([], key=b"key"))

        assert Record(tmp_path).unit("fr") == Unit(key=b"key")

    def test_files_that_are_no_pages_are_not_counted_as_such(self) -> None:
        assert unit_of([ENTRIES[0], Entry("robots.txt", b"", b"d", 1, 2)]).pages == 1

    def test_a_name_of_a_file_may_hold_anything_that_content_allows(self, tmp_path: Path) -> None:
        entry = Entry("蜂蜜 & co.\n.txt", b"", b"d", 1, 2**63 - 1)
        Record(tmp_path).write("files", unit_of([entry]))

        assert Record(tmp_path).unit("files").entries() == {entry.path: entry}

    def test_the_newest_counts(self, tmp_path: Path) -> None:
        Record(tmp_path).write("fr", UNIT)
        Record(tmp_path).write("fr", unit_of(ENTRIES[:1]))

        assert list(Record(tmp_path).unit("fr").entries()) == [ENTRIES[0].path]

    def test_one_that_is_as_it_was_is_not_written_again(self, tmp_path: Path) -> None:
        Record(tmp_path).write("fr", UNIT)
        (file,) = unit_files(tmp_path)
        before = file.stat()

        Record(tmp_path).write("fr", UNIT)

        assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_one_that_was_forgotten_is_not_known(self, tmp_path: Path) -> None:
        record = Record(tmp_path)
        record.write("fr", UNIT)
        record.write("nz", UNIT)

        record.forget("fr")
        record.forget("gb")  # which was never there

        assert record.names() == ["nz"]
        assert record.unit("fr") == Unit()

    def test_what_a_killed_build_began_to_write_is_none(self, tmp_path: Path) -> None:
        Record(tmp_path).write("fr", UNIT)
        (tmp_path / ".pavilion/units/fr.new").write_bytes(b"pavilion rec")

        assert Record(tmp_path).names() == ["fr"]
        assert Record(tmp_path).unit("fr") == UNIT

    def test_cut_anywhere_nothing_is_known_of_it(self, tmp_path: Path) -> None:
        Record(tmp_path).write("fr", UNIT)
        (file,) = unit_files(tmp_path)
        whole = file.read_bytes()

        for length in range(len(whole)):
            file.write_bytes(whole[:length])
            assert Record(tmp_path).unit("fr") == Unit()
            assert Record(tmp_path).columns("fr") is None

    def test_with_any_byte_changed_nothing_is_known_of_it(self, tmp_path: Path) -> None:
        Record(tmp_path).write("fr", UNIT)
        (file,) = unit_files(tmp_path)
        whole = file.read_bytes()

        for at in range(len(whole)):
            file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            assert Record(tmp_path).unit("fr") == Unit()

    @pytest.mark.parametrize("data", DAMAGED)
    def test_of_one_that_is_none_or_of_another_version_nothing_is_known(
        self, tmp_path: Path, data: bytes
    ) -> None:
        write(tmp_path, {".pavilion/units/fr": data})

        assert Record(tmp_path).unit("fr") == Unit()
        Record(tmp_path).write("fr", UNIT)
        assert Record(tmp_path).unit("fr") == UNIT

    def test_of_a_folder_without_a_record_nothing_is_known(self, tmp_path: Path) -> None:
        record = Record(tmp_path / "gone")

        assert (record.names(), record.unit("fr"), record.last()) == ([], Unit(), None)
        assert not (tmp_path / "gone").exists()


class TestTheLastBuild:
    @pytest.fixture
    def record(self, tmp_path: Path) -> Record:
        (tmp_path / ".pavilion").mkdir()
        return Record(tmp_path)

    def test_it_is_read_again(self, tmp_path: Path, record: Record) -> None:
        record.finish(LAST)

        assert Record(tmp_path).last() == LAST

    def test_while_one_lands_none_is_known_to_be_whole(
        self, tmp_path: Path, record: Record
    ) -> None:
        record.finish(LAST)

        record.begin()

        assert Record(tmp_path).last() is None

    def test_a_damaged_one_is_none(self, tmp_path: Path, record: Record) -> None:
        record.finish(LAST)
        file = tmp_path / ".pavilion/last"
        whole = file.read_bytes()

        for data in (*DAMAGED, whole[:-1], whole.replace(b"tiny", b"tine")):
            file.write_bytes(data)
            assert Record(tmp_path).last() is None

    def test_one_with_other_keys_is_none(self, tmp_path: Path, record: Record) -> None:
        # given a record whose bytes are whole, but say something else
        record.write("last", UNIT)
        (tmp_path / ".pavilion/units/last").rename(tmp_path / ".pavilion/last")

        assert Record(tmp_path).last() is None


def test_the_files_of_the_content_are_known_by_their_hashes(tmp_path: Path) -> None:
    (tmp_path / ".pavilion").mkdir()
    digests = {"site.yaml": b"\xff" * 32, "countries/fr/images/蜂蜜.svg": b""}

    Record(tmp_path).keep_inputs(digests)

    assert Record(tmp_path).inputs() == digests
    (tmp_path / ".pavilion/inputs").write_bytes(b"junk")
    assert Record(tmp_path).inputs() == {}


UNSAFE = ("/etc/passwd", "../x", "a/../../x", "a//b", "./a", "", "a/.", "/")


@pytest.mark.parametrize("path", UNSAFE)
def test_a_path_that_may_lead_outside_is_not_safe(path: str) -> None:
    assert not is_safe(path)


@pytest.mark.parametrize("path", ["a", "zh/fr/index.html", ".well-known/x", "a/..b/...", "蜂 蜜"])
def test_a_path_below_the_output_is_safe(path: str) -> None:
    assert is_safe(path)


class TestBuildsAfterAnAccident:
    @pytest.fixture
    def built(self, tmp_path: Path) -> dict[str, bytes]:
        build(tmp_path, FRANCE)
        write(tmp_path / "output", {"foreign.txt": "mine"})
        return tree(tmp_path / "output")

    def test_one_unit_cut_short_is_made_again_and_nothing_is_lost(
        self, tmp_path: Path, built: dict[str, bytes]
    ) -> None:
        for file in unit_files(tmp_path / "output"):
            whole = file.read_bytes()
            file.write_bytes(whole[:-1])

            result = again(tmp_path)

            assert (result.changed, result.removed) == (0, 0)
            assert tree(tmp_path / "output") == built
            assert file.read_bytes() == whole

    @pytest.mark.parametrize("data", [*DAMAGED, None])
    def test_without_a_record_all_is_rendered_and_nothing_lost(
        self, tmp_path: Path, built: dict[str, bytes], data: bytes | None
    ) -> None:
        for file in unit_files(tmp_path / "output"):
            file.unlink()
            if data is not None:
                file.write_bytes(data)

        result = again(tmp_path)

        assert (result.rendered, result.changed, result.removed) == (result.pages, 0, 0)
        assert tree(tmp_path / "output") == built

    def test_nothing_is_deleted_that_a_damaged_record_may_have_known(
        self, tmp_path: Path, built: dict[str, bytes]
    ) -> None:
        for file in unit_files(tmp_path / "output"):
            file.write_bytes(b"junk")

        # when pages go from the content
        products = "countries/fr/products/list.yaml"
        text = str(FRANCE[products]).partition("- id: galettes")[0]
        result = build(tmp_path, {**FRANCE, products: text})

        # then theirs stay, since nobody knows whose they are
        assert result.removed == 0
        assert built.keys() <= tree(tmp_path / "output").keys()

    def test_then_all_is_known_again(self, tmp_path: Path, built: dict[str, bytes]) -> None:
        for file in unit_files(tmp_path / "output"):
            file.write_bytes(b"junk")
        again(tmp_path)

        assert again(tmp_path).rendered == 0
        record = Record(tmp_path / "output")
        paths = {path for name in record.names() for path in record.unit(name).paths}
        assert paths == built.keys() - {"foreign.txt"}

    def test_the_record_of_what_was_built_names_every_unit(
        self, tmp_path: Path, built: dict[str, bytes]
    ) -> None:
        record = Record(tmp_path / "output")

        last = record.last()

        assert last is not None
        assert sorted(last.units) == record.names() == ["files", "fr", "portal"]
        assert last.files == len(built) - 1

    @pytest.mark.parametrize("path", [path for path in UNSAFE if path])
    def test_a_path_that_leads_outside_is_never_removed(
        self, tmp_path: Path, built: dict[str, bytes], path: str
    ) -> None:
        # given a record that somebody wrote, of files outside and of those by another name
        write(tmp_path, {"x": "mine", "output/a/b": "mine", "output/b": "mine"})
        record = Record(tmp_path / "output")
        unit = record.unit("fr")
        record.write(
            "fr", unit_of([*unit.entries().values(), Entry(path, b"", b"d", 4, 1)], key=unit.key)
        )
        last = record.last()
        assert last is not None
        record.finish(msgspec.structs.replace(last, files=last.files + 1))

        # when that is built over, and cleaned
        built_again = build(tmp_path, {**FRANCE, "static/new.txt": "new"})
        clean(tmp_path / "output")

        # then no file but those of the build has gone
        assert built_again.removed == 0
        assert tree(tmp_path / "output").keys() == {"foreign.txt", "a/b", "b"}
        assert (tmp_path / "x").read_text() == "mine"
        assert Path("/etc/passwd").is_file()
