"""Asks in SQL: who asked about which account, and whose accounts these are."""

from sqlalchemy import func, select

from bot.core.account import SourceKind
from bot.ports import Scope
from bot.ports.team import Asked
from bot.store.link import Link
from bot.store.tables import ACCOUNTS, ANSWERS, ASKS


class SqlAsks:
    """Who asked about which account of one scope, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope

    def note(self, user: str, asked: Asked) -> None:
        """Note that a person got an answer; only the latest one about an account is kept."""
        values = {
            "team": self._scope.team,
            "pack": self._scope.pack,
            "person": user,
            "account_id": asked.account_id,
            "asked_at": asked.at,
            "receipt": asked.receipt,
        }
        self._link.put(ASKS, ("team", "pack", "person", "account_id"), values)

    def recent(self, user: str, limit: int) -> list[Asked]:
        """The accounts a person asked about, the latest first."""
        statement = (
            select(ASKS.c.account_id, ASKS.c.asked_at, ASKS.c.receipt)
            .where(ASKS.c.team == self._scope.team, ASKS.c.pack == self._scope.pack, ASKS.c.person == user)
            .order_by(ASKS.c.asked_at.desc(), ASKS.c.account_id.desc())
            .limit(limit)
        )
        return [Asked(row.account_id, row.asked_at, row.receipt) for row in self._link.rows(statement)]

    def mine(self, user: str, limit: int) -> list[int]:
        """The accounts that a person added or gave answers about, those with the latest answers first."""
        latest = func.max(ANSWERS.c.id)
        answered = (
            select(ANSWERS.c.account_id)
            .where(
                ANSWERS.c.team == self._scope.team,
                ANSWERS.c.pack == self._scope.pack,
                ANSWERS.c.source_person == user,
                ANSWERS.c.source_kind == SourceKind.PERSON.value,
                ANSWERS.c.retracted_at.is_(None),
            )
            .group_by(ANSWERS.c.account_id)
            .order_by(latest.desc())
            .limit(limit)
        )
        added = (
            select(ACCOUNTS.c.id)
            .where(
                ACCOUNTS.c.team == self._scope.team, ACCOUNTS.c.pack == self._scope.pack, ACCOUNTS.c.added_by == user
            )
            .order_by(ACCOUNTS.c.id.desc())
            .limit(limit)
        )
        ids = [account_id for statement in (answered, added) for (account_id,) in self._link.rows(statement)]
        return list(dict.fromkeys(ids))[:limit]
