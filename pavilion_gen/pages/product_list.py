"""Lists of products: all, of a category, of a region; 24 a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, partial

import msgspec

from pavilion_gen.catalogue.world import SettledProduct
from pavilion_gen.model.country import Region
from pavilion_gen.model.text import Html
from pavilion_gen.pages.cards import guide_card, in_shelf_order, product_card
from pavilion_gen.pages.parts import NOTHING, Card, GuideCard, Link, Page, Pagination, Phrase
from pavilion_gen.pages.setting import NO_HTML, PlannedPage, Route, Setting, newest

PER_PAGE = 24


class ProductListView(Page, frozen=True, gc=False, kw_only=True):
    """One page of a list. kind: all, category or region.

    filters: categories (or regions) that narrow it. neighbours: sibling lists.
    """

    kind: str
    title: Phrase
    total: int
    lead: Phrase
    text: Html
    speciality: Phrase
    filters: tuple[Link, ...]
    cards: tuple[Card, ...]
    pagination: Pagination
    neighbours: tuple[Link, ...]
    elsewhere: tuple[Link, ...]
    guides: tuple[GuideCard, ...] = ()


def product_lists(setting: Setting) -> Iterator[Route]:
    """All lists of a pavilion in one locale: of everything, by category, by region."""
    catalogue = setting.catalogue
    _ = setting.words.gettext
    categories = [
        id_
        for id_ in catalogue.by_category
        if setting.world.categories[id_].parent is None or len(catalogue.by_category) <= 12
    ]
    everything = _List(setting, "all", ("products",), Phrase(_("All products")), catalogue.products)
    everything.filters = _category_links(setting, categories)
    yield from everything.routes()
    for id_, goods in catalogue.by_category.items():
        yield from _category(setting, id_, goods).routes()
    for region in catalogue.country.regions:
        if region.id in catalogue.by_region:
            yield from _region(setting, region, catalogue.by_region[region.id]).routes()


def _category_links(setting: Setting, ids: Iterable[str]) -> tuple[Link, ...]:
    counts, categories = setting.catalogue.by_category, setting.world.categories
    return tuple(
        Link(setting.phrase(categories[id_].name), setting.at("categories", id_),
             count=len(counts[id_]))
        for id_ in ids
    )  # fmt: skip


class _List:
    """One list, whose pages share all but their cards.

    filters: categories that narrow it; neighbours: sibling lists; elsewhere: the same category
    at other pavilions; text, guides: on its first page; trail: what leads to it.
    """

    def __init__(
        self,
        setting: Setting,
        kind: str,
        steps: tuple[str, ...],
        title: Phrase,
        goods: tuple[SettledProduct, ...],
    ) -> None:
        self.setting = setting
        self.kind = kind
        self.steps = steps
        self.title = title
        self.goods = in_shelf_order(goods)
        self.last = max(1, -(-len(goods) // PER_PAGE))
        self.lead = NOTHING
        self.text = NO_HTML
        self.speciality = NOTHING
        self.filters: tuple[Link, ...] = ()
        self.neighbours: tuple[Link, ...] = ()
        self.elsewhere: tuple[Link, ...] = ()
        self.guides: tuple[GuideCard, ...] = ()
        self.trail: tuple[Link, ...] = ()

    def routes(self) -> Iterator[Route]:
        for number in range(1, self.last + 1):
            address = self.setting.at(*self._here(number))
            yield Route(address, partial(self.page, number), partial(self._shown, number))

    def _here(self, number: int) -> tuple[str, ...]:
        return self.steps if number == 1 else (*self.steps, "page", str(number))

    def _shown(self, number: int) -> list[SettledProduct]:
        return self.goods[(number - 1) * PER_PAGE : number * PER_PAGE]

    @cached_property
    def _pavilion(self) -> Phrase:
        return self.setting.phrase(self.setting.catalogue.country.pavilion)

    @cached_property
    def _description(self) -> str:
        if self.lead:
            return self.lead.text
        if self.text:
            return self.setting.description_of(self.text)
        return self.setting.words.ngettext(
            "%(title)s at the %(pavilion)s: %(num)d product.",
            "%(title)s at the %(pavilion)s: %(num)d products.",
            len(self.goods),
            title=self.title.text,
            pavilion=self._pavilion.text,
        )

    def page(self, number: int) -> PlannedPage:
        """One page of the list, counted from 1."""
        setting, here = self.setting, self._here(number)
        _ = setting.words.gettext
        titles = [self.title.text, self._pavilion.text]
        if number > 1:
            titles[0] = _("%(title)s, page %(number)s", title=self.title.text, number=number)
        shown = self._shown(number)
        pagination = _pagination(setting, self.steps, number, self.last)
        head = setting.head(titles, self._description, here)
        view = ProductListView(
            head=msgspec.structs.replace(head, previous=pagination.previous, next=pagination.next),
            languages=setting.languages(here),
            breadcrumb=setting.breadcrumb(*self.trail),
            kind=self.kind,
            title=self.title,
            total=len(self.goods),
            lead=self.lead,
            text=self.text if number == 1 else NO_HTML,
            speciality=self.speciality,
            filters=self.filters,
            cards=tuple([product_card(setting, settled) for settled in shown]),
            pagination=pagination,
            neighbours=self.neighbours,
            elsewhere=self.elsewhere,
            guides=self.guides if number == 1 else (),
        )
        changed = newest([settled.product.added for settled in shown])
        return PlannedPage(
            setting.at(*here), "products.html", view, setting.chrome_key(), True, changed
        )


def _all_products(setting: Setting) -> Link:
    return Link(Phrase(setting.words.gettext("All products")), setting.at("products"))


def _category(setting: Setting, id_: str, goods: tuple[SettledProduct, ...]) -> _List:
    catalogue, categories = setting.catalogue, setting.world.categories
    category = categories[id_]
    parent = category.parent
    known = list(catalogue.by_category)
    shelf = _List(setting, "category", ("categories", id_), setting.phrase(category.name), goods)
    shelf.lead = setting.phrase(category.text) if category.text else NOTHING
    shelf.filters = _category_links(setting, [o for o in known if categories[o].parent == id_])
    shelf.neighbours = _category_links(
        setting, [o for o in known if o != id_ and categories[o].parent == parent]
    )
    shelf.elsewhere = tuple(_elsewhere(setting, id_))
    shelf.trail = (_all_products(setting),)
    if parent is not None and parent in catalogue.by_category:
        name = setting.phrase(categories[parent].name)
        shelf.trail += (Link(name, setting.at("categories", parent)),)
    return shelf


def _elsewhere(setting: Setting, category: str) -> Iterator[Link]:
    """The same category at other pavilions."""
    for other in setting.world.live:
        if other.id != setting.country and category in other.goods:
            locale, lang = setting.pavilion_locale(other)
            url = setting.addresses.to(locale, other.id, "categories", category)
            yield Link(setting.country_name(other.country), url, lang, count=other.goods[category])


def _region(setting: Setting, region: Region, goods: tuple[SettledProduct, ...]) -> _List:
    catalogue = setting.catalogue
    shelf = _List(setting, "region", ("regions", region.id), setting.phrase(region.name), goods)
    shelf.text = setting.html(region.text)
    shelf.speciality = setting.phrase(region.speciality) if region.speciality else NOTHING
    shelf.neighbours = tuple(
        Link(setting.phrase(other.name), setting.at("regions", other.id),
             count=len(catalogue.by_region[other.id]))
        for other in catalogue.country.regions
        if other.id != region.id and other.id in catalogue.by_region
    )  # fmt: skip
    shelf.guides = tuple(
        guide_card(setting, guide) for guide in catalogue.guides if guide.region == region.id
    )
    shelf.trail = (_all_products(setting),)
    return shelf


def _pagination(setting: Setting, steps: tuple[str, ...], number: int, last: int) -> Pagination:
    """First, last, the current page and its neighbours; a gap between them is None."""

    def url(n: int) -> str:
        return setting.at(*steps) if n == 1 else setting.at(*steps, "page", str(n))

    shown = sorted({1, last, *range(max(1, number - 1), min(last, number + 1) + 1)})
    pages: list[tuple[int, str] | None] = []
    for n in shown:
        if pages and pages[-1] is not None and n > pages[-1][0] + 1:
            pages.append(None)
        pages.append((n, url(n)))
    return Pagination(
        number,
        last,
        tuple(pages),
        url(number - 1) if number > 1 else "",
        url(number + 1) if number < last else "",
    )
