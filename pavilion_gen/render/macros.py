"""Macros and safe text, made with less ado than Jinja makes them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import FunctionType
from typing import Any

from jinja2 import Environment
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""`Markup` of a text that is known to be one, without asking whether it has markup of its own."""


def macro(
    environment: Environment,
    function: FunctionType,
    name: str,
    arguments: tuple[str, ...],
    catches_kwargs: bool,
    catches_varargs: bool,
    calls: bool,
    autoescape: bool,
) -> Callable[..., Any]:
    """What compiled code makes of `{% macro %}`, in place of `jinja2.runtime.Macro`.

    It is called with what the macro names; the compiled function sets its own defaults for what
    is missing. Only a macro that gathers arguments or calls back needs Jinja's own way.
    """
    if catches_kwargs or catches_varargs or calls or not autoescape:
        return Macro(
            environment, function, name, list(arguments),
            catches_kwargs, catches_varargs, calls, autoescape,
        )  # fmt: skip
    function.__defaults__ = (missing,) * len(arguments)

    def called(*args: Any, **named: Any) -> Markup:
        if named:
            args += tuple([named.pop(name, missing) for name in arguments[len(args) :]])
            if named:
                raise TypeError(f"macro {name!r} takes no argument {next(iter(named))!r}")
        return safe(function(*args))

    return called
