"""What the preview shows: the last good site, and what is wrong with the newest save."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import msgspec
from jinja2 import TemplateError

from pavilion_gen.content.kept import Memo, NothingKept
from pavilion_gen.content.locate import locate
from pavilion_gen.content.snapshot import ContentChanged, Snapshot, look, look_again
from pavilion_gen.diagnostics import Diagnostic, Located, Place, order
from pavilion_gen.diagnostics.own_fault import keep_trace
from pavilion_gen.materials.theme import Theme, load_theme
from pavilion_gen.materials.theme_files import ThemeFault
from pavilion_gen.render.templates import Templates
from pavilion_gen.serve.site import PreviewSite
from pavilion_gen.settings import Settings
from pavilion_gen.workspace import Workspace

ENGINE = b"serve"  # our own sources do not change while the process runs


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

    Of what an earlier walk made, everything stays that is made of the same.
    now: the clock; asked anew before every walk.
    """

    def __init__(self, settings: Settings, now: Callable[[], datetime]) -> None:
        self._settings = settings
        self._now = now
        self._walks = 0
        self._memo = Memo()
        self._snapshot: Snapshot | None = None
        self._theme: Theme | None = None
        self._located: dict[tuple[Diagnostic, bytes], Located] = {}
        self._folders: tuple[Path, ...] = ()
        self._folders = self._theme_folders()
        self._theme_touched = True
        self.shown = Shown(f"{os.getpid()}-0", str(settings.content), drafts=settings.drafts)

    @property
    def watched(self) -> tuple[Path, ...]:
        """The content folder and the folders of the theme."""
        return (self._settings.content, *self._folders)

    def walk(self, changed: Iterable[str] = ()) -> Shown:
        """Reads what was saved, and all that follows from it. Never raises.

        changed: files that were saved; none where that is not known. A walk that ends in mistakes
        keeps the site that was there before.
        """
        self._walks += 1
        before = self.shown
        site: PreviewSite | None = None
        found: tuple[Located, ...] = ()
        fault = ""
        saved = tuple(changed)
        self._theme_touched = self._theme_touched or self._is_of_theme(saved)
        try:
            site, found = self._walked(saved)
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

    def _walked(self, saved: tuple[str, ...]) -> tuple[PreviewSite | None, tuple[Located, ...]]:
        for _ in range(3):
            self._snapshot = self._look(saved)
            settings = msgspec.structs.replace(self._settings, at=self._now())
            memo = self._memo.renewed()
            workspace = Workspace(settings, NothingKept(), ENGINE, self._snapshot, memo)
            if self._theme is not None and not self._theme_touched:
                workspace.use_theme(self._theme)
            try:
                survey = workspace.survey()
                break
            except ContentChanged:  # another save, while this one was read
                saved = ()
        self._memo = memo
        told = list(survey.diagnostics)
        site: PreviewSite | None = None
        if workspace.theme_faults:
            self._folders = self._theme_folders()
        else:
            self._theme, self._folders = workspace.theme, workspace.theme.folders
        if survey.world is not None and not (settings.strict and told):
            templates, faults = self._templates(workspace)
            told += faults
            if not faults:
                site = PreviewSite(workspace, survey, templates)
        return site, self._place(told)

    def _look(self, saved: tuple[str, ...]) -> Snapshot:
        root = self._settings.content
        if self._snapshot is None or not saved:
            return look(root)
        base = root.resolve()
        inside = [Path(path) for path in saved if Path(path).is_relative_to(base)]
        return look_again(self._snapshot, [path.relative_to(base).as_posix() for path in inside])

    def _place(self, told: list[Diagnostic]) -> tuple[Located, ...]:
        """The diagnostics with their lines; a file that is as it was is not read again."""
        assert self._snapshot is not None
        digests = self._snapshot.digests
        keys = {one: (one, digests.get(one.place.file, b"")) for one in told}
        missing = [one for one, key in keys.items() if key not in self._located]
        placed = {keys[one.diagnostic]: one for one in locate(self._settings.content, missing)}
        known = {key: self._located.get(key) or placed.get(key) for key in keys.values()}
        self._located = {key: one for key, one in known.items() if one is not None}
        return tuple(order(self._located.values()))

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

    def _templates(self, workspace: Workspace) -> tuple[Templates, tuple[Diagnostic, ...]]:
        """The templates, those already compiled where the theme is as it was; and their faults."""
        before = self.shown.site
        if before is not None and not self._theme_touched:
            return before.templates, ()
        templates = Templates(workspace.theme, workspace.tools.assets.addresses)
        told = []
        for name in sorted(
            {p.name for one in workspace.theme.templates for p in one.glob("*.html")}
        ):
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


def theme_mistake(message: str) -> Diagnostic:
    """A fault of the theme, told like a mistake in the content."""
    return Diagnostic("theme", Place(""), message)
