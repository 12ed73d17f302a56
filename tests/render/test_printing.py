"""A printed value has the bytes that `markupsafe.escape` gives it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from pavilion_gen.model.text import Html
from pavilion_gen.pages.parts import Phrase
from pavilion_gen.render.printing import inserted, printed

VALUES = st.one_of(
    st.text(),
    st.text().map(Markup),
    st.text().map(Html),
    st.builds(Phrase, st.text(), st.sampled_from(["", "zh-Hans", "fr"])),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.lists(st.text()),
)


@given(VALUES)
def test_it_is_printed_as_markupsafe_would(value: object) -> None:
    assert printed(value) == str(escape(value))


@given(VALUES)
def test_it_can_stand_between_other_texts(value: object) -> None:
    assert "".join(["<", printed(value), ">"]) == f"<{escape(value)}>"


def test_what_is_undefined_cannot_be_printed() -> None:
    with pytest.raises(UndefinedError):
        printed(StrictUndefined(name="titel"))


@pytest.mark.parametrize("number", [0, 7, 2.5])
def test_a_number_in_a_message_stays_one(number: float) -> None:
    assert inserted(number) is number


def test_all_else_in_a_message_is_escaped() -> None:
    assert (inserted("<"), inserted(Html("<b>")), inserted(True)) == ("&lt;", "<b>", "True")
