"""Schedules in SQL: the briefings that are composed later.

What became of one is settled by a condition in the statement that notes it: of two processes one finds it waiting.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, insert, select, update

from bot.core.journey import StageId
from bot.ports import Scope
from bot.ports.briefings import Due, NewSchedule, Schedule
from bot.store.link import AnyRow, Link
from bot.store.owned import of_scope, the
from bot.store.tables import SCHEDULES

_WAITS = SCHEDULES.c.due == Due.WAITING.value

_EVERY = select(SCHEDULES).where(of_scope(SCHEDULES)).order_by(SCHEDULES.c.due_at, SCHEDULES.c.id)
_GET = _EVERY.where(the(SCHEDULES.c.id))
_WAITING = _EVERY.where(the(SCHEDULES.c.person), _WAITS)
_SAME = _EVERY.where(the(SCHEDULES.c.account_id), the(SCHEDULES.c.person), the(SCHEDULES.c.call_at), _WAITS)
_ADD = insert(SCHEDULES).returning(SCHEDULES.c.id)
_CHANGE = update(SCHEDULES).where(of_scope(SCHEDULES), the(SCHEDULES.c.id), _WAITS)


class SqlSchedules:
    """The briefings of one scope that are composed later, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link = link
        self._mine = {"the_team": scope.team, "the_pack": scope.pack}
        self._owner = {"team": scope.team, "pack": scope.pack}

    def add(self, new: NewSchedule) -> Schedule:
        """Keep one; the waiting one of the same person, account and call is that one, with the newer wishes."""
        same = self._read(_SAME, the_account_id=new.account_id, the_person=new.person, the_call_at=new.call_at)
        if same:
            schedule_id = same[0].id
            self._link.run(_CHANGE, {**self._mine, "the_id": schedule_id, **_wishes(new)})
        else:
            [[schedule_id]] = self._link.rows(_ADD, {**self._owner, **_values(new)})
        kept = self.get(int(schedule_id))
        assert kept is not None, "it was kept just now"
        return kept

    def get(self, schedule_id: int) -> Schedule | None:
        """The one with that id."""
        return next(iter(self._read(_GET, the_id=schedule_id)), None)

    def waiting(self, person: str) -> Sequence[Schedule]:
        """Those that a person waits for, the next first."""
        return self._read(_WAITING, the_person=person)

    def settle(self, schedule_id: int, due: Due) -> bool:
        """Note what became of a waiting one; False where it waits no more."""
        return self._link.run(_CHANGE, {**self._mine, "the_id": schedule_id, "due": due.value}) == 1

    def _read(self, statement: Select[*tuple[Any, ...]], **which: object) -> list[Schedule]:
        rows = self._link.rows(statement, {**self._mine, **which})
        with self._link.read():
            return [scheduled(row) for row in rows]


def scheduled(row: AnyRow) -> Schedule:
    """What a row says."""
    return Schedule(
        id=row.id,
        account_id=row.account_id,
        person=row.person,
        persona=row.persona,
        stage=StageId(row.stage) if row.stage else None,
        call_at=row.call_at,
        due_at=row.due_at,
        made_at=row.made_at,
        call_words=row.call_words,
        due=Due(row.due),
    )


def _values(new: NewSchedule) -> dict[str, Any]:
    return {
        "account_id": new.account_id,
        "person": new.person,
        "call_at": new.call_at,
        "due": Due.WAITING.value,
        **_wishes(new),
    }


def _wishes(new: NewSchedule) -> dict[str, Any]:
    return {
        "persona": new.persona,
        "stage": new.stage.value if new.stage else None,
        "due_at": new.due_at,
        "made_at": new.made_at,
        "call_words": new.call_words,
    }
