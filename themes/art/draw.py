"""Draw the sample's pictures: `python themes/art/draw.py [--only fr]`.

Reads `themes/art/recipes/<cc>.yaml` and the palette of `content/countries/<cc>/country.yaml`, and
writes `content/countries/<cc>/images/<id>.svg`; `recipes/shared.yaml` goes to `content/images/`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import goods_food
import goods_grain
import goods_home
import goods_jars
import goods_kitchen
import goods_small
import goods_table
import goods_wear
import scenes_fair
import scenes_home
import scenes_land
import scenes_park
import scenes_peak
import scenes_town
import scenes_water
import scenes_wild
import yaml
from goods_special import special
from scene_kit import Scene
from shapes import Look, apart, compact, dark, group, luminance, mix, svg
from windows import MARKS

ROOT = Path(__file__).resolve().parents[2]
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
NEUTRAL = {"accent": "#5E584F", "deep": "#1C1A17", "soft": "#EFEAE1"}

_GOODS = {
    goods_jars: "honey jam syrup wine oil vinegar sauce juice milk",
    goods_food: "cheese butter milk-powder chocolate biscuits",
    goods_grain: "cereal rice pasta noodles nuts dried-fruit",
    goods_table: "ham seafood tea coffee spices supplements",
    goods_home: "skincare soap perfume candle lamp basket",
    goods_kitchen: "ceramics plate glass knife pan cutting-board",
    goods_wear: "wool-knit blanket scarf hat",
    goods_small: "leather-bag wallet watch toy stationery",
}
_SCENES = {
    scenes_land: "flower-field vineyard tea-terrace farm-pasture windmill-hill orchard",
    scenes_wild: "forest-path desert-road canyon balloon-valley",
    scenes_water: "coast-cliff beach-island waterfall",
    scenes_peak: "mountain-lake snow-peak night-sky railway-viaduct",
    scenes_town: "river-city old-street harbour",
    scenes_fair: "market-stall festival-night",
    scenes_home: "table-meal craft-bench",
    scenes_park: "garden museum-hall",
}


def _table(rooms: dict[Any, str]) -> dict[str, Callable[[Any], str]]:
    """Names to drawing functions; `milk-powder` is drawn by `milk_powder`."""
    return {
        name: getattr(room, name.replace("-", "_"))
        for room, names in rooms.items()
        for name in names.split()
    }


FAMILIES = _table(_GOODS)
SCENES = _table(_SCENES)


class RecipeError(ValueError):
    """A recipe that cannot be drawn."""


def _colour(recipe: dict[str, Any], key: str) -> str:
    """A colour of a recipe."""
    value = str(recipe.get(key, ""))
    if not COLOUR.fullmatch(value):
        raise RecipeError(f"{key}: not a colour: {value!r}")
    return value.upper()


def _clear(main: str) -> str:
    """A main colour that would sink into the plate: whites whiter, others darker."""
    return mix(main, "#FFFEFA", 0.7) if luminance(main) > 0.78 else dark(main, 0.09)


def draw_goods(cc: str, name: str, palette: dict[str, str], recipe: dict[str, Any]) -> str:
    """The picture of one thing on the shelf."""
    family, kind, form = recipe.get("family"), recipe.get("mark", "dots"), recipe.get("form", 1)
    if family not in FAMILIES:
        raise RecipeError(f"unknown family: {family!r}")
    if kind not in MARKS:
        raise RecipeError(f"unknown mark: {kind!r}")
    if form not in (1, 2, 3):
        raise RecipeError(f"form is not 1, 2 or 3: {form!r}")
    main, label, soft = _colour(recipe, "main"), _colour(recipe, "label"), palette["soft"]
    look = Look(
        main=main if apart(main, soft) else _clear(main),
        label=label if apart(label, soft) else mix(label, palette["accent"], 0.14),
        accent=palette["accent"],
        deep=palette["deep"],
        soft=palette["soft"],
        window=cc,
        mark=kind,
        form=form,
    )
    return svg(400, 500, (special(name, family) or FAMILIES[family])(look))


def draw_scene(cc: str, name: str, palette: dict[str, str], recipe: dict[str, Any]) -> str:
    """The picture of one guide."""
    scene = recipe.get("scene")
    if scene not in SCENES:
        raise RecipeError(f"unknown scene: {scene!r}")
    stage = Scene(f"{cc}/{name}", palette["accent"], palette["deep"], palette["soft"])
    body = compact(SCENES[scene](stage))
    return svg(1600, 900, group("translate(1600 0)scale(-1 1)", body) if stage.flip else body)


def draw_country(cc: str, recipes: Path, content: Path) -> tuple[int, list[str]]:
    """Draw all pictures of a country; their number, and what could not be drawn."""
    book = yaml.safe_load((recipes / f"{cc}.yaml").read_text(encoding="utf-8")) or {}
    if cc == "shared":
        palette, out = NEUTRAL, content / "images"
    else:
        home = content / "countries" / cc
        if not (home / "country.yaml").is_file():
            return 0, [f"{cc}: no country.yaml, so no palette"]
        country = yaml.safe_load((home / "country.yaml").read_text(encoding="utf-8"))
        palette, out = country["palette"], home / "images"
    out.mkdir(parents=True, exist_ok=True)
    count, wrong = 0, []
    for part in ("products", "guides"):
        for name, recipe in (book.get(part) or {}).items():
            if "master" in recipe:  # masters.py makes a raster picture of it
                continue
            try:
                if part == "products":
                    picture = draw_goods(cc, name, palette, recipe)
                else:
                    picture = draw_scene(cc, name, palette, recipe)
            except RecipeError as error:
                wrong.append(f"{cc}/{name}: {error}")
                continue
            (out / f"{name}.svg").write_text(picture, encoding="utf-8", newline="\n")
            count += 1
    return count, wrong


def main() -> int:
    """Draw every country, or one."""
    parser = argparse.ArgumentParser(description="Draw the sample's pictures from their recipes.")
    parser.add_argument("--only", metavar="CC", help="one country, or shared")
    parser.add_argument("--recipes", type=Path, default=ROOT / "themes/art/recipes")
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    options = parser.parse_args()
    found = sorted(p.stem for p in options.recipes.glob("*.yaml"))
    wanted = [cc for cc in found if options.only in (None, cc)]
    if not wanted:
        print(f"no recipes: {options.only or options.recipes}", file=sys.stderr)
        return 2
    failed = False
    for cc in wanted:
        count, wrong = draw_country(cc, options.recipes, options.content)
        print(f"{cc}: {count}")
        for line in wrong:
            print(line, file=sys.stderr)
        failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
