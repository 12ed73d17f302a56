"""Amounts, quantities and localised texts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavilion_gen.model.money import Quantity, decimals, round_half_up
from pavilion_gen.model.text import Html, choose


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("7.41573", "7.42"),
        ("0.005", "0.01"),
        ("0.015", "0.02"),
        ("0.025", "0.03"),
        ("2.675", "2.68"),
        ("0.00499", "0.00"),
        ("117.71", "117.71"),
    ],
)
def test_a_half_is_rounded_up(amount: str, rounded: str) -> None:
    assert str(round_half_up(Decimal(amount))) == rounded


def test_a_currency_without_cents_is_rounded_to_whole_units() -> None:
    assert str(round_half_up(Decimal("1234.5"), Decimal(1))) == "1235"


@pytest.mark.parametrize(("currency", "count"), [("EUR", 2), ("THB", 2), ("JPY", 0), ("KWD", 3)])
def test_currencies_have_their_own_number_of_decimals(currency: str, count: int) -> None:
    assert decimals(currency) == count


def test_the_decimals_agree_with_the_locale_data() -> None:
    from babel.numbers import get_currency_precision

    for currency in ("EUR", "USD", "GBP", "CHF", "AUD", "NZD", "SGD", "THB", "MYR", "TRY", "SEK",
                     "NOK", "DKK", "CAD", "CNY", "JPY", "KRW", "VND", "CLP", "KWD", "BHD"):  # fmt: skip
        assert decimals(currency) == get_currency_precision(currency), currency


@given(st.decimals(0, 10**6, places=5))
def test_rounding_moves_an_amount_by_half_a_fen_at_most(amount: Decimal) -> None:
    rounded = round_half_up(amount)

    assert abs(rounded - amount) <= Decimal("0.005")
    assert rounded == round_half_up(rounded)


@pytest.mark.parametrize(
    ("amount", "unit", "share", "reference"),
    [
        ("250", "g", "2.5", "100g"),
        ("0.75", "l", "7.5", "100ml"),
        ("1", "kg", "10", "100g"),
        ("50", "ml", "0.5", "100ml"),
        ("6", "piece", "6", "piece"),
    ],
)
def test_unit_prices_are_for_a_hundred_grams_or_millilitres_or_a_piece(
    amount: str, unit: str, share: str, reference: str
) -> None:
    assert Quantity(Decimal(amount), unit).reference() == (Decimal(share), reference)


TEXT = {"zh": "蜂蜜", "fr": "Miel", "en": "Honey"}


def test_a_text_is_shown_in_the_locale_that_is_asked_for() -> None:
    assert choose(TEXT, "fr", ["zh"]) == ("Miel", "fr")


def test_a_missing_text_is_shown_in_the_first_fallback_that_has_it() -> None:
    assert choose(TEXT, "de", ["th", "en", "zh"]) == ("Honey", "en")


def test_a_text_that_no_fallback_has_is_shown_in_any_locale() -> None:
    assert choose({"fr": "Miel"}, "de", ["zh"]) == ("Miel", "fr")


def test_a_text_that_exists_nowhere_is_empty() -> None:
    assert choose({}, "de", ["zh"]) == ("", "de")


def test_finished_html_says_so_to_the_template_and_empty_html_is_false() -> None:
    assert Html("<p>a</p>").__html__() == "<p>a</p>"
    assert Html("x")
    assert not Html("")
