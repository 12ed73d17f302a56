"""Pelican generator that builds the pavilion site from JSON data."""

import json
import re
from pathlib import Path

from babel.numbers import format_currency
from markdown import Markdown
from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator

TAG = re.compile(r"<[^>]*>")


class ShopGenerator(Generator):
    def generate_context(self):
        root = Path(self.settings["PATH"]).parent / "corpus"
        self.site, products, merchants, guides = (
            json.loads((root / f"{n}.json").read_text("utf-8"))
            for n in ("site", "products", "merchants", "pages")
        )
        self.countries = self.site["countries"]
        self.by_code = {}
        for c in self.countries:
            c.update(
                products=[], merchants={}, by_merchant={}, by_category={}, culture=[], travel=[]
            )
            self.by_code[c["code"]] = c
        self.categories = {k["slug"]: k for k in self.site["categories"]}
        for m in merchants:
            c = self.by_code[m["country"]]
            c["merchants"][m["slug"]] = m
            c["by_merchant"][m["slug"]] = []
        for p in products:
            c = self.by_code[p["country"]]
            c["products"].append(p)
            c["by_merchant"][p["merchant"]].append(p)
            same = c["by_category"].setdefault(p["category"], [])
            p["at"] = len(same)
            same.append(p)
        for g in guides:
            self.by_code[g["country"]][g["kind"]].append(g)
        self.locale = {"zh": "zh_Hans_CN", "en": "en_US"}
        self.memo = {}
        self.md = Markdown(**self.settings["MARKDOWN"])
        self.urls = {"zh": [], "en": []}
        self.env.globals.update(card=self.card, nav=self.nav, footer=self.footer, money=self.money)
        self.parts = {n: self.get_template(n) for n in ("card", "nav", "footer")}

    def part(self, key, name, **kw):
        if key not in self.memo:
            self.memo[key] = Markup(self.parts[name].render(site=self.site, **kw))
        return self.memo[key]

    def money(self, p, lang):
        return format_currency(p["price"], p["currency"], locale=self.locale[lang])

    def card(self, p, lang):
        merchant = self.by_code[p["country"]]["merchants"][p["merchant"]]
        return self.part(("card", lang, p["id"]), "card", p=p, lang=lang, merchant=merchant)

    def nav(self, lang, code):
        return self.part(("nav", lang, code), "nav", lang=lang, code=code, t=self.site["ui"][lang])

    def footer(self, lang):
        return self.part(("footer", lang), "footer", lang=lang, t=self.site["ui"][lang])

    def markdown(self, text):
        return Markup(self.md.reset().convert(text) + "\n")

    def write(self, template, lang, path, **kw):
        if not kw.get("number", 1) > 1:
            self.urls[lang].append(path)
        other = next(x for x in self.site["languages"] if x["code"] != lang)
        here = next(x for x in self.site["languages"] if x["code"] == lang)
        self.writer.write_file(
            f"{lang}/{path}index.html",
            self.get_template(template),
            self.context,
            site=self.site,
            t=self.site["ui"][lang],
            lang=lang,
            locale=here["locale"],
            other=other,
            path=path,
            base=self.site["base_url"],
            **kw,
        )

    def pages_of(self, items):
        size = self.site["per_page"]
        total = max(1, -(-len(items) // size))
        return [(n + 1, total, items[n * size : (n + 1) * size]) for n in range(total)]

    def generate_output(self, writer):
        self.writer = writer
        site = self.site
        for lang in ("zh", "en"):
            t = site["ui"][lang]
            self.write(
                "home",
                lang,
                "",
                title=site["name"][lang],
                desc=t["about"],
                crumbs=[],
                kind="home",
                countries=self.countries,
            )
            home = (f"/{lang}/", t["home"])
            for c in self.countries:
                code = c["code"]
                top = (f"/{lang}/{code}/", c["name"][lang])
                goods = (f"/{lang}/{code}/products/", t["products"])
                common = {"c": c, "code": code, "desc": c["tagline"][lang]}
                self.write(
                    "country",
                    lang,
                    f"{code}/",
                    kind="country",
                    title=c["name"][lang],
                    crumbs=[home],
                    cats=[k for k in site["categories"] if k["slug"] in c["by_category"]],
                    **common,
                )
                lists = [(None, t["products"], f"{code}/products/", c["products"], [home, top])]
                lists += [
                    (
                        k,
                        k["name"][lang],
                        f"{code}/products/{k['slug']}/",
                        c["by_category"][k["slug"]],
                        [home, top, goods],
                    )
                    for k in site["categories"]
                    if k["slug"] in c["by_category"]
                ]
                for cat, title, base, items, crumbs in lists:
                    for number, total, some in self.pages_of(items):
                        self.write(
                            "list",
                            lang,
                            base + (f"page/{number}/" if number > 1 else ""),
                            kind="category" if cat else "products",
                            title=title,
                            crumbs=crumbs,
                            items=some,
                            number=number,
                            total=total,
                            list_url=f"/{lang}/{base}",
                            **common,
                        )
                self.write(
                    "merchants",
                    lang,
                    f"{code}/merchants/",
                    kind="merchants",
                    title=t["merchants"],
                    crumbs=[home, top],
                    **common,
                )
                for slug, m in c["merchants"].items():
                    self.write(
                        "merchant",
                        lang,
                        f"{code}/merchants/{slug}/",
                        kind="merchant",
                        title=m["name"][lang],
                        profile=self.markdown(m["profile"][lang]),
                        crumbs=[home, top, (f"/{lang}/{code}/merchants/", t["merchants"])],
                        items=c["by_merchant"][slug],
                        **common,
                    )
                for kind in ("culture", "travel"):
                    self.write(
                        "guides",
                        lang,
                        f"{code}/{kind}/",
                        kind="guides",
                        title=t[kind],
                        guides=c[kind],
                        crumbs=[home, top],
                        **common,
                    )
                    for g in c[kind]:
                        self.write(
                            "guide",
                            lang,
                            f"{code}/{kind}/{g['slug']}/",
                            **common | {"desc": g["summary"][lang]},
                            kind="guide",
                            title=g["title"][lang],
                            html=self.markdown(g["body"][lang]),
                            crumbs=[home, top, (f"/{lang}/{code}/{kind}/", t[kind])],
                        )
                for p in c["products"]:
                    self.product(lang, c, p, [home, top, goods])
            body = self.get_template("sitemap").render(site=site, lang=lang, urls=self.urls[lang])
            (Path(self.output_path) / lang / "sitemap.xml").write_text(body, "utf-8")
        for name in ("sitemapindex", "redirect"):
            target = {"sitemapindex": "sitemap.xml", "redirect": "index.html"}[name]
            (Path(self.output_path) / target).write_text(
                self.get_template(name).render(site=site), "utf-8"
            )

    def product(self, lang, c, p, crumbs):
        base = self.site["base_url"]
        cat, m = self.categories[p["category"]], c["merchants"][p["merchant"]]
        html = self.markdown(p["description"][lang])
        desc = TAG.sub("", html).replace("\n", " ").strip()[:150]
        same = c["by_category"][p["category"]]
        related = same[p["at"] + 1 : p["at"] + 5]
        related += same[: min(4 - len(related), p["at"])]
        path = f"{c['code']}/products/{p['category']}/{p['slug']}/"
        url = f"{base}/{lang}/{path}"
        name = m["name"][lang]
        ld = {
            "@context": "https://schema.org",
            "@type": "Product",
            "brand": {"@type": "Brand", "name": name},
            "category": cat["name"][lang],
            "description": desc,
            "image": f"{base}/img/{p['category']}.svg",
            "name": p["name"][lang],
            "offers": {
                "@type": "Offer",
                "availability": "https://schema.org/InStock",
                "price": f"{p['price']:.2f}",
                "priceCurrency": p["currency"],
                "seller": {"@type": "Organization", "name": name},
                "url": url,
            },
            "sku": p["sku"],
            "url": url,
        }
        ld = Markup(
            json.dumps(ld, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        )
        self.write(
            "product",
            lang,
            path,
            kind="product",
            title=p["name"][lang],
            desc=desc,
            c=c,
            code=c["code"],
            p=p,
            cat=cat,
            m=m,
            html=html,
            ld=ld,
            related=related,
            crumbs=[*crumbs, (f"/{lang}/{c['code']}/products/{p['category']}/", cat["name"][lang])],
        )


def get_generators(_pelican):
    return ShopGenerator


def register():
    signals.get_generators.connect(get_generators)
