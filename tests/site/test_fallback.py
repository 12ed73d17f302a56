"""Texts that are not translated, as a build shows them to a visitor of the other language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sample import HOST, run_build
from small import PRODUCTS, write_small_content

FILES = {
    "countries/gb/products/tea.yaml": PRODUCTS
    + """\
  added: 2026-10-01
- id: scones
  name: {zh: 司康饼}
  summary: {zh: 一盒司康饼}
  text: {zh: 趁热吃。}
  category: tea
  merchant: tea-house
  added: 2026-10-02
- id: shortbread
  name: {zh: 黄油酥饼, en: Shortbread}
  summary: {zh: 一盒酥饼}
  text: {zh: 配红茶。}
  category: tea
  merchant: tea-house
  added: 2026-10-03
""",
    "countries/gb/culture/tea-time.zh.md": "---\ntitle: 下午茶\nsummary: 四点钟\nadded: 2026-10-04\n---\n正文",
    "pages/about.zh.md": "---\ntitle: 关于\nsummary: 本站\n---\n正文",
}
UNTRANSLATED = {
    "products/scones": "gb/products/scones",
    "culture/tea-time": "gb/culture/tea-time",
    "about": "about",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, some of it in Chinese alone."""
    root = tmp_path_factory.mktemp("fallback")
    write_small_content(root / "content")
    for name, text in FILES.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    run_build(root / "site", "--at", "2026-11-25", content=root / "content")
    return root / "site"


def read(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("thing", UNTRANSLATED.values(), ids=UNTRANSLATED)
class TestNotTranslated:
    def test_it_stays_in_the_visitor_s_frame_and_says_where_the_original_is(
        self, site: Path, thing: str
    ) -> None:
        html = read(site, f"en/{thing}")

        assert '<html lang="en">' in html
        assert re.search(r"<h1[^>]*>(<span lang=\"zh-Hans\">)[^<]+</span></h1>", html)
        assert html.count('class="notice-line"') == 1
        assert "shown in its original language: Chinese." in html
        assert f'<a href="/shop/zh/{thing}/" hreflang="zh-Hans">Open the original page</a>' in html
        assert 'class="original"' not in html

    def test_search_engines_are_led_to_the_original(self, site: Path, thing: str) -> None:
        html = read(site, f"en/{thing}")

        assert f'<link rel="canonical" href="{HOST}/shop/zh/{thing}/">' in html
        assert "hreflang=" not in html.partition("</head>")[0]
        assert f'hreflang="en" href="{HOST}/shop/en/{thing}/"' not in read(site, f"zh/{thing}")

    def test_it_stands_in_no_sitemap_and_in_no_feed(self, site: Path, thing: str) -> None:
        lists = [*site.glob("sitemap*.xml"), *site.rglob("feed.xml")]
        told = {path: path.read_text(encoding="utf-8") for path in lists}

        assert [path for path, text in told.items() if f"/en/{thing}/" in text] == []
        assert [path for path, text in told.items() if f"/zh/{thing}/" in text] != []

    def test_the_original_has_no_notice_and_says_that_there_is_no_translation(
        self, site: Path, thing: str
    ) -> None:
        html = read(site, f"zh/{thing}")

        assert "notice-line" not in html
        assert '<span class="small" lang="zh-Hans">（未翻译）</span>' in html


class TestTranslatedInPart:
    def test_each_foreign_text_is_marked_by_itself(self, site: Path) -> None:
        html = read(site, "en/gb/products/shortbread")

        assert re.search(r"<h1[^>]*>Shortbread</h1>", html)
        assert html.count('<p class="original">Original: Chinese</p>') == 2
        assert '<span lang="zh-Hans">一盒酥饼</span></p>\n<p class="original">' in html
        assert "notice-line" not in html

    def test_it_may_be_found(self, site: Path) -> None:
        address = f"{HOST}/shop/en/gb/products/shortbread/"

        assert f'<link rel="canonical" href="{address}">' in read(site, "en/gb/products/shortbread")
        assert f"<loc>{address}</loc>" in (site / "sitemap-gb.xml").read_text(encoding="utf-8")

    def test_in_its_own_language_nothing_is_marked(self, site: Path) -> None:
        assert 'class="original"' not in read(site, "zh/gb/products/shortbread")
