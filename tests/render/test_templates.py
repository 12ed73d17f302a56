"""Templates: strict, escaping, and hashed with all that they include."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from road import Memory

from pavilion_gen.materials.theme import load_theme
from pavilion_gen.materials.theme_files import ThemeFault
from pavilion_gen.model.text import Html
from pavilion_gen.pages.parts import Phrase
from pavilion_gen.render.templates import Templates
from render.themes import catalog, fault, rendered, templates, write_templates


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


class TestFaults:
    def test_a_value_that_no_view_has(self, tmp_path: Path) -> None:
        told = fault(tmp_path, page="\n\n{{ titel }}")

        assert told == "page.html, line 3: 'titel' is undefined"

    def test_the_innermost_template_is_named(self, tmp_path: Path) -> None:
        told = fault(tmp_path, page='\n\n{% include "part.html" %}', part="\n{{ titel }}")

        assert told == "part.html, line 2: 'titel' is undefined"

    def test_a_template_in_a_folder_is_named_with_it(self, tmp_path: Path) -> None:
        write_templates(tmp_path, {"parts/card.html": "\n{{ titel }}"})

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
        write_templates(tmp_path, {"page.html": b"\xff"})

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

    def digest(self, root: Path, **changed: str) -> bytes:
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
        parent = write_templates(
            tmp_path / "parent", {"page.html": '{% include "card.html" %}', "card.html": "a"}
        )
        child = write_templates(tmp_path / "child", {"card.html": "b"})
        theme = msgspec.structs.replace(load_theme(str(child)), folders=(child, parent))

        own, heir = Templates(load_theme(str(parent)), {}), Templates(theme, {})

        assert own.digest("page.html") != heir.digest("page.html")
        assert heir.linked({}, catalog()).render("page.html", {}) == "b"

    def test_templates_that_include_each_other_are_hashed_once(self, tmp_path: Path) -> None:
        made = templates(
            tmp_path,
            page='{% if title %}{% include "part.html" %}{% endif %}',
            part='{% if not title %}{% include "page.html" %}{% endif %}',
        )

        assert made.digest("page.html") == made.digest("part.html")


class TestKept:
    """What sources say is kept, so that the next run parses only what changed; code never is."""

    def made(self, root: Path, shelf: Memory, files: dict[str, str], engine: bytes = b"") -> str:
        write_templates(root, {f"{name}.html": text for name, text in files.items()})
        made = Templates(load_theme(str(root)), {}, shelf, engine)
        made.digest("page.html")
        return made.linked({}, catalog()).render("page.html", {"title": "x"})

    def test_a_template_is_read_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shelf = Memory()
        files = {"page": "<{% include 'part.html' %}>", "part": "{{ title }}"}
        first = self.made(tmp_path / "first", shelf, files)
        monkeypatch.setattr(Templates, "_read_now", lambda *given: pytest.fail("read again"))

        # then what was kept makes the same page, in another folder too
        assert self.made(tmp_path / "second", shelf, files) == first == "<x>"

    def test_one_that_changed_is_read_alone(self, tmp_path: Path) -> None:
        shelf = Memory()
        self.made(tmp_path, shelf, {"page": "<{% include 'part.html' %}>", "part": "{{ title }}"})

        again = self.made(tmp_path, shelf, {"part": "[{{ title }}]"})

        assert again == "<[x]>"
        assert len(shelf) == 3

    def test_another_engine_takes_nothing_over(self, tmp_path: Path) -> None:
        shelf = Memory()
        self.made(tmp_path, shelf, {"page": "{{ title }}"})
        self.made(tmp_path, shelf, {"page": "{{ title }}"}, b"another")

        assert len(shelf) == 2


class TestAssets:
    """`asset("x.js")` is the address of an asset; pages depend on those that they name."""

    def made(self, root: Path, text: str, **changed: str) -> Templates:
        write_templates(root, {"page.html": text})
        addresses = {"x.js": "/assets/x.1111.js", "y.js": "/assets/y.2222.js", **changed}
        return Templates(load_theme(str(root)), addresses)

    def test_it_gives_the_address(self, tmp_path: Path) -> None:
        made = self.made(tmp_path, '<script src="{{ asset("x.js") }}"></script>')

        assert "/assets/x.1111.js" in made.linked({}, catalog()).render("page.html", {})

    def test_only_an_asset_that_is_named_changes_the_digest(self, tmp_path: Path) -> None:
        text = '{{ asset("x.js") }}'
        before = self.made(tmp_path, text).digest("page.html")

        # when another one gets another address, then when this one does
        other = self.made(tmp_path, text, **{"y.js": "/assets/y.3333.js"}).digest("page.html")
        own = self.made(tmp_path, text, **{"x.js": "/assets/x.3333.js"}).digest("page.html")

        assert other == before
        assert own != before

    @pytest.mark.parametrize(
        "text", ["{{ asset(title) }}", '{{ asset("x" ~ ".js") }}', "{% set a = asset %}"]
    )
    def test_a_name_that_is_computed_is_refused(self, tmp_path: Path, text: str) -> None:
        with pytest.raises(ThemeFault, match="line 1: the name of an asset is computed"):
            self.made(tmp_path, text).digest("page.html")

    def test_one_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(ThemeFault, match=r"page\.html names the asset z\.js"):
            self.made(tmp_path, '{{ asset("z.js") }}').digest("page.html")
