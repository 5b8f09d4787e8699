"""What stands behind `brief`: the longest name that is one, then whom one meets and when."""

from datetime import date
from pathlib import Path

import pytest

from bot.bootstrap import shipped
from bot.flows.accounts import add_account
from bot.flows.brief_wish import BriefWish, brief_behind, brief_wish
from bot.flows.briefing_text import briefing_text
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.outcome import Briefed, Memory, NotFound, WhichAccount
from bot.library.loader import load_pack
from tests.small import NOW, ports_at

ACCOUNTS = ("Acme", "Acme Europe", "Saltmarsh Metrics", "Dinner With Friends", "Next 42")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Somebody in front of a few accounts."""
    pack = load_pack(shipped("knowledge") / "harbor").pack
    desk = Desk(Scorer(pack), "T1", ports_at(tmp_path), "U1", lambda: NOW, date(2026, 11, 1))
    for name in ACCOUNTS:
        add_account(desk.ports, desk.scope, name)
    return desk


Told = tuple[str, str | None, str | None]


def told(text: str, memory: Memory, desk: Desk) -> Told:
    """Which account was briefed about, whom one meets, and when the call is."""
    outcome = brief_behind(text, memory, desk).outcome
    assert isinstance(outcome, Briefed), outcome
    briefing = outcome.briefing
    call = f"{briefing.call.at:%m-%d %H:%M}" if briefing.call else None
    return briefing.answer.account.name, briefing.persona.id if briefing.persona else None, call


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme", ("Acme", None, None)),
        ("on Acme", ("Acme", None, None)),
        ("me on acme with the CFO", ("Acme", "cfo", None)),
        ("Acme with CFO before the demo tomorrow 10:00", ("Acme", "cfo", "11-02 10:00")),
        ("Acme Europe, with the CFO, in 2 hours", ("Acme Europe", "cfo", "11-01 11:30")),
        ("Dinner with friends with the CFO tomorrow 15:00", ("Dinner With Friends", "cfo", "11-02 15:00")),
        ("Next 42 in 2 hours", ("Next 42", None, "11-01 11:30")),
        ("Saltmarsh with the CFO", ("Saltmarsh Metrics", "cfo", None)),
        ("Saltmarsh", ("Saltmarsh Metrics", None, None)),
        ("Acme CFO", ("Acme", "cfo", None)),
        ("Acme - the CFO", ("Acme", "cfo", None)),
        ("Acme (CFO) tomorrow 10:00", ("Acme", "cfo", "11-02 10:00")),
        ("Acme: head of sales tomorrow 10:00", ("Acme", "cro", "11-02 10:00")),
        ("Acme, finance director, in 2 hours", ("Acme", "cfo", "11-01 11:30")),
        ("Acme tmrw 10", ("Acme", None, "11-02 10:00")),
        ("Acme, Nov 24 at 2", ("Acme", None, "11-24 14:00")),
        ("Acme half past 3 with the CFO", ("Acme", "cfo", "11-01 15:30")),
        ("Acme yesterday 10:00", ("Acme", None, None)),
        ("Acme 25:99", ("Acme", None, None)),
        ("Saltmarsh tmrw 10", ("Saltmarsh Metrics", None, "11-02 10:00")),
    ],
)
def test_a_name_and_more(text: str, expected: Told, desk: Desk) -> None:
    """However the account is called and whatever follows."""
    assert expected == told(text, Memory(), desk)


@pytest.mark.parametrize("text", ["Acme!", '"Acme"', "Acme?", "“Acme”.", "Acme, please", "Acme now", "acme -"])
def test_a_name_with_marks_around_it_is_that_name(text: str, desk: Desk) -> None:
    """It is not said that it was taken for one."""
    response = brief_behind(text, Memory(), desk)

    assert ("Acme", None, None) == told(text, Memory(), desk)
    assert response.taken_for is None


@pytest.mark.parametrize(
    "text", ["", "it with the CFO", "with the CFO tomorrow 10:00", "before the call tomorrow 10:00"]
)
def test_without_a_name_the_last_account_is_meant(text: str, desk: Desk) -> None:
    """And without one talked about before, the rep is asked which."""
    last = Memory(account_id=_id("Acme", desk))

    assert "Acme" == told(text, last, desk)[0]
    assert isinstance(brief_behind(text, Memory(), desk).outcome, WhichAccount)


@pytest.mark.parametrize("text", ["Nobody Knows It", "Nobody Knows It with the CFO tomorrow 10:00"])
def test_a_name_that_nobody_has_is_not_the_last_account(text: str, desk: Desk) -> None:
    """It is said that there is none, and the conversation is about the last one still."""
    last = Memory(account_id=_id("Acme", desk))
    response = brief_behind(text, last, desk)

    assert (NotFound(text, ()), last) == (response.outcome, response.memory)


@pytest.mark.parametrize(
    ("text", "rest"),
    [("Acme Corp", None), ("Acme, with Kim", "with Kim"), ("Acme", ""), ("Acme CFO", "with CFO"), ("Acme CFOs", None)],
)
def test_what_follows_a_name_has_to_be_able_to(text: str, rest: str | None, desk: Desk) -> None:
    """Another word may belong to the name of another account."""
    expected = None if rest is None else BriefWish(_id("Acme", desk), rest)

    assert expected == brief_wish(text, desk)


def _id(name: str, desk: Desk) -> int:
    with desk.begin(writes=False) as work:
        return next(each.account_id for each in work.accounts.names() if each.name == name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Acme tomorrow 25:99", "I could not read when the call is (“tomorrow 25:99”)"),
        ("Acme with the CFO yesterday 10:00", "“yesterday 10:00” has passed"),
        ("Acme tomorrow 10:00", ""),
    ],
)
def test_a_time_that_is_none_is_told(text: str, told: str, desk: Desk) -> None:
    """So that nobody waits for a briefing that does not come."""
    outcome = brief_behind(text, Memory(), desk).outcome
    assert isinstance(outcome, Briefed), outcome
    lead = "\n".join(item.text for item in briefing_text(outcome.briefing, desk.scorer, desk.today).lead)

    assert bool(told) == (outcome.briefing.unread_call is not None)
    assert bool(told) == (outcome.briefing.call is None)
    assert told in lead
