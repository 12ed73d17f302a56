"""One unit of a build: the pages of a pavilion or of the portal, fingerprinted, rendered, staged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

import msgspec

from pavilion_gen.build.record import PORTAL, Entry, Unit, unit_of
from pavilion_gen.build.writer import Made, Writer, intact
from pavilion_gen.pages.plan import Plan
from pavilion_gen.render.page import Renderer
from pavilion_gen.render.sitemaps import Line, line, sitemaps
from pavilion_gen.render.templates import Templates
from pavilion_gen.workspace import Workspace

Progress = Callable[[int, int], None]
_EVERY = 64
BATCH = 64


class Part(msgspec.Struct, frozen=True, gc=False):
    """The pages of a unit in one locale. pictures: of the content, that they show."""

    made: tuple[Made, ...]
    lines: tuple[Line, ...]
    pictures: tuple[str, ...]
    rendered: int


class Result(msgspec.Struct, frozen=True, gc=False):
    """A unit as it will be. staged: what has to move; rendered: pages that were made again."""

    unit: Unit
    staged: tuple[Made, ...]
    rendered: int


def name_of(code: str) -> str:
    """The name of a unit in the record: the country's code, or the portal."""
    return code or PORTAL


class Told:
    """Tells how far the pages of one process are. total: how many it has to make."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.total = total
        self._progress = progress
        self._done = 0
        if total:
            progress(0, total)

    def one(self) -> None:
        """One more page is done."""
        self._done += 1
        if self._done == self.total or not self._done % _EVERY:
            self._progress(self._done, self.total)


class Maker:
    """What one process makes pages with."""

    def __init__(self, workspace: Workspace, writer: Writer) -> None:
        self.workspace = workspace
        self.writer = writer

    @cached_property
    def templates(self) -> Templates:
        workspace = self.workspace
        return Templates(workspace.theme, workspace.kept, workspace.engine)

    def pages(self, plan: Plan, locale: str, known: Mapping[str, Entry], told: Told) -> Part:
        """The pages of a plan in one locale. known: of the files there are. Raises ThemeFault."""
        renderer = self._renderer(plan)
        file, output = self.workspace.addresses.file, str(self.writer.output)
        made: list[Made] = []
        lines: list[Line] = []
        rendered = 0
        routes = plan.routes[locale]
        # Many of one step after another are quicker than all steps of one page: caches stay warm
        for start in range(0, len(routes), BATCH):
            pages = [route.make() for route in routes[start : start + BATCH]]
            fingerprints = [renderer.fingerprint(page) for page in pages]
            entries = [known.get(file(page.address)) for page in pages]
            same = [
                intact(output, entry) if entry and entry.fingerprint == fingerprint else None
                for entry, fingerprint in zip(entries, fingerprints, strict=True)
            ]
            data = [
                None if there else renderer.render(page)
                for page, there in zip(pages, same, strict=True)
            ]
            for page, fingerprint, entry, there, bytes_ in zip(
                pages, fingerprints, entries, same, data, strict=True
            ):
                if there is not None:
                    made.append(Made(there))
                elif bytes_ is not None:
                    path = file(page.address)
                    made.append(self.writer.stage(path, fingerprint, bytes_, entry))
                    rendered += 1
                told.one()
            lines += [listed for page in pages if (listed := line(page)) is not None]
        return Part(tuple(made), tuple(lines), tuple(plan.gallery.shown), rendered)

    def _renderer(self, plan: Plan) -> Renderer:
        catalogs = {c.lang: self.workspace.catalog(c.lang) for c in plan.chromes.values()}
        host = self.workspace.addresses.host
        return Renderer(plan.chromes, catalogs, host, self.templates, self.workspace.engine.hex())

    def whole(
        self, plan: Plan, parts: Iterable[Part], known: Mapping[str, Entry], key: bytes
    ) -> Result:
        """The unit of all its parts, with its sitemaps and its own files."""
        made: list[Made] = []
        lines: list[Line] = []
        pictures: dict[str, None] = {}
        rendered = 0
        for part in parts:
            made += part.made
            lines += part.lines
            pictures.update(dict.fromkeys(part.pictures))
            rendered += part.rendered
        names = []
        for name, newest, data in sitemaps(plan.country, lines):
            names.append((name, newest))
            made.append(self.writer.stage(name, b"", data, known.get(name)))
        made += [
            self.writer.stage(one.path, b"", one.read(), known.get(one.path)) for one in plan.files
        ]
        unit = unit_of(
            [one.entry for one in made], key=key, pictures=tuple(pictures), sitemaps=tuple(names)
        )
        return Result(unit, tuple(one for one in made if one.staged), rendered)


def still_there(unit: Unit, output: str) -> Result | None:
    """A unit whose files are all as they were left; else None."""
    entries = []
    restamped = False
    for entry in unit.entries().values():
        found = intact(output, entry)
        if found is None:
            return None
        restamped = restamped or found is not entry
        entries.append(found)
    if restamped:
        unit = msgspec.structs.replace(unit, stamps=tuple(entry.stamp for entry in entries))
    return Result(unit, (), 0)
