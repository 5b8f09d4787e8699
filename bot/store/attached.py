"""Attached: what hangs on an account, and what becomes of it when the account is merged or forgotten.

Of what there is one row for, such as a person's latest question about an account, a merge keeps the later one.
"""

from typing import NamedTuple

from sqlalchemy import Column, ColumnElement, Select, Table, and_, delete, select, true, update

from bot.core.interview import Event, InterviewEvent
from bot.ports import Scope
from bot.ports.briefings import Due
from bot.store.interviews import SqlInterviews
from bot.store.link import Link
from bot.store.tables import (
    ACCOUNT_NAMES,
    ANSWERS,
    ASKS,
    BRIEFINGS,
    CONVERSATIONS,
    EXTERNAL_IDS,
    FEEDBACK,
    GAP_EVENTS,
    GAPS,
    INTERVIEW_EVENTS,
    INTERVIEWS,
    PROPOSALS,
    SCHEDULES,
    STAGES,
)

_MANY = (EXTERNAL_IDS, ANSWERS, GAPS, STAGES, INTERVIEWS, PROPOSALS)
"""Tables of which an account may have any number of rows."""


class _One(NamedTuple):
    """Of what an account has one row."""

    when: Column[object]
    """What says which row is later."""
    key: tuple[str, ...]
    """For each of what there is one."""
    among: ColumnElement[bool] = true()
    """Among which rows there is one; of the others there may be any number."""


_ONE: dict[Table, _One] = {
    ASKS: _One(ASKS.c.asked_at, ("person",)),
    FEEDBACK: _One(FEEDBACK.c.given_at, ("person", "receipt")),
    BRIEFINGS: _One(BRIEFINGS.c.made_at, ("person",)),
    SCHEDULES: _One(SCHEDULES.c.made_at, ("person", "call_at"), SCHEDULES.c.due == Due.WAITING.value),
}
"""Tables with one row an account for each key."""


class Attached:
    """What hangs on the accounts of one scope, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope

    def move(self, keep: int, gone: int) -> None:
        """Let everything that hung on `gone`, but its names, hang on `keep`."""
        for table, one in _ONE.items():
            self._drop_earlier(table, one, (keep, gone))
        self._stop_second_interview(keep, gone)
        for table in (*_MANY, *_ONE):
            self._link.run(update(table).where(self._of(table, gone)).values(account_id=keep))
        self._fold_gaps(keep)
        self._redirect(gone, keep)

    def drop(self, account_id: int) -> None:
        """Delete everything that hangs on an account."""
        of_gaps = GAP_EVENTS.c.gap_id.in_(self._gaps(account_id))
        self._link.run(delete(GAP_EVENTS).where(self._mine(GAP_EVENTS), of_gaps))
        of_interviews = INTERVIEW_EVENTS.c.interview_id.in_(
            select(INTERVIEWS.c.id).where(self._of(INTERVIEWS, account_id))
        )
        self._link.run(delete(INTERVIEW_EVENTS).where(self._mine(INTERVIEW_EVENTS), of_interviews))
        for table in (*_MANY, *_ONE, ACCOUNT_NAMES):
            self._link.run(delete(table).where(self._of(table, account_id)))
        self._redirect(account_id, None, unanswered=None)

    def _mine(self, table: Table) -> ColumnElement[bool]:
        return and_(table.c.team == self._scope.team, table.c.pack == self._scope.pack)

    def _of(self, table: Table, *account_ids: int) -> ColumnElement[bool]:
        return and_(self._mine(table), table.c.account_id.in_(account_ids))

    def _gaps(self, account_id: int) -> Select[tuple[int]]:
        return select(GAPS.c.id).where(self._of(GAPS, account_id))

    def _fold_gaps(self, account_id: int) -> None:
        """Make one of gaps that are the same: the first one, with everything that happened to the others."""
        first: dict[str, int] = {}
        rows = self._link.rows(select(GAPS.c.id, GAPS.c.subject).where(self._of(GAPS, account_id)).order_by(GAPS.c.id))
        for row in rows:
            same = first.setdefault(row.subject, row.id)
            if same != row.id:
                theirs = and_(self._mine(GAP_EVENTS), GAP_EVENTS.c.gap_id == row.id)
                self._link.run(update(GAP_EVENTS).where(theirs).values(gap_id=same))
                self._link.run(delete(GAPS).where(self._of(GAPS, account_id), GAPS.c.id == row.id))

    def _stop_second_interview(self, keep: int, gone: int) -> None:
        """Where both accounts have an open interview, the kept account's goes on and the other one is over."""
        interviews = SqlInterviews(self._link, self._scope)
        kept, other = interviews.at(keep), interviews.at(gone)
        if kept is not None and other is not None:
            last = interviews.events(other.id)[-1]
            interviews.add(other, [InterviewEvent(happened=Event.STOPPED, at=last.at)])

    def _drop_earlier(self, table: Table, one: _One, account_ids: tuple[int, int]) -> None:
        theirs = self._of(table, *account_ids)
        own = tuple(table.primary_key)
        latest: set[tuple[object, ...]] = set()
        for row in self._link.rows(select(table).where(theirs, one.among).order_by(one.when.desc(), *own)):
            key = tuple(getattr(row, name) for name in one.key)
            if key in latest:
                self._link.run(delete(table).where(theirs, *(column == getattr(row, column.name) for column in own)))
            latest.add(key)

    def _redirect(self, gone: int, to: int | None, **more: None) -> None:
        """Let conversations be about another account, or about none."""
        about = CONVERSATIONS.c.team == self._scope.team, CONVERSATIONS.c.account_id == gone
        self._link.run(update(CONVERSATIONS).where(*about).values(account_id=to, **more))
