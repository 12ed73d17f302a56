"""Markdown texts for the tests: those of the sample, shapes that shops write, and slips in both."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

CONTENT = Path(__file__).parents[2] / "content"

SHAPES = (
    "**里昂手工面霜**来自法国里昂，由当地匠人选用有机棉制作。\n\n- 材质：有机棉\n- 颜色：靛蓝，约12厘米\n"
    "- 保养：避免阳光直射\n\n想了解更多，请阅读[法国的节日与庆典](guide:festivals)，或到店咨询商家。\n",
    "The **Lyon Face Cream** is made in batches\nof forty jars.\n\n- Material: *fine* wool\n"
    "- Colour: sand, about 12 cm\n\nRead about [festivals](guide:festivals) first.\n",
    "包装如下。\n\n- 包装\n    - 内盒：牛皮纸\n    - 外盒：瓦楞纸\n- 附件\n    - 说明卡\n",
    "| 规格 | 重量 |\n| --- | ---: |\n| 小 | 250 克 |\n| 大 | 500 克 |\n",
    "Tested by the R&D team, batch `LOT_2026_04`, tolerance < 2% and > 1%.\n",
    "1. 打开*外包装*\n2. 取出说明卡\n3. 静置一天\n\n> 每一件都略有不同。\n>\n> - 真的\n",
    '### The story\n\nThe maker says: "slow hands make fine work."  \nSo did his father.\n',
    "## 第一印象\n清晨的街道安静。\n\n### C\n\n3. three\n4. four\n\n[web](https://a.example/b?c=1#d)\n",
)

NASTY: tuple[str, ...] = (
    *"*_`[]()<>&#-+1.|\\:!=~^\"'/ \t\n\r\0\x02\x03\x0c",
    *"，。「」“”（）！、：蜂é\u0301\u00a0\u3000\u202f\u200b\u200d\u2028\x85\ufeff🍯١１",
    "  ", "    ", "  \n", " \n", "\n\n", "\n- ", "\n    - ", "\n1. ", "\n> ", "\n>\n", "\n## ",
    "**", "***", "__", "``", "](", "[x](product:y)", "![p](image:x.svg)", "[^1]", "[^1]: ", "[a]: b",
    "&amp;", "&copy", "&#39;", "<b>", "</", "< ", "<!--", "http://a.example/", "---", "===",
    "|---|:-:|", "\n| a | b |\n|---|:-:|\n| 1 | 2 |", "*a*", "_a_", "a_b",
)  # fmt: skip
_LINE_BEGINNINGS = ("> ", ">", "- ", "1. ", "# ", "| ", "  ", "    ", "        - ")


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("text", "intro") and isinstance(inner, dict):
                yield from (text for text in inner.values() if isinstance(text, str))
            yield from _texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts_in(inner)


@cache
def short_texts() -> tuple[str, ...]:
    """The texts of the sample's products, merchants, regions and partners."""
    files = sorted(CONTENT.glob("countries/**/*.yaml"))
    loaded = (yaml.load(path.read_text("utf-8"), yaml.CBaseLoader) for path in files)
    return tuple(text for value in loaded for text in _texts_in(value))


@cache
def guide_texts() -> tuple[str, ...]:
    """The bodies of the sample's Markdown pages."""
    files = sorted(CONTENT.glob("**/*.md"))
    return tuple(path.read_text("utf-8").split("\n---\n", 1)[1] for path in files)


def with_slips(text: str, by: random.Random) -> str:
    """`text` after one to three slips: nasty characters put in, others lost, doubled, exchanged."""
    for _ in range(by.choice((1, 1, 1, 2, 3))):
        text = by.choice((_put_in, _put_in, _lose, _double, _exchange, _move_lines, _begin))(
            text, by
        )
    return text


def _somewhere(text: str, by: random.Random) -> int:
    """A place in `text`, mostly beside a mark or at the edge of a line."""
    marks = [place for place, char in enumerate(text) if char in "\n*_`[]()<>&#-|:1."]
    if marks and by.random() < 0.6:
        return max(0, by.choice(marks) + by.choice((-1, 0, 1)))
    return by.randint(0, len(text))


def _put_in(text: str, by: random.Random) -> str:
    at = _somewhere(text, by)
    return text[:at] + by.choice(NASTY) + text[at:]


def _lose(text: str, by: random.Random) -> str:
    at = _somewhere(text, by)
    return text[:at] + text[at + by.choice((1, 1, 2, 5)) :]


def _double(text: str, by: random.Random) -> str:
    at = _somewhere(text, by)
    end = at + by.choice((1, 2, 8))
    return text[:end] + text[at:end] + text[end:]


def _exchange(text: str, by: random.Random) -> str:
    at = _somewhere(text, by)
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def _move_lines(text: str, by: random.Random) -> str:
    lines = text.split("\n")
    one, other = by.randrange(len(lines)), by.randrange(len(lines))
    if by.random() < 0.5:
        lines[one], lines[other] = lines[other], lines[one]
    else:
        lines.insert(other, lines[one])
    return "\n".join(lines)


def _begin(text: str, by: random.Random) -> str:
    """Other beginnings for one line, or for all lines of a block."""
    blocks = text.split("\n\n")
    at = by.randrange(len(blocks))
    beginning, lines = by.choice(_LINE_BEGINNINGS), blocks[at].split("\n")
    chosen = range(len(lines)) if by.random() < 0.5 else (by.randrange(len(lines)),)
    blocks[at] = "\n".join(
        beginning + line if number in chosen else line for number, line in enumerate(lines)
    )
    return "\n\n".join(blocks)
