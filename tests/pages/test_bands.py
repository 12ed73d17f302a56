"""Bands of price: round limits, goods in each, words of the locale."""

from __future__ import annotations

from gettext import NullTranslations
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pages.sites import FRANCE, goods, plan, theme
from pavilion_gen.materials.words import Words
from pavilion_gen.pages.bands import bands
from pavilion_gen.pages.search_index import SearchIndex

ENGLISH = Words("en-GB", NullTranslations())


def test_limits_are_round_and_said_in_words() -> None:
    found = bands([1990, 2500, 4800, 7600, 9900, 12000, 31000, 48000], ENGLISH)

    assert [(band.fen, band.name) for band in found] == [
        (0, "under CN¥50"),
        (5000, "CN¥50 to CN¥100"),
        (10000, "CN¥100 to CN¥300"),
        (30000, "CN¥300 and more"),
    ]


def test_goods_of_one_price_and_no_goods_make_no_bands() -> None:
    assert bands([], ENGLISH) == ()
    assert bands([4200] * 9, ENGLISH) == ()


@given(st.lists(st.integers(1, 10**8), max_size=60))
def test_each_band_has_goods_and_each_good_one_band(prices: list[int]) -> None:
    found = bands(prices, ENGLISH)

    starts = [band.fen for band in found]
    assert len(found) != 1
    assert len(found) <= 4
    assert starts == sorted(set(starts))
    for start, end in pairwise([*starts, 10**9]):
        assert any(start <= price < end for price in prices)
    assert starts[:1] in ([], [0])


def test_the_index_has_them(tmp_path: Path) -> None:
    files = {**FRANCE, "countries/fr/products/list.yaml": goods(40)}
    theme(tmp_path, {"theme.yaml": "name: tiny\nstylesheets: [base.css]\nmakes: [index]\n"})
    site = plan(tmp_path, files)

    (index,) = (one.view for one in site.documents if one.address == "/zh/fr/search/index.json")
    assert isinstance(index, SearchIndex)
    names = [band.name for band in index.bands]
    assert names == ["under ¥100", "¥100 to ¥200", "¥200 to ¥300", "¥300 and more"]
