"""Where a theme stands, and the hash of all its files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pavilion_gen
from pavilion_gen.content.kept import key_of
from pavilion_gen.content.snapshot import digest_of


class ThemeFault(Exception):
    """Why a theme cannot be used, and what to do about it."""


class ThemeNotFound(ThemeFault):
    """There is no theme of that name."""


def theme_folder(name_or_path: str) -> Path:
    """The folder of a theme: by its path, or its name in the working directory, then in ours.

    Raises ThemeNotFound.
    """
    if "/" in name_or_path or name_or_path.startswith("."):
        candidates = [Path(name_or_path)]
    else:
        package = Path(pavilion_gen.__file__).parent
        candidates = [
            Path("themes") / name_or_path,
            package / "themes" / name_or_path,
            package.parent / "themes" / name_or_path,
        ]
    for folder in candidates:
        if (folder / "theme.yaml").is_file():
            return folder
    raise ThemeNotFound(
        f"There is no theme `{name_or_path}`: {candidates[0] / 'theme.yaml'} is not a file."
    )


def theme_key(folders: Iterable[Path]) -> bytes:
    """The hash of every file of a theme and its ancestors, without where they are."""
    parts: list[bytes | str] = []
    for number, folder in enumerate(folders):
        for path in sorted(_files(str(folder), "")):
            parts += (f"{number}/{path}", digest_of(folder / path))
    return key_of(*parts)


def _files(folder: str, below: str) -> Iterable[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                yield from _files(entry.path, f"{below}{entry.name}/")
            elif entry.is_file():
                yield below + entry.name
