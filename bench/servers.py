"""A tool's own server: how long after a save the change is there."""

import os
import re
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contestants import Eleventy, HugoAdapter, Pavilion, Peer, replace
from measure import Command, start, wait_quiet

LONGEST = 240
QUIET_BROWSER = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

LOADED = "performance.timeOrigin + performance.getEntriesByType('navigation')[0].loadEventStart"
"""When the page's `load` event came, in milliseconds of the clock."""


def server_rows(peer: Peer, trees: Path, count: int, wait: float) -> Iterator[dict[str, object]]:
    """A row for each way in which a peer serves: seconds of `count` edits, one after the other."""
    if isinstance(peer, Pavilion):
        yield {"what": "server", "reload_s": reloads(peer, count, wait)}
    if isinstance(peer, HugoAdapter):
        for label, extra in (("server", []), ("server-full", ["--disableFastRender"])):
            out = trees / f"{peer.name}-{peer.n}-{label}"
            command = [peer.work / "hugo", "server", "--port", "0", "--destination", out, *extra]
            ready, pattern = r"Web Server is available", r"Total in (\d+) ms"
            times = [ms / 1000 for ms in printed(peer, command, ready, pattern, count, wait)]
            yield {"what": label, "printed_s": times}
    if isinstance(peer, Eleventy):
        for label, extra in (("watch", []), ("watch-incremental", ["--incremental"])):
            out = trees / f"{peer.name}-{peer.n}-{label}"
            command = [*peer.command(out), "--watch", *extra]
            pattern = r"Wrote \d+ files? in ([\d.]+) seconds?"
            yield {
                "what": label,
                "printed_s": printed(peer, command, r"Watching", pattern, count, wait),
            }


@contextmanager
def served(peer: Peer, command: Command, ready: str) -> Iterator[Path]:
    """A command that runs until the block ends; gives its log once `ready` stands in it."""
    log = peer.work / "log" / f"{peer.name}-{peer.n}-server.txt"
    process = start(command, peer.src, peer.env(), log, apart=True)
    try:
        end = time.monotonic() + LONGEST
        while not re.search(ready, log.read_text("utf-8", "replace")):
            if process.poll() is not None or time.monotonic() > end:
                sys.exit(f"{peer.name}: its server did not start:\n{log.read_text()[-2000:]}")
            time.sleep(0.2)
        yield log
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def printed(
    peer: Peer, command: Command, ready: str, pattern: str, count: int, wait: float
) -> list[float]:
    """Edits `count` times; the numbers that a watching command printed for each rebuild."""
    times = []
    with served(peer, command, ready) as log:
        for _ in range(count):
            wait_quiet(wait)
            before = len(re.findall(pattern, log.read_text("utf-8", "replace")))
            peer.edit()
            end = time.monotonic() + LONGEST
            while time.monotonic() < end:
                found = re.findall(pattern, log.read_text("utf-8", "replace"))
                if len(found) > before:
                    times.append(float(found[-1]))
                    break
                time.sleep(0.05)
            time.sleep(1)
    return times


def reloads(peer: Pavilion, count: int, wait: float) -> list[float]:
    """Seconds from the rename of a changed file over the old one to the `load` of the reloaded page.

    The product page is open in headless Chromium; the change must be in it after the reload.
    Needs `playwright`, which the project's environment for tests has, and `chromium`.
    """
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("pavilion: to measure its server, Chromium is needed.")
    # Chromium's own sandbox does not run as root
    options = [*QUIET_BROWSER, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    command = [peer.program, "serve", *peer.settings(), "--port", "0"]
    beside = peer.src / "edited.yaml"
    times = []
    with served(peer, command, r"http://[\d.]+:\d+/") as log, sync_playwright() as playwright:
        root = re.search(r"http://[\d.]+:\d+/", log.read_text("utf-8"))
        assert root is not None
        browser = playwright.chromium.launch(executable_path=chromium, args=options)
        page = browser.new_page()
        page.set_default_timeout(LONGEST * 1000)
        page.goto(root[0] + peer.address())
        for _ in range(count):
            file, text = peer.edited_source()
            time.sleep(1)  # the page's socket greets the server
            wait_quiet(wait)
            with page.expect_event("load"):
                renamed = time.time()
                replace(file, text, beside)
            if peer.stamp not in page.content():
                sys.exit("pavilion: the edit did not reach the reloaded page")
            times.append(page.evaluate(LOADED) / 1000 - renamed)
        browser.close()
    return times
