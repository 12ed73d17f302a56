"""Draw what stands for a page where it is not open: `python themes/art/outside.py`.

Writes into `themes/pavilion`: `windows/<cc>.svg`, from which a build makes the icon of each
pavilion; `assets/icons/`, for portal and manifests; `assets/share/<cc>.png`, the picture of a
shared page; `ready/<name>.png`, the poster to save, on which a build puts the code of the page.
Palettes are those of `content/countries/<cc>/country.yaml`, names those of `wordmarks.py`. Needs
Chromium, by way of Playwright.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from pathlib import Path

import yaml
from draw import ROOT
from patterns import PATTERNS, pattern
from PIL import Image
from playwright.sync_api import Page, sync_playwright
from shapes import group, mix, path, rect, stroke, svg
from views import views
from windows import PLAIN, WINDOWS
from wordmarks import EM, names, wordmarks

from pavilion_gen.materials.theme import READY_HEIGHT, READY_WIDTH
from pavilion_gen.pages.ready import FIELD

THEME = ROOT / "themes/pavilion"
INK, PAPER = "#1C1A17", "#FBF8F3"  # a build puts a country's deep and soft in their place
WIDTH, HEIGHT = 1200, 630
SILL = 930  # of a ready picture
LARGEST = 60_000  # bytes of a shared picture

VIEWS = views()

Colours = dict[str, str]


def by_day(drawn: str, colours: Colours) -> str:
    """A view in the colours that `base.css` gives it by day where browsers mix them."""
    accent, deep, soft, night = (colours[name] for name in ("accent", "deep", "soft", "night"))
    tones = {
        "sky": mix(soft, night, 0.2),
        "sun": "#FFFFFF",
        "far": mix(night, soft, 0.38),
        "mid": mix(night, accent, 0.32),
        "near": accent,
        "fore": deep,
        "lit": "#FFFDF8",
        "shade": mix(deep, "#000000", 0.4),
    }
    return re.sub(r"var\(--v-(\w+)\)", lambda found: tones[found[1]], drawn)


def view(cc: str, colours: Colours, x: float, foot: float, height: float) -> str:
    """A window, its foot centred on a point, with the view through it."""
    drawn = by_day(VIEWS[cc], colours)
    size = height / 50
    box = f"translate({x - 20 * size:.1f} {foot - height:.1f})scale({size:.3f})"
    shape = WINDOWS[cc]
    return (
        f'<clipPath id="w-{cc}-{x:.0f}"><path d="{shape}" transform="{box}"/></clipPath>'
        + group(box, stroke(shape, PAPER, 3.4))
        + f'<g clip-path="url(#w-{cc}-{x:.0f})">'
        + group(box, group("scale(.25)", drawn))
        + "</g>"
        + group(box, stroke(shape, colours["deep"], 0.9))
    )


def country_picture(cc: str, colours: Colours) -> str:
    """The window in the middle, where every form of a preview shows it; the craft on the wall."""
    soft, accent, deep = colours["soft"], colours["accent"], colours["deep"]
    wall = PATTERNS[cc](mix(soft, accent, 0.2), mix(soft, accent, 0.34))
    sill = PATTERNS[cc](mix(deep, soft, 0.22), mix(deep, soft, 0.4))
    foot = 546
    return svg(
        WIDTH,
        HEIGHT,
        pattern("wall", wall, 1.25)
        + pattern("sill", sill, 0.65)
        + rect(0, 0, WIDTH, HEIGHT, soft)
        + rect(0, 0, WIDTH, HEIGHT, "url(#wall)")
        + view(cc, colours, WIDTH / 2, foot, 500)
        + rect(0, foot, WIDTH, HEIGHT - foot, deep)
        + rect(0, foot + 16, WIDTH, 52, "url(#sill)"),
    )


def portal_picture(palettes: dict[str, Colours]) -> str:
    """A garden wall: all the windows, in two staggered rows."""
    rows = (("nz", "fr", "th", "gb", "us", "tr"), ("ch", "es", "sg", "my", "au"))
    body = rect(0, 0, WIDTH, HEIGHT, PAPER)
    for row, foot, first in zip(rows, (294, 594), (110, 208), strict=True):
        for number, cc in enumerate(row):
            body += view(cc, palettes[cc], first + number * 196, foot, 256 if number % 2 else 236)
        body += rect(0, foot, WIDTH, 5, INK)
    return svg(WIDTH, HEIGHT, body)


def ready_picture(cc: str, name: str, colours: Colours) -> str:
    """A poster: the window with the name beside it, and below the sill the field for the code."""
    soft, accent, deep = colours["soft"], colours["accent"], colours["deep"]
    wall = PATTERNS[cc](mix(soft, accent, 0.14), mix(soft, accent, 0.26))
    sill = PATTERNS[cc](mix(deep, soft, 0.14), mix(deep, soft, 0.26))
    letter = 144 if len(name) < 5 else 136
    middle = (READY_WIDTH - letter - 60) / 2
    right, tall = READY_WIDTH - letter - 90, letter * len(name)
    down = SILL - 420 - tall / 2
    mark = path(wordmarks()[name], INK)
    return svg(
        READY_WIDTH,
        READY_HEIGHT,
        pattern("wall", wall, 1.5)
        + pattern("sill", sill, 1.25)
        + rect(0, 0, READY_WIDTH, READY_HEIGHT, soft)
        + rect(0, 0, READY_WIDTH, SILL, "url(#wall)")
        + view(cc, colours, middle, SILL, 810)
        + rect(right - 28, down - 28, letter + 56, tall + 56, PAPER)
        + group(f"translate({right} {down:.0f})scale({letter / EM})", mark)
        + rect(0, SILL, READY_WIDTH, READY_HEIGHT - SILL, deep)
        + rect(0, SILL + 16, READY_WIDTH, READY_HEIGHT - SILL - 16, "url(#sill)")
        + field(),
    )


def ready_portal(palettes: dict[str, Colours]) -> str:
    """All the windows in three rows, above the field."""
    rows = (("nz", "fr", "th", "gb"), ("us", "tr", "ch"), ("es", "sg", "my", "au"))
    body = rect(0, 0, READY_WIDTH, READY_HEIGHT, PAPER)
    for row, foot in zip(rows, (326, 628, SILL), strict=True):
        first = READY_WIDTH / 2 - (len(row) - 1) * 122
        for number, cc in enumerate(row):
            body += view(cc, palettes[cc], first + number * 244, foot, 282 if number % 2 else 262)
        body += rect(0, foot, READY_WIDTH, 6, INK)
    return svg(
        READY_WIDTH,
        READY_HEIGHT,
        body + rect(0, SILL, READY_WIDTH, READY_HEIGHT - SILL, INK) + field(),
    )


def field() -> str:
    """White, with a margin, where the code comes."""
    left, top, side = FIELD
    return rect(left - 20, top - 20, side + 40, side + 40, "#FFFFFF")


def icon(shape: str) -> str:
    """A window on a plain ground, for the tab of a browser."""
    return svg(
        64, 64, rect(0, 0, 64, 64, PAPER) + group("translate(9 3)scale(1.15)", path(shape, INK))
    )


def plate(drawn: str, inset: float) -> str:
    """The theme's icon, its parts drawn in by a share of the width, on its own ground."""
    inner = drawn.partition(">")[2].rpartition("</svg>")[0]
    size = 64 * (1 - 2 * inset)
    moved = f"translate({64 * inset:.2f} {64 * inset:.2f})scale({size / 64:.4f})"
    return svg(64, 64, rect(0, 0, 64, 64, PAPER) + group(moved, inner))


class Painter:
    """Turns drawings into pixels, in a browser."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def paint(self, drawn: str, width: int, height: int) -> Image.Image:
        """A drawing in its final size."""
        self._page.set_viewport_size({"width": width, "height": height})
        sized = drawn.replace("<svg ", "<svg preserveAspectRatio='xMidYMid slice' ", 1)
        style = (
            f"<style>body{{margin:0}}svg{{display:block;width:{width}px;height:{height}px}}</style>"
        )
        self._page.set_content(style + sized)
        return Image.open(io.BytesIO(self._page.screenshot())).convert("RGB")


def palette_png(image: Image.Image, largest: int = 0, most: int = 256) -> bytes:
    """A picture as PNG of at most so many colours; of fewer, until it has no more bytes than that."""
    data = b""
    for colours in (most, 192, 128, 96, 64, 48, 32):
        stream = io.BytesIO()
        few = image.quantize(colours, Image.Quantize.MEDIANCUT, kmeans=4, dither=Image.Dither.NONE)
        few.save(stream, "PNG", optimize=True)
        data = stream.getvalue()
        if not largest or len(data) <= largest:
            break
    return data


def draw_icons(painter: Painter) -> None:
    """The windows for pavilions, and the icons of the portal."""
    for cc, shape in {**WINDOWS, "plain": PLAIN}.items():
        write(f"windows/{cc}.svg", icon(shape).encode())
    drawn = (THEME / "assets/icons/pavilion.svg").read_text(encoding="utf-8")
    write("assets/icons/icon-192.png", palette_png(painter.paint(drawn, 192, 192)))
    write("assets/icons/icon-512.png", palette_png(painter.paint(drawn, 512, 512)))
    # Of a maskable icon a circle of four fifths is sure to be seen
    write("assets/icons/maskable-512.png", palette_png(painter.paint(plate(drawn, 0.14), 512, 512)))
    write(
        "assets/icons/apple-touch-icon.png",
        palette_png(painter.paint(plate(drawn, 0.06), 180, 180)),
    )
    stream = io.BytesIO()
    painter.paint(drawn, 32, 32).save(stream, "ICO", sizes=[(32, 32)])
    write("assets/icons/favicon.ico", stream.getvalue())


def draw_shares(painter: Painter, palettes: dict[str, Colours], wanted: set[str]) -> None:
    """The pictures of shared pages."""
    for cc in WINDOWS:
        if cc in wanted:
            drawn = country_picture(cc, palettes[cc])
            write(
                f"assets/share/{cc}.png", palette_png(painter.paint(drawn, WIDTH, HEIGHT), LARGEST)
            )
    if "portal" in wanted:
        drawn = portal_picture(palettes)
        write("assets/share/portal.png", palette_png(painter.paint(drawn, WIDTH, HEIGHT), LARGEST))


def draw_ready(painter: Painter, palettes: dict[str, Colours], wanted: set[str]) -> None:
    """The posters to save, without their codes."""
    drawn = {
        name: ready_picture(cc, name, palettes[cc])
        for cc, name in zip(WINDOWS, names(ROOT / "content"), strict=True)
        if cc in wanted
    }
    if "portal" in wanted:
        drawn["portal"] = ready_portal(palettes)
    for name, body in drawn.items():
        painted = painter.paint(body, READY_WIDTH, READY_HEIGHT)
        # The build needs black and white beside the colours
        write(f"ready/{name}.png", palette_png(painted, LARGEST, 254))


def write(name: str, data: bytes) -> None:
    path_ = THEME / name
    path_.parent.mkdir(parents=True, exist_ok=True)
    path_.write_bytes(data)
    print(f"{name}: {len(data)} bytes")


def read_palettes(content: Path) -> dict[str, Colours]:
    """The colours of every country that has a window."""
    files = {cc: content / f"countries/{cc}/country.yaml" for cc in WINDOWS}
    return {
        cc: yaml.safe_load(file.read_text(encoding="utf-8"))["palette"]
        for cc, file in files.items()
    }


def main() -> int:
    """Draw everything, or the picture of one country."""
    parser = argparse.ArgumentParser(description="Draw the theme's icons and shared pictures.")
    parser.add_argument("--only", metavar="CC", help="the pictures of one country, or portal")
    parser.add_argument("--ready", action="store_true", help="only the posters to save")
    parser.add_argument("--browser", default="/usr/bin/chromium", help="where Chromium is")
    options = parser.parse_args()
    palettes = read_palettes(ROOT / "content")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.browser, args=["--no-sandbox", "--force-color-profile=srgb"]
        )
        painter = Painter(browser.new_page())
        if options.only is None and not options.ready:
            draw_icons(painter)
        wanted = {options.only} if options.only else {*WINDOWS, "portal"}
        if not options.ready:
            draw_shares(painter, palettes, wanted)
        draw_ready(painter, palettes, wanted)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
