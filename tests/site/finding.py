"""The theme's finder, run by Node over the indexes of a built site."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sample import need

SOUNDS = "/search/sounds.json"


def find(
    site: Path, index: str, queries: Sequence[str], sounds: str = SOUNDS
) -> tuple[list[list[dict[str, Any]]], list[list[str]]]:
    """(answers to each query, best first; what is spelt most like it). index: its address."""
    asked = {"site": str(site), "index": index, "queries": list(queries), "sounds": sounds}
    script = Path(__file__).with_name("finding.mjs")
    done = subprocess.run(
        [need("node"), str(script)], input=json.dumps(asked), capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    return told["answers"], told["nearest"]
