"""Feeds: a function, not a template (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pavilion_gen.pages.feeds import FeedEntry, FeedView

_ATOM = "http://www.w3.org/2005/Atom"


def atom(view: FeedView) -> bytes:
    """The bytes of a feed."""
    return ("\n".join(_lines(view)) + "\n").encode()


def _lines(view: FeedView) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<feed xmlns="{_ATOM}" xml:lang="{view.lang}">'
    yield _element("id", view.url)
    yield _element("title", view.title)
    if view.subtitle:
        yield _element("subtitle", view.subtitle)
    yield _element("updated", view.updated)
    yield f'<link rel="self" type="application/atom+xml" href="{escape(view.url)}"/>'
    yield _page(view.home, view.lang)
    yield f"<author>{_element('name', view.author)}</author>"
    for entry in view.entries:
        yield from _entry(entry)
    yield "</feed>"


def _entry(entry: FeedEntry) -> Iterator[str]:
    yield "<entry>"
    yield _element("id", entry.url)
    yield _element("title", entry.title)
    yield _page(entry.url, entry.lang)
    yield _element("published", entry.published)
    yield _element("updated", entry.updated)
    if entry.summary:
        yield _element("summary", entry.summary)
    yield "</entry>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>"


def _page(url: str, lang: str) -> str:
    return f'<link rel="alternate" type="text/html" hreflang="{lang}" href="{escape(url)}"/>'
