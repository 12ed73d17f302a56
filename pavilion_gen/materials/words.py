"""Finished strings of one locale: dates, money, numbers, units by CLDR; messages by gettext."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property, partial
from gettext import NullTranslations
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    get_currency_name,
    get_currency_symbol,
)
from babel.units import format_unit

from pavilion_gen.materials.figures import Write, quick
from pavilion_gen.model.money import Money, Quantity, decimals

BEIJING = ZoneInfo("Asia/Shanghai")
_DOLLARS = {"USD": "US$", "NZD": "NZ$", "AUD": "AU$", "SGD": "S$", "CAD": "CA$", "HKD": "HK$"}
_UNITS = {"ml": "milliliter", "l": "liter", "g": "gram", "kg": "kilogram"}
# CLDR writes 克 only in its long form, and 毫升 only in its short one
_CHINESE_FORM: dict[str, Literal["short", "long"]] = {
    "ml": "short", "l": "short", "g": "long", "kg": "long",
}  # fmt: skip
NBSP = "\u00a0"


class Words:
    """The words of a locale. tag: BCP 47, such as `zh-Hans` or `en-GB`.

    Two policies beside CLDR: dollars always carry their country, and percents keep up to two
    decimals. Spaces inside amounts and dates do not break.
    """

    def __init__(self, tag: str, catalog: NullTranslations) -> None:
        self.tag = tag
        self.locale = Locale.parse(tag, sep="-")
        self.catalog = catalog
        self.is_chinese = self.locale.language == "zh"
        self._amounts: dict[str, Write] = {}
        # (unit, plural form) to what stands around the number
        self._around: dict[tuple[str, str], list[str]] = {}
        self._quantities: dict[Quantity, str] = {}
        self._days: dict[date, str] = {}
        self._instants: dict[tuple[float, str], str] = {}

    def gettext(self, message: str, **values: object) -> str:
        """A message of the theme, with its values put in."""
        text = self.catalog.gettext(message)
        return text % values if values else text

    def ngettext(self, one: str, many: str, n: int, **values: object) -> str:
        """A message that counts, in the plural form of the locale."""
        return self.catalog.ngettext(one, many, n) % {"num": n, **values}

    @cached_property
    def plurals(self) -> tuple[tuple[str, int], ...]:
        """CLDR's plural categories here that whole numbers have, each with the least of them."""
        found: dict[str, int] = {}
        for number in range(200):
            found.setdefault(self.locale.plural_form(number), number)
        return tuple(found.items())

    def money(self, money: Money) -> str:
        """An amount in its currency; in Chinese a currency without sign is named."""
        write = self._amounts.get(money.currency)
        if write is None:
            write = quick(partial(self._any_amount, money.currency))
            self._amounts[money.currency] = write
        return write(money.amount)

    def _any_amount(self, currency: str, amount: Decimal) -> str:
        symbol = get_currency_symbol(currency, locale=self.locale)
        if self.is_chinese and symbol == currency:
            pattern = f"#,##0.{'0' * decimals(currency)}".rstrip(".")
            figures = format_decimal(amount, format=pattern, locale=self.locale)
            return figures + get_currency_name(currency, amount, locale=self.locale)
        text = format_currency(amount, currency, locale=self.locale)
        dollar = _DOLLARS.get(currency)
        if dollar and symbol != dollar:
            text = text.replace(symbol, dollar, 1)
        return self._spaced(text, symbol, currency)

    @staticmethod
    def _spaced(text: str, symbol: str, currency: str) -> str:
        if symbol == currency:
            # CLDR sets a space between a code and the figures; Babel leaves it out
            text = re.sub(rf"(?<={symbol})(?=\d)", NBSP, text)
        return text.replace(" ", NBSP)

    def yuan(self, amount: Decimal) -> str:
        """An amount in yuan."""
        return self._yuan(amount)

    def round_yuan(self, yuan: int) -> str:
        """A round sum in yuan, without decimals: `¥50`, `50 CNY`."""
        pattern = self.locale.currency_formats["standard"].pattern.replace(".00", "")
        text = format_currency(yuan, "CNY", pattern, self.locale, currency_digits=False)
        return self._spaced(text, get_currency_symbol("CNY", locale=self.locale), "CNY")

    @cached_property
    def _yuan(self) -> Write:
        return quick(partial(self._any_amount, "CNY"))

    def number(self, number: Decimal | int) -> str:
        """A plain number, grouped; decimals are kept, as a rate of exchange needs them."""
        return self._number(Decimal(number))

    @cached_property
    def _number(self) -> Write:
        return quick(self._any_number)

    def _any_number(self, number: Decimal) -> str:
        pattern = self.locale.decimal_formats[None].pattern.replace("0.###", "0.######")
        return format_decimal(number, format=pattern, locale=self.locale)

    def hours(self, number: Decimal) -> str:
        """`72 hours`."""
        return self._in_unit(number, "duration-hour", "short" if self.is_chinese else "long")

    def percent(self, fraction: Decimal) -> str:
        """0.063 as `6.3%` in the pattern of the locale."""
        return self._hundredths(fraction.scaleb(2))

    @cached_property
    def _hundredths(self) -> Write:
        return quick(self._any_hundredths)

    def _any_hundredths(self, hundredths: Decimal) -> str:
        pattern = self.locale.percent_formats[None].pattern.replace("#,##0", "#,##0.##")
        text = format_percent(hundredths.scaleb(-2), format=pattern, locale=self.locale)
        return text.replace(" ", NBSP)

    def date(self, day: date) -> str:
        """A date in words."""
        text = self._days.get(day)
        if text is None:
            text = format_date(day, format="long", locale=self.locale)
            if self.locale.language == "fr" and day.day == 1:
                text = text.replace("1 ", "1er ", 1)  # CLDR has no ordinal; French print does
            text = self._days[day] = text.replace(" ", NBSP)
        return text

    def month_day(self, text: str) -> str:
        """`06-06` in words, without a year."""
        month, _, day = text.partition("-")
        from babel.dates import format_skeleton

        when = datetime.combine(date(2000, int(month), int(day)), time())
        return format_skeleton("MMMMd", when, locale=self.locale).replace(" ", NBSP)

    def instant(self, at: datetime, zone: ZoneInfo = BEIJING) -> str:
        """Date and time to the minute, in `zone`."""
        key = at.timestamp(), zone.key
        text = self._instants.get(key)
        if text is None:
            local = at.astimezone(zone)
            clock = format_datetime(local, "HH:mm", locale=self.locale)
            text = self._instants[key] = f"{self.date(local.date())}{NBSP}{clock}"
        return text

    @cached_property
    def _months(self) -> dict[int, str]:
        # Not "stand-alone": Babel keeps that alias resolved for whichever locale asked first
        names = self.locale.months["format"]["wide"]
        return {int(number): str(name) for number, name in names.items()}

    def months(self, months: tuple[int, ...]) -> str:
        """A season: `June–July`, or a list where the months do not follow each other."""
        if not months:
            return ""
        following = all((b - a) % 12 == 1 for a, b in pairwise(months))
        if following and len(months) > 1:
            return f"{self._months[months[0]]}–{self._months[months[-1]]}"
        return self.list(self._months[month] for month in months)

    def list(self, items: Iterable[str]) -> str:
        """Items as a list in words."""
        return format_list(list(items), locale=self.locale)

    def quantity(self, quantity: Quantity) -> str:
        """A net content: `250 g`, `250克`."""
        text = self._quantities.get(quantity)
        if text is None:
            text = self._quantities[quantity] = self._quantity(quantity)
        return text

    def _quantity(self, quantity: Quantity) -> str:
        if quantity.unit == "piece":
            number = self.number(quantity.amount)
            count = int(quantity.amount)
            return self.ngettext("%(number)s piece", "%(number)s pieces", count, number=number)
        length = _CHINESE_FORM[quantity.unit] if self.is_chinese else "short"
        return self._in_unit(quantity.amount, _UNITS[quantity.unit], length)

    def _in_unit(self, amount: Decimal, unit: str, length: Literal["short", "long"]) -> str:
        number = self._measure(amount)
        form = unit, self.locale.plural_form(amount)
        around = self._around.get(form)
        if around is None:
            text = format_unit(amount, unit, length, locale=self.locale).replace(" ", NBSP)
            around = self._around[form] = text.split(number)
        return number.join(around)

    @cached_property
    def _measure(self) -> Write:
        return quick(self._any_measure)

    def _any_measure(self, amount: Decimal) -> str:
        return format_decimal(amount, locale=self.locale).replace(" ", NBSP)

    def reference(self, reference: str) -> str:
        """What a unit price is for: `100 ml`, `100克`, a piece."""
        if reference == "piece":
            return self.gettext("piece")
        return self.quantity(Quantity(Decimal(100), reference.removeprefix("100")))

    def language(self, tag: str) -> str:
        """The name of a language, in this one."""
        name = self.locale.languages.get(Locale.parse(tag, sep="-").language)
        return str(name) if name else tag

    def territory(self, code: str) -> str:
        """The name of a country (ISO code in small letters), in this language."""
        return str(self.locale.territories.get(code.upper(), code.upper()))
