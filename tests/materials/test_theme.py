"""A theme: its folder, over that of its parent; its messages, over its parent's."""

from pathlib import Path

import pytest

from pavilion_gen.materials.theme import Theme, load_catalog, load_theme
from pavilion_gen.materials.theme_files import ThemeFault


@pytest.fixture
def themes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder `themes/` of a working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / "themes"


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class TestParents:
    def test_a_theme_alone(self, themes: Path) -> None:
        put(themes / "plain", {
            "theme.yaml": "name: plain\nstylesheets: [base.css]\nicon: icon.svg\n",
            "assets/base.css": "",
            "assets/icon.svg": "",
        })  # fmt: skip

        theme = load_theme("plain")

        assert theme == Theme(
            "plain",
            ("plain",),
            (Path("themes/plain"),),
            ("base.css",),
            "icon.svg",
            makes=frozenset(),
            key=theme.key,
        )

    def test_a_child_stands_over_its_parents(self, themes: Path) -> None:
        put(themes / "base", {
            "theme.yaml": "name: base\nstylesheets: [base.css]\nicon: icon.svg\n",
            "assets/base.css": "parent",
            "assets/icon.svg": "",
        })  # fmt: skip
        put(themes / "middle", {"theme.yaml": "name: middle\nparent: base\n"})
        put(themes / "child", {
            "theme.yaml": "name: child\nparent: middle\nstylesheets: [own.css, base.css]\n",
            "assets/own.css": "",
            "assets/base.css": "child",
        })  # fmt: skip

        theme = load_theme("child")

        assert [folder.name for folder in theme.folders] == ["child", "middle", "base"]
        assert theme.stylesheets == ("base.css", "own.css")  # a parent's rules come first
        assert theme.icon == "icon.svg"
        assert theme.asset_files()["base.css"].read_text() == "child"

    def test_a_theme_in_any_folder_may_extend_one_by_name(
        self, themes: Path, tmp_path: Path
    ) -> None:
        put(themes / "base", {"theme.yaml": "name: base\n"})
        put(tmp_path / "elsewhere" / "mine", {"theme.yaml": "name: mine\nparent: base\n"})

        theme = load_theme(str(tmp_path / "elsewhere" / "mine"))

        assert [folder.name for folder in theme.folders] == ["mine", "base"]

    def test_hidden_files_are_no_assets(self, themes: Path) -> None:
        put(themes / "plain", {
            "theme.yaml": "name: plain\n", "assets/a/b.css": "", "assets/.DS_Store": "",
        })  # fmt: skip

        assert list(load_theme("plain").asset_files()) == ["a/b.css"]


class TestFaults:
    def fault(self, name: str) -> str:
        with pytest.raises(ThemeFault) as caught:
            load_theme(name)
        return str(caught.value)

    def test_no_such_theme(self, themes: Path) -> None:
        told = self.fault("gone")

        assert told == "There is no theme `gone`: themes/gone/theme.yaml is not a file."

    def test_no_such_parent(self, themes: Path) -> None:
        put(themes / "child", {"theme.yaml": "name: child\nparent: gone\n"})

        assert "There is no theme `gone`" in self.fault("child")

    def test_a_theme_that_is_its_own_ancestor(self, themes: Path) -> None:
        put(themes / "a", {"theme.yaml": "name: a\nparent: b\n"})
        put(themes / "b", {"theme.yaml": "name: b\nparent: a\n"})

        assert self.fault("a") == "The theme `a` is its own ancestor."

    def test_a_stylesheet_that_is_not_there(self, themes: Path) -> None:
        put(themes / "plain", {"theme.yaml": "name: plain\nstylesheets: [gone.css]\n"})

        told = self.fault("plain")

        assert told == "The theme `plain` names assets/gone.css, which is not there."

    def test_an_icon_that_is_not_there(self, themes: Path) -> None:
        put(themes / "plain", {"theme.yaml": "name: plain\nicon: gone.svg\n"})

        assert "assets/gone.svg" in self.fault("plain")

    @pytest.mark.parametrize(
        ("yaml", "said"),
        [
            ("", "it is empty"),
            ("stylesheets: []", "name"),
            ("name: [a]", "theme.yaml"),
            ("name: plain\nstylesheet: [base.css]", "stylesheet"),
            ("name: plain\nname: plain", "theme.yaml"),
            ("name: {", "theme.yaml"),
            ("- name", "theme.yaml"),
        ],
    )
    def test_a_theme_yaml_that_cannot_be_used(self, themes: Path, yaml: str, said: str) -> None:
        put(themes / "plain", {"theme.yaml": yaml})

        told = self.fault("plain")

        assert "themes/plain/theme.yaml" in told
        assert said in told

    def test_a_theme_yaml_that_is_not_text(self, themes: Path) -> None:
        (themes / "plain").mkdir(parents=True)
        (themes / "plain" / "theme.yaml").write_bytes(b"name: \xff\xfe")

        assert "themes/plain/theme.yaml" in self.fault("plain")


def po(*messages: tuple[str, str]) -> str:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    return head + "".join(f'\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n' for msgid, msgstr in messages)


class TestCatalogs:
    def test_messages_of_a_language(self, themes: Path) -> None:
        put(themes / "plain", {
            "theme.yaml": "name: plain\n", "translations/fr.po": po(("Search", "Recherche")),
        })  # fmt: skip

        catalog = load_catalog(load_theme("plain"), "fr-FR")

        assert catalog.translations.gettext("Search") == "Recherche"
        assert catalog.translations.gettext("Basket") == "Basket"

    def test_without_a_catalog_the_messages_are_english(self, themes: Path) -> None:
        put(themes / "plain", {"theme.yaml": "name: plain\n"})

        assert load_catalog(load_theme("plain"), "tr").translations.gettext("Search") == "Search"

    def test_the_more_exact_tag_stands_over_the_language(self, themes: Path) -> None:
        put(themes / "plain", {
            "theme.yaml": "name: plain\n",
            "translations/de.po": po(("Street", "Straße"), ("Search", "Suche")),
            "translations/de_CH.po": po(("Street", "Strasse")),
        })  # fmt: skip

        speak = load_catalog(load_theme("plain"), "de-CH").translations.gettext

        assert (speak("Street"), speak("Search")) == ("Strasse", "Suche")

    def test_a_childs_messages_stand_over_its_parents(self, themes: Path) -> None:
        put(themes / "base", {
            "theme.yaml": "name: base\n",
            "translations/fr.po": po(("Search", "Recherche"), ("Basket", "Panier")),
        })  # fmt: skip
        put(themes / "child", {
            "theme.yaml": "name: child\nparent: base\n",
            "translations/fr.po": po(("Search", "Chercher")),
        })  # fmt: skip

        speak = load_catalog(load_theme("child"), "fr").translations.gettext

        assert (speak("Search"), speak("Basket")) == ("Chercher", "Panier")

    def test_plurals_follow_the_language(self, themes: Path) -> None:
        head = (
            'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
            '"Plural-Forms: nplurals=1; plural=0;\\n"\n'
        )
        text = (
            head
            + '\nmsgid "%(num)d product"\nmsgid_plural "%(num)d products"\nmsgstr[0] "%(num)d 件商品"\n'
        )
        put(themes / "plain", {"theme.yaml": "name: plain\n", "translations/zh_Hans.po": text})

        speak = load_catalog(load_theme("plain"), "zh-Hans").translations.ngettext

        assert speak("%(num)d product", "%(num)d products", 1) == "%(num)d 件商品"

    def test_a_changed_catalog_has_another_digest(self, themes: Path) -> None:
        put(themes / "plain", {"theme.yaml": "name: plain\n"})
        theme = load_theme("plain")
        none = load_catalog(theme, "fr").digest
        put(themes / "plain", {"translations/fr.po": po(("Search", "Recherche"))})
        first = load_catalog(theme, "fr").digest
        put(themes / "plain", {"translations/fr.po": po(("Search", "Chercher"))})

        assert len({none, first, load_catalog(theme, "fr").digest}) == 3

    @pytest.mark.parametrize("text", ['msgid "Search\n', 'msgid "a"\nmsgid "b"\n'])
    def test_a_broken_catalog_is_named(self, themes: Path, text: str) -> None:
        put(themes / "plain", {"theme.yaml": "name: plain\n", "translations/fr.po": text})

        with pytest.raises(ThemeFault, match=r"translations/fr\.po"):
            load_catalog(load_theme("plain"), "fr")

    def test_a_catalog_that_is_not_utf8_is_named(self, themes: Path) -> None:
        put(themes / "plain", {"theme.yaml": "name: plain\n", "translations/fr.po": ""})
        (themes / "plain/translations/fr.po").write_bytes(b'msgid "a"\nmsgstr "\xe9"\n')

        with pytest.raises(ThemeFault, match=r"translations/fr\.po"):
            load_catalog(load_theme("plain"), "fr")
