"""The sample site, built once for all tests that look at it whole."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import chromium, serve
from kinds import OPEN
from playwright.sync_api import Browser
from sample import AT, cache_of, run_build, share_pictures
from states import build_states

Built = Callable[..., Path]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Built:
    """`built(at)`: the folder of the sample built for an instant; once for all workers.

    The pictures are encoded for the first of them, `AT`.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if worker_id != "master" else base

    def build_once(at: str = AT) -> Path:
        name = "site-" + "".join(c if c.isalnum() else "-" for c in at)
        output = shared / name
        first = None if at == AT else build_once()
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (output / "index.html").exists():
                shutil.rmtree(output, ignore_errors=True)
                if first is not None:
                    share_pictures(cache_of(first), cache_of(output))
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
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def served_open(built: Built) -> Iterator[str]:
    """The same of the site as it is while a group buy is open (`kinds.OPEN`)."""
    with serve(built(OPEN)) as address:
        yield address


@pytest.fixture(scope="session")
def served_states(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site of the states that the sample does not have (`states.PATHS`)."""
    with serve(build_states(tmp_path_factory.mktemp("states"))) as address:
        yield f"{address}/shop"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser
