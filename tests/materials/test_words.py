"""Finished strings of a locale: the table of formats that the brief gives, and our policies."""

from datetime import UTC, date, datetime
from decimal import Decimal
from gettext import NullTranslations
from zoneinfo import ZoneInfo

import pytest
from babel import localedata
from hypothesis import given
from hypothesis import strategies as st

from pavilion_gen.materials.words import Words
from pavilion_gen.model.money import Money, Quantity

TAGS = ("zh-Hans", "en", "en-US", "en-NZ", "en-AU", "en-GB", "en-SG", "fr-FR", "de-CH", "es-ES",
        "th", "ms", "tr")  # fmt: skip
CURRENCIES = ("CNY", "EUR", "USD", "NZD", "AUD", "SGD", "CAD", "HKD", "GBP", "CHF", "THB", "MYR",
              "TRY", "SEK", "NOK", "DKK", "JPY", "KRW")  # fmt: skip


def words(tag: str) -> Words:
    return Words(tag, NullTranslations())


def money(tag: str, amount: str, currency: str) -> str:
    """An amount with its no-break spaces shown as `_`."""
    text = words(tag).money(Money(Decimal(amount), currency))
    return text.replace("\u00a0", "_").replace("\u202f", "_")


class TestMoney:
    @pytest.mark.parametrize(
        ("tag", "written"),
        [
            ("zh-Hans", "¥1,299.50"),
            ("en-GB", "CN¥1,299.50"),
            ("fr", "1_299,50_CNY"),
            ("es", "1.299,50_CNY"),
            ("de-CH", "CN¥_1’299.50"),
            ("tr", "CN¥1.299,50"),
            ("th", "CN¥1,299.50"),
            ("ms", "CN¥1,299.50"),
        ],
    )
    def test_yuan_are_written_as_each_language_writes_them(self, tag: str, written: str) -> None:
        assert money(tag, "1299.50", "CNY") == written

    @pytest.mark.parametrize(
        ("tag", "currency", "written"),
        [
            ("zh-Hans", "EUR", "€1,299.50"),
            ("zh-Hans", "NZD", "NZ$1,299.50"),
            ("en-GB", "GBP", "£1,299.50"),
            ("fr", "EUR", "1_299,50_€"),
            ("es", "EUR", "1.299,50_€"),
            ("de-CH", "CHF", "CHF_1’299.50"),
            ("tr", "TRY", "₺1.299,50"),
            ("th", "THB", "฿1,299.50"),
            ("ms", "MYR", "RM1,299.50"),
        ],
    )
    def test_each_countrys_own_money(self, tag: str, currency: str, written: str) -> None:
        assert money(tag, "1299.50", currency) == written

    @pytest.mark.parametrize(
        ("currency", "written"),
        [
            ("CHF", "39.90瑞士法郎"),
            ("SGD", "39.90新加坡元"),
            ("THB", "39.90泰铢"),
            ("MYR", "39.90马来西亚林吉特"),
            ("TRY", "39.90土耳其里拉"),
        ],
    )
    def test_a_currency_without_a_sign_is_named_in_chinese(
        self, currency: str, written: str
    ) -> None:
        assert money("zh-Hans", "39.90", currency) == written

    @pytest.mark.parametrize(
        ("tag", "currency", "sign"),
        [
            ("en-US", "USD", "US$"),
            ("en-NZ", "NZD", "NZ$"),
            ("en-AU", "AUD", "AU$"),
            ("en-SG", "SGD", "S$"),
            ("fr", "USD", "US$"),
            ("es", "AUD", "AU$"),
            ("th", "NZD", "NZ$"),
            ("de-CH", "SGD", "S$"),
        ],
    )
    def test_dollars_always_carry_their_country(self, tag: str, currency: str, sign: str) -> None:
        assert sign in money(tag, "39.90", currency)

    @given(
        st.sampled_from(TAGS),
        st.sampled_from(("USD", "NZD", "AUD", "CAD", "HKD")),
        st.decimals(0, 10**9, places=2),
    )
    def test_no_dollar_stands_bare_in_any_language(
        self, tag: str, currency: str, amount: Decimal
    ) -> None:
        text = words(tag).money(Money(amount, currency))

        before, _, _ = text.partition("$")
        assert before[-1:].isupper(), text

    @given(
        st.sampled_from(TAGS),
        st.sampled_from(CURRENCIES),
        st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False),
    )
    def test_any_amount_can_be_written_and_never_breaks_between_lines(
        self, tag: str, currency: str, amount: Decimal
    ) -> None:
        text = words(tag).money(Money(amount, currency))

        assert any(char.isdigit() for char in text)
        assert " " not in text

    def test_money_without_decimals_has_none(self) -> None:
        assert money("zh-Hans", "1300", "JPY") == "JP¥1,300"

    @pytest.mark.parametrize(
        ("tag", "written"),
        [("zh-Hans", "¥2,000"), ("en-GB", "CN¥2,000"), ("fr-FR", "2_000_CNY"), ("es-ES", "2.000_CNY"),
         ("de-CH", "CN¥_2’000"), ("th", "CN¥2,000"), ("ms", "CN¥2,000"), ("tr", "CN¥2.000")],
    )  # fmt: skip
    def test_a_round_sum_in_yuan_has_no_decimals(self, tag: str, written: str) -> None:
        text = words(tag).round_yuan(2000)
        assert text.replace("\u00a0", "_").replace("\u202f", "_") == written


class TestPlurals:
    @pytest.mark.parametrize(
        ("tag", "forms"),
        [("zh-Hans", {"other"}), ("th", {"other"}), ("ms", {"other"}), ("en-GB", {"one", "other"}),
         ("fr-FR", {"one", "other"}), ("tr", {"one", "other"}), ("pl", {"one", "few", "many"})],
    )  # fmt: skip
    def test_each_form_that_a_whole_number_takes_has_an_example(
        self, tag: str, forms: set[str]
    ) -> None:
        made = words(tag)
        assert {form for form, _ in made.plurals} == forms
        assert all(made.locale.plural_form(number) == form for form, number in made.plurals)


class TestDates:
    @pytest.mark.parametrize(
        ("tag", "written"),
        [
            ("zh-Hans", "2026年11月11日"),
            ("en-GB", "11 November 2026"),
            ("fr", "11 novembre 2026"),
            ("es", "11 de noviembre de 2026"),
            ("de-CH", "11. November 2026"),
            ("tr", "11 Kasım 2026"),
            ("th", "11 พฤศจิกายน ค.ศ. 2026"),
            ("ms", "11 November 2026"),
        ],
    )
    def test_a_date_in_words_does_not_break(self, tag: str, written: str) -> None:
        assert words(tag).date(date(2026, 11, 11)) == written.replace(" ", "\u00a0")

    def test_an_instant_is_told_in_beijing_time(self) -> None:
        singles_day = datetime(2026, 11, 10, 16, 0, tzinfo=UTC)

        assert words("zh-Hans").instant(singles_day) == "2026年11月11日\u00a000:00"

    def test_an_instant_can_be_told_in_another_zone(self) -> None:
        singles_day = datetime(2026, 11, 10, 16, 0, tzinfo=UTC)

        speaker = words("fr")
        here = speaker.instant(singles_day)
        there = speaker.instant(singles_day, ZoneInfo("Europe/Paris"))

        assert here == "11\u00a0novembre\u00a02026\u00a000:00"
        assert there == "10\u00a0novembre\u00a02026\u00a017:00"

    def test_the_hour_that_autumn_repeats_is_two_instants(self) -> None:
        summer = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Paris"))
        speaker = words("en-GB")

        assert speaker.instant(summer).endswith("08:30")
        assert speaker.instant(summer.replace(fold=1)).endswith("09:30")

    def test_a_national_day_has_no_year(self) -> None:
        assert words("zh-Hans").month_day("07-14") == "7月14日"
        assert words("fr").month_day("07-14") == "14\u00a0juillet"

    def test_the_leap_day_can_be_a_national_day(self) -> None:
        assert words("zh-Hans").month_day("02-29") == "2月29日"

    @given(st.sampled_from(TAGS), st.dates())
    def test_any_date_can_be_written(self, tag: str, day: date) -> None:
        text = words(tag).date(day)

        assert str(day.day) in text
        assert " " not in text


class TestSeasons:
    @pytest.mark.parametrize(
        ("months", "written"),
        [
            ((), ""),
            ((5,), "mai"),
            ((6, 7, 8), "juin–août"),
            ((12, 1), "décembre–janvier"),
            ((3, 9), "mars et septembre"),
            ((4, 5, 9), "avril, mai et septembre"),
        ],
    )
    def test_a_season_is_a_span_or_a_list(self, months: tuple[int, ...], written: str) -> None:
        assert words("fr").months(months) == written

    def test_months_are_in_the_pages_language_whoever_spoke_first(self) -> None:
        # Babel keeps some of its data resolved for the locale that asks first
        in_order: dict[str, tuple[str, ...]] = {}
        reversed_: dict[str, tuple[str, ...]] = {}
        for spoken, tags in ((in_order, TAGS), (reversed_, TAGS[::-1])):
            localedata._cache.clear()
            for tag in tags:
                speaker = words(tag)
                spoken[tag] = (
                    speaker.months((6, 7)),
                    speaker.months((1, 3)),
                    speaker.quantity(Quantity(Decimal(2), "l")),
                    speaker.percent(Decimal("0.1")),
                    speaker.money(Money(Decimal("1299.5"), "CNY")),
                    speaker.date(date(2026, 11, 11)),
                    speaker.month_day("06-06"),
                )

        assert in_order == reversed_
        assert in_order["de-CH"][0] == "Juni–Juli"
        assert in_order["zh-Hans"][0] == "六月–七月"


class TestNumbers:
    @pytest.mark.parametrize(
        ("tag", "written"),
        [("zh-Hans", "6.3%"), ("en-GB", "6.3%"), ("fr", "6,3\u202f%"), ("tr", "%6,3")],
    )
    def test_a_percentage_keeps_its_decimals(self, tag: str, written: str) -> None:
        assert words(tag).percent(Decimal("0.063")).replace("\u00a0", "\u202f") == written

    def test_a_rate_of_exchange_is_shown_as_it_was_reckoned_with(self) -> None:
        assert words("zh-Hans").number(Decimal("0.1585")) == "0.1585"
        assert words("zh-Hans").number(Decimal("7.9000")) == "7.9"

    def test_counts_are_grouped(self) -> None:
        assert words("zh-Hans").number(26000) == "26,000"
        assert words("es").number(26000) == "26.000"


class TestQuantities:
    @pytest.mark.parametrize(
        ("tag", "quantity", "written"),
        [
            ("zh-Hans", ("500", "ml"), "500毫升"),
            ("zh-Hans", ("1.5", "l"), "1.5升"),
            ("zh-Hans", ("250", "g"), "250克"),
            ("zh-Hans", ("2", "kg"), "2千克"),
            ("en-GB", ("500", "ml"), "500 ml"),
            ("en-GB", ("250", "g"), "250 g"),
            ("fr", ("1.5", "kg"), "1,5 kg"),
            ("th", ("500", "ml"), "500 มล."),
        ],
    )
    def test_a_net_content(self, tag: str, quantity: tuple[str, str], written: str) -> None:
        amount, unit = quantity

        text = words(tag).quantity(Quantity(Decimal(amount), unit))

        assert text.replace("\u202f", "\u00a0") == written.replace(" ", "\u00a0")

    def test_pieces_are_a_message_of_the_theme(self) -> None:
        assert words("en").quantity(Quantity(Decimal(1), "piece")) == "1 piece"
        assert words("en").quantity(Quantity(Decimal(3), "piece")) == "3 pieces"

    @pytest.mark.parametrize(
        ("reference", "written"), [("100ml", "100毫升"), ("100g", "100克"), ("piece", "piece")]
    )
    def test_what_a_unit_price_is_for(self, reference: str, written: str) -> None:
        assert words("zh-Hans").reference(reference) == written

    @given(
        st.sampled_from(TAGS),
        st.sampled_from(("ml", "l", "g", "kg", "piece")),
        st.decimals("0.001", 10**6, places=3),
    )
    def test_any_quantity_can_be_written(self, tag: str, unit: str, amount: Decimal) -> None:
        assert words(tag).quantity(Quantity(amount, unit))


class TestMessages:
    def test_values_are_put_into_a_message(self) -> None:
        assert (
            words("en").gettext("Culture of %(country)s", country="France") == "Culture of France"
        )

    def test_a_message_without_values_may_hold_a_percent_sign(self) -> None:
        assert words("en").gettext("100 % wool") == "100 % wool"

    def test_a_count_takes_its_plural(self) -> None:
        speak = words("en").ngettext

        assert speak("%(num)d product", "%(num)d products", 1) == "1 product"
        assert speak("%(num)d product", "%(num)d products", 48) == "48 products"

    def test_languages_and_countries_are_named_in_the_pages_language(self) -> None:
        assert words("zh-Hans").language("fr-FR") == "法语"
        assert words("fr").language("zh-Hans") == "chinois"
        assert words("zh-Hans").territory("nz") == "新西兰"
        assert words("en").territory("xx") == "XX"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("zh-Hans", "72小时"), ("en-GB", "72 hours"), ("de-CH", "72 Stunden"), ("th", "72 ชั่วโมง")],
)
def test_hours_in_words(tag: str, expected: str) -> None:
    assert words(tag).hours(Decimal(72)).replace("\u00a0", " ") == expected


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert words("fr").date(date(2026, 11, 1)).replace("\u00a0", " ") == "1er novembre 2026"
    assert words("fr").date(date(2026, 11, 11)).replace("\u00a0", " ") == "11 novembre 2026"
