"""One unit of a build: the pages of a pavilion or of the portal, fingerprinted, rendered, staged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import msgspec

from pavilion_gen.build.record import PAGE, PORTAL, Entry, Unit, unit_of
from pavilion_gen.build.sitemap_lines import RecordedLines, in_forms
from pavilion_gen.build.writer import Made, Writer, intact
from pavilion_gen.model.picture import PictureFile
from pavilion_gen.pages.page_key import PageKeys
from pavilion_gen.pages.plan import Plan
from pavilion_gen.pages.setting import Route
from pavilion_gen.render.page import Renderer
from pavilion_gen.render.sitemaps import Line, line, sitemaps
from pavilion_gen.render.templates import Templates
from pavilion_gen.workspace import Workspace

Progress = Callable[[int, int], None]
BATCH = 64


class Part(msgspec.Struct, frozen=True, gc=False):
    """The pages of a unit in one locale. lines: in the sitemap, of each; pictures: of the content,
    that they show."""

    made: tuple[Made, ...]
    lines: tuple[Line | None, ...]
    pictures: tuple[PictureFile, ...]
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
    """Tells how far the pages of one process are, and how many it has to make."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._total = 0
        self._done = 0

    def expect(self, pages: int) -> None:
        """So many more pages are to be made."""
        self._total += pages
        if self._total:
            self._progress(self._done, self._total)

    def more(self, pages: int) -> None:
        """Some more pages are done."""
        self._done += pages
        self._progress(self._done, self._total)


class Known:
    """What is recorded of a unit's files, by path."""

    def __init__(self, unit: Unit) -> None:
        self.entries = unit.entries()
        self.lines = RecordedLines(unit)


class _Page:
    """A page on its way. entry: what is recorded of it; made, line: what came of it."""

    __slots__ = ("entry", "key", "line", "made", "path", "route")

    def __init__(self, route: Route, path: str, entry: Entry | None, key: bytes) -> None:
        self.route = route
        self.path = path
        self.entry = entry
        self.key = key
        self.made: Made | None = None
        self.line: Line | None = None


class Maker:
    """What one process makes pages with. all_there: no recorded file need be looked at."""

    def __init__(self, workspace: Workspace, writer: Writer, *, all_there: bool) -> None:
        self.workspace = workspace
        self.writer = writer
        self._all_there = all_there
        self._output = str(writer.output)

    @cached_property
    def templates(self) -> Templates:
        workspace = self.workspace
        assets = workspace.tools.assets.addresses
        return Templates(workspace.theme, assets, workspace.kept, workspace.engine)

    def pages(self, plan: Plan, routes: Sequence[Route], known: Known, told: Told) -> Part:
        """The pages of a plan in one locale. known: of the files there are. Raises ThemeFault."""
        renderer = self._renderer(plan)
        pages: list[_Page] = []
        rendered = 0
        # Many of one step after another are quicker than all steps of one page: caches stay warm
        for start in range(0, len(routes), BATCH):
            batch = [self._page(plan.keys, route, known) for route in routes[start : start + BATCH]]
            rendered += self._make(renderer, [page for page in batch if page.made is None])
            pages += batch
            told.more(len(batch))
        renderer.close()
        made = [page.made for page in pages if page.made is not None]
        lines = [page.line for page in pages]
        return Part(tuple(made), tuple(lines), tuple(plan.gallery.shown.values()), rendered)

    def _page(self, keys: PageKeys | None, route: Route, known: Known) -> _Page:
        """A page that is to be made; or one that is there, since all it is made of is as it was."""
        path = self.workspace.addresses.file(route.address)
        entry = known.entries.get(path)
        key = keys.of(route) if keys else b""
        page = _Page(route, path, entry, key)
        if keys and key and entry and entry.key == key and path in known.lines:
            there = self._intact(entry)
            if there is not None:
                keys.pass_over(route)
                page.made, page.line = Made(there), known.lines.line(path)
        return page

    def _intact(self, entry: Entry) -> Entry | None:
        return entry if self._all_there else intact(self._output, entry)

    def _make(self, renderer: Renderer, pages: Sequence[_Page]) -> int:
        """Makes pages; those whose view is another one are rendered. How many those are."""
        planned = [page.route.make() for page in pages]
        fingerprints = [renderer.fingerprint(one) for one in planned]
        same = [
            self._intact(page.entry)
            if page.entry and page.entry.fingerprint == fingerprint
            else None
            for page, fingerprint in zip(pages, fingerprints, strict=True)
        ]
        data = [
            None if there else renderer.render(one)
            for one, there in zip(planned, same, strict=True)
        ]
        rendered = 0
        for page, fingerprint, there, bytes_ in zip(pages, fingerprints, same, data, strict=True):
            if there is not None:
                page.made = Made(
                    msgspec.structs.replace(there, key=page.key) if there.key != page.key else there
                )
            elif bytes_ is not None:
                page.made = self.writer.stage(page.path, fingerprint, bytes_, page.entry, page.key)
                rendered += page.path.endswith(PAGE)
        for page, one in zip(pages, planned, strict=True):
            page.line = line(one)
        return rendered

    def _renderer(self, plan: Plan) -> Renderer:
        catalogs = {c.lang: self.workspace.catalog(c.lang) for c in plan.chromes.values()}
        host = self.workspace.addresses.host
        return Renderer(plan.chromes, catalogs, host, self.templates, self.workspace.engine.hex())

    def whole(self, plan: Plan, parts: Iterable[Part], known: Known, key: bytes) -> Result:
        """The unit of all its parts, with its sitemaps and its own files."""
        made: list[Made] = []
        lines: list[Line | None] = []
        pictures: dict[PictureFile, None] = {}
        rendered = 0
        for part in parts:
            made += part.made
            lines += part.lines
            pictures.update(dict.fromkeys(part.pictures))
            rendered += part.rendered
        kept, forms = in_forms([one.entry.path for one in made], lines)
        names = []
        for name, newest, data in sitemaps(plan.country, [one for one in lines if one]):
            names.append((name, newest))
            made.append(self.writer.stage(name, b"", data, known.entries.get(name)))
        made += [
            self.writer.stage(one.path, b"", one.read(), known.entries.get(one.path))
            for one in plan.files
        ]
        unit = unit_of(
            [one.entry for one in made],
            key=key,
            lines=kept,
            forms=forms,
            pictures=tuple(pictures),
            sitemaps=tuple(names),
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
