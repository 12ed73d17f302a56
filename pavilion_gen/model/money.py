"""Amounts of money and quantities of goods, exact."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import msgspec

CENT = Decimal("0.01")

# ISO 4217: currencies whose smallest unit is not a hundredth
_DECIMALS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "KWD": 3, "BHD": 3, "JOD": 3}


def decimals(currency: str) -> int:
    """How many decimals an amount of `currency` (ISO 4217) has."""
    return _DECIMALS.get(currency, 2)


def round_half_up(amount: Decimal, unit: Decimal = CENT) -> Decimal:
    """`amount` to the nearest `unit`, a half upward (as tax is rounded to the fen)."""
    return amount.quantize(unit, rounding=ROUND_HALF_UP)


class Money(msgspec.Struct, frozen=True, gc=False):
    """An exact amount in a currency (ISO 4217)."""

    amount: Decimal
    currency: str


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A net content: amount in ml, l, g, kg or piece."""

    amount: Decimal
    unit: str

    def reference(self) -> tuple[Decimal, str]:
        """(share of the reference quantity, reference): unit prices are per 100 ml, 100 g, 1 piece.

        250 g is (2.5, "100g"); 1 l is (10, "100ml"); 3 pieces are (3, "piece").
        """
        if self.unit in ("l", "kg"):
            return self.amount * 10, "100ml" if self.unit == "l" else "100g"
        if self.unit in ("ml", "g"):
            return self.amount / 100, f"100{self.unit}"
        return self.amount, "piece"
