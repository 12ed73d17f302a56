"""Amounts written quickly: equal to what Babel writes, in every language of a pavilion."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from gettext import NullTranslations
from typing import Any, Literal
from unittest import mock

import pytest
from babel.numbers import format_decimal
from babel.units import format_unit
from hypothesis import given, settings
from hypothesis import strategies as st

from pavilion_gen.materials import words as words_module
from pavilion_gen.materials.figures import quick
from pavilion_gen.materials.words import NBSP, Words
from pavilion_gen.model.money import Money, Quantity

TAGS = ("zh-Hans", "zh-Hant", "en", "en-GB", "en-US", "en-AU", "en-NZ", "en-SG", "en-CA", "fr", "fr-CH",
        "fr-CA", "de", "de-CH", "es", "it", "pt-PT", "pl", "nl", "da", "sv", "nb", "fi", "th", "ms",
        "tr", "ja", "ko", "en-IN", "hi", "ar", "bn")  # fmt: skip
CURRENCIES = ("CNY", "EUR", "USD", "NZD", "AUD", "SGD", "CAD", "HKD", "GBP", "CHF", "THB", "MYR", "TRY",
              "SEK", "NOK", "DKK", "JPY", "KRW", "ISK", "KWD", "INR", "XTS")  # fmt: skip
LANGUAGES = {tag: Words(tag, NullTranslations()) for tag in TAGS}
SLOW_LANGUAGES = {tag: Words(tag, NullTranslations()) for tag in TAGS}

amounts = st.one_of(
    st.decimals("0.01", 10**7, places=2),
    st.integers(0, 10**13).map(Decimal),
    st.integers(0, 10**9).map(lambda halves: Decimal(halves * 10 + 5).scaleb(-3)),
    st.decimals(0, 10**6, places=6),
    st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False),
)
everywhere = settings(derandomize=True, max_examples=1000, deadline=None)


def by_babel(tag: str, speak: Callable[[Words], str]) -> str:
    """What is said when every amount goes through Babel."""
    with mock.patch.object(words_module, "quick", lambda slow: slow):
        return speak(SLOW_LANGUAGES[tag])


class TestEquality:
    @everywhere
    @given(st.sampled_from(TAGS), st.sampled_from(CURRENCIES), amounts)
    def test_of_money(self, tag: str, currency: str, amount: Decimal) -> None:
        money = Money(amount, currency)

        assert LANGUAGES[tag].money(money) == by_babel(tag, lambda words: words.money(money))

    @everywhere
    @given(st.sampled_from(TAGS), amounts)
    def test_of_numbers(self, tag: str, amount: Decimal) -> None:
        assert LANGUAGES[tag].number(amount) == by_babel(tag, lambda words: words.number(amount))

    @everywhere
    @given(st.sampled_from(TAGS), amounts)
    def test_of_percents(self, tag: str, amount: Decimal) -> None:
        assert LANGUAGES[tag].percent(amount) == by_babel(tag, lambda words: words.percent(amount))

    @everywhere
    @given(
        st.sampled_from([tag for tag in TAGS if not tag.startswith("zh")]),
        st.sampled_from([("ml", "milliliter"), ("l", "liter"), ("g", "gram"), ("kg", "kilogram")]),
        amounts,
    )
    def test_of_quantities(self, tag: str, unit: tuple[str, str], amount: Decimal) -> None:
        """Though what stands around the number is taken from an earlier one of its plural form."""
        words = LANGUAGES[tag]

        babel = format_unit(amount, unit[1], "short", locale=words.locale).replace(" ", NBSP)
        assert words.quantity(Quantity(amount, unit[0])) == babel

    @everywhere
    @given(st.sampled_from(TAGS), amounts)
    def test_of_hours(self, tag: str, amount: Decimal) -> None:
        words = LANGUAGES[tag]

        length: Literal["short", "long"] = "short" if words.is_chinese else "long"
        babel = format_unit(amount, "duration-hour", length, locale=words.locale)
        assert words.hours(amount) == babel.replace(" ", NBSP)


class TestWhatIsLeftToTheSlowWriter:
    @pytest.mark.parametrize("locale", ["en_IN", "bn"])
    def test_groups_that_are_not_of_three(self, locale: str) -> None:
        slow = partial(format_decimal, locale=locale)

        assert quick(slow) is slow

    def test_groups_that_begin_late(self) -> None:
        def slow(amount: Decimal) -> str:
            return f"{amount:.2f}" if amount < 10_000 else f"{amount:,.2f}"

        assert quick(slow) is slow

    def test_figures_of_another_script(self) -> None:
        thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

        def slow(amount: Decimal) -> str:
            return f"{amount:,.2f}".translate(thai)

        assert quick(slow) is slow

    def test_halves_that_are_rounded_otherwise(self) -> None:
        def slow(amount: Decimal) -> str:
            return f"{amount.quantize(Decimal(1), ROUND_HALF_UP):,}"

        assert quick(slow) is slow

    @pytest.mark.parametrize("amount", ["-0.5", "-0", "1E+12", "Infinity"])
    def test_amounts_that_no_shop_asks_for(self, amount: str) -> None:
        asked = []

        def slow(amount: Decimal) -> str:
            asked.append(amount)
            return f"{amount:,.2f}"

        write = quick(slow)
        asked.clear()
        write(Decimal("999999999999.99"))
        write(Decimal(amount))

        assert asked == [Decimal(amount)]


@pytest.mark.parametrize("tag", ["zh-Hans", "en-GB", "fr", "de-CH", "es", "th", "ms", "tr", "sv"])
@pytest.mark.parametrize(
    "speak",
    [
        lambda words, amount: words.money(Money(amount, "CNY")),
        lambda words, amount: words.money(Money(amount, "CHF")),
        Words.number,
        Words.percent,
    ],
    ids=["yuan", "francs", "number", "percent"],
)
def test_a_thousand_amounts_ask_babel_a_few_times(
    tag: str, speak: Callable[[Words, Decimal], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def counted(write: Callable[..., str]) -> Callable[..., str]:
        def counting(*arguments: Any, **options: Any) -> str:
            asked.append(write)
            return write(*arguments, **options)

        return counting

    for name in ("format_currency", "format_decimal", "format_percent"):
        monkeypatch.setattr(words_module, name, counted(getattr(words_module, name)))
    words = Words(tag, NullTranslations())

    for cents in range(1000):
        speak(words, Decimal(cents) / 100)

    assert 0 < len(asked) < 10
