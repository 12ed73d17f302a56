"""The sample site: how it is built, served, and what tests of it need from the system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from pavilion_gen.build.cache import Cache
from pavilion_gen.build.pictures import keep_variant, kept_variant
from pavilion_gen.content.kept import NothingKept
from pavilion_gen.content.reader import Reader
from pavilion_gen.content.snapshot import look
from pavilion_gen.materials.pictures import variants
from pavilion_gen.model.picture import PictureFile

ROOT = Path(__file__).parent.parent.parent
AT = "2026-11-25T12:00+08:00"
HOST = "https://pavilions.example"


def cache_of(output: Path) -> Path:
    """The cache folder that `run_build` uses for an output folder."""
    return output.with_name(f"{output.name}.cache")


def run_build(output: Path, *options: str, content: Path = ROOT / "content", **env: str) -> str:
    """Runs `pavilion build` as a user would, with a cache of its own; its standard output."""
    env = {"PAVILION_CACHE": str(cache_of(output)), **env}
    done = subprocess.run(
        [sys.executable, "-m", "pavilion_gen.cli.main", "build", "--content", str(content),
         "--output", str(output), *options],
        cwd=ROOT, env={**os.environ, **env}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def share_pictures(made: Path, fresh: Path) -> None:
    """Puts the encoded pictures of the sample out of one cache folder into another; nothing else.

    A build with the other one is from nothing, but for the encoding, which takes most of its time.
    """
    old, new = Cache(made), Cache(fresh)
    reader = Reader(look(ROOT / "content"), NothingKept(), b"")
    for source in reader.snapshot.files:
        picture = reader.picture(source.path) if source.kind == "image" else None
        if isinstance(picture, PictureFile):
            for one in variants(picture):
                data = kept_variant(old, picture, one)
                if data is not None:
                    keep_variant(new, picture, one, data)
    new.close()


class Handler(SimpleHTTPRequestHandler):
    """Serves a built site as a web server would: folder addresses, 404.html, the strict policy."""

    def log_message(self, template: str, *args: object) -> None:
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


def need(tool: str) -> str:
    """The path of a system program; without it the test is skipped, but never in CI."""
    found = shutil.which(tool)
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(f"{tool} is not installed, and CI skips nothing")
    pytest.skip(f"{tool} is not installed")
