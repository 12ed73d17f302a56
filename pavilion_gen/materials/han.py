"""How Chinese characters sound and how else they are written, for finding things by typing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import msgspec

from pavilion_gen.content.kept import Kept, kept_or_made, key_of

_HAN = re.compile("[\u3400-\u9fff]")


class Han(msgspec.Struct, frozen=True, gc=False):
    """What is known of some characters.

    sounds: pinyin without tones, `v` for ü as on keyboards, to the characters that can be read so
    (one with several readings stands under each). variants: pairs of a traditional form and the
    character of the set that it stands for.
    """

    sounds: dict[str, str]
    variants: str


def han_of(texts: Iterable[str], kept: Kept) -> Han:
    """The characters that stand in some texts."""
    characters = "".join(sorted(set(_HAN.findall("".join(texts)))))
    return kept_or_made(
        kept,
        key_of("han", characters),
        Han,
        lambda: Han(sounds_of(characters), _variants_of(characters)),
    )


def sounds_of(characters: str) -> dict[str, str]:
    """The readings of characters, each with those that have it.

    All readings that the Table of General Standard Chinese Characters (2013) has, since shoppers
    type the one they mean; of a character that it lacks, those of pypinyin.
    """
    from pypinyin.constants import PINYIN_DICT
    from pypinyin_dict.pinyin_data.ktghz2013 import pinyin_dict as standard

    sounds: dict[str, str] = {}
    for character in characters:
        code = ord(character)
        readings = (standard.get(code) or PINYIN_DICT.get(code, "")).split(",")
        for plain in dict.fromkeys(map(_without_tone, readings)):
            if plain:
                sounds[plain] = sounds.get(plain, "") + character
    return dict(sorted(sounds.items()))


def common_characters() -> str:
    """The 3,755 of the first level of GB/T 2312, which an input method offers first."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", "ignore") for pair in rows)


def _without_tone(reading: str) -> str:
    plain = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in plain if letter.isascii())


def _variants_of(characters: str) -> str:
    variants = _variants()
    return "".join(
        form + character for character in characters for form in variants.get(character, "")
    )


@cache
def _variants() -> dict[str, str]:
    """Each simplified character with its traditional forms, by OpenCC's tables."""
    from opencc import OpenCC

    simplify = OpenCC("t2s").convert
    variants: dict[str, str] = {}
    for code in range(0x4E00, 0xA000):
        form = chr(code)
        plain = simplify(form)
        if plain != form:
            variants[plain] = variants.get(plain, "") + form
    return variants
