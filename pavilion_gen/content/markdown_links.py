"""The links of a Markdown text, found without converting it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CODE = re.compile(
    r"(?m)^(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^(?P=fence)[ \t]*$|\Z)|(?P<ticks>`+)(?!`).*?(?P=ticks)",
    re.DOTALL,
)
_LINK = re.compile(r"\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)>?(?:\s+[\"'][^)]*)?\s*\)")
_DEFINITION = re.compile(r"(?m)^ {0,3}\[[^\]^\n][^\]\n]*\]:\s*<?(\S+?)>?(?:\s|$)")
_HEADING = re.compile(r"(?m)^#{2,6}[ \t]")


def _without_code(text: str) -> str:
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def links(text: str) -> Iterator[str]:
    """The targets of all links and pictures in `text`, in order, as written."""
    if "](" not in text and "]:" not in text:
        return
    plain = _without_code(text)
    for pattern in (_LINK, _DEFINITION):
        for found in pattern.finditer(plain):
            yield found.group(1)


def heading_count(text: str) -> int:
    """How many headings (of level 2 and deeper) `text` has; their anchors are s1, s2, …"""
    return len(_HEADING.findall(_without_code(text)))
