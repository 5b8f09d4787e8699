"""Inbox: what Slack delivered, kept until it is answered, so that nothing accepted is ever lost.

A delivery is accepted once, by its key. Whoever works on it may be killed at any point; somebody else then begins anew.
Two things keep the second attempt from doing harm: the effect, which is written in the same transaction as what it
stands for, and the parts, which say what may have been posted already.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from pydantic import JsonValue


@dataclass(frozen=True, slots=True)
class NewDelivery:
    """A delivery about to be accepted."""

    key: str
    """The same for every repetition of the same delivery: the event's id, the interaction's trigger."""
    lane: str
    """Deliveries of one lane are worked on one after the other; a lane is one person."""
    place: str
    """Where it happened, as a channel and a thread; what a person stops is stopped by place."""
    body: Mapping[str, JsonValue]
    """The payload, without secrets."""
    received_at: datetime


class Ending(StrEnum):
    """How a delivery ended."""

    ANSWERED = "answered"
    FAILED = "failed"
    """Something unexpected happened; the person was told."""
    STOPPED = "stopped"
    """The person pressed stop."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery as it is kept."""

    id: int
    key: str
    lane: str
    place: str
    body: Mapping[str, JsonValue]
    """Empty once its time has passed."""
    received_at: datetime
    tries: int
    """How often it was put off."""
    ending: Ending | None = None
    """How it ended; None while it needs work."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A delivery that nobody works on."""

    id: int
    lane: str


class Begun(StrEnum):
    """What is known of a part of an answer when it is about to be posted."""

    FIRST = "first"
    """It was never tried; it is now marked as tried."""
    AGAIN = "again"
    """It was tried and nobody noted whether it arrived."""
    POSTED = "posted"
    """It arrived."""
    STOPPED = "stopped"
    """The delivery has ended: nothing more is to be posted."""


class Inbox(Protocol):
    """The deliveries of one team; each method is one step of a transaction.

    A worker is a running process. Its name is its own, never that of an earlier one, and it is `seen` before it accepts
    anything.
    """

    def accept(self, new: NewDelivery, worker: str) -> int | None:
        """Keep a delivery and give it to a worker; None where its key was accepted before."""

    def get(self, delivery_id: int) -> Delivery | None:
        """The delivery, be it ended or not; None where there is none or no more."""

    def take_over(self, worker: str, seen_since: datetime, now: datetime) -> list[Waiting]:
        """Give a worker everything unanswered whose own worker was not seen since that time, in the order of arrival.

        Deliveries that are put off until later than `now` stay where they are.
        """

    def seen(self, worker: str, now: datetime) -> None:
        """Note that a worker is alive."""

    def leave(self, worker: str) -> None:
        """Forget a worker that has ended; what it leaves may be taken over at once."""

    def effect(self, delivery_id: int) -> JsonValue:
        """What carrying out the delivery has written; None where it has written nothing yet."""

    def note_effect(self, delivery_id: int, effect: JsonValue) -> None:
        """Note what was written, in the transaction that writes it; it replaces what was noted before."""

    def begin_part(self, delivery_id: int, part: str) -> Begun:
        """Mark a part of the answer as about to be posted, and say what was known of it.

        Of a delivery that is not there any more, as after its person was forgotten, every part is a first one.
        """

    def posted(self, delivery_id: int, part: str, channel: str, ts: str) -> None:
        """Note that a part has arrived; `ts` is empty where Slack gives none."""

    def posted_at(self, delivery_id: int, part: str) -> tuple[str, str]:
        """The channel and the `ts` under which a part has arrived; empty where they are not known."""

    def not_posted(self, delivery_id: int, part: str) -> None:
        """Note that a part has certainly not arrived, so that it counts as never tried."""

    def room(self, lane: str) -> str | None:
        """The direct messages of a person, as far as they ever wrote or clicked there; None where they did not."""

    def put_off(self, delivery_id: int, until: datetime) -> int:
        """Leave a delivery until later; returns how often that has happened to it.

        It stays with its worker; where that one is gone by then, it is taken over once its time has come.
        """

    def end(self, delivery_id: int, ending: Ending, now: datetime) -> None:
        """Note that a delivery needs no more work; one that was stopped stays stopped."""

    def stop(self, lane: str, place: str, now: datetime) -> list[int]:
        """Stop everything of a person's in a place that is not answered yet; returns the deliveries."""

    def unanswered(self) -> int:
        """How many deliveries wait or are worked on."""

    def prune(self, before: datetime) -> int:
        """Delete every ended delivery received before that time; returns how many.

        Workers that were not seen since then are forgotten with them.
        """

    def empty(self, before: datetime) -> int:
        """Delete the payload of every ended delivery received before that time; returns how many.

        What is left of a delivery is enough to recognise its repetition.
        """
