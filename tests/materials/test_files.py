"""Files under names that carry their content's hash."""

import hashlib
from pathlib import Path

from pavilion_gen.materials.files import File, Gallery, hashed_name, palette_css, picture_path
from pavilion_gen.model.country import Palette
from pavilion_gen.model.picture import PictureFile

ART = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="50"/>'
DIGEST = hashlib.sha256(ART).hexdigest()


def test_a_name_changes_with_the_bytes_and_with_nothing_else() -> None:
    first = hashed_name("assets/base.css", b"a")

    assert first == "assets/base.ca978112ca.css"
    assert hashed_name("assets/base.css", b"a") == first
    assert hashed_name("assets/base.css", b"b") != first


def test_an_ending_of_several_parts_keeps_its_last_one() -> None:
    assert hashed_name("a/base.min.js", b"") == "a/base.min.e3b0c44298.js"


def test_pictures_of_countries_and_of_the_shared_files_stand_apart() -> None:
    # given the same name in two places
    gallery = Gallery("/")

    # when both are shown
    shared = gallery.picture(PictureFile("images/honey.svg", 40, 50, DIGEST))
    french = gallery.picture(PictureFile("countries/fr/images/honey.svg", 40, 50, DIGEST))

    # then each has an address of its own, and its size
    assert shared.src == "/" + hashed_name("assets/pictures/honey.svg", ART)
    assert french.src == "/" + hashed_name("assets/pictures/fr/honey.svg", ART)
    assert (french.width, french.height) == (40, 50)


def test_only_pictures_that_are_shown_are_put_out_and_each_once() -> None:
    gallery = Gallery("/sub/")

    for _ in range(2):
        gallery.picture(PictureFile("images/shown.svg", 40, 50, DIGEST))

    [picture] = gallery.shown.values()
    path = picture_path(picture.file, picture.digest)
    assert path == hashed_name("assets/pictures/shown.svg", ART)


def test_a_file_is_read_where_it_stands_or_holds_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "humans.txt").write_bytes(b"we")

    assert File("humans.txt", source=tmp_path / "humans.txt").read() == b"we"
    assert File("assets/x.css", data=b"x").read() == b"x"


def test_a_palette_is_a_rule_of_four_colours() -> None:
    palette = Palette("#734BA4", "#35234D", "#F0E9FE", "#CBADF9")

    assert palette_css(".c-fr", palette) == (
        ".c-fr{--accent:#734BA4;--deep:#35234D;--soft:#F0E9FE;--night:#CBADF9}\n"
    )
