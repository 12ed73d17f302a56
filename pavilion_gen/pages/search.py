"""Search as a directory: complete without script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from pavilion_gen.catalogue.world import Catalogue
from pavilion_gen.model.text import choose
from pavilion_gen.pages.cards import country_link, guide_card
from pavilion_gen.pages.parts import CountryLink, Link, Page, Phrase
from pavilion_gen.pages.search_index import INDEX, SOUNDS
from pavilion_gen.pages.setting import PlannedPage, Route, Setting

MOST_PRODUCTS = 120  # more than these are found by the lists, not in one column of names


class Group(msgspec.Struct, frozen=True, gc=False):
    """Links under a heading. key: categories, regions, merchants, lists, pavilions, pages."""

    key: str
    links: tuple[Link, ...]


class CategoryGroup(msgspec.Struct, frozen=True, gc=False):
    """The pavilions that have goods of a category."""

    name: Phrase
    links: tuple[Link, ...]


class SearchView(Page, frozen=True, gc=False, kw_only=True):
    """`/zh/search/` and `/zh/fr/search/`.

    index, sounds: what its script reads; empty where the theme has none.
    """

    groups: tuple[Group, ...]
    categories: tuple[CategoryGroup, ...]
    windows: tuple[CountryLink, ...]
    index: str = ""
    sounds: str = ""


class NotFoundView(Page, frozen=True, gc=False, kw_only=True):
    """`/404.html`, in the portal's locales at once.

    titles: its heading in the portal's other languages.
    """

    titles: tuple[Phrase, ...]
    portals: tuple[Link, ...]
    windows: tuple[CountryLink, ...]
    searches: tuple[Link, ...]


def search(setting: Setting) -> Iterator[Route]:
    """The directory of a pavilion, or of the portal, in one locale."""
    yield Route(setting.at("search"), partial(_search, setting))


def _search(setting: Setting) -> PlannedPage:
    _ = setting.words.gettext
    catalogue = setting.catalogue if setting.hall else None
    titles = [_("Search")]
    if catalogue is not None:
        titles.append(setting.phrase(catalogue.country.pavilion).text)
    view = SearchView(
        head=setting.head(
            titles, _("Everything here, as a directory of links."), ("search",), robots="noindex"
        ),
        languages=setting.languages(("search",)),
        breadcrumb=setting.breadcrumb(),
        groups=_pavilion_groups(setting, catalogue) if catalogue else _portal_groups(setting),
        categories=() if catalogue else _categories_everywhere(setting),
        windows=tuple(country_link(setting, other) for other in setting.world.live),
        index=setting.at("search") + INDEX if "index" in setting.shared.makes else "",
        sounds=setting.addresses.base + SOUNDS if "index" in setting.shared.makes else "",
    )
    return PlannedPage(setting.at("search"), "search.html", view, setting.chrome_key(), False)


def _pavilion_groups(setting: Setting, catalogue: Catalogue) -> tuple[Group, ...]:
    categories = setting.world.categories
    named = catalogue.products if len(catalogue.products) <= MOST_PRODUCTS else ()
    groups = [
        Group(
            "categories",
            tuple(
                Link(setting.phrase(categories[id_].name), setting.at("categories", id_),
                     count=len(goods))
                for id_, goods in catalogue.by_category.items()
            ),
        ),
        Group(
            "regions",
            tuple(
                Link(setting.phrase(region.name), setting.at("regions", region.id),
                     count=len(catalogue.by_region[region.id]))
                for region in catalogue.country.regions
                if region.id in catalogue.by_region
            ),
        ),
        Group(
            "merchants",
            tuple(
                Link(setting.phrase(judged.merchant.name), setting.at("merchants", judged.merchant.id),
                     count=len(catalogue.by_merchant.get(judged.merchant.id, ())))
                for judged in catalogue.merchants
            ),
        ),
        Group(
            "products",
            tuple(
                Link(setting.phrase(settled.product.name), setting.at("products", settled.product.id))
                for settled in named
            ),
        ),
        *(
            Group(
                kind,
                tuple(
                    Link(card.title, card.url)
                    for guide in catalogue.guides
                    if guide.kind == kind
                    for card in [guide_card(setting, guide)]
                ),
            )
            for kind in ("culture", "travel")
        ),
    ]  # fmt: skip
    return tuple(group for group in groups if group.links)


def _portal_groups(setting: Setting) -> tuple[Group, ...]:
    pages = []
    for page in setting.world.pages:
        locale = next(
            key for key in (setting.locale, *setting.fallbacks, *page.documents)
            if key in page.documents
        )  # fmt: skip
        lang = "" if locale == setting.locale else setting.tag_of(locale)
        pages.append(Link(Phrase(page.documents[locale].title, lang), setting.at(page.id)))
    campaigns = tuple(
        Link(setting.phrase(settled.campaign.title), setting.at("campaigns", settled.campaign.id))
        for settled in setting.world.campaigns
    )
    groups = (Group("campaigns", campaigns), Group("pages", tuple(pages)))
    return tuple(group for group in groups if group.links)


def _categories_everywhere(setting: Setting) -> tuple[CategoryGroup, ...]:
    """Each category, with the pavilions that have goods of it."""
    groups = []
    for id_, category in setting.world.categories.items():
        links = []
        for catalogue in setting.world.live:
            if id_ in catalogue.goods and category.parent is not None:
                locale, lang = setting.pavilion_locale(catalogue)
                url = setting.addresses.to(locale, catalogue.id, "categories", id_)
                name = setting.country_name(catalogue.country)
                links.append(Link(name, url, lang, count=catalogue.goods[id_]))
        if links:
            groups.append(CategoryGroup(setting.phrase(category.name), tuple(links)))
    return tuple(groups)


def not_found(settings: Sequence[Setting]) -> Iterator[Route]:
    """`/404.html`. settings: of the portal, in its locales."""
    yield Route(settings[0].addresses.base + "404.html", partial(_not_found, settings))


def _not_found(settings: Sequence[Setting]) -> PlannedPage:
    first = settings[0]
    _ = first.words.gettext
    site = first.world.site
    portals = tuple(
        Link(Phrase(choose(site.name, s.locale, ())[0], s.tag), s.at(), s.tag) for s in settings
    )
    searches = tuple(
        Link(Phrase(s.words.gettext("Search"), s.tag), s.at("search"), s.tag) for s in settings
    )
    address = first.addresses.base + "404.html"
    head = first.head((_("Nothing behind this window"),), "", (), robots="noindex")
    titles = tuple(
        Phrase(s.words.gettext("Nothing behind this window"), s.tag) for s in settings[1:]
    )
    view = NotFoundView(
        titles=titles,
        head=msgspec.structs.replace(head, canonical=first.addresses.absolute(address)),
        portals=portals,
        windows=tuple(country_link(first, catalogue) for catalogue in first.world.live),
        searches=searches,
    )
    return PlannedPage(address, "not_found.html", view, first.chrome_key(), False)
