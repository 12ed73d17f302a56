"""Whether a picture file is one, and how large it is."""

from __future__ import annotations

import re
from pathlib import Path

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_SVG = 512 * 1024
MOST_PIXELS = 60_000_000
_ELEMENTS = ("script", "foreignobject", "iframe", "style", "set", "handler")
_ELSEWHERE = re.compile(r"url\(\s*[\"']?\s*(?!#)", re.IGNORECASE)
_INSTRUCTION = re.compile(rb"<\?(?!xml\s)")
_NUMBER = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*\Z")


class PictureFault(Exception):
    """Why a file cannot be used as a picture, in an editor's words."""


def measure(path: Path) -> tuple[int, int]:
    """(width, height) in pixels of the picture at `path`, without decoding it.

    Raises PictureFault. An SVG with script, foreign content or links to other places is refused:
    it would run when opened alone.
    """
    size = path.stat().st_size
    if size > LARGEST_FILE or (path.suffix == ".svg" and size > LARGEST_SVG):
        raise PictureFault(f"The picture has {size:,} bytes, which is too many.")
    if path.suffix == ".svg":
        return _measure_svg(path.read_bytes())
    return _measure_raster(path)


def _measure_svg(data: bytes) -> tuple[int, int]:
    from xml.etree import ElementTree

    if b"\0" in data:
        raise PictureFault("This file is not an SVG picture.")
    if _INSTRUCTION.search(data):
        raise PictureFault("The SVG names a stylesheet or program, which is not allowed.")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise PictureFault("The SVG has a document type declaration, which is not allowed.")
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError):
        raise PictureFault("This file is not an SVG picture.") from None
    if root.tag not in ("{http://www.w3.org/2000/svg}svg", "svg"):
        raise PictureFault("This file is not an SVG picture.")
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        if name.lower() in _ELEMENTS or name.lower().startswith("animate"):
            raise PictureFault(f"The SVG has a <{name}>, which is not allowed.")
        for key, value in element.attrib.items():
            attribute = key.rpartition("}")[2]
            if attribute.lower().startswith("on") or attribute.lower() == "style":
                raise PictureFault(f"The SVG has the attribute {attribute}, which is not allowed.")
            refers = attribute.lower() in ("href", "src") and not value.startswith("#")
            if refers or _ELSEWHERE.search(value):
                raise PictureFault("The SVG refers to another file, which is not allowed.")
    return _svg_size(root.attrib)


def _svg_size(attributes: dict[str, str]) -> tuple[int, int]:
    width, height = (_NUMBER.match(attributes.get(name, "")) for name in ("width", "height"))
    if width and height:
        return max(1, round(float(width[1]))), max(1, round(float(height[1])))
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    try:
        _, _, wide, high = (float(part) for part in box)
        if wide > 0 and high > 0:
            return max(1, round(wide)), max(1, round(high))
    except (ValueError, OverflowError):
        pass
    raise PictureFault("The SVG says neither width and height nor a view box.")


def _measure_raster(path: Path) -> tuple[int, int]:
    import warnings

    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=["PNG", "JPEG", "WEBP", "AVIF"]) as image:
                width, height = image.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise PictureFault("This file is not a picture that can be read.") from None
    if width * height > MOST_PIXELS:
        raise PictureFault(f"The picture has {width} × {height} pixels, which is too many.")
    return width, height
