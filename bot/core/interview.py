"""Interview: guided discovery of one account, as a table of transitions over events.

An interview is what its events make of it. Events are only ever added; `replayed` puts them together, and `advanced`
refuses an event that cannot happen in a state, so that it changes nothing. The answers themselves are the account's:
an interview knows which question stands, which were dealt with, and which were passed over.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from pydantic import JsonValue, model_validator

from bot.core.errors import InterviewRefused
from bot.core.trait import Frozen, Slug, Text


class State(StrEnum):
    """Where an interview is."""

    NEW = "new"
    """Nothing has happened yet."""
    READY = "ready"
    """The next question is to be chosen; this never lasts longer than one transaction."""
    ASKING = "asking"
    """A question stands."""
    CHOOSING = "choosing"
    """Two sources say different things, and the rep is to say which one holds."""
    RESTING = "resting"
    """Nothing has to be asked any more: the verdict stands, or everything open was passed over."""
    PAUSED = "paused"
    DONE = "done"
    """It came to its end."""
    STOPPED = "stopped"
    """Somebody ended it before."""

    @property
    def is_open(self) -> bool:
        """Whether the interview may go on."""
        return self not in (State.DONE, State.STOPPED)


class Event(StrEnum):
    """What can happen in an interview."""

    STARTED = "started"
    JOINED = "joined"
    """Somebody else takes part."""
    ASKED = "asked"
    """A question was put."""
    OFFERED = "offered"
    """A value was proposed for the words that were said, and waits for a yes."""
    DECLINED = "declined"
    """The value that was proposed is not the one."""
    ANSWERED = "answered"
    """Answers came, to the question that stands or to others."""
    CONTRADICTED = "contradicted"
    """An answer came that another source contradicts."""
    CHOSEN = "chosen"
    """Somebody said which source holds."""
    SKIPPED = "skipped"
    UNKNOWN = "unknown"
    """Nobody knows the answer."""
    OVERTAKEN = "overtaken"
    """The question that stood was settled elsewhere meanwhile."""
    WENT_BACK = "went_back"
    """An earlier question is to be asked again."""
    RESTED = "rested"
    """Nothing has to be asked any more."""
    WENT_ON = "went_on"
    """It goes on although the verdict stands, or with what was passed over."""
    FRAMED = "framed"
    """A framework was chosen, whose items are asked once fit is settled."""
    PAUSED = "paused"
    RESUMED = "resumed"
    HANDED_OVER = "handed_over"
    """A colleague is to go on."""
    REPACKED = "repacked"
    """The pack was published anew."""
    FINISHED = "finished"
    STOPPED = "stopped"


_AWAKE: Mapping[Event, State] = {
    Event.STOPPED: State.STOPPED,
    Event.REPACKED: State.READY,
    Event.WENT_BACK: State.READY,
    Event.FRAMED: State.READY,
    Event.PAUSED: State.PAUSED,
    Event.ANSWERED: State.READY,
    Event.CONTRADICTED: State.CHOOSING,
}
"""What can happen wherever an interview waits for somebody and is not paused."""

TRANSITIONS: Mapping[State, Mapping[Event, State]] = {
    State.NEW: {Event.STARTED: State.READY},
    State.READY: {
        Event.ASKED: State.ASKING,
        Event.RESTED: State.RESTING,
        Event.FRAMED: State.READY,
        Event.REPACKED: State.READY,
        Event.CONTRADICTED: State.CHOOSING,
    },
    State.ASKING: {
        **_AWAKE,
        Event.JOINED: State.ASKING,
        Event.OFFERED: State.ASKING,
        Event.DECLINED: State.ASKING,
        Event.HANDED_OVER: State.ASKING,
        Event.SKIPPED: State.READY,
        Event.UNKNOWN: State.READY,
        Event.OVERTAKEN: State.READY,
    },
    State.CHOOSING: {
        **_AWAKE,
        Event.JOINED: State.CHOOSING,
        Event.HANDED_OVER: State.CHOOSING,
        Event.CHOSEN: State.READY,
        Event.OVERTAKEN: State.READY,
    },
    State.RESTING: {
        **_AWAKE,
        Event.JOINED: State.RESTING,
        Event.HANDED_OVER: State.RESTING,
        Event.OVERTAKEN: State.READY,
        Event.WENT_ON: State.READY,
        Event.FINISHED: State.DONE,
    },
    State.PAUSED: {
        Event.STOPPED: State.STOPPED,
        Event.JOINED: State.PAUSED,
        Event.HANDED_OVER: State.PAUSED,
        Event.RESUMED: State.READY,
    },
    State.DONE: {},
    State.STOPPED: {},
}
"""For each state, what can happen in it and where that leads; anything else changes nothing."""


_ABOUT_A_TRAIT = (Event.ASKED, Event.OFFERED, Event.WENT_BACK)


class InterviewEvent(Frozen):
    """One thing that happened in an interview."""

    happened: Event
    at: datetime
    person: Text | None = None
    """Who did it; None for what Fika did, and once that person is forgotten."""
    colleague: Text | None = None
    """Whom it was handed to."""
    trait: Slug | None = None
    """The trait, or the item of a framework, that it is about."""
    answers: tuple[int, ...] = ()
    """The ids of the answers that came."""
    framework: Slug | None = None
    """The framework that was chosen."""
    pack: Text | None = None
    """Which state of the pack it goes by, as `STARTED` and `REPACKED` say."""
    offer: JsonValue = None
    """The value that was proposed."""
    quote: Text | None = None
    """The words for which it was."""
    gap: int | None = None
    """The id of the gap that was logged."""

    @model_validator(mode="after")
    def _it_is_about_something(self) -> Self:
        if self.trait is None and self.happened in _ABOUT_A_TRAIT:
            raise ValueError(f"what was {self.happened} is about a trait")
        return self


class Dealt(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Step:
    """A question that was dealt with."""

    number: int
    trait: str
    dealt: Dealt


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that waits for a yes."""

    trait: str
    value: JsonValue
    quote: str


@dataclass(frozen=True, slots=True)
class Interview:
    """Guided discovery of one account, as its events make it."""

    id: int
    account_id: int
    state: State = State.NEW
    events: int = 0
    """How many there were."""
    step: int = 0
    """The number of the question that stands, or was put last."""
    asks: str | None = None
    """The trait, or the item of a framework, that the standing question is about."""
    again: str | None = None
    """What is to be asked next, whatever else is open: because somebody went back, or was interrupted."""
    revisits: bool = False
    """Whether the standing question was asked before and is asked again on purpose."""
    steps: tuple[Step, ...] = ()
    """The questions that were dealt with, each once."""
    passed: frozenset[str] = frozenset()
    """What was dealt with; it is not asked again by itself, even where an answer left it open."""
    goes_on: bool = False
    """Whether everything is asked, although the verdict stands."""
    framework: str | None = None
    """The framework whose items are asked once fit is settled."""
    pack: str = ""
    """The state of the pack it goes by."""
    lead: str | None = None
    """Whose interview it is."""
    people: tuple[str, ...] = ()
    """Who took part, in the order in which they came."""
    offer: Offer | None = None
    contested: tuple[int, ...] = ()
    """The answers that another source contradicts, until somebody has chosen."""

    @property
    def is_open(self) -> bool:
        """Whether it may go on."""
        return self.state.is_open

    @property
    def asked(self) -> int:
        """How many questions were dealt with."""
        return len(self.steps)

    @property
    def before(self) -> str | None:
        """What Back asks again: the question that was dealt with last; None where there is none."""
        return next((step.trait for step in reversed(self.steps) if step.trait != self.asks), None)


def can(interview: Interview, event: Event) -> bool:
    """Whether something can happen in an interview as it is."""
    return event in TRANSITIONS[interview.state]


def advanced(interview: Interview, event: InterviewEvent) -> Interview:
    """An interview after one more event.

    Raises:
        InterviewRefused: that cannot happen in its state; the interview is as it was.
    """
    target = TRANSITIONS[interview.state].get(event.happened)
    if target is None:
        raise InterviewRefused(_REFUSED.get(interview.state, _NOT_NOW))
    came = replace(interview, events=interview.events + 1, people=_with(interview.people, event.person))
    after = _EFFECTS.get(event.happened, _nothing)(came, event)
    return replace(
        after,
        state=target,
        # A proposed value waits while its question stands, a choice until it is made or a question comes first.
        offer=after.offer if target is State.ASKING else None,
        contested=after.contested if target in _CONTESTABLE else (),
    )


def replayed(interview_id: int, account_id: int, events: Iterable[InterviewEvent]) -> Interview:
    """What events make of an interview; an event that cannot happen changes nothing but their number."""
    interview = Interview(interview_id, account_id)
    for event in events:
        try:
            interview = advanced(interview, event)
        except InterviewRefused:
            interview = replace(interview, events=interview.events + 1)
    return interview


def questions_put(events: Iterable[InterviewEvent]) -> dict[int, str]:
    """What each question of an interview was about, by its number."""
    put: dict[int, str] = {}
    interview = Interview(0, 0)
    for event in events:
        interview = advanced(interview, event) if can(interview, event.happened) else interview
        if event.happened is Event.ASKED and interview.asks is not None:
            put[interview.step] = interview.asks
    return put


Effect = Callable[[Interview, InterviewEvent], Interview]
"""What an event makes of an interview that is still in the state in which it happened."""
_CONTESTABLE = (State.CHOOSING, State.READY, State.PAUSED)
"""Where a choice that is still to be made is kept in mind."""
_NOT_NOW = "That does not go together with where this interview is. Its question stands below."
_REFUSED = {
    State.PAUSED: "This interview is paused. Resume it first.",
    State.DONE: "This interview is over. Start another one, and it begins with what is known by now.",
    State.STOPPED: "This interview was stopped. Start another one, and it begins with what is known by now.",
}


def _with(people: tuple[str, ...], person: str | None) -> tuple[str, ...]:
    return people if person is None or person in people else (*people, person)


def _nothing(interview: Interview, event: InterviewEvent) -> Interview:  # noqa: ARG001 - as every effect
    return interview


def _started(interview: Interview, event: InterviewEvent) -> Interview:
    return replace(interview, lead=event.person, pack=event.pack or "", framework=event.framework)


def _asked(interview: Interview, event: InterviewEvent) -> Interview:
    stood = interview.asks is not None and interview.asks == event.trait
    return replace(
        interview,
        step=interview.step if stood else interview.step + 1,
        asks=event.trait,
        again=None,
        # Asked again on purpose is what was dealt with before.
        revisits=interview.revisits if stood else event.trait == interview.again,
        passed=interview.passed - {event.trait},
    )


def _offered(interview: Interview, event: InterviewEvent) -> Interview:
    return replace(interview, offer=Offer(event.trait or "", event.offer, event.quote or ""))


def _declined(interview: Interview, event: InterviewEvent) -> Interview:  # noqa: ARG001 - as every effect
    return replace(interview, offer=None)


def _answered(interview: Interview, event: InterviewEvent) -> Interview:
    """Answers to the question that stands deal with it; others leave it standing."""
    if event.trait is None or event.trait != interview.asks:
        return _interrupted(interview, event)
    return _dealt(interview, Dealt.ANSWERED)


def _contradicted(interview: Interview, event: InterviewEvent) -> Interview:
    """What was contested before and has not been chosen from still is."""
    answered = _answered(interview, event)
    return replace(answered, contested=tuple(dict.fromkeys((*interview.contested, *event.answers))))


def _chosen(interview: Interview, event: InterviewEvent) -> Interview:  # noqa: ARG001 - as every effect
    return replace(interview, contested=())


def _passed(dealt: Dealt) -> Effect:
    def effect(interview: Interview, event: InterviewEvent) -> Interview:  # noqa: ARG001 - as every effect
        return _dealt(interview, dealt)

    return effect


def _dealt(interview: Interview, dealt: Dealt) -> Interview:
    """The question that stands is dealt with; it is not asked again by itself, whatever the answer left open."""
    trait = interview.asks or ""
    steps = tuple(step for step in interview.steps if step.trait != trait)
    done = Step(interview.step, trait, dealt)
    passed = interview.passed | {trait}
    return replace(interview, steps=(*steps, done), asks=None, offer=None, revisits=False, again=None, passed=passed)


def _overtaken(interview: Interview, event: InterviewEvent) -> Interview:  # noqa: ARG001 - as every effect
    if interview.state is State.CHOOSING:  # the choice was overtaken, and not the question that it interrupted
        return replace(interview, contested=())
    return replace(interview, asks=None, revisits=False)


def _went_back(interview: Interview, event: InterviewEvent) -> Interview:
    trait = event.trait or ""
    return replace(
        interview,
        asks=None,
        again=trait,
        steps=tuple(step for step in interview.steps if step.trait != trait),
        passed=interview.passed - {trait},
        revisits=False,
        contested=(),
    )


def _went_on(interview: Interview, event: InterviewEvent) -> Interview:  # noqa: ARG001 - as every effect
    return replace(interview, goes_on=True, passed=frozenset())


def _framed(interview: Interview, event: InterviewEvent) -> Interview:
    return replace(_interrupted(interview, event), framework=event.framework)


def _interrupted(interview: Interview, event: InterviewEvent) -> Interview:  # noqa: ARG001 - as every effect
    return replace(interview, again=interview.asks or interview.again)


def _handed_over(interview: Interview, event: InterviewEvent) -> Interview:
    return replace(interview, lead=event.colleague, people=_with(interview.people, event.colleague))


def _repacked(interview: Interview, event: InterviewEvent) -> Interview:
    return replace(_interrupted(interview, event), pack=event.pack or interview.pack)


def _nothing_stands(interview: Interview, event: InterviewEvent) -> Interview:  # noqa: ARG001 - as every effect
    return replace(interview, asks=None, again=None, revisits=False)


_EFFECTS: Mapping[Event, Effect] = {
    Event.STARTED: _started,
    Event.ASKED: _asked,
    Event.OFFERED: _offered,
    Event.DECLINED: _declined,
    Event.ANSWERED: _answered,
    Event.CONTRADICTED: _contradicted,
    Event.CHOSEN: _chosen,
    Event.SKIPPED: _passed(Dealt.SKIPPED),
    Event.UNKNOWN: _passed(Dealt.UNKNOWN),
    Event.OVERTAKEN: _overtaken,
    Event.WENT_BACK: _went_back,
    Event.RESTED: _nothing_stands,
    Event.WENT_ON: _went_on,
    Event.FRAMED: _framed,
    Event.PAUSED: _interrupted,
    Event.HANDED_OVER: _handed_over,
    Event.REPACKED: _repacked,
    Event.STOPPED: _nothing_stands,
}
"""What an event changes besides the state; what is not here changes nothing else."""
