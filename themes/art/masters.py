"""Make the sample's raster masters: `python themes/art/masters.py [--only fr]`.

A recipe with `master: jpeg` or `master: png` is drawn like all others, rendered by Chromium, and
written beside the drawings: guides as JPEG, 2400 × 1350, with a little paper grain, goods as PNG-8,
1200 × 1500, without ground. `orientation: 6` stores one lying on its side, as a camera does, and
`profile: display-p3` one in the colours of a telephone: so that the build shows what it can do.
"""

from __future__ import annotations

import argparse
import io
import random
import struct
import sys
from pathlib import Path
from typing import Any

import yaml
from draw import ROOT, draw_goods, draw_scene
from PIL import Image, ImageChops, ImageCms, ImageFilter
from playwright.sync_api import Page, sync_playwright

SCENE, GOOD = (2400, 1350), (1200, 1500)
MOST = 350_000  # bytes of a JPEG
GRAIN = 0.3  # of the noise's swing
ORIENTATION = 0x0112
_LYING = {
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}


def rendered(page: Page, svg: str, size: tuple[int, int]) -> Image.Image:
    """A drawing as pixels; see-through where nothing is drawn."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(
        f"<style>*{{margin:0}}svg{{display:block;width:{width}px;height:{height}px}}</style>{svg}"
    )
    return Image.open(io.BytesIO(page.screenshot(omit_background=True))).convert("RGBA")


def grained(image: Image.Image, seed: str) -> Image.Image:
    """The picture on paper: soft noise, the same for the same seed."""
    chance = random.Random(seed)
    noise = Image.frombytes("L", image.size, chance.randbytes(image.width * image.height))
    soft = noise.filter(ImageFilter.GaussianBlur(1.4))
    grain = soft.point(lambda value: round(128 + (value - 128) * GRAIN))
    return ImageChops.add(image, Image.merge("RGB", [grain] * 3), 1, -128)


def display_p3() -> bytes:
    """The ICC profile of Display P3 (ICC.1:2022; primaries of SMPTE EG 432-1, adapted to D50)."""

    def fixed(*values: float) -> bytes:
        return b"".join(struct.pack(">i", round(value * 65536)) for value in values)

    def words(text: str) -> bytes:
        data = text.encode("utf-16-be")
        return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data

    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0)
    curve += fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    tags = {
        b"desc": words("Display P3"),
        b"cprt": words("No copyright"),
        b"wtpt": b"XYZ \0\0\0\0" + fixed(0.9642, 1, 0.82491),
        b"rXYZ": b"XYZ \0\0\0\0" + fixed(0.51512, 0.2412, -0.00105),
        b"gXYZ": b"XYZ \0\0\0\0" + fixed(0.29198, 0.69225, 0.04189),
        b"bXYZ": b"XYZ \0\0\0\0" + fixed(0.1571, 0.06657, 0.78407),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += struct.pack(">4sII", name, start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    head = struct.pack(
        ">I4xI4s4s4s12x4s28x12s48x", start + len(body), 0x04400000, b"mntr", b"RGB ", b"XYZ ",
        b"acsp", fixed(0.9642, 1, 0.82491),
    )  # fmt: skip
    return head + table + body


def jpeg(image: Image.Image, recipe: dict[str, Any]) -> bytes:
    """A guide's master, in the best quality that is not too many bytes."""
    options: dict[str, Any] = {}
    if recipe.get("profile") == "display-p3":
        wide = display_p3()
        own = ImageCms.ImageCmsProfile(io.BytesIO(wide))
        moved = ImageCms.profileToProfile(image, ImageCms.createProfile("sRGB"), own)
        assert moved is not None
        image, options["icc_profile"] = moved, wide
    if "orientation" in recipe:
        image = image.transpose(_LYING[recipe["orientation"]])
        exif = Image.Exif()
        exif[ORIENTATION] = recipe["orientation"]
        options["exif"] = exif.tobytes()
    for quality in range(84, 40, -2):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True, progressive=True, **options)
        if out.tell() <= MOST:
            break
    return out.getvalue()


def png(image: Image.Image) -> bytes:
    """A good's master, cut out."""
    out = io.BytesIO()
    image.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


def make_country(page: Page, cc: str, book: dict[str, Any], home: Path) -> int:
    """Writes the masters of a country; how many."""
    palette = yaml.safe_load((home / "country.yaml").read_text(encoding="utf-8"))["palette"]
    count = 0
    for part in ("products", "guides"):
        for name, recipe in (book.get(part) or {}).items():
            if "master" not in recipe:
                continue
            if part == "products":
                data = png(rendered(page, draw_goods(cc, name, palette, recipe), GOOD))
            else:
                scene = rendered(page, draw_scene(cc, name, palette, recipe), SCENE).convert("RGB")
                data = jpeg(grained(scene, f"{cc}/{name}"), recipe)
            ending = {"jpeg": "jpg", "png": "png"}[recipe["master"]]
            (home / "images" / f"{name}.{ending}").write_bytes(data)
            count += 1
    return count


def main() -> int:
    """Make the masters of every country, or of one."""
    parser = argparse.ArgumentParser(description="Make the sample's raster masters.")
    parser.add_argument("--only", metavar="CC", help="one country")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox", "--force-color-profile=srgb"]
        )
        page = browser.new_page()
        for path in sorted((ROOT / "themes/art/recipes").glob("*.yaml")):
            home = ROOT / "content/countries" / path.stem
            if options.only in (None, path.stem) and home.is_dir():
                book = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
                print(f"{path.stem}: {make_country(page, path.stem, book, home)}")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
