"""Words that no id may be: addresses need them."""

RESERVED = frozenset({"page", "price-up", "price-down", "index"})
