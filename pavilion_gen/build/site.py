"""One build: what is stale, made over the machine's cores, landed, and cleaned up after."""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TypeGuard

import msgspec

from pavilion_gen.build import crew
from pavilion_gen.build.crew import Crew
from pavilion_gen.build.record import FILES, FOLDER, Entry, Last, Record, Unit, unit_of
from pavilion_gen.build.unit import Known, Maker, Part, Progress, Result, Told, name_of, still_there
from pavilion_gen.build.why import changed_files, why
from pavilion_gen.build.writer import Lander, Made, OutputFault, Writer, intact
from pavilion_gen.diagnostics import Diagnostic
from pavilion_gen.diagnostics.terminal import tally_of
from pavilion_gen.materials.files import File, picture_path
from pavilion_gen.pages.plan import RESERVED_FILES, Plan, collisions
from pavilion_gen.render.sitemaps import robots, sitemap_index
from pavilion_gen.workspace import Survey, Workspace, live

WORTH_SHARING = 400_000  # bytes of content; below, one process does it as fast
LITTLE = 0.05  # of the bytes of the content
_OF_FEW_PAGES = ("products", "culture", "travel")


_encode = msgspec.msgpack.encode
_decode = msgspec.msgpack.Decoder(Result).decode
_decode_part = msgspec.msgpack.Decoder(Part).decode


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


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Holds the output folder against a second build."""
    folder = output / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise OutputFault(
                f"Another build is writing to {output}. Wait for it, or name another --output."
            ) from None
        yield


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
        with _alone(output):
            work = _Build(workspace, output, all_there, about, progress)
            work.lander.clear()
            shares = _crew(workspace, work.record, jobs)
            if shares.size > 1:
                _ = work.all_there  # which the others cannot ask for
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


def _crew(workspace: Workspace, record: Record, jobs: int) -> crew.Shares:
    """How the processes share out the work.

    A few goods or guides changed: one is quicker. Much to read: each reads some of the countries. Else each reads what has changed, and they
    share out the pages: a process that inherits what another has read pays for every object that
    it touches.
    """
    weights = {code: workspace.weight(code) for code in workspace.countries}
    total = sum(weights.values())
    if jobs < 2 or total < WORTH_SHARING or _is_little(workspace, record, total):
        return crew.Shares(1)
    unread = sum(weights[code] for code in weights if not workspace.is_outlined(code))
    if unread > total / 2 and max(weights.values()) < 0.75 * total:
        return crew.Shares(jobs, crew.balanced(weights, jobs))
    return crew.Shares(jobs)


def _is_little(workspace: Workspace, record: Record, total: int) -> bool:
    """Whether all that changed since the last build are a few goods and guides, or their texts."""
    last, snapshot = record.last(), workspace.snapshot
    if last is None or last.theme != workspace.theme.key or last.engine != workspace.engine:
        return False
    kinds = {file.path: file.kind for file in snapshot.files}
    changed = changed_files(record.inputs(), snapshot.digests)
    size = sum(snapshot.sizes.get(path, 0) for path in changed)
    return size < total * LITTLE and all(kinds.get(path) in _OF_FEW_PAGES for path in changed)


class _Build:
    """The state of one build; every process of the crew has its own."""

    def __init__(
        self,
        workspace: Workspace,
        output: Path,
        all_there: Callable[[], bool],
        about: str,
        progress: Progress,
    ) -> None:
        self.workspace = workspace
        self.output = output
        self._all_there = all_there
        self.about = about
        self.progress = progress
        self.record = Record(output)
        self.old = {name: self.record.unit(name) for name in self.record.names()}
        self._knowns: dict[str, Known] = {}
        self._was_whole = self.record.last() is not None
        self._owned = {path for unit in self.old.values() for path in unit.paths}
        self.lander = Lander(output, self._owned)

    @cached_property
    def all_there(self) -> bool:
        return self._all_there()

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
        results = self._results(team, survey)
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

    # What is stale, and what becomes of it

    def _results(self, team: Crew, survey: Survey) -> dict[str, Result]:
        """Every unit as it will be, by name; in the first process those of all."""
        fresh: dict[str, Result] = {}
        stale: dict[str, bytes] = {}
        for code in live(survey):
            if not team.owns(code):
                continue
            key = self.workspace.plan_key(code, survey)
            result = self._still_there(self.old.get(name_of(code), Unit()), key)
            if result is None:
                stale[code] = key
            else:
                fresh[code] = result
        if team.size > 1 and not team.shares_countries:
            made = self._made_together(team, survey, stale)
        else:
            made = self._made(team, survey, stale)
        everything = fresh | made
        if team.shares_countries:
            mine = {} if team.is_first else {c: _encode(one) for c, one in everything.items()}
            others = team.gather(mine)
            everything = {c: _decode(data) for c, data in others.items()} | everything
        if not team.is_first:
            return {}
        return {name_of(code): everything[code] for code in live(survey)}

    def _still_there(self, unit: Unit, key: bytes) -> Result | None:
        if unit.key != key:
            return None
        return Result(unit, (), 0) if self.all_there else still_there(unit, str(self.output))

    def _made(self, team: Crew, survey: Survey, stale: Mapping[str, bytes]) -> dict[str, Result]:
        """The stale units of this process, made."""
        maker = self._maker(team)
        told = Told(self.progress)
        # The largest first, while little else is in memory
        codes = sorted(stale, key=self.workspace.weight, reverse=True)
        plans: Iterator[Plan] = (self._planned(code, survey, told) for code in codes)
        if not self.workspace.is_large:
            plans = iter(list(plans))  # so that all pages are counted before one is made
        results: dict[str, Result] = {}
        for code in codes:
            plan, known = next(plans), self._known(code)
            routes = dict(plan.routes)
            plan = msgspec.structs.replace(plan, routes={})
            # What the pages of a locale share goes with its routes
            parts = [maker.pages(plan, routes.pop(locale), known, told) for locale in list(routes)]
            results[code] = maker.whole(plan, parts, known, stale[code])
            self.workspace.forget(code, survey)
            del plan, parts, known
        return results

    def _made_together(
        self, team: Crew, survey: Survey, stale: Mapping[str, bytes]
    ) -> dict[str, Result]:
        """The stale units, of which each process makes some locales; in the first all of them."""
        maker = self._maker(team)
        plans = {code: self.workspace.plan(code, survey) for code in stale}
        tasks = {
            f"{code}/{locale}": len(routes)
            for code, plan in plans.items()
            for locale, routes in plan.routes.items()
        }
        owners = crew.balanced(tasks, team.size)
        own = [task for task in tasks if owners[task] == team.number]
        told = Told(self.progress)
        told.expect(sum(tasks[task] for task in own))
        parts: dict[str, Part] = {}
        for task in own:
            code, _, locale = task.partition("/")
            plan = plans[code]
            parts[task] = maker.pages(plan, plan.routes[locale], self._known(code), told)
        if not team.is_first:
            team.gather({task: _encode(part) for task, part in parts.items()})
            return {}
        others = {task: _decode_part(data) for task, data in team.gather({}).items()}
        parts |= others
        return {
            code: maker.whole(
                plan,
                [parts[f"{code}/{locale}"] for locale in plan.routes],
                self._known(code),
                stale[code],
            )
            for code, plan in plans.items()
        }

    def _planned(self, code: str, survey: Survey, told: Told) -> Plan:
        plan = self.workspace.plan(code, survey)
        told.expect(sum(map(len, plan.routes.values())))
        return plan

    def _maker(self, team: Crew) -> Maker:
        writer = Writer(self.output, str(team.number))
        return Maker(self.workspace, writer, all_there=self.all_there)

    def _known(self, code: str) -> Known:
        if code not in self._knowns:
            self._knowns[code] = Known(self.old.get(name_of(code), Unit()))
        return self._knowns[code]

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
        for file in self._files(survey, results).values():
            entry = known.get(file.path)
            same = intact(str(self.output), entry) if _holds(entry, file.digest) else None
            made.append(Made(same) if same else writer.stage(file.path, b"", file.read(), entry))
        unit = unit_of([one.entry for one in made])
        return Result(unit, tuple(one for one in made if one.staged), 0)

    def _files(self, survey: Survey, results: Mapping[str, Result]) -> dict[str, File]:
        """Assets, pictures and static files, by their path in the output."""
        assert survey.world is not None
        root, digests = self.workspace.settings.content, self.workspace.snapshot.digests
        files = dict(self.workspace.tools.assets.files)
        shown = {file: None for result in results.values() for file in result.unit.pictures}
        named = [(picture_path(file, digests[file].hex()), file) for file in shown]
        named += [(path.removeprefix("static/"), path) for path in survey.world.static]
        for name, file in named:
            files.setdefault(name, File(name, root / file, digest=digests[file].hex()))
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


def _holds(entry: Entry | None, digest: str) -> TypeGuard[Entry]:
    """Whether a recorded file had the bytes with this hash."""
    return entry is not None and entry.digest.hex() == digest


def clean(output: Path) -> int:
    """Deletes every file that a build recorded as its own, and the record; how many files."""
    with _alone(output):
        record = Record(output)
        names = record.names()
        owned = {path: name for name in names for path in record.unit(name).paths}
        lander = Lander(output, owned)
        record.begin()
        removed = lander.remove(owned)
        lander.clear()
        for name in names:
            record.forget(name)
    shutil.rmtree(record.folder / "units", ignore_errors=True)
    for name in ("inputs", "lock"):
        (record.folder / name).unlink(missing_ok=True)
    if not any(record.folder.iterdir()):
        record.folder.rmdir()
    return removed
