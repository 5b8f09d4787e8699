"""Heard: what somebody types while an interview's question stands, as a move in it; or as none of its business.

What is typed answers the question that was shown where it was typed, not one that another person's answer has brought
up since. What is about another account, or plainly asks for something else, is not the interview's. What is meant for
it and cannot be read is asked back with examples, never guessed.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from pydantic import JsonValue

from bot.core.account import Account, Answer
from bot.core.cell import partition
from bot.core.choices import choices_of
from bot.core.disagreement import Keep
from bot.core.disagreement_words import keep_in_words
from bot.core.framework import frameworks_of, trait_of
from bot.core.interview import Event, Interview, InterviewEvent, State, questions_put, replayed
from bot.core.language.framework import framework_in
from bot.core.language.moves import asked_again, changed_to, consent_in, is_courtesy, move_in
from bot.core.language.reading import Reading
from bot.core.language.wondering import Wonder, wonder_in
from bot.core.language.words import is_question
from bot.core.move import (
    Again,
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
from bot.core.request import RequestKind
from bot.core.trait import Kind, Trait
from bot.flows.desk import Desk
from bot.flows.interview import act, look
from bot.flows.interview_answer import Listener, Meant, option_names
from bot.flows.interview_asides import wonder_words
from bot.flows.interview_turn import InterviewTurn, Said
from bot.flows.origin import ids, written
from bot.ports import KnownName

TWICE_WITHIN = timedelta(seconds=5)
"""The same words again so soon are the same answer sent twice, and none to the next question."""
_LONGEST_MOVE = 8
"""Words; a longer message that names a framework says more than that it is to be used."""
_NUMBERS = re.compile(r"#?\d{1,3}[.)]?(?:\s*(?:,|;|&|\+|\band\b|\s)\s*#?\d{1,3}[.)]?)*")
_ME = frozenset({"me", "myself", "us"})
_NOTHING_ASKED = "Nothing is asked right now."
_WHICH_ONE = "Something came between, and I cannot tell which question that was for. Say it again for this one."
UNSURE_WITHIN = timedelta(minutes=1)
"""A killed process may have shown a question without remembering that; its delivery is taken up well within that."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """An interview as it was when a message came."""

    interview: Interview
    account: Account
    put: dict[int, str]
    """What each of its questions was about, by its number."""
    passed: dict[int, InterviewEvent]
    """Who passed over a question and when, by its number."""


def hear(
    text: str, interview_id: int, step: int | None, names: Sequence[KnownName], desk: Desk
) -> InterviewTurn | None:
    """Take what was typed as a move in an interview; None where it is not meant for it.

    Args:
        text: what was typed.
        interview_id: the interview whose question was shown there.
        step: the number of that question; None where none was shown.
        names: every name of every account.
        desk: where it was typed.

    Raises:
        InterviewRefused: it cannot happen in the interview now.
        StateUnavailable: the state cannot be read or written.
    """
    heard = _heard(interview_id, desk)
    if heard is None:
        return None
    ear = _Ear(text, heard, names, desk)
    wonder = ear.wonder()
    if wonder is not None:
        turn = look(interview_id, desk)
        return replace(turn, said=Said(notes=tuple(wonder_words(wonder, turn, desk))))
    number = ear.number(step)
    move = ear.move(number)
    if isinstance(move, Say) and ear.is_unsure(step, move):
        return replace(look(interview_id, desk), said=Said(misread=_WHICH_ONE))
    return None if move is None else act(interview_id, number, move, desk)


def _heard(interview_id: int, desk: Desk) -> _Heard | None:
    """The interview as it was before this very delivery wrote anything; None where it is over or gone.

    A delivery that is begun anew hears what it heard the first time, and so comes to the same move.
    """
    with desk.begin(writes=False) as work:
        interview = work.interviews.get(interview_id)
        if interview is None:
            return None
        account = work.accounts.get(interview.account_id)
        events = work.interviews.events(interview_id)
        done = ids(written(work, desk.origin), "interview")
    if done is not None and done[0] == interview_id:
        if done[1] == 0:
            return None  # this is what began it
        came = {answer_id for event in events[done[1] : done[2]] for answer_id in event.answers}
        events = events[: done[1]]
        interview = replayed(interview_id, account.id, events)
        kept = tuple(each for each in account.answers if each.id not in came)
        account = account.model_copy(update={"answers": kept})
    return _Heard(interview, account, questions_put(events), _passed(events)) if interview.is_open else None


def _passed(events: Sequence[InterviewEvent]) -> dict[int, InterviewEvent]:
    numbers = itertools.accumulate(event.happened is Event.ASKED for event in events)
    return {
        number: event
        for number, event in zip(numbers, events, strict=True)
        if event.happened in (Event.SKIPPED, Event.UNKNOWN)
    }


class _Ear:
    """One message, heard in an interview."""

    def __init__(self, text: str, heard: _Heard, names: Sequence[KnownName], desk: Desk) -> None:
        self._text, self._desk = text, desk
        self._interview, self._account, self._put = heard.interview, heard.account, heard.put
        self._passed = heard.passed
        self._listener = Listener(text, heard.account, names, desk)

    def wonder(self) -> Wonder | None:
        """What the message wants to know about the interview itself; None where it wants nothing of the kind."""
        wonder, state = wonder_in(self._text), self._interview.state
        if state is State.PAUSED or (wonder is Wonder.WHY and state is not State.ASKING):
            return None
        trait = trait_of(self._desk.pack, self._interview.asks or "")
        return None if trait is not None and self._is_option(trait) else wonder

    def number(self, step: int | None) -> int | None:
        """The number of the question that the message is meant for; None where none stands."""
        if self._interview.state is not State.ASKING:
            return step if step in self._put else None
        shown = min(
            step or self._interview.step, self._interview.step
        )  # a message begun anew comes before the next one
        numbers = {trait: number for number, trait in self._put.items()}
        twice = self._said_just_now()
        return numbers.get(twice.trait, shown) if twice is not None else shown

    def is_unsure(self, step: int | None, said: Say) -> bool:
        """Whether words would answer a question that the same person passed over a moment ago, not the one since."""
        passed = self._passed.get(step or 0)
        if passed is None or step == self._interview.step or passed.person != self._desk.person:
            return False
        answers = any(each.trait == self._put[step or 0] for each in said.readings)
        return answers and self._desk.now() - passed.at < UNSURE_WITHIN

    def _said_just_now(self) -> Answer | None:
        """An answer that the person gave a moment ago in the very same words, where a message may arrive twice."""
        own = [each for each in self._account.answers if each.source == self._desk.source and not each.retracted]
        last = max(own, key=lambda each: each.id, default=None)
        if self._desk.numbered or last is None or last.quote is None:
            return None
        if " ".join(last.quote.split()) != " ".join(self._text.split()):
            return None
        return last if abs(self._desk.now() - last.recorded_at) < TWICE_WITHIN else None

    def move(self, number: int | None) -> Move | None:
        """The move that the message is; None where it is none."""
        match self._interview.state:
            case State.PAUSED:
                return self._paused()
            case State.RESTING:
                return self._resting() or self._to_past(number)
            case State.CHOOSING:
                return self._choosing() or self._to_past(number)
            case _:
                return self._asking(self._put.get(number or 0, self._interview.asks or ""))

    def _paused(self) -> Move | None:
        move = move_in(self._text)
        if isinstance(move, Resume | GoOn):
            return Resume()
        if isinstance(move, Stop | HandOver):
            return self._general()
        return Pause() if move is not None or self._listener.says_nothing_else() else None

    def _to_past(self, number: int | None) -> Move | None:
        """An answer to the question that was shown here, where somebody else's move has ended the asking since."""
        move = self._asking(self._put[number]) if number is not None else None
        return move if isinstance(move, Say) else None

    def _choosing(self) -> Move | None:
        keep = keep_in_words(self._text)
        if keep is not None:
            return Choose(keep)
        move = self._general()
        return Choose(Keep.BOTH) if isinstance(move, DontKnow) else move

    def _resting(self) -> Move | None:
        move = move_in(self._text)
        if isinstance(move, Resume):
            return GoOn()
        if not is_question(self._text) and (framework := self._named() or self._framework()) is not None:
            return Frame(framework)
        agreed = consent_in(self._text)
        if agreed is not None and not is_courtesy(self._text):
            return Stop() if isinstance(agreed, Decline) else GoOn()
        if isinstance(move, DontKnow | Skip | Same):
            return Misread(_NOTHING_ASKED)
        general = self._general()
        return general if general is not None or agreed is not None else self._listener.stated()

    def _named(self) -> str | None:
        """The framework whose name alone is the message, where a name was asked for: SQL is no language then."""
        said, frameworks = self._text.strip(" .!").casefold(), frameworks_of(self._desk.pack)
        return next((each.id for each in frameworks if said in (each.id.casefold(), each.title.casefold())), None)

    def _framework(self) -> str | None:
        """The framework that a short message names."""
        return framework_in(self._text, self._desk.pack) if len(self._text.split()) <= _LONGEST_MOVE else None

    def _general(self) -> Move | None:
        """What may be said whatever stands."""
        changed = self._changed()
        if changed is not None:
            return changed
        wanted = asked_again(self._text)
        trait = self._listener.trait_called(wanted) if wanted is not None else None
        if trait is not None:
            return Again(trait.id)
        move = move_in(self._text)
        if isinstance(move, HandOver) and move.colleague.casefold() in _ME:
            return HandOver(self._desk.person)
        return move

    def _changed(self) -> Move | None:
        """Another value for an answer that was given: "change headcount to 80"; asked again where it cannot be read."""
        changed = changed_to(self._text)
        trait = self._listener.trait_called(changed[0]) if changed is not None else None
        if changed is None or trait is None:
            return None
        reading = self._listener.reply(changed[1], trait)
        return Again(trait.id) if reading is None else Say((replace(reading, quote=self._text.strip()),))

    def _asking(self, trait_id: str) -> Move | None:
        trait = trait_of(self._desk.pack, trait_id)
        if trait is None:
            return self._general()
        if self._interview.offer is not None and (agreed := consent_in(self._text)) is not None:
            return agreed
        if (picked := self._by_number(trait)) is not None:
            return picked
        move = self._general()
        if move is not None and not self._is_option(trait) and not isinstance(move, DontKnow | GoOn):
            return move
        return self._answer(trait, move)

    def _by_number(self, trait: Trait) -> Move | None:
        """The choices with those numbers, where choices are shown with numbers."""
        said = self._text.strip()
        if not self._desk.numbered or trait.kind.is_numeric or not said.isascii() or not _NUMBERS.fullmatch(said):
            return None
        pack = self._desk.pack
        choices = choices_of(trait, partition(trait, pack.icps).cells, pack.currency)
        numbers = list(dict.fromkeys(int(each) for each in re.findall(r"\d+", said)))
        if not all(1 <= each <= len(choices) for each in numbers):
            return None
        if trait.kind is Kind.TAGS:
            return Pick(trait.id, [choices[each - 1].key for each in numbers])
        return Pick(trait.id, choices[numbers[0] - 1].value) if len(numbers) == 1 else None

    def _is_option(self, trait: Trait) -> bool:
        """Whether the message is the very name of an option, whatever else it may be."""
        return self._text.strip().casefold() in option_names(trait)

    def _exactly(self, trait: Trait) -> JsonValue:
        """The value of the one choice that the message is word for word; None where it is none."""
        plain, pack = self._text.strip().casefold(), self._desk.pack
        choices = choices_of(trait, partition(trait, pack.icps).cells, pack.currency)
        named = [choice for choice in choices if choice.label.casefold() == plain]
        if len(named) != 1 or trait.kind is Kind.FLAG:  # a bare yes or no may be meant for something else
            return None
        return {"at_least": [named[0].key]} if trait.kind is Kind.TAGS else named[0].value

    def _answer(self, trait: Trait, move: Move | None) -> Move | None:
        """What the message says, read as an answer to a trait's question."""
        if (value := self._exactly(trait)) is not None:
            return Say((Reading(trait.id, value, self._text.strip()),))
        listener = self._listener
        meant = listener.meant(trait)
        if meant.whose is not None:
            return meant.whose if isinstance(meant.whose, Misread) else None
        if meant.says and not (is_courtesy(self._text) and trait.kind is Kind.FLAG):
            return Say(meant.readings, meant.unclear)
        if isinstance(move, DontKnow) or (meant.readings and not meant.says):
            return DontKnow(self._text.strip())
        return self._unread(meant)

    def _unread(self, meant: Meant) -> Move | None:
        """What becomes of a message in which no answer can be read."""
        asks = is_question(self._text)
        if meant.kind is RequestKind.UNKNOWN and not asks and (framework := self._framework()) is not None:
            return Frame(framework)
        if is_courtesy(self._text) or not meant.asks_otherwise:
            return meant.asked_back
        return None
