"""Interviews: what may happen when, and what their events make of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.core.errors import InterviewRefused
from bot.core.interview import (
    TRANSITIONS,
    Dealt,
    Event,
    Interview,
    InterviewEvent,
    Offer,
    State,
    Step,
    advanced,
    can,
    questions_put,
    replayed,
)

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
NEW = Interview(1, 7)
TRAITS, PEOPLE = ("industry", "revenue", "budget"), ("U1", "U2", "U3")
WAITING = (State.ASKING, State.CHOOSING, State.RESTING, State.PAUSED)
"""The states in which an interview waits for somebody; in the others nothing can be lost between two moments."""


def event(happened: Event, **about: object) -> InterviewEvent:
    """One thing that happens."""
    return InterviewEvent.model_validate({"happened": happened, "at": NOW, **about})


def asked(trait: str) -> InterviewEvent:
    """A question is put."""
    return event(Event.ASKED, trait=trait)


def answered(trait: str | None, answer_id: int = 1) -> InterviewEvent:
    """Somebody answers."""
    return event(Event.ANSWERED, person="U1", trait=trait, answers=(answer_id,))


def contradicted(trait: str, answer_id: int = 1) -> InterviewEvent:
    """Somebody says what another source contradicts."""
    return event(Event.CONTRADICTED, person="U1", trait=trait, answers=(answer_id,))


STARTED = event(Event.STARTED, person="U1", pack="small@1")
SKIPPED, UNKNOWN = event(Event.SKIPPED, person="U1"), event(Event.UNKNOWN, person="U1")
PAUSED, RESUMED = event(Event.PAUSED, person="U1"), event(Event.RESUMED, person="U1")
RESTED, WENT_ON = event(Event.RESTED), event(Event.WENT_ON, person="U1")
IN_STATE = {
    State.NEW: (),
    State.READY: (STARTED,),
    State.ASKING: (STARTED, asked("industry")),
    State.CHOOSING: (STARTED, asked("industry"), contradicted("industry")),
    State.RESTING: (STARTED, RESTED),
    State.PAUSED: (STARTED, asked("industry"), PAUSED),
    State.DONE: (STARTED, RESTED, event(Event.FINISHED)),
    State.STOPPED: (STARTED, asked("industry"), event(Event.STOPPED)),
}
"""The shortest way into each state."""


def went(*events: InterviewEvent, interview: Interview = NEW) -> Interview:
    """An interview after events each of which can happen."""
    for each in events:
        interview = advanced(interview, each)
    return interview


_LIKELY = {Event.STOPPED: 1, Event.FINISHED: 1, Event.SKIPPED: 4, Event.ANSWERED: 4, Event.ASKED: 6}
"""How often an event happens in a walk, where others happen twice."""


def any_event(draw: st.DrawFn, happened: Event, interview: Interview) -> InterviewEvent:
    """An event of one kind, about the trait that stands more often than not."""
    traits = [*TRAITS, *(trait for trait in (interview.asks, interview.again) for _ in TRAITS if trait)]
    about: dict[str, object] = {"person": draw(st.sampled_from([None, *PEOPLE]))}
    match happened:
        case Event.ASKED | Event.WENT_BACK:
            about["trait"] = draw(st.sampled_from(traits))
        case Event.ANSWERED | Event.CONTRADICTED:
            about |= {"trait": draw(st.sampled_from([None, *traits])), "answers": draw(st.sampled_from([(1,), (2, 3)]))}
        case Event.OFFERED:
            about |= {"trait": draw(st.sampled_from(traits)), "offer": [24, None], "quote": "2M a month"}
        case Event.STARTED | Event.FRAMED:
            about |= {"framework": draw(st.sampled_from([None, "bant"])), "pack": "small@1"}
        case Event.HANDED_OVER:
            about["colleague"] = draw(st.sampled_from([None, *PEOPLE]))
        case Event.REPACKED:
            about["pack"] = draw(st.sampled_from(["small@2", "small@3"]))
    return event(happened, **about)


@st.composite
def walks(draw: st.DrawFn, least_legal: int = 4) -> list[InterviewEvent]:
    """Events in some order; of five that happen, at least that many on average can."""
    events: list[InterviewEvent] = []
    interview = NEW
    for _ in range(draw(st.sampled_from([30, 15, 5, 0]))):
        legal = [each for each in TRANSITIONS[interview.state] for _ in range(_LIKELY.get(each, 2))]
        any_at_all = not legal or draw(st.integers(0, 4)) >= least_legal
        happened = draw(st.sampled_from(list(Event) if any_at_all else legal))
        events.append(any_event(draw, happened, interview))
        interview = advanced(interview, events[-1]) if can(interview, happened) else interview
    return events


def moments(events: Sequence[InterviewEvent]) -> Iterator[Interview]:
    """An interview before and after each event that could happen."""
    interview = NEW
    yield interview
    for each in events:
        if can(interview, each.happened):
            interview = advanced(interview, each)
            yield interview


# --- The table --------------------------------------------------------------------------------------------------------


def test_the_table_knows_every_state_and_every_event() -> None:
    """Each state has its row, and each event can happen somewhere."""
    assert set(State) == set(TRANSITIONS)
    assert set(Event) == {each for happening in TRANSITIONS.values() for each in happening}


def test_every_state_is_reached() -> None:
    """From a new interview the table leads everywhere."""
    reached, before = {State.NEW}, set[State]()
    while reached != before:
        before = set(reached)
        reached |= {target for state in before for target in TRANSITIONS[state].values()}

    assert set(State) == reached
    assert {state: state for state in State} == {state: went(*events).state for state, events in IN_STATE.items()}


def test_ready_waits_for_nobody() -> None:
    """Where the next question is to be chosen, nothing can happen that somebody does at their leisure."""
    assert {Event.ASKED, Event.RESTED, Event.CONTRADICTED, Event.FRAMED, Event.REPACKED} == set(
        TRANSITIONS[State.READY]
    )
    assert {*WAITING, State.NEW, State.READY} == {state for state in State if state.is_open}


@pytest.mark.parametrize("state", WAITING)
def test_whoever_is_waited_for_can_leave(state: State) -> None:
    """Wherever an interview waits it can be stopped and handed over, somebody can join, and it can be paused or is."""
    happening = TRANSITIONS[state]

    assert (State.STOPPED, state, state) == tuple(
        happening[each] for each in (Event.STOPPED, Event.HANDED_OVER, Event.JOINED)
    )
    assert State.PAUSED is happening.get(Event.PAUSED, state)


@pytest.mark.parametrize("state", [State.DONE, State.STOPPED])
def test_what_is_over_is_over(state: State) -> None:
    """Nothing can happen after the end."""
    over = went(*IN_STATE[state])

    assert (False, False, {}) == (state.is_open, over.is_open, TRANSITIONS[state])
    assert [] == [each for each in Event if can(over, each)]


ILLEGAL = [(state, each) for state in State for each in Event if each not in TRANSITIONS[state]]


@pytest.mark.parametrize(("state", "happened"), ILLEGAL, ids=str)
def test_what_cannot_happen_changes_nothing(state: State, happened: Event) -> None:
    """An event that a state does not know is refused with a sentence, and a replay passes over it."""
    before = went(*IN_STATE[state])
    refused = event(happened, person="U9", colleague="U9", trait="budget", answers=(5,), pack="p", framework="f")

    with pytest.raises(InterviewRefused, match=r"^[A-Z][^.]+\..*\.$"):
        advanced(before, refused)

    assert not can(before, happened)
    assert went(*IN_STATE[state]) == before
    assert replace(before, events=before.events + 1) == replayed(1, 7, [*IN_STATE[state], refused])


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.PAUSED, "paused. Resume it"),
        (State.DONE, "over. Start another"),
        (State.STOPPED, "stopped. Start another"),
        (State.RESTING, "does not go together"),
    ],
)
def test_a_refusal_says_what_to_do(state: State, said: str) -> None:
    """Whoever clicks too late learns where the interview is."""
    with pytest.raises(InterviewRefused, match=said):
        advanced(went(*IN_STATE[state]), SKIPPED)


@pytest.mark.parametrize("happened", [Event.ASKED, Event.OFFERED, Event.WENT_BACK])
def test_a_question_is_about_something(happened: Event) -> None:
    """What cannot be without a trait cannot be made without one."""
    with pytest.raises(ValidationError, match=f"what was {happened} is about a trait"):
        event(happened)


# --- Laws on every way that an interview can go -----------------------------------------------------------------------


@given(walks())
def test_a_replay_is_every_step(events: list[InterviewEvent]) -> None:
    """Events put together make what they made one by one; what could not happen only counts."""
    interview = NEW
    for each in events:
        target = TRANSITIONS[interview.state].get(each.happened)
        if target is None:
            interview = replace(interview, events=interview.events + 1)
        else:
            interview = advanced(interview, each)
            assert target is interview.state

    assert interview == replayed(1, 7, events)
    assert (1, 7, len(events)) == (interview.id, interview.account_id, interview.events)


@given(walks(), st.integers(0, 30))
def test_a_replay_may_stop_anywhere(events: list[InterviewEvent], cut: int) -> None:
    """What happens after a moment is the same whether all was replayed or the moment was kept."""
    kept = replayed(1, 7, events[:cut])
    for each in events[cut:]:
        kept = advanced(kept, each) if can(kept, each.happened) else replace(kept, events=kept.events + 1)

    assert replayed(1, 7, events) == kept


@given(walks())
def test_what_stands_fits_the_state(events: list[InterviewEvent]) -> None:
    """A question stands where one is asked and nowhere where none is; offers and choices wait in their states alone."""
    for interview in moments(events):
        state = interview.state
        if state is State.ASKING:
            assert interview.asks is not None
            assert interview.again is None
        if state in (State.NEW, State.RESTING, State.DONE, State.STOPPED):
            assert (None, None) == (interview.asks, interview.again)
        if state in (State.CHOOSING, State.PAUSED):
            assert interview.asks in (None, interview.again)
        assert interview.offer is None or state is State.ASKING
        assert bool(interview.contested) >= (state is State.CHOOSING)
        assert not interview.contested or state in (State.CHOOSING, State.READY, State.PAUSED)
        assert interview.asks is not None or not interview.revisits


@given(walks())
def test_what_was_dealt_with_stands_once(events: list[InterviewEvent]) -> None:
    """Each trait has one step at the most; the latest step has the greatest number; what is asked was not passed over."""
    for interview in moments(events):
        numbers = [step.number for step in interview.steps]
        assert sorted({step.trait for step in interview.steps}) == sorted(step.trait for step in interview.steps)
        assert sorted(set(numbers)) == numbers
        assert all(1 <= number <= interview.step for number in numbers)
        assert interview.asks is None or interview.step not in numbers
        assert interview.asks not in interview.passed
        assert len(numbers) == interview.asked


@given(walks())
def test_a_number_means_one_question(events: list[InterviewEvent]) -> None:
    """No number ever means another trait, and none that was dealt with stands again: a late click is told apart."""
    meant: dict[int, str] = {}
    over: set[int] = set()
    last = 0
    for interview in moments(events):
        if interview.asks is not None:
            assert interview.asks == meant.setdefault(interview.step, interview.asks)
            assert interview.step not in over
        over |= {step.number for step in interview.steps}
        assert last <= interview.step <= last + 1
        last = interview.step


@given(walks())
def test_people_stand_once(events: list[InterviewEvent]) -> None:
    """Whoever did something or was handed the interview takes part, once, in the order of coming; one of them leads."""
    interview, came = NEW, []
    for each in events:
        if not can(interview, each.happened):
            continue
        interview = advanced(interview, each)
        came += [each.person, each.colleague]
        assert list(dict.fromkeys(person for person in came if person)) == list(interview.people)
        assert interview.lead is None or interview.lead in interview.people


@given(walks())
def test_every_number_is_known_afterwards(events: list[InterviewEvent]) -> None:
    """What each question was about is told from the events alone, for every number that there ever was."""
    stood = {each.step: each.asks for each in moments(events) if each.state is State.ASKING}

    assert stood == questions_put(events)
    assert list(range(1, len(stood) + 1)) == sorted(stood)


@given(walks())
def test_the_end_is_the_end(events: list[InterviewEvent]) -> None:
    """Once an interview was done or stopped, nothing of it changes but the number of events."""
    for number in range(len(events)):
        ended = replayed(1, 7, events[:number])
        if not ended.is_open:
            assert replace(ended, events=len(events)) == replayed(1, 7, events)


# --- Laws on every moment in which an interview waits -----------------------------------------------------------------


def standing(events: Sequence[InterviewEvent]) -> list[Interview]:
    """Every moment in which a question stands."""
    return [each for each in moments(events) if each.state is State.ASKING]


INTERRUPTIONS: dict[str, Callable[[str], tuple[InterviewEvent, ...]]] = {
    "a pause": lambda _: (PAUSED, RESUMED),
    "a long pause": lambda _: (
        PAUSED,
        event(Event.JOINED, person="U1"),
        RESUMED,
        event(Event.REPACKED, pack="small@9"),
    ),
    "another answer": lambda other: (answered(other),),
    "answers to nothing in particular": lambda _: (answered(None),),
    "a choice that is made": lambda other: (contradicted(other), event(Event.CHOSEN, person="U1")),
    "a choice that is overtaken": lambda other: (contradicted(other), event(Event.OVERTAKEN)),
    "a choice after a choice": lambda other: (contradicted(other), contradicted(other, 2), answered(other, 3)),
    "a pause in a choice": lambda other: (contradicted(other), PAUSED, RESUMED),
    "a framework": lambda _: (event(Event.FRAMED, person="U1", framework="bant"),),
    "a framework in a choice": lambda other: (
        contradicted(other),
        event(Event.FRAMED, person="U1", framework="bant"),
    ),
    "a pack": lambda _: (event(Event.REPACKED, pack="small@9"),),
}


@given(walks(least_legal=5))
def test_an_interrupted_question_is_asked_again(events: list[InterviewEvent]) -> None:
    """After what is no answer to it, the same question stands under the same number, and nothing else has changed."""
    for before, (how, interrupted) in product(standing(events), INTERRUPTIONS.items()):
        between = went(*interrupted("elsewhere"), interview=before)
        after = advanced(between, asked(before.asks or ""))

        assert (State.READY, before.asks, None) == (between.state, between.again, between.offer), how
        kept = ("step", "asks", "steps", "passed", "revisits", "goes_on", "again", "lead")
        assert {name: getattr(before, name) for name in kept} == {name: getattr(after, name) for name in kept}, how


@pytest.mark.parametrize("dealt", Dealt)
@given(walks(least_legal=5))
def test_a_question_that_was_dealt_with_is_over(dealt: Dealt, events: list[InterviewEvent]) -> None:
    """It becomes the last step, stands no more, and is not asked again by itself."""
    for before in standing(events):
        trait = before.asks or ""
        by = {Dealt.ANSWERED: answered(trait), Dealt.SKIPPED: SKIPPED, Dealt.UNKNOWN: UNKNOWN}[dealt]
        after = advanced(before, by)

        assert (State.READY, None, None, False) == (after.state, after.asks, after.again, after.revisits)
        assert Step(before.step, trait, dealt) == after.steps[-1]
        assert trait == after.before
        assert before.passed | {trait} == after.passed


@given(walks(least_legal=5))
def test_the_same_click_twice_is_noticed(events: list[InterviewEvent]) -> None:
    """After any way to deal with a question, whatever stands next stands under another number."""
    for before in standing(events):
        for first in (answered(before.asks), SKIPPED, UNKNOWN, event(Event.WENT_BACK, trait="budget")):
            for trait in TRAITS:
                assert before.step + 1 == went(first, asked(trait), interview=before).step


@given(walks(least_legal=5), st.sampled_from(TRAITS))
def test_going_back_asks_again(events: list[InterviewEvent], trait: str) -> None:
    """An earlier question loses its step, is passed over no more, and is asked anew, on purpose, under a new number."""
    for before in moments(events):
        if not can(before, Event.WENT_BACK):
            continue
        back = advanced(before, event(Event.WENT_BACK, person="U1", trait=trait))
        again = advanced(back, asked(trait))

        assert (State.READY, trait, None) == (back.state, back.again, back.asks)
        assert tuple(step for step in before.steps if step.trait != trait) == back.steps == again.steps
        assert before.passed - {trait} == back.passed
        assert (before.step + 1, trait, True, None) == (again.step, again.asks, again.revisits, again.again)
        assert not advanced(again, SKIPPED).revisits


@given(walks(least_legal=5))
def test_going_on_asks_what_was_passed_over(events: list[InterviewEvent]) -> None:
    """Nothing is passed over any more, and everything is asked although the verdict stands."""
    for before in moments(events):
        if before.state is State.RESTING:
            after = advanced(before, WENT_ON)
            assert (State.READY, frozenset(), True) == (after.state, after.passed, after.goes_on)
            assert before.steps == after.steps


@pytest.mark.parametrize("state", WAITING)
def test_a_colleague_goes_on(state: State) -> None:
    """Handed over, the interview is the colleague's; everything else is as it was, and both take part."""
    before = went(*IN_STATE[state])
    after = advanced(before, event(Event.HANDED_OVER, person="U1", colleague="U2"))

    assert replace(before, lead="U2", people=("U1", "U2"), events=before.events + 1) == after


# --- Single steps -----------------------------------------------------------------------------------------------------


def test_a_start_says_who_and_by_what() -> None:
    """Whoever starts leads; the pack and the framework are those it was started with."""
    started = went(event(Event.STARTED, person="U1", pack="small@1", framework="bant"))

    assert ("U1", ("U1",), "small@1", "bant", 0, None) == (
        started.lead,
        started.people,
        started.pack,
        started.framework,
        started.step,
        started.before,
    )


def test_a_start_by_somebody_forgotten_leads_nowhere() -> None:
    """Once a person is forgotten, the interview goes on without a lead."""
    events = [replace_person(each) for each in (STARTED, asked("industry"), SKIPPED, asked("budget"))]

    assert (None, (), "budget") == ((left := went(*events)).lead, left.people, left.asks)


def replace_person(known: InterviewEvent) -> InterviewEvent:
    """An event of which the person was forgotten."""
    return known.model_copy(update={"person": None, "colleague": None, "quote": None})


def test_an_offer_waits_for_a_yes() -> None:
    """A proposed value stands beside its question until it is answered, declined, replaced or interrupted."""
    offered = went(
        *IN_STATE[State.ASKING],
        event(Event.OFFERED, person="U1", trait="revenue", offer=24_000_000, quote="2M a month"),
    )
    other = event(Event.OFFERED, trait="revenue", offer=[1, None])

    assert ("industry", Offer("revenue", 24_000_000, "2M a month")) == (offered.asks, offered.offer)
    assert Offer("revenue", [1, None], "") == advanced(offered, other).offer
    assert offered.offer == advanced(offered, event(Event.JOINED, person="U2")).offer
    for ends in (event(Event.DECLINED), answered("industry"), SKIPPED, PAUSED, contradicted("revenue")):
        assert None is advanced(offered, ends).offer
    assert "industry" == advanced(offered, event(Event.DECLINED)).asks


def test_a_choice_names_the_answers() -> None:
    """While somebody is to choose, the answers in question are known, also to whoever takes over."""
    choosing = went(*IN_STATE[State.ASKING], contradicted("industry", 5))

    assert ((5,), None, (Step(1, "industry", Dealt.ANSWERED),)) == (choosing.contested, choosing.asks, choosing.steps)
    assert (5,) == advanced(choosing, event(Event.HANDED_OVER, person="U1", colleague="U2")).contested
    assert (5, 6) == advanced(choosing, contradicted("budget", 6)).contested
    for ends in (event(Event.CHOSEN), event(Event.OVERTAKEN), event(Event.WENT_BACK, trait="budget")):
        assert () == advanced(choosing, ends).contested


@pytest.mark.parametrize("between", [PAUSED, answered("budget"), event(Event.REPACKED), event(Event.FRAMED)])
def test_a_choice_outlasts_what_comes_in_between(between: InterviewEvent) -> None:
    """What is still to be chosen is kept in mind until the next question is put or nothing is left to be asked."""
    kept = went(*IN_STATE[State.ASKING], contradicted("industry", 5), between)
    ready = went(event(Event.RESUMED), interview=kept) if kept.state is State.PAUSED else kept

    assert ((5,), (5,), State.READY) == (kept.contested, ready.contested, ready.state)
    assert ((), ()) == (advanced(ready, asked("budget")).contested, advanced(ready, RESTED).contested)


def test_a_choice_that_comes_before_the_question_keeps_it() -> None:
    """What was to be asked again is asked once somebody has chosen, anew and on purpose."""
    back = went(*IN_STATE[State.RESTING], event(Event.WENT_BACK, trait="industry"))
    chosen = went(contradicted("budget"), event(Event.CHOSEN, person="U1"), asked("industry"), interview=back)

    assert (State.CHOOSING, (1,)) == ((choosing := advanced(back, contradicted("budget"))).state, choosing.contested)
    assert (1, "industry", True) == (chosen.step, chosen.asks, chosen.revisits)


def test_what_was_settled_elsewhere_stands_no_more() -> None:
    """A question that was overtaken is neither dealt with nor passed over, and the next one is a new one."""
    overtaken = went(*IN_STATE[State.ASKING], event(Event.OVERTAKEN))

    assert (None, (), frozenset(), None) == (overtaken.asks, overtaken.steps, overtaken.passed, overtaken.again)
    assert (2, False) == ((after := advanced(overtaken, asked("budget"))).step, after.revisits)


def test_a_question_asked_a_second_time_has_one_step() -> None:
    """What was skipped and is asked again once everything is asked counts once, where it was dealt with last."""
    twice = went(
        *IN_STATE[State.ASKING], SKIPPED, asked("budget"), answered("budget"), RESTED, WENT_ON, asked("industry")
    )

    assert ("budget", "industry") == (twice.before, went(answered("industry"), interview=twice).before)
    assert (Step(2, "budget", Dealt.ANSWERED), Step(3, "industry", Dealt.ANSWERED)) == advanced(
        twice, answered("industry")
    ).steps


def test_what_is_asked_is_not_passed_over() -> None:
    """A question that was skipped and is put again all the same counts as open until it is dealt with."""
    again = went(*IN_STATE[State.ASKING], UNKNOWN, asked("industry"))

    assert (frozenset({"industry"}), frozenset()) == (went(*IN_STATE[State.ASKING], UNKNOWN).passed, again.passed)
    assert (None, "industry", 2) == (again.before, again.asks, again.step)


@pytest.mark.parametrize("ends", [event(Event.OVERTAKEN), event(Event.WENT_BACK, trait="budget"), event(Event.STOPPED)])
def test_a_question_asked_again_on_purpose_is_so_while_it_stands(ends: InterviewEvent) -> None:
    """Once it stands no more, nothing is asked again on purpose."""
    again = went(*IN_STATE[State.ASKING], event(Event.WENT_BACK, trait="industry"), asked("industry"))

    assert (True, False) == (again.revisits, advanced(again, ends).revisits)


def test_going_on_forgets_what_was_passed_over() -> None:
    """What was skipped or not known is asked after all."""
    passed = went(*IN_STATE[State.ASKING], SKIPPED, asked("budget"), UNKNOWN, RESTED)

    assert (frozenset({"industry", "budget"}), False) == (passed.passed, passed.goes_on)
    assert (frozenset(), True) == ((after := advanced(passed, WENT_ON)).passed, after.goes_on)


def test_an_interview_that_rests_notices_what_changed_elsewhere() -> None:
    """Where the verdict is open again, there is something to ask again."""
    assert (
        2 == went(*IN_STATE[State.ASKING], answered("industry"), RESTED, event(Event.OVERTAKEN), asked("budget")).step
    )


def test_a_question_left_for_another_is_no_step() -> None:
    """Where an interruption settles what stood, the next question is another one under another number."""
    moved = went(*IN_STATE[State.ASKING], answered("revenue"), asked("budget"))

    assert (2, "budget", (), False) == (moved.step, moved.asks, moved.steps, moved.revisits)


def test_what_was_to_be_asked_outlives_a_framework() -> None:
    """A framework or a new pack that comes before the question is put does not forget which one it was to be."""
    back = went(*IN_STATE[State.ASKING], SKIPPED, asked("budget"), event(Event.WENT_BACK, trait="industry"))
    framed = went(event(Event.FRAMED, framework="meddic"), event(Event.REPACKED, pack="small@2"), interview=back)

    assert ("industry", "meddic", "small@2") == (framed.again, framed.framework, framed.pack)


def test_a_pack_that_nobody_names_stays() -> None:
    """An interview always says which state of the pack it goes by."""
    assert "small@1" == went(*IN_STATE[State.ASKING], event(Event.REPACKED)).pack
