"""`pavilion serve`, from the outside: what it says, how it stops, what it exits with."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

PATIENCE = 30
SITE = """\
name: {zh: 国家馆, en: Pavilions}
base_url: https://pavilions.example/shop/
locales:
  zh: {tag: zh-Hans, name: 简体中文, script: han}
  en: {tag: en, name: English}
portal: {locales: [zh, en]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working directory with a portal, no pavilion, and a theme of the same line everywhere."""
    page = "<title>{{ page.head.title }}</title><body><p>{{ chrome.lang }}</p></body>"
    files = {
        "content/site.yaml": SITE,
        "content/categories.yaml": "- {id: food, name: {zh: 食品, en: Food}}\n",
        "theme/theme.yaml": "name: tiny\n",
        **{f"theme/templates/{name}.html": page for name in ("root", "portal", "search")},
        "theme/templates/not_found.html": page,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


class Process:
    """A running `pavilion serve`, its words in a file."""

    def __init__(self, folder: Path, *options: str) -> None:
        self._words = folder / "said.txt"
        self._file: IO[bytes] = self._words.open("wb")
        command = [sys.executable, "-m", "pavilion_gen.cli.main", "serve", "--theme", "./theme"]
        # A shell that starts it in the background would let it ignore Ctrl-C
        self.process = subprocess.Popen(
            [*command, *options],
            cwd=folder,
            stdout=self._file,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )

    @property
    def said(self) -> str:
        return self._words.read_text(encoding="utf-8")

    def until_said(self, pattern: str) -> re.Match[str]:
        end = time.monotonic() + PATIENCE
        while not (found := re.search(pattern, self.said)):
            assert time.monotonic() < end, self.said
            time.sleep(0.02)
        return found

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        self._file.close()


@pytest.fixture
def started() -> Iterator[list[Process]]:
    """Processes to end after the test."""
    processes: list[Process] = []
    yield processes
    for process in processes:
        process.close()


def test_it_says_where_it_is_and_what_it_watches_and_stops_quietly(
    folder: Path, started: list[Process]
) -> None:
    # Given a preview on any free port
    started.append(serving := Process(folder, "--port", "0"))
    # Then it says its address, below the path of base_url, and what it watches
    address = serving.until_said(r"Preview: (http://127\.0\.0\.1:[0-9]+/shop/)\n")[1]
    serving.until_said(r"Watching content and theme\. Ctrl-C stops\.")
    with urllib.request.urlopen(f"{address}en/") as answer:
        assert answer.status == 200
    # When a mistake is saved, the terminal has it as `check` has it, and when it is mended, that
    site = folder / "content/site.yaml"
    site.write_text(SITE.replace("portal", "protal"), encoding="utf-8")
    serving.until_said(r"error\[unknown-key\].*\n  --> content/site\.yaml:6:1\n")
    serving.until_said(r"The preview stays as it was\.")
    site.write_text(SITE, encoding="utf-8")
    serving.until_said(r"Read again: no mistakes\.")
    # When Ctrl-C is pressed, it ends without a word
    before = serving.said
    serving.process.send_signal(signal.SIGINT)
    assert serving.process.wait(PATIENCE) == 0
    assert serving.said == before
    assert {path.name for path in folder.iterdir()} == {"content", "theme", "said.txt"}


def test_a_busy_port_is_told_and_exits_with_3(folder: Path, started: list[Process]) -> None:
    # Given a port that somebody else listens on
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        started.append(serving := Process(folder, "--port", str(port)))
        # Then it is said, with what to do
        assert serving.process.wait(PATIENCE) == 3
    assert f"Port {port} of 127.0.0.1 cannot be had" in serving.said
    assert "--port 0" in serving.said
    assert "Traceback" not in serving.said


def test_a_fixed_clock_stays_and_quiet_says_only_what_is_wrong(
    folder: Path, started: list[Process]
) -> None:
    # Given a free port and a clock that is set
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ("--port", str(port), "--at", "2027-07-14T12:00", "-q")
    (folder / "content/oops.txt").write_text("?", encoding="utf-8")
    started.append(serving := Process(folder, *options))
    serving.until_said(r"error\[unknown-file\]")

    def page() -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/shop/en/") as answer:
            return str(answer.read().decode())

    # When the mistake is mended
    (folder / "content/oops.txt").unlink()
    end = time.monotonic() + PATIENCE
    while True:
        try:
            shown = page()
            break
        except OSError:  # not there yet, or the page of mistakes with status 500
            assert time.monotonic() < end, serving.said
            time.sleep(0.02)
    # Then the page speaks for the set instant, and nothing more was said
    assert "Preview: 2027-07-14 12:00 Beijing time" in shown
    assert "Watching" not in serving.said
    assert "Read again" not in serving.said


def test_a_warning_is_told_once_and_an_error_at_every_save(
    folder: Path, started: list[Process]
) -> None:
    # Given a text that is missing in one locale
    site, tree = folder / "content/site.yaml", folder / "content/categories.yaml"
    site.write_text(f"tagline: {{zh: 窗}}\n{SITE}", encoding="utf-8")
    started.append(serving := Process(folder, "--port", "0"))
    serving.until_said(r"warning\[missing-translation\]")
    serving.until_said(r"Watching")
    # When another file is broken, and broken in another way
    tree.write_text("- {id: food, nome: {zh: 食品, en: Food}}\n", encoding="utf-8")
    serving.until_said(r"Read again: 1 error, 1 warning\. The preview stays as it was\.")
    tree.write_text("- {id: food, name: {zh: 食品, en: Food}, parent: fod}\n", encoding="utf-8")
    serving.until_said(r"error\[unknown-reference\]")
    # Then the terminal is not filled with the warning again
    assert serving.said.count("warning[missing-translation]") == 1
