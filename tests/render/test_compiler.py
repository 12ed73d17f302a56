"""The quick code of templates makes what Jinja's own makes, or leaves it to Jinja's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from markupsafe import Markup

from pavilion_gen.materials.theme import load_theme
from pavilion_gen.model.text import Html
from pavilion_gen.pages.parts import Link, Phrase
from pavilion_gen.render.linked import Linked, environment
from pavilion_gen.render.messages import functions
from render.themes import catalog_of, templates


class Page(msgspec.Struct, frozen=True):
    """A view, with a value of every kind that views have."""

    title: str = "<a & 'b' \"c\">"
    phrase: Phrase = Phrase("<Miel> & 'b' \"c\"")
    foreign: Phrase = Phrase("<'蜂蜜'>", "zh-Hans")
    html: Html = Html("<p>a</p>")
    number: int = 3
    nothing: None = None
    empty: tuple[str, ...] = ()
    links: tuple[Link, ...] = (Link(Phrase("a"), "/a/"), Link(Phrase("b"), "/b/", count=2))
    keyed: dict[str, str] = msgspec.field(default_factory=lambda: {"key": "<v>", "items": "own"})


CATALOG = catalog_of("""
msgid "By %(name)s"
msgstr "<b>De</b> %(name)s"

msgid "%(num)d product"
msgid_plural "%(num)d products"
msgstr[0] "%(num)d produit"
msgstr[1] "%(num)d produits de %(name)s"
""")

OTHERS = {
    "base": """\
<title>{% block title %}Site{% endblock %}</title>
{% block main scoped %}{% endblock %}{{ self.title() }}""",
    "parts": """\
{% set sign = "<!>" %}
{% macro plain() %}plain{{ sign }}{% endmacro %}
{% macro link(link, class="x", text="") %}
<a class="{{ class }}" href="{{ link.url }}">{{ text or link.label }}</a>{% endmacro %}
{% macro gathered() %}{{ varargs|join(",") }}{{ kwargs|length }}{% endmacro %}
{% macro around(title) %}<{{ title }}>{{ caller("<i>") }}</{{ title }}>{% endmacro %}""",
    "piece": "piece of {{ page.title }}",
}

QUICK = [
    "{{ page.title }}{{ page.phrase }}{{ page.foreign }}{{ page.html }}{{ page.number }}",
    "{{ page.nothing }}{{ page.empty }}{{ true }}{{ 1.5 }}{{ page.number * 2 }}",
    "{{ page.title|upper }}{{ page.links|length }}{{ page.title|e }}{{ page.html|safe }}",
    "{{ page.phrase.text ~ page.title ~ page.html }}",
    "{% autoescape false %}{{ page.title }}{% endautoescape %}{{ page.title }}",
    "{% if page.empty %}a{% elif page.phrase %}b{% else %}c{% endif %}",
    "{{ 'a' if page.nothing else page.title }}{{ page.title if page.nothing }}",
    "{% for link in page.links %}{{ loop.index }}{{ link.url }}{% if not loop.last %},{% endif %}{% endfor %}",
    "{% for link in page.links if link.count %}{{ link.label }}{% else %}none{% endfor %}",
    "{% for link in page.empty %}a{% else %}{{ page.title }}{% endfor %}",
    "{% for x in [[1, []], [2, [[3, []]]]] recursive %}{{ x[0] }}{{ loop(x[1]) }}{% endfor %}",
    "{% set x %}<{{ page.title }}>{% endset %}{{ x }}{{ x|length }}",
    "{% set x = namespace(n=0) %}{% for link in page.links %}{% set x.n = x.n + link.count %}{% endfor %}{{ x.n }}",
    "{% with a = page.title, b = 2 %}{{ a }}{{ b }}{% endwith %}",
    "{% filter upper %}{{ page.title }}{% endfilter %}",
    "{% raw %}{{ page }}{% endraw %}{# nothing #}{{- ' a ' -}}  b",
    "{{ 'a.b'.split('.')[1] }}{{ page.links[0].url }}{{ page.links[-1]['url'] }}{{ page.links[1:]|length }}",
    "{{ page.keyed['key'] }}{{ page.keyed.get('no', '<->') }}{{ dict(a=1)['a'] }}{{ range(3)|list }}",
    '{{ _("Search") }}{{ _("By %(name)s", name=page.title) }}{{ _("By %(name)s", name=page.foreign) }}',
    '{{ ngettext("%(num)d product", "%(num)d products", 1) }}',
    '{{ ngettext("%(num)d product", "%(num)d products", page.number, name=page.title) }}',
    '{{ pgettext("verb", "Open") }}{{ npgettext("c", "one", "%(num)d", 2) }}{{ gettext("100 %%") }}',
    "{% trans name=page.title, m=page.number %}{{ name }} {{ m }}{% pluralize m %}{{ m }}s{% endtrans %}",
    '{% set x = _("By %(name)s", name="<x>") %}{{ x }}{{ x ~ "<" }}',
    '{% import "parts.html" as p %}{{ p.plain() }}{{ p.sign }}{{ p.link(page.links[0]) }}',
    '{% from "parts.html" import link, plain as q %}{{ link(page.links[1], text="<t>") }}{{ q() }}',
    '{% from "parts.html" import link %}{{ link(class=page.title, link=page.links[0]) }}',
    '{% from "parts.html" import gathered %}{{ gathered(1, 2, a=3) }}',
    '{% from "parts.html" import around %}{% call(x) around("b") %}{{ x }}{{ page.title }}{% endcall %}',
    '{% import "parts.html" as p with context %}{{ p.link(page.links[0], *["y"]) }}{{ p.link(**{"link": page.links[0]}) }}',
    "{% macro m(a, b=page.title) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, b='<') }}{{ m(b=2, a=1) }}",
    '{% include "piece.html" %}{% include "parts.html" without context %}{% include "piece.html" ignore missing %}',
    'before{% extends "base.html" %}{% block title %}{{ super() }} {{ page.title }}{% endblock %}lost',
    '{% extends "base.html" %}{% set a = page.title %}{% import "parts.html" as p %}{% block main %}{{ a }}{{ p.plain() }}{% endblock %}',
    "{% once page %}{{ page.title }}{% endonce %}{% set p = page.phrase %}{% once p, chrome %}{{ p }}{% endonce %}",
    "{{ chrome }}",
]

SLOW = [
    "{{ page.keyed.key }}",
    "{{ page.gone is defined }}{{ gone is undefined }}{{ gone|default('-') }}",
    "{{ page.gone|default('<->') }}",
    "{% macro m() %}{% endmacro %}{{ m.name }}",
]


def jinjas_own(root: Path, values: dict[str, Any]) -> str:
    """The page as stock Jinja makes it."""
    stock = environment(load_theme(str(root)))
    stock.globals.update(functions(CATALOG.translations), chrome="<chrome>")
    return stock.get_template("page.html").render(values)


def quick(root: Path, text: str) -> Linked:
    made = templates(root, page=text, **OTHERS)
    made.digest("page.html")
    return made.linked("<chrome>", CATALOG)


@pytest.mark.parametrize("text", QUICK)
def test_quick_code_makes_the_same_page(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked = quick(tmp_path, text)
    monkeypatch.setattr(linked, "_render_slowly", lambda *given: pytest.fail("it was not quick"))
    values = {"page": Page(), "structured_data": Html("")}

    # then twice, for what is kept from the first page must not show on the second
    assert [linked.render("page.html", values) for _ in "12"] == [jinjas_own(tmp_path, values)] * 2


@pytest.mark.parametrize("text", SLOW)
def test_what_it_cannot_make_is_left_to_jinjas_own_code(tmp_path: Path, text: str) -> None:
    linked, values = quick(tmp_path, text), {"page": Page()}

    assert [linked.render("page.html", values) for _ in "12"] == [jinjas_own(tmp_path, values)] * 2


def test_a_template_that_fails_on_one_page_is_whole_on_the_next(tmp_path: Path) -> None:
    linked = quick(tmp_path, "{{ page.keyed.key }}")

    assert linked.render("page.html", {"page": Page()}) == "&lt;v&gt;"
    assert linked.render("page.html", {"page": Page(keyed={"key": "w"})}) == "w"


def test_an_imported_template_is_executed_once(tmp_path: Path) -> None:
    # given an import that counts how often it is executed
    class Counting:
        times = 0

        def __html__(self) -> str:
            self.times += 1
            return ""

    counting = Counting()
    made = templates(tmp_path, page='{% import "p.html" as p %}{{ p.x }}', p="{{ chrome }}")
    linked = made.linked(counting, CATALOG)

    with pytest.raises(Exception, match="has no attribute 'x'"):
        linked.render("page.html", {})
    made = templates(tmp_path, page='{% import "p.html" as p %}', p="{{ chrome }}")
    linked, counting.times = made.linked(counting, CATALOG), 0
    for _ in range(3):
        linked.render("page.html", {})

    assert counting.times == 1


def test_markup_stays_markup(tmp_path: Path) -> None:
    assert quick(tmp_path, "{{ x }}").render("page.html", {"x": Markup("<b>")}) == "<b>"
