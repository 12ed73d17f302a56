"""`once`: rendered once for each value, and only what is a function of the values it names."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from render.themes import catalog, fault, rendered, templates


class Thing:
    """A value that counts how often it is printed."""

    def __init__(self, name: str = "thing") -> None:
        self.name = name
        self.printed = 0

    def __html__(self) -> str:
        self.printed += 1
        return self.name


LIST = "{% for thing in things %}{% once thing %}[{{ thing }}]{% endonce %}{% endfor %}"


class TestKeeping:
    def test_a_value_is_rendered_once(self, tmp_path: Path) -> None:
        thing = Thing()

        assert rendered(tmp_path, LIST, things=[thing, thing]) == "[thing][thing]"
        assert thing.printed == 1

    def test_it_is_kept_from_page_to_page_and_forgotten_with_the_chrome(
        self, tmp_path: Path
    ) -> None:
        made, thing = templates(tmp_path, page=LIST), Thing()

        one = made.linked("one chrome", catalog())
        pages = [one.render("page.html", {"things": [thing]}) for _ in range(3)]
        assert (pages, thing.printed) == (["[thing]"] * 3, 1)

        made.linked("another chrome", catalog()).render("page.html", {"things": [thing]})
        assert thing.printed == 2

    @pytest.mark.parametrize("many", [2, 500])
    def test_what_is_kept_goes_when_a_chrome_is_done(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
    ) -> None:
        """Without a collector of circles: an environment and its templates hold each other."""
        monkeypatch.setattr("pavilion_gen.render.templates.MANY", many)
        base = "{% block main %}{% endblock %}"
        page = f'{{% extends "base.html" %}}{{% block main %}}{LIST}{{% endblock %}}'
        linked = templates(tmp_path, page=page, base=base).linked({}, catalog())
        thing = Thing()
        kept = weakref.ref(thing)
        for _ in range(3):
            assert linked.render("page.html", {"things": [thing]}) == "[thing]"

        gc.disable()
        try:
            linked.close()
            del thing
            assert kept() is None
        finally:
            gc.enable()

    def test_equal_things_are_not_taken_for_each_other(self, tmp_path: Path) -> None:
        # given values that live no longer than a page, so that another may stand where one stood
        page = templates(tmp_path, page=LIST).linked({}, catalog())

        texts = [page.render("page.html", {"things": [Thing(str(n))]}) for n in range(50)]

        assert texts == [f"[{n}]" for n in range(50)]

    def test_texts_are_told_apart_by_what_they_say_and_whether_they_are_markup(
        self, tmp_path: Path
    ) -> None:
        values = ["".join(["<", "b>"]), Markup("<b>"), "<b>", "<i>"]

        assert rendered(tmp_path, LIST, things=values) == "[&lt;b&gt;][<b>][&lt;b&gt;][&lt;i&gt;]"

    def test_several_values_are_kept_together(self, tmp_path: Path) -> None:
        template = """\
{% macro card(thing, size) %}{% once thing, size %}{{ thing }} {{ size }};{% endonce %}{% endmacro %}
{% for size in sizes %}{{ card(thing, size) }}{% endfor %}"""
        thing, small = Thing(), "".join(["sm", "all"])

        text = rendered(tmp_path, template, thing=thing, sizes=["small", "large", small, False])

        assert text == "thing small;thing large;thing small;thing False;"
        assert thing.printed == 3

    def test_two_tags_keep_two_texts(self, tmp_path: Path) -> None:
        template = (
            "{% once thing %}a{{ thing }}{% endonce %}{% once thing %}b{{ thing }}{% endonce %}"
        )

        assert rendered(tmp_path, template, thing=Thing()) == "athingbthing"

    def test_what_is_set_inside_stays_inside(self, tmp_path: Path) -> None:
        template = "{% set x = 1 %}{% once thing %}{% set x = 2 %}{{ x }}{% endonce %}{{ x }}"

        assert rendered(tmp_path, template, thing=Thing()) == "21"

    def test_a_fault_inside_is_told_with_its_line(self, tmp_path: Path) -> None:
        told = fault(tmp_path, page="{% once title %}\n{{ title.nothing }}{% endonce %}")

        assert told == "page.html, line 2: 'str object' has no attribute 'nothing'"


WORDS = "{% set sign = '!' %}{% macro loud(x) %}{{ x }}{{ sign }}{% endmacro %}"


class TestWhatItMayUse:
    @pytest.mark.parametrize(
        ("body", "other"),
        [
            ("{{ page }}", "page"),
            ("{{ structured_data }}", "structured_data"),
            ("{% if title %}{% endif %}", "title"),
            ("{{ about_page() }}", "page"),
            ("{{ through() }}", "page"),
            ("{{ heading }}", "page"),
            ("{{ later }}", "later"),
            ("{{ twice }}", "twice"),
            ("{% if thing %}{% set page = 1 %}{% endif %}{{ page }}", "page"),
            ("{% block b %}{% endblock %}", "block"),
            ("{{ self.main() }}", "self"),
            ('{% include "words.html" %}', "include"),
            ('{% import "words.html" as w with context %}', "import … with context"),
            ("{{ seeing.loud(1) }}", "seeing"),
            ("{{ loop.index }}", "loop"),
        ],
    )
    def test_what_may_differ_from_page_to_page_is_refused(
        self, tmp_path: Path, body: str, other: str
    ) -> None:
        page = f"""\
{{% import "words.html" as seeing with context %}}
{{% macro about_page() %}}{{{{ page }}}}{{% endmacro %}}
{{% macro through() %}}{{{{ about_page() }}}}{{% endmacro %}}
{{% set heading = page.title %}}
{{% if page %}}{{% set later = 1 %}}{{% endif %}}
{{% set twice = 1 %}}{{% for x in page %}}{{% set twice = x %}}{{% endfor %}}
{{% block main %}}{{% for thing in page %}}
{{% once thing %}}{body}{{% endonce %}}
{{% endfor %}}{{% endblock %}}"""

        assert fault(tmp_path, page=page, words=WORDS) == (
            f"page.html, line 8: the text of `once thing` also depends on `{other}`. "
            "Name it in the tag or keep it out: the text is kept for each value that the tag names."
        )

    @pytest.mark.parametrize(
        ("body", "text"),
        [
            ("{{ _('Search') }}", "Search"),
            ("{% trans %}a{% endtrans %}{{ ngettext('one', 'many', 2) }}", "amany"),
            ("{{ chrome }}", "CHROME"),
            ("{{ words.loud(title) }}{{ loud(title) }}", "x!x!"),
            ("{{ own() }}{{ shapes['a'] }}{{ deep() }}", "own1own"),
            ("{% for y in range(2) %}{{ y }}{{ loop.last }}{% endfor %}", "0False1True"),
            ("{% if title %}{% set y %}<{{ title }}>{% endset %}{{ y }}{% endif %}", "<x>"),
            ("{% with y = title %}{{ y }}{% endwith %}", "x"),
            ("{% from 'words.html' import loud as shout %}{{ shout(title) }}", "x!"),
            ("{% include 'words.html' without context %}.", "."),
            ("{% once title %}{{ title }}{% endonce %}", "x"),
        ],
    )
    def test_what_is_the_same_for_all_of_them_is_not(
        self, tmp_path: Path, body: str, text: str
    ) -> None:
        made = templates(
            tmp_path,
            words=WORDS,
            page=f"""\
{{% import "words.html" as words %}}{{% from "words.html" import loud %}}
{{% macro own() %}}own{{% endmacro %}}
{{% macro deep() %}}{{{{ own() }}}}{{% endmacro %}}
{{% set shapes = {{"a": 1}} %}}
{{% once title %}}{body}{{% endonce %}}""",
        )
        values: dict[str, Any] = {"title": "x"}

        assert made.linked("CHROME", catalog()).render("page.html", values).strip() == text

    @pytest.mark.parametrize("tag", ["once", "once 'text'", "once page.title", "once a,"])
    def test_the_tag_names_values(self, tmp_path: Path, tag: str) -> None:
        said = fault(tmp_path, page=f"\n{{% {tag} %}}{{% endonce %}}")

        assert said.startswith("page.html, line 2: ")
