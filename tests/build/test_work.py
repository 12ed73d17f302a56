"""How much a build does after an edit: the pages that differ are rendered, and no others.

The theme of these tests prints all that a page is made of, so a page differs just when its bytes do.
"""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pages.sites import ART, AT, ENGINE, THEME, Files, tree, write

from build.builds import outcome
from build.test_any_edit import EDITS, GOODS, MORE, SITE, changed
from pavilion_gen.build.cache import Cache
from pavilion_gen.content.read_file import FileReading
from pavilion_gen.content.reader import Reader
from pavilion_gen.content.reading import Context
from pavilion_gen.content.walk import SourceFile
from pavilion_gen.pages.setting import PlannedPage
from pavilion_gen.render.page import Renderer

TELLING: Files = {
    **THEME,
    "templates/header.html": "<header>{{ chrome }}</header>\n",
    "templates/product.html": str(THEME["templates/product.html"]).replace(
        "{{ page }}", "{{ page }}{{ gettext('Shelf') }}"
    ),
}
FRENCH = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Shelf"
msgstr "{}"
"""


class Work:
    """A site that is built again and again. rendered: pages and documents of the last build; made:
    their views and those that were made to compare them; read: files of content that were read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.rendered: set[str] = set()
        self.made = 0
        self.read: list[str] = []

    def pages(self) -> dict[str, bytes]:
        return {
            path: data
            for path, data in tree(self.root / "output").items()
            if path.endswith((".html", ".ics")) or path.startswith("assets/codes/")
        }

    def build(
        self,
        files: dict[str, str | bytes | None] | None = None,
        theme: Files | None = None,
        at: datetime = AT,
        engine: bytes = ENGINE,
    ) -> set[str] | None:
        """Builds the site with some files as they are given; the pages that differ from before.

        None where there were errors.
        """
        for folder in ("content", "tiny"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        now = {**SITE, **(files or {})}
        write(self.root / "content", {path: text for path, text in now.items() if text is not None})
        write(self.root / "tiny", {**TELLING, **(theme or {})})
        before = self.pages() if (self.root / "output").exists() else {}
        self.rendered, self.made, self.read = set(), 0, []
        made = outcome(self.root, kept=Cache(self.root / "cache"), engine=engine, at=at)
        if made.built is None:
            assert not self.rendered
            return None
        after = self.pages()
        assert made.built.rendered == sum(path.endswith(".html") for path in self.rendered)
        return {path for path in after if after[path] != before.get(path)}

    def from_nothing(self) -> dict[str, bytes]:
        """What the site is when it is built for the first time."""
        shutil.rmtree(self.root / "fresh", ignore_errors=True)
        outcome(self.root, output=self.root / "fresh")
        return tree(self.root / "fresh")


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """The site, built once."""
    work = Work(tmp_path)
    render, fingerprint, parse = Renderer.render, Renderer.fingerprint, Reader._parse

    def rendering(self: Renderer, page: PlannedPage) -> bytes:
        path = page.address[1:]
        work.rendered.add(f"{path}index.html" if not path or path.endswith("/") else path)
        return render(self, page)

    def comparing(self: Renderer, page: PlannedPage) -> bytes:
        work.made += 1
        return fingerprint(self, page)

    def parsing(
        self: Reader, file: SourceFile, context: Context, front: str, digest: bytes
    ) -> FileReading:
        work.read.append(file.path)
        return parse(self, file, context, front, digest)

    monkeypatch.setattr(Renderer, "render", rendering)
    monkeypatch.setattr(Renderer, "fingerprint", comparing)
    monkeypatch.setattr(Reader, "_parse", parsing)
    monkeypatch.setattr("pavilion_gen.pages.product_list.PER_PAGE", 3)
    work.build()
    return work


@pytest.mark.parametrize("number", range(0, len(EDITS), 12))
def test_after_any_edit_the_pages_that_differ_are_rendered(work: Work, number: int) -> None:
    for path, text in EDITS[number : number + 12]:
        edited = work.build({path: text})
        if edited is not None:
            assert work.rendered == edited, (path, text)
            assert tree(work.root / "output") == work.from_nothing(), (path, text)
            # and when it is taken back, so are just these
            back = work.build()
            assert back is not None
            assert work.rendered == back, (path, text)


class TestEachKindOfEdit:
    def test_nothing(self, work: Work) -> None:
        assert work.build() == set()

        assert (work.rendered, work.made, work.read) == (set(), 0, [])

    def test_a_comment(self, work: Work) -> None:
        """It ends where the file is read: no page is even planned."""
        work.build(dict([changed(MORE, "- id: jar-4", "# by hand\n- id: jar-4")]))

        assert (work.rendered, work.read) == (set(), [MORE])

    def test_a_text_of_one_product(self, work: Work) -> None:
        work.build(dict([changed(MORE, "罐8的介绍", "罐8的说明")]))

        assert work.rendered == {"zh/fr/products/jar-8/index.html"}
        assert work.read == [MORE]

    def test_of_the_other_goods_no_view_is_made(self, work: Work) -> None:
        """jar-8 stands beside few others; of what does not show it the keys are as they were."""
        work.build()
        work.build(dict([changed(MORE, "罐8的介绍", "罐8的说明")]))

        showing = 2 * 11  # both languages: its own page, lists, its merchant, those it stands near
        texts = (
            2 * 8
        )  # the hall, its poster, the partner, guides, merchants and search, which may show anything
        assert work.made <= showing + texts

    def test_a_price(self, work: Work) -> None:
        edited = work.build(dict([changed(MORE, "price: 3.50", "price: 3.60")]))

        assert work.rendered == edited
        assert "zh/fr/products/jar-3/index.html" in work.rendered
        assert not any("/nz/" in path for path in work.rendered)

    def test_a_new_file_and_a_file_that_is_gone(self, work: Work) -> None:
        new = "countries/fr/products/new.yaml"
        text = str(SITE[GOODS]).split("\n- ")[0].replace("lavender-honey", "linden-honey")
        text = (
            text.replace("薰衣草", "椴树")
            .replace("lavande", "tilleul")
            .replace("Lavender", "Linden")
        )

        for files in ({new: text + "\n"}, {}):
            edited = work.build({**files})
            assert work.rendered == edited
            assert not any("/nz/products/" in path for path in work.rendered)
            assert not any("/campaigns/" in path for path in work.rendered)

    def test_a_file_that_is_renamed_with_what_is_in_it(self, work: Work) -> None:
        """Files are in the order of their names, and so are the goods."""
        edited = work.build({MORE: None, "countries/fr/products/zebra.yaml": SITE[MORE]})

        assert work.rendered == edited == set()

    def test_a_template(self, work: Work) -> None:
        name = "templates/merchants.html"
        edited = work.build(theme={name: str(TELLING[name]).replace("{{ page }}", "<b>{{ page }}")})

        assert work.rendered == edited
        assert work.rendered == {f"{place}/merchants/index.html"
                                 for place in ("zh/fr", "fr/fr", "zh/nz", "en/nz")}  # fmt: skip
        assert work.read == []

    def test_a_message(self, work: Work) -> None:
        """Only the pages in that language whose template says it."""
        edited = work.build(theme={"translations/fr.po": FRENCH.format("Rayon")})

        assert work.rendered == edited
        assert {path.rpartition("/products/")[0] for path in work.rendered} == {"fr/fr"}
        again = work.build(theme={"translations/fr.po": FRENCH.format("Étagère")})
        assert work.rendered == again == edited

    def test_a_picture(self, work: Work) -> None:
        path = "countries/fr/images/field.svg"
        edited = work.build({path: ART.replace(b"M0 0", b"M1 1")})

        assert work.rendered == edited
        assert "zh/fr/culture/lavender/index.html" in work.rendered
        assert not any("/nz/" in path for path in work.rendered)

    def test_a_rate(self, work: Work) -> None:
        edited = work.build(dict([changed("rates.yaml", "NZD: 4.2000", "NZD: 4.4000")]))

        assert work.rendered == edited
        assert "zh/nz/products/manuka-honey/index.html" in work.rendered
        assert "zh/fr/products/galettes/index.html" not in work.rendered

    def test_a_clock_at_which_nothing_happens(self, work: Work) -> None:
        assert work.build(at=AT + timedelta(hours=2)) == set()

        assert (work.rendered, work.made, work.read) == (set(), 0, [])

    def test_a_clock_that_opens_a_campaign(self, work: Work) -> None:
        edited = work.build(at=AT.replace(year=2027, month=7, day=11))

        assert work.rendered == edited
        assert "zh/campaigns/2027-fr/index.html" in work.rendered
        assert "zh/nz/products/manuka-honey/index.html" not in work.rendered
        assert work.read == []

    def test_the_configuration(self, work: Work) -> None:
        edited = work.build(dict([changed("site.yaml", "国家馆", "各国馆")]))

        assert work.rendered == edited
        assert not any(path.startswith("fr/") for path in work.rendered)

    def test_our_own_sources(self, work: Work) -> None:
        assert work.build(engine=b"another") == set()

        assert work.rendered == work.pages().keys()


def test_each_file_of_a_large_site_is_read_once(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is let go between the steps, and comes back from what is kept."""
    expected = work.pages()
    monkeypatch.setattr("pavilion_gen.workspace.LARGE", 0)
    shutil.rmtree(work.root / "cache")
    shutil.rmtree(work.root / "output")

    work.build()

    assert work.pages() == expected
    assert len(work.read) == len(set(work.read)) > 10
