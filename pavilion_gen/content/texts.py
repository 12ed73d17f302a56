"""Fields that hold words: texts, ids, references, addresses, colours, pictures."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from pavilion_gen.content.fields import NULLS, Field, did_you_mean, is_null, kind_of, scalar
from pavilion_gen.content.markdown_links import bare_pictures, links
from pavilion_gen.content.reading import BAD, Link, PictureUse, Reference, Spot, TextUse
from pavilion_gen.content.yaml_quick import Plain
from pavilion_gen.diagnostics import Place

RESERVED = frozenset({"page", "price-up", "price-down", "index"})


_IDENT = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*\Z")


_URL = re.compile(r"https?://[^\s/?#<>\"]+\.?[^\s<>\"]*\Z")


_NEARLY_A_LINK = re.compile(
    r"\][(（][ \t]{0,4}(product|guide|merchant|region|category|page|campaign)[:：][ \t]{0,4}"
    r"([a-z0-9][a-z0-9/-]{0,80})[ \t]{0,4}[)）]"
)
_PLAIN_LINK = re.compile(r"\]\([a-z]+:[a-z0-9/.#-]+\)")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")


_PICTURE = re.compile(r"images/[a-z0-9-]+\.(?:svg|png|jpg|jpeg|webp|avif)\Z")


class _Line:
    """One line of text, at most `longest` characters, exactly as written."""

    __slots__ = ("longest",)

    def __init__(self, longest: int) -> None:
        self.longest = longest

    def holds(self, value: Any) -> str:
        """The text where it is right; else the empty string."""
        if type(value) is str:
            line = value.strip()
            if len(line) <= self.longest and "\n" not in line:
                return line
        return ""

    def __call__(self, value: Any, spot: Spot) -> Any:
        line = self.holds(value) or scalar(value, spot, "one line of text")
        if line is BAD:
            return BAD
        line = line.strip()
        if not line:
            return spot.error(
                "wrong-value", "The text is empty.", "Write it, or leave the key out."
            )
        if "\n" in line:
            return spot.error(
                "wrong-value", "This text has several lines.", "Write it as one line."
            )
        if len(line) > self.longest:
            return spot.error("wrong-value", f"This text has {len(line)} characters.",
                              f"At most {self.longest} fit here.")  # fmt: skip
        return line


def text(longest: int = 400) -> _Line:
    """One line of text, at most `longest` characters."""
    return _Line(longest)


def prose(longest: int = 40_000) -> Field:
    """Markdown of any number of lines; its links are noted."""

    def read(value: Any, spot: Spot) -> Any:
        body = scalar(value, spot, "a text")
        if body is BAD:
            return BAD
        if len(body) > longest:
            return spot.error("wrong-value", f"This text has {len(body)} characters.",
                              f"At most {longest} fit here.")  # fmt: skip
        note_links(body, spot, str(spot.steps[-1]))
        return body.strip()

    return read


def note_links(body: str, spot: Spot, locale: str) -> None:
    """Notes the links of a Markdown text that stands at `spot`, and tells of what is nearly one."""
    if "]" not in body:
        return
    for found in _NEARLY_A_LINK.finditer(body):
        if not _PLAIN_LINK.fullmatch(found.group()):
            spot.error("dangling-link", "This looks like a link, and is not one.",
                       f"Write `]({found[1]}:{found[2]})`, with plain brackets and without spaces.",
                       find=found.group())  # fmt: skip
    for target, nth in links(body):
        place = spot.place(find=target, nth=nth)
        spot.reading.links.append(Link(place, locale, target))
        if target.startswith("image:"):
            file = f"images/{target.removeprefix('image:')}"
            if _PICTURE.match(file):
                spot.reading.pictures.append(PictureUse(place, file))
    for start, nth in bare_pictures(body):
        spot.error("missing-alt", f"The picture has no alternative text in `{locale}`.",
                   "Write between the brackets what is to be seen on it.",
                   find=start, nth=nth)  # fmt: skip


_LINE = text()


def localised(inner: Field = _LINE, role: str = "text") -> Field:
    """A mapping from locale key to text. role: see `TextUse`."""
    holds = inner.holds if isinstance(inner, _Line) else None

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, dict):
            return spot.error(
                "wrong-type",
                f"Here stands {kind_of(value)} instead of one text a locale.",
                "Write each text under its locale: {zh: …, en: …}.",
            )
        reading, steps = spot.reading, spot.steps
        known = reading.context.locales
        texts: dict[str, str] = {}
        bad = False
        steps.append("")
        for locale, entry in value.items():
            if holds is not None and locale in known and (line := holds(entry)):
                texts[locale] = line
                continue
            steps[-1] = locale
            if known and locale not in known:
                bad = True
                _stray(locale, entry, known, spot)
            elif not (type(entry) is Plain and entry in NULLS):
                result = inner(entry, spot)
                bad = bad or result is BAD
                texts[locale] = "" if result is BAD else result
        steps.pop()
        if not bad:
            place = Place(reading.file, tuple(steps))
            reading.texts.append(TextUse(place, _in_order(tuple(texts)), role))
        return texts

    return read


@lru_cache
def _in_order(locales: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(locales))


def _stray(locale: str, entry: Any, known: tuple[str, ...], spot: Spot) -> None:
    """Tells of a key among texts that is no locale of the site."""
    if is_null(entry):
        spot.error("yaml-syntax", *_without_value(locale), key=True)
    else:
        spot.error("unknown-locale", f"The site has no locale `{locale}`.",
                   did_you_mean(locale, known, "Locales"), key=True)  # fmt: skip


def _without_value(key: str) -> tuple[str, str]:
    """(message, help) for what stands in braces where `zh: text` should."""
    found = re.match(r"([a-z-]{2,12})[:：](.*)", key, re.DOTALL)
    if found and "：" in key[: len(found[1]) + 1]:
        return "This colon is full-width.", f"Write `{found[1]}: {found[2].strip()[:30]}`."
    if found:
        return ("There is no space after the colon.",
                f"Write `{found[1]}: {found[2].strip()[:30]}`.")  # fmt: skip
    if key.endswith(("”", "“", "’")):
        return ("A comma ends a text inside braces, and curly quotes do not hold it together.",
                'Put straight quotes (") round the whole text.')  # fmt: skip
    return ("A comma ends a text inside braces; this is what follows it.",
            "Put the whole text in quotes.")  # fmt: skip


def ident(*, reserved: frozenset[str] = RESERVED) -> Field:
    """An id: lower-case letters a-z, digits and hyphens; it becomes part of an address."""

    def read(value: Any, spot: Spot) -> Any:
        word = value if type(value) is str else scalar(value, spot, "an id")
        if word is BAD:
            return BAD
        if not _IDENT.match(word) or len(word) > 80:
            return spot.error("wrong-value", f"`{word[:80]}` cannot be an id.",
                              "Use a-z, 0-9 and hyphens, at most 80, such as `lavender-honey`.")  # fmt: skip
        if word in reserved:
            return spot.error("reserved-id", f"`{word}` is reserved for addresses.",
                              "Choose another id.")  # fmt: skip
        return word

    return read


def reference(kind: str) -> Field:
    """The id of something of `kind`; `country/id` where shared files name a product."""

    def read(value: Any, spot: Spot) -> Any:
        word = value if type(value) is str else scalar(value, spot, f"the id of a {kind}")
        if word is not BAD:
            place = Place(spot.reading.file, tuple(spot.steps))
            spot.reading.references.append(Reference(place, kind, word))
        return word

    return read


def boolean(value: Any, spot: Spot) -> Any:
    """true or false."""
    if isinstance(value, Plain) and value in ("true", "false"):
        return value == "true"
    return spot.error("wrong-type", "This is neither true nor false.", "Write `true` or `false`.")


def url(value: Any, spot: Spot) -> Any:
    """An absolute http or https address."""
    word = scalar(value, spot, "an address")
    if word is BAD:
        return BAD
    if len(word) > 2000 or not _URL.match(word) or not _splits(word):
        return spot.error("wrong-value", f"`{word[:60]}` is not a web address.",
                          "Write it whole, beginning with https://.")  # fmt: skip
    return word


def _splits(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def colour(value: Any, spot: Spot) -> Any:
    """A colour as #RRGGBB."""
    word = scalar(value, spot, "a colour")
    if word is BAD:
        return BAD
    if not _COLOUR.match(word):
        return spot.error("wrong-value", f"`{word[:40]}` is not a colour.",
                          "Write it in quotes, as \"#734BA4\".")  # fmt: skip
    return word.upper()


def choice(*options: str) -> Field:
    """One of a few words."""

    def read(value: Any, spot: Spot) -> Any:
        word = scalar(value, spot, "one word")
        if word is BAD:
            return BAD
        if word not in options:
            return spot.error("wrong-value", f"`{word[:40]}` is not one of the choices.",
                              did_you_mean(word, options, "Choices"))  # fmt: skip
        return word

    return read


def locale_key(value: Any, spot: Spot) -> Any:
    """A locale of the site."""
    word = scalar(value, spot, "a locale")
    known = spot.reading.context.locales
    if word is not BAD and known and word not in known:
        return spot.error("unknown-locale", f"The site has no locale `{word[:40]}`.",
                          did_you_mean(word, known, "Locales"))  # fmt: skip
    return word


def picture_file(value: Any, spot: Spot) -> Any:
    """A picture below `images/`; whether it is there is looked at later."""
    word = scalar(value, spot, "the path of a picture")
    if word is BAD:
        return BAD
    if _PICTURE.match(word):
        spot.reading.pictures.append(PictureUse(spot.place(), word))
        return word
    if word.startswith(("/", "~", "\\")) or ".." in word.split("/") or re.match(r"[A-Za-z]:", word):
        return spot.error("outside-tree", f"`{word[:60]}` leads out of the folder.",
                          "Name a file below images/, such as images/lavender-honey.svg.")  # fmt: skip
    return spot.error("wrong-value", f"`{word[:60]}` is not the path of a picture.",
                      "Write images/<id>.svg (or png, jpg, webp, avif); a-z, 0-9, hyphens.")  # fmt: skip


def with_alt(field: Field, file: str, role: str) -> Field:
    """A record with a picture under the key `file`: notes that nobody described it, where so."""

    def read(value: Any, spot: Spot) -> Any:
        if isinstance(value, dict) and value.get(file) and not value.get("alt"):
            spot.reading.texts.append(TextUse(spot.place(), (), role))
        return field(value, spot)

    return read
