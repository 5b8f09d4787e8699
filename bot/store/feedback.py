"""Feedback in SQL: what people think of answers, one opinion a person and answer."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.ports import Scope
from bot.ports.team import NewFeedback
from bot.store.link import Link
from bot.store.tables import FEEDBACK


class SqlFeedback:
    """What people think of answers about accounts of one scope, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope

    def save(self, new: NewFeedback) -> None:
        """Keep what a person thinks of an answer, in place of what they thought before."""
        values = {
            "team": self._scope.team,
            "pack": self._scope.pack,
            "person": new.user,
            "account_id": new.account_id,
            "receipt": new.receipt,
            "helpful": new.helpful,
            "given_at": new.at,
        }
        self._link.put(FEEDBACK, ("team", "pack", "person", "account_id", "receipt"), values)

    def all(self) -> Sequence[NewFeedback]:
        """Everything kept, in the order in which it came in."""
        statement = (
            select(FEEDBACK)
            .where(FEEDBACK.c.team == self._scope.team, FEEDBACK.c.pack == self._scope.pack)
            .order_by(FEEDBACK.c.given_at, FEEDBACK.c.id)
        )
        return [
            NewFeedback(row.person, row.account_id, row.receipt, row.helpful, row.given_at)
            for row in self._link.rows(statement)
        ]
