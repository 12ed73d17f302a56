"""Text in several locales."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import msgspec

LocalizedText: TypeAlias = Mapping[str, str]
"""Locale key (`zh`, `en`) to text."""


class Html(msgspec.Struct, frozen=True, gc=False):
    """Finished, safe HTML. Templates print it as it is.

    lang: the language (BCP 47) that its markup says it is in, where that is not the page's own.
    """

    html: str
    lang: str = ""

    def __html__(self) -> str:
        return self.html

    def __str__(self) -> str:
        return self.html

    def __bool__(self) -> bool:
        return bool(self.html)


def choose(text: LocalizedText, locale: str, fallbacks: Iterable[str]) -> tuple[str, str]:
    """The text for `locale` and the locale it is really in; ("", locale) if there is none.

    fallbacks: locales to try in turn where `locale` itself has no text.
    """
    if locale in text:
        return text[locale], locale
    for other in fallbacks:
        if other in text:
            return text[other], other
    for other, value in text.items():
        return value, other
    return "", locale
