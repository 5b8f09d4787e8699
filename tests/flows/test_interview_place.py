"""Where an interview goes on: what is typed in a place answers the question that was shown there, whatever comes between."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.interview import State
from bot.core.move import Again, HandOver, Pick, Skip, Stop
from bot.flows.accounts import add_account, known_names
from bot.flows.desk import Desk
from bot.flows.interview import act, look, start
from bot.flows.interview_heard import hear
from bot.flows.interview_turn import InterviewTurn
from bot.ports.team import Recalled
from tests.flows.test_interview import GOOD, asks, delivered, desk_at, pick, say

HERE = "D1/"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where somebody goes through the questions, in their direct messages."""
    return replace(desk_at(tmp_path), place=HERE)


@pytest.fixture
def acme(desk: Desk) -> int:
    """An account of which nothing is known."""
    return add_account(desk.ports, desk.scope, "Acme").id


def recalled(desk: Desk) -> Recalled:
    """What is remembered there."""
    with desk.begin(writes=False) as work:
        return work.conversations.recall(desk.person, HERE)


def typed(text: str, turn: InterviewTurn, step: int | None, desk: Desk) -> InterviewTurn | None:
    """Type something where a question was shown."""
    return hear(text, turn.interview.id, step, known_names(desk.ports, desk.scope), desk)


def test_the_next_question_is_remembered_with_the_move(desk: Desk, acme: int) -> None:
    """Killed once the next question was shown, nothing older is left: the next words there answer that one."""
    first = start(acme, desk)
    assert (first.interview.id, 1) == (recalled(desk).interview_id, recalled(desk).step)
    second = act(first.interview.id, 1, Skip(), desk)
    assert (acme, 2) == (recalled(desk).account_id, recalled(desk).step)
    answered = pick(second, GOOD[asks(second) or ""], desk)
    assert 3 == recalled(desk).step == answered.interview.step


def test_what_ends_it_is_remembered_by_whoever_answers(desk: Desk, acme: int) -> None:
    """Begun anew, a stop or a hand-over is still heard as what it was."""
    first = start(acme, desk)
    act(first.interview.id, None, HandOver("bob"), desk)
    assert 1 == recalled(desk).step
    act(first.interview.id, None, Stop(), desk)
    assert first.interview.id == recalled(desk).interview_id


def test_begun_anew_it_is_heard_as_it_was(desk: Desk, acme: int) -> None:
    """A message that was answered is heard against its own question again, though the next one is remembered by now."""
    first = act(start(acme, desk).interview.id, None, Again("employees"), desk)
    there = delivered(desk, "Ev1")
    turn = typed("120", first, first.interview.step, there)
    assert turn is not None
    assert [("employees", 120)] == [(each.trait, each.value) for each in turn.noted]

    assert turn == typed("120", first, recalled(desk).step, there)
    assert 1 == len(desk.account(acme).answers)


def test_what_began_it_is_not_heard_in_it(desk: Desk, acme: int) -> None:
    """Begun anew, the message that started an interview is no answer in it."""
    there = delivered(desk, "Ev1")
    first = start(acme, there)
    assert typed("let us qualify Acme", first, 1, there) is None


def test_a_colleague_was_quicker(desk: Desk, acme: int) -> None:
    """Words for a question that was shown are heard, though somebody else's answer has settled everything since."""
    first = act(start(acme, desk).interview.id, None, Again("industry"), desk)
    shown = first.interview.step
    end = say(first, ("industry", "other"), desk=replace(desk, person="bob", place=None))
    assert State.RESTING is end.interview.state

    late = typed("B2B SaaS", first, shown, desk)
    assert late is not None
    assert State.CHOOSING is late.interview.state
    assert {"other", "saas"} == {each.value for each in desk.account(acme).answers}
    assert typed("hello there", first, None, desk) is None
    assert look(first.interview.id, desk).disagreement is not None


def test_a_forged_click_changes_no_place(desk: Desk, acme: int) -> None:
    """What does nothing is not remembered."""
    first = start(acme, desk)
    trait = asks(first) or ""
    pick(first, GOOD[trait], desk)
    late = act(first.interview.id, 1, Pick(trait, GOOD[trait]), replace(desk, place="D2/"))
    assert late.said.late is not None
    with desk.begin(writes=False) as work:
        assert Recalled() == work.conversations.recall(desk.person, "D2/")
