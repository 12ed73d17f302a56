"""What a build recorded as its own goes with its content; nothing else is ever deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages.sites import FRANCE, TWO_COUNTRIES, Files, stamps, tree, write

from build.builds import again, build
from pavilion_gen.build.clean import clean
from pavilion_gen.build.record import Entry, Record, unit_of


def test_pages_of_removed_content_go_and_their_folders_with_them(tmp_path: Path) -> None:
    build(tmp_path, TWO_COUNTRIES)

    built = build(tmp_path, FRANCE)

    left = tree(tmp_path / "output")
    assert not [path for path in left if "nz" in path]
    assert not (tmp_path / "output/zh/nz").exists()
    fresh = tmp_path / "fresh"
    build(fresh, FRANCE)
    assert left == tree(fresh / "output")
    # ten pages in each of two languages, codes of a shop and of two posters, its stylesheet, its
    # sitemap, the colours of all
    assert built.removed == 10 * 2 + 3 + 3


def test_what_somebody_else_put_there_stays(tmp_path: Path) -> None:
    # given foreign files beside those of the build, also in a folder that becomes empty
    build(tmp_path, TWO_COUNTRIES)
    foreign: Files = {
        "notes.txt": "mine", "zh/nz/products/manuka-honey/photo.jpg": "mine", "zh/nz/mine/a": "a",
        ".htaccess": "mine",
    }  # fmt: skip
    write(tmp_path / "output", foreign)

    build(tmp_path, FRANCE)

    assert {path: tree(tmp_path / "output")[path] for path in foreign} == {
        path: str(text).encode() for path, text in foreign.items()
    }


def test_a_link_that_somebody_put_there_stays(tmp_path: Path) -> None:
    build(tmp_path, TWO_COUNTRIES)
    (tmp_path / "output/zh/nz/link").symlink_to(tmp_path / "content")

    build(tmp_path, FRANCE)

    assert (tmp_path / "output/zh/nz/link").is_symlink()
    assert (tmp_path / "content/site.yaml").is_file()


def test_files_behind_a_link_that_leads_outside_are_not_deleted(tmp_path: Path) -> None:
    # given an output whose folder was moved away, a link in its place
    build(tmp_path, TWO_COUNTRIES)
    (tmp_path / "output/zh/nz").rename(tmp_path / "archive")
    (tmp_path / "output/zh/nz").symlink_to(tmp_path / "archive")
    before = stamps(tmp_path / "archive")

    build(tmp_path, FRANCE)

    assert stamps(tmp_path / "archive") == before


class TestChangedByHand:
    def test_a_page_that_somebody_edited_is_written_again(self, tmp_path: Path) -> None:
        build(tmp_path)
        good = tree(tmp_path / "output")
        page = tmp_path / "output/zh/fr/index.html"
        page.write_text(page.read_text() + "<!-- edited -->")

        built = again(tmp_path)

        assert (built.rendered, built.changed) == (1, 1)
        assert tree(tmp_path / "output") == good

    def test_so_is_one_of_the_same_length(self, tmp_path: Path) -> None:
        build(tmp_path)
        good = tree(tmp_path / "output")
        page = tmp_path / "output/zh/fr/index.html"
        page.write_bytes(page.read_bytes().replace(b"html", b"lmth"))

        again(tmp_path)

        assert tree(tmp_path / "output") == good

    @pytest.mark.parametrize("path", ["humans.txt", "sitemap.xml", "robots.txt"])
    def test_so_is_a_file_that_is_no_page(self, tmp_path: Path, path: str) -> None:
        build(tmp_path)
        good = tree(tmp_path / "output")
        (tmp_path / "output" / path).write_text("edited")

        assert again(tmp_path).changed == 1
        assert tree(tmp_path / "output") == good

    def test_one_that_was_deleted_comes_back(self, tmp_path: Path) -> None:
        build(tmp_path)
        good = tree(tmp_path / "output")
        (tmp_path / "output/zh/fr/index.html").unlink()

        assert again(tmp_path).changed == 1
        assert tree(tmp_path / "output") == good

    def test_one_that_became_a_link_is_a_file_again_and_the_links_target_stays(
        self, tmp_path: Path
    ) -> None:
        build(tmp_path)
        good = tree(tmp_path / "output")
        page = tmp_path / "output/zh/fr/index.html"
        outside = write(tmp_path, {"outside.html": "mine"}) / "outside.html"
        page.unlink()
        page.symlink_to(outside)

        again(tmp_path)

        assert not page.is_symlink()
        assert tree(tmp_path / "output") == good
        assert outside.read_text() == "mine"

    def test_one_that_was_only_touched_is_left_alone(self, tmp_path: Path) -> None:
        build(tmp_path)
        page = tmp_path / "output/zh/fr/index.html"
        page.touch()
        before = stamps(tmp_path / "output")

        first, second = again(tmp_path), again(tmp_path)

        assert (first.rendered, first.changed) == (0, 0)
        assert second.rendered == 0
        assert stamps(tmp_path / "output") == before


class TestClean:
    def test_all_that_was_built_goes_and_the_record_with_it(self, tmp_path: Path) -> None:
        built = build(tmp_path)

        assert clean(tmp_path / "output") == built.files
        assert list((tmp_path / "output").iterdir()) == []

    def test_what_somebody_else_put_there_stays(self, tmp_path: Path) -> None:
        build(tmp_path)
        write(tmp_path / "output", {"zh/fr/photo.jpg": "mine", ".pavilion/notes": "mine"})

        clean(tmp_path / "output")

        left = [path for path in (tmp_path / "output").rglob("*") if path.is_file()]
        assert sorted(path.name for path in left) == ["notes", "photo.jpg"]

    def test_a_folder_that_no_build_wrote_into_is_left_as_it_is(self, tmp_path: Path) -> None:
        write(tmp_path / "output", {"index.html": "mine"})

        assert clean(tmp_path / "output") == 0
        assert [path.name for path in (tmp_path / "output").iterdir()] == ["index.html"]

    def test_a_record_with_paths_that_lead_outside_deletes_nothing_there(
        self, tmp_path: Path
    ) -> None:
        # given a record that somebody wrote
        write(tmp_path, {"outside.txt": "mine", "output/a/inside.txt": "mine"})
        paths = ("../outside.txt", str(tmp_path / "outside.txt"), "a/../../outside.txt",
                 "./a/inside.txt", "a//inside.txt", "")  # fmt: skip
        entries = [Entry(path, b"", b"d", 4, 1) for path in paths]
        Record(tmp_path / "output").write("files", unit_of(entries))

        assert clean(tmp_path / "output") == 0
        assert (tmp_path / "outside.txt").exists()
        assert (tmp_path / "output/a/inside.txt").exists()


class TestFilesAndFoldersChangePlaces:
    def test_a_file_of_the_build_makes_way_for_a_folder(self, tmp_path: Path) -> None:
        build(tmp_path, {**FRANCE, "static/notes": "a file"})

        build(tmp_path, {**FRANCE, "static/notes/more.txt": "in a folder"})

        assert (tmp_path / "output/notes/more.txt").read_text() == "in a folder"

    def test_a_folder_of_the_build_makes_way_for_a_file(self, tmp_path: Path) -> None:
        build(tmp_path, {**FRANCE, "static/notes/deep/more.txt": "in a folder"})

        build(tmp_path, {**FRANCE, "static/notes": "a file"})

        assert (tmp_path / "output/notes").read_text() == "a file"
