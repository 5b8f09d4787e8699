"""One transaction in an interview: what happens in it, one event after the other, and what is written down.

Before a move is made, the interview catches up with what happened around it: another pack, answers given elsewhere,
another person's move. A move that was meant for a question that is past is told so, and nothing is counted twice.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import JsonValue

from bot.core.account import Account, Answer
from bot.core.disagreement import Disagreement, Keep
from bot.core.errors import InterviewRefused, ValueRefused
from bot.core.framework import framework_named, trait_of
from bot.core.gap import GapKind, NewGap
from bot.core.interview import Event, Interview, InterviewEvent, State, advanced, can, questions_put
from bot.core.interview_plan import is_pressing, next_asked
from bot.core.language.reading import Reading
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
from bot.core.standing import answers_about, latest_of_each_source
from bot.core.trait import Trait
from bot.core.value import read_value
from bot.flows.accounts import record_in
from bot.flows.desk import Desk
from bot.flows.disagreement import detect, keep_in, standing_disagreement
from bot.flows.interview_turn import InterviewTurn, Late, Said, agenda_of, item_in, told
from bot.flows.origin import note
from bot.ports import NewAnswer, UnitOfWork
from bot.ports.team import Recalled

NOTHING_BEFORE = "Nobody has answered that before, so there is nothing that could be the same."
NOTHING_LIKE_BEFORE = "What was said before is no answer any more: the pack has changed since. Give a new one."
NO_FURTHER_BACK = "There is no question before this one."
SETTLED_BEFORE = "That one was settled already."
_WORDS = (NOTHING_BEFORE, NOTHING_LIKE_BEFORE, NO_FURTHER_BACK, SETTLED_BEFORE)
_OVER = "This interview is over. Start another one, and it begins with what is known by now."


def mark_of(desk: Desk) -> str:
    """What tells one state of a pack from another, as far as questions and verdicts go."""
    return f"{desk.pack.version}/{desk.scorer.scorecard.digest[:16]}"


def contested_in(interview: Interview, account: Account, desk: Desk) -> Disagreement | None:
    """What somebody is to choose from, where it still is contested."""
    if interview.state is not State.CHOOSING:
        return None
    return standing_disagreement(account, interview.contested, desk)


def notes_of(move: Move | None) -> tuple[str, ...]:
    """How what was said was worked out, and what of it could not be read."""
    if not isinstance(move, Say):
        return ()
    return (*(each.note for each in move.readings if each.note), *(each.why for each in move.unclear))


def value_in(move: Move | None, trait: str) -> JsonValue:
    """What a move says about a trait; None where it says nothing."""
    if isinstance(move, Pick):
        return move.value if move.trait == trait else None
    if isinstance(move, Say):
        return next((each.value for each in move.readings if each.trait == trait), None)
    return None


def remark_of(said: Said, step: int | None) -> list[int]:
    """What a move had to say beside its events and its own words, in the numbers that are noted with its delivery.

    Of what came too late: for which question, whether it is noted anyway, and the ids of what is; of a word its place.
    """
    if said.late is not None:
        return [step or 0, int(said.late.is_same), *(each.id for each in said.late.known)]
    return [-1 - _WORDS.index(said.misread)] if said.misread in _WORDS else []


def said_before(remark: Sequence[int], move: Move | None, put: Mapping[int, str], account: Account, desk: Desk) -> Said:
    """What a move had to say the first time.

    Args:
        remark: what was noted of it.
        move: the move.
        put: what each question of the interview was about.
        account: the account.
        desk: where it was made.
    """
    first, *rest = remark or [0]
    if first < 0:
        return Said(notes=notes_of(move), misread=_WORDS[-1 - first])
    trait = trait_of(desk.pack, put.get(first, ""))
    if trait is None or not rest:
        return Said(notes=notes_of(move), misread=move.why if isinstance(move, Misread) else None)
    answers = {each.id: each for each in account.answers}
    known = tuple(answers[each] for each in rest[1:] if each in answers)
    return Said(notes=notes_of(move), late=Late(trait, value_in(move, trait.id), bool(rest[0]), known))


class Run:
    """One transaction in an interview: what happens in it, one event after the other."""

    def __init__(self, work: UnitOfWork, desk: Desk, interview: Interview, account: Account) -> None:
        self.work, self.desk = work, desk
        self.begun, self.interview, self.account = interview, interview, account
        self.events: list[InterviewEvent] = []
        self.said = Said()

    def tell(self, happened: Event, *, by_fika: bool = False, **what: Any) -> None:
        """Let something happen.

        Raises:
            InterviewRefused: it cannot.
        """
        person = None if by_fika else self.desk.person
        event = InterviewEvent(happened=happened, at=self.desk.now(), person=person, **what)
        self.interview = advanced(self.interview, event)
        self.events.append(event)

    def catch_up(self) -> None:
        """Let the interview notice what happened around it."""
        if not self.interview.is_open:
            raise InterviewRefused(_OVER)
        if self.interview.pack != mark_of(self.desk) and can(self.interview, Event.REPACKED):
            self.tell(Event.REPACKED, by_fika=True, pack=mark_of(self.desk))
        elif can(self.interview, Event.OVERTAKEN) and self._is_overtaken():
            self.tell(Event.OVERTAKEN, by_fika=True, trait=self.interview.asks)
        self.ask()
        self._join()

    def wake(self) -> None:
        """Go on where it was paused; whoever goes on takes part."""
        if self.interview.state is State.PAUSED:
            self._join()
            self.tell(Event.RESUMED)

    def _join(self) -> None:
        if self.desk.person not in self.interview.people:
            self.tell(Event.JOINED)

    def _is_overtaken(self) -> bool:
        """Whether what the interview waits for was settled elsewhere."""
        interview = self.interview
        if interview.state is State.CHOOSING:
            return contested_in(interview, self.account, self.desk) is None
        agenda = agenda_of(interview, self.desk.answer(self.account), self.desk)
        if interview.state is State.RESTING:
            return next_asked(interview, agenda) is not None
        return not interview.revisits and not is_pressing(interview.asks or "", interview, agenda)

    def ask(self) -> None:
        """Let somebody choose, ask the next question, or rest, where the interview is ready for it."""
        if self.interview.state is not State.READY:
            return
        contested = self.interview.contested  # somebody was to choose when something else came in between
        if standing_disagreement(self.account, contested, self.desk) is not None:
            self.tell(Event.CONTRADICTED, by_fika=True, answers=contested)
            return
        trait = next_asked(self.interview, agenda_of(self.interview, self.desk.answer(self.account), self.desk))
        if trait is None:
            self.tell(Event.RESTED, by_fika=True)
        else:
            self.tell(Event.ASKED, by_fika=True, trait=trait)

    def ended(self, step: int | None = None) -> InterviewTurn:
        """Keep everything that happened, and say so; what did nothing does nothing in a second attempt, either."""
        self.ask()
        after = self.work.interviews.add(self.begun, self.events)
        span = [after.id, self.begun.events, after.events]
        note(self.work, self.desk.origin, "interview", [*span, *remark_of(self.said, step)])
        self._remember(after)
        self.work.commit()
        contested = contested_in(after, self.account, self.desk)
        return told(after, self.events, self.account, self.said, contested, self.desk)

    def _remember(self, after: Interview) -> None:
        """Remember where it was said which question stands now, so that the next words there answer that one.

        It is kept with the move: a process that is killed once the question was shown leaves no older one behind.
        """
        handed_over = any(event.happened is Event.HANDED_OVER for event in self.events)
        if self.desk.place is None or not self.events or not after.is_open or handed_over:
            return
        step = after.step if after.state is State.ASKING else None
        stands = Recalled(after.account_id, interview_id=after.id, step=step)
        self.work.conversations.remember(self.desk.person, self.desk.place, stands, self.desk.now())

    # --- moves --------------------------------------------------------------------------------------------------------

    def make(self, move: Move, step: int | None) -> None:
        """Make a move, unless it was meant for a question that is past."""
        past = self._past(step, move)
        if past is not None and isinstance(move, _ABOUT_A_QUESTION):
            self._late(past, move)
        else:
            _MOVES[type(move)](self, move)

    def _past(self, step: int | None, move: Move) -> str | None:
        """The trait of the question that a move was meant for, where that one does not stand any more."""
        stands = self.interview.state is State.ASKING or isinstance(move, Back)  # back leads on from any state
        if step is None or (step == self.interview.step and stands):
            return None
        return questions_put(self.work.interviews.events(self.begun.id)).get(step)

    def _late(self, trait_id: str, move: Move) -> None:
        """Say that a question is past; an answer by somebody who gave none is taken all the same."""
        trait = trait_of(self.desk.pack, trait_id)
        if trait is None:
            raise InterviewRefused("The pack does not know that question any more.")
        value = value_in(move, trait.id)
        said = latest_of_each_source(answers_about(self.account, trait.id))
        known = tuple(each for each in said if each.value is not None)
        is_same = value is not None and any(each.value == value for each in known)
        is_new = value is not None and not is_same and all(each.source != self.desk.source for each in known)
        taken = [each for each in move.readings if each.trait != trait.id] if isinstance(move, Say) else []
        self.said = Said(notes=notes_of(move))
        if is_new:
            taken.append(Reading(trait.id, value, _quote(move, trait.id)))
        else:
            self.said = replace(self.said, late=Late(trait, value, is_same, known))
        if taken:
            self._record(taken)

    def say(self, move: Say) -> None:
        """Take everything that a message states."""
        self.said = Said(notes=notes_of(move))
        unknown = [each for each in move.readings if each.value is None and each.trait == self.interview.asks]
        stated = [each for each in move.readings if each not in unknown]
        if unknown:
            self.dont_know(DontKnow(unknown[0].quote))
            self.ask()
        if stated:
            self._record(stated)

    def pick(self, move: Pick) -> None:
        """Take an answer that was offered."""
        self._record([Reading(move.trait, move.value, "")])

    def misread(self, move: Misread) -> None:
        """Ask back; propose a value where one could be worked out."""
        self.said = Said(misread=move.why)
        if move.offer is not None and self.interview.state is State.ASKING:
            self.tell(Event.OFFERED, trait=self.interview.asks, offer=move.offer, quote=move.quote or None)

    def accept(self, move: Accept) -> None:
        """Take the value that was proposed; a button of an earlier proposal takes nothing."""
        offer = self.interview.offer
        if offer is None or move.value not in (None, offer.value):
            raise InterviewRefused("There is no proposal to take. The question stands below.")
        self._record([Reading(offer.trait, offer.value, offer.quote)])

    def decline(self, _: Move) -> None:
        """Drop the value that was proposed."""
        self.tell(Event.DECLINED)

    def same(self, _: Move) -> None:
        """Take the value that was given before."""
        trait = trait_of(self.desk.pack, self.interview.asks or "")
        said = latest_of_each_source(answers_about(self.account, self.interview.asks or ""))
        answers = [each for each in said if each.value is not None]
        known = [each for each in answers if trait is not None and _can_hold(trait, each.value)]
        own = [each for each in known if each.source == self.desk.source]
        before = next(iter((*own, *known)), None)
        if trait is None or before is None:
            self.said = Said(misread=NOTHING_LIKE_BEFORE if answers else NOTHING_BEFORE)
        else:
            self._record([Reading(trait.id, before.value, "the same as before")])

    def skip(self, _: Move) -> None:
        """Go on to another question, or leave a contradiction as it is."""
        if self.interview.state is State.CHOOSING:
            self.choose(Choose(Keep.BOTH))
        else:
            self.tell(Event.SKIPPED, trait=self.interview.asks)

    def dont_know(self, move: DontKnow) -> None:
        """Note that nobody knows; where it matters it is a gap."""
        trait = trait_of(self.desk.pack, self.interview.asks or "")
        if trait is None or not can(self.interview, Event.UNKNOWN):
            raise InterviewRefused("There is no question to answer right now.")
        [recorded] = self._written([Reading(trait.id, None, move.said or "")])
        answer = self.desk.answer(self.account)  # as it is now: what the person knew before does not count any more
        matters = any(each.trait == trait.id for each in answer.report.questions)
        matters = matters or item_in(self.interview, trait, answer, self.desk) is not None
        gap = self.work.gaps.add(self._gap(trait, move)).id if matters else None
        self.tell(Event.UNKNOWN, trait=trait.id, answers=(recorded.id,), gap=gap)

    def _gap(self, trait: Trait, move: DontKnow) -> NewGap:
        return NewGap(
            kind=GapKind.TRAIT,
            what=f"{trait.label} is not known",
            account_id=self.account.id,
            trait=trait.id,
            quote=move.said,
            source=self.desk.source,
            at=self.desk.now(),
        )

    def back(self, _: Move) -> None:
        """Ask the question before this one again."""
        steps = (step.trait for step in reversed(self.interview.steps) if step.trait != self.interview.asks)
        before = next((trait for trait in steps if trait_of(self.desk.pack, trait) is not None), None)
        if before is None:
            self.said = Said(misread=NO_FURTHER_BACK)
        else:
            self.tell(Event.WENT_BACK, trait=before)

    def again(self, move: Again) -> None:
        """Ask about a trait again.

        Raises:
            InterviewRefused: the pack does not know it.
        """
        if trait_of(self.desk.pack, move.trait) is None:
            raise InterviewRefused("The pack does not know that question any more.")
        self.tell(Event.WENT_BACK, trait=move.trait)

    def pause(self, _: Move) -> None:
        """Leave it for later; nothing to do where it was left."""
        if self.interview.state is not State.PAUSED:
            self.tell(Event.PAUSED)

    def resume(self, _: Move) -> None:
        """Go on with it; nothing to do where it goes on."""
        if self.interview.state is State.PAUSED:
            self.wake()
            self.catch_up()

    def stop(self, _: Move) -> None:
        """End it."""
        self.tell(Event.FINISHED if self.interview.state is State.RESTING else Event.STOPPED)

    def hand_over(self, move: HandOver) -> None:
        """Let a colleague go on."""
        self.tell(Event.HANDED_OVER, colleague=move.colleague)

    def go_on(self, _: Move) -> None:
        """Ask what is left; nothing to do where a question stands."""
        if self.interview.state is State.RESTING:
            self.tell(Event.WENT_ON)

    def frame(self, move: Frame) -> None:
        """Ask a framework's items once fit is settled.

        Raises:
            FrameworkUnknown: the pack has none called so.
        """
        self.tell(Event.FRAMED, framework=framework_named(self.desk.pack, move.framework).id)

    def choose(self, move: Choose) -> None:
        """Settle which of two sources holds.

        Raises:
            InterviewRefused: nothing is contested.
        """
        contested = contested_in(self.interview, self.account, self.desk)
        if contested is None:
            raise InterviewRefused("There is nothing to choose from any more.")
        if move.answer not in (None, contested.new.id):
            # A late click on one disagreement never settles another one.
            meant = {move.answer}.intersection(self.interview.contested)
            contested = standing_disagreement(self.account, meant, self.desk)
        if contested is None:
            self.said = Said(misread=SETTLED_BEFORE)
            return
        contested_ids = self.interview.contested
        keep_in(self.work, self.account, contested, move.keep, self.desk)
        self.account = self.work.accounts.get(self.account.id)
        self.tell(Event.CHOSEN, trait=contested.trait)
        others = tuple(
            each.id for each in self.account.answers if each.id in contested_ids and each.trait != contested.trait
        )
        if standing_disagreement(self.account, others, self.desk) is not None:
            self.tell(Event.CONTRADICTED, by_fika=True, answers=others)

    # --- what is written ----------------------------------------------------------------------------------------------

    def _record(self, readings: Sequence[Reading]) -> None:
        """Write answers down; where another source contradicts one, somebody is to choose."""
        recorded = self._written(readings)
        contested = detect(self.work, self.account, recorded, self.desk)
        asked = self.interview.asks
        trait = asked if any(each.trait == asked for each in recorded) else None
        answer_ids = tuple(each.id for each in recorded)
        if contested:
            self.tell(Event.CONTRADICTED, trait=trait, answers=answer_ids)
        else:
            self.tell(Event.ANSWERED, trait=trait, answers=answer_ids)

    def _written(self, readings: Sequence[Reading]) -> list[Answer]:
        desk, now = self.desk, self.desk.now()  # said together, they are taken back together
        new = [
            NewAnswer(
                each.trait,
                each.value,
                desk.source,
                now,
                on=desk.today,
                quote=each.quote or None,
                draft=desk.draft,
            )
            for each in readings
        ]
        recorded = record_in(self.work, self.account.id, new, desk.pack)
        self.account = self.work.accounts.get(self.account.id)
        return recorded


_ABOUT_A_QUESTION = (Say, Pick, Misread, Accept, Decline, Same, Skip, DontKnow, Back)
"""Moves that are meant for the question that stands."""
_MOVES: Mapping[type[Move], Callable[[Run, Any], None]] = {
    Say: Run.say,
    Pick: Run.pick,
    Misread: Run.misread,
    Accept: Run.accept,
    Decline: Run.decline,
    Same: Run.same,
    Skip: Run.skip,
    DontKnow: Run.dont_know,
    Back: Run.back,
    Again: Run.again,
    Pause: Run.pause,
    Resume: Run.resume,
    Stop: Run.stop,
    HandOver: Run.hand_over,
    GoOn: Run.go_on,
    Frame: Run.frame,
    Choose: Run.choose,
}


def _can_hold(trait: Trait, value: JsonValue) -> bool:
    """Whether a value is one that the pack at hand knows."""
    try:
        read_value(value, trait)
    except ValueRefused:
        return False
    return True


def _quote(move: Move, trait: str) -> str:
    return next((each.quote for each in move.readings if each.trait == trait), "") if isinstance(move, Say) else ""
