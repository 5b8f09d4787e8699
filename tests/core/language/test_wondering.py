"""Wondering: what a person asks about the interview itself, and what is none of its business."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.wondering import Wonder, wonder_in


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Wonder.WHY, "why?"),
        (Wonder.WHY, "Why do you ask?"),
        (Wonder.WHY, "and why is that important?"),
        (Wonder.WHY, "what for?"),
        (Wonder.WHY, "so why do you want to know that?"),
        (Wonder.WHY, "what’s the point of this question"),
        (Wonder.LEFT, "how many more?"),
        (Wonder.LEFT, "how many questions are left?"),
        (Wonder.LEFT, "what else do you need?"),
        (Wonder.LEFT, "what's left?"),
        (Wonder.LEFT, "are we done?"),
        (Wonder.LEFT, "done?"),
        (Wonder.HELP, "help"),
        (Wonder.HELP, "what can I say?"),
        (Wonder.HELP, "hand over"),
        (Wonder.HELP, "edit an earlier answer"),
        (Wonder.HELP, "fill in several at once"),
        (None, "done"),
        (None, "why does it fit?"),
        (None, "why is Acme open?"),
        (None, "how many people?"),
        (None, "what do we tell a CFO?"),
        (None, "why " + "oh why " * 20),
        (None, "ok"),
        (None, ""),
    ],
)
def test_wonder(expected: Wonder | None, text: str) -> None:
    """Only whole messages about the interview itself count."""
    assert expected == wonder_in(text)


@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    """Any text at all is looked at without harm."""
    assert wonder_in(text) in (None, *Wonder)
