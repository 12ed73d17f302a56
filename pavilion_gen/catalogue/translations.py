"""Which texts exist in which locales, and what is said of those that do not."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from pavilion_gen.content.load import CountryContent, Part
from pavilion_gen.content.reading import TextUse
from pavilion_gen.diagnostics import Diagnostic, Path, Place
from pavilion_gen.model.country import Country


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


def shared_translations(
    part: Part, portal: tuple[str, ...], shown: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """Shared texts that are missing in a locale in which they are shown.

    portal: its locales, the default one first; shown: those of the portal and of all pavilions.
    """
    for text in part.uses.texts:
        yield from _missing(text, shown if text.role == "every" else portal, portal[:1])


def country_translations(
    part: Part, country: Country, portal: tuple[str, ...], offered: Collection[str]
) -> Iterator[Diagnostic]:
    """A country's texts that are missing in a locale in which they are shown.

    offered: products of campaigns, whose texts the portal shows too.
    """
    own = country.locales
    everywhere = tuple(dict.fromkeys((*own, *portal)))
    places = _shown_on_the_portal(part, offered)
    complete = tuple(sorted(everywhere))
    for text in part.uses.texts:
        if text.locales == complete:
            continue
        if text.role.startswith("public") or (places and _where(text.place) in places):
            yield from _missing(text, everywhere, (own[0], portal[0]), country.source)
        else:
            yield from _missing(text, own, own[:1], country.source)


def _where(place: Place) -> tuple[str, Path]:
    return place.file, place.path


def _shown_on_the_portal(part: Part, offered: Collection[str]) -> set[tuple[str, Path]]:
    """Places of the texts of products that campaigns offer."""
    places: set[tuple[str, Path]] = set()
    if not offered:
        return places
    for named in part.ids:
        if named.kind == "product" and named.id in offered:
            record = named.place.path[:-1]
            for field in (("name",), ("summary",), ("pictures", 0, "alt")):
                places.add((named.place.file, (*record, *field)))
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
        if alternative and not text.locales:
            help_ = f"Add `alt: {{{locale}: …}}`: what is to be seen on it."
        if is_page and not text.place.path:
            stem = text.place.file.rpartition("/")[2].split(".")[0]
            help_ = f"Write {stem}.{locale}.md beside it."
            if locale == source:
                help_ += " The facts that all languages share belong there."
        elif is_page:
            help_ = f"Add `picture: {{alt: …}}` to the page in `{locale}`."
        yield Diagnostic(code, text.place, f"{what} in `{locale}`.", help_)
