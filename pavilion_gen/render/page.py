"""One page: its bytes, and the fingerprint of all that they are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import msgspec

from pavilion_gen.materials.theme import Catalog
from pavilion_gen.pages.parts import Chrome
from pavilion_gen.pages.setting import Planned, PlannedDocument
from pavilion_gen.render.documents import document
from pavilion_gen.render.linked import Linked
from pavilion_gen.render.structured_data import structured_data
from pavilion_gen.render.templates import Templates

_encode = msgspec.msgpack.Encoder().encode


class Fingerprint:
    """What a page is made of, in 32 bytes.

    Eight are of all that the pages of a chrome and a template share, then three of each part of
    that, for those who ask what differs; twelve are of the view.
    """

    COMMON = ("engine", "chrome", "template", "messages")

    @staticmethod
    def common(*parts: bytes) -> bytes:
        """The beginning of a fingerprint, of the hashes of its parts."""
        whole = hashlib.sha256(b"".join(parts)).digest()[:8]
        return whole + b"".join(part[:3] for part in parts)

    @classmethod
    def differing(cls, old: bytes, new: bytes) -> list[str]:
        """Which parts are not the same: those of COMMON, and `view`."""
        found = [
            part
            for place, part in enumerate(cls.COMMON)
            if old[8 + 3 * place : 11 + 3 * place] != new[8 + 3 * place : 11 + 3 * place]
        ]
        return found if old[20:] == new[20:] else [*found, "view"]


class Renderer:
    """Makes pages. chromes: by (country, locale). catalogs: by tag. host: before addresses.

    engine: the key of our own sources and libraries. Pages that share a chrome are made one
    after the other at little cost; what was kept for a chrome is forgotten with the next.
    """

    def __init__(
        self,
        chromes: Mapping[tuple[str, str], Chrome],
        catalogs: Mapping[str, Catalog],
        host: str,
        templates: Templates,
        engine: str,
    ) -> None:
        self.templates = templates
        self._chromes = chromes
        self._catalogs = catalogs
        self._host = host
        self._engine = hashlib.sha256(engine.encode()).digest()
        self._documents = Fingerprint.common(self._engine, *3 * [bytes(3)])
        self._common: dict[tuple[tuple[str, str], str], bytes] = {}
        self._linked: tuple[Chrome, Linked] | None = None

    def close(self) -> None:
        """Lets go of what was kept for the pages of a chrome."""
        if self._linked is not None:
            self._linked[1].close()
            self._linked = None

    def fingerprint(self, page: Planned) -> bytes:
        """Changes exactly when something changes of which the page's bytes are made."""
        if isinstance(page, PlannedDocument):
            return self._documents + hashlib.sha256(_encode(page.view)).digest()[:12]
        common = self._common.get((page.chrome, page.template))
        if common is None:
            common = self._common_of(page.chrome, page.template)
            self._common[page.chrome, page.template] = common
        return common + hashlib.sha256(_encode(page.view)).digest()[:12]

    def _common_of(self, key: tuple[str, str], template: str) -> bytes:
        chrome = self._chromes[key]
        return Fingerprint.common(
            self._engine,
            hashlib.sha256(_encode((chrome, self._host))).digest(),
            self.templates.digest(template),
            self.templates.spoken(template, self._catalogs[chrome.lang]),
        )

    def render(self, page: Planned) -> bytes:
        """The bytes of a page or a document. Raises ThemeFault."""
        if isinstance(page, PlannedDocument):
            return document(page.view, self.templates.kept)
        chrome = self._chromes[page.chrome]
        if self._linked is None or self._linked[0] is not chrome:
            self.close()
            self._linked = chrome, self.templates.linked(chrome, self._catalogs[chrome.lang])
        values = {
            "page": page.view,
            "structured_data": structured_data(page.view, chrome, self._host),
        }
        return self._linked[1].render(page.template, values).encode()
