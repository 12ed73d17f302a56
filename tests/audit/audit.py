"""`make audit`: Lighthouse (mobile) and axe-core on one page of each kind in two locales, as a table.

What a timer measures depends on the machine: it is reported, never asserted.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from browsing import chromium, phone
from kinds import KINDS
from playwright.sync_api import Browser, Page
from sample import AT, ROOT, Handler, need, run_build
from test_accessibility import look_at

OUT = ROOT / ".audit" / "lighthouse"
LIGHTHOUSE = ROOT / "tests/audit/node_modules/lighthouse/cli/index.js"
SCORES = ("performance", "accessibility", "best-practices", "seo")
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".ics"}


class Cdn(Handler):
    """Serves a site as a CDN does: compressed, hashed files for ever, the headers of a release."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status = 200
        if not path.is_file():
            path, status = Path(self.directory) / "404.html", 404
        data = path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in PACKED:
            data = gzip.compress(data, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def end_headers(self) -> None:
        is_hashed = self.path.startswith("/assets/")
        for name, value in (
            ("Content-Security-Policy", "default-src 'self'"),
            (
                "Cache-Control",
                "public, max-age=31536000, immutable" if is_hashed else "no-transform",
            ),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ):
            self.send_header(name, value)
        super(Handler, self).end_headers()


def lighthouse(address: str, report: Path) -> dict[str, Any]:
    """The report of one page."""
    flags = "--headless=new --disable-gpu" + (" --no-sandbox" if os.geteuid() == 0 else "")
    subprocess.run(
        [need("node"), str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={report}",
         f"--chrome-flags={flags}", "--max-wait-for-load=60000"],
        env={**os.environ, "CHROME_PATH": need("chromium")}, check=True, timeout=240,
    )  # fmt: skip
    loaded: dict[str, Any] = json.loads(report.read_text())
    return loaded


def weights(report: dict[str, Any]) -> Counter[str]:
    """Bytes on the wire by type of file."""
    found: Counter[str] = Counter()
    for item in report["audits"]["network-requests"]["details"]["items"]:
        found[item.get("resourceType", "Other")] += item.get("transferSize", 0)
    return found


def lost(report: dict[str, Any]) -> list[str]:
    """The audits that cost points."""
    found = []
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            score = audit["score"]
            if (
                reference["weight"]
                and score is not None
                and score < (0.9 if category["id"] == "performance" else 1)
            ):
                found.append(f"{audit['id']} {audit.get('displayValue', '')}".strip())
    return found


def row(browser: Browser, address: str, kind: str, path: str, turn: int) -> str:
    report = lighthouse(address + path, OUT / f"{path.strip('/').replace('/', '-') or 'root'}.json")
    scores = [report["categories"][name]["score"] for name in SCORES]
    shown = " ".join("  –" if score is None else f"{score * 100:3.0f}" for score in scores)
    bytes_of = weights(report)
    sizes = " ".join(
        f"{bytes_of[name] / 1000:6.1f}" for name in ("Document", "Stylesheet", "Script", "Image")
    )
    with phone(browser, bypass_csp=True) as page:
        found = sum(map(len, look_at(page, address + path, turn).values()))
    return f"{kind:22} {path:44} {shown}  {sizes}  {found:3}  {'; '.join(lost(report))}"


WATCH = """() => {
  window.longest = 0;
  new PerformanceObserver(list => {
    for (const one of list.getEntries())
      if (one.interactionId) window.longest = Math.max(window.longest, one.duration);
  }).observe({type: "event", durationThreshold: 16, buffered: true});
}"""


def slowest_answer(page: Page, act: Callable[[], None]) -> str:
    """How long the slowest of some actions waits for its next picture (INP), at a quarter of the speed."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.evaluate(WATCH)
    act()
    page.wait_for_timeout(1500)
    return f"{page.evaluate('window.longest'):.0f} ms"


def answers(browser: Browser, address: str) -> Iterator[str]:
    """INP of the filter, the menu of pavilions and the search, on a phone."""
    with phone(browser) as page:
        page.goto(f"{address}/zh/fr/products/")
        page.locator(".sorting button").first.wait_for()
        yield f"menu of pavilions: {slowest_answer(page, page.locator('.switch summary').click)}"
        page.locator(".switch summary").click()
        page.locator(".sorting button").first.click()
        page.locator("dialog[open] summary").first.click()
        facet = page.locator("dialog[open] details[open] label").first
        yield f"a facet: {slowest_answer(page, facet.click)}"
    for path, typed in (("/zh/fr/search/", "fengmi"), ("/zh/search/", "lavande")):
        with phone(browser) as page:
            page.goto(address + path)
            field = page.locator("#find-here")
            field.focus()
            page.wait_for_load_state("networkidle")
            told = slowest_answer(page, partial(field.press_sequentially, typed, delay=150))
            yield f"typing at {path}: {told}"


def main(wanted: list[str]) -> None:
    """wanted: the kinds to be audited; all, if none is named."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        run_build(site, "--at", AT)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Cdn, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        print(
            "perf., accessibility, best practices, SEO; kB of HTML, CSS, JS, pictures; axe findings; lost on"
        )
        with chromium() as browser:
            for kind in wanted or KINDS:
                for turn, path in enumerate(KINDS[kind]):
                    print(row(browser, address, kind, path, turn), flush=True)
            print("\n".join(answers(browser, address)))
        server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1:])
