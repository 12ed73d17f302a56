"""A build in which every message of the theme is marked finds any visible string that is not one."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from gettext import NullTranslations
from html.parser import HTMLParser

import msgspec
import pytest
from pages.sites import SitePlan, whole_plan
from sample import ROOT

from pavilion_gen import workspace as workspace_module
from pavilion_gen.content.kept import NothingKept
from pavilion_gen.materials.theme import Catalog
from pavilion_gen.render.page import Renderer
from pavilion_gen.render.templates import Templates
from pavilion_gen.settings import Settings
from pavilion_gen.workspace import Workspace

STATES = {
    "", "before", "open", "over", "cancelled", "sold-out", "campaign", "in", "out", "estimated",
    "included", "member", "pending", "rejected", "met", "not-met", "under-review", "expired",
    "absent", "too-much", "no-channel", "small", "medium", "live", "planned", "culture", "travel",
    "tmall", "tmall-global", "jd-worldwide", "own-site", "all", "category", "region",
}  # fmt: skip
VISIBLE_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder", "label")


class Pseudo(NullTranslations):
    """Every message between marks."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"


class Texts(HTMLParser):
    """The visible texts of a page, joined by NUL; a text the theme holds in Chinese is left out.

    The law's notice and the electronic label are Chinese on every page, marked with their `lang`.
    """

    VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "wbr", "source"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.joined = ""
        self._stack: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag not in self.VOID:
            hidden = tag in ("script", "style", "title")
            chinese = tag != "html" and values.get("lang") == "zh-Hans"
            self._stack.append("hidden" if hidden or chinese else "")
        for name in VISIBLE_ATTRIBUTES:
            self._add(values.get(name) or "")

    def handle_endtag(self, tag: str) -> None:
        if self._stack and tag not in self.VOID:
            self._stack.pop()

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, text: str) -> None:
        if "hidden" not in self._stack and text.strip():
            self.joined += " ".join(text.split()) + "\0"


def strings(value: object) -> set[str]:
    """All texts that a view brings along; the words of a state are not to be read."""
    if isinstance(value, str):
        return set() if value in STATES else {value}
    if isinstance(value, dict):
        return set().union(*(strings(v) for v in value.values()))
    if isinstance(value, list | tuple):
        return set().union(*(strings(v) for v in value)) if value else set()
    return set()


def leaks(html: str, known: set[str]) -> list[str]:
    """Visible texts that are neither a marked message nor brought along by the view."""
    words = {" ".join(text.split()) for text in known}
    for text in known:
        if "<" in text:
            words.update(Texts(text).joined.split("\0"))
    left = Texts(html).joined
    while re.search(r"⟦[^⟦⟧]*⟧", left):  # messages may hold messages, and elements
        left = re.sub(r"⟦[^⟦⟧]*⟧", "", left)
    found = []
    for text in left.split("\0"):
        rest = text
        for word in sorted(words - {""}, key=len, reverse=True):
            rest = rest.replace(word, "")
        if re.search(r"[^\W\d_]", rest):
            found.append(text)
    return found


@pytest.fixture(scope="module")
def marked() -> tuple[Workspace, SitePlan]:
    """The sample, planned with every message of the theme marked."""
    patch = pytest.MonkeyPatch()
    catalog = Catalog(Pseudo(), "pseudo")
    patch.setattr(workspace_module, "load_catalog", lambda theme, tag, kept: catalog)
    at = datetime(2027, 7, 14, 4, tzinfo=UTC)
    settings = Settings(ROOT / "content", at, str(ROOT / "themes" / "pavilion"))
    workspace = Workspace(settings, NothingKept(), b"pseudo")
    site = whole_plan(workspace, workspace.survey())
    patch.undo()
    return workspace, site


def test_every_visible_string_of_the_theme_is_a_message(
    marked: tuple[Workspace, SitePlan],
) -> None:
    # Given a page of every template in every locale, its messages marked
    workspace, site = marked
    templates = Templates(workspace.theme, site.assets)
    renderer = Renderer(site.chromes, site.catalogs, site.addresses.host, templates, "pseudo")
    chosen = {(page.template, page.chrome[1]): page for page in site.pages}
    # When it is rendered
    found: dict[str, list[str]] = {}
    for page in chosen.values():
        view = msgspec.to_builtins(page.view)
        chrome = msgspec.to_builtins(site.chromes[page.chrome])
        html = renderer.render(page).decode()
        if left := leaks(html, strings(view) | strings(chrome)):
            found[page.template] = left
    # Then nothing is to be read that is not marked
    assert found == {}


def test_the_guard_finds_a_planted_string() -> None:
    html = "<p>⟦Products⟧</p><p>Provence</p><p>Sold out</p><img alt='A jar' src='x'>"
    assert leaks(html, {"Provence"}) == ["Sold out", "A jar"]
