"""Digests in SQL: which weeks' digests were begun, and which were posted."""

from datetime import datetime

from sqlalchemy import delete, select

from bot.ports import Scope
from bot.ports.digest import DigestMark
from bot.store.link import Link
from bot.store.owned import of_scope, the
from bot.store.tables import DIGESTS

_GET = select(DIGESTS).where(of_scope(DIGESTS), the(DIGESTS.c.week))
_DROP = delete(DIGESTS).where(of_scope(DIGESTS), the(DIGESTS.c.week))


class SqlDigests:
    """Which weeks' digests of one scope were posted, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope

    def get(self, week: str) -> DigestMark | None:
        """What became of a week's digest; None where nobody began to post it."""
        rows = self._link.rows(_GET, self._which(week))
        return next((DigestMark(row.begun_at, row.posted_at) for row in rows), None)

    def begin(self, week: str, at: datetime) -> None:
        """Note that a week's digest is about to be posted."""
        self._put(week, at, None)

    def posted(self, week: str, begun_at: datetime, at: datetime) -> None:
        """Note that a week's digest was posted."""
        self._put(week, begun_at, at)

    def give_up(self, week: str) -> None:
        """Note that a week's digest could not be posted, so that the next attempt may."""
        self._link.run(_DROP, self._which(week))

    def _which(self, week: str) -> dict[str, str]:
        return {"the_team": self._scope.team, "the_pack": self._scope.pack, "the_week": week}

    def _put(self, week: str, begun_at: datetime, posted_at: datetime | None) -> None:
        values = {"team": self._scope.team, "pack": self._scope.pack, "week": week, "begun_at": begun_at}
        self._link.put(DIGESTS, ("team", "pack", "week"), {**values, "posted_at": posted_at})
