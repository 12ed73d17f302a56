"""A planned site that answers from memory: every page is rendered when it is asked for."""

from __future__ import annotations

import mimetypes
from datetime import datetime

import msgspec

from pavilion_gen.pages.plan import SitePlan
from pavilion_gen.render.page import Renderer
from pavilion_gen.render.sitemaps import sitemaps
from pavilion_gen.render.templates import Templates

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
    """One plan and the templates it is shown with. at: the instant it speaks for."""

    def __init__(self, plan: SitePlan, templates: Templates, at: datetime) -> None:
        self.at = at
        self.base = plan.addresses.base
        self.templates = templates
        self._plan = plan
        self._pages = {plan.addresses.file(page.address): page for page in plan.pages}
        self._renderer = Renderer(plan, templates, "")
        self._sitemaps: dict[str, bytes] | None = None

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
        page = self._pages.get(name)
        if page is not None:
            return Answer(200, kind_of(name), self._renderer.render(page), page=True)
        file = self._plan.files.get(name)
        if file is not None:
            try:
                return Answer(200, kind_of(name), file.read())
            except OSError:
                return None  # deleted a moment ago; the next walk says so
        if self._sitemaps is None:
            self._sitemaps = dict(sitemaps(self._plan))
        data = self._sitemaps.get(name)
        return Answer(200, kind_of(name), data) if data is not None else None

    def _folder(self, path: str, name: str) -> Answer | None:
        index = f"{name}/index.html"
        if index in self._pages or index in self._plan.files:
            return Answer(302, location=path + "/")
        return None

    def _missing(self) -> Answer:
        page = self._pages["404.html"]
        return Answer(404, kind_of("404.html"), self._renderer.render(page), page=True)
