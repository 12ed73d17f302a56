"""Ready pictures of posters: which base they stand on, and where they are."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from render.themes import renderer

from pages.sites import THEME, WHOLE, Files, SitePlan, page, plan, theme, view
from pavilion_gen.materials.theme import load_theme
from pavilion_gen.materials.theme_files import ThemeFault
from pavilion_gen.pages.qr_codes import QrCodeFile
from pavilion_gen.pages.ready import ReadyPicture

CAMPAIGN, COUNTRY = "campaigns/2027-fr.yaml", "countries/fr/country.yaml"
POSTER = "/zh/fr/poster/"


def base(colour: str, size: tuple[int, int] = (1080, 1440)) -> bytes:
    """A base picture of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", size, colour).quantize(2).save(stream, "PNG")
    return stream.getvalue()


FRENCH, PORTAL = base("#F0E9FE"), base("#FBF8F3")
ART: Files = {"ready/法国馆.png": FRENCH, "ready/portal.png": PORTAL}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> SitePlan:
    """The whole small site, with a theme that has base pictures for France and for the portal."""
    return site(tmp_path_factory.mktemp("drawn"))


def site(root: Path, files: Files = WHOLE, art: Files = ART) -> SitePlan:
    theme(root, art)
    return plan(root, files)


def pictures(site: SitePlan) -> dict[str, ReadyPicture]:
    """The files of the ready pictures, by their address."""
    return {one.address: one.view for one in site.documents if isinstance(one.view, ReadyPicture)}


def base_of(site: SitePlan, poster: str) -> bytes:
    """The base below the picture that a poster shows."""
    return pictures(site)[view(site, poster).ready.src].base


def test_a_poster_shows_a_picture_with_the_code_of_its_page(drawn: SitePlan) -> None:
    shown = view(drawn, "/fr/fr/poster/").ready

    assert (shown.width, shown.height) == (1080, 1440)
    assert shown.src.startswith("/assets/ready/fr/")
    assert shown.alt.text == (
        "A landscape seen through a window, a QR code below it: Pavillon de la France"
    )
    made = pictures(drawn)[shown.src]
    assert made.code.text == "https://pavilions.example/fr/fr/"
    assert isinstance(made.code, QrCodeFile)


def test_every_picture_that_is_shown_is_there_and_no_other(drawn: SitePlan) -> None:
    posters = [view(drawn, one.address) for one in drawn.pages if one.template == "poster.html"]

    assert len(posters) == 2 * 2 + 2  # two pavilions and a group buy, in two locales each
    assert [poster.ready.src for poster in posters] == list(dict.fromkeys(pictures(drawn)))


@pytest.mark.parametrize(
    ("poster", "under"),
    [
        (POSTER, FRENCH),
        ("/zh/nz/poster/", PORTAL),  # which has none of its own
        ("/en/campaigns/2027-fr/poster/", FRENCH),
    ],
)
def test_the_base_is_that_of_the_pavilion_or_of_the_portal(
    drawn: SitePlan, poster: str, under: bytes
) -> None:
    assert base_of(drawn, poster) == under


@pytest.mark.parametrize("embassies", ["[fr, se]", "[se]"])
def test_a_group_buy_of_several_or_without_pavilion_takes_the_portal_s(
    tmp_path: Path, embassies: str
) -> None:
    text = str(WHOLE[CAMPAIGN]).replace("embassies: [fr]", f"embassies: {embassies}")

    made = site(tmp_path, {**WHOLE, CAMPAIGN: text})

    poster = "/en/campaigns/2027-fr/poster/"
    assert base_of(made, poster) == PORTAL
    assert view(made, poster).ready.alt.text == (
        "Windows of different shapes, a landscape behind each, a QR code below them"
    )


def test_a_pavilion_of_another_name_does_not_show_the_one_that_is_drawn(tmp_path: Path) -> None:
    text = str(WHOLE[COUNTRY]).replace("法国馆", "法兰西馆")

    made = site(tmp_path, {**WHOLE, COUNTRY: text})

    assert base_of(made, POSTER) == PORTAL


@pytest.mark.parametrize(
    "art",
    [
        {},
        {"ready/法国馆.png": FRENCH, "theme.yaml": str(THEME["theme.yaml"]).replace("codes, ", "")},
    ],
)
def test_a_theme_without_base_pictures_or_codes_has_none(tmp_path: Path, art: Files) -> None:
    made = site(tmp_path, art=art)

    assert view(made, POSTER).ready is None
    assert pictures(made) == {}


def test_a_theme_without_posters_has_none(tmp_path: Path) -> None:
    made = site(
        tmp_path, art={**ART, "theme.yaml": str(THEME["theme.yaml"]).replace(", posters", "")}
    )

    assert pictures(made) == {}


def test_base_pictures_do_not_go_out_as_they_are(drawn: SitePlan) -> None:
    assert not any("ready" in path for path in drawn.files)


def test_another_base_is_another_picture_of_this_pavilion_only(
    tmp_path: Path, drawn: SitePlan
) -> None:
    other = site(tmp_path, art={**ART, "ready/法国馆.png": base("#000000")})

    for poster, same in ((POSTER, False), ("/zh/nz/poster/", True)):
        shown = view(drawn, poster).ready.src, view(other, poster).ready.src
        assert (shown[0] == shown[1]) is same
        prints = [
            renderer(one, root / "tiny").fingerprint(page(one, poster))
            for one, root in ((drawn, tmp_path), (other, tmp_path))
        ]
        assert (prints[0] == prints[1]) is same


@pytest.mark.parametrize("data", [base("#FFFFFF", (1080, 1350)), b"no picture"])
def test_a_base_of_another_size_is_refused(tmp_path: Path, data: bytes) -> None:
    theme(tmp_path, {"ready/法国馆.png": data})

    with pytest.raises(ThemeFault, match=r"ready/法国馆\.png is not a PNG of 1080 × 1440"):
        load_theme(str(tmp_path / "tiny"))
