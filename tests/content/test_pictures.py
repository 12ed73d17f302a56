"""Pictures are measured before they are decoded, and refused where pages could not show them."""

from __future__ import annotations

import hashlib
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pavilion_gen.content.pictures import Measured, PictureFault, measure

ORIENTATION = 0x0112
_T = Image.Transpose
# What a camera did to a picture that it calls by this number (CIPA DC-008, tag 0x0112)
TURNS: dict[int, list[Image.Transpose]] = {
    1: [], 2: [_T.FLIP_LEFT_RIGHT], 3: [_T.ROTATE_180], 4: [_T.FLIP_TOP_BOTTOM],
    5: [_T.TRANSPOSE], 6: [_T.ROTATE_90], 7: [_T.TRANSVERSE], 8: [_T.ROTATE_270],
}  # fmt: skip


def refusal(path: Path) -> PictureFault:
    with pytest.raises(PictureFault) as fault:
        measure(path)
    assert fault.value.help
    return fault.value


def test_a_drawing_has_its_size_and_the_hash_of_what_goes_out(tmp_path: Path) -> None:
    plain, edited = tmp_path / "plain.svg", tmp_path / "edited.svg"
    plain.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>')
    edited.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><!-- x --></svg>'
    )

    found = measure(plain)

    assert (found.width, found.height) == (40, 30)
    assert found.clean == hashlib.sha256(plain.read_bytes()).hexdigest()
    assert measure(edited) == found


@pytest.mark.parametrize(("suffix", "kind"), [("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP")])
def test_a_raster_picture_is_measured(tmp_path: Path, suffix: str, kind: str) -> None:
    path = tmp_path / f"a.{suffix}"
    Image.new("RGB", (64, 48)).save(path, kind)

    assert measure(path) == Measured(64, 48, "000000", patches="000000" * 9)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.avif"])
def test_a_text_with_the_name_of_a_picture_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("This is not a picture.")

    assert str(refusal(path)) == "This file is not a picture that can be read."


def test_a_kind_of_picture_that_pages_do_not_use_is_refused_whatever_its_name(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (4, 4)).save(path, "GIF")

    assert str(refusal(path)) == "This file is not a picture that can be read."


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("1", (10_000, 7_000)).save(path, "PNG")

    fault = refusal(path)
    assert "10000 × 7000" in str(fault)
    assert fault.code == "too-large"


def test_a_picture_of_too_many_bytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    with path.open("wb") as file:
        file.truncate(21 * 1024 * 1024)

    fault = refusal(path)
    assert "too many" in str(fault)
    assert fault.code == "too-large"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_that_of_the_picture_upright(tmp_path: Path, orientation: int) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    Image.new("RGB", (64, 48)).save(path, exif=exif.tobytes())

    found = measure(path)

    assert (found.width, found.height) == ((48, 64) if orientation >= 5 else (64, 48))


@pytest.mark.parametrize(("ending", "options"), [
    ("jpg", {}), ("jpg", {"progressive": True}), ("png", {}), ("webp", {}), ("avif", {}),
])  # fmt: skip
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_picture_that_breaks_off_is_found_by_the_check(
    tmp_path: Path, ending: str, options: dict[str, Any], share: float
) -> None:
    path = tmp_path / f"a.{ending}"
    Image.effect_noise((200, 200), 60).convert("RGB").save(path, **options)
    data = path.read_bytes()
    assert measure(path)
    path.write_bytes(data[: int(len(data) * share)])

    assert refusal(path).code == "picture-broken"


def test_a_picture_that_moves_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(path, save_all=True, append_images=frames[1:])

    assert "moves" in str(refusal(path))


def test_a_png_that_claims_to_be_vast_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 2**30, 2**30, 8, 2, 0, 0, 0)
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b""))

    assert refusal(path).code == "too-large"


def test_the_mean_colour_is_that_of_the_whole_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    image = Image.new("RGB", (200, 100), "#ff0000")
    image.paste("#0000ff", (100, 0, 200, 100))
    image.save(path)

    assert measure(path).mean in ("7f007f", "800080", "7f0080", "80007f")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_its_nine_parts_have_colours_of_their_own_as_it_stands_upright(
    tmp_path: Path, orientation: int
) -> None:
    image = Image.new("L", (3, 3))
    image.putdata(range(0, 90, 10))
    upright = image.resize((300, 300), Image.Resampling.NEAREST)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    # Given the picture as a camera keeps it that was held otherwise
    turned = upright
    for turn in TURNS[orientation]:
        turned = turned.transpose(turn)
    path = tmp_path / "a.png"
    turned.convert("RGB").save(path, exif=exif.tobytes())

    found = measure(path).patches

    assert found == "".join(3 * f"{value:02x}" for value in range(0, 90, 10))


@pytest.mark.parametrize(("alpha", "see_through"), [(255, False), (254, True), (0, True)])
@pytest.mark.parametrize("ending", ["png", "webp", "avif"])
def test_a_picture_with_alpha_is_see_through_where_any_of_it_is(
    tmp_path: Path, ending: str, alpha: int, see_through: bool
) -> None:
    path = tmp_path / f"a.{ending}"
    image = Image.new("RGBA", (8, 8), (90, 120, 60, 255))
    image.putpixel((3, 3), (90, 120, 60, alpha))
    image.save(path, lossless=True, quality=100)

    found = measure(path)

    assert found.see_through is see_through
    assert bool(found.mean) is bool(found.patches) is not see_through


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixel_has_a_mean_colour(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    grey = Image.new("I;16", (8, 8), 0x8080) if mode == "I;16" else Image.new("L", (8, 8), 0x80)
    (grey if mode == "I;16" else grey.convert(mode)).save(path)

    mean = int(measure(path).mean[:2], 16)

    assert abs(mean - 0x80) <= 2
