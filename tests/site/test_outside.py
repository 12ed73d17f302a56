"""The sample as others show it: feeds, manifests, icons, pictures of pages that are shared or saved."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from render.test_feeds import faults

HOST = "https://pavilions.example"
PLACES = sorted(
    path.parent.name
    for path in Path("content/countries").glob("*/country.yaml")
    if "status: live\n" in path.read_text(encoding="utf-8")
)
MOST_BYTES = 60_000
MOST_READY_BYTES = 75_000  # with the code, and packed in less time than the base
META = re.compile(r'<meta property="(og:image[^"]*)" content="([^"]*)">')


def shared(page: Path) -> dict[str, str]:
    """What a page says of its picture."""
    return dict(META.findall(page.read_text(encoding="utf-8")))


def homes(site: Path) -> list[Path]:
    """The halls and portals."""
    return [path.parent for path in site.glob("*/feed.xml")] + [
        path.parent for path in site.glob("*/*/feed.xml")
    ]


def test_every_feed_is_valid_and_every_pavilion_and_portal_has_one(site: Path) -> None:
    found = {home.relative_to(site).as_posix(): home for home in homes(site)}

    assert {name.split("/")[1] for name in found if "/" in name} == set(PLACES)
    assert len(found) == 2 + 2 * len(PLACES)
    for name, home in found.items():
        assert faults((home / "feed.xml").read_bytes()) == [], name


def test_every_entry_leads_to_a_page_that_may_be_found(site: Path) -> None:
    for home in homes(site):
        text = (home / "feed.xml").read_text(encoding="utf-8")
        pages = re.findall(f"<id>{HOST}/([^<]+/)</id>", text)
        assert len(pages) == (30 if home.parent != site else 0)
        for page in pages:
            html = (site / page / "index.html").read_text(encoding="utf-8")
            assert f'<link rel="canonical" href="{HOST}/{page}">' in html


def test_every_manifest_names_icons_of_the_size_it_says(site: Path) -> None:
    for home in homes(site):
        made = json.loads((home / "manifest.webmanifest").read_bytes())
        assert made["start_url"] == made["scope"] == f"/{home.relative_to(site).as_posix()}/"
        purposes = set()
        for icon in made["icons"]:
            with Image.open(site / icon["src"][1:]) as image:
                assert "x".join(map(str, image.size)) == icon["sizes"]
                assert image.format == "PNG"
            purposes.add((icon["sizes"], icon["purpose"]))
        assert purposes == {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}


@pytest.mark.parametrize(
    "address", ["zh", "zh/fr", "fr/fr/products/lavender-honey", "zh/campaigns"]
)
def test_a_page_names_its_icons(site: Path, address: str) -> None:
    html = (site / address / "index.html").read_text(encoding="utf-8")

    sizes = {}
    for rel in ("icon", "apple-touch-icon"):
        for href in re.findall(f'<link rel="{rel}" href="([^"]+)"', html):
            if href.endswith((".png", ".ico")):
                with Image.open(site / href[1:]) as image:
                    sizes[rel] = image.size
            else:
                assert (site / href[1:]).read_text(encoding="utf-8").startswith("<svg")
    assert sizes == {"icon": (32, 32), "apple-touch-icon": (180, 180)}


def test_every_page_has_a_picture_of_the_size_it_says_and_few_bytes(site: Path) -> None:
    pictures: dict[str, tuple[str, str]] = {}
    for page in site.rglob("*.html"):
        told = shared(page)
        assert told["og:image"].startswith(f"{HOST}/assets/"), page
        if "og:image:width" in told:
            size = told["og:image:width"], told["og:image:height"]
            assert told["og:image:alt"].strip()
            pictures[told["og:image"].removeprefix(f"{HOST}/")] = size
    for path, size in pictures.items():
        with Image.open(site / path) as image:
            assert (str(image.width), str(image.height)) == size == ("1200", "630")
        assert (site / path).stat().st_size <= MOST_BYTES
    names = {Path(path).name.split(".")[0] for path in pictures}
    assert names == {"portal", *PLACES}


@pytest.mark.parametrize(
    ("address", "picture"),
    [
        ("zh", "portal"),
        ("zh/th", "th"),
        ("th/th/products", "th"),
        ("zh/campaigns/2027-ch-national-day", "ch"),
        ("en/campaigns/2027-southeast-asia", "portal"),
        ("en/campaigns/2027-se-national-day", "portal"),
    ],
)
def test_the_picture_is_that_of_the_country_or_of_the_portal(
    site: Path, address: str, picture: str
) -> None:
    told = shared(site / address / "index.html")

    assert re.search(rf"/share/{picture}\.[0-9a-f]+\.png$", told["og:image"])


def test_the_browser_s_frame_has_a_colour_by_day_and_by_night(site: Path) -> None:
    html = (site / "fr/fr/index.html").read_text(encoding="utf-8")

    assert re.findall(r'<meta name="theme-color" media="([^"]+)" content="([^"]+)">', html) == [
        ("(prefers-color-scheme: light)", "#734BA4"), ("(prefers-color-scheme: dark)", "#35234D"),
    ]  # fmt: skip


# Posters to save

READY = re.compile(
    r'<img src="/(assets/ready/[^"]+\.png)" width="1080" height="1440" alt="([^"]+)" loading="lazy"'
)


def test_every_poster_has_a_picture_to_save_with_the_code_of_its_page(site: Path) -> None:
    posters = sorted(site.rglob("poster/index.html"))
    assert len(posters) == 2 * 11 + 2 * 12
    for poster in posters:
        html = poster.read_text(encoding="utf-8")
        ((path, alt),) = READY.findall(html)
        assert f'<a href="/{path}" download>' in html
        assert 10 <= len(alt) <= 120
        assert (site / path).stat().st_size <= MOST_READY_BYTES
        with Image.open(site / path) as image:
            assert (image.size, image.mode) == ((1080, 1440), "P")
            (code,) = zxingcpp.read_barcodes(image.convert("L"))
        of = poster.parent.parent.relative_to(site).as_posix()
        assert (code.text, code.ec_level) == (f"{HOST}/{of}/", "M")


def test_the_base_of_a_picture_to_save_is_small_and_only_the_made_ones_go_out(site: Path) -> None:
    bases = sorted(Path("themes/pavilion/ready").glob("*.png"))
    assert len(bases) == 11 + 1
    for base in bases:
        with Image.open(base) as image:
            assert (image.size, image.mode) == ((1080, 1440), "P")
        assert base.stat().st_size <= MOST_BYTES
    assert len(list(site.glob("assets/ready/*/*.png"))) == 2 * 11 + 2 * 12


@pytest.mark.parametrize("country", PLACES)
def test_each_pavilion_of_the_sample_is_drawn_under_its_name(site: Path, country: str) -> None:
    html = (site / f"zh/{country}/poster/index.html").read_text(encoding="utf-8")

    assert '<h1 class="plaque"><svg' in html
    ((_, alt),) = READY.findall(html)
    assert "窗外的风景" in alt
