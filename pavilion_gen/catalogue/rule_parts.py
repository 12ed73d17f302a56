"""What rules for the shared files and for countries have in common."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from zoneinfo import ZoneInfo

from pavilion_gen.content.load import Part
from pavilion_gen.diagnostics import Diagnostic, Path, Place
from pavilion_gen.model.moment import Window
from pavilion_gen.model.site import Site


def told_below(part: Part, file: str, *path: str | int) -> bool:
    """Whether the reading told of a mistake there: what would follow from it is not told too."""
    return any(
        told.place.file == file and told.place.path[: len(path)] == path
        for told in part.diagnostics
    )


def told_of(part: Part, place: Place) -> bool:
    """Whether the reading told of a mistake in the record whose `id` stands at `place`."""
    return told_below(part, place.file, *place.path[:-1])


def portal_locales(site: Site | None) -> tuple[str, ...]:
    return tuple(locale for locale in site.portal if locale in site.locales) if site else ()


def is_upside_down(window: Window, zone: ZoneInfo) -> bool:
    if window.from_ is None or window.until is None:
        return False
    begins, ends = window.bounds(zone)
    return begins is not None and ends is not None and ends <= begins


def bad_window(file: str, path: Path) -> Diagnostic:
    return Diagnostic("bad-window", Place(file, path), "This window ends before it begins.",
                      "Let `until` be later than `from`.")  # fmt: skip


def site_zone(site: Site | None) -> ZoneInfo:
    return ZoneInfo(site.timezone if site else "Asia/Shanghai")


def lapsed_classes(part: Part, lapsed: Collection[str]) -> Iterator[Diagnostic]:
    for reference in part.uses.references if lapsed else ():
        if reference.kind == "tax class" and reference.id in lapsed:
            yield Diagnostic("no-tax-class", reference.place,
                             f"The tax class `{reference.id}` does not hold at this instant.",
                             "Add it to the entry of `tax.yaml` that does.")  # fmt: skip
