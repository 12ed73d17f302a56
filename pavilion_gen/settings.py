"""What the command line says."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from pavilion_gen.content.kept import key_of

DEFAULT_THEME = "pavilion"


class Settings(msgspec.Struct, frozen=True, gc=False):
    """at: the clock's instant (UTC). base_url: in place of the one of `site.yaml`.

    only: the one country to read, for `check` and `serve`. strict: warnings count as errors.
    """

    content: Path
    at: datetime
    theme: str = DEFAULT_THEME
    base_url: str = ""
    drafts: bool = False
    strict: bool = False
    only: str = ""


def site_key(settings: Settings, engine: bytes, content: bytes, theme: bytes) -> bytes:
    """Names all inputs of a site but the clock. content, theme: the keys of their files."""
    options = f"{settings.base_url}\0{settings.drafts}\0{settings.strict}\0{settings.only}"
    return key_of("site", engine, content, theme, options)
