"""What an interview has to say after each move: the question that stands and why, what happened, what it changed.

It is put together from the events and the account alone, so a message that is answered anew after a crash says what it
said the first time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import JsonValue

from bot.core.account import Account, Answer
from bot.core.cell import partition
from bot.core.choices import Choice, choices_of
from bot.core.framework import framework_named, frameworks_of, own_traits, trait_of
from bot.core.interview import Interview, InterviewEvent, State
from bot.core.interview_plan import Agenda, passed_over, to_go
from bot.core.narrowing import Stakes, stakes
from bot.core.overlay import Held, ItemState, Qualification, qualify
from bot.core.qualification import Framework, Item
from bot.core.standing import Standing, answers_about, standing
from bot.core.trait import Trait
from bot.flows.desk import Desk
from bot.flows.fit import FitAnswer

if TYPE_CHECKING:
    from bot.core.disagreement import Disagreement


@dataclass(frozen=True, slots=True)
class Asking:
    """The question that stands."""

    number: int
    """Of the interview's questions; a button that carries another one is late."""
    trait: Trait
    item: Item | None
    """The framework's item that it asks for; None for a question about fit."""
    question: str
    stakes: Stakes | None
    """What its answer is able to change; None where it cannot change the verdict."""
    choices: tuple[Choice, ...]
    known: Standing
    """What is known of it by now: what is kept where it is asked again, and what has expired."""


@dataclass(frozen=True, slots=True)
class Late:
    """Something that was meant for a question that is past."""

    trait: Trait
    said: JsonValue
    """The answer that was meant; None where it was none."""
    is_same: bool
    """Whether it is what is noted anyway."""
    known: tuple[Answer, ...]
    """What is noted of it, the latest first."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one message did, beside what its events say."""

    notes: tuple[str, ...] = ()
    """How a value was worked out, and what could not be read."""
    misread: str | None = None
    """Why it was no answer, and how it could be said instead."""
    late: Late | None = None


@dataclass(frozen=True, slots=True)
class InterviewTurn:
    """What an interview has to say."""

    interview: Interview
    happened: tuple[InterviewEvent, ...]
    """What the message made happen, in order."""
    answer: FitAnswer
    before: FitAnswer
    """The same without the answers that came."""
    noted: tuple[Answer, ...]
    said: Said
    asking: Asking | None
    """The question that stands; None where none does."""
    disagreement: "Disagreement | None"
    """What somebody is to choose from."""
    qualification: Qualification | None
    """How the account stands against the chosen framework."""
    to_go: int
    """How many questions are left at the most."""
    passed: tuple[Trait, ...]
    """What was skipped or not known, and could be asked again."""
    frameworks: tuple[Framework, ...]
    """Those whose items could be asked."""


def agenda_of(interview: Interview, answer: FitAnswer, desk: Desk) -> Agenda:
    """What could be asked about an account now."""
    overlay = qualification_in(interview, answer, desk)
    # An account that does not fit is not qualified any further, unless somebody wants everything asked.
    items = overlay.missing if overlay and (overlay.fit is not Held.NO or interview.goes_on) else ()
    known = zip(desk.pack.traits, answer.standings, strict=True)
    unanswered = [trait.id for trait, each in known if not each.answers]
    return Agenda(
        telling=[question.trait for question in answer.report.questions],
        items=[state.trait.id for state in items],
        unanswered=unanswered,
        silent={*unanswered, *(state.trait.id for state in items if not state.standing.answers)},
        askable={*(trait.id for trait in desk.pack.traits), *own_traits(desk.pack)},
        instead=_instead(items),
    )


def _instead(items: Sequence[ItemState]) -> dict[str, frozenset[str]]:
    """What may be asked instead of what stands for each item; several items may be answered by the same trait."""
    instead: dict[str, frozenset[str]] = {}
    for state in items:
        instead[state.trait.id] = instead.get(state.trait.id, frozenset()) | {*state.instead}
    return instead


def qualification_in(interview: Interview, answer: FitAnswer, desk: Desk) -> Qualification | None:
    """How an account stands against the framework that was chosen; None where none was, or the pack lost it."""
    if interview.framework not in {each.id for each in frameworks_of(desk.pack)}:
        return None
    chosen = framework_named(desk.pack, interview.framework)
    return qualify(chosen, answer.report, answer.account, desk.scorer.scorecard, desk.today)


def told(
    interview: Interview,
    happened: Sequence[InterviewEvent],
    account: Account,
    said: Said,
    disagreement: "Disagreement | None",
    desk: Desk,
) -> InterviewTurn:
    """What an interview has to say.

    Args:
        interview: as it is now.
        happened: what the message made happen.
        account: the account, with the answers that came.
        said: what else the message did.
        disagreement: what somebody is to choose from.
        desk: where it is said.
    """
    # What Fika comes back to came before.
    came = {answer_id for event in happened if event.person is not None for answer_id in event.answers}
    answer = desk.answer(account)
    before = desk.answer(_without(account, came)) if came else answer
    agenda = agenda_of(interview, answer, desk)
    return InterviewTurn(
        interview=interview,
        happened=tuple(happened),
        answer=answer,
        before=before,
        noted=tuple(each for each in account.answers if each.id in came),
        said=said,
        asking=asking_in(interview, answer, desk),
        disagreement=disagreement,
        qualification=qualification_in(interview, answer, desk),
        to_go=to_go(interview, agenda),
        passed=_passed(interview, agenda, desk),
        frameworks=frameworks_of(desk.pack),
    )


def _without(account: Account, answer_ids: set[int]) -> Account:
    return account.model_copy(update={"answers": tuple(each for each in account.answers if each.id not in answer_ids)})


def _passed(interview: Interview, agenda: Agenda, desk: Desk) -> tuple[Trait, ...]:
    """What was passed over and would still change something, in the order in which it would be asked."""
    open_now = dict.fromkeys((*agenda.telling, *(agenda.items if interview.framework else ())))
    over = passed_over(interview, agenda)
    each = [trait_of(desk.pack, trait) for trait in open_now if trait in over]
    return tuple(trait for trait in each if trait is not None)


def asking_in(interview: Interview, answer: FitAnswer, desk: Desk) -> Asking | None:
    """The question that stands; None where none does."""
    trait = trait_of(desk.pack, interview.asks) if interview.asks and interview.state is State.ASKING else None
    if trait is None:
        return None
    item = item_in(interview, trait, answer, desk)
    question = next((each for each in answer.report.questions if each.trait == trait.id), None)
    parts = partition(trait, desk.pack.icps)
    return Asking(
        number=interview.step,
        trait=trait,
        item=item,
        question=(trait if item is None or question is not None else item).ask(answer.account.name),
        stakes=None if question is None else stakes(question, answer.report.possible),
        choices=choices_of(trait, parts.cells, desk.pack.currency),
        known=standing(trait, parts, answers_about(answer.account, trait.id), desk.today),
    )


def item_in(interview: Interview, trait: Trait, answer: FitAnswer, desk: Desk) -> Item | None:
    """The item of the chosen framework that a trait answers; None where it answers none."""
    overlay = qualification_in(interview, answer, desk)
    states = overlay.items if overlay else ()
    return next((state.item for state in states if state.trait.id == trait.id), None)
