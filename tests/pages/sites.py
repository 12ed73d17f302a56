"""Small sites for tests: a content folder, a theme that prints all it is given, and the road.

Two pavilions: France in Chinese and French, New Zealand in Chinese and English; the portal is in
Chinese and English. A test takes `FRANCE`, `TWO_COUNTRIES` or `WHOLE` and puts its own files over.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from pavilion_gen.build.survey import inspect
from pavilion_gen.content.kept import NothingKept
from pavilion_gen.content.locate import locate
from pavilion_gen.diagnostics import Located, Severity
from pavilion_gen.materials.files import File
from pavilion_gen.materials.pictures import variants
from pavilion_gen.materials.theme import Catalog
from pavilion_gen.pages.addresses import Addresses
from pavilion_gen.pages.parts import Chrome
from pavilion_gen.pages.plan import Plan
from pavilion_gen.pages.setting import PlannedDocument, PlannedPage
from pavilion_gen.settings import Settings
from pavilion_gen.workspace import Survey, Workspace, live

Files = dict[str, str | bytes]
ENGINE = b"engine"


class SitePlan(msgspec.Struct, frozen=True):
    """All plans of a site together, every route of theirs followed.

    chromes: by (country, locale). files: by path in the output. catalogs: by tag.
    assets: addresses of the theme's, by their name there.
    """

    addresses: Addresses
    pages: tuple[PlannedPage, ...]
    documents: tuple[PlannedDocument, ...]
    chromes: dict[tuple[str, str], Chrome]
    files: dict[str, File]
    catalogs: dict[str, Catalog]
    assets: dict[str, str]


class Walked(msgspec.Struct, frozen=True):
    """The road as far as it could be walked; site is None where errors stand in the way."""

    workspace: Workspace
    survey: Survey
    diagnostics: tuple[Located, ...]
    site: SitePlan | None

    @property
    def next_change(self) -> str:
        """The next instant at which the clock changes the site, or empty."""
        return self.workspace.next_change(self.survey)


AT = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
"""The clock of most tests: noon of 25 November 2026 in Beijing."""

SHARED: Files = {
    "site.yaml": """\
name: {zh: 国家馆, en: Country Pavilions, fr: Pavillons}
tagline: {zh: 两扇窗, en: Two windows, fr: Deux fenêtres}
base_url: https://pavilions.example/
as_of: 2026-11-24
locales:
  zh: {tag: zh-Hans, name: 简体中文, script: han}
  en: {tag: en, name: English}
  fr: {tag: fr, name: Français}
portal: {locales: [zh, en]}
""",
    "categories.yaml": """\
- {id: food, name: {zh: 食品, en: Food, fr: Alimentation}, tax: general}
- {id: honey, parent: food, name: {zh: 蜂蜜, en: Honey, fr: Miel}, tax: farm}
- {id: biscuits, parent: food, name: {zh: 饼干, en: Biscuits, fr: Biscuits}}
""",
    "rates.yaml": """\
- {date: 2026-11-20, source: {zh: 示例汇率, en: sample rates}, EUR: 7.9000, NZD: 4.2000, SEK: 0.7500}
""",
    "tax.yaml": """\
- from: 2019-01-01
  source: {zh: 财关税〔2018〕49号, en: Cai Guan Shui 49, fr: Cai Guan Shui 49}
  share: 0.70
  limits: {transaction: 5000, year: 26000}
  classes:
    general: {vat: 0.13}
    farm: {vat: 0.09}
""",
    "criteria.yaml": """\
source: {zh: 自拟, en: our own}
criteria:
  - {id: shop, name: {zh: 已开店, en: Has a shop, fr: A une boutique}, needs: {channel: [tmall, tmall-global]}}
""",
}

PALETTE = 'palette: {accent: "#734BA4", deep: "#35234D", soft: "#F0E9FE", night: "#CBADF9"}'

FRANCE: Files = {
    "countries/fr/country.yaml": f"""\
status: live
name: {{zh: 法国, fr: France, en: France}}
pavilion: {{zh: 法国馆, fr: Pavillon de la France, en: France Pavilion}}
locales: [zh, fr]
source: fr
tags: {{fr: fr-FR}}
currency: EUR
timezone: Europe/Paris
{PALETTE}
intro: {{zh: 法国的简介, fr: La France en bref, en: France in brief}}
regions:
  - {{id: provence, name: {{zh: 普罗旺斯, fr: Provence}}, speciality: {{zh: 薰衣草, fr: lavande}}}}
partners:
  - {{id: office, name: {{zh: 机构, fr: Agence, en: Agency}}, role: {{zh: 伙伴, fr: partenaire}}, approved: 2026-10-30}}
""",
    "countries/fr/merchants.yaml": """\
- id: ruche
  name: {zh: 山蜂坊, fr: La Ruche}
  region: provence
  text: {zh: 高山养蜂人。, fr: Des apiculteurs de montagne.}
  channels: [{platform: tmall-global, url: https://ruche.tmall.example/}]
""",
    "countries/fr/products/list.yaml": """\
- id: lavender-honey
  name: {zh: 薰衣草蜂蜜, fr: Miel de lavande, en: Lavender honey}
  summary: {zh: 一罐蜂蜜, fr: Un pot de miel, en: A jar of honey}
  category: honey
  merchant: ruche
  region: provence
  price: 14.90
  net: 250 g
  added: 2026-10-01
- id: galettes
  name: {zh: 黄油饼干, fr: Galettes au beurre}
  summary: {zh: 一盒饼干, fr: Une boîte de galettes}
  category: biscuits
  merchant: ruche
  price: 6.50
  added: 2026-10-02
""",
}

NEW_ZEALAND: Files = {
    "countries/nz/country.yaml": f"""\
status: live
name: {{zh: 新西兰, en: New Zealand}}
pavilion: {{zh: 新西兰馆, en: New Zealand Pavilion}}
locales: [zh, en]
source: en
tags: {{en: en-NZ}}
currency: NZD
timezone: Pacific/Auckland
{PALETTE}
intro: {{zh: 新西兰的简介, en: New Zealand in brief}}
partners:
  - {{id: trade, name: {{zh: 贸易局, en: Trade office}}, role: {{zh: 伙伴, en: partner}}, approved: 2026-10-30}}
""",
    "countries/nz/merchants.yaml": """\
- id: bush
  name: {zh: 灌木蜂场, en: Bush Apiary}
  text: {zh: 南岛养蜂人。, en: Beekeepers of the South Island.}
  channels: [{platform: tmall, url: https://bush.tmall.example/}]
""",
    "countries/nz/products/list.yaml": """\
- id: manuka-honey
  name: {zh: 麦卢卡蜂蜜, en: Manuka honey}
  summary: {zh: 一罐蜂蜜, en: A jar of honey}
  category: honey
  merchant: bush
  price: 39.90
  added: 2026-10-05
""",
}

TWO_COUNTRIES: Files = {**FRANCE, **NEW_ZEALAND}

ART = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="50"><path d="M0 0H9V9Z"/></svg>'

WHOLE: Files = {
    **TWO_COUNTRIES,
    "embassies.yaml": """\
- {id: fr, name: {zh: 法国驻华大使馆, en: Embassy of France}, country: {zh: 法国, en: France}, national_day: 07-14}
- {id: se, name: {zh: 瑞典驻华大使馆, en: Embassy of Sweden}, country: {zh: 瑞典, en: Sweden}}
""",
    "campaigns/2027-fr.yaml": """\
title: {zh: 法国国庆团购, en: Bastille Day group buy}
summary: {zh: 一起买更便宜, en: Cheaper together}
embassies: [fr]
from: 2027-07-10T10:00+08:00
until: 2027-07-15T00:00+08:00
goods:
  - product: fr/lavender-honey
    tiers: [{buyers: 1, price: 14.90}, {buyers: 100, price: 12.90}]
""",
    "pages/about.zh.md": "---\ntitle: 关于\nsummary: 关于本站\n---\n正文",
    "pages/about.en.md": "---\ntitle: About\nsummary: About this site\n---\nText",
    "pages/join.zh.md": "---\ntitle: 如何加入\nsummary: 加入的条件\n---\n正文",
    "pages/join.en.md": "---\ntitle: How to join\nsummary: The conditions\n---\nText",
    "countries/fr/culture/lavender.fr.md": """\
---
title: Les champs
summary: En juillet
added: 2026-10-12
checked: 2026-11-01
region: provence
picture: {file: images/field.svg, alt: Un champ}
products: [lavender-honey]
---
## La récolte

Voir le [miel](product:lavender-honey).
""",
    "countries/fr/culture/lavender.zh.md": """\
---
title: 薰衣草田
summary: 七月的田野
picture: {alt: 田野}
---
## 收割

看[蜂蜜](product:lavender-honey)。
""",
    "countries/fr/images/field.svg": ART,
    "countries/nz/travel/fiords.en.md": "---\ntitle: Fiords\nsummary: In the south\nseason: [11, 12]\n---\nText",
    "countries/nz/travel/fiords.zh.md": "---\ntitle: 峡湾\nsummary: 在南方\n---\n正文",
    "static/humans.txt": "We made this.\n",
}

TEMPLATES = (
    "root.html", "portal.html", "text.html", "pavilion.html", "partner.html", "products.html",
    "product.html", "merchants.html", "merchant.html", "guides.html", "guide.html",
    "campaigns.html", "campaign.html", "embassies.html", "embassy.html", "poster.html",
    "search.html", "not_found.html",
)  # fmt: skip

LAYOUT = """\
<!doctype html>
<html lang="{{ chrome.lang }}">
<head>
<meta charset="utf-8">
<title>{{ page.head.title }}</title>
<link rel="canonical" href="{{ page.head.canonical }}">
{% for sheet in chrome.stylesheets %}
<link rel="stylesheet" href="{{ sheet }}">
{% endfor %}
{{ structured_data }}
</head>
<body>
{% include "header.html" %}
<main>{% block main %}{% endblock %}</main>
</body>
</html>
"""

THEME: Files = {
    "theme.yaml": "name: tiny\nstylesheets: [base.css]\nmakes: [codes, posters]\n",
    "assets/base.css": "body { margin: 0 }\n",
    "templates/layout.html": LAYOUT,
    "templates/header.html": '<header><a href="{{ chrome.home }}">{{ chrome.site_name }}</a></header>\n',
    **{
        f"templates/{name}": (
            f'{{% extends "layout.html" %}}\n{{% block main %}}{name}: {{{{ page }}}}{{% endblock %}}\n'
        )
        for name in TEMPLATES
    },
}
"""A theme whose pages print every value of their views, so that no difference stays unseen."""


def write(root: Path, files: Files) -> Path:
    """Writes files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def content(root: Path, files: Files) -> Path:
    """A content folder below `root`: the shared files that every site needs, and those given."""
    return write(root / "content", {**SHARED, **files})


def theme(root: Path, files: Files | None = None) -> Path:
    """The tiny theme below `root`, with files of the test's own over it."""
    return write(root / "tiny", {**THEME, **(files or {})})


def settings(root: Path, **options: object) -> Settings:
    """Settings for the content and the theme that were written below `root`."""
    values: dict[str, Any] = {"at": AT, "theme": str(root / "tiny"), **options}
    return Settings(root / "content", **values)


def workspace(root: Path, **options: object) -> Workspace:
    """A workspace of what stands below `root`, which keeps nothing."""
    return Workspace(settings(root, **options), NothingKept(), ENGINE)


def walk(root: Path, files: Files, **options: object) -> Walked:
    """The road with these content files, up to the plan, errors and all."""
    content(root, files)
    if not (root / "tiny").exists():
        theme(root)
    return walk_again(root, **options)


def walk_again(root: Path, **options: object) -> Walked:
    """The road with what stands below `root`."""
    space = workspace(root, **options)
    inspected = inspect(space)
    told = inspected.diagnostics
    errors = any(one.severity is Severity.ERROR for one in told)
    site = None
    if not errors and not (space.settings.strict and told):
        site = whole_plan(space, inspected.survey)
    return Walked(space, inspected.survey, tuple(locate(space.settings.content, told)), site)


def whole_plan(space: Workspace, survey: Survey) -> SitePlan:
    """The plan of every pavilion and of the portal."""
    plans = [space.plan(code, survey) for code in live(survey)]
    planned = [route.make() for one in plans for routes in one.routes.values() for route in routes]
    chromes = {key: chrome for one in plans for key, chrome in one.chromes.items()}
    return SitePlan(
        space.addresses,
        tuple(one for one in planned if isinstance(one, PlannedPage)),
        tuple(one for one in planned if isinstance(one, PlannedDocument)),
        chromes,
        _files(space, survey, plans),
        {chrome.lang: space.catalog(chrome.lang) for chrome in chromes.values()},
        space.tools.assets.addresses,
    )


def _files(space: Workspace, survey: Survey, plans: list[Plan]) -> dict[str, File]:
    """Assets, colours, the pictures that were shown, and static files."""
    assert survey.world is not None
    root = space.settings.content
    files = dict(space.tools.assets.files)
    for one in plans:
        files.update({file.path: file for file in one.files})
        for picture in one.gallery.shown.values():
            for variant in variants(picture):
                files[variant.path] = File(variant.path, root / picture.file)
    for path in survey.world.static:
        name = path.removeprefix("static/")
        files[name] = File(name, root / path)
    return files


def plan(root: Path, files: Files, **options: object) -> SitePlan:
    """The plan of a site with these content files, which must have no errors."""
    walked = walk(root, files, **options)
    errors = [
        one.diagnostic for one in walked.diagnostics if one.diagnostic.severity is Severity.ERROR
    ]
    assert errors == []
    assert walked.site is not None
    return walked.site


def page(site: SitePlan, address: str) -> PlannedPage:
    """The planned page at an address."""
    found = [one for one in site.pages if one.address == address]
    assert len(found) == 1, f"{len(found)} pages at {address}; there are {addresses(site)}"
    return found[0]


def view(site: SitePlan, address: str) -> Any:
    """The view of the page at an address, of the class of its kind."""
    return page(site, address).view


def addresses(site: SitePlan) -> list[str]:
    """The addresses of all pages, sorted."""
    return sorted(one.address for one in site.pages)


def goods(count: int, *, sold_out: tuple[int, ...] = ()) -> str:
    """A product list with honeys h-01, h-02, … of the merchant `ruche`; some are sold out."""
    return "".join(
        f"""\
- id: h-{number:02}
  name: {{zh: 蜂蜜{number}, fr: Miel {number}}}
  summary: {{zh: 蜂蜜, fr: Du miel}}
  category: honey
  merchant: ruche
  price: {number}.00
  stock: {"out" if number in sold_out else "in"}
"""
        for number in range(1, count + 1)
    )


def _entries(folder: str, *, own: bool) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not own and entry.name == ".pavilion":
                continue
            if entry.is_dir():
                yield from _entries(entry.path, own=own)
            else:
                yield entry


def _below(output: Path, *, own: bool) -> list[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder with its path there, in order; the folder may be missing."""
    if not output.exists():
        return []
    start = len(str(output)) + 1
    found = [(entry.path[start:], entry) for entry in _entries(str(output), own=own)]
    return sorted(found, key=lambda one: one[0])


def tree(output: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes; the build's own dot-folder is left out."""
    return {path: Path(entry.path).read_bytes() for path, entry in _below(output, own=False)}


def stamps(output: Path, *, own: bool = False) -> dict[str, tuple[int, int]]:
    """Every file below a folder with its inode and time stamp: equal only if untouched.

    own: also those of the build's own dot-folder.
    """
    found = ((path, entry.stat()) for path, entry in _below(output, own=own))
    return {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in found}
