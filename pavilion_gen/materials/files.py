"""Files that go out as they are, under names that carry their content's hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from pavilion_gen.content.load import PictureFile
from pavilion_gen.materials.markdown import Picture
from pavilion_gen.materials.theme import Theme
from pavilion_gen.model.country import Palette


class File(msgspec.Struct, frozen=True, gc=False):
    """A file of the output: its path there, and either its bytes or where they are read."""

    path: str
    source: Path | None = None
    data: bytes = b""

    def read(self) -> bytes:
        return self.source.read_bytes() if self.source is not None else self.data


def hashed_name(name: str, data: bytes) -> str:
    """`base.css` with the hash of its bytes before the ending: `base.3f9a1c2b7d.css`."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{ending}"


def picture_path(root: Path, file: PictureFile) -> File:
    """A picture of the content under its name in the output."""
    data = (root / file.file).read_bytes()
    name = file.file.removeprefix("countries/").replace("/images/", "/").removeprefix("images/")
    return File(hashed_name(f"assets/pictures/{name}", data), data=data)


def theme_assets(theme: Theme) -> dict[str, File]:
    """The assets of a theme by their name there, each under its name in the output."""
    assets = {}
    for name, path in theme.asset_files().items():
        data = path.read_bytes()
        assets[name] = File(hashed_name(f"assets/{name}", data), data=data)
    return assets


def palette_css(selector: str, palette: Palette) -> str:
    """A rule that sets the four colours of a country."""
    return (
        f"{selector}{{--accent:{palette.accent};--deep:{palette.deep};"
        f"--soft:{palette.soft};--night:{palette.night}}}\n"
    )


class Gallery:
    """The pictures of the content by their path there, once their names are known."""

    def __init__(self, base_path: str, root: Path) -> None:
        self.base_path = base_path
        self.root = root
        self.files: dict[str, File] = {}
        self._pictures: dict[str, Picture] = {}

    def picture(self, file: PictureFile) -> Picture:
        """Address and size of a picture; from now on it is part of the output."""
        if file.file not in self._pictures:
            out = picture_path(self.root, file)
            self.files[out.path] = out
            self._pictures[file.file] = Picture(self.base_path + out.path, file.width, file.height)
        return self._pictures[file.file]
