"""A page in Chromium: what it asks for, what it complains of, how it is looked at."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Request, sync_playwright
from sample import Handler, need

QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]  # fmt: skip


@contextmanager
def chromium(*options: str, beside: Browser | None = None) -> Iterator[Browser]:
    """Chromium of the system, without a window. beside: another one that is open already."""
    # Chromium's own sandbox does not run as root
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    executable = need("chromium")
    with ExitStack() as stack:
        kind = beside.browser_type if beside else stack.enter_context(sync_playwright()).chromium
        browser = kind.launch(executable_path=executable, args=[*sandbox, *QUIET, *options])
        yield browser
        browser.close()


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """The address of a folder on a loopback server, without `/` at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@contextmanager
def phone(browser: Browser, width: int = 390, **options: Any) -> Iterator[Page]:
    """A page of its own in a window of that width."""
    context = browser.new_context(viewport={"width": width, "height": 844}, **options)
    yield context.new_page()
    context.close()


class Watch:
    """What a page asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._failed)

    def _failed(self, request: Request) -> None:
        # What is still under way when the shopper walks on is broken off, and no fault
        if "ERR_ABORTED" not in (request.failure or ""):
            self.complaints.append(f"failed: {request.url} {request.failure}")


def plant(page: Page, css: str) -> None:
    """Adds rules to a page, as a person's own style sheet would (the strict policy allows this one)."""
    page.evaluate(
        """css => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }""",
        css,
    )


def open_everything(page: Page) -> None:
    """Opens the menus and folds of a page."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
