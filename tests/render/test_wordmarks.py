"""The drawn names of pavilions: a small file each name, the letters still there, else live text."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from pages.sites import WHOLE, Files, page, plan

from pavilion_gen.materials.theme import load_theme
from pavilion_gen.render.page import Renderer
from pavilion_gen.render.templates import Templates

COUNTRY = "countries/fr/country.yaml"
MOST_BYTES = 2000  # compressed, of one name
PLAQUE = re.compile(r'<(?:h1|h3|p) class="plaque">(.*?)</(?:h1|h3|p)>', re.DOTALL)


@pytest.fixture(scope="module")
def art() -> Iterator[ModuleType]:
    """The script that draws the names."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend("themes/art")
        import wordmarks

        yield wordmarks


def plaques(root: Path, files: Files, address: str) -> list[str]:
    """What stands on the plaques of a page, in the default theme."""
    site, theme = plan(root, files, theme="pavilion"), load_theme("pavilion")
    renderer = Renderer(
        site.chromes, site.catalogs, site.addresses.host, Templates(theme, site.assets), "engine"
    )
    return PLAQUE.findall(renderer.render(page(site, address)).decode())


def renamed(name: str) -> Files:
    """The site, where the pavilion of France has another Chinese name."""
    return {**WHOLE, COUNTRY: str(WHOLE[COUNTRY]).replace("法国馆", name)}


class TestFile:
    def test_it_is_what_the_script_writes_of_the_names_it_holds(self, art: ModuleType) -> None:
        assert art.template(art.wordmarks()) == art.TEMPLATE.read_text(encoding="utf-8")

    def test_it_holds_the_pavilions_that_have_a_window(self, art: ModuleType) -> None:
        assert list(art.wordmarks()) == list(art.names(Path("content")))
        assert len(art.wordmarks()) == 11

    def test_each_name_is_small_in_whole_numbers_and_within_its_box(self, art: ModuleType) -> None:
        for name, path in art.wordmarks().items():
            assert len(gzip.compress(path.encode(), 6, mtime=0)) <= MOST_BYTES, name
            assert re.fullmatch(r"[mlhvcz\d -]+", path), name
            for x, y in points(path):
                assert 0 <= x <= art.EM, name
                assert 0 <= y <= art.EM * len(name), name

    def test_it_names_face_and_licence(self, art: ModuleType) -> None:
        head = art.TEMPLATE.read_text(encoding="utf-8").partition("#}")[0]

        assert art.FACE in head
        assert "SIL Open Font License 1.1" in head


def points(path: str) -> Iterator[tuple[int, int]]:
    """Where the pen comes to on a path of relative commands."""
    x = y = 0
    begin = (0, 0)
    for command, text in re.findall(r"([mlhvcz])([^mlhvcz]*)", path):
        values = [int(one) for one in re.findall(r"-?\d+", text)]
        if command == "z":
            x, y = begin
        elif command in "hv":
            for value in values:
                x, y = (x + value, y) if command == "h" else (x, y + value)
                yield x, y
        else:
            step = 6 if command == "c" else 2
            assert len(values) % step == 0
            for at in range(0, len(values), step):
                x, y = x + values[at + step - 2], y + values[at + step - 1]
                yield x, y
            if command == "m":
                begin = x, y


class TestPath:
    def test_letters_stand_below_each_other(self, art: ModuleType) -> None:
        square = [[((10, 20),), ((30, 20),), ((30, 40),), ((10, 40),)]]

        assert art.column([square]) == "m10 20h20v20h-20z"
        assert art.column([square, square]) == "m10 20h20v20h-20zm0 1000h20v20h-20z"

    def test_what_is_all_but_straight_is_one_line(self, art: ModuleType) -> None:
        contour = [
            ((0, 0),), ((50, 0),), ((100, 0),), ((101, 30), (101, 60), (100, 90)), ((0, 90),),
        ]  # fmt: skip

        assert art.contour_path(contour, (0, 0)) == "m0 0h100v90h-100z"

    def test_the_line_back_to_the_start_is_not_drawn_twice(self, art: ModuleType) -> None:
        contour = [((0, 0),), ((9, 0),), ((4, 5),), ((0, 0),)]

        assert art.contour_path(contour, (0, 0)) == "m0 0h9l-5 5z"

    def test_a_bend_stays_a_bend(self, art: ModuleType) -> None:
        contour = [((0, 0),), ((0, 50), (50, 100), (100, 100)), ((100, 0),)]

        assert art.contour_path(contour, (5, 5)) == "m-5-5c0 50 50 100 100 100v-100z"


class TestPage:
    @pytest.mark.parametrize("address", ["/zh/fr/", "/zh/fr/poster/"])
    def test_the_name_is_drawn_where_it_is_large_and_its_letters_stay(
        self, tmp_path: Path, art: ModuleType, address: str
    ) -> None:
        (shown,) = plaques(tmp_path, WHOLE, address)

        assert shown == (
            f'<svg viewBox="0 0 1000 3000" aria-hidden="true"><path d="{art.wordmarks()["法国馆"]}"/></svg>'
            '<span class="vh">法国馆</span>'
        )

    def test_in_another_language_the_letters_say_that_they_are_chinese(
        self, tmp_path: Path
    ) -> None:
        (shown,) = plaques(tmp_path, WHOLE, "/fr/fr/")

        assert shown.endswith('</svg><span class="vh"><span lang="zh-Hans">法国馆</span></span>')

    @pytest.mark.parametrize("address", ["/zh/fr/", "/zh/fr/poster/"])
    def test_a_name_that_is_not_drawn_is_live_text(self, tmp_path: Path, address: str) -> None:
        assert plaques(tmp_path, renamed("法兰西馆"), address) == ["法兰西馆"]

    def test_the_wall_of_the_portal_keeps_live_text(self, tmp_path: Path) -> None:
        shown = plaques(tmp_path, WHOLE, "/zh/")

        assert len(shown) == 2
        assert not any("<svg" in one for one in shown)
