"""Attached: what hangs on an account, and what becomes of it when the account is merged or forgotten.

Of what there is one row for, such as a person's latest question about an account, a merge keeps the later one.
"""

from collections.abc import Sequence

from sqlalchemy import Column, ColumnElement, Table, and_, delete, select, update

from bot.ports import Scope
from bot.store.link import Link
from bot.store.tables import (
    ACCOUNT_NAMES,
    ANSWERS,
    ASKS,
    CONVERSATIONS,
    EXTERNAL_IDS,
    FEEDBACK,
    GAPS,
    STAGES,
)

_MANY = (EXTERNAL_IDS, ANSWERS, GAPS, STAGES)
"""Tables of which an account may have any number of rows."""
_ONE: dict[Table, tuple[Column[object], tuple[str, ...]]] = {
    ASKS: (ASKS.c.asked_at, ("person",)),
    FEEDBACK: (FEEDBACK.c.given_at, ("person", "receipt")),
}
"""Tables with one row an account for each of these keys, and the column that says which row is later."""


class Attached:
    """What hangs on the accounts of one scope, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope

    def move(self, keep: int, gone: int) -> None:
        """Let everything that hung on `gone`, but its names, hang on `keep`."""
        for table, (when, key) in _ONE.items():
            self._drop_earlier(table, when, key, (keep, gone))
        for table in (*_MANY, *_ONE):
            self._link.run(update(table).where(self._of(table, gone)).values(account_id=keep))
        self._redirect(gone, keep)

    def drop(self, account_id: int) -> None:
        """Delete everything that hangs on an account."""
        for table in (*_MANY, *_ONE, ACCOUNT_NAMES):
            self._link.run(delete(table).where(self._of(table, account_id)))
        self._redirect(account_id, None)

    def _of(self, table: Table, *account_ids: int) -> ColumnElement[bool]:
        mine = table.c.team == self._scope.team, table.c.pack == self._scope.pack
        return and_(*mine, table.c.account_id.in_(account_ids))

    def _drop_earlier(
        self, table: Table, when: Column[object], key: Sequence[str], account_ids: tuple[int, int]
    ) -> None:
        rows = self._link.rows(select(table).where(self._of(table, *account_ids)).order_by(when.desc(), table.c.id))
        latest = {tuple(getattr(row, name) for name in key): row.id for row in reversed(rows)}
        earlier = [row.id for row in rows if row.id not in latest.values()]
        self._link.run(delete(table).where(self._of(table, *account_ids), table.c.id.in_(earlier)))

    def _redirect(self, gone: int, to: int | None) -> None:
        """Let conversations be about another account, or about none."""
        about = CONVERSATIONS.c.team == self._scope.team, CONVERSATIONS.c.account_id == gone
        self._link.run(update(CONVERSATIONS).where(*about).values(account_id=to))
