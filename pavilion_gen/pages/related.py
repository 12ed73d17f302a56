"""Which goods stand near a product: of its region and category, then of either."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, islice

from pavilion_gen.catalogue.world import Catalogue, SettledProduct

RELATED = 4
_Key = tuple[bool, str, str]


class Neighbours:
    """The goods of a catalogue by stock, category and region, so that no page looks at them all."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._chosen: dict[str, tuple[SettledProduct, ...]] = {}
        self._places: dict[str, int] = {}
        # of each group: the places of its goods in the editors' order, and the goods
        self._groups: dict[_Key, tuple[list[int], list[SettledProduct]]] = {}
        for place, settled in enumerate(catalogue.products):
            product = settled.product
            self._places[product.id] = place
            category, region = product.category, product.region or ""
            for key in {(category, region), (category, ""), ("", region)} - {("", "")}:
                places, goods = self._groups.setdefault((settled.sold_out, *key), ([], []))
                places.append(place)
                goods.append(settled)

    def of(self, settled: SettledProduct) -> tuple[SettledProduct, ...]:
        """At most four, the nearest first; what is sold out stands last.

        Of equally near ones those that follow in the editors' order, and behind the last the
        first: so shoppers get round a shelf, and a product stands beside few others.
        """
        chosen = self._chosen.get(settled.product.id)
        if chosen is None:
            chosen = tuple(islice(self._nearest_first(settled), RELATED))
            self._chosen[settled.product.id] = chosen
        return chosen

    def _nearest_first(self, settled: SettledProduct) -> Iterator[SettledProduct]:
        category, region = settled.product.category, settled.product.region or ""
        place = self._places[settled.product.id]
        for sold_out in (False, True):
            if region:
                for other in self._from(place, (sold_out, category, region)):
                    if other is not settled:
                        yield other
            for other in self._from(place, (sold_out, category, "")):
                if other is not settled and not (region and other.product.region == region):
                    yield other
            for other in self._from(place, (sold_out, "", region)) if region else ():
                if other.product.category != category:
                    yield other

    def _from(self, place: int, key: _Key) -> Iterator[SettledProduct]:
        """The goods of a group, beginning behind a place."""
        places, goods = self._groups.get(key, ((), ()))
        start = bisect_right(places, place)
        for number in chain(range(start, len(goods)), range(start)):
            yield goods[number]
