#!/usr/bin/env python3
"""Print one Markdown table a size from the rows that run_peers.py wrote.

usage: table.py FILE

The newest row of each measurement counts. Ratios are to the fastest peer in the same file, and
mean something only where all was measured in one go. Standard library only.
"""

import argparse
import json
import os
import platform
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

OWN = "pavilion"
BARS = {"cold": "0.4", "noop": "1/50", "edit": "1/20"}
SECONDS = {"noop": "0.12 s", "edit": "0.30 s"}
"""The bars of performance: a ratio, and at 10,000 products a time."""

MEMORY_BARS = {10_000: "300 MB", 100_000: "1000 MB"}
SERVER_BAR = "100 ms at 10,000"
QUIET = 0.08
COLUMNS = ("cold", "noop", "edit")
HEADING = (
    "cold",
    "CPU",
    "memory",
    "nothing changed",
    "CPU",
    "one product edited",
    "CPU",
    "pages",
    "HTML",
    "checked",
)

Row = dict[str, Any]
Rows = dict[str, dict[str, Row]]  # by peer, by measurement


def read(file: Path) -> dict[int, Rows]:
    """The newest row of each measurement, by size."""
    sizes: dict[int, Rows] = defaultdict(lambda: defaultdict(dict))
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        sizes[row["n"]][row["peer"]][row["what"]] = row
    return sizes


def seconds(time: float | None) -> str:
    if time is None:
        return ""
    return f"{time:.1f} s" if time >= 10 else f"{time:.2f} s" if time >= 0.1 else f"{time:.3f} s"


def memory(rows: dict[str, Row]) -> str:
    """Of all processes together where that was looked at, else of the largest one."""
    if "memory" in rows:
        return f"{rows['memory']['peak_mb']:.0f} MB"
    return f"≥ {rows['cold']['rss_mb']:.0f} MB" if rows.get("cold", {}).get("rss_mb") else ""


def line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def measured(name: str, rows: dict[str, Row]) -> str:
    cells = [name]
    for what in COLUMNS:
        row = rows.get(what, {})
        cells += [seconds(row.get("wall")), seconds(row.get("cpu"))]
        if what == "cold":
            cells.append(memory(rows) if not name.startswith("floor") else "")
    checked = rows.get("verify")
    if checked:
        size = f"{checked['html_bytes'] / 1e6:.1f} MB"
        cells += [f"{checked['pages']:,}", size, "green" if checked["ok"] else "**wrong**"]
    else:
        cells += ["", "", ""]
    return line(cells)


def fastest(rows: Rows, what: str) -> float | None:
    """The wall time of the fastest peer."""
    times = [
        own[what]["wall"]
        for name, own in rows.items()
        if name != OWN and not name.startswith("floor") and what in own
    ]
    return min(times, default=None)


def ratio(own: float, other: float) -> str:
    share = own / other
    return f"{share:.2f}" if share >= 0.1 else f"1/{1 / share:.0f}"


def comparison(n: int, rows: Rows) -> list[str]:
    """Pavilion beside the fastest peer, and the bars."""
    shares, bars = ["Pavilion : fastest peer"], ["bar"]
    for what in COLUMNS:
        best = fastest(rows, what)
        own = rows[OWN].get(what)
        known = best is not None and own is not None
        shares += [f"**{ratio(own['wall'], best)}**" if known else "", ""]
        limit = f", {SECONDS[what]}" if n == 10_000 and what in SECONDS else ""
        bars += [f"{BARS[what]}{limit}", ""]
        if what == "cold":
            shares.append("")
            bars.append(MEMORY_BARS.get(n, ""))
    return [line([*shares, "", "", ""]), line([*bars, "", "", ""])]


def disturbed(rows: Rows) -> list[str]:
    """A line that says which of the runs that count were not quiet."""
    loud = [
        f"{name} {what} ({row['max_foreign']:.0%})"
        for name, own in rows.items()
        for what, row in own.items()
        if row.get("max_foreign", 0) > QUIET
    ]
    return (
        ["", f"Not quiet, others used up to so much of all cores: {', '.join(loud)}."]
        if loud
        else []
    )


def servers(rows: Rows) -> list[str]:
    """What each tool's own server needs for one edit: printed by it, or seen by the browser."""
    told = []
    for name, own in rows.items():
        for what, row in own.items():
            if row.get("median_s") is None:
                continue
            seen = "save to the page's load event" if "reload_s" in row else "as it prints"
            bar = f"; bar: {SERVER_BAR}" if name == OWN else ""
            told.append(f"- {name}, {what}: {row['median_s'] * 1000:.0f} ms ({seen}{bar})")
    return ["", "One product edited in the tool's own server:", "", *told] if told else []


def table(n: int, rows: Rows) -> list[str]:
    peers = sorted(rows, key=lambda name: (name.startswith("floor"), name != OWN))
    lines = [line([f"{n:,} products", *HEADING]), line(["---", *["---:"] * len(HEADING)])]
    lines += [measured(name, rows[name]) for name in peers]
    if OWN in rows:
        lines += comparison(n, rows)
    return [*lines, *disturbed(rows), *servers(rows)]


def machine() -> str:
    """Processor, cores, kernel and Python; nothing that names this machine."""
    text = Path("/proc/cpuinfo").read_text("utf-8", "replace")
    models = [line.partition(":")[2].strip() for line in text.splitlines() if "model name" in line]
    model = models[0] if models else platform.machine()
    cores = os.cpu_count() or 1
    release = re.match(r"[\d.]*\d", platform.release())
    kernel = f"{platform.system()} {release[0] if release else ''}"
    return f"{model}, {cores} cores, {kernel}, Python {platform.python_version()}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    sizes = read(parser.parse_args().file)
    for n, rows in sorted(sizes.items()):
        print("\n".join(table(n, rows)), end="\n\n")
    print(f"Machine: {machine()}.")


if __name__ == "__main__":
    main()
