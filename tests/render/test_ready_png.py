"""Ready pictures as files: the base as it was, the code on it read back by another program."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
import zxingcpp
from PIL import Image, ImageChops
from road import Memory

from pavilion_gen.content.kept import NothingKept
from pavilion_gen.pages.qr_codes import QUIET, QrCodeFile, modules_of
from pavilion_gen.pages.ready import FIELD, ReadyPicture
from pavilion_gen.render import qr_png
from pavilion_gen.render.documents import document
from render.test_qr_codes import chunks

LEFT, TOP, SIDE = FIELD
SIZE = (1080, 1440)
# Addresses of these lengths make the smallest and the largest code, and those between
LENGTHS = ((26, 2), (42, 3), (62, 4), (84, 5), (122, 7), (180, 9), (287, 12), (331, 13), (450, 16))


def painted() -> Image.Image:
    """A picture of more colours than two, with a white field."""
    image = Image.new("RGB", SIZE, "#F0E9FE")
    image.paste("#35234D", (0, 930, *SIZE))
    image.paste("#734BA4", (100, 100, 500, 930))
    image.paste("#FFFFFF", (LEFT - 20, TOP - 20, LEFT + SIDE + 20, TOP + SIDE + 20))
    return image


def full_palette() -> Image.Image:
    """A palette picture that has no room for black and white beside its colours."""
    image = painted().quantize(8)
    image.putpalette([*(image.getpalette() or [])[:24], *range(8, 252), *range(256), *range(244)])
    return image


def see_through() -> Image.Image:
    image = painted().quantize(8)
    image.info["transparency"] = 0
    return image


def png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


BASE = png(painted().quantize(8))


def code(length: int = 42, version: int = 3) -> QrCodeFile:
    start = "https://pavilions.example/"
    return QrCodeFile(text=start + "x" * (length - len(start)), version=version, module=5)


def made(view: ReadyPicture) -> Image.Image:
    return Image.open(io.BytesIO(document(view, NothingKept())))


@pytest.mark.parametrize(("length", "version"), LENGTHS)
def test_the_code_is_read_back_and_large(length: int, version: int) -> None:
    own = code(length, version)

    picture = made(ReadyPicture(base=BASE, code=own)).convert("L")

    (read,) = zxingcpp.read_barcodes(picture)
    assert (read.text, read.ec_level) == (own.text, "M")
    modules = modules_of(version)
    scale = SIDE // modules
    assert scale * modules >= 300
    # in whole pixels, in the middle of its field, with light around it
    dark = picture.crop((LEFT, TOP, LEFT + SIDE, TOP + SIDE)).point(lambda value: 255 - value)
    edge = (SIDE - scale * modules) // 2 + QUIET * scale
    inner = scale * (modules - 2 * QUIET)
    assert dark.getbbox() == (edge, edge, edge + inner, edge + inner)
    square = dark.crop(dark.getbbox())
    cells = square.resize((modules - 2 * QUIET,) * 2, Image.Resampling.NEAREST)
    assert cells.resize(square.size, Image.Resampling.NEAREST).tobytes() == square.tobytes()
    assert set(square.tobytes()) == {0, 255}


@pytest.mark.parametrize("draw", [painted, full_palette, see_through])
def test_all_but_the_field_is_the_base_whatever_form_it_has(
    draw: Callable[[], Image.Image],
) -> None:
    base = draw()

    picture = made(ReadyPicture(base=png(base), code=code()))

    assert (picture.size, picture.mode) == (SIZE, "P")
    differing = ImageChops.difference(picture.convert("RGB"), base.convert("RGB")).getbbox()
    assert differing is not None
    left, top, right, bottom = differing
    assert min(left - LEFT, top - TOP) >= 0
    assert max(right - LEFT, bottom - TOP) <= SIDE
    (read,) = zxingcpp.read_barcodes(picture.convert("L"))
    assert read.text == code().text


def test_the_bytes_are_the_same_every_time_and_name_no_date() -> None:
    view = ReadyPicture(base=BASE, code=code())

    data = document(view, NothingKept())

    assert data == document(view, NothingKept())
    assert list(chunks(data)) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]


def test_the_code_that_the_page_shows_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Memory()
    document(code(), kept)
    monkeypatch.setattr(qr_png, "qr_png", lambda view: pytest.fail("made again"))

    picture = document(ReadyPicture(base=BASE, code=code()), kept)

    (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))
    assert read.text == code().text
