"""The sample over HTTP from `/`: everything resolves, nothing leads to another host by itself."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from crawler import Crawl
from sample import HOST, Handler, run_build
from small import write_small_content


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
    apart = {"/404.html", "/robots.txt", "/humans.txt", "/favicon.ico"}
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
    ("a dead view", '<svg><use href="/assets/nothing.svg#fr"/></svg>', "problems", "404"),
    ("a foreign picture", '<img src="https://cdn.example/x.png" alt="">', "problems", "another host"),
    ("a script link", '<a href="javascript:alert(1)">x</a>', "problems", "not a link"),
    ("an inline style", '<p style="color:red">x</p>', "page_problems", "inline"),
    ("an inline script", "<script>alert(1)</script>", "page_problems", "inline"),
    ("a second h1", "<h1>x</h1>", "page_problems", "h1"),
    ("a one-sided hreflang", '<link rel="alternate" hreflang="xx" href="https://pavilions.example/zh/">',
     "hreflang_problems", "not mutual"),
    ("a page kept out", '<meta name="robots" content="noindex">', "sitemap_problems", "not reached or not"),
]  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site without any fault."""
    folder = tmp_path_factory.mktemp("small")
    write_small_content(folder / "content")
    options = ("--at", "2026-11-25", "--base-url", f"{HOST}/")
    run_build(folder / "site", *options, content=folder / "content")
    return folder / "site"


@pytest.mark.parametrize(("what", "html", "guard", "message"), PLANTED, ids=[p[0] for p in PLANTED])
def test_each_guard_finds_a_planted_fault(
    tmp_path: Path, small: Path, what: str, html: str, guard: str, message: str
) -> None:
    # Given a site with a fault on one page
    shutil.copytree(small, tmp_path / "site")
    page = tmp_path / "site" / "zh" / "gb" / "index.html"
    page.write_text(page.read_text().replace("</main>", f"{html}</main>"))
    # When it is walked
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Handler, directory=str(tmp_path / "site"))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    crawl = Crawl(f"http://127.0.0.1:{server.server_port}", HOST)
    found = crawl.problems if guard == "problems" else getattr(crawl, guard)()
    server.shutdown()
    # Then the guard names it, and the other guards of the sound site are silent
    assert any("/zh/gb/" in problem and message in problem for problem in found), found
