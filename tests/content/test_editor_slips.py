"""Slips of a hand that writes Chinese: the message names the character and says what to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pavilion_gen.diagnostics import Located

Files = dict[str, str | bytes]
LIST = "countries/fr/products/list.yaml"

# what stands in the sample, what the editor typed, the message, what the help names
SLIPS = [
    ("  price: 14.90", "  price：14.90", "This colon is full-width.", "`price: …`"),
    ("  price: 14.90", "  price:\u00a014.90", "This is not a plain space.", "`price: …`"),
    ("  price: 14.90", "\u3000\u3000price: 14.90", "not a plain one", "space bar"),
    ("  price: 14.90", "  price 14.90", "without a colon", "`price: 14.90`"),
    ("  price: 14.90", "  price: 14.90\n  tags: organic", "instead of a list", "`[organic]`"),
    ("zh: 薰衣草蜂蜜, fr: Miel de lavande", "zh:薰衣草蜂蜜, fr: Miel de lavande", "no space after", "`zh: 薰衣草蜂蜜`"),
    ("zh: 薰衣草蜂蜜, fr: Miel de lavande", "zh：薰衣草蜂蜜, fr: Miel de lavande", "full-width", "`zh: 薰衣草蜂蜜`"),
    ("zh: 薰衣草蜂蜜, fr: Miel de lavande", "zh: 薰衣草蜂蜜， fr: Miel de lavande", "comma is full-width", "plain comma"),
    ("fr: Miel de lavande}", "fr: “Miel, lavande”}", "curly quotes", "straight"),
    ("fr: Miel de lavande}", "fr: Miel, lavande}", "A comma ends", "in quotes"),
    ("  price: 14.90", "  price: 14.90\n  gtin: “2000010000265”", "curly quotes", '"2000010000265"'),
    ("  price: 14.90", "  price: 14.90\n  from: 2027-07-10T10：00+08:00", "is not a time", "2027-07-10T10:00+08:00"),
    ("  price: 14.90", '  price: 14.90\n  url: "https://[ruche/"', "not a web address", "https://"),
    ("  price: 14.90", "  price: 14.90\n  text: {zh: '[普罗旺斯]（region:provence）', fr: x}", "looks like a link", "`](region:provence)`"),
    ("  price: 14.90", "  price: 14.90\n  text: {zh: '[普罗旺斯](region: provence)', fr: x}", "looks like a link", "`](region:provence)`"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "typed", "message", "help_"), SLIPS, ids=[s[1] for s in SLIPS])
def test_one_slip_gives_one_message_that_names_it(
    site: Callable[[Files], Path],
    located: Callable[[Path], list[Located]],
    france: Files,
    old: str,
    typed: str,
    message: str,
    help_: str,
) -> None:
    text = france[LIST]
    assert isinstance(text, str)

    found = located(site({**france, LIST: text.replace(old, typed, 1)}))

    assert len(found) == 1, [one.diagnostic for one in found]
    assert message in found[0].diagnostic.message
    assert help_ in found[0].diagnostic.help


def test_a_list_with_another_ending_is_told_once_and_its_goods_are_not_called_unknown(
    site: Callable[[Files], Path], located: Callable[[Path], list[Located]], france: Files
) -> None:
    france["countries/fr/products/list.yml"] = france.pop(LIST)
    france["countries/fr/travel/field.fr.md"] = (
        "---\ntitle: T\nsummary: S\nproducts: [lavender-honey]\n---\nTexte\n"
    )
    france["countries/fr/travel/field.zh.md"] = "---\ntitle: T\nsummary: S\n---\n文\n"

    (found,) = located(site(france))

    assert found.diagnostic.code == "bad-name"
    assert found.diagnostic.help == "Rename it to list.yaml."


def test_front_matter_without_end_is_told_as_that(
    site: Callable[[Files], Path], located: Callable[[Path], list[Located]], france: Files
) -> None:
    france["countries/fr/travel/field.fr.md"] = "---\ntitle: T\nsummary: S\n\nTexte\n"
    france["countries/fr/travel/field.zh.md"] = "---\ntitle: T\nsummary: S\n---\n文\n"

    (found,) = located(site(france))

    assert found.diagnostic.message == "The front matter never ends."


def test_where_the_page_with_the_shared_facts_is_missing_the_help_says_so(
    site: Callable[[Files], Path], located: Callable[[Path], list[Located]], france: Files
) -> None:
    france["countries/fr/travel/field.zh.md"] = "---\ntitle: T\nsummary: S\n---\n文\n"

    (found,) = located(site(france))

    assert found.diagnostic.code == "missing-translation"
    assert found.diagnostic.help == (
        "Write field.fr.md beside it. The facts that all languages share belong there."
    )


def test_a_shared_fact_in_a_translation_is_told_as_that(
    site: Callable[[Files], Path], located: Callable[[Path], list[Located]], france: Files
) -> None:
    france["countries/fr/travel/field.fr.md"] = "---\ntitle: T\nsummary: S\n---\nTexte\n"
    france["countries/fr/travel/field.zh.md"] = (
        "---\ntitle: T\nsummary: S\nregion: provence\n---\n文\n"
    )

    (found,) = located(site(france))

    assert (found.diagnostic.code, found.line) == ("unknown-key", 4)
    assert "all languages share it" in found.diagnostic.message


def test_a_country_folder_in_capitals_is_to_be_renamed(
    site: Callable[[Files], Path], located: Callable[[Path], list[Located]], france: Files
) -> None:
    root = site(france)
    (root / "countries" / "JP").mkdir()

    (found,) = located(root)

    assert found.diagnostic.help == "Rename it to jp."
