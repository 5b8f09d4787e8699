"""Names in a question that the knowledge does not hold are told, and nothing else is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.passage import Passage, PassageKind
from bot.core.passage_names import MOST, held_words, unmentioned

HELD = held_words(
    (
        Passage(
            id="playbook/prices",
            kind=PassageKind.PLAYBOOK,
            title="Prices of Harbor Team",
            text="A CFO asks what a seat costs beside Salesforce.",
            about="playbook",
            valid_until=date(2030, 1, 1),
        ),
    )
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what does Gong cost per seat?", ("Gong",)),
        ("what does gong cost per seat?", ()),
        ("What do we say to a CFO about cost?", ()),
        ("How does Harbor compare to Salesforce's seats?", ()),
        ("How many people does Clari's team have in Germany?", ("Clari", "Germany")),
        ("Gong costs what?", ()),
        ("it is cheap. Is Gong cheaper?", ("Gong",)),
        ("WHAT DOES GONG COST", ()),
        ("what happened on Monday in October?", ()),
        ("What Do We Say", ()),
        ("is it GDPR proof?", ("GDPR",)),
        ("is it Zorb, Quux, Blip or Frob?", ("Zorb", "Quux", "Blip")),
        ("", ()),
    ],
)
def test_names_that_are_not_held(question: str, expected: tuple[str, ...]) -> None:
    """Words with a capital inside a sentence, without those of every day."""
    assert expected == unmentioned(question, HELD)


@given(st.text(max_size=200))
def test_any_text(question: str) -> None:
    """Each is a piece of the question, and there are few."""
    found = unmentioned(question, HELD)
    assert len(found) <= MOST
    assert all(each in question for each in found)
