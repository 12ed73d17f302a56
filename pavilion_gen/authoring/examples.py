"""Examples that a new country's files carry as comments: without their `# ` they are content."""

REGIONS = """
# Parts of the country and what they are known for. An example:

# regions:
#   - id: old-town
#     name: {text}
#     speciality: {text}
#     text: {text}

# Who stands behind the pavilion; one must have approved it before it goes live. An example:

# partners:
#   - id: trade-office
#     name: {text}
#     role: {text}
#     url: https://trade-office.example/
#     # approved: the day on which it approved the pavilion and its art, such as 2026-10-30
"""

MERCHANTS = """\
# The merchants of {title}. With the first one, take the [] away. An example of every key:
[]

# - id: example-hive
#   name: {text}
#   # region: an id of country.yaml
#   since: 1978
#   size: small                                  # small, medium
#   text: {text}
#   channels:                                    # tmall, tmall-global, jd-worldwide, own-site
#     - {{platform: tmall-global, since: 2021-03-01, url: https://example-hive.tmall.example/}}
#   dispatch_hours: 48
#   evidence:                                    # registration, trademark, authenticity, service, returns
#     - {{kind: trademark, document: TM-2019-114, issuer: example, issued: 2019-05-02, expires: 2029-05-02}}
"""

GOODS = """\
# Products of {title}. With the first one, take the [] away. An example:
[]

# - id: example-honey
#   name: {text}
#   summary: {text}
#   text: {text}
#   category: {category}                         # an id of categories.yaml
#   merchant: example-hive                       # an id of merchants.yaml
#   # region: an id of country.yaml              speciality: true where it is that region's own
#   # pictures: [{{file: images/example-honey.svg, alt: {text}}}]
#   price: 15                                    # in {currency}
#   tax: included                                # the seller bears it; else excluded
#   net: 250 g                                   # ml l g kg piece
#   sku: EX-250
#   origin: {text}
#   label: {{ingredients: 示例, storage: 阴凉干燥处, shelf_life: 24个月}}
#   stock: in                                    # in, out, or {{out: 2026-11-20}}
"""

GUIDES = """\
<!--
Pages on {kind}: one file a page and locale, here {files}.
Begin each so:

---
title: The name of the page
summary: One or two sentences.
added: 2026-10-12
picture: {{file: images/first-page.svg, alt: What is to be seen on it}}
---
The text, in Markdown.
-->
"""
