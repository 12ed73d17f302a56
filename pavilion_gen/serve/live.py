"""livereload's websocket, with our own reasons to reload."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, ClassVar

from livereload.handlers import LiveReloadHandler

from pavilion_gen.serve.watcher import Watcher


def live_socket(own: Watcher, version: Callable[[], str]) -> Any:
    """The handler class of one server; its browsers are its own, not the process's.

    version: of what is shown now. A browser says at its greeting which version its page is from
    (`snipver` in the address of the script); one that missed a reload is told at once.
    """

    class Socket(LiveReloadHandler):  # type: ignore[misc]
        waiters: ClassVar[set[Any]] = set()
        watcher = own
        live_css = False
        page = ""

        def on_message(self, message: Any) -> None:
            try:
                told = json.loads(message)
                super().on_message(message)
            except (ValueError, TypeError, AttributeError):
                self.close()
                return
            if told["command"] == "hello":
                self.page = str(told.get("snipver", ""))
            if self in LiveReloadHandler.waiters:
                LiveReloadHandler.waiters.discard(self)
                self.waiters.add(self)
                if self.page and self.page != version():
                    self.send_message({"command": "reload", "path": "*", "liveCSS": False})

        def on_close(self) -> None:
            self.waiters.discard(self)

        @classmethod
        def reload_now(cls) -> None:
            """Reloads every browser, however little time has passed since the last reload."""
            cls._last_reload_time = None
            cls.reload_waiters()

    return Socket
