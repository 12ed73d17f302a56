"""The links of a Markdown text, found without converting it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_FENCED = re.compile(r"(?m)^(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^(?P=fence)[ \t]*$|\Z)", re.DOTALL)
_TICKS = re.compile(r"(?P<ticks>`+)|\n[ \t]*\n")
_LINK = re.compile(
    r"\]\([ \t\n]{0,8}<?([^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)>?"
    r"(?:[ \t\n]{1,8}[\"'][^)]*)?[ \t\n]{0,8}\)"
)
_DEFINITION = re.compile(r"(?m)^ {0,3}\[[^\]^\n][^\]\n]*\]:\s*<?(\S+?)>?(?:\s|$)")
_BARE_PICTURE = re.compile(r"(!\[\s{0,8}\]\(\s{0,8}<?image:[^)\s>]*)")
_HEADING = re.compile(r"(?m)^#{2,6}[ \t]")


class Target(NamedTuple):
    """What a link leads to, as written; nth: which occurrence of these characters in the text."""

    target: str
    nth: int


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _without_code(text: str) -> str:
    """`text` with spaces in place of code."""
    if "`" not in text and "~~~" not in text:
        return text
    return _without_spans(_FENCED.sub(lambda found: _blank(found.group()), text))


def _without_spans(text: str) -> str:
    """`text` without code between equal runs of backticks in one paragraph, in linear time."""
    # (start, length) of each run; length 0 ends a paragraph
    runs = [(found.start(), len(found["ticks"] or "")) for found in _TICKS.finditer(text)]
    closing: list[int | None] = [None] * len(runs)
    later: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        length = runs[number][1]
        if length == 0:
            later.clear()
        else:
            closing[number] = later.get(length)
            later[length] = number
    parts, done, number = [], 0, 0
    while number < len(runs):
        end = closing[number]
        if end is not None:
            start, stop = runs[number][0], sum(runs[end])
            parts += [text[done:start], _blank(text[start:stop])]
            done, number = stop, end
        number += 1
    return "".join(parts) + text[done:]


def links(text: str) -> list[Target]:
    """The targets of all links and pictures in `text`, as written: inline ones, then definitions."""
    inline, defined = "](" in text, "]:" in text
    if not inline and not defined:
        return []
    plain = _without_code(text)
    targets = _numbered(_inline(plain), text) if inline else []
    return targets + _numbered(_DEFINITION.finditer(plain), text) if defined else targets


def _inline(text: str) -> list[re.Match[str]]:
    links = []
    at = text.find("](")
    while at >= 0:
        found = _LINK.match(text, at)
        if found:
            links.append(found)
        at = text.find("](", found.end() if found else at + 1)
    return links


def _numbered(links: Iterable[re.Match[str]], text: str) -> list[Target]:
    """The targets, each with the number of its occurrence in `text`."""
    targets = []
    seen: dict[str, tuple[int, int]] = {}
    for found in links:
        target, start = found[1], found.start(1)
        done, nth = seen.get(target, (0, 0))
        if target:
            while 0 <= (done := text.find(target, done)) < start:
                done, nth = done + 1, nth + 1
        seen[target] = start, nth
        targets.append(Target(target, nth))
    return targets


def bare_pictures(text: str) -> list[Target]:
    """The beginnings of the pictures in `text` that have no alternative text."""
    if "image:" not in text:
        return []
    return _numbered(_BARE_PICTURE.finditer(_without_code(text)), text)


def heading_count(text: str) -> int:
    """How many headings (of level 2 and deeper) `text` has; their anchors are s1, s2, …"""
    return len(_HEADING.findall(_without_code(text)))
