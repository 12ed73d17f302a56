"""Sitemaps and robots.txt: functions, not templates (sitemaps.org protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from pavilion_gen.pages.plan import SitePlan
from pavilion_gen.pages.setting import PlannedPage

MOST_URLS = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemaps(plan: SitePlan) -> Iterator[tuple[str, bytes]]:
    """(path in the output, bytes): a sitemap a pavilion and one of the portal, and their index.

    Only pages that search engines may keep stand in them; `lastmod` comes from content dates.
    """
    groups: dict[str, list[PlannedPage]] = {}
    for page in plan.pages:
        if page.indexed and not page.view.head.robots:
            groups.setdefault(page.chrome[0], []).append(page)
    names = []
    for country, pages in groups.items():
        for number in range(0, len(pages), MOST_URLS):
            part = f"-{number // MOST_URLS + 1}" if len(pages) > MOST_URLS else ""
            name = f"sitemap-{country or 'portal'}{part}.xml"
            names.append((name, _newest(pages[number : number + MOST_URLS])))
            yield name, _sitemap(pages[number : number + MOST_URLS])
    yield "sitemap.xml", _index(plan, names)
    yield "robots.txt", _robots(plan)


def _newest(pages: list[PlannedPage]) -> str:
    return max((page.changed.isoformat() for page in pages if page.changed), default="")


def _sitemap(pages: list[PlannedPage]) -> bytes:
    lines = [f'{_HEAD}<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">']
    for page in pages:
        lines.append(f"<url><loc>{escape(page.view.head.canonical)}</loc>")
        if page.changed:
            lines.append(f"<lastmod>{page.changed.isoformat()}</lastmod>")
        lines += [
            f'<xhtml:link rel="alternate" hreflang="{alternate.lang}" '
            f"href={quoteattr(alternate.url)}/>"
            for alternate in page.view.head.alternates
        ]
        lines.append("</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


def _index(plan: SitePlan, names: list[tuple[str, str]]) -> bytes:
    lines = [f'{_HEAD}<sitemapindex xmlns="{_SITEMAP}">']
    for name, newest in names:
        url = plan.addresses.absolute(plan.addresses.base + name)
        lastmod = f"<lastmod>{newest}</lastmod>" if newest else ""
        lines.append(f"<sitemap><loc>{escape(url)}</loc>{lastmod}</sitemap>")
    return ("\n".join([*lines, "</sitemapindex>"]) + "\n").encode()


def _robots(plan: SitePlan) -> bytes:
    url = plan.addresses.absolute(plan.addresses.base + "sitemap.xml")
    return f"User-agent: *\nAllow: /\n\nSitemap: {url}\n".encode()
