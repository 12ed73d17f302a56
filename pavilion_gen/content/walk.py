"""Which files the content tree holds, and what each of them is."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec

from pavilion_gen.content.reserved import RESERVED
from pavilion_gen.diagnostics import Diagnostic, Place, nearest

_ID = r"[a-z0-9]+(?:-+[a-z0-9]+)*"
_LOCALE = r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*"
_SHARED_FILES = ("site", "categories", "rates", "tax", "criteria", "embassies")
_COUNTRY_FILES = ("country", "merchants")

# kind, pattern of the path below the content folder; groups: country, id, locale
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern + r"\Z"))
    for kind, pattern in (
        *((name, name + r"\.yaml") for name in _SHARED_FILES),
        ("campaign", rf"campaigns/(?P<id>{_ID})\.yaml"),
        ("page", rf"pages/(?P<id>{_ID})\.(?P<locale>{_LOCALE})\.md"),
        ("static", r"static/.+"),
        ("image", r"images/[a-z0-9-]+\.(?:svg|png|jpg|jpeg|webp|avif)"),
        *((name, rf"countries/(?P<country>[a-z]{{2}})/{name}\.yaml") for name in _COUNTRY_FILES),
        ("products", rf"countries/(?P<country>[a-z]{{2}})/products/(?P<id>{_ID})\.yaml"),
        *(
            (name, rf"countries/(?P<country>[a-z]{{2}})/{name}/(?P<id>{_ID})\.(?P<locale>{_LOCALE})\.md")
            for name in ("culture", "travel")
        ),
        (
            "image",
            r"countries/(?P<country>[a-z]{2})/images/[a-z0-9-]+\.(?:svg|png|jpg|jpeg|webp|avif)",
        ),
    )
)  # fmt: skip
_FOLDERS = re.compile(
    r"(?:campaigns|pages|images|static(?:/.*)?|countries(?:/[a-z]{2}(?:/(?:products|culture|travel|images))?)?)\Z"
)
_LITTER = re.compile(
    r"(?:.*~|#.*#|\.#.*|.*\.sw[a-z]|\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|.*\.orig|.*\.bak|\.git.*|4913)\Z",
    re.IGNORECASE,
)
_MOST_WAYS = 16  # to one folder: links could multiply them without end
_PASSED_OVER = re.compile(r"(?:README(?:\.[a-z]+)?|LICENSE(?:\.[a-z]+)?)\Z")
_PLACES = ("site.yaml", "categories.yaml", "rates.yaml", "tax.yaml", "criteria.yaml",
           "embassies.yaml", "campaigns", "pages", "static", "images", "countries", "country.yaml",
           "merchants.yaml", "products", "culture", "travel")  # fmt: skip


class SourceFile(msgspec.Struct, frozen=True, gc=False):
    """One file of the content tree. path: below its root, with `/`."""

    path: str
    kind: str
    country: str = ""
    id: str = ""
    locale: str = ""


class Walk:
    """One walk over a content tree: `files` in a fixed order, and what was wrong on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: list[SourceFile] = []
        self.diagnostics: list[Diagnostic] = []
        self.passed_over: list[str] = []  # folders in which a file was not read for its name
        self._ways: dict[str, int] = {}
        self._real_root = os.path.realpath(root)
        self._folder("", (self._real_root,))
        self.files.sort(key=lambda file: file.path)

    def _tell(self, code: str, path: str, message: str, help_: str = "") -> None:
        self.diagnostics.append(Diagnostic(code, Place(path), message, help_))

    def _folder(self, folder: str, inside: tuple[str, ...]) -> None:
        try:
            with os.scandir(self.root / folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as fault:
            self._tell("unreadable", folder, f"This folder cannot be read: {fault.strerror}.")
            return
        in_static = folder == "static" or folder.startswith("static/")
        seen: dict[str, str] = {}
        # Of names that collide the one that can be an id is read.
        entries.sort(key=lambda entry: entry.name != _folded(entry.name))
        for entry in entries:
            name = entry.name
            if _is_passed_over(name, in_static):
                continue
            path = f"{folder}/{name}" if folder else name
            folded = _folded(name)
            if folded in seen:
                self._tell(
                    "name-collision",
                    path,
                    f"`{name}` and `{seen[folded]}` differ only in case or Unicode form.",
                    "Rename one of them: many disks cannot hold both.",
                )
                continue
            seen[folded] = name
            if not name.isascii() or entry.is_symlink():
                self._entry(path, name, inside)
            elif entry.is_file(follow_symlinks=False):
                self._file(path, name)
            elif entry.is_dir(follow_symlinks=False):
                self._below(path, name, f"{inside[-1]}{os.sep}{name}", inside)
            else:
                self._tell("not-a-file", path, "This is not an ordinary file.", "Delete it.")

    def _entry(self, path: str, name: str, inside: tuple[str, ...]) -> None:
        full = self.root / path
        try:
            name.encode("utf-8")
        except UnicodeEncodeError:
            shown = path.encode("utf-8", "replace").decode("utf-8")
            self._tell("bad-name", shown, "The name is not UTF-8.", "Rename the file.")
            return
        try:
            if full.is_symlink():
                real = os.path.realpath(full, strict=True)
                if real != self._real_root and not real.startswith(self._real_root + os.sep):
                    self._tell("outside-tree", path, "This link leads out of the content folder.",
                               "Put the file itself here.")  # fmt: skip
                    return
            status = full.stat()
        except OSError:
            self._tell("broken-link", path, "This link leads nowhere, or to itself.",
                       "Delete it, or put the file itself here.")  # fmt: skip
            return
        if stat.S_ISDIR(status.st_mode):
            self._below(path, name, os.path.realpath(full), inside)
        elif not stat.S_ISREG(status.st_mode):
            self._tell("not-a-file", path, "This is not an ordinary file.", "Delete it.")
        else:
            self._file(path, name)

    def _below(self, path: str, name: str, real: str, inside: tuple[str, ...]) -> None:
        """Walks into a folder. real: where it really stands; inside: the folders it stands in."""
        if real in inside:
            self._tell("broken-link", path, "This link leads to a folder it stands in.",
                       "Delete it.")  # fmt: skip
        elif self._ways.get(real, 0) >= _MOST_WAYS:
            self._tell("broken-link", path, "Too many links lead to this folder.",
                       "Delete some of them.")  # fmt: skip
        elif _FOLDERS.match(path):
            self._ways[real] = self._ways.get(real, 0) + 1
            self._folder(path, (*inside, real))
        else:
            small = _FOLDERS.match(path.lower())
            self._tell("unknown-file", path, "The content has no such folder.",
                       f"Rename it to {name.lower()}." if small else _suggest(name))  # fmt: skip

    def _file(self, path: str, name: str) -> None:
        for kind, pattern in _KINDS:
            found = pattern.match(path)
            if found:
                groups = found.groupdict()
                if groups.get("id") in RESERVED and kind != "products":
                    self._tell("reserved-id", path, f"`{groups['id']}` is reserved for addresses.",
                               "Rename the file.")  # fmt: skip
                    return
                self.files.append(
                    SourceFile(
                        path,
                        kind,
                        groups.get("country", ""),
                        groups.get("id", ""),
                        groups.get("locale", ""),
                    )
                )
                return
        folder = path.rpartition("/")[0]
        if folder.rpartition("/")[2] in ("products", "campaigns", "culture", "travel", "pages",
                                         "images"):  # fmt: skip
            self.passed_over.append(folder)
            self._tell("bad-name", path, f"`{name}` is not a name that can stand here.",
                       _name_help(folder.rpartition("/")[2], name))  # fmt: skip
        else:
            self._tell("unknown-file", path, "The content has no such file.", _suggest(name))


def _folded(name: str) -> str:
    """What a name is on a disk that ignores case and Unicode form."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()


def _is_passed_over(name: str, in_static: bool) -> bool:
    """Whether a file is none of the content's: what editors and systems leave, a README."""
    if in_static:
        return not name.startswith(".") and _LITTER.match(name) is not None
    return (_LITTER.match(name) or _PASSED_OVER.match(name)) is not None


def _suggest(name: str) -> str:
    near = nearest(name, _PLACES)
    return f"Did you mean `{near}`?" if near else "Move it out of the content folder."


def _name_help(folder: str, name: str) -> str:
    stem, _, ending = name.rpartition(".")
    if ending.lower() in ("yml", "yaml") and folder in ("products", "campaigns"):
        return f"Rename it to {stem.lower()}.yaml."
    shape = {
        "products": "lists are named <id>.yaml",
        "campaigns": "campaigns are named <id>.yaml",
        "images": "pictures are named <id>.svg, .png, .jpg, .webp or .avif",
    }.get(folder, "pages are named <id>.<locale>.md")
    return f"Here {shape}; an id has a-z, 0-9 and hyphens."


def of_country(files: list[SourceFile]) -> Iterator[tuple[str, list[SourceFile]]]:
    """(country, its files), country by country."""
    countries: dict[str, list[SourceFile]] = {}
    for file in files:
        if file.country:
            countries.setdefault(file.country, []).append(file)
    yield from sorted(countries.items())
