"""Gaps in SQL: what turned out to be missing, and everything that happened to it; events are only ever added."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Select, insert, select

from bot.core.account import Source, SourceKind
from bot.core.gap import Gap, GapEvent, GapKind, GapStatus, Happened, Missing, NewGap, replayed
from bot.core.gap_subject import subject_of
from bot.core.journey import StageId
from bot.ports import Scope
from bot.store.link import AnyRow, Link
from bot.store.owned import of_scope, one_of, the
from bot.store.tables import GAP_EVENTS, GAPS

AT_ONCE = 500
"""Gaps whose events are read with one statement."""

_EVERY = select(GAPS).where(of_scope(GAPS)).order_by(GAPS.c.logged_at.desc(), GAPS.c.id.desc())
_GET = _EVERY.where(the(GAPS.c.id))
_AT = _EVERY.where(the(GAPS.c.account_id))
_SAME = select(GAPS.c.id).where(of_scope(GAPS), the(GAPS.c.subject)).order_by(GAPS.c.id).limit(1)
_SAME_AT = _SAME.where(the(GAPS.c.account_id))
_SAME_NOWHERE = _SAME.where(GAPS.c.account_id.is_(None))
_ACCOUNTS = select(GAPS.c.account_id).where(of_scope(GAPS), the(GAPS.c.kind), GAPS.c.account_id.is_not(None)).distinct()
_ADD = insert(GAPS).returning(GAPS.c.id)
_NOTE = insert(GAP_EVENTS)
_EVENTS_OF = (
    select(GAP_EVENTS).where(of_scope(GAP_EVENTS), one_of(GAP_EVENTS.c.gap_id, "the_ids")).order_by(GAP_EVENTS.c.id)
)


class SqlGaps:
    """What turned out to be missing in one scope, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link = link
        self._mine = {"the_team": scope.team, "the_pack": scope.pack}
        self._owner = {"team": scope.team, "pack": scope.pack}

    def add(self, new: NewGap) -> Gap:
        """Log a gap, or add a voice to the gap that is the same."""
        subject = subject_of(new)
        known = self._same(new, subject)
        happened = Happened.LOGGED if known is None else Happened.VOICED
        gap_id = self._insert(new, subject) if known is None else known
        voice = GapEvent(happened=happened, source=new.source, at=new.at, quote=new.quote, permalink=new.permalink)
        return self.note(gap_id, voice)

    def note(self, gap_id: int, event: GapEvent) -> Gap:
        """Note that something happened to a gap, which is there; returns what it became."""
        self._link.run(_NOTE, {**self._owner, "gap_id": gap_id, **_event_values(event)})
        gap = self.get(gap_id)
        assert gap is not None, "only what is there changes"
        return gap

    def get(self, gap_id: int) -> Gap | None:
        """The gap with that id."""
        return next(iter(self._read(_GET, the_id=gap_id)), None)

    def same(self, missing: Missing) -> Gap | None:
        """The gap that is the same, closed or not; None where nobody ever logged it."""
        known = self._same(missing, subject_of(missing))
        return None if known is None else self.get(known)

    def all(self) -> Sequence[Gap]:
        """Every gap, the latest first."""
        return self._read(_EVERY)

    def at(self, account_id: int) -> Sequence[Gap]:
        """The gaps at an account, the latest first."""
        return self._read(_AT, the_account_id=account_id)

    def accounts(self, kind: GapKind) -> frozenset[int]:
        """The accounts at which there is a gap of a kind."""
        rows = self._link.rows(_ACCOUNTS, {**self._mine, "the_kind": kind.value})
        return frozenset(row.account_id for row in rows)

    def _same(self, missing: Missing, subject: str) -> int | None:
        same = _SAME_NOWHERE if missing.account_id is None else _SAME_AT
        rows = self._link.rows(same, {**self._mine, "the_subject": subject, "the_account_id": missing.account_id})
        return next((int(row.id) for row in rows), None)

    def _insert(self, new: NewGap, subject: str) -> int:
        values = {
            "kind": new.kind.value,
            "what": new.what,
            "account_id": new.account_id,
            "trait": new.trait,
            "stage": new.stage.value if new.stage else None,
            "persona": new.persona,
            "subject": subject,
            "logged_at": new.at,
        }
        [[gap_id]] = self._link.rows(_ADD, {**self._owner, **values})
        return int(gap_id)

    def _read(self, statement: Select[*tuple[Any, ...]], **which: object) -> list[Gap]:
        rows = self._link.rows(statement, {**self._mine, **which})
        events: defaultdict[int, list[AnyRow]] = defaultdict(list)
        for event in self._events([row.id for row in rows]):
            events[event.gap_id].append(event)
        with self._link.read():
            return [replayed(row.id, _missing(row), [_event(each) for each in events[row.id]]) for row in rows]

    def _events(self, gap_ids: Sequence[int]) -> Iterator[AnyRow]:
        for start in range(0, len(gap_ids), AT_ONCE):
            yield from self._link.rows(_EVENTS_OF, {**self._mine, "the_ids": gap_ids[start : start + AT_ONCE]})


def _missing(row: AnyRow) -> Missing:
    return Missing(
        kind=GapKind(row.kind),
        what=row.what,
        account_id=row.account_id,
        trait=row.trait,
        stage=StageId(row.stage) if row.stage else None,
        persona=row.persona,
    )


def _event(row: AnyRow) -> GapEvent:
    return GapEvent(
        happened=Happened(row.happened),
        source=Source(kind=SourceKind(row.source_kind), person=row.source_person),
        at=row.happened_at,
        quote=row.quote,
        permalink=row.permalink,
        owner=row.owner,
        status=GapStatus(row.status) if row.status else None,
        reason=row.reason,
        answer_id=row.answer_id,
    )


def _event_values(event: GapEvent) -> dict[str, Any]:
    return {
        "happened": event.happened.value,
        "source_kind": event.source.kind.value,
        "source_person": event.source.person,
        "happened_at": event.at,
        "quote": event.quote,
        "permalink": event.permalink,
        "owner": event.owner,
        "status": event.status.value if event.status else None,
        "reason": event.reason,
        "answer_id": event.answer_id,
    }
