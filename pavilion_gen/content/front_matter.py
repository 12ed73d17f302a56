"""Markdown pages: front matter between two lines `---`, then the text."""

from __future__ import annotations

import re
from typing import NamedTuple

_SPLIT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


class Parts(NamedTuple):
    """front: YAML, beginning on line 1 (from 0). body: Markdown, beginning on `body_line`."""

    front: str
    body: str
    body_line: int


def split(text: str) -> Parts | None:
    """The two parts of a page; None where it does not begin with front matter."""
    found = _SPLIT.match(text)
    if not found:
        return None
    return Parts(found[1], text[found.end() :], text.count("\n", 0, found.end()))
