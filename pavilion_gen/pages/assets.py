"""The theme's files under their names in the output."""

from __future__ import annotations

import msgspec

from pavilion_gen.materials.files import File, ready_bases, theme_assets
from pavilion_gen.materials.theme import Theme
from pavilion_gen.pages.addresses import Addresses


class Assets(msgspec.Struct, frozen=True, gc=False):
    """The theme's files under their names in the output, as addresses.

    stylesheets, icon: those that every page names. addresses: of all, by their name in the theme.
    files: all of them, by path in the output. base: of all addresses. windows: drawings from which
    the icons of pavilions are made; ready: pictures on which codes are put; by name in the theme.
    """

    stylesheets: tuple[str, ...]
    icon: str
    addresses: dict[str, str]
    files: dict[str, File]
    base: str
    windows: dict[str, bytes]
    ready: dict[str, File]

    def file(self, name: str) -> File | None:
        """The asset of that name in the theme."""
        address = self.addresses.get(name)
        return self.files[address.removeprefix(self.base)] if address is not None else None


def assets(theme: Theme, addresses: Addresses) -> Assets:
    """The assets of a theme."""
    named = theme_assets(theme)
    places = {name: addresses.base + file.path for name, file in named.items()}
    return Assets(
        stylesheets=tuple(places[name] for name in theme.stylesheets),
        icon=places[theme.icon] if theme.icon else "",
        addresses=places,
        files={file.path: file for file in named.values()},
        base=addresses.base,
        windows=theme.windows(),
        ready=ready_bases(theme),
    )
