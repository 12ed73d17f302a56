"""One build: what is stale, made over the machine's cores, landed, and cleaned up after."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeGuard

import msgspec

from pavilion_gen.build import crew, sharing
from pavilion_gen.build.crew import Crew
from pavilion_gen.build.lander import Lander
from pavilion_gen.build.lock import alone
from pavilion_gen.build.pictures import Pictures
from pavilion_gen.build.record import FILES, FOLDER, Entry, Last, Record, Unit, unit_of
from pavilion_gen.build.unit import Progress, Result
from pavilion_gen.build.units import Units
from pavilion_gen.build.why import changed_files, why
from pavilion_gen.build.writer import Made, Writer, intact
from pavilion_gen.diagnostics import Diagnostic
from pavilion_gen.diagnostics.terminal import tally_of
from pavilion_gen.materials.files import File
from pavilion_gen.model.picture import PictureFile
from pavilion_gen.pages.plan import RESERVED_FILES, collisions
from pavilion_gen.render.sitemaps import robots, sitemap_index
from pavilion_gen.workspace import Survey, Workspace


class Built(msgspec.Struct, frozen=True, gc=False):
    """What a build did. pages, files: there are now; rendered: pages that were made again.

    changed, removed: files.
    """

    pages: int
    files: int
    rendered: int
    changed: int
    removed: int


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """What came of a build. built: None where mistakes stood in the way, and nothing was written.

    reason: why the page that was asked about was rendered, or was not.
    """

    survey: Survey
    diagnostics: tuple[Diagnostic, ...]
    built: Built | None
    reason: str = ""


def _not_known() -> bool:
    return False


def _ignore(done: int, total: int) -> None:
    pass


def build(
    workspace: Workspace,
    output: Path,
    *,
    jobs: int = 0,
    all_there: Callable[[], bool] = _not_known,
    about: str = "",
    progress: Progress = _ignore,
) -> Outcome:
    """Builds a site into an output folder.

    jobs: processes, 0 for one a core. all_there: whether it is known that every recorded file is
    as the last build left it. about: the path of a page that is asked about.
    progress: called with (done, all) pages of this process.
    Raises ThemeFault and ContentChanged before anything is written, OutputFault and OSError for
    the folder.
    """
    fresh = not output.exists()
    output.mkdir(parents=True, exist_ok=True)
    jobs = jobs or os.cpu_count() or 1
    if not hasattr(os, "fork"):
        jobs = 1
    collecting = gc.isenabled()
    gc.disable()  # nothing that a build makes is cyclic
    try:
        with alone(output):
            work = _Build(workspace, output, jobs, all_there, about, progress)
            work.lander.clear()
            shares = sharing.shares(workspace, work.record, jobs)
            if shares.size > 1:
                all_there()  # only this process can wait for those that look
            try:
                return crew.run(shares, work.walk)
            finally:
                work.lander.clear()
    finally:
        if collecting:
            gc.enable()
        if fresh:
            _remove_unused(output)


def _remove_unused(output: Path) -> None:
    """Takes back an output folder into which nothing was written."""
    folder = output / FOLDER
    if sorted(path.name for path in folder.glob("*")) == ["lock"]:
        (folder / "lock").unlink()
        folder.rmdir()
        output.rmdir()


class _Build:
    """The state of one build; every process of the crew has its own."""

    def __init__(
        self,
        workspace: Workspace,
        output: Path,
        jobs: int,
        all_there: Callable[[], bool],
        about: str,
        progress: Progress,
    ) -> None:
        self.workspace = workspace
        self.output = output
        self.jobs = jobs
        self.about = about
        self.progress = progress
        self.record = Record(output)
        self.old = {name: self.record.unit(name) for name in self.record.names()}
        self.units = Units(workspace, output, self.old, all_there, progress)
        self._was_whole = self.record.last() is not None
        self._owned = {path for unit in self.old.values() for path in unit.paths}
        self.lander = Lander(output, self._owned)

    def walk(self, team: Crew) -> Outcome:
        """The whole road, in every process of the crew."""
        try:
            return self._walk(team)
        finally:
            self.workspace.close()

    def _walk(self, team: Crew) -> Outcome:
        survey = self.workspace.survey(team)
        told = survey.diagnostics
        if survey.world is None or (self.workspace.settings.strict and told):
            return Outcome(survey, told, None)
        results = self.units.results(team, survey)
        if not team.is_first:
            return Outcome(survey, told, None)
        results[FILES] = self._common_files(survey, results)
        collided = tuple(self._collisions(survey, results))
        told += collided
        if collided:
            return Outcome(survey, told, None)
        built = self._land(results)
        reason = self._reason(results) if self.about else ""
        self.record.keep_inputs(self.workspace.snapshot.digests)
        self.record.finish(self._last(survey, built, results, told))
        return Outcome(survey, told, built, reason)

    def _reason(self, results: Mapping[str, Result]) -> str:
        staged = {one.entry.path for result in results.values() for one in result.staged}
        return why(
            self.about,
            _pages(self.old.values()),
            _pages(result.unit for result in results.values()),
            self.about in staged,
            changed_files(self.record.inputs(), self.workspace.snapshot.digests),
        )

    def _common_files(self, survey: Survey, results: Mapping[str, Result]) -> Result:
        """What several units share: the theme's assets, pictures, static files, the sitemap index."""
        workspace = self.workspace
        writer = Writer(self.output, FILES)
        known = self.old.get(FILES, Unit()).entries()
        names = [one for result in results.values() for one in result.unit.sitemaps]
        index = sitemap_index(workspace.addresses, names)
        made = [
            writer.stage("sitemap.xml", b"", index, known.get("sitemap.xml")),
            writer.stage("robots.txt", b"", robots(workspace.addresses), known.get("robots.txt")),
        ]
        for file in self._files(survey).values():
            entry = known.get(file.path)
            same = intact(str(self.output), entry) if _holds(entry, file.digest) else None
            made.append(Made(same) if same else writer.stage(file.path, b"", file.read(), entry))
        root = workspace.settings.content
        pictures = Pictures(root, self.output, workspace.lasting, known)
        made += pictures.stage(_shown(results), writer, self.jobs, self.progress)
        unit = unit_of([one.entry for one in made])
        return Result(unit, tuple(one for one in made if one.staged), 0)

    def _files(self, survey: Survey) -> dict[str, File]:
        """Assets and static files, by their path in the output."""
        assert survey.world is not None
        root, digests = self.workspace.settings.content, self.workspace.snapshot.digests
        files = dict(self.workspace.tools.assets.files)
        for path in survey.world.static:
            name = path.removeprefix("static/")
            files.setdefault(name, File(name, root / path, digest=digests[path].hex()))
        return files

    def _collisions(self, survey: Survey, results: Mapping[str, Result]) -> Iterator[Diagnostic]:
        """Outputs that would stand in each other's place."""
        assert survey.world is not None
        if self._same_paths(results):
            return iter(())
        static = [path.removeprefix("static/") for path in survey.world.static]
        own = set(static)
        paths = [
            path
            for name, result in results.items()
            for path in result.unit.paths
            if not (name == FILES and (path in own or path in RESERVED_FILES))
            and path not in {sitemap for sitemap, _ in result.unit.sitemaps}
        ]
        return collisions(paths, static)

    def _same_paths(self, results: Mapping[str, Result]) -> bool:
        """Whether there are to be just the files that the last build, a whole one, made."""
        return (
            self._was_whole
            and self.old.keys() == results.keys()
            and all(result.unit.paths == self.old[name].paths for name, result in results.items())
        )

    # Landing

    def _land(self, results: Mapping[str, Result]) -> Built:
        made = [one for result in results.values() for one in result.staged]
        keep = {path: name for name, result in results.items() for path in result.unit.paths}
        gone = set() if self._same_paths(results) else self._owned - keep.keys()
        lost = self.old.keys() - results.keys()
        if made or gone:
            self.lander.look(made, keep)
            self.record.begin()
            for name, result in results.items():
                if result.staged:
                    self.record.write(name, self._both(name, result.unit))
            self.lander.land(made)
        removed = self.lander.remove(gone)
        for name, result in results.items():
            if result.unit != self.old.get(name):
                self.record.write(name, result.unit)
        for name in lost:
            self.record.forget(name)
        return Built(
            pages=sum(result.unit.pages for result in results.values()),
            files=len(keep),
            rendered=sum(result.rendered for result in results.values()),
            changed=len(made),
            removed=removed,
        )

    def _both(self, name: str, unit: Unit) -> Unit:
        """The record while files land: the old ones that stay a while, and the new ones."""
        old = self.old.get(name)
        if old is None:
            return msgspec.structs.replace(unit, key=b"")
        both = unit_of(list((old.entries() | unit.entries()).values()))
        return msgspec.structs.replace(both, keys=(b"",) * len(both.paths))

    def _last(
        self,
        survey: Survey,
        built: Built,
        results: Mapping[str, Result],
        told: Sequence[Diagnostic],
    ) -> Last:
        workspace = self.workspace
        since, until = workspace.same_between(survey)
        held = ((code, judgement.held_back) for code, judgement in survey.judgements.items())
        return Last(
            key=workspace.key,
            theme=workspace.theme.key,
            engine=workspace.engine,
            chain=workspace.theme.chain,
            since=since,
            until=until,
            units=tuple(results),
            pages=built.pages,
            files=built.files,
            mistakes=tally_of(told),
            held_back=tuple((code, count) for code, count in held if count),
            next_change=workspace.next_change(survey),
        )


def _pages(units: Iterable[Unit]) -> dict[str, Entry]:
    """The pages of some units, by path."""
    return {
        path: entry for unit in units for path, entry in unit.entries().items() if entry.fingerprint
    }


def _shown(results: Mapping[str, Result]) -> Iterable[PictureFile]:
    """The pictures that the pages of all units show, each once."""
    return dict.fromkeys(file for result in results.values() for file in result.unit.pictures)


def _holds(entry: Entry | None, digest: str) -> TypeGuard[Entry]:
    """Whether a recorded file had the bytes with this hash."""
    return entry is not None and entry.digest.hex() == digest
