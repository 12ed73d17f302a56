"""What every page module works with: one locale of the portal or of a pavilion, and its tools."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import msgspec

from pavilion_gen.catalogue.references import target as link_target
from pavilion_gen.catalogue.settle import places
from pavilion_gen.catalogue.world import Catalogue, Hall, SettledProduct, World
from pavilion_gen.materials.files import File
from pavilion_gen.materials.han import Han
from pavilion_gen.materials.markdown import Destination, Heading, Markdown, plain_text
from pavilion_gen.materials.pictures import Gallery
from pavilion_gen.materials.pictures import Picture as PlacedPicture
from pavilion_gen.materials.words import Words
from pavilion_gen.model.country import Country, Picture
from pavilion_gen.model.picture import PictureFile
from pavilion_gen.model.text import Html, LocalizedText, choose
from pavilion_gen.pages.addresses import Addresses
from pavilion_gen.pages.parts import (
    NOTHING,
    Alternate,
    Card,
    Document,
    Head,
    LanguageLink,
    Link,
    MerchantCard,
    Page,
    Phrase,
    PictureView,
    Shop,
)
from pavilion_gen.pages.related import Neighbours

NO_HTML = Html("")
_HAN = re.compile("[\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[。！？]|[.!?](?= )")
HAN_SHOWN, LETTERS_SHOWN = 80, 150  # of a description; where a page is shared, some fewer


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


class PlannedDocument(msgspec.Struct, frozen=True, gc=False):
    """One file for machines (an index, a calendar, a feed) before it is written."""

    address: str
    view: Document


Planned = PlannedPage | PlannedDocument


class Route(NamedTuple):
    """An address, and what makes the page or document there; nothing of it is reckoned before.

    goods: gives those that the page shows something of, beside what all pages of its pavilion
    show; None where it may be any.
    """

    address: str
    make: Callable[[], Planned]
    goods: Callable[[], Sequence[SettledProduct]] | None = None


class Shared(msgspec.Struct, frozen=True, gc=False):
    """The tools that all settings share.

    words: by BCP 47 tag. assets: addresses of the theme's files, by their name there. ready: base
    pictures of posters to save, by theirs. makes: what the theme wants beside its pages. han: tells
    of characters. neighbours: of a pavilion's goods.
    """

    world: World
    addresses: Addresses
    gallery: Gallery
    markdown: Markdown
    words: Mapping[str, Words]
    assets: Mapping[str, str]
    ready: Mapping[str, File]
    makes: frozenset[str]
    han: Callable[[Iterable[str]], Han]
    neighbours: Neighbours | None = None


class Setting:
    """A locale of the portal (no hall) or of one pavilion.

    What several pages of a setting show is made once: cards, the trail, the languages.
    """

    def __init__(self, shared: Shared, locale: str, hall: Hall | None = None) -> None:
        self.shared = shared
        self.world = shared.world
        self.addresses = shared.addresses
        self.hall = hall
        self.locale = locale
        self.country = hall.id if hall else ""
        self.locales = hall.country.locales if hall else self.world.site.portal
        self.tag = self.tag_of(locale)
        self.words = shared.words[self.tag]
        self.cards: dict[str, Card] = {}
        self.merchant_cards: dict[str, MerchantCard] = {}
        self.prices: Any = None
        self.shops: dict[str, tuple[Shop, ...]] = {}
        self._placed: dict[int, tuple[Picture, PictureView]] = {}
        self._regions: dict[str, Phrase] = {}
        self._links: dict[str, Destination | None] = {}
        self.fallbacks = hall.fallbacks if hall else self.world.site.portal
        portal = self.world.site.portal
        self.portal_locale = locale if locale in portal else portal[min(1, len(portal) - 1)]
        self.portal_lang = "" if self.portal_locale == locale else self.tag_of(self.portal_locale)
        self._root = self.addresses.to(locale, self.country)

    @property
    def catalogue(self) -> Catalogue:
        """The pavilion's goods; only where its own pages are made."""
        assert isinstance(self.hall, Catalogue)
        return self.hall

    @property
    def neighbours(self) -> Neighbours:
        """Which of the pavilion's goods stand near each other."""
        assert self.shared.neighbours is not None
        return self.shared.neighbours

    # Languages

    def translations(self, text: LocalizedText) -> tuple[str, ...]:
        """The locales here in which there is a text: mostly `locales` itself."""
        for locale in self.locales:
            if locale not in text:
                return tuple([locale for locale in self.locales if locale in text])
        return self.locales

    def tag_of(self, locale: str, catalogue: Hall | None = None) -> str:
        """The BCP 47 tag of a locale here, or in another pavilion."""
        hall = catalogue or self.hall
        if hall is not None and locale in hall.country.tags:
            return hall.country.tags[locale]
        return self.world.site.locales[locale].tag

    def phrase(self, text: LocalizedText, fallbacks: Iterable[str] | None = None) -> Phrase:
        """A localised text here, marked with its language where that is another one."""
        own = text.get(self.locale)
        if own is not None:
            return Phrase(own)
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

    def native(self, text: LocalizedText, catalogue: Hall | None = None) -> Phrase:
        """The form in the country's own language, where it is not the page's; else empty."""
        hall = catalogue or self.hall
        if hall is None:
            return NOTHING
        own = hall.country.source
        if own == self.locale or own not in text:
            return NOTHING
        return Phrase(text[own], self.tag_of(own, hall))

    def region_name(self, id_: str | None) -> Phrase:
        """The name of a region of this pavilion; empty where none is named."""
        if id_ is None:
            return NOTHING
        name = self._regions.get(id_)
        if name is None:
            region = self.hall.region(id_) if self.hall else None
            name = self._regions[id_] = self.phrase(region.name) if region else NOTHING
        return name

    def country_name(self, country: Country) -> Phrase:
        """A country's name here: as its editors write it, else by CLDR."""
        if self.locale in country.name:
            return Phrase(country.name[self.locale])
        return Phrase(self.words.territory(country.id))

    def html(self, text: LocalizedText) -> Html:
        """A Markdown text here; inside a `<div lang>` where it is in another language."""
        if not text:
            return NO_HTML
        words, locale = choose(text, self.locale, self.fallbacks)
        html, _ = self.markdown(words)
        if html and locale != self.locale:
            lang = self.tag_of(locale)
            return Html(f'<div lang="{lang}">{html}</div>', lang)
        return html

    def markdown(self, text: str, first_level: int = 3) -> tuple[Html, tuple[Heading, ...]]:
        """Markdown with its links resolved for this locale."""
        return self.shared.markdown.convert(
            text, resolve=self._resolve, find_picture=self._find_picture, first_level=first_level
        )

    def summary_of(self, text: LocalizedText) -> str:
        """The words of a Markdown text, for descriptions."""
        return self.description_of(self.html(text))

    def description_of(self, html: Html) -> str:
        """The beginning of a text, as long as those show it who list or share a page.

        It ends with a sentence, where one ends far enough.
        """
        longest = HAN_SHOWN if self.words.is_chinese else LETTERS_SHOWN
        words = plain_text(html, longest)
        if not words.endswith("…"):
            return words
        end = max((found.end() for found in _SENTENCE_END.finditer(words)), default=0)
        return words[:end] if end >= longest * 0.4 else words

    # Addresses

    def at(self, *steps: str) -> str:
        """The address of a page of this pavilion (or of the portal) in this locale."""
        return self._root + _path(steps)

    def poster_at(self, *steps: str) -> str:
        """The address of the poster of a page here; empty where the theme has no posters."""
        return self.at(*steps, "poster") if "posters" in self.shared.makes else ""

    def portal_at(self, *steps: str) -> str:
        """The address of a portal page, in its locale nearest to this one."""
        return self.addresses.to(self.portal_locale, *steps)

    def pavilion_locale(self, catalogue: Hall) -> tuple[str, str]:
        """(locale, tag or "") in which a pavilion is shown to a visitor of this locale."""
        locales = catalogue.country.locales
        if self.locale in locales:
            return self.locale, ""
        other = locales[min(1, len(locales) - 1)]
        return other, self.tag_of(other, catalogue)

    def _resolve(self, link: str) -> Destination | None:
        if link not in self._links:
            self._links[link] = self._resolved(link)
        return self._links[link]

    def _resolved(self, link: str) -> Destination | None:
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
        if kind == "page":
            known = any(page.id == id_ for page in self.world.pages)
            return Destination(self.portal_at(id_), self.portal_lang) if known else None
        if kind == "campaign":
            known = id_ in self.world.campaign_ids
            url = self.portal_at("campaigns", id_)
            return Destination(url, self.portal_lang) if known else None
        if (country == self.country or kind == "category") and isinstance(self.hall, Catalogue):
            own = self._places.get(kind, {}).get(id_)
            return Destination(self.at(own, id_)) if own else None
        showcase = self.world.showcase(country)
        folder = showcase.places.get(kind, {}).get(id_) if showcase else None
        if showcase is None or folder is None:
            return None
        locale, lang = self.pavilion_locale(showcase)
        return Destination(self.addresses.to(locale, country, folder, id_), lang)

    @cached_property
    def _places(self) -> dict[str, dict[str, str]]:
        return places(self.catalogue)

    # Pictures

    def picture_file(self, file: str, country: str | None = None) -> PictureFile | None:
        """A picture of this country, of another one, or (country "") of the shared files."""
        country = self.country if country is None else country
        if not country:
            return self.world.pictures.get(file)
        own = self.hall is not None and country == self.country
        hall = self.hall if own else self.world.showcase(country)
        return hall.pictures.get(f"countries/{country}/{file}") if hall else None

    def picture(
        self, picture: Picture | None, name: Phrase, country: str | None = None
    ) -> PictureView | None:
        """A picture with its alternative text here; where there is none, the thing's name."""
        if picture is None:
            return None
        known = self._placed.get(id(picture))
        if known is not None:
            return known[1]
        file = self.picture_file(picture.file, country)
        if file is None:
            return None
        placed = self.shared.gallery.picture(file)
        alt = self.phrase(picture.alt) if picture.alt else name
        view = PictureView(
            placed.src, placed.width, placed.height, alt, placed.avif, placed.webp, placed.tone,
            placed.mist,
        )  # fmt: skip
        if picture.alt:  # it is the content's own, which many pages show
            self._placed[id(picture)] = picture, view
        return view

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
        locales: Collection[str] | None = None,
        canonical: str = "",
        share: PictureView | None = None,
    ) -> Head:
        """The head of the page at `steps`. locales: those in which its text is translated."""
        parts = [part for part in titles if part]
        if not parts or parts[-1] != self._site_name:
            parts.append(self._site_name)
        own = self.locales if locales is None else locales
        path = _path(steps)
        robots = "noindex" if self.world.drafts else robots
        return Head(
            title=" – ".join(parts),
            description=description,
            canonical=self.addresses.host + (canonical or self._root + path),
            alternates=self._alternates(path, own) if not robots and self.locale in own else (),
            robots=robots,
            image=self.addresses.absolute(image) if image and not image.endswith(".svg") else "",
            kind=kind,
            share=share,
        )

    @cached_property
    def _site_name(self) -> str:
        return self.phrase(self.world.site.name, self.world.site.portal).text

    @cached_property
    def _in_locales(self) -> tuple[tuple[str, str, str, str], ...]:
        """(locale, its name, its tag, address of the hall or the portal) in every locale."""
        return tuple(
            (locale, self.world.site.locales[locale].name, self.tag_of(locale),
             self.addresses.to(locale, self.country))
            for locale in self.locales
        )  # fmt: skip

    def _alternates(self, path: str, locales: Collection[str]) -> tuple[Alternate, ...]:
        host = self.addresses.host
        links = [
            Alternate(tag, f"{host}{root}{path}")
            for locale, _, tag, root in self._in_locales
            if locales is self.locales or locale in locales
        ]
        default = links[0].url
        if not self.country and not path:
            default = self.addresses.absolute(self.addresses.to())
        return (*links, Alternate("x-default", default))

    def languages(
        self, steps: tuple[str, ...], translated: Collection[str] | None = None
    ) -> tuple[LanguageLink, ...]:
        """The same page in every locale of its pavilion."""
        known = self.locales if translated is None else translated
        path = _path(steps)
        return tuple(
            [
                LanguageLink(name, root + path, tag, locale == self.locale, locale not in known)
                for locale, name, tag, root in self._in_locales
            ]
        )

    def breadcrumb(self, *links: Link) -> tuple[Link, ...]:
        """Portal, pavilion, and what is given."""
        return (*self._trail, *links)

    @cached_property
    def _trail(self) -> tuple[Link, ...]:
        site = self.world.site
        portal = Link(self.phrase(site.name, site.portal), self.portal_at(), self.portal_lang)
        if self.hall is None:
            return (portal,)
        return portal, Link(self.phrase(self.hall.country.pavilion), self.at())

    def chrome_key(self) -> tuple[str, str]:
        return self.country, self.locale


@lru_cache(maxsize=256)
def _path(steps: tuple[str, ...]) -> str:
    """Steps as the end of an address; a page asks for its own several times."""
    return "".join([f"{step}/" for step in steps])


def newest(dates: Iterable[date | None]) -> date | None:
    """The newest of some dates, where any is known."""
    return max((day for day in dates if day is not None), default=None)
