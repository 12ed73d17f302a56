"""Pictures as pages show them: the files that each goes out as, named before any of them is made.

A drawing (SVG) is one file. A raster picture goes out as AVIF and WebP in the widths of the layout,
and once in a form that everything reads; which widths follows from its measured size alone.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pavilion_gen.content.kept import key_of
from pavilion_gen.materials.files import name_with
from pavilion_gen.model.picture import PictureFile

# A phone shows a card 180 px wide and a whole picture 390, with two or three dots a pixel; a wide
# screen shows the picture of a guide 700 px wide, with up to two. So 160 to 480 are for cards, 480 to
# 1200 for goods, 800 to 1920 for guides. No step is more than twice the one before: with fewer, much
# of what is sent would be in vain; more would cost every first build time and save shoppers little.
LADDER = (160, 320, 480, 800, 1200, 1920)
MIDDLE = 800
PICTURES = "assets/pictures/"  # in the output
HIGHEST = 4096  # of a picture that is a strip
_NEAR = 1.15  # a width this near to the next is left out


class Variant(NamedTuple):
    """One file that a picture goes out as. kind: its ending: avif, webp, jpg, png; svg."""

    path: str
    kind: str
    width: int
    height: int


class Picture(NamedTuple):
    """A picture on a page: the address that everything reads, and the size of that file in pixels.

    avif, webp: what stands in `srcset`, empty for a drawing. tone: class of its mean colour, or
    empty. mist: the colours of its nine parts, row by row, or none.
    """

    src: str
    width: int
    height: int
    avif: str = ""
    webp: str = ""
    tone: str = ""
    mist: tuple[str, ...] = ()


@cache
def recipe() -> bytes:
    """Names all that decides about the bytes of a variant but its master, its kind and its size.

    The source of the encoder is part of it, so that nobody has to remember to change a number.
    """
    import PIL

    return key_of(Path(__file__).with_name("raster.py").read_bytes(), PIL.__version__)


def widths(file: PictureFile) -> list[int]:
    """The widths of a raster picture: steps of the ladder, and its own where that is the widest."""
    widest = max(1, min(LADDER[-1], file.width, file.width * HIGHEST // file.height))
    return [*(step for step in LADDER if step * _NEAR <= widest), widest]


def variants(file: PictureFile) -> tuple[Variant, ...]:
    """The files that a picture goes out as; the last is the one that everything reads."""
    name = file.file.removeprefix("countries/").replace("/images/", "/").removeprefix("images/")
    name = f"{PICTURES}{name}"
    if file.is_drawing:
        return (Variant(name_with(name, file.digest), "svg", file.width, file.height),)
    stem = name.rpartition(".")[0]
    digest = sha256(recipe() + bytes.fromhex(file.digest)).hexdigest()

    def variant(kind: str, width: int) -> Variant:
        height = min(HIGHEST, max(1, round(file.height * width / file.width)))
        return Variant(name_with(f"{stem}-{width}.{kind}", digest), kind, width, height)

    own = widths(file)
    middle = max((width for width in own if width <= MIDDLE), default=own[0])
    made = [variant(kind, width) for kind in ("avif", "webp") for width in own]
    return (*made, variant("png" if file.see_through else "jpg", middle))


def tone(mean: str) -> str:
    """The class whose colour is nearest to a mean colour: `t` and a step of 0 to 3 for each channel."""
    return "t" + "".join(str(value // 64) for value in bytes.fromhex(mean)) if mean else ""


def mist(patches: str) -> tuple[str, ...]:
    """The colours of the parts of a picture, short: `#8a7`. What is gone in a moment needs no more."""
    parts = (patches[start : start + 6] for start in range(0, len(patches), 6))
    return tuple(
        "#" + "".join(f"{round(value / 17):x}" for value in bytes.fromhex(part)) for part in parts
    )


def tones() -> dict[str, str]:
    """The 64 classes, and the colour of each."""
    steps = [(str(step), f"{step * 64 + 32:02x}") for step in range(4)]
    return {
        f"t{red[0]}{green[0]}{blue[0]}": f"#{red[1]}{green[1]}{blue[1]}"
        for red in steps
        for green in steps
        for blue in steps
    }


class Gallery:
    """The pictures of the content by their path there, once a page has shown them."""

    def __init__(self, base_path: str) -> None:
        self.base_path = base_path
        self.shown: dict[str, PictureFile] = {}
        self._pictures: dict[str, Picture] = {}

    def picture(self, file: PictureFile) -> Picture:
        """A picture for a page; from now on it is part of the output."""
        found = self._pictures.get(file.file)
        if found is None:
            self.shown[file.file] = file
            found = self._pictures[file.file] = self._placed(file)
        return found

    def _placed(self, file: PictureFile) -> Picture:
        made = variants(file)
        plain = made[-1]

        def srcset(kind: str) -> str:
            return ", ".join(
                f"{self.base_path}{one.path} {one.width}w" for one in made if one.kind == kind
            )

        return Picture(
            self.base_path + plain.path,
            plain.width,
            plain.height,
            srcset("avif"),
            srcset("webp"),
            tone(file.mean),
            mist(file.patches),
        )
