"""Files under names that carry their content's hash."""

from pathlib import Path

from pavilion_gen.materials.files import File, hashed_name, packed, palette_css
from pavilion_gen.model.country import Palette


def test_a_name_changes_with_the_bytes_and_with_nothing_else() -> None:
    first = hashed_name("assets/base.css", b"a")

    assert first == "assets/base.ca978112ca.css"
    assert hashed_name("assets/base.css", b"a") == first
    assert hashed_name("assets/base.css", b"b") != first


def test_an_ending_of_several_parts_keeps_its_last_one() -> None:
    assert hashed_name("a/base.min.js", b"") == "a/base.min.e3b0c44298.js"


def test_a_file_is_read_where_it_stands_or_holds_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "humans.txt").write_bytes(b"we")

    assert File("humans.txt", source=tmp_path / "humans.txt").read() == b"we"
    assert File("assets/x.css", data=b"x").read() == b"x"


def test_scripts_go_out_without_comments_and_idle_space() -> None:
    script = b"// why\nconst a = /[/]\\/ /; // ends\nconst b = `two\n  // lines`;\n"

    assert packed("x.js", script) == b"const a=/[/]\\/ /;const b=`two\n  // lines`;"


def test_other_files_go_out_as_they_are() -> None:
    assert packed("icon.svg", b"<svg> <!-- x --> </svg>") == b"<svg> <!-- x --> </svg>"


def test_a_palette_is_a_rule_of_four_colours() -> None:
    palette = Palette("#734BA4", "#35234D", "#F0E9FE", "#CBADF9")

    assert palette_css(".c-fr", palette) == (
        ".c-fr{--accent:#734BA4;--deep:#35234D;--soft:#F0E9FE;--night:#CBADF9}\n"
    )
