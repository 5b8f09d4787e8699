"""The inbox in SQL: what Slack delivered to one team.

Every step is one or two short statements. What two processes could do at the same moment is settled by the row itself:
by its unique key, by a condition in the statement that changes it, or by holding it while its parts are looked at.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import JsonValue
from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update

from bot.ports.inbox import Begun, Delivery, Ending, NewDelivery, Waiting
from bot.store.link import AnyRow, Link
from bot.store.tables import DELIVERIES, WORKERS

_OPEN = DELIVERIES.c.ending.is_(None)
_TRIED: list[str] = []
"""What stands for a part that may or may not have been posted; afterwards its channel and its time stand there."""


class SqlInbox:
    """The deliveries of one team, within one transaction."""

    def __init__(self, link: Link, team: str) -> None:
        self._link, self._team = link, team

    def accept(self, new: NewDelivery, worker: str) -> int | None:
        """Keep a delivery and give it to a worker; None where its key was accepted before."""
        statement = self._link.insert(DELIVERIES).on_conflict_do_nothing(index_elements=["team", "key"])
        values = {
            "team": self._team,
            "key": new.key,
            "lane": new.lane,
            "place": new.place,
            "body": dict(new.body),
            "received_at": new.received_at,
            "worker": worker,
            "tries": 0,
            "parts": {},
        }
        return next((row.id for row in self._link.rows(statement.returning(DELIVERIES.c.id), values)), None)

    def get(self, delivery_id: int) -> Delivery | None:
        """The delivery, be it ended or not; None where there is none or no more."""
        rows = self._link.rows(select(DELIVERIES).where(self._one(delivery_id)))
        with self._link.read():
            return next((_delivery(row) for row in rows), None)

    def take_over(self, worker: str, seen_since: datetime, now: datetime) -> list[Waiting]:
        """Give a worker everything unanswered whose own worker was not seen since that time, in the order of arrival.

        Deliveries that are put off until later than `now` stay where they are.
        """
        alive = select(WORKERS.c.name).where(WORKERS.c.team == self._team, WORKERS.c.seen_at >= seen_since)
        left = or_(
            DELIVERIES.c.worker.is_(None), and_(DELIVERIES.c.worker != worker, DELIVERIES.c.worker.not_in(alive))
        )
        due = or_(DELIVERIES.c.due_at.is_(None), DELIVERIES.c.due_at <= now)
        statement = (
            update(DELIVERIES)
            .where(DELIVERIES.c.team == self._team, _OPEN, left, due)
            .values(worker=worker, due_at=None)
            .returning(DELIVERIES.c.id, DELIVERIES.c.lane)
        )
        return [Waiting(row.id, row.lane) for row in sorted(self._link.rows(statement), key=lambda row: row.id)]

    def seen(self, worker: str, now: datetime) -> None:
        """Note that a worker is alive."""
        self._link.put(WORKERS, ("team", "name"), {"team": self._team, "name": worker, "seen_at": now})

    def leave(self, worker: str) -> None:
        """Forget a worker that has ended; what it leaves may be taken over at once."""
        self._link.run(delete(WORKERS).where(WORKERS.c.team == self._team, WORKERS.c.name == worker))

    def effect(self, delivery_id: int) -> JsonValue:
        """What carrying out the delivery has written; None where it has written nothing yet."""
        rows = self._link.rows(select(DELIVERIES.c.effect).where(self._one(delivery_id)))
        return next((row.effect for row in rows), None)

    def note_effect(self, delivery_id: int, effect: JsonValue) -> None:
        """Note what was written, in the transaction that writes it; it replaces what was noted before."""
        self._link.run(update(DELIVERIES).where(self._one(delivery_id)).values(effect=effect))

    def begin_part(self, delivery_id: int, part: str) -> Begun:
        """Mark a part of the answer as about to be posted, and say what was known of it.

        Of a delivery that is not there any more, as after its person was forgotten, every part is a first one.
        """
        row = self._held(delivery_id)
        if row is None:
            return Begun.FIRST
        if row.parts.get(part):
            return Begun.POSTED
        if row.ending is not None:
            return Begun.STOPPED
        if part in row.parts:
            return Begun.AGAIN
        self._keep_parts(delivery_id, {**row.parts, part: _TRIED})
        return Begun.FIRST

    def posted(self, delivery_id: int, part: str, channel: str, ts: str) -> None:
        """Note that a part has arrived; `ts` is empty where Slack gives none."""
        row = self._held(delivery_id)
        if row is not None:
            self._keep_parts(delivery_id, {**row.parts, part: [channel, ts]})

    def not_posted(self, delivery_id: int, part: str) -> None:
        """Note that a part has certainly not arrived, so that it counts as never tried."""
        row = self._held(delivery_id)
        if row is not None:
            self._keep_parts(delivery_id, {name: where for name, where in row.parts.items() if name != part})

    def put_off(self, delivery_id: int, until: datetime) -> int:
        """Leave a delivery until later; returns how often that has happened to it."""
        statement = (
            update(DELIVERIES)
            .where(self._one(delivery_id), _OPEN)
            .values(due_at=until, tries=DELIVERIES.c.tries + 1)
            .returning(DELIVERIES.c.tries)
        )
        return next((row.tries for row in self._link.rows(statement)), 0)

    def end(self, delivery_id: int, ending: Ending, now: datetime) -> None:
        """Note that a delivery needs no more work; one that was stopped stays stopped."""
        self._link.run(update(DELIVERIES).where(self._one(delivery_id), _OPEN).values(_ended(ending, now)))

    def stop(self, lane: str, place: str, now: datetime) -> list[int]:
        """Stop everything of a person's in a place that is not answered yet; returns the deliveries."""
        there = and_(DELIVERIES.c.team == self._team, DELIVERIES.c.lane == lane, DELIVERIES.c.place == place)
        statement = update(DELIVERIES).where(there, _OPEN).values(_ended(Ending.STOPPED, now))
        return sorted(row.id for row in self._link.rows(statement.returning(DELIVERIES.c.id)))

    def unanswered(self) -> int:
        """How many deliveries wait or are worked on."""
        statement = select(func.count()).select_from(DELIVERIES).where(DELIVERIES.c.team == self._team, _OPEN)
        [[count]] = self._link.rows(statement)
        return int(count)

    def prune(self, before: datetime) -> int:
        """Delete every ended delivery received before that time; returns how many.

        Workers that were not seen since then are forgotten with them.
        """
        self._link.run(delete(WORKERS).where(WORKERS.c.team == self._team, WORKERS.c.seen_at < before))
        return self._link.run(delete(DELIVERIES).where(self._ended_before(before)))

    def empty(self, before: datetime) -> int:
        """Delete the payload of every ended delivery received before that time; returns how many.

        What is left of a delivery is enough to recognise its repetition.
        """
        full = and_(self._ended_before(before), DELIVERIES.c.body.is_not(None))
        return self._link.run(update(DELIVERIES).where(full).values(body=None))

    def _one(self, delivery_id: int) -> ColumnElement[bool]:
        return and_(DELIVERIES.c.team == self._team, DELIVERIES.c.id == delivery_id)

    def _ended_before(self, before: datetime) -> ColumnElement[bool]:
        return and_(DELIVERIES.c.team == self._team, DELIVERIES.c.received_at < before, ~_OPEN)

    def _held(self, delivery_id: int) -> AnyRow | None:
        """A delivery's parts and ending, which nobody else changes before this transaction ends."""
        columns = DELIVERIES.c.parts, DELIVERIES.c.ending
        return next(iter(self._link.rows(select(*columns).where(self._one(delivery_id)).with_for_update())), None)

    def _keep_parts(self, delivery_id: int, parts: Mapping[str, list[str]]) -> None:
        self._link.run(update(DELIVERIES).where(self._one(delivery_id)).values(parts=parts))


def _ended(ending: Ending, now: datetime) -> dict[str, Any]:
    return {"ending": ending.value, "ended_at": now}


def _delivery(row: AnyRow) -> Delivery:
    return Delivery(
        id=row.id,
        key=row.key,
        lane=row.lane,
        place=row.place,
        body=row.body or {},
        received_at=row.received_at,
        tries=row.tries,
        ending=None if row.ending is None else Ending(row.ending),
    )
