"""The same content at the same instant gives the same bytes, wherever and whoever builds."""

from __future__ import annotations

import filecmp
import shutil
from pathlib import Path

from sample import AT, ROOT, run_build


def differences(one: Path, other: Path) -> list[str]:
    """Files that differ or are in one folder only; the record is left out."""

    def files(folder: Path) -> set[str]:
        return {p.relative_to(folder).as_posix() for p in folder.rglob("*")
                if p.is_file() and ".pavilion" not in p.parts}  # fmt: skip

    left, right = files(one), files(other)
    _, differing, broken = filecmp.cmpfiles(one, other, sorted(left & right), shallow=False)
    return sorted(left ^ right) + differing + broken


def test_another_folder_time_zone_language_and_hash_seed(tmp_path: Path, site: Path) -> None:
    content = tmp_path / "elsewhere" / "content"
    shutil.copytree(ROOT / "content", content)
    output = tmp_path / "out"
    run_build(output, "--at", AT, "--jobs", "1", content=content,
              TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7", HOME=str(tmp_path))  # fmt: skip
    assert differences(site, output) == []


def test_the_comparison_finds_a_planted_difference(tmp_path: Path, site: Path) -> None:
    output = tmp_path / "out"
    shutil.copytree(site, output)
    page = output / "zh" / "index.html"
    page.write_bytes(page.read_bytes() + b" ")
    (output / "extra.txt").write_text("x")
    assert differences(site, output) == ["extra.txt", "zh/index.html"]
