"""Interviews: each move is kept once, whatever happens around it, and a settled verdict is the full questionnaire's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.account import Source, SourceKind
from bot.core.disagreement import Keep
from bot.core.errors import AccountUnknown, InterviewRefused, InterviewUnknown, ValueRefused
from bot.core.framework import FrameworkUnknown
from bot.core.gap import GapKind
from bot.core.interview import Dealt, Event, State
from bot.core.language.reading import CannotTell, Reading
from bot.core.move import (
    Accept,
    Again,
    Back,
    Choose,
    Decline,
    DontKnow,
    Frame,
    GoOn,
    HandOver,
    Misread,
    Move,
    Pause,
    Pick,
    Resume,
    Same,
    Say,
    Skip,
    Stop,
)
from bot.core.overlay import Held
from bot.core.qualification import Framework, Item
from bot.flows.accounts import add_account, record_answers, retract_answers
from bot.flows.desk import Desk
from bot.flows.fit import Scorer
from bot.flows.interview import act, going_on, look, open_at, start
from bot.flows.interview_turn import InterviewTurn
from bot.ports import NewAnswer
from bot.ports.inbox import NewDelivery
from tests.small import NOW, SCOPE, TODAY, pack, person, ports_at

BANT = Framework(
    id="bant",
    title="BANT",
    items=(
        Item(id="budget", label="Budget", question="Budget of {account}?", trait="budget"),
        Item(id="need", label="Need", question="What does {account} need?"),
    ),
)


class Clock:
    """A clock that moves on by a minute with every look."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """The time, a minute later than the last."""
        self.now += timedelta(minutes=1)
        return self.now


def desk_at(home: Path, who: str = "ann") -> Desk:
    """Where somebody goes through the questions of the small pack."""
    with_frame = pack().model_copy(update={"qualification": (BANT,)})
    return Desk(Scorer(with_frame), SCOPE.team, ports_at(home), who, Clock(), TODAY)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where somebody goes through the questions."""
    return desk_at(tmp_path)


@pytest.fixture
def acme(desk: Desk) -> int:
    """An account of which nothing is known."""
    return add_account(desk.ports, desk.scope, "Acme").id


def delivered(desk: Desk, key: str) -> Desk:
    """The same desk while it works on a delivery."""
    with desk.begin(writes=True) as work:
        origin = work.inbox.accept(NewDelivery(key, desk.person, "D1", {}, NOW), "worker")
        work.commit()
    assert origin is not None
    return replace(desk, origin=origin)


def asks(turn: InterviewTurn) -> str | None:
    """The trait that a turn asks about."""
    return turn.asking.trait.id if turn.asking else None


def pick(turn: InterviewTurn, value: object, desk: Desk) -> InterviewTurn:
    """Pick an answer to the question that stands."""
    assert turn.asking is not None
    move = Pick(turn.asking.trait.id, value)  # type: ignore[arg-type]
    return act(turn.interview.id, turn.asking.number, move, desk)


def say(turn: InterviewTurn, *stated: tuple[str, object], desk: Desk, step: int | None = None) -> InterviewTurn:
    """State values."""
    readings = tuple(Reading(trait, value, f"{trait} {value}") for trait, value in stated)  # type: ignore[arg-type]
    return act(turn.interview.id, step or turn.interview.step, Say(readings), desk)


def happened(turn: InterviewTurn) -> list[Event]:
    """What a turn made happen."""
    return [event.happened for event in turn.happened]


GOOD = {"industry": "saas", "employees": 100, "revenue": 3_000_000, "budget": True, "stack": ["salesforce"]}


def to_the_end(turn: InterviewTurn, desk: Desk, answers: dict[str, object] | None = None) -> InterviewTurn:
    """Answer whatever is asked."""
    while turn.asking is not None:
        turn = pick(turn, (answers or GOOD).get(turn.asking.trait.id, True), desk)
    return turn


class TestStart:
    """How an interview begins."""

    def test_the_planners_question_comes_first(self, desk: Desk, acme: int) -> None:
        """With its number, its stakes, what can be picked, and how many are left at the most."""
        turn = start(acme, desk)

        assert [Event.STARTED, Event.ASKED] == happened(turn)
        assert desk.look_up(acme).report.next == asks(turn)
        assert turn.asking is not None
        assert (1, State.ASKING, "ann") == (turn.asking.number, turn.interview.state, turn.interview.lead)
        assert len(desk.look_up(acme).report.questions) == turn.to_go
        assert turn.asking.stakes is not None
        assert turn.asking.choices

    def test_an_open_one_is_joined(self, desk: Desk, acme: int) -> None:
        """Starting again goes on with the open interview; whoever else starts it takes part."""
        first = start(acme, desk)
        again, other = start(acme, desk), start(acme, replace(desk, person="bob"))

        assert (first.interview.id,) * 2 == (again.interview.id, other.interview.id)
        assert ([], [Event.JOINED]) == (happened(again), happened(other))
        assert ("ann", "bob") == other.interview.people
        assert asks(first) == asks(again) == asks(other)

    def test_a_paused_one_goes_on(self, desk: Desk, acme: int) -> None:
        """Starting resumes it with the very question that stood, under its number."""
        first = start(acme, desk)
        act(first.interview.id, None, Pause(), desk)
        again = start(acme, desk, "bant")

        assert (asks(first), 1, "bant") == (asks(again), again.interview.step, again.interview.framework)

    def test_a_framework_that_is_not_there(self, desk: Desk, acme: int) -> None:
        """It is refused before anything is kept."""
        with pytest.raises(FrameworkUnknown, match="MEDDIC"):
            start(acme, desk, "MEDDIC")
        assert open_at(acme, desk) is None

    def test_an_account_that_is_not_there(self, desk: Desk) -> None:
        """A forged or old account says that it is unknown; nothing is kept."""
        with pytest.raises(AccountUnknown):
            start(7, desk)
        assert [] == going_on(desk, 5)

    def test_a_settled_account_has_nothing_to_ask(self, desk: Desk, acme: int) -> None:
        """It rests at once, with the report."""
        new = [NewAnswer(trait, value, desk.source, NOW) for trait, value in GOOD.items()]  # type: ignore[arg-type]
        record_answers(desk.ports, desk.scope, acme, new, desk.pack)
        turn = start(acme, desk)

        assert (State.RESTING, None, 0) == (turn.interview.state, turn.asking, turn.to_go)
        assert turn.answer.report.decided


class TestAnswers:
    """What is answered is kept once."""

    def test_to_the_end(self, desk: Desk, acme: int) -> None:
        """The interview rests as soon as the verdict is settled, with the verdict of the full questionnaire."""
        end = to_the_end(start(acme, desk), desk)

        assert State.RESTING is end.interview.state
        assert end.answer.report.decided
        full = desk.scorer.scorecard.read(GOOD, TODAY)
        assert {end.answer.report.verdict} == desk.scorer.scorecard.possibility.verdicts(full)

    def test_several_at_once(self, desk: Desk, acme: int) -> None:
        """Values about other traits are kept, too, and the question goes on standing under its number."""
        first = start(acme, desk)
        other = [trait for trait in ("budget", "revenue", "industry") if trait != asks(first)][:2]
        turn = say(first, *((trait, GOOD[trait]) for trait in other), desk=desk)

        assert sorted(other) == sorted(each.trait for each in turn.noted)
        assert (asks(first), 1) == (asks(turn), turn.interview.step)
        assert 0 == turn.interview.asked
        assert turn.before.report == first.answer.report

    def test_notes_are_told(self, desk: Desk, acme: int) -> None:
        """How a value was worked out, and what could not be read beside it."""
        first = start(acme, desk)
        move = Say((Reading("revenue", 5, "5", "at 1.08"),), (CannotTell("budget", "Budget: say yes or no."),))
        turn = act(first.interview.id, 1, move, desk)

        assert ("at 1.08", "Budget: say yes or no.") == turn.said.notes

    def test_a_value_that_cannot_be(self, desk: Desk, acme: int) -> None:
        """What is picked is looked at again; a forged value changes nothing."""
        first = start(acme, desk)
        with pytest.raises(ValueRefused):
            act(first.interview.id, 1, Pick("industry", "moon"), desk)
        assert (first.interview, ()) == (look(first.interview.id, desk).interview, desk.account(acme).answers)

    def test_nobody_knows(self, desk: Desk, acme: int) -> None:
        """It is noted, is a gap with who and which words, is not asked again by itself, and can be asked again."""
        first = start(acme, desk)
        turn = act(first.interview.id, 1, DontKnow("no idea"), desk)
        with desk.begin(writes=False) as work:
            [gap] = work.gaps.at(acme)

        assert (GapKind.TRAIT, asks(first), "no idea", True) == (gap.kind, gap.trait, gap.quote, gap.is_open)
        assert gap.id == turn.happened[0].gap
        assert asks(first) != asks(turn)
        assert Dealt.UNKNOWN is turn.interview.steps[0].dealt
        assert [asks(first)] == [trait.id for trait in turn.passed]
        answered = say(turn, (asks(first) or "", GOOD[asks(first) or ""]), desk=desk)
        with desk.begin(writes=False) as work:
            [gap] = work.gaps.at(acme)
        assert not gap.is_open
        assert answered.noted

    def test_not_known_beside_other_values(self, desk: Desk, acme: int) -> None:
        """Of "no idea, but they have 100 people" both are kept."""
        first = start(acme, desk)
        other = next(trait for trait in GOOD if trait != asks(first))
        turn = say(first, (asks(first) or "", None), (other, GOOD[other]), desk=desk)

        assert Event.UNKNOWN in happened(turn)
        assert {asks(first): None, other: GOOD[other]} == {each.trait: each.value for each in turn.noted}

    def test_what_does_not_matter_is_no_gap(self, desk: Desk, acme: int) -> None:
        """An unknown answer that cannot change the verdict is noted and nothing else."""
        new = [NewAnswer("industry", "other", desk.source, NOW)]
        record_answers(desk.ports, desk.scope, acme, new, desk.pack)
        turn = act(start(acme, desk).interview.id, None, GoOn(), desk)
        turn = act(turn.interview.id, turn.interview.step, DontKnow(), desk)

        with desk.begin(writes=False) as work:
            assert [] == work.gaps.at(acme)
        assert turn.happened[0].gap is None

    def test_the_same_as_before(self, desk: Desk, acme: int) -> None:
        """A value that has expired holds again from today on; without one there is nothing that could be the same."""
        first = start(acme, desk)
        turn = act(first.interview.id, 1, Same(), desk)
        assert "Nobody has answered that before" in (turn.said.misread or "")

        old = NewAnswer(asks(first) or "", GOOD[asks(first) or ""], person("bob"), NOW, on=TODAY - timedelta(days=900))  # type: ignore[arg-type]
        record_answers(desk.ports, desk.scope, acme, [old], desk.pack)
        turn = act(first.interview.id, 1, Same(), desk)
        [noted] = turn.noted
        assert (old.trait, old.value, TODAY, desk.source) == (noted.trait, noted.value, noted.on, noted.source)

    def test_an_answer_in_part(self, desk: Desk, acme: int) -> None:
        """What leaves the question open is taken as it is; it is not asked again by itself, but once it is taken back."""
        first = act(start(acme, desk).interview.id, None, Again("employees"), desk)
        turn = say(first, ("employees", {"min": 100}), desk=desk)
        seen = [asks(turn)]
        while turn.asking is not None:
            turn = act(turn.interview.id, turn.interview.step, Skip(), desk)
            seen.append(asks(turn))
        assert "employees" not in seen
        assert "employees" in {trait.id for trait in turn.passed}

        retract_answers(desk.ports, desk.scope, acme, [each.id for each in desk.account(acme).answers], NOW)
        assert "employees" == asks(act(turn.interview.id, None, Resume(), desk))

    def test_a_proposal_waits_for_a_yes(self, desk: Desk, acme: int) -> None:
        """Nothing is kept of it before; a no drops it, and a second yes finds none."""
        first = start(acme, desk)
        offered = Misread("That is a month's.", 24_000_000, "2M a month")
        turn = act(first.interview.id, 1, offered, desk)
        assert turn.interview.offer is not None
        assert ((), "That is a month's.") == (turn.noted, turn.said.misread)

        dropped = act(first.interview.id, 1, Decline(), desk)
        assert (None, asks(first)) == (dropped.interview.offer, asks(dropped))
        with pytest.raises(InterviewRefused, match="no proposal"):
            act(first.interview.id, 1, Accept(), desk)

    def test_a_proposal_is_taken(self, desk: Desk, acme: int) -> None:
        """With the words for which it was made."""
        first = act(start(acme, desk).interview.id, None, Again("revenue"), desk)
        step = first.interview.step
        act(first.interview.id, step, Misread("a month's", 24_000_000, "2M a month"), desk)
        with pytest.raises(InterviewRefused, match="no proposal"):
            act(first.interview.id, step, Accept(12_000_000), desk)
        turn = act(first.interview.id, step, Accept(), desk)

        assert [("revenue", 24_000_000, "2M a month")] == [(each.trait, each.value, each.quote) for each in turn.noted]
        assert "revenue" != asks(turn)

    def test_words_that_are_no_answer(self, desk: Desk, acme: int) -> None:
        """They are asked back, and nothing happens."""
        first = start(acme, desk)
        turn = act(first.interview.id, 1, Misread("Say it like 120."), desk)

        assert ([], "Say it like 120.", first.interview) == (happened(turn), turn.said.misread, turn.interview)


class TestWays:
    """What can be done beside answering."""

    def test_skip_and_back(self, desk: Desk, acme: int) -> None:
        """A skipped question is passed over; Back asks it again, under a new number."""
        first = start(acme, desk)
        second = act(first.interview.id, 1, Skip(), desk)
        back = act(first.interview.id, 2, Back(), desk)

        assert Dealt.SKIPPED is second.interview.steps[0].dealt
        assert (asks(first), 3, ()) == (asks(back), back.interview.step, back.interview.steps)
        assert "no question before" in (act(first.interview.id, 3, Back(), desk).said.misread or "")

    def test_an_earlier_answer_is_edited(self, desk: Desk, acme: int) -> None:
        """It stays until a new one is given, which then counts; keeping it changes nothing."""
        first = start(acme, desk)
        trait = asks(first) or ""
        second = pick(first, GOOD[trait], desk)
        again = act(second.interview.id, None, Again(trait), desk)
        assert again.asking is not None
        assert GOOD[trait] == again.asking.known.answers[0].value
        kept = act(again.interview.id, again.interview.step, Skip(), desk)
        assert asks(second) == asks(kept)
        assert [GOOD[trait]] == [each.value for each in desk.account(acme).answers]

        with pytest.raises(InterviewRefused, match="does not know"):
            act(again.interview.id, None, Again("moon"), desk)

    def test_pause_and_resume(self, desk: Desk, acme: int) -> None:
        """The very same question stands again; an answer to it resumes by itself; what is paused stays open."""
        first = start(acme, desk)
        paused = act(first.interview.id, None, Pause(), desk)
        assert (None, State.PAUSED) == (paused.asking, paused.interview.state)
        resumed = act(first.interview.id, None, Resume(), desk)
        assert (asks(first), 1) == (asks(resumed), resumed.interview.step)
        assert [] == happened(act(first.interview.id, None, Resume(), desk))

        act(first.interview.id, None, Pause(), desk)
        answered = pick(first, GOOD[asks(first) or ""], desk)
        assert (State.ASKING, 1) == (answered.interview.state, len(answered.noted))

    def test_stop(self, desk: Desk, acme: int) -> None:
        """What was said is kept; nothing else can happen, and a new one begins with what is known."""
        first = pick(start(acme, desk), GOOD["industry"], desk)
        stopped = act(first.interview.id, None, Stop(), desk)

        assert (State.STOPPED, None) == (stopped.interview.state, open_at(acme, desk))
        with pytest.raises(InterviewRefused, match="over"):
            act(first.interview.id, 2, Skip(), desk)
        assert asks(first) == asks(start(acme, desk))

    def test_done(self, desk: Desk, acme: int) -> None:
        """Ended where nothing has to be asked, it is done."""
        end = to_the_end(start(acme, desk), desk)
        assert State.DONE is act(end.interview.id, None, Stop(), desk).interview.state

    def test_handed_over(self, desk: Desk, acme: int) -> None:
        """The colleague leads it, takes part, and finds it among their own."""
        first = start(acme, desk)
        turn = act(first.interview.id, None, HandOver("bob"), desk)

        assert ("bob", ("ann", "bob")) == (turn.interview.lead, turn.interview.people)
        assert [(turn.interview, "Acme")] == going_on(replace(desk, person="bob"), 5)

    def test_on_for_completeness(self, desk: Desk, acme: int) -> None:
        """Though the verdict stands, everything that nobody answered is asked; where a question stands nothing changes."""
        new = [NewAnswer("industry", "other", desk.source, NOW)]
        record_answers(desk.ports, desk.scope, acme, new, desk.pack)
        rests = start(acme, desk)
        on = act(rests.interview.id, None, GoOn(), desk)
        end = to_the_end(on, desk)

        assert on.asking is not None
        assert on.asking.stakes is None
        assert 4 == end.interview.asked
        assert set(GOOD) == {each.trait for each in desk.account(acme).answers}
        assert [] == happened(
            act(start(add_account(desk.ports, desk.scope, "Beta").id, desk).interview.id, None, GoOn(), desk)
        )

    def test_the_passed_ones_again(self, desk: Desk, acme: int) -> None:
        """Where everything was passed over the verdict stays open, and going on asks all of it again."""
        turn = start(acme, desk)
        while turn.asking is not None:
            turn = act(turn.interview.id, turn.interview.step, Skip(), desk)
        assert not turn.answer.report.decided
        assert 5 == len(turn.passed)
        assert {trait.id for trait in turn.passed} == set(GOOD)
        assert asks(act(turn.interview.id, None, GoOn(), desk)) == turn.answer.report.next

    def test_a_framework_after_fit(self, desk: Desk, acme: int) -> None:
        """Its items come once fit is settled, each answered by its trait, or by one of its own; and then it is summed up."""
        end = to_the_end(start(acme, desk, "bant"), desk)

        assert end.qualification is not None
        assert (Held.YES, ()) == (end.qualification.held, end.qualification.missing)
        assert "bant.need" in {each.trait for each in desk.account(acme).answers}

    def test_a_framework_in_the_middle(self, desk: Desk, acme: int) -> None:
        """The standing question goes on; fit comes first."""
        first = start(acme, desk)
        turn = act(first.interview.id, 1, Frame("BANT"), desk)
        assert (asks(first), 1, "bant") == (asks(turn), turn.interview.step, turn.interview.framework)

    def test_an_item_that_nobody_knows(self, desk: Desk, acme: int) -> None:
        """Is a gap, and stays open."""
        turn = to_the_end(start(acme, desk), desk)
        turn = act(turn.interview.id, None, Frame("bant"), desk)
        assert "bant.need" == asks(turn)
        assert turn.asking is not None
        assert ("need", "What does Acme need?") == (turn.asking.item and turn.asking.item.id, turn.asking.question)
        turn = act(turn.interview.id, turn.interview.step, DontKnow("dunno"), desk)

        assert turn.qualification is not None
        assert Held.OPEN is turn.qualification.held
        with desk.begin(writes=False) as work:
            assert ["bant.need"] == [gap.trait for gap in work.gaps.at(acme)]

    def test_no_framework_for_those_who_do_not_fit(self, desk: Desk, acme: int) -> None:
        """An account that does not fit is not qualified any further, unless somebody wants everything asked."""
        turn = start(acme, desk, "bant")
        turn = say(turn, ("industry", "other"), desk=desk)
        assert (State.RESTING, Held.NO) == (turn.interview.state, turn.qualification and turn.qualification.fit)
        assert act(turn.interview.id, None, GoOn(), desk).asking is not None


class TestTogether:
    """Two people, double clicks and late clicks."""

    def test_a_double_click(self, desk: Desk, acme: int) -> None:
        """The second click finds the question past, and the same answer noted; nothing is counted twice."""
        first = start(acme, desk)
        pick(first, GOOD[asks(first) or ""], desk)
        twice = pick(first, GOOD[asks(first) or ""], desk)

        assert twice.said.late is not None
        assert (True, [], 1) == (twice.said.late.is_same, happened(twice), len(desk.account(acme).answers))

    def test_a_late_click_with_another_answer(self, desk: Desk, acme: int) -> None:
        """The same person is told what is noted, and nothing changes."""
        first = act(start(acme, desk).interview.id, None, Again("industry"), desk)
        pick(first, "saas", desk)
        late = pick(first, "fintech", desk)

        assert late.said.late is not None
        assert ("industry", "fintech", False) == (late.said.late.trait.id, late.said.late.said, late.said.late.is_same)
        assert [("saas", "ann")] == [(each.value, each.source.person) for each in late.said.late.known]
        assert ["saas"] == [each.value for each in desk.account(acme).answers]

    def test_a_late_click_of_somebody_else(self, desk: Desk, acme: int) -> None:
        """Another person's other answer is not lost: both are shown, and somebody chooses."""
        first = act(start(acme, desk).interview.id, None, Again("industry"), desk)
        pick(first, "saas", desk)
        late = pick(first, "fintech", replace(desk, person="bob"))

        assert (State.CHOOSING, None) == (late.interview.state, late.said.late)
        assert late.disagreement is not None
        assert {"saas", "fintech"} == {each.value for each in desk.account(acme).answers}
        same = pick(first, "saas", replace(desk, person="cat"))
        assert same.said.late is not None
        assert same.said.late.is_same

    def test_a_late_answer_to_what_nobody_answered(self, desk: Desk, acme: int) -> None:
        """It is taken: what was skipped meanwhile is known now."""
        first = start(acme, desk)
        act(first.interview.id, 1, Skip(), desk)
        late = pick(first, GOOD[asks(first) or ""], replace(desk, person="bob"))

        assert [GOOD[asks(first) or ""]] == [each.value for each in late.noted]
        assert late.said.late is None

    def test_late_words_about_several_traits(self, desk: Desk, acme: int) -> None:
        """What is said of others is taken, and the answer to the question that is past is not."""
        first = act(start(acme, desk).interview.id, None, Again("industry"), desk)
        step = first.interview.step
        pick(first, "saas", desk)
        late = say(first, ("industry", "fintech"), ("budget", True), desk=desk, step=step)

        assert {"industry": "saas", "budget": True} == {each.trait: each.value for each in desk.account(acme).answers}
        assert late.said.late is not None

    def test_a_late_skip(self, desk: Desk, acme: int) -> None:
        """It skips nothing else."""
        first = start(acme, desk)
        second = pick(first, GOOD[asks(first) or ""], desk)
        late = act(first.interview.id, 1, Skip(), desk)

        assert (asks(second), second.interview.passed) == (asks(late), late.interview.passed)
        assert late.said.late is not None

    def test_a_number_that_never_was(self, desk: Desk, acme: int) -> None:
        """A forged number belongs to no question: the move is for the one that stands."""
        first = start(acme, desk)
        assert asks(first) != asks(act(first.interview.id, 99, Skip(), desk))

    def test_answered_elsewhere(self, desk: Desk, acme: int) -> None:
        """The question that stood is over, and the next one is asked."""
        first = start(acme, desk)
        new = [NewAnswer(asks(first) or "", GOOD[asks(first) or ""], person("bob"), NOW)]  # type: ignore[arg-type]
        record_answers(desk.ports, desk.scope, acme, new, desk.pack)
        turn = act(first.interview.id, None, Resume(), desk)

        assert [Event.OVERTAKEN, Event.ASKED] == happened(turn)
        assert (2, 0) == (turn.interview.step, turn.interview.asked)

    def test_taken_back_elsewhere(self, desk: Desk, acme: int) -> None:
        """What was settled is open again, and is asked again."""
        end = to_the_end(start(acme, desk), desk)
        ids = [each.id for each in desk.account(acme).answers]
        retract_answers(desk.ports, desk.scope, acme, ids, NOW)
        turn = act(end.interview.id, None, Resume(), desk)

        assert [Event.OVERTAKEN, Event.ASKED] == happened(turn)

    def test_the_pack_is_published_anew(self, desk: Desk, acme: int) -> None:
        """It is told; answers stand, the question goes on where it still is one, and not where it is gone."""
        first = start(acme, desk)
        raised = desk.pack.model_copy(update={"version": 2})
        turn = act(first.interview.id, None, Resume(), replace(desk, scorer=Scorer(raised)))
        assert ([Event.REPACKED, Event.ASKED], asks(first), 1) == (happened(turn), asks(turn), turn.interview.step)

        gone = asks(first) or ""
        [icp] = raised.icps
        less = raised.model_copy(
            update={
                "version": 3,
                "traits": tuple(trait for trait in raised.traits if trait.id != gone),
                "icps": (icp.model_copy(update={"ratings": {k: v for k, v in icp.ratings.items() if k != gone}}),),
            }
        )
        there = replace(desk, scorer=Scorer(less))
        turn = act(first.interview.id, None, Resume(), there)
        assert (2, True) == (turn.interview.step, asks(turn) != gone)
        with pytest.raises(InterviewRefused, match="does not know"):
            act(first.interview.id, 1, Pick(gone, GOOD[gone]), there)  # type: ignore[arg-type]

    def test_a_framework_that_the_pack_lost(self, desk: Desk, acme: int) -> None:
        """The interview goes on without it."""
        end = to_the_end(start(acme, desk, "bant"), desk)
        less = desk.pack.model_copy(update={"version": 2, "qualification": ()})
        turn = act(end.interview.id, None, Resume(), replace(desk, scorer=Scorer(less)))
        assert (None, State.RESTING) == (turn.qualification, turn.interview.state)

    def test_an_interview_that_is_not_there(self, desk: Desk) -> None:
        """A forged or old one is said to be gone."""
        with pytest.raises(InterviewUnknown):
            act(7, None, Skip(), desk)
        with pytest.raises(InterviewUnknown):
            look(7, desk)

    def test_to_look_changes_nothing(self, desk: Desk, acme: int) -> None:
        """It shows what stands."""
        first = start(acme, desk)
        seen = look(first.interview.id, desk)
        assert (first.interview, first.asking, ()) == (seen.interview, seen.asking, seen.happened)


class TestContradictions:
    """A new answer that excludes what another source said."""

    @pytest.fixture
    def contested(self, desk: Desk, acme: int) -> InterviewTurn:
        """Somebody says fintech, where a file says SaaS."""
        said = NewAnswer("industry", "saas", Source(kind=SourceKind.IMPORT, person="crm.csv"), NOW)
        first = act(start(acme, desk).interview.id, None, Again("industry"), desk)
        record_answers(desk.ports, desk.scope, acme, [said], desk.pack)
        return pick(first, "fintech", desk)

    def test_somebody_is_to_choose(self, contested: InterviewTurn, desk: Desk, acme: int) -> None:
        """Both are kept and shown, no question is asked before, and it is a gap."""
        assert (State.CHOOSING, None) == (contested.interview.state, contested.asking)
        assert contested.disagreement is not None
        assert (["fintech"], ["saas"]) == (
            [contested.disagreement.new.value],
            [each.value for each in contested.disagreement.others],
        )
        with desk.begin(writes=False) as work:
            assert [GapKind.CONTRADICTION] == [gap.kind for gap in work.gaps.at(acme)]

    @pytest.mark.parametrize(
        ("move", "left"),
        [
            (Choose(Keep.NEW), {"fintech"}),
            (Choose(Keep.OLD), {"saas"}),
            (Choose(Keep.BOTH), {"saas", "fintech"}),
            (Skip(), {"saas", "fintech"}),
        ],
    )
    def test_it_is_chosen(self, contested: InterviewTurn, desk: Desk, acme: int, move: Move, left: set[str]) -> None:
        """What does not hold is taken back, or both stay possible; and the interview goes on."""
        assert act(contested.interview.id, None, Choose(Keep.NEW, 99), desk).said.misread is not None
        turn = act(contested.interview.id, None, move, desk)

        assert left == {each.value for each in desk.account(acme).answers if not each.retracted}
        assert (State.ASKING, None) == (turn.interview.state, turn.disagreement)
        with pytest.raises(InterviewRefused, match="nothing to choose"):
            act(contested.interview.id, None, Choose(Keep.NEW), desk)

    def test_settled_elsewhere(self, contested: InterviewTurn, desk: Desk, acme: int) -> None:
        """Where the sources agree meanwhile there is nothing to choose, and the interview goes on."""
        retract_answers(desk.ports, desk.scope, acme, [contested.noted[0].id], NOW)
        turn = act(contested.interview.id, None, Resume(), desk)
        assert [Event.OVERTAKEN, Event.ASKED] == happened(turn)

    def test_several(self, desk: Desk, acme: int) -> None:
        """They are chosen one after the other."""
        source = Source(kind=SourceKind.IMPORT, person="crm.csv")
        said = [
            NewAnswer("industry", "saas", source, NOW),
            NewAnswer("budget", value=False, source=source, recorded_at=NOW),
        ]
        first = start(acme, desk)
        record_answers(desk.ports, desk.scope, acme, said, desk.pack)
        turn = say(first, ("industry", "fintech"), ("budget", True), desk=desk)
        second = act(turn.interview.id, None, Choose(Keep.NEW), desk)
        third = act(turn.interview.id, None, Choose(Keep.OLD), desk)

        assert ["industry", "budget"] == [each.disagreement.trait for each in (turn, second) if each.disagreement]
        assert State.CHOOSING is not third.interview.state
        live = {each.trait: each.value for each in desk.account(acme).answers if not each.retracted}
        assert {"industry": "fintech", "budget": False} == live


class TestOnce:
    """A delivery that is begun anew does nothing twice and says what it said the first time."""

    @pytest.mark.parametrize(
        "move",
        [
            lambda turn: Pick(asks(turn) or "", GOOD[asks(turn) or ""]),
            lambda turn: Say((Reading(asks(turn) or "", GOOD[asks(turn) or ""], "q", "note"),)),
            lambda _: Skip(),
            lambda _: DontKnow("no idea"),
            lambda _: Misread("a month's", 24, "2M"),
            lambda _: Pause(),
            lambda _: HandOver("bob"),
            lambda _: Stop(),
        ],
    )
    def test_every_move(self, desk: Desk, acme: int, move: Callable[[InterviewTurn], Move]) -> None:
        """The second attempt returns the first one's turn."""
        first = start(acme, desk)
        there = delivered(desk, "Ev1")
        turn = act(first.interview.id, 1, move(first), there)

        assert turn == act(first.interview.id, 1, move(first), there)
        with desk.begin(writes=False) as work:
            assert turn.interview.events == len(work.interviews.events(turn.interview.id))
            assert len(work.gaps.at(acme)) <= 1
        assert len(desk.account(acme).answers) <= 1

    def test_the_start(self, desk: Desk, acme: int) -> None:
        """One delivery starts one interview, even where it was stopped meanwhile."""
        there = delivered(desk, "Ev1")
        first = start(acme, there)
        act(first.interview.id, None, Stop(), desk)

        assert first == start(acme, there)


def _moves(turn: InterviewTurn, desk: Desk) -> list[Move]:
    moves: list[Move] = [Back(), Pause(), Resume(), GoOn(), Frame("bant"), Again("budget")]
    if turn.asking is not None:
        trait = turn.asking.trait.id
        moves += [Skip(), DontKnow(), *(Pick(trait, choice.value) for choice in turn.asking.choices)]
    return moves


@given(choices=st.lists(st.integers(0, 99), max_size=14))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_however_it_goes(choices: list[int], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever is done in whatever order: what is left never grows by an answer, and the report is the scorer's."""
    desk = desk_at(tmp_path_factory.mktemp("home"))
    account = add_account(desk.ports, desk.scope, "Acme").id
    turn = start(account, desk)
    for choice in choices:
        moves = _moves(turn, desk)
        move = moves[choice % len(moves)]
        before = turn
        turn = act(turn.interview.id, None, move, desk)
        if isinstance(move, Pick) and not before.interview.revisits and before.interview.state is State.ASKING:
            assert turn.to_go < before.to_go
            assert set(turn.answer.report.possible) <= set(before.answer.report.possible)
        assert look(turn.interview.id, desk).interview == turn.interview
        assert desk.look_up(account).report == turn.answer.report
        assert (turn.asking is not None) == (turn.interview.state is State.ASKING)
        if turn.asking is not None and not turn.interview.revisits:
            assert turn.asking.trait.id not in turn.interview.passed
