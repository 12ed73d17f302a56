"""Ready pictures: the code of a page put on a picture that was drawn beforehand.

Packing a whole picture takes longer than making its page. What lies above the code is the same on
all pictures of one base: it is packed once, and of each picture only the rows below.
"""

from __future__ import annotations

import io
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pavilion_gen.materials.theme import READY_HEIGHT, READY_WIDTH
from pavilion_gen.pages.ready import FIELD

if TYPE_CHECKING:
    from PIL.Image import Image

_LEVEL = 6
_BLACK, _WHITE = bytes(3), b"\xff" * 3
_MOST_COLOURS = 254  # so that black and white have room beside them
_ROW = 1 + READY_WIDTH  # bytes: how it is filtered (not at all), and its pixels


class _Base(NamedTuple):
    """A base picture. palette: its colours; above: packed rows over the code, checksum: theirs;
    below: all others, as they are."""

    palette: bytes
    black: int
    white: int
    above: bytes
    checksum: int
    below: bytes


def ready_png(base: bytes, code: bytes, modules: int) -> bytes:
    """A base picture (PNG) with a code (PNG) on it. modules: of the code's side, the light around too."""
    picture = _base(base)
    left, _, side = FIELD
    scale = side // modules
    before = (side - scale * modules) // 2
    rows = bytearray(picture.below)
    for number, row in enumerate(_matrix(code, modules)):
        pixels = b"".join(
            bytes([picture.white if light else picture.black]) * scale for light in row
        )
        for line in range(scale):
            at = (before + number * scale + line) * _ROW + 1 + left + before
            rows[at : at + len(pixels)] = pixels
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = picture.above + packer.compress(rows) + packer.flush()
    checksum = zlib.adler32(rows, picture.checksum).to_bytes(4, "big")
    head = (
        READY_WIDTH.to_bytes(4, "big") + READY_HEIGHT.to_bytes(4, "big") + b"\x08\x03\x00\x00\x00"
    )
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"PLTE", picture.palette)
        + _chunk(b"IDAT", packed + checksum)
        + _chunk(b"IEND", b"")
    )


@lru_cache(maxsize=16)
def _base(data: bytes) -> _Base:
    """A base picture, made ready for codes; most are used more than once."""
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=["PNG"]) as opened:
        image = _indexed(opened)
    colours = image.getpalette("RGB") or []
    known = [bytes(colours[at : at + 3]) for at in range(0, len(colours), 3)]
    known += [colour for colour in (_BLACK, _WHITE) if colour not in known]
    pixels = image.tobytes()
    rows = b"".join(
        b"\x00" + pixels[at : at + READY_WIDTH] for at in range(0, len(pixels), READY_WIDTH)
    )
    cut = FIELD[1] * _ROW
    packer = zlib.compressobj(_LEVEL)
    above = packer.compress(rows[:cut]) + packer.flush(zlib.Z_FULL_FLUSH)
    return _Base(
        b"".join(known),
        known.index(_BLACK),
        known.index(_WHITE),
        above,
        zlib.adler32(rows[:cut]),
        rows[cut:],
    )


def _indexed(image: Image) -> Image:
    """The picture in so many colours that black and white have room beside them."""
    from PIL.Image import Dither, Quantize

    plain = image.mode == "P" and "transparency" not in image.info
    if plain and len(image.getpalette("RGB") or ()) <= 3 * _MOST_COLOURS:
        return image.copy()
    return image.convert("RGB").quantize(_MOST_COLOURS, Quantize.MEDIANCUT, dither=Dither.NONE)


def _matrix(code: bytes, modules: int) -> list[bytes]:
    """The modules of a code, row by row; a dark one is zero."""
    from PIL import Image

    with Image.open(io.BytesIO(code)) as opened:
        small = opened.convert("L").resize((modules, modules), Image.Resampling.NEAREST)
    cells = small.tobytes()
    return [cells[at : at + modules] for at in range(0, len(cells), modules)]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
