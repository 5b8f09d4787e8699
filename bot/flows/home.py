"""Home: on whose own page something may stand that a change by somebody else made old."""

from collections.abc import Iterable

from bot.core.gap import Gap
from bot.flows.desk import Desk
from bot.flows.discovery import handed_to
from bot.flows.interview_turn import InterviewTurn
from bot.flows.outcome import GapLogged, Outcome, Recorded, Settled, Undone

_ANSWERS = (InterviewTurn, Recorded, Undone, Settled)
"""What answers do may close and open gaps at their account."""


def concerned(outcome: Outcome, desk: Desk) -> frozenset[str]:
    """The people on whose list of gaps or interviews something may have changed.

    Args:
        outcome: what came about.
        desk: where it did.

    Raises:
        StateUnavailable: the gaps cannot be read.
    """
    if isinstance(outcome, GapLogged):
        return people_of([outcome.gap])
    if not isinstance(outcome, _ANSWERS):
        return frozenset()
    with desk.begin(writes=False) as work:
        people = people_of(work.gaps.at(outcome.answer.account.id))
    colleague = handed_to(outcome) if isinstance(outcome, InterviewTurn) else None
    return people if colleague is None else people | {colleague}


def people_of(gaps: Iterable[Gap]) -> frozenset[str]:
    """Everybody who logged one of the gaps, sees to it, or saw to it before."""
    named = (person for gap in gaps for each in gap.history for person in (each.source.person, each.owner))
    return frozenset(person for person in named if person)
