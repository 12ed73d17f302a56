"""The Nu HTML checker over every kind of page in every locale: no error and no warning."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from sample import ROOT, need
from test_counts import kind_of

JAR = ROOT / "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"


def checker_messages(paths: list[Path]) -> list[str]:
    """What the checker has to say about some files."""
    java = need("java")
    if not JAR.is_file():
        if os.environ.get("CI") == "true":
            pytest.fail("the HTML checker is not installed: npm ci --prefix tests/tools")
        pytest.skip("the HTML checker is not installed: npm ci --prefix tests/tools")
    done = subprocess.run(
        [java, "-Xss2m", "-jar", str(JAR), "--format", "json", "--stdout", "--no-langdetect", *map(str, paths)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{m['url'].rpartition('/site-')[2]}:{m.get('lastLine')}: {m.get('subType', m['type'])}: {m['message']}"
        for m in messages
    ]


def one_of_each_kind(site: Path) -> list[Path]:
    """A page of each kind, locale and pavilion's language; the one with the longest path."""
    chosen: dict[tuple[str, str], Path] = {}
    for path in sorted(site.rglob("*.html"), key=lambda p: (p.stat().st_size, str(p))):
        chosen[kind_of(path.relative_to(site).as_posix())] = path
    return sorted(chosen.values())


def test_no_error_and_no_warning_on_any_kind_of_page(site: Path) -> None:
    assert checker_messages(one_of_each_kind(site)) == []


def test_the_checker_finds_a_planted_fault(tmp_path: Path, site: Path) -> None:
    page = tmp_path / "page.html"
    html = (site / "zh" / "index.html").read_text()
    page.write_text(html.replace("</main>", "<img src=x></main>"))
    assert any("alt" in message for message in checker_messages([page]))
