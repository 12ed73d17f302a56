"""A small content: one pavilion, one product."""

from __future__ import annotations

from pathlib import Path

SITE = """\
name: {zh: 国家馆, en: Pavilions}
base_url: https://pavilions.example/shop/
demonstration: {zh: 示例, en: A demonstration}
locales:
  zh: {tag: zh-Hans, name: 简体中文, script: han}
  en: {tag: en, name: English}
portal: {locales: [zh, en]}
"""
COUNTRY = """\
status: live
name: {zh: 英国, en: United Kingdom}
pavilion: {zh: 英国馆, en: United Kingdom Pavilion}
locales: [zh, en]
source: en
currency: GBP
timezone: Europe/London
palette: {accent: "#026A9D", deep: "#00314D", soft: "#DDF0FE", night: "#78C7FD"}
intro: {zh: 白崖与灯塔。, en: White cliffs and lighthouses.}
partners:
  - {id: office, name: {zh: 机构, en: Office}, role: {zh: 合作伙伴, en: partner}, approved: 2026-10-30}
"""
MERCHANTS = "- {id: tea-house, name: {zh: 茶屋, en: The Tea House}}\n"
PRODUCTS = """\
- id: black-tea
  name: {zh: 红茶, en: Black tea}
  summary: {zh: 一款红茶, en: A black tea}
  category: tea
  merchant: tea-house
  price: 9.50
"""
FILES = {
    "site.yaml": SITE,
    "categories.yaml": "- {id: tea, name: {zh: 茶, en: Tea}}\n",
    "countries/gb/country.yaml": COUNTRY,
    "countries/gb/merchants.yaml": MERCHANTS,
    "countries/gb/products/tea.yaml": PRODUCTS,
}


def write_small_content(folder: Path) -> None:
    """Writes it into a folder."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
