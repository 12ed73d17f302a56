"""What refers to what: ids that are named, links in texts, ids and addresses given twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from pavilion_gen.content.load import CountryContent, Part, SharedContent
from pavilion_gen.content.read_file import Identified
from pavilion_gen.content.reading import Link, Reference
from pavilion_gen.diagnostics import Diagnostic, Place, nearest

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(.*)\Z", re.IGNORECASE | re.DOTALL)
_WEB = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
_ANCHOR = re.compile(r"s([1-9][0-9]*)\Z")
_Tell = Callable[[str, str], Diagnostic]
COUNTRY_KINDS = ("product", "merchant", "region", "guide", "partner")
SHARED_KINDS = ("category", "campaign", "page", "embassy")
_PORTAL_WORDS = frozenset({"campaigns", "embassies", "search"})


class Target(NamedTuple):
    """What a link names."""

    country: str
    kind: str
    id: str


class Index(msgspec.Struct, frozen=True, gc=False):
    """Which ids there are. Keys: (country, kind); shared things have an empty country.

    incomplete: keys of which some could not be read, so that a missing id proves nothing.
    folders: the countries there are; unread: those of which nothing is known.
    """

    ids: dict[tuple[str, str], frozenset[str]]
    incomplete: frozenset[tuple[str, str]]
    folders: frozenset[str]
    unread: frozenset[str] = frozenset()

    def has(self, country: str, kind: str, id_: str) -> bool:
        """Whether the id exists, or may exist in what could not be read."""
        key = (country, kind)
        known = self.ids.get(key)
        return (known is not None and id_ in known) or key in self.incomplete or (
            country in self.unread
        )  # fmt: skip

    def near(self, country: str, kind: str, id_: str) -> str:
        """The help for an id that does not exist."""
        known = self.ids.get((country, kind), frozenset())
        near = nearest(id_, known)
        if near:
            return f"Did you mean `{near}`?"
        if not known:
            return f"There is no {kind} yet."
        return f"There are: {', '.join(sorted(known)[:12])}{', …' if len(known) > 12 else ''}."


def ids_by_kind(part: Part) -> dict[str, tuple[str, ...]]:
    """The ids of a country's or the shared files."""
    found: dict[str, dict[str, None]] = {}
    for named in part.ids:
        found.setdefault(named.kind, {})[named.id] = None
    return {kind: tuple(ids) for kind, ids in found.items()}


def shared_ids(shared: SharedContent) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """(ids by kind, kinds of which some could not be read) of the shared files."""
    ids = ids_by_kind(shared.part)
    ids["tax class"] = tuple({name: None for rules in shared.tax for name in rules.classes})
    incomplete = set(shared.part.incomplete)
    told = any(told.place.file == "tax.yaml" for told in shared.part.diagnostics)
    if "tax" not in shared.present or "tax" in incomplete or told:
        incomplete.add("tax class")
    return ids, frozenset(incomplete)


def foreign_links(part: CountryContent) -> tuple[Target, ...]:
    """What links in a country's texts name of other countries."""
    found: dict[Target, None] = {}
    for link in part.part.uses.links:
        if "/" not in link.target or link.target.startswith("http"):
            continue
        named = target(link.target, part.id)
        if named is not None and named.country not in ("", part.id):
            found[named] = None
    return tuple(sorted(found))


def duplicates(part: Part) -> Iterator[Diagnostic]:
    """Ids given twice within their kind and country."""
    first: dict[tuple[str, str], Identified] = {}
    for named in part.ids:
        if named.kind in ("rates", "tax"):
            continue
        earlier = first.setdefault((named.kind, named.id), named)
        if earlier is not named and named.place.path:
            yield Diagnostic(
                "duplicate-id",
                named.place,
                f"The {named.kind} `{named.id}` is already in {earlier.place.file}.",
                "Give one of the two another id.",
            )
        elif earlier is not named and named.kind == "guide":
            yield Diagnostic(
                "duplicate-id",
                Place(named.place.file, line=1, column=1),
                f"The guide `{named.id}` is already in {earlier.place.file}.",
                "Rename one of the two: culture and travel share their ids.",
            )


def reserved_pages(part: Part) -> Iterator[Diagnostic]:
    """Pages of the portal whose addresses are taken."""
    for page in part.ids:
        if page.kind == "page" and (page.id in _PORTAL_WORDS or len(page.id) == 2):
            yield Diagnostic(
                "reserved-id",
                page.place,
                f"`{page.id}` cannot be a page: the address is taken.",
                "Rename the page; two letters are countries.",
            )


def duplicate_variants(country: CountryContent) -> Iterator[Diagnostic]:
    """Variants of one product with the same id."""
    places = {named.id: named.place for named in country.part.ids if named.kind == "product"}
    for product in country.products:
        if not product.variants:
            continue
        seen: set[str] = set()
        for number, variant in enumerate(product.variants):
            if variant.id in seen and product.id in places:
                place = places[product.id]
                yield Diagnostic(
                    "duplicate-id",
                    Place(place.file, (*place.path[:-1], "variants", number, "id")),
                    f"The variant `{variant.id}` is there twice.",
                    "Give one of the two another id.",
                )
            seen.add(variant.id)


def references(part: Part, country: str, known: Index) -> Iterator[Diagnostic]:
    """Ids that fields of a country's (or, country "", the shared) files name and that do not exist."""
    for reference in part.uses.references:
        problem = _unknown(reference, country, known)
        if problem:
            yield problem


def _unknown(reference: Reference, country: str, known: Index) -> Diagnostic | None:
    kind, id_ = reference.kind, reference.id
    owner = country if kind in COUNTRY_KINDS else ""
    if kind in COUNTRY_KINDS and not country:
        owner, slash, id_ = id_.partition("/")
        if not slash or owner not in known.folders:
            near = nearest(owner, known.folders) if slash else None
            return Diagnostic(
                "unknown-reference",
                reference.place,
                f"`{reference.id}` names no {kind} of a country.",
                f"Did you mean `{near}/{id_}`?" if near else "Write it as fr/lavender-honey.",
            )
    if known.has(owner, kind, id_):
        return None
    return Diagnostic(
        "unknown-reference",
        reference.place,
        f"There is no {kind} `{id_}`" + (f" in {owner}." if owner and owner != country else "."),
        known.near(owner, kind, id_),
    )


def category_cycles(shared: SharedContent) -> Iterator[Diagnostic]:
    """Categories that are their own ancestors."""
    parents = {category.id: category.parent for category in shared.categories}
    places = {one.id: one.place for one in shared.part.ids if one.kind == "category"}
    told: set[str] = set()
    for category in shared.categories:
        seen = {category.id}
        node = category.parent
        while node is not None and node not in seen:
            seen.add(node)
            node = parents.get(node)
        if node == category.id and node not in told:
            told |= seen
            place = places[category.id]
            yield Diagnostic(
                "category-cycle",
                Place(place.file, (*place.path[:-1], "parent")),
                f"The category `{category.id}` is its own ancestor.",
                "Leave out `parent`, or name another one.",
            )


def links(
    part: Part, country: str, known: Index, foreign: Mapping[Target, str]
) -> Iterator[Diagnostic]:
    """Links in texts that lead to nothing.

    foreign: for what a country's links name of other countries, the empty string where that
    exists, else the help.
    """
    shared = {kind: known.ids.get(("", kind), frozenset()) for kind in SHARED_KINDS[:3]}
    own = {kind: known.ids.get((country, kind), frozenset()) for kind in COUNTRY_KINDS if country}
    there = {**shared, **own}
    for link in part.uses.links:
        kind, _, id_ = link.target.partition(":")
        if kind in there and id_ in there[kind]:
            continue
        problem = _dangling(link, country, part, known, foreign)
        if problem:
            yield problem


def target(link: str, country: str) -> Target | None:
    """(country, kind, id) that a link in a text of `country` names; None for a web address.

    A shared text names `fr/lavender-honey`; so may a country's text for another country.
    """
    scheme = _SCHEME.match(link)
    if not scheme:
        return None
    kind, id_ = scheme[1].lower(), scheme[2].partition("#")[0]
    if kind in SHARED_KINDS:
        return Target("", kind, id_)
    owner, slash, rest = id_.partition("/")
    return Target(owner, kind, rest) if slash else Target(country, kind, id_)


def _dangling(
    link: Link, country: str, part: Part, known: Index, foreign: Mapping[Target, str]
) -> Diagnostic | None:
    def told(message: str, help_: str) -> Diagnostic:
        return Diagnostic("dangling-link", link.place, message, help_)

    scheme = _SCHEME.match(link.target)
    if link.target.startswith("#"):
        return _bad_anchor(link, part, told)
    if not scheme:
        return told(f"`{link.target[:60]}` is neither a web address nor a link of content.",
                    "Write product:…, guide:…, merchant:…, region:…, category:…, page:… or "
                    "campaign:… with an id, or a whole address with https://.")  # fmt: skip
    kind = scheme[1].lower()
    if kind in ("http", "https"):
        return None if _WEB.match(link.target) else told("This web address has no host.",
                                                         "Write it whole.")  # fmt: skip
    if kind == "mailto":
        return None
    if kind == "image":
        return _bad_image(link, told)
    if kind not in ("product", "merchant", "region", "guide", "category", "campaign", "page"):
        near = nearest(kind, ("product", "merchant", "region", "guide", "category", "campaign",
                              "page", "image", "https"))  # fmt: skip
        return told(f"Links of the kind `{kind}:` are not known.",
                    f"Did you mean `{near}:`?" if near else "Kinds: product, guide, merchant, "
                    "region, category, page, campaign, image, https.")  # fmt: skip
    found = target(link.target, country)
    assert found is not None
    owner, kind, id_ = found
    if found in foreign and owner in known.folders:
        help_ = foreign[found]
        return told(f"There is no {kind} `{id_}`.", help_) if help_ else None
    if owner and owner not in known.folders:
        return told(f"There is no country `{owner}`.", "Write fr/lavender-honey.")
    if kind in COUNTRY_KINDS and not owner:
        return told(f"A shared text must say which country `{id_}` is of.",
                    f"Write {kind}:fr/{id_}, with its country.")  # fmt: skip
    if known.has(owner, kind, id_):
        return None
    return told(f"There is no {kind} `{id_}`.", known.near(owner, kind, id_))


def _bad_anchor(link: Link, part: Part, told: _Tell) -> Diagnostic | None:
    found = _ANCHOR.match(link.target[1:])
    stem = link.place.file.rpartition("/")[2].split(".")[0]
    counts = [
        count
        for (_, id_, locale), count in part.headings.items()
        if id_ == stem and locale == link.locale
    ]
    if found and counts and int(found[1]) <= counts[0]:
        return None
    return told(f"There is no heading `{link.target[:40]}` on this page.",
                "The headings of a page are #s1, #s2, … in their order.")  # fmt: skip


def _bad_image(link: Link, told: _Tell) -> Diagnostic | None:
    """Only the name is looked at here: whether the picture is there, `content` tells."""
    name = link.target.partition(":")[2]
    if re.fullmatch(r"[a-z0-9-]+\.(?:svg|png|jpg|jpeg|webp|avif)", name):
        return None
    return told(f"`{name[:60]}` is not the name of a picture.",
                "Write image:lavender-field.svg, a file below images/.")  # fmt: skip
