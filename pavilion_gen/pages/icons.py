"""What stands for a page where it is not open: icons, web manifest, the picture that is shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from pavilion_gen.catalogue.contrast import INK, PAPER
from pavilion_gen.materials.files import File, hashed_name
from pavilion_gen.model.country import Country
from pavilion_gen.pages.assets import Assets
from pavilion_gen.pages.parts import Document, Phrase, PictureView
from pavilion_gen.pages.setting import PlannedDocument, Route, Setting

SHARE_WIDTH, SHARE_HEIGHT = 1200, 630
SHORT = 12  # characters that fit below an icon
_SIZES = (
    ("icons/icon-192.png", "192x192", "any"),
    ("icons/icon-512.png", "512x512", "any"),
    ("icons/maskable-512.png", "512x512", "maskable"),
)


class ManifestIcon(msgspec.Struct, frozen=True, gc=False):
    """An icon in a manifest, by the names of its members there."""

    src: str
    sizes: str
    type: str
    purpose: str = "any"


class ManifestView(Document, frozen=True, gc=False, kw_only=True):
    """`…/manifest.webmanifest`: the members of a web application manifest (W3C), as they are."""

    name: str
    short_name: str
    lang: str
    dir: str
    start_url: str
    scope: str
    theme_color: str
    background_color: str
    icons: tuple[ManifestIcon, ...]


def manifest_address(setting: Setting) -> str:
    """Where the manifest of a setting stands."""
    return setting.at() + "manifest.webmanifest"


def manifest(setting: Setting) -> Iterator[Route]:
    """The web manifest of a pavilion, or of the portal, in one locale."""
    address = manifest_address(setting)
    yield Route(address, partial(_manifest, setting, address), tuple)


def _manifest(setting: Setting, address: str) -> PlannedDocument:
    site, country = setting.world.site, setting.hall.country if setting.hall else None
    name = setting.phrase(site.name, site.portal).text
    short = name
    if country is not None:
        short = setting.phrase(country.pavilion).text
        name = f"{short} – {name}"
        if len(short) > SHORT:
            short = setting.country_name(country).text
    assets = setting.shared.assets
    view = ManifestView(
        name=name,
        short_name=short,
        lang=setting.tag,
        dir=setting.words.locale.text_direction,
        start_url=setting.at(),
        scope=setting.at(),
        theme_color=country.palette.accent if country else INK,
        background_color=PAPER,
        icons=tuple(
            ManifestIcon(assets[asset], sizes, "image/png", purpose)
            for asset, sizes, purpose in _SIZES
            if asset in assets
        ),
    )
    return PlannedDocument(address, view)


def own_icon(country: Country, assets: Assets) -> File | None:
    """The window of a country in its colours; None where the theme draws no windows."""
    window = assets.windows.get(f"{country.id}.svg") or assets.windows.get("plain.svg")
    if window is None:
        return None
    drawn = window.replace(INK.encode(), country.palette.deep.encode())
    coloured = drawn.replace(PAPER.encode(), country.palette.soft.encode())
    return File(hashed_name(f"assets/{country.id}.svg", coloured), data=coloured)


def root_icon(assets: Assets, static: Iterable[str]) -> Iterator[File]:
    """`favicon.ico` where those look for it who read no page, unless the content brings its own."""
    icon = assets.file("icons/favicon.ico")
    if icon is not None and "static/favicon.ico" not in static:
        yield File("favicon.ico", data=icon.read())


def share_picture(setting: Setting, country: str) -> PictureView | None:
    """The picture that stands for the pages of a country, or (country "") for those of the portal.

    A country without one takes the portal's; None where the theme draws none.
    """
    assets, _ = setting.shared.assets, setting.words.gettext
    hall = setting.hall if country == setting.country else setting.world.showcase(country)
    own = assets.get(f"share/{country}.png") if hall else None
    src = own or assets.get("share/portal.png")
    if src is None:
        return None
    if own and hall:
        name = setting.phrase(hall.country.pavilion, hall.fallbacks).text
        alt = _("A landscape seen through a window: %(pavilion)s", pavilion=name)
    else:
        alt = _("A row of windows of different shapes, with a landscape behind each")
    return PictureView(setting.addresses.absolute(src), SHARE_WIDTH, SHARE_HEIGHT, Phrase(alt))
