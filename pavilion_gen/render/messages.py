"""The messages of templates: how they are said, and which of them a template uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from gettext import NullTranslations
from typing import Any

import msgspec
from jinja2 import nodes
from markupsafe import Markup

from pavilion_gen.materials.theme_files import ThemeFault

SPOKEN = ("_", "gettext", "ngettext", "pgettext", "npgettext")
"""The names by which a template calls for messages."""


class Message(msgspec.Struct, frozen=True, gc=False):
    """A message as a template writes it. many: its plural, where it counts."""

    context: str
    one: str
    many: str


_SHAPES: dict[str, Callable[..., Message]] = {
    "_": lambda one: Message("", one, ""),
    "gettext": lambda one: Message("", one, ""),
    "ngettext": lambda one, many: Message("", one, many),
    "pgettext": lambda context, one: Message(context, one, ""),
    "npgettext": lambda context, one, many: Message(context, one, many),
}
_TEXTS = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2, "npgettext": 3}


def message_of(call: nodes.Call, template: str) -> Message | None:
    """The message that a call speaks, or None where it is no call for one.

    Raises ThemeFault where its text is not written out.
    """
    function = call.node
    if not isinstance(function, nodes.Name) or function.name not in SPOKEN:
        return None
    texts = [
        arg.value
        for arg in call.args[: _TEXTS[function.name]]
        if isinstance(arg, nodes.Const) and isinstance(arg.value, str)
    ]
    if len(texts) != _TEXTS[function.name]:
        raise _computed(function, template)
    return _SHAPES[function.name](*texts)


def messages_in(tree: nodes.Template, template: str) -> frozenset[Message]:
    """Every message that a template can say. Raises ThemeFault for one that it computes."""
    calls: list[nodes.Call] = []
    names: list[nodes.Name] = []
    for node in tree.find_all((nodes.Call, nodes.Name)):
        if isinstance(node, nodes.Call):
            calls.append(node)
        elif isinstance(node, nodes.Name) and node.name in SPOKEN and node.ctx == "load":
            names.append(node)
    called = {id(call.node) for call in calls}
    for name in names:
        if id(name) not in called:
            raise _computed(name, template)
    return frozenset(message for call in calls if (message := message_of(call, template)))


def _computed(name: nodes.Name, template: str) -> ThemeFault:
    return ThemeFault(
        f"{template}, line {name.lineno}: `{name.name}` is given a message that is computed. "
        "Write it out: what a page depends on must be known."
    )


def forms(translations: NullTranslations, message: Message) -> Iterator[str]:
    """All that a catalog has for a message: what decides how it reads, whatever it counts."""
    key = f"{message.context}\x04{message.one}" if message.context else message.one
    catalog: Any = translations
    while catalog is not None:
        # gettext has no way to ask for all plurals of a message; what it counts is not known here
        entries = getattr(catalog, "_catalog", {})
        if key in entries:
            yield entries[key]
        number = 0
        while (key, number) in entries:
            yield entries[key, number]
            number += 1
        yield catalog.info().get("plural-forms", "")
        catalog = catalog._fallback


class Speech:
    """The messages of one catalog, for compiled templates: said once each, then known."""

    def __init__(self, translations: NullTranslations) -> None:
        self._translations = translations
        self._counted: dict[tuple[str, int], str] = {}

    def pattern(self, message: str, context: str = "") -> str:
        """The translated pattern, its values not yet put in."""
        if context:
            return self._translations.pgettext(context, message)
        return self._translations.gettext(message)

    def plain(self, message: str, context: str = "") -> Markup:
        """A message without values."""
        return Markup(self.pattern(message, context) % {})

    def counted(self, one: str, many: str, n: int) -> str:
        """The pattern for a number."""
        known = self._counted.get((one, n))
        if known is None:
            known = self._counted[one, n] = self._translations.ngettext(one, many, n)
        return known


def functions(translations: NullTranslations) -> dict[str, Callable[..., Markup]]:
    """gettext for templates: values are escaped, messages are the theme's own.

    As in Jinja, a message is always a pattern: a percent sign in it is written `%%`.
    """

    def gettext(message: str, **values: Any) -> Markup:
        return Markup(translations.gettext(message)) % values

    def ngettext(one: str, many: str, n: int, **values: Any) -> Markup:
        return Markup(translations.ngettext(one, many, n)) % {"num": n, **values}

    def pgettext(context: str, message: str, **values: Any) -> Markup:
        return Markup(translations.pgettext(context, message)) % values

    def npgettext(context: str, one: str, many: str, n: int, **values: Any) -> Markup:
        return Markup(translations.npgettext(context, one, many, n)) % {"num": n, **values}

    return {
        "_": gettext,
        "gettext": gettext,
        "ngettext": ngettext,
        "pgettext": pgettext,
        "npgettext": npgettext,
    }
