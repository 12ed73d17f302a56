"""The theme of the tour in docs/themes.md: what it changes is on the page, the rest its parent's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sample import run_build
from small import write_small_content

FILE = re.compile(r"^`themes/quay/([^`]+)`:.*?^```\w+\n(.*?)^```$", re.M | re.S)
PAGE = "zh/gb/products/black-tea/index.html"
STORY = "  text: {zh: 来自山谷的红茶。, en: Tea from a valley.}\n"


def tour() -> dict[str, str]:
    """The files of the theme, as they stand in the tour."""
    return dict(FILE.findall(Path("docs/themes.md").read_text(encoding="utf-8")))


def built(root: Path, files: dict[str, str] | None = None) -> Path:
    """The small site with that theme, or (none given) with its parent."""
    content = root / "content"
    write_small_content(content)
    products = content / "countries/gb/products/tea.yaml"
    products.write_text(products.read_text(encoding="utf-8") + STORY, encoding="utf-8")
    theme = root / "quay"
    for name, text in (files or {}).items():
        (theme / name).parent.mkdir(parents=True, exist_ok=True)
        (theme / name).write_text(text, encoding="utf-8")
    output = root / "site"
    run_build(
        output, "--at", "2026-11-25", *(["--theme", str(theme)] if files else []), content=content
    )
    return output


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("quay"), tour())


@pytest.fixture(scope="module")
def parent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("parent"))


def lines(site: Path, page: str) -> list[str]:
    """The lines of a page, without those that name a file by its hash."""
    text = (site / page).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if "/assets/" not in line]


def test_the_tour_shows_a_template_assets_and_messages() -> None:
    assert list(tour()) == [
        "theme.yaml", "templates/product.html", "assets/quay.css", "assets/icons/pavilion.svg",
        "translations/zh_Hans.po",
    ]  # fmt: skip


def test_the_page_is_the_parents_but_for_the_block_and_the_word(quay: Path, parent: Path) -> None:
    ours, theirs = lines(quay, PAGE), lines(parent, PAGE)

    assert [line for line in ours if line not in theirs] == [
        '<h2 id="story">它的来历</h2>',
        '<p class="ask">想了解红茶？请问店家。</p>',
    ]
    assert [line for line in theirs if line not in ours] == ['<h2 id="story">关于这件商品</h2>']


def test_in_a_language_that_it_does_not_speak_it_says_what_its_parent_says(
    quay: Path, parent: Path
) -> None:
    page = PAGE.replace("zh/", "en/")

    new = [line for line in lines(quay, page) if line not in lines(parent, page)]
    assert new == ['<p class="ask">Questions on Black tea? The shop answers them.</p>']


def test_its_stylesheet_comes_after_the_parents(quay: Path) -> None:
    sheets = re.findall('rel="stylesheet" href="/shop/assets/([a-z]+)', (quay / PAGE).read_text())

    assert sheets == ["base", "quay", "gb"]
    (sheet,) = quay.glob("assets/quay.*.css")
    assert sheet.read_text() == tour()["assets/quay.css"]


def test_an_asset_of_the_parents_name_takes_its_place(quay: Path, parent: Path) -> None:
    def icon(site: Path) -> Path:
        html = (site / "zh/index.html").read_text(encoding="utf-8")
        (href,) = re.findall('rel="icon" href="/shop/([^"]+svg)"', html)
        return site / str(href)

    assert icon(quay).read_text() == tour()["assets/icons/pavilion.svg"]
    assert (
        icon(parent).read_bytes() == Path("themes/pavilion/assets/icons/pavilion.svg").read_bytes()
    )
    assert icon(quay).name != icon(parent).name


def test_pages_of_no_template_of_its_own_are_the_parents(quay: Path, parent: Path) -> None:
    for page in ("zh/index.html", "zh/gb/index.html", "en/gb/products/index.html"):
        assert lines(quay, page) == lines(parent, page)
