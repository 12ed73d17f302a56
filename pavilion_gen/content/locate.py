"""From a diagnostic's place to line and column, by reading its file again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path as FilePath

from pavilion_gen.content.decode import readable_lines
from pavilion_gen.content.front_matter import split
from pavilion_gen.content.yaml_tree import Span, Spans, parse
from pavilion_gen.diagnostics import Diagnostic, Located, Path, Place, order


class _Source:
    """One file, read for showing: its lines and where each value stands."""

    def __init__(self, path: FilePath) -> None:
        try:
            self.lines = readable_lines(path.read_bytes()) if path.is_file() else []
        except OSError:
            self.lines = []
        self.is_page = path.suffix == ".md"
        self._spans: Spans | None = None
        self.body_line = 0

    @property
    def spans(self) -> Spans:
        if self._spans is None:
            self._spans = Spans({}, {})
            text, first = "\n".join(self.lines), 0
            if self.is_page:
                parts = split(text)
                text, first = (parts.front, 1) if parts else ("", 0)
                self.body_line = parts.body_line if parts else 0
            parse(text, first_line=first, spans=self._spans)
        return self._spans

    def span(self, path: Path, key: bool) -> Span | None:
        """The place of a value or key, or of the nearest thing around it that has one."""
        while True:
            table = self.spans.keys if key else self.spans.values
            if path in table:
                return table[path]
            if not path:
                return None
            path, key = path[:-1], False

    def search(self, place: Place, span: Span | None) -> tuple[int, int] | None:
        """(line, column) from 0 of the nth occurrence of `place.find` inside the value."""
        _ = self.spans
        first, last = (span.line, span.end_line) if span else (self.body_line, len(self.lines))
        left = place.nth
        for number in range(first, min(last + 1, len(self.lines))):
            start = span.column if span and number == span.line else 0
            while (at := self.lines[number].find(place.find, start)) >= 0:
                if left == 0:
                    return number, at
                left -= 1
                start = at + 1
        return None


def _located(diagnostic: Diagnostic, source: _Source) -> Located:
    place = diagnostic.place
    if place.line:
        line, column, length = place.line - 1, max(0, place.column - 1), 1
    elif not source.lines or (not place.path and not place.find and not source.is_page):
        return Located(diagnostic, 0, 0, 0, "")
    else:
        span = source.span(place.path, place.key) if place.path else None
        found = source.search(place, span) if place.find else None
        if found:
            line, column, length = *found, len(place.find)
        elif span:
            line, column = span.line, span.column
            length = span.end_column - span.column if span.end_line == span.line else 1
        else:
            line, column, length = 0, 0, 1
    text = source.lines[line] if line < len(source.lines) else ""
    return Located(diagnostic, line + 1, column + 1, max(1, length), text)


def locate(root: FilePath, diagnostics: Iterable[Diagnostic]) -> list[Located]:
    """The diagnostics with lines and columns, each once, in the order in which they are printed."""
    sources: dict[str, _Source] = {}
    found = []
    for diagnostic in diagnostics:
        file = diagnostic.place.file
        if file not in sources:
            sources[file] = _Source(root / file if file else root)
        found.append(_located(diagnostic, sources[file]))
    return order(found)
