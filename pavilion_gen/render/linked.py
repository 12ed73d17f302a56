"""The templates of a theme, linked with one chrome and its messages: ready to make pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from pavilion_gen.materials.theme import Catalog, Theme
from pavilion_gen.materials.theme_files import ThemeFault
from pavilion_gen.render.messages import Speech, functions
from pavilion_gen.render.once import ONCE, OnceExtension, same

OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "extensions": ["jinja2.ext.i18n", OnceExtension],
    "auto_reload": False,
}
"""Jinja as themes use it: strict, escaping."""


class Linked:
    """The templates as the pages of one chrome see them.

    theme: whose templates they are. compiled: gives the quick code of a template; flat: that of it
    and all it extends in one, where there is such code. Imported templates are executed once, and
    `once` keeps what it renders, for as long as this lives.
    """

    def __init__(
        self,
        theme: Theme,
        compiled: Callable[[str], CodeType],
        flat: Callable[[str], CodeType | None],
        values: Mapping[str, object],
        catalog: Catalog,
    ) -> None:
        self._theme = theme
        self._globals = {**functions(catalog.translations), **values}
        self._quick = _Quick(compiled, flat, Speech(catalog.translations))
        self._quick.globals.update(self._globals)
        self._slow: Environment | None = None
        self._doubtful: set[str] = set()

    def render(self, name: str, values: dict[str, Any]) -> str:
        """The page that a template makes of `values`. Raises ThemeFault."""
        if name not in self._doubtful:
            try:
                return self._quick.render(name, values)
            except Exception:
                # For Jinja's own code to say whether this was a fault, and where
                self._doubtful.add(name)
        return self._render_slowly(name, values)

    def close(self) -> None:
        """Lets go of what was kept: an environment and its templates hold each other."""
        self._quick.close()
        self._slow = None

    def _render_slowly(self, name: str, values: dict[str, Any]) -> str:
        if self._slow is None:
            self._slow = environment(self._theme)
            self._slow.globals.update(self._globals)
        try:
            return self._slow.get_template(name).render(values)
        except TemplateSyntaxError as fault:
            raise syntax_fault(fault) from fault
        except TemplateNotFound as fault:
            raise ThemeFault(f"The theme has no template {fault.name}.") from fault
        except TemplateError as fault:
            raise ThemeFault(f"{_template_place(fault, name)}: {fault.message}") from fault
        except Exception as fault:
            # A view only holds values, so what goes wrong here is what the template does to them
            kind = type(fault).__name__
            raise ThemeFault(f"{_template_place(fault, name)}: {kind}: {fault}") from fault


def environment(theme: Theme) -> Environment:
    """Jinja with its own compiler, over the templates of a theme.

    `pavilion/product.html` is that of the ancestor of this name: so a theme extends the template
    that it stands before.
    """
    inherited = {name: _files(folders) for name, folders in theme.ancestors.items()}
    loader = ChoiceLoader([PrefixLoader(inherited), _files(theme.templates)])
    made = Environment(loader=loader, **OPTIONS)
    made.newstyle_gettext = True  # type: ignore[attr-defined]
    made.filters[ONCE] = same
    return made


def _files(folders: list[Path]) -> FileSystemLoader:
    return FileSystemLoader([str(folder) for folder in folders])


class _Quick(Environment):
    """The templates by their quick code."""

    def __init__(
        self,
        compiled: Callable[[str], CodeType],
        flat: Callable[[str], CodeType | None],
        speech: Speech,
    ) -> None:
        super().__init__(**OPTIONS)
        self.speech = speech
        self._compiled = compiled
        self._flat_code = flat
        self._flat: dict[str, tuple[Template, Context]] = {}
        self._known: dict[str, Template] = {}
        self._modules: dict[str, TemplateModule] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        assert isinstance(name, str)
        known = self._known.get(name)
        if known is None:
            code = self._compiled(name)
            known = self._known[name] = Template.from_code(self, code, self.globals)
        return known

    def module(self, name: str) -> TemplateModule:
        """A template as it is imported: executed once, whoever imports it."""
        known = self._modules.get(name)
        if known is None:
            known = self._modules[name] = self.get_template(name).make_module()
        return known

    def close(self) -> None:
        for template, _ in self._flat.values():
            _empty(template)
        for template in self._known.values():
            _empty(template)
        for kept in (self._flat, self._known, self._modules):
            kept.clear()

    def render(self, name: str, values: dict[str, Any]) -> str:
        flat = self._flat.get(name)
        if flat is None:
            code = self._flat_code(name)
            if code is None:
                template = self.get_template(name)
                return self.concat(template.root_render_func(template.new_context(values)))
            template = Template.from_code(self, code, self.globals)
            flat = self._flat[name] = template, template.new_context()
        template, context = flat
        # Without blocks nothing of a page stays in its context but the names that it set
        context.vars.clear()
        context.exported_vars.clear()
        context.parent.update(values)
        return self.concat(template.root_render_func(context))


def _empty(template: Template) -> None:
    """Takes from a template what its code has kept."""
    template.root_render_func.__globals__.clear()


def syntax_fault(fault: TemplateSyntaxError) -> ThemeFault:
    """What is wrong with how a template is written."""
    return ThemeFault(f"{fault.name}, line {fault.lineno}: {fault.message}")


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
