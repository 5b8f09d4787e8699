"""Stages in SQL: where accounts are in their journeys; rows are only ever added."""

from sqlalchemy import insert, select

from bot.core.account import Source, SourceKind
from bot.core.journey import StageId, StageSaid
from bot.ports import Scope
from bot.store.link import Link
from bot.store.owned import of_scope, the
from bot.store.tables import STAGES

_SAY = insert(STAGES)
_LATEST = (
    select(STAGES)
    .where(of_scope(STAGES), the(STAGES.c.account_id))
    .order_by(STAGES.c.said_at.desc(), STAGES.c.id.desc())
    .limit(1)
)
_EVERY = select(STAGES.c.account_id, STAGES.c.stage).where(of_scope(STAGES)).order_by(STAGES.c.said_at, STAGES.c.id)


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
        rows = self._link.rows(_LATEST, which)
        with self._link.read():
            said = [
                StageSaid(
                    stage=StageId(row.stage),
                    source=Source(kind=SourceKind(row.source_kind), person=row.source_person),
                    at=row.said_at,
                )
                for row in rows
            ]
        return next(iter(said), None)

    def current(self) -> dict[int, StageId]:
        """The stage of every account of which anybody said one."""
        rows = self._link.rows(_EVERY, {"the_team": self._scope.team, "the_pack": self._scope.pack})
        with self._link.read():
            return {row.account_id: StageId(row.stage) for row in rows}
