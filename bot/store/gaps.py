"""Gaps in SQL: what turned out to be missing."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, insert, select

from bot.core.account import Source, SourceKind
from bot.core.gap import Gap, GapKind, NewGap
from bot.ports import Scope
from bot.store.link import AnyRow, Link
from bot.store.tables import GAPS


class SqlGaps:
    """What turned out to be missing in one scope, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope

    def add(self, new: NewGap) -> Gap:
        """Log a gap."""
        values = {
            "team": self._scope.team,
            "pack": self._scope.pack,
            "kind": new.kind.value,
            "what": new.what,
            "account_id": new.account_id,
            "quote": new.quote,
            "permalink": new.permalink,
            "source_kind": new.source.kind.value,
            "source_person": new.source.person,
            "logged_at": new.at,
        }
        [[gap_id]] = self._link.rows(insert(GAPS).returning(GAPS.c.id), values)
        return Gap(id=gap_id, **dict(new))

    def get(self, gap_id: int) -> Gap | None:
        """The gap with that id."""
        return next(iter(self._read(self._select(GAPS.c.id == gap_id))), None)

    def all(self) -> Sequence[Gap]:
        """Every gap, the latest first."""
        return self._read(self._select())

    def by(self, person: str, limit: int) -> Sequence[Gap]:
        """The gaps that a person logged, the latest first."""
        theirs = and_(GAPS.c.source_kind == SourceKind.PERSON.value, GAPS.c.source_person == person)
        return self._read(self._select(theirs).limit(limit))

    def _select(self, *conditions: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
        mine = GAPS.c.team == self._scope.team, GAPS.c.pack == self._scope.pack
        return select(GAPS).where(*mine, *conditions).order_by(GAPS.c.logged_at.desc(), GAPS.c.id.desc())

    def _read(self, statement: Select[*tuple[Any, ...]]) -> list[Gap]:
        rows = self._link.rows(statement)
        with self._link.read():
            return [_gap(row) for row in rows]


def _gap(row: AnyRow) -> Gap:
    return Gap(
        id=row.id,
        kind=GapKind(row.kind),
        what=row.what,
        account_id=row.account_id,
        quote=row.quote,
        permalink=row.permalink,
        source=Source(kind=SourceKind(row.source_kind), person=row.source_person),
        at=row.logged_at,
    )
