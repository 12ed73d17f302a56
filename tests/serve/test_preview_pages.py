"""What the preview answers."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from pavilion_gen.materials import raster
from pavilion_gen.materials.pictures import Variant
from pavilion_gen.render.page import Renderer


def test_a_page_is_answered_from_memory_and_nothing_is_written(workshop: Any) -> None:
    # Given a preview of a good site
    before = workshop.written()
    workshop.preview()
    # When a page, a list and the root are asked for
    page = workshop.get("/en/nz/products/honey/")
    # Then they are there, they say that they are a preview, and no file came to be
    assert page.status == 200
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "<p>product: Clover Honey" in page.text
    assert '<p class="bar">Preview: 2026-11-25 12:00 Beijing time</p>' in page.text
    assert "<p>root: " in workshop.get("/").text
    assert "<p>products: " in workshop.get("/zh/nz/products/").text
    assert workshop.written() == before


def test_everything_else_of_the_site_is_there_too(workshop: Any) -> None:
    workshop.preview()
    site = workshop.server._preview.shown.site
    stylesheet = next(file for file in site._workspace.tools.assets.files if "/a." in file)
    [picture] = site._pictures
    kinds = {
        f"/{stylesheet}": "text/css; charset=utf-8",
        f"/{picture}": "image/svg+xml; charset=utf-8",
        "/humans.txt": "text/plain; charset=utf-8",
        "/robots.txt": "text/plain; charset=utf-8",
        "/sitemap.xml": "application/xml; charset=utf-8",
        "/sitemap-nz.xml": "application/xml; charset=utf-8",
    }
    for path, kind in kinds.items():
        got = workshop.get(path)
        assert (path, got.status, got.headers["Content-Type"]) == (path, 200, kind)
        assert b"pavilion-preview" not in got.body


def test_a_picture_is_encoded_when_a_browser_asks_for_it_and_once(
    workshop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given a site with a photograph in place of its drawing
    photograph = workshop.folder / "content/countries/nz/images/honey.jpg"
    Image.linear_gradient("L").convert("RGB").resize((400, 300)).save(photograph)
    workshop.change("content/countries/nz/products/goods.yaml", "honey.svg", "honey.jpg")
    encoded: list[str] = []
    one = raster._one

    def encoding(image: Image.Image, variant: Variant) -> bytes:
        encoded.append(variant.path)
        return one(image, variant)

    monkeypatch.setattr(raster, "_one", encoding)
    workshop.preview()
    assert workshop.get("/en/nz/products/honey/").status == 200
    assert encoded == []
    # When a browser asks for one of its forms, twice, before and after a save of something else
    [path] = [
        p for p in workshop.server._preview.shown.site._pictures if "-320." in p and "avif" in p
    ]
    first = workshop.get(f"/{path}")
    version = workshop.server._preview.shown.version
    workshop.change("content/countries/nz/products/goods.yaml", "14.90", "15.90")
    workshop.until("/en/nz/", lambda got: workshop.server._preview.shown.version != version)
    second = workshop.get(f"/{path}")
    # Then it is there, and this one alone was encoded, once
    assert first.headers["Content-Type"] == "image/avif"
    assert Image.open(io.BytesIO(first.body)).size == (320, 240)
    assert second.body == first.body
    assert encoded == [path]


def test_an_unknown_address_is_the_404_page_of_the_site(workshop: Any) -> None:
    workshop.preview()
    for path in ("/en/no/", "/nothing.png", "/%ff%2e%2e/%2e%2e/etc/passwd", "//evil.example"):
        got = workshop.get(path)
        assert got.status == 404
        assert "<p>not_found: " in got.text


def test_a_folder_without_its_slash_redirects_and_keeps_the_query(workshop: Any) -> None:
    workshop.preview()
    got = workshop.get("/en/nz/products?x=1&y=%20")
    assert got.status == 302
    assert got.headers["Location"] == "/en/nz/products/?x=1&y=%20"


def test_pages_stand_below_the_path_of_the_base_url(workshop: Any) -> None:
    # Given a site that is to stand below /shop/
    workshop.change("content/site.yaml", "pavilions.example/", "pavilions.example/shop/")
    workshop.preview()
    # Then so does its preview, and the root leads there
    assert workshop.server.address.endswith("/shop/")
    assert "<p>pavilion: " in workshop.get("/shop/en/nz/").text
    assert workshop.get("/").headers["Location"] == "/shop/"
    assert workshop.get("/shop").headers["Location"] == "/shop/"
    assert workshop.get("/en/nz/").status == 404


def test_the_strict_policy_holds_and_nothing_is_inline(workshop: Any) -> None:
    # Given a page with mistakes over it, the most that the preview adds
    workshop.preview()
    workshop.change("content/countries/nz/country.yaml", "NZD", "GOLD")
    # When it is looked at
    page = workshop.until("/en/nz/", lambda got: "<details" in got.text)
    # Then policy and page agree: scripts and styles are files of this host
    policy = page.headers["Content-Security-Policy"]
    assert policy == "default-src 'self'; connect-src 'self' ws:"
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page.text)
    script = re.search(r'<script src="([^"]+)" defer></script>', page.text)
    assert script
    assert script[1].startswith(
        f"/livereload.js?host=127.0.0.1&amp;port={workshop.server.port}&amp;"
    )
    assert b"LiveReload" in workshop.get("/livereload.js").body
    look = workshop.get("/__preview__/preview.css")
    assert (look.status, look.headers["Content-Type"]) == (200, "text/css; charset=utf-8")


def test_a_template_that_fails_on_one_page_is_told_over_that_page(workshop: Any) -> None:
    # Given a theme whose guide to products asks for what is not there
    workshop.save("theme/templates/product.html", "<p>\n{{ page.nonsense }}\n")
    workshop.preview()
    # When that page and another one are asked for
    page, other = workshop.get("/en/nz/products/honey/"), workshop.get("/en/nz/")
    # Then the one says what is wrong and where, and the other is as it was
    assert page.status == 500
    assert "error[theme]" in page.text
    assert "product.html, line 2: " in page.text
    assert "nonsense" in page.text
    assert other.status == 200
    assert "<details" not in other.text


def test_a_fault_of_ours_is_told_over_the_page_and_kept_in_a_file(
    workshop: Any, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    traces = tmp_path_factory.mktemp("traces")
    monkeypatch.setattr("tempfile.tempdir", str(traces))
    workshop.preview()

    # Given that rendering breaks in a way nobody thought of
    def broken(*_: object) -> bytes:
        raise KeyError("<script>alert(1)</script>")

    with monkeypatch.context() as patch:
        patch.setattr(Renderer, "render", broken)
        # When a page is asked for
        page = workshop.get("/en/nz/")
    # Then the page says so, the trace is kept, and the server goes on
    assert page.status == 500
    assert "A fault of Pavilion&#x27;s own (KeyError)" in page.text
    assert "<script>alert" not in page.text
    (trace,) = traces.iterdir()
    assert str(trace) in page.text
    assert "Traceback" in trace.read_text(encoding="utf-8")
    assert workshop.heard.faults[0].fault
    assert workshop.get("/en/nz/").status == 200


def test_only_one_country_and_drafts(workshop: Any) -> None:
    # Given a draft beside the live pavilion
    country = (workshop.folder / "content/countries/nz/country.yaml").read_text(encoding="utf-8")
    workshop.save("content/countries/au/country.yaml", country.replace("live", "draft"))
    workshop.preview(drafts=True, only="au")
    # Then the draft is seen, marked as such, and the other country was not read
    assert "Beijing time, with drafts" in workshop.get("/en/au/").text
    assert workshop.get("/en/nz/").status == 404


def test_a_head_request_gets_the_headers_alone(workshop: Any, path_of: Callable[..., str]) -> None:
    import http.client

    workshop.preview()
    connection = http.client.HTTPConnection("127.0.0.1", workshop.server.port, timeout=20)
    connection.request("HEAD", path_of(workshop.server.address))
    answer = connection.getresponse()
    assert (answer.status, answer.read()) == (200, b"")
    connection.close()
