"""Pictures are measured without being decoded, and refused where they could do harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pavilion_gen.content.pictures import PictureFault, measure

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30"'


def svg(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "a.svg"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(PictureFault) as fault:
        measure(path)
    return str(fault.value)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 40 30"', (40, 30)),
        ('viewBox="0,0,40.4,29.6"', (40, 30)),
        ('width="80" height="60px" viewBox="0 0 4 3"', (80, 60)),
        ('width="100%" height="100%" viewBox="0 0 4 3"', (4, 3)),
    ],
)
def test_an_svg_has_the_size_it_states(
    tmp_path: Path, attributes: str, size: tuple[int, int]
) -> None:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}><path d="M0 0"/></svg>'

    assert measure(svg(tmp_path, text)) == size


@pytest.mark.parametrize(
    "inside", ['<use href="#a"/>', '<use xlink:href="#a"/>', "<title>田</title>"]
)
def test_an_svg_may_refer_to_itself(tmp_path: Path, inside: str) -> None:
    assert measure(svg(tmp_path, f"{OPEN}>{inside}</svg>")) == (40, 30)


@pytest.mark.parametrize(
    ("inside", "word"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<g><Script/></g>", "cript"),
        ('<path onload="alert(1)"/>', "onload"),
        ('<path ONLOAD="alert(1)"/>', "ONLOAD"),
        ('<a href="javascript:alert(1)"/>', "another file"),
        ('<image href="https://a.example/x.png"/>', "another file"),
        ('<image xlink:href="data:image/png;base64,AA"/>', "another file"),
        ("<foreignObject/>", "foreignObject"),
        ("<style>@import url(//a.example)</style>", "style"),
        ('<path style="fill:url(//a.example)"/>', "style"),
        ('<path fill="url(https://a.example/x#y)"/>', "another file"),
        ('<animate attributeName="href"/>', "animate"),
        ('<animateTransform attributeName="x"/>', "animate"),
    ],
)
def test_an_svg_that_could_do_something_is_refused(tmp_path: Path, inside: str, word: str) -> None:
    assert word in refusal(svg(tmp_path, f"{OPEN}>{inside}</svg>"))


def test_an_svg_with_a_handler_on_its_root_is_refused(tmp_path: Path) -> None:
    assert "onload" in refusal(svg(tmp_path, f'{OPEN} onload="x()"/>'))


@pytest.mark.parametrize(
    "text",
    ['<!DOCTYPE svg [<!ENTITY a "b">]>' + OPEN + "/>", "<!DOCTYPE svg>" + OPEN + "/>"],
)
def test_an_svg_with_a_document_type_is_refused(tmp_path: Path, text: str) -> None:
    assert "document type" in refusal(svg(tmp_path, text))


def test_an_svg_in_another_encoding_hides_no_document_type(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(('<!DOCTYPE svg [<!ENTITY a "bb">]>' + OPEN + ">&a;</svg>").encode("utf-16"))

    assert refusal(path)


def test_an_svg_with_a_processing_instruction_is_refused(tmp_path: Path) -> None:
    text = f'<?xml-stylesheet href="https://a.example/x.css"?>{OPEN}/>'

    assert "stylesheet" in refusal(svg(tmp_path, text))


@pytest.mark.parametrize("text", ["not a picture", "", "<html/>", "<svg", "\x00"])
def test_what_is_no_svg_is_refused(tmp_path: Path, text: str) -> None:
    assert refusal(svg(tmp_path, text)) == "This file is not an SVG picture."


def test_an_svg_without_a_size_is_refused(tmp_path: Path) -> None:
    assert "view box" in refusal(svg(tmp_path, '<svg xmlns="http://www.w3.org/2000/svg"/>'))


@pytest.mark.parametrize(("suffix", "kind"), [("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP")])
def test_a_raster_picture_is_measured(tmp_path: Path, suffix: str, kind: str) -> None:
    path = tmp_path / f"a.{suffix}"
    Image.new("RGB", (64, 48)).save(path, kind)

    assert measure(path) == (64, 48)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.avif"])
def test_a_text_with_the_name_of_a_picture_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("This is not a picture.")

    assert refusal(path) == "This file is not a picture that can be read."


def test_a_kind_of_picture_that_pages_do_not_use_is_refused_whatever_its_name(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (4, 4)).save(path, "GIF")

    assert refusal(path) == "This file is not a picture that can be read."


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("1", (10_000, 7_000)).save(path, "PNG")

    assert "10000 × 7000" in refusal(path)


def test_a_picture_of_too_many_bytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    with path.open("wb") as file:
        file.truncate(21 * 1024 * 1024)

    assert "too many" in refusal(path)
