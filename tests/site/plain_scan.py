"""Search as a plain scan: every name of every thing looked at, without a thought for speed.

Written from the description in docs/search.md, not from the theme's script, which is held to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ı": "i",
    "þ": "th",
}
HAN = re.compile("[\u3400-\u9fff]")


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).lower()
    folded = ""
    for letter in plain:
        if "\u0300" <= letter <= "\u036f" or letter in "'’ʼ":
            continue
        gap = letter.isspace() or unicodedata.category(letter)[0] in "PS"
        folded += " " if gap else LETTERS.get(letter, letter)
    return " ".join(folded.split())


class Thing(msgspec.Struct, frozen=True):
    """One thing of an index: its names, and those of what it stands near."""

    key: tuple[str, str, int]
    names: list[str]
    near: list[str]
    gtin: str = ""


def things(index: dict[str, Any], first: bool) -> Iterator[Thing]:
    country = index.get("country", "")

    def named(entry: list[Any]) -> list[str]:
        return [fold(name) for name in [entry[1], *entry[2].split("\n")] if fold(name)]

    def above(place: int) -> list[str]:
        if place < 0:
            return []
        category, parent = index["categories"][place]
        return named(category) + above(parent)

    if first:
        for place, one in enumerate(index.get("pavilions", [])):
            yield Thing(("pavilion", country, place), named(one), [])
    for place, (one, _) in enumerate(index.get("categories", [])):
        yield Thing(("category", country, place), named(one), [])
    for kind in ("region", "merchant"):
        for place, one in enumerate(index.get(f"{kind}s", [])):
            yield Thing((kind, country, place), named(one), [])
    for place, good in enumerate(index.get("goods", [])):
        near = above(good[3])
        near += named(index["regions"][good[4]]) if good[4] >= 0 else []
        near += named(index["merchants"][good[5]]) if good[5] >= 0 else []
        near += [fold(good[16])] if good[16] else []
        yield Thing(("good", country, place), named(good), near, good[15])
    for place, page in enumerate(index.get("pages", [])):
        if first or page[3] != "campaign":
            yield Thing((page[3], country, place), named(page), [])


class Scan:
    """All that the indexes name, and how their characters sound."""

    def __init__(self, indexes: list[dict[str, Any]], common: dict[str, str]) -> None:
        self.things = [
            thing for n, index in enumerate(indexes) for thing in things(index, first=n == 0)
        ]
        self.sounds: dict[str, set[str]] = {}
        self.plain: dict[str, str] = {}
        for table in [*(index.get("sounds", {}) for index in indexes), common]:
            for sound, characters in table.items():
                for character in characters:
                    self.sounds.setdefault(character, set()).add(sound)
        for index in indexes:
            pairs = index.get("variants", "")
            self.plain.update(zip(pairs[::2], pairs[1::2], strict=True))

    def find(self, typed: str) -> set[tuple[str, str, int]]:
        """The keys of all that one word finds: as it stands or sounds, else forgivingly."""
        query = "".join(self.plain.get(character, character) for character in fold(typed))
        forgiving: list[Callable[[str, str], bool]] = [self._blurred, self._sounding, mistyped]
        exact: list[Callable[[str, str], bool]] = [standing, self._full, self._initials]
        for ways in (exact, forgiving):
            found = {
                thing.key
                for thing in self.things
                if any(way(query, text) for way in ways for text in (*thing.names, *thing.near))
                or (ways is exact and len(query) >= 6 and thing.gtin.startswith(query))
            }
            if found:
                return found
        return set()

    def _typed(self, query: str, text: str, spell: Callable[[str], set[str]]) -> bool:
        """Whether some spelling of the characters from some place on begins with the query."""
        letters = text.replace(" ", "")
        for start, character in enumerate(letters):
            if not HAN.match(character):
                continue
            ends = {""}
            for letter in letters[start:]:
                ways = {letter} | (spell(letter) if HAN.match(letter) else set())
                ends = {end + way for end in ends for way in ways}
                if any(end.startswith(query) for end in ends):
                    return True
                ends = {end for end in ends if query.startswith(end)}
                if not ends:
                    break
        return False

    def _full(self, query: str, text: str) -> bool:
        of = self.sounds.get
        return bool(re.search("[a-z]", query)) and self._typed(
            query, text, lambda one: of(one, set())
        )

    def _initials(self, query: str, text: str) -> bool:
        def spell(character: str) -> set[str]:
            sounds = self.sounds.get(character, set())
            double = {sound[:2] for sound in sounds if sound[:2] in ("zh", "ch", "sh")}
            return {sound[0] for sound in sounds} | double

        return bool(re.search("[a-z]", query)) and self._typed(query, text, spell)

    def _blurred(self, query: str, text: str) -> bool:
        if not re.search("[a-z]", query):
            return False
        return self._typed(
            blurred(query), text, lambda one: set(map(blurred, self.sounds.get(one, set())))
        )

    def _sounding(self, query: str, text: str) -> bool:
        if not all(map(HAN.match, query)):
            return False

        def same(one: str, other: str) -> bool:
            heard = [set(map(blurred, self.sounds.get(c, set()))) for c in (one, other)]
            return one == other or bool(heard[0] & heard[1])

        parts = (text[n : n + len(query)] for n in range(len(text) - len(query) + 1))
        return any(all(map(same, query, part)) for part in parts)


def standing(query: str, text: str) -> bool:
    if HAN.match(query) or len(query) > 2:
        return query in text
    starts = [found.start() for found in re.finditer(f"(?={re.escape(query)})", text)]
    return any(n == 0 or text[n - 1] == " " or HAN.match(text[n - 1]) for n in starts)


def blurred(sound: str) -> str:
    return re.sub("([zcs])h", r"\1", sound).replace("ng", "n").replace("l", "n")


def mistyped(query: str, text: str) -> bool:
    if len(query) < 5 or not re.fullmatch("[a-z]+", query):
        return False
    return any(len(word) >= 4 and one_slip(query, word) for word in text.split(" "))


def one_slip(typed: str, word: str) -> bool:
    """Whether the word is among all that one slip makes of what was typed (Norvig)."""
    letters = set(word)
    halves = [(typed[:n], typed[n:]) for n in range(len(typed) + 1)]
    made = {typed} | {a + b[1:] for a, b in halves if b}
    made |= {a + c + b for a, b in halves for c in letters}
    made |= {a + c + b[1:] for a, b in halves if b for c in letters}
    made |= {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    return word in made
