"""Names in a question that the knowledge does not hold are told, and nothing else is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.passage import Meaning, Passage, PassageKind
from bot.core.passage_names import MOST, held_words, says_nothing_else, unmentioned, unmentioned_words

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
        ("what does gong cost per seat?", ("gong",)),
        ("What do we say to a CFO about cost?", ()),
        ("How does Harbor compare to Salesforce's seats?", ()),
        ("How many people does Clari's team have in Germany?", ("Clari", "Germany")),
        ("Gong costs what?", ("Gong",)),
        ("it is cheap. Is Gong cheaper?", ("Gong",)),
        ("WHAT DOES GONG COST", ()),
        ("what happened on Monday in October?", ()),
        ("What Do We Say", ()),
        ("is it GDPR proof?", ("GDPR",)),
        ("are we ISO 27001 or PCI-DSS 4.0 certified?", ("ISO 27001", "PCI-DSS 4.0")),
        ("are we iso 9001 certified?", ("iso 9001",)),
        ("is there a refund for Sarah?", ("refund", "Sarah")),
        ("do they run it on kubernetes", ("kubernetes",)),
        ("do seats cost extra 27001", ()),
        ("is it Zorb, Quux, Blip or Frob?", ("Zorb", "Quux", "Blip")),
        ("", ()),
    ],
)
def test_names_that_are_not_held(question: str, expected: tuple[str, ...]) -> None:
    """Names, standards and other telling words, without those of every day."""
    assert expected == unmentioned(question, HELD)


@given(st.text(max_size=200))
def test_any_text(question: str) -> None:
    """Each is a piece of the question, and there are few."""
    found = unmentioned(question, HELD)
    assert len(found) <= MOST
    assert all(each in question for each in found)


@pytest.mark.parametrize(
    "question",
    [
        "what do sales-forces cost",
        "is the pricing fair",
        "do they use saleforce",
        "does the seatcost matter",
        "dont they ask",
        "arent seats besides",
        "who is the cfo",
    ],
)
def test_a_word_that_may_stand_there_is_not_missing(question: str) -> None:
    """In another form, put together of two, with a slip, or without its apostrophe."""
    assert () == unmentioned(question, HELD)


def test_a_standard_that_is_held_is_not_missing() -> None:
    """With its number; another number is another standard."""
    held = HELD | {"iso", "9001"}

    assert () == unmentioned("do you know iso 9001?", held)
    assert ("iso 27001",) == unmentioned("do you know iso 27001?", held)


def test_what_a_word_stands_for_answers_for_it() -> None:
    """Unless it is a thing of its own, or what it stands for is missing as well."""
    asked = "do they haggle about mobile seats"
    meant = (Meaning(2, 1, "prices discount"), Meaning(4, 1, "prices"))

    assert ("mobile",) == unmentioned(asked, HELD, meant)
    assert ("haggle", "mobile") == unmentioned(asked, HELD, (Meaning(2, 1, "discount"),))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how do we answer Clari?", True),
        ("what does Gong cost per Salesforce", False),
        ("is there a Salesforce plugin for jira", False),
        ("do we have an android app", True),
    ],
)
def test_nothing_else_is_said(question: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    """Where all that tells what a question is about is missing."""
    assert unmentioned(question, HELD)
    assert expected == says_nothing_else(question, HELD)


def test_what_stands_for_something_held_is_something_else() -> None:
    """A question with it is about more than what is missing."""
    assert not says_nothing_else("what does Gong cost", HELD, (Meaning(3, 1, "prices"),))


def test_without_knowledge_nothing_is_missing() -> None:
    """There is nothing that could hold it."""
    assert () == unmentioned("what does Gong cost?", frozenset())


def test_of_a_pasted_letter_the_beginning_is_looked_at() -> None:
    """Cut between words, so that no half of one is missing."""
    letter = f"is Gong cheaper {'seats ' * 500}and Zorb"

    assert ("Gong",) == unmentioned(letter, HELD)
    assert says_nothing_else("seat " * 500, frozenset({"cost"}))


def test_what_is_missing_is_told_in_a_sentence() -> None:
    """And nothing is told where nothing is."""
    assert "The knowledge does not mention Gong. What stands nearest, word for word:" == unmentioned_words(("Gong",))
    assert unmentioned_words(()) is None
