"""Which texts exist in which locales, and what is said of those that do not."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pavilion_gen.content.load import Content, CountryContent
from pavilion_gen.content.reading import TextUse
from pavilion_gen.diagnostics import Diagnostic, Path


class Measure(msgspec.Struct, frozen=True, gc=False):
    """The state of one locale: texts translated, shown in another locale, missing altogether."""

    locale: str
    translated: int
    fallback: int
    missing: int


def measure(country: CountryContent) -> tuple[Measure, ...]:
    """The translation of a country, locale by locale."""
    if country.country is None:
        return ()
    measures = []
    texts = [text for text in country.part.uses.texts if text.role != "alt"]
    for locale in country.country.locales:
        translated = sum(locale in text.locales for text in texts)
        missing = sum(not text.locales for text in texts)
        measures.append(Measure(locale, translated, len(texts) - translated - missing, missing))
    return tuple(measures)


def translations(content: Content) -> Iterator[Diagnostic]:
    """Texts that are missing in a locale in which they are shown."""
    site = content.shared.site
    if site is None:
        return
    portal = tuple(locale for locale in site.portal if locale in site.locales)
    if not portal:
        return
    default = portal[0]
    shown = _locales_shown(content, portal)
    for text in content.shared.part.uses.texts:
        wanted = shown if text.role == "every" else portal
        yield from _missing(text, wanted, (default,))
    offered = _campaign_texts(content)
    for country in content.countries:
        if country.country is None:
            continue
        own = country.country.locales
        for text in country.part.uses.texts:
            public = text.role.startswith("public") or (
                (country.id, text.place.file, text.place.path) in offered
            )
            wanted = tuple(dict.fromkeys((*own, *portal))) if public else own
            defaults = (own[0], default) if public else (own[0],)
            yield from _missing(text, wanted, defaults, country.country.source)


def _locales_shown(content: Content, portal: tuple[str, ...]) -> tuple[str, ...]:
    """The locales of the portal and of all pavilions that are not drafts."""
    locales = list(portal)
    for country in content.countries:
        if country.country is not None and country.country.status == "live":
            locales += country.country.locales
    return tuple(dict.fromkeys(locales))


def _campaign_texts(content: Content) -> set[tuple[str, str, Path]]:
    """Places of the texts of products that campaigns offer: the portal shows them too."""
    offered = {good.product for campaign in content.shared.campaigns for good in campaign.goods}
    places: set[tuple[str, str, Path]] = set()
    for country in content.countries:
        for named in country.part.ids:
            if named.kind == "product" and f"{country.id}/{named.id}" in offered:
                record = named.place.path[:-1]
                for field in (("name",), ("summary",), ("pictures", 0, "alt")):
                    places.add((country.id, named.place.file, (*record, *field)))
    return places


def _missing(
    text: TextUse, wanted: tuple[str, ...], defaults: tuple[str, ...], source: str = ""
) -> Iterator[Diagnostic]:
    absent = [locale for locale in wanted if locale not in text.locales]
    if not absent:
        return
    alternative = text.role.endswith("alt")
    is_page = text.place.file.endswith(".md")
    for locale in absent:
        if alternative:
            code, what = "missing-alt", "The alternative text is missing"
        elif locale in defaults:
            code, what = "missing-text", "The text is missing"
        else:
            code, what = "missing-translation", "The text is missing"
        help_ = f"Add `{locale}: …`."
        if is_page and not text.place.path:
            stem = text.place.file.rpartition("/")[2].split(".")[0]
            help_ = f"Write {stem}.{locale}.md beside it."
            if locale == source:
                help_ += " The facts that all languages share belong there."
        elif is_page:
            help_ = f"Add `picture: {{alt: …}}` to the page in `{locale}`."
        yield Diagnostic(code, text.place, f"{what} in `{locale}`.", help_)
