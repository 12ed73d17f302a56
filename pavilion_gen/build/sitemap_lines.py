"""The lines of a sitemap as the record keeps them: nearly all of a pavilion's are of a few forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pavilion_gen.build.record import Unit
from pavilion_gen.render.sitemaps import Line

_PATH = "\0"  # stands in no address
NONE = -1


def in_forms(
    paths: Sequence[str], lines: Iterable[Line | None]
) -> tuple[tuple[int, ...], tuple[tuple[str, str], ...]]:
    """(the form of each line, NONE where there is none; the forms). paths: of the pages."""
    forms: dict[tuple[str, str], int] = {}
    kept = [
        NONE
        if line is None
        else forms.setdefault((line.xml.replace(_own(path), _PATH), line.changed), len(forms))
        for path, line in zip(paths, lines, strict=True)
    ]
    return tuple(kept), tuple(forms)


class RecordedLines:
    """The lines of a unit as its record has them."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._forms = dict(zip(unit.paths, unit.lines, strict=False))

    def __contains__(self, path: str) -> bool:
        return path in self._forms

    def line(self, path: str) -> Line | None:
        """The line of a recorded page."""
        form = self._forms[path]
        if form == NONE:
            return None
        xml, changed = self._unit.forms[form]
        return Line(xml.replace(_PATH, _own(path)), changed)


def _own(path: str) -> str:
    """The last steps of an address, by which it differs from those of its siblings."""
    return "/".join(path.split("/")[-3:-1]) or path
