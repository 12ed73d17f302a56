"""A quick road for simple Markdown: the same bytes as the full converter's, or none.

Most texts of a shop are paragraphs, lists and a link. Two expressions convert them in a few
microseconds: one for what stands within a line, one for blocks. What is not surely simple is left
to the full converter in `markdown.py`, and tests hold the two equal. So this module may know less
than Python-Markdown and nh3, but nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from itertools import zip_longest

Resolve = Callable[[str], tuple[str, str] | None]

# `&x;` and `&#1` may be entities, `<x` may be a tag or an address
_MARKUP = re.compile(r"&(?:#|[A-Za-z0-9.-]*+;)|<(?! )")

# What Python-Markdown or nh3 would change or refuse; the last are halves of UTF-16 pairs
_CHANGED = r"\x00-\x09\x0b-\x1f\x7f\ud800-\udfff"
_PLAIN = rf"[^*_`\[\]\\|\n{_CHANGED}]"
# It begins with one set of characters, so that the search runs fast over all others
_INLINE = re.compile(
    rf"""
    [*_`\[\]\\{_CHANGED}]
    (?:
        (?<=\*)\*(?P<strong>(?!\s){_PLAIN}++(?<!\s))\*\*(?!\*)
      | (?<=\*)(?P<em>(?!\s){_PLAIN}++(?<!\s))\*(?!\*)
      | (?<=\[)(?<!!\[)(?P<words>(?!\s){_PLAIN}++(?<!\s))\]\((?:
            (?P<away>https?://[A-Za-z0-9/:.\#?=%~_-]++)
          | (?P<target>(?!(?i:https?:|mailto:))[A-Za-z0-9/:.\#?=%~_-]++)
        )\)
      | (?<=`)(?P<code>(?!\s)[^`|\\\n{_CHANGED}]++(?<!\s))`(?!`)
      | (?<=[A-Za-z0-9]_)(?P<inside>)(?=[A-Za-z0-9])
      | (?P<unsure>)
    )
    """,
    re.VERBOSE,
)

# Addresses that nh3 surely reads as we do, and leaves
_ADDRESS = re.compile(
    r"(?:https?://(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}(?=[/?#]|\Z))?"
    r"[A-Za-z0-9/.~%_-]*(?:\?[A-Za-z0-9=%~._-]*)?(?:\#[A-Za-z0-9_-]*)?"
)
_AWAY = ' rel="noopener"'
_LANGUAGE = re.compile(r"[A-Za-z0-9-]*")

# A line that begins nothing but itself: no list, heading, quotation, rule or row of a table
_LINE = r"(?!\d+\.[ ])[^\s\#&+=|:-][^\n]*+"
_BLOCK = re.compile(
    rf"""
    (?:
        (?P<p>{_LINE}(?:\n{_LINE})*+)
      | (?P<ul>-[ ]{_LINE}(?:\n(?:[ ]{{4}})?+-[ ]{_LINE})*+)
      | (?P<ol>[0-9]++\.[ ]{_LINE}(?:\n(?:[0-9]++\.|[ ]{{4}}-)[ ]{_LINE})*+)
      | (?P<blockquote>&gt;[^\n]*+(?:\n&gt;[^\n]*+)*+)
      | (?P<table>\|[^\n]*+(?<=.\|)\n\|(?:[ ]*+:?+-++:?+[ ]*+\|)++(?:\n\|[^\n]*+(?<=.\|))++)
    )
    (?:\n\n+|\Z)
    | (?P<level>\#{{1,6}}+)[ ]*+(?P<heading>[^\s\#|][^\n\#|]*+)(?:\n++|\Z)
    """,
    re.VERBOSE,
)
_NESTED = re.compile(r"(?:\n {4}- [^\n]*+)++")
_NEXT_NUMBER = re.compile(r"\n[0-9]++\. ")
_QUOTED = re.compile(r"(?m)^&gt; ?")
_TAG = re.compile(r"<[^>]*+>")


class _Unsure(Exception):
    """The text is not surely simple."""


def convert(
    text: str, resolve: Resolve, first_level: int
) -> tuple[str, list[tuple[str, str]]] | None:
    """(HTML, (anchor, words) of each heading) of a text; None: the full converter is needed.

    resolve: from the target of a link within the site to (address, language), or to None.
    first_level: of `##`; with 2 the headings carry their anchors.
    """
    text = text.strip("\n")
    if "&" in text or "<" in text:
        if _MARKUP.search(text):
            return None
        text = text.replace("&", "&amp;").replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    writer = _Writer(resolve, first_level)
    try:
        html = writer.blocks(_INLINE.sub(writer.inline, text))
    except _Unsure:
        return None
    return html.replace("\u00a0", "&nbsp;"), writer.headings


class _Writer:
    """One text on its way to HTML. headings: those met so far."""

    def __init__(self, resolve: Resolve, first_level: int) -> None:
        self.resolve = resolve
        self.first_level = first_level
        self.headings: list[tuple[str, str]] = []

    def inline(self, found: re.Match[str]) -> str:
        """HTML of what was found within a line."""
        kind = found.lastgroup
        if kind == "target":
            return self.link(found["target"], found["words"])
        if kind == "strong" or kind == "em" or kind == "code":
            return f"<{kind}>{found[kind]}</{kind}>"
        if kind == "away":
            return f"{_opening(found['away'], rest=_AWAY)}{found['words']}</a>"
        if kind == "inside":
            return "_"
        raise _Unsure

    def link(self, target: str, words: str) -> str:
        """A link within the site, or the words alone where it leads nowhere."""
        if target[0] == "#":
            return f"{_opening(target)}{words}</a>"
        destination = self.resolve(target)
        if destination is None:
            return f"<span>{words}</span>"
        return f"{_opening(*destination)}{words}</a>"

    def blocks(self, text: str) -> str:
        """HTML of blocks whose insides are HTML already."""
        written: list[str] = []
        at, end, before = 0, len(text), None
        while at < end:
            found = _BLOCK.match(text, at)
            if found is None:
                raise _Unsure
            at = found.end()
            kind = found.lastgroup
            if kind == "p":
                written.append(f"<p>{_broken(found['p'])}</p>")
            elif kind == "heading":
                written.append(self.heading(len(found["level"]), found["heading"].rstrip()))
            elif kind == "table":
                written.append(_table(found["table"].split("\n")))
            elif kind == before:  # lists and quotations of a kind are joined to one
                raise _Unsure
            elif kind == "ul":
                written.append(_bullets(found["ul"]))
            elif kind == "ol":
                written.append(_numbers(found["ol"]))
            else:
                written.append(self.quotation(found["blockquote"]))
            before = kind
        return "\n".join(written)

    def heading(self, level: int, html: str) -> str:
        anchor = f"s{len(self.headings) + 1}"
        words = " ".join(_TAG.sub("", html).split())
        self.headings.append((anchor, unescape(words)))
        tag = f"h{min(6, max(self.first_level, level + self.first_level - 2))}"
        id_ = f' id="{anchor}"' if self.first_level == 2 else ""
        return f"<{tag}{id_}>{html}</{tag}>"

    def quotation(self, block: str) -> str:
        known = len(self.headings)
        html = self.blocks(_QUOTED.sub("", block).lstrip("\n"))
        if not html or len(self.headings) > known:  # headings are numbered from the outside in
            raise _Unsure
        return f"<blockquote>\n{html}\n</blockquote>"


@lru_cache(maxsize=1024)
def _opening(address: str, language: str = "", rest: str = "") -> str:
    """The tag that begins a link."""
    if not (_ADDRESS.fullmatch(address) and _LANGUAGE.fullmatch(language)):
        raise _Unsure
    if language:
        rest = f' hreflang="{language}"'
    return f'<a href="{address}"{rest}>'


def _broken(lines: str) -> str:
    """Lines, broken where one ends with two spaces."""
    return lines.replace("  \n", "<br>\n") if "\n" in lines else lines


def _bullets(block: str) -> str:
    items = block[2:]
    if "\n " in items:
        items = _NESTED.sub(_nested, items)
    items = items.replace("\n- ", "</li>\n<li>")
    return f"<ul>\n<li>{items}</li>\n</ul>"


def _numbers(block: str) -> str:
    first, _, items = block.partition(". ")
    start = "" if first == "1" else f' start="{first}"'
    items = _NEXT_NUMBER.sub("</li>\n<li>", _NESTED.sub(_nested, items))
    return f"<ol{start}>\n<li>{items}</li>\n</ol>"


def _nested(found: re.Match[str]) -> str:
    """The bullets below an item."""
    items = found[0][7:].replace("\n    - ", "</li>\n<li>")
    return f"<ul>\n<li>{items}</li>\n</ul>\n"


def _table(lines: list[str]) -> str:
    head, rule, *rows = (line[1:-1].split("|") for line in lines)
    if len(head) != len(rule):
        raise _Unsure
    classes = [_alignment(cell.strip(" ")) for cell in rule]
    names = [
        f'<th{class_} scope="col">{name.strip(" ")}</th>'
        for class_, name in zip(classes, head, strict=True)
    ]
    body = "\n".join(_row(classes, row) for row in rows)
    return (
        '<div class="scroll" tabindex="0"><table>\n<thead>\n<tr>\n'
        + "\n".join(names)
        + f"\n</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table></div>"
    )


def _alignment(rule: str) -> str:
    """The class of a column, from its part of the line below the names."""
    if not rule.endswith(":"):
        return ""
    return f' class="align-{"center" if rule[0] == ":" else "right"}"'


def _row(classes: list[str], cells: list[str]) -> str:
    """A row of as many cells as there are columns."""
    written = [
        f"<td{class_}>{cell.strip(' ')}</td>"
        for class_, cell in zip_longest(classes, cells[: len(classes)], fillvalue="")
    ]
    return "<tr>\n" + "\n".join(written) + "\n</tr>"
