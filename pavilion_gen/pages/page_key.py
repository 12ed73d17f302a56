"""Keys of pages by what they are made of: a page whose key is as before need not be made to know it.

Most pages of a pavilion show a few of its goods. What else they may show is the same for all: it
is named once, and of the goods beside a page's own only what lists and links say of them.
"""

from __future__ import annotations

import hashlib
from functools import cached_property

import msgspec

from pavilion_gen.catalogue.world import Catalogue, SettledProduct
from pavilion_gen.content.kept import key_of
from pavilion_gen.materials.pictures import Gallery
from pavilion_gen.model.text import LocalizedText
from pavilion_gen.pages.setting import Route

_encode = msgspec.msgpack.Encoder().encode


def may_place_picture(text: LocalizedText) -> bool:
    """Whether a Markdown text may hold a picture; which, is known only once it is converted."""
    return any("![" in words for words in text.values())


class PageKeys:
    """The keys of one pavilion's pages. common: names what the pages see beside its catalogue."""

    def __init__(self, common: bytes, catalogue: Catalogue, gallery: Gallery) -> None:
        self._catalogue = catalogue
        self._gallery = gallery
        self._beside = common
        self._shown: set[str] = set()

    @cached_property
    def _digests(self) -> dict[str, bytes]:
        return {one.product.id: _digest(one) for one in self._catalogue.products}

    @cached_property
    def _common(self) -> bytes:
        """Names all but the goods that are a page's own."""
        rest = msgspec.structs.replace(
            self._catalogue, products=(), by_category={}, by_region={}, by_merchant={}
        )
        return key_of("page", self._beside, _encode(rest), _encode(_places(self._catalogue)))

    def of(self, route: Route) -> bytes:
        """12 bytes; none where what the page shows is not known before it is made."""
        if route.goods is None:
            return b""
        known = self._digests
        digests = b"".join([known[settled.product.id] for settled in route.goods()])
        return hashlib.sha256(self._common + digests).digest()[:12]

    def pass_over(self, route: Route) -> None:
        """Takes the pictures of a page that is not made into the gallery.

        Those of its goods stand on their own pages too; those in texts are on pages without key.
        """
        for settled in route.goods() if route.goods else ():
            product = settled.product
            if product.pictures and product.id not in self._shown:
                self._shown.add(product.id)
                for picture in product.pictures:
                    path = f"countries/{self._catalogue.id}/{picture.file}"
                    file = self._catalogue.pictures.get(path)
                    if file is not None:
                        self._gallery.picture(file)


def _digest(settled: SettledProduct) -> bytes:
    """Names all of a product but its merchant, who is one of the pavilion's."""
    rest = settled.price, settled.variants, settled.former, settled.campaigns, settled.guides
    return hashlib.sha256(_encode((settled.product, rest))).digest()


def _places(catalogue: Catalogue) -> list[tuple[object, ...]]:
    """What pages see of goods that they do not show: where each stands, and in which languages."""
    return [
        (product.id, product.category, product.region, product.merchant, settled.sold_out,
         *product.name)
        for settled in catalogue.products
        for product in [settled.product]
    ]  # fmt: skip
