#!/usr/bin/env python3
"""Neutral corpus -> Astro site source (dynamic routes over a data module).

usage: convert.py CORPUS SRCDIR [--modules NODE_MODULES]
"""

import argparse
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("corpus", type=Path)
    ap.add_argument("src", type=Path)
    ap.add_argument("--modules", type=Path, help="node_modules to link into the source folder")
    a = ap.parse_args()
    if a.src.exists():
        shutil.rmtree(a.src)
    shutil.copytree(HERE / "site", a.src)
    shutil.copytree(HERE.parent / "static", a.src / "public")
    shutil.copytree(a.corpus, a.src / "corpus")
    if a.modules:
        (a.src / "node_modules").symlink_to(a.modules.resolve())


if __name__ == "__main__":
    main()
