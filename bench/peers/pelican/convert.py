#!/usr/bin/env python3
"""Neutral corpus -> Pelican site source (a small data plugin writes all pages).

usage: convert.py CORPUS SRCDIR
"""

import argparse
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("corpus", type=Path)
    ap.add_argument("src", type=Path)
    a = ap.parse_args()
    if a.src.exists():
        shutil.rmtree(a.src)
    shutil.copytree(HERE / "site", a.src)
    shutil.copytree(HERE.parent / "static", a.src / "theme" / "static", dirs_exist_ok=True)
    shutil.copytree(a.corpus, a.src / "corpus")
    (a.src / "content").mkdir(exist_ok=True)


if __name__ == "__main__":
    main()
