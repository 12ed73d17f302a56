"""Lists of products: all, of a category, of a region; 24 a page."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pavilion_gen.catalogue.world import SettledProduct
from pavilion_gen.materials.markdown import plain_text
from pavilion_gen.model.country import Region
from pavilion_gen.model.text import Html
from pavilion_gen.pages.cards import guide_card, in_shelf_order, product_card
from pavilion_gen.pages.parts import NOTHING, Card, GuideCard, Link, Page, Pagination, Phrase
from pavilion_gen.pages.setting import PlannedPage, Setting, newest

PER_PAGE = 24
NO_HTML = Html("")


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


def product_lists(setting: Setting) -> Iterator[PlannedPage]:
    """All lists of a pavilion in one locale: of everything, by category, by region."""
    catalogue = setting.catalogue
    assert catalogue is not None
    everything = catalogue.products
    _ = setting.words.gettext
    categories = [
        Link(setting.phrase(setting.world.categories[id_].name), setting.at("categories", id_),
             count=len(goods))
        for id_, goods in catalogue.by_category.items()
        if setting.world.categories[id_].parent is None
        or len(catalogue.by_category) <= 12
    ]  # fmt: skip
    yield from _pages(setting, "all", ("products",), Phrase(_("All products")), everything,
                      filters=tuple(categories))  # fmt: skip
    for id_, goods in catalogue.by_category.items():
        yield from _category(setting, id_, goods)
    for region in catalogue.country.regions:
        if region.id in catalogue.by_region:
            yield from _region(setting, region, catalogue.by_region[region.id])


def _category(
    setting: Setting, id_: str, goods: tuple[SettledProduct, ...]
) -> Iterator[PlannedPage]:
    catalogue, world = setting.catalogue, setting.world
    assert catalogue is not None
    category = world.categories[id_]

    def links(ids: list[str]) -> tuple[Link, ...]:
        return tuple(
            Link(setting.phrase(world.categories[other].name), setting.at("categories", other),
                 count=len(catalogue.by_category[other]))
            for other in ids
        )  # fmt: skip

    known = list(catalogue.by_category)
    elsewhere = []
    for other in world.live:
        if other.id != catalogue.id and id_ in other.by_category:
            locale, lang = setting.pavilion_locale(other)
            url = setting.addresses.to(locale, other.id, "categories", id_)
            name = setting.country_name(other.country)
            elsewhere.append(Link(name, url, lang, count=len(other.by_category[id_])))
    yield from _pages(
        setting,
        "category",
        ("categories", id_),
        setting.phrase(category.name),
        goods,
        lead=setting.phrase(category.text) if category.text else Phrase(""),
        filters=links([other for other in known if world.categories[other].parent == id_]),
        neighbours=links(
            [o for o in known if o != id_ and world.categories[o].parent == category.parent]
        ),
        elsewhere=tuple(elsewhere),
        parent=Link(
            setting.phrase(world.categories[category.parent].name),
            setting.at("categories", category.parent),
        )
        if category.parent in catalogue.by_category and category.parent is not None
        else None,
    )


def _region(
    setting: Setting, region: Region, goods: tuple[SettledProduct, ...]
) -> Iterator[PlannedPage]:
    catalogue = setting.catalogue
    assert catalogue is not None
    neighbours = tuple(
        Link(setting.phrase(other.name), setting.at("regions", other.id),
             count=len(catalogue.by_region[other.id]))
        for other in catalogue.country.regions
        if other.id != region.id and other.id in catalogue.by_region
    )  # fmt: skip
    yield from _pages(
        setting,
        "region",
        ("regions", region.id),
        setting.phrase(region.name),
        goods,
        text=setting.html(region.text),
        speciality=setting.phrase(region.speciality) if region.speciality else Phrase(""),
        neighbours=neighbours,
        guides=tuple(
            guide_card(setting, guide) for guide in catalogue.guides if guide.region == region.id
        ),
    )


def _pages(
    setting: Setting,
    kind: str,
    steps: tuple[str, ...],
    title: Phrase,
    goods: tuple[SettledProduct, ...],
    *,
    lead: Phrase = NOTHING,
    text: Html = NO_HTML,
    speciality: Phrase = NOTHING,
    filters: tuple[Link, ...] = (),
    neighbours: tuple[Link, ...] = (),
    elsewhere: tuple[Link, ...] = (),
    guides: tuple[GuideCard, ...] = (),
    parent: Link | None = None,
) -> Iterator[PlannedPage]:
    """The pages of one list."""
    catalogue = setting.catalogue
    assert catalogue is not None
    _ = setting.words.gettext
    pavilion = setting.phrase(catalogue.country.pavilion)
    ordered = in_shelf_order(goods)
    last = max(1, -(-len(ordered) // PER_PAGE))
    trail = [] if kind == "all" else [Link(Phrase(_("All products")), setting.at("products"))]
    if parent is not None:
        trail.append(parent)
    if lead:
        description = lead.text
    elif text:
        description = plain_text(text, 150)
    else:
        description = setting.words.ngettext(
            "%(title)s at the %(pavilion)s: %(num)d product.",
            "%(title)s at the %(pavilion)s: %(num)d products.",
            len(ordered),
            title=title.text,
            pavilion=pavilion.text,
        )
    for number in range(1, last + 1):
        here = steps if number == 1 else (*steps, "page", str(number))
        titles = [title.text, pavilion.text]
        if number > 1:
            titles[0] = _("%(title)s, page %(number)s", title=title.text, number=number)
        shown = ordered[(number - 1) * PER_PAGE : number * PER_PAGE]
        pagination = _pagination(setting, steps, number, last)
        head = setting.head(titles, description, here)
        view = ProductListView(
            head=msgspec.structs.replace(head, previous=pagination.previous, next=pagination.next),
            languages=setting.languages(here),
            breadcrumb=setting.breadcrumb(*trail),
            kind=kind,
            title=title,
            total=len(ordered),
            lead=lead,
            text=text if number == 1 else Html(""),
            speciality=speciality,
            filters=filters,
            cards=tuple(product_card(setting, settled) for settled in shown),
            pagination=pagination,
            neighbours=neighbours,
            elsewhere=elsewhere,
            guides=guides if number == 1 else (),
        )
        changed = newest(settled.product.added for settled in shown)
        yield PlannedPage(
            setting.at(*here), "products.html", view, setting.chrome_key(), True, changed
        )


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
