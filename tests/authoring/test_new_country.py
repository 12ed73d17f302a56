"""How a country is written: whole or not at all."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pavilion_gen.authoring.new_country import Wanted, begin
from pavilion_gen.authoring.territory import clocks, currencies, guess, names, timezones
from pavilion_gen.content.walk import Walk

AT = datetime(2026, 11, 25, tzinfo=UTC)
SITE = """\
name: {zh: 国家馆}
base_url: https://pavilions.example/
locales:
  zh: {tag: zh-Hans, name: 简体中文, script: han}
  en: {tag: en, name: English}
portal: {locales: [zh]}
"""


def test_a_disk_that_fails_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given a disk that takes two files and then is full
    (tmp_path / "site.yaml").write_text(SITE, encoding="utf-8")
    written: list[Path] = []
    write = Path.write_text

    def full(self: Path, *arguments: Any, **options: Any) -> int:
        written.append(self)
        if len(written) > 2:
            raise OSError(28, "No space left on device")
        return write(self, *arguments, **options)

    monkeypatch.setattr(Path, "write_text", full)
    # When a country is begun
    with pytest.raises(OSError, match="No space"):
        begin(tmp_path, Wanted("fr"), AT)
    # Then there is nothing of it, and while it was written the walk passed it over
    assert [path.name for path in tmp_path.rglob("*")] == ["site.yaml"]
    assert written[0].parent.name.endswith("~")


def test_what_a_killed_run_left_is_passed_over_by_the_walk(tmp_path: Path) -> None:
    left = tmp_path / "countries/.new-fr-123~"
    left.mkdir(parents=True)
    (left / "country.yaml").write_text("status: draft\n", encoding="utf-8")
    assert Walk(tmp_path).diagnostics == []


@pytest.mark.parametrize("code", sorted(names("en")))
def test_every_country_of_the_world_can_be_begun(tmp_path: Path, code: str) -> None:
    # Given what the locale data leave open
    (tmp_path / "site.yaml").write_text(SITE, encoding="utf-8")
    (tmp_path / "categories.yaml").write_text("- {id: food, name: {zh: 食品}}\n", encoding="utf-8")
    tender = currencies(code, AT.date())
    zones = clocks(timezones(code), AT.year)
    wanted = Wanted(
        code,
        currency="" if len(tender) == 1 else "EUR",
        timezone="" if len(zones) == 1 else "Europe/Paris",
    )
    # Then the folder is written: what it holds was read back and found good
    assert begin(tmp_path, wanted, AT).folder.is_dir()


def test_what_the_locale_data_know() -> None:
    assert currencies("ch", AT.date()) == ["CHF"]
    assert clocks(timezones("de"), 2026) == ["Europe/Berlin"]
    assert clocks(timezones("nz"), 2026) == ["Pacific/Auckland", "Pacific/Chatham"]
    assert guess("fra") == ["fr"]
    assert guess("法国") == ["fr"]
    assert guess("XK") != []
