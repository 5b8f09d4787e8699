"""Briefings in SQL: the last one about each account that each person got."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.ports import Scope
from bot.ports.briefings import BriefingMade
from bot.store.link import Link
from bot.store.owned import of_scope, the
from bot.store.tables import BRIEFINGS

_LAST = select(BRIEFINGS).where(of_scope(BRIEFINGS), the(BRIEFINGS.c.account_id), the(BRIEFINGS.c.person))


class SqlBriefingsMade:
    """The last briefings that people of one scope got, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope

    def note(self, made: BriefingMade) -> None:
        """Keep it in place of the one before."""
        values = {
            "team": self._scope.team,
            "pack": self._scope.pack,
            "account_id": made.account_id,
            "person": made.person,
            "made_at": made.at,
            "pack_version": made.pack_version,
            "verdicts": list(made.verdicts),
            "last_answer": made.last_answer,
            "before": None if made.before is None else _written(made.before),
        }
        self._link.put(BRIEFINGS, ("team", "pack", "account_id", "person"), values)

    def last(self, account_id: int, person: str) -> BriefingMade | None:
        """The last one that a person got about an account."""
        which = {"the_team": self._scope.team, "the_pack": self._scope.pack}
        rows = self._link.rows(_LAST, {**which, "the_account_id": account_id, "the_person": person})
        with self._link.read():
            made = [
                BriefingMade(
                    account_id=row.account_id,
                    person=row.person,
                    at=row.made_at,
                    pack_version=row.pack_version,
                    verdicts=tuple(row.verdicts),
                    last_answer=row.last_answer,
                    before=None if row.before is None else _read(row.before, row.account_id, row.person),
                )
                for row in rows
            ]
        return next(iter(made), None)


def _written(made: BriefingMade) -> dict[str, Any]:
    """An earlier briefing, beside the one that took its place."""
    return {
        "at": made.at.isoformat(),
        "pack_version": made.pack_version,
        "verdicts": list(made.verdicts),
        "last_answer": made.last_answer,
    }


def _read(kept: dict[str, Any], account_id: int, person: str) -> BriefingMade:
    return BriefingMade(
        account_id=account_id,
        person=person,
        at=datetime.fromisoformat(kept["at"]),
        pack_version=kept["pack_version"],
        verdicts=tuple(kept["verdicts"]),
        last_answer=kept["last_answer"],
    )
