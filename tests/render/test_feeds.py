"""Feeds as they are written: well-formed, with all that RFC 4287 asks for."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pages.sites import FRANCE, WHOLE, Files, plan

from pavilion_gen.pages.feeds import FeedEntry, FeedView
from pavilion_gen.render.feeds import atom

ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")


def faults(data: bytes) -> list[str]:
    """What RFC 4287 finds wrong with a feed (sections 4.1.1, 4.1.2, 4.2.6, 3.3)."""
    feed = ElementTree.fromstring(data)
    found = [] if feed.tag == f"{ATOM}feed" else ["it is no feed"]
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        what = element.tag.removeprefix(ATOM)
        found += [
            f"{what}: not one {name}"
            for name in ("id", "title", "updated")
            if len(element.findall(f"{ATOM}{name}")) != 1
        ]
        if not element.findtext(f"{ATOM}id", "").startswith("https://"):
            found.append(f"{what}: the id is no IRI")
        found += [
            f"{what}: {one.tag.removeprefix(ATOM)} is no instant: {one.text}"
            for one in element
            if one.tag in (f"{ATOM}updated", f"{ATOM}published")
            and not INSTANT.match(one.text or "")
        ]
        kinds = [
            (link.get("rel"), link.get("type"), link.get("hreflang"))
            for link in element.findall(f"{ATOM}link")
        ]
        if not any(rel == "alternate" for rel, _, _ in kinds) or len(set(kinds)) < len(kinds):
            found.append(f"{what}: not one page")
    if not any(link.get("rel") == "self" for link in feed.findall(f"{ATOM}link")):
        found.append("it does not say where it is")
    if not feed.findtext(f"{ATOM}author/{ATOM}name"):
        found.append("it has no author")
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    if len(set(ids)) < len(ids):
        found.append("an id stands twice")
    return found


VIEW = FeedView(
    url="https://pavilions.example/zh/fr/feed.xml",
    home="https://pavilions.example/zh/fr/",
    lang="zh-Hans",
    title="馆 <&> “x”",
    subtitle="",
    author="A & B",
    updated="2026-10-01T00:00:00+02:00",
    entries=(
        FeedEntry(
            url="https://pavilions.example/zh/fr/products/a/?x=1&y=2",
            lang="zh-Hans",
            title="</title><script>",
            summary="]]> & ça",
            published="2026-10-01T00:00:00+02:00",
            updated="2026-10-01T00:00:00+02:00",
        ),
    ),
)


def test_what_it_says_is_what_the_view_says() -> None:
    feed = ElementTree.fromstring(atom(VIEW))

    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hans"
    assert feed.findtext(f"{ATOM}title") == "馆 <&> “x”"
    assert feed.find(f"{ATOM}subtitle") is None
    (entry,) = feed.findall(f"{ATOM}entry")
    (link,) = entry.findall(f"{ATOM}link")
    assert link.get("href") == entry.findtext(f"{ATOM}id") == VIEW.entries[0].url
    assert entry.findtext(f"{ATOM}title") == "</title><script>"
    assert entry.findtext(f"{ATOM}summary") == "]]> & ça"


def test_every_feed_of_a_site_is_valid(tmp_path: Path) -> None:
    site = plan(tmp_path, WHOLE)

    feeds = {one.address: one.view for one in site.documents if isinstance(one.view, FeedView)}
    assert list(feeds) == [
        "/zh/feed.xml", "/en/feed.xml", "/zh/fr/feed.xml", "/fr/fr/feed.xml", "/zh/nz/feed.xml",
        "/en/nz/feed.xml",
    ]  # fmt: skip
    for address, found in feeds.items():
        assert faults(atom(found)) == [], address


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b"<updated>2026-10-01T00:00:00+02:00</updated>\n<link", b"<link", "feed: not one updated"),
        (b'rel="self"', b'rel="related"', "it does not say where it is"),
        (b"A &amp; B", b"", "it has no author"),
        (b"T00:00:00+02:00</published>", b"</published>", "entry: published is no instant: 2026-10-01"),
        (b"fr/feed.xml</id>", b"fr/products/a/?x=1&amp;y=2</id>", "an id stands twice"),
    ],
)  # fmt: skip
def test_the_guard_finds_planted_faults(old: bytes, new: bytes, told: str) -> None:
    data = atom(VIEW)
    assert data.count(old) == 1

    assert faults(data) == []
    assert told in faults(data.replace(old, new))


def test_a_text_that_no_entry_shows_changes_no_feed(tmp_path: Path) -> None:
    products = "countries/fr/products/list.yaml"
    text = str(FRANCE[products]).replace("price: 6.50", "price: 6.60")
    assert text != FRANCE[products]
    edited: Files = {**WHOLE, products: text}

    before, after = plan(tmp_path / "a", WHOLE), plan(tmp_path / "b", edited)

    one, other = (
        [atom(made.view) for made in site.documents if isinstance(made.view, FeedView)]
        for site in (before, after)
    )
    assert one == other
