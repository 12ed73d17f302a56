"""Sitemaps and robots.txt: functions, not templates (sitemaps.org protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from pavilion_gen.pages.addresses import Addresses
from pavilion_gen.pages.setting import Planned, PlannedDocument

MOST_URLS = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


class Line(NamedTuple):
    """A page in a sitemap. changed: the newest date of its content (ISO 8601), or empty."""

    xml: str
    changed: str


def line(page: Planned) -> Line | None:
    """A page's place in the sitemap; None for one that search engines may not keep.

    `lastmod` comes from content dates.
    """
    if isinstance(page, PlannedDocument) or not page.indexed or page.view.head.robots:
        return None
    head = page.view.head
    changed = page.changed.isoformat() if page.changed else ""
    modified = f"<lastmod>{changed}</lastmod>\n" if changed else ""
    links = "".join(
        [
            f'<xhtml:link rel="alternate" hreflang="{one.lang}" href="{_plain(one.url)}"/>\n'
            for one in head.alternates
        ]
    )
    return Line(f"<url><loc>{_plain(head.canonical)}</loc>\n{modified}{links}</url>", changed)


def _plain(url: str) -> str:
    """An address as text or attribute of XML."""
    return escape(url) if "&" in url or '"' in url or "<" in url else url


def sitemaps(country: str, lines: Sequence[Line]) -> Iterator[tuple[str, str, bytes]]:
    """(name, newest date, bytes) of the sitemaps of a pavilion, or (country "") of the portal."""
    for number in range(0, len(lines), MOST_URLS):
        part = f"-{number // MOST_URLS + 1}" if len(lines) > MOST_URLS else ""
        shown = lines[number : number + MOST_URLS]
        head = f'{_HEAD}<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">'
        text = "\n".join([head, *(one.xml for one in shown), "</urlset>"]) + "\n"
        newest = max(one.changed for one in shown)
        yield f"sitemap-{country or 'portal'}{part}.xml", newest, text.encode()


def sitemap_index(addresses: Addresses, names: Iterable[tuple[str, str]]) -> bytes:
    """`sitemap.xml`. names: of each sitemap, with its newest date."""
    lines = [f'{_HEAD}<sitemapindex xmlns="{_SITEMAP}">']
    for name, newest in names:
        url = addresses.absolute(addresses.base + name)
        lastmod = f"<lastmod>{newest}</lastmod>" if newest else ""
        lines.append(f"<sitemap><loc>{_plain(url)}</loc>{lastmod}</sitemap>")
    return ("\n".join([*lines, "</sitemapindex>"]) + "\n").encode()


def robots(addresses: Addresses) -> bytes:
    """`robots.txt`."""
    url = addresses.absolute(addresses.base + "sitemap.xml")
    return f"User-agent: *\nAllow: /\n\nSitemap: {url}\n".encode()
