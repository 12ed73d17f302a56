"""The server of the preview: one address for the site, one for reloading. It writes nothing."""

from __future__ import annotations

import asyncio
import gc
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote, unquote

from livereload.handlers import LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from pavilion_gen.diagnostics import Located
from pavilion_gen.diagnostics.own_fault import keep_trace
from pavilion_gen.materials.theme_files import ThemeFault
from pavilion_gen.serve.live import live_socket
from pavilion_gen.serve.overlay import STYLESHEET, decorate, empty_page, stylesheet
from pavilion_gen.serve.preview import Preview, Shown, theme_mistake
from pavilion_gen.serve.watcher import Watcher

POLICY = "default-src 'self'; connect-src 'self' ws:"
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::([0-9]+))?\Z")


class Voice(Protocol):
    """How the server speaks to who started it; called from its threads."""

    def started(self, address: str, watched: tuple[Path, ...]) -> None: ...

    def walked(self, shown: Shown) -> None: ...

    def fault(self, shown: Shown) -> None: ...


class Server:
    """Binds, begins to watch and walks for the first time when it is made.

    port: 0 for any free one. Raises OSError for an address that cannot be had.
    """

    def __init__(self, preview: Preview, host: str, port: int, voice: Voice) -> None:
        self._sockets = _bind(host, port)
        self.port: int = self._sockets[0].getsockname()[1]
        self._host = host
        self._preview = preview
        self._voice = voice
        self._watcher = Watcher(preview.watched)
        self._watcher.on_change(self._changed)
        self._live = live_socket(self._watcher, lambda: preview.shown.version)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopped = asyncio.Event()
        with _uncollected():
            voice.walked(preview.walk())
        gc.freeze()  # most of the first walk stays as long as the process

    @property
    def address(self) -> str:
        """Where a browser finds the site."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}.get(self._host, self._host)
        host = f"[{host}]" if ":" in host and not host.startswith("[") else host
        site = self._preview.shown.site
        return f"http://{host}:{self.port}{site.base if site else '/'}"

    async def run(self) -> None:
        """Serves until `stop` is called or the task is cancelled."""
        self._loop = asyncio.get_running_loop()
        server = HTTPServer(self._application())
        server.add_sockets(self._sockets)
        self._live.start_tasks()
        self._voice.started(self.address, self._preview.watched)
        try:
            await self._stopped.wait()
        finally:
            self._watcher.stop()
            server.stop()
            for waiter in list(self._live.waiters):
                waiter.close()
            await server.close_all_connections()

    def stop(self) -> None:
        """Ends `run`; may be called from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stopped.set)

    def _changed(self, paths: frozenset[str]) -> tuple[Path, ...]:
        """In the watcher's thread: walks again, then reloads the browsers from the loop."""
        with _uncollected():
            shown = self._preview.walk(paths)
        with suppress(OSError):  # a terminal that is gone does not end the preview
            self._voice.walked(shown)
        with suppress(RuntimeError):  # the loop has just ended
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._live.reload_now)
        return self._preview.watched

    def _application(self) -> Application:
        own = {"preview": self._preview, "voice": self._voice}
        return Application(
            [
                (r"/livereload", self._live),
                (r"/livereload\.js", LiveReloadJSHandler),
                (re.escape(STYLESHEET), _Stylesheet),
                (r".*", _Pages, own),
            ],
            log_function=lambda handler: None,
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """A walk makes many things at once, and to look through them all takes as long again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _bind(host: str, port: int) -> list[socket.socket]:
    try:
        return bind_sockets(port, host)
    except OSError as fault:
        raise OSError(
            fault.errno,
            f"Port {port} of {host or 'this machine'} cannot be had: {fault.strerror or fault}. "
            "Name another with --port, or --port 0 for any free one.",
        ) from None


class _Strict(RequestHandler):
    """What all answers have in common: the policy of the real site, and nothing kept for long."""

    def set_default_headers(self) -> None:
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-cache")
        self.clear_header("Server")


class _Stylesheet(_Strict):
    def get(self) -> None:
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(stylesheet())

    head = get


class _Pages(_Strict):
    """Everything that the site has, and what is wrong with it."""

    def initialize(self, preview: Preview, voice: Voice) -> None:
        self._preview = preview
        self._voice = voice

    def get(self, *_: Any) -> None:
        shown = self._preview.shown
        if shown.site is None:
            self._page(500, decorate(empty_page(), shown, self._script(shown)))
            return
        try:
            answer = shown.site.answer(unquote(self.request.path, errors="replace"))
        except ThemeFault as fault:
            here = Located(theme_mistake(str(fault)), 0, 0, 0, "")
            self._tell(Shown(shown.version, shown.root, found=(here,)))
            body = decorate(empty_page(), shown, self._script(shown), here=(here,))
            self._page(500, body)
            return
        except Exception as fault:
            told = keep_trace(fault)
            self._tell(Shown(shown.version, shown.root, fault=told))
            self._page(500, decorate(empty_page(), shown, self._script(shown), fault=told))
            return
        if answer.location:
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(quote(answer.location) + query, status=302)
            return
        if answer.page:
            self._page(answer.status, decorate(answer.body, shown, self._script(shown)))
            return
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.kind)
        self.finish(answer.body)

    head = get

    def _page(self, status: int, body: bytes) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(body)

    def _tell(self, shown: Shown) -> None:
        with suppress(OSError):
            self._voice.fault(shown)

    def _script(self, shown: Shown) -> str:
        """The address of livereload's script, which reads its own settings out of it."""
        found = _HOST.match(self.request.host)
        secure = self.request.protocol == "https"
        where = ""
        if found:
            where = f"host={found[1]}&port={found[2] or (443 if secure else 80)}&"
        return f"/livereload.js?{where}snipver={shown.version}"
