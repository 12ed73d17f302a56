"""Which goods stand near a product."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavilion_gen.catalogue.membership import Judged
from pavilion_gen.catalogue.world import Catalogue, SettledProduct
from pavilion_gen.model.country import Country, Merchant, Palette
from pavilion_gen.model.product import Product, Stock
from pavilion_gen.pages.related import RELATED, Neighbours

COUNTRY = Country(
    id="fr", status="live", name={}, pavilion={}, locales=("zh", "fr"), source="fr",
    currency="EUR", timezone="Europe/Paris", palette=Palette("", "", "", ""), intro={},
)  # fmt: skip
MERCHANT = Judged(Merchant("ruche", {}), "member", ())


def settled(number: int, category: str, region: str | None, *, sold_out: bool) -> SettledProduct:
    """A product of a category, maybe of a region."""
    product = Product(
        id=f"p-{number}", name={}, summary={}, category=category, merchant="ruche", region=region,
        stock=Stock(available=not sold_out),
    )  # fmt: skip
    return SettledProduct(product, MERCHANT, None, (), None, (), ())


def catalogue(products: list[SettledProduct]) -> Catalogue:
    """A pavilion with these goods, in this order."""
    return Catalogue(
        country=COUNTRY, pictures={}, merchants=(MERCHANT,), products=tuple(products), guides=(),
        by_category={}, by_region={}, by_merchant={},
    )  # fmt: skip


def near(goods: list[SettledProduct], settled: SettledProduct) -> list[str]:
    """The ids of the goods near one of them."""
    return [other.product.id for other in Neighbours(catalogue(goods)).of(settled)]


def defined(goods: list[SettledProduct], settled: SettledProduct) -> list[str]:
    """The same by its definition: two points for the category, one for the region, sold out last.

    Of equals those that follow, and then those before.
    """

    def nearness(other: SettledProduct) -> int:
        mine, its = settled.product, other.product
        same_region = mine.region is not None and its.region == mine.region
        return 2 * (its.category == mine.category) + same_region

    place = goods.index(settled)
    around = [*goods[place + 1 :], *goods[:place]]
    others = [other for other in around if nearness(other) > 0]
    others.sort(key=lambda other: (other.sold_out, -nearness(other)))
    return [other.product.id for other in others[:RELATED]]


SHELVES = st.lists(
    st.tuples(
        st.sampled_from(["honey", "wine", "soap"]),
        st.sampled_from([None, "provence", "alsace"]),
        st.booleans(),
    ),
    max_size=30,
)


@given(SHELVES)
def test_they_are_those_of_the_definition(
    shelves: list[tuple[str, str | None, bool]],
) -> None:
    goods = [
        settled(number, category, region, sold_out=sold_out)
        for number, (category, region, sold_out) in enumerate(shelves)
    ]

    for one in goods:
        assert near(goods, one) == defined(goods, one)


@pytest.mark.parametrize(
    ("category", "region", "is_near"),
    [
        ("honey", "provence", True),
        ("honey", "alsace", True),
        ("honey", None, True),
        ("wine", "provence", True),
        ("wine", "alsace", False),
        ("wine", None, False),
    ],
)
def test_what_shares_neither_category_nor_region_is_not_near(
    category: str, region: str | None, is_near: bool
) -> None:
    one = settled(1, "honey", "provence", sold_out=False)
    other = settled(2, category, region, sold_out=False)

    assert near([one, other], one) == (["p-2"] if is_near else [])


def test_two_goods_of_no_region_do_not_share_one() -> None:
    one, other = (settled(n, c, None, sold_out=False) for n, c in ((1, "honey"), (2, "wine")))

    assert near([one, other], one) == []


def test_a_product_is_not_its_own_neighbour() -> None:
    one = settled(1, "honey", "provence", sold_out=False)

    assert near([one], one) == []
