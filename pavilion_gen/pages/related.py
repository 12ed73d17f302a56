"""Which goods stand near a product: of its region and category, then of either."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pavilion_gen.catalogue.world import Catalogue, SettledProduct

RELATED = 4
_Groups = dict[tuple[bool, str, str], list[SettledProduct]]


class Neighbours:
    """The goods of a catalogue by stock, category and region, so that no page looks at them all."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._groups: _Groups = {}
        self._chosen: dict[str, tuple[SettledProduct, ...]] = {}
        for settled in catalogue.products:
            product = settled.product
            category, region = product.category, product.region or ""
            for key in {(category, region), (category, ""), ("", region)} - {("", "")}:
                self._groups.setdefault((settled.sold_out, *key), []).append(settled)

    def of(self, settled: SettledProduct) -> tuple[SettledProduct, ...]:
        """At most four, the nearest first, in the editors' order; what is sold out stands last."""
        chosen = self._chosen.get(settled.product.id)
        if chosen is None:
            chosen = tuple(islice(self._nearest_first(settled), RELATED))
            self._chosen[settled.product.id] = chosen
        return chosen

    def _nearest_first(self, settled: SettledProduct) -> Iterator[SettledProduct]:
        category, region = settled.product.category, settled.product.region or ""
        for sold_out in (False, True):
            if region:
                for other in self._groups.get((sold_out, category, region), ()):
                    if other is not settled:
                        yield other
            for other in self._groups.get((sold_out, category, ""), ()):
                if other is not settled and not (region and other.product.region == region):
                    yield other
            for other in self._groups.get((sold_out, "", region), ()) if region else ():
                if other.product.category != category:
                    yield other
