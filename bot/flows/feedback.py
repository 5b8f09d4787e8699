"""Feedback: what people think of answers, kept with the receipt that says which answer it was."""

from collections.abc import Sequence

from bot.ports import Ports, Scope
from bot.ports.team import NewFeedback


def give_feedback(ports: Ports, scope: Scope, new: NewFeedback) -> None:
    """Keep what a person thinks of an answer; saying it again changes nothing, and a second thought replaces the first.

    Raises:
        AccountUnknown: there is no account any more that the answer was about.
    """
    with ports.store().begin(scope) as work:
        work.accounts.get(new.account_id)
        work.feedback.save(new)
        work.commit()


def all_feedback(ports: Ports, scope: Scope) -> Sequence[NewFeedback]:
    """Everything that people said about answers, in the order in which they said it."""
    with ports.store().begin(scope, writes=False) as work:
        return work.feedback.all()
