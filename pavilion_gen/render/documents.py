"""Files for machines: each kind of document, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from pavilion_gen.content.kept import Kept, kept_or_made, key_of
from pavilion_gen.pages.calendars import Calendar
from pavilion_gen.pages.feeds import FeedView
from pavilion_gen.pages.icons import ManifestView
from pavilion_gen.pages.parts import Document
from pavilion_gen.pages.qr_codes import QrCodeFile, modules_of
from pavilion_gen.pages.ready import ReadyPicture
from pavilion_gen.pages.search_index import SearchIndex, Sounds
from pavilion_gen.render.feeds import atom


def _calendar(view: Calendar) -> bytes:
    from pavilion_gen.render.calendars import calendar_file  # its library loads slowly

    return calendar_file(view)


def _qr_code(view: QrCodeFile) -> bytes:
    from pavilion_gen.render.qr_png import qr_png

    return qr_png(view)


def _ready(view: ReadyPicture, kept: Kept) -> bytes:
    """The picture takes its code from the file that the page shows, which is kept."""
    from pavilion_gen.render.ready_png import ready_png

    return ready_png(view.base, document(view.code, kept), modules_of(view.code.version))


_json = msgspec.json.encode
_WRITERS: dict[type[Document], Callable[[Any], bytes]] = {
    Calendar: _calendar,
    FeedView: atom,
    ManifestView: _json,
    QrCodeFile: _qr_code,
    SearchIndex: _json,
    Sounds: _json,
}
_DEAR = (QrCodeFile,)  # of few bytes, which take long to find


def document(view: Document, kept: Kept) -> bytes:
    """The bytes of the file that a document is. kept: where those that are dear stay."""
    if isinstance(view, ReadyPicture):
        return _ready(view, kept)
    write = _WRITERS[type(view)]
    if not isinstance(view, _DEAR):
        return write(view)
    key = key_of("document", type(view).__name__, msgspec.msgpack.encode(view))
    return kept_or_made(kept, key, bytes, lambda: write(view))
