"""How values are printed into a page: escaped once, and never wrapped.

What comes out goes straight into the page's text, so it needs no `Markup` around it; that, and
asking each value for its type first, is most of the difference to `markupsafe.escape`.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from pavilion_gen.model.text import Html
from pavilion_gen.pages.parts import Phrase

try:
    from markupsafe._speedups import _escape_inner as escaped
except ImportError:  # MarkupSafe without its compiled part, or a release that has it elsewhere

    def escaped(s: str, /) -> str:
        return str(escape(s))


def printed(value: object) -> str:
    """What `{{ value }}` puts into a page: the bytes of `markupsafe.escape(value)`."""
    kind = type(value)
    if kind is str:
        return escaped(value)  # type: ignore[arg-type]
    if kind is Phrase:
        return _phrase(value)  # type: ignore[arg-type]
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is Html:
        return value.html  # type: ignore[attr-defined, no-any-return]
    if kind is int:
        return str(value)
    return escape(value)


def _phrase(phrase: Phrase) -> str:
    text = escaped(phrase.text)
    return f'<span lang="{phrase.lang}">{text}</span>' if phrase.lang else text


def inserted(value: object) -> object:
    """A value of a message: escaped, but for numbers, which a pattern may format."""
    kind = type(value)
    return value if kind is int or kind is float else printed(value)
