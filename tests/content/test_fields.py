"""Fields: each reads one value strictly, or says what is wrong with it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum import ean

from pavilion_gen.content import amounts, dates, fields, texts
from pavilion_gen.content.amounts import number
from pavilion_gen.content.country_records import stock
from pavilion_gen.content.fields import Field, list_of, mapping_of, record
from pavilion_gen.content.reading import BAD, Context, Reading, Spot
from pavilion_gen.content.texts import localised
from pavilion_gen.content.yaml_tree import parse
from pavilion_gen.model.moment import Moment
from pavilion_gen.model.money import Money, Quantity
from pavilion_gen.model.product import Stock

CONTEXT = Context(("zh", "en", "fr"), "EUR", "fr")


def given_value(field: Field, written: str) -> tuple[Any, list[tuple[str, str]]]:
    """What the field makes of the YAML `written`, and (code, help) of all that it tells."""
    tree = parse(f"key: {written}\n")
    assert tree.faults == []
    reading = Reading("a.yaml", CONTEXT)
    value = field(tree.value["key"], Spot(reading).into("key"))  # type: ignore[index,call-overload]
    return value, [(told.code, told.help) for told in reading.diagnostics]


def accepted(field: Field, written: str) -> Any:
    value, told = given_value(field, written)
    assert told == []
    return value


def refused(field: Field, written: str) -> tuple[str, str]:
    value, told = given_value(field, written)
    assert value is BAD or value is None
    [one] = told
    return one


# Text


@pytest.mark.parametrize(
    "word",
    [
        "NO",
        "on",
        "010",
        "1e3",
        "12:30",
        "0012345670",
        "true",
        "14.90",
        "2026-02-30",
        "0x1F",
        ".inf",
    ],
)
def test_a_text_comes_through_exactly_as_written(word: str) -> None:
    assert accepted(texts.text(), word) == word


def test_a_text_is_one_line_that_says_something() -> None:
    assert refused(texts.text(), '"  "')[0] == "wrong-value"
    assert refused(texts.text(), '"a\\nb"')[0] == "wrong-value"
    assert refused(texts.text(3), "abcd")[0] == "wrong-value"
    assert accepted(texts.text(4), "abcd") == "abcd"


@pytest.mark.parametrize("written", ["[a]", "{a: b}"])
@pytest.mark.parametrize(
    "field",
    [texts.text(), texts.prose(), texts.ident(), amounts.price, dates.day, dates.moment,
     texts.url, texts.colour, texts.choice("a"), amounts.net, amounts.gtin, texts.picture_file,
     dates.month_day, amounts.number(), texts.boolean, amounts.currency, dates.timezone_name,
     texts.reference("region"), texts.locale_key],
)  # fmt: skip
def test_a_single_value_is_neither_a_list_nor_a_mapping(field: Field, written: str) -> None:
    assert refused(field, written)[0] == "wrong-type"


@pytest.mark.parametrize("written", ["", "null", "~", "Null", "NULL"])
def test_a_key_without_a_value_is_as_good_as_left_out(written: str) -> None:
    inner = record(dict, {"a": fields.optional(dates.day)})

    assert accepted(inner, f"{{a: {written}}}") == {}


@pytest.mark.parametrize("written", ['"null"', '"~"'])
def test_null_in_quotes_is_text(written: str) -> None:
    inner = record(dict, {"a": fields.optional(texts.text())})

    assert accepted(inner, f"{{a: {written}}}") == {"a": written.strip('"')}


# Texts in several locales


def test_a_localised_text_is_a_text_a_locale() -> None:
    assert accepted(localised(), "{zh: 蜂蜜, fr: Miel}") == {"zh": "蜂蜜", "fr": "Miel"}
    assert accepted(localised(), "{zh: 蜂蜜, fr: null}") == {"zh": "蜂蜜"}


@pytest.mark.parametrize("written", ["蜂蜜", "[蜂蜜]"])
def test_a_localised_text_without_locales_is_refused(written: str) -> None:
    assert refused(localised(), written) == (
        "wrong-type",
        "Write each text under its locale: {zh: …, en: …}.",
    )


def test_a_locale_that_the_site_lacks_is_refused() -> None:
    _, told = given_value(localised(), "{zh: 蜂蜜, fx: Miel}")

    assert told == [("unknown-locale", "Locales: en, fr, zh.")]


def test_a_comma_that_ends_a_text_in_braces_is_recognised() -> None:
    _, told = given_value(localised(), "{zh: 蜂蜜, fr: Miel, lavande}")

    assert told == [("yaml-syntax", "Put the whole text in quotes.")]


# Ids, words and switches


@pytest.mark.parametrize("word", ["lavender-honey", "a", "500g", "010", "a--b"])
def test_ids_are_small_letters_digits_and_hyphens(word: str) -> None:
    assert accepted(texts.ident(), word) == word


@pytest.mark.parametrize(
    "word", ["Honey", "miel-é", "a_b", "-a", "a-", "a b", "蜂蜜", "a" * 81, "a/b"]
)
def test_what_could_not_stand_in_an_address_is_no_id(word: str) -> None:
    assert refused(texts.ident(), f'"{word}"')[0] == "wrong-value"


@pytest.mark.parametrize("word", ["page", "index", "price-up", "price-down"])
def test_words_that_addresses_need_are_no_ids(word: str) -> None:
    assert refused(texts.ident(), word)[0] == "reserved-id"


def test_true_and_false_are_words_without_quotes() -> None:
    assert accepted(texts.boolean, "true") is True
    assert accepted(texts.boolean, "false") is False
    for written in ("yes", "on", "True", '"true"', "1"):
        assert refused(texts.boolean, written)[0] == "wrong-type"


def test_a_choice_is_one_of_its_words_and_suggests_the_nearest() -> None:
    field = texts.choice("small", "medium")

    assert accepted(field, "small") == "small"
    assert refused(field, "smal") == (
        "wrong-value",
        "Did you mean `small`? Choices: medium, small.",
    )


def test_stock_is_in_or_out_or_out_since_a_day() -> None:
    assert accepted(stock, "in") == Stock(True)
    assert accepted(stock, "out") == Stock(False)
    assert accepted(stock, "{out: 2026-11-20}") == Stock(False, date(2026, 11, 20))
    assert refused(stock, "none")[0] == "wrong-value"
    assert refused(stock, "{out: soon}")[0] == "wrong-type"


# Numbers, prices, quantities


@given(st.decimals(0, 10**6, places=4))
def test_numbers_are_exact_decimals(amount: Decimal) -> None:
    value = accepted(number(), f"{amount:f}")

    assert str(value) == f"{amount:f}"


@pytest.mark.parametrize(
    "word", ["1e3", "0x10", "1_000", ".5", "5.", "+5", "NaN", ".inf", "１２", "1,5"]
)
def test_what_computers_write_for_numbers_is_refused(word: str) -> None:
    assert refused(number(), word)[0] == "wrong-type"


def test_a_number_has_its_limits_and_may_have_to_be_whole() -> None:
    assert accepted(number("1", "12", whole=True), "07") == 7
    assert refused(number("1", "12", whole=True), "13")[0] == "wrong-value"
    assert refused(number("1", "12", whole=True), "6.5")[0] == "wrong-type"


@given(st.integers(1, 10**9))
def test_a_price_is_the_exact_amount_that_was_written(cents: int) -> None:
    written = f"{cents // 100}.{cents % 100:02}"

    assert accepted(amounts.price, written) == Decimal(cents) / 100
    assert str(accepted(amounts.price, written)) == written


@pytest.mark.parametrize(
    "word",
    ["0", "0.00", "-1", "-0.01", ".inf", "1e3", "14.905", "EUR 14", "14.90 €", "99999999", "x"],
)
def test_what_is_no_amount_above_zero_in_the_currency_is_no_price(word: str) -> None:
    assert refused(amounts.price, word)[0] == "bad-price"


@pytest.mark.parametrize(
    ("written", "right"),
    [("12,50", "12.50"), ("1.234,50", "1234.50"), ("1'234,50", "1234.50"), ("1 234,50", "1234.50")],
)
def test_a_price_with_a_comma_is_told_how_it_is_written(written: str, right: str) -> None:
    assert refused(amounts.price, f'"{written}"') == (
        "bad-price",
        f"Decimals follow a point: write {right}.",
    )


def test_money_is_in_the_country_s_currency_or_in_one_that_is_named() -> None:
    assert accepted(amounts.money, "14.90") == Money(Decimal("14.90"), "EUR")
    assert accepted(amounts.money, "{amount: 1500, currency: JPY}") == Money(Decimal(1500), "JPY")
    assert refused(amounts.money, "{amount: 1500.5, currency: JPY}")[0] == "bad-price"
    assert refused(amounts.money, "{amount: 15, currency: EURO}")[0] == "wrong-value"
    assert refused(amounts.money, "{amount: 15}")[0] == "missing-key"


@pytest.mark.parametrize(
    ("written", "quantity"),
    [
        ("250 g", ("250", "g")),
        ("0.75 l", ("0.75", "l")),
        ("6 pieces", ("6", "piece")),
        ("500ML", ("500", "ml")),
        ("1kg", ("1", "kg")),
    ],
)
def test_a_net_content_is_an_amount_and_a_unit(written: str, quantity: tuple[str, str]) -> None:
    assert accepted(amounts.net, written) == Quantity(Decimal(quantity[0]), quantity[1])


@pytest.mark.parametrize("word", ["250", "g", "0 g", "-1 g", "250 grams", "8 oz", "1,5 l", "a lot"])
def test_other_net_contents_are_refused(word: str) -> None:
    assert refused(amounts.net, word)[0] == "wrong-value"


# GTINs


@given(st.sampled_from([8, 12, 13, 14]), st.integers(0, 10**14))
def test_a_gtin_is_taken_with_its_check_digit_and_with_no_other(length: int, seed: int) -> None:
    body = f"{seed:014}"[-(length - 1) :]
    right = ean.calc_check_digit(body)

    for digit in "0123456789":
        value, told = given_value(amounts.gtin, f'"{body}{digit}"')
        if digit == right:
            assert (value, told) == (body + digit, [])
        else:
            assert told == [
                ("bad-gtin", f"If the other digits are right, the last one is {right}.")
            ]


def test_a_gtin_keeps_its_leading_zeros_also_without_quotes() -> None:
    assert accepted(amounts.gtin, "0012345600012") == "0012345600012"


@pytest.mark.parametrize("word", ["4.00638E+12", "4,00638E12", "4.0e12"])
def test_a_gtin_that_a_spreadsheet_has_rounded_is_recognised(word: str) -> None:
    assert refused(amounts.gtin, word) == ("bad-gtin", "Write all its digits, in quotes.")


@pytest.mark.parametrize(
    "word", ["1234567", "123456789", "400638133393X", "４００６３８１３３３９３１", "x"]
)
def test_other_lengths_and_signs_are_no_gtin(word: str) -> None:
    assert refused(amounts.gtin, word)[0] == "bad-gtin"


# Days and times


@given(st.dates())
def test_a_day_is_the_date_that_was_written(day: date) -> None:
    assert accepted(dates.day, day.isoformat()) == day


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_that_no_calendar_has_is_refused(year: int, month: int, day: int) -> None:
    try:
        date(year, month, day)
    except ValueError:
        assert refused(dates.day, f"{year:04}-{month:02}-{day:02}")[0] == "wrong-value"
    else:
        assume(False)


@pytest.mark.parametrize(
    "word", ["2026-1-1", "20260101", "01.10.2026", "2026-10", "today", "２０２６-10-01"]
)
def test_days_have_one_form(word: str) -> None:
    assert refused(dates.day, word)[0] == "wrong-type"


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("2027-07-10", None),
        ("2027-07-10T10:00", time(10)),
        ("2027-07-10 10:00:30", time(10, 0, 30)),
        ("2027-07-10T10:00Z", time(10, tzinfo=UTC)),
        ("2027-07-10T10:00+08:00", time(10, tzinfo=timezone(timedelta(hours=8)))),
        ("2027-07-10T10:00-0330", time(10, tzinfo=timezone(-timedelta(hours=3, minutes=30)))),
    ],
)
def test_a_moment_is_a_day_a_wall_time_or_an_instant(written: str, clock: time | None) -> None:
    value = accepted(dates.moment, written)

    assert value == Moment(date(2027, 7, 10), clock)
    assert clock is None or value.time.tzinfo == clock.tzinfo


@pytest.mark.parametrize("word", ["2027-02-30T10:00", "2027-07-10T25:00", "2027-07-10T10:60",
                                  "2027-07-10T10:00+99:00"])  # fmt: skip
def test_a_time_that_no_clock_shows_is_refused(word: str) -> None:
    assert refused(dates.moment, word)[0] == "wrong-value"


def test_an_instant_needs_its_zone() -> None:
    assert accepted(dates.instant, "2027-07-15T00:00Z") == datetime(2027, 7, 15, tzinfo=UTC)
    assert refused(dates.instant, "2027-07-15T00:00")[0] == "wrong-type"
    assert refused(dates.instant, "2027-07-15")[0] == "wrong-type"


def test_a_day_of_the_year_may_be_the_29th_of_february() -> None:
    assert accepted(dates.month_day, "02-29") == "02-29"
    assert refused(dates.month_day, "02-30")[0] == "wrong-value"
    assert refused(dates.month_day, "6-6")[0] == "wrong-value"


# Names of the world


def test_currencies_and_time_zones_are_real() -> None:
    assert accepted(amounts.currency, "CHF") == "CHF"
    assert refused(amounts.currency, "EURO")[0] == "wrong-value"
    assert refused(amounts.currency, "XQX")[0] == "wrong-value"
    assert accepted(dates.timezone_name, "Europe/Paris") == "Europe/Paris"
    assert refused(dates.timezone_name, "Europe/Pariss") == (
        "wrong-value",
        "Did you mean `Europe/Paris`?",
    )


def test_colours_are_six_hexadecimal_digits() -> None:
    assert accepted(texts.colour, '"#734ba4"') == "#734BA4"
    for written in ('"#fff"', "red", '"#12345G"', '"734BA4"'):
        assert refused(texts.colour, written)[0] == "wrong-value"


@pytest.mark.parametrize(
    "address", ["https://a.example/", "http://a.example/x?y=1#z", "https://例子.example/路"]
)
def test_addresses_are_whole(address: str) -> None:
    assert accepted(texts.url, address) == address


@pytest.mark.parametrize(
    "address",
    ["a.example", "//a.example", "ftp://a.example", "javascript:alert(1)", "https://", "https:///x",
     "https://a b", "data:text/html,x", "https://" + "a" * 200_000 + " b"],
)  # fmt: skip
def test_other_addresses_are_refused(address: str) -> None:
    assert refused(texts.url, f'"{address}"')[0] == "wrong-value"


@pytest.mark.parametrize(
    "path", ["../a.svg", "/etc/a.svg", "images/../../a.svg", "~/a.svg", "C:/a.svg", "\\\\a"]
)
def test_a_picture_never_lies_outside_its_folder(path: str) -> None:
    assert refused(texts.picture_file, f"'{path}'")[0] == "outside-tree"


@pytest.mark.parametrize(
    "path", ["a.svg", "images/A.svg", "images/a.gif", "images/a/b.svg", "images/a"]
)
def test_a_picture_has_a_plain_name(path: str) -> None:
    assert refused(texts.picture_file, path)[0] == "wrong-value"


# What holds other fields


def test_a_list_leaves_out_what_is_wrong_and_tells_of_each() -> None:
    value, told = given_value(list_of(number()), "[1, x, 2, y]")

    assert value == (1, 2)
    assert [code for code, _ in told] == ["wrong-type", "wrong-type"]


def test_a_list_is_a_list_and_may_have_to_be_filled() -> None:
    assert refused(list_of(number()), "1")[0] == "wrong-type"
    assert refused(list_of(number(), 1), "[]")[0] == "wrong-value"


def test_a_mapping_of_free_keys_refuses_those_that_cannot_be() -> None:
    value, told = given_value(mapping_of(str.islower, "Small letters.", number()), "{a: 1, B: 2}")

    assert value == {"a": 1}
    assert told == [("unknown-key", "Small letters.")]


PLACE = record(
    dict,
    {"name": fields.required(texts.text()), "day": fields.optional(dates.day),
     "inner": fields.optional(record(dict, {"x": fields.required(number())}))},
)  # fmt: skip


def test_a_record_tells_all_mistakes_at_once() -> None:
    value, told = given_value(PLACE, "{naem: a, day: soon, colour: red}")

    assert value is None
    assert [code for code, _ in told] == ["unknown-key", "wrong-type", "unknown-key"]
    assert told[0][1].startswith("Did you mean `name`?")
    assert told[2][1] == "Keys: name, day, inner."


def test_a_required_key_that_is_missing_is_told_once() -> None:
    assert refused(PLACE, "{day: 2026-01-01}") == ("missing-key", "Add `name: …`.")


def test_a_required_key_whose_record_is_broken_is_not_called_missing_too() -> None:
    outer = record(dict, {"inner": fields.required(record(dict, {"x": fields.required(number())}))})

    assert refused(outer, "{inner: {}}") == ("missing-key", "Add `x: …`.")


def test_an_optional_key_that_is_wrong_leaves_the_record_whole() -> None:
    value, told = given_value(PLACE, "{name: a, day: soon, inner: {}}")

    assert value == {"name": "a"}
    assert [code for code, _ in told] == ["wrong-type", "missing-key"]
