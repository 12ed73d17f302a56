"""The pieces that views are made of: plain, frozen, finished for printing.

Every string is ready to print. A `Phrase` knows the language it is in when that is not the
page's own; an `Html` is safe markup. Addresses are complete paths below the host (`/zh/fr/`).
States are words that templates put into their own: `before`, `open`, `over`, …
"""

from __future__ import annotations

import msgspec
from markupsafe import escape


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A text, and its language (BCP 47) where that is not the page's own.

    In a template `{{ phrase }}` prints it escaped, inside a `<span lang>` where it is foreign;
    `{{ phrase.text }}` is the text alone, for attributes.
    """

    text: str
    lang: str = ""

    def __html__(self) -> str:
        text = escape(self.text)
        return f'<span lang="{self.lang}">{text}</span>' if self.lang else text

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Phrase("")


class Link(msgspec.Struct, frozen=True, gc=False):
    """A link with its label. lang: the language of its target where that is another one.

    count: how many things stand behind it, where that is shown.
    """

    label: Phrase
    url: str
    lang: str = ""
    count: int = 0


class Alternate(msgspec.Struct, frozen=True, gc=False):
    """One hreflang link: `x-default` or a tag, and an absolute address."""

    lang: str
    url: str


class LanguageLink(msgspec.Struct, frozen=True, gc=False):
    """The same thing in another language. fallback: its text is not translated there."""

    name: str
    url: str
    lang: str
    current: bool = False
    fallback: bool = False


class PictureView(msgspec.Struct, frozen=True, gc=False):
    """A picture and what is to be seen on it. src: a form that everything reads, of this size.

    avif, webp: the same in several widths, ready for `srcset`; empty for a drawing. tone: the class
    of its mean colour, which stands in its place until it is there; or empty. mist: the colours of
    its nine parts, three by three, which stand there where it is large; or none.
    """

    src: str
    width: int
    height: int
    alt: Phrase
    avif: str = ""
    webp: str = ""
    tone: str = ""
    mist: tuple[str, ...] = ()


class Head(msgspec.Struct, frozen=True, gc=False):
    """What `<head>` says. Addresses are absolute; robots is empty or `noindex`.

    image: the thing's own picture, for those who share the page. share: the picture that stands
    for the page where it has none of its own, and that is not the one of its chrome.
    """

    title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...] = ()
    robots: str = ""
    image: str = ""
    kind: str = "website"
    previous: str = ""
    next: str = ""
    share: PictureView | None = None


class PriceLabel(msgspec.Struct, frozen=True, gc=False):
    """A price on a card.

    headline: what is paid, in yuan, or in the country's currency where no rate applies.
    about: a rate or tax was reckoned. mark: `estimated` (tax is in it), `included` (the seller
    bears it) or empty. local: in the country's currency. unit: per reference quantity.
    """

    headline: str
    about: bool
    mark: str
    local: str
    unit: str = ""


class PriceView(msgspec.Struct, frozen=True, gc=False):
    """The price block. headline: what is paid, in yuan where a rate applies.

    mark: estimated, included or empty. local: in the country's currency. yuan: `local` by the
    rate of `rate_date`, before tax. tax_rate, tax: of the class, reckoned. unit: per quantity.
    was: a former price with its basis. amount, currency: for machines.
    """

    headline: str
    about: bool
    mark: str
    local: str
    amount: str
    currency: str
    yuan: str = ""
    rate: str = ""
    rate_date: str = ""
    tax_rate: str = ""
    tax: str = ""
    tax_source: Phrase = Phrase("")
    unit: str = ""
    was: str = ""
    was_basis: Phrase = Phrase("")


class QrCode(msgspec.Struct, frozen=True, gc=False):
    """A QR code: its file, its side in pixels, and the address that it holds."""

    src: str
    side: int
    text: str


class Shop(msgspec.Struct, frozen=True, gc=False):
    """Where it is sold. platform: tmall, tmall-global, … code: of its address."""

    url: str
    host: str
    platform: str
    name: Phrase
    code: QrCode | None = None


class Card(msgspec.Struct, frozen=True, gc=False):
    """A product on the shelf. state: empty, `sold-out`, `soon` or `campaign`."""

    url: str
    name: Phrase
    picture: PictureView | None
    region: Phrase
    price: PriceLabel | None
    merchant: Phrase
    state: str = ""


class MerchantCard(msgspec.Struct, frozen=True, gc=False):
    """A merchant in a list. native: its name in the country's own language, where it differs."""

    url: str
    name: Phrase
    native: Phrase
    region: Phrase
    since: str
    goods: int
    verdict: str
    met: int
    criteria: int


class GuideCard(msgspec.Struct, frozen=True, gc=False):
    """A guide in a list. season: months in words, for travel."""

    url: str
    country: str
    kind: str
    title: Phrase
    summary: Phrase
    picture: PictureView | None
    region: Phrase
    season: str
    minutes: int


class CampaignCard(msgspec.Struct, frozen=True, gc=False):
    """A campaign in a list. state: before, open, over or cancelled.

    opens, closes: in words, Beijing time; *_at: the same for `<time datetime>`.
    first, last: price at the first and the last step. countries: ISO codes of the embassies.
    """

    url: str
    title: Phrase
    summary: Phrase
    state: str
    opens: str
    opens_at: str
    closes: str
    closes_at: str
    first: PriceLabel | None
    last: PriceLabel | None
    countries: tuple[str, ...]
    picture: PictureView | None
    lang: str = ""


class Pagination(msgspec.Struct, frozen=True, gc=False):
    """The pages of a list. pages: number and address, None for a gap."""

    number: int
    last: int
    pages: tuple[tuple[int, str] | None, ...]
    previous: str = ""
    next: str = ""


class CountryLink(msgspec.Struct, frozen=True, gc=False):
    """A pavilion in the country switcher. lang: set where it leads to another language."""

    country: str
    name: Phrase
    url: str
    lang: str = ""


class Chrome(msgspec.Struct, frozen=True, gc=False):
    """What all pages of a pavilion (or the portal) and locale share.

    country: ISO code of the pavilion, empty on the portal. pavilion, native: its names.
    languages: names of the site's languages in this one, by tag.
    home: the pavilion's hall or the portal. portal: the portal, portal_lang where in another
    language. nav: the rooms. accent, deep: colours for the frame of a browser, by day and by
    night. stylesheets, icon, manifest, feed: addresses; there may be no icon and no feed.
    share: the picture of its pages for those who share them. plurals: CLDR's categories, each with a
    number of it: scripts count by such examples. draft: the preview, which says so.
    """

    lang: str
    locale: str
    script: str
    og_locale: str
    site_name: Phrase
    tagline: Phrase
    languages: dict[str, str]
    portal: str
    portal_lang: str
    home: str
    country: str
    pavilion: Phrase
    native: Phrase
    nav: tuple[Link, ...]
    search: str
    countries: tuple[CountryLink, ...]
    footer: tuple[Link, ...]
    demonstration: Phrase
    as_of: str
    rates_date: str
    icp: str
    police: str
    accent: str
    deep: str
    stylesheets: tuple[str, ...]
    icon: str
    manifest: str
    plurals: tuple[tuple[str, int], ...]
    feed: str = ""
    share: PictureView | None = None
    draft: bool = False


class Document(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What a file for machines holds: no template makes it, and no chrome frames it."""


class Page(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What the view of every kind of page has.

    On a page whose text is not translated source_language is the name of the language that it is
    really in, source_lang its tag, source_url the address of the page in that language.
    """

    head: Head
    languages: tuple[LanguageLink, ...] = ()
    breadcrumb: tuple[Link, ...] = ()
    source_language: str = ""
    source_lang: str = ""
    source_url: str = ""
