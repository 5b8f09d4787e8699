"""Anew: a workspace whose conversations are gone, as a local one's are when it ends, while what was found out stays."""

from datetime import datetime, timedelta

from bot.ports import Ports, Scope
from bot.ports.inbox import Ending

WORKER = "anew"
"""Under this name what nobody will answer is taken over."""
_FAR = timedelta(days=36_500)


def begin_anew(ports: Ports, team: str, now: datetime) -> int:
    """Forget what was talked about and what waits for an answer; returns how many deliveries did.

    Nobody may be serving the workspace. Accounts, answers, gaps, interviews and settings stay.

    Raises:
        StateUnavailable: the database cannot be written.
    """
    with ports.store().begin(Scope.of_team(team)) as work:
        work.inbox.seen(WORKER, now)
        waiting = work.inbox.take_over(WORKER, now + _FAR, now + _FAR)
        for each in waiting:
            work.inbox.end(each.id, Ending.STOPPED, now)
        work.inbox.leave(WORKER)
        work.conversations.prune(now + _FAR)
        work.commit()
    return len(waiting)
