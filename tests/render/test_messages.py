"""Messages: said in the language of the page, with their values escaped; and known beforehand."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

import pytest

from pavilion_gen.materials.theme import Catalog
from pavilion_gen.materials.theme_files import ThemeFault
from pavilion_gen.pages.parts import Phrase
from render.themes import catalog, catalog_of, fault, rendered, templates


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

    def test_what_is_counted_is_escaped_too(self, tmp_path: Path) -> None:
        # given a catalog that does not mind counting what is no number
        made = templates(tmp_path, page='{{ ngettext("one", "%(num)s", number) }}')
        english = Catalog(NullTranslations(), "")

        text = made.linked(None, english).render("page.html", {"number": "<b>"})

        assert text == "&lt;b&gt;"

    def test_a_percent_sign_in_a_message(self, tmp_path: Path) -> None:
        assert rendered(tmp_path, "{% trans %}100 % wool{% endtrans %}") == "100 % wool"

    def test_a_translation_that_asks_for_another_value_is_a_fault_of_the_theme(
        self, tmp_path: Path
    ) -> None:
        with pytest.raises(ThemeFault, match=r"page\.html, line 2: KeyError"):
            rendered(tmp_path, '\n{{ _("By %(name)s", name=1) }}', ("By %(name)s", "De %(nom)s"))

    def test_a_value_stays_as_it_is_where_the_pattern_formats_it(self, tmp_path: Path) -> None:
        template = '{{ _("%(number)03d of %(all)s", number=number, all=all) }}'

        assert rendered(tmp_path, template, number=7, all="<9>") == "007 of &lt;9&gt;"

    def test_a_value_may_not_be_called_as_a_parameter_is(self, tmp_path: Path) -> None:
        with pytest.raises(ThemeFault, match="multiple values for argument 'message'"):
            rendered(tmp_path, '{{ _("By %(message)s", message=1) }}')

    def test_a_context_tells_two_equal_words_apart(self, tmp_path: Path) -> None:
        own = catalog_of('\nmsgctxt "state"\nmsgid "Open"\nmsgstr "Ouvert"\n')
        made = templates(
            tmp_path, page='{{ pgettext("state", "Open") }} {{ pgettext("verb", "Open") }}'
        )

        assert made.linked(None, own).render("page.html", {}) == "Ouvert Open"

    def test_a_message_may_be_a_value_of_another_one_and_of_a_macro(self, tmp_path: Path) -> None:
        said = (("Search", "<b>Chercher</b>"), ("%(what)s: %(n)s", "%(what)s : %(n)s"))
        template = """\
{% macro bold(text) %}<i>{{ text }}</i>{% endmacro %}
{{ bold(_("%(what)s: %(n)s", what=_("Search"), n=1)) }}"""

        assert rendered(tmp_path, template, *said) == "<i><b>Chercher</b> : 1</i>"

    def test_a_macro_that_was_imported_speaks_the_language_of_the_page(
        self, tmp_path: Path
    ) -> None:
        # given one set of templates, used in two languages
        made = templates(
            tmp_path,
            page='{% import "words.html" as words %}{{ words.search() }} {{ words.top }}',
            words='{% set top = _("Top") %}{% macro search() %}{{ _("Search") }}{% endmacro %}',
        )

        texts = [
            made.linked(None, own).render("page.html", {})
            for own in (catalog(("Search", "Chercher"), ("Top", "Haut")), catalog())
        ]

        assert texts == ["Chercher Haut", "Search Top"]


class TestKnownBeforehand:
    @pytest.mark.parametrize(
        "text",
        [
            "{{ _(title) }}",
            '{{ _("a" ~ title) }}',
            '{{ ngettext("one", title, number) }}',
            "{{ pgettext(title, 'a') }}",
            "{{ ['a']|map(_)|join }}",
            "{% set say = gettext %}{{ say('a') }}",
            '{% import "words.html" as words %}{{ words.say(_) }}',
        ],
    )
    def test_a_message_may_not_be_computed(self, tmp_path: Path, text: str) -> None:
        said = fault(
            tmp_path, page="\n" + text, words="{% macro say(f) %}{{ f('a') }}{% endmacro %}"
        )

        assert said.startswith("page.html, line 2: `")
        assert "is given a message that is computed" in said

    def digest(self, root: Path, own: Catalog) -> bytes:
        made = templates(
            root,
            page='{% extends "base.html" %}{% block main %}{{ _("Top") }}{% endblock %}',
            base='{% import "words.html" as words %}{% block main %}{% endblock %}',
            words="""\
{% macro count(n) %}{% trans count=n %}one{% pluralize %}{{ count }}{% endtrans %}{% endmacro %}
{% macro state() %}{{ pgettext("state", "Open") }}{% endmacro %}""",
        )
        return made.spoken("page.html", own)

    USED = """
msgid "Top"
msgstr "Haut"

msgid "one"
msgid_plural "%(count)s"
msgstr[0] "un"
msgstr[1] "%(count)s !"

msgctxt "state"
msgid "Open"
msgstr "Ouvert"
"""

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("Haut", "Dessus"),
            ('"un"', '"une"'),
            ("%(count)s !", "%(count)s"),
            ("Ouvert", "Ouverte"),
        ],
    )
    def test_the_digest_changes_with_a_translation_that_the_template_uses(
        self, tmp_path: Path, old: str, new: str
    ) -> None:
        before = self.digest(tmp_path, catalog_of(self.USED))

        assert self.digest(tmp_path, catalog_of(self.USED.replace(old, new, 1))) != before

    def test_it_changes_with_no_other(self, tmp_path: Path) -> None:
        more = '\nmsgid "Open"\nmsgstr "Ouvrir"\n\nmsgid "Other"\nmsgstr "Autre"\n'
        before = self.digest(tmp_path, catalog_of(self.USED))

        assert self.digest(tmp_path, catalog_of(self.USED + more)) == before

    def test_it_changes_with_a_translation_of_the_parent_theme(self, tmp_path: Path) -> None:
        # given catalogs that fall back on another one
        def over(own: str) -> Catalog:
            nearest, parent = catalog(("Other", "Autre")), catalog(("Top", own))
            nearest.translations.add_fallback(parent.translations)
            return Catalog(nearest.translations, own)

        assert self.digest(tmp_path, over("Haut")) != self.digest(tmp_path, over("Dessus"))
