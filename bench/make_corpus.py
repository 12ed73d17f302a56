#!/usr/bin/env python3
"""Write a neutral, deterministic benchmark corpus: bilingual country pavilions.

usage: make_corpus.py N OUTDIR [--seed SEED]

Output (all UTF-8 JSON, no tool-specific form):
  site.json       languages, countries, categories, tags, interface strings
  products.json   N products, each in one country, one category, one merchant
  merchants.json  about N/50 merchants (at least one per country)
  pages.json      per country 4 culture + 4 travel Markdown pages, zh and en

Standard library only.  The same N and seed give the same bytes.
"""

import argparse
import json
import random
from pathlib import Path

BASE_URL = "https://pavilions.example"

# fmt: off
# code, currency, share %, zh, en, then bilingual vocabulary
COUNTRIES = [
    ("us", "USD", 25, "美国", "United States",
     [("纽约", "New York"), ("旧金山", "San Francisco"), ("芝加哥", "Chicago"), ("西雅图", "Seattle"), ("新奥尔良", "New Orleans")],
     [("枫糖浆", "maple syrup"), ("山核桃派", "pecan pie"), ("玉米面包", "cornbread")],
     [("大峡谷", "the Grand Canyon"), ("金门大桥", "the Golden Gate Bridge"), ("黄石公园", "Yellowstone")]),
    ("gb", "GBP", 14, "英国", "United Kingdom",
     [("伦敦", "London"), ("爱丁堡", "Edinburgh"), ("曼彻斯特", "Manchester"), ("巴斯", "Bath"), ("约克", "York")],
     [("伯爵红茶", "Earl Grey tea"), ("黄油酥饼", "shortbread"), ("柑橘果酱", "marmalade")],
     [("巨石阵", "Stonehenge"), ("大英博物馆", "the British Museum"), ("湖区", "the Lake District")]),
    ("fr", "EUR", 12, "法国", "France",
     [("巴黎", "Paris"), ("里昂", "Lyon"), ("波尔多", "Bordeaux"), ("尼斯", "Nice"), ("斯特拉斯堡", "Strasbourg")],
     [("马卡龙", "macarons"), ("陈年奶酪", "aged cheese"), ("海盐焦糖", "salted caramel")],
     [("卢浮宫", "the Louvre"), ("圣米歇尔山", "Mont-Saint-Michel"), ("普罗旺斯", "Provence")]),
    ("es", "EUR", 8, "西班牙", "Spain",
     [("马德里", "Madrid"), ("巴塞罗那", "Barcelona"), ("塞维利亚", "Seville"), ("瓦伦西亚", "Valencia"), ("格拉纳达", "Granada")],
     [("初榨橄榄油", "virgin olive oil"), ("藏红花", "saffron"), ("杏仁糖", "almond turron")],
     [("圣家堂", "the Sagrada Familia"), ("阿尔罕布拉宫", "the Alhambra"), ("普拉多美术馆", "the Prado")]),
    ("ch", "CHF", 5, "瑞士", "Switzerland",
     [("苏黎世", "Zurich"), ("日内瓦", "Geneva"), ("卢塞恩", "Lucerne"), ("伯尔尼", "Bern"), ("巴塞尔", "Basel")],
     [("牛奶巧克力", "milk chocolate"), ("山地奶酪", "mountain cheese"), ("蜂蜜杏仁糖", "honey nougat")],
     [("马特洪峰", "the Matterhorn"), ("少女峰", "the Jungfrau"), ("卡佩尔廊桥", "the Chapel Bridge")]),
    ("au", "AUD", 10, "澳大利亚", "Australia",
     [("悉尼", "Sydney"), ("墨尔本", "Melbourne"), ("布里斯班", "Brisbane"), ("珀斯", "Perth"), ("霍巴特", "Hobart")],
     [("澳洲坚果", "macadamia nuts"), ("桉树蜂蜜", "eucalyptus honey"), ("燕麦饼干", "oat biscuits")],
     [("大堡礁", "the Great Barrier Reef"), ("乌鲁鲁", "Uluru"), ("悉尼歌剧院", "the Sydney Opera House")]),
    ("nz", "NZD", 3, "新西兰", "New Zealand",
     [("奥克兰", "Auckland"), ("惠灵顿", "Wellington"), ("皇后镇", "Queenstown"), ("基督城", "Christchurch"), ("罗托鲁瓦", "Rotorua")],
     [("麦卢卡蜂蜜", "manuka honey"), ("奇异果干", "dried kiwifruit"), ("羊奶粉", "goat milk powder")],
     [("米尔福德峡湾", "Milford Sound"), ("怀托摩萤火虫洞", "the Waitomo caves"), ("库克山", "Aoraki Mount Cook")]),
    ("sg", "SGD", 4, "新加坡", "Singapore",
     [("滨海湾", "Marina Bay"), ("牛车水", "Chinatown"), ("小印度", "Little India"), ("加东", "Katong"), ("中峇鲁", "Tiong Bahru")],
     [("咖椰酱", "kaya jam"), ("叻沙香料", "laksa paste"), ("肉骨茶包", "bak kut teh spices")],
     [("滨海湾花园", "Gardens by the Bay"), ("圣淘沙", "Sentosa"), ("植物园", "the Botanic Gardens")]),
    ("th", "THB", 9, "泰国", "Thailand",
     [("曼谷", "Bangkok"), ("清迈", "Chiang Mai"), ("普吉", "Phuket"), ("大城", "Ayutthaya"), ("清莱", "Chiang Rai")],
     [("芒果干", "dried mango"), ("椰子脆片", "coconut chips"), ("茉莉香米", "jasmine rice")],
     [("大皇宫", "the Grand Palace"), ("水上市场", "the floating market"), ("素贴山", "Doi Suthep")]),
    ("my", "MYR", 4, "马来西亚", "Malaysia",
     [("吉隆坡", "Kuala Lumpur"), ("槟城", "Penang"), ("马六甲", "Malacca"), ("怡保", "Ipoh"), ("古晋", "Kuching")],
     [("白咖啡", "white coffee"), ("榴莲干", "freeze-dried durian"), ("千层糕", "layer cake")],
     [("双子塔", "the Petronas Towers"), ("黑风洞", "the Batu Caves"), ("京那巴鲁山", "Mount Kinabalu")]),
    ("tr", "TRY", 6, "土耳其", "Türkiye",
     [("伊斯坦布尔", "Istanbul"), ("安卡拉", "Ankara"), ("伊兹密尔", "Izmir"), ("安塔利亚", "Antalya"), ("格雷梅", "Göreme")],
     [("软糖", "Turkish delight"), ("石榴糖浆", "pomegranate molasses"), ("无花果干", "dried figs")],
     [("蓝色清真寺", "the Blue Mosque"), ("卡帕多奇亚", "Cappadocia"), ("棉花堡", "Pamukkale")]),
]

CATEGORIES = [
    ("food", "食品", "Food", [("礼盒", "Gift Box"), ("果酱", "Preserve"), ("饼干", "Biscuits"), ("香料", "Spice Set")]),
    ("drinks", "饮品", "Drinks", [("茶叶", "Leaf Tea"), ("咖啡豆", "Coffee Beans"), ("果汁", "Fruit Cordial"), ("气泡水", "Sparkling Water")]),
    ("beauty", "美妆", "Beauty", [("面霜", "Face Cream"), ("护手霜", "Hand Balm"), ("精华液", "Serum"), ("香皂", "Soap Bar")]),
    ("fashion", "服饰", "Fashion", [("围巾", "Scarf"), ("衬衫", "Shirt"), ("针织衫", "Knit Jumper"), ("帽子", "Hat")]),
    ("home", "家居", "Home", [("靠垫", "Cushion"), ("毛毯", "Throw"), ("台灯", "Table Lamp"), ("花瓶", "Vase")]),
    ("kitchen", "厨房", "Kitchen", [("木砧板", "Chopping Board"), ("铸铁锅", "Iron Pot"), ("餐盘", "Dinner Plate"), ("刀具", "Knife Set")]),
    ("toys", "玩具", "Toys", [("积木", "Building Blocks"), ("拼图", "Jigsaw"), ("毛绒熊", "Soft Bear"), ("木马", "Rocking Horse")]),
    ("books", "图书", "Books", [("画册", "Picture Book"), ("地图集", "Atlas"), ("诗集", "Poetry Volume"), ("食谱", "Cookbook")]),
    ("sports", "运动", "Sports", [("瑜伽垫", "Yoga Mat"), ("登山包", "Trekking Pack"), ("水壶", "Flask"), ("跑步服", "Running Top")]),
    ("electronics", "数码", "Electronics", [("耳机", "Headphones"), ("音箱", "Speaker"), ("充电器", "Charger"), ("相机包", "Camera Bag")]),
    ("crafts", "工艺品", "Crafts", [("陶碗", "Clay Bowl"), ("木雕", "Wood Carving"), ("编织篮", "Woven Basket"), ("玻璃杯", "Glass Tumbler")]),
    ("jewelry", "首饰", "Jewelry", [("银戒指", "Silver Ring"), ("手链", "Bracelet"), ("耳环", "Earrings"), ("胸针", "Brooch")]),
]
CAT_WEIGHTS = [16, 10, 12, 12, 9, 8, 6, 6, 6, 5, 6, 4]

TAGS = [
    ("handmade", "手工制作", "handmade"), ("organic", "有机", "organic"), ("gift", "送礼佳品", "gift idea"),
    ("new", "新品上架", "new arrival"), ("classic", "经典款", "classic"), ("limited", "限量版", "limited edition"),
    ("local", "本地出品", "locally made"), ("vegan", "纯素", "vegan"), ("travel", "旅行必备", "travel friendly"),
    ("family", "家庭装", "family size"), ("winter", "冬季", "winter"), ("summer", "夏季", "summer"),
    ("festival", "节日", "festival"), ("office", "办公", "office"), ("kids", "儿童", "for children"),
    ("eco", "环保", "eco friendly"), ("heritage", "老字号", "heritage"), ("bestseller", "热销", "bestseller"),
    ("award", "获奖", "award winner"), ("fairtrade", "公平贸易", "fair trade"),
]

ADJ = [("经典", "Classic"), ("手工", "Handmade"), ("海岸", "Coastal"), ("高山", "Alpine"), ("花园", "Garden"),
       ("复古", "Vintage"), ("晨光", "Morning"), ("星空", "Starlight"), ("皇家", "Royal"), ("森林", "Forest"),
       ("琥珀", "Amber"), ("珍珠", "Pearl"), ("丝滑", "Silky"), ("乡村", "Country"), ("都市", "Urban"),
       ("秋日", "Autumn"), ("薄荷", "Mint"), ("金色", "Golden"), ("海盐", "Sea Salt"), ("玫瑰", "Rose")]
MATERIAL = [("有机棉", "organic cotton"), ("橡木", "solid oak"), ("羊毛", "fine wool"), ("陶土", "local clay"),
            ("不锈钢", "brushed steel"), ("天然蜂蜡", "natural beeswax"), ("再生玻璃", "recycled glass"),
            ("植物鞣皮革", "plant tanned leather"), ("亚麻", "washed linen"), ("竹纤维", "bamboo fibre")]
COLOUR = [("象牙白", "ivory"), ("靛蓝", "indigo"), ("墨绿", "deep green"), ("砖红", "brick red"), ("浅灰", "pale grey"), ("米黄", "sand")]
CARE = [("阴凉干燥处存放", "keep in a cool dry place"), ("建议手洗，平铺晾干", "wash by hand and dry flat"),
        ("用软布轻轻擦拭", "wipe gently with a soft cloth"), ("避免阳光直射", "keep away from direct sunlight")]
USE = [("适合作为节日礼物", "It makes a thoughtful present for a holiday at home"),
       ("每天使用也经久耐用", "It is built to be used every day for many years"),
       ("无论自用还是馈赠亲友都很合适", "It suits your own table as well as a parcel to friends"),
       ("小批量生产，每一件都略有不同", "Made in small batches, no two pieces are quite alike")]
WORKS = [("工坊", "Workshop"), ("商行", "Trading"), ("百货", "Stores"), ("之家", "House"), ("合作社", "Cooperative"),
         ("市集", "Market"), ("制造所", "Makers"), ("小铺", "Corner Shop")]

CULTURE = [("festivals", "节日与庆典", "Festivals and celebrations"), ("food-and-tea", "饮食与餐桌", "Food and the table"),
           ("crafts-and-design", "工艺与设计", "Crafts and design"), ("music-and-stories", "音乐与故事", "Music and stories")]
TRAVEL = [("first-week", "初到一周", "A first week"), ("getting-around", "交通出行", "Getting around"),
          ("markets-and-shops", "市集与购物", "Markets and shops"), ("seasons", "四季指南", "A guide to the seasons")]

ZH_SENT = [
    "清晨的{city}街道安静而明亮，面包店和小市场最先开门，空气里飘着{food}的香味。",
    "当地人喜欢在周末前往{sight}，沿途的小店出售各种手工制品，价格公道，做工细致。",
    "如果时间充裕，建议在{city}多住两晚，白天参观博物馆，傍晚在河边散步，感受城市缓慢的节奏。",
    "{food}是这里最常见的伴手礼，每家店铺的配方都不一样，买之前不妨先尝一尝再决定。",
    "许多老店已经传到第三代，店主会耐心介绍材料的来源，也愿意讲述家族与{city}的往事。",
    "从{sight}返回市区大约需要一个小时，公共交通十分方便，车票可以在手机上提前购买。",
    "节日期间街上挂满彩灯，孩子们穿着传统服装，老人围坐在一起唱歌，外来的客人也会受到热情招待。",
    "购物时请留意退税标志，满额之后可以在机场办理手续，记得保留好收据和商品的原包装。",
    "这里的设计讲究实用与简洁，一只碗、一条毯子往往可以使用很多年，颜色也不容易过时。",
    "雨天适合躲进{city}的旧书店，点一杯热饮，翻阅关于{sight}的画册，等待天空重新放晴。",
    "夏天的白昼很长，晚上九点天还亮着，露天音乐会和夜市常常持续到深夜才慢慢散去。",
    "在小镇的市集上，农户直接出售自家的{food}，用纸袋包好，再系上一根细麻绳，朴素又可爱。",
]
EN_SENT = [
    "In the early morning the streets of {city} are quiet and bright, and the smell of {food} drifts out of the first open doors.",
    "At weekends people like to travel out to {sight}, stopping at small shops that sell honest handmade things at fair prices.",
    "If you have the time, stay two more nights in {city}, see a museum by day and walk along the water in the evening.",
    "The usual present to bring home is {food}, and since every shop keeps its own recipe it is wise to taste before you buy.",
    "Many of the old shops are now in their third generation, and the owners gladly explain where their materials come from.",
    "The way back from {sight} takes about an hour by public transport, and tickets can be bought in advance on a phone.",
    "During the festival the streets are hung with lights, children wear traditional dress and visitors are warmly welcomed.",
    "Look for the tax refund sign when you shop, keep the receipt with the unopened goods and show both at the airport.",
    "Design here prefers the useful and the plain, so a bowl or a blanket is often kept in use for many years.",
    "On a rainy day take shelter in a second hand bookshop in {city} and leaf through albums about {sight} until it clears.",
    "Summer days are long, it is still light at nine in the evening, and open air concerts often go on late into the night.",
    "At the village market farmers sell their own {food} wrapped in paper and tied with a thin piece of string.",
]

# fmt: on


def slugify(text):
    return (
        "".join(c if c.isalnum() and c.isascii() else "-" for c in text.lower())
        .strip("-")
        .replace("--", "-")
    )


def spread(n, weights):
    total = sum(weights)
    counts = [n * w // total for w in weights]
    order = sorted(range(len(weights)), key=lambda i: -(n * weights[i] % total))
    for i in order[: n - sum(counts)]:
        counts[i] += 1
    return counts


def page_body(rng, lang, country, kind, slug, title, siblings):
    code, _, _, zh, en, cities, foods, sights = country
    i = 0 if lang == "zh" else 1
    sents = ZH_SENT if lang == "zh" else EN_SENT
    name = (zh, en)[i]

    def s(k):
        picked = rng.sample(range(len(sents)), k)
        out = [
            sents[p].format(
                city=rng.choice(cities)[i], food=rng.choice(foods)[i], sight=rng.choice(sights)[i]
            )
            for p in picked
        ]
        return ("" if lang == "zh" else " ").join(out)

    def link(other):
        return f"[{other[1 + i]}](/{lang}/{code}/{kind}/{other[0]}/)"

    h = [
        ("第一印象", "First impressions"),
        ("当地人的建议", "What locals suggest"),
        ("实用信息", "Practical notes"),
        ("延伸阅读", "Further reading"),
    ]
    others = [o for o in siblings if o[0] != slug]
    out = [s(3), "", f"## {h[0][i]}", "", s(3), ""]
    quote = (f"> {s(1)}", f"> {s(1)}")[i]
    out += [quote, "", f"## {h[1][i]}", "", s(2), ""]
    label = (("早晨", "午后", "夜晚"), ("Morning", "Afternoon", "Evening"))[i]
    for lab in label:
        out.append(f"- **{lab}**{'：' if lang == 'zh' else ': '}{s(1)}")
    out += [
        "",
        f"### {cities[0][i]}",
        "",
        s(2),
        "",
        f"### {cities[1][i]}",
        "",
        s(2),
        "",
        f"## {h[2][i]}",
        "",
    ]
    heads = (("城市", "特产", "景点", "停留天数"), ("City", "Speciality", "Sight", "Days"))[i]
    out.append("| " + " | ".join(heads) + " |")
    out.append("| --- | --- | --- | ---: |")
    for c in cities:
        out.append(
            f"| {c[i]} | {rng.choice(foods)[i]} | {rng.choice(sights)[i]} | {rng.randint(1, 4)} |"
        )
    out += ["", s(2), "", f"## {h[3][i]}", ""]
    for n, o in enumerate(others, 1):
        out.append(f"{n}. {link(o)}")
    tail = (
        f"更多商品请见[{name}馆商品列表](/{lang}/{code}/products/)。",
        f"See also the [product list of {name}](/{lang}/{code}/products/).",
    )[i]
    out += ["", tail]
    return "\n".join(out) + "\n"


def odd(index):
    """Every seventh description goes on with something less plain, in turn, so that no tool is measured on one shape of text only."""
    if index % 7 != 3:
        return {"zh": "", "en": ""}
    return [
        {
            "zh": "\n- 包装\n    - 内盒：牛皮纸\n    - 外盒：瓦楞纸\n- 附件\n    - 说明卡\n",
            "en": "\n- Packing\n    - Inner box: kraft paper\n    - Outer box: corrugated board\n- In the box\n    - A card\n",
        },
        {
            "zh": "\n| 规格 | 重量 |\n| --- | ---: |\n| 小 | 250 克 |\n| 大 | 500 克 |\n",
            "en": "\n| Size | Weight |\n| --- | ---: |\n| small | 250 g |\n| large | 500 g |\n",
        },
        {
            "zh": "\n由 R&D 团队检验，批号 `LOT_2026_04`，容差 < 2%。\n",
            "en": "\nTested by the R&D team, batch `LOT_2026_04`, tolerance < 2%.\n",
        },
        {
            "zh": "\n1. 打开*外包装*\n2. 取出说明卡\n3. 静置一天\n\n> 每一件都略有不同。\n",
            "en": "\n1. Open the *outer* wrapping\n2. Take out the card\n3. Let it rest for a day\n\n> No two pieces are quite alike.\n",
        },
        {
            "zh": '\n### 产地故事\n\n匠人说："慢工出细活。"  \n他的父亲也这么说。\n',
            "en": '\n### The story behind it\n\nThe maker says: "slow hands make fine work."  \nSo did his father.\n',
        },
    ][index // 7 % 5]


def build(n, seed):
    rng = random.Random(seed)
    site = {
        "base_url": BASE_URL,
        "name": {"zh": "万国馆", "en": "World Pavilions"},
        "default_language": "zh",
        "languages": [
            {"code": "zh", "locale": "zh-CN", "label": "简体中文"},
            {"code": "en", "locale": "en", "label": "English"},
        ],
        "per_page": 24,
        "countries": [],
        "categories": [{"slug": c[0], "name": {"zh": c[1], "en": c[2]}} for c in CATEGORIES],
        "tags": {t[0]: {"zh": t[1], "en": t[2]} for t in TAGS},
        "ui": {
            "zh": {
                "skip": "跳到正文",
                "home": "首页",
                "countries": "国家馆",
                "breadcrumbs": "当前位置",
                "products": "全部商品",
                "merchants": "商家",
                "culture": "文化",
                "travel": "旅行",
                "featured": "精选商品",
                "related": "相关商品",
                "sold_by": "商家：",
                "category": "分类：",
                "tags": "标签",
                "page": "第",
                "prev": "上一页",
                "next": "下一页",
                "categories": "商品分类",
                "welcome": "逛遍十一国的好物、文化与旅程",
                "about": "万国馆收集各国商家的商品与当地故事，页面全部为静态文件，无需登录即可浏览。",
                "rights": "版权所有，价格仅供参考。",
                "sitemap": "站点地图",
                "all": "查看全部",
            },
            "en": {
                "skip": "Skip to content",
                "home": "Home",
                "countries": "Country pavilions",
                "breadcrumbs": "You are here",
                "products": "All products",
                "merchants": "Merchants",
                "culture": "Culture",
                "travel": "Travel",
                "featured": "Featured products",
                "related": "Related products",
                "sold_by": "Sold by ",
                "category": "Category: ",
                "tags": "Tags",
                "page": "Page",
                "prev": "Previous",
                "next": "Next",
                "categories": "Categories",
                "welcome": "Goods, culture and journeys from eleven countries",
                "about": "World Pavilions gathers the goods of merchants in many countries with stories of the place, all as static pages that need no account.",
                "rights": "All rights reserved. Prices are for information only.",
                "sitemap": "Site map",
                "all": "See all",
            },
        },
    }
    for c in COUNTRIES:
        site["countries"].append(
            {
                "code": c[0],
                "currency": c[1],
                "name": {"zh": c[3], "en": c[4]},
                "tagline": {
                    "zh": f"从{c[5][0][0]}到{c[5][1][0]}，发现{c[3]}的好物与故事",
                    "en": f"From {c[5][0][1]} to {c[5][1][1]}: goods and stories of {c[4]}",
                },
            }
        )

    counts = spread(n, [c[2] for c in COUNTRIES])
    m_counts = [max(1, (k + 25) // 50) for k in counts]
    merchants, products, pages = [], [], []
    index = 0
    for c, count, m_count in zip(COUNTRIES, counts, m_counts, strict=True):
        code, currency, _, zh, en, cities, foods, _ = c
        local = []
        for k in range(m_count):
            city, w, adj, food = (
                rng.choice(cities),
                rng.choice(WORKS),
                rng.choice(ADJ),
                rng.choice(foods),
            )
            year = rng.randint(1890, 2019)
            local.append(
                {
                    "slug": f"{slugify(adj[1])}-{slugify(w[1])}-{k + 1:03d}",
                    "country": code,
                    "name": {"zh": f"{city[0]}{adj[0]}{w[0]}", "en": f"{city[1]} {adj[1]} {w[1]}"},
                    "profile": {
                        "zh": f"{city[0]}{adj[0]}{w[0]}创立于{year}年，坐落在{city[0]}老城区，以**{food[0]}**和日用好物闻名。店里只选用可追溯的原料，每批货品都由店主亲自检查。",
                        "en": f"Founded in {year} in the old town of {city[1]}, this house is known for **{food[1]}** and good everyday things. Only traceable materials are used and the owners check every batch themselves.",
                    },
                }
            )
        merchants += local
        guides = [("culture", g) for g in CULTURE] + [("travel", g) for g in TRAVEL]
        for kind, g in guides:
            siblings = CULTURE if kind == "culture" else TRAVEL
            pages.append(
                {
                    "country": code,
                    "kind": kind,
                    "slug": g[0],
                    "title": {"zh": f"{zh}：{g[1]}", "en": f"{g[2]} in {en}"},
                    "summary": {
                        "zh": f"关于{zh}的{g[1]}，我们走访{cities[0][0]}与{cities[1][0]}，整理了一份简短的笔记。",
                        "en": f"Short notes on {g[2].lower()} in {en}, gathered in {cities[0][1]} and {cities[1][1]}.",
                    },
                    "body": {
                        lang: page_body(rng, lang, c, kind, g[0], g, siblings)
                        for lang in ("zh", "en")
                    },
                }
            )
        cats = rng.choices(range(len(CATEGORIES)), weights=CAT_WEIGHTS, k=count)
        # every category present wherever the country is large enough
        for k in range(min(len(CATEGORIES), count)):
            cats[k] = k
        for k in range(count):
            index += 1
            cat = CATEGORIES[cats[k]]
            noun, adj, mat, col, care, use = (
                rng.choice(cat[3]),
                rng.choice(ADJ),
                rng.choice(MATERIAL),
                rng.choice(COLOUR),
                rng.choice(CARE),
                rng.choice(USE),
            )
            city, m = rng.choice(cities), rng.choice(local) if k >= m_count else local[k]
            size = rng.randint(8, 60)
            price = rng.randint(300, 25000) / 100 * (30 if currency in ("THB", "TRY") else 1)
            price = round(price, 2)
            g = rng.choice(CULTURE)
            name = {"zh": f"{city[0]}{adj[0]}{noun[0]}", "en": f"{city[1]} {adj[1]} {noun[1]}"}
            desc = {
                "zh": (
                    f"**{name['zh']}**来自{zh}{city[0]}，由当地匠人选用{mat[0]}制作，质地细密，手感温润。{use[0]}，"
                    f"搭配{rng.choice(foods)[0]}一起包装更显心意。\n\n- 材质：{mat[0]}\n- 颜色：{col[0]}，约{size}厘米\n- 保养：{care[0]}\n\n"
                    f"想了解更多，请阅读[{zh}的{g[1]}](/zh/{code}/culture/{g[0]}/)，或到店咨询商家。\n"
                ),
                "en": (
                    f"The **{name['en']}** comes from {city[1]} in {en}, where local makers work with {mat[1]} that is close in texture and warm to the hand. "
                    f"{use[1]}, and it goes well with {rng.choice(foods)[1]}.\n\n- Material: {mat[1]}\n- Colour: {col[1]}, about {size} cm\n- Care: {care[1]}\n\n"
                    f"To learn more, read about [{g[2].lower()}](/en/{code}/culture/{g[0]}/) or ask the merchant in the shop.\n"
                ),
            }
            more = odd(index)
            desc = {lang: text + more[lang] for lang, text in desc.items()}
            products.append(
                {
                    "id": index,
                    "slug": f"{slugify(adj[1])}-{slugify(noun[1])}-{index:06d}",
                    "sku": f"{code.upper()}-{cat[0][:3].upper()}-{index:06d}",
                    "country": code,
                    "category": cat[0],
                    "merchant": m["slug"],
                    "name": name,
                    "description": desc,
                    "price": price,
                    "currency": currency,
                    "tags": [t[0] for t in rng.sample(TAGS, 3)],
                }
            )
    return site, products, merchants, pages


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("n", type=int)
    ap.add_argument("outdir", type=Path)
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    site, products, merchants, pages = build(a.n, a.seed)
    a.outdir.mkdir(parents=True, exist_ok=True)
    for name, data in (
        ("site", site),
        ("products", products),
        ("merchants", merchants),
        ("pages", pages),
    ):
        (a.outdir / f"{name}.json").write_text(
            json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    print(
        f"{len(products)} products, {len(merchants)} merchants, {len(pages)} pages x 2 languages in {a.outdir.name}/"
    )


if __name__ == "__main__":
    main()
