"""The filing numbers of a site on mainland servers: in the footer when they are set."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from sample import Handler, need, run_build
from small import SITE, write_small_content

ICP, POLICE = "京ICP备00000000号-1", "京公网安备00000000000000号"
LINKS = {
    ICP: f'<a href="https://beian.miit.gov.cn/" rel="external noopener">{ICP}</a>',
    POLICE: f'<a href="https://beian.mps.gov.cn/" rel="external noopener">{POLICE}</a>',
}


def built(root: Path, legal: str, *options: str) -> Path:
    """The small site with these filing numbers."""
    write_small_content(root / "content")
    (root / "content/site.yaml").write_text(f"{SITE}legal: {legal}\n", encoding="utf-8")
    run_build(root / "site", "--at", "2026-11-25", *options, content=root / "content")
    return root / "site"


@pytest.mark.parametrize(
    ("legal", "shown"),
    [
        ("{icp: null, police: null}", []),
        (f"{{icp: {ICP}, police: null}}", [ICP]),
        (f"{{icp: null, police: {POLICE}}}", [POLICE]),
        (f"{{icp: {ICP}, police: {POLICE}}}", [ICP, POLICE]),
    ],
    ids=["none", "ICP", "police", "both"],
)
def test_each_number_is_linked_when_it_is_set_and_absent_when_not(
    tmp_path: Path, legal: str, shown: list[str]
) -> None:
    site = built(tmp_path, legal)

    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert ('class="filing"' in html) == bool(shown)
        for number, link in LINKS.items():
            assert (number in html) == (number in shown)
            assert (link in html) == (number in shown)
        assert not shown or html.count('<p class="filing" lang="zh-Hans">') == 1


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site with both numbers."""
    root = tmp_path_factory.mktemp("filed")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root / "site")))
    address = f"http://127.0.0.1:{server.server_port}/"
    built(root, f"{{icp: {ICP}, police: {POLICE}}}", "--base-url", address)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield address
    server.shutdown()
    thread.join()


@pytest.mark.parametrize("width", [320, 1280])
def test_they_stand_in_the_middle(filed: str, width: int) -> None:
    executable = need("chromium")
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=options)
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(f"{filed}en/gb/")
        edges = page.locator(".filing").evaluate(
            """line => {
                const range = document.createRange()
                range.selectNodeContents(line)
                const box = range.getBoundingClientRect()
                return [box.left, document.documentElement.clientWidth - box.right]
            }"""
        )
        browser.close()
    assert min(edges) >= 0
    assert abs(edges[0] - edges[1]) <= 2
