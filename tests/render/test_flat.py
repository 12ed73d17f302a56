"""Templates with blocks, put into one, print what Jinja prints; or they are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import nodes

from pavilion_gen.materials.theme import load_theme
from pavilion_gen.materials.theme_files import ThemeFault
from pavilion_gen.model.text import Html
from pavilion_gen.pages.parts import Phrase
from pavilion_gen.render.flat import flattened
from pavilion_gen.render.linked import Linked, environment
from render.test_compiler import CATALOG, Page, jinjas_own
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
    "more": '{% set sign = "<?>" %}{% macro m(x) %}({{ x }}){% endmacro %}',
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
    '{% extends "base.html" %}{% import "more.html" as parts %}',
    '{% extends "base.html" %}{% block main %}{% for x in [1] %}{{ self.title() }}{% endfor %}{% endblock %}',
    '{% extends "base.html" %}{% if page.number %}{% set own = 1 %}{% endif %}{% block main %}{{ own|default("-") }}{% endblock %}',
]  # fmt: skip

BROKEN = [
    '{% extends "base.html" %}{% block main %}{{ self.nobody() }}{% endblock %}',
    '{% extends "base.html" %}{% block main %}{{ super() }}{{ page.nobody }}{% endblock %}',
]

PAGES = [
    {"page": page, "structured_data": Html("")}
    for page in (
        Page(),
        Page(number=1, title="<other>", phrase=Phrase("b")),
        Page(html=Html("<i>"), links=()),
        Page(number=0),
    )
]


def is_flat(folder: Path, name: str) -> bool:
    """Whether a template of a folder can be put into one."""
    made = environment(load_theme(str(folder.parent)))

    def parsed(name: str) -> nodes.Template:
        return made.parse((folder / name).read_text(encoding="utf-8"), name)

    return flattened(parsed(name), parsed) is not None


def made_by(root: Path, text: str) -> Linked:
    """The templates, of which each is put into one for its first page if that can be."""
    return templates(root, page=text, **OTHERS).linked("<chrome>", CATALOG)


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pavilion_gen.render.templates.MANY", 2)


@pytest.mark.parametrize("text", FLAT)
def test_a_template_in_one_makes_the_same_pages(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked = made_by(tmp_path, text)
    monkeypatch.setattr(linked, "_render_slowly", lambda *given: pytest.fail("it was not quick"))

    # then whatever the pages before were, what they set is not there on the next one
    for values in (*PAGES, *reversed(PAGES)):
        assert linked.render("page.html", values) == jinjas_own(tmp_path, values)
    assert is_flat(tmp_path / "templates", "page.html")


@pytest.mark.parametrize("text", NOT_SURE)
def test_what_is_not_sure_stays_as_it_is(tmp_path: Path, text: str) -> None:
    linked = made_by(tmp_path, text)

    assert not is_flat(tmp_path / "templates", "page.html")
    for values in PAGES:
        assert linked.render("page.html", values) == jinjas_own(tmp_path, values)


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_wrong_stays_wrong(tmp_path: Path, text: str) -> None:
    linked = made_by(tmp_path, text)

    assert not is_flat(tmp_path / "templates", "page.html")
    for values in PAGES:
        with pytest.raises(ThemeFault):
            linked.render("page.html", values)


def test_the_theme_of_the_package_is_put_into_one() -> None:
    folder = Path("themes/pavilion/templates")
    extending = [
        path.name
        for path in sorted(folder.glob("*.html"))
        if "{% extends" in path.read_text(encoding="utf-8")
    ]

    assert len(extending) > 10
    assert [name for name in extending if not is_flat(folder, name)] == []
