"""The rules that look at the shared files: one ordered tuple of plain functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from pavilion_gen.catalogue.ground import tariff_at
from pavilion_gen.catalogue.outline import Outline
from pavilion_gen.catalogue.references import (
    Index,
    category_cycles,
    duplicates,
    links,
    references,
    reserved_pages,
)
from pavilion_gen.catalogue.rule_parts import (
    bad_window,
    is_upside_down,
    lapsed_classes,
    portal_locales,
    site_zone,
    told_below,
)
from pavilion_gen.catalogue.translations import shared_translations
from pavilion_gen.content.load import SharedContent
from pavilion_gen.diagnostics import Diagnostic, Place, nearest


class Scope:
    """What the rules for the shared files look at."""

    def __init__(
        self, shared: SharedContent, outlines: tuple[Outline, ...], known: Index, at: datetime
    ) -> None:
        self.shared = shared
        self.outlines = outlines
        self.known = known
        self.at = at


def site_locales(scope: Scope) -> Iterator[Diagnostic]:
    """The portal's locales are locales of the site."""
    site = scope.shared.site
    if site is None or told_below(scope.shared.part, "site.yaml", "locales"):
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


def texts(scope: Scope) -> Iterator[Diagnostic]:
    """Shared texts exist in every locale in which they are shown."""
    portal = portal_locales(scope.shared.site)
    if not portal:
        return
    shown = list(portal)
    for outline in scope.outlines:
        if outline.country is not None and outline.country.status == "live":
            shown += outline.country.locales
    yield from shared_translations(scope.shared.part, portal, tuple(dict.fromkeys(shown)))


def windows(scope: Scope) -> Iterator[Diagnostic]:
    """No campaign and no rules of tax end before they begin."""
    zone = site_zone(scope.shared.site)
    for campaign in scope.shared.campaigns:
        if is_upside_down(campaign.window, zone):
            yield bad_window(f"campaigns/{campaign.id}.yaml", ("until",))
    if not told_below(scope.shared.part, "tax.yaml"):
        for number, rules in enumerate(scope.shared.tax):
            if is_upside_down(rules.window, zone):
                yield bad_window("tax.yaml", (number, "until"))


def rates(scope: Scope) -> Iterator[Diagnostic]:
    """Where there are rates, every live pavilion's currency has one at the clock's instant."""
    shared, site = scope.shared, scope.shared.site
    if site is None or not shared.rates or told_below(shared.part, "rates.yaml"):
        return
    held = tariff_at(shared, scope.at).rates
    day = scope.at.astimezone(ZoneInfo(site.timezone)).date()
    if held is None:
        yield Diagnostic("no-rate", Place("rates.yaml", (0, "date")),
                         f"No exchange rates hold on {day}.", "Add an entry with that date or an earlier one.")  # fmt: skip
        return
    number = shared.rates.index(held)
    needed: dict[str, str] = {}
    for outline in scope.outlines:
        if outline.country is not None and outline.country.status == "live":
            for currency in outline.currencies:
                needed.setdefault(currency, outline.id)
    for currency, country in needed.items():
        if currency not in held.yuan and currency != "CNY":
            yield Diagnostic("no-rate", Place("rates.yaml", (number,)),
                             f"There is no rate for {currency} on {day}; {country} needs it.",
                             f"Add `{currency}: …` to the entry of {held.date}.")  # fmt: skip


def _judges_tax(shared: SharedContent) -> bool:
    return shared.site is not None and bool(shared.tax) and not told_below(shared.part, "tax.yaml")


def tax_rules(scope: Scope) -> Iterator[Diagnostic]:
    """Rules of tax hold at the clock's instant, with every class that the shared files name."""
    if not _judges_tax(scope.shared):
        return
    held = tariff_at(scope.shared, scope.at).tax
    if held is None:
        yield Diagnostic("no-tax-class", Place("tax.yaml", (0, "from")),
                         "No rules of tax hold at this instant.", "Add an entry whose window holds it.")  # fmt: skip
        return
    every = {name for rules in scope.shared.tax for name in rules.classes}
    yield from lapsed_classes(scope.shared.part, every - held.classes.keys())


RULES: tuple[Callable[[Scope], Iterator[Diagnostic]], ...] = (
    site_locales,
    lambda scope: duplicates(scope.shared.part),
    lambda scope: reserved_pages(scope.shared.part),
    lambda scope: references(scope.shared.part, "", scope.known),
    lambda scope: category_cycles(scope.shared),
    lambda scope: links(scope.shared.part, "", scope.known, {}),
    texts,
    windows,
    rates,
    tax_rules,
)


def check_shared(
    shared: SharedContent, outlines: tuple[Outline, ...], known: Index, at: datetime
) -> list[Diagnostic]:
    """All that is wrong with the shared files: what the reading told, then every rule."""
    scope = Scope(shared, outlines, known, at)
    told = list(shared.part.diagnostics)
    for rule in RULES:
        told += rule(scope)
    return told
