"""The picture of a poster that is ready to save: drawn beforehand, with the code of its page.

A base picture has a name drawn on it, so it is found by that name, and a pavilion that is called
otherwise takes the portal's, on which no word is written.
"""

from __future__ import annotations

import hashlib
from functools import partial

from pavilion_gen.materials.files import File
from pavilion_gen.materials.theme import READY_HEIGHT, READY_WIDTH
from pavilion_gen.pages.parts import Document, Phrase, PictureView, QrCode
from pavilion_gen.pages.qr_codes import QrCodeFile, code_file
from pavilion_gen.pages.setting import PlannedDocument, Route, Setting

FIELD = (355, 1000, 370)
"""Left, top and side of the square that a base picture leaves white for the code, in pixels."""


class ReadyPicture(Document, frozen=True, gc=False, kw_only=True):
    """A ready picture as PNG. base: the picture below the code, as PNG."""

    base: bytes
    code: QrCodeFile


def ready_picture(setting: Setting, country: str, code: QrCode | None) -> PictureView | None:
    """The ready picture of a poster with this code; None where the theme draws none.

    country: whose window the poster shows, empty for that of several.
    """
    name, base = _base(setting, country)
    if code is None or base is None:
        return None
    _ = setting.words.gettext
    if name:
        alt = _(
            "A landscape seen through a window, a QR code below it: %(pavilion)s", pavilion=name
        )
    else:
        alt = _("Windows of different shapes, a landscape behind each, a QR code below them")
    return PictureView(_address(setting, base, code), READY_WIDTH, READY_HEIGHT, Phrase(alt))


def ready_route(setting: Setting, country: str, code: QrCode | None) -> list[Route]:
    """The file of a ready picture, where there is one. It shows no goods."""
    _, base = _base(setting, country)
    if code is None or base is None:
        return []
    address = _address(setting, base, code)
    return [Route(address, partial(_planned, address, base, code), tuple)]


def _planned(address: str, base: File, code: QrCode) -> PlannedDocument:
    return PlannedDocument(address, ReadyPicture(base=base.read(), code=code_file(code)))


def _base(setting: Setting, country: str) -> tuple[str, File | None]:
    """The base picture for a country, with the pavilion's name here; or, without one, the portal's."""
    drawn = setting.shared.ready
    hall = setting.hall if country == setting.country else setting.world.showcase(country)
    if hall is not None:
        own = drawn.get(f"{setting.chinese(hall.country.pavilion).text}.png")
        if own is not None:
            return setting.phrase(hall.country.pavilion, hall.fallbacks).text, own
    return "", drawn.get("portal.png")


def _address(setting: Setting, base: File, code: QrCode) -> str:
    """Named by what it is made of, as assets are."""
    name = hashlib.sha256(f"{base.digest} {code.text}".encode()).hexdigest()[:16]
    return f"{setting.addresses.base}assets/ready/{setting.country or 'portal'}/{name}.png"
