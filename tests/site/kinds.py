"""One page of each kind in two locales, and pages in a state that no other kind shows."""

from __future__ import annotations

# kind: its page in Chinese, its page in another locale
KINDS: dict[str, tuple[str, ...]] = {
    "root": ("/",),
    "portal": ("/zh/", "/en/"),
    "pavilion": ("/zh/fr/", "/th/th/"),
    "products": ("/zh/us/products/", "/tr/tr/products/"),
    "products, page 2": ("/fr/fr/products/page/2/",),
    "category": ("/zh/ch/categories/cheese/", "/de/ch/categories/food/"),
    "region": ("/zh/th/regions/chiang-mai/", "/fr/fr/regions/provence/"),
    "product": ("/zh/fr/products/lavender-honey/", "/th/th/products/coconut-nectar/"),
    "product with variants": ("/zh/gb/products/dales-wool-throw/", "/tr/tr/products/antep-fistigi/"),
    "product, sold out": ("/zh/es/products/lace-runner/", "/fr/fr/products/blackcurrant-jelly/"),
    "merchants": ("/zh/fr/merchants/", "/th/th/merchants/"),
    "merchant": ("/zh/fr/merchants/ruche-du-mont/", "/tr/tr/merchants/fistik-hani/"),
    "partner": ("/zh/fr/partners/trade-office/", "/es/es/partners/trade-office/"),
    "culture list": ("/zh/tr/culture/", "/de/ch/culture/"),
    "culture": ("/zh/ch/culture/alpsommer/", "/th/th/culture/tom-yum-table/"),
    "travel list": ("/zh/th/travel/", "/ms/my/travel/"),
    "travel": ("/zh/fr/travel/lavender-field/", "/fr/fr/travel/lavender-field/"),
    "campaigns": ("/zh/campaigns/", "/en/campaigns/"),
    "campaign": ("/zh/campaigns/2027-th-national-day/", "/en/campaigns/2027-southeast-asia/"),
    "embassies": ("/zh/embassies/", "/en/embassies/"),
    "embassy": ("/zh/embassies/fr/", "/en/embassies/fi/"),
    "search": ("/zh/search/", "/de/ch/search/"),
    "text": ("/zh/shipping-and-tax/", "/en/about/"),
    "criteria": ("/zh/join/", "/en/join/"),
    "poster": ("/zh/fr/poster/", "/en/campaigns/2027-southeast-asia/poster/"),
    "404": ("/404.html",),
}  # fmt: skip
PAGES = [path for paths in KINDS.values() for path in paths]

# While a group buy of France is open and others are over
OPEN = "2027-07-14T12:00+08:00"
STATES = {
    "campaign, open": "/zh/campaigns/2027-fr-national-day/",
    "campaign, over": "/en/campaigns/2027-au-national-day/",
    "campaigns, open": "/zh/campaigns/",
    "product, in an open group buy": "/zh/fr/products/lavender-honey/",
    "products, narrowed and by price": "/zh/fr/products/price-up/?region=provence",
    "search, answers": "/zh/search/?q=fengmi",
}
