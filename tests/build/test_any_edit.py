"""Whatever is edited, whenever: what is built over the last build is what is built from nothing.

The theme of these tests prints every value of every view, so nothing stale stays unseen.
"""

from __future__ import annotations

import hashlib
import random
import shutil
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from types import CodeType

import msgspec
import pytest
from jinja2 import Environment
from pages.sites import (
    ART,
    AT,
    ENGINE,
    FRANCE,
    SHARED,
    THEME,
    WHOLE,
    Files,
    settings,
    stamps,
    tree,
    write,
)

from build.builds import outcome
from pavilion_gen.build.cache import Cache
from pavilion_gen.build.record import Last, Record
from pavilion_gen.build.site import Outcome
from pavilion_gen.build.unchanged import look_first
from pavilion_gen.content.kept import Kept
from pavilion_gen.diagnostics import Diagnostic
from pavilion_gen.render.qr_png import qr_png

GOODS = "countries/fr/products/list.yaml"
COUNTRY = "countries/fr/country.yaml"
GUIDE = "countries/fr/culture/lavender.fr.md"
CAMPAIGN = "campaigns/2027-fr.yaml"
NZ_GOODS = "countries/nz/products/list.yaml"


MORE = "countries/fr/products/more.yaml"
_MERCHANTS = "countries/fr/merchants.yaml"

SITE: Files = {
    **SHARED,
    **WHOLE,
    MORE: "".join(
        f"""\
- id: jar-{n}
  name: {{zh: 罐{n}, fr: Pot {n}, en: Jar {n}}}
  summary: {{zh: 第{n}罐, fr: Le pot {n}, en: Jar number {n}}}
  text: {{zh: 罐{n}的介绍, fr: "Sur le pot {n}{" ![](image:lid.svg)" * (n == 4)}"}}
  category: {"honey" if n % 2 else "biscuits"}
  merchant: {"ruche" if n < 6 else "miellerie"}
  price: {n}.50
"""
        for n in range(1, 10)
    )
    + "  pictures: [{file: images/jar.svg, alt: {zh: 罐, fr: Pot}}]\n",
    "countries/fr/images/jar.svg": ART.replace(b"M0 0", b"M2 2"),
    "countries/fr/images/lid.svg": ART.replace(b"M0 0", b"M4 4"),
    "countries/fr/images/door.svg": ART.replace(b"M0 0", b"M5 5"),
    "countries/fr/images/land.svg": ART.replace(b"M0 0", b"M3 3"),
    COUNTRY: str(WHOLE[COUNTRY]).replace(
        "speciality: {zh: 薰衣草",
        'text: {zh: "![地](image:land.svg)", fr: "![pays](image:land.svg)"}, speciality: {zh: 薰衣草',
    ),
    _MERCHANTS: str(WHOLE[_MERCHANTS]).replace(
        "fr: Des apiculteurs de montagne.", "fr: 'Des apiculteurs ![](image:door.svg)'"
    )
    + """\
- id: miellerie
  name: {zh: 蜜坊, fr: La Miellerie}
  text: {zh: 小店。, fr: Une petite maison.}
  channels: [{platform: tmall, url: https://miellerie.tmall.example/}]
""",
}
"""A site with more goods than stand near one of them, or on one page of a list, and with pictures
that only one thing shows."""


def changed(path: str, old: str, new: str) -> tuple[str, str | bytes]:
    """A file of the site with other words in it."""
    text = str(SITE[path])
    assert old in text, old
    return path, text.replace(old, new)


# Each file as it may be instead of as it is; None: not there at all.
EDITS: list[tuple[str, str | bytes | None]] = [
    changed("site.yaml", "国家馆", "各国馆"),
    changed("site.yaml", "2026-11-24", "2026-11-23"),
    changed("site.yaml", "portal:", "legal: {icp: 京ICP备1号}\nportal:"),
    changed("site.yaml", "portal: {locales: [zh, en]}", "portal: {locales: [en, zh]}"),
    changed("site.yaml", "portal:", "timezone: Europe/Paris\nportal:"),
    changed("site.yaml", "name: Français", "name: français"),
    changed("categories.yaml", "zh: 蜂蜜", "zh: 蜜"),
    changed("categories.yaml", "tax: farm", "tax: general"),
    changed("categories.yaml", "id: honey, parent: food", "id: honey"),
    changed("rates.yaml", "EUR: 7.9000", "EUR: 8.1000"),
    changed("rates.yaml", "NZD: 4.2000", "NZD: 4.4000"),
    changed("tax.yaml", "farm: {vat: 0.09}", "farm: {vat: 0.10}"),
    changed("criteria.yaml", "[tmall, tmall-global]", "[tmall]"),
    changed("criteria.yaml", "已开店", "有店"),
    ("criteria.yaml", None),
    changed("embassies.yaml", "法国驻华大使馆", "法国使馆"),
    changed("embassies.yaml", "national_day: 07-14", "national_day: 07-15"),
    changed(CAMPAIGN, "法国国庆团购", "法国团购"),
    changed(CAMPAIGN, "2027-07-10T10:00+08:00", "2026-11-01T10:00+08:00"),
    changed(CAMPAIGN, "price: 12.90", "price: 11.90"),
    changed(CAMPAIGN, "fr/lavender-honey", "nz/manuka-honey"),
    changed(CAMPAIGN, "fr/lavender-honey", "fr/gone"),
    (CAMPAIGN, str(WHOLE[CAMPAIGN]) + "cancelled: {at: 2026-11-20, reason: {zh: 因, en: Why}}\n"),
    (CAMPAIGN, None),
    ("campaigns/2026-nz.yaml", str(WHOLE[CAMPAIGN]).replace("fr/lavender", "nz/manuka")
     .replace("[fr]", "[se]").replace("2027-07", "2026-11")),
    changed("pages/about.zh.md", "正文", "[蜂蜜](product:fr/lavender-honey)"),
    changed("pages/about.zh.md", "正文", "[峡湾](guide:nz/fiords#s1)"),
    changed("pages/about.zh.md", "title: 关于", "title: 关于我们"),
    changed(COUNTRY, "#734BA4", "#64408F"),
    changed(COUNTRY, "zh: 法国馆", "zh: 法兰西馆"),
    changed(COUNTRY, "zh: 法国的简介", "zh: '见[饼](product:galettes)'"),
    changed(COUNTRY, "tags: {fr: fr-FR}\n", ""),
    changed(COUNTRY, "status: live", "status: planned\nopens: 2027-02-06"),
    changed(COUNTRY, "status: live", "status: draft"),
    changed(COUNTRY, "zh: 普罗旺斯", "zh: 普罗旺斯省"),
    changed(COUNTRY, "approved: 2026-10-30", "approved: 2026-10-31"),
    changed(COUNTRY, "approved: 2026-10-30", "approved: null"),
    changed(COUNTRY, "locales: [zh, fr]", "locales: [fr, zh]"),
    changed(_MERCHANTS, "山蜂坊", "山蜂"),
    changed(_MERCHANTS, "tmall-global", "own-site"),
    changed(_MERCHANTS, "  text:", "  since: 1980\n  text:"),
    changed(GOODS, "薰衣草蜂蜜", "薰衣草蜜"),
    changed(GOODS, "price: 14.90", "price: 15.90"),
    changed(GOODS, "net: 250 g", "net: 500 g"),
    changed(GOODS, "  price: 6.50", "  stock: out\n  price: 6.50"),
    changed(GOODS, "  price: 6.50", "  region: provence\n  price: 6.50"),
    changed(GOODS, "  price: 6.50", "  from: 2026-12-01\n  price: 6.50"),
    changed(GOODS, "  price: 6.50", "  text: {zh: '[蜜](product:nz/manuka-honey)', fr: Bon}\n  price: 6.50"),
    changed(GOODS, "  price: 14.90", "  pictures: [{file: images/field.svg, alt: {zh: 田, fr: Champ}}]\n  price: 14.90"),
    changed(GOODS, "added: 2026-10-02", "added: 2026-11-20"),
    changed(GOODS, ", fr: Galettes au beurre", ""),
    changed(GOODS, "- id: galettes", "# by hand\n- id: galettes"),
    changed(GOODS, "id: galettes", "id: biscuits-au-beurre"),
    changed(MORE, "罐1,", "壶1,"),
    changed(MORE, "罐8的介绍", "罐8的说明"),
    changed(MORE, "Le pot 5", "Un pot 5"),
    changed(MORE, "price: 3.50", "price: 3.60"),
    changed(MORE, "price: 4.50", "region: provence\n  price: 4.50"),
    changed(MORE, "price: 5.50", "stock: out\n  price: 5.50"),
    changed(MORE, "merchant: miellerie", "merchant: ruche"),
    changed(MORE, "  merchant: miellerie\n  price: 9.50", "  merchant: ruche\n  price: 9.50"),
    changed(MORE, "category: biscuits", "category: food"),
    changed(MORE, "罐7的介绍", "![田](image:field.svg)"),
    changed(MORE, "罐2的介绍", "见[罐9](product:jar-9)"),
    changed(MORE, "id: jar-9", "id: pot-9"),
    changed(MORE, "price: 6.50", "pictures: [{file: images/field.svg, alt: {zh: 田, fr: Champ}}]\n  price: 6.50"),
    changed(MORE, ", fr: Pot 2", ""),
    changed(MORE, "- id: jar-4", "# by hand\n- id: jar-4"),
    (MORE, None),
    changed(_MERCHANTS, "蜜坊", "蜜店"),
    changed(_MERCHANTS, "小店。", "![田](image:field.svg)"),
    changed(GUIDE, "picture: {file: images/field.svg, alt: Un champ}\n", ""),
    changed(GUIDE, "added: 2026-10-12", "season: [11]\nadded: 2026-10-12"),
    changed(GUIDE, "Voir le", "Voir [là](guide:nz/fiords) le"),
    changed(GUIDE, "title: Les champs", "title: Des champs"),
    ("countries/fr/images/field.svg", ART.replace(b"M0 0", b"M1 1")),
    ("countries/fr/images/field.svg", ART.replace(b"40", b"48")),
    ("countries/fr/images/field.svg", b"no picture"),
    changed(NZ_GOODS, "麦卢卡蜂蜜", "麦卢卡蜜"),
    changed(NZ_GOODS, "category: honey", "category: biscuits"),
    changed(NZ_GOODS, "  price: 39.90", "  until: 2026-11-01\n  price: 39.90"),
    changed(NZ_GOODS, "id: manuka-honey", "id: clover-honey"),
    changed("countries/nz/country.yaml", "zh: 新西兰馆", "zh: 新西兰国家馆"),
    changed("countries/nz/country.yaml", "status: live", "status: draft"),
    changed("countries/nz/country.yaml", "timezone: Pacific/Auckland", "timezone: Pacific/Chatham"),
    changed("countries/nz/merchants.yaml", "  text:", "  evidence: [{kind: trademark, document: A, expires: 2026-12-02}]\n  text:"),
    ("countries/nz/travel/fiords.en.md", "---\ntitle: Fjords\nsummary: South\nseason: [6]\n---\n## Boats\nText"),
    ("countries/nz/travel/fiords.zh.md", None),
    ("static/humans.txt", "We made that.\n"),
    ("static/humans.txt", None),
    ("static/zh/index.html", "in the way"),
    ("static/zh/fr/notes.txt", "not in the way"),
    ("countries/ch/country.yaml", str(FRANCE[COUNTRY]).replace("法国", "瑞士").replace("EUR", "CHF")),
]  # fmt: skip

THEMES: list[Files] = [
    {},
    {"templates/header.html": "<header>{{ chrome.nav }}</header>"},
    {"templates/product.html": "{{ page }} {{ gettext('Products') }}"},
    {"assets/base.css": "body { margin: 1px }\n"},
    {"translations/fr.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
                           'msgid "Products"\nmsgstr "Produits"\n'},
    {"theme.yaml": str(THEME["theme.yaml"]).replace("makes: [", "makes: [lists-by-price, ")},
    {"theme.yaml": str(THEME["theme.yaml"]).replace("makes: [", "makes: [index, ")},
]  # fmt: skip

SPEAKING: Files = {
    "templates/header.html": str(THEME["templates/header.html"]) + "{{ gettext('Products') }}\n",
}
"""The theme of these tests says something, so that its messages matter."""

CLOCKS: list[datetime] = [
    AT + timedelta(days=days) for days in (0, 0, 0, 1, 8, 37, 90, 227, 229, 240)
]


class Editors:
    """A site that some people edit, each in turn, now and then undoing what they did."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.dice = random.Random(seed)
        self.files: dict[str, str | bytes | None] = {}
        self.theme: Files = {}
        self.options: dict[str, object] = {"at": AT}
        self.engine = ENGINE

    def edit(self) -> str:
        """One edit; what it is, in words."""
        kinds = ("file", "undo", "theme", "clock", "option", "engine", "output", "cache", "record")
        kind = self.dice.choices(kinds, weights=(10, 5, 2, 2, 1, 1, 2, 1, 1))[0]
        if kind in ("engine", "output", "cache", "record"):
            return self._outside(kind)
        if kind == "file":
            path, text = self.dice.choice(EDITS)
            self.files[path] = text
            return f"{path} is now {text!r:.100}"
        if kind == "undo" and self.files:
            path = self.dice.choice(list(self.files))
            del self.files[path]
            return f"{path} is as it was"
        if kind == "theme":
            self.theme = self.dice.choice(THEMES)
            return f"the theme has {list(self.theme)}"
        if kind == "clock":
            self.options["at"] = self.dice.choice(CLOCKS)
        else:
            name, values = self.dice.choice(
                [("drafts", (False, True)), ("base_url", ("", "https://shop.example/sub/"))]
            )
            self.options[name] = self.dice.choice(values)
        return str(self.options)

    def _outside(self, kind: str) -> str:
        """Something that no editor does."""
        output = self.root / "output"
        if kind == "engine":
            self.engine = self.dice.choice([ENGINE, b"another"])
            return "another edition of our own sources"
        if kind == "cache":
            shutil.rmtree(self.root / "cache", ignore_errors=True)
            return "the cache is lost"
        paths = sorted(tree(output))
        if kind == "record" or not paths:
            units = [output / ".pavilion/units" / name for name in ("fr", "nz", "portal")]
            for unit in units:
                if unit.exists():
                    unit.write_bytes(unit.read_bytes()[:-1])
            return "most of the record is cut short"
        path = self.dice.choice(paths)
        if self.dice.random() < 0.5:
            (output / path).unlink()
        else:
            (output / path).write_text("by hand", encoding="utf-8")
        return f"{path} was changed by hand"

    def save(self) -> None:
        """Writes content and theme as they are now."""
        for folder in ("content", "tiny"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        now = {**SITE, **self.files}
        write(self.root / "content", {path: text for path, text in now.items() if text is not None})
        write(self.root / "tiny", {**THEME, **SPEAKING, **self.theme})

    def build(self, output: Path, kept: Kept | None = None, jobs: int = 1) -> Outcome:
        return outcome(
            self.root, output=output, kept=kept, jobs=jobs, engine=self.engine, **self.options
        )

    def is_unchanged(self, output: Path) -> bool:
        """Whether it is said that a build has nothing to do."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("pavilion_gen.build.unchanged.engine_key", lambda: self.engine)
            last = look_first(settings(self.root, **self.options), output, jobs=1).last
        return last is not None


def test_each_edit_alone(tmp_path: Path) -> None:
    """Each of the edits can be built, or tells of an error."""
    editors = Editors(tmp_path, 0)
    built = 0
    for path, text in EDITS:
        editors.files = {path: text}
        editors.save()
        shutil.rmtree(tmp_path / "output", ignore_errors=True)
        built += editors.build(tmp_path / "output").built is not None
    assert built > len(EDITS) * 0.7


SEQUENCES, LENGTH, TOGETHER = 200, 5, 10


@cache
def compiled(source: str, filename: str) -> CodeType:
    """What Python makes of a source."""
    return compile(source, filename, "exec")


class Clean(msgspec.Struct, frozen=True):
    """What a build from nothing came to. files: the hash of each; None where there were mistakes."""

    diagnostics: tuple[Diagnostic, ...]
    files: dict[str, bytes] | None
    last: Last | None


class CleanBuilds:
    """Builds from nothing, each state of a site once: editors come back to where they were."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._known: dict[object, Clean] = {}

    def of(self, editors: Editors) -> Clean:
        """What comes of the site as it was saved last."""
        state = (
            frozenset(editors.files.items()),
            frozenset(editors.theme.items()),
            frozenset(editors.options.items()),
            editors.engine,
        )
        if state not in self._known:
            shutil.rmtree(self._output, ignore_errors=True)
            made = editors.build(self._output)
            files = hashes(tree(self._output)) if made.built is not None else None
            self._known[state] = Clean(made.diagnostics, files, Record(self._output).last())
        return self._known[state]


def hashes(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: hashlib.sha256(data).digest() for path, data in files.items()}


def step(
    editors: Editors, clean: CleanBuilds, said: list[str], good: dict[str, bytes], jobs: int
) -> dict[str, bytes]:
    """Builds the site as it is now over the last build, and looks at what a clean build makes of it.

    good, returned: the hash of each file of the last good build.
    """
    output = editors.root / "output"
    editors.save()
    unchanged = editors.is_unchanged(output)
    found, before = hashes(tree(output)), stamps(output)

    over = editors.build(output, Cache(editors.root / "cache"), jobs)
    anew = clean.of(editors)

    # the same is told, and written where nothing is wrong
    assert over.diagnostics == anew.diagnostics, said
    assert (over.built is None) == (anew.files is None), said
    now, after = hashes(tree(output)), stamps(output)
    if anew.files is None:
        assert not unchanged, said
        assert (now, after) == (found, before), said
        return good
    assert now == anew.files, said
    assert Record(output).last() == anew.last, said
    # a file that had these bytes was not touched
    same = [path for path in now if found.get(path) == now[path]]
    assert [path for path in same if after[path] != before[path]] == [], said
    # and what is said to be unchanged is
    assert not unchanged or now == good, said
    assert editors.is_unchanged(output), said
    return now


@pytest.mark.parametrize("first", range(0, SEQUENCES, TOGETHER))
def test_any_edits_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    monkeypatch.setattr("pavilion_gen.build.sharing.WORTH_SHARING", 0)
    monkeypatch.setattr("pavilion_gen.pages.product_list.PER_PAGE", 3)
    monkeypatch.setattr("pavilion_gen.render.templates.MANY", 3)
    # A code is the same whoever makes it (tests/render/test_qr_codes.py), and takes long; and what
    # Python makes of a source depends on that alone
    monkeypatch.setattr("pavilion_gen.render.qr_png.qr_png", cache(qr_png))
    monkeypatch.setattr(Environment, "_compile", staticmethod(compiled))
    clean = CleanBuilds(tmp_path / "clean")
    for seed in range(first, first + TOGETHER):
        # some of the sites are large ones
        monkeypatch.setattr("pavilion_gen.workspace.LARGE", 0 if seed % 5 == 4 else 10**9)
        jobs = 2 if seed % 4 == 3 else 1
        editors = Editors(tmp_path / "site", seed)
        said = [f"seed {seed}"]
        good = step(editors, clean, said, {}, jobs)
        for _ in range(LENGTH):
            said.append(editors.edit())
            good = step(editors, clean, said, good, jobs)
        shutil.rmtree(tmp_path / "site")
