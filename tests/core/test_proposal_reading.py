"""Reading notes by rules: what is said of the account, word for word, and never what is said of somebody else."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from bot.core.language.hearing import lexicon_of
from bot.core.proposal_notes import Findings, Notes
from bot.core.proposal_reading import RuleReader, sure
from tests.small import pack


@dataclass(frozen=True)
class Name:
    """A name of an account."""

    account_id: int
    name: str
    main: str


NAMES = [Name(1, "Acme", "Acme"), Name(2, "Globex", "Globex"), Name(3, "Acme Labs", "Acme Labs")]
LEXICON = lexicon_of(pack())


def read(text: str, account_id: int = 1) -> Findings:
    """What is found in notes about Acme."""
    return sure(RuleReader().read(Notes(text, account_id, "Acme", NAMES, LEXICON)))


def values(text: str) -> list[tuple[str, JsonValue, bool]]:
    """The values that are found, each with whether it is certain."""
    return [(each.trait, each.value, each.doubt is None) for each in read(text).stated]


SNOWFLAKE: JsonValue = {"at_least": ["snowflake"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 120 people\n* on Snowflake", [("employees", 120, True), ("stack", SNOWFLAKE, True)]),
        ("10:32 they have 120 people", [("employees", 120, True)]),
        ("Call with Jane (CFO) at Acme\n- 120 people", [("employees", 120, True)]),
        ("Stack:\n- Snowflake\n", [("stack", SNOWFLAKE, True)]),
        ("# Acme\n120 people", [("employees", 120, True)]),
        ("Acme has 120 people. They use Snowflake.", [("employees", 120, True), ("stack", SNOWFLAKE, True)]),
        ("Spoke with Tom. 120 people.", [("employees", 120, True)]),
        ("Tom has signed off the budget. Met Tom today.", [("budget", True, True)]),
        ("[10:32] Tom: budget is approved", [("budget", True, True)]),
        ("Tom (CFO): budget is approved", [("budget", True, True)]),
        ("Attendees: Jane Doe, Tom\nTom: budget is approved", [("budget", True, True)]),
        ("Update: 120 people", [("employees", 120, True)]),
        ("Acme: 120 people", [("employees", 120, True)]),
        ("120 people. Later: headcount is 150, 150 people.", [("employees", 120, True), ("employees", 150, True)]),
        ("120 people\n120 people", [("employees", 120, True)]),
        ("Is the budget approved?", []),
        ("> 120 people", []),
        ("120 people\nscratch that, 150", []),
    ],
)
def test_what_notes_state(text: str, expected: list[tuple[str, JsonValue, bool]]) -> None:
    """Bullets, times, speakers, headings: what is plainly said of the account is found, as often as it differs."""
    assert expected == values(text)


@pytest.mark.parametrize(
    "text",
    [
        "Globex has 500 people",
        "Globex has 500 people. They use Snowflake.",
        "Globex has 500 people\nThey use Snowflake",
        "Initech has 500 people. They use Snowflake.",
        "Competitor: Initech, 500 people",
        "Competitors:\n- Initech, 500 people\n- on Snowflake",
        "## Globex\n\n- 500 people\n\n- on Snowflake",
        "They are losing to Initech, who have 500 people",
        "Acme Labs has 500 people",
    ],
)
def test_what_is_said_of_others_is_never_proposed(text: str) -> None:
    """Other accounts and other companies are told as unread, with the reason."""
    found = read(text)

    assert () == found.stated
    assert found.untold
    assert all("not" in each.why for each in found.untold)


@pytest.mark.parametrize(
    "text",
    [
        "Initech: 500 people",
        "Not in use:\n- Snowflake",
        "Next steps:\n- on Snowflake",
        "Hooli Stuff:\n- 500 people",
        "Rumor has it they have 500 people",
        "500 people, not like Initech",
        "Partner intro - they have 500 people",
        "120 people\nmaybe 150 people, not sure",
    ],
)
def test_what_is_not_certain_is_proposed_with_its_doubt(text: str) -> None:
    """Where nobody can tell, the reason stands beside the value."""
    stated = read(text).stated

    assert 1 == len(stated)
    assert [] == [each for each in stated if not each.doubt]


def test_another_company_ends_where_the_account_is_named() -> None:
    """What follows is about the account again, in the same line and in the next."""
    assert [("employees", 120, True)] == values("Globex has 500 people. Acme has 120 people.")
    assert [("employees", 120, True)] == values("Globex uses Snowflake.\n120 people")


def test_what_cannot_be_read_is_told() -> None:
    """A sentence that speaks of a trait is there, with why no value is; a question and small talk are not."""
    found = read("maybe on Snowflake, not sure\nthey discussed the budget at length\nnice weather\nBudget?")

    assert () == found.stated
    assert ["stack", "budget"] == [each.trait for each in found.untold]
    assert "without a value" in found.untold[1].why


def test_a_conversion_is_offered_with_its_reason() -> None:
    """A sum per month is proposed as one per year, which somebody has to confirm."""
    [found] = read("revenue is $2M a month").stated

    assert ("revenue", 24_000_000) == (found.trait, found.value)
    assert "month" in (found.doubt or "")


WORDS = [
    "Acme", "Globex", "Initech", "Jane", "120", "people", "on", "Snowflake", ",", ".", ":", "-", "budget", "approved",
    "no", "not", "#", "**", ">", "they", "we", "has", "uses", "competitor", "(", "CFO", ")", "2M", "month", "10:32",
    "?", "maybe", "scratch that",
]  # fmt: skip


@settings(deadline=None)
@given(
    words=st.lists(st.tuples(st.sampled_from(WORDS) | st.text(max_size=5), st.sampled_from([" ", "\n", "\n\n", ""])))
)
def test_quotes_are_verbatim(words: list[tuple[str, str]]) -> None:
    """Whatever the notes are, every quote stands in them word for word."""
    text = "".join(word + blank for word, blank in words)
    found = read(text)

    assert all(quote in text for quote in [*(each.quote for each in found.stated), *(e.quote for e in found.untold)])


@pytest.mark.parametrize("piece", ["\n", "A", "A ", "Ab Cd: ", "1:11 ", "(", "# ", "**", "- ", "1 "])
def test_odd_notes_are_read_in_time(piece: str) -> None:
    """Nothing that somebody pastes keeps the reader busy for good."""
    assert () == read(piece * (20_000 // len(piece))).stated
