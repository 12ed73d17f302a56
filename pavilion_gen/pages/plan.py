"""What is to be made of a pavilion, or of the portal: the one list of page kinds, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from pavilion_gen.catalogue.world import Catalogue, World
from pavilion_gen.diagnostics import Diagnostic, Place
from pavilion_gen.materials.files import File
from pavilion_gen.materials.han import Han
from pavilion_gen.materials.markdown import Markdown
from pavilion_gen.materials.pictures import PICTURES, Gallery
from pavilion_gen.materials.words import Words
from pavilion_gen.pages.addresses import Addresses
from pavilion_gen.pages.assets import Assets
from pavilion_gen.pages.calendars import calendars
from pavilion_gen.pages.campaigns import campaigns
from pavilion_gen.pages.embassies import embassies
from pavilion_gen.pages.feeds import feed
from pavilion_gen.pages.frame import chrome, common_stylesheet, own_stylesheet
from pavilion_gen.pages.guides import guides
from pavilion_gen.pages.icons import manifest, own_icon, root_icon
from pavilion_gen.pages.merchants import merchants
from pavilion_gen.pages.page_key import PageKeys
from pavilion_gen.pages.parts import Chrome
from pavilion_gen.pages.pavilion import pavilion
from pavilion_gen.pages.portal import portal, root
from pavilion_gen.pages.posters import campaign_posters, pavilion_poster
from pavilion_gen.pages.product import products
from pavilion_gen.pages.product_list import product_lists
from pavilion_gen.pages.qr_codes import shop_codes
from pavilion_gen.pages.related import Neighbours
from pavilion_gen.pages.search import not_found, search
from pavilion_gen.pages.search_index import search_index, sounds
from pavilion_gen.pages.setting import Route, Setting, Shared
from pavilion_gen.pages.text_pages import text_pages

PORTAL_KINDS = (
    portal, text_pages, campaigns, calendars, campaign_posters, embassies, search, search_index, feed, manifest,
)  # fmt: skip
PAVILION_KINDS = (
    pavilion, pavilion_poster, product_lists, products, merchants, shop_codes, guides, search,
    search_index, feed, manifest,
)  # fmt: skip


class Tools(msgspec.Struct, frozen=True, gc=False):
    """What pages are planned with.

    words: by BCP 47 tag. makes: what the theme wants beside its pages. han: tells of characters.
    """

    addresses: Addresses
    assets: Assets
    markdown: Markdown
    words: Mapping[str, Words]
    makes: frozenset[str]
    han: Callable[[Iterable[str]], Han]


class Plan(msgspec.Struct, frozen=True, gc=False):
    """One pavilion, or (country "") the portal. Its pages are made when their routes are followed.

    routes: by locale, in the order of the site; those of no one locale stand in the first.
    chromes: by (country, locale). files: of its own, beside the pictures in the gallery.
    keys: of its pages; None where their goods are not told apart.
    """

    country: str
    routes: dict[str, tuple[Route, ...]]
    chromes: dict[tuple[str, str], Chrome]
    files: tuple[File, ...]
    gallery: Gallery
    keys: PageKeys | None = None


def plan_pavilion(tools: Tools, seen: World, catalogue: Catalogue, common: bytes) -> Plan:
    """The plan of one pavilion. seen: the part of the world that it may show.

    common: names all that its pages see beside the catalogue.
    """
    shared = msgspec.structs.replace(_shared(tools, seen), neighbours=Neighbours(catalogue))
    settings = [Setting(shared, locale, catalogue) for locale in catalogue.country.locales]
    colours = own_stylesheet(catalogue.country)
    icon = own_icon(catalogue.country, tools.assets)
    return Plan(
        catalogue.id,
        {setting.locale: tuple(_kinds(setting, PAVILION_KINDS)) for setting in settings},
        {
            setting.chrome_key(): chrome(setting, tools.assets, colours, icon)
            for setting in settings
        },
        (colours, icon) if icon else (colours,),
        shared.gallery,
        PageKeys(common, catalogue, shared.gallery),
    )


def plan_portal(tools: Tools, world: World) -> Plan:
    """The plan of the portal, with the language choice at the root."""
    shared = _shared(tools, world)
    settings = [Setting(shared, locale) for locale in world.site.portal]
    routes = {setting.locale: tuple(_kinds(setting, PORTAL_KINDS)) for setting in settings}
    first = world.site.portal[0]
    routes[first] = (*root(settings), *routes[first], *not_found(settings), *sounds(settings))
    colours = common_stylesheet(world)
    return Plan(
        "",
        routes,
        {setting.chrome_key(): chrome(setting, tools.assets, colours) for setting in settings},
        (colours, *root_icon(tools.assets, world.static)),
        shared.gallery,
    )


def _shared(tools: Tools, world: World) -> Shared:
    gallery = Gallery(tools.addresses.base)
    return Shared(
        world,
        tools.addresses,
        gallery,
        tools.markdown,
        tools.words,
        tools.assets.addresses,
        tools.assets.ready,
        tools.makes,
        tools.han,
    )


def _kinds(
    setting: Setting, kinds: Iterable[Callable[[Setting], Iterator[Route]]]
) -> Iterator[Route]:
    for kind in kinds:
        yield from kind(setting)


RESERVED_FILES = ("robots.txt", "sitemap.xml", ".pavilion")
_SITEMAPS = re.compile(r"sitemap-(?:portal|[a-z]{2})(?:-[0-9]+)?\.xml\Z")


def collisions(paths: Iterable[str], static: Iterable[str]) -> Iterator[Diagnostic]:
    """Two outputs at one place; a file that stands where a folder is needed.

    paths: of pages and assets in the output. static: files of `static/`, by the path that they
    will have there. The folder of the pictures is not for them, whatever names these have.
    """
    owners = set(RESERVED_FILES)
    for path in paths:
        if path in owners:
            yield Diagnostic(
                "duplicate-address",
                Place(""),
                f"Two pages would stand at /{path.removesuffix('index.html')}.",
                "Rename one of them.",
            )
        owners.add(path)
    files = list(static)
    if not files:
        return
    folders = {parent for path in (*owners, *files) for parent in _parents(path)}
    for path in files:
        taken = path in owners or path in folders or any(p in owners for p in _parents(path))
        taken = taken or f"{path}/".startswith(PICTURES)
        if taken or _SITEMAPS.match(path):
            yield Diagnostic(
                "duplicate-address",
                Place(f"static/{path}"),
                f"The site already has something at /{path}.",
                "Give the file another name.",
            )


def _parents(path: str) -> list[str]:
    steps = path.split("/")[:-1]
    return ["/".join(steps[: n + 1]) for n in range(len(steps))]
