"""A theme extends the templates that it stands before, by the name of the ancestor."""

from __future__ import annotations

from pathlib import Path

import pytest

from pavilion_gen.materials.theme import load_theme
from pavilion_gen.materials.theme_files import ThemeFault
from pavilion_gen.render.templates import Templates
from render.themes import catalog

PAGE = '{% include "piece.html" %}[{% block main %}{{ title }}{% endblock %}]'


@pytest.fixture
def themes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`grandchild`, `child` and `base`, of which each has the parts that the next one changes."""
    monkeypatch.chdir(tmp_path)
    write("base", page=PAGE, piece="piece")
    write("child", "base", page='{% extends "base/page.html" %}')
    write("grandchild", "child")
    return tmp_path / "themes"


def write(name: str, parent: str = "", **templates: str) -> None:
    """A theme with these templates."""
    folder = Path("themes") / name
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    (folder / "theme.yaml").write_text(
        f"name: {name}\n" + (f"parent: {parent}\n" if parent else "")
    )
    for template, text in templates.items():
        (folder / f"templates/{template}.html").write_text(text)


def loaded(name: str) -> Templates:
    return Templates(load_theme(name), {})


def page(name: str) -> str:
    """The page of a theme."""
    return loaded(name).linked({}, catalog()).render("page.html", {"title": "title"})


@pytest.mark.parametrize("many", [1, 500])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{% extends "base/page.html" %}', "piece[title]"),
        ('{% extends "base/page.html" %}{% block main %}own{% endblock %}', "piece[own]"),
        (
            '{% extends "base/page.html" %}{% block main %}<{{ super() }}>{% endblock %}',
            "piece[<title>]",
        ),
        ('{% include "base/piece.html" %}!', "piece!"),
    ],
)
def test_one_block_of_the_parents_template_of_the_same_name(
    themes: Path, monkeypatch: pytest.MonkeyPatch, text: str, expected: str, many: int
) -> None:
    monkeypatch.setattr("pavilion_gen.render.templates.MANY", many)
    write("child", "base", page=text)

    assert page("child") == expected


def test_what_the_parents_template_includes_is_the_childs(themes: Path) -> None:
    write("child", "base", piece="mine")

    assert page("child") == "mine[title]"
    assert page("base") == "piece[title]"


def test_each_generation_extends_the_one_before(themes: Path) -> None:
    write(
        "child",
        "base",
        page='{% extends "base/page.html" %}{% block main %}c{{ super() }}{% endblock %}',
    )
    write(
        "grandchild", "child",
        page='{% extends "child/page.html" %}{% block main %}g{{ super() }}{% endblock %}',
    )  # fmt: skip

    assert page("grandchild") == "piece[gctitle]"


def test_an_ancestor_gives_what_it_has_from_its_own(themes: Path) -> None:
    write("grandchild", "child", page='{% include "child/piece.html" %}')

    assert page("grandchild") == "piece"


def test_a_page_depends_on_the_ancestors_templates_that_it_names(themes: Path) -> None:
    before = loaded("child").digest("page.html")

    write("base", other="not named")
    same = loaded("child").digest("page.html")
    write("base", page=PAGE + "!")
    changed = loaded("child").digest("page.html")

    assert before == same != changed


def test_the_name_of_no_ancestor_is_told(themes: Path) -> None:
    write("child", "base", page='{% extends "bass/page.html" %}')

    with pytest.raises(ThemeFault, match=r"no template bass/page\.html"):
        loaded("child").digest("page.html")
