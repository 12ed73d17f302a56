"""The keys of the shared files: site, categories, rates, tax, criteria, embassies, pages."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pavilion_gen.content.amounts import currency, number
from pavilion_gen.content.dates import day, moment, month_day, timezone_name
from pavilion_gen.content.fields import list_of, mapping_of, optional, record, required, scalar
from pavilion_gen.content.reading import BAD, Spot
from pavilion_gen.content.texts import (
    choice,
    ident,
    localised,
    prose,
    reference,
    text,
    url,
)
from pavilion_gen.diagnostics import nearest
from pavilion_gen.model.moment import Window
from pavilion_gen.model.site import (
    Category,
    Criteria,
    Criterion,
    Embassy,
    Legal,
    Locale,
    Rates,
    Site,
    TaxClass,
    TaxRules,
)

_LOCALE_KEY = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*\Z")


_CURRENCY = re.compile(r"[A-Z]{3}\Z")


_WORD = re.compile(r"[a-z][a-z0-9-]*\Z")


def _tag(value: Any, spot: Spot) -> Any:
    """A BCP 47 tag that the locale data know."""
    tag = scalar(value, spot, "a language tag")
    if tag is BAD:
        return BAD
    from babel import Locale as Data
    from babel.core import UnknownLocaleError

    try:
        Data.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return spot.error("wrong-value", f"`{tag[:40]}` is not a language tag that is known.",
                          "Write it as zh-Hans, en-GB or fr.")  # fmt: skip
    return tag


tag = _tag


_locale = record(
    dict,
    {
        "tag": required(_tag),
        "name": required(text(40)),
        "script": optional(choice("latin", "han", "thai")),
    },
)


def _base_url(value: Any, spot: Spot) -> Any:
    address = url(value, spot)
    if address is BAD:
        return BAD
    if "?" in address or "#" in address:
        return spot.error("wrong-value", "The base address has a query or a fragment.",
                          "Write scheme, host and path only: https://pavilions.example/.")  # fmt: skip
    return address if address.endswith("/") else address + "/"


def _site(portal: dict[str, Any], locales: dict[str, Any], **values: Any) -> Site:
    return Site(
        portal=portal["locales"],
        locales={key: Locale(key=key, **parts) for key, parts in locales.items() if parts},
        **values,
    )


def _portal_locale(value: Any, spot: Spot) -> Any:
    return scalar(value, spot, "a locale")


site = record(
    _site,
    {
        "name": required(localised(text(60), "every")),
        "tagline": optional(localised(text(120), "every")),
        "base_url": required(_base_url),
        "demonstration": optional(localised(text(200), "every")),
        "as_of": optional(day),
        "timezone": optional(timezone_name),
        "currency": optional(currency),
        "locales": required(
            mapping_of(
                lambda key: bool(_LOCALE_KEY.match(key)),
                "A locale is its part of the address: zh, en, pt-br.",
                _locale,
            )
        ),
        "portal": required(record(dict, {"locales": required(list_of(_portal_locale, 1))})),
        "legal": optional(record(Legal, {"icp": optional(text(60)), "police": optional(text(60))})),
    },
)


category = record(
    Category,
    {
        "id": required(ident()),
        "parent": optional(reference("category")),
        "name": required(localised(text(60), "every")),
        "text": optional(localised(text(200), "every")),
        "tax": optional(reference("tax class")),
    },
)


_date = record(dict, {"date": required(day)})
_head = record(dict, {"date": required(day), "source": required(localised(text(60), "public"))})
_rate = number("0.000001", "100000")


def rates(value: Any, spot: Spot) -> Any:
    """An entry of `rates.yaml`: date, source, and a rate a currency."""
    if not isinstance(value, dict):
        return _date(value, spot)
    head = _head({key: rate for key, rate in value.items() if not _CURRENCY.match(key)}, spot)
    yuan = {}
    for key in value:
        if _CURRENCY.match(key):
            at = spot.into(key)
            if currency(key, at) is BAD:
                continue
            rate = _rate(value[key], at)
            if rate is not BAD:
                yuan[key] = rate
    return None if head is None or head is BAD else Rates(yuan=yuan, **head)


def _tax(limits: dict[str, Any] | None = None, **values: Any) -> TaxRules:
    limits = limits or {}
    window = Window(values.pop("from", None), values.pop("until", None))
    return TaxRules(
        window=window,
        transaction_limit=limits.get("transaction"),
        year_limit=limits.get("year"),
        **values,
    )


_tax_class = record(
    TaxClass,
    {
        "vat": required(number("0", "1")),
        "consumption": optional(number("0", "0.99")),
        "above": optional(
            mapping_of(
                lambda unit: unit in ("ml", "g", "piece"),
                "Units: ml, g, piece.",
                number("0", "1000000"),
            )
        ),
    },
)


tax = record(
    _tax,
    {
        "from": required(moment),
        "until": optional(moment),
        "source": required(localised(text(120), "every")),
        "url": optional(url),
        "share": required(number("0", "1")),
        "limits": optional(
            record(
                dict,
                {"transaction": optional(number("1")), "year": optional(number("1"))},
            )
        ),
        "classes": required(
            mapping_of(
                lambda name: bool(_WORD.match(name)) and name not in ("included", "excluded"),
                "A class is a word such as general or wine.",
                _tax_class,
            )
        ),
    },
)


EVIDENCE = ("registration", "trademark", "authenticity", "service", "returns")


PLATFORMS = ("tmall", "tmall-global", "jd-worldwide", "own-site")


NUMBERS = ("dispatch_hours",)


_needs = record(
    dict,
    {
        "channel": optional(list_of(choice(*PLATFORMS), 1)),
        "evidence": optional(choice(*EVIDENCE)),
        "at_most": optional(
            record(dict, {"field": required(choice(*NUMBERS)), "value": required(number())})
        ),
    },
)


def _one_need(value: Any, spot: Spot) -> Any:
    before = len(spot.reading.diagnostics)
    needs = _needs(value, spot)
    if needs is None or needs is BAD or len(spot.reading.diagnostics) > before:
        return BAD
    if len(needs) != 1:
        return spot.error("wrong-value", "A criterion needs exactly one thing.",
                          "Write one of channel, evidence or at_most.")  # fmt: skip
    return needs


def _criterion(needs: dict[str, Any], **values: Any) -> Criterion:
    limit = needs.get("at_most") or {}
    return Criterion(
        channel=needs.get("channel", ()),
        evidence=needs.get("evidence", ""),
        field=limit.get("field", ""),
        at_most=limit.get("value"),
        **values,
    )


criterion = record(
    _criterion,
    {
        "id": required(ident()),
        "name": required(localised(text(120), "every")),
        "text": optional(localised(prose(), "every")),
        "needs": required(_one_need),
    },
)


criteria = record(
    Criteria,
    {
        "as_of": optional(day),
        "source": required(localised(text(200), "public")),
        "criteria": required(list_of(criterion, 1)),
    },
)


@cache
def _country_codes() -> frozenset[str]:
    from babel import Locale as Data

    names = (str(name) for name in Data("en").territories)
    return frozenset(name.lower() for name in names if re.fullmatch("[A-Z]{2}", name))


def country_code(value: Any, spot: Spot) -> Any:
    """An ISO 3166 code in small letters."""
    code = scalar(value, spot, "a country code")
    if code is BAD:
        return BAD
    known = _country_codes()
    if code not in known:
        near = nearest(code, known) if len(code) == 2 else None
        return spot.error("wrong-value", f"`{code[:20]}` is not an ISO country code.",
                          f"Did you mean `{near}`?" if near else "Write it as fr or se.")  # fmt: skip
    return code


embassy = record(
    Embassy,
    {
        "id": required(country_code),
        "name": required(localised(text(80), "public")),
        "country": required(localised(text(60), "public")),
        "national_day": optional(month_day),
    },
)


portal_page = record(dict, {"title": required(text(80)), "summary": required(text(240))})
