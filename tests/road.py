"""The road up to the settled world, composed for tests: all countries at once, nothing kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from pavilion_gen.catalogue.changes import next_change
from pavilion_gen.catalogue.country_checks import check_country
from pavilion_gen.catalogue.ground import Ground, ground, index
from pavilion_gen.catalogue.judgement import judge_country
from pavilion_gen.catalogue.outline import Outline, outline
from pavilion_gen.catalogue.references import Index
from pavilion_gen.catalogue.settle import settle_site
from pavilion_gen.catalogue.shared_checks import check_shared
from pavilion_gen.catalogue.world import Catalogue, World
from pavilion_gen.content.kept import Kept, NothingKept
from pavilion_gen.content.load import CountryContent, SharedContent, read_country, read_shared
from pavilion_gen.content.reader import Reader
from pavilion_gen.content.snapshot import look
from pavilion_gen.diagnostics import Diagnostic

ENGINE = b"engine"


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """An instant by the clock of UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


class Memory(dict[bytes, bytes]):
    """A store that keeps values as long as it lives."""

    def put(self, key: bytes, value: bytes) -> None:
        self[key] = value

    def close(self) -> None:
        pass


class Content(msgspec.Struct, frozen=True):
    """All that was read. folders: also those of countries that were not.

    diagnostics: of the tree itself.
    """

    folders: tuple[str, ...]
    shared: SharedContent
    countries: tuple[CountryContent, ...]
    diagnostics: tuple[Diagnostic, ...]


class Settled(msgspec.Struct, frozen=True):
    """The world at one instant, and the catalogues of the live pavilions.

    held_back: how many goods of each country are not public. next_change: None where no window
    opens or closes any more.
    """

    world: World
    live: tuple[Catalogue, ...]
    held_back: Mapping[str, int]
    next_change: datetime | None


def read_content(root: Path, *, only: str = "", kept: Kept | None = None) -> Content:
    """Everything below a content folder. only: the one country to read."""
    snapshot = look(root)
    reader = Reader(snapshot, kept or NothingKept(), ENGINE)
    shared, context = read_shared(reader)
    countries = tuple(
        read_country(reader, code, context)
        for code in snapshot.folders()
        if not only or code == only
    )
    return Content(snapshot.folders(), shared, countries, snapshot.diagnostics)


def outlines(content: Content) -> tuple[Outline, ...]:
    """The outlines of the countries that were read."""
    return tuple(outline(part) for part in content.countries)


def known(content: Content) -> Index:
    """The index of all ids."""
    return index(content.shared, outlines(content), content.folders)


def grounds(content: Content, at: datetime, *, drafts: bool = False) -> dict[str, Ground]:
    """What each country is judged and settled by."""
    ids = known(content)
    return {
        one.id: ground(one, content.shared, ids, at, drafts=drafts) for one in outlines(content)
    }


def check(content: Content, at: datetime) -> list[Diagnostic]:
    """All that is wrong with the content at an instant."""
    by = grounds(content, at)
    told = [*content.diagnostics]
    told += check_shared(content.shared, outlines(content), known(content), at)
    for part in content.countries:
        told += check_country(part, by[part.id], at)
    return told


def settle(content: Content, at: datetime, *, drafts: bool = False) -> Settled | None:
    """The world at an instant; None where the shared files are too broken for one."""
    by = grounds(content, at, drafts=drafts)
    judged = {part.id: judge_country(part, by[part.id], at) for part in content.countries}
    showcases = [judgement.showcase for judgement, _ in judged.values() if judgement.showcase]
    world = settle_site(content.shared, outlines(content), showcases, at, drafts=drafts)
    if world is None:
        return None
    return Settled(
        world,
        tuple(catalogue for _, catalogue in judged.values() if catalogue is not None),
        {code: judgement.held_back for code, (judgement, _) in judged.items()},
        next_change(content.shared, outlines(content), at, drafts=drafts),
    )
