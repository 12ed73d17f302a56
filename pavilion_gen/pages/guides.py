"""Culture and travel: lists and guides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from pavilion_gen.catalogue.world import Catalogue
from pavilion_gen.model.country import Guide
from pavilion_gen.model.text import Html
from pavilion_gen.pages.cards import (
    guide_card,
    guide_document,
    guide_picture,
    minutes,
    product_card,
)
from pavilion_gen.pages.parts import Card, GuideCard, Link, Page, Phrase, PictureView
from pavilion_gen.pages.setting import PlannedPage, Route, Setting, newest


class GuideListView(Page, frozen=True, gc=False, kw_only=True):
    """`…/culture/`, `…/travel/`. kind: culture or travel."""

    kind: str
    guides: tuple[GuideCard, ...]
    other_url: str


class GuideView(Page, frozen=True, gc=False, kw_only=True):
    """`…/culture/x/`. contents: the headings with their anchors. Dates in words."""

    kind: str
    country: str
    title: Phrase
    summary: Phrase
    picture: PictureView | None
    body: Html
    lang: str
    minutes: int
    added: str
    added_at: str
    checked: str
    checked_at: str
    season: str
    region: Link | None
    contents: tuple[Link, ...]
    goods: tuple[Card, ...]
    next: GuideCard | None
    sources: tuple[Link, ...]


def guides(setting: Setting) -> Iterator[Route]:
    """The lists of culture and travel of a pavilion, and every guide, in one locale."""
    catalogue = setting.catalogue
    for kind in ("culture", "travel"):
        own = [guide for guide in catalogue.guides if guide.kind == kind]
        if own:
            yield Route(setting.at(kind), partial(_list, setting, catalogue, kind, own))
        for number, guide in enumerate(own):
            following = own[(number + 1) % len(own)]
            after = following if following is not guide else None
            yield Route(
                setting.at(kind, guide.id), partial(_guide, setting, catalogue, guide, after)
            )


def kind_title(setting: Setting, kind: str) -> str:
    _ = setting.words.gettext
    return _("Culture") if kind == "culture" else _("Travel")


def _list(setting: Setting, catalogue: Catalogue, kind: str, own: list[Guide]) -> PlannedPage:
    steps = (kind,)
    _ = setting.words.gettext
    pavilion = setting.phrase(catalogue.country.pavilion)
    country = setting.country_name(catalogue.country)
    other = "travel" if kind == "culture" else "culture"
    description = (
        _("%(country)s: the culture behind its products.", country=country.text)
        if kind == "culture"
        else _("%(country)s: places, seasons and ways to travel.", country=country.text)
    )
    view = GuideListView(
        head=setting.head((kind_title(setting, kind), pavilion.text), description, steps),
        languages=setting.languages(steps),
        breadcrumb=setting.breadcrumb(),
        kind=kind,
        guides=tuple(guide_card(setting, guide) for guide in own),
        other_url=setting.at(other) if any(g.kind == other for g in catalogue.guides) else "",
    )
    changed = newest(day for guide in own for day in (guide.added, guide.checked))
    return PlannedPage(setting.at(*steps), "guides.html", view, setting.chrome_key(), True, changed)


def _guide(
    setting: Setting, catalogue: Catalogue, guide: Guide, following: Guide | None
) -> PlannedPage:
    steps = (guide.kind, guide.id)
    words = setting.words
    pavilion = setting.phrase(catalogue.country.pavilion)
    locale, lang = guide_document(setting, guide)
    document = guide.documents[locale]
    body, headings = setting.markdown(document.body, first_level=2)
    picture = guide_picture(setting, guide, locale)
    region = catalogue.region(guide.region)
    has_list = guide.region in catalogue.by_region
    translated = [key for key in setting.locales if key in guide.documents]
    original = setting.addresses.to(locale, setting.country, *steps) if lang else ""
    head = setting.head(
        (document.title, kind_title(setting, guide.kind), pavilion.text),
        document.summary,
        steps,
        image=picture.src if picture else "",
        kind="article",
        locales=translated,
        canonical=original,
    )
    view = GuideView(
        head=head,
        languages=setting.languages(steps, translated),
        breadcrumb=setting.breadcrumb(
            Link(Phrase(kind_title(setting, guide.kind)), setting.at(guide.kind))
        ),
        source_language=words.language(lang) if lang else "",
        source_lang=lang,
        source_url=original,
        kind=guide.kind,
        country=setting.country,
        title=Phrase(document.title, lang),
        summary=Phrase(document.summary, lang),
        picture=picture,
        body=body,
        lang=lang,
        minutes=minutes(document.body),
        added=words.date(guide.added) if guide.added else "",
        added_at=guide.added.isoformat() if guide.added else "",
        checked=words.date(guide.checked) if guide.checked else "",
        checked_at=guide.checked.isoformat() if guide.checked else "",
        season=words.months(guide.season),
        region=Link(
            setting.phrase(region.name), setting.at("regions", region.id) if has_list else ""
        )
        if region
        else None,
        contents=tuple(Link(Phrase(h.text, lang), f"#{h.anchor}") for h in headings),
        goods=tuple(
            product_card(setting, settled)
            for id_ in guide.products
            for settled in catalogue.products
            if settled.product.id == id_
        ),
        next=guide_card(setting, following) if following else None,
        sources=tuple(Link(Phrase(urlsplit(url).netloc), url) for url in guide.sources),
    )
    return PlannedPage(
        setting.at(*steps),
        "guide.html",
        view,
        setting.chrome_key(),
        not lang,
        newest((guide.added, guide.checked)),
    )
