"""Pictures in a build: made once, kept, made again where they are not as they were, and no more."""

from __future__ import annotations

import hashlib
import io
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from pages.sites import ENGINE, WHOLE, Files, settings, tree
from PIL import Image

from build.builds import again, build
from pavilion_gen.build import crew, pictures
from pavilion_gen.build.cache import Cache
from pavilion_gen.build.crew import Crew, Shares
from pavilion_gen.build.site import build as build_site
from pavilion_gen.build.writer import Made
from pavilion_gen.content.kept import Edition, NothingKept
from pavilion_gen.content.snapshot import ContentChanged
from pavilion_gen.materials import raster
from pavilion_gen.materials.pictures import Variant, variants
from pavilion_gen.model.picture import PictureFile
from pavilion_gen.workspace import Workspace

FIELD, JAR = "countries/fr/images/field.jpg", "countries/fr/images/jar.png"
GUIDE = "countries/fr/culture/lavender.fr.md"
MARK = "](image:"


def photograph(shade: int, *, alpha: bool = False) -> bytes:
    """A picture of 500 × 300 pixels; `alpha`: cut out."""
    image = Image.linear_gradient("L").resize((500, 300)).convert("RGB")
    image.paste((shade, 90, 60), (100, 100, 300, 250))
    if alpha:
        image.putalpha(Image.linear_gradient("L").resize((500, 300)))
    out = io.BytesIO()
    image.save(out, "PNG" if alpha else "JPEG")
    return out.getvalue()


def site(field: int = 10, jar: int = 20, **texts: str) -> Files:
    """The site of the tests with two photographs, one of them only within a text."""
    guide = str(WHOLE[GUIDE]).replace("field.svg", "field.jpg")
    return {
        **WHOLE,
        GUIDE: f"{guide}\n\n![Un pot](image:jar.png){texts.get('more', '')}\n",
        FIELD: photograph(field),
        JAR: photograph(jar, alpha=True),
    }


VARIANTS = {
    f"{name}-{width}.{kind}"
    for name, plain in (("field", "jpg"), ("jar", "png"))
    for width, kind in [(w, k) for w in (160, 320, 500) for k in ("avif", "webp")] + [(500, plain)]
}


class Work:
    """A site that is built again and again. encoded: the variants of the last build."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.encoded: list[str] = []

    def build(self, files: Files | None = None, *, cache: bool = True) -> set[str]:
        """Builds it; the variants that were encoded, by name without hash."""
        self.encoded = []
        kept = Cache(self.root / "cache") if cache else NothingKept()
        if files is None:
            again(self.root, kept=kept)
        else:
            build(self.root, files, kept=kept)
        assert len(self.encoded) == len(set(self.encoded))
        return {_plain(path) for path in self.encoded}

    def pictures(self) -> dict[str, Path]:
        folder = self.root / "output/assets/pictures/fr"
        return {_plain(path.name): path for path in folder.iterdir() if path.suffix != ".svg"}

    def field(self) -> PictureFile:
        """One of the two, as it was read."""
        space = Workspace(settings(self.root), NothingKept(), ENGINE)
        found = space.reader.picture(FIELD)
        assert isinstance(found, PictureFile)
        return found


def _plain(path: str) -> str:
    name, _, ending = path.rpartition("/")[2].split(".")
    return f"{name}.{ending}"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """The site, built once, with a cache."""
    made = Work(tmp_path)
    one = raster._one

    def encoding(image: Image.Image, variant: Variant) -> bytes:
        made.encoded.append(variant.path)
        return one(image, variant)

    monkeypatch.setattr(raster, "_one", encoding)
    assert made.build(site()) == VARIANTS
    return made


class TestWork:
    def test_every_variant_is_put_out_in_the_size_that_its_name_says(self, work: Work) -> None:
        found = work.pictures()

        assert found.keys() == VARIANTS
        for name, path in found.items():
            with Image.open(path) as image:
                assert image.width == int(name.split(".")[0].rpartition("-")[2])
                assert image.height == round(300 * image.width / 500)
                assert image.has_transparency_data is name.startswith("jar")

    def test_nothing_changed(self, work: Work) -> None:
        assert work.build() == set()

    def test_a_text_is_edited(self, work: Work) -> None:
        assert work.build(site(more=" Bien.")) == set()

    def test_one_picture_is_replaced(self, work: Work) -> None:
        before = work.pictures()

        assert work.build(site(field=200)) == {n for n in VARIANTS if n.startswith("field")}

        after = work.pictures()
        assert after.keys() == VARIANTS
        same = {name for name in VARIANTS if after[name] == before[name]}
        assert same == {name for name in VARIANTS if name.startswith("jar")}

    def test_what_was_replaced_comes_back_out_of_the_cache(self, work: Work) -> None:
        first = tree(work.root / "output")
        work.build(site(field=200))

        assert work.build(site()) == set()
        assert tree(work.root / "output") == first

    def test_a_picture_that_no_page_shows_is_not_encoded(self, work: Work) -> None:
        files = {**site(), "countries/fr/images/hidden.jpg": photograph(77)}

        assert work.build(files) == set()
        assert work.pictures().keys() == VARIANTS

    def test_the_output_is_lost_and_the_cache_is_there(self, work: Work) -> None:
        first = tree(work.root / "output")
        shutil.rmtree(work.root / "output")

        assert work.build() == set()
        assert tree(work.root / "output") == first

    def test_the_cache_is_lost_and_the_output_is_there(self, work: Work) -> None:
        shutil.rmtree(work.root / "cache")

        assert work.build() == set()
        assert work.build(site(more=" Bien."), cache=False) == set()

    def test_a_file_of_the_output_is_lost_with_the_cache(self, work: Work) -> None:
        shutil.rmtree(work.root / "cache")
        first = tree(work.root / "output")
        work.pictures()["field-320.webp"].unlink()

        assert work.build() == {"field-320.webp"}
        assert tree(work.root / "output") == first

    def test_a_file_of_the_output_that_was_changed_is_made_right(self, work: Work) -> None:
        first = tree(work.root / "output")
        path = work.pictures()["jar-320.avif"]
        path.write_bytes(path.read_bytes()[:-1] + b"x")

        assert work.build() == set()
        assert tree(work.root / "output") == first

    def test_our_own_sources_change(self, work: Work) -> None:
        """All pages are rendered; what was encoded does not depend on what else we do."""
        first = tree(work.root / "output")
        shutil.rmtree(work.root / "output")
        work.encoded = []
        kept = Cache(work.root / "cache")
        build_site(Workspace(settings(work.root), kept, b"another"), work.root / "output", jobs=1)

        assert work.encoded == []
        assert tree(work.root / "output") == first

    def test_the_encoder_changes(self, work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
        before = work.pictures()
        monkeypatch.setattr("pavilion_gen.materials.pictures.recipe", lambda: b"another")
        monkeypatch.setattr("pavilion_gen.build.pictures.recipe", lambda: b"another")
        work.encoded = []
        kept = Cache(work.root / "cache")
        build_site(Workspace(settings(work.root), kept, b"another"), work.root / "output", jobs=1)

        assert {_plain(path) for path in work.encoded} == VARIANTS
        assert not {*before.values()} & {*work.pictures().values()}


class TestDamage:
    def test_a_cached_variant_that_is_not_as_it_was_is_made_again(self, work: Work) -> None:
        first = tree(work.root / "output")
        shutil.rmtree(work.root / "output")
        file = work.field()
        key = pictures.variant_key(file, variants(file)[1])
        with sqlite3.connect(work.root / "cache/kept.sqlite") as database:
            database.execute(
                "UPDATE kept SET value = CAST(substr(value, 1, length(value) - 1) || x'00' AS BLOB) "
                "WHERE key = ?",
                (key,),
            )

        assert work.build() == {"field-320.avif"}
        assert tree(work.root / "output") == first

    def test_a_value_that_is_whole_but_none_of_ours_is_made_anew(self, work: Work) -> None:
        first = tree(work.root / "output")
        shutil.rmtree(work.root / "output")
        cache = Cache(work.root / "cache")
        file = work.field()
        for variant in variants(file):
            cache.put(pictures.variant_key(file, variant), b"not a picture")
        cache.close()

        assert work.build() == {name for name in VARIANTS if name.startswith("field")}
        assert tree(work.root / "output") == first

    def test_a_master_that_is_saved_while_it_is_built_stops_the_build(
        self, work: Work, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        original = pictures.made

        def saved(
            root: Path, file: PictureFile, wanted: Iterable[Variant]
        ) -> Iterator[tuple[Variant, bytes]]:
            (root / FIELD).write_bytes(photograph(99))
            return original(root, file, wanted)

        monkeypatch.setattr(pictures, "made", saved)
        before = tree(work.root / "output")

        with pytest.raises(ContentChanged):
            work.build(site(field=201))
        assert tree(work.root / "output") == before


def test_several_processes_make_the_same_bytes_and_keep_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given the site made by one process
    one, two = tmp_path / "one", tmp_path / "two"
    build(one, site(), jobs=1)

    # when it is made by two, which share the pictures out
    sizes: list[int] = []
    run = crew.run

    def running(shares: Shares, work: Callable[[Crew], list[Made]]) -> list[Made]:
        sizes.append(shares.size)
        return run(shares, work)

    monkeypatch.setattr(crew, "run", running)
    build(two, site(), jobs=2, kept=Cache(two / "cache"))

    # then the bytes are the same, and all of them are kept
    assert sizes[-1] == 2
    assert tree(one / "output") == tree(two / "output")
    shutil.rmtree(two / "output")
    monkeypatch.setattr(raster, "_one", lambda image, variant: pytest.fail("encoded again"))
    again(two, jobs=1, kept=Cache(two / "cache"))
    assert tree(one / "output") == tree(two / "output")


def test_a_fault_in_another_process_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = pictures.Pictures._shared

    def failing(
        self: pictures.Pictures,
        tasks: Sequence[pictures._Task],
        team: Crew,
        progress: pictures.Progress,
    ) -> list[Made]:
        if not team.is_first:
            raise ContentChanged(FIELD)
        return shared(self, tasks, team, progress)

    monkeypatch.setattr(pictures.Pictures, "_shared", failing)

    with pytest.raises(ContentChanged):
        build(tmp_path, site(), jobs=2)
    assert not (tmp_path / "output/zh").exists()


def test_a_drawing_goes_out_without_what_only_its_editor_needs(tmp_path: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"><!-- by hand --><g style="fill:red"/></svg>'
    clean = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"><g fill="red"/></svg>'

    build(tmp_path, {**WHOLE, "countries/fr/images/field.svg": drawing})

    name = f"assets/pictures/fr/field.{hashlib.sha256(clean).hexdigest()[:10]}.svg"
    assert tree(tmp_path / "output")[name] == clean


def test_what_is_kept_of_a_variant_outlives_an_edition() -> None:
    class Store(dict[bytes, bytes]):
        def put(self, key: bytes, value: bytes) -> None:
            self[key] = value

        def close(self) -> None:
            pass

    store = Store()
    space = Workspace(settings(Path("nowhere")), store, ENGINE)

    assert space.lasting is store
    assert isinstance(space.kept, Edition)
