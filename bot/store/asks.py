"""Asks in SQL: who asked about which account, and whose accounts these are."""

from sqlalchemy import BindParameter, bindparam, func, select

from bot.core.account import SourceKind
from bot.ports import Scope
from bot.ports.team import Asked
from bot.store.link import Link
from bot.store.owned import of_scope, the
from bot.store.tables import ACCOUNTS, ANSWERS, ASKS

_LIMIT: BindParameter[int] = bindparam("the_limit")
_RECENT = (
    select(ASKS.c.account_id, ASKS.c.asked_at, ASKS.c.receipt)
    .where(of_scope(ASKS), the(ASKS.c.person))
    .order_by(ASKS.c.asked_at.desc(), ASKS.c.account_id.desc())
    .limit(_LIMIT)
)
_ANSWERED = (
    select(ANSWERS.c.account_id)
    .where(
        of_scope(ANSWERS),
        the(ANSWERS.c.source_person),
        ANSWERS.c.source_kind == SourceKind.PERSON.value,
        ANSWERS.c.retracted_at.is_(None),
    )
    .group_by(ANSWERS.c.account_id)
    .order_by(func.max(ANSWERS.c.id).desc())
    .limit(_LIMIT)
)
_ADDED = (
    select(ACCOUNTS.c.id)
    .where(of_scope(ACCOUNTS), the(ACCOUNTS.c.added_by))
    .order_by(ACCOUNTS.c.id.desc())
    .limit(_LIMIT)
)


class SqlAsks:
    """Who asked about which account of one scope, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope
        self._mine = {"the_team": scope.team, "the_pack": scope.pack}

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
        rows = self._link.rows(_RECENT, {**self._mine, "the_person": user, "the_limit": limit})
        return [Asked(row.account_id, row.asked_at, row.receipt) for row in rows]

    def mine(self, user: str, limit: int) -> list[int]:
        """The accounts that a person added or gave answers about, those with the latest answers first."""
        which = {**self._mine, "the_limit": limit}
        answered = self._link.rows(_ANSWERED, {**which, "the_source_person": user})
        added = self._link.rows(_ADDED, {**which, "the_added_by": user})
        ids = [account_id for (account_id,) in (*answered, *added)]
        return list(dict.fromkeys(ids))[:limit]
