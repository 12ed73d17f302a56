"""What comes out of a master: upright, in sRGB, without what the camera wrote; the same every time."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageOps

from pavilion_gen.materials.pictures import Variant
from pavilion_gen.materials.raster import RasterFault, encoded

IMAGES = Path(__file__).parents[2] / "content/countries"
LYING = IMAGES / "gb/images/white-cliffs.jpg"
WIDE = IMAGES / "au/images/cradle-mountain.jpg"
CUT_OUT = IMAGES / "fr/images/lavender-honey.png"
KINDS = ("avif", "webp", "jpg", "png")
ORIENTATION, GPS = 0x0112, 0x8825


def made(master: bytes, kind: str, size: tuple[int, int] = (64, 48), alpha: bool = False) -> bytes:
    [(_, data)] = encoded(master, [Variant("x", kind, *size)], see_through=alpha)
    return data


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def colours() -> Image.Image:
    """Four fields of plain colour."""
    image = Image.new("RGB", (640, 480))
    for index, colour in enumerate(("#c03030", "#30a040", "#3050c0", "#c0a030")):
        image.paste(colour, (index % 2 * 320, index // 2 * 240, index % 2 * 320 + 320, 480))
    return image


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(
        out, kind, **{"quality": 98, "subsampling": 0, **options} if kind == "JPEG" else options
    )
    return out.getvalue()


def near(one: Image.Image, other: Image.Image, at_most: int) -> bool:
    """Whether two pictures of one size show the same, pixel by pixel, but for the compression."""
    pairs = zip(one.convert("RGB").tobytes(), other.convert("RGB").tobytes(), strict=True)
    return max(abs(left - right) for left, right in pairs) <= at_most


def colour(image: Image.Image, point: tuple[int, int]) -> tuple[int, ...]:
    """Red, green and blue of a pixel."""
    found = image.convert("RGB").getpixel(point)
    assert isinstance(found, tuple)
    return found


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours of the four fields, roughly."""
    small = image.convert("RGB").resize((8, 8), Image.Resampling.BOX)
    points = ((1, 1), (6, 1), (1, 6), (6, 6))
    return [tuple(round(v / 32) for v in colour(small, point)) for point in points]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_comes_out_upright_however_it_was_stored(orientation: int) -> None:
    # given a picture that is stored turned or mirrored, and says so
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    stored = opened(saved(colours(), exif=exif.tobytes()))
    upright = ImageOps.exif_transpose(stored)

    found = opened(made(saved(colours(), exif=exif.tobytes()), "png", upright.size))

    assert corners(found) == corners(upright)
    assert len(set(corners(found))) == 4


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_what_a_camera_wrote_is_left(kind: str) -> None:
    # given a photograph with the place where it was taken, a maker, XMP and a comment
    exif = Image.Exif()
    exif[0x010F] = "PAVILION-MAKER"
    exif.get_ifd(GPS)[2] = (48.0, 51.0, 29.0)
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>PAVILION-XMP</x:xmpmeta>"
    master = saved(colours(), exif=exif.tobytes(), xmp=xmp, comment=b"PAVILION-COMMENT")
    assert opened(master).getexif().get_ifd(GPS)
    assert master.count(b"PAVILION") == 3

    data = made(master, kind)

    image = opened(data)
    assert b"PAVILION" not in data
    assert not image.getexif()
    assert {"exif", "xmp", "icc_profile", "comment"} & image.info.keys() == set()


class TestTheMastersOfTheSample:
    def test_one_lies_on_its_side_and_comes_out_upright(self) -> None:
        master = LYING.read_bytes()
        assert opened(master).size == (1350, 2400)

        found = opened(made(master, "png", (480, 270)))

        # the sky is above and light, the beach and the grass below
        top, bottom = (found.crop((0, y, 480, y + 40)).resize((1, 1)) for y in (20, 225))
        assert colour(top, (0, 0))[2] > colour(bottom, (0, 0))[2]

    def test_one_is_in_display_p3_and_comes_out_in_srgb(self) -> None:
        # given a master whose numbers mean other colours than those of sRGB
        master = WIDE.read_bytes()
        stored = opened(master)
        profile = ImageCms.ImageCmsProfile(io.BytesIO(stored.info["icc_profile"]))
        assert "P3" in ImageCms.getProfileDescription(profile)
        ignored = stored.convert("RGB").resize((480, 270), Image.Resampling.BOX)
        meant = ImageCms.profileToProfile(stored, profile, ImageCms.createProfile("sRGB"))
        assert meant is not None
        meant = meant.resize((480, 270), Image.Resampling.BOX)

        found = opened(made(master, "png", (480, 270)))

        means = [image.convert("RGB").resize((24, 14), Image.Resampling.BOX) for image in (found, meant, ignored)]  # fmt: skip
        assert near(means[0], means[1], 2)
        assert not near(means[0], means[2], 6)

    @pytest.mark.parametrize("kind", ["avif", "webp", "png"])
    def test_one_is_cut_out_and_stays_so(self, kind: str) -> None:
        found = opened(made(CUT_OUT.read_bytes(), kind, (320, 400), alpha=True)).convert("RGBA")

        alpha = found.getchannel("A")
        assert alpha.getpixel((2, 2)) == 0
        assert alpha.getpixel((160, 300)) == 255


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_pixel_comes_out(mode: str, kind: str) -> None:
    grey = Image.new("I;16", (96, 96), 0x8080) if mode == "I;16" else Image.new("L", (96, 96), 0x80)
    image = grey if mode == "I;16" else grey.convert(mode)

    found = opened(made(saved(image, "JPEG" if mode == "CMYK" else "PNG"), kind, (32, 32)))

    value = found.convert("L").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(value, int)
    assert abs(value - 0x80) <= 3


def test_a_profile_that_is_none_is_passed_over() -> None:
    master = saved(colours(), icc_profile=b"not a profile")

    assert corners(opened(made(master, "png"))) == corners(colours())


def test_a_profile_of_another_kind_of_colours_is_passed_over() -> None:
    grey = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()

    assert corners(opened(made(saved(colours(), icc_profile=grey), "png"))) == corners(colours())


def test_what_cannot_be_decoded_is_told() -> None:
    with pytest.raises(RasterFault):
        made(saved(colours())[:2000], "avif")


@pytest.mark.parametrize("alpha", [False, True])
def test_the_bytes_are_the_same_in_another_process(tmp_path: Path, alpha: bool) -> None:
    # given the same master in two processes, of another hash seed, with other threads about
    master = (CUT_OUT if alpha else WIDE).read_bytes()
    size = (480, 600) if alpha else (480, 270)
    code = (
        "import sys, hashlib\n"
        "from pavilion_gen.materials.pictures import Variant\n"
        "from pavilion_gen.materials.raster import encoded\n"
        "data = sys.stdin.buffer.read()\n"
        f"wanted = [Variant('x', kind, *{size}) for kind in {KINDS}]\n"
        f"made = encoded(data, wanted, see_through={alpha})\n"
        "print(*[hashlib.sha256(data).hexdigest() for _, data in made])\n"
    )
    if alpha:
        code = code.replace("'jpg', ", "")
    other = subprocess.run(
        [sys.executable, "-c", code], input=master, capture_output=True, check=True,
        env={"PYTHONHASHSEED": "3", "OMP_NUM_THREADS": "7", "PATH": ""},
    )  # fmt: skip

    kinds = [kind for kind in KINDS if not (alpha and kind == "jpg")]
    own = [hashlib.sha256(made(master, kind, size, alpha)).hexdigest() for kind in kinds]

    assert other.stdout.decode().split() == own
