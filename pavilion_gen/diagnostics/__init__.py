"""How Pavilion speaks of mistakes: what a diagnostic is, and how it is printed."""

from pavilion_gen.diagnostics.diagnostic import (
    Diagnostic,
    Located,
    Path,
    Place,
    Severity,
    nearest,
    order,
)

__all__ = ["Diagnostic", "Located", "Path", "Place", "Severity", "nearest", "order"]
