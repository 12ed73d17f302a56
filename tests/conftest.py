"""What tests of several rooms need: a small valid site, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from road import Content, check, read_content

from pavilion_gen.content.locate import locate
from pavilion_gen.diagnostics import Located

Files = dict[str, str | bytes]

SHARED: Files = {
    "site.yaml": """\
name: {zh: 国家馆, en: Country Pavilions, fr: Pavillons}
base_url: https://pavilions.example/
locales:
  zh: {tag: zh-Hans, name: 简体中文, script: han}
  en: {tag: en, name: English}
  fr: {tag: fr, name: Français}
portal: {locales: [zh, en]}
""",
    "categories.yaml": """\
- {id: food, name: {zh: 食品, en: Food, fr: Alimentation}, tax: general}
- {id: honey, parent: food, name: {zh: 蜂蜜, en: Honey, fr: Miel}, tax: farm}
""",
    "rates.yaml": """\
- {date: 2026-11-20, source: {zh: 示例汇率, en: sample rates, fr: taux}, EUR: 7.9000}
""",
    "tax.yaml": """\
- from: 2019-01-01
  source: {zh: 财关税〔2018〕49号, en: Cai Guan Shui 49, fr: Cai Guan Shui 49}
  share: 0.70
  limits: {transaction: 5000, year: 26000}
  classes:
    general: {vat: 0.13}
    farm: {vat: 0.09}
    wine: {vat: 0.13, consumption: 0.10}
    cosmetics: {vat: 0.13, consumption: 0.15, above: {ml: 10}}
""",
    "criteria.yaml": """\
source: {zh: 自拟, en: our own, fr: les nôtres}
criteria:
  - {id: shop, name: {zh: 已开店, en: Has a shop, fr: A une boutique}, needs: {channel: [tmall, tmall-global]}}
""",
}

FRANCE: Files = {
    "countries/fr/country.yaml": """\
status: live
name: {zh: 法国, fr: France, en: France}
pavilion: {zh: 法国馆, fr: Pavillon, en: Pavilion}
locales: [zh, fr]
source: fr
currency: EUR
timezone: Europe/Paris
palette: {accent: "#734BA4", deep: "#35234D", soft: "#F0E9FE", night: "#CBADF9"}
intro: {zh: 简介, fr: Introduction, en: Introduction}
regions:
  - {id: provence, name: {zh: 普罗旺斯, fr: Provence}}
partners:
  - {id: office, name: {zh: 机构, fr: Agence}, role: {zh: 伙伴, fr: partenaire}, approved: 2026-10-30}
""",
    "countries/fr/merchants.yaml": """\
- id: ruche
  name: {zh: 山蜂坊, fr: La Ruche}
  channels: [{platform: tmall-global, url: https://ruche.tmall.example/}]
""",
    "countries/fr/products/list.yaml": """\
- id: lavender-honey
  name: {zh: 薰衣草蜂蜜, fr: Miel de lavande}
  summary: {zh: 蜂蜜, fr: Du miel}
  category: honey
  merchant: ruche
  region: provence
  price: 14.90
- id: linden-honey
  name: {zh: 椴树蜂蜜, fr: Miel de tilleul}
  summary: {zh: 蜂蜜, fr: Du miel}
  category: honey
  merchant: ruche
  price: 12.50
""",
}


@pytest.fixture
def at() -> datetime:
    """The clock of most tests."""
    return datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


@pytest.fixture
def france() -> Files:
    """The files of a small valid country: `site({**france, "path": "text"})`."""
    return dict(FRANCE)


@pytest.fixture
def site(tmp_path: Path) -> Callable[[Files], Path]:
    """Writes a content folder: the shared files that every site needs, and those given."""

    def write(files: Files | None = None) -> Path:
        root = tmp_path / "content"
        for name, text in {**SHARED, **(files or {})}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        return root

    return write


@pytest.fixture
def read(site: Callable[[Files], Path]) -> Callable[[Files], Content]:
    """The content of a site with these files."""
    return lambda files: read_content(site(files))


@pytest.fixture
def located(at: datetime) -> Callable[..., list[Located]]:
    """Every diagnostic of a content folder, in the order in which they are printed."""

    def look(root: Path, *, now: datetime = at, only: str = "") -> list[Located]:
        return locate(root, check(read_content(root, only=only), now))

    return look


@pytest.fixture
def told(
    site: Callable[[Files], Path], located: Callable[..., list[Located]]
) -> Callable[..., list[str]]:
    """What is told of a site with these files: `code file:line:column`, a line a diagnostic."""

    def look(files: Files, **options: object) -> list[str]:
        return [
            f"{one.diagnostic.code} {one.diagnostic.place.file}:{one.line}:{one.column}"
            for one in located(site(files), **options)
        ]

    return look
