"""Templates with blocks, put into one, print what Jinja prints; or they are left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from pavilion_gen.model.text import Html
from pavilion_gen.pages.parts import Phrase
from pavilion_gen.render.flat import flattened
from pavilion_gen.render.linked import environment
from pavilion_gen.render.messages import functions
from render.test_compiler import CATALOG, Page
from render.themes import templates

BASE = """\
{% import "parts.html" as parts %}
{% set greeting = "hello " ~ page.title %}
<title>{% block title %}Site{% endblock %}</title>
{% if page.number > 2 %}{% set big = "big" %}{% block extra %}{% endblock %}{% else %}small{% endif %}
<meta content="{{ self.title() }}" lang="{{ big|default('-') }}">
{% once chrome %}<nav>{{ chrome }}{{ parts.sign }}</nav>{% endonce %}
{% block main %}nothing{% endblock %}{{ own|default("none") }}
"""
OTHERS = {
    "base": BASE,
    "parts": '{% set sign = "<!>" %}{% macro m(x) %}<{{ x }}>{% endmacro %}',
    "piece": "piece of {{ page.title }}",
    "middle": '{% extends "base.html" %}{% set middle = 2 %}{% block main %}({% block inner %}in{% endblock %})'
    "{% endblock %}{% block title %}middle{% endblock %}",
    "loop": "{% for x in [1, 2] %}{% block item %}{% endblock %}{% endfor %}",
    "called": "{{ self.item()|upper }}{% block item %}a{% endblock %}",
}

FLAT = [
    '{% extends "base.html" %}',
    '{% extends "base.html" %}{% block title %}{{ page.title }}{% endblock %} {% block main %}{{ page.phrase }}{% endblock %}',
    '{% extends "base.html" %}{% block extra %}{{ big }}{{ greeting }}{{ parts.m(page.title) }}{% endblock %}',
    '{% extends "base.html" %}{% set own = page.number %}{% block main %}{{ own }}{% endblock %}',
    '{% extends "base.html" %}{% from "parts.html" import m %}{% block main %}{{ m("<") }}{% endblock %}',
    '{% extends "base.html" %}{% macro mine(x) %}{{ x }}{{ page.title }}{% endmacro %}{% block main %}{{ mine(1) }}{% endblock %}',
    '{% extends "base.html" %}{% block main %}{% set greeting = "bye" %}{{ greeting }}{% endblock %}{% block title %}{{ greeting }}{% endblock %}',
    '{% extends "base.html" %}{% block main %}{% for l in page.links %}{{ loop.index }}{{ l.url }}{% endfor %}{% endblock %}',
    '{% extends "base.html" %}{% block main %}{% include "piece.html" %}{{ _("Search") }}{% endblock %}',
    '{% extends "base.html" %}{% block main %}{% once page %}{{ page.title }}{% endonce %}{% endblock %}',
    '{% extends "base.html" %}{% block main %}{% if page.number > 2 %}{{ self.title() }}{% elif true %}b{% endif %}{% endblock %}',
    '{% extends "middle.html" %}{% block inner %}{{ middle }}{{ greeting }}{% endblock %}',
    '{% extends "middle.html" %}{% block main %}outer{% endblock %}',
    '{% extends "base.html" %}{% block main %}{% block deep %}{{ page.html }}{% endblock %}{% endblock %}',
    '{% extends "base.html" %}{% block of_nobody %}lost{% endblock %}',
]  # fmt: skip

NOT_SURE = [
    "{% block main %}it extends none{% endblock %}",
    '{% extends "base.html" %}{% block title %}{{ super() }} x{% endblock %}',
    '{% extends "loop.html" %}{% block item %}{{ x|default("-") }}{% endblock %}',
    '{% extends "called.html" %}{% block item %}{{ page.title }}{% endblock %}',
    '{% extends "base.html" %}{% set greeting = "mine" %}{% block main %}{{ greeting }}{% endblock %}',
    '{% extends "base.html" %}{% import "piece.html" as parts %}',
    '{% extends "base.html" %}{% block main %}{% for x in [1] %}{{ self.title() }}{% endfor %}{% endblock %}',
    '{% extends "base.html" %}{% if page.number %}{% set own = 1 %}{% endif %}{% block main %}{{ own }}{% endblock %}',
    '{% extends "base.html" %}{% block main %}{{ self.nobody() }}{% endblock %}',
]  # fmt: skip

PAGES = [
    {"page": page, "structured_data": Html("")}
    for page in (
        Page(),
        Page(number=1, title="<other>", phrase=Phrase("b")),
        Page(html=Html("<i>"), links=()),
        Page(number=0),
    )
]


def stock(root: Path) -> Environment:
    made = environment([root / "templates"])
    made.globals.update(functions(CATALOG.translations), chrome="<chrome>")
    return made


def page_of(environment: Environment, values: dict[str, Any]) -> str:
    return environment.get_template("page.html").render(values)


def is_flat(root: Path) -> bool:
    made = environment([root / "templates"])

    def parsed(name: str) -> Any:
        assert made.loader is not None
        return made.parse(made.loader.get_source(made, name)[0], name)

    return flattened(parsed("page.html"), parsed) is not None


@pytest.mark.parametrize("text", FLAT)
def test_a_template_in_one_makes_the_same_pages(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pavilion_gen.render.templates.MANY", 2)
    linked = templates(tmp_path, page=text, **OTHERS).linked("<chrome>", CATALOG)
    monkeypatch.setattr(linked, "_render_slowly", lambda *given: pytest.fail("it was not quick"))
    jinja = stock(tmp_path)

    # then whatever the pages before were, what they set is not there on the next one
    for values in (*PAGES, *reversed(PAGES)):
        assert linked.render("page.html", values) == page_of(jinja, values)
    assert is_flat(tmp_path)


@pytest.mark.parametrize("text", NOT_SURE)
def test_what_is_not_sure_stays_as_it_is(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pavilion_gen.render.templates.MANY", 1)
    linked = templates(tmp_path, page=text, **OTHERS).linked("<chrome>", CATALOG)
    jinja = stock(tmp_path)

    assert not is_flat(tmp_path)
    for values in PAGES:
        try:
            expected = page_of(jinja, values)
        except Exception:
            continue
        assert linked.render("page.html", values) == expected


def test_the_theme_of_the_package_is_put_into_one() -> None:
    folder = Path("themes/pavilion/templates")
    made = environment([folder])

    def parsed(name: str) -> Any:
        return made.parse((folder / name).read_text(encoding="utf-8"), name)

    extending = [
        path.name
        for path in sorted(folder.glob("*.html"))
        if "{% extends" in path.read_text(encoding="utf-8")
    ]
    assert len(extending) > 10
    assert [name for name in extending if flattened(parsed(name), parsed) is None] == []
