"""One page: its bytes, and the fingerprint of all that they are made of."""

from __future__ import annotations

import hashlib

import msgspec

from pavilion_gen.pages.plan import SitePlan
from pavilion_gen.pages.setting import PlannedPage
from pavilion_gen.render.structured_data import structured_data
from pavilion_gen.render.templates import Templates

_encode = msgspec.msgpack.Encoder(order="sorted").encode


class Renderer:
    """Makes the pages of a plan. engine: the key of our own sources and libraries."""

    def __init__(self, plan: SitePlan, templates: Templates, engine: str) -> None:
        self.plan = plan
        self.templates = templates
        self._engine = engine
        self._frames: dict[tuple[str, str], bytes] = {}

    def fingerprint(self, page: PlannedPage) -> str:
        """Changes exactly when something changes of which the page's bytes are made."""
        chrome = self.plan.chromes[page.chrome]
        frame = self._frames.get(page.chrome)
        if frame is None:
            catalog = self.plan.catalogs[chrome.lang]
            frame = hashlib.sha256(
                _encode((self._engine, catalog.digest, chrome, self.plan.addresses.host))
            ).digest()
            self._frames[page.chrome] = frame
        digest = hashlib.sha256(frame)
        digest.update(self.templates.digest(page.template).encode())
        digest.update(_encode(page.view))
        return digest.hexdigest()

    def render(self, page: PlannedPage) -> bytes:
        """The bytes of a page. Raises ThemeFault."""
        chrome = self.plan.chromes[page.chrome]
        context = {
            "page": page.view,
            "chrome": chrome,
            "structured_data": structured_data(page.view, chrome, self.plan.addresses.host),
        }
        catalog = self.plan.catalogs[chrome.lang]
        return self.templates.render(page.template, catalog, context).encode()
