"""Photographs on the pages of the sample: their forms, their widths, and what is never lazy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

HERO = """\
<picture>
<source type="image/avif" srcset="{avif}" sizes="(min-width: 70rem) 44rem, 94vw">
<source type="image/webp" srcset="{webp}" sizes="(min-width: 70rem) 44rem, 94vw">
<img class="t222" src="/assets/pictures/fr/lavender-field-800.#.jpg" width="800" height="450" \
alt="一行行紫色薰衣草伸向坡上的几座农舍，太阳低悬" fetchpriority="high" decoding="async">
</picture>"""
WIDTHS = (160, 320, 480, 800, 1200, 1920)


def srcset(kind: str) -> str:
    return ", ".join(f"/assets/pictures/fr/lavender-field-{w}.#.{kind} {w}w" for w in WIDTHS)


def test_the_picture_of_a_guide_stands_there_in_all_its_forms(site: Path) -> None:
    page = (site / "zh/fr/travel/lavender-field/index.html").read_text(encoding="utf-8")

    hero = re.search(r'<div class="hero">(.*?</picture>)', page, re.DOTALL)

    assert hero is not None
    picture = hero[1].removeprefix(mist_of(page))
    lines = re.sub(r"\.[0-9a-f]{10}\.", ".#.", picture).replace("><", ">\n<")
    assert lines == HERO.format(avif=srcset("avif"), webp=srcset("webp"))


def mist_of(page: str) -> str:
    """The nine colours behind the picture of a guide."""
    found = re.search(r'<svg class="mist".*?</svg>', page)
    return found[0] if found else ""


def test_nine_colours_stand_behind_the_picture_of_a_guide_in_few_bytes(site: Path) -> None:
    pages = [
        path.read_text(encoding="utf-8")
        for kind in ("culture", "travel")
        for path in site.glob(f"zh/*/{kind}/*/index.html")
    ]

    # Given photographs, which have a tone; one can see through drawings and cut-outs
    heroes = [(mist_of(page), re.search(r'<div class="hero">.*?<img( class="t)?', page, re.DOTALL))
              for page in pages]  # fmt: skip
    assert sum(bool(mist) for mist, _ in heroes) > 10
    for mist, hero in heroes:
        assert hero is not None
        assert bool(mist) is bool(hero[1])
        assert len(mist) <= 500
        assert mist.count("<rect ") == (9 if mist else 0)


_TAG = re.compile(r"<(img|source)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([-\w]+)(?:="([^"]*)")?')


def pictures_of(html: str) -> Iterator[tuple[dict[str, str], list[dict[str, str]]]]:
    """The pictures of a page: each `<img>` with the `<source>`s before it."""
    sources: list[dict[str, str]] = []
    for tag, written in _TAG.findall(html):
        values = dict(_ATTRIBUTE.findall(written))
        if tag == "source":
            sources.append(values)
        else:
            yield values, sources
            sources = []


def wrong_pictures(html: str, site: Path) -> list[str]:
    """What is wrong with the pictures of a page."""
    found = list(pictures_of(html))
    wrong = []
    first = [image for image, _ in found if image.get("fetchpriority")]
    if len(first) > 1:
        wrong.append("more than one picture is the first")
    for image, sources in found:
        # A pattern that scripts fill; a code, alone or on a picture to save, which is one file
        if "data-put-src" in image or re.search("/assets/(codes|ready)/", image["src"]):
            continue
        src = image["src"]
        if image.get("fetchpriority") and "loading" in image:
            wrong.append(f"{src}: first, and lazy")
        if {"width", "height", "alt", "decoding"} - image.keys():
            wrong.append(f"{src}: without its size, words or decoding")
        if src.endswith(".svg") is bool(sources):
            wrong.append(f"{src}: {len(sources)} sources")
        if sources and [one["type"] for one in sources] != ["image/avif", "image/webp"]:
            wrong.append(f"{src}: sources in another order")
        wrong += [f"{src}: without sizes" for one in sources if not one.get("sizes")]
        listed = [part.split()[0] for one in sources for part in one["srcset"].split(",")]
        wrong += [
            f"{address} is not there"
            for address in (src, *listed)
            if not (site / address.lstrip("/")).is_file()
        ]
    return wrong


def test_every_picture_of_every_page_has_what_a_browser_needs(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    wrong = {
        page.relative_to(site).as_posix(): told
        for page in pages
        if (told := wrong_pictures(page.read_text(encoding="utf-8"), site))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        (' fetchpriority="high"', ' fetchpriority="high" loading="lazy"', "lazy"),
        (' type="image/avif"', ' type="image/webp"', "order"),
        (' decoding="async"', "", "decoding"),
        ("-800.", "-801.", "not there"),
        (" sizes=", " data-sizes=", "sizes"),
    ],
)
def test_the_look_at_pictures_finds_a_planted_fault(
    site: Path, old: str, new: str, word: str
) -> None:
    html = (site / "zh/fr/travel/lavender-field/index.html").read_text(encoding="utf-8")
    assert old in html

    assert any(word in told for told in wrong_pictures(html.replace(old, new), site))


def test_each_file_has_the_width_that_its_name_says_and_tells_nothing_of_its_maker(
    site: Path,
) -> None:
    files = [p for p in (site / "assets/pictures").rglob("*") if p.is_file() and p.suffix != ".svg"]

    assert len({path.name.rpartition("-")[0] for path in files}) == 12
    for path in files:
        with Image.open(path) as image:
            assert f"-{image.width}." in path.name
            assert not image.getexif()
            assert {"exif", "xmp", "icc_profile"} & image.info.keys() == set()
