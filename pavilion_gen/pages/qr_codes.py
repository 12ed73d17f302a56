"""QR codes of addresses: a small file each, which a phone reads from the screen or from paper.

A code costs milliseconds to make, so there is one for each shop and not for each product; goods
with an address of their own have one of that.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import partial

from pavilion_gen.pages.parts import Document, QrCode
from pavilion_gen.pages.setting import PlannedDocument, Route, Setting

QUIET = 4  # modules of light around a code
LEAST_SIDE = 180  # pixels, so that a second phone reads it from the screen
LEAST_MODULE = 3  # pixels
# Bytes that versions 1 to 16 hold at error correction level M (ISO/IEC 18004:2015, table 7)
_HOLDS = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450)


class QrCodeFile(Document, frozen=True, gc=False, kw_only=True):
    """A code of level M as PNG. version: its size; module: pixels of one, and of the quiet zone."""

    text: str
    version: int
    module: int


def qr_code(setting: Setting, text: str) -> QrCode | None:
    """The code of an address; None where the theme shows none, or it would be too fine to read."""
    if "codes" not in setting.shared.makes:
        return None
    version = _version(text)
    if version is None:
        return None
    modules = modules_of(version)
    name = hashlib.sha256(text.encode()).hexdigest()[:16]
    src = f"{setting.addresses.base}assets/codes/{setting.country or 'portal'}/{name}.png"
    return QrCode(src, modules * _module(modules), text)


def code_routes(setting: Setting, codes: Iterable[QrCode | None]) -> Iterator[Route]:
    """The files of some codes, each once. What one holds is named by its address: it shows no goods."""
    for code in {code.src: code for code in codes if code is not None}.values():
        yield Route(code.src, partial(_planned, code), tuple)


def shop_codes(setting: Setting) -> Iterator[Route]:
    """The codes of the shops of a pavilion, which all its locales show."""
    if setting.locale != setting.locales[0] or "codes" not in setting.shared.makes:
        return
    catalogue = setting.catalogue
    urls = [channel.url for judged in catalogue.merchants for channel in judged.merchant.channels]
    urls += [one.product.url for one in catalogue.products if one.product.url is not None]
    yield from code_routes(setting, (qr_code(setting, url) for url in urls))


def code_file(code: QrCode) -> QrCodeFile:
    """What the file of a code holds."""
    version = _version(code.text)
    assert version is not None
    return QrCodeFile(text=code.text, version=version, module=_module(modules_of(version)))


def modules_of(version: int) -> int:
    """Modules of a side, with the quiet zone."""
    return 17 + 4 * version + 2 * QUIET


def _planned(code: QrCode) -> PlannedDocument:
    return PlannedDocument(code.src, code_file(code))


def _version(text: str) -> int | None:
    place = bisect_left(_HOLDS, len(text.encode()))
    return place + 1 if place < len(_HOLDS) else None


def _module(modules: int) -> int:
    """Whole pixels for a module."""
    return max(LEAST_MODULE, -(-LEAST_SIDE // modules))
