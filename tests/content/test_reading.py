"""Whole files: one mistake does not hide the next, and nothing is told that follows from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from road import Content

from pavilion_gen.diagnostics import Located

Files = dict[str, str | bytes]
Told = Callable[..., list[str]]
Read = Callable[[Files], Content]
COUNTRY, MERCHANTS = "countries/fr/country.yaml", "countries/fr/merchants.yaml"
LIST = "countries/fr/products/list.yaml"


def changed(files: Files, path: str, old: str, new: str) -> Files:
    text = files[path]
    assert isinstance(text, str)
    assert text.count(old) == 1, old
    return {**files, path: text.replace(old, new)}


def test_the_small_site_of_these_tests_is_without_mistakes(told: Told, france: Files) -> None:
    assert told({}) == []
    assert told(france) == []


def test_a_site_needs_its_two_files(tmp_path: Path, located: Callable[..., list[Located]]) -> None:
    (tmp_path / "content").mkdir()

    found = located(tmp_path / "content")

    assert [(one.diagnostic.code, one.diagnostic.message) for one in found] == [
        ("missing-file", "There is no categories.yaml."),
        ("missing-file", "There is no site.yaml."),
    ]


def test_without_the_files_that_may_be_left_out_nothing_is_told(
    site: Callable[[Files], Path], located: Callable[..., list[Located]], france: Files
) -> None:
    root = site(changed(france, LIST, "  region: provence\n", ""))
    for name in ("rates.yaml", "tax.yaml", "criteria.yaml"):
        (root / name).unlink()

    assert located(root) == []


def test_a_country_without_its_country_file_is_told_and_no_region_is_called_unknown(
    told: Told, france: Files
) -> None:
    del france[COUNTRY]

    assert told(france) == ["missing-file countries/fr:0:0"]


def test_a_broken_product_does_not_hide_the_next_and_its_id_is_known(
    told: Told, read: Read, france: Files
) -> None:
    files = changed(france, LIST, "  price: 14.90", "  price: {14.90")
    files["countries/fr/culture/honey.fr.md"] = (
        "---\ntitle: t\nsummary: s\nproducts: [lavender-honey, linden-honey]\n---\n"
        "[a](product:lavender-honey)\n"
    )
    files["countries/fr/culture/honey.zh.md"] = "---\ntitle: t\nsummary: s\n---\n文\n"

    assert told(files) == [f"yaml-syntax {LIST}:7:10"]
    assert [product.id for product in read(files).countries[0].products] == ["linden-honey"]


def test_an_entry_that_lost_even_its_id_makes_no_other_id_unknown(
    told: Told, france: Files
) -> None:
    files = changed(france, LIST, "- id: lavender-honey", "- id lavender-honey")
    files = changed(files, LIST, "price: 12.50", "price: {12.50")
    files["countries/fr/culture/honey.fr.md"] = (
        "---\ntitle: t\nsummary: s\nproducts: [lavender-honey, linden-honey]\n---\ntext\n"
    )
    files["countries/fr/culture/honey.zh.md"] = "---\ntitle: t\nsummary: s\n---\n文\n"

    assert [line.split(":")[0] for line in told(files)] == [f"yaml-syntax {LIST}"] * 2


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("status: live", "status: alive", "wrong-value countries/fr/country.yaml:1:9"),
        ("currency: EUR", "currency: EURO", "wrong-value countries/fr/country.yaml:6:11"),
        ("currency: EUR\n", "", "missing-key countries/fr/country.yaml:1:1"),
        ("locales: [zh, fr]", "locales: zh", "wrong-type countries/fr/country.yaml:4:10"),
        ("source: fr", "source: en", "wrong-value countries/fr/country.yaml:5:9"),
        (', deep: "#35234D"', "", "missing-key countries/fr/country.yaml:8:10"),
        ("palette:", "palete:", "unknown-key countries/fr/country.yaml:8:1"),
        ("regions:\n  - {id: provence, name: {zh: 普罗旺斯, fr: Provence}}", "regions: none", "wrong-type countries/fr/country.yaml:10:10"),
        ("approved: 2026-10-30", "approved: 2026-02-30", "wrong-value countries/fr/country.yaml:13:88"),
        ("role: {zh: 伙伴, fr: partenaire}", "role: partenaire", "wrong-type countries/fr/country.yaml:13:52"),
        ("name: {zh: 普罗旺斯, fr: Provence}", "name: x", "wrong-type countries/fr/country.yaml:11:26"),
        ("regions:", "regoins:", "unknown-key countries/fr/country.yaml:10:1"),
        ("status: live", "\tstatus: live", "yaml-syntax countries/fr/country.yaml:1:1"),
    ],
)  # fmt: skip
def test_one_mistake_in_the_country_file_is_told_once(
    told: Told, france: Files, old: str, new: str, expected: str | None
) -> None:
    found = told(changed(france, COUNTRY, old, new))

    assert len(found) == 1
    assert expected is None or found == [expected]


def test_a_mistake_in_the_country_file_hides_no_other_mistake(told: Told, france: Files) -> None:
    files = changed(france, COUNTRY, "status: live", "stats: live")

    assert told(changed(files, LIST, "region: provence", "region: nowhere")) == [
        f"unknown-key {COUNTRY}:1:1",
        f"unknown-reference {LIST}:6:11",
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (MERCHANTS, "- id: ruche\n  name", "- name", "missing-key countries/fr/merchants.yaml:1:3"),
        (MERCHANTS, "platform: tmall-global", "platform: tmal", "wrong-value countries/fr/merchants.yaml:3:25"),
        (MERCHANTS, "- id: ruche", "  id: ruche", None),
        (LIST, "- id: lavender-honey", "- id: Lavender", "wrong-value countries/fr/products/list.yaml:1:7"),
        (LIST, "price: 14.90", "price: free", "bad-price countries/fr/products/list.yaml:7:10"),
        (LIST, "price: 14.90", "tax_class: wne", "unknown-reference countries/fr/products/list.yaml:7:14"),
    ],
)  # fmt: skip
def test_one_mistake_in_another_file_is_told_once(
    told: Told, france: Files, path: str, old: str, new: str, expected: str | None
) -> None:
    found = told(changed(france, path, old, new))

    assert len(found) == 1
    assert expected is None or found == [expected]


def test_a_shop_that_cannot_be_read_does_not_make_its_merchant_a_stranger(
    told: Told, france: Files
) -> None:
    found = told(changed(france, MERCHANTS, "https://ruche.tmall.example/", "ruche.example"))

    assert [line.split()[0] for line in found] == ["wrong-value"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("en: {tag: en, name: English}", "en: {tag: en}"),
        ("en: {tag: en, name: English}", "en: {tag: qq-zz, name: English}"),
        ("  en: {tag: en, name: English}\n", "  EN: {tag: en, name: English}\n"),
        ("  zh: {tag: zh-Hans, name: 简体中文, script: han}", "  zh: zh-Hans"),
        ("portal: {locales: [zh, en]}", "portal: {locales: [zh, de]}"),
        ("portal: {locales: [zh, en]}", "portal: [zh, en]"),
        ("base_url: https://pavilions.example/", "base_url: pavilions.example"),
    ],
)
def test_one_mistake_in_the_site_file_is_told_once(
    told: Told, france: Files, site: Callable[[Files], Path], old: str, new: str
) -> None:
    text = (site({}) / "site.yaml").read_text(encoding="utf-8")
    assert old in text

    found = told({**france, "site.yaml": text.replace(old, new)})

    assert len(found) == 1
    assert " site.yaml:" in found[0]


@pytest.mark.parametrize("path", ["site.yaml", "categories.yaml", "rates.yaml", "tax.yaml", "criteria.yaml",
                                  COUNTRY, MERCHANTS, LIST])  # fmt: skip
@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        "名: 普罗旺斯\n".encode("gbk"),
        b"a: \x00\n",
        b"[" * 1000,
        b"just a text\n",
        b"- - x\n",
    ],
    ids=["UTF-16", "GBK", "NUL", "depth", "text", "lists"],
)
def test_a_file_that_cannot_be_read_is_told_once_and_nothing_that_follows(
    told: Told, france: Files, path: str, data: bytes
) -> None:
    found = told({**france, path: data})

    assert len(found) == 1
    assert f" {path}:" in found[0]


def test_a_file_beyond_any_real_size_is_not_read(
    site: Callable[[Files], Path], located: Callable[..., list[Located]], france: Files
) -> None:
    root = site(france)
    with (root / LIST).open("r+b") as file:
        file.truncate(17 * 1024 * 1024)

    assert [one.diagnostic.code for one in located(root)] == ["too-large"]


def test_a_file_that_vanishes_or_cannot_be_opened_is_told(
    site: Callable[[Files], Path], monkeypatch: pytest.MonkeyPatch,
    located: Callable[..., list[Located]], france: Files,
) -> None:  # fmt: skip
    root = site(france)
    real = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "list.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert [(one.diagnostic.code, one.diagnostic.message) for one in located(root)] == [
        ("unreadable", "The file cannot be read: Permission denied.")
    ]


def test_dots_and_crlf_and_a_mark_change_nothing(read: Read, france: Files) -> None:
    text = str(france[LIST])
    plain = read(france).countries[0].products

    assert read({**france, LIST: text.replace("\n", "\r\n")}).countries[0].products == plain
    assert read({**france, LIST: b"\xef\xbb\xbf" + text.encode()}).countries[0].products == plain


# Pages

PAGE = "countries/fr/culture/soap.fr.md"
FRONT = "---\ntitle: Savon\nsummary: Du savon\n"


@pytest.fixture
def page(told: Told, france: Files) -> Callable[[str], list[str]]:
    """What is told of a page with this text."""
    zh = "---\ntitle: 皂\nsummary: 皂\n---\n文\n"
    return lambda text: told({**france, PAGE: text, PAGE.replace(".fr.", ".zh."): zh})


def test_a_page_is_front_matter_and_text(read: Read, france: Files) -> None:
    files = {**france, PAGE: FRONT + "season: [6, 7]\nsources: [https://a.example/]\n---\n# Bon\n"}

    [guide] = read(files).countries[0].guides

    assert (guide.id, guide.kind, guide.season) == ("soap", "culture", (6, 7))
    assert guide.documents["fr"].title == "Savon"
    assert guide.documents["fr"].body == "# Bon"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Savon\n", [f"front-matter {PAGE}:1:1"]),
        (FRONT + "\nno end\n", [f"front-matter {PAGE}:1:1"]),
        ("---\n---\ntext\n", [f"missing-key {PAGE}:1:1"]),
        ("---\ntitle: a\n---\ntext\n", [f"missing-key {PAGE}:1:1"]),
        (FRONT + "---\n", [f"missing-text {PAGE}:4:1"]),
        (FRONT + "titel: x\n---\ntext\n", [f"unknown-key {PAGE}:4:1"]),
        (FRONT + "season: [13]\n---\ntext\n", [f"wrong-value {PAGE}:4:10"]),
        (FRONT + "season: {6\n---\ntext\n", [f"yaml-syntax {PAGE}:4:9"]),
        (FRONT + "region: nowhere\n---\ntext\n", [f"unknown-reference {PAGE}:4:9"]),
        (FRONT + "---\ntext\n\nein [x](product:gone) [y](product:gone)\n",
         [f"dangling-link {PAGE}:7:9", f"dangling-link {PAGE}:7:27"]),
    ],
    ids=["no front matter", "no end", "empty", "no summary", "no text", "unknown key", "season",
         "syntax", "region", "links"],
)  # fmt: skip
def test_mistakes_in_a_page_are_told_at_their_place(
    page: Callable[[str], list[str]], text: str, expected: list[str]
) -> None:
    assert page(text) == expected


def test_a_page_in_a_locale_that_the_site_lacks(told: Told, france: Files) -> None:
    found = told({**france, "pages/about.zh.md": FRONT + "---\nx\n",
                  "pages/about.en.md": FRONT + "---\nx\n", "pages/about.xx.md": FRONT + "---\nx\n"})  # fmt: skip

    assert found == ["unknown-locale pages/about.xx.md:1:1"]


def test_facts_stand_in_the_source_locale_s_page_only(told: Told, france: Files) -> None:
    zh = PAGE.replace(".fr.", ".zh.")

    found = told({**france, PAGE: FRONT + "---\nx\n", zh: FRONT + "season: [6]\n---\nx\n"})

    assert found == [f"unknown-key {zh}:4:1"]


def test_where_the_country_file_is_broken_no_page_is_blamed_for_its_facts(
    told: Told, france: Files
) -> None:
    files = changed(france, COUNTRY, "source: fr", "source: xx")
    files[PAGE] = FRONT + "season: [6]\n---\nx\n"
    files[PAGE.replace(".fr.", ".en.")] = FRONT + "---\nx\n"

    assert told(files) == [f"unknown-locale {COUNTRY}:5:9"]


# Where things are told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{zh: 枫糖浆, xx: Sirop}", "3:22"),
        ("{zh: 枫糖浆, fr: [Sirop]}", "3:26"),
        ('{zh: "👨\u200d👩 枫", xx: "y"}', "3:26"),
    ],
)
def test_columns_count_characters_inside_braces(
    told: Told, france: Files, text: str, expected: str
) -> None:
    files = changed(france, LIST, "summary: {zh: 蜂蜜, fr: Du miel}\n  category: honey\n  merchant: ruche\n  region",
                    f"summary: {text}\n  category: honey\n  merchant: ruche\n  region")  # fmt: skip

    assert [line.partition(":")[2] for line in told(files)] == [expected]


def test_a_link_in_a_block_text_is_told_at_its_own_line_and_column(
    told: Told, france: Files
) -> None:
    text = (
        "  text:\n"
        "    zh: |\n"
        "      看 product:gone 与 `[x](product:gone)`。\n"
        "\n"
        "      再看[蜂蜜](product:gone)，[x](product:gone-2)。\n"
        "    fr: Bon\n"
        "  price: 14.90"
    )

    assert told(changed(france, LIST, "  price: 14.90", text)) == [
        f"dangling-link {LIST}:11:14",
        f"dangling-link {LIST}:11:32",
    ]


def test_a_link_in_a_folded_text_is_told_at_its_own_line(told: Told, france: Files) -> None:
    text = "  text:\n    zh: 文\n    fr: >-\n      un\n      [x](guide:gone) deux\n  price: 14.90"

    assert told(changed(france, LIST, "  price: 14.90", text)) == [f"dangling-link {LIST}:11:11"]
