"""Conversations in SQL: what a person last talked about, by place.

An account may be merged or forgotten, or the workspace may go over to another pack: what is recalled is always an
account of the scope, and a choice is recalled whole or not at all, as its numbers would mean others.
"""

from datetime import datetime

from sqlalchemy import delete, select

from bot.ports import Scope
from bot.ports.team import Recalled
from bot.store.link import Link
from bot.store.tables import ACCOUNTS, CONVERSATIONS


class SqlConversations:
    """The conversations of one team, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope

    def recall(self, user: str, place: str) -> Recalled:
        """What a person last talked about there."""
        statement = select(CONVERSATIONS).where(
            CONVERSATIONS.c.team == self._scope.team, CONVERSATIONS.c.person == user, CONVERSATIONS.c.place == place
        )
        rows = self._link.rows(statement)
        with self._link.read():
            known = [Recalled(row.account_id, tuple(row.offered), row.waiting) for row in rows]
        return self._that_is_there(known[0]) if known else Recalled()

    def remember(self, user: str, place: str, recalled: Recalled, now: datetime) -> None:
        """Keep what a person last talked about there."""
        values = {
            "team": self._scope.team,
            "person": user,
            "place": place,
            "account_id": recalled.account_id,
            "offered": list(recalled.offered),
            "waiting": recalled.waiting,
            "touched_at": now,
        }
        self._link.put(CONVERSATIONS, ("team", "person", "place"), values)

    def prune(self, before: datetime) -> int:
        """Forget what was not touched since that time; returns how many places."""
        old = CONVERSATIONS.c.team == self._scope.team, CONVERSATIONS.c.touched_at < before
        return self._link.run(delete(CONVERSATIONS).where(*old))

    def _that_is_there(self, known: Recalled) -> Recalled:
        named = {each for each in (known.account_id, *known.offered) if each is not None}
        mine = ACCOUNTS.c.team == self._scope.team, ACCOUNTS.c.pack == self._scope.pack
        there = {row.id for row in self._link.rows(select(ACCOUNTS.c.id).where(*mine, ACCOUNTS.c.id.in_(named)))}
        account_id = known.account_id if known.account_id in there else None
        if not there.issuperset(known.offered):
            return Recalled(account_id)
        return Recalled(account_id, known.offered, known.waiting)
