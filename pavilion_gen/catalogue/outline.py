"""What the rest of the site needs to know of a country's files, without reading them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from pavilion_gen.catalogue.membership import EXPIRES_SOON, edges
from pavilion_gen.catalogue.references import Target, foreign_links, ids_by_kind
from pavilion_gen.content.load import CountryContent
from pavilion_gen.model.country import Country
from pavilion_gen.model.moment import opening


class Outline(msgspec.Struct, frozen=True, gc=False):
    """A country's files in short.

    ids: every id by its kind, broken ones included. incomplete: kinds of which some could not be
    read. foreign: what links in texts name of other countries. currencies: in which it has prices.
    windows: the instants (UTC), in order, at which its windows open or close, or it opens itself;
    expiries: those at which an evidence expires. seasons: the months of its guides, in their order.
    """

    id: str
    country: Country | None
    ids: dict[str, tuple[str, ...]]
    incomplete: frozenset[str]
    foreign: tuple[Target, ...]
    currencies: tuple[str, ...]
    windows: tuple[datetime, ...] = ()
    expiries: tuple[datetime, ...] = ()
    seasons: tuple[tuple[int, ...], ...] = ()

    @property
    def edges(self) -> tuple[datetime, ...]:
        """All instants at which the clock changes the country, or what is told of it."""
        notices = (expires - EXPIRES_SOON for expires in self.expiries)
        return tuple(sorted({*self.windows, *self.expiries, *notices}))


def outline(part: CountryContent) -> Outline:
    """The outline of what was read of a country."""
    country = part.country
    prices = (product.price.currency for product in part.products if product.price is not None)
    known = Outline(
        id=part.id,
        country=country,
        ids=ids_by_kind(part.part),
        incomplete=part.part.incomplete,
        foreign=foreign_links(part),
        currencies=tuple(dict.fromkeys(prices)),
    )
    if country is None:
        return known
    zone = ZoneInfo(country.timezone)
    return msgspec.structs.replace(
        known,
        windows=_windows(part, country, zone),
        expiries=tuple(sorted({at for m in part.merchants for at in edges(m, zone)})),
        seasons=tuple(guide.season for guide in part.guides if guide.documents),
    )


def _windows(part: CountryContent, country: Country, zone: ZoneInfo) -> tuple[datetime, ...]:
    if country.status == "planned":
        return (opening(country.opens, zone),) if country.opens is not None else ()
    instants: set[datetime] = set()
    for product in part.products:
        for window in (product.window, product.was.window if product.was else None):
            if window is not None and (window.from_ is not None or window.until is not None):
                instants.update(window.edges(zone))
    return tuple(sorted(instants))
