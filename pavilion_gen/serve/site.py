"""A planned site that answers from memory: every page is rendered when it is asked for."""

from __future__ import annotations

import mimetypes
from functools import cached_property, partial

import msgspec

from pavilion_gen.build.pictures import made, variant_key
from pavilion_gen.build.record import PAGE
from pavilion_gen.content.kept import key_of
from pavilion_gen.content.snapshot import ContentChanged
from pavilion_gen.materials.pictures import Variant, variants
from pavilion_gen.model.picture import PictureFile
from pavilion_gen.pages.plan import Plan
from pavilion_gen.render.page import Renderer
from pavilion_gen.render.sitemaps import line, robots, sitemap_index, sitemaps
from pavilion_gen.render.templates import Templates
from pavilion_gen.workspace import Survey, Workspace, live

_KINDS = {
    "avif": "image/avif",
    "css": "text/css",
    "html": "text/html",
    "ico": "image/x-icon",
    "ics": "text/calendar",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
}


class Answer(msgspec.Struct, frozen=True, gc=False):
    """What stands at an address. page: rendered from a template, so the preview adds to it.

    location: where to go instead, for a redirect.
    """

    status: int
    kind: str = ""
    body: bytes = b""
    page: bool = False
    location: str = ""


def kind_of(name: str) -> str:
    """The media type of a file by its ending."""
    ending = name.rpartition(".")[2].lower()
    kind = _KINDS.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind.endswith(("xml", "json"))
    return f"{kind}; charset=utf-8" if text else kind


class PreviewSite:
    """A surveyed site and the templates it is shown with; plans and pages are made when asked for.

    at: the instant it speaks for.
    """

    def __init__(self, workspace: Workspace, survey: Survey, templates: Templates) -> None:
        self.at = workspace.settings.at
        self.base = workspace.addresses.base
        self.templates = templates
        self._workspace = workspace
        self._units = [
            workspace.memo.of(
                key_of("preview", workspace.plan_key(code, survey)),
                partial(_unit, workspace, survey, code, templates),
            )
            for code in live(survey)
        ]
        self._static = {path.removeprefix("static/"): path for path in workspace.shared.static}

    def answer(self, path: str) -> Answer:
        """What stands at a path below the host, already decoded.

        Raises ThemeFault, and whatever goes wrong inside while a page is rendered.
        """
        if not path.startswith(self.base):
            if path == "/" or path + "/" == self.base:
                return Answer(302, location=self.base)
            return self._missing()
        name = path[len(self.base) :]
        if not name or name.endswith("/"):
            name += "index.html"
        return self._file(name) or self._folder(path, name) or self._missing()

    def _file(self, name: str) -> Answer | None:
        for unit in self._units:
            page = unit.page(name)
            if page is not None:
                return Answer(200, kind_of(name), page, page=name.endswith(PAGE))
        data = self._other(name)
        return Answer(200, kind_of(name), data) if data is not None else None

    def _other(self, name: str) -> bytes | None:
        """What is no page: assets, pictures, static files, sitemaps."""
        own = self._workspace.tools.assets.files.get(name)
        if own is None:
            own = next((unit.files[name] for unit in self._units if name in unit.files), None)
        if own is not None:
            return own.read()
        static, picture = self._static.get(name), self._pictures.get(name)
        try:
            if static is not None:
                return (self._workspace.settings.content / static).read_bytes()
            if picture is not None:
                return self._picture(*picture)
        except (OSError, ContentChanged):
            return None  # deleted or replaced a moment ago; the next walk says so
        return self._sitemap(name)

    def _picture(self, file: PictureFile, variant: Variant) -> bytes:
        """A file of a picture, made when a browser first asks for it."""
        workspace = self._workspace

        def make() -> bytes:
            return next(data for _, data in made(workspace.settings.content, file, [variant]))

        return workspace.memo.of(variant_key(file, variant), make)

    @cached_property
    def _pictures(self) -> dict[str, tuple[PictureFile, Variant]]:
        """The files of all pictures that the content names, by path in the output."""
        workspace = self._workspace
        parts = [workspace.content(code).part for code in workspace.countries]
        return {
            variant.path: (file, variant)
            for part in (workspace.shared.part, *parts)
            for file in part.pictures.values()
            for variant in variants(file)
        }

    def _sitemap(self, name: str) -> bytes | None:
        if name == "robots.txt":
            return robots(self._workspace.addresses)
        if name == "sitemap.xml":
            names = [(one, newest) for unit in self._units for one, newest, _ in unit.sitemaps]
            return sitemap_index(self._workspace.addresses, names)
        if not name.startswith("sitemap-"):
            return None
        found = (data for unit in self._units for one, _, data in unit.sitemaps if one == name)
        return next(found, None)

    def _folder(self, path: str, name: str) -> Answer | None:
        index = f"{name}/index.html"
        if any(index in unit.routes for unit in self._units) or index in self._static:
            return Answer(302, location=path + "/")
        return None

    def _missing(self) -> Answer:
        page = self._units[0].page("404.html")
        assert page is not None
        return Answer(404, kind_of("404.html"), page, page=True)


def _unit(workspace: Workspace, survey: Survey, code: str, templates: Templates) -> _Unit:
    return _Unit(workspace, workspace.plan(code, survey), templates)


class _Unit:
    """The pages of the portal or of one pavilion, by their path in the output."""

    def __init__(self, workspace: Workspace, plan: Plan, templates: Templates) -> None:
        file = workspace.addresses.file
        self.routes = {
            file(route.address): route for routes in plan.routes.values() for route in routes
        }
        self.files = {own.path: own for own in plan.files}
        self._country = plan.country
        catalogs = {c.lang: workspace.catalog(c.lang) for c in plan.chromes.values()}
        self._renderer = Renderer(
            plan.chromes, catalogs, workspace.addresses.host, templates, workspace.engine.hex()
        )

    def page(self, name: str) -> bytes | None:
        route = self.routes.get(name)
        return self._renderer.render(route.make()) if route else None

    @cached_property
    def sitemaps(self) -> tuple[tuple[str, str, bytes], ...]:
        lines = (line(route.make()) for route in self.routes.values())
        return tuple(sitemaps(self._country, [one for one in lines if one is not None]))
