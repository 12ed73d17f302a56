"""The files that a picture goes out as, named from its measure alone."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavilion_gen.materials.files import hashed_name
from pavilion_gen.materials.pictures import LADDER, Gallery, mist, tone, tones, variants, widths
from pavilion_gen.model.picture import PictureFile

ART = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="50"/>'
DIGEST = "a5" * 32


def photograph(
    width: int = 2400, height: int = 1350, mean: str = "8a9b7c", *, see_through: bool = False
) -> PictureFile:
    file = "countries/fr/images/field.jpg"
    return PictureFile(file, width, height, DIGEST, mean, see_through)


def drawn(file: str) -> PictureFile:
    import hashlib

    return PictureFile(file, 40, 50, hashlib.sha256(ART).hexdigest())


class TestADrawing:
    def test_is_one_file_under_the_hash_of_its_bytes(self) -> None:
        [one] = variants(drawn("countries/fr/images/honey.svg"))

        assert one.path == hashed_name("assets/pictures/fr/honey.svg", ART)

    def test_of_countries_and_of_the_shared_files_stand_apart(self) -> None:
        # given the same name in two places
        gallery = Gallery("/")

        # when both are shown
        shared = gallery.picture(drawn("images/honey.svg"))
        french = gallery.picture(drawn("countries/fr/images/honey.svg"))

        # then each has an address of its own, and its size
        assert shared.src == "/" + hashed_name("assets/pictures/honey.svg", ART)
        assert french.src == "/" + hashed_name("assets/pictures/fr/honey.svg", ART)
        assert (french.width, french.height) == (40, 50)
        assert (french.avif, french.webp, french.tone) == ("", "", "")


class TestAPhotograph:
    def test_goes_out_in_three_forms(self) -> None:
        made = variants(photograph())

        assert [(one.kind, one.width, one.height) for one in made] == [
            *(("avif", w, h) for w, h in ((160, 90), (320, 180), (480, 270), (800, 450), (1200, 675), (1920, 1080))),
            *(("webp", w, h) for w, h in ((160, 90), (320, 180), (480, 270), (800, 450), (1200, 675), (1920, 1080))),
            ("jpg", 800, 450),
        ]  # fmt: skip
        assert len({one.path for one in made}) == len(made)
        for one in made:
            assert re.fullmatch(
                rf"assets/pictures/fr/field-{one.width}\.[0-9a-f]{{10}}\.{one.kind}", one.path
            )

    def test_one_can_see_through_has_a_png(self) -> None:
        assert variants(photograph(see_through=True, mean=""))[-1].kind == "png"

    @pytest.mark.parametrize(
        ("width", "expected"),
        [
            (1, [1]),
            (150, [150]),
            (180, [180]),
            (190, [160, 190]),
            (500, [160, 320, 500]),
            (800, [160, 320, 480, 800]),
            (1000, [160, 320, 480, 800, 1000]),
            (2000, [160, 320, 480, 800, 1200, 1920]),
            (9000, [160, 320, 480, 800, 1200, 1920]),
        ],
    )
    def test_is_never_wider_than_its_master(self, width: int, expected: list[int]) -> None:
        assert widths(photograph(width, width)) == expected

    @settings(derandomize=True, deadline=None)
    @given(st.integers(1, 60_000), st.integers(1, 60_000))
    def test_of_any_size_has_widths_that_encoders_take(self, width: int, height: int) -> None:
        file = photograph(width, height)

        own = widths(file)

        assert own == sorted(set(own))
        assert own[-1] <= min(width, LADDER[-1])
        assert all(1 <= one.height <= 4096 for one in variants(file))
        assert all(2.3 * one >= other for one, other in pairwise(own))

    def test_names_follow_from_the_master_and_the_recipe(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = variants(photograph())
        other = variants(PictureFile("countries/fr/images/field.jpg", 2400, 1350, "b6" * 32))
        monkeypatch.setattr("pavilion_gen.materials.pictures.recipe", lambda: b"another")
        after = variants(photograph())

        assert not {one.path for one in before} & {one.path for one in other}
        assert not {one.path for one in before} & {one.path for one in after}

    def test_stands_on_pages_with_all_its_forms(self) -> None:
        picture = Gallery("/shop/").picture(photograph(500, 250))

        assert re.fullmatch(
            ", ".join(
                rf"/shop/assets/pictures/fr/field-{w}\.[0-9a-f]{{10}}\.avif {w}w"
                for w in (160, 320, 500)
            ),
            picture.avif,
        )
        assert picture.webp == picture.avif.replace(".avif", ".webp")
        assert picture.src.endswith(".jpg")
        assert (picture.width, picture.height, picture.tone) == (500, 250, "t221")


def test_only_pictures_that_are_shown_are_put_out_and_each_once() -> None:
    gallery = Gallery("/sub/")

    for _ in range(2):
        gallery.picture(photograph())

    assert list(gallery.shown.values()) == [photograph()]


class TestTones:
    def test_there_are_64_each_with_a_colour_of_its_own(self) -> None:
        assert len(tones()) == len(set(tones().values())) == 64

    @settings(derandomize=True, deadline=None)
    @given(st.tuples(*[st.integers(0, 255)] * 3))
    def test_a_mean_colour_has_the_class_whose_colour_is_nearest(
        self, mean: tuple[int, int, int]
    ) -> None:
        def far(colour: str) -> int:
            steps = zip(bytes.fromhex(colour[1:]), mean, strict=True)
            return sum((one - other) ** 2 for one, other in steps)

        chosen = tones()[tone(bytes(mean).hex())]

        assert far(chosen) == min(map(far, tones().values()))

    def test_what_has_no_mean_colour_has_no_class(self) -> None:
        assert tone("") == ""

    def test_nine_parts_have_nine_short_colours(self) -> None:
        assert mist("") == ()
        assert mist("000000" * 8 + "8a9b7c") == ("#000",) * 8 + ("#897",)
