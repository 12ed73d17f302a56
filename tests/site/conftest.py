"""The sample site, built once for all tests that look at it whole."""

from __future__ import annotations

import fcntl
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from sample import AT, Handler, need, run_build

Built = Callable[..., Path]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Built:
    """`built(at)`: the folder of the sample built for an instant; once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if worker_id != "master" else base

    def build_once(at: str = AT) -> Path:
        name = "site-" + "".join(c if c.isalnum() else "-" for c in at)
        output = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (output / "index.html").exists():
                shutil.rmtree(output, ignore_errors=True)
                run_build(output, "--at", at)
        return output

    return build_once


@pytest.fixture(scope="session")
def site(built: Built) -> Path:
    """The sample site, built for `AT`."""
    return built()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the sample site on a loopback server, without `/` at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    executable = need("chromium")
    # Chromium's own sandbox does not run as root
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update",
             "--disable-sync", "--no-first-run"]  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[*options, *quiet])
        yield browser
        browser.close()
