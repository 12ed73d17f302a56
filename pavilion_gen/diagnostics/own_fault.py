"""A fault of Pavilion's own: told in a sentence, its trace kept in a file."""

from __future__ import annotations

import sys
import tempfile
import traceback

from pavilion_gen import __version__


def keep_trace(fault: Exception) -> str:
    """Writes the trace of `fault` to a new file in the temporary folder; what to say about it."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="pavilion-fault-", suffix=".txt", delete=False, encoding="utf-8"
    ) as trace:
        trace.write(f"pavilion {__version__}, Python {sys.version}\n{sys.argv}\n\n")
        trace.write("".join(traceback.format_exception(fault)))
    return (
        f"A fault of Pavilion's own ({type(fault).__name__}). Nothing is wrong with your content.\n"
        f"Please send this file to its makers: {trace.name}"
    )
