"""QR codes: another program reads them back, and they are as the page says."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from pages.sites import FRANCE, THEME, WHOLE, Files, SitePlan, plan, theme, view
from PIL import Image
from road import Memory

from pavilion_gen.content.kept import NothingKept
from pavilion_gen.pages.qr_codes import QUIET, QrCodeFile
from pavilion_gen.render import qr_png
from pavilion_gen.render.documents import document

LIST = "countries/fr/products/list.yaml"


def codes(site: SitePlan) -> dict[str, QrCodeFile]:
    """The files of the codes of a site, by their address."""
    return {one.address: one.view for one in site.documents if isinstance(one.view, QrCodeFile)}


def png(code: QrCodeFile) -> bytes:
    return document(code, NothingKept())


def picture(code: QrCodeFile) -> Image.Image:
    return Image.open(io.BytesIO(png(code))).convert("L")


def own_address(url: str) -> Files:
    """A product that has this address in the shop."""
    text = str(FRANCE[LIST]).replace("  price: 6.50\n", f'  price: 6.50\n  url: "{url}"\n')
    return {**WHOLE, LIST: text}


@pytest.mark.parametrize("length", [30, 42, 43, 62, 63, 106, 107, 213, 214, 331, 332, 450])
def test_a_code_reads_back_whatever_its_size(tmp_path: Path, length: int) -> None:
    start = "https://ruche.tmall.example/"
    url = start + "x" * (length - len(start))

    site = plan(tmp_path, own_address(url))

    shown = view(site, "/zh/fr/products/galettes/").shop.code
    made = picture(codes(site)[shown.src])
    (read,) = zxingcpp.read_barcodes(made)
    assert (read.text, read.ec_level) == (url, "M")
    assert made.size == (shown.side, shown.side)
    assert shown.side >= 180


def test_it_is_black_on_white_in_whole_pixels_with_four_modules_around(tmp_path: Path) -> None:
    (code, *_rest) = codes(plan(tmp_path, WHOLE)).values()

    made = picture(code)

    assert set(made.tobytes()) == {0, 255}
    edge = QUIET * code.module
    inner = made.point(lambda value: 255 - value).getbbox()
    assert inner == (edge, edge, made.width - edge, made.height - edge)
    small = made.resize((made.width // code.module,) * 2, Image.Resampling.NEAREST)
    assert small.resize(made.size, Image.Resampling.NEAREST).tobytes() == made.tobytes()


def test_an_address_beyond_ascii_reads_back(tmp_path: Path) -> None:
    code = QrCodeFile(text="https://pavilions.example/蜂蜜/", version=4, module=5)

    (read,) = zxingcpp.read_barcodes(picture(code))

    assert read.text == code.text


def test_an_address_that_would_make_too_fine_a_code_has_none(tmp_path: Path) -> None:
    url = "https://ruche.tmall.example/" + "x" * 430

    shop = view(plan(tmp_path, own_address(url)), "/zh/fr/products/galettes/").shop

    assert (shop.url, shop.code) == (url, None)


def chunks(data: bytes) -> Iterator[bytes]:
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8]
        at += 12 + length


def test_the_bytes_are_the_same_every_time_and_name_no_date(tmp_path: Path) -> None:
    for code in codes(plan(tmp_path, WHOLE)).values():
        assert png(code) == png(code)
        assert set(chunks(png(code))) <= {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def test_goods_share_the_code_of_their_shop_and_every_code_that_is_shown_is_there(
    tmp_path: Path,
) -> None:
    site = plan(tmp_path, WHOLE)
    shown = {
        view(site, f"/{locale}/fr/products/{id_}/").shop.code.src
        for locale in ("zh", "fr")
        for id_ in ("lavender-honey", "galettes")
    }
    assert len(shown) == 1
    posters = [view(site, one.address).code for one in site.pages if one.template == "poster.html"]
    deals = [good.shop.code for locale in ("zh", "en")
             for good in view(site, f"/{locale}/campaigns/2027-fr/").goods]  # fmt: skip
    shown |= {code.src for code in (*posters, *deals)}
    shown |= {
        shop.code.src
        for one in site.pages
        if one.template == "merchant.html"
        for shop in view(site, one.address).shops
    }
    assert codes(site).keys() == shown


def test_two_goods_at_one_address_have_one_code(tmp_path: Path) -> None:
    text = str(FRANCE[LIST])
    for price in ("14.90", "6.50"):
        text = text.replace(
            f"  price: {price}\n", f"  price: {price}\n  url: https://ruche.tmall.example/both\n"
        )

    # both in a group buy too, and one of them in another
    deal = str(WHOLE["campaigns/2027-fr.yaml"])
    more = "  - product: fr/galettes\n    tiers: [{buyers: 1, price: 6.00}]\n"
    deals: Files = {"campaigns/2027-fr.yaml": deal + more, "campaigns/2028-fr.yaml": deal}

    site = plan(tmp_path, {**WHOLE, **deals, LIST: text})

    made = [one.address for one in site.documents]
    assert len(made) == len(set(made))
    both = [code for code in codes(site).values() if code.text.endswith("/both")]
    assert len(both) == 2  # the pavilion's and, for the campaign, the portal's


def test_a_theme_that_shows_no_codes_has_none(tmp_path: Path) -> None:
    theme(tmp_path, {"theme.yaml": str(THEME["theme.yaml"]).replace("codes, ", "")})

    site = plan(tmp_path, WHOLE)

    assert codes(site) == {}
    assert view(site, "/zh/fr/products/galettes/").shop.code is None


def test_a_code_is_made_once_for_all_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Memory()
    one, two = [QrCodeFile(text=text, version=3, module=5) for text in ("one", "two")]

    assert document(one, kept) == png(one)
    assert document(two, kept) == png(two) != png(one)
    first = png(one)
    monkeypatch.setattr(qr_png, "qr_png", lambda view: pytest.fail("made again"))
    assert document(one, kept) == first


def test_what_is_kept_is_not_believed_when_it_is_none_of_ours() -> None:
    kept = Memory()
    code = QrCodeFile(text="one", version=3, module=5)
    document(code, kept)
    kept.update(dict.fromkeys(kept, b"\xc1 no message pack"))

    assert document(code, kept) == png(code)
