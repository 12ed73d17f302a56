"""Templates: strict, escaping, and hashed with all that they include."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from pages.sites import write

from pavilion_gen.materials.theme import Catalog, Theme, ThemeFault
from pavilion_gen.model.text import Html
from pavilion_gen.pages.parts import Phrase
from pavilion_gen.render.templates import Templates


def templates(root: Path, **files: str) -> Templates:
    """The templates `page` and others of a theme; their files end in `.html`."""
    write(root / "templates", {f"{name}.html": text for name, text in files.items()})
    return Templates(Theme("tiny", (root,), (), ""))


def catalog(*messages: tuple[str, str]) -> Catalog:
    from gettext import GNUTranslations

    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n' + "".join(
        f'\nmsgid "{english}"\nmsgstr "{own}"\n' for english, own in messages
    )
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(text.encode()), locale="fr"))
    compiled.seek(0)
    return Catalog(GNUTranslations(compiled), "")


def rendered(root: Path, template: str, *messages: tuple[str, str], **values: Any) -> str:
    return templates(root, page=template).render("page.html", catalog(*messages), values)


def fault(root: Path, **files: str) -> str:
    """What is said of a page that includes what is given."""
    made = templates(root, **files)
    try:
        made.digest("page.html")
    except ThemeFault as told:
        return str(told)
    with pytest.raises(ThemeFault) as caught:
        made.render("page.html", catalog(), {"title": "x", "number": 0})
    return str(caught.value)


class TestEscaping:
    def test_a_value_is_escaped(self, tmp_path: Path) -> None:
        assert rendered(tmp_path, "{{ name }}", name="<b>&'\"") == "&lt;b&gt;&amp;&#39;&#34;"

    def test_a_phrase_is_escaped_and_marked_with_its_language(self, tmp_path: Path) -> None:
        phrase = Phrase("<蜂蜜>", "zh-Hans")

        assert rendered(tmp_path, "{{ name }}", name=phrase) == (
            '<span lang="zh-Hans">&lt;蜂蜜&gt;</span>'
        )
        assert rendered(tmp_path, '<i title="{{ name.text }}">', name=phrase) == (
            '<i title="&lt;蜂蜜&gt;">'
        )

    def test_finished_html_is_printed_as_it_is(self, tmp_path: Path) -> None:
        assert rendered(tmp_path, "{{ text }}", text=Html("<p>a</p>")) == "<p>a</p>"


class TestMessages:
    def test_a_message_is_translated(self, tmp_path: Path) -> None:
        said = ("Search", "Recherche")

        assert rendered(tmp_path, '{{ _("Search") }}', said) == "Recherche"
        assert rendered(tmp_path, "{% trans %}Search{% endtrans %}", said) == "Recherche"

    @pytest.mark.parametrize(
        "template",
        [
            '{{ _("Leave for %(host)s", host=name) }}',
            "{% trans host=name %}Leave for {{ host }}{% endtrans %}",
        ],
    )
    def test_values_in_a_message_are_escaped_and_the_message_is_not(
        self, tmp_path: Path, template: str
    ) -> None:
        said = ("Leave for %(host)s", "<b>Vers</b> %(host)s")

        assert rendered(tmp_path, template, said, name="<script>") == ("<b>Vers</b> &lt;script&gt;")

    def test_a_phrase_in_a_message_keeps_its_language(self, tmp_path: Path) -> None:
        text = rendered(tmp_path, '{{ _("By %(name)s", name=name) }}', name=Phrase("蜂", "zh-Hans"))

        assert text == 'By <span lang="zh-Hans">蜂</span>'

    def test_counts_take_their_plural(self, tmp_path: Path) -> None:
        template = '{{ ngettext("%(num)d product", "%(num)d products", number) }}'

        assert rendered(tmp_path, template, number=1) == "1 product"
        assert rendered(tmp_path, template, number=3) == "3 products"

    def test_a_percent_sign_in_a_message(self, tmp_path: Path) -> None:
        assert rendered(tmp_path, "{% trans %}100 % wool{% endtrans %}") == "100 % wool"

    def test_a_translation_that_asks_for_another_value_is_a_fault_of_the_theme(
        self, tmp_path: Path
    ) -> None:
        with pytest.raises(ThemeFault, match=r"page\.html, line 2: KeyError"):
            rendered(tmp_path, '\n{{ _("By %(name)s", name=1) }}', ("By %(name)s", "De %(nom)s"))


class TestFaults:
    def test_a_value_that_no_view_has(self, tmp_path: Path) -> None:
        told = fault(tmp_path, page="\n\n{{ titel }}")

        assert told == "page.html, line 3: 'titel' is undefined"

    def test_the_innermost_template_is_named(self, tmp_path: Path) -> None:
        told = fault(tmp_path, page='\n\n{% include "part.html" %}', part="\n{{ titel }}")

        assert told == "part.html, line 2: 'titel' is undefined"

    def test_a_template_in_a_folder_is_named_with_it(self, tmp_path: Path) -> None:
        write(tmp_path / "templates", {"parts/card.html": "\n{{ titel }}"})

        told = fault(tmp_path, page='{% include "parts/card.html" %}')

        assert told == "parts/card.html, line 2: 'titel' is undefined"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("\n{% if %}", "page.html, line 2: "),
            ("\n{{ title | no_such_filter }}", "page.html, line 2: No filter named"),
            ("{% for x in title %}", "page.html, line 1: "),
            ("\n{{ 1 / number }}", "page.html, line 2: ZeroDivisionError"),
            ("\n{{ title + 1 }}", "page.html, line 2: TypeError"),
            ('{% include "gone.html" %}', "The theme has no template gone.html."),
            ('{% extends "gone.html" %}', "The theme has no template gone.html."),
            ('{% include "page.html" %}', "page.html, line 1: RecursionError"),
        ],
    )
    def test_what_is_wrong_is_told_with_template_and_line(
        self, tmp_path: Path, text: str, said: str
    ) -> None:
        assert said in fault(tmp_path, page=text)

    @pytest.mark.parametrize(
        "text",
        ["{% include title %}", "{% extends title %}", '{% include "a" ~ title %}',
         "{% import title as macros %}", '{% include ["page.html", title] %}'],
    )  # fmt: skip
    def test_the_name_of_an_included_template_may_not_be_computed(
        self, tmp_path: Path, text: str
    ) -> None:
        assert "computes the name of another one" in fault(tmp_path, page=text)

    def test_a_template_that_is_not_utf8(self, tmp_path: Path) -> None:
        made = templates(tmp_path)
        write(tmp_path / "templates", {"page.html": b"\xff"})

        with pytest.raises(ThemeFault, match=r"page\.html is not UTF-8"):
            made.digest("page.html")

    def test_a_template_reaches_no_file_outside_of_its_theme(self, tmp_path: Path) -> None:
        (tmp_path / "secret.html").write_text("secret")

        assert "no template" in fault(tmp_path / "theme", page='{% include "../secret.html" %}')


class TestDigests:
    FILES = {  # noqa: RUF012
        "page": '{% extends "layout.html" %}{% block main %}{% include "card.html" %}{% endblock %}',
        "layout": '{% import "macros.html" as m %}{% block main %}{% endblock %}',
        "card": "card",
        "macros": "{% macro x() %}{% endmacro %}",
        "other": "other",
    }

    def digest(self, root: Path, **changed: str) -> str:
        return templates(root, **{**self.FILES, **changed}).digest("page.html")

    @pytest.mark.parametrize("name", ["page", "layout", "card", "macros"])
    def test_it_changes_with_the_template_and_with_all_that_it_includes(
        self, tmp_path: Path, name: str
    ) -> None:
        before = self.digest(tmp_path)

        assert self.digest(tmp_path, **{name: self.FILES[name] + " "}) != before

    def test_it_changes_with_nothing_else(self, tmp_path: Path) -> None:
        before = self.digest(tmp_path / "here")

        assert self.digest(tmp_path / "there", other="changed", new="new") == before

    def test_a_theme_that_extends_another_is_hashed_as_it_is_seen(self, tmp_path: Path) -> None:
        # given a child that overrides what a template of its parent includes
        write(
            tmp_path / "parent/templates",
            {"page.html": '{% include "card.html" %}', "card.html": "a"},
        )
        write(tmp_path / "child/templates", {"card.html": "b"})

        parent = Templates(Theme("parent", (tmp_path / "parent",), (), ""))
        child = Templates(Theme("child", (tmp_path / "child", tmp_path / "parent"), (), ""))

        assert parent.digest("page.html") != child.digest("page.html")
        assert child.render("page.html", catalog(), {}) == "b"

    def test_templates_that_include_each_other_are_hashed_once(self, tmp_path: Path) -> None:
        made = templates(
            tmp_path,
            page='{% if title %}{% include "part.html" %}{% endif %}',
            part='{% if not title %}{% include "page.html" %}{% endif %}',
        )

        assert made.digest("page.html") == made.digest("part.html")
