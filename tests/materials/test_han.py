"""How characters sound and how else they are written."""

from __future__ import annotations

import pytest
from road import Memory

from pavilion_gen.content.kept import NothingKept
from pavilion_gen.materials import han
from pavilion_gen.materials.han import common_characters, han_of, sounds_of


def test_a_character_stands_under_each_of_its_readings() -> None:
    sounds = sounds_of("长相思乐")

    assert {sound for sound, characters in sounds.items() if "长" in characters} == {
        "chang", "zhang",
    }  # fmt: skip
    assert {sound for sound, characters in sounds.items() if "乐" in characters} == {"le", "yue"}
    assert list(sounds) == sorted(sounds)


@pytest.mark.parametrize(
    ("character", "typed"), [("绿", "lv"), ("女", "nv"), ("略", "lve"), ("欧", "ou"), ("嗯", "ng")]
)
def test_readings_are_written_as_on_a_keyboard(character: str, typed: str) -> None:
    assert typed in sounds_of(character)


def test_readings_that_nobody_uses_are_left_out() -> None:
    # given a character of which large dictionaries also know a rare reading (xī)
    assert list(sounds_of("卤")) == ["lu"]


def test_a_character_that_the_standard_table_lacks_still_sounds() -> None:
    assert "kan" in sounds_of("磡")


def test_traditional_forms_lead_to_the_characters_that_are_there() -> None:
    found = han_of(["橄榄油", "护手霜"], NothingKept())

    pairs = dict(zip(found.variants[::2], found.variants[1::2], strict=True))
    assert (pairs["欖"], pairs["護"]) == ("榄", "护")
    assert "干" not in pairs.values()


def test_what_is_known_of_the_same_characters_is_looked_up_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelf = Memory()
    first = han_of(["蜂蜜", "Miel"], shelf)
    monkeypatch.setattr(han, "sounds_of", lambda characters: pytest.fail("looked up again"))

    # then other texts of the same characters are answered from what was kept
    assert han_of(["蜜蜂"], shelf) == first
    with pytest.raises(pytest.fail.Exception):
        han_of(["蜜蜂"], Memory())


def test_a_damaged_entry_is_made_again() -> None:
    shelf = Memory()
    first = han_of(["蜂蜜"], shelf)
    shelf.update(dict.fromkeys(shelf, b"\xff"))

    assert han_of(["蜂蜜"], shelf) == first


def test_the_common_characters_are_those_of_the_first_level() -> None:
    common = common_characters()

    assert len(common) == len(set(common)) == 3755
    assert common[0] == "啊"
    assert "蜜" in common
    assert "罍" not in common
