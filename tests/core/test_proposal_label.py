"""Labels: a trait's name before a colon is its question, a person's name there says who speaks."""

import pytest
from pydantic import JsonValue

from bot.core.proposal_label import field_in, speech_in
from bot.core.proposal_notes import Notes
from tests.core.test_proposal_reading import LEXICON, NAMES, values


def notes(text: str) -> Notes:
    """Notes about Acme."""
    return Notes(text, 1, "Acme", NAMES, LEXICON)


@pytest.mark.parametrize(
    ("line", "trait", "value"),
    [
        ("Employees: 120", "employees", 120),
        ("- **Revenue:** $12M", "revenue", 12_000_000),
        ("| Employees | 120 |", "employees", 120),
        ("budget = yes", "budget", True),
        ("Industry: software", "industry", "saas"),
    ],
)
def test_what_stands_behind_a_traits_name_is_its_answer(line: str, trait: str, value: JsonValue) -> None:
    """In lists, in tables, in bold: it is read as a reply, and quoted as it stands."""
    found = field_in(line, notes(line))

    assert found is not None
    assert (trait, value) == (found.trait, found.value)
    assert found.quote in line


@pytest.mark.parametrize(
    "line",
    ["Employees", "Employees: lots", "Employees: unknown", "Jane: 120", "Employees and revenue: 120", ": 120", ""],
)
def test_what_is_no_field_is_not_read(line: str) -> None:
    """Nothing behind it, nothing that can be read, no trait, or more than one."""
    assert None is field_in(line, notes(line))


def test_fields_of_notes() -> None:
    """They are read among everything else, and keep the doubt of what they stand under."""
    assert [("revenue", 12_000_000, True)] == values("**Revenue:** $12M")
    assert [("revenue", 12_000_000, False)] == values("Not sure about:\n- **Revenue:** $12M")


def test_a_speaker_who_says_we_is_doubted() -> None:
    """It may be the account's side or ours: the words are quoted and not ticked; our own are not proposed at all."""
    attended = "Attendees: Jane Doe, Tom\n"
    assert [("employees", 120, False)] == values(f"{attended}10:02 Jane: we're about 120 people")
    assert [("stack", {"at_least": ["snowflake"]}, False)] == values(f"{attended}Jane: our stack is Snowflake")
    assert [] == values("10:02 me: we have 120 people")
    assert [] == values(f"{attended}Jane: nice weather, no stack")


def test_speech_without_a_name_before_it() -> None:
    """The second sentence of a line has none, and is read all the same."""
    [found] = speech_in("We have 120 people", "Jane", notes(""))

    assert ("employees", 120, "We have 120 people") == (found.trait, found.value, found.quote)
    assert [] == list(speech_in("They have 120 people", "Jane", notes("")))
    assert [] == list(speech_in("Jane: maybe we have 120 people, not sure", "Jane", notes("")))
