"""A running preview of a small site with a theme of one line, and a browser's eyes on it."""

from __future__ import annotations

import asyncio
import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tornado.websocket import websocket_connect

from pavilion_gen.serve.preview import Preview, Shown
from pavilion_gen.serve.server import Server
from pavilion_gen.settings import Settings

PATIENCE = 20  # seconds until a test gives up; nothing waits longer than it must
TEMPLATES = [
    "root",
    "portal",
    "text",
    "not_found",
    "search",
    "pavilion",
    "partner",
    "guides",
    "guide",
    "product",
    "products",
    "merchants",
    "merchant",
    "campaigns",
    "campaign",
    "embassies",
    "embassy",
]
CONTENT = {
    "site.yaml": """\
name: {zh: 国家馆, en: Pavilions}
base_url: https://pavilions.example/
locales:
  zh: {tag: zh-Hans, name: 简体中文, script: han}
  en: {tag: en, name: English}
portal: {locales: [zh, en]}
""",
    "categories.yaml": "- {id: food, name: {zh: 食品, en: Food}}\n",
    "countries/nz/country.yaml": """\
status: live
name: {zh: 新西兰, en: New Zealand}
pavilion: {zh: 新西兰馆, en: New Zealand Pavilion}
locales: [zh, en]
source: en
currency: NZD
timezone: Pacific/Auckland
palette: {accent: "#734BA4", deep: "#35234D", soft: "#F0E9FE", night: "#CBADF9"}
intro: {zh: 简介, en: Intro}
partners:
  - {id: office, name: {zh: 机构, en: Office}, role: {zh: 伙伴, en: partner}, approved: 2026-10-30}
""",
    "countries/nz/merchants.yaml": """\
- id: hive
  name: {zh: 蜂房, en: Hive}
  channels: [{platform: tmall-global, url: https://hive.tmall.example/}]
""",
    "countries/nz/products/goods.yaml": """\
- id: honey
  name: {zh: 蜂蜜, en: Clover Honey}
  summary: {zh: 蜂蜜, en: Honey}
  category: food
  merchant: hive
  price: 14.90
  pictures: [{file: images/honey.svg, alt: {zh: 蜂蜜, en: Honey}}]
""",
    "countries/nz/images/honey.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3" viewBox="0 0 4 3"/>\n'
    ),
    "static/humans.txt": "made by hand\n",
}


class Heard:
    """What the server says, kept."""

    def __init__(self) -> None:
        self.ready = threading.Event()
        self.walks: list[Shown] = []
        self.faults: list[Shown] = []

    def started(self, address: str, watched: tuple[Path, ...]) -> None:
        self.ready.set()

    def walked(self, shown: Shown) -> None:
        self.walks.append(shown)

    def fault(self, shown: Shown) -> None:
        self.faults.append(shown)


class Got:
    """An answer of the server."""

    def __init__(self, status: int, headers: http.client.HTTPMessage, body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self) -> str:
        return self.body.decode()


class Workshop:
    """An editor's folder: `content/`, `theme/`, and a preview that may run on them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heard = Heard()
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        for name, text in CONTENT.items():
            self.save(f"content/{name}", text)
        self.save("theme/theme.yaml", "name: tiny\nstylesheets: [a.css]\n")
        self.save("theme/assets/a.css", "p{margin:0}\n")
        for name in TEMPLATES:
            self.save(
                f"theme/templates/{name}.html",
                "<!doctype html><html><head><title>{{ page.head.title }}</title></head>"
                f"<body><p>{name}: {{{{ page.head.title }}}}</p></body></html>\n",
            )

    def save(self, path: str, text: str) -> None:
        """As editors do it: a new file beside the old one, then renamed over it."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(target.name + "~")
        beside.write_text(text, encoding="utf-8")
        beside.replace(target)

    def change(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.save(path, text.replace(old, new))

    def preview(self, **options: Any) -> Workshop:
        """Starts the server on a free port."""
        at = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
        settings = Settings(self.folder / "content", at, str(self.folder / "theme"), **options)
        server = self._server = Server(Preview(settings, lambda: at), "127.0.0.1", 0, self.heard)
        self._thread = threading.Thread(target=lambda: asyncio.run(server.run()))
        self._thread.start()
        assert self.heard.ready.wait(PATIENCE)
        return self

    def stop(self) -> None:
        if self._server is not None and self._thread is not None:
            self._server.stop()
            self._thread.join(PATIENCE)
            assert not self._thread.is_alive()

    @property
    def server(self) -> Server:
        assert self._server is not None
        return self._server

    def get(self, path: str) -> Got:
        """What a browser gets, redirects not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return Got(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def until(self, path: str, wanted: Callable[[Got], bool]) -> Got:
        """Asks for a page until it is as wanted."""
        end = time.monotonic() + PATIENCE
        while True:
            got = self.get(path)
            if wanted(got):
                return got
            assert time.monotonic() < end, f"{path} never came to be so:\n{got.text}"
            time.sleep(0.02)

    def commands_after(self, act: Callable[[], None], *, page: str = "") -> dict[str, Any]:
        """The first command that a browser receives after `act`. page: its page's version."""
        return asyncio.run(asyncio.wait_for(self._listen(act, page), PATIENCE))

    async def _listen(self, act: Callable[[], None], page: str) -> dict[str, Any]:
        browser = await websocket_connect(f"ws://127.0.0.1:{self.server.port}/livereload")
        hello = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
        await browser.write_message(json.dumps({**hello, **({"snipver": page} if page else {})}))
        answer = json.loads(str(await browser.read_message()))
        assert answer["command"] == "hello"
        await browser.write_message(json.dumps({"command": "info", "url": "http://x/"}))
        # The server takes messages in their order: the second greeting is answered after `info`
        if not page:
            await browser.write_message(json.dumps(hello))
            await browser.read_message()
        act()
        message = json.loads(str(await browser.read_message()))
        browser.close()
        assert isinstance(message, dict)
        return message

    def written(self) -> dict[str, tuple[int, int]]:
        """Every file there is, with its size and time stamp."""
        return {
            str(path): (path.stat().st_size, path.stat().st_mtime_ns)
            for path in self.folder.rglob("*")
        }


@pytest.fixture
def workshop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workshop]:
    """A small good site in an empty working directory; `preview()` starts the server."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("traces")))
    made = Workshop(tmp_path)
    yield made
    made.stop()


@pytest.fixture
def path_of() -> Callable[[str], str]:
    """The path of an address, without its host."""
    return lambda address: urlsplit(address).path
