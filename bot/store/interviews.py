"""Interviews in SQL: what happened in each; events are only ever added.

The number of an event within its interview is unique: two processes that both go on from the same moment cannot both
be right, and the second one is refused whole.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, insert, or_, select, update

from bot.core.interview import Event, Interview, InterviewEvent, advanced, replayed
from bot.ports import Scope
from bot.store.link import AnyRow, Link
from bot.store.owned import of_scope, one_of, the
from bot.store.tables import INTERVIEW_EVENTS, INTERVIEWS

_EVERY = select(INTERVIEWS).where(of_scope(INTERVIEWS))
_GET = _EVERY.where(the(INTERVIEWS.c.id))
_AT = _EVERY.where(the(INTERVIEWS.c.account_id), INTERVIEWS.c.is_open)
_TAKES_PART = select(INTERVIEW_EVENTS.c.interview_id).where(
    of_scope(INTERVIEW_EVENTS),
    or_(INTERVIEW_EVENTS.c.person == bindparam("who"), INTERVIEW_EVENTS.c.colleague == bindparam("who")),
)
_OF = (
    select(INTERVIEWS)
    .join(INTERVIEW_EVENTS, INTERVIEW_EVENTS.c.interview_id == INTERVIEWS.c.id)
    .where(of_scope(INTERVIEWS), of_scope(INTERVIEW_EVENTS), INTERVIEWS.c.is_open, INTERVIEWS.c.id.in_(_TAKES_PART))
    .group_by(*INTERVIEWS.c)
    .order_by(func.max(INTERVIEW_EVENTS.c.id).desc())
)
_EVENTS = (
    select(INTERVIEW_EVENTS)
    .where(of_scope(INTERVIEW_EVENTS), one_of(INTERVIEW_EVENTS.c.interview_id, "the_ids"))
    .order_by(INTERVIEW_EVENTS.c.interview_id, INTERVIEW_EVENTS.c.number)
)
_BEGIN = insert(INTERVIEWS).returning(INTERVIEWS.c.id)
_ADD = insert(INTERVIEW_EVENTS)
_STATE = update(INTERVIEWS).where(of_scope(INTERVIEWS), the(INTERVIEWS.c.id))
_COLUMNS = frozenset({"happened", "at", "person", "colleague", "quote"})
"""What of an event has a column of its own; the rest is its detail."""


class SqlInterviews:
    """The interviews of one scope, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link = link
        self._mine = {"the_team": scope.team, "the_pack": scope.pack}
        self._owner = {"team": scope.team, "pack": scope.pack}

    def begin(self, account_id: int, at: datetime) -> Interview:
        """Make a new interview about an account that has no open one; nothing has happened in it."""
        new = {**self._owner, "account_id": account_id, "is_open": True, "started_at": at}
        [[interview_id]] = self._link.rows(_BEGIN, new)
        return Interview(int(interview_id), account_id)

    def get(self, interview_id: int) -> Interview | None:
        """The interview with that id."""
        return next(iter(self._read(_GET, the_id=interview_id)), None)

    def at(self, account_id: int) -> Interview | None:
        """The open interview about an account."""
        return next(iter(self._read(_AT, the_account_id=account_id)), None)

    def of(self, person: str, limit: int) -> Sequence[Interview]:
        """The open interviews that a person takes part in, those in which something happened last first."""
        return self._read(_OF.limit(limit), who=person)

    def events(self, interview_id: int) -> Sequence[InterviewEvent]:
        """Everything that happened in an interview, in order."""
        rows = self._link.rows(_EVENTS, {**self._mine, "the_ids": [interview_id]})
        with self._link.read():
            return [_event(row) for row in rows]

    def add(self, interview: Interview, events: Sequence[InterviewEvent]) -> Interview:
        """Note what happened after everything that the interview has seen; returns what it became.

        Raises:
            InterviewRefused: that cannot happen in it; then nothing of this did.
            StateUnavailable: something else happened in between; then nothing of this did.
        """
        after, rows = interview, []
        for event in events:
            rows.append({**self._owner, "interview_id": after.id, "number": after.events, **_values(event)})
            after = advanced(after, event)
        if rows:
            self._link.run(_ADD, rows)
        if after.is_open != interview.is_open:
            self._link.run(_STATE, {**self._mine, "the_id": after.id, "is_open": after.is_open})
        return after

    def _read(self, statement: Select[*tuple[Any, ...]], **which: object) -> list[Interview]:
        rows = self._link.rows(statement, {**self._mine, **which})
        if not rows:
            return []
        events: defaultdict[int, list[AnyRow]] = defaultdict(list)
        for event in self._link.rows(_EVENTS, {**self._mine, "the_ids": [row.id for row in rows]}):
            events[event.interview_id].append(event)
        with self._link.read():
            return [replayed(row.id, row.account_id, map(_event, events[row.id])) for row in rows]


def _values(event: InterviewEvent) -> dict[str, Any]:
    return {
        "happened": event.happened.value,
        "happened_at": event.at,
        "person": event.person,
        "colleague": event.colleague,
        "quote": event.quote,
        "detail": event.model_dump(mode="json", exclude_defaults=True, exclude=set(_COLUMNS)),
    }


def _event(row: AnyRow) -> InterviewEvent:
    return InterviewEvent(
        **row.detail,
        happened=Event(row.happened),
        at=row.happened_at,
        person=row.person,
        colleague=row.colleague,
        quote=row.quote,
    )
