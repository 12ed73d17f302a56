"""The engine key: the hash of our own sources and of the libraries that make bytes."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pavilion_gen

LIBRARIES = ("jinja2", "markupsafe", "markdown", "nh3", "babel", "msgspec")
_ROOMS = ("model", "content", "catalogue", "materials", "pages", "render")


@cache
def engine_key() -> str:
    """Changes with every release of ours or of a library that pages are made with."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for name in LIBRARIES:
        try:
            digest.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{name} ?\n".encode())
    root = Path(pavilion_gen.__file__).parent
    for room in _ROOMS:
        for path in sorted((root / room).glob("*.py")):
            digest.update(f"{room}/{path.name}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
