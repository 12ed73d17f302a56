"""The sample over HTTP from `/`: everything resolves, nothing leads to another host by itself."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import HOST, Handler
from crawler import Crawl


@pytest.fixture(scope="module")
def crawl(served: str) -> Crawl:
    return Crawl(served, HOST)


def test_every_address_and_fragment_resolves(crawl: Crawl) -> None:
    assert crawl.problems == []


def test_every_page_and_file_of_the_output_is_reached(crawl: Crawl, site: Path) -> None:
    reached = {path + "index.html" if path.endswith("/") else path
               for path in (*crawl.pages, *crawl.others)}  # fmt: skip
    there = {"/" + path.relative_to(site).as_posix() for path in site.rglob("*")
             if path.is_file() and ".pavilion" not in path.parts}  # fmt: skip
    apart = {"/404.html", "/robots.txt", "/humans.txt"}
    apart |= {path for path in there if path.startswith("/sitemap")}
    assert there - reached - apart == set()


def test_hreflang_is_complete_and_mutual(crawl: Crawl) -> None:
    assert crawl.hreflang_problems() == []


def test_sitemaps_hold_exactly_the_pages_to_be_kept(crawl: Crawl) -> None:
    assert crawl.sitemap_problems() == []


def test_every_page_has_title_language_one_heading_and_nothing_inline(crawl: Crawl) -> None:
    assert crawl.page_problems() == []


def test_pages_stay_below_the_first_hundred_kilobytes(site: Path) -> None:
    large = {str(p): p.stat().st_size for p in site.rglob("*.html") if p.stat().st_size > 100_000}
    assert large == {}


PLANTED = [
    ("a dead link", '<a href="/zh/nowhere/">x</a>', "problems", "404"),
    ("a dead fragment", '<a href="#nowhere">x</a>', "problems", "leads nowhere"),
    ("a foreign picture", '<img src="https://cdn.example/x.png" alt="">', "problems", "another host"),
    ("a script link", '<a href="javascript:alert(1)">x</a>', "problems", "not a link"),
    ("an inline style", '<p style="color:red">x</p>', "page_problems", "inline"),
    ("an inline script", "<script>alert(1)</script>", "page_problems", "inline"),
    ("a second h1", "<h1>x</h1>", "page_problems", "h1"),
    ("a one-sided hreflang", '<link rel="alternate" hreflang="xx" href="https://pavilions.example/zh/">',
     "hreflang_problems", "not mutual"),
    ("a page kept out", '<meta name="robots" content="noindex">', "sitemap_problems", "not reached or not"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "html", "guard", "message"), PLANTED, ids=[p[0] for p in PLANTED])
def test_each_guard_finds_a_planted_fault(
    tmp_path: Path, site: Path, what: str, html: str, guard: str, message: str
) -> None:
    # Given a copy of one pavilion's page with a fault, alone with what it needs
    for name in ("index.html", "zh", "en", "assets", "humans.txt", "sitemap.xml"):
        source = site / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        else:
            shutil.copy(source, tmp_path / name)
    for sitemap in site.glob("sitemap-*.xml"):
        shutil.copy(sitemap, tmp_path / sitemap.name)
    page = tmp_path / "zh" / "gb" / "index.html"
    page.write_text(page.read_text().replace("</main>", f"{html}</main>"))
    # When it is walked
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    crawl = Crawl(f"http://127.0.0.1:{server.server_port}", HOST)
    server.shutdown()
    found = crawl.problems if guard == "problems" else getattr(crawl, guard)()
    # Then the guard names it
    assert any("/zh/gb/" in problem or guard == "sitemap_problems" for problem in found)
    assert any(message in problem for problem in found)
