"""What is found for what people type, and that it is what a plain scan finds."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from finding import SOUNDS, find
from plain_scan import HAN, Scan

PORTAL = "/zh/search/index.json"

# What is typed, and the first answer: a product by country/id, anything else by kind and name
FIRST = [
    ("蜜", "au/leatherwood-honey"),
    ("蜂蜜", "au/leatherwood-honey"),
    ("蜂密", "au/leatherwood-honey"),
    ("fengmi", "au/leatherwood-honey"),
    ("feng mi", "au/leatherwood-honey"),
    ("FENGMI", "au/leatherwood-honey"),
    ("ｆｅｎｇｍｉ", "au/leatherwood-honey"),
    ("fm", "au/leatherwood-honey"),
    ("feng蜜", "au/leatherwood-honey"),
    ("fenmi", "au/leatherwood-honey"),
    ("橄榄油", "au/barossa-olive-oil"),
    ("橄欖油", "au/barossa-olive-oil"),
    ("ganlanyou", "au/barossa-olive-oil"),
    ("護手霜", "au/macadamia-hand-cream"),
    ("葡萄乾", "au/sultanas"),
    ("cxs", "nz/marlborough-sauvignon-blanc"),
    ("长相思", "nz/marlborough-sauvignon-blanc"),
    ("長相思", "nz/marlborough-sauvignon-blanc"),
    ("changxiangsi", "nz/marlborough-sauvignon-blanc"),
    ("薰衣草", "au/lavender-candle"),
    ("熏衣草", "au/lavender-candle"),
    ("xunyicao", "au/lavender-candle"),
    ("巧克力", "au/macadamia-chocolate"),
    ("qkl", "au/macadamia-chocolate"),
    ("İzmir", "tr/cekirdeksiz-uzum"),
    ("izmir", "tr/cekirdeksiz-uzum"),
    ("IZMIR", "tr/cekirdeksiz-uzum"),
    ("伊兹密尔", "tr/cekirdeksiz-uzum"),
    ("miel", "es/rosemary-honey"),
    ("MIEL", "es/rosemary-honey"),
    ("Käse", "ch/kraeutersulz-kaese"),
    ("kase", "ch/kraeutersulz-kaese"),
    ("lavande", "fr/lavender-honey"),
    ("rieslin", "fr/alsace-riesling"),
    ("riesliing", "fr/alsace-riesling"),
    ("lavendar", "au/lavender-candle"),
    ("2000110000042", "tr/cekirdeksiz-uzum"),
    ("kahve", "tr/menengic-kahvesi"),
    ("çayı", "tr/rize-cayi"),
    ("กาแฟ", "th/chiang-rai-arabica"),
    ("wool blanket", "gb/dales-wool-throw"),
    ("Pavillon", "pavilion 瑞士馆"),
    ("pavilion", "pavilion 马来西亚馆"),
    ("法国", "pavilion 法国馆"),
    ("山蜂坊", "merchant 山蜂坊"),
    ("Ruche du Mont", "merchant 山蜂坊"),
    ("普罗旺斯", "region 普罗旺斯"),
    ("Provence", "region 普罗旺斯"),
    ("隐私", "page 隐私说明"),
    ("瑞士国庆", "campaign 瑞士国庆日团购"),
]


def named(answer: dict[str, Any]) -> str:
    if answer["kind"] == "good":
        return f"{answer['country']}/{answer['id']}"
    return f"{answer['kind']} {answer['name']}"


def indexes_of(site: Path, index: str) -> list[dict[str, Any]]:
    first = json.loads((site / index[1:]).read_text())
    others = [] if "country" in first else [one[4] for one in first["pavilions"]]
    return [first, *(json.loads((site / one[1:]).read_text()) for one in others)]


def test_the_first_answer_is_what_a_person_would_expect(site: Path) -> None:
    answers, _ = find(site, PORTAL, [typed for typed, _ in FIRST])
    for (typed, wanted), found in zip(FIRST, answers, strict=True):
        of_kind = [one for one in found if (one["kind"] == "good") == ("/" in wanted)]
        assert found, f"{typed}: nothing"
        assert named(of_kind[0]) == wanted, typed


def test_nothing_is_found_for_what_is_not_there_and_the_nearest_spelling_is_told(
    site: Path,
) -> None:
    answers, nearest = find(site, PORTAL, ["xyzzyq", "", "  ", "…", "普罗旺斯薰衣草糖水", "lavnde"])

    assert answers[:5] == [[], [], [], [], []]
    assert nearest[0] == []
    assert "普罗旺斯薰衣草蜂蜜" in nearest[4]
    assert "lavande" in nearest[5]


@pytest.mark.parametrize(
    ("typed", "name", "marked"),
    [
        ("蜂蜜", "普罗旺斯薰衣草蜂蜜", ["蜂蜜"]),
        ("fengmi", "普罗旺斯薰衣草蜂蜜", ["蜂蜜"]),
        ("xunyicao", "普罗旺斯薰衣草蜂蜜", ["薰衣草"]),
        ("蜂密", "普罗旺斯薰衣草蜂蜜", ["蜂蜜"]),
        ("薰衣草 蜜", "普罗旺斯薰衣草蜂蜜", ["薰衣草", "蜜"]),
    ],
)
def test_what_answers_is_marked(site: Path, typed: str, name: str, marked: list[str]) -> None:
    answers, _ = find(site, "/zh/fr/search/index.json", [typed])
    found = next(one for one in answers[0] if one["name"] == name)
    assert [name[start:end] for start, end in found["marks"]] == marked


def test_marks_stand_right_where_folding_changes_the_length(site: Path) -> None:
    answers, _ = find(site, "/tr/tr/search/index.json", ["izmir", "uzumu", "kuru"])
    for found, word in zip(answers, ("İzmir", "üzümü", "kuru"), strict=True):
        name = next(one for one in found if one["id"] == "cekirdeksiz-uzum")
        assert [name["name"][start:end] for start, end in name["marks"]] == [word]


def queries(scan: Scan, dice: random.Random, count: int) -> Iterator[str]:
    """Words as people type them: parts of names, how they sound, other forms, with slips."""
    forms = {plain: form for form, plain in scan.plain.items()}
    for _ in range(count):
        words = dice.choice(dice.choice(scan.things).names).split()
        word = dice.choice(words)
        start = dice.randrange(len(word)) if HAN.search(word) else 0
        part = word[start : start + dice.randint(1, 5)] if HAN.search(word) else word
        sounds = [dice.choice(sorted(scan.sounds.get(c, {c}))) for c in part]
        joined = "".join(sounds)
        place = dice.randrange(len(word))
        yield dice.choice([
            part,
            part.upper(),
            "".join(forms.get(c, c) for c in part),
            joined,
            joined[: dice.randint(1, len(joined))],
            "".join(sound[0] for sound in sounds),
            sounds[0] + part[1:],
            joined.replace("zh", "z").replace("ng", "n"),
            joined.replace("s", "sh", 1).replace("n", "l", 1),
            word[:place] + word[place + 1 :],
            word[:place] + dice.choice("aeinst蜜") + word[place:],
            word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
            "".join(dice.choice("蜂密酒查密油红洪") for _ in range(2)),
        ])  # fmt: skip


@pytest.mark.parametrize(
    "index",
    [PORTAL, "/zh/fr/search/index.json", "/tr/tr/search/index.json", "/th/th/search/index.json"],
)
def test_all_that_a_plain_scan_finds_is_found_and_nothing_else(site: Path, index: str) -> None:
    # Given the names of an index, and queries that are made of them
    common = json.loads((site / SOUNDS[1:]).read_text())["sounds"]
    scan = Scan(indexes_of(site, index), common)
    count = 100 if index == PORTAL else 250
    typed = [*dict.fromkeys(filter(None, queries(scan, random.Random(index), count)))]
    # When each is looked for, then both find the same
    answers, _ = find(site, index, typed)
    found_something = 0
    for query, found in zip(typed, answers, strict=True):
        keys = {(one["kind"], one["country"], one["place"]) for one in found}
        assert keys == scan.find(query), query
        found_something += bool(keys)
    assert found_something > len(typed) * 0.6


def test_what_is_sold_out_stands_behind_what_answers_as_well(site: Path) -> None:
    answers, _ = find(site, PORTAL, ["蜂蜜", "油", "茶", "皂"])
    indexes = {one.get("country"): one for one in indexes_of(site, PORTAL)}
    seen = 0
    for found in answers:
        goods = [one for one in found if one["kind"] == "good"]
        ranks = []
        for one in goods:
            flags = indexes[one["country"]]["goods"][one["place"]][7]
            ranks.append((one["score"], flags % 2))
            seen += flags % 2
        assert ranks == sorted(ranks)
    assert seen


def test_every_address_of_every_index_is_there(site: Path) -> None:
    files = sorted(site.glob("*/**/search/index.json"))
    assert len(files) == 24
    for path in files:
        index = json.loads(path.read_text())
        base = index["base"]
        addresses = [one[3] for one in index["pavilions"]] + [one[4] for one in index["pavilions"]]
        addresses += [one[0] for one in index.get("pages", [])]
        addresses += [f"{base}categories/{one[0]}/" for one, _ in index.get("categories", [])]
        for kind in ("regions", "merchants"):
            addresses += [f"{base}{kind}/{one[0]}/" for one in index.get(kind, [])]
        for good in index.get("goods", []):
            addresses += [f"{base}products/{good[0]}/", good[11]]
        for address in addresses:
            file = site / address[1:]
            assert file.is_file() or (file / "index.html").is_file(), f"{path}: {address}"
