"""Which files a content folder holds, and what is said of those that do not belong there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pavilion_gen.content.walk import SourceFile, Walk

Files = dict[str, str | bytes]
Site = Callable[[Files], Path]
SHARED = ["categories.yaml", "criteria.yaml", "rates.yaml", "site.yaml", "tax.yaml"]


def told(root: Path) -> list[tuple[str, str]]:
    """(code, path) of all that the walk tells."""
    return [(one.code, one.place.file) for one in Walk(root).diagnostics]


def more(root: Path) -> list[str]:
    """The paths that are read beside the shared files of every site."""
    return [file.path for file in Walk(root).files if file.path not in SHARED]


def test_every_kind_of_file_is_known_by_its_path(site: Site) -> None:
    files = {
        "campaigns/2027-sale.yaml": SourceFile("", "campaign", "", "2027-sale"),
        "pages/about.zh.md": SourceFile("", "page", "", "about", "zh"),
        "static/.well-known/x.txt": SourceFile("", "static"),
        "images/a.svg": SourceFile("", "image"),
        "countries/fr/country.yaml": SourceFile("", "country", "fr"),
        "countries/fr/merchants.yaml": SourceFile("", "merchants", "fr"),
        "countries/fr/products/honey.yaml": SourceFile("", "products", "fr", "honey"),
        "countries/fr/culture/soap.fr.md": SourceFile("", "culture", "fr", "soap", "fr"),
        "countries/fr/travel/coast.pt-br.md": SourceFile("", "travel", "fr", "coast", "pt-br"),
        "countries/fr/images/a.png": SourceFile("", "image", "fr"),
    }

    walk = Walk(site(dict.fromkeys(files, "x")))

    found = {file.path: file for file in walk.files}
    assert walk.diagnostics == []
    for path, expected in files.items():
        one = found[path]
        assert (one.kind, one.country, one.id, one.locale) == (
            expected.kind, expected.country, expected.id, expected.locale
        )  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["site.yaml~", ".DS_Store", "Thumbs.db", "desktop.ini", "._site.yaml", ".site.yaml.swp",
     "#site.yaml#", ".#site.yaml", "site.yaml.orig", "site.yaml.bak", ".gitkeep", ".gitattributes",
     "4913", "README.md", "LICENSE"],
)  # fmt: skip
def test_the_litter_of_editors_and_systems_is_passed_over(site: Site, name: str) -> None:
    root = site({name: "x", f"countries/fr/products/{name}": "x"})

    assert told(root) == []
    assert more(root) == []


def test_below_static_only_litter_that_no_one_would_publish_is_passed_over(site: Site) -> None:
    root = site({"static/README.md": "x", "static/.nojekyll": "", "static/a.html~": "x"})

    assert more(root) == ["static/.nojekyll", "static/README.md"]


@pytest.mark.parametrize(
    ("path", "code", "help_"),
    [
        ("sites.yaml", "unknown-file", "Did you mean `site.yaml`?"),
        ("country/fr.yaml", "unknown-file", "Did you mean `countries`?"),
        ("countries/fr/merchant.yaml", "unknown-file", "Did you mean `merchants.yaml`?"),
        ("countries/fr/Products/a.yaml", "unknown-file", "Rename it to products."),
        ("countries/france/country.yaml", "unknown-file", "Move it out of the content folder."),
        ("xyzzy.doc", "unknown-file", "Move it out of the content folder."),
        ("countries/fr/products/Honey.yaml", "bad-name",
         "Rename it to honey.yaml."),
        ("countries/fr/products/honey.yml", "bad-name",
         "Rename it to honey.yaml."),
        ("countries/fr/culture/soap.md", "bad-name",
         "Here pages are named <id>.<locale>.md; an id has a-z, 0-9 and hyphens."),
        ("countries/fr/images/Foto 1.JPG", "bad-name",
         "Here pictures are named <id>.svg, .png, .jpg, .webp or .avif; an id has a-z, 0-9 and hyphens."),
        ("countries/fr/culture/index.fr.md", "reserved-id", "Rename the file."),
        ("pages/page.zh.md", "reserved-id", "Rename the file."),
    ],
)  # fmt: skip
def test_what_does_not_belong_is_told_with_what_was_meant(
    site: Site, path: str, code: str, help_: str
) -> None:
    root = site({path: "x"})

    [one] = Walk(root).diagnostics

    assert (one.code, one.help) == (code, help_)
    assert path.startswith(one.place.file)


def test_a_folder_that_does_not_belong_is_told_once_whatever_it_holds(site: Site) -> None:
    root = site({"drafts/a.yaml": "x", "drafts/b.yaml": "x"})

    assert told(root) == [("unknown-file", "drafts")]


def test_names_that_differ_only_in_case_collide_and_the_right_one_is_read(site: Site) -> None:
    root = site({"countries/fr/products/Honey.yaml": "x", "countries/fr/products/honey.yaml": "x"})

    assert told(root) == [("name-collision", "countries/fr/products/Honey.yaml")]
    assert more(root) == ["countries/fr/products/honey.yaml"]


def test_names_that_differ_only_in_their_unicode_form_collide(site: Site) -> None:
    root = site({"static/caf\u00e9.txt": "x", "static/cafe\u0301.txt": "x"})

    assert told(root) == [("name-collision", "static/cafe\u0301.txt")]


def test_a_name_that_is_not_utf_8_is_told(site: Site) -> None:
    root = site({})
    with open(os.fsencode(root) + b"/\xff.yaml", "w"):  # noqa: PTH123
        pass

    assert told(root) == [("bad-name", "?.yaml")]


# Links


def test_a_link_inside_the_content_is_followed(site: Site) -> None:
    root = site({"countries/fr/products/a.yaml": "x"})
    (root / "countries/fr/products/b.yaml").symlink_to("a.yaml")

    assert told(root) == []
    assert more(root) == ["countries/fr/products/a.yaml", "countries/fr/products/b.yaml"]


@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "../../..", "../outside.yaml"])
def test_a_link_that_leads_out_is_not_followed(site: Site, tmp_path: Path, target: str) -> None:
    root = site({"countries/fr/products/a.yaml": "x"})
    (tmp_path / "outside.yaml").write_text("x")
    (tmp_path / "content/countries/outside.yaml").symlink_to(tmp_path / "outside.yaml")
    (root / "static").symlink_to(
        target if target != "../outside.yaml" else "countries/outside.yaml"
    )

    assert ("outside-tree", "static") in told(root)
    assert more(root) == ["countries/fr/products/a.yaml"]


def test_a_folder_beside_the_content_whose_name_begins_alike_is_outside(
    site: Site, tmp_path: Path
) -> None:
    root = site({})
    (tmp_path / "content-old").mkdir()
    (root / "static").symlink_to(tmp_path / "content-old")

    assert told(root) == [("outside-tree", "static")]


def test_a_link_to_itself_and_a_link_to_nothing_are_broken(site: Site) -> None:
    root = site({"countries/fr/products/a.yaml": "x"})
    (root / "countries/fr/products/b.yaml").symlink_to("b.yaml")
    (root / "countries/fr/products/c.yaml").symlink_to("gone.yaml")

    assert told(root) == [
        ("broken-link", "countries/fr/products/b.yaml"),
        ("broken-link", "countries/fr/products/c.yaml"),
    ]


def test_a_link_to_a_folder_around_it_is_broken(site: Site) -> None:
    root = site({"static/a/x.txt": "x"})
    (root / "static/a/up").symlink_to("..")
    (root / "static/a/root").symlink_to("../..")

    assert told(root) == [("broken-link", "static/a/root"), ("broken-link", "static/a/up")]


def test_folders_that_link_to_each_other_end(site: Site) -> None:
    root = site({"static/a/x.txt": "x", "static/b/y.txt": "x"})
    (root / "static/a/b").symlink_to("../b")
    (root / "static/b/a").symlink_to("../a")

    assert told(root) == [("broken-link", "static/a/b/a"), ("broken-link", "static/b/a/b")]
    assert "static/a/b/y.txt" in more(root)


def test_links_that_double_at_every_step_end(site: Site) -> None:
    root = site({f"static/d{n:02}/x.txt": "x" for n in range(40)})
    for n in range(39):
        for name in ("one", "two"):
            (root / f"static/d{n:02}/{name}").symlink_to(f"../d{n + 1:02}")

    walk = Walk(root)

    assert len(walk.files) < 10_000
    assert any(one.code == "broken-link" for one in walk.diagnostics)


def test_what_is_no_ordinary_file_is_not_read(site: Site) -> None:
    root = site({"countries/fr/products/a.yaml": "x"})
    os.mkfifo(root / "countries/fr/products/b.yaml")

    assert told(root) == [("not-a-file", "countries/fr/products/b.yaml")]
    assert more(root) == ["countries/fr/products/a.yaml"]


def test_the_order_of_the_files_does_not_depend_on_the_disk(site: Site) -> None:
    root = site({f"countries/fr/products/{name}.yaml": "x" for name in ("b", "a-1", "a", "c")})

    assert more(root) == sorted(more(root))
