"""The one value behind `check`, `build` and `serve`: settings, clock, and the road walked."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from pavilion_gen.catalogue.checks import check
from pavilion_gen.catalogue.settle import settle
from pavilion_gen.catalogue.world import World
from pavilion_gen.content.load import Content, read_content
from pavilion_gen.content.locate import locate
from pavilion_gen.diagnostics import Diagnostic, Located, Place, Severity
from pavilion_gen.materials.theme import DEFAULT, Theme, ThemeFault, load_theme
from pavilion_gen.pages.plan import SitePlan, plan


class Settings(msgspec.Struct, frozen=True, gc=False):
    """What the command line says. at: the clock's instant (UTC).

    only: the one country to read, for `check` and `serve`. strict: warnings count as errors.
    """

    content: Path
    at: datetime
    theme: str = DEFAULT
    base_url: str = ""
    drafts: bool = False
    strict: bool = False
    only: str = ""


class Walked(msgspec.Struct, frozen=True, gc=False):
    """The road as far as it could be walked; site is None where errors stand in the way."""

    content: Content
    diagnostics: tuple[Located, ...]
    world: World | None = None
    theme: Theme | None = None
    site: SitePlan | None = None

    def count(self, severity: Severity) -> int:
        return sum(found.diagnostic.severity is severity for found in self.diagnostics)


def walk_the_road(settings: Settings) -> Walked:
    """Reads, checks, settles and plans; renders nothing."""
    content = read_content(settings.content, only=settings.only)
    told = check(content, settings.at)
    world: World | None = None
    theme: Theme | None = None
    site: SitePlan | None = None
    if not any(diagnostic.severity is Severity.ERROR for diagnostic in told):
        world = settle(content, settings.at, drafts=settings.drafts)
    if world is not None:
        try:
            theme = load_theme(settings.theme)
            site = plan(content, world, theme, base_url=settings.base_url)
            told += site.diagnostics
        except ThemeFault as fault:
            told.append(Diagnostic("theme", Place(""), str(fault)))
    located = locate(content.root, told)
    errors = any(diagnostic.severity is Severity.ERROR for diagnostic in told)
    if errors or (settings.strict and told):
        site = None
    return Walked(content, tuple(located), world, theme, site)
