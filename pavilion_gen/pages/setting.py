"""What every page module works with: one locale of the portal or of a pavilion, and its tools."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from pavilion_gen.catalogue.references import target as link_target
from pavilion_gen.catalogue.world import Catalogue, World
from pavilion_gen.content.load import PictureFile
from pavilion_gen.materials.files import Gallery
from pavilion_gen.materials.markdown import Destination, Heading, Markdown, plain_text
from pavilion_gen.materials.markdown import Picture as PlacedPicture
from pavilion_gen.materials.words import Words
from pavilion_gen.model.country import Country, Picture
from pavilion_gen.model.text import Html, LocalizedText, choose
from pavilion_gen.pages.addresses import FOLDERS, Addresses
from pavilion_gen.pages.parts import (
    Alternate,
    Card,
    Head,
    LanguageLink,
    Link,
    Page,
    Phrase,
    PictureView,
)

_HAN = re.compile("[\u3400-\u9fff]")


class PlannedPage(msgspec.Struct, frozen=True, gc=False):
    """One page before it is rendered: where it goes, its template, its view, its frame.

    chrome: key of the chrome it is shown in. indexed: it stands in the sitemap.
    changed: the newest date of the content it shows, where one is known.
    """

    address: str
    template: str
    view: Page
    chrome: tuple[str, str]
    indexed: bool
    changed: date | None = None


class Shared(msgspec.Struct, frozen=True, gc=False):
    """The tools that all settings share. words: by BCP 47 tag."""

    world: World
    addresses: Addresses
    gallery: Gallery
    markdown: Markdown
    words: dict[str, Words]


class Setting:
    """A locale of the portal (no catalogue) or of one pavilion."""

    def __init__(self, shared: Shared, locale: str, catalogue: Catalogue | None = None) -> None:
        self.shared = shared
        self.world = shared.world
        self.addresses = shared.addresses
        self.catalogue = catalogue
        self.locale = locale
        self.country = catalogue.id if catalogue else ""
        self.locales = catalogue.country.locales if catalogue else self.world.site.portal
        self.tag = self.tag_of(locale)
        self.words = shared.words[self.tag]
        self.cards: dict[str, Card] = {}
        self.fallbacks = catalogue.fallbacks if catalogue else self.world.site.portal
        portal = self.world.site.portal
        self.portal_locale = locale if locale in portal else portal[min(1, len(portal) - 1)]
        self.portal_lang = "" if self.portal_locale == locale else self.tag_of(self.portal_locale)

    # Languages

    def tag_of(self, locale: str, catalogue: Catalogue | None = None) -> str:
        """The BCP 47 tag of a locale here, or in another pavilion."""
        country = catalogue or self.catalogue
        if country is not None and locale in country.country.tags:
            return country.country.tags[locale]
        return self.world.site.locales[locale].tag

    def phrase(self, text: LocalizedText, fallbacks: Iterable[str] | None = None) -> Phrase:
        """A localised text here, marked with its language where that is another one."""
        words, locale = choose(text, self.locale, fallbacks or self.fallbacks)
        return Phrase(words, "" if locale == self.locale or not words else self.tag_of(locale))

    def chinese(self, text: LocalizedText) -> Phrase:
        """The Chinese form of a text, marked as such on pages in other languages."""
        for key, locale in self.world.site.locales.items():
            if locale.script == "han" and key in text:
                return Phrase(text[key], "" if key == self.locale else self.tag_of(key))
        return Phrase("")

    def as_written(self, text: str) -> Phrase:
        """A text that has one form for all locales; Han in it is Chinese, and is marked as that."""
        if self.words.is_chinese or not _HAN.search(text):
            return Phrase(text)
        return Phrase(text, "zh-Hans")

    def native(self, text: LocalizedText, catalogue: Catalogue | None = None) -> Phrase:
        """The form in the country's own language, where it is not the page's; else empty."""
        catalogue = catalogue or self.catalogue
        if catalogue is None:
            return Phrase("")
        own = catalogue.country.source
        if own == self.locale or own not in text:
            return Phrase("")
        return Phrase(text[own], self.tag_of(own, catalogue))

    def country_name(self, country: Country) -> Phrase:
        """A country's name here: as its editors write it, else by CLDR."""
        if self.locale in country.name:
            return Phrase(country.name[self.locale])
        return Phrase(self.words.territory(country.id))

    def html(self, text: LocalizedText) -> Html:
        """A Markdown text here; inside a `<div lang>` where it is in another language."""
        words, locale = choose(text, self.locale, self.fallbacks)
        html, _ = self.markdown(words)
        if html and locale != self.locale:
            return Html(f'<div lang="{self.tag_of(locale)}">{html}</div>')
        return html

    def markdown(self, text: str, first_level: int = 3) -> tuple[Html, tuple[Heading, ...]]:
        """Markdown with its links resolved for this locale."""
        return self.shared.markdown.convert(
            text, resolve=self._resolve, find_picture=self._find_picture, first_level=first_level
        )

    def summary_of(self, text: LocalizedText, longest: int = 150) -> str:
        """The words of a Markdown text, for descriptions."""
        return plain_text(self.html(text), longest)

    # Addresses

    def at(self, *steps: str) -> str:
        """The address of a page of this pavilion (or of the portal) in this locale."""
        return self.addresses.to(self.locale, self.country, *steps)

    def portal_at(self, *steps: str) -> str:
        """The address of a portal page, in its locale nearest to this one."""
        return self.addresses.to(self.portal_locale, *steps)

    def pavilion_locale(self, catalogue: Catalogue) -> tuple[str, str]:
        """(locale, tag or "") in which a pavilion is shown to a visitor of this locale."""
        locales = catalogue.country.locales
        if self.locale in locales:
            return self.locale, ""
        other = locales[min(1, len(locales) - 1)]
        return other, self.tag_of(other, catalogue)

    def _resolve(self, link: str) -> Destination | None:
        found = link_target(link, self.country)
        if found is None:
            return None
        country, kind, id_ = found
        anchor = link.partition("#")[2]
        place = self._destination(country, kind, id_)
        if place is None or not anchor:
            return place
        return Destination(f"{place.url}#{anchor}", place.lang)

    def _destination(self, country: str, kind: str, id_: str) -> Destination | None:
        world = self.world
        if kind == "page":
            known = any(page.id == id_ for page in world.pages)
            return Destination(self.portal_at(id_), self.portal_lang) if known else None
        if kind == "campaign":
            known = any(settled.campaign.id == id_ for settled in world.campaigns)
            url = self.portal_at("campaigns", id_)
            return Destination(url, self.portal_lang) if known else None
        if kind == "category":
            country = country or self.country
        catalogue = world.catalogue(country)
        if catalogue is None or not has_page(catalogue, kind, id_):
            return None
        locale, lang = self.pavilion_locale(catalogue)
        folder = FOLDERS.get(kind) or guide_kind(catalogue, id_)
        return Destination(self.addresses.to(locale, country, folder, id_), lang)

    # Pictures

    def picture_file(self, file: str, country: str | None = None) -> PictureFile | None:
        """A picture of this country, of another one, or (country "") of the shared files."""
        country = self.country if country is None else country
        if not country:
            return self.world.pictures.get(file)
        catalogue = self.world.catalogue(country)
        return catalogue.pictures.get(f"countries/{country}/{file}") if catalogue else None

    def picture(
        self, picture: Picture | None, name: Phrase, country: str | None = None
    ) -> PictureView | None:
        """A picture with its alternative text here; where there is none, the thing's name."""
        file = self.picture_file(picture.file, country) if picture else None
        if picture is None or file is None:
            return None
        placed = self.shared.gallery.picture(file)
        alt = self.phrase(picture.alt) if picture.alt else name
        return PictureView(placed.src, placed.width, placed.height, alt)

    def _find_picture(self, name: str) -> PlacedPicture | None:
        file = self.picture_file(f"images/{name}")
        return self.shared.gallery.picture(file) if file else None

    # What all views have

    def head(
        self,
        titles: Iterable[str],
        description: str,
        steps: tuple[str, ...],
        *,
        robots: str = "",
        image: str = "",
        kind: str = "website",
        locales: Iterable[str] | None = None,
        canonical: str = "",
    ) -> Head:
        """The head of the page at `steps`. locales: those in which its text is translated."""
        site_name = self.phrase(self.world.site.name, self.world.site.portal).text
        parts = [part for part in titles if part]
        if not parts or parts[-1] != site_name:
            parts.append(site_name)
        own = tuple(self.locales if locales is None else locales)
        url = self.addresses.absolute(canonical or self.at(*steps))
        alternates: tuple[Alternate, ...] = ()
        robots = "noindex" if self.world.drafts else robots
        if not robots and self.locale in own:
            alternates = self._alternates(steps, own)
        return Head(
            title=" – ".join(parts),
            description=description,
            canonical=url,
            alternates=alternates,
            robots=robots,
            image=self.addresses.absolute(image) if image and not image.endswith(".svg") else "",
            kind=kind,
        )

    def _alternates(
        self, steps: tuple[str, ...], locales: tuple[str, ...]
    ) -> tuple[Alternate, ...]:
        links = [
            Alternate(
                self.tag_of(locale),
                self.addresses.absolute(self.addresses.to(locale, self.country, *steps)),
            )
            for locale in self.locales
            if locale in locales
        ]
        first = next(locale for locale in self.locales if locale in locales)
        default = self.addresses.to(first, self.country, *steps)
        if not self.country and not steps:
            default = self.addresses.to()
        return (*links, Alternate("x-default", self.addresses.absolute(default)))

    def languages(
        self, steps: tuple[str, ...], translated: Iterable[str] | None = None
    ) -> tuple[LanguageLink, ...]:
        """The same page in every locale of its pavilion."""
        known = set(self.locales if translated is None else translated)
        return tuple(
            LanguageLink(
                name=self.world.site.locales[locale].name,
                url=self.addresses.to(locale, self.country, *steps),
                lang=self.tag_of(locale),
                current=locale == self.locale,
                fallback=locale not in known,
            )
            for locale in self.locales
        )

    def breadcrumb(self, *links: Link) -> tuple[Link, ...]:
        """Portal, pavilion, and what is given."""
        site = self.world.site
        trail = [
            Link(
                self.phrase(site.name, site.portal),
                self.portal_at(),
                self.portal_lang,
            )
        ]
        if self.catalogue is not None:
            trail.append(Link(self.phrase(self.catalogue.country.pavilion), self.at()))
        return (*trail, *links)

    def chrome_key(self) -> tuple[str, str]:
        return self.country, self.locale


def has_page(catalogue: Catalogue, kind: str, id_: str) -> bool:
    """Whether a thing of a pavilion has a page at the clock's instant."""
    if kind == "product":
        return any(settled.product.id == id_ for settled in catalogue.products)
    if kind == "merchant":
        return any(judged.merchant.id == id_ for judged in catalogue.merchants)
    if kind == "partner":
        return any(partner.id == id_ for partner in catalogue.country.partners)
    if kind == "guide":
        return any(guide.id == id_ for guide in catalogue.guides)
    groups: Mapping[str, object] = (
        catalogue.by_region if kind == "region" else catalogue.by_category
    )
    return id_ in groups


def guide_kind(catalogue: Catalogue, id_: str) -> str:
    return next(guide.kind for guide in catalogue.guides if guide.id == id_)


def newest(dates: Iterable[date | None]) -> date | None:
    """The newest of some dates, where any is known."""
    return max((day for day in dates if day is not None), default=None)
