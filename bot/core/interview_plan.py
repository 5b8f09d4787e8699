"""What an interview asks next, as far as it can be told from its state and from what is known of the account.

First what is to be asked again on purpose or was interrupted; then, while the verdict is open, what the planner asks;
then the items of the framework that was chosen; then, for completeness, whatever else nobody has answered. What was
dealt with is passed over, even where the answer left it open, until somebody goes on with it or takes the answer back.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.interview import Dealt, Interview


@dataclass(frozen=True, slots=True)
class Agenda:
    """What could be asked about an account now, each the most pressing first."""

    telling: Sequence[str]
    """The traits that can still change the verdict, as the planner ranks them."""
    items: Sequence[str]
    """The open items of the chosen framework, by the traits that answer them."""
    unanswered: Sequence[str]
    """The traits of the pack that nobody has answered, in pack order."""
    silent: Collection[str]
    """The traits and items of which nobody said anything that counts."""
    askable: Collection[str]
    """Every trait and item that there is."""
    instead: Mapping[str, Collection[str]] = field(default_factory=dict)
    """By the open items: what is asked instead, one after the other, where the answer is that it is not there."""


def next_asked(interview: Interview, agenda: Agenda) -> str | None:
    """The trait or item to ask about next; None where nothing has to be asked any more."""
    again = _again(interview, agenda)
    if again is not None:
        return again
    candidates = (
        *agenda.telling,
        *(agenda.items if interview.framework else ()),
        *(agenda.unanswered if interview.goes_on else ()),
    )
    passed = passed_over(interview, agenda)
    return next((trait for trait in candidates if trait not in passed), None)


def passed_over(interview: Interview, agenda: Agenda) -> frozenset[str]:
    """What is not asked again by itself; what was answered is, once its answer is taken back."""
    answered = {step.trait for step in interview.steps if step.dealt is Dealt.ANSWERED}
    return interview.passed - (answered & set(agenda.silent))


def _again(interview: Interview, agenda: Agenda) -> str | None:
    """What is to be asked again, whatever else is open."""
    trait = interview.again
    if trait is None or trait not in agenda.askable:
        return None
    on_purpose = interview.asks is None or interview.revisits
    return trait if on_purpose or is_pressing(trait, interview, agenda) else None


def is_pressing(trait: str, interview: Interview, agenda: Agenda) -> bool:
    """Whether a question that stands is still worth an answer."""
    return (
        trait in agenda.telling
        or (interview.framework is not None and trait in agenda.items)
        or (interview.goes_on and trait in agenda.unanswered)
    )


def to_go(interview: Interview, agenda: Agenda) -> int:
    """How many questions are left at the most; no answer makes it more, unless it is taken back or contradicted."""
    left = {*agenda.telling, *(agenda.items if interview.framework else ())}
    left |= set(agenda.unanswered) if interview.goes_on else set()
    standing = {interview.asks} if interview.asks is not None else set()
    passed = passed_over(interview, agenda)
    if interview.framework:
        left |= {each for item in agenda.items if item not in passed for each in agenda.instead.get(item, ())}
    return len((left - passed) | standing)
