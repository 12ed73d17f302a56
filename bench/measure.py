"""One measured process: gated by a quiet machine, with its time, CPU and memory."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count() or 1
MOST_TRIES = 4
"""As many times the wanted runs are tried until enough were quiet."""

WAIT = 120
"""Seconds to wait at most for a quiet machine."""

SAMPLE_SECONDS = 0.02

Command = Sequence[str | Path]
Row = dict[str, float]


def busy() -> float:
    """CPU seconds used on the whole machine since boot (user, nice, system, irq, softirq)."""
    fields = Path("/proc/stat").read_text().splitlines()[0].split()[1:]
    return sum(int(fields[i]) for i in (0, 1, 2, 5, 6)) / TICK


def wait_quiet(limit: float) -> bool:
    """Until others use less than 6 % of the cores for a second; False if they never do."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        before = busy()
        time.sleep(1)
        if busy() - before < 0.06 * CORES:
            return True
    return False


def start(
    command: Command,
    cwd: Path,
    env: Mapping[str, str] | None,
    log: Path | None,
    *,
    apart: bool = False,
) -> subprocess.Popen[bytes]:
    """The process, with its output in `log`. apart: in a session of its own."""
    with (log or Path(os.devnull)).open("wb") as out:
        return subprocess.Popen(
            command,
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=apart,
        )


def once(
    command: Command,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    log: Path | None = None,
    wait: float = WAIT,
) -> Row:
    """One run, when the machine is quiet. foreign: CPU that others used, a share of all cores."""
    os.sync()
    wait_quiet(wait)
    before, began = busy(), time.monotonic()
    process = start(command, cwd, env, log)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime
    others = max(0.0, busy() - before - cpu)
    require_success(process.returncode, command, log)
    return {
        "wall": wall,
        "user": usage.ru_utime,
        "sys": usage.ru_stime,
        "cpu": cpu,
        "rss_mb": usage.ru_maxrss / 1024,
        "foreign": others / (wall * CORES),
    }


def require_success(code: int, command: Command, log: Path | None) -> None:
    if code:
        told = log.read_text("utf-8", "replace")[-2000:] if log else ""
        sys.exit(f"failed ({code}): {' '.join(map(str, command))}\n{told}")


def collect(
    make_run: Callable[[], Row], runs: int, foreign: float
) -> dict[str, float | list[float]]:
    """Runs until enough quiet ones; medians of those, and what was thrown away."""
    done: list[Row] = []
    for _ in range(runs * MOST_TRIES):
        done.append(make_run())
        if sum(run["foreign"] <= foreign for run in done) >= runs:
            break
    good = sorted(done, key=lambda run: run["foreign"])[:runs]
    medians = {key: statistics.median(run[key] for run in good) for key in good[0]}
    walls = sorted(run["wall"] for run in good)
    return {
        **medians,
        "min": walls[0],
        "max": walls[-1],
        "runs": len(good),
        "tried": len(done),
        "max_foreign": max(run["foreign"] for run in good),
        "all_walls": [round(run["wall"], 3) for run in done],
    }


def peak_memory(
    command: Command, cwd: Path, env: Mapping[str, str] | None = None, log: Path | None = None
) -> Row:
    """The most memory that a command and all its descendants held at one time.

    `rss_mb` of a timed run is that of the largest process alone. Here shared pages count once
    (proportional set size); looking costs time, so that this run is not a timed one.
    """
    process = start(command, cwd, env, log)
    peak, most = 0, 0
    while process.poll() is None:
        sizes = [proportional_size(pid) for pid in family(process.pid)]
        peak, most = max(peak, sum(sizes)), max(most, len(sizes))
        time.sleep(SAMPLE_SECONDS)
    require_success(process.returncode, command, log)
    return {"peak_mb": peak / 1024, "processes": most}


def family(pid: int) -> Iterator[int]:
    """A process and its descendants."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*"):
        try:
            children = (task / "children").read_text().split()
        except OSError:  # it has just ended
            continue
        for child in children:
            yield from family(int(child))


def proportional_size(pid: int) -> int:
    """Kilobytes; 0 for a process that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
