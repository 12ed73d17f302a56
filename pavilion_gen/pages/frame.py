"""The chrome of every pavilion and locale, and the stylesheets of the countries."""

from __future__ import annotations

from pavilion_gen.catalogue.contrast import INK, NIGHT_PAPER
from pavilion_gen.catalogue.world import World
from pavilion_gen.materials.files import File, hashed_name, palette_css
from pavilion_gen.model.country import Country
from pavilion_gen.pages.assets import Assets
from pavilion_gen.pages.cards import country_link
from pavilion_gen.pages.feeds import feed_address
from pavilion_gen.pages.icons import manifest_address, share_picture
from pavilion_gen.pages.parts import Chrome, Link, Phrase
from pavilion_gen.pages.setting import Setting

FOOTER = ("about", "join", "shipping-and-tax", "privacy")


def own_stylesheet(country: Country) -> File:
    """The colours of a pavilion.

    Its pages know only these, so that one edited colour touches no other pavilion.
    """
    rule = palette_css(":root", country.palette).encode()
    return File(hashed_name(f"assets/{country.id}.css", rule), data=rule)


def common_stylesheet(world: World) -> File:
    """The colours of all countries that the portal shows."""
    countries = (*(showcase.country for showcase in world.live), *world.planned)
    rules = [palette_css(f".c-{country.id}", country.palette) for country in countries]
    data = "".join(rules).encode()
    return File(hashed_name("assets/countries.css", data), data=data)


def chrome(setting: Setting, assets: Assets, colours: File, icon: File | None = None) -> Chrome:
    """What all pages of a setting share.

    colours: the stylesheet with its countries' own. icon: of a pavilion, where it has its own.
    """
    world, words, site = setting.world, setting.words, setting.world.site
    country = setting.hall.country if setting.hall else None
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
        languages={tag: words.language(tag) for tag in map(setting.tag_of, site.locales)},
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
        accent=country.palette.accent if country else INK,
        deep=country.palette.deep if country else NIGHT_PAPER,
        stylesheets=(*assets.stylesheets, setting.addresses.base + colours.path),
        icon=setting.addresses.base + icon.path if icon else assets.icon,
        manifest=manifest_address(setting),
        feed=feed_address(setting),
        share=share_picture(setting, setting.country),
        plurals=words.plurals,
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
    world = setting.world
    if setting.hall is None:
        links = []
        if world.campaign_ids:
            links.append(Link(Phrase(_("Group buys")), setting.at("campaigns")))
        if world.embassies:
            links.append(Link(Phrase(_("Embassies")), setting.at("embassies")))
        return tuple(links)
    catalogue = setting.catalogue
    rooms = (
        ("products", _("Products"), bool(catalogue.products)),
        ("merchants", _("Merchants"), bool(catalogue.merchants)),
        ("culture", _("Culture"), any(g.kind == "culture" for g in catalogue.guides)),
        ("travel", _("Travel"), any(g.kind == "travel" for g in catalogue.guides)),
    )
    links = [Link(Phrase(label), setting.at(room)) for room, label, there in rooms if there]
    if world.campaign_ids:
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
