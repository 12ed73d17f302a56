"""`pavilion new country`, from the outside."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pavilion_gen.cli.main import main

SITE = """\
name: {zh: 国家馆, en: Pavilions, fr: Pavillons}
base_url: https://pavilions.example/
locales:
  zh: {tag: zh-Hans, name: 简体中文, script: han}
  en: {tag: en, name: English}
  fr: {tag: fr, name: Français}
portal: {locales: [zh, en]}
"""
CATEGORIES = """\
- {id: food, name: {zh: 食品, en: Food, fr: Alimentation}}
- {id: honey, parent: food, name: {zh: 蜂蜜, en: Honey, fr: Miel}}
"""


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def pavilion(folder: Path, monkeypatch: Any, capsys: Any) -> Run:
    """Runs a command in the working directory."""
    monkeypatch.chdir(folder)

    def run(*arguments: str) -> Result:
        with pytest.raises(SystemExit) as end:
            main(list(arguments))
        said = capsys.readouterr()
        return Result(int(end.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working directory with a site that has no country yet, and the least of themes."""
    files = {
        "content/site.yaml": SITE,
        "content/categories.yaml": CATEGORIES,
        "theme/theme.yaml": "name: tiny\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def pages_planned(pavilion: Run) -> int:
    """How many pages `check` plans, drafts included; it must find no mistakes."""
    checked = pavilion("check", "--strict", "--drafts", "--theme", "./theme")
    planned = re.search(r"([0-9]+) pages planned, no mistakes", checked.out)
    assert planned, checked.out
    return int(planned[1])


def test_a_new_country_passes_check_at_once(folder: Path, pavilion: Run) -> None:
    # When a country is begun
    done = pavilion("new", "country", "fr", "--locale", "fr")
    # Then it is said what is missing and where
    assert (done.code, done.err) == (0, "")
    for word in ("intro", "partner", "approved", "Art: window and poster", "merchants.yaml",
                 "products/goods.yaml", "culture/, travel/"):  # fmt: skip
        assert word in done.out
    # And check finds nothing, warnings included, drafts shown or not
    for drafts in ((), ("--drafts",)):
        checked = pavilion("check", "--strict", "--theme", "./theme", *drafts)
        assert (checked.code, checked.out.splitlines()[-1][-12:]) == (0, "no mistakes.")
    # And it is a draft with what the locale data know
    country = (folder / "content/countries/fr/country.yaml").read_text(encoding="utf-8")
    assert "status: draft" in country
    assert "name: {zh: 法国, fr: France, en: France}" in country
    assert "pavilion: {zh: 法国馆, fr: France, en: France Pavilion}" in country
    assert "locales: [zh, fr]\nsource: fr\ntags: {fr: fr-FR}\n" in country
    assert "currency: EUR\ntimezone: Europe/Paris\n" in country
    files = {str(p.relative_to(folder / "content/countries/fr")) for p in folder.rglob("fr/**/*")}
    assert files == {"country.yaml", "merchants.yaml", "products", "products/goods.yaml",
                     "culture", "culture/README.md", "travel", "travel/README.md"}  # fmt: skip


def test_the_examples_in_the_comments_are_content_once_uncommented(
    folder: Path, pavilion: Run
) -> None:
    # Given a new country
    pavilion("new", "country", "it")
    empty = pages_planned(pavilion)
    # When the comment signs of its examples are taken away, as their first lines say
    for path in (folder / "content/countries/it").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        blocks = text.replace("\n[]\n", "\n").split("\n\n")
        blocks = [
            re.sub(r"^# ", "", block, flags=re.MULTILINE)
            if re.match(r"# (?:- id:|[a-z]+:\n)", block)
            else block
            for block in blocks
        ]
        assert "\n\n".join(blocks) != text
        path.write_text("\n\n".join(blocks), encoding="utf-8")
    # Then they pass the check, and there are a merchant, a product and a partner more
    assert pages_planned(pavilion) > empty


def test_what_is_not_known_can_be_said(folder: Path, pavilion: Run) -> None:
    options = ["--currency", "NZD", "--timezone", "Pacific/Auckland", "--hue", "200"]
    names = ["--name", 'Aotearoa: "New Zealand", 新', "--name-zh", "新西兰"]
    done = pavilion("new", "country", "NZ", *options, *names, "-q")
    assert (done.code, done.out, done.err) == (0, "", "")
    checked = pavilion("check", "--strict", "--theme", "./theme")
    assert checked.code == 0
    country = (folder / "content/countries/nz/country.yaml").read_text(encoding="utf-8")
    assert 'name: {zh: 新西兰, en: "Aotearoa: \\"New Zealand\\", 新"}' in country


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["uk"], "Did you mean `gb` (United Kingdom)?"),
        (["sweeden"], "Did you mean `se` (Sweden)?"),
        (["zz"], "There is no country `zz` in ISO 3166."),
        (["../x"], "There is no country `../x` in ISO 3166."),
        (["pa"], "`pa` has 2 currencies: PAB, USD. Name it with --currency."),
        (["nz"], "`nz` has 2 time zones: Pacific/Auckland, Pacific/Chatham. Name it with --timezone."),
        (["fr", "--locale", "frr"], "The site has no locale `frr`. Did you mean `fr`?"),
        (["fr", "--currency", "EURO"], "`EURO` is not a currency code."),
        (["fr", "--timezone", "Europe/Pariss"], "Did you mean `Europe/Paris`?"),
        (["fr", "--name", "x" * 61], "This text has 61 characters."),
        (["fr", "--hue", "400"], "--hue"),
        (["fr", "--content", "nowhere"], "There is no folder `nowhere`."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_touched(
    folder: Path, pavilion: Run, arguments: list[str], said: str
) -> None:
    before = tree(folder)
    done = pavilion("new", "country", *arguments)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err
    assert tree(folder) == before
    assert not (folder / "content/countries").exists()


def test_a_folder_that_is_there_is_not_touched(folder: Path, pavilion: Run) -> None:
    # Given a country with one file of somebody's
    (folder / "content/countries/fr").mkdir(parents=True)
    (folder / "content/countries/fr/notes.txt").write_text("mine", encoding="utf-8")
    before = tree(folder)
    done = pavilion("new", "country", "FR")
    assert done.code == 2
    assert "already" in done.err
    assert tree(folder) == before


def test_a_site_that_cannot_be_read_is_told(folder: Path, pavilion: Run) -> None:
    (folder / "content/site.yaml").write_text("name: [\n", encoding="utf-8")
    done = pavilion("new", "country", "fr")
    assert done.code == 2
    assert "pavilion check" in done.err
