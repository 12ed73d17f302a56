"""Posters to print: one of each pavilion and of each group buy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import msgspec

from pavilion_gen.catalogue.world import Catalogue, SettledCampaign
from pavilion_gen.pages.cards import first_picture, good_name, good_picture
from pavilion_gen.pages.parts import NOTHING, Link, Page, Phrase, PictureView, QrCode
from pavilion_gen.pages.pavilion import popular
from pavilion_gen.pages.qr_codes import code_routes, qr_code
from pavilion_gen.pages.ready import ready_picture, ready_route
from pavilion_gen.pages.setting import PlannedPage, Route, Setting

GOODS_SHOWN = 3


class PosterGood(msgspec.Struct, frozen=True, gc=False):
    """A thing on a poster. country: whose colours it stands in."""

    name: Phrase
    picture: PictureView | None
    country: str


class PosterView(Page, frozen=True, gc=False, kw_only=True):
    """`…/poster/`. country: whose window it shows, empty for that of several.

    chinese, native: the title's other forms. state, opens, closes: of a group buy, in words,
    Beijing time. of: the address of what it advertises, with the host; code: the same to scan.
    ready: the picture to save.
    """

    country: str
    title: Phrase
    chinese: Phrase
    native: Phrase
    summary: Phrase
    state: str
    opens: str
    closes: str
    goods: tuple[PosterGood, ...]
    url: str
    of: str
    code: QrCode | None
    ready: PictureView | None


def pavilion_poster(setting: Setting) -> Iterator[Route]:
    """The poster of a pavilion, in one locale."""
    address = setting.poster_at()
    if address:
        yield Route(address, partial(_pavilion, setting, setting.catalogue))
        yield from _files(setting, setting.country)


def campaign_posters(setting: Setting) -> Iterator[Route]:
    """The poster of every group buy, in one locale of the portal."""
    for settled in setting.world.campaigns:
        steps = ("campaigns", settled.campaign.id)
        address = setting.poster_at(*steps)
        if address:
            yield Route(address, partial(_campaign, setting, settled))
            yield from _files(setting, _country(settled), *steps)


def _files(setting: Setting, country: str, *steps: str) -> Iterator[Route]:
    """The code of a poster, and its ready picture."""
    code = _code(setting, *steps)
    yield from code_routes(setting, [code])
    yield from ready_route(setting, country, code)


def _country(settled: SettledCampaign) -> str:
    """Whose window stands for a group buy; empty where several embassies are behind it."""
    embassies = settled.campaign.embassies
    return embassies[0] if len(embassies) == 1 else ""


def _code(setting: Setting, *steps: str) -> QrCode | None:
    return qr_code(setting, setting.addresses.absolute(setting.at(*steps)))


def _pavilion(setting: Setting, catalogue: Catalogue) -> PlannedPage:
    country = catalogue.country
    name, chinese = setting.phrase(country.pavilion), setting.chinese(country.pavilion)
    native = setting.native(country.pavilion)
    goods = []
    for settled in popular(catalogue)[:GOODS_SHOWN]:
        called = setting.phrase(settled.product.name)
        picture = setting.picture(first_picture(settled.product), called)
        goods.append(PosterGood(called, picture, ""))
    view = PosterView(
        **_common(setting, (), name, country.id),
        title=name,
        chinese=chinese or name,
        native=native if native.text != name.text else NOTHING,
        summary=Phrase(setting.summary_of(country.intro)),
        state="",
        opens="",
        closes="",
        goods=tuple(goods),
    )
    return _planned(setting, view)


def _campaign(setting: Setting, settled: SettledCampaign) -> PlannedPage:
    campaign, words = settled.campaign, setting.words
    title = setting.phrase(campaign.title)
    view = PosterView(
        **_common(setting, ("campaigns", campaign.id), title, _country(settled)),
        title=title,
        chinese=NOTHING,
        native=NOTHING,
        summary=setting.phrase(campaign.summary),
        state=settled.state,
        opens=words.instant(settled.opens),
        closes=words.instant(settled.closes),
        goods=tuple(
            PosterGood(good_name(setting, good), good_picture(setting, good), good.country)
            for good in settled.goods[:GOODS_SHOWN]
        ),
    )
    return _planned(setting, view)


def _common(
    setting: Setting, steps: tuple[str, ...], title: Phrase, country: str
) -> dict[str, Any]:
    """What every poster has. steps: to the page that it advertises."""
    _ = setting.words.gettext
    own = (*steps, "poster")
    url = setting.at(*steps)
    code = _code(setting, *steps)
    return {
        "head": setting.head((_("Poster"), title.text), "", own, robots="noindex"),
        "languages": setting.languages(own),
        "breadcrumb": setting.breadcrumb(Link(title, url)) if steps else setting.breadcrumb(),
        "country": country,
        "url": url,
        "of": setting.addresses.absolute(url),
        "code": code,
        "ready": ready_picture(setting, country, code),
    }


def _planned(setting: Setting, view: PosterView) -> PlannedPage:
    return PlannedPage(f"{view.url}poster/", "poster.html", view, setting.chrome_key(), False)
