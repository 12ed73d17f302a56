"""The rules: one diagnostic a cause, at its place, and nothing that follows from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from road import Content

from pavilion_gen.catalogue.contrast import failures, ratio
from pavilion_gen.catalogue.translations import Measure, measure
from pavilion_gen.diagnostics import Located
from pavilion_gen.model.country import Palette

Files = dict[str, str | bytes]
Told = Callable[..., list[str]]
COUNTRY, MERCHANTS = "countries/fr/country.yaml", "countries/fr/merchants.yaml"
LIST, PAGE = "countries/fr/products/list.yaml", "countries/fr/culture/soap"
CAMPAIGN = """\
title: {zh: 团购, en: Group buy}
summary: {zh: 简介, en: Summary}
embassies: [fr]
from: 2027-07-10
until: 2027-07-14
goods: [{product: fr/lavender-honey, tiers: [{buyers: 1, price: 9}]}]
"""
EMBASSY = "- {id: fr, name: {zh: 使馆, en: Embassy}, country: {zh: 法国, en: France}}\n"


def changed(files: Files, path: str, old: str, new: str) -> Files:
    text = str(files[path])
    assert text.count(old) == 1, old
    return {**files, path: text.replace(old, new)}


def page(body: str, facts: str = "") -> Files:
    return {f"{PAGE}.fr.md": f"---\ntitle: t\nsummary: s\n{facts}---\n{body}\n",
            f"{PAGE}.zh.md": "---\ntitle: 题\nsummary: 要\n---\n文\n"}  # fmt: skip


# References


@pytest.mark.parametrize(
    ("old", "new", "place", "help_"),
    [
        ("region: provence", "region: provance", "6:11", "Did you mean `provence`?"),
        ("  region: provence", "  tax_class: nothing", "6:14",
         "There are: cosmetics, farm, general, wine."),
    ],
)  # fmt: skip
def test_an_id_that_does_not_exist_is_told_with_the_nearest(
    site: Callable[[Files], object], located: Callable[..., list[Located]], france: Files,
    old: str, new: str, place: str, help_: str,
) -> None:  # fmt: skip
    [one] = located(site(changed(france, LIST, old, new)))

    assert one.diagnostic.code == "unknown-reference"
    assert f"{one.line}:{one.column}" == place
    assert one.diagnostic.help == help_


def test_an_unknown_merchant_is_told_and_nothing_of_its_goods(told: Told, france: Files) -> None:
    text = str(france[LIST]).replace("merchant: ruche\n  price: 12.50", "merchant: nobody")

    assert told({**france, LIST: text}) == [f"unknown-reference {LIST}:12:13"]


@pytest.mark.parametrize(
    ("product", "expected"),
    [
        ("fr/lavender-honey", []),
        ("fr/gone", ["unknown-reference campaigns/day.yaml:6:19"]),
        ("ff/lavender-honey", ["unknown-reference campaigns/day.yaml:6:19"]),
        ("lavender-honey", ["unknown-reference campaigns/day.yaml:6:19"]),
    ],
)
def test_shared_files_name_products_with_their_country(
    told: Told, france: Files, product: str, expected: list[str]
) -> None:
    text = CAMPAIGN.replace("fr/lavender-honey", product)
    files = {**france, "embassies.yaml": EMBASSY, "campaigns/day.yaml": text}

    found = [line for line in told(files) if not line.startswith("missing-t")]

    assert found == expected


def test_what_one_country_alone_reads_calls_no_id_of_another_unknown(
    told: Told, france: Files
) -> None:
    switzerland = {name.replace("/fr/", "/ch/"): text for name, text in france.items()}
    switzerland |= {
        name.replace("/fr/", "/ch/"): text
        for name, text in page("[a](product:fr/lavender-honey) [b](product:fr/gone)").items()
    }
    files = {**france, **switzerland, "embassies.yaml": EMBASSY,
             "campaigns/day.yaml": CAMPAIGN.replace("zh: ", "fr: x, zh: ")}  # fmt: skip

    assert [line for line in told(files) if "missing" not in line] == [
        "dangling-link countries/ch/culture/soap.fr.md:5:36"
    ]
    assert [line for line in told(files, only="ch") if "missing" not in line] == []


def test_a_criterion_and_goods_with_a_mistyped_key_are_told_once(told: Told, france: Files) -> None:
    files = {
        **france,
        "embassies.yaml": EMBASSY,
        "campaigns/day.yaml": CAMPAIGN.replace("product:", "prodct:"),
        "criteria.yaml": "source: {zh: x, en: x, fr: x}\ncriteria:\n"
        "  - {id: a, name: {zh: x, en: x, fr: x}, needs: {chanel: [tmall]}}\n",
    }

    assert told(files) == ["unknown-key campaigns/day.yaml:6:10", "unknown-key criteria.yaml:3:50"]


# Links


@pytest.mark.parametrize(
    "link",
    ["product:lavender-honey", "merchant:ruche", "region:provence", "guide:soap", "category:honey",
     "product:fr/linden-honey", "https://a.example/", "mailto:a@a.example", "#s1"],
)  # fmt: skip
def test_links_that_lead_somewhere(told: Told, france: Files, link: str) -> None:
    assert told({**france, **page(f"## A\n\n[x]({link})")}) == []


@pytest.mark.parametrize(
    "link",
    ["product:gone", "product:xx/honey", "prodct:lavender-honey", "javascript:alert(1)",
     "data:text/html,x", "vbscript:x", "file:///etc/passwd", "../x.md", "/zh/", "https://", "#s2",
     "#x", "image:../x.svg", "//a.example/x", ""],
)  # fmt: skip
def test_links_that_lead_nowhere(told: Told, france: Files, link: str) -> None:
    found = told({**france, **page(f"## A\n\n[x]({link})")})

    assert [line.split(":")[0] for line in found] == [f"dangling-link {PAGE}.fr.md"]


def test_a_picture_in_a_text_is_there_and_is_one(told: Told, france: Files) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
    soap = "countries/fr/images/soap.svg"
    files = {**france, **page("![x](image:soap.svg)")}

    missing = told(files)
    assert [line.split(":")[0] for line in missing] == [f"picture-missing {PAGE}.fr.md"]
    assert told({**files, soap: "not a picture"}) == [f"picture-broken {soap}:1:1"]
    assert told({**files, soap: drawing}) == []


def test_a_drawing_that_is_refused_is_told_of_at_its_line(told: Told, france: Files) -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">\n <g/>\n <script/>\n</svg>'
    )
    soap = "countries/fr/images/soap.svg"

    found = told({**france, **page("![x](image:soap.svg)"), soap: drawing})

    assert found == [f"picture-broken {soap}:3:2"]


@pytest.mark.parametrize(
    ("text", "column"), [("![](image:soap.svg)", 1), ("x ![ ](image:soap.svg)", 3)]
)
def test_a_picture_in_a_text_without_alternative_text(
    told: Told, france: Files, text: str, column: int
) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
    files = {**france, **page(text), "countries/fr/images/soap.svg": drawing}

    [found] = told(files)

    assert found.startswith(f"missing-alt {PAGE}.fr.md:")
    assert found.endswith(f":{column}")
    assert (
        told({**files, f"{PAGE}.fr.md": str(files[f"{PAGE}.fr.md"]).replace(text, f"`{text}`")})
        == []
    )


def test_a_link_to_a_product_that_is_broken_is_not_dangling(told: Told, france: Files) -> None:
    files = changed(france, LIST, "- id: lavender-honey\n  name", "- id: lavender-honey\n  nam")

    assert told({**files, **page("[x](product:lavender-honey)")}) == [f"unknown-key {LIST}:2:3"]


# Ids given twice


def test_an_id_given_twice_is_told_at_the_second(told: Told, france: Files) -> None:
    files = changed(france, LIST, "id: linden-honey", "id: lavender-honey")

    assert told(files) == [f"duplicate-id {LIST}:8:7"]


def test_an_id_given_twice_in_two_files_is_told_in_the_second(told: Told, france: Files) -> None:
    again = str(france[LIST]).partition("- id: linden")[0]

    found = told({**france, "countries/fr/products/other.yaml": again})

    assert found == ["duplicate-id countries/fr/products/other.yaml:1:7"]


def test_a_variant_given_twice(told: Told, france: Files) -> None:
    name = "name: {zh: 大, fr: Grand}"
    text = (
        str(france[LIST]) + f"  variants:\n    - {{id: big, {name}}}\n    - {{id: big, {name}}}\n"
    )

    assert told({**france, LIST: text}) == [f"duplicate-id {LIST}:16:12"]


def test_culture_and_travel_share_their_ids(told: Told, france: Files) -> None:
    travel = {name.replace("culture", "travel"): text for name, text in page("x").items()}

    assert told({**france, **page("x"), **travel}) == [
        "duplicate-id countries/fr/travel/soap.fr.md:1:1"
    ]


@pytest.mark.parametrize("id_", ["fr", "campaigns", "search"])
def test_a_page_cannot_take_an_address_that_others_need(told: Told, id_: str) -> None:
    text = "---\ntitle: t\nsummary: s\n---\nx\n"

    found = told({f"pages/{id_}.zh.md": text, f"pages/{id_}.en.md": text})

    assert [line.split(":")[0] for line in found] == [f"reserved-id pages/{id_}.zh.md"]


def test_a_circle_of_categories_is_told_once_at_its_first(told: Told) -> None:
    name = "name: {zh: 名, en: Name}"
    text = (
        f"- {{id: bad, {name}, colour: red}}\n- {{id: a, parent: c, {name}}}\n"
        f"- {{id: b, parent: a, {name}}}\n- {{id: c, parent: b, {name}}}\n"
        f"- {{id: d, parent: c, {name}}}\n- {{id: self, parent: self, {name}}}\n"
    )

    assert told({"categories.yaml": text}) == [
        "unknown-key categories.yaml:1:38",
        "category-cycle categories.yaml:2:19",
        "category-cycle categories.yaml:6:22",
    ]


def test_a_circle_behind_a_broken_category_is_told_at_its_own_line(told: Told) -> None:
    text = "- {id: bad}\n- {id: a, parent: a, name: {zh: 名, en: Name}}\n"

    assert told({"categories.yaml": text}) == [
        "missing-key categories.yaml:1:3",
        "category-cycle categories.yaml:2:19",
    ]


# Texts in all locales


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{zh: 薰衣草蜂蜜, fr: Miel de lavande}", "{fr: Miel}", f"missing-text {LIST}:2:9"),
        ("{zh: 薰衣草蜂蜜, fr: Miel de lavande}", "{zh: 蜜}", f"missing-translation {LIST}:2:9"),
        (
            "{zh: 薰衣草蜂蜜, fr: Miel de lavande}",
            "{zh: 蜜, fr: null}",
            f"missing-translation {LIST}:2:9",
        ),
    ],
)
def test_a_text_that_is_missing_weighs_by_its_locale(
    told: Told, france: Files, old: str, new: str, expected: str
) -> None:
    assert told(changed(france, LIST, old, new)) == [expected]


def test_what_the_portal_shows_exists_in_its_locales_too(told: Told, france: Files) -> None:
    files = changed(
        france, COUNTRY, "name: {zh: 法国, fr: France, en: France}", "name: {zh: 法国, fr: France}"
    )

    assert told(files) == [f"missing-translation {COUNTRY}:2:7"]


def test_a_product_in_a_campaign_needs_its_texts_in_the_portal_s_locales(
    told: Told, france: Files
) -> None:
    files = {**france, "embassies.yaml": EMBASSY, "campaigns/day.yaml": CAMPAIGN}

    assert told(files) == [f"missing-translation {LIST}:2:9", f"missing-translation {LIST}:3:12"]


def test_a_guide_that_is_not_translated(told: Told, france: Files) -> None:
    files = {**france, **page("x")}
    del files[f"{PAGE}.zh.md"]

    assert told(files) == [f"missing-text {PAGE}.fr.md:1:1"]


def test_a_picture_without_its_description(
    told: Told, france: Files, site: Callable[[Files], object]
) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
    text = str(france[LIST]) + "  pictures: [{file: images/a.svg, alt: {zh: 罐}}]\n"

    assert told({**france, LIST: text, "countries/fr/images/a.svg": svg}) == [
        f"missing-alt {LIST}:14:40"
    ]


def test_a_picture_that_nobody_described(
    told: Told, france: Files, site: Callable[[Files], object]
) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
    text = str(france[LIST]) + "  pictures: [{file: images/a.svg}]\n"

    # in each of the two languages
    assert (
        told({**france, LIST: text, "countries/fr/images/a.svg": svg})
        == [f"missing-alt {LIST}:14:14"] * 2
    )


def test_translations_are_measured_locale_by_locale(
    read: Callable[[Files], Content], france: Files
) -> None:
    whole = measure(read(france).countries[0])
    files = changed(france, LIST, "{zh: 薰衣草蜂蜜, fr: Miel de lavande}", "{zh: 蜜}")

    assert [(one.locale, one.fallback, one.missing) for one in whole] == [
        ("zh", 0, 0),
        ("fr", 0, 0),
    ]
    assert measure(read(files).countries[0]) == (
        whole[0],
        Measure("fr", whole[1].translated - 1, 1, 0),
    )


# At the clock's instant


def test_a_currency_without_a_rate_is_told_once_however_many_need_it(
    told: Told, france: Files
) -> None:
    files = {**france, COUNTRY: str(france[COUNTRY]).replace("EUR", "CHF")}

    assert told(files) == ["no-rate rates.yaml:1:3"]


def test_before_the_first_rates_there_are_none(told: Told, france: Files) -> None:
    assert told(france, now=datetime(2026, 11, 1, tzinfo=UTC)) == ["no-rate rates.yaml:1:10"]


@pytest.mark.parametrize("rate", ["7,9", "x", "-1", "0"])
def test_a_rate_that_cannot_be_read_is_not_called_missing_too(
    told: Told, france: Files, rate: str
) -> None:
    text = f"- date: 2026-11-20\n  source: {{zh: 例, en: x, fr: x}}\n  EUR: {rate}\n"

    assert [line.split(":")[1:] for line in told({**france, "rates.yaml": text})] == [["3", "8"]]


def test_before_the_first_rules_of_tax_there_are_none(told: Told, france: Files) -> None:
    found = told(france, now=datetime(2018, 1, 1, tzinfo=UTC))

    assert found == ["no-rate rates.yaml:1:10", "no-tax-class tax.yaml:1:9"]


def test_a_class_of_other_rules_than_those_that_hold(told: Told, france: Files) -> None:
    rules = "source: {zh: 例, en: x, fr: x}, share: 0.7, classes: {general: {vat: 0.13}, farm: {vat: 0.09}"
    text = (
        f"- {{from: 2019-01-01, until: 2026-12-31, {rules}}}}}\n"
        f"- {{from: 2027-01-01, {rules}, wine: {{vat: 0.13}}}}}}\n"
    )
    files = changed(france, LIST, "price: 12.50", "tax_class: wine")

    assert told({**files, "tax.yaml": text}) == [f"no-tax-class {LIST}:13:14"]
    assert told({**files, "tax.yaml": text}, now=datetime(2027, 6, 1, tzinfo=UTC)) == []


def test_a_class_whose_rate_is_wrong_is_told_once(told: Told, france: Files) -> None:
    text = "- from: 2019-01-01\n  source: {zh: 例, en: x, fr: x}\n  share: 0.7\n" \
        "  classes: {general: {vat: 0.13}, farm: {vat: 9}}\n"  # fmt: skip

    assert told({**france, "tax.yaml": text}) == ["wrong-value tax.yaml:4:47"]


@pytest.mark.parametrize("kind", ["product", "was", "campaign"])
def test_a_window_that_ends_before_it_begins(told: Told, france: Files, kind: str) -> None:
    back = "from: 2027-05-02, until: 2027-05-01"
    files = {**france, "embassies.yaml": EMBASSY}
    if kind == "campaign":
        files["campaigns/day.yaml"] = CAMPAIGN.replace("until: 2027-07-14", "until: 2027-07-09")
        expected = "bad-window campaigns/day.yaml:5:8"
    elif kind == "was":
        files[LIST] = str(france[LIST]) + f"  was: {{price: 15, basis: {{zh: x, fr: x}}, {back}}}\n"
        expected = f"bad-window {LIST}:14:68"
    else:
        files[LIST] = str(france[LIST]) + "  from: 2027-05-02\n  until: 2027-05-01\n"
        expected = f"bad-window {LIST}:15:10"

    assert [line for line in told(files) if "missing" not in line] == [expected]


def test_a_window_of_one_day_is_one(told: Told, france: Files) -> None:
    text = str(france[LIST]) + "  from: 2027-05-01\n  until: 2027-05-01\n"

    assert told({**france, LIST: text}) == []


@pytest.mark.parametrize("ends", ["0001-01-01", "9999-12-31", "9999-12-31T23:30-11:00"])
def test_windows_at_the_ends_of_the_calendar_are_read(told: Told, france: Files, ends: str) -> None:
    text = str(france[LIST]) + f"  from: {ends}\n"

    assert told({**france, LIST: text}) == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [("live", [f"not-approved {COUNTRY}:1:9"]), ("planned", []), ("draft", [])],
)
def test_a_live_pavilion_needs_an_approval(
    told: Told, france: Files, status: str, expected: list[str]
) -> None:
    files = changed(france, COUNTRY, ", approved: 2026-10-30", "")
    files = changed(files, COUNTRY, "status: live", f"status: {status}")

    assert told(files) == expected


# Merchants and names


def test_a_merchant_who_is_no_member_is_a_warning_that_names_the_criterion(
    site: Callable[[Files], object], located: Callable[..., list[Located]], france: Files
) -> None:
    [one] = located(site(changed(france, MERCHANTS, "tmall-global", "own-site")))

    assert one.diagnostic.code == "not-a-member"
    assert one.diagnostic.message == (
        "`ruche` is rejected (shop: no shop on a platform that counts); its goods stay off: 2."
    )


def test_evidence_that_expires_soon_is_a_warning(told: Told, france: Files) -> None:
    criteria = "source: {zh: x, en: x, fr: x}\ncriteria:\n" \
        "  - {id: mark, name: {zh: x, en: x, fr: x}, needs: {evidence: trademark}}\n"  # fmt: skip
    text = str(france[MERCHANTS]) + (
        "  evidence: [{kind: trademark, document: TM, expires: 2026-12-24}]\n"
    )

    assert told({**france, MERCHANTS: text, "criteria.yaml": criteria}) == [
        f"evidence-expires {MERCHANTS}:1:7"
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("蜜" * 30, []),
        ("蜜" * 31, [f"long-name {LIST}:2:14"]),
        ("椴树蜂蜜", [f"look-alike-name {LIST}:9:14"]),
        ("椴树　蜂蜜", [f"look-alike-name {LIST}:9:14"]),
    ],
    ids=["long enough", "too long", "the same", "differs in a space"],
)
def test_names_fit_a_card_and_differ(
    told: Told, france: Files, name: str, expected: list[str]
) -> None:
    assert told(changed(france, LIST, "薰衣草蜂蜜", name)) == expected


def test_a_product_with_neither_price_nor_shop(told: Told, france: Files) -> None:
    files = changed(
        france,
        MERCHANTS,
        "  channels: [{platform: tmall-global, url: https://ruche.tmall.example/}]\n",
        "",
    )
    files = changed(files, LIST, "  price: 12.50\n", "")

    assert told(files) == [f"not-a-member {MERCHANTS}:1:7", f"nothing-to-buy {LIST}:8:7"]


# Colours


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#767676", "#FFFFFF", 4.54),
        ("#777777", "#FFFFFF", 4.48),
        ("#FF0000", "#FFFFFF", 4.0),
        ("#0000FF", "#FFFFFF", 8.59),
    ],
)
def test_contrast_is_that_of_the_web_s_guidelines(one: str, other: str, known: float) -> None:
    assert ratio(one, other) == pytest.approx(known, abs=0.005)
    assert ratio(other, one) == ratio(one, other)


def test_a_palette_says_each_pair_that_fails() -> None:
    assert list(failures(Palette("#734BA4", "#35234D", "#F0E9FE", "#CBADF9"))) == []

    pale = list(failures(Palette("#C9A9F0", "#35234D", "#F0E9FE", "#CBADF9")))

    assert [(key, ground) for key, ground, _, _ in pale] == [
        ("accent", "white"), ("accent", "paper"), ("soft", "the accent")
    ]  # fmt: skip


def test_a_palette_that_cannot_be_read_is_told_once(told: Told, france: Files) -> None:
    assert told(changed(france, COUNTRY, "#734BA4", "#C9A9F0")) == [f"low-contrast {COUNTRY}:8:19"]
