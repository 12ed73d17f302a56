"""Raster pictures in the sizes of the layout: pure, from a master's bytes to a variant's.

Every change of this file makes new pictures under new names: it is part of `pictures.recipe`. Equal
bytes are promised for one version of Pillow on one platform, so the encoders are told all that they
would else decide by the machine.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

    from pavilion_gen.materials.pictures import Variant

# Qualities at which drawn scenes with paper grain, and photographs, look like the master at arm's
# length. AVIF at speed 8: 6 takes four times as long for 3 % of the bytes, 9 saves half the time and
# costs 10 %.
_SETTINGS: dict[str, dict[str, Any]] = {
    "avif": {
        "quality": 55, "speed": 8, "subsampling": "4:2:0", "codec": "aom", "max_threads": 1,
        "autotiling": False,
    },
    "webp": {"quality": 76, "method": 4},
    "jpg": {"quality": 80, "optimize": True, "progressive": True, "subsampling": "4:2:0"},
    "png": {"optimize": True},
}  # fmt: skip
_FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}
_MASTERS = ("PNG", "JPEG", "WEBP", "AVIF")


class RasterFault(Exception):
    """A master that was measured, and cannot be decoded or encoded after all."""


def encoded(
    master: bytes, wanted: Iterable[Variant], *, see_through: bool
) -> Iterator[tuple[Variant, bytes]]:
    """The bytes of some variants of a picture. see_through: whether its alpha is kept.

    Upright, in sRGB, and without what a camera wrote beside the picture: EXIF with the place, XMP,
    profile, comments. Raises RasterFault.
    """
    try:
        image = _decoded(master, see_through)
        for variant in wanted:
            yield variant, _one(image, variant)
    except (OSError, ValueError, SyntaxError) as fault:
        raise RasterFault(str(fault)) from fault


def _decoded(master: bytes, see_through: bool) -> Image:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(master), formats=_MASTERS) as image:
        profile = image.info.get("icc_profile")
        image.draft(None, (1920, 1920))  # of a JPEG, not smaller than this
        upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I"):  # 16 bits a pixel, which `convert` would cut off
        upright = upright.convert("I").point(lambda value: value / 256).convert("L")
    wanted = "RGBA" if see_through else "RGB"
    if upright.has_transparency_data or upright.mode == "P":
        upright = upright.convert("RGBA")
    if profile:
        upright = _in_srgb(upright, profile)
    return upright.convert(wanted)


def _in_srgb(image: Image, profile: bytes) -> Image:
    """The picture in sRGB; as it is, where its profile is none of its own kind of colours."""
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(
            image,
            own,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGBA" if image.mode == "RGBA" else "RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return image
    assert made is not None
    return made


def _one(image: Image, variant: Variant) -> bytes:
    from PIL.Image import Resampling

    size = (variant.width, variant.height)
    small = image.resize(size, Resampling.LANCZOS, reducing_gap=3.0)
    small.info.clear()
    out = io.BytesIO()
    small.save(out, _FORMATS[variant.kind], **_SETTINGS[variant.kind])
    return out.getvalue()
