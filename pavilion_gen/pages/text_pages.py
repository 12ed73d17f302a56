"""Text pages of the portal: `/zh/about/`, how to join, shipping and tax, privacy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pavilion_gen.model.site import Criteria, Document, PortalPage
from pavilion_gen.model.text import Html
from pavilion_gen.pages.parts import Link, Page, Phrase
from pavilion_gen.pages.setting import PlannedPage, Route, Setting


class TextView(Page, frozen=True, gc=False, kw_only=True):
    """`/zh/about/` and its like. criteria: on the page that says how to join."""

    id: str
    title: Phrase
    summary: Phrase
    body: Html
    contents: tuple[Link, ...]
    criteria: tuple[tuple[Phrase, Html, Phrase, Html], ...] = ()
    criteria_source: Phrase = Phrase("")
    criteria_as_of: str = ""


def text_pages(setting: Setting) -> Iterator[Route]:
    """The text pages in one locale of the portal."""
    for page in setting.world.pages:
        yield Route(setting.at(page.id), partial(_text_page, setting, page))


def document_of(setting: Setting, page: PortalPage) -> tuple[str, Document]:
    """A text in the locale of the page, or in the nearest that it has: (locale, document)."""
    for locale in (setting.locale, *setting.fallbacks, *page.documents):
        if locale in page.documents:
            return locale, page.documents[locale]
    raise KeyError(page.id)


def _text_page(setting: Setting, page: PortalPage) -> PlannedPage:
    locale, document = document_of(setting, page)
    lang = "" if locale == setting.locale else setting.tag_of(locale)
    body, headings = setting.markdown(document.body, first_level=2)
    translated = [key for key in setting.locales if key in page.documents]
    original = setting.addresses.to(locale, page.id) if lang else ""
    criteria = setting.world.criteria if page.id == "join" else None
    head = setting.head(
        (document.title,),
        document.summary,
        (page.id,),
        locales=translated,
        canonical=original,
    )
    view = TextView(
        head=head,
        languages=setting.languages((page.id,), translated),
        breadcrumb=setting.breadcrumb(),
        source_language=setting.words.language(lang) if lang else "",
        source_lang=lang,
        source_url=original,
        id=page.id,
        title=Phrase(document.title, lang),
        summary=Phrase(document.summary, lang),
        body=Html(f'<div lang="{lang}">{body}</div>', lang) if lang else body,
        contents=tuple(Link(Phrase(h.text, lang), f"#{h.anchor}") for h in headings),
        criteria=_criteria_rows(setting, criteria) if criteria else (),
        criteria_source=setting.phrase(criteria.source) if criteria else Phrase(""),
        criteria_as_of=setting.words.date(criteria.as_of) if criteria and criteria.as_of else "",
    )
    return PlannedPage(setting.at(page.id), "text.html", view, setting.chrome_key(), not lang)


def _criteria_rows(
    setting: Setting, criteria: Criteria
) -> tuple[tuple[Phrase, Html, Phrase, Html], ...]:
    """Each criterion in the page's language and in the portal's other one, side by side."""
    other = next((key for key in setting.locales if key != setting.locale), None)
    rows = []
    for rule in criteria.criteria:
        name, text = setting.phrase(rule.name), setting.html(rule.text)
        second, second_text = Phrase(""), Html("")
        if other is not None and other in rule.name:
            second = Phrase(rule.name[other], setting.tag_of(other))
            second_text, _ = setting.markdown(rule.text.get(other, ""))
        rows.append((name, text, second, second_text))
    return tuple(rows)
