"""The types of fields: each reads one value strictly, or says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from typing import Any, Protocol

from pavilion_gen.content.markdown_links import links
from pavilion_gen.content.reading import BAD, Link, PictureUse, Reference, Spot, TextUse
from pavilion_gen.content.yaml_tree import Plain
from pavilion_gen.diagnostics import nearest
from pavilion_gen.model.money import Money, Quantity, decimals

NULLS = frozenset({"", "null", "~", "Null", "NULL"})
RESERVED = frozenset({"page", "price-up", "price-down", "index"})
_IDENT = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*\Z")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}:?[0-9]{2})?\Z"
)
_URL = re.compile(r"https?://[^\s/?#<>\"]+\.?[^\s<>\"]*\Z")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_NET = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(ml|l|g|kg|piece|pieces)\Z", re.IGNORECASE)
_PICTURE = re.compile(r"images/[a-z0-9-]+\.(?:svg|png|jpg|jpeg|webp|avif)\Z")


class Field(Protocol):
    """A type of field: reads `value` found at `spot`; BAD after telling of a mistake."""

    def __call__(self, value: Any, spot: Spot) -> Any: ...


def is_null(value: Any) -> bool:
    """Whether the editor left the value out: nothing, `null` or `~` without quotes."""
    return isinstance(value, Plain) and value in NULLS


def kind_of(value: Any) -> str:
    """What a value is, in an editor's words."""
    if isinstance(value, dict):
        return "a mapping of keys to values"
    if isinstance(value, list):
        return "a list"
    return "a single value"


def scalar(value: Any, spot: Spot, wanted: str) -> Any:
    """The text of a single value, or BAD."""
    if isinstance(value, str):
        return str(value)
    return spot.error("wrong-type", f"Here stands {kind_of(value)} instead of {wanted}.",
                      f"Write {wanted}.")  # fmt: skip


def text(longest: int = 400) -> Field:
    """One line of text, at most `longest` characters, exactly as written."""

    def read(value: Any, spot: Spot) -> Any:
        line = scalar(value, spot, "one line of text")
        if line is BAD:
            return BAD
        line = line.strip()
        if not line:
            return spot.error(
                "wrong-value", "The text is empty.", "Write it, or leave the key out."
            )
        if "\n" in line:
            return spot.error(
                "wrong-value", "This text has several lines.", "Write it as one line."
            )
        if len(line) > longest:
            return spot.error("wrong-value", f"This text has {len(line)} characters.",
                              f"At most {longest} fit here.")  # fmt: skip
        return line

    return read


def prose(longest: int = 40_000) -> Field:
    """Markdown of any number of lines; its links are noted."""

    def read(value: Any, spot: Spot) -> Any:
        body = scalar(value, spot, "a text")
        if body is BAD:
            return BAD
        if len(body) > longest:
            return spot.error("wrong-value", f"This text has {len(body)} characters.",
                              f"At most {longest} fit here.")  # fmt: skip
        note_links(body, spot, str(spot.path[-1]))
        return body.strip()

    return read


def note_links(body: str, spot: Spot, locale: str) -> None:
    """Notes the links of a Markdown text that stands at `spot`."""
    for target, nth in links(body):
        spot.reading.links.append(Link(spot.place(find=target, nth=nth), locale, target))


_LINE = text()


def localised(inner: Field = _LINE, role: str = "text") -> Field:
    """A mapping from locale key to text. role: see `TextUse`."""

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, dict):
            return spot.error(
                "wrong-type",
                f"Here stands {kind_of(value)} instead of one text a locale.",
                "Write each text under its locale: {zh: …, en: …}.",
            )
        known = spot.reading.context.locales
        texts: dict[str, str] = {}
        bad = False
        for locale, entry in value.items():
            at = spot.into(locale)
            if known and locale not in known and is_null(entry):
                at.error("yaml-syntax", "A comma ends a text inside braces; this is what follows it.",
                         "Put the whole text in quotes.", key=True)  # fmt: skip
                bad = True
            elif known and locale not in known:
                at.error("unknown-locale", f"The site has no locale `{locale}`.",
                         _did_you_mean(locale, known, "Locales"), key=True)  # fmt: skip
                bad = True
            elif is_null(entry):
                continue
            else:
                result = inner(entry, at)
                bad = bad or result is BAD
                texts[locale] = "" if result is BAD else result
        if not bad:
            spot.reading.texts.append(TextUse(spot.place(), tuple(sorted(texts)), role))
        return texts

    return read


def _did_you_mean(word: str, known: Any, what: str) -> str:
    near = nearest(word, known)
    listed = ", ".join(sorted(known)[:24])
    return (f"Did you mean `{near}`? " if near else "") + f"{what}: {listed}."


def ident(*, reserved: frozenset[str] = RESERVED) -> Field:
    """An id: lower-case letters a-z, digits and hyphens; it becomes part of an address."""

    def read(value: Any, spot: Spot) -> Any:
        word = scalar(value, spot, "an id")
        if word is BAD:
            return BAD
        if not _IDENT.match(word) or len(word) > 80:
            return spot.error("wrong-value", f"`{word[:80]}` cannot be an id.",
                              "Use a-z, 0-9 and hyphens, at most 80, such as `lavender-honey`.")  # fmt: skip
        if word in reserved:
            return spot.error("reserved-id", f"`{word}` is reserved for addresses.",
                              "Choose another id.")  # fmt: skip
        return word

    return read


def reference(kind: str) -> Field:
    """The id of something of `kind`; `country/id` where shared files name a product."""

    def read(value: Any, spot: Spot) -> Any:
        word = scalar(value, spot, f"the id of a {kind}")
        if word is BAD:
            return BAD
        spot.reading.references.append(Reference(spot.place(), kind, word))
        return word

    return read


def boolean(value: Any, spot: Spot) -> Any:
    """true or false."""
    if isinstance(value, Plain) and value in ("true", "false"):
        return value == "true"
    return spot.error("wrong-type", "This is neither true nor false.", "Write `true` or `false`.")


def number(least: str = "0", most: str = "1000000000", whole: bool = False) -> Field:
    """An exact decimal number (or whole number, as int) from `least` to `most`."""

    def read(value: Any, spot: Spot) -> Any:
        word = scalar(value, spot, "a number")
        if word is BAD:
            return BAD
        if not _NUMBER.match(word) or (whole and "." in word) or len(word) > 24:
            kind = "whole number" if whole else "number"
            return spot.error("wrong-type", f"`{word[:40]}` is not a {kind}.",
                              "Write digits, with a point before decimals, such as 72.")  # fmt: skip
        amount = Decimal(word)
        if not Decimal(least) <= amount <= Decimal(most):
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
    if amount <= 0:
        return spot.error("bad-price", f"The price {word} is not above zero.",
                          "Write what it costs, or leave the key out.")  # fmt: skip
    if amount > 10_000_000:
        return spot.error("bad-price", f"The price {word} is out of range.", "Check the digits.")
    exponent = amount.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    if currency and places > decimals(currency):
        return spot.error("bad-price", f"The price {word} has {places} decimals.",
                          f"{currency} has {decimals(currency)}: round it.")  # fmt: skip
    return amount


def money(value: Any, spot: Spot) -> Any:
    """A price, in the country's currency or as {amount, currency}."""
    if isinstance(value, dict):
        fields = record(dict, {"amount": required(_any), "currency": required(currency)})
        parts = fields(value, spot)
        if parts is BAD or parts is None:
            return BAD
        amount = _amount(parts["amount"], spot.into("amount"), parts["currency"])
        return BAD if amount is BAD else Money(amount, parts["currency"])
    amount = price(value, spot)
    return BAD if amount is BAD else Money(amount, spot.reading.context.currency or "XXX")


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


@cache
def _time_zones() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(available_timezones())


def timezone_name(value: Any, spot: Spot) -> Any:
    """A name of the time zone database."""
    word = scalar(value, spot, "a time zone")
    if word is BAD:
        return BAD
    if word not in _time_zones():
        near = nearest(word, _time_zones())
        return spot.error("wrong-value", f"There is no time zone `{word[:40]}`.",
                          f"Did you mean `{near}`?" if near else "Write it as Europe/Paris.")  # fmt: skip
    return word


def day(value: Any, spot: Spot) -> Any:
    """A date, as 2026-10-01."""
    word = scalar(value, spot, "a date")
    if word is BAD:
        return BAD
    return _day(word, word, spot)


def _day(word: str, whole: str, spot: Spot) -> Any:
    found = _DATE.match(word)
    if not found:
        return spot.error("wrong-type", f"`{whole[:40]}` is not a date.", "Write it as 2026-10-01.")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return spot.error("wrong-value", f"There is no day {whole}.", "Look at the calendar again.")


def moment(value: Any, spot: Spot) -> Any:
    """A date, or a time as 2027-07-10T10:00 with or without a zone (+08:00, Z)."""
    word = scalar(value, spot, "a date or time")
    if word is BAD:
        return BAD
    found = _MOMENT.match(word)
    if not found:
        return _day(word, word, spot)
    whole = _day(found[1], word, spot)
    if whole is BAD:
        return BAD
    try:
        time = datetime(whole.year, whole.month, whole.day, int(found[2]), int(found[3]),  # noqa: DTZ001
                        int(found[4] or 0))  # fmt: skip
        return time.replace(tzinfo=_zone(found[5])) if found[5] else time
    except ValueError:
        return spot.error("wrong-value", f"There is no time {word}.", "Hours go from 00 to 23.")


def _zone(offset: str) -> timezone:
    if offset == "Z":
        return timezone.utc  # noqa: UP017
    sign = -1 if offset[0] == "-" else 1
    digits = offset[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def instant(value: Any, spot: Spot) -> Any:
    """A time with its zone."""
    at = moment(value, spot)
    if at is BAD:
        return BAD
    if not isinstance(at, datetime) or at.tzinfo is None:
        return spot.error("wrong-type", "A time with its zone is needed here.",
                          "Write it as 2027-07-15T00:00+08:00.")  # fmt: skip
    return at


def url(value: Any, spot: Spot) -> Any:
    """An absolute http or https address."""
    word = scalar(value, spot, "an address")
    if word is BAD:
        return BAD
    if len(word) > 2000 or not _URL.match(word):
        return spot.error("wrong-value", f"`{word[:60]}` is not a web address.",
                          "Write it whole, beginning with https://.")  # fmt: skip
    return word


def colour(value: Any, spot: Spot) -> Any:
    """A colour as #RRGGBB."""
    word = scalar(value, spot, "a colour")
    if word is BAD:
        return BAD
    if not _COLOUR.match(word):
        return spot.error("wrong-value", f"`{word[:40]}` is not a colour.",
                          "Write it in quotes, as \"#734BA4\".")  # fmt: skip
    return word.upper()


def choice(*options: str) -> Field:
    """One of a few words."""

    def read(value: Any, spot: Spot) -> Any:
        word = scalar(value, spot, "one word")
        if word is BAD:
            return BAD
        if word not in options:
            return spot.error("wrong-value", f"`{word[:40]}` is not one of the choices.",
                              _did_you_mean(word, options, "Choices"))  # fmt: skip
        return word

    return read


def locale_key(value: Any, spot: Spot) -> Any:
    """A locale of the site."""
    word = scalar(value, spot, "a locale")
    known = spot.reading.context.locales
    if word is not BAD and known and word not in known:
        return spot.error("unknown-locale", f"The site has no locale `{word[:40]}`.",
                          _did_you_mean(word, known, "Locales"))  # fmt: skip
    return word


def net(value: Any, spot: Spot) -> Any:
    """A net content such as 250 g, 0.75 l or 6 pieces."""
    word = scalar(value, spot, "a net content")
    if word is BAD:
        return BAD
    found = _NET.match(word)
    if not found or Decimal(found[1]) <= 0 or len(found[1]) > 12:
        return spot.error("wrong-value", f"`{word[:40]}` is not a net content.",
                          "Write an amount and a unit (ml, l, g, kg, piece): 250 g.")  # fmt: skip
    return Quantity(Decimal(found[1]), found[2].lower().removesuffix("s"))


def gtin(value: Any, spot: Spot) -> Any:
    """A GTIN-8, 12, 13 or 14 with a right check digit (GS1 General Specifications, 7.9)."""
    word = scalar(value, spot, "a GTIN")
    if word is BAD:
        return BAD
    if re.fullmatch(r"[0-9]+[.,][0-9]+[eE]\+?[0-9]+", word):
        return spot.error("bad-gtin", f"`{word}` is a GTIN that a spreadsheet has rounded.",
                          "Write all its digits, in quotes.")  # fmt: skip
    if not word.isascii() or not word.isdigit() or len(word) not in (8, 12, 13, 14):
        return spot.error("bad-gtin", f"`{word[:40]}` is not a GTIN.",
                          "A GTIN has 8, 12, 13 or 14 digits; write them in quotes.")  # fmt: skip
    from stdnum import ean

    if not ean.is_valid(word):
        right = ean.calc_check_digit(word[:-1])
        return spot.error("bad-gtin", f"The check digit of {word} is wrong.",
                          f"If the other digits are right, the last one is {right}.")  # fmt: skip
    return word


def picture_file(value: Any, spot: Spot) -> Any:
    """A picture below `images/`; whether it is there is looked at later."""
    word = scalar(value, spot, "the path of a picture")
    if word is BAD:
        return BAD
    if word.startswith(("/", "~", "\\")) or ".." in word.split("/") or re.match(r"[A-Za-z]:", word):
        return spot.error("outside-tree", f"`{word[:60]}` leads out of the folder.",
                          "Name a file below images/, such as images/lavender-honey.svg.")  # fmt: skip
    if not _PICTURE.match(word):
        return spot.error("wrong-value", f"`{word[:60]}` is not the path of a picture.",
                          "Write images/<id>.svg (or png, jpg, webp, avif); a-z, 0-9, hyphens.")  # fmt: skip
    spot.reading.pictures.append(PictureUse(spot.place(), word))
    return word


def month_day(value: Any, spot: Spot) -> Any:
    """A day of the year, as 06-06."""
    word = scalar(value, spot, "a day of the year")
    if word is BAD:
        return BAD
    if not re.fullmatch(r"[0-9]{2}-[0-9]{2}", word):
        return spot.error("wrong-value", f"`{word[:40]}` is not a day of the year.",
                          "Write month and day as 06-06.")  # fmt: skip
    whole = _day(f"2000-{word}", word, spot)
    return BAD if whole is BAD else word


def list_of(inner: Field, least: int = 0) -> Field:
    """A list, as a tuple; entries that are wrong are told of and left out."""

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, list):
            return spot.error("wrong-type", f"Here stands {kind_of(value)} instead of a list.",
                              "Write each entry on a line of its own, after `- `.")  # fmt: skip
        if len(value) < least:
            return spot.error("wrong-value", "The list is too short.",
                              f"It needs at least {least}.")  # fmt: skip
        items = [inner(entry, spot.into(index)) for index, entry in enumerate(value)]
        return tuple(item for item in items if item is not BAD and item is not None)

    return read


def mapping_of(key: Callable[[str], bool], known: str, inner: Field) -> Field:
    """A mapping whose keys are content. known: what a key may be, for the message."""

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, dict):
            return spot.error("wrong-type", f"Here stands {kind_of(value)} instead of a mapping.",
                              "Write `key: value` pairs.")  # fmt: skip
        result = {}
        for name, entry in value.items():
            at = spot.into(name)
            if not key(name):
                at.error("unknown-key", f"`{name[:40]}` cannot stand here.", known, key=True)
                continue
            read_entry = inner(entry, at)
            if read_entry is not BAD:
                result[name] = read_entry
        return result

    return read


class Key:
    """A key of a record: its field, and whether it must be there."""

    __slots__ = ("field", "must")

    def __init__(self, field: Field, must: bool) -> None:
        self.field = field
        self.must = must


def required(field: Field) -> Key:
    """A key that must be there."""
    return Key(field, True)


def optional(field: Field) -> Key:
    """A key that may be left out or null."""
    return Key(field, False)


def record(make: Callable[..., Any], keys: Mapping[str, Key]) -> Field:
    """A mapping with known keys, as `make(**values)`; None after mistakes that leave it broken.

    All its keys are read, so that all mistakes are told at once.
    """

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, dict):
            return spot.error("wrong-type", f"Here stands {kind_of(value)} instead of a mapping.",
                              "Write `key: value` lines with these keys: "
                              + ", ".join(keys) + ".")  # fmt: skip
        values: dict[str, Any] = {}
        guessed: set[str] = set()
        whole = True
        for name, entry in value.items():
            key = keys.get(name)
            at = spot.into(name)
            if key is None:
                near = nearest(name, keys.keys() - value.keys()) or nearest(name, keys)
                guessed.add(near or "")
                at.error("unknown-key", f"There is no key `{name[:60]}` here.",
                         (f"Did you mean `{near}`? " if near else "")
                         + "Keys: " + ", ".join(keys) + ".", key=True)  # fmt: skip
                continue
            if is_null(entry):
                continue
            result = key.field(entry, at)
            if result is BAD or result is None:
                whole = whole and not key.must
                guessed.add(name)
            else:
                values[name] = result
        for name, key in keys.items():
            if key.must and name not in values:
                whole = False
                if name not in guessed:
                    spot.error("missing-key", f"The key `{name}` is missing.",
                               f"Add `{name}: …`.")  # fmt: skip
        if not whole:
            return None
        return make(**values)

    return read
