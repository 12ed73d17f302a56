"""The full converter: Python-Markdown is the dialect, nh3 the sanitiser."""

from __future__ import annotations

import re
from html import escape, unescape
from xml.etree.ElementTree import Element

import markdown as python_markdown
import nh3
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import remove_fnrefs, render_inner_html, strip_tags
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from pavilion_gen.materials.markdown import FindPicture, Heading, Resolve
from pavilion_gen.materials.pictures import Picture

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

# How wide a picture in a text is: the measure of the text, on a phone the screen
SIZES = "(min-width: 40rem) 36rem, 94vw"
_IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')
_SRC = re.compile(r' src="([^"]*)"')


class _Links(Treeprocessor):
    """Resolves links and pictures, numbers headings, readies tables."""

    resolve: Resolve
    find_picture: FindPicture
    first_level = 2

    def run(self, root: Element) -> None:
        self.headings: list[Heading] = []
        self.placed: dict[str, Picture] = {}
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
        self.placed[found.src] = found
        element.set("src", found.src)
        element.set("width", str(found.width))
        element.set("height", str(found.height))
        element.set("loading", "lazy")
        element.set("decoding", "async")

    def in_all_forms(self, image: re.Match[str]) -> str:
        """A clean `<img>` with the forms of its picture; nothing where it has no address."""
        src = _SRC.search(image[1])
        found = self.placed.get(unescape(src[1])) if src else None
        if found is None or not found.avif:
            return image[0] if found else ""
        sources = "".join(
            f'<source type="image/{kind}" srcset="{escape(srcset)}" sizes="{SIZES}">'
            for kind, srcset in (("avif", found.avif), ("webp", found.webp))
        )
        tone = f' class="{found.tone}"' if found.tone else ""
        return f"<picture>{sources}<img{tone}{image[1]}></picture>"


class FullMarkdown:
    """A converter; one instance serves any number of texts, one after the other."""

    def __init__(self) -> None:
        self._engine = python_markdown.Markdown(
            extensions=[TableExtension(use_align_attribute=True), "footnotes", "sane_lists"],
            output_format="html",
        )
        self._links = _Links(self._engine)
        self._engine.treeprocessors.register(self._links, "pavilion", 5)

    def convert(
        self, text: str, resolve: Resolve, find_picture: FindPicture, first_level: int
    ) -> tuple[str, list[Heading]]:
        """(HTML, headings) of a text that is not blank; the arguments are `Markdown.convert`'s."""
        self._links.resolve = resolve
        self._links.find_picture = find_picture
        self._links.first_level = first_level
        self._engine.reset()
        clean = nh3.clean(
            self._engine.convert(text),
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            attribute_filter=self._links.allow,
            allowed_classes=_CLASSES,
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
            strip_comments=True,
        )
        if "<img" in clean:
            clean = _IMAGE.sub(self._links.in_all_forms, clean)
        return clean, self._links.headings
