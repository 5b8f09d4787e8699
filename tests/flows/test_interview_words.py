"""What an interview says, line by line: what happened, what is asked and why, and how it stands."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.account import Source, SourceKind
from bot.core.interview import Event, InterviewEvent, Offer
from bot.core.move import DontKnow, Frame, GoOn, HandOver, Pause, Skip
from bot.flows.accounts import record_answers
from bot.flows.interview import act
from bot.flows.interview_turn import InterviewTurn, Late
from bot.flows.interview_words import (
    asking_words,
    certificate_words,
    known_words,
    late_words,
    narrowing_line,
    news_words,
    noted_words,
    offer_words,
    progress_words,
    resting_words,
    state_words,
)
from bot.ports import NewAnswer
from tests.small import NOW, TODAY, person
from tests.talking import ACME, Talk, desk_at


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    """A talk about an account of which nothing is known."""
    return Talk(desk_at(tmp_path)).add(ACME)


def who(someone: str | None) -> str:
    """How people are named here."""
    return "you" if someone == "ann" else someone or "somebody"


def news(turn: InterviewTurn, talk: Talk) -> list[str]:
    """What a turn says has happened."""
    return news_words(turn, talk.desk.pack, who)


def test_progress(talk: Talk) -> None:
    """How far it is, and when there is nothing more to go."""
    assert "0 asked, at most 19 to go" == progress_words(talk.turn("let's qualify it"))
    assert "1 asked, none to go" == progress_words(talk.turn("public sector"))


def test_why_it_is_asked(talk: Talk) -> None:
    """The trait's own reason, and what an answer can change; nothing of that where nothing can change."""
    asking = talk.turn("let's qualify it").asking
    assert asking is not None

    why, stakes = asking_words(asking, ACME)
    assert why == asking.trait.why
    assert "Could move Acme from open to disqualified." == stakes
    bare = replace(asking, trait=asking.trait.model_copy(update={"why": None}), stakes=None)
    assert ["It does not change the verdict; it completes the picture."] == asking_words(bare, ACME)


def test_what_is_known(talk: Talk) -> None:
    """What is noted by now is shown where it is asked again; so is what is too old to count."""
    old = [NewAnswer("cloud", "aws", person("ann"), NOW, on=TODAY - timedelta(days=900))]
    record_answers(talk.desk.ports, talk.desk.scope, 1, old, talk.desk.pack)
    talk.asked("cloud")
    turn = talk.turn("why?")
    assert turn.asking is not None
    [line] = known_words(turn.asking, talk.desk.pack)

    assert line.startswith("AWS was said on 2024-")
    assert line.endswith("Say “same as before” if it still holds.")
    talk.say("azure")
    again = talk.turn("change cloud")
    assert again.asking is not None
    assert "Noted by now: Microsoft Azure." in known_words(again.asking, talk.desk.pack)
    assert [again.asking.trait.why] == asking_words(replace(again.asking, stakes=None), ACME)


def test_what_came(talk: Talk) -> None:
    """An answer is echoed with its trait; of a trait that the pack lost its id is left."""
    [noted] = talk.asked("employees").turn("80").noted

    assert "Employees: 80 people" == noted_words(noted, talk.desk.pack)
    assert "gone" == noted_words(noted.model_copy(update={"trait": "gone"}), talk.desk.pack)


def test_an_offer(talk: Talk) -> None:
    """A value that waits is shown as a question; without one, or without its trait, there is none."""
    turn = talk.asked("revenue").turn("2M a month")

    assert "Shall I note USD 24M" == (offer_words(turn, talk.desk.pack) or "")[:20]
    lost = replace(turn, interview=replace(turn.interview, offer=Offer("gone", 1, "x")))
    assert offer_words(lost, talk.desk.pack) is None
    assert offer_words(talk.turn("no"), talk.desk.pack) is None


def test_news(talk: Talk) -> None:
    """What happened is told, each in a sentence."""
    turn = talk.turn("let's qualify it")
    assert [] == news(turn, talk)

    def made(move: object, by: str = "ann") -> list[str]:
        desk = replace(talk.desk, person=by)
        return news(act(turn.interview.id, None, move, desk), talk)  # type: ignore[arg-type]

    assert ["Left Industry as it is."] == made(Skip())
    assert ["bob takes part now."] == made(Pause(), "bob")
    assert ["Regulation: not known. Logged as gap #1."] == made(DontKnow("no idea"))
    assert ["MEDDIC comes once fit is settled."] == made(Frame("meddic"))
    assert ["You go on with it."] == made(HandOver("ann"), "bob")
    assert "Then not. Say it in other words." in news(talk.asked("revenue").turn("2M a month"), talk) + news(
        talk.turn("no"), talk
    )
    assert "Back to Budget." in news(talk.turn("change the budget"), talk)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("1", "Employees: 300 people holds."),
        ("2", "Employees: 80 people holds."),
        ("both", "Employees: 300 people and 80 people stay possible."),
    ],
)
def test_what_was_chosen(talk: Talk, choice: str, said: str) -> None:
    """Which source holds is said, and what is possible now, although no answer came."""
    talk.as_other("bob").say("they have 80 people")
    talk.asked("employees").turn("300")
    turn = talk.turn(choice)

    assert [said] == news(turn, talk)
    assert (narrowing_line(turn) or "").startswith("Still possible: ")


def test_a_framework_is_gone_through_at_once_where_nothing_else_is_asked(talk: Talk) -> None:
    """Nothing is said to wait for the fit when the next question is the framework's, and not about the fit."""
    turn = talk.turn("let's qualify it")
    while turn.asking is not None:
        turn = talk.turn("skip")
    turn = act(turn.interview.id, None, Frame("meddic"), talk.desk)
    while turn.asking is not None and turn.asking.stakes is not None:
        turn = talk.turn("skip")

    assert not turn.answer.report.decided
    assert turn.asking is not None
    framed = InterviewEvent(happened=Event.FRAMED, at=NOW, framework="meddic")
    assert [] == news(replace(turn, happened=(framed,)), talk)


def test_news_of_what_is_gone(talk: Talk) -> None:
    """What the pack does not know any more is told without its name."""
    turn = talk.turn("let's qualify it")
    events = (
        InterviewEvent(happened=Event.OVERTAKEN, at=NOW, trait="gone"),
        InterviewEvent(happened=Event.OVERTAKEN, at=NOW),
        InterviewEvent(happened=Event.CHOSEN, at=NOW, trait="gone"),
        InterviewEvent(happened=Event.FRAMED, at=NOW, framework="gone"),
        InterviewEvent(happened=Event.FRAMED, at=NOW),
        InterviewEvent(happened=Event.REPACKED, at=NOW, pack="2/x"),
        InterviewEvent(happened=Event.JOINED, at=NOW),
    )
    first, second, third = news(replace(turn, happened=events), talk)

    assert "That question was settled elsewhere meanwhile." == first
    assert second.startswith("The pack was published anew: this is version 1.")
    assert "somebody takes part now." == third


def test_late(talk: Talk) -> None:
    """What came too late is told with what is noted, by whom and when."""
    [noted] = talk.asked("employees").turn("80").noted
    trait = talk.desk.pack.trait("employees")
    assert trait is not None
    pack = talk.desk.pack
    undated = noted.model_copy(update={"on": None})

    assert ["Employees is noted already: 80 people (you, 2026-11-01)."] == late_words(
        Late(trait, 80, is_same=True, known=(undated,)), pack, who
    )
    assert [
        "The question about Employees is past. Noted is 80 people (you, 2026-11-01). I did not take 90 people."
    ] == late_words(Late(trait, 90, is_same=False, known=(noted,)), pack, who)
    assert ["The question about Employees is past."] == late_words(
        Late(trait, None, is_same=False, known=()), pack, who
    )


def test_narrowing_and_certificate(talk: Talk) -> None:
    """An answer narrows the verdicts; the last one proves the verdict."""
    card, pack = talk.desk.scorer.scorecard, talk.desk.pack
    turn = talk.turn("let's qualify it")
    assert (None, []) == (narrowing_line(turn), certificate_words(turn, card, pack))

    turn = talk.turn("public sector")
    assert "Ruled out" in (narrowing_line(turn) or "")
    [line] = certificate_words(turn, card, pack)
    assert line.endswith(": Industry is Public sector, which is a knock-out.")


def test_a_proof_names_every_value_that_sources_leave(talk: Talk) -> None:
    """Where sources say different things that count the same, the proof names neither alone."""
    turn = talk.turn("let's qualify it")
    desk = talk.desk
    imported = NewAnswer("industry", "hospital_network", Source(kind=SourceKind.IMPORT), NOW, TODAY)
    record_answers(desk.ports, desk.scope, turn.answer.account.id, [imported], desk.pack)
    turn = talk.turn("public sector")
    [line, *_] = certificate_words(turn, desk.scorer.scorecard, desk.pack)

    assert "Industry is Hospital network, more than 500 beds or Public sector, which is a knock-out" in line


def test_passed_over(talk: Talk) -> None:
    """Where all that is open was passed over, the verdict stays open, and what was passed over is named."""
    turn = talk.turn("let's qualify it")
    assert [] == resting_words(turn)
    while turn.asking is not None:
        turn = talk.turn("skip")

    [line] = resting_words(turn)
    assert line.startswith("The verdict stays open: 19 questions passed over (Industry")
    assert [] == resting_words(_decided(talk))


def test_an_item_that_was_passed_over_does_not_keep_the_verdict_open(talk: Talk) -> None:
    """Only what the verdict waits for is named; what is open of a framework stands with the framework."""
    turn = talk.turn("let's qualify it")
    while turn.asking is not None:
        turn = talk.turn("skip")
    turn = act(turn.interview.id, None, Frame("meddic"), talk.desk)
    while turn.asking is not None:
        turn = talk.turn("skip")

    assert "Champion" in [trait.label for trait in turn.passed]
    [line] = resting_words(turn)
    assert line.startswith("The verdict stays open: 19 questions passed over (Industry")
    assert "Champion" not in line
    own = tuple(trait for trait in turn.passed if trait.label == "Champion")
    assert [] == resting_words(replace(turn, passed=own))


def _decided(talk: Talk) -> InterviewTurn:
    turn = act(talk.memory.interview_id or 0, None, GoOn(), talk.desk)
    talk.memory = replace(talk.memory, step=turn.interview.step)
    return talk.turn("public sector")


def test_states(talk: Talk) -> None:
    """Paused, stopped and done are told; while it goes on there is nothing to tell."""
    assert state_words(talk.turn("let's qualify it")) is None
    assert (state_words(talk.turn("pause")) or "").startswith("Paused.")
    talk.say("resume")
    assert "Stopped. What you said about Acme is kept." == state_words(talk.turn("stop"))
    talk.say("let's qualify it")
    talk.say("public sector")
    assert "Done with Acme. What you said is kept." == state_words(talk.turn("stop"))
