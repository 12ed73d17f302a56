"""A small content of the states that the sample does not have, built with drafts and under a path."""

from __future__ import annotations

import shutil
from pathlib import Path

from sample import AT, ROOT, run_build
from small import COUNTRY, FILES, PRODUCTS, SITE

ESSAY = """\
---
title: 一杯*慢*茶
summary: Markdown 能写的，这里都有。
added: 2026-10-01
checked: 2026-11-01
picture: {file: images/first.svg, alt: 桌上一罐茶}
sources: ["https://tea.example/"]
---
先是一段，有*着重*、**加重**、`code` 和[一家店铺](https://tea.example/shop)。[^1]

## 茶叶

> 一段引文。
>
> 引文的第二段。

![一罐茶](image:first.svg)

### 小叶

| 茶 | 时间 | 价格 |
|:--|:-:|--:|
| 阿萨姆 | 3分钟 | 4.50 |

#### 更小的叶

- 一
- 二

1. 甲
2. 乙

## 水

多。

## 奶

少。

[^1]: 下面的一条注。
"""
CRITERIA = """\
as_of: 2026-11-01
source: {zh: 自拟, en: our own}
criteria:
  - {id: shop, name: {zh: 已开店, en: Has a shop}, needs: {channel: [tmall]}}
  - {id: trademark, name: {zh: 商标, en: Trademark}, needs: {evidence: trademark}}
  - {id: dispatch, name: {zh: 发货, en: Dispatch}, needs: {at_most: {field: dispatch_hours, value: 72}}}
"""
MERCHANTS = """\
- id: tea-house
  name: {zh: 茶屋, en: The Tea House}
  region: south
  since: 1950
  size: medium
  text: {zh: 茶。, en: Tea.}
  channels: [{platform: tmall, url: https://tea-house.tmall.example/}]
  dispatch_hours: 48
  evidence: [{kind: trademark, document: TM-1, issuer: UKIPO, expires: 2026-10-01}]
- {id: new-house, name: {zh: 新屋, en: The New House}, channels: [{platform: own-site, url: https://new.example/}]}
"""
MORE_PRODUCTS = """\
- id: green-tea
  name: {zh: 绿茶, en: Green tea}
  summary: {zh: 一款绿茶, en: A green tea}
  text: {zh: "两段。\\n\\n第二段，有*着重*。", en: "Two paragraphs.\\n\\nThe second one, with *emphasis*."}
  category: tea
  merchant: tea-house
  region: south
  speciality: true
  pictures:
    - {file: images/first.svg, alt: {zh: 一罐茶, en: A tin of tea}}
    - {file: images/second.svg, alt: {zh: 一杯茶, en: A cup of tea}}
  price: 9.50
  was: {price: 12.00, basis: {zh: 上月价格, en: price of last month}, from: 2026-11-01, until: 2026-12-31}
  net: 250 g
  stock: {out: 2026-11-20}
  label: {ingredients: 茶, warnings: 无}
  variants:
    - {id: large, name: {zh: 大罐, en: A large tin}, net: 500 g, price: 17.00}
- {id: rare-tea, name: {zh: 珍茶, en: Rare tea}, summary: {zh: 只有中文}, text: {zh: 只有中文。}, category: tea, merchant: new-house}
"""
CAMPAIGN = """\
title: {{zh: 团购, en: Group buy}}
summary: {{zh: 一起买, en: Bought together}}
embassies: [gb]
from: {opens}
until: 2026-12-20T00:00+08:00
goods:
  - product: gb/black-tea
    quota: 100
    per_person: 2
    tiers: [{{buyers: 1, price: 9.00}}, {{buyers: 50, price: 8.00}}, {{buyers: 100, price: 7.00}}]
{more}
"""
EXTRA = {
    "site.yaml": SITE + "legal: {icp: 示例备00000000号, police: 示例公网安备00000000号}\nas_of: 2026-11-24\n",
    "criteria.yaml": CRITERIA,
    "rates.yaml": "- {date: 2026-11-20, source: {zh: 示例, en: sample}, GBP: 9.2}\n",
    "tax.yaml": """\
- from: 2019-01-01
  source: {zh: 税则, en: a rule}
  share: 0.70
  limits: {transaction: 5000, year: 26000}
  classes: {general: {vat: 0.13}}
""",
    "categories.yaml": "- {id: tea, name: {zh: 茶, en: Tea}, tax: general}\n",
    "countries/gb/country.yaml": COUNTRY.replace("source: en", "source: zh").replace("白崖与灯塔。", '"白崖。\\n\\n*灯塔*。"')
    + "regions:\n  - {id: south, name: {zh: 南方, en: The South}, speciality: {zh: 茶, en: tea}}\n",
    "countries/gb/merchants.yaml": MERCHANTS,
    "countries/gb/products/tea.yaml": PRODUCTS + MORE_PRODUCTS,
    "countries/gb/culture/long-tea.zh.md": ESSAY,
    "pages/about.zh.md": "---\ntitle: 关于\nsummary: 只有中文\n---\n只有中文。\n",
    "embassies.yaml": "- {id: gb, name: {zh: 英国驻华大使馆, en: British Embassy Beijing}, country: {zh: 英国, en: United Kingdom}}\n",
    "campaigns/open.yaml": CAMPAIGN.format(
        opens="2026-11-20T00:00+08:00", more="result: {buyers: 60, at: 2026-11-24T00:00+08:00}"
    ),
    "campaigns/cancelled.yaml": CAMPAIGN.format(
        opens="2026-12-01T00:00+08:00",
        more="cancelled: {at: 2026-11-20T00:00+08:00, reason: {zh: 缺货, en: Out of stock}}",
    ),
}  # fmt: skip
PATHS = [
    "/zh/", "/zh/gb/", "/zh/gb/products/", "/zh/gb/products/green-tea/", "/en/gb/products/green-tea/",
    "/en/gb/products/rare-tea/", "/zh/gb/merchants/", "/en/gb/merchants/tea-house/",
    "/zh/gb/merchants/new-house/", "/zh/gb/culture/long-tea/", "/en/gb/culture/long-tea/",
    "/en/about/", "/zh/campaigns/", "/en/campaigns/open/", "/zh/campaigns/cancelled/",
]  # fmt: skip


def build_states(folder: Path) -> Path:
    """Writes and builds it; the folder to be served: its pages stand in `shop/`."""
    content = folder / "content"
    for name, text in {**FILES, **EXTRA}.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    pictures = sorted((ROOT / "content/countries/gb/images").glob("*.svg"))
    (content / "countries/gb/images").mkdir()
    for name, picture in zip(("first.svg", "second.svg"), pictures, strict=False):
        shutil.copy(picture, content / "countries/gb/images" / name)
    run_build(folder / "site/shop", "--drafts", "--at", AT, content=content)
    return folder / "site"
