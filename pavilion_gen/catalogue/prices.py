"""What a shopper pays: yuan by the dated rate, the cross-border tax, the unit price."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import msgspec

from pavilion_gen.model.money import Money, Quantity, decimals, round_half_up
from pavilion_gen.model.site import Category, Rates, Site, TaxClass, TaxRules

CURRENCY = "CNY"


class UnitPrice(msgspec.Struct, frozen=True, gc=False):
    """A price per reference quantity: 100ml, 100g or piece."""

    money: Money
    reference: str


class Reckoning(msgspec.Struct, frozen=True, gc=False):
    """A price with all that was reckoned from it.

    yuan: by the rate, before tax. tax_rate: of the class, as a fraction; tax: in yuan.
    total: what is paid in yuan. Each is None where there is no rate, or no simple rule of tax.
    """

    local: Money
    tax_included: bool
    yuan: Decimal | None = None
    rate: Decimal | None = None
    rate_date: date | None = None
    tax_rate: Decimal | None = None
    tax: Decimal | None = None
    total: Decimal | None = None
    unit: UnitPrice | None = None


class Tariff(msgspec.Struct, frozen=True, gc=False):
    """The rates and the rules of tax that hold at the clock's instant."""

    rates: Rates | None
    tax: TaxRules | None
    categories: dict[str, Category]

    def tax_class(self, category: str, named: str | None) -> str | None:
        """The class of a product: its own, else its category's or that of an ancestor."""
        seen: set[str] = set()
        found = named
        node = self.categories.get(category)
        while found is None and node is not None and node.id not in seen:
            seen.add(node.id)
            found = node.tax
            node = self.categories.get(node.parent or "")
        return found

    def reckon(
        self,
        local: Money,
        *,
        category: str,
        tax_class: str | None = None,
        tax_included: bool = False,
        net: Quantity | None = None,
    ) -> Reckoning:
        """The reckoning of one price."""
        rate = self.rate(local.currency)
        if rate is None:
            return Reckoning(local, tax_included, unit=_unit(local, net))
        yuan = round_half_up(local.amount * rate)
        share = None if tax_included else self._tax_rate(yuan, category, tax_class)
        tax = None if share is None else round_half_up(yuan * share)
        total = yuan + (tax or 0)
        return Reckoning(
            local,
            tax_included,
            yuan,
            rate,
            self.rates.date if self.rates and local.currency != CURRENCY else None,
            share,
            tax,
            total,
            _unit(Money(total, CURRENCY), net),
        )

    def rate(self, currency: str) -> Decimal | None:
        """Yuan for one unit of `currency`, or None."""
        if currency == CURRENCY:
            return Decimal(1)
        return self.rates.yuan.get(currency) if self.rates else None

    def _tax_rate(self, yuan: Decimal, category: str, named: str | None) -> Decimal | None:
        """The composite rate, where the simple rule holds: below the limit of a transaction,
        and in a class whose consumption tax does not depend on the unit price."""
        if self.tax is None:
            return None
        rules = self.tax.classes.get(self.tax_class(category, named) or "")
        limit = self.tax.transaction_limit
        if rules is None or rules.above or (limit is not None and yuan > limit):
            return None
        return composite_rate(rules, self.tax.share)


def composite_rate(rules: TaxClass, share: Decimal) -> Decimal:
    """(consumption tax + VAT) / (1 - consumption tax) × share (Cai Guan Shui [2018] No. 49)."""
    return (rules.consumption + rules.vat) / (1 - rules.consumption) * share


def _unit(money: Money, net: Quantity | None) -> UnitPrice | None:
    if net is None:
        return None
    count, reference = net.reference()
    if count == 1:
        return None
    unit = Decimal(1).scaleb(-decimals(money.currency))
    return UnitPrice(Money(round_half_up(money.amount / count, unit), money.currency), reference)


def rates_at(all_rates: tuple[Rates, ...], at: datetime, site: Site) -> Rates | None:
    """The newest entry that is not after the instant `at` (days in the site's time zone)."""
    today = at.astimezone(ZoneInfo(site.timezone)).date()
    past = [rates for rates in all_rates if rates.date <= today]
    return max(past, key=lambda rates: rates.date, default=None)


def tax_at(all_rules: tuple[TaxRules, ...], at: datetime, site: Site) -> TaxRules | None:
    """The rules whose window holds the instant `at`."""
    zone = ZoneInfo(site.timezone)
    return next((rules for rules in all_rules if rules.window.state(at, zone) == "open"), None)
