"""Diagnostics for programs: one JSON document."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pavilion_gen.diagnostics.diagnostic import Located


def as_data(located: Iterable[Located]) -> list[dict[str, object]]:
    """One mapping a diagnostic; lines and columns count from 1, columns in characters."""
    return [
        {
            "code": found.diagnostic.code,
            "severity": found.diagnostic.severity.value,
            "file": found.diagnostic.place.file,
            "line": found.line,
            "column": found.column,
            "message": found.diagnostic.message,
            "help": found.diagnostic.help,
        }
        for found in located
    ]


def render(located: Iterable[Located]) -> str:
    """`{"diagnostics": [...]}`, indented, in the order given."""
    return json.dumps({"diagnostics": as_data(located)}, ensure_ascii=False, indent=2)
