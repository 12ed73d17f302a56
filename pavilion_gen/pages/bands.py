"""Bands of price by which a pavilion's goods are told apart: round limits, about as many in each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from pavilion_gen.materials.words import Words

_ROUND = [n * ten for ten in (10, 100, 1000, 10_000, 100_000) for n in (1, 2, 3, 5)]
_PARTS = 4


class Band(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Goods that cost `fen` or more, and less than where the next band begins. name: in words."""

    fen: int
    name: str


def bands(prices: Iterable[int], words: Words) -> tuple[Band, ...]:
    """At most four bands, each with goods in it; none where all would fall into one.

    prices: in fen. Limits are the round numbers of yuan nearest to the quarters of the goods.
    """
    known = sorted(prices)
    limits = sorted({_nearest(known[len(known) * n // _PARTS]) for n in range(1, _PARTS)}
                    if known else ())  # fmt: skip
    kept: list[int] = []
    for limit in limits:
        below = bisect_left(known, limit * 100)
        if bisect_left(known, kept[-1] * 100 if kept else 0) < below < len(known):
            kept.append(limit)
    if not kept:
        return ()
    _, yuan = words.gettext, words.round_yuan
    first = Band(0, _("under %(price)s", price=yuan(kept[0])))
    between = [
        Band(low * 100, _("%(low)s to %(high)s", low=yuan(low), high=yuan(high)))
        for low, high in pairwise(kept)
    ]
    last = Band(kept[-1] * 100, _("%(price)s and more", price=yuan(kept[-1])))
    return (first, *between, last)


def _nearest(fen: int) -> int:
    """The round number of yuan nearest to an amount, by its ratio to it."""
    yuan = fen / 100
    return min(_ROUND, key=lambda limit: max(limit / yuan, yuan / limit))
