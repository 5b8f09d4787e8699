"""Proposals in SQL: the values that notes were read as, and what became of each."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, insert, select, update

from bot.core.proposal import NewProposal, Proposal
from bot.ports import Scope
from bot.store.link import Link
from bot.store.owned import of_scope, one_of, the
from bot.store.tables import PROPOSALS

_EVERY = select(PROPOSALS).where(of_scope(PROPOSALS)).order_by(PROPOSALS.c.id)
_BATCH = _EVERY.where(the(PROPOSALS.c.batch))
_OPEN_AT = _EVERY.where(the(PROPOSALS.c.account_id), PROPOSALS.c.settled_at.is_(None))
_SOME = _EVERY.where(one_of(PROPOSALS.c.id, "the_ids"))
_ADD = insert(PROPOSALS).returning(PROPOSALS.c.id, sort_by_parameter_order=True)
_JOIN = update(PROPOSALS).where(of_scope(PROPOSALS), one_of(PROPOSALS.c.id, "the_ids"))
_SETTLE = update(PROPOSALS).where(of_scope(PROPOSALS), the(PROPOSALS.c.id), PROPOSALS.c.settled_at.is_(None))


class SqlProposals:
    """The proposals of one scope, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link = link
        self._mine = {"the_team": scope.team, "the_pack": scope.pack}
        self._owner = {"team": scope.team, "pack": scope.pack}

    def add(self, new: Sequence[NewProposal]) -> list[Proposal]:
        """Keep what was read from one block of notes, as one batch."""
        if not new:
            return []
        ids = [int(row.id) for row in self._link.rows(_ADD, [self._values(each) for each in new])]
        self._link.run(_JOIN, {**self._mine, "the_ids": ids, "batch": ids[0]})
        return self._read(_SOME, the_ids=ids)

    def batch(self, batch: int) -> list[Proposal]:
        """Everything that was read from the same notes, in the order in which it was read."""
        return self._read(_BATCH, the_batch=batch)

    def open_at(self, account_id: int) -> list[Proposal]:
        """The proposals about an account that wait for somebody, the earliest first."""
        return self._read(_OPEN_AT, the_account_id=account_id)

    def settle(self, proposal_ids: Sequence[int], by: str, at: datetime, answers: Mapping[int, int]) -> None:
        """Note that proposals were confirmed, with the answer that each became, or dropped, where it became none."""
        for each in proposal_ids:
            values = {"settled_at": at, "settled_by": by, "answer_id": answers.get(each)}
            self._link.run(_SETTLE, {**self._mine, "the_id": each, **values})

    def _values(self, new: NewProposal) -> dict[str, Any]:
        return {
            **self._owner,
            "account_id": new.account_id,
            "batch": 0,
            "trait": new.trait,
            "value": new.value,
            "quote": new.quote,
            "note": new.note,
            "person": new.person,
            "proposed_at": new.at,
        }

    def _read(self, statement: Select[*tuple[Any, ...]], **which: object) -> list[Proposal]:
        rows = self._link.rows(statement, {**self._mine, **which})
        with self._link.read():
            return [
                Proposal(
                    id=row.id,
                    batch=row.batch,
                    account_id=row.account_id,
                    trait=row.trait,
                    value=row.value,
                    quote=row.quote,
                    note=row.note,
                    person=row.person,
                    at=row.proposed_at,
                    settled_at=row.settled_at,
                    settled_by=row.settled_by,
                    answer_id=row.answer_id,
                )
                for row in rows
            ]
