"""How commands speak: diagnostics on the terminal or as JSON, and the report file."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, Any

import click

from pavilion_gen.cli.main import DONE, WRONG_CONTENT
from pavilion_gen.diagnostics import Located, Severity
from pavilion_gen.diagnostics.json_format import as_data
from pavilion_gen.diagnostics.terminal import render
from pavilion_gen.workspace import Survey

SHOWN = 100


def wants_colour(stream: IO[str]) -> bool:
    """Colours only on a terminal, and not where NO_COLOR is set (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def print_diagnostics(found: tuple[Located, ...], root: Path, *, to_stderr: bool) -> None:
    """The diagnostics, errors last, next to the prompt; of very many a hundred, errors before all.

    What the rest are stands above them.
    """
    stream = sys.stderr if to_stderr else sys.stdout
    ordered = sorted(found, key=lambda one: one.diagnostic.severity is not Severity.ERROR)
    shown, rest = ordered[:SHOWN], ordered[SHOWN:]
    if rest:
        kinds = Counter(one.diagnostic.code for one in rest)
        listed = ", ".join(f"{count} {code}" for code, count in kinds.most_common())
        click.echo(
            f"{len(rest)} more are not shown: {listed}.\n"
            "All of them: pavilion check --format json\n",
            err=to_stderr,
        )
    if shown:
        shown.sort(key=lambda one: one.diagnostic.severity is Severity.ERROR)
        text = render(shown, root=str(root), colour=wants_colour(stream))
        click.echo(text, err=to_stderr, color=wants_colour(stream))


def verdict(found: Iterable[Located], *, strict: bool) -> int:
    """The exit code that the content deserves."""
    wrong = [one for one in found if strict or one.diagnostic.severity is Severity.ERROR]
    return WRONG_CONTENT if wrong else DONE


def write_report(path: Path | None, survey: Survey, found: Sequence[Located], **facts: Any) -> None:
    """The report for CI: what was done, and every diagnostic."""
    if path is None:
        return
    weights = Counter(one.diagnostic.severity for one in found)
    data = {
        "errors": weights[Severity.ERROR],
        "warnings": weights[Severity.WARNING],
        **facts,
        "translations": {
            code: {
                state.locale: {
                    "translated": state.translated,
                    "fallback": state.fallback,
                    "missing": state.missing,
                }
                for state in judgement.measures
            }
            for code, judgement in survey.judgements.items()
        },
        "diagnostics": as_data(found),
    }
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
