"""The keys of a country's files: country, merchants, product lists, guides."""

from __future__ import annotations

from typing import Any

from pavilion_gen.content.amounts import currency, gtin, money, net, number, price
from pavilion_gen.content.campaign_records import window
from pavilion_gen.content.dates import day, moment, timezone_name
from pavilion_gen.content.fields import list_of, mapping_of, optional, record, required
from pavilion_gen.content.reading import BAD, Spot
from pavilion_gen.content.shared_records import EVIDENCE, PLATFORMS, tag
from pavilion_gen.content.texts import (
    boolean,
    choice,
    colour,
    ident,
    locale_key,
    localised,
    picture_file,
    prose,
    reference,
    text,
    url,
    with_alt,
)
from pavilion_gen.model.country import (
    Channel,
    Country,
    Evidence,
    Merchant,
    Palette,
    Partner,
    Picture,
    Region,
)
from pavilion_gen.model.product import FormerPrice, Product, Stock, Variant

_NAME = 60

_region = record(
    Region,
    {
        "id": required(ident()),
        "name": required(localised(text(_NAME))),
        "speciality": optional(localised(text(120))),
        "text": optional(localised(prose())),
    },
)

_partner = record(
    Partner,
    {
        "id": required(ident()),
        "name": required(localised(text(120))),
        "role": required(localised(text(60))),
        "text": optional(localised(prose())),
        "url": optional(url),
        "approved": optional(day),
    },
)


def _country(**values: Any) -> Country:
    return Country(id="", **values)


country = record(
    _country,
    {
        "status": required(choice("draft", "planned", "live")),
        "name": required(localised(text(_NAME), "public")),
        "pavilion": required(localised(text(_NAME), "public")),
        "locales": required(list_of(locale_key, 1)),
        "source": required(locale_key),
        "tags": optional(mapping_of(lambda _: True, "", tag)),
        "currency": required(currency),
        "timezone": required(timezone_name),
        "palette": required(
            record(
                Palette,
                {
                    "accent": required(colour),
                    "deep": required(colour),
                    "soft": required(colour),
                    "night": required(colour),
                },
            )
        ),
        "intro": required(localised(prose(), "public")),
        "regions": optional(list_of(_region)),
        "partners": optional(list_of(_partner)),
        "opens": optional(moment),
    },
)

merchant = record(
    Merchant,
    {
        "id": required(ident()),
        "name": required(localised(text(_NAME))),
        "region": optional(reference("region")),
        "since": optional(number("1000", "2100", whole=True)),
        "size": optional(choice("small", "medium")),
        "text": optional(localised(prose())),
        "channels": optional(
            list_of(
                record(
                    Channel,
                    {
                        "platform": required(choice(*PLATFORMS)),
                        "since": optional(day),
                        "url": required(url),
                    },
                )
            )
        ),
        "dispatch_hours": optional(number("1", "10000")),
        "evidence": optional(
            list_of(
                record(
                    Evidence,
                    {
                        "kind": required(choice(*EVIDENCE)),
                        "document": required(text(80)),
                        "issuer": optional(text(120)),
                        "issued": optional(day),
                        "expires": optional(day),
                        "under_review": optional(boolean),
                    },
                )
            )
        ),
    },
)


_out_since = record(dict, {"out": required(day)})
_in_or_out = choice("in", "out")


def stock(value: Any, spot: Spot) -> Any:
    """`in`, `out`, or {out: date}."""
    if isinstance(value, dict):
        since = _out_since(value, spot)
        return BAD if since in (None, BAD) else Stock(False, since["out"])
    word = _in_or_out(value, spot)
    return BAD if word is BAD else Stock(word == "in")


def _was(**values: Any) -> FormerPrice:
    return FormerPrice(window=window(values), **values)


LABEL = ("name", "ingredients", "material", "storage", "shelf_life", "date_mark", "use",
         "producer", "warnings")  # fmt: skip

_variant = record(
    Variant,
    {
        "id": required(ident()),
        "name": required(localised(text(_NAME))),
        "net": optional(net),
        "price": optional(money),
        "gtin": optional(gtin),
        "sku": optional(text(40)),
        "url": optional(url),
        "stock": optional(stock),
    },
)


def _product(tax: str = "excluded", **values: Any) -> Product:
    return Product(tax_included=tax == "included", window=window(values), **values)


product = record(
    _product,
    {
        "id": required(ident()),
        "name": required(localised(text(120))),
        "summary": required(localised(text(240))),
        "text": optional(localised(prose())),
        "category": required(reference("category")),
        "merchant": required(reference("merchant")),
        "region": optional(reference("region")),
        "speciality": optional(boolean),
        "tags": optional(list_of(ident())),
        "pictures": optional(
            list_of(
                with_alt(
                    record(
                        Picture,
                        {
                            "file": required(picture_file),
                            "alt": optional(localised(text(200), "alt")),
                        },
                    ),
                    "file",
                    "alt",
                )
            )
        ),
        "price": optional(money),
        "tax": optional(choice("included", "excluded")),
        "tax_class": optional(reference("tax class")),
        "was": optional(
            record(
                _was,
                {
                    "price": required(price),
                    "basis": required(localised(text(120))),
                    "from": required(moment),
                    "until": required(moment),
                },
            )
        ),
        "net": optional(net),
        "gtin": optional(gtin),
        "sku": optional(text(40)),
        "origin": optional(localised(text(80))),
        "label": optional(
            mapping_of(lambda key: key in LABEL, "Keys: " + ", ".join(LABEL) + ".", text(400))
        ),
        "variants": optional(list_of(_variant)),
        "url": optional(url),
        "stock": optional(stock),
        "from": optional(moment),
        "until": optional(moment),
        "added": optional(day),
    },
)


# A translation repeats only the alternative text.
_guide_picture = record(dict, {"file": optional(picture_file), "alt": optional(text(200))})


guide = record(
    dict,
    {
        "title": required(text(120)),
        "summary": required(text(240)),
        "added": optional(day),
        "checked": optional(day),
        "region": optional(reference("region")),
        "season": optional(list_of(number("1", "12", whole=True))),
        "picture": optional(_guide_picture),
        "products": optional(list_of(reference("product"))),
        "sources": optional(list_of(url)),
    },
)


_translation = record(
    dict,
    {
        "title": required(text(120)),
        "summary": required(text(240)),
        "picture": optional(_guide_picture),
    },
)

_SHARED_FACTS = ("added", "checked", "region", "season", "products", "sources")


def translation(value: Any, spot: Spot) -> Any:
    """The front matter of a guide's page in another language than its source."""
    if isinstance(value, dict):
        for key in _SHARED_FACTS:
            if key in value:
                spot.into(key).error(
                    "unknown-key",
                    f"`{key}` stands in the page that is written first; all languages share it.",
                    "Delete it here.",
                    key=True,
                )
        value = {key: entry for key, entry in value.items() if key not in _SHARED_FACTS}
    return _translation(value, spot)
