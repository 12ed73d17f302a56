"""Every code a diagnostic can have. Names are for ever; wording is not."""

from typing import NamedTuple


class Code(NamedTuple):
    """One kind of mistake: how much it weighs and what it is, in a line."""

    severity: str
    title: str


def _table(severity: str, titles: dict[str, str]) -> dict[str, Code]:
    return {name: Code(severity, title) for name, title in titles.items()}


CODES: dict[str, Code] = _table(
    "error",
    {
        # The tree
        "missing-file": "A file that every site needs is not there.",
        "unknown-file": "A file stands where the content format has no use for it.",
        "bad-name": "A file or folder has a name that cannot be an id.",
        "name-collision": "Two names differ only in case or in their Unicode form.",
        "outside-tree": "A path or link leads out of the content folder.",
        "broken-link": "A symbolic link leads nowhere, or to itself.",
        "not-a-file": "Something that is not an ordinary file stands where a file is read.",
        "unreadable": "The system does not let the file be read.",
        "too-large": "A file is larger than any real one.",
        # The text of a file
        "encoding": "The file is not UTF-8.",
        "control-character": "The text holds an invisible character that does not belong there.",
        "merge-conflict": "Git left the marks of an unfinished merge.",
        "yaml-syntax": "The file is not well-formed YAML.",
        "yaml-feature": "YAML's anchors, aliases and tags are not used in content.",
        "too-deep": "Values are nested deeper than any real content.",
        "second-document": "One file holds one YAML document.",
        "front-matter": "A Markdown page does not begin with front matter.",
        # Keys and values
        "duplicate-key": "A key is given twice.",
        "unknown-key": "The content format has no such key here.",
        "missing-key": "A key that is required is not there.",
        "wrong-type": "The value is of another type than the key takes.",
        "wrong-value": "The value is not one the key can have.",
        "unknown-locale": "The site has no such locale.",
        "missing-text": "The text of the default locale is missing.",
        "bad-gtin": "The GTIN is not one: wrong length or check digit.",
        "bad-window": "A window ends before it begins.",
        "bad-price": "The price is not an amount of its currency.",
        # What refers to what
        "duplicate-id": "Two things of one kind have the same id.",
        "duplicate-address": "Two pages would stand at the same address.",
        "reserved-id": "The id is a word that addresses need for themselves.",
        "unknown-reference": "The id that is named does not exist.",
        "dangling-link": "A link in a text leads to nothing.",
        "category-cycle": "A category is its own ancestor.",
        "picture-missing": "The picture is not there.",
        "picture-broken": "The picture cannot be read as one.",
        # The world at the clock's instant
        "no-rate": "There is no exchange rate at the clock's instant.",
        "no-tax-class": "There is no such tax class at the clock's instant.",
        "not-approved": "A live pavilion has no partner that approved it.",
        "low-contrast": "Two colours of the palette are too close to be read.",
        # The theme
        "theme": "The theme cannot be used as it is.",
    },
) | _table(
    "warning",
    {
        "missing-translation": "A text is not there in one of the locales; another is shown.",
        "missing-alt": "A picture has no alternative text in a locale.",
        "not-a-member": "A merchant is not a member: its goods stay off.",
        "evidence-expires": "A member's evidence expires within 90 days.",
        "long-name": "A name is too long for a card.",
        "look-alike-name": "Two names differ only in look.",
        "nothing-to-buy": "A product has neither a shop nor a price.",
    },
)
