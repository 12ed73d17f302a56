"""Any one line of the real content, changed as a slip of the hand would change it.

The result is clean, or a diagnostic that stands in that file or in one that names what vanished;
never an exception. What is told does not run away either: one slip is not told a hundred times.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from road import Content, Memory, check, grounds, read_content, settle

from pavilion_gen.catalogue.settle import settle_country
from pavilion_gen.content.locate import locate
from pavilion_gen.diagnostics import Diagnostic, Severity

SAMPLE = Path(__file__).parents[2] / "content"
AT = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
SEED = 20261125
MOST_TOLD = 60  # a whole list that cannot be read any more is named by many
JUNK = ("{{{", "]", "&a", "*b", "!x", "%", "\t", ": :", "- - -", "'", '"', "|", "?", "\0", "---",
        "<<<<<<< HEAD", "枫\u202e糖", "@", "`", "#", "...", "a" * 5000, "[" * 5000)  # fmt: skip

Mutation = Callable[[list[str], int, random.Random], None]


def delete(lines: list[str], at: int, _: random.Random) -> None:
    del lines[at]


def duplicate(lines: list[str], at: int, _: random.Random) -> None:
    lines.insert(at, lines[at])


def swap(lines: list[str], at: int, dice: random.Random) -> None:
    line = lines[at]
    if len(line) > 1:
        here = dice.randrange(len(line) - 1)
        lines[at] = line[:here] + line[here + 1] + line[here] + line[here + 2 :]


def indent(lines: list[str], at: int, dice: random.Random) -> None:
    lines[at] = dice.choice((" ", "  ", "\t", "    ")) + lines[at]


def dedent(lines: list[str], at: int, dice: random.Random) -> None:
    lines[at] = lines[at][dice.choice((1, 2)) :] if lines[at].startswith(" ") else lines[at]


def replace(lines: list[str], at: int, dice: random.Random) -> None:
    lines[at] = dice.choice(JUNK)


def append(lines: list[str], at: int, dice: random.Random) -> None:
    lines[at] += dice.choice(JUNK)


def cut(lines: list[str], at: int, dice: random.Random) -> None:
    lines[at] = lines[at][: dice.randrange(len(lines[at]) + 1)]


MUTATIONS: tuple[Mutation, ...] = (delete, duplicate, swap, indent, dedent, replace, append, cut)


COUNTRIES = ("fr", "gb", "th", "ch")


def written(root: Path, country: str) -> Path:
    """The shared files and one country of the sample, without their pictures."""
    pictures = shutil.ignore_patterns("*.svg", "*.png", "*.jpg", "countries", "campaigns")
    shutil.copytree(SAMPLE, root, ignore=pictures)
    shutil.copytree(SAMPLE / "countries" / country, root / "countries" / country, ignore=pictures)
    for campaign in (SAMPLE / "campaigns").glob(f"*-{country}-*.yaml"):
        (root / "campaigns").mkdir(exist_ok=True)
        shutil.copy(campaign, root / "campaigns")
    return root


@pytest.fixture
def kept() -> Memory:
    """The reading of a file is a pure function of its bytes and context: only the rest is read."""
    return Memory()


def told(root: Path, kept: Memory) -> tuple[Content, list[Diagnostic]]:
    content = read_content(root, kept=kept)
    return content, check(content, AT)


def settled(content: Content) -> None:
    """Settles what can be settled, countries with errors too: nothing may be raised."""
    settle(content, AT)
    for part in content.countries:
        settle_country(part, grounds(content, AT)[part.id], AT)


def key(one: Diagnostic) -> tuple[str, str, str]:
    """What a diagnostic says, wherever its line has moved to."""
    return one.code, one.place.file, one.message


def mutated(path: Path, dice: random.Random, count: int) -> Iterator[str]:
    """Writes `count` mutations of a file, one after another; what each of them is, in words."""
    text = path.read_text(encoding="utf-8")
    try:
        for _ in range(count):
            lines = text.split("\n")
            at = dice.randrange(len(lines))
            mutation = dice.choice(MUTATIONS)
            mutation(lines, at, dice)
            path.write_text("\n".join(lines), encoding="utf-8")
            yield f"{path.name}:{at + 1} {mutation.__name__}: {text.split(chr(10))[at]!r:.200}"
    finally:
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("country", COUNTRIES)
def test_one_slip_in_a_country_is_told_where_it_is(
    tmp_path: Path, kept: Memory, country: str, part: int
) -> None:
    folder = written(tmp_path / "content", country)
    dice = random.Random(f"{SEED} {country} {part}")
    below = folder / "countries" / country
    files = sorted(path for path in below.rglob("*") if path.suffix in (".yaml", ".md"))
    _, before = told(folder, kept)
    known = {key(one) for one in before}

    for path in dice.sample(files, 8):
        file = path.relative_to(folder).as_posix()
        for what in mutated(path, dice, 10):
            content, found = told(folder, kept)
            new = [one for one in found if key(one) not in known]

            errors = {one.place.file for one in new if one.severity is Severity.ERROR}
            refer = all(
                one.code in ("unknown-reference", "dangling-link", "duplicate-id")
                or one.place.file == file
                for one in new
                if one.severity is Severity.ERROR
            )
            assert not errors or file in errors or refer, (what, new)
            assert len(new) <= MOST_TOLD, (what, len(new))
            for one in locate(folder, new[:5]):
                assert one.line >= 0
                assert one.column >= 0
            settled(content)


@pytest.mark.parametrize(
    "name",
    ["site.yaml", "categories.yaml", "rates.yaml", "tax.yaml", "criteria.yaml", "embassies.yaml",
     "campaigns/2027-fr-national-day.yaml", "pages/about.zh.md"],
)  # fmt: skip
def test_one_slip_in_a_shared_file_raises_nothing(tmp_path: Path, kept: Memory, name: str) -> None:
    folder = written(tmp_path / "content", "fr")
    dice = random.Random(f"{SEED} {name}")
    _, before = told(folder, kept)
    known = {key(one) for one in before}

    for what in mutated(folder / name, dice, 40):
        content, found = told(folder, kept)
        settled(content)

        new = [one for one in found if key(one) not in known]
        if any(one.severity is Severity.ERROR for one in new):
            assert locate(folder, new), what
