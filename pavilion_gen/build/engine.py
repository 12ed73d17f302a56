"""The engine key: the hash of our own sources and of the libraries that make bytes."""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path

import pavilion_gen
from pavilion_gen.content.kept import key_of
from pavilion_gen.content.snapshot import digest_of

LIBRARIES = ("jinja2", "markupsafe", "markdown", "nh3", "babel", "msgspec", "pyyaml", "pillow",
             "python_stdnum", "pypinyin", "pypinyin_dict", "opencc", "segno",
             "icalendar")  # fmt: skip
_ROOMS = ("", "diagnostics", "model", "content", "catalogue", "materials", "pages", "render")
_DISTRIBUTION = re.compile(r"([A-Za-z0-9._-]+?)-([^-]+)\.dist-info\Z")


@cache
def engine_key() -> bytes:
    """Changes with every release of ours or of a library that pages are made with."""
    known = _versions()
    parts: list[bytes | str] = [f"{sys.version_info[:2]}"]
    parts += [f"{name} {known.get(name) or _version(name)}" for name in LIBRARIES]
    root = Path(pavilion_gen.__file__).parent
    for room in _ROOMS:
        for name in sorted(os.listdir(root / room)):
            if name.endswith(".py"):
                parts += (f"{room}/{name}", digest_of(root / room / name))
    return key_of(*parts)


def _versions() -> dict[str, str]:
    """The versions of what is installed, as the folders' names say them.

    importlib.metadata knows them too, but takes longer than a build with nothing to do.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        if not folder.endswith("-packages"):
            continue
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            match = _DISTRIBUTION.match(name)
            if match:
                found.setdefault(re.sub(r"[-.]+", "_", match[1]).lower(), match[2])
    return found


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
