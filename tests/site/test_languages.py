"""Han on a page in another language is always marked as Chinese, so that no other glyph appears."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

HAN = re.compile("[\u3400-\u9fff]")
VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "wbr", "source", "path", "circle",
                  "rect", "use", "polygon"})  # fmt: skip


class Unmarked(HTMLParser):
    """The texts with Han that do not stand in an element whose language is Chinese."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._stack: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            inherited = self._stack[-1][1] if self._stack else ""
            self._stack.append((tag, dict(attrs).get("lang") or inherited))

    def handle_endtag(self, tag: str) -> None:
        while self._stack and tag not in VOID:
            if self._stack.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        inside = [tag for tag, _ in self._stack]
        lang = self._stack[-1][1] if self._stack else ""
        if HAN.search(data) and not lang.startswith("zh") and not {"script", "title"} & {*inside}:
            self.found.append(data.strip())


def test_han_on_pages_in_other_languages_is_marked(site: Path) -> None:
    found = {}
    for path in site.rglob("*.html"):
        if path.relative_to(site).parts[0] != "zh":
            unmarked = Unmarked(path.read_text()).found
            if unmarked:
                found[path.relative_to(site).as_posix()] = unmarked[:3]
    assert dict(list(found.items())[:5]) == {}


def test_the_guard_finds_planted_han() -> None:
    html = '<html lang="en"><p>馆</p><p lang="zh-Hans">馆</p><p>Tea<br>茶</p></html>'
    assert Unmarked(html).found == ["馆", "茶"]
