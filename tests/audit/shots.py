"""`make shots`: a contact sheet of each kind of page in .audit/shots/, to be looked at.

A sheet has a row a page (Chinese, another language): phone by day and by night, desktop by day and by night.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

from browsing import chromium, phone, serve
from kinds import KINDS, OPEN, STATES
from PIL import Image
from playwright.sync_api import Browser, FloatRect
from sample import AT, ROOT, run_build

OUT = ROOT / ".audit" / "shots"
HEIGHT = 2600  # the part of a page that is shown, in CSS pixels
GAP = 24


def shot(browser: Browser, address: str, width: int, scheme: str) -> Image.Image:
    with phone(browser, width, color_scheme=scheme, reduced_motion="reduce") as page:
        page.goto(address)
        height = min(page.evaluate("document.documentElement.scrollHeight"), HEIGHT)
        # All that is lazy is fetched before the picture is taken
        page.evaluate(
            """() => Promise.allSettled([...document.images].map(one => {
                 one.loading = "eager";
                 return one.decode();
               }))"""
        )
        clip: FloatRect = {"x": 0, "y": 0, "width": width, "height": height}
        return Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip))).convert("RGB")


def sheet(browser: Browser, addresses: list[str]) -> Image.Image:
    views = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
    rows = [[shot(browser, address, *view) for view in views] for address in addresses]
    width = sum(width for width, _ in views) + GAP * (len(views) + 1)
    tops = [max(picture.height for picture in row) + GAP for row in rows]
    whole = Image.new("RGB", (width, sum(tops) + GAP), "#777777")
    y = GAP
    for row, height in zip(rows, tops, strict=True):
        x = GAP
        for picture in row:
            whole.paste(picture, (x, y))
            x += picture.width + GAP
        y += height
    return whole.resize((whole.width // 2, whole.height // 2), Image.Resampling.LANCZOS)


def main(wanted: list[str]) -> None:
    """wanted: the kinds to be shown; all, if none is named."""
    OUT.mkdir(parents=True, exist_ok=True)
    if not wanted:
        shutil.rmtree(OUT)
        OUT.mkdir()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for at, kinds in ((AT, KINDS), (OPEN, {name: (path,) for name, path in STATES.items()})):
            chosen = {kind: paths for kind, paths in kinds.items() if not wanted or kind in wanted}
            if not chosen:
                continue
            site = Path(folder) / at[:10]
            run_build(site, "--at", at)
            with serve(site) as address:
                for kind, paths in chosen.items():
                    file = OUT / f"{kind.replace(', ', '-').replace(' ', '-')}.png"
                    sheet(browser, [address + path for path in paths]).save(file)
                    print(file.relative_to(ROOT), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
