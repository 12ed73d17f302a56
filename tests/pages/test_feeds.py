"""Feeds: what is new, dated by the content, in one language each."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pages.sites import AT, FRANCE, SHARED, WHOLE, Files, SitePlan, goods, plan
from pavilion_gen.pages.feeds import FeedView

HOST = "https://pavilions.example"
LIST = "countries/fr/products/list.yaml"
OPEN = datetime(2027, 7, 11, 4, 0, tzinfo=UTC)
"""An instant at which the group buy of the small site is open."""


def feed(site: SitePlan, address: str) -> FeedView:
    """The feed at an address."""
    (found,) = [one.view for one in site.documents if one.address == address]
    assert isinstance(found, FeedView)
    return found


def entries(site: SitePlan, address: str) -> list[tuple[str, str]]:
    """(page, when it was published) of each entry of a feed."""
    return [(one.url.removeprefix(HOST), one.published) for one in feed(site, address).entries]


def product(id_: str, more: str = "  added: 2026-10-01\n") -> str:
    """An entry of a product list."""
    return f"""\
- id: {id_}
  name: {{zh: 蜂蜜, fr: Miel}}
  summary: {{zh: 一罐, fr: Un pot}}
  category: honey
  merchant: ruche
  price: 9.00
{more}"""


def test_new_products_and_guides_by_date_the_newest_first(whole: SitePlan) -> None:
    assert entries(whole, "/fr/fr/feed.xml") == [
        ("/fr/fr/culture/lavender/", "2026-10-12T00:00:00+02:00"),
        ("/fr/fr/products/galettes/", "2026-10-02T00:00:00+02:00"),
        ("/fr/fr/products/lavender-honey/", "2026-10-01T00:00:00+02:00"),
    ]


def test_a_feed_is_in_one_language_with_the_names_of_the_place(whole: SitePlan) -> None:
    view = feed(whole, "/zh/fr/feed.xml")

    assert (view.lang, view.title, view.author) == ("zh-Hans", "法国馆 – 国家馆", "国家馆")
    assert (view.url, view.home) == (f"{HOST}/zh/fr/feed.xml", f"{HOST}/zh/fr/")
    assert [(one.title, one.summary, one.lang) for one in view.entries] == [
        ("薰衣草田", "七月的田野", "zh-Hans"),
        ("黄油饼干", "一盒饼干", "zh-Hans"),
        ("薰衣草蜂蜜", "一罐蜂蜜", "zh-Hans"),
    ]


def test_a_guide_that_was_checked_again_is_updated_and_not_new(whole: SitePlan) -> None:
    view = feed(whole, "/fr/fr/feed.xml")

    assert view.entries[0].updated == view.updated == "2026-11-01T00:00:00+01:00"


@pytest.mark.parametrize(
    ("more", "published"),
    [
        ("  added: 2026-10-01\n", "2026-10-01T00:00:00+02:00"),
        ("  added: 2026-10-01\n  from: 2026-11-05\n", "2026-11-05T00:00:00+01:00"),
        ("  added: 2026-10-01\n  from: 2026-10-01T09:30+02:00\n", "2026-10-01T09:30:00+02:00"),
        ("  added: 2026-10-01\n  from: 2026-09-01\n", "2026-10-01T00:00:00+02:00"),
    ],
)
def test_a_product_is_as_new_as_the_day_from_which_it_is_there(
    tmp_path: Path, more: str, published: str
) -> None:
    site = plan(tmp_path, {**FRANCE, LIST: product("jar", more)})

    assert entries(site, "/zh/fr/feed.xml") == [("/zh/fr/products/jar/", published)]


def test_the_day_from_which_it_is_there_sets_its_place_too(tmp_path: Path) -> None:
    early, late = "  added: 2026-10-01\n  from: 2026-11-05\n", "  added: 2026-10-20\n"

    site = plan(tmp_path, {**FRANCE, LIST: product("late", late) + product("early", early)})

    assert [url for url, _ in entries(site, "/zh/fr/feed.xml")] == [
        "/zh/fr/products/early/",
        "/zh/fr/products/late/",
    ]


@pytest.mark.parametrize(
    "more",
    ["", "  added: 2026-10-01\n  from: 2026-12-01\n", "  added: 2026-10-01\n  until: 2026-11-01\n"],
    ids=["no date is known", "not yet to be had", "no more to be had"],
)
def test_what_is_left_out(tmp_path: Path, more: str) -> None:
    site = plan(tmp_path, {**FRANCE, LIST: product("jar", more) + product("other")})

    assert [url for url, _ in entries(site, "/zh/fr/feed.xml")] == ["/zh/fr/products/other/"]


def test_a_text_that_is_not_translated_is_left_out(tmp_path: Path) -> None:
    listed = product("lavender-honey") + product("other").replace(", fr: Miel", "")
    guide = "---\ntitle: 薰衣草田\nsummary: 七月\nadded: 2026-10-12\n---\n正文"
    files: Files = {**FRANCE, LIST: listed, "countries/fr/culture/lavender.zh.md": guide}

    site = plan(tmp_path, files)

    assert [url for url, _ in entries(site, "/fr/fr/feed.xml")] == [
        "/fr/fr/products/lavender-honey/"
    ]
    assert [url for url, _ in entries(site, "/zh/fr/feed.xml")] == [
        "/zh/fr/culture/lavender/",
        "/zh/fr/products/lavender-honey/",
        "/zh/fr/products/other/",
    ]


def test_a_summary_that_is_not_translated_is_left_out(tmp_path: Path) -> None:
    site = plan(tmp_path, {**FRANCE, LIST: product("jar").replace(", fr: Un pot", "")})

    (entry,) = feed(site, "/fr/fr/feed.xml").entries
    assert (entry.title, entry.summary) == ("Miel", "")


def test_only_the_thirty_newest_are_told_of(tmp_path: Path) -> None:
    days = [f"  added: 2026-{month:02}-{day:02}\n" for month in (9, 10) for day in range(1, 29)]
    listed = "".join(product(f"h-{number}", more) for number, more in enumerate(days))

    found = entries(plan(tmp_path, {**FRANCE, LIST: listed}), "/zh/fr/feed.xml")

    assert len(found) == 30
    assert [day for _, day in found] == sorted((day for _, day in found), reverse=True)
    assert found[-1][1].startswith("2026-09-27")


def test_a_group_buy_is_told_of_while_it_is_open(tmp_path: Path) -> None:
    before, during = plan(tmp_path / "a", WHOLE), plan(tmp_path / "b", WHOLE, at=OPEN)

    entry = ("/zh/campaigns/2027-fr/", "2027-07-10T10:00:00+08:00")
    for address in ("/zh/feed.xml", "/zh/fr/feed.xml"):
        assert entry not in entries(before, address)
        assert entries(during, address)[0] == entry
    assert "/zh/campaigns/2027-fr/" not in dict(entries(during, "/zh/nz/feed.xml"))


def test_a_page_in_another_language_says_so(tmp_path: Path) -> None:
    text = str(WHOLE["campaigns/2027-fr.yaml"]).replace("{zh: 法国", "{fr: Achat groupé, zh: 法国")

    site = plan(tmp_path, {**WHOLE, "campaigns/2027-fr.yaml": text}, at=OPEN)

    first = feed(site, "/fr/fr/feed.xml").entries[0]
    assert (first.url, first.lang, first.title) == (
        f"{HOST}/en/campaigns/2027-fr/", "en", "Achat groupé",
    )  # fmt: skip


class TestWithoutNews:
    def test_the_feed_stays_and_is_dated_by_the_content(self, whole: SitePlan) -> None:
        view = feed(whole, "/en/feed.xml")

        assert (view.entries, view.updated) == ((), "2026-11-24T00:00:00+08:00")
        assert whole.chromes["", "en"].feed == "/en/feed.xml"

    def test_where_no_date_is_known_there_is_none(self, tmp_path: Path) -> None:
        undated = str(SHARED["site.yaml"]).replace("as_of: 2026-11-24\n", "")
        files: Files = {**FRANCE, "site.yaml": undated, LIST: goods(2)}

        site = plan(tmp_path, files)

        assert [one.address for one in site.documents if one.address.endswith("feed.xml")] == []
        assert {chrome.feed for chrome in site.chromes.values()} == {""}

    def test_a_preview_of_drafts_has_none(self, tmp_path: Path) -> None:
        site = plan(tmp_path, WHOLE, drafts=True)

        assert {chrome.feed for chrome in site.chromes.values()} == {""}


def test_another_clock_changes_no_date(tmp_path: Path) -> None:
    later = AT.replace(month=12, day=20)

    now, then = plan(tmp_path / "a", WHOLE), plan(tmp_path / "b", WHOLE, at=later)

    assert feed(now, "/zh/fr/feed.xml") == feed(then, "/zh/fr/feed.xml")
