"""Finished strings of one locale: dates, money, numbers, units by CLDR; messages by gettext."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property
from gettext import NullTranslations
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, get_currency_name, get_currency_symbol
from babel.units import format_unit

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
        self._amounts: dict[Money, str] = {}
        self._quantities: dict[Quantity, str] = {}

    def gettext(self, message: str, **values: object) -> str:
        """A message of the theme, with its values put in."""
        text = self.catalog.gettext(message)
        return text % values if values else text

    def ngettext(self, one: str, many: str, n: int, **values: object) -> str:
        """A message that counts, in the plural form of the locale."""
        return self.catalog.ngettext(one, many, n) % {"num": n, **values}

    def money(self, money: Money) -> str:
        """An amount in its currency; in Chinese a currency without sign is named."""
        if money not in self._amounts:
            self._amounts[money] = self._money(money)
        return self._amounts[money]

    def _money(self, money: Money) -> str:
        places = decimals(money.currency)
        symbol = get_currency_symbol(money.currency, locale=self.locale)
        if self.is_chinese and symbol == money.currency:
            amount = format_decimal(
                money.amount, format=f"#,##0.{'0' * places}".rstrip("."), locale=self.locale
            )
            return amount + get_currency_name(money.currency, money.amount, locale=self.locale)
        text = format_currency(money.amount, money.currency, locale=self.locale)
        dollar = _DOLLARS.get(money.currency)
        if dollar and symbol != dollar:
            text = text.replace(symbol, dollar, 1)
        if symbol == money.currency:
            # CLDR sets a space between a code and the figures; Babel leaves it out
            text = re.sub(rf"(?<={symbol})(?=\d)", NBSP, text)
        return text.replace(" ", NBSP)

    def yuan(self, amount: Decimal) -> str:
        """An amount in yuan."""
        return self.money(Money(amount, "CNY"))

    def number(self, number: Decimal | int) -> str:
        """A plain number, grouped; decimals are kept, as a rate of exchange needs them."""
        pattern = self.locale.decimal_formats[None].pattern.replace("0.###", "0.######")
        return format_decimal(number, format=pattern, locale=self.locale)

    def hours(self, number: Decimal) -> str:
        """`72 hours`."""
        length: Literal["short", "long"] = "short" if self.is_chinese else "long"
        text = format_unit(number, "duration-hour", length, locale=self.locale)
        return text.replace(" ", NBSP)

    def percent(self, fraction: Decimal) -> str:
        """0.063 as `6.3%` in the pattern of the locale."""
        pattern = self.locale.percent_formats[None].pattern.replace("#,##0", "#,##0.##")
        from babel.numbers import format_percent

        return format_percent(fraction, format=pattern, locale=self.locale).replace(" ", NBSP)

    def date(self, day: date) -> str:
        """A date in words."""
        text = format_date(day, format="long", locale=self.locale)
        if self.locale.language == "fr" and day.day == 1:
            text = text.replace("1 ", "1er ", 1)  # CLDR has no ordinal; French print does
        return text.replace(" ", NBSP)

    def month_day(self, text: str) -> str:
        """`06-06` in words, without a year."""
        month, _, day = text.partition("-")
        from babel.dates import format_skeleton

        when = datetime.combine(date(2000, int(month), int(day)), time())
        return format_skeleton("MMMMd", when, locale=self.locale).replace(" ", NBSP)

    def instant(self, at: datetime, zone: ZoneInfo = BEIJING) -> str:
        """Date and time to the minute, in `zone`."""
        local = at.astimezone(zone)
        clock = format_datetime(local, "HH:mm", locale=self.locale)
        return f"{self.date(local.date())}{NBSP}{clock}"

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
        if quantity not in self._quantities:
            self._quantities[quantity] = self._quantity(quantity)
        return self._quantities[quantity]

    def _quantity(self, quantity: Quantity) -> str:
        if quantity.unit == "piece":
            number = self.number(quantity.amount)
            count = int(quantity.amount)
            return self.ngettext("%(number)s piece", "%(number)s pieces", count, number=number)
        text = format_unit(
            quantity.amount,
            _UNITS[quantity.unit],
            _CHINESE_FORM[quantity.unit] if self.is_chinese else "short",
            locale=self.locale,
        )
        return text.replace(" ", NBSP)

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
