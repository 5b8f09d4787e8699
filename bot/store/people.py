"""People in SQL: what is kept of a team's people, and how all of it is forgotten.

Whatever names a person is listed here, in every pack of the team; a table that comes to hold one more belongs here too.
"""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Column, Table, and_, delete, select, update

from bot.core.account import SourceKind
from bot.ports.team import Profile
from bot.store.link import Link
from bot.store.owned import of_team, the
from bot.store.tables import (
    ACCOUNTS,
    ANSWERS,
    ASKS,
    BRIEFINGS,
    CONVERSATIONS,
    DELIVERIES,
    FEEDBACK,
    GAP_EVENTS,
    INTERVIEW_EVENTS,
    PEOPLE,
    PROPOSALS,
    SCHEDULES,
    STAGES,
)
from bot.store.workspaces import SqlWorkspaces

_GET = select(PEOPLE).where(of_team(PEOPLE), the(PEOPLE.c.person))
_OWN = (PEOPLE, CONVERSATIONS, ASKS, FEEDBACK, BRIEFINGS, SCHEDULES)
"""Tables whose rows are a person's own."""
_NAMING: dict[Table, dict[str, None]] = {
    ANSWERS: {"source_person": None, "quote": None},
    STAGES: {"source_person": None},
    GAP_EVENTS: {"source_person": None, "quote": None, "permalink": None},
}
"""Tables whose rows name a person as their source, with what of them goes."""
_WORDS = (
    (PROPOSALS.c.person, {"person": None, "quote": None, "note": None}),
    (PROPOSALS.c.settled_by, {"settled_by": None}),
    (INTERVIEW_EVENTS.c.person, {"person": None, "quote": None}),
    (INTERVIEW_EVENTS.c.colleague, {"colleague": None}),
)
"""Columns that hold a person, with what goes with the person."""


class SqlPeople:
    """The people of one team, within one transaction."""

    def __init__(self, link: Link, team: str) -> None:
        self._link, self._team = link, team

    def get(self, user: str) -> Profile | None:
        """What is kept of a person."""
        rows = self._link.rows(_GET, {"the_team": self._team, "the_person": user})
        return next((Profile(row.person, row.time_zone, row.guest, row.fetched_at) for row in rows), None)

    def save(self, profile: Profile) -> None:
        """Keep or replace what is known of a person."""
        values = {
            "team": self._team,
            "person": profile.user,
            "time_zone": profile.time_zone,
            "guest": profile.guest,
            "fetched_at": profile.fetched_at,
        }
        self._link.put(PEOPLE, ("team", "person"), values)

    def forget(self, user: str) -> int:
        """Delete everything kept about a person, for good; returns how many rows were touched.

        Deleted are profile, conversations, deliveries, feedback, recent questions, and the briefings they got or wait
        for. Answers, stages and gaps are the team's knowledge: they stay, without the person and without the quoted
        words.
        """
        deliveries = delete(DELIVERIES).where(DELIVERIES.c.team == self._team, DELIVERIES.c.lane == user)
        added = update(ACCOUNTS).where(ACCOUNTS.c.team == self._team, ACCOUNTS.c.added_by == user)
        owned = update(GAP_EVENTS).where(GAP_EVENTS.c.team == self._team, GAP_EVENTS.c.owner == user)
        return (
            sum(self._link.run(delete(own).where(own.c.team == self._team, own.c.person == user)) for own in _OWN)
            + sum(self._unname(table, gone, user) for table, gone in _NAMING.items())
            + self._link.run(deliveries)
            + self._link.run(added.values(added_by=None))
            + self._link.run(owned.values(owner=None))
            + sum(self._scrub(column, gone, user) for column, gone in _WORDS)
            + self._dismiss(user)
        )

    def _scrub(self, column: Column[str | None], gone: Mapping[str, None], user: str) -> int:
        return self._link.run(
            update(column.table).where(column.table.c.team == self._team, column == user).values(gone)
        )

    def _unname(self, table: Table, gone: dict[str, None], user: str) -> int:
        theirs = and_(table.c.source_kind == SourceKind.PERSON.value, table.c.source_person == user)
        return self._link.run(update(table).where(table.c.team == self._team, theirs).values(gone))

    def _dismiss(self, user: str) -> int:
        """Make a person no admin any more."""
        workspaces = SqlWorkspaces(self._link, self._team)
        workspace = workspaces.get()
        if user not in workspace.admins:
            return 0
        workspaces.save(replace(workspace, admins=tuple(admin for admin in workspace.admins if admin != user)))
        return 1
