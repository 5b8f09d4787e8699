"""Due briefings in SQL: those of one team whose time has come, whichever the pack."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select

from bot.ports.briefings import Due, Schedule
from bot.store.link import Link
from bot.store.owned import of_team
from bot.store.schedules import scheduled
from bot.store.tables import SCHEDULES

_WAITS = SCHEDULES.c.due == Due.WAITING.value

_DUE = (
    select(SCHEDULES)
    .where(of_team(SCHEDULES), _WAITS, SCHEDULES.c.due_at <= bindparam("the_time"))
    .order_by(SCHEDULES.c.due_at, SCHEDULES.c.id)
    .limit(bindparam("the_limit"))
)
_NEXT = select(func.min(SCHEDULES.c.due_at)).where(of_team(SCHEDULES), _WAITS)


class SqlDueBriefings:
    """The briefings of one team that are due, within one transaction."""

    def __init__(self, link: Link, team: str) -> None:
        self._link, self._team = link, team

    def due(self, now: datetime, limit: int) -> Sequence[tuple[str, Schedule]]:
        """The waiting ones whose time has come, each with its pack's name, the earliest first."""
        rows = self._link.rows(_DUE, {"the_team": self._team, "the_time": now, "the_limit": limit})
        with self._link.read():
            return [(row.pack, scheduled(row)) for row in rows]

    def next_at(self) -> datetime | None:
        """When the next one is due; None where none waits."""
        [[at]] = self._link.rows(_NEXT, {"the_team": self._team})
        return at  # type: ignore[no-any-return] # the column's type makes it a time
