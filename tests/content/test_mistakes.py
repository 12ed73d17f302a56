"""Forty mistakes in the real content: forty diagnostics, each at its place, and no other."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from pavilion_gen.diagnostics import Located, Severity

SAMPLE = Path(__file__).parents[2] / "content"
FR, GB, TH, CH = (f"countries/{code}" for code in ("fr", "gb", "th", "ch"))
Edit = Callable[[Path], int]
"""Makes a mistake in a file; the line (from 1) on which it is to be told, 0 for none."""


def write(path: Path, lines: list[str]) -> None:
    path.write_bytes("\n".join(lines).encode())


def read(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def entry(number: int, *lines: tuple[str, str]) -> Edit:
    """In the product with this number: the line of each key becomes another; told at the last."""

    def edit(path: Path) -> int:
        text = read(path)
        begins = [n for n, line in enumerate(text) if line.startswith("- id:")][number]
        for key, replacement in lines:
            at = next(n for n in range(begins, len(text)) if text[n].startswith(f"  {key}:"))
            text[at] = replacement
        write(path, text)
        return at + 1

    return edit


def line(pattern: str, replacement: str, *, last: bool = False) -> Edit:
    """The first (or last) line in which `pattern` is found, with it replaced."""

    def edit(path: Path) -> int:
        text = read(path)
        found = [n for n, one in enumerate(text) if re.search(pattern, one)]
        at = found[-1 if last else 0]
        text[at] = re.sub(pattern, replacement, text[at])
        write(path, text)
        return at + 1

    return edit


def recoded(encoding: str, told_at: int = 0) -> Edit:
    """The whole file in another encoding; told at its first character beyond ASCII."""

    def edit(path: Path) -> int:
        text = path.read_text(encoding="utf-8")
        path.write_bytes(text.encode(encoding, errors="ignore"))
        beyond = next(n for n, one in enumerate(text.split("\n"), 1) if not one.isascii())
        return told_at or beyond

    return edit


def added(number: int, piece: str) -> Edit:
    """`piece` put into the middle of line `number`."""

    def edit(path: Path) -> int:
        text = read(path)
        half = len(text[number - 1]) // 2
        text[number - 1] = text[number - 1][:half] + piece + text[number - 1][half:]
        write(path, text)
        return number

    return edit


def appended(*lines: str) -> Edit:
    """These lines at the end of the file; told at the first of them."""

    def edit(path: Path) -> int:
        text = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        write(path, [*text, *lines, ""])
        return len(text) + 1

    return edit


def cut(path: Path) -> int:
    """The file ends in the middle of its last Han character."""
    data = path.read_bytes()
    end = max(n for n, byte in enumerate(data) if byte >= 0xE4) + 2
    path.write_bytes(data[:end])
    return data[:end].count(b"\n") + 1


def copied_from(other: str, number: int) -> Edit:
    """A product of another list once more, at the end of this one."""

    def edit(path: Path) -> int:
        text = read(path.parent / other)
        starts = [n for n, one in enumerate(text) if one.startswith("- id:")] + [len(text)]
        return appended(*text[starts[number] : starts[number + 1]])(path)

    return edit


def in_capitals(path: Path) -> int:
    shutil.copy(path.with_name(path.name.lower()), path)
    return 0


def is_text(path: Path) -> int:
    path.write_text("This is not a picture.")
    return 1


def leads_to_itself(path: Path) -> int:
    path.symlink_to(path.name)
    return 0


class Mistake(NamedTuple):
    what: str
    file: str
    make: Edit
    code: str


M = Mistake
MISTAKES = (
    # What YAML is
    M("tab indentation", f"{FR}/products/ateliers.yaml", entry(0, ("sku", "\tsku: A-1")), "yaml-syntax"),
    M("unclosed quote", f"{FR}/products/ateliers.yaml", entry(2, ("sku", '  sku: "A-2')), "yaml-syntax"),
    M("duplicate key", f"{FR}/products/bretagne.yaml", entry(0, ("origin", "  sku: A-3")), "duplicate-key"),
    M("unknown key, near", f"{FR}/products/bretagne.yaml", entry(2, ("category", "  categry: honey")), "unknown-key"),
    M("unknown key, far", f"{GB}/products/food.yaml", entry(0, ("origin", "  xyzzy: 1")), "unknown-key"),
    M("key:value", f"{GB}/products/food.yaml", entry(2, ("region", "  region:wales")), "yaml-syntax"),
    M("wrong dedent", f"{GB}/products/food.yaml", entry(4, ("sku", " sku: A-4")), "yaml-syntax"),
    M("second document", f"{GB}/merchants.yaml", appended("---", "- id: other"), "second-document"),
    M("list for mapping", f"{TH}/products/highland.yaml", entry(0, ("name", "  name: [a, b]")), "wrong-type"),
    M("mapping for list", f"{TH}/products/highland.yaml", entry(1, ("tags", "  tags: {a: b}")), "wrong-type"),
    M("mapping for text", f"{TH}/products/highland.yaml", entry(3, ("sku", "  sku: {a: b}")), "wrong-type"),
    # What a file is
    M("GBK", f"{FR}/culture/french-meal.zh.md", recoded("gbk"), "encoding"),
    M("UTF-16", f"{GB}/culture/afternoon-tea.zh.md", recoded("utf-16", 1), "encoding"),
    M("NUL", f"{TH}/culture/loy-krathong.zh.md", added(2, "\0"), "control-character"),
    M("bidi override", f"{CH}/culture/alpsommer.zh.md", added(3, "\u202e"), "control-character"),
    M("cut UTF-8", f"{FR}/travel/customs-path.zh.md", cut, "encoding"),
    M("merge marks", f"{CH}/travel/lago-maggiore.zh.md", appended("<<<<<<< HEAD", "=======", ">>>>>>> x"), "merge-conflict"),
    # What a value is
    M("negative price", f"{CH}/products/appenzell.yaml", entry(0, ("price", "  price: -1.00")), "bad-price"),
    M("comma in a price", f"{CH}/products/appenzell.yaml", entry(1, ("price", "  price: 12,50")), "bad-price"),
    M("infinite price", f"{CH}/products/appenzell.yaml", entry(2, ("price", "  price: .inf")), "bad-price"),
    M("three decimals", f"{CH}/products/appenzell.yaml", entry(3, ("price", "  price: 14.905")), "bad-price"),
    M("check digit", f"{CH}/products/graubuenden.yaml", entry(0, ("gtin", '  gtin: "4006381333932"')), "bad-gtin"),
    M("GTIN of a spreadsheet", f"{CH}/products/graubuenden.yaml", entry(1, ("gtin", "  gtin: 4.00638E+12")), "bad-gtin"),
    M("30 February", f"{TH}/products/home-and-craft.yaml", entry(0, ("added", "  added: 2026-02-30")), "wrong-value"),
    M("ends before it begins", f"{TH}/products/home-and-craft.yaml",
      entry(1, ("net", "  from: 2027-05-02"), ("origin", "  until: 2027-05-01")), "bad-window"),
    # What refers to what
    M("unknown merchant", f"{FR}/products/coteaux.yaml", entry(0, ("merchant", "  merchant: nobody")), "unknown-reference"),
    M("unknown category", f"{FR}/products/coteaux.yaml", entry(1, ("category", "  category: nothing")), "unknown-reference"),
    M("unknown region", f"{GB}/products/home-and-wear.yaml", entry(0, ("region", "  region: nowhere")), "unknown-reference"),
    M("unknown product in a guide", f"{GB}/culture/bottle-kilns.en.md", line(r"^products: .*", "products: [nothing]"), "unknown-reference"),
    M("dangling link", f"{TH}/culture/tom-yum-table.zh.md", appended("[x](product:nothing)"), "dangling-link"),
    M("duplicate id", f"{FR}/products/provence.yaml", copied_from("coteaux.yaml", 4), "duplicate-id"),
    M("names differ in case", f"{CH}/products/Appenzell.yaml", in_capitals, "name-collision"),
    M("picture missing", f"{FR}/products/provence.yaml", entry(1, ("pictures", "  pictures: [{file: images/gone.svg}]")), "picture-missing"),
    M("picture is text", f"{GB}/images/afternoon-tea.svg", is_text, "picture-broken"),
    M("out of the tree", f"{FR}/products/provence.yaml", entry(3, ("pictures", "  pictures: [{file: ../../x.svg}]")), "outside-tree"),
    M("link to itself", f"{TH}/culture/loop.th.md", leads_to_itself, "broken-link"),
    M("locale the site lacks", f"{CH}/products/jura-greyerz.yaml", entry(0, ("origin", "  origin: {zh: 瑞士, xx: Y}")), "unknown-locale"),
    M("default locale missing", f"{CH}/products/jura-greyerz.yaml", entry(1, ("origin", "  origin: {de: Schweiz}")), "missing-text"),
    # What holds at the clock's instant
    M("no rate", "rates.yaml", line(r"^  THB: .*", "  # no baht", last=True), "no-rate"),
    M("contrast", f"{TH}/country.yaml", line(r'accent: "[^"]*"', 'accent: "#E0A0D0"'), "low-contrast"),
)  # fmt: skip

# The rule of rates speaks of the entry that holds, which begins above the missing line.
ABOVE = {"no rate": r"^- date:"}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample content."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


def errors(found: list[Located]) -> set[tuple[str, str, int]]:
    return {
        (one.diagnostic.code, one.diagnostic.place.file, one.line)
        for one in found
        if one.diagnostic.severity is Severity.ERROR
    }


def test_there_are_forty_mistakes_in_four_countries() -> None:
    assert len(MISTAKES) == len({mistake.what for mistake in MISTAKES}) == 40
    for country in (FR, GB, TH, CH):
        assert sum(mistake.file.startswith(country) for mistake in MISTAKES) >= 6


def test_the_sample_is_without_errors(
    sample: Path, located: Callable[..., list[Located]], at: datetime
) -> None:
    assert errors(located(sample, now=at)) == set()


def test_forty_mistakes_are_told_in_one_run_and_nothing_that_follows_from_them(
    sample: Path, located: Callable[..., list[Located]], at: datetime
) -> None:
    expected: dict[tuple[str, str, int], str] = {}
    for mistake in MISTAKES:
        path = sample / mistake.file
        at_line = mistake.make(path)
        if mistake.what in ABOVE:
            above = read(path)[:at_line]
            at_line = max(
                n for n, text in enumerate(above, 1) if re.match(ABOVE[mistake.what], text)
            )
        expected[(mistake.code, mistake.file, at_line)] = mistake.what

    found = located(sample, now=at)

    told = errors(found)
    assert {expected[one] for one in expected.keys() - told} == set(), "not told"
    assert told - expected.keys() == set(), "told beyond the forty"
    wrong = [one for one in found if one.diagnostic.severity is Severity.ERROR]
    assert len(wrong) == 40
    for one in wrong:
        assert one.diagnostic.message.endswith(".")
        assert len(one.diagnostic.help) > 5, one
