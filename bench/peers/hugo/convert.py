#!/usr/bin/env python3
"""Neutral corpus -> Hugo site source.

usage: convert.py CORPUS SRCDIR [--form adapter|md] [--front yaml|json]

adapter: products, merchants and sections come from data files through one
         content adapter (content/_content.gotmpl); guides are Markdown files.
md:      one Markdown file with front matter per product and language.
"""

import argparse
import json
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent


def dump(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def front(meta, body, kind):
    if kind == "json":
        return json.dumps(meta, ensure_ascii=False, indent=1) + "\n" + body
    lines = [f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in meta.items()]
    return "---\n" + "\n".join(lines) + "\n---\n" + body


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("corpus", type=Path)
    ap.add_argument("src", type=Path)
    ap.add_argument("--form", choices=("adapter", "md"), default="adapter")
    ap.add_argument("--front", choices=("yaml", "json"), default="yaml")
    a = ap.parse_args()
    if a.src.exists():
        shutil.rmtree(a.src)
    shutil.copytree(HERE / "site", a.src)
    shutil.copytree(HERE.parent / "static", a.src / "static")
    site, products, merchants, pages = (
        json.loads((a.corpus / f"{n}.json").read_text("utf-8"))
        for n in ("site", "products", "merchants", "pages")
    )
    langs = [lang["code"] for lang in site["languages"]]
    data, content = a.src / "data", a.src / "content"
    dump(data / "tags.json", site["tags"])
    by = {c["code"]: {} for c in site["countries"]}
    for w, m in enumerate(merchants, 1):
        by[m["country"]][m["slug"]] = m | {"weight": w}
    dump(data / "merchants.json", by)
    for lang in langs:
        dump(a.src / "i18n" / f"{lang}.json", site["ui"][lang])
    for p in pages:
        for lang in langs:
            meta = {"title": p["title"][lang], "type": "guide", "summary": p["summary"][lang]}
            f = content / p["country"] / p["kind"] / f"{p['slug']}.{lang}.md"
            f.parent.mkdir(parents=True, exist_ok=True)
            f.write_text(
                front(meta | {"weight": pages.index(p) + 1}, p["body"][lang], a.front), "utf-8"
            )
    per = {c["code"]: [] for c in site["countries"]}
    for p in products:
        per[p["country"]].append(p)
    if a.form == "adapter":
        dump(
            data / "site.json",
            {"countries": site["countries"], "categories": site["categories"], "ui": site["ui"]},
        )
        for code, ps in per.items():
            dump(data / "products" / f"{code}.json", ps)
        content.mkdir(exist_ok=True)
        for lang in langs:
            (content / f"_index.{lang}.md").write_text(
                front(
                    {
                        "title": site["name"][lang],
                        "type": "home",
                        "summary": site["ui"][lang]["about"],
                    },
                    "",
                    a.front,
                ),
                "utf-8",
            )
        shutil.copy(HERE / "_content.gotmpl", content / "_content.gotmpl")
        return

    def index(path, lang, meta):
        f = content / path / f"_index.{lang}.md"
        f.parent.mkdir(parents=True, exist_ok=True)
        f.write_text(front(meta, "", a.front), "utf-8")

    for lang in langs:
        ui = site["ui"][lang]
        index("", lang, {"title": site["name"][lang], "type": "home", "summary": ui["about"]})
        for w, c in enumerate(site["countries"], 1):
            code = c["code"]
            index(
                code,
                lang,
                {
                    "title": c["name"][lang],
                    "type": "country",
                    "weight": w,
                    "summary": c["tagline"][lang],
                },
            )
            index(
                f"{code}/products", lang, {"title": ui["products"], "type": "products", "weight": 1}
            )
            index(
                f"{code}/merchants",
                lang,
                {"title": ui["merchants"], "type": "merchants", "weight": 2},
            )
            index(f"{code}/culture", lang, {"title": ui["culture"], "type": "guides", "weight": 3})
            index(f"{code}/travel", lang, {"title": ui["travel"], "type": "guides", "weight": 4})
            have = {p["category"] for p in per[code]}
            for cw, cat in enumerate(site["categories"], 1):
                if cat["slug"] in have:
                    index(
                        f"{code}/products/{cat['slug']}",
                        lang,
                        {"title": cat["name"][lang], "type": "category", "weight": cw},
                    )
    for w, m in enumerate(merchants, 1):
        for lang in langs:
            f = content / m["country"] / "merchants" / f"{m['slug']}.{lang}.md"
            f.write_text(
                front(
                    {"title": m["name"][lang], "type": "merchant", "key": m["slug"], "weight": w},
                    m["profile"][lang] + "\n",
                    a.front,
                ),
                "utf-8",
            )
    for p in products:
        for lang in langs:
            meta = {
                "title": p["name"][lang],
                "type": "product",
                "weight": p["id"],
                "sku": p["sku"],
                "category": p["category"],
                "merchant": p["merchant"],
                "price": p["price"],
                "currency": p["currency"],
                "tags": p["tags"],
            }
            f = content / p["country"] / "products" / p["category"] / f"{p['slug']}.{lang}.md"
            f.write_text(front(meta, p["description"][lang], a.front), "utf-8")


if __name__ == "__main__":
    main()
