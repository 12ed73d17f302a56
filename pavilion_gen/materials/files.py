"""Files that go out under names that carry their content's hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import rjsmin

from pavilion_gen.materials.theme import Theme
from pavilion_gen.model.country import Palette


class File(msgspec.Struct, frozen=True, gc=False):
    """A file of the output: its path there, its bytes or where they are read, their SHA-256."""

    path: str
    source: Path | None = None
    data: bytes = b""
    digest: str = ""

    def read(self) -> bytes:
        return self.source.read_bytes() if self.source is not None else self.data


def hashed_name(name: str, data: bytes) -> str:
    """`base.css` with the hash of its bytes before the ending: `base.3f9a1c2b7d.css`."""
    return name_with(name, hashlib.sha256(data).hexdigest())


def name_with(name: str, digest: str) -> str:
    """A name with the beginning of a hash before its ending."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{digest[:10]}.{ending}"


def packed(name: str, data: bytes) -> bytes:
    """A script without its comments and the space that nothing needs; any other file as it is."""
    return bytes(rjsmin.jsmin(data)) if name.endswith(".js") else data


def theme_assets(theme: Theme) -> dict[str, File]:
    """The assets of a theme by their name there, each under its name in the output."""
    assets = {}
    for name, path in theme.asset_files().items():
        data = packed(name, path.read_bytes())
        digest = hashlib.sha256(data).hexdigest()
        assets[name] = File(name_with(f"assets/{name}", digest), data=data, digest=digest)
    return assets


def ready_bases(theme: Theme) -> dict[str, File]:
    """The pictures on which a build puts codes, by their name in the theme. None goes out as it is."""
    return {
        name: File(name, data=data, digest=hashlib.sha256(data).hexdigest())
        for name, data in theme.ready().items()
    }


def palette_css(selector: str, palette: Palette) -> str:
    """A rule that sets the four colours of a country."""
    return (
        f"{selector}{{--accent:{palette.accent};--deep:{palette.deep};"
        f"--soft:{palette.soft};--night:{palette.night}}}\n"
    )
