"""The one value behind `check`, `build` and `serve`: settings, clock, and what has been read.

The road up to the plan, in steps that each answer from what was kept where their inputs are the
same. A key names all inputs of a step; none holds a path outside the content, a time stamp or the
name of a machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from typing import Protocol, TypeVar

import msgspec

from pavilion_gen.catalogue.changes import interval, next_change, same_between
from pavilion_gen.catalogue.ground import Ground, ground, index
from pavilion_gen.catalogue.judgement import Judgement, judge_country
from pavilion_gen.catalogue.outline import Outline, outline
from pavilion_gen.catalogue.settle import settle_country, settle_site
from pavilion_gen.catalogue.shared_checks import check_shared
from pavilion_gen.catalogue.world import Catalogue, World, seen_by
from pavilion_gen.content.kept import Edition, Kept, Memo, kept_or_made, key_of
from pavilion_gen.content.load import CountryContent, SharedContent, read_country, read_shared
from pavilion_gen.content.reader import Reader
from pavilion_gen.content.reading import Context
from pavilion_gen.content.snapshot import Snapshot, look
from pavilion_gen.diagnostics import Diagnostic, Place, Severity
from pavilion_gen.materials.han import han_of
from pavilion_gen.materials.markdown import Markdown
from pavilion_gen.materials.theme import Catalog, Theme, load_catalog, load_theme
from pavilion_gen.materials.theme_files import ThemeFault
from pavilion_gen.materials.words import Words
from pavilion_gen.pages.addresses import Addresses
from pavilion_gen.pages.assets import assets
from pavilion_gen.pages.plan import Plan, Tools, plan_pavilion, plan_portal
from pavilion_gen.settings import Settings, site_key

PORTAL = ""
LARGE = 64_000_000  # bytes of YAML and Markdown; as objects they take some ten times as much
T = TypeVar("T")
_encode = msgspec.msgpack.encode


_NOT_READ = ("image", "static")


class Team(Protocol):
    """The processes that walk the road together: each has its own countries."""

    def owns(self, code: str) -> bool: ...

    def share(self, mine: dict[str, bytes]) -> dict[str, bytes]:
        """What each has made, for all of them."""
        ...


class Alone:
    """One process that does everything."""

    def owns(self, code: str) -> bool:
        return True

    def share(self, mine: dict[str, bytes]) -> dict[str, bytes]:
        return mine


class Survey(msgspec.Struct, frozen=True, gc=False):
    """All that is known before a page is planned.

    folders: the countries that were read. world: None where errors stand in the way.
    """

    outlines: dict[str, Outline]
    grounds: dict[str, Ground]
    judgements: dict[str, Judgement]
    diagnostics: tuple[Diagnostic, ...]
    world: World | None


class Workspace:
    """Settings, clock, store, and what has been read so far.

    kept: what earlier runs made with the same sources of ours. lasting: the whole of that store, for
    what does not depend on them. engine: the key of our own sources.
    """

    def __init__(
        self,
        settings: Settings,
        kept: Kept,
        engine: bytes,
        snapshot: Snapshot | None = None,
        memo: Memo | None = None,
    ) -> None:
        self.settings = settings
        self.lasting = kept
        self.kept = Edition(kept, engine)
        self.engine = engine
        self.snapshot = snapshot or look(settings.content)
        self._is_warm = memo is not None
        self.memo = memo or Memo()
        self.reader = Reader(self.snapshot, self.kept, engine, memo)
        self._content_keys: dict[str, bytes] = {}

    @cached_property
    def key(self) -> bytes:
        """Names all inputs of the whole site but the clock."""
        return site_key(self.settings, self.engine, self.snapshot.key, self.theme.key)

    def close(self) -> None:
        """Writes what is to be kept."""
        self.kept.close()

    # Reading

    @cached_property
    def _shared(self) -> tuple[SharedContent, Context]:
        return read_shared(self.reader)

    @property
    def shared(self) -> SharedContent:
        return self._shared[0]

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that are read."""
        only = self.settings.only
        return tuple(code for code in self.snapshot.folders() if not only or code == only)

    def content(self, code: str) -> CountryContent:
        """The files of a country. Raises ContentChanged."""
        context = self._shared[1]
        return self.memo.of(
            self.content_key(code), lambda: read_country(self.reader, code, context)
        )

    def content_key(self, code: str) -> bytes:
        """Names everything that a country's content is made of."""
        if code not in self._content_keys:
            self._content_keys[code] = self._content_key(code)
        return self._content_keys[code]

    def _content_key(self, code: str) -> bytes:
        parts: list[bytes | str] = [self.engine, "country", code, _encode(self._shared[1])]
        for file in self.snapshot.of(code):
            parts += (file.path, self.snapshot.digests[file.path])
        below = f"countries/{code}/"
        parts += sorted(path for path in self.snapshot.passed_over if path.startswith(below))
        return key_of(*parts)

    # Judging

    def outline(self, code: str) -> Outline:
        """A country in short."""
        key = key_of("outline", self.content_key(code))
        made = self._kept(key, Outline, lambda: outline(self.content(code)))
        self._let_go(code)
        return made

    def is_outlined(self, code: str) -> bool:
        """Whether a country's outline is kept, so that its files need not be read for it."""
        return self.kept.get(key_of("outline", self.content_key(code))) is not None

    def judgement_key(self, code: str, known: Outline, ground: Ground) -> bytes:
        """Names everything that the judgement and the catalogue of a country are made of."""
        since, _ = interval(known.edges, self.settings.at)
        return key_of("judgement", self.content_key(code), _encode(ground), _encode(since))

    def judgement(self, code: str, known: Outline, ground: Ground) -> Judgement:
        """What is wrong with a country, and what the rest of the site sees of it."""
        key = self.judgement_key(code, known, ground)

        def judge() -> Judgement:
            made, catalogue = judge_country(self.content(code), ground, self.settings.at)
            if catalogue is not None and not self.is_large:
                self.memo.of(key_of("catalogue", key), lambda: catalogue)
            return made

        judgement = self._kept(key, Judgement, judge)
        self._let_go(code)
        return judgement

    def catalogue(self, code: str, known: Outline, ground: Ground) -> Catalogue:
        """The goods of a live pavilion."""

        def settle() -> Catalogue:
            catalogue = settle_country(self.content(code), ground, self.settings.at)
            assert catalogue is not None
            self._let_go(code)
            return catalogue

        key = key_of("catalogue", self.judgement_key(code, known, ground))
        return self.memo.of(key, settle)

    @cached_property
    def is_large(self) -> bool:
        """Whether all countries at once would take too much memory; not for a warm process."""
        return not self._is_warm and sum(map(self.weight, self.countries)) > LARGE

    def weight(self, code: str) -> int:
        """The bytes of a country's YAML and Markdown; of the portal (PORTAL), the shared ones."""
        files = self.snapshot.of(code)
        return sum(self.snapshot.sizes[one.path] for one in files if one.kind not in _NOT_READ)

    def _let_go(self, code: str) -> None:
        """Of a large site a country's content is read again for each step, from what is kept."""
        if self.is_large:
            self.memo.forget(self.content_key(code))

    def forget(self, code: str, survey: Survey) -> None:
        """Lets go of a country's content, once its pages are made."""
        if code != PORTAL:
            judged = self.judgement_key(code, survey.outlines[code], survey.grounds[code])
            self.memo.forget(key_of("catalogue", judged))
            self.memo.forget(self.content_key(code))

    def _kept(self, key: bytes, kind: type[T], make: Callable[[], T]) -> T:
        return self.memo.of(key, lambda: kept_or_made(self.kept, key, kind, make))

    def survey(self, team: Team | None = None) -> Survey:
        """Reads and judges every country, and settles the world. Raises ContentChanged."""
        team = team or Alone()
        mine = [code for code in self.countries if team.owns(code)]
        outlines = _shared_out(team, Outline, {code: self.outline(code) for code in mine})
        known = index(self.shared, outlines.values(), self.snapshot.folders())
        at, drafts = self.settings.at, self.settings.drafts
        grounds = {
            code: ground(outlines[code], self.shared, known, at, drafts=drafts)
            for code in self.countries
        }
        judgements = _shared_out(
            team,
            Judgement,
            {code: self.judgement(code, outlines[code], grounds[code]) for code in mine},
        )
        told = [*self.snapshot.diagnostics, *self.theme_faults]
        told += check_shared(self.shared, tuple(outlines.values()), known, at)
        for judgement in judgements.values():
            told += judgement.diagnostics
        world: World | None = None
        if not any(diagnostic.severity is Severity.ERROR for diagnostic in told):
            showcases = (j.showcase for j in judgements.values() if j.showcase is not None)
            world = settle_site(self.shared, outlines.values(), showcases, at, drafts=drafts)
        return Survey(outlines, grounds, judgements, tuple(told), world)

    def next_change(self, survey: Survey) -> str:
        """The next instant (UTC, ISO 8601) at which the clock changes the site; or empty."""
        drafts = self.settings.drafts
        found = next_change(self.shared, survey.outlines.values(), self.settings.at, drafts=drafts)
        return found.isoformat() if found else ""

    def same_between(self, survey: Survey) -> tuple[str, str]:
        """The instants (UTC, ISO 8601, or empty) between which the clock changes nothing."""
        found = same_between(self.shared, survey.outlines.values(), self.settings.at)
        first, last = (instant.isoformat() if instant else "" for instant in found)
        return first, last

    # Planning

    @cached_property
    def _theme(self) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
        try:
            return load_theme(self.settings.theme), ()
        except ThemeFault as fault:
            return None, (Diagnostic("theme", Place(""), str(fault)),)

    def use_theme(self, theme: Theme) -> None:
        """Takes a theme that is known to be as it was."""
        self.__dict__["_theme"] = theme, ()

    @property
    def theme_faults(self) -> tuple[Diagnostic, ...]:
        return self._theme[1]

    @property
    def theme(self) -> Theme:
        theme = self._theme[0]
        assert theme is not None
        return theme

    def catalog(self, tag: str) -> Catalog:
        """The theme's messages for a BCP 47 tag. Raises ThemeFault."""
        return self._words.catalog(tag)

    @property
    def _words(self) -> _WordsByTag:
        key = key_of("words", self.theme.key)
        return self.memo.of(key, lambda: _WordsByTag(self.theme, self.kept))

    @cached_property
    def addresses(self) -> Addresses:
        site = self.shared.site
        assert site is not None
        return Addresses(self.settings.base_url or site.base_url)

    @property
    def tools(self) -> Tools:
        """What pages are planned with."""
        addresses = self.addresses
        where = f"{addresses.host}{addresses.base}"
        return self.memo.of(
            key_of("tools", self.theme.key, where),
            lambda: Tools(
                addresses,
                assets(self.theme, addresses),
                Markdown(self.kept),
                self._words,
                self.theme.makes,
                partial(han_of, kept=self.kept),
            ),
        )

    def plan_key(self, code: str, survey: Survey) -> bytes:
        """Names everything that the pages of a pavilion, or of the portal, are made of."""
        known, ground = survey.outlines.get(code), survey.grounds.get(code)
        judged = self.judgement_key(code, known, ground) if known and ground else b""
        return key_of("plan", self._surroundings(code, survey), judged)

    def _surroundings(self, code: str, survey: Survey) -> bytes:
        """Names all that pages are made of beside the catalogue of their country."""
        head = (self.engine, self.theme.key, self.settings.base_url, code)
        return key_of(*head, _encode(self._seen(code, survey)))

    def _seen(self, code: str, survey: Survey) -> World:
        """What of the world a pavilion may show; the portal, all of it."""
        assert survey.world is not None
        if code == PORTAL:
            return survey.world
        return seen_by(survey.world, code, survey.outlines[code].foreign)

    def plan(self, code: str, survey: Survey) -> Plan:
        """The plan of a pavilion, or (PORTAL) of the portal. Raises ThemeFault, ContentChanged."""
        seen = self._seen(code, survey)
        if code == PORTAL:
            return plan_portal(self.tools, seen)
        catalogue = self.catalogue(code, survey.outlines[code], survey.grounds[code])
        return plan_pavilion(self.tools, seen, catalogue, self._surroundings(code, survey))


class _WordsByTag(dict[str, Words]):
    """Words are loaded for the languages that are spoken."""

    def __init__(self, theme: Theme, kept: Kept) -> None:
        super().__init__()
        self._theme = theme
        self._kept = kept
        self._catalogs: dict[str, Catalog] = {}

    def catalog(self, tag: str) -> Catalog:
        if tag not in self._catalogs:
            self._catalogs[tag] = load_catalog(self._theme, tag, self._kept)
        return self._catalogs[tag]

    def __missing__(self, tag: str) -> Words:
        self[tag] = Words(tag, self.catalog(tag).translations)
        return self[tag]


def _shared_out(team: Team, kind: type[T], mine: Mapping[str, T]) -> dict[str, T]:
    """What every process has made, by country, in their order."""
    made = team.share({code: _encode(value) for code, value in mine.items()})
    decode = msgspec.msgpack.Decoder(kind).decode
    return {code: mine.get(code) or decode(made[code]) for code in sorted(made)}


def live(survey: Survey) -> Iterable[str]:
    """What has pages: the portal and the live pavilions."""
    assert survey.world is not None
    return (PORTAL, *(showcase.id for showcase in survey.world.live))
