"""The embassies of the group-buy programme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from pavilion_gen.model.site import Embassy
from pavilion_gen.pages.cards import (
    campaign_card,
    country_link,
)
from pavilion_gen.pages.parts import (
    CampaignCard,
    Link,
    Page,
    Phrase,
)
from pavilion_gen.pages.setting import PlannedPage, Route, Setting


class EmbassyWindow(msgspec.Struct, frozen=True, gc=False):
    """An embassy on the wall. live: its country has an open pavilion."""

    country: str
    name: Phrase
    country_name: Phrase
    url: str
    live: bool
    campaigns: int


class EmbassiesView(Page, frozen=True, gc=False, kw_only=True):
    """`/zh/embassies/`."""

    embassies: tuple[EmbassyWindow, ...]


class EmbassyView(Page, frozen=True, gc=False, kw_only=True):
    """`/zh/embassies/x/`. pavilion: a link where there is one. national_day: in words."""

    country: str
    name: Phrase
    names: tuple[Phrase, ...]
    country_name: Phrase
    national_day: str
    pavilion: Link | None
    campaigns: tuple[CampaignCard, ...]


def embassies(setting: Setting) -> Iterator[Route]:
    """The wall of embassies, and the page of each, in one locale of the portal."""
    if setting.world.embassies:
        yield Route(setting.at("embassies"), partial(_embassies, setting))
    for embassy in setting.world.embassies:
        yield Route(setting.at("embassies", embassy.id), partial(_embassy, setting, embassy))


def embassy_window(setting: Setting, embassy: Embassy) -> EmbassyWindow:
    world = setting.world
    return EmbassyWindow(
        country=embassy.id,
        name=setting.phrase(embassy.name),
        country_name=setting.phrase(embassy.country),
        url=setting.at("embassies", embassy.id),
        live=world.showcase(embassy.id) is not None,
        campaigns=sum(embassy.id in c.campaign.embassies for c in world.campaigns),
    )


def _embassies(setting: Setting) -> PlannedPage:
    _ = setting.words.gettext
    steps = ("embassies",)
    total = len(setting.world.embassies)
    description = setting.words.ngettext(
        "%(num)d embassy in China that takes part in the group-buy programme.",
        "%(num)d embassies in China that take part in the group-buy programme.",
        total,
    )
    view = EmbassiesView(
        head=setting.head((_("Embassies"),), description, steps),
        languages=setting.languages(steps),
        breadcrumb=setting.breadcrumb(Link(Phrase(_("Group buys")), setting.at("campaigns"))),
        embassies=tuple(embassy_window(setting, embassy) for embassy in setting.world.embassies),
    )
    return PlannedPage(setting.at(*steps), "embassies.html", view, setting.chrome_key(), True)


def _embassy(setting: Setting, embassy: Embassy) -> PlannedPage:
    steps = ("embassies", embassy.id)
    _ = setting.words.gettext
    name = setting.phrase(embassy.name)
    catalogue = setting.world.showcase(embassy.id)
    pavilion: Link | None = None
    if catalogue is not None:
        link = country_link(setting, catalogue)
        label = setting.phrase(catalogue.country.pavilion, catalogue.fallbacks)
        pavilion = Link(label, link.url, link.lang)
    description = _("%(name)s and the group buys that it stands behind.", name=name.text)
    view = EmbassyView(
        head=setting.head((name.text, _("Embassies")), description, steps),
        languages=setting.languages(steps),
        breadcrumb=setting.breadcrumb(
            Link(Phrase(_("Group buys")), setting.at("campaigns")),
            Link(Phrase(_("Embassies")), setting.at("embassies")),
        ),
        country=embassy.id,
        name=name,
        names=tuple(
            Phrase(text, setting.tag_of(key))
            for key, text in embassy.name.items()
            if key != setting.locale and text != name.text
        ),
        country_name=setting.phrase(embassy.country),
        national_day=setting.words.month_day(embassy.national_day) if embassy.national_day else "",
        pavilion=pavilion,
        campaigns=tuple(
            campaign_card(setting, c)
            for c in setting.world.campaigns
            if embassy.id in c.campaign.embassies
        ),
    )
    return PlannedPage(setting.at(*steps), "embassy.html", view, setting.chrome_key(), True)
