"""The templates of a theme: strict, escaping, each with the hash of all that it includes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.meta import find_referenced_templates
from markupsafe import Markup

from pavilion_gen.materials.theme import Catalog, Theme, ThemeFault


class Templates:
    """The environment of a theme. Raises ThemeFault for what is wrong with a template."""

    def __init__(self, theme: Theme) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in theme.templates]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.i18n"],
            auto_reload=False,
        )
        self._environment.newstyle_gettext = True  # type: ignore[attr-defined]
        for name in ("gettext", "ngettext", "pgettext", "npgettext"):
            self._environment.globals.pop(name, None)
        self._digests: dict[str, str] = {}

    def digest(self, name: str) -> str:
        """The hash of a template's source and of all templates that it includes or extends."""
        if name not in self._digests:
            self._digests[name] = self._closure(name)
        return self._digests[name]

    def _closure(self, name: str) -> str:
        sources: dict[str, str] = {}
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current in sources:
                continue
            sources[current] = self._source(current)
            try:
                tree = self._environment.parse(sources[current], current)
            except TemplateSyntaxError as fault:
                raise _syntax_fault(fault) from fault
            for referenced in find_referenced_templates(tree):
                if referenced is None:
                    raise ThemeFault(
                        f"The template {current} computes the name of another one. "
                        "Write the name out: what a page depends on must be known."
                    )
                waiting.append(referenced)
        digest = hashlib.sha256()
        for current in sorted(sources):
            digest.update(f"{current}\0{sources[current]}\0".encode())
        return digest.hexdigest()

    def _source(self, name: str) -> str:
        loader = self._environment.loader
        assert loader is not None
        try:
            return loader.get_source(self._environment, name)[0]
        except TemplateNotFound:
            raise ThemeFault(f"The theme has no template {name}.") from None
        except UnicodeDecodeError:
            raise ThemeFault(f"The template {name} is not UTF-8.") from None

    def render(self, name: str, catalog: Catalog, context: dict[str, Any]) -> str:
        """The page that a template makes of `context`, in the language of `catalog`."""
        try:
            template = self._environment.get_template(name)
            return template.render(context, **messages(catalog))
        except TemplateSyntaxError as fault:
            raise _syntax_fault(fault) from fault
        except TemplateNotFound as fault:
            raise ThemeFault(f"The theme has no template {fault.name}.") from fault
        except TemplateError as fault:
            raise ThemeFault(f"{_template_place(fault, name)}: {fault.message}") from fault
        except Exception as fault:
            # A view only holds values, so what goes wrong here is what the template does to them
            kind = type(fault).__name__
            raise ThemeFault(f"{_template_place(fault, name)}: {kind}: {fault}") from fault


def _syntax_fault(fault: TemplateSyntaxError) -> ThemeFault:
    return ThemeFault(f"{fault.name}, line {fault.lineno}: {fault.message}")


def messages(catalog: Catalog) -> dict[str, Callable[..., Markup]]:
    """gettext for templates: values are escaped, messages are the theme's own.

    As in Jinja, a message is always a pattern: a percent sign in it is written `%%`.
    """
    translations = catalog.translations

    def gettext(message: str, **values: Any) -> Markup:
        return Markup(translations.gettext(message)) % values

    def ngettext(one: str, many: str, n: int, **values: Any) -> Markup:
        return Markup(translations.ngettext(one, many, n)) % {"num": n, **values}

    def pgettext(context: str, message: str, **values: Any) -> Markup:
        return Markup(translations.pgettext(context, message)) % values

    def npgettext(context: str, one: str, many: str, n: int, **values: Any) -> Markup:
        return Markup(translations.npgettext(context, one, many, n)) % {"num": n, **values}

    return {
        "gettext": gettext,
        "_": gettext,
        "ngettext": ngettext,
        "pgettext": pgettext,
        "npgettext": npgettext,
    }


def _template_place(fault: BaseException, name: str) -> str:
    """`product.html, line 12`: the innermost template in the traceback."""
    place = name
    trace = fault.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith((".html", ".xml")):
            place = f"{file.rpartition('/templates/')[2]}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return place
