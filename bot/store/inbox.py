"""The inbox in SQL: what Slack delivered to one team.

Every step is one or two short statements. What two processes could do at the same moment is settled by the row itself:
by its unique key, by a condition in the statement that changes it, or by holding it while its parts are looked at.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import JsonValue
from sqlalchemy import BindParameter, and_, bindparam, delete, func, or_, select, update

from bot.ports.inbox import Begun, Delivery, Ending, NewDelivery, Waiting
from bot.store.link import AnyRow, Link
from bot.store.owned import of_team, the
from bot.store.tables import DELIVERIES, WORKERS

_TRIED: list[str] = []
"""What stands for a part that may or may not have been posted; afterwards its channel and its time stand there."""

_OPEN = DELIVERIES.c.ending.is_(None)
_ONE = and_(of_team(DELIVERIES), the(DELIVERIES.c.id))
_TIME: BindParameter[datetime] = bindparam("the_time")
_ENDED_BEFORE = and_(of_team(DELIVERIES), DELIVERIES.c.received_at < _TIME, ~_OPEN)
_ALIVE = select(WORKERS.c.name).where(of_team(WORKERS), WORKERS.c.seen_at >= bindparam("the_seen_since"))
_ROOM = (
    select(DELIVERIES.c.place)
    .where(of_team(DELIVERIES), DELIVERIES.c.lane == bindparam("the_lane"), DELIVERIES.c.place.like("D%"))
    .order_by(DELIVERIES.c.id.desc())
    .limit(1)
)
_LEFT = or_(
    DELIVERIES.c.worker.is_(None),
    and_(DELIVERIES.c.worker != bindparam("the_worker"), DELIVERIES.c.worker.not_in(_ALIVE)),
)
_DUE = or_(DELIVERIES.c.due_at.is_(None), DELIVERIES.c.due_at <= _TIME)

_GET = select(DELIVERIES).where(_ONE)
_EFFECT = select(DELIVERIES.c.effect).where(_ONE)
_HELD = select(DELIVERIES.c.parts, DELIVERIES.c.ending).where(_ONE).with_for_update()
_CHANGE = update(DELIVERIES).where(_ONE)
_END = update(DELIVERIES).where(_ONE, _OPEN)
_PUT_OFF = _END.values(tries=DELIVERIES.c.tries + 1).returning(DELIVERIES.c.tries)
_STOP = (
    update(DELIVERIES)
    .where(of_team(DELIVERIES), the(DELIVERIES.c.lane), the(DELIVERIES.c.place), _OPEN)
    .returning(DELIVERIES.c.id)
)
_TAKE_OVER = (
    update(DELIVERIES).where(of_team(DELIVERIES), _OPEN, _LEFT, _DUE).returning(DELIVERIES.c.id, DELIVERIES.c.lane)
)
_UNANSWERED = select(func.count()).select_from(DELIVERIES).where(of_team(DELIVERIES), _OPEN)
_PRUNE = delete(DELIVERIES).where(_ENDED_BEFORE)
_EMPTY = update(DELIVERIES).where(_ENDED_BEFORE, DELIVERIES.c.body.is_not(None))
_LEAVE = delete(WORKERS).where(of_team(WORKERS), the(WORKERS.c.name))
_PRUNE_WORKERS = delete(WORKERS).where(of_team(WORKERS), WORKERS.c.seen_at < _TIME)


class SqlInbox:
    """The deliveries of one team, within one transaction."""

    def __init__(self, link: Link, team: str) -> None:
        self._link, self._team = link, team
        self._mine = {"the_team": team}

    def accept(self, new: NewDelivery, worker: str) -> int | None:
        """Keep a delivery and give it to a worker; None where its key was accepted before."""
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
        return self._link.add(DELIVERIES, ("team", "key"), values)

    def get(self, delivery_id: int) -> Delivery | None:
        """The delivery, be it ended or not; None where there is none or no more."""
        rows = self._link.rows(_GET, self._one(delivery_id))
        with self._link.read():
            return next((_delivery(row) for row in rows), None)

    def take_over(self, worker: str, seen_since: datetime, now: datetime) -> list[Waiting]:
        """Give a worker everything unanswered whose own worker was not seen since that time, in the order of arrival.

        Deliveries that are put off until later than `now` stay where they are.
        """
        which = {**self._mine, "the_worker": worker, "the_seen_since": seen_since, "the_time": now}
        rows = self._link.rows(_TAKE_OVER, {**which, "worker": worker, "due_at": None})
        return [Waiting(row.id, row.lane) for row in sorted(rows, key=lambda row: row.id)]

    def seen(self, worker: str, now: datetime) -> None:
        """Note that a worker is alive."""
        self._link.put(WORKERS, ("team", "name"), {"team": self._team, "name": worker, "seen_at": now})

    def leave(self, worker: str) -> None:
        """Forget a worker that has ended; what it leaves may be taken over at once."""
        self._link.run(_LEAVE, {**self._mine, "the_name": worker})

    def effect(self, delivery_id: int) -> JsonValue:
        """What carrying out the delivery has written; None where it has written nothing yet."""
        return next((row.effect for row in self._link.rows(_EFFECT, self._one(delivery_id))), None)

    def note_effect(self, delivery_id: int, effect: JsonValue) -> None:
        """Note what was written, in the transaction that writes it; it replaces what was noted before."""
        self._link.run(_CHANGE, {**self._one(delivery_id), "effect": effect})

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

    def posted_at(self, delivery_id: int, part: str) -> tuple[str, str]:
        """The channel and the `ts` under which a part has arrived; empty where they are not known."""
        row = self._held(delivery_id)
        channel, ts = [*(row.parts.get(part, ()) if row is not None else ()), "", ""][:2]
        return channel, ts

    def not_posted(self, delivery_id: int, part: str) -> None:
        """Note that a part has certainly not arrived, so that it counts as never tried."""
        row = self._held(delivery_id)
        if row is not None:
            self._keep_parts(delivery_id, {name: where for name, where in row.parts.items() if name != part})

    def room(self, lane: str) -> str | None:
        """The direct messages of a person, as far as they ever wrote or clicked there; None where they did not."""
        rows = self._link.rows(_ROOM, {**self._mine, "the_lane": lane})
        return next((str(row.place).partition("/")[0] for row in rows), None)

    def put_off(self, delivery_id: int, until: datetime) -> int:
        """Leave a delivery until later; returns how often that has happened to it."""
        rows = self._link.rows(_PUT_OFF, {**self._one(delivery_id), "due_at": until})
        return next((row.tries for row in rows), 0)

    def end(self, delivery_id: int, ending: Ending, now: datetime) -> None:
        """Note that a delivery needs no more work; one that was stopped stays stopped."""
        self._link.run(_END, {**self._one(delivery_id), **_ended(ending, now)})

    def stop(self, lane: str, place: str, now: datetime) -> list[int]:
        """Stop everything of a person's in a place that is not answered yet; returns the deliveries."""
        which = {**self._mine, "the_lane": lane, "the_place": place}
        return sorted(row.id for row in self._link.rows(_STOP, {**which, **_ended(Ending.STOPPED, now)}))

    def unanswered(self) -> int:
        """How many deliveries wait or are worked on."""
        [[count]] = self._link.rows(_UNANSWERED, self._mine)
        return int(count)

    def prune(self, before: datetime) -> int:
        """Delete every ended delivery received before that time; returns how many.

        Workers that were not seen since then are forgotten with them.
        """
        which = {**self._mine, "the_time": before}
        self._link.run(_PRUNE_WORKERS, which)
        return self._link.run(_PRUNE, which)

    def empty(self, before: datetime) -> int:
        """Delete the payload of every ended delivery received before that time; returns how many.

        What is left of a delivery is enough to recognise its repetition.
        """
        return self._link.run(_EMPTY, {**self._mine, "the_time": before, "body": None})

    def _one(self, delivery_id: int) -> dict[str, Any]:
        return {**self._mine, "the_id": delivery_id}

    def _held(self, delivery_id: int) -> AnyRow | None:
        """A delivery's parts and ending, which nobody else changes before this transaction ends."""
        return next(iter(self._link.rows(_HELD, self._one(delivery_id))), None)

    def _keep_parts(self, delivery_id: int, parts: Mapping[str, list[str]]) -> None:
        self._link.run(_CHANGE, {**self._one(delivery_id), "parts": parts})


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
