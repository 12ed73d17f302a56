"""What the preview shows: the last good site, and what is wrong with the newest save."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import msgspec
from jinja2 import TemplateError

from pavilion_gen.diagnostics import Diagnostic, Located, Place
from pavilion_gen.diagnostics.own_fault import keep_trace
from pavilion_gen.materials.theme import Theme, ThemeFault, load_theme
from pavilion_gen.pages.plan import SitePlan
from pavilion_gen.render.templates import Templates
from pavilion_gen.serve.site import PreviewSite
from pavilion_gen.workspace import Settings, walk_the_road


class Shown(msgspec.Struct, frozen=True, gc=False):
    """What browsers see until the next save.

    version: another one after every walk, and in every process. site: the last good one, None
    before there was any. found: of the newest walk. broken: it made no site. fault: a fault of
    our own, in words.
    """

    version: str
    root: str
    site: PreviewSite | None = None
    found: tuple[Located, ...] = ()
    broken: bool = False
    fault: str = ""
    drafts: bool = False


class Preview:
    """Walks the road again whenever it is told to, and keeps what is good.

    now: the clock; asked anew before every walk.
    """

    def __init__(self, settings: Settings, now: Callable[[], datetime]) -> None:
        self._settings = settings
        self._now = now
        self._walks = 0
        self._folders: tuple[Path, ...] = ()
        self._folders = self._theme_folders()
        self._theme_touched = True
        self.shown = Shown(f"{os.getpid()}-0", str(settings.content), drafts=settings.drafts)

    @property
    def watched(self) -> tuple[Path, ...]:
        """The content folder and the folders of the theme."""
        return (self._settings.content, *self._folders)

    def walk(self, changed: Iterable[str] = ()) -> Shown:
        """Reads everything again. changed: files that were saved. Never raises.

        A walk that ends in mistakes keeps the site that was there before.
        """
        self._walks += 1
        before = self.shown
        settings = msgspec.structs.replace(self._settings, at=self._now())
        site: PreviewSite | None = None
        found: tuple[Located, ...] = ()
        fault = ""
        self._theme_touched = self._theme_touched or self._is_of_theme(changed)
        try:
            walked = walk_the_road(settings)
            found = walked.diagnostics
            if walked.site is None or walked.theme is None:
                self._folders = self._theme_folders()
            else:
                self._folders = walked.theme.folders
                templates, told = self._templates(walked.site, walked.theme)
                found += told
                if not told:
                    site = PreviewSite(walked.site, templates, settings.at)
        except Exception as broken:
            fault = keep_trace(broken)
        self.shown = msgspec.structs.replace(
            before,
            version=f"{os.getpid()}-{self._walks}",
            site=site or before.site,
            found=found,
            broken=site is None,
            fault=fault,
        )
        return self.shown

    def _theme_folders(self) -> tuple[Path, ...]:
        """Where the theme stands; of one that cannot be read, where it stood or is looked for."""
        try:
            return load_theme(self._settings.theme).folders
        except (ThemeFault, OSError):
            places = (Path("themes"), Path(self._settings.theme))
            return self._folders or tuple(path for path in places if path.is_dir())

    def _is_of_theme(self, changed: Iterable[str]) -> bool:
        folders = [folder.resolve() for folder in self._folders]
        return any(Path(path).is_relative_to(folder) for path in changed for folder in folders)

    def _templates(self, plan: SitePlan, theme: Theme) -> tuple[Templates, tuple[Located, ...]]:
        """The templates, those already compiled where the theme is as it was; and their faults."""
        before = self.shown.site
        if before is not None and not self._theme_touched:
            return before.templates, ()
        templates = Templates(theme)
        told = []
        for name in sorted({page.template for page in plan.pages}):
            try:
                templates.digest(name)
            except ThemeFault as fault:
                told.append(theme_mistake(str(fault)))
            except TemplateError as fault:
                line = getattr(fault, "lineno", 0)
                file = getattr(fault, "name", None) or name
                told.append(theme_mistake(f"{file}, line {line}: {fault.message}"))
        self._theme_touched = bool(told)
        return templates, tuple(dict.fromkeys(told))


def theme_mistake(message: str) -> Located:
    """A fault of the theme, told like a mistake in the content."""
    return Located(Diagnostic("theme", Place(""), message), 0, 0, 0, "")
