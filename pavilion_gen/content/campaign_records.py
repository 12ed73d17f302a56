"""The keys of a campaign."""

from __future__ import annotations

from typing import Any

from pavilion_gen.content.amounts import currency, number, price
from pavilion_gen.content.dates import instant, moment
from pavilion_gen.content.fields import list_of, optional, record, required
from pavilion_gen.content.reading import BAD, Spot
from pavilion_gen.content.texts import (
    localised,
    picture_file,
    prose,
    reference,
    text,
    url,
    with_alt,
)
from pavilion_gen.model.campaign import Campaign, Cancelled, Good, Item, Result, Tier
from pavilion_gen.model.country import Picture
from pavilion_gen.model.moment import Window

tier = record(
    Tier, {"buyers": required(number("1", "10000000", whole=True)), "price": required(price)}
)


def _item(alt: dict[str, str] | None = None, picture: str | None = None, **values: Any) -> Item:
    return Item(picture=Picture(picture, alt or {}) if picture else None, **values)


_item_record = with_alt(
    record(
        _item,
        {
            "name": required(localised(text(80), "public")),
            "picture": optional(picture_file),
            "alt": optional(localised(text(200), "public-alt")),
            "seller": required(localised(text(80), "public")),
            "url": required(url),
            "currency": required(currency),
            "category": required(reference("category")),
        },
    ),
    "picture",
    "public-alt",
)


_tiers = list_of(tier, 1)


def _falling(value: Any, spot: Spot) -> Any:
    tiers = _tiers(value, spot)
    if tiers is BAD or len(tiers) != len(value):
        return tiers
    for index in range(1, len(tiers)):
        earlier, later = tiers[index - 1], tiers[index]
        if later.buyers <= earlier.buyers:
            spot.into(index).into("buyers").error(
                "wrong-value", f"{later.buyers} buyers are not more than {earlier.buyers}.",
                "Let the steps rise in buyers.")  # fmt: skip
            return BAD
        if later.price >= earlier.price:
            spot.into(index).into("price").error(
                "wrong-value", f"{later.price} is not less than {earlier.price}.",
                "Let the price fall from step to step.")  # fmt: skip
            return BAD
    return tiers


_good_record = record(
    Good,
    {
        "product": optional(reference("product")),
        "item": optional(_item_record),
        "quota": optional(number("1", "100000000", whole=True)),
        "per_person": optional(number("1", "100000", whole=True)),
        "tiers": required(_falling),
    },
)


def _good(value: Any, spot: Spot) -> Any:
    before = len(spot.reading.diagnostics)
    good = _good_record(value, spot)
    if len(spot.reading.diagnostics) > before:
        return good
    if isinstance(value, dict) and ("product" in value) == ("item" in value):
        return spot.error("missing-key", "Goods are either a product or an item.",
                          "Write `product: fr/lavender-honey`, or `item:` with its keys.")  # fmt: skip
    return good


_ALWAYS = Window()


def window(values: dict[str, Any]) -> Window:
    """Takes `from` and `until` out of a record's values."""
    begins, ends = values.pop("from", None), values.pop("until", None)
    return Window(begins, ends) if begins or ends else _ALWAYS


def _campaign(**values: Any) -> Campaign:
    return Campaign(id="", window=window(values), **values)


campaign = record(
    _campaign,
    {
        "title": required(localised(text(80), "public")),
        "summary": required(localised(text(200), "public")),
        "text": optional(localised(prose(), "public")),
        "embassies": required(list_of(reference("embassy"), 1)),
        "from": required(moment),
        "until": required(moment),
        "goods": required(list_of(_good, 1)),
        "result": optional(
            record(
                Result,
                {"buyers": required(number("0", "100000000", whole=True)), "at": required(instant)},
            )
        ),
        "cancelled": optional(
            record(
                Cancelled,
                {"at": required(moment), "reason": required(localised(text(200), "public"))},
            )
        ),
    },
)
