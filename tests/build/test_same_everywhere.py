"""The same content makes the same bytes: on any machine, in any zone, with any number of jobs."""

from __future__ import annotations

import filecmp
from pathlib import Path

import pytest
from pages.sites import FRANCE, WHOLE, Files, goods, tree

from build.builds import arguments, build, prepare, run
from pavilion_gen.build import site as module


def differences(here: filecmp.dircmp[str]) -> list[str]:
    own = [*here.left_only, *here.right_only, *here.diff_files, *here.funny_files]
    return own + [name for inner in here.subdirs.values() for name in differences(inner)]


def test_two_machines(tmp_path: Path) -> None:
    # given the same content in two folders, two time zones, two languages, two hash seeds
    here, there = tmp_path / "here", tmp_path / "there/and/deeper"
    prepare(here)
    prepare(there)

    first = run(*arguments(here), TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="1")
    second = run(
        *arguments(there, "--jobs", "2"),
        TZ="America/New_York", LC_ALL="de_DE.UTF-8", LANG="tr_TR.UTF-8", PYTHONHASHSEED="2",
    )  # fmt: skip

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    compared = filecmp.dircmp(here / "output", there / "output", ignore=[".pavilion"])
    filecmp.clear_cache()
    assert differences(compared) == []
    assert tree(here / "output") == tree(there / "output")


@pytest.mark.parametrize("jobs", [2, 3])
def test_any_number_of_jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    monkeypatch.setattr(module, "BATCH", 7)

    one = build(tmp_path / "one", WHOLE, jobs=1)
    many = build(tmp_path / "many", WHOLE, jobs=jobs)

    assert one == many
    assert tree(tmp_path / "one/output") == tree(tmp_path / "many/output")


def test_jobs_know_what_needs_no_rendering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 7)
    build(tmp_path, WHOLE, jobs=2)

    assert build(tmp_path, WHOLE, jobs=2).rendered == 0


def test_over_what_was_built_before_as_from_nothing(tmp_path: Path) -> None:
    # given an output in which much was built and much has gone
    states: list[Files] = [
        WHOLE,
        {**FRANCE, "countries/fr/products/list.yaml": goods(30)},
        {**FRANCE, "countries/fr/products/list.yaml": goods(23, sold_out=(1,))},
        {},
        WHOLE,
    ]

    for files in states:
        build(tmp_path, files)
        build(tmp_path / "fresh", files, output=tmp_path / f"fresh-{id(files)}")

        assert tree(tmp_path / "output") == tree(tmp_path / f"fresh-{id(files)}")


def test_progress_is_told_up_to_the_last_page(tmp_path: Path) -> None:
    from pages.sites import plan, theme

    from pavilion_gen.materials.theme import load_theme

    theme(tmp_path)
    site = plan(tmp_path, WHOLE)
    told: list[tuple[int, int]] = []

    module.build(
        site, load_theme(str(tmp_path / "tiny")), tmp_path / "output", jobs=1,
        progress=lambda done, total: told.append((done, total)),
    )  # fmt: skip

    assert told == [(64, 70), (70, 70)]


def test_all_that_a_preview_shows_is_what_a_build_writes(tmp_path: Path) -> None:
    from pages.sites import plan, theme

    from pavilion_gen.materials.theme import load_theme

    theme(tmp_path)
    site = plan(tmp_path, WHOLE)
    used = load_theme(str(tmp_path / "tiny"))
    module.build(site, used, tmp_path / "output", jobs=1)

    assert dict(module.render_all(site, used)) == tree(tmp_path / "output")
