"""Fields that hold figures: numbers, prices, currencies, net contents, GTINs."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from pavilion_gen.content.fields import Field, record, required, scalar
from pavilion_gen.content.reading import BAD, Spot
from pavilion_gen.model.money import Money, Quantity, decimals

# ISO 4217's code for no currency: the country's file is too broken to name one
NO_CURRENCY = "XXX"
_NOTHING, _MOST = Decimal(0), Decimal(10_000_000)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")


_NET = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(ml|l|g|kg|piece|pieces)\Z", re.IGNORECASE)


def number(least: str = "0", most: str = "1000000000", whole: bool = False) -> Field:
    """An exact decimal number (or whole number, as int) from `least` to `most`."""

    lowest, highest = Decimal(least), Decimal(most)

    def read(value: Any, spot: Spot) -> Any:
        word = scalar(value, spot, "a number")
        if word is BAD:
            return BAD
        if not _NUMBER.match(word) or (whole and "." in word) or len(word) > 24:
            kind = "whole number" if whole else "number"
            return spot.error("wrong-type", f"`{word[:40]}` is not a {kind}.",
                              "Write digits, with a point before decimals, such as 72.")  # fmt: skip
        amount = Decimal(word)
        if not lowest <= amount <= highest:
            return spot.error("wrong-value", f"{word} is out of range.",
                              f"It must lie between {least} and {most}.")  # fmt: skip
        return int(amount) if whole else amount

    return read


def price(value: Any, spot: Spot) -> Any:
    """A positive amount in the country's currency, with no more decimals than it has."""
    return _amount(value, spot, spot.reading.context.currency)


def _amount(value: Any, spot: Spot, currency: str) -> Any:
    word = scalar(value, spot, "a price such as 14.90")
    if word is BAD:
        return BAD
    if not _NUMBER.match(word) or len(word) > 16:
        if re.fullmatch(r"-?[0-9]{1,3}(?:[.,' ][0-9]{3})*,[0-9]+|[0-9]+,[0-9]+", word):
            digits = re.sub("[.' ]", "", word).replace(",", ".")
            help_ = f"Decimals follow a point: write {digits}."
        else:
            help_ = "Write digits and a point, without the currency: 14.90."
        return spot.error("bad-price", f"`{word[:40]}` is not a price.", help_)
    amount = Decimal(word)
    if amount <= _NOTHING:
        return spot.error("bad-price", f"The price {word} is not above zero.",
                          "Write what it costs, or leave the key out.")  # fmt: skip
    if amount > _MOST:
        return spot.error("bad-price", f"The price {word} is out of range.", "Check the digits.")
    places = len(word.partition(".")[2])
    if currency and places > decimals(currency):
        return spot.error("bad-price", f"The price {word} has {places} decimals.",
                          f"{currency} has {decimals(currency)}: round it.")  # fmt: skip
    return amount


def money(value: Any, spot: Spot) -> Any:
    """A price, in the country's currency or as {amount, currency}."""
    if isinstance(value, dict):
        parts = _money(value, spot)
        if parts is BAD or parts is None:
            return BAD
        amount = _amount(parts["amount"], spot.into("amount"), parts["currency"])
        return BAD if amount is BAD else Money(amount, parts["currency"])
    amount = price(value, spot)
    return BAD if amount is BAD else Money(amount, spot.reading.context.currency or NO_CURRENCY)


def _any(value: Any, spot: Spot) -> Any:
    return value


def currency(value: Any, spot: Spot) -> Any:
    """An ISO 4217 code that the locale data know."""
    word = scalar(value, spot, "a currency code")
    if word is BAD:
        return BAD
    from babel.numbers import is_currency

    if not re.fullmatch(r"[A-Z]{3}", word) or not is_currency(word):
        return spot.error("wrong-value", f"`{word[:20]}` is not a currency code.",
                          "Write the three letters of ISO 4217, such as EUR.")  # fmt: skip
    return word


_money = record(dict, {"amount": required(_any), "currency": required(currency)})


def net(value: Any, spot: Spot) -> Any:
    """A net content such as 250 g, 0.75 l or 6 pieces."""
    word = scalar(value, spot, "a net content")
    if word is BAD:
        return BAD
    found = _NET.match(word)
    amount = Decimal(found[1]) if found and len(found[1]) <= 12 else _NOTHING
    if not found or amount <= _NOTHING:
        return spot.error("wrong-value", f"`{word[:40]}` is not a net content.",
                          "Write an amount and a unit (ml, l, g, kg, piece): 250 g.")  # fmt: skip
    return Quantity(amount, found[2].lower().removesuffix("s"))


def gtin(value: Any, spot: Spot) -> Any:
    """A GTIN-8, 12, 13 or 14 with a right check digit (GS1 General Specifications, 7.9)."""
    word = scalar(value, spot, "a GTIN")
    if word is BAD or _is_gtin(word):
        return word
    if word.strip("“”‘’") != word:
        return spot.error("bad-gtin", "These are curly quotes.",
                          f'Write it in straight ones: "{word.strip("“”‘’")[:20]}".')  # fmt: skip
    if re.fullmatch(r"[0-9]+[.,][0-9]+[eE]\+?[0-9]+", word):
        return spot.error("bad-gtin", f"`{word}` is a GTIN that a spreadsheet has rounded.",
                          "Write all its digits, in quotes.")  # fmt: skip
    if not word.isascii() or not word.isdigit() or len(word) not in (8, 12, 13, 14):
        return spot.error("bad-gtin", f"`{word[:40]}` is not a GTIN.",
                          "A GTIN has 8, 12, 13 or 14 digits; write them in quotes.")  # fmt: skip
    from stdnum import ean

    right = ean.calc_check_digit(word[:-1])
    return spot.error("bad-gtin", f"The check digit of {word} is wrong.",
                      f"If the other digits are right, the last one is {right}.")  # fmt: skip


def _is_gtin(word: str) -> bool:
    """Whether these are so many digits, the last of which is right (as `stdnum.ean` reckons it)."""
    if len(word) not in (8, 12, 13, 14) or not word.isascii() or not word.isdigit():
        return False
    digits = word.encode()
    odd, even = digits[::-2], digits[-2::-2]
    return (sum(odd) - 48 * len(odd) + 3 * (sum(even) - 48 * len(even))) % 10 == 0
