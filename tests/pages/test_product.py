"""A product's page: price, states, variants, label, what stands near it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pages.sites import FRANCE, SHARED, Files, SitePlan, addresses, plan, view

LIST = "countries/fr/products/list.yaml"
HONEY = """\
- id: honey
  name: {zh: 蜂蜜, fr: Miel}
  summary: {zh: 一罐, fr: Un pot}
  category: honey
  merchant: ruche
"""


def honey(*lines: str) -> Files:
    """France with one honey, and these lines added to it."""
    return {**FRANCE, LIST: HONEY + "".join(f"  {line}\n" for line in lines)}


class TestPrice:
    def test_the_block_says_how_each_sum_was_reckoned(self, tmp_path: Path) -> None:
        price = view(
            plan(tmp_path, honey("price: 14.90", "net: 250 g")), "/zh/fr/products/honey/"
        ).price

        assert (price.headline, price.about, price.mark) == ("¥125.13", True, "estimated")
        assert (price.local, price.yuan) == ("€14.90", "¥117.71")
        assert (price.rate, price.rate_date) == ("7.9", "2026年11月20日")
        assert (price.tax_rate, price.tax) == ("6.3%", "¥7.42")
        assert price.unit == "¥50.05 per 100克"
        assert (price.amount, price.currency) == ("14.90", "EUR")

    def test_where_the_seller_bears_the_tax_nothing_is_added(self, tmp_path: Path) -> None:
        site = plan(tmp_path, honey("price: 14.90", "tax: included"))

        price = view(site, "/zh/fr/products/honey/").price
        assert (price.headline, price.mark, price.tax) == ("¥117.71", "included", "")

    def test_above_the_limit_no_tax_is_guessed(self, tmp_path: Path) -> None:
        site = plan(tmp_path, honey("price: 700.00"))

        price = view(site, "/zh/fr/products/honey/").price
        assert (price.headline, price.mark, price.tax) == ("¥5,530.00", "", "")

    def test_without_rates_the_price_is_in_the_countrys_money(self, tmp_path: Path) -> None:
        site = plan(tmp_path, {**honey("price: 14.90"), "rates.yaml": "[]\n"})

        price = view(site, "/zh/fr/products/honey/").price
        assert (price.headline, price.about, price.yuan) == ("€14.90", False, "")

    def test_without_a_price_there_is_no_block(self, tmp_path: Path) -> None:
        site = plan(tmp_path, honey())

        assert view(site, "/zh/fr/products/honey/").price is None
        assert view(site, "/zh/fr/products/").cards[0].price is None

    @pytest.mark.parametrize(("day", "was"), [("2026-12-05", "¥150.32"), ("2026-12-15", "")])
    def test_a_former_price_stands_only_in_its_window_and_with_its_basis(
        self, tmp_path: Path, day: str, was: str
    ) -> None:
        files = honey(
            "price: 14.90",
            "was: {price: 17.90, basis: {zh: 十一月的价格, fr: le prix de novembre}, from: 2026-12-01, until: 2026-12-10}",
        )

        price = view(
            plan(tmp_path, files, at=datetime.fromisoformat(f"{day}T00:00+00:00")),
            "/zh/fr/products/honey/",
        ).price

        assert price.was == was
        assert price.was_basis.text == "十一月的价格"


class TestStates:
    def test_sold_out_keeps_its_price_and_says_since_when(self, tmp_path: Path) -> None:
        site = plan(tmp_path, honey("price: 14.90", "stock: {out: 2026-11-20}"))

        told = view(site, "/zh/fr/products/honey/")
        assert (told.state, told.sold_out_since) == ("out", "2026年11月20日")
        assert told.price is not None

    @pytest.mark.parametrize(
        ("day", "public"),
        [
            ("2026-11-30T23:59+01:00", False),
            ("2026-12-01T00:00+01:00", True),  # in the country's time
            ("2026-12-10T23:59+01:00", True),
            ("2026-12-11T00:00+01:00", False),
        ],
    )
    def test_a_product_is_public_in_its_window(
        self, tmp_path: Path, day: str, public: bool
    ) -> None:
        files = honey("price: 14.90", "from: 2026-12-01", "until: 2026-12-10")

        site = plan(tmp_path, files, at=datetime.fromisoformat(day).astimezone(UTC))

        assert ("/zh/fr/products/honey/" in addresses(site)) is public

    def test_it_is_sold_in_its_own_page_of_the_shop_else_in_the_merchants_first(
        self, tmp_path: Path
    ) -> None:
        own = "url: https://ruche.tmall.example/item?id=1"
        elsewhere = "url: https://ruche.example/honey"

        shops = [
            view(plan(tmp_path / str(n), honey(*lines)), "/zh/fr/products/honey/").shop
            for n, lines in enumerate([[], [own], [elsewhere]])
        ]

        assert [(shop.host, shop.platform) for shop in shops] == [
            ("ruche.tmall.example", "tmall-global"),
            ("ruche.tmall.example", "tmall-global"),
            ("ruche.example", "own-site"),
        ]
        assert shops[1].url == "https://ruche.tmall.example/item?id=1"


def test_variants_have_rows_of_their_own(tmp_path: Path) -> None:
    site = plan(
        tmp_path,
        honey(
            "price: 14.90",
            "variants:",
            '  - {id: 500g, name: {zh: 500克装, fr: Pot de 500 g}, net: 500 g, price: 26.50, gtin: "2012345678910", sku: RDM-LAV-500}',
            "  - {id: gift, name: {zh: 礼盒, fr: Coffret}, stock: out}",
        ),
    )

    rows = view(site, "/fr/fr/products/honey/").variants

    assert [(row.name.text, row.sku, row.sold_out) for row in rows] == [
        ("Pot de 500 g", "RDM-LAV-500", False), ("Coffret", "", True),
    ]  # fmt: skip
    assert rows[0].price.local == "26,50\u00a0€"
    assert rows[1].price is None


def test_the_electronic_label_is_chinese_on_every_page(tmp_path: Path) -> None:
    files = honey(
        "net: 250 g",
        "origin: {zh: 法国, fr: France}",
        "label: {ingredients: 蜂蜜, storage: 阴凉干燥处, producer: La Ruche}",
    )

    site = plan(tmp_path, files)

    chinese, french = view(site, "/zh/fr/products/honey/"), view(site, "/fr/fr/products/honey/")
    for told in (chinese, french):
        assert [(fact.key, fact.value.text) for fact in told.label] == [
            ("name", "蜂蜜"), ("ingredients", "蜂蜜"), ("net", "250克"), ("origin", "法国"),
            ("storage", "阴凉干燥处"), ("producer", "La Ruche"), ("seller", "山蜂坊"),
        ]  # fmt: skip
    # its prose is among the facts of Chinese pages only; names are everywhere
    assert [(fact.key, fact.value.text) for fact in chinese.facts] == [
        ("net", "250克"), ("origin", "法国"), ("producer", "La Ruche"), ("storage", "阴凉干燥处"),
    ]  # fmt: skip
    assert [(fact.key, fact.value.text, fact.value.lang) for fact in french.facts] == [
        ("net", "250\u202fg", ""), ("origin", "France", ""), ("producer", "La Ruche", ""),
    ]  # fmt: skip


def test_related_goods_share_category_or_region_and_are_not_the_product_itself(
    tmp_path: Path,
) -> None:
    def entry(id_: str, category: str, region: str = "", stock: str = "in") -> str:
        return (
            f"- {{id: {id_}, name: {{zh: {id_}, fr: {id_}}}, summary: {{zh: s, fr: s}}, "
            f"category: {category}, merchant: ruche, stock: {stock}"
            f"{f', region: {region}' if region else ''}}}\n"
        )

    files = {
        **FRANCE,
        LIST: entry("subject", "honey", "provence")
        + entry("elsewhere", "biscuits")
        + entry("sold", "honey", "provence", "out")
        + entry("region", "biscuits", "provence")
        + entry("category", "honey")
        + entry("both", "honey", "provence"),
    }

    related = view(plan(tmp_path, files), "/zh/fr/products/subject/").related

    assert [card.name.text for card in related] == ["both", "category", "region", "sold"]


def test_the_other_name_stands_beside_the_pages_own(whole: SitePlan) -> None:
    chinese = view(whole, "/zh/fr/products/galettes/")
    french = view(whole, "/fr/fr/products/galettes/")

    assert (chinese.native.text, chinese.native.lang) == ("Galettes au beurre", "fr-FR")
    assert french.native.text == ""


def test_text_of_a_product_is_markdown_and_its_name_is_not(tmp_path: Path) -> None:
    files: Files = {
        **FRANCE,
        LIST: HONEY.replace("zh: 蜂蜜", 'zh: "<b>*蜂蜜*</b>"')
        + "  text: {zh: '*好* <script>1</script>', fr: bon}\n",
    }

    told = view(plan(tmp_path, files), "/zh/fr/products/honey/")

    assert told.name.text == "<b>*蜂蜜*</b>"
    assert told.name.__html__() == "&lt;b&gt;*蜂蜜*&lt;/b&gt;"
    assert told.text.html == "<p><em>好</em> </p>"


def test_rates_are_those_of_the_day(tmp_path: Path) -> None:
    rates = (
        str(SHARED["rates.yaml"])
        + "- {date: 2026-12-01, source: {zh: 示例汇率, en: sample}, EUR: 8.0000}\n"
    )
    files = {**honey("price: 10.00", "tax: included"), "rates.yaml": rates}

    def headline(at: str) -> str:
        site = plan(tmp_path, files, at=datetime.fromisoformat(at))
        return str(view(site, "/zh/fr/products/honey/").price.headline)

    assert headline("2026-11-30T15:59+00:00") == "¥79.00"
    assert headline("2026-11-30T16:00+00:00") == "¥80.00"  # midnight in Beijing
