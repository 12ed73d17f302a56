"""The rules that look at one country: one ordered tuple of plain functions."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from pavilion_gen.catalogue import contrast
from pavilion_gen.catalogue.ground import Ground
from pavilion_gen.catalogue.membership import Judged, expires_soon, judge
from pavilion_gen.catalogue.references import (
    Index,
    duplicate_variants,
    duplicates,
    ids_by_kind,
    links,
    references,
)
from pavilion_gen.catalogue.rule_parts import (
    bad_window,
    is_upside_down,
    lapsed_classes,
    portal_locales,
    site_zone,
    told_below,
    told_of,
)
from pavilion_gen.catalogue.translations import country_translations
from pavilion_gen.content.load import CountryContent, Part
from pavilion_gen.diagnostics import Diagnostic, Place

LONG_NAME = 60  # terminal cells: thirty Han, sixty Latin letters; two lines of a card


class Scope:
    """What the rules for one country look at."""

    def __init__(self, part: CountryContent, ground: Ground, at: datetime) -> None:
        self.part = part.part
        self.content = part
        self.ground = ground
        self.at = at
        self.file = f"countries/{part.id}/country.yaml"

    @cached_property
    def known(self) -> Index:
        """The shared ids and the country's own."""
        ids = {("", kind): frozenset(names) for kind, names in self.ground.ids.items()}
        for kind, names in ids_by_kind(self.part).items():
            ids[self.content.id, kind] = frozenset(names)
        unsure = {("", kind) for kind in self.ground.incomplete}
        unsure.update((self.content.id, kind) for kind in self.part.incomplete)
        return Index(ids, frozenset(unsure), frozenset(self.ground.folders))

    @cached_property
    def products(self) -> dict[str, Place]:
        """Where each product stands, by its id."""
        return _places(self.part, "product")

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """The merchants, judged."""
        country = self.content.country
        if country is None:
            return ()
        zone = ZoneInfo(country.timezone)
        return tuple(judge(m, self.ground.criteria, self.at, zone) for m in self.content.merchants)


def _places(part: Part, kind: str) -> dict[str, Place]:
    return {named.id: named.place for named in part.ids if named.kind == kind}


def _field(place: Place, *path: str | int) -> Place:
    """The place of a field of the record whose `id` stands at `place`."""
    return Place(place.file, (*place.path[:-1], *path))


def country_locales(scope: Scope) -> Iterator[Diagnostic]:
    """A country's source is one of its locales; its tags belong to them."""
    country = scope.content.country
    if country is None:
        return
    if country.locales and country.source not in country.locales:
        yield Diagnostic(
            "wrong-value",
            Place(scope.file, ("source",)),
            f"`{country.source}` is not one of the pavilion's locales.",
            f"Write one of {', '.join(country.locales)}.",
        )
    for key in country.tags:
        if key not in country.locales:
            yield Diagnostic(
                "unknown-locale",
                Place(scope.file, ("tags", key), key=True),
                f"The pavilion has no locale `{key}`.",
                f"Its locales: {', '.join(country.locales)}.",
            )


def country_texts(scope: Scope) -> Iterator[Diagnostic]:
    """A country's texts exist in every locale in which they are shown."""
    portal, country = portal_locales(scope.ground.site), scope.content.country
    if portal and country is not None:
        yield from country_translations(scope.part, country, portal, scope.ground.named)


def product_windows(scope: Scope) -> Iterator[Diagnostic]:
    """No product's window ends before it begins."""
    country = scope.content.country
    zone = ZoneInfo(country.timezone) if country else site_zone(scope.ground.site)
    for product in scope.content.products:
        place = scope.products.get(product.id)
        if place is None or not place.path:
            continue
        if is_upside_down(product.window, zone):
            yield bad_window(place.file, (*place.path[:-1], "until"))
        if product.was is not None and is_upside_down(product.was.window, zone):
            yield bad_window(place.file, (*place.path[:-1], "was", "until"))


def tax_classes(scope: Scope) -> Iterator[Diagnostic]:
    """Every class that is named exists in the rules that hold at the clock's instant."""
    return lapsed_classes(scope.part, scope.ground.lapsed)


def approvals(scope: Scope) -> Iterator[Diagnostic]:
    """A live pavilion has a partner that approved it."""
    country = scope.content.country
    if country is None or country.status != "live" or "partner" in scope.part.incomplete:
        return
    if told_below(scope.part, scope.file, "partners"):
        return
    if not any(partner.approved for partner in country.partners):
        yield Diagnostic(
            "not-approved",
            Place(scope.file, ("status",)),
            "A live pavilion needs the approval of a partner.",
            "Add `approved:` with its date to a partner, or set `status: planned`.",
        )


def palettes(scope: Scope) -> Iterator[Diagnostic]:
    """The colours of a palette can be read on each other; the first pair that fails is told."""
    country = scope.content.country
    for key, ground, reached, needed in contrast.failures(country.palette) if country else ():
        yield Diagnostic(
            "low-contrast",
            Place(scope.file, ("palette", key)),
            f"`{key}` has a contrast of {reached:.1f} with {ground}; {needed:.1f} is needed.",
            "Make it lighter." if key in ("soft", "night") else "Make it darker.",
        )
        return


def merchants(scope: Scope) -> Iterator[Diagnostic]:
    """Who is not a member, and whose evidence runs out soon."""
    country = scope.content.country
    if country is None:
        return
    zone = ZoneInfo(country.timezone)
    places = _places(scope.part, "merchant")
    goods = Counter(product.merchant for product in scope.content.products)
    for judged in scope.judged:
        id_ = judged.merchant.id
        place = places.get(id_)
        if place is None or told_of(scope.part, place):
            continue
        if not judged.is_member:
            reasons = ", ".join(
                f"{v.criterion}: {_REASONS[v.reason]}"
                for v in judged.verdicts
                if v.verdict != "met"
            )
            yield Diagnostic(
                "not-a-member",
                place,
                f"`{id_}` is {judged.membership} ({reasons}); its goods stay off: {goods[id_]}.",
                "They appear once every criterion is met; until then this is only a note.",
            )
            continue
        for criterion, instant in expires_soon(judged, scope.at):
            yield Diagnostic(
                "evidence-expires",
                place,
                f"The evidence of `{id_}` for {criterion} expires on "
                f"{instant.astimezone(zone).date()}.",
                "Ask for a new document.",
            )


_REASONS = {
    "under-review": "under review",
    "expired": "expired",
    "absent": "nothing shown",
    "too-much": "over the limit",
    "no-channel": "no shop on a platform that counts",
}


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
               if not unicodedata.combining(char))  # fmt: skip


def names(scope: Scope) -> Iterator[Diagnostic]:
    """Names that are too long for a card, or that differ from another only in look."""
    looks: dict[tuple[str, str], str] = {}
    for product in scope.content.products:
        place = scope.products.get(product.id)
        if place is None or not place.path:
            continue
        for locale, name in product.name.items():
            if 2 * len(name) > LONG_NAME and _width(name) > LONG_NAME:
                yield Diagnostic("long-name", _field(place, "name", locale),
                                 f"This name is too long for a card ({len(name)} characters).",
                                 "At most 30 Han or 60 Latin letters.")  # fmt: skip
            plain = name if name.isascii() else unicodedata.normalize("NFKC", name)
            look = "".join(plain.casefold().split())
            other = looks.setdefault((locale, look), product.id)
            if other != product.id:
                yield Diagnostic("look-alike-name", _field(place, "name", locale),
                                 f"`{other}` has the same name to a reader's eye.",
                                 "Say in the name what tells them apart.")  # fmt: skip


def offers(scope: Scope) -> Iterator[Diagnostic]:
    """A product has a price, or a shop that says it."""
    known = {merchant.id for merchant in scope.content.merchants}
    shops = {merchant.id for merchant in scope.content.merchants if merchant.channels}
    for product in scope.content.products:
        if product.price or product.url or product.merchant in shops:
            continue
        place = scope.products.get(product.id)
        if place is None or told_of(scope.part, place) or product.merchant not in known:
            continue
        yield Diagnostic("nothing-to-buy", place, "This product has neither a price nor a shop.",
                         "Add `price:`, or `url:` of the page where it is sold.")  # fmt: skip


RULES: tuple[Callable[[Scope], Iterator[Diagnostic]], ...] = (
    country_locales,
    lambda scope: duplicates(scope.part),
    lambda scope: duplicate_variants(scope.content),
    lambda scope: references(scope.part, scope.content.id, scope.known),
    lambda scope: links(scope.part, scope.content.id, scope.known, dict(scope.ground.foreign)),
    country_texts,
    product_windows,
    tax_classes,
    approvals,
    palettes,
    merchants,
    names,
    offers,
)


def check_country(part: CountryContent, ground: Ground, at: datetime) -> list[Diagnostic]:
    """All that is wrong with one country's files: what the reading told, then every rule."""
    scope = Scope(part, ground, at)
    told = list(part.part.diagnostics)
    for rule in RULES:
        told += rule(scope)
    return told
