"""The YAML that editors mostly write, read a line at a time: more than twice as quick as PyYAML.

Block mappings and lists of them, whose lines are `key: value`, `key:` or `- key: …`; a value is a
plain or quoted scalar on one line, a literal block, or a flow collection on one line. A text that
holds anything else, a mistake above all, is left to `yaml_tree`: what is read here, PyYAML's parser
reads alike.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias


class Plain(str):
    """A word that means more without quotes than within them: no value, true or false."""

    __slots__ = ()


PLAIN = {word: Plain(word) for word in ("", "~", "null", "Null", "NULL", "true", "false")}

Value: TypeAlias = "dict[str, Value] | list[Value] | str"
Open: TypeAlias = "dict[str, Value] | list[Value]"

_DEEPEST = (
    8  # block collections, and flow collections on one line: together what `yaml_tree` allows
)
_KEY = "[A-Za-z_][A-Za-z0-9_-]{0,60}"

# indent, dash; key, and the sign of a block, the block and its indent, or a value; or an entry
# without a key; or all that follows
_LINE = re.compile(
    r"( *)(- )?"
    rf"(?:({_KEY}):"
    r"(?: ([|>]-?)\n(( +)(?=[^ \n]).*\n(?:\6.*\n|\n)*+)(?! +\n)|(?: +(.*))?\n)"
    r"|(?<=- )([^ \n].*)\n)"
    r"(?: *\n| *#.*\n)*"
    r"|([\s\S]+)"
)
_FOLD = re.compile(r"\n(\n*)")
_ESCAPED = "\x7f"  # which no text holds
_CLOSING = {dict: "}", list: "]"}
_BEGIN = re.compile(r"(?: *\n| *#.*\n)*")

# What a plain scalar may begin with, and where `:` and `#` may stand in one (YAML 1.1, 9.1.3),
# but stricter: only before and behind a letter, a figure or a stroke
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`\x7f]"
_WORDS = re.compile(rf"{_FIRST}[^:#]*(?:(?::(?=[\w/])|(?<=[\w/])#)[^:#]*)*(?<! )")

_BEFORE_TEXT = re.compile(rf"(?:\{{ *| *, *)({_KEY}): +")

# In braces and brackets: a key where there is one, then a scalar or the sign that opens a collection;
# or the sign that closes one; or all that follows
_FLOW = re.compile(
    rf"(?:({_KEY}): +)?"
    rf"""(?:("[^"]*"|'[^']*'|{_FIRST}[^:#,?\[\]{{}}\x7f]*(?::(?=[\w/])[^:#,?\[\]{{}}\x7f]*)*)(?<! )"""
    r"(?: *, *| *(?=[\]}]))|([\[{]) *)"
    r"|([\]}])(?: *, *| *(?=[\]}])|\Z)"
    r"|([\s\S]+)"
)


_WORDS_IN_BRACKETS = re.compile(r"\[[A-Za-z0-9][A-Za-z0-9-]*(?:, [A-Za-z0-9][A-Za-z0-9-]*)*\]")


class _NotHere(Exception):
    """The text holds something that is not read here."""


def read(text: str) -> Value | None:
    """What a YAML text holds (one that `decode` let through); None where that is not read here."""
    begin = _BEGIN.match(text)
    if "\t" in text or text[-1:] != "\n" or begin is None:
        return None
    try:
        return _block(_LINE.findall(text, begin.end()))
    except _NotHere:
        return None


def _block(lines: list[tuple[str, ...]]) -> Value | None:
    # The collections that are open, outermost first, and the columns on which their entries begin
    opened: list[Open] = []
    columns: list[int] = [-1]
    waiting = ""  # the key of the innermost whose value, if it has one, begins on the next line
    column = -1
    holder: dict[str, Value] | None = None  # the mapping in which the line before stands
    for spaces, dash, key, sign, block, indent, words, entry, rest in lines:
        if words and not dash and holder is not None and len(spaces) == column and not waiting:
            # Most lines are one more `key: value` of the mapping that the line before stands in
            if key in holder:
                raise _NotHere
            holder[key] = PLAIN.get(words, words) if words.isalnum() else _value(words)
            continue
        if rest:
            raise _NotHere
        column = len(spaces)
        if column > columns[-1] and (waiting or not opened):
            _open([] if dash else {}, column, waiting, opened, columns)
        while column < columns[-1]:
            del opened[-1], columns[-1]
        if column != columns[-1]:
            raise _NotHere
        waiting = ""
        innermost = opened[-1]
        if dash:
            if not isinstance(innermost, list):
                raise _NotHere
            if entry:
                innermost.append(_value(entry))
                holder = None
                continue
            holder = {}
            column += 2
            _open(holder, column, "", opened, columns)
        elif not isinstance(innermost, dict) or key in innermost:
            raise _NotHere
        else:
            holder = innermost
        if words:
            holder[key] = _value(words)
        elif sign:
            if len(indent) <= column:
                raise _NotHere
            holder[key] = _literal(block, indent, sign)
        else:
            holder[key] = PLAIN[""]
            waiting = key
    return opened[0] if opened else None


def _open(value: Open, column: int, key: str, opened: list[Open], columns: list[int]) -> None:
    """Opens a collection: the value of `key`, or the next entry of a list."""
    if opened:
        holder = opened[-1]
        if isinstance(holder, dict) and key:
            holder[key] = value
        elif isinstance(holder, list) and not key:
            holder.append(value)
        else:
            raise _NotHere
    if len(opened) == _DEEPEST:
        raise _NotHere
    opened.append(value)
    columns.append(column)


def _value(words: str) -> Value:
    """The value that stands behind a key or a dash on its line."""
    first = words[0]
    if first.isalnum() and ":" not in words and "#" not in words and words[-1] != " ":
        return PLAIN.get(words, words)
    if "\\" in words:
        words = _without_escapes(words)
    if first in "{[":
        return _texts(words) or _flow(words)
    if first in "\"'":
        if words[-1] != first or words.count(first) != 2:
            raise _NotHere
        return _with_escapes(words)
    words = words.partition(" #")[0].rstrip(" ")
    if not _WORDS.fullmatch(words):
        raise _NotHere
    return PLAIN.get(words, words)


def _without_escapes(words: str) -> str:
    """`words` with _ESCAPED in place of each quote that is escaped within quotes."""
    words = words.replace('\\"', _ESCAPED)
    if "\\" in words or words[0] not in '"{[':
        raise _NotHere
    return words


def _with_escapes(quoted: str) -> str:
    """What stands within quotes."""
    if quoted[0] == "'" and _ESCAPED in quoted:
        raise _NotHere
    return quoted[1:-1].replace(_ESCAPED, '"')


def _texts(words: str) -> Value | None:
    """A mapping of nothing but quoted texts; None where it is something else."""
    between = words.split('"')
    texts = between[1::2]
    keys = _keys(*between[::2])
    if not keys:
        return None
    if _ESCAPED in words:
        texts = [text.replace(_ESCAPED, '"') for text in texts]
    return dict(zip(keys, texts, strict=True))


@lru_cache
def _keys(*between: str) -> tuple[str, ...]:
    """The keys in what stands around quoted texts, such as `{zh: `, `, en: ` and `}`; or none."""
    if len(between) < 2 or between[0][:1] != "{" or between[-1] != "}":
        return ()
    found = [_BEFORE_TEXT.fullmatch(before) for before in between[:-1]]
    keys = tuple([match[1] for match in found if match])
    inner = not any(before[0] == "{" for before in between[1:-1] if before)
    return keys if inner and len(set(keys)) == len(found) else ()


def _flow(words: str) -> Value:
    """A collection in braces or brackets."""
    if words[-1] not in "]}":
        raise _NotHere
    if _WORDS_IN_BRACKETS.fullmatch(words):
        return [PLAIN.get(word, word) for word in words[1:-1].split(", ")]
    escaped = _ESCAPED in words
    top: list[Value] = []
    holder: Open = top
    around: list[Open] = []
    for key, scalar, opens, closes, rest in _FLOW.findall(words):
        value: Value
        if scalar:
            if scalar[0] not in "\"'":
                value = PLAIN.get(scalar, scalar)
            elif not escaped:
                value = scalar[1:-1]
            else:
                value = _with_escapes(scalar)
        elif opens:
            inner: Open = {} if opens == "{" else []
            value = inner
        elif not around or rest or _CLOSING[type(holder)] != closes:
            raise _NotHere
        else:
            holder = around.pop()
            continue
        if isinstance(holder, dict):
            if not key or key in holder:
                raise _NotHere
            holder[key] = value
        elif key:
            raise _NotHere
        else:
            holder.append(value)
        if opens:
            if len(around) == _DEEPEST:
                raise _NotHere
            around.append(holder)
            holder = inner
    if around or len(top) != 1:
        raise _NotHere
    return top[0]


def _literal(block: str, indent: str, sign: str) -> str:
    """The text of a block: as it stands (`|`), or its lines joined (`>`)."""
    text = block[len(indent) :].replace("\n" + indent, "\n").rstrip("\n")
    if sign[0] == ">":
        if "\n " in text:
            raise _NotHere
        text = _FOLD.sub(lambda found: found[1] or " ", text)
    return text if sign[1:] else text + "\n"
