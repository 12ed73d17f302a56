"""What a shopper pays: dated rates, the cross-border tax, unit prices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from road import Content, utc

from pavilion_gen.catalogue.ground import tariff_at
from pavilion_gen.catalogue.prices import (
    Tariff,
    composite_rate,
    rates_at,
    tax_at,
)
from pavilion_gen.content.load import SharedContent
from pavilion_gen.model.money import Money, Quantity, round_half_up
from pavilion_gen.model.site import TaxClass

Files = dict[str, str | bytes]
Read = Callable[[Files], Content]


def euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


@pytest.fixture
def shared(read: Read) -> SharedContent:
    return read({}).shared


@pytest.fixture
def tariff(shared: SharedContent, at: datetime) -> Tariff:
    return tariff_at(shared, at)


@pytest.mark.parametrize(
    ("vat", "consumption", "percent"),
    [
        ("0.13", "0", "9.1"),
        ("0.13", "0.10", "17.9"),
        ("0.13", "0.15", "23.1"),
        ("0.09", "0", "6.3"),
    ],
    ids=["general", "wine", "cosmetics", "farm produce"],
)
def test_the_composite_rate_is_that_of_the_published_tables(
    vat: str, consumption: str, percent: str
) -> None:
    rate = composite_rate(TaxClass(Decimal(vat), Decimal(consumption)), Decimal("0.70"))

    assert round_half_up(rate * 100, Decimal("0.1")) == Decimal(percent)


def test_honey_for_14_90_euro(tariff: Tariff) -> None:
    reckoned = tariff.reckon(euro("14.90"), category="honey", net=Quantity(Decimal(250), "g"))

    assert reckoned.rate == Decimal("7.9000")
    assert reckoned.yuan == Decimal("117.71")
    assert reckoned.tax_rate == Decimal("0.063")
    assert reckoned.tax == Decimal("7.42")
    assert reckoned.total == Decimal("125.13")
    assert reckoned.unit is not None
    assert (reckoned.unit.money.amount, reckoned.unit.reference) == (Decimal("50.05"), "100g")


def test_a_seller_who_bears_the_tax_adds_none(tariff: Tariff) -> None:
    reckoned = tariff.reckon(euro("14.90"), category="honey", tax_included=True)

    assert (reckoned.tax, reckoned.total) == (None, Decimal("117.71"))


def test_a_price_in_yuan_needs_no_rate(tariff: Tariff) -> None:
    reckoned = tariff.reckon(Money(Decimal(100), "CNY"), category="honey")

    assert (reckoned.yuan, reckoned.total) == (Decimal("100.00"), Decimal("106.30"))
    assert reckoned.rate_date is None


def test_without_a_rate_the_local_price_stands_alone_with_its_unit_price(tariff: Tariff) -> None:
    net = Quantity(Decimal(2), "piece")

    reckoned = tariff.reckon(Money(Decimal(900), "JPY"), category="honey", net=net)

    assert (reckoned.yuan, reckoned.tax, reckoned.total) == (None, None, None)
    assert reckoned.unit is not None
    assert reckoned.unit.money == Money(Decimal(450), "JPY")


def test_no_unit_price_where_the_quantity_is_the_reference_itself(tariff: Tariff) -> None:
    assert tariff.reckon(euro("3"), category="honey", net=Quantity(Decimal(100), "ml")).unit is None
    assert tariff.reckon(euro("3"), category="honey").unit is None


@given(st.integers(1, 63_000))
def test_a_total_is_the_sum_of_the_lines_that_are_shown(cents: int) -> None:
    rules = TaxClass(Decimal("0.13"))
    amount = Decimal(cents) / 100
    rate = composite_rate(rules, Decimal("0.70"))

    yuan = round_half_up(amount * Decimal("7.9"))
    tax = round_half_up(yuan * rate)

    assert abs(yuan + tax - amount * Decimal("7.9") * (1 + rate)) < Decimal("0.0155")


# Classes


def test_the_class_of_a_product_is_its_own_or_that_of_its_category_or_of_an_ancestor(
    read: Read, at: datetime
) -> None:
    shared = read({"categories.yaml": (
        "- {id: food, name: {zh: 食}, tax: general}\n"
        "- {id: sweet, parent: food, name: {zh: 甜}}\n"
        "- {id: honey, parent: sweet, name: {zh: 蜜}, tax: farm}\n"
        "- {id: jam, parent: sweet, name: {zh: 酱}}\n"
        "- {id: other, name: {zh: 他}}\n"
    )}).shared  # fmt: skip
    tariff = tariff_at(shared, at)

    assert tariff.tax_class("honey", "wine") == "wine"
    assert tariff.tax_class("honey", None) == "farm"
    assert tariff.tax_class("jam", None) == "general"
    assert tariff.tax_class("other", None) is None
    assert tariff.tax_class("gone", None) is None


def test_categories_that_are_their_own_ancestors_have_no_class(read: Read, at: datetime) -> None:
    shared = read({"categories.yaml": (
        "- {id: a, parent: b, name: {zh: 甲}}\n- {id: b, parent: a, name: {zh: 乙}}\n"
    )}).shared  # fmt: skip

    assert tariff_at(shared, at).tax_class("a", None) is None


def test_a_class_whose_tax_depends_on_the_unit_price_gives_no_tax(tariff: Tariff) -> None:
    reckoned = tariff.reckon(euro("14.90"), category="honey", tax_class="cosmetics")

    assert (reckoned.tax_rate, reckoned.tax) == (None, None)
    assert reckoned.total == reckoned.yuan


@pytest.mark.parametrize(("yuan", "taxed"), [("5000.00", True), ("5000.01", False)])
def test_a_price_over_the_limit_of_a_transaction_gives_no_tax(
    tariff: Tariff, yuan: str, taxed: bool
) -> None:
    reckoned = tariff.reckon(Money(Decimal(yuan), "CNY"), category="honey")

    assert (reckoned.tax is not None) is taxed


# By date


def test_the_newest_rates_that_are_not_after_the_day_hold(read: Read) -> None:
    source = "source: {zh: 例, en: x, fr: x}"
    shared = read({"rates.yaml": (
        f"- {{date: 2026-11-20, {source}, EUR: 7.9}}\n- {{date: 2026-10-01, {source}, EUR: 7.8}}\n"
    )}).shared  # fmt: skip
    assert shared.site is not None

    def held(at: datetime) -> Decimal | None:
        assert shared.site is not None
        rates = rates_at(shared.rates, at, shared.site)
        return rates.yuan["EUR"] if rates else None

    assert held(utc(2026, 9, 30, 15, 59)) is None
    assert held(utc(2026, 9, 30, 16)) == Decimal("7.8")
    assert held(utc(2026, 11, 19, 15, 59)) == Decimal("7.8")
    assert held(utc(2026, 11, 19, 16)) == Decimal("7.9")
    assert held(utc(2030, 1, 1)) == Decimal("7.9")


def test_the_rules_of_tax_hold_in_their_window(read: Read) -> None:
    rules = "source: {zh: 例, en: x, fr: x}, share: 0.7, classes: {general: {vat: 0.13}}"
    shared = read({"tax.yaml": (
        f"- {{from: 2019-01-01, until: 2026-12-31, {rules}}}\n- {{from: 2027-01-01, {rules}}}\n"
    )}).shared  # fmt: skip
    assert shared.site is not None

    def held(at: datetime) -> int | None:
        assert shared.site is not None
        found = tax_at(shared.tax, at, shared.site)
        return shared.tax.index(found) if found else None

    assert held(utc(2018, 12, 31)) is None
    assert held(utc(2026, 12, 31, 15, 59)) == 0
    assert held(utc(2026, 12, 31, 16)) == 1
