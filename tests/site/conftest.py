"""The sample site, built once for all tests that look at it whole."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
AT = "2026-11-25T12:00+08:00"
HOST = "https://pavilions.example"


def run_build(output: Path, *options: str, content: Path = ROOT / "content", **env: str) -> str:
    """Runs `pavilion build` as a user would; its standard output."""
    done = subprocess.run(
        [sys.executable, "-m", "pavilion_gen.cli.main", "build", "--content", str(content),
         "--output", str(output), *options],
        cwd=ROOT, env={**os.environ, **env}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


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


class Handler(SimpleHTTPRequestHandler):
    """Serves a built site as a web server would: folder addresses, 404.html, the strict policy."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code == 404 and page.is_file():
            data = page.read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)
        else:
            super().send_error(code, message, explain)


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the sample site on a loopback server, without `/` at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


def need(tool: str) -> str:
    """The path of a system program; without it the test is skipped, but never in CI."""
    found = shutil.which(tool)
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(f"{tool} is not installed, and CI skips nothing")
    pytest.skip(f"{tool} is not installed")
