"""The rules that only look: one ordered tuple of plain functions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from pavilion_gen.catalogue import contrast
from pavilion_gen.catalogue.membership import judge
from pavilion_gen.catalogue.references import duplicates, links, references
from pavilion_gen.catalogue.settle import expires_soon, tariff_at
from pavilion_gen.catalogue.translations import translations
from pavilion_gen.content.load import Content, CountryContent, Part
from pavilion_gen.diagnostics import Diagnostic, Path, Place, nearest
from pavilion_gen.model.moment import Window

Rule = Callable[[Content, datetime], Iterator[Diagnostic]]
LONG_NAME = 60  # terminal cells: thirty Han, sixty Latin letters; two lines of a card


def _places(country: CountryContent, kind: str) -> dict[str, Place]:
    return {named.id: named.place for named in country.part.ids if named.kind == kind}


def _field(place: Place, *path: str | int) -> Place:
    """The place of a field of the record whose `id` stands at `place`."""
    return Place(place.file, (*place.path[:-1], *path))


def _told_below(part: Part, file: str, *path: str | int) -> bool:
    """Whether the reading told of a mistake there: what would follow from it is not told too."""
    return any(
        told.place.file == file and told.place.path[: len(path)] == path
        for told in part.diagnostics
    )


def _told_of(part: Part, place: Place) -> bool:
    """Whether the reading told of a mistake in the record whose `id` stands at `place`."""
    return _told_below(part, place.file, *place.path[:-1])


def site_locales(content: Content, at: datetime) -> Iterator[Diagnostic]:
    """The portal's locales are locales of the site."""
    site = content.shared.site
    if site is None or _told_below(content.shared.part, "site.yaml", "locales"):
        return
    for number, locale in enumerate(site.portal):
        if locale not in site.locales:
            near = nearest(locale, site.locales)
            yield Diagnostic(
                "unknown-locale",
                Place("site.yaml", ("portal", "locales", number)),
                f"The site has no locale `{locale}`.",
                f"Did you mean `{near}`?" if near else "Add it to `locales`.",
            )


def country_locales(content: Content, at: datetime) -> Iterator[Diagnostic]:
    """A country's source is one of its locales; its tags belong to them."""
    for part in content.countries:
        country = part.country
        if country is None:
            continue
        file = f"countries/{part.id}/country.yaml"
        if country.locales and country.source not in country.locales:
            yield Diagnostic(
                "wrong-value",
                Place(file, ("source",)),
                f"`{country.source}` is not one of the pavilion's locales.",
                f"Write one of {', '.join(country.locales)}.",
            )
        for key in country.tags:
            if key not in country.locales:
                yield Diagnostic(
                    "unknown-locale",
                    Place(file, ("tags", key), key=True),
                    f"The pavilion has no locale `{key}`.",
                    f"Its locales: {', '.join(country.locales)}.",
                )


def windows(content: Content, at: datetime) -> Iterator[Diagnostic]:
    """No window ends before it begins."""

    def bad(window: Window, zone: str) -> bool:
        begins, ends = window.bounds(ZoneInfo(zone))
        return begins is not None and ends is not None and ends <= begins

    def told(file: str, path: Path) -> Diagnostic:
        return Diagnostic("bad-window", Place(file, path), "This window ends before it begins.",
                          "Let `until` be later than `from`.")  # fmt: skip

    zone = content.shared.site.timezone if content.shared.site else "Asia/Shanghai"
    for campaign in content.shared.campaigns:
        if bad(campaign.window, zone):
            yield told(f"campaigns/{campaign.id}.yaml", ("until",))
    tax_is_whole = not _told_below(content.shared.part, "tax.yaml")
    for number, rules in enumerate(content.shared.tax):
        if tax_is_whole and bad(rules.window, zone):
            yield told("tax.yaml", (number, "until"))
    for part in content.countries:
        places = _places(part, "product")
        local = part.country.timezone if part.country else zone
        for product in part.products:
            place = places.get(product.id)
            if place is None or not place.path:
                continue
            if bad(product.window, local):
                yield told(place.file, (*place.path[:-1], "until"))
            if product.was is not None and bad(product.was.window, local):
                yield told(place.file, (*place.path[:-1], "was", "until"))


def rates(content: Content, at: datetime) -> Iterator[Diagnostic]:
    """Where there are rates, every live pavilion's currency has one at the clock's instant."""
    shared, site = content.shared, content.shared.site
    if site is None or not shared.rates or _told_below(shared.part, "rates.yaml"):
        return
    held = tariff_at(shared, site, at).rates
    day = at.astimezone(ZoneInfo(site.timezone)).date()
    if held is None:
        yield Diagnostic("no-rate", Place("rates.yaml", (0, "date")),
                         f"No exchange rates hold on {day}.", "Add an entry with that date or an earlier one.")  # fmt: skip
        return
    number = shared.rates.index(held)
    needed: dict[str, str] = {}
    for part in content.countries:
        if part.country is not None and part.country.status == "live":
            for product in part.products:
                if product.price is not None:
                    needed.setdefault(product.price.currency, part.id)
    for currency, country in needed.items():
        if currency not in held.yuan and currency != "CNY":
            yield Diagnostic("no-rate", Place("rates.yaml", (number,)),
                             f"There is no rate for {currency} on {day}; {country} needs it.",
                             f"Add `{currency}: …` to the entry of {held.date}.")  # fmt: skip


def tax_classes(content: Content, at: datetime) -> Iterator[Diagnostic]:
    """Every class that is named exists in the rules that hold at the clock's instant."""
    shared, site = content.shared, content.shared.site
    if site is None or not shared.tax or _told_below(shared.part, "tax.yaml"):
        return
    held = tariff_at(shared, site, at).tax
    if held is None:
        yield Diagnostic("no-tax-class", Place("tax.yaml", (0, "from")),
                         "No rules of tax hold at this instant.", "Add an entry whose window holds it.")  # fmt: skip
        return
    known_at_all = {name for rules in shared.tax for name in rules.classes}
    parts = [shared.part, *(part.part for part in content.countries)]
    for reference in (r for part in parts for r in part.uses.references):
        if reference.kind == "tax class" and reference.id in known_at_all - held.classes.keys():
            yield Diagnostic("no-tax-class", reference.place,
                             f"The tax class `{reference.id}` does not hold at this instant.",
                             "Add it to the entry of `tax.yaml` that does.")  # fmt: skip


def approvals(content: Content, at: datetime) -> Iterator[Diagnostic]:
    """A live pavilion has a partner that approved it."""
    for part in content.countries:
        country = part.country
        if country is None or country.status != "live" or "partner" in part.part.incomplete:
            continue
        file = f"countries/{part.id}/country.yaml"
        if _told_below(part.part, file, "partners"):
            continue
        if not any(partner.approved for partner in country.partners):
            yield Diagnostic(
                "not-approved",
                Place(file, ("status",)),
                "A live pavilion needs the approval of a partner.",
                "Add `approved:` with its date to a partner, or set `status: planned`.",
            )


def palettes(content: Content, at: datetime) -> Iterator[Diagnostic]:
    """The colours of a palette can be read on each other; the first pair that fails is told."""
    for part in content.countries:
        if part.country is None:
            continue
        for key, ground, reached, needed in contrast.failures(part.country.palette):
            yield Diagnostic(
                "low-contrast",
                Place(f"countries/{part.id}/country.yaml", ("palette", key)),
                f"`{key}` has a contrast of {reached:.1f} with {ground}; {needed:.1f} is needed.",
                "Make it lighter." if key in ("soft", "night") else "Make it darker.",
            )
            break


def merchants(content: Content, at: datetime) -> Iterator[Diagnostic]:
    """Who is not a member, and whose evidence runs out soon."""
    criteria = content.shared.criteria
    for part in content.countries:
        if part.country is None:
            continue
        zone = ZoneInfo(part.country.timezone)
        places = _places(part, "merchant")
        for merchant in part.merchants:
            place = places.get(merchant.id)
            if place is None or _told_of(part.part, place):
                continue
            judged = judge(merchant, criteria, at, zone)
            goods = sum(product.merchant == merchant.id for product in part.products)
            if not judged.is_member:
                reasons = ", ".join(
                    f"{v.criterion}: {_REASONS[v.reason]}"
                    for v in judged.verdicts
                    if v.verdict != "met"
                )
                yield Diagnostic(
                    "not-a-member",
                    place,
                    f"`{merchant.id}` is {judged.membership} ({reasons}); its goods stay off: {goods}.",
                    "They appear once every criterion is met; until then this is only a note.",
                )
                continue
            for criterion, instant in expires_soon(judged, at):
                yield Diagnostic(
                    "evidence-expires",
                    place,
                    f"The evidence of `{merchant.id}` for {criterion} expires on "
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
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
               if not unicodedata.combining(char))  # fmt: skip


def names(content: Content, at: datetime) -> Iterator[Diagnostic]:
    """Names that are too long for a card, or that differ from another only in look."""
    for part in content.countries:
        places = _places(part, "product")
        looks: dict[tuple[str, str], str] = {}
        for product in part.products:
            place = places.get(product.id)
            if place is None or not place.path:
                continue
            for locale, name in product.name.items():
                if _width(name) > LONG_NAME:
                    yield Diagnostic("long-name", _field(place, "name", locale),
                                     f"This name is too long for a card ({len(name)} characters).",
                                     "At most 30 Han or 60 Latin letters.")  # fmt: skip
                look = "".join(unicodedata.normalize("NFKC", name).casefold().split())
                other = looks.setdefault((locale, look), product.id)
                if other != product.id:
                    yield Diagnostic("look-alike-name", _field(place, "name", locale),
                                     f"`{other}` has the same name to a reader's eye.",
                                     "Say in the name what tells them apart.")  # fmt: skip


def offers(content: Content, at: datetime) -> Iterator[Diagnostic]:
    """A product has a price, or a shop that says it."""
    for part in content.countries:
        places = _places(part, "product")
        known = {merchant.id for merchant in part.merchants}
        shops = {merchant.id for merchant in part.merchants if merchant.channels}
        for product in part.products:
            place = places.get(product.id)
            if place is None or product.price or product.url or product.merchant in shops:
                continue
            if _told_of(part.part, place) or product.merchant not in known:
                continue
            yield Diagnostic("nothing-to-buy", place, "This product has neither a price nor a shop.",
                             "Add `price:`, or `url:` of the page where it is sold.")  # fmt: skip


RULES: tuple[Rule, ...] = (
    site_locales,
    country_locales,
    lambda content, at: duplicates(content),
    lambda content, at: references(content),
    lambda content, at: links(content),
    lambda content, at: translations(content),
    windows,
    rates,
    tax_classes,
    approvals,
    palettes,
    merchants,
    names,
    offers,
)


def check(content: Content, at: datetime) -> list[Diagnostic]:
    """All that is wrong: what the reading told, then every rule."""
    told = [*content.diagnostics, *content.shared.part.diagnostics]
    for country in content.countries:
        told += country.part.diagnostics
    for rule in RULES:
        told += rule(content, at)
    return told
