"""Markdown to clean HTML: simple texts by a quick road, the others by the full converter."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from hashlib import blake2b
from html import unescape
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from msgspec import msgpack

from pavilion_gen.materials import simple_markdown
from pavilion_gen.materials.pictures import Picture
from pavilion_gen.model.text import Html

if TYPE_CHECKING:
    from pavilion_gen.materials.full_markdown import FullMarkdown

_TAG = re.compile(r"<[^>]*+>")  # the sanitiser leaves no `>` within one
# Where they stand, a parser moves text or drops a line break
_MOVING = re.compile(r"<(?:table|pre)\b")


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


class Kept(Protocol):
    """Where bytes are kept from one build to the next, for one version of the libraries."""

    def get(self, key: bytes) -> bytes | None:
        """What was put under `key`, if it is still there."""

    def put(self, key: bytes, value: bytes) -> None:
        """Keeps `value`, if it can."""


def _no_link(target: str) -> Destination | None:
    return None


def _no_picture(name: str) -> Picture | None:
    return None


class Markdown:
    """A converter; one instance serves any number of texts, one after the other.

    kept: where the results of the full converter are kept, if anywhere.
    """

    def __init__(self, kept: Kept | None = None) -> None:
        self._kept = kept

    @cached_property
    def _full(self) -> FullMarkdown:
        from pavilion_gen.materials.full_markdown import FullMarkdown

        return FullMarkdown()

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
        simple = simple_markdown.convert(text, resolve, first_level)
        if simple is not None:
            html, headings = simple
            return Html(html), tuple([Heading(*heading) for heading in headings])
        html, full_headings = self._convert_fully(text, resolve, find_picture, first_level)
        return Html(html), tuple(full_headings)

    def _convert_fully(
        self, text: str, resolve: Resolve, find_picture: FindPicture, first_level: int
    ) -> tuple[str, list[Heading]]:
        if self._kept is None:
            return self._full.convert(text, resolve, find_picture, first_level)
        # What a text asks for follows from the text; its HTML, from the answers too
        text_key = _key(text, first_level)
        known = self._kept.get(text_key)
        if known is not None:
            asked = msgpack.decode(known, type=_Asked)
            kept = self._kept.get(asked.key(text_key, resolve, find_picture))
            if kept is not None:
                return msgpack.decode(kept, type=tuple[str, list[Heading]])
        asked = _Asked([], [])
        converted = self._full.convert(
            text, _noting(asked.links, resolve), _noting(asked.pictures, find_picture), first_level
        )
        self._kept.put(text_key, msgpack.encode(asked))
        self._kept.put(asked.key(text_key, resolve, find_picture), msgpack.encode(converted))
        return converted


class _Asked(NamedTuple):
    """The targets of the links and the names of the pictures in a text."""

    links: list[str]
    pictures: list[str]

    def key(self, text_key: bytes, resolve: Resolve, find_picture: FindPicture) -> bytes:
        """What the HTML of this text is kept under, where these are the answers."""
        return _key(
            text_key,
            [resolve(link) for link in self.links],
            [find_picture(name) for name in self.pictures],
        )


Answer = TypeVar("Answer")


def _noting(asked: list[str], answer: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """`answer`, noting what it is asked for."""

    def ask(name: str) -> Answer:
        asked.append(name)
        return answer(name)

    return ask


def _key(*parts: object) -> bytes:
    return blake2b(msgpack.encode(parts), digest_size=20).digest()


def plain_text(html: Html, longest: int) -> str:
    """The words of a text on one line, cut at a character, for descriptions."""
    whole = html.html
    if _MOVING.search(whole):
        import nh3

        words = _in_a_line(nh3.clean(whole, tags=set()))
    else:
        # Twice as much as is asked for is mostly enough; before a tag nothing is cut in two
        beginning = whole[: max(0, whole.rfind("<", 0, 2 * longest))]
        words = _in_a_line(beginning)
        if len(words) <= longest:
            words = _in_a_line(whole)
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def _in_a_line(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
