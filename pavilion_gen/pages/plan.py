"""Every page of the site, planned: the one list of page kinds, in the order of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pavilion_gen.catalogue.world import World
from pavilion_gen.content.load import Content
from pavilion_gen.diagnostics import Diagnostic, Place
from pavilion_gen.materials.files import File, Gallery
from pavilion_gen.materials.markdown import Markdown
from pavilion_gen.materials.theme import Catalog, Theme, load_catalog
from pavilion_gen.materials.words import Words
from pavilion_gen.pages.addresses import Addresses
from pavilion_gen.pages.campaigns import campaigns
from pavilion_gen.pages.embassies import embassies
from pavilion_gen.pages.frame import Assets, chrome
from pavilion_gen.pages.guides import guides
from pavilion_gen.pages.merchants import merchants
from pavilion_gen.pages.parts import Chrome
from pavilion_gen.pages.pavilion import pavilion
from pavilion_gen.pages.portal import portal, root
from pavilion_gen.pages.product import products
from pavilion_gen.pages.product_list import product_lists
from pavilion_gen.pages.search import not_found, search
from pavilion_gen.pages.setting import PlannedPage, Setting, Shared

PORTAL_KINDS = (portal, campaigns, embassies)
PAVILION_KINDS = (pavilion, product_lists, products, merchants, guides)


class SitePlan(msgspec.Struct, frozen=True, gc=False):
    """All that will be written. chromes: by (country, locale). files: by path in the output.

    catalogs: by tag. diagnostics: addresses that collide.
    """

    addresses: Addresses
    pages: tuple[PlannedPage, ...]
    chromes: dict[tuple[str, str], Chrome]
    files: dict[str, File]
    catalogs: dict[str, Catalog]
    diagnostics: tuple[Diagnostic, ...]


def _tags(world: World) -> set[str]:
    """Every language tag in which the site speaks."""
    tags = {locale.tag for locale in world.site.locales.values()}
    return tags.union(*(catalogue.country.tags.values() for catalogue in world.live))


def plan(content: Content, world: World, theme: Theme, *, base_url: str = "") -> SitePlan:
    """The plan of the whole site. base_url: in place of the one of `site.yaml`.

    Raises ThemeFault.
    """
    addresses = Addresses(base_url or world.site.base_url)
    catalogs = {tag: load_catalog(theme, tag) for tag in sorted(_tags(world))}
    shared = Shared(
        world=world,
        addresses=addresses,
        gallery=Gallery(addresses.base, content.root),
        markdown=Markdown(),
        words={tag: Words(tag, catalog.translations) for tag, catalog in catalogs.items()},
    )
    portals = [Setting(shared, locale) for locale in world.site.portal]
    halls = [
        Setting(shared, locale, catalogue)
        for catalogue in world.live
        for locale in catalogue.country.locales
    ]
    assets = Assets(theme, world, addresses)
    chromes = {setting.chrome_key(): chrome(setting, assets) for setting in (*portals, *halls)}
    pages = list(_pages(portals, halls))
    files = dict(assets.files)
    for path in world.static:
        name = path.removeprefix("static/")
        files[name] = File(name, source=content.root / path)
    files.update(shared.gallery.files)
    diagnostics = tuple(_collisions(addresses, pages, files))
    return SitePlan(addresses, tuple(pages), chromes, files, catalogs, diagnostics)


def _pages(portals: list[Setting], halls: list[Setting]) -> Iterator[PlannedPage]:
    yield root(portals)
    for setting in portals:
        for kind in PORTAL_KINDS:
            yield from kind(setting)
        yield search(setting)
    for setting in halls:
        for kind in PAVILION_KINDS:
            yield from kind(setting)
        yield search(setting)
    yield not_found(portals)


RESERVED_FILES = ("robots.txt", "sitemap.xml", ".pavilion")
_SITEMAPS = re.compile(r"sitemap-(?:portal|[a-z]{2})(?:-[0-9]+)?\.xml\Z")


def _collisions(
    addresses: Addresses, pages: list[PlannedPage], files: dict[str, File]
) -> Iterator[Diagnostic]:
    """Two outputs at one address; a file that stands where a folder is needed."""
    owners: dict[str, str] = dict.fromkeys(RESERVED_FILES, "the build")
    for page in pages:
        path = addresses.file(page.address)
        if path in owners:
            yield Diagnostic(
                "duplicate-address",
                Place(""),
                f"Two pages would stand at {page.address}.",
                "Rename one of them.",
            )
        owners[path] = page.address
    folders = {parent for path in (*owners, *files) for parent in _parents(path)}
    for path in files:
        taken = path in owners or path in folders or any(p in owners for p in _parents(path))
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
