"""Conversations in SQL: what a person last talked about, by place.

An account may be merged or forgotten, or the workspace may go over to another pack: what is recalled is always an
account of the scope, and a choice is recalled whole or not at all, as its numbers would mean others.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from bot.ports import Scope
from bot.ports.team import Recalled
from bot.store.link import Link
from bot.store.owned import of_scope, of_team, one_of, the
from bot.store.tables import ACCOUNTS, CONVERSATIONS

_RECALL = select(CONVERSATIONS).where(of_team(CONVERSATIONS), the(CONVERSATIONS.c.person), the(CONVERSATIONS.c.place))
_PRUNE = delete(CONVERSATIONS).where(of_team(CONVERSATIONS), CONVERSATIONS.c.touched_at < bindparam("the_time"))
_THERE = select(ACCOUNTS.c.id).where(of_scope(ACCOUNTS), one_of(ACCOUNTS.c.id, "the_ids"))


class SqlConversations:
    """The conversations of one team, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope

    def recall(self, user: str, place: str) -> Recalled:
        """What a person last talked about there."""
        which = {"the_team": self._scope.team, "the_person": user, "the_place": place}
        rows = self._link.rows(_RECALL, which)
        with self._link.read():
            known = [
                Recalled(
                    account_id=row.account_id,
                    offered=tuple(row.offered),
                    waiting=row.waiting,
                    interview_id=row.interview_id,
                    step=row.interview_step,
                    disputed=row.disputed,
                    unanswered=row.unanswered,
                )
                for row in rows
            ]
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
            "interview_id": recalled.interview_id,
            "interview_step": recalled.step,
            "disputed": recalled.disputed,
            "unanswered": recalled.unanswered,
            "touched_at": now,
        }
        self._link.put(CONVERSATIONS, ("team", "person", "place"), values)

    def prune(self, before: datetime) -> int:
        """Forget what was not touched since that time; returns how many places."""
        return self._link.run(_PRUNE, {"the_team": self._scope.team, "the_time": before})

    def _that_is_there(self, known: Recalled) -> Recalled:
        named = [each for each in (known.account_id, *known.offered) if each is not None]
        which = {"the_team": self._scope.team, "the_pack": self._scope.pack, "the_ids": named}
        there = {row.id for row in self._link.rows(_THERE, which)}
        if known.account_id not in there:  # what else was remembered was about that account
            unanswered = known.unanswered if known.account_id is None else None
            known = replace(known, account_id=None, interview_id=None, step=None, disputed=None, unanswered=unanswered)
        return known if there.issuperset(known.offered) else replace(known, offered=(), waiting=None)
