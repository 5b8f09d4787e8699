"""Discovery: an interview within a conversation; what is said beside it, and what is said where none goes on."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.interview import State
from bot.core.move import Pause, Stop
from bot.flows.discovery import beside, handed_to, heard, memory_of
from bot.flows.fit import FitAnswer
from bot.flows.interview import act, look
from bot.flows.interview_turn import InterviewTurn
from bot.flows.outcome import Choose, Fit, Help, Memory, Recorded, Response, UnderWay, Undone
from tests.small import NOW
from tests.talking import ACME, Talk, desk_at


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    """A talk about an account of which nothing is known; there is another."""
    return Talk(desk_at(tmp_path)).add(ACME, "Globex")


def test_memory_of_an_interview(talk: Talk) -> None:
    """While it is open the interview and its question are remembered; once it is over the account alone."""
    turn = talk.turn("let's qualify Acme")

    assert turn.asking is not None
    assert Memory(1, interview_id=turn.interview.id, step=turn.asking.number) == talk.memory == memory_of(turn)
    talk.say("stop")
    assert Memory(1) == talk.memory


def test_handed_over(talk: Talk) -> None:
    """Who handed it over is not asked here any more; who took it is."""
    talk.say("let's qualify Acme")
    turn = talk.turn("hand it to kim")

    assert ("kim", Memory(1)) == (handed_to(turn), talk.memory)
    assert handed_to(talk.turn("resume")) is None


def test_nothing_is_heard(talk: Talk) -> None:
    """Without an interview, and without words, nothing is heard."""
    talk.say("let's qualify Acme")

    assert heard("80", Memory(1), [], talk.desk) is None
    assert heard("  ", talk.memory, [], talk.desk) is None


def test_beside_no_interview(talk: Talk) -> None:
    """Where no interview goes on, an answer is what it is."""
    response = Response(Help(), Memory(1))

    assert response == beside(response, Memory(1), talk.desk)


def test_beside_another_account(talk: Talk) -> None:
    """What is about another account leaves the interview, and says so."""
    talk.say("let's qualify Acme")
    response = talk.say("does Globex fit?")

    assert isinstance(response.outcome, Fit)
    assert (ACME, Memory(2)) == (response.waits, talk.memory)


def test_beside_the_same_account(talk: Talk) -> None:
    """What is about the same account, or about none, leaves the question standing."""
    memory = (talk.say("let's qualify Acme"), talk.memory)[1]

    for text in ("does it fit?", "what is our ICP?", "my accounts"):
        assert "What does Acme sell, and to whom?" == talk.say(text).stands
        assert memory == talk.memory


def test_a_choice_between_accounts(talk: Talk) -> None:
    """A number that chooses an account is no answer to the question."""
    talk.add("Northwind Analytics", "Northwind Traders")
    talk.memory = Memory(1)
    talk.say("let's qualify Acme")

    assert isinstance(talk.say("does Northwind fit?").outcome, Choose)
    response = talk.say("2")
    assert isinstance(response.outcome, Fit)
    assert ACME == response.waits
    assert {} == talk.answers()


def test_paused_beside(talk: Talk) -> None:
    """Where it is paused nothing stands."""
    talk.say("let's qualify Acme")
    talk.say("pause")

    assert talk.say("does it fit?").stands is None


def test_taken_back(talk: Talk) -> None:
    """What an answer settled is asked again once the answer is taken back."""
    talk.say("let's qualify Acme")
    assert State.RESTING is talk.turn("public sector").interview.state
    response = talk.say("undo")

    assert isinstance(response.outcome, Undone)
    assert response.stands is not None
    assert State.ASKING is look(talk.memory.interview_id or 0, talk.desk).interview.state
    assert talk.memory.step is not None


def test_ended_meanwhile(talk: Talk) -> None:
    """Who answers an interview that somebody else has ended is told so, and it is forgotten."""
    talk.say("let's qualify Acme")
    act(talk.memory.interview_id or 0, None, Stop(), replace(talk.desk, person="bob"))
    memory = talk.memory

    assert not isinstance(talk.say("does it fit?").outcome, InterviewTurn)
    assert talk.memory.interview_id is None
    talk.memory = memory
    assert isinstance(talk.say("blue").outcome, InterviewTurn)
    talk.memory = memory
    assert isinstance(talk.say("they have 80 people").outcome, Recorded)
    assert {"employees": 80} == talk.answers()


class TestWithoutInterview:
    """Words that only an interview understands, where none goes on here."""

    def test_none_is_under_way(self, talk: Talk) -> None:
        """Where none is under way, that is said."""
        for text in ("skip", "back", "pause", "stop", "resume"):
            assert UnderWay(()) == talk.say(text).outcome

    def test_resumed(self, talk: Talk) -> None:
        """The one that was left goes on."""
        talk.say("let's qualify Acme")
        talk.say("does Globex fit?")

        assert ACME == talk.turn("resume").answer.account.name
        assert talk.memory.interview_id is not None

    def test_several(self, talk: Talk) -> None:
        """Of several they are listed."""
        talk.say("let's qualify Acme")
        talk.say("let's qualify Globex")
        talk.memory = Memory()
        outcome = talk.say("resume").outcome

        assert isinstance(outcome, UnderWay)
        assert {ACME, "Globex"} == {name for _, name in outcome.interviews}

    def test_other_words(self, talk: Talk) -> None:
        """Other words are what they are."""
        assert isinstance(talk.say("they have 80 people").outcome, Recorded)


def test_two_people(talk: Talk) -> None:
    """Two people answer one interview, each in a talk of their own, and each answer is kept once."""
    talk.asked("budget")
    other = talk.as_other("bob")
    other.say("let's qualify Acme")
    other.memory = replace(other.memory, step=talk.memory.step)
    other.say("yes")
    talk.say("they have 80 people")

    assert {"budget": True, "employees": 80} == talk.answers()
    turn = act(talk.memory.interview_id or 0, None, Pause(), talk.desk)
    assert ("ann", "bob") == turn.interview.people
    assert isinstance(turn.answer, FitAnswer)
    assert turn.happened[-1].at > NOW
