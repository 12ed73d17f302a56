"""The templates of a theme: compiled, and each with the hash of all that it includes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import CodeType

import msgspec
from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from pavilion_gen.content.kept import Kept, NothingKept, kept_or_made, key_of
from pavilion_gen.materials.theme import Catalog, Theme
from pavilion_gen.materials.theme_files import ThemeFault
from pavilion_gen.render.asset_names import ASSET, assets_in
from pavilion_gen.render.compiler import QuickGenerator
from pavilion_gen.render.flat import flattened
from pavilion_gen.render.linked import Linked, environment, syntax_fault
from pavilion_gen.render.messages import SPOKEN, Message, forms, messages_in
from pavilion_gen.render.once import check_once

MANY = 500  # pages; for fewer it takes longer to compile the template than it saves


class _Read(msgspec.Struct, frozen=True, gc=False):
    """What one template's source says. others: templates that it refers to; assets: it names."""

    others: tuple[str, ...]
    messages: tuple[Message, ...]
    assets: tuple[str, ...]


class Templates:
    """The templates of a theme. Raises ThemeFault for what is wrong with one.

    assets: the addresses of the theme's assets, by their name there. kept, engine: where it is
    kept between runs what the sources say, and the key of what read them. Code is never kept: a
    cache may come from elsewhere, and must not bring any.
    """

    def __init__(
        self,
        theme: Theme,
        assets: Mapping[str, str],
        kept: Kept | None = None,
        engine: bytes = b"",
    ) -> None:
        self._theme = theme
        self._assets = assets
        self.kept = NothingKept() if kept is None else kept
        self._engine = engine
        self._environment = environment(theme)
        self._environment.code_generator_class = QuickGenerator
        # What every template knows, so that no `once` has to name it
        self._environment.globals.update(dict.fromkeys((*SPOKEN, ASSET, "chrome")))
        self._sources: dict[str, str] = {}
        self._known: dict[str, _Read] = {}
        self._codes: dict[str, CodeType] = {}
        self._flat_codes: dict[str, CodeType | None] = {}
        self._pages: Counter[str] = Counter()
        self._closures: dict[str, tuple[str, ...]] = {}
        self._digests: dict[str, bytes] = {}
        self._spoken: dict[tuple[str, str], bytes] = {}

    def digest(self, name: str) -> bytes:
        """The hash of a template, of all that it includes or extends, and of the assets they name."""
        if name not in self._digests:
            self._digests[name] = key_of(*self._parts(name))
        return self._digests[name]

    def _parts(self, name: str) -> Iterator[str]:
        for one in self._closure(name):
            yield from (one, self._source(one))
            for asset in self._read(one).assets:
                if asset not in self._assets:
                    raise ThemeFault(
                        f"The template {one} names the asset {asset}, which is not there."
                    )
                yield self._assets[asset]

    def spoken(self, name: str, catalog: Catalog) -> bytes:
        """The hash of the messages that a template and all it includes can say, in one language."""
        known = self._spoken.get((name, catalog.digest))
        if known is None:
            known = self._spoken[name, catalog.digest] = key_of(*self._forms(name, catalog))
        return known

    def linked(self, chrome: object, catalog: Catalog) -> Linked:
        """The templates, ready to make the pages of one chrome."""
        values = {"chrome": chrome, ASSET: self._assets.__getitem__}
        return Linked(self._theme, self._code, self._flat_code, values, catalog)

    def _forms(self, name: str, catalog: Catalog) -> Iterator[str]:
        used = {m for one in self._closure(name) for m in self._read(one).messages}
        for message in sorted(used, key=msgspec.structs.astuple):
            yield from (*forms(catalog.translations, message), "")

    def _closure(self, name: str) -> tuple[str, ...]:
        """A template and all that it refers to, in order."""
        if name not in self._closures:
            found: set[str] = set()
            waiting = [name]
            while waiting:
                current = waiting.pop()
                if current not in found:
                    found.add(current)
                    waiting += self._read(current).others
            self._closures[name] = tuple(sorted(found))
        return self._closures[name]

    def _source(self, name: str) -> str:
        if name not in self._sources:
            loader = self._environment.loader
            assert loader is not None
            try:
                self._sources[name] = loader.get_source(self._environment, name)[0]
            except TemplateNotFound:
                raise ThemeFault(f"The theme has no template {name}.") from None
            except UnicodeDecodeError:
                raise ThemeFault(f"The template {name} is not UTF-8.") from None
        return self._sources[name]

    def _read(self, name: str) -> _Read:
        """What a template says, read now or in an earlier run."""
        if name not in self._known:
            key = key_of("template", self._engine, name, self._source(name))
            self._known[name] = kept_or_made(self.kept, key, _Read, lambda: self._read_now(name))
        return self._known[name]

    def _read_now(self, name: str) -> _Read:
        tree = self._parsed(name)
        read = _Read(
            tuple(_referenced(tree, name)),
            tuple(messages_in(tree, name)),
            tuple(sorted(assets_in(tree, name))),
        )
        check_once(tree, name)
        self._codes[name] = self._compiled(tree, name)
        return read

    def _parsed(self, name: str) -> nodes.Template:
        try:
            return self._environment.parse(self._source(name), name)
        except TemplateSyntaxError as fault:
            raise syntax_fault(fault) from fault

    def _compiled(self, tree: nodes.Template, name: str) -> CodeType:
        try:
            return self._environment.compile(tree, name, name)
        except TemplateSyntaxError as fault:
            raise syntax_fault(fault) from fault

    def _code(self, name: str) -> CodeType:
        if name not in self._codes:
            self._read(name)
        if name not in self._codes:
            self._codes[name] = self._compiled(self._parsed(name), name)
        return self._codes[name]

    def _flat_code(self, name: str) -> CodeType | None:
        """The code of a template and those it extends in one, once it makes many pages.

        It is asked for before each page. None: not yet, or not possible.
        """
        self._pages[name] += 1
        if self._pages[name] == MANY:
            tree = flattened(self._parsed(name), self._parsed)
            self._flat_codes[name] = self._compiled(tree, name) if tree is not None else None
        return self._flat_codes.get(name)


def _referenced(tree: nodes.Template, name: str) -> Iterator[str]:
    for referenced in find_referenced_templates(tree):
        if referenced is None:
            raise ThemeFault(
                f"The template {name} computes the name of another one. "
                "Write the name out: what a page depends on must be known."
            )
        yield referenced
