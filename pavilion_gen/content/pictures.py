"""Whether a picture file is one that pages can show, how large it is, and what it is like.

A raster picture is measured before it is decoded, so that no file is too large to be refused; then it
is decoded once, small, for its mean colours. So a file that breaks off is found by `check`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from pavilion_gen.content.svg import drawing
from pavilion_gen.content.svg_elements import SvgFault

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_SVG = 512 * 1024
MOST_PIXELS = 60_000_000
FORMATS = ("PNG", "JPEG", "WEBP", "AVIF")
_SIDEWAYS = (5, 6, 7, 8)  # orientations of EXIF (CIPA DC-008, tag 0x0112) that swap the sides
_ORIENTATION = 0x0112
_GLANCE = (128, 128)  # pixels that a mean colour is taken of, where a decoder can leave some out


class Measured(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A picture that pages can show: its size in pixels, upright.

    mean: the mean colour of a raster picture, `8a9b7c`; patches: those of its nine parts, three by
    three, row by row; both empty where one can see through it, and of a drawing. see_through: it has
    transparent parts. clean: SHA-256 (hex) of a drawing as it goes out.
    """

    width: int
    height: int
    mean: str = ""
    see_through: bool = False
    clean: str = ""
    patches: str = ""


class PictureFault(Exception):
    """Why a file cannot be used as a picture, and what to do, in an editor's words.

    code: of the diagnostic. line, column: where in a drawing, from 1; 0 where nowhere.
    """

    def __init__(
        self, message: str, help_: str, code: str = "picture-broken", line: int = 0, column: int = 0
    ) -> None:
        super().__init__(message)
        self.help = help_
        self.code = code
        self.line = line
        self.column = column


def measure(path: Path) -> Measured:
    """The picture at `path`, as pages can show it. Raises PictureFault, OSError."""
    size = path.stat().st_size
    limit = LARGEST_SVG if path.suffix == ".svg" else LARGEST_FILE
    if size > limit:
        raise PictureFault(
            f"The picture has {size:,} bytes, which is too many: at most {limit:,}.",
            "Simplify the drawing, or export it as PNG."
            if path.suffix == ".svg"
            else "Export it smaller: no page shows more than 1920 pixels across.",
            "too-large",
        )
    return _measure_svg(path.read_bytes()) if path.suffix == ".svg" else _measure_raster(path)


def _measure_svg(data: bytes) -> Measured:
    from hashlib import sha256

    try:
        found = drawing(data)
    except SvgFault as fault:
        raise PictureFault(str(fault), fault.help, line=fault.line, column=fault.column) from None
    return Measured(found.width, found.height, clean=sha256(found.data).hexdigest())


def _measure_raster(path: Path) -> Measured:
    import warnings

    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                width, height = image.size
                _look_at_header(image)
                sideways = image.getexif().get(_ORIENTATION) in _SIDEWAYS
                mean, patches = _means(image)
    except UnidentifiedImageError:
        raise PictureFault(
            "This file is not a picture that can be read.",
            "Export it again as PNG, JPEG, WebP, AVIF or SVG, under the ending of what it is.",
        ) from None
    except Image.DecompressionBombError:
        raise _too_large("The picture has many times more pixels than any screen.") from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, OverflowError):
        raise PictureFault(
            "The picture is broken: it cannot be read to its end.",
            "Export or copy it again; it may have been cut off on its way.",
        ) from None
    if sideways:
        width, height = height, width
    return Measured(width, height, mean, see_through=not mean, patches=patches)


def _look_at_header(image: Image) -> None:
    """Raises PictureFault for what is not to be decoded."""
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise _too_large(f"The picture has {width} × {height} pixels, which is too many.")
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise PictureFault(
            "The picture moves; pages show still pictures.", "Export one frame of it."
        )


def _too_large(message: str) -> PictureFault:
    return PictureFault(
        message, "Export it smaller: no page shows more than 1920 pixels across.", "too-large"
    )


def _means(image: Image) -> tuple[str, str]:
    """The mean colours of a picture and of its nine parts, upright; empty where one can see through.

    Decodes all of it.
    """
    from PIL import ImageOps

    image.draft("RGB", _GLANCE)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        if image.getchannel("A").getextrema() != (255, 255):
            return "", ""
    if image.mode.startswith("I"):  # 16 bits a pixel, which `convert` would cut off
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    plain = image.convert("RGB")
    return _colours(plain, 1), _colours(ImageOps.exif_transpose(plain), 3)


def _colours(image: Image, across: int) -> str:
    """The mean colours of the parts of a picture, row by row."""
    from PIL.Image import Resampling

    return image.resize((across, across), Resampling.BOX).tobytes().hex()
