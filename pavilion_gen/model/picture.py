"""A picture file of the content, as it was found."""

from __future__ import annotations

import msgspec


class PictureFile(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A picture that is there: its path below the content folder, its size in pixels, upright.

    digest: SHA-256 (hex) of a drawing as it goes out; of a raster picture, of its file.
    mean: the mean colour of a raster picture, `8a9b7c`; patches: those of its nine parts, three by
    three, row by row; both empty where one can see through it, and of a drawing. see_through: it has
    transparent parts.
    """

    file: str
    width: int
    height: int
    digest: str
    mean: str = ""
    see_through: bool = False
    patches: str = ""

    @property
    def is_drawing(self) -> bool:
        return self.file.endswith(".svg")
