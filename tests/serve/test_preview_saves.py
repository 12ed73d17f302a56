"""What happens on a save."""

from __future__ import annotations

from typing import Any

GOODS = "content/countries/nz/products/goods.yaml"


def test_a_save_reloads_the_browser_and_the_page_is_new(workshop: Any) -> None:
    # Given a browser that looks at the preview
    workshop.preview()
    # When a product is given another name
    command = workshop.commands_after(lambda: workshop.change(GOODS, "Clover Honey", "Thyme Honey"))
    # Then the browser is told to reload, and finds the new name
    assert command["command"] == "reload"
    assert command["path"] == "*"
    assert "<p>product: Thyme Honey" in workshop.get("/en/nz/products/honey/").text


def test_two_saves_in_a_row_both_reload(workshop: Any) -> None:
    workshop.preview()
    for old, new in (("Clover", "Thyme"), ("Thyme", "Linden"), ("Linden", "Manuka")):
        command = workshop.commands_after(
            lambda old=old, new=new: workshop.change(GOODS, f"{old} Honey", f"{new} Honey")
        )
        assert command["command"] == "reload"
        assert f"{new} Honey" in workshop.get("/en/nz/products/honey/").text


def test_a_browser_that_missed_a_reload_is_told_when_it_comes_back(workshop: Any) -> None:
    workshop.preview()
    # Given a page that was made before the last save
    seen = workshop.server._preview.shown.version
    workshop.change(GOODS, "Clover", "Thyme")
    workshop.until("/en/nz/products/honey/", lambda got: "Thyme" in got.text)
    # When its browser connects only now, it is told at once
    assert workshop.commands_after(lambda: None, page=seen)["command"] == "reload"


def test_a_broken_save_keeps_the_last_good_page_under_the_mistakes(workshop: Any) -> None:
    # Given a good preview
    workshop.preview()
    # When a price is broken
    workshop.change(GOODS, "price: 14.90", "price: 14,90")
    # Then the page is as it was, and over it stands what to mend: where, what, how
    page = workshop.until("/en/nz/products/honey/", lambda got: "<details" in got.text)
    assert page.status == 200
    assert "<p>product: Clover Honey" in page.text
    assert "error[bad-price]" in page.text
    root = workshop.folder / "content"
    assert f'<p class="where">{root}/countries/nz/products/goods.yaml:6:10</p>' in page.text
    assert "<i>6</i>   price: <mark>14,90</mark>" in page.text
    assert '<p class="help">Decimals follow a point: write 14.90.</p>' in page.text
    # And it stands over the 404 page too, and the terminal has it
    assert "error[bad-price]" in workshop.get("/nothing/").text
    assert workshop.heard.walks[-1].found[0].diagnostic.code == "bad-price"


def test_what_the_content_says_cannot_run_in_the_overlay(workshop: Any) -> None:
    workshop.preview()
    # Given a mistake whose line, message and key are markup
    text = '"<script>alert(1)</script>": "</pre><img src=x onerror=alert(2)>"'
    workshop.save("content/site.yaml", f"{text}\n")
    # Then the overlay shows it as text
    page = workshop.until("/en/nz/", lambda got: "<details" in got.text)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "<script>alert" not in page.text
    assert "<img" not in page.text


def test_a_mended_save_takes_the_mistakes_away(workshop: Any) -> None:
    workshop.preview()
    workshop.change(GOODS, "category: food", "category: foot")
    workshop.until("/en/nz/", lambda got: "error[unknown-reference]" in got.text)
    # When it is mended
    command = workshop.commands_after(
        lambda: workshop.change(GOODS, "category: foot", "category: food")
    )
    # Then the browser reloads, and the page is clean
    assert command["command"] == "reload"
    assert "<details" not in workshop.get("/en/nz/").text


def test_warnings_do_not_hide_the_page(workshop: Any) -> None:
    workshop.preview()
    workshop.change(GOODS, ", en: Clover Honey", "")
    page = workshop.until("/en/nz/", lambda got: "1 warning" in got.text)
    assert '<details class="bar"><summary>' in page.text
    assert "warning[missing-translation]" in page.text
    assert 'class="mistakes"' not in page.text


def test_a_first_walk_that_fails_is_a_page_of_mistakes_until_it_is_mended(workshop: Any) -> None:
    # Given a site that is broken from the start
    workshop.change("content/site.yaml", "portal:", "protal:")
    workshop.preview()
    page = workshop.get("/en/nz/")
    assert page.status == 500
    assert "Did you mean `portal`?" in page.text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'self'")
    # When it is mended, the site is there
    command = workshop.commands_after(
        lambda: workshop.change("content/site.yaml", "protal:", "portal:")
    )
    assert command["command"] == "reload"
    assert "<p>pavilion: " in workshop.get("/en/nz/").text


def test_new_deleted_and_renamed_files_are_noticed(workshop: Any) -> None:
    workshop.preview()
    # When a folder with a page is new
    guide = "content/countries/nz/travel/trail.{}.md"
    for locale in ("zh", "en"):
        workshop.save(guide.format(locale), "---\ntitle: Rail Trail\nsummary: A ride.\n---\nGo.\n")
    # Then there is a page
    workshop.until("/en/nz/travel/trail/", lambda got: got.status == 200)
    # When the files are renamed, the page moves
    for locale in ("zh", "en"):
        path = workshop.folder / guide.format(locale)
        path.rename(path.with_name(f"ride.{locale}.md"))
    workshop.until("/en/nz/travel/ride/", lambda got: got.status == 200)
    workshop.until("/en/nz/travel/trail/", lambda got: got.status == 404)
    # When they are deleted, it is gone
    for locale in ("zh", "en"):
        (workshop.folder / f"content/countries/nz/travel/ride.{locale}.md").unlink()
    workshop.until("/en/nz/travel/ride/", lambda got: got.status == 404)


def test_the_theme_is_watched_too(workshop: Any) -> None:
    workshop.preview()
    # When a template is written anew
    workshop.save("theme/templates/pavilion.html", "<p>another look</p>\n")
    # Then so is the page
    workshop.until("/en/nz/", lambda got: "<p>another look</p>" in got.text)
    # When it is broken, the last good look stays, and the overlay says where
    workshop.save("theme/templates/pavilion.html", "<p>\n{% if %}\n")
    page = workshop.until("/en/nz/", lambda got: "<details" in got.text)
    assert "<p>another look</p>" in page.text
    assert "pavilion.html, line 2: " in page.text
    # When theme.yaml itself is broken and mended, it is seen as well
    workshop.save("theme/templates/pavilion.html", "<p>a third look</p>\n")
    workshop.until("/en/nz/", lambda got: "<p>a third look</p>" in got.text)
    workshop.save("theme/theme.yaml", "name: [\n")
    workshop.until("/en/nz/", lambda got: "error[theme]" in got.text)
    workshop.save("theme/theme.yaml", "name: tiny\n")
    workshop.until("/en/nz/", lambda got: "<details" not in got.text)


def test_a_fault_of_ours_while_reading_leaves_the_site_as_it_was(
    workshop: Any, monkeypatch: Any
) -> None:
    workshop.preview()

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("nobody thought of it")

    with monkeypatch.context() as patch:
        patch.setattr("pavilion_gen.serve.preview.Workspace", broken)
        workshop.change(GOODS, "Clover", "Thyme")
        page = workshop.until("/en/nz/products/honey/", lambda got: "ZeroDivision" in got.text)
    assert "Clover Honey" in page.text
    workshop.change(GOODS, "Thyme", "Linden")
    workshop.until("/en/nz/products/honey/", lambda got: "<p>product: Linden" in got.text)


def test_warnings_wait_behind_the_errors_and_strict_makes_them_count(workshop: Any) -> None:
    # Given a name that is missing in one locale, and a category that does not exist
    workshop.change(GOODS, ", en: Clover Honey", "")
    workshop.preview(strict=True)
    # Then with --strict the warning alone is laid over the page
    page = workshop.get("/en/nz/")
    assert page.status == 500
    assert "<summary>1 warning.</summary>" in page.text
    # When there is an error too, it comes first, and the warnings are folded
    workshop.change(GOODS, "category: food", "category: foot")
    page = workshop.until("/en/nz/", lambda got: "1 error, 1 warning." in got.text)
    assert "<details><summary>1 warning</summary>" in page.text
    assert page.text.index("unknown-reference") < page.text.index("missing-translation")
