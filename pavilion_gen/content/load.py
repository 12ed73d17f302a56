"""The whole content tree: shared files once, then country by country."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from pavilion_gen.content.read_file import FileReading, Identified, Page
from pavilion_gen.content.reader import BadPicture, Reader
from pavilion_gen.content.reading import Context, TextUse, Uses
from pavilion_gen.content.walk import SourceFile
from pavilion_gen.diagnostics import Diagnostic, Place
from pavilion_gen.model.campaign import Campaign
from pavilion_gen.model.country import Country, Guide, Merchant
from pavilion_gen.model.picture import PictureFile
from pavilion_gen.model.product import Product
from pavilion_gen.model.site import (
    Category,
    Criteria,
    Embassy,
    PortalPage,
    Rates,
    Site,
    TaxRules,
)


class Part(msgspec.Struct, frozen=True, gc=False):
    """What shared files and a country's files have in common.

    ids: every named thing, broken ones included, in the order of the files.
    incomplete: kinds of which some could not be read, so that a missing id proves nothing.
    headings: (kind, id, locale) of a page to how many headings it has.
    """

    uses: Uses
    ids: tuple[Identified, ...]
    incomplete: frozenset[str]
    pictures: dict[str, PictureFile]
    headings: dict[tuple[str, str, str], int]
    diagnostics: tuple[Diagnostic, ...]


class SharedContent(msgspec.Struct, frozen=True, gc=False):
    """The shared files."""

    part: Part
    site: Site | None = None
    categories: tuple[Category, ...] = ()
    rates: tuple[Rates, ...] = ()
    tax: tuple[TaxRules, ...] = ()
    criteria: Criteria | None = None
    embassies: tuple[Embassy, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    pages: tuple[PortalPage, ...] = ()
    static: tuple[str, ...] = ()
    present: frozenset[str] = frozenset()


class CountryContent(msgspec.Struct, frozen=True, gc=False):
    """The files of one country. country: None where `country.yaml` is too broken to be read."""

    id: str
    part: Part
    country: Country | None = None
    merchants: tuple[Merchant, ...] = ()
    products: tuple[Product, ...] = ()
    guides: tuple[Guide, ...] = ()


class _Collector:
    """Gathers the readings of several files into one `Part`."""

    def __init__(self, reader: Reader, kinds: dict[str, str]) -> None:
        self.reader = reader
        self.kinds = kinds
        self.readings: list[FileReading] = []
        self.extra: list[Diagnostic] = []
        self.texts: list[TextUse] = []
        self.ids: list[Identified] = []
        self.incomplete: set[str] = set()
        self.pictures: dict[str, PictureFile] = {}
        self.headings: dict[tuple[str, str, str], int] = {}

    def read(self, file: SourceFile, context: Context, front: str = "") -> Any:
        """The value of one file. front: which keys the front matter of a page has."""
        reading = self.reader.read(file, context, front)
        self.readings.append(reading)
        self.ids += reading.ids
        if reading.broken:
            self.incomplete.update(self.kinds.get(file.kind, "").split())
        return reading.value

    def pages(
        self, files: list[SourceFile], context: Context, kind: str, sources: tuple[str, ...]
    ) -> list[tuple[str, dict[str, Page]]]:
        """(id, locale to page) of the Markdown pages among `files`; facts in the source's file."""
        groups: dict[str, list[SourceFile]] = {}
        for file in files:
            groups.setdefault(file.id, []).append(file)
        name = "page" if kind == "page" else "guide"
        result = []
        for id_, versions in groups.items():
            full = next((f for s in sources for f in versions if f.locale == s), versions[0])
            documents: dict[str, Page] = {}
            for file in versions:
                # Where it is not known which locale is the source, each may state the facts.
                page = self.read(file, context, _front(kind, full=file is full or not sources))
                if page is not None:
                    documents[file.locale] = page
                    self.headings[(name, id_, file.locale)] = page.headings
            self.ids.append(Identified(name, id_, Place(full.path)))
            if len(documents) == len(versions):
                self.texts.append(
                    TextUse(Place(full.path, line=1, column=1), tuple(sorted(documents)), "text")
                )
                self._alt(full, documents)
            if documents:
                result.append((id_, documents))
        return result

    def _alt(self, full: SourceFile, documents: dict[str, Page]) -> None:
        if (documents[full.locale].facts.get("picture") or {}).get("file"):
            locales = tuple(sorted(key for key, page in documents.items() if page.document.alt))
            if set(locales) != set(documents):
                self.texts.append(TextUse(Place(full.path, ("picture",)), locales, "alt"))

    def look_at_pictures(self, uses: Uses, country: str) -> None:
        """Measures every picture that is named, and tells of those that are not there."""
        folder = f"countries/{country}" if country else ""
        looked: dict[str, PictureFile | BadPicture | None] = {}
        for use in uses.pictures:
            file = f"{folder}/{use.file}" if folder else use.file
            if file not in looked:
                looked[file] = self.reader.picture(file)
            picture = looked[file]
            if isinstance(picture, PictureFile):
                self.pictures[file] = picture
            elif picture is not None:
                self.extra.append(picture.told(file))
            else:
                self.extra.append(Diagnostic("picture-missing", use.place,
                                             f"There is no picture `{use.file}`.",
                                             f"Put it at {file}, or correct the name."))  # fmt: skip

    def told(self) -> list[Diagnostic]:
        """What the reading of the files has told so far."""
        return [told for reading in self.readings for told in reading.diagnostics]

    def part(self, country: str = "") -> Part:
        uses = Uses.joined([*(reading.uses for reading in self.readings),
                            Uses(texts=tuple(self.texts))])  # fmt: skip
        self.look_at_pictures(uses, country)
        return Part(
            uses,
            tuple(self.ids),
            frozenset(self.incomplete),
            self.pictures,
            self.headings,
            tuple(self.told() + self.extra),
        )


def _front(kind: str, *, full: bool) -> str:
    if kind == "page":
        return "page"
    return "guide" if full else "translation"


def read_shared(reader: Reader) -> tuple[SharedContent, Context]:
    """The shared files, and what the reading of the countries' files depends on.

    Never raises for what an editor may have written; the diagnostics say what is wrong.
    """
    collector = _Collector(
        reader,
        {"categories": "category", "embassies": "embassy", "campaign": "campaign", "page": "page",
         "tax": "tax", "criteria": "criterion"},
    )  # fmt: skip
    by_kind: dict[str, list[SourceFile]] = {}
    for file in reader.snapshot.of(""):
        by_kind.setdefault(file.kind, []).append(file)

    def yaml(kind: str, context: Context) -> Any:
        for file in by_kind.get(kind, ()):
            return collector.read(file, context)
        return None

    for kind in ("site", "categories"):
        if kind not in by_kind:
            collector.extra.append(
                Diagnostic(
                    "missing-file",
                    Place(""),
                    f"There is no {kind}.yaml.",
                    f"Every site needs one: write {kind}.yaml into the content folder.",
                )
            )
    site: Site | None = yaml("site", Context())
    unsure = any(told.place.path[:1] == ("locales",) for told in collector.told())
    context = Context(tuple(site.locales) if site and not unsure else ())
    values = {
        kind: yaml(kind, context) or () for kind in ("categories", "rates", "tax", "embassies")
    }
    criteria = yaml("criteria", context)
    campaigns = []
    for file in by_kind.get("campaign", ()):
        campaign = collector.read(file, context)
        collector.ids.append(Identified("campaign", file.id, Place(file.path)))
        if campaign is not None:
            campaigns.append(msgspec.structs.replace(campaign, id=file.id))
    default = site.portal if site else ()
    pages = [
        PortalPage(id_, {locale: page.document for locale, page in documents.items()})
        for id_, documents in collector.pages(by_kind.get("page", []), context, "page", default)
    ]
    shared = SharedContent(
        part=collector.part(),
        site=site,
        criteria=criteria,
        campaigns=tuple(campaigns),
        pages=tuple(pages),
        static=tuple(file.path for file in by_kind.get("static", ())),
        present=frozenset(by_kind),
        **values,
    )
    return shared, context


def read_country(reader: Reader, code: str, context: Context) -> CountryContent:
    """The files of one country. context: what the shared files say of them."""
    collector = _Collector(
        reader,
        {"country": "region partner", "merchants": "merchant", "products": "product",
         "culture": "guide", "travel": "guide"},
    )  # fmt: skip
    for folder, kind in (("products", "product"), ("culture", "guide"), ("travel", "guide")):
        if f"countries/{code}/{folder}" in reader.snapshot.passed_over:
            collector.incomplete.add(kind)
    by_kind: dict[str, list[SourceFile]] = {}
    for file in reader.snapshot.of(code):
        by_kind.setdefault(file.kind, []).append(file)

    def yaml(kind: str, context: Context) -> Iterable[Any]:
        for file in by_kind.get(kind, ()):
            value = collector.read(file, context)
            if value is not None:
                yield value

    if "country" not in by_kind:
        collector.extra.append(
            Diagnostic(
                "missing-file",
                Place(f"countries/{code}"),
                "There is no country.yaml.",
                "Write one, or delete the folder.",
            )
        )
        collector.incomplete.update(("region", "partner"))
    country: Country | None = next(iter(yaml("country", context)), None)
    if country is not None:
        country = msgspec.structs.replace(country, id=code)
    inner = Context(context.locales, country.currency if country else "", code)
    merchants = [merchant for entries in yaml("merchants", inner) for merchant in entries]
    products = [product for entries in yaml("products", inner) for product in entries]
    sources = (country.source, *country.locales) if country else ()
    guides = [
        _guide(kind, id_, documents, sources)
        for kind in ("culture", "travel")
        for id_, documents in collector.pages(by_kind.get(kind, []), inner, kind, sources)
    ]
    return CountryContent(
        id=code,
        part=collector.part(code),
        country=country,
        merchants=tuple(merchants),
        products=tuple(products),
        guides=tuple(guides),
    )


def _guide(kind: str, id_: str, documents: dict[str, Page], sources: Iterable[str]) -> Guide:
    first = next((documents[s] for s in sources if s in documents), next(iter(documents.values())))
    facts = first.facts
    return Guide(
        id=id_,
        kind=kind,
        documents={locale: page.document for locale, page in documents.items()},
        added=facts.get("added"),
        checked=facts.get("checked"),
        region=facts.get("region"),
        season=facts.get("season", ()),
        picture=(facts.get("picture") or {}).get("file"),
        products=facts.get("products", ()),
        sources=facts.get("sources", ()),
    )
