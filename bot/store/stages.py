"""Stages in SQL: where accounts are in their journeys; what was taken back is marked, and stays."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, bindparam, insert, select, update

from bot.core.account import Source, SourceKind
from bot.core.journey import StageId, StageSaid
from bot.ports import Scope
from bot.store.link import Link
from bot.store.owned import of_scope, the
from bot.store.tables import STAGES

_SAY = insert(STAGES)
_LATEST = (
    select(STAGES)
    .where(of_scope(STAGES), the(STAGES.c.account_id), STAGES.c.gone_at.is_(None))
    .order_by(STAGES.c.said_at.desc(), STAGES.c.id.desc())
    .limit(1)
)
_OWN = (
    select(STAGES)
    .where(of_scope(STAGES), the(STAGES.c.account_id), the(STAGES.c.source_person), STAGES.c.source_kind == "person")
    .order_by(STAGES.c.said_at.desc(), STAGES.c.id.desc())
)
_TAKE_BACK = update(STAGES).where(of_scope(STAGES), the(STAGES.c.id)).values(gone_at=bindparam("at"))
_EVERY = (
    select(STAGES.c.account_id, STAGES.c.stage)
    .where(of_scope(STAGES), STAGES.c.gone_at.is_(None))
    .order_by(STAGES.c.said_at, STAGES.c.id)
)


class SqlStages:
    """Where one scope's accounts are in their journeys, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope

    def say(self, account_id: int, said: StageSaid) -> None:
        """Keep what somebody says."""
        values = {
            "team": self._scope.team,
            "pack": self._scope.pack,
            "account_id": account_id,
            "stage": said.stage.value,
            "source_kind": said.source.kind.value,
            "source_person": said.source.person,
            "said_at": said.at,
        }
        self._link.run(_SAY, values)

    def latest(self, account_id: int) -> StageSaid | None:
        """What was said last; None where nobody said anything."""
        which = {"the_team": self._scope.team, "the_pack": self._scope.pack, "the_account_id": account_id}
        return next(iter(self._said(self._link.rows(_LATEST, which))), None)

    def said_by(self, account_id: int, person: str) -> StageSaid | None:
        """What a person said last and did not take back; None where there is nothing."""
        rows = [row for row in self._own(account_id, person) if row.gone_at is None]
        return next(iter(self._said(rows[:1])), None)

    def taken_back(self, account_id: int, person: str) -> StageSaid | None:
        """What a person took back last; None where there is nothing."""
        rows = [row for row in self._own(account_id, person) if row.gone_at is not None]
        rows.sort(key=lambda row: row.gone_at, reverse=True)
        return next(iter(self._said(rows[:1])), None)

    def take_back(self, account_id: int, person: str, at: datetime) -> StageSaid | None:
        """Mark what a person said last as taken back; returns it, or None where there is nothing."""
        rows = [row for row in self._own(account_id, person) if row.gone_at is None][:1]
        for row in rows:
            self._link.run(_TAKE_BACK, {**self._mine, "the_id": row.id, "at": at})
        return next(iter(self._said(rows)), None)

    @property
    def _mine(self) -> dict[str, str]:
        return {"the_team": self._scope.team, "the_pack": self._scope.pack}

    def _own(self, account_id: int, person: str) -> list[Row[tuple[object, ...]]]:
        which = {**self._mine, "the_account_id": account_id, "the_source_person": person}
        return list(self._link.rows(_OWN, which))

    def _said(self, rows: Sequence[Row[tuple[object, ...]]]) -> list[StageSaid]:
        with self._link.read():
            return [
                StageSaid(
                    stage=StageId(row.stage),
                    source=Source(kind=SourceKind(row.source_kind), person=row.source_person),
                    at=row.said_at,
                )
                for row in rows
            ]

    def current(self) -> dict[int, StageId]:
        """The stage of every account of which anybody said one."""
        rows = self._link.rows(_EVERY, {"the_team": self._scope.team, "the_pack": self._scope.pack})
        with self._link.read():
            return {row.account_id: StageId(row.stage) for row in rows}
