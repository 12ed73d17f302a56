"""Walks a site over HTTP and says what is wrong with its links, languages and sitemaps."""

from __future__ import annotations

import json
import re
from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")


@dataclass
class Page:
    """What one HTML page refers to."""

    links: list[str] = field(default_factory=list)  # <a href>
    resources: list[str] = field(default_factory=list)  # src, srcset, stylesheets, icons
    metas: list[str] = field(default_factory=list)  # canonical, og:, hreflang, JSON-LD
    ids: set[str] = field(default_factory=set)
    alternates: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    robots: str = ""
    lang: str = ""
    title: str = ""
    h1: int = 0
    inline: list[str] = field(default_factory=list)  # inline scripts, styles, handlers


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._in = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page = self.page
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            page.ids.add(values["id"])
        page.inline += [f"{tag} {n}" for n in values if n == "style" or n.startswith("on")]
        if tag == "html":
            page.lang = values.get("lang", "")
        elif tag == "h1":
            page.h1 += 1
        elif tag in ("a", "area") and "href" in values:
            page.links.append(values["href"])
        elif tag == "form" and values.get("action"):
            page.links.append(values["action"])
        elif tag == "link":
            self._link(values)
        elif tag == "meta":
            if values.get("name") == "robots":
                page.robots = values.get("content", "")
            if values.get("property", "").startswith("og:") and "://" in values.get("content", ""):
                page.metas.append(values["content"])
        elif tag == "style":
            page.inline.append("<style>")
        elif tag == "use":
            page.resources.append(values.get("href", ""))
        if tag not in ("a", "link", "form"):
            page.resources += [
                values[name]
                for name in (
                    "src",
                    "poster",
                    "data",
                    "data-index",
                    "data-goods",
                    "data-finder",
                    "data-sounds",
                )
                if values.get(name)
            ]
            page.resources += [
                part.split()[0] for part in values.get("srcset", "").split(",") if part.strip()
            ]
        if tag == "script" and "src" not in values:
            self._in = values.get("type", "script")
            self._text = ""
        elif tag == "title" and not page.title:
            self._in = "title"

    def _link(self, values: dict[str, str]) -> None:
        page, rel, href = self.page, values.get("rel", ""), values.get("href", "")
        if rel == "canonical":
            page.canonical = href
            page.metas.append(href)
        elif rel == "alternate" and "hreflang" in values:
            page.alternates[values["hreflang"]] = href
            page.metas.append(href)
        elif rel in ("prev", "next"):
            page.links.append(href)
        else:
            page.resources.append(href)

    def handle_data(self, data: str) -> None:
        if self._in == "title":
            self.page.title += data
        elif self._in:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._in:
            if self._in == "application/ld+json":
                self.page.metas += _addresses(json.loads(self._text))
            else:
                self.page.inline.append("<script>")
        if tag in ("script", "title"):
            self._in = ""


def _addresses(data: object) -> list[str]:
    if isinstance(data, dict):
        return [a for key, value in data.items() if key != "@context" for a in _addresses(value)]
    if isinstance(data, list):
        return [address for value in data for address in _addresses(value)]
    if isinstance(data, str) and data.startswith(("http://", "https://")):
        return [] if data.startswith("https://schema.org/") else [data]
    return []


def read_page(html: str) -> Page:
    """What a page refers to."""
    reader = _Reader()
    reader.feed(html)
    return reader.page


class Crawl:
    """A walk from `/`. host: scheme and host that absolute addresses of the site carry."""

    def __init__(self, served: str, host: str) -> None:
        self.served = served
        self.host = host
        self.pages: dict[str, Page] = {}
        self.others: set[str] = set()
        self.sheets: dict[str, set[str]] = {}  # the ids in drawings, of which pages use parts
        self.problems: list[str] = []
        self._connection = HTTPConnection(urlsplit(served).netloc)
        self._walk()

    def fetch(self, path: str) -> tuple[int, str, bytes]:
        self._connection.request("GET", path)
        response = self._connection.getresponse()
        data = response.read()
        return response.status, response.headers.get("Content-Type", ""), data

    def _walk(self) -> None:
        waiting, seen = deque([("/", "")]), {"/"}
        fragments: list[tuple[str, str, str]] = []
        while waiting:
            path, referrer = waiting.popleft()
            status, kind, data = self.fetch(path)
            if status != 200:
                self.problems.append(f"{referrer}: {path} answers {status}")
                continue
            for target, what in self._targets(path, kind, data):
                local = self._local(path, target, what)
                if local is None:
                    continue
                address, fragment = urldefrag(local)
                address = address.partition("?")[0]
                if fragment:
                    fragments.append((path, address, fragment))
                if address not in seen:
                    seen.add(address)
                    waiting.append((address, path))
        for path, address, fragment in fragments:
            page = self.pages.get(address)
            ids = page.ids if page else self.sheets.get(address)
            if ids is not None and fragment not in ids:
                self.problems.append(f"{path}: {address}#{fragment} leads nowhere")

    def _targets(self, path: str, kind: str, data: bytes) -> list[tuple[str, str]]:
        if "html" in kind:
            page = read_page(data.decode())
            self.pages[path] = page
            return [
                *((link, "link") for link in page.links),
                *((resource, "resource") for resource in page.resources),
                *((meta, "meta") for meta in page.metas),
            ]
        self.others.add(path)
        if path.endswith(".svg"):
            self.sheets[path] = set(re.findall(r' id="([^"]+)"', data.decode()))
        if "css" in kind:
            return [(url, "resource") for url in CSS_URL.findall(data.decode())]
        if path.endswith(".webmanifest"):
            manifest = json.loads(data)
            icons = [(icon["src"], "resource") for icon in manifest["icons"]]
            return [(manifest["start_url"], "link"), *icons]
        if path.endswith("/feed.xml"):
            links = ElementTree.fromstring(data).iter("{http://www.w3.org/2005/Atom}link")
            return [(link.attrib["href"], "meta") for link in links]
        return []

    def _local(self, path: str, target: str, what: str) -> str | None:
        """The path of a target on this site; None for what may lead away."""
        if target.startswith(self.host + "/"):
            if what == "resource":
                self.problems.append(f"{path}: {target} is loaded by its absolute address")
            return target[len(self.host) :]
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            if what == "resource":
                self.problems.append(f"{path}: {target} is loaded from another host")
            elif parts.scheme not in ("http", "https", "mailto"):
                self.problems.append(f"{path}: {target} is not a link")
            return None
        return urljoin(path, target)

    def hreflang_problems(self) -> list[str]:
        """Alternates that are not mutual, or do not name the page itself."""
        problems = []
        for path, page in self.pages.items():
            if not page.alternates:
                continue
            own = self.host + path
            if own not in page.alternates.values():
                problems.append(f"{path}: hreflang does not name the page itself")
            if "x-default" not in page.alternates:
                problems.append(f"{path}: no x-default")
            for lang, url in page.alternates.items():
                other = self.pages.get(url.removeprefix(self.host))
                if other is None:
                    problems.append(f"{path}: hreflang {lang} leads to {url}, which is not there")
                elif other.alternates != page.alternates:
                    problems.append(f"{path}: hreflang {lang} is not mutual with {url}")
                elif lang != "x-default" and other.lang != lang:
                    problems.append(f"{path}: hreflang {lang} leads to a page in {other.lang}")
        return problems

    def sitemap_problems(self) -> list[str]:
        """Pages that may be indexed are in a sitemap, once, and nothing else is."""
        listed: list[str] = []
        for sitemap in self._locations("/sitemap.xml"):
            listed += self._locations(sitemap.removeprefix(self.host))
        problems = [f"{url} is listed twice" for url in {u for u in listed if listed.count(u) > 1}]
        indexable = {
            self.host + path
            for path, page in self.pages.items()
            if not page.robots and page.canonical == self.host + path
        }
        problems += [f"{url} is in no sitemap" for url in sorted(indexable - set(listed))]
        problems += [f"{url} is in a sitemap, and is not reached or not to be kept"
                     for url in sorted(set(listed) - indexable)]  # fmt: skip
        return problems

    def _locations(self, path: str) -> list[str]:
        status, _, data = self.fetch(path)
        assert status == 200, path
        space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
        return [element.text or "" for element in ElementTree.fromstring(data).iter(f"{space}loc")]

    def page_problems(self) -> list[str]:
        """What each page must have, and what none may have."""
        problems = []
        for path, page in self.pages.items():
            if page.inline:
                problems.append(f"{path}: inline {page.inline[:3]}")
            if page.h1 != 1:
                problems.append(f"{path}: {page.h1} h1")
            if not page.title.strip() or not page.lang:
                problems.append(f"{path}: no title or no lang")
            if not page.canonical:
                problems.append(f"{path}: no canonical address")
        return problems
