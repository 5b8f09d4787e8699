"""Housekeeping: the text of messages is kept for as many days as the workspace says, and no longer.

A delivery that is done is kept for a day at least, without its text where the workspace wants that: Slack repeats
deliveries, and a repetition has to be recognised. What a language model cost, of which no text is kept, is kept for
somewhat more than a year, so that a month can be compared with the same one of the year before.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.ports import Ports, Scope

REPEATED_FOR = timedelta(days=1)
"""How long after a delivery a repetition of it is recognised."""
COUNTED_FOR = timedelta(days=400)
"""How long it is known what a language model cost."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """What housekeeping removed."""

    deliveries: int
    emptied: int
    """Deliveries of which only the text went."""
    conversations: int
    model_calls: int


def tidy(ports: Ports, team: str, now: datetime) -> Tidied:
    """Remove what is older than the workspace keeps it."""
    with ports.store().begin(Scope.of_team(team)) as work:
        kept = timedelta(days=work.workspaces.get().keep_days)
        tidied = Tidied(
            deliveries=work.inbox.prune(now - max(kept, REPEATED_FOR)),
            emptied=work.inbox.empty(now - kept),
            conversations=work.conversations.prune(now - kept),
            model_calls=work.model_calls.prune(now - COUNTED_FOR),
        )
        work.commit()
    return tidied
