"""Where each thing stands: addresses are made of ids alone, locale first."""

from __future__ import annotations

from urllib.parse import urlsplit


class Addresses:
    """The addresses of a site whose root is `base_url`, which may hold a path.

    Addresses are paths below the host, ending in `/`; `absolute` puts the host before one.
    """

    def __init__(self, base_url: str) -> None:
        parts = urlsplit(base_url)
        self.host = f"{parts.scheme}://{parts.netloc}"
        self.base = parts.path if parts.path.endswith("/") else parts.path + "/"

    def to(self, *steps: str) -> str:
        """The address of a page by its steps: ("zh", "fr", "products", "x") → /zh/fr/products/x/."""
        return self.base + "".join(f"{step}/" for step in steps if step)

    def absolute(self, address: str) -> str:
        return self.host + address

    def file(self, address: str) -> str:
        """The file below the output folder that answers at an address."""
        path = address[len(self.base) :]
        return path + "index.html" if not path or path.endswith("/") else path
