"""Files for machines: each kind of document, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from pavilion_gen.pages.feeds import FeedView
from pavilion_gen.pages.icons import ManifestView
from pavilion_gen.pages.parts import Document
from pavilion_gen.pages.search_index import SearchIndex, Sounds
from pavilion_gen.render.feeds import atom

_json = msgspec.json.encode
_WRITERS: dict[type[Document], Callable[[Any], bytes]] = {
    FeedView: atom,
    ManifestView: _json,
    SearchIndex: _json,
    Sounds: _json,
}


def document(view: Document) -> bytes:
    """The bytes of the file that a document is."""
    return _WRITERS[type(view)](view)
