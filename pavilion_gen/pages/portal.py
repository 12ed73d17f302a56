"""The language choice at the root, and the portal over all pavilions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from pavilion_gen.catalogue.settle import in_season
from pavilion_gen.catalogue.world import Showcase
from pavilion_gen.model.country import Country, Partner
from pavilion_gen.model.text import LocalizedText, choose
from pavilion_gen.pages.cards import campaign_card, guide_card
from pavilion_gen.pages.parts import (
    Alternate,
    CampaignCard,
    GuideCard,
    Head,
    Link,
    Page,
    Phrase,
)
from pavilion_gen.pages.setting import PlannedPage, Route, Setting
from pavilion_gen.pages.text_pages import document_of


class LanguageChoice(msgspec.Struct, frozen=True, gc=False):
    """A language at the root. pavilions: those behind it, where the portal lacks the language."""

    name: str
    lang: str
    url: str
    pavilions: tuple[Link, ...] = ()


class RootView(Page, frozen=True, gc=False, kw_only=True):
    """`/`: every language, and the pavilions of those that the portal lacks."""

    names: tuple[Phrase, ...]
    taglines: tuple[Phrase, ...]
    choices: tuple[LanguageChoice, ...]
    demonstrations: tuple[Phrase, ...] = ()


class WindowCard(msgspec.Struct, frozen=True, gc=False):
    """A pavilion on the portal's wall. status: live or planned (no url); opens: a date in words.

    chinese: its name for the vertical plaque; native: in the country's own language.
    """

    country: str
    status: str
    name: Phrase
    chinese: Phrase
    native: Phrase
    url: str
    lang: str
    speciality: Phrase
    region: Phrase
    opens: str = ""


class PartnerLink(msgspec.Struct, frozen=True, gc=False):
    """A partner on the portal, with the country of its pavilion. lang: of its page."""

    country: str
    country_name: Phrase
    name: Phrase
    url: str
    lang: str


class PortalView(Page, frozen=True, gc=False, kw_only=True):
    """`/zh/`: the wall of windows and what is on now."""

    name: Phrase
    tagline: Phrase
    windows: tuple[WindowCard, ...]
    campaigns: tuple[CampaignCard, ...]
    campaigns_url: str
    partners: tuple[PartnerLink, ...]
    guides: tuple[GuideCard, ...]
    how: tuple[Link, ...]


CAMPAIGNS_SHOWN = 3
GUIDES_SHOWN = 3
COUNTRIES_NAMED = 12
HOW = ("about", "join", "shipping-and-tax")


def root(settings: Sequence[Setting]) -> Iterator[Route]:
    """`/`. settings: of the portal, in its locales."""
    yield Route(settings[0].addresses.to(), partial(_root, settings))


def _root(settings: Sequence[Setting]) -> PlannedPage:
    first = settings[0]
    world, addresses = first.world, first.addresses
    site = world.site
    choices = []
    for key, locale in site.locales.items():
        if key in site.portal:
            choices.append(LanguageChoice(locale.name, locale.tag, addresses.to(key)))
            continue
        pavilions = tuple(
            Link(
                _in_locale(catalogue.country.pavilion, key, first.tag_of(key, catalogue)),
                addresses.to(key, catalogue.id),
                first.tag_of(key, catalogue),
            )
            for catalogue in world.live
            if key in catalogue.country.locales
        )
        if pavilions:
            choices.append(LanguageChoice(locale.name, locale.tag, pavilions[0].url, pavilions))
    names = tuple(_in_locale(site.name, s.locale, s.tag) for s in settings if s.locale in site.name)
    alternates = [Alternate(setting.tag, addresses.absolute(setting.at())) for setting in settings]
    home = addresses.absolute(addresses.to())
    head = Head(
        title=" · ".join(name.text for name in names),
        description=_description(first),
        canonical=home,
        alternates=(*alternates, Alternate("x-default", home)),
        robots="noindex" if world.drafts else "",
    )
    view = RootView(
        head=head,
        names=names,
        taglines=tuple(
            _in_locale(site.tagline, s.locale, s.tag) for s in settings if s.locale in site.tagline
        ),
        choices=tuple(choices),
        demonstrations=tuple(
            _in_locale(site.demonstration, s.locale, s.tag)
            for s in settings
            if s.locale in site.demonstration
        ),
    )
    return PlannedPage(addresses.to(), "root.html", view, first.chrome_key(), True, site.as_of)


def _in_locale(text: LocalizedText, key: str, tag: str) -> Phrase:
    """A text in a given locale, always marked with its language."""
    words, found = choose(text, key, ())
    return Phrase(words, tag if found == key else "")


def portal(setting: Setting) -> Iterator[Route]:
    """The portal in one of its locales."""
    yield Route(setting.at(), partial(_portal, setting))


def _portal(setting: Setting) -> PlannedPage:
    world = setting.world
    site = world.site
    name = setting.phrase(site.name)
    tagline = setting.phrase(site.tagline) if site.tagline else Phrase("")
    current = [c for c in world.campaigns if c.state in ("open", "before")]
    current.sort(key=lambda c: (c.state != "open", c.opens))
    view = PortalView(
        head=setting.head((name.text,), _description(setting), ()),
        languages=setting.languages(()),
        name=name,
        tagline=tagline,
        windows=(
            *(_window(setting, catalogue) for catalogue in world.live),
            *(_shuttered(setting, country) for country in world.planned),
        ),
        campaigns=tuple(campaign_card(setting, c) for c in current[:CAMPAIGNS_SHOWN]),
        campaigns_url=setting.at("campaigns"),
        partners=tuple(
            _partner_link(setting, catalogue, partner)
            for catalogue in world.live
            for partner in catalogue.country.partners
        ),
        guides=_guides_of_the_season(setting),
        how=tuple(
            Link(
                Phrase(document.title, "" if locale == setting.locale else setting.tag_of(locale)),
                setting.at(page.id),
            )
            for id_ in HOW
            for page in world.pages
            if page.id == id_
            for locale, document in [document_of(setting, page)]
        ),
    )
    return PlannedPage(setting.at(), "portal.html", view, setting.chrome_key(), True, site.as_of)


def _description(setting: Setting) -> str:
    """What the portal is, for those who have not seen it."""
    world, _ = setting.world, setting.words.gettext
    names = [setting.country_name(showcase.country).text for showcase in world.live]
    if not names or len(names) > COUNTRIES_NAMED:
        site = world.site
        return setting.phrase(site.tagline or site.name, site.portal).text
    return _("Products, culture and travel: %(countries)s", countries=setting.words.list(names))


def _window(setting: Setting, catalogue: Showcase) -> WindowCard:
    country = catalogue.country
    locale, lang = setting.pavilion_locale(catalogue)
    region = next((r for r in country.regions if r.speciality), None)
    fallbacks = catalogue.fallbacks
    native = setting.native(country.pavilion, catalogue)
    return WindowCard(
        country=country.id,
        status="live",
        name=setting.phrase(country.pavilion, fallbacks),
        chinese=setting.chinese(country.pavilion),
        native=native,
        url=setting.addresses.to(locale, country.id),
        lang=lang,
        speciality=setting.phrase(region.speciality, fallbacks) if region else Phrase(""),
        region=setting.phrase(region.name, fallbacks) if region else Phrase(""),
    )


def _shuttered(setting: Setting, country: Country) -> WindowCard:
    opens = country.opens
    return WindowCard(
        country=country.id,
        status="planned",
        name=setting.phrase(country.pavilion, country.locales),
        chinese=setting.chinese(country.pavilion),
        native=Phrase(""),
        url="",
        lang="",
        speciality=Phrase(""),
        region=Phrase(""),
        opens=setting.words.date(opens.day) if opens is not None else "",
    )


def _partner_link(setting: Setting, catalogue: Showcase, partner: Partner) -> PartnerLink:
    locale, lang = setting.pavilion_locale(catalogue)
    return PartnerLink(
        catalogue.id,
        setting.country_name(catalogue.country),
        setting.phrase(partner.name, catalogue.fallbacks),
        setting.addresses.to(locale, catalogue.id, "partners", partner.id),
        lang,
    )


def _guides_of_the_season(setting: Setting) -> tuple[GuideCard, ...]:
    """Travel guides whose season holds the clock's month or the next, one a country."""
    world = setting.world
    seasons = [(shown.id, [guide.season for guide in shown.guides]) for shown in world.live]
    cards: list[GuideCard] = []
    for country, number in in_season(seasons, world.month):
        showcase = world.showcase(country)
        assert showcase is not None
        locale, _ = setting.pavilion_locale(showcase)
        if locale == setting.locale:
            inner = Setting(setting.shared, locale, showcase)
            cards.append(guide_card(inner, showcase.guides[number]))
    return tuple(cards[:GUIDES_SHOWN])
