"""Markdown to clean HTML: Python-Markdown is the dialect, nh3 the sanitiser."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import NamedTuple
from xml.etree.ElementTree import Element

import markdown as python_markdown
import nh3
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import remove_fnrefs, render_inner_html, strip_tags
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from pavilion_gen.model.text import Html

_TAGS = {
    "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "img",
    "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "sup", "sub", "del",
    "abbr", "cite", "q", "span", "wbr", "dl", "dt", "dd", "div", "ruby", "rt", "rp", "s",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"lang", "id"},
    "a": {"href", "title", "hreflang", "rel"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "div": {"tabindex", "role"},
}
_CLASSES = {
    "th": {"align-right", "align-center"},
    "td": {"align-right", "align-center"},
    "div": {"scroll", "footnote"},
    "a": {"footnote-ref", "footnote-backref"},
}

_IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')


class Picture(NamedTuple):
    """A picture in a text: address and size in pixels."""

    src: str
    width: int
    height: int


class Heading(NamedTuple):
    """A heading of a text: its anchor and words."""

    anchor: str
    text: str


class Destination(NamedTuple):
    """Where a link leads. lang: of the page there, where it differs from the text's."""

    url: str
    lang: str = ""


Resolve = Callable[[str], Destination | None]
FindPicture = Callable[[str], Picture | None]


def _no_link(target: str) -> Destination | None:
    return None


def _no_picture(name: str) -> Picture | None:
    return None


class _Links(Treeprocessor):
    """Resolves links and pictures, numbers headings, readies tables."""

    resolve: Resolve = staticmethod(_no_link)
    find_picture: FindPicture = staticmethod(_no_picture)
    first_level = 2

    def run(self, root: Element) -> None:
        self.headings: list[Heading] = []
        self.placed: set[str] = set()
        for parent in list(root.iter()):
            for child in list(parent):
                self.element(parent, child)
        self.ids = {id_ for element in root.iter() if (id_ := element.get("id"))}

    def allow(self, tag: str, attribute: str, value: str) -> str | None:
        """Lets through the ids and pictures that come from Markdown, not those of raw HTML.

        A picture of elsewhere would be a request to another host; an id may stand once.
        """
        if attribute == "id":
            allowed = value in self.ids
            self.ids.discard(value)
            return value if allowed else None
        if tag == "img" and attribute == "src":
            return value if value in self.placed else None
        return value

    def element(self, parent: Element, element: Element) -> None:
        tag = element.tag
        for name in ("id", "href"):  # a footnote's label may hold spaces, an id may not
            value = element.get(name, "")
            if value.startswith(("fn", "#fn")):
                element.set(name, "-".join(value.split()))
        if tag == "a" and not element.get("class"):
            self.link(element)
        elif tag == "a":
            element.attrib.pop("title", None)  # of a footnote's way back: it is English
        elif tag == "img":
            self.picture(parent, element)
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            level = min(6, max(self.first_level, int(tag[1]) + self.first_level - 2))
            element.tag = f"h{level}"
            anchor = f"s{len(self.headings) + 1}"
            if self.first_level == 2:
                element.set("id", anchor)
            words = strip_tags(render_inner_html(remove_fnrefs(element), self.md))
            self.headings.append(Heading(anchor, unescape(words)))
        elif tag in ("th", "td"):
            align = element.attrib.pop("align", "")
            if align in ("right", "center"):
                element.set("class", f"align-{align}")
            if tag == "th":
                element.set("scope", "col")
        elif tag == "table" and parent.get("class") != "scroll":
            wrapper = Element("div", {"class": "scroll", "tabindex": "0"})
            parent[list(parent).index(element)] = wrapper
            wrapper.append(element)
            wrapper.tail, element.tail = element.tail, None

    def link(self, element: Element) -> None:
        target = element.get("href", "")
        if target[:8].lower().startswith(("http://", "https://")):
            element.set("rel", "noopener")
        elif not target.startswith(("#", "mailto:", AMP_SUBSTITUTE)):  # <a@b.example>, disguised
            found = self.resolve(target)
            if found is None:
                element.tag = "span"
                element.attrib.clear()
            else:
                element.set("href", found.url)
                if found.lang:
                    element.set("hreflang", found.lang)

    def picture(self, parent: Element, element: Element) -> None:
        found = self.find_picture(element.get("src", "").removeprefix("image:"))
        if found is None:
            element.tag = "span"
            element.text = element.get("alt", "")
            element.attrib.clear()
            return
        self.placed.add(found.src)
        element.set("src", found.src)
        element.set("width", str(found.width))
        element.set("height", str(found.height))
        element.set("loading", "lazy")
        element.set("decoding", "async")


class Markdown:
    """A converter; one instance serves any number of texts, one after the other."""

    def __init__(self) -> None:
        self._engine = python_markdown.Markdown(
            extensions=[TableExtension(use_align_attribute=True), "footnotes", "sane_lists"],
            output_format="html",
        )
        self._links = _Links(self._engine)
        self._engine.treeprocessors.register(self._links, "pavilion", 5)

    def convert(
        self,
        text: str,
        *,
        resolve: Resolve = _no_link,
        find_picture: FindPicture = _no_picture,
        first_level: int = 3,
    ) -> tuple[Html, tuple[Heading, ...]]:
        """(HTML, headings) of a text.

        resolve: from `product:x` to its destination; None: the words stay, unlinked.
        first_level: of `##`; with 2 the headings carry anchors s1, s2, …
        """
        if not text.strip():
            return Html(""), ()
        self._links.resolve = resolve
        self._links.find_picture = find_picture
        self._links.first_level = first_level
        self._engine.reset()
        raw = self._engine.convert(text)
        clean = nh3.clean(
            raw,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            attribute_filter=self._links.allow,
            allowed_classes=_CLASSES,
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
            strip_comments=True,
        )
        if "<img" in clean:
            clean = _IMAGE.sub(lambda found: found[0] if ' src="' in found[1] else "", clean)
        return Html(clean), tuple(self._links.headings)


def plain_text(html: Html, longest: int) -> str:
    """The words of a text on one line, cut at a character, for descriptions."""
    words = " ".join(unescape(nh3.clean(html.html, tags=set())).split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
