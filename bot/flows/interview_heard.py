"""Heard: what somebody types while an interview's question stands, as a move in it; or as none of its business.

What is typed answers the question that was shown where it was typed, not one that another person's answer has brought
up since. What is about another account, or plainly asks for something else, is not the interview's. What is meant for
it and cannot be read is asked back with examples, never guessed.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.core.account import Account, Answer
from bot.core.disagreement_words import keep_in_words
from bot.core.framework import trait_of
from bot.core.interview import Interview, State, questions_put, replayed
from bot.core.language.answering import asked_back, read_message, subjects
from bot.core.language.framework import framework_in
from bot.core.language.moves import asked_again, consent_in, move_in
from bot.core.language.parse import Said, read_answers
from bot.core.language.reading import CannotTell, Reading
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
    Pick,
    Resume,
    Same,
    Say,
    Skip,
    Stop,
)
from bot.core.naming import Found
from bot.core.request import Request, RequestKind
from bot.core.trait import Trait
from bot.flows.desk import Desk
from bot.flows.interview import act
from bot.flows.interview_turn import InterviewTurn, asking_in
from bot.flows.origin import ids, written
from bot.flows.route import lexicon_for, route
from bot.ports import KnownName, UnitOfWork

TWICE_WITHIN = timedelta(seconds=20)
"""The same words again so soon are the same answer sent twice, and none to the next question."""
_OF_THE_ACCOUNT = re.compile(
    r"\s*(?:(?:oh|so|well|and|also|btw|ok|okay|but|actually|fyi)[,:]?\s+)*(?:they|it|the\s+(?:company|team|account))\b",
    re.IGNORECASE,
)
"""How a statement about the account begins, whatever was asked."""
_NO_WORD = re.compile(r"[^\w]+")
_LONGEST_MOVE = 8
"""Words; a longer message that names a framework says more than that it is to be used."""
_NOT_ITS_BUSINESS = frozenset(RequestKind) - {
    RequestKind.STATE_ANSWERS, RequestKind.UNKNOWN, RequestKind.OPEN_QUESTION,
}  # fmt: skip
"""What is asked for in so many words is answered, and the question goes on standing."""


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
        NotAllowed: the colleague that is named cannot go on with it.
        StateUnavailable: the state cannot be read or written.
    """
    with desk.begin(writes=False) as work:
        interview = _as_it_was_heard(work, interview_id, desk)
        if interview is None or not interview.is_open:
            return None
        account = work.accounts.get(interview.account_id)
        put = questions_put(work.interviews.events(interview_id))
    ear = _Ear(text, interview, account, put, names, desk)
    number = ear.number(step)
    move = ear.move(number)
    if isinstance(move, HandOver):
        move = HandOver(desk.colleague(move.colleague))
    return None if move is None else act(interview_id, number, move, desk)


def _as_it_was_heard(work: UnitOfWork, interview_id: int, desk: Desk) -> Interview | None:
    """An interview as it was when the message came: begun anew, a message is taken as it was the first time."""
    interview = work.interviews.get(interview_id)
    done = ids(written(work, desk.origin), "interview")
    if interview is None or done is None:
        return interview
    return replayed(interview_id, interview.account_id, work.interviews.events(interview_id)[: done[1]])


class _Ear:
    """One message, heard in an interview."""

    def __init__(
        self,
        text: str,
        interview: Interview,
        account: Account,
        put: dict[int, str],
        names: Sequence[KnownName],
        desk: Desk,
    ) -> None:
        self._text, self._interview, self._account = text, interview, account
        self._put, self._names, self._desk = put, names, desk

    def number(self, step: int | None) -> int | None:
        """The number of the question that the message is meant for; None where none stands."""
        if self._interview.state is not State.ASKING:
            return None
        shown = self._interview.step if step is None else step
        numbers = {trait: number for number, trait in self._put.items()}
        twice = self._said_just_now()
        return numbers.get(twice.trait, shown) if twice is not None else shown

    def _said_just_now(self) -> Answer | None:
        """An answer that the person gave a moment ago in the very same words."""
        own = [each for each in self._account.answers if each.source == self._desk.source and not each.retracted]
        last = max(own, key=lambda each: each.id, default=None)
        if last is None or last.quote is None or " ".join(last.quote.split()) != " ".join(self._text.split()):
            return None
        return last if abs(self._desk.now() - last.recorded_at) < TWICE_WITHIN else None

    def move(self, number: int | None) -> Move | None:
        """The move that the message is; None where it is none."""
        match self._interview.state:
            case State.PAUSED:
                return self._paused()
            case State.RESTING:
                return self._resting()
            case State.CHOOSING:
                keep = keep_in_words(self._text)
                return Choose(keep) if keep is not None else self._general()
            case _:
                return self._asking(self._put.get(number or 0, self._interview.asks or ""))

    def _paused(self) -> Move | None:
        move = move_in(self._text)
        return Resume() if isinstance(move, Resume | GoOn) else move if isinstance(move, Stop) else None

    def _resting(self) -> Move | None:
        move = move_in(self._text)
        if isinstance(move, Resume):
            return GoOn()
        if (framework := self._framework()) is not None:
            return Frame(framework)
        agreed = consent_in(self._text)
        if agreed is not None:
            return Stop() if isinstance(agreed, Decline) else GoOn()
        return Misread(_NOTHING_ASKED) if isinstance(move, DontKnow | Skip | Same) else self._general()

    def _framework(self) -> str | None:
        """The framework that a short message names."""
        return framework_in(self._text, self._desk.pack) if len(self._text.split()) <= _LONGEST_MOVE else None

    def _general(self) -> Move | None:
        """What may be said whatever stands."""
        wanted = asked_again(self._text)
        trait = self._named(wanted) if wanted is not None else None
        return Again(trait) if trait is not None else move_in(self._text)

    def _named(self, wanted: str) -> str | None:
        """The trait that goes by a name."""
        plain = wanted.casefold()
        for trait in self._desk.pack.traits:
            if plain in {each.casefold() for each in (trait.id, trait.label, *trait.also)}:
                return trait.id
        return None

    def _asking(self, trait_id: str) -> Move | None:
        trait = trait_of(self._desk.pack, trait_id)
        if trait is None:
            return self._general()
        if self._interview.offer is not None and (agreed := consent_in(self._text)) is not None:
            return agreed
        if (picked := self._by_number(trait)) is not None:
            return picked
        move = self._general()
        if move is not None and not self._is_option(trait) and not isinstance(move, DontKnow):
            return move
        return self._answer(trait, move)

    def _by_number(self, trait: Trait) -> Move | None:
        """The choice with that number, where choices are shown with numbers."""
        number = self._text.strip().rstrip(".)")
        if not self._desk.numbered or trait.kind.is_numeric or not (number.isascii() and number.isdigit()):
            return None
        asking = asking_in(self._interview, self._desk.answer(self._account), self._desk)
        choices = asking.choices if asking is not None and asking.trait.id == trait.id else ()
        at = int(number[:4])
        return Pick(trait.id, choices[at - 1].value) if 1 <= at <= len(choices) else None

    def _is_option(self, trait: Trait) -> bool:
        """Whether the message is the very name of an option, whatever else it may be."""
        plain = self._text.strip().casefold()
        labels = {trait.option_label(option).casefold() for option in trait.option_ids}
        return plain in labels | {also.casefold() for each in trait.options.values() for also in each.also}

    def _answer(self, trait: Trait, move: Move | None) -> Move | None:
        """What the message says, read as an answer to a trait's question."""
        desk = self._desk
        lexicon = lexicon_for(desk.pack)
        named = next((name for name in self._names if name.account_id == self._account.id), None)
        request = route(self._text, desk.pack, self._names, named)
        if _is_about_another(request, self._account.id):
            return None
        about = subjects(self._text, lexicon, self._names)
        said = read_message(self._text, lexicon.vocabulary, trait, about)
        if not any(isinstance(each, Reading) for each in said):
            said += self._stated_beside(read_answers(self._text, lexicon.vocabulary, about))
        readings = tuple(each for each in said if isinstance(each, Reading))
        unclear = tuple(each for each in said if isinstance(each, CannotTell))
        if any(each.value is not None for each in readings):
            return Say(readings, tuple(each for each in unclear if not _is_only_missing(each, trait)))
        if move is not None:
            return move
        if readings:
            return DontKnow(self._text.strip())
        if request.kind in _NOT_ITS_BUSINESS or (request.kind is RequestKind.OPEN_QUESTION and is_question(self._text)):
            return None
        missed = next((each for each in unclear if each.trait == trait.id), CannotTell(trait.id, _NOT_READ))
        return Misread(asked_back(missed, trait, lexicon.vocabulary), missed.offer, missed.quote)

    def _stated_beside(self, stated: Sequence[Said]) -> list[Said]:
        """What a message that is no answer to the question plainly states about something else.

        "5 people" says nothing of the size of a company that was asked how it buys; "they have 5 people" does, and so
        does whatever names what it is about.
        """
        says_who = _OF_THE_ACCOUNT.match(self._text) is not None
        return [each for each in stated if isinstance(each, Reading) and (says_who or self._names_trait(each.trait))]

    def _names_trait(self, trait_id: str) -> bool:
        trait = self._desk.pack.trait(trait_id)
        names = (trait.id, trait.label, *trait.also) if trait is not None else ()
        plain = f" {' '.join(re.sub(_NO_WORD, ' ', self._text).split())} ".casefold()
        return any(f" {' '.join(re.sub(_NO_WORD, ' ', name).split())} ".casefold() in plain for name in names)


_NOTHING_ASKED = "Nothing is asked right now."
_NOT_READ = "I could not read an answer in that."


def _is_only_missing(each: CannotTell, trait: Trait) -> bool:
    """Whether nothing was said about the question at all; then there is nothing to explain."""
    return each.trait == trait.id and each.is_vague and each.offer is None


def _is_about_another(request: Request[KnownName], account_id: int) -> bool:
    """Whether a message speaks of some other account, or of one that nobody knows."""
    if request.account is None or not request.account.said:
        return False
    meant = request.account.meant
    return not (isinstance(meant, Found) and meant.named.account_id == account_id)
