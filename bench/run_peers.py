#!/usr/bin/env python3
"""Measure the peers: cold build, no-op rebuild, one-edit rebuild, server rebuild, floor.

usage: run_peers.py [--work DIR] [--n 1000 10000] [--peers ...] [--what ...] [--runs 5] [--keep] [--json FILE]

The machine is shared, so every run is gated: it starts only when the other processes are quiet,
and it counts only if the CPU used by others while it ran stayed under --foreign (share of all
cores). Up to four times the wanted runs are tried; after that the quietest ones are taken and the
row says so.

Every cold build writes to a folder that never existed, and outputs are deleted only at the end:
on ext4, creating files shortly after deleting many makes the kernel skip the recently freed inodes
one by one, which costs seconds. Standard library only, but for Pavilion's server (`servers.py`).
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from contestants import DEFAULT, PEERS, Peer
from measure import WAIT, Row, collect, once, peak_memory
from servers import server_rows

HERE = Path(__file__).resolve().parent
WHAT = ("cold", "noop", "edit", "server", "memory", "floor", "verify")
DEFAULT_WHAT = ("cold", "noop", "edit", "floor", "verify")

Report = dict[str, Any]  # one JSON row


class Bench:
    """The measurements of some peers. trees: where outputs go."""

    def __init__(self, options: argparse.Namespace, trees: Path) -> None:
        self.options, self.trees = options, trees
        self.work = options.work.resolve()
        self.wanted = set(options.what)

    def all_sizes(self) -> None:
        for n in self.options.n:
            corpus = self.work / "corpus" / str(n)
            if not (corpus / "products.json").exists():
                subprocess.run(
                    [sys.executable, HERE / "make_corpus.py", str(n), corpus], check=True
                )
            built = None
            for name in self.options.peers:
                kept = self.peer(PEERS[name](self.work, n))
                built = built or kept
            if "floor" in self.wanted and built:
                for row in self.floor(n, built):
                    self.report(row)

    def peer(self, peer: Peer) -> Path | None:
        """All that is wanted of a peer; the output that it kept, if it made one."""
        peer.prepare()
        for row in self.rows(peer):
            self.report({"peer": peer.name, "n": peer.n} | row)
        kept = self.kept(peer)
        return kept if kept.exists() else None

    def kept(self, peer: Peer) -> Path:
        return self.trees / f"{peer.name}-{peer.n}-kept"

    def rows(self, peer: Peer) -> Iterator[Report]:
        number = count()

        def fresh() -> Path:
            out = self.trees / f"{peer.name}-{peer.n}-{next(number)}"
            peer.cache = self.trees / f"{out.name}-cache"
            peer.forget()
            return out

        def build(out: Path) -> Row:
            return once(peer.command(out), peer.src, peer.env(), peer.log, self.options.wait)

        if "cold" in self.wanted:
            yield {"what": "cold"} | self.medians(lambda: build(fresh()))
        if "memory" in self.wanted:
            out = fresh()
            yield {"what": "memory"} | peak_memory(
                peer.command(out), peer.src, peer.env(), peer.log
            )
        out = self.kept(peer)
        if self.wanted & {"noop", "edit", "verify"}:
            peer.cache = self.trees / f"{out.name}-cache"
            build(out)
        if "verify" in self.wanted:
            yield {"what": "verify"} | verify(out, peer.corpus)
        if "noop" in self.wanted:
            yield {"what": "noop"} | self.medians(lambda: build(out))
        if "edit" in self.wanted:

            def edited() -> Row:
                peer.edit()
                row = build(out)
                if peer.stamp not in peer.edited_page(out).read_text("utf-8"):
                    sys.exit(f"{peer.name}: the edit did not reach the page")
                return row

            yield {"what": "edit"} | self.medians(edited)
        if "server" in self.wanted:
            peer.cache = self.trees / f"{out.name}-cache"
            for row in server_rows(peer, self.trees, self.options.runs, self.options.wait):
                times = next(value for key, value in row.items() if key.endswith("_s"))
                yield row | {"median_s": statistics.median(times) if times else None}

    def medians(self, make_run: Any) -> Report:
        return collect(make_run, self.options.runs, self.options.foreign)

    def floor(self, n: int, source: Path) -> Iterator[Report]:
        """Only writing the files of `source`; then writing them again, and looking at them."""
        log = self.work / "log" / "floor.txt"

        def write(out: Path, processes: int, mode: str) -> Row:
            row = once(
                [self.work / "floor", source, out, str(processes), mode],
                self.work,
                log=log,
                wait=self.options.wait,
            )
            told = json.loads(log.read_text())
            return row | {"wall": told["wall_s"], "cpu": told["cpu_s"]}

        for mode in ("pretty", "flat"):
            for processes in (1, 2):
                number = count()
                name = f"floor-{n}-{mode}{processes}"
                yield {"peer": f"floor-{mode}-{processes}p", "n": n, "what": "cold"} | self.medians(
                    lambda name=name, number=number, processes=processes, mode=mode: write(
                        self.trees / f"{name}-{next(number)}", processes, mode
                    )
                )
        first = self.trees / f"floor-{n}-pretty1-0"
        for mode, label in (("pretty", "rewrite"), ("stat", "stat")):
            yield {"peer": f"floor-{label}-1p", "n": n, "what": "noop"} | self.medians(
                lambda mode=mode: write(first, 1, mode)
            )

    def report(self, row: Report) -> None:
        if self.options.json:
            with self.options.json.open("a") as file:
                file.write(json.dumps(row) + "\n")
        if "wall" not in row:
            print(json.dumps(row), flush=True)
            return
        print(
            f"{row['peer']:21} {row['n']:6} {row['what']:7} wall {row['wall']:7.2f} s "
            f"({row['min']:.2f}-{row['max']:.2f})  cpu {row['cpu']:7.2f} "
            f"(user {row['user']:.2f} sys {row['sys']:.2f})  rss {row['rss_mb']:6.0f} MB  "
            f"runs {row['runs']}/{row['tried']}  foreign<={row['max_foreign']:.0%}",
            flush=True,
        )


def verify(out: Path, corpus: Path) -> Report:
    command = [sys.executable, HERE / "verify.py", out, "--corpus", corpus, "--json"]
    done = subprocess.run(command, capture_output=True, text=True)
    sys.stderr.write(done.stderr)
    return {"ok": done.returncode == 0} | json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    work = Path(tempfile.gettempdir()) / "benchlab"
    parser.add_argument("--work", type=Path, default=work)
    parser.add_argument("--n", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--peers", nargs="+", choices=sorted(PEERS), default=DEFAULT)
    parser.add_argument("--what", nargs="+", choices=WHAT, default=DEFAULT_WHAT)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--foreign",
        type=float,
        default=0.08,
        help="most CPU that others may use during a run, share of all cores",
    )
    parser.add_argument(
        "--wait", type=float, default=WAIT, help="seconds to wait at most for a quiet machine"
    )
    parser.add_argument("--keep", action="store_true", help="do not delete the outputs at the end")
    parser.add_argument(
        "--json", type=Path, help="append one JSON object per measurement to this file"
    )
    options = parser.parse_args()
    trees = options.work.resolve() / f"out-{os.getpid()}"
    for folder in ("corpus", "src", "log"):
        (options.work / folder).mkdir(parents=True, exist_ok=True)
    trees.mkdir()
    try:
        Bench(options, trees).all_sizes()
    finally:
        if not options.keep:
            shutil.rmtree(trees)


if __name__ == "__main__":
    main()
