"""The canyon, the fiord and the railway in the Alps."""

from __future__ import annotations

VIEWS = {}
