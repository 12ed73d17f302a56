"""A file whose bytes would not change is never touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages.sites import ART, WHOLE, Files, stamps, theme, tree, write

from build.builds import again, build

PRODUCTS = "countries/fr/products/list.yaml"


def test_the_first_build_writes_everything(tmp_path: Path) -> None:
    built = build(tmp_path)

    assert built.pages == built.rendered == 76
    assert built.files == built.changed == len(tree(tmp_path / "output"))
    assert built.removed == 0


def test_a_second_build_touches_nothing(tmp_path: Path) -> None:
    build(tmp_path)
    before = stamps(tmp_path / "output")

    built = again(tmp_path)

    assert (built.rendered, built.changed, built.removed) == (0, 0, 0)
    assert stamps(tmp_path / "output") == before


def test_the_record_of_a_build_that_changed_nothing_is_not_touched_either(tmp_path: Path) -> None:
    build(tmp_path)
    before = stamps(tmp_path / "output/.pavilion", own=True)
    assert {"last", "units/fr", "units/portal", "units/files"} <= before.keys()

    again(tmp_path)

    after = stamps(tmp_path / "output/.pavilion", own=True)
    lock = "lock"  # it is held by every build
    assert {**after, lock: before[lock]} == before


def test_a_build_of_the_same_content_on_another_machine_touches_nothing(tmp_path: Path) -> None:
    # given a build from one folder
    output = tmp_path / "output"
    build(tmp_path / "here", output=output)
    before = stamps(output)

    # when the same content and theme are built from another one
    theme(tmp_path / "elsewhere/deep")
    built = build(tmp_path / "elsewhere/deep", output=output)

    # then nothing is even rendered
    assert (built.rendered, built.changed) == (0, 0)
    assert stamps(output) == before


def test_an_output_folder_that_was_moved_is_still_known(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "output").rename(tmp_path / "moved")
    before = stamps(tmp_path / "moved")

    built = build(tmp_path, output=tmp_path / "moved")

    assert (built.rendered, stamps(tmp_path / "moved")) == (0, before)


def test_a_template_that_makes_the_same_bytes_touches_nothing(tmp_path: Path) -> None:
    build(tmp_path)
    before = stamps(tmp_path / "output")
    write(tmp_path / "tiny", {"templates/header.html": "{# new #}" + theme_header()})

    built = again(tmp_path)

    # then all is rendered, as the template is another one, and nothing is written
    assert (built.rendered, built.changed) == (76, 0)
    assert stamps(tmp_path / "output") == before


def theme_header() -> str:
    from pages.sites import THEME

    return str(THEME["templates/header.html"])


def test_a_later_minute_at_which_nothing_happens_touches_nothing(tmp_path: Path) -> None:
    from datetime import timedelta

    from pages.sites import AT

    build(tmp_path)
    before = stamps(tmp_path / "output")

    built = again(tmp_path, at=AT + timedelta(hours=1))

    assert built.rendered == 0
    assert stamps(tmp_path / "output") == before


class TestOneProductEdited:
    @pytest.mark.parametrize(
        ("old", "new", "pages"),
        [
            # the summary is on its own page and in the feed (and in the list of its campaign: none)
            ("一盒饼干", "一大盒饼干", {"zh/fr/products/galettes/index.html", "zh/fr/feed.xml"}),
            # a Chinese name is on Chinese pages that show it, and beside the French name nowhere
            ("黄油饼干", "咸黄油饼干", {
                "zh/fr/index.html", "zh/fr/categories/biscuits/index.html",
                "zh/fr/categories/food/index.html", "zh/fr/merchants/ruche/index.html",
                "zh/fr/products/index.html", "zh/fr/products/galettes/index.html",
                "zh/fr/search/index.html", "zh/fr/feed.xml", "zh/fr/poster/index.html",
            }),
            # a comment is on none
            ("- id: galettes", "# salted\n- id: galettes", set()),
        ],
    )  # fmt: skip
    def test_exactly_the_pages_that_show_it_change(
        self, tmp_path: Path, old: str, new: str, pages: set[str]
    ) -> None:
        build(tmp_path)
        before = stamps(tmp_path / "output")

        built = build(tmp_path, {**WHOLE, PRODUCTS: str(WHOLE[PRODUCTS]).replace(old, new)})

        after = stamps(tmp_path / "output")
        assert {path for path in after if after[path] != before[path]} == pages
        assert built.changed == len(pages)
        assert after.keys() == before.keys()

    def test_pages_of_other_pavilions_are_not_rendered(self, tmp_path: Path) -> None:
        build(tmp_path)
        more = (
            str(WHOLE[PRODUCTS])
            + str(WHOLE[PRODUCTS])
            .split("\n- ")[0]
            .replace("lavender-honey", "linden-honey")
            .replace("薰衣草", "椴树")
            .replace("lavande", "tilleul")
            .replace("Lavender", "Linden")
            + "\n"
        )
        before = stamps(tmp_path / "output")

        build(tmp_path, {**WHOLE, PRODUCTS: more})

        after = stamps(tmp_path / "output")
        touched = {path for path in before if after[path] != before[path]}
        # the count beside `honey` stands on New Zealand's list of the same category, and in the
        # directory of the portal
        assert {path for path in touched if "/nz/" in path} == {
            "zh/nz/categories/honey/index.html", "en/nz/categories/honey/index.html",
            "zh/nz/categories/food/index.html", "en/nz/categories/food/index.html",
        }  # fmt: skip
        assert len(after) - len(before) == 2


def test_a_pictures_page_follows_its_bytes(tmp_path: Path) -> None:
    build(tmp_path)
    picture = "countries/fr/images/field.svg"
    redrawn: Files = {**WHOLE, picture: ART.replace(b"M0 0", b"M1 1")}

    built = build(tmp_path, redrawn)

    names = [path for path in tree(tmp_path / "output") if path.startswith("assets/pictures/")]
    assert len(names) == 1  # the old one is gone
    assert built.removed == 1
    assert names[0] in tree(tmp_path / "output")["zh/fr/culture/lavender/index.html"].decode()
