"""Why a page was rendered, or was not: which of the things it is made of differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pavilion_gen.build.record import Entry
from pavilion_gen.diagnostics import nearest
from pavilion_gen.render.page import Fingerprint

_PARTS = {
    "engine": "Pavilion itself, or a library under it",
    "chrome": "the frame around the page: navigation, footer, stylesheets",
    "template": "its template, or one that this includes",
    "messages": "a translated message that its templates use",
    "view": "what it shows",
}


def changed_files(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """Files of the content that are not as they were at the last build."""
    return sorted(
        path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    )


def why(
    path: str,
    before: Mapping[str, Entry],
    after: Mapping[str, Entry],
    rendered: bool,
    changed: Iterable[str],
) -> str:
    """A sentence or more. before, after: the pages of both builds; changed: files of the content."""
    if path not in after:
        near = nearest(path, after)
        gone = " It was there before." if path in before else ""
        return f"There is no page {path}.{gone}" + (f" Did you mean {near}?" if near else "")
    old, new = before.get(path), after[path]
    if old is None:
        return f"{path} was rendered: no build has recorded it before."
    if old.fingerprint == new.fingerprint:
        if rendered:
            return f"{path} was rendered: the file was missing, or not as the last build left it."
        return f"{path} was not rendered: nothing that it is made of differs."
    lines = [f"{path} was rendered, because of"]
    parts = Fingerprint.differing(old.fingerprint, new.fingerprint)
    lines += [f"  - {_PARTS[part]}" for part in parts]
    if "view" in parts or "chrome" in parts:
        lines += [f"Changed since the last build: {file}" for file in changed]
    return "\n".join(lines)
