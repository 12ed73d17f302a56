"""Ready pictures: the code of a page put on a picture that was drawn beforehand."""

from __future__ import annotations

import io

from PIL import Image

from pavilion_gen.pages.ready import FIELD

_LEVEL = 6  # of packing: a higher one takes five times as long for a tenth of the bytes
_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)
_MOST_COLOURS = 254  # so that black and white have room beside them


def ready_png(base: bytes, code: bytes, modules: int) -> bytes:
    """A base picture (PNG) with a code (PNG) on it. modules: of the code's side, the light around too."""
    with Image.open(io.BytesIO(base), formats=["PNG"]) as opened:
        picture = _indexed(opened)
    picture.info.clear()  # what a file says beside its pixels would be written again
    colours = (picture.getpalette("RGB") or [])[: 3 * _MOST_COLOURS]
    black, white = len(colours) // 3, len(colours) // 3 + 1
    picture.putpalette([*colours, *_BLACK, *_WHITE])
    left, top, side = FIELD
    with Image.open(io.BytesIO(code), formats=["PNG"]) as opened:
        small = opened.convert("L").resize((modules, modules), Image.Resampling.NEAREST)
    scale = side // modules
    cells = small.point([black] * 128 + [white] * 128)
    square = cells.resize((scale * modules, scale * modules), Image.Resampling.NEAREST)
    edge = (side - scale * modules) // 2
    picture.paste(square, (left + edge, top + edge))
    stream = io.BytesIO()
    picture.save(stream, "PNG", compress_level=_LEVEL)
    return stream.getvalue()


def _indexed(image: Image.Image) -> Image.Image:
    """The picture in so many colours that black and white have room beside them."""
    plain = image.mode == "P" and "transparency" not in image.info
    if plain and len(image.getpalette("RGB") or ()) <= 3 * _MOST_COLOURS:
        return image.copy()
    dither, median = Image.Dither.NONE, Image.Quantize.MEDIANCUT
    return image.convert("RGB").quantize(_MOST_COLOURS, median, dither=dither)
