"""The chrome of every pavilion and locale, and the stylesheets of the countries."""

from __future__ import annotations

from pavilion_gen.catalogue.world import World
from pavilion_gen.materials.files import File, hashed_name, palette_css, theme_assets
from pavilion_gen.materials.theme import Theme
from pavilion_gen.pages.addresses import Addresses
from pavilion_gen.pages.cards import country_link
from pavilion_gen.pages.parts import Chrome, Link, Phrase
from pavilion_gen.pages.setting import Setting

NEUTRAL = "#1C1A17"
FOOTER = ("about", "join", "shipping-and-tax", "privacy")


class Assets:
    """The theme's files and the countries' stylesheets under their names in the output."""

    def __init__(self, theme: Theme, world: World, addresses: Addresses) -> None:
        self.files: dict[str, File] = {}
        self._base = addresses.base
        named = {name: self._add(file) for name, file in theme_assets(theme).items()}
        self.icon = named.get(theme.icon, "")
        self.stylesheets = tuple(named[name] for name in theme.stylesheets)
        self._countries: dict[str, str] = {}
        everyone = ""
        for country in (*(c.country for c in world.live), *world.planned):
            rule = palette_css(":root", country.palette).encode()
            name = hashed_name(f"assets/{country.id}.css", rule)
            if any(country.id == live.id for live in world.live):
                self._countries[country.id] = self._add(File(name, data=rule))
            everyone += palette_css(f".c-{country.id}", country.palette)
        data = everyone.encode()
        self.everyone = self._add(File(hashed_name("assets/countries.css", data), data=data))

    def _add(self, file: File) -> str:
        self.files[file.path] = file
        return self._base + file.path

    def stylesheets_of(self, country: str) -> tuple[str, ...]:
        """The stylesheets of a pavilion's pages, or of the portal's.

        A pavilion's pages know its own colours only, so that one edited colour touches no other.
        """
        return (*self.stylesheets, self._countries[country] if country else self.everyone)


def chrome(setting: Setting, assets: Assets) -> Chrome:
    """What all pages of a setting share."""
    world, words, site = setting.world, setting.words, setting.world.site
    country = setting.catalogue.country if setting.catalogue else None
    rates = world.tariff.rates
    pavilion = setting.phrase(country.pavilion) if country else Phrase("")
    native = setting.native(country.pavilion) if country else Phrase("")
    return Chrome(
        lang=setting.tag,
        locale=setting.locale,
        script=site.locales[setting.locale].script,
        og_locale=_og_locale(setting),
        site_name=setting.phrase(site.name, site.portal),
        tagline=setting.phrase(site.tagline, site.portal) if site.tagline else Phrase(""),
        portal=setting.portal_at(),
        portal_lang=setting.portal_lang,
        home=setting.at(),
        country=setting.country,
        pavilion=pavilion,
        native=native if native.text != pavilion.text else Phrase(""),
        nav=_nav(setting),
        search=setting.at("search"),
        countries=tuple(country_link(setting, catalogue) for catalogue in world.live),
        footer=_footer(setting),
        demonstration=setting.phrase(site.demonstration, site.portal)
        if site.demonstration
        else Phrase(""),
        as_of=words.date(site.as_of) if site.as_of else "",
        rates_date=words.date(rates.date) if rates else "",
        icp=site.legal.icp or "",
        police=site.legal.police or "",
        accent=country.palette.accent if country else NEUTRAL,
        stylesheets=assets.stylesheets_of(setting.country),
        icon=assets.icon,
        draft=world.drafts,
    )


def _og_locale(setting: Setting) -> str:
    """Open Graph writes language_TERRITORY; Chinese in Han is zh_CN there."""
    parts = setting.tag.split("-")
    territory = next((part for part in parts[1:] if len(part) == 2), "")
    if parts[0] == "zh":
        territory = territory or "CN"
    return f"{parts[0]}_{territory}" if territory else parts[0]


def _nav(setting: Setting) -> tuple[Link, ...]:
    """The rooms of a pavilion that have something in them, or of the portal."""
    _ = setting.words.gettext
    catalogue, world = setting.catalogue, setting.world
    if catalogue is None:
        links = []
        if world.campaigns:
            links.append(Link(Phrase(_("Group buys")), setting.at("campaigns")))
        if world.embassies:
            links.append(Link(Phrase(_("Embassies")), setting.at("embassies")))
        return tuple(links)
    rooms = (
        ("products", _("Products"), bool(catalogue.products)),
        ("merchants", _("Merchants"), bool(catalogue.merchants)),
        ("culture", _("Culture"), any(g.kind == "culture" for g in catalogue.guides)),
        ("travel", _("Travel"), any(g.kind == "travel" for g in catalogue.guides)),
    )
    links = [Link(Phrase(label), setting.at(room)) for room, label, there in rooms if there]
    if world.campaigns:
        links.append(
            Link(Phrase(_("Group buys")), setting.portal_at("campaigns"), setting.portal_lang)
        )
    return tuple(links)


def _footer(setting: Setting) -> tuple[Link, ...]:
    links = []
    for id_ in FOOTER:
        page = next((page for page in setting.world.pages if page.id == id_), None)
        if page is None:
            continue
        wanted = (setting.portal_locale, *setting.world.site.portal, *page.documents)
        locale = next(key for key in wanted if key in page.documents)
        lang = "" if locale == setting.locale else setting.tag_of(locale)
        links.append(
            Link(Phrase(page.documents[locale].title, lang), setting.portal_at(id_),
                 setting.portal_lang)
        )  # fmt: skip
    return tuple(links)
