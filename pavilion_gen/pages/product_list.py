"""Lists of products: all, of a category, of a region; 24 a page, and some of them by price too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property, partial

import msgspec

from pavilion_gen.catalogue.world import SettledProduct
from pavilion_gen.model.country import Region
from pavilion_gen.model.text import Html
from pavilion_gen.pages.cards import guide_card, in_shelf_order, product_card
from pavilion_gen.pages.parts import NOTHING, Card, GuideCard, Link, Page, Pagination, Phrase
from pavilion_gen.pages.setting import NO_HTML, PlannedPage, Route, Setting, newest

PER_PAGE = 24
RECOMMENDED, CHEAPEST, DEAREST = "recommended", "price-up", "price-down"
MOST_SORTED = 240
"""Goods of the longest list that is also made by price: ten pages, which one can walk through."""


class Order(msgspec.Struct, frozen=True, gc=False):
    """A list in one order. code: recommended (the editors' order), price-up or price-down."""

    code: str
    url: str
    current: bool


class ProductListView(Page, frozen=True, gc=False, kw_only=True):
    """One page of a list. kind: all, category or region; id: of that category or region.

    url: its first page in the editors' order. orders: those in which it is made, where there are
    several. filters: categories (or regions) that narrow it. neighbours: sibling lists.
    """

    kind: str
    id: str
    url: str
    orders: tuple[Order, ...]
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
    title = Phrase(_("All products"))
    everything = _List(setting, "all", "", ("products",), title, catalogue.products)
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
        id_: str,
        steps: tuple[str, ...],
        title: Phrase,
        goods: tuple[SettledProduct, ...],
    ) -> None:
        self.setting = setting
        self.kind = kind
        self.id = id_
        self.steps = steps
        self.title = title
        self.goods = in_shelf_order(goods)
        self.orders = _orders(setting, kind, len(goods))
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
        for order in self.orders:
            for number in range(1, self.last + 1):
                address = self.setting.at(*self._here(order, number))
                make = partial(self.page, order, number)
                yield Route(address, make, partial(self._shown, order, number))

    def _steps(self, order: str) -> tuple[str, ...]:
        return self.steps if order == RECOMMENDED else (*self.steps, order)

    def _here(self, order: str, number: int) -> tuple[str, ...]:
        steps = self._steps(order)
        return steps if number == 1 else (*steps, "page", str(number))

    def _shown(self, order: str, number: int) -> list[SettledProduct]:
        return self._sorted[order][(number - 1) * PER_PAGE : number * PER_PAGE]

    @cached_property
    def _sorted(self) -> dict[str, list[SettledProduct]]:
        """The goods in each order."""
        goods = {RECOMMENDED: self.goods}
        if len(self.orders) > 1:
            goods[CHEAPEST] = by_price(self.goods)
            goods[DEAREST] = by_price(self.goods, down=True)
        return goods

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

    def page(self, order: str, number: int) -> PlannedPage:
        """One page of the list in an order, counted from 1."""
        setting, here = self.setting, self._here(order, number)
        recommended = order == RECOMMENDED
        opening = recommended and number == 1
        shown = self._shown(order, number)
        pagination = _pagination(setting, self._steps(order), number, self.last)
        head = setting.head(
            [self._page_title(order, number), self._pavilion.text],
            self._description,
            here,
            robots="" if recommended else "noindex, follow",
        )
        view = ProductListView(
            head=msgspec.structs.replace(head, previous=pagination.previous, next=pagination.next),
            languages=setting.languages(here),
            breadcrumb=setting.breadcrumb(*self.trail),
            kind=self.kind,
            id=self.id,
            url=setting.at(*self.steps),
            orders=tuple(
                [
                    Order(code, setting.at(*self._steps(code)), code == order)
                    for code in self.orders
                    if len(self.orders) > 1
                ]
            ),
            title=self.title,
            total=len(self.goods),
            lead=self.lead,
            text=self.text if opening else NO_HTML,
            speciality=self.speciality,
            filters=self.filters,
            cards=tuple([product_card(setting, settled) for settled in shown]),
            pagination=pagination,
            neighbours=self.neighbours,
            elsewhere=self.elsewhere,
            guides=self.guides if opening else (),
        )
        changed = newest([settled.product.added for settled in shown])
        return PlannedPage(
            setting.at(*here), "products.html", view, setting.chrome_key(), recommended, changed
        )

    def _page_title(self, order: str, number: int) -> str:
        _, title = self.setting.words.gettext, self.title.text
        if order == CHEAPEST:
            title = _("%(title)s, lowest price first", title=title)
        elif order == DEAREST:
            title = _("%(title)s, highest price first", title=title)
        return _("%(title)s, page %(number)s", title=title, number=number) if number > 1 else title


def _orders(setting: Setting, kind: str, count: int) -> tuple[str, ...]:
    """The orders in which a list has pages of its own, where the theme links them."""
    sorted_too = kind in ("all", "category") and 1 < count <= MOST_SORTED
    if "lists-by-price" in setting.shared.makes and sorted_too:
        return RECOMMENDED, CHEAPEST, DEAREST
    return (RECOMMENDED,)


def by_price(goods: Iterable[SettledProduct], *, down: bool = False) -> list[SettledProduct]:
    """By what is paid in yuan; then those without such a price, last what is sold out."""
    sign = -1 if down else 1

    def key(settled: SettledProduct) -> tuple[bool, bool, Decimal]:
        total = settled.price.total if settled.price else None
        return settled.sold_out, total is None, sign * (total or Decimal(0))

    return sorted(goods, key=key)


def _all_products(setting: Setting) -> Link:
    return Link(Phrase(setting.words.gettext("All products")), setting.at("products"))


def _category(setting: Setting, id_: str, goods: tuple[SettledProduct, ...]) -> _List:
    catalogue, categories = setting.catalogue, setting.world.categories
    category = categories[id_]
    parent = category.parent
    known = list(catalogue.by_category)
    name = setting.phrase(category.name)
    shelf = _List(setting, "category", id_, ("categories", id_), name, goods)
    shelf.lead = setting.phrase(category.text) if category.text else NOTHING
    shelf.filters = _category_links(setting, [o for o in known if categories[o].parent == id_])
    shelf.neighbours = _category_links(
        setting, [o for o in known if o != id_ and categories[o].parent == parent]
    )
    shelf.elsewhere = tuple(_elsewhere(setting, id_))
    shelf.trail = (_all_products(setting),)
    if parent is not None and parent in catalogue.by_category:
        above = setting.phrase(categories[parent].name)
        shelf.trail += (Link(above, setting.at("categories", parent)),)
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
    name, steps = setting.phrase(region.name), ("regions", region.id)
    shelf = _List(setting, "region", region.id, steps, name, goods)
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
