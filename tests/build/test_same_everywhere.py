"""The same content makes the same bytes: on any machine, in any zone, with any number of jobs."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from pages.sites import (
    ENGINE,
    FRANCE,
    TWO_COUNTRIES,
    WHOLE,
    Files,
    goods,
    settings,
    stamps,
    tree,
    walk,
)

from build.builds import arguments, build, outcome, prepare, run
from pavilion_gen.build import crew, sharing
from pavilion_gen.build.cache import Cache
from pavilion_gen.build.crew import Crew, Shares
from pavilion_gen.build.record import Record
from pavilion_gen.build.site import build as build_site
from pavilion_gen.content.kept import NothingKept
from pavilion_gen.pages.setting import Planned
from pavilion_gen.render.page import Renderer
from pavilion_gen.render.templates import Templates
from pavilion_gen.workspace import Workspace

T = TypeVar("T")


def differences(here: filecmp.dircmp[str]) -> list[str]:
    own = [*here.left_only, *here.right_only, *here.diff_files, *here.funny_files]
    return own + [name for inner in here.subdirs.values() for name in differences(inner)]


def test_two_machines(tmp_path: Path) -> None:
    # given the same content in two folders, two time zones, two languages, two hash seeds
    here, there = tmp_path / "here", tmp_path / "there/and/deeper"
    large: Files = {**WHOLE, "countries/fr/products/more.yaml": goods(220)}
    prepare(here, large)
    prepare(there, large)

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


class TestAnyNumberOfJobs:
    """Countries are shared out where they have to be read, else pages where they are planned."""

    @pytest.fixture(params=["countries", "pages"])
    def shared_out(
        self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
    ) -> list[str]:
        """What the processes of the builds owned, build by build; so small a site is shared too."""

        def shares(workspace: Workspace, record: Record, jobs: int) -> Shares:
            if request.param == "pages" or jobs == 1:
                return Shares(jobs)
            return Shares(jobs, crew.balanced(dict.fromkeys(workspace.countries, 1), jobs))

        monkeypatch.setattr(sharing, "shares", shares)
        owned: list[str] = []

        def run(shares: Shares, work: Callable[[Crew], T]) -> T:
            if shares.size > 1:
                kind = "countries" if shares.owners else "pages"
                owned.append(f"{kind} for {shares.size}")
                assert kind == request.param
            return original(shares, work)

        original = crew.run
        monkeypatch.setattr(crew, "run", run)
        return owned

    @pytest.mark.parametrize("jobs", [2, 3])
    def test_one_and_many_make_the_same(
        self, tmp_path: Path, shared_out: list[str], jobs: int
    ) -> None:
        one = build(tmp_path / "one", WHOLE, jobs=1)
        assert shared_out == []

        many = build(tmp_path / "many", WHOLE, jobs=jobs)

        assert len(shared_out) == 1
        assert one == many
        assert tree(tmp_path / "one/output") == tree(tmp_path / "many/output")
        assert records(tmp_path / "one/output") == records(tmp_path / "many/output")

    def test_many_know_what_needs_no_rendering(self, tmp_path: Path, shared_out: list[str]) -> None:
        build(tmp_path, WHOLE, jobs=2)
        before = stamps(tmp_path / "output")

        assert build(tmp_path, WHOLE, jobs=2).rendered == 0
        assert stamps(tmp_path / "output") == before

    def test_many_over_what_one_has_built(self, tmp_path: Path, shared_out: list[str]) -> None:
        build(tmp_path, WHOLE, jobs=1)
        changed: Files = {**TWO_COUNTRIES, "countries/fr/products/list.yaml": goods(30)}

        build(tmp_path, changed, jobs=2)

        build(tmp_path / "fresh", changed, jobs=1)
        assert tree(tmp_path / "output") == tree(tmp_path / "fresh/output")

    def test_what_they_tell_is_told_by_one(self, tmp_path: Path, shared_out: list[str]) -> None:
        broken: Files = {
            **WHOLE,
            "countries/fr/merchants.yaml": "- id: ruche\n  nmae: {zh: a}\n",
            "countries/nz/merchants.yaml": "- id: bush\n  nmae: {zh: a}\n",
        }
        prepare(tmp_path, broken)

        one, many = outcome(tmp_path, jobs=1), outcome(tmp_path, jobs=2)

        assert one.built is many.built is None
        assert one.diagnostics == many.diagnostics
        assert {told.place.file[:12] for told in one.diagnostics} == {
            "countries/fr",
            "countries/nz",
        }

    def test_all_of_them_keep_what_they_made(self, tmp_path: Path, shared_out: list[str]) -> None:
        build(tmp_path, WHOLE, jobs=2, kept=Cache(tmp_path / "cache"))
        shutil.rmtree(tmp_path / "output")

        workspace = Workspace(settings(tmp_path), Cache(tmp_path / "cache"), ENGINE)
        build_site(workspace, tmp_path / "output", jobs=1)

        assert workspace.reader.parsed == 0


def records(output: Path) -> dict[str, object]:
    """What is recorded of an output, but when its files were written."""
    record = Record(output)
    units = {name: record.unit(name) for name in record.names()}
    return {
        name: msgspec.structs.replace(unit, stamps=tuple(0 for _ in unit.stamps))
        for name, unit in units.items()
    }


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


def test_progress_is_told_from_the_first_page_to_the_last(tmp_path: Path) -> None:
    prepare(tmp_path)
    told: list[tuple[int, int]] = []

    workspace = Workspace(settings(tmp_path), NothingKept(), ENGINE)
    build_site(
        workspace, tmp_path / "output", jobs=1,
        progress=lambda done, total: told.append((done, total)),
    )  # fmt: skip

    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1] == 76 + 25  # pages and documents
    assert told == sorted(told)


def test_all_that_a_preview_shows_is_what_a_build_writes(tmp_path: Path) -> None:
    # given a build, and the plan of the same content
    build(tmp_path, WHOLE)
    walked = walk(tmp_path, WHOLE)
    assert walked.site is not None

    # when each page is made alone, as a preview makes it
    templates = Templates(walked.workspace.theme, walked.site.assets)
    site = walked.site
    file, host = site.addresses.file, site.addresses.host
    planned: list[Planned] = [*site.pages, *site.documents]
    made = {
        file(page.address): Renderer(
            site.chromes, site.catalogs, host, templates, ENGINE.hex()
        ).render(page)
        for page in planned
    }
    made |= {path: one.read() for path, one in site.files.items()}

    # then they are the bytes that were written; the rest is for search engines
    written = tree(tmp_path / "output")
    assert {path: data for path, data in written.items() if path in made} == made
    assert written.keys() - made.keys() == {
        "robots.txt", "sitemap.xml", "sitemap-portal.xml", "sitemap-fr.xml", "sitemap-nz.xml",
    }  # fmt: skip
