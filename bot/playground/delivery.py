"""Delivery: how what people do reaches an app, as often as Slack tries and no oftener.

Events are tried four times, commands and interactions once. Everything runs on the server's event loop; `send` and
`quiet` may be called from any thread. What was tried, when, and when it was acknowledged is kept for measurements,
the payloads of the latest alone.
"""

import asyncio
import json
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from bot.core.errors import FikaError
from bot.playground.faults import Faults
from bot.playground.model import Installed, Json

BODIES_KEPT = 200
"""Of how many of the latest deliveries the payload and the answer are kept."""


class NotQuiet(FikaError):
    """Raised when deliveries are still not acknowledged after the time that was given for it."""


class NotAcknowledged(Exception):
    """Raised when one try failed; the text is the reason as Slack gives it with the next try."""


class Kind(StrEnum):
    """What is delivered; the name that Socket Mode has for it."""

    EVENT = "events_api"
    COMMAND = "slash_commands"
    INTERACTION = "interactive"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a delivery."""

    payload: Json | None = None
    """What the app answered with the acknowledgement."""
    failure: str | None = None
    """Why it was never acknowledged."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Something on its way to an app."""

    to: Installed
    kind: Kind
    name: str
    """The type of the event, the command or the type of the interaction."""
    key: str
    """The same for every try."""
    body: str
    """The payload as JSON, written when it happened: what comes later does not change it."""
    on_answer: Callable[[Answer], None] | None = None
    """Called once, on the server's event loop."""


def written(payload: Json) -> str:
    """A payload as JSON."""
    return json.dumps(payload, separators=(",", ":"))


@dataclass(slots=True)
class Track:
    """What is known of a delivery, in the seconds of one clock."""

    key: str
    kind: Kind
    name: str
    sent_at: float | None = None
    """When it was sent for the first time."""
    acknowledged_at: float | None = None
    tries: int = 0
    """How often it was tried; a first try that was lost on request counts."""
    twice: bool = False
    """Whether it is to arrive twice, on request."""
    failure: str | None = None
    app: str = ""
    team: str = ""
    number: int = 0
    """Which of all the deliveries it is, from 1."""
    at: float = 0.0
    """When it happened, in seconds since 1970."""
    body: str | None = None
    """What was delivered, as JSON; None once others came after it."""
    answer: Json | None = None
    """What the app answered."""

    @property
    def seconds(self) -> float | None:
        """How long the acknowledgement took; None where there was none."""
        if self.sent_at is None or self.acknowledged_at is None:
            return None
        return self.acknowledged_at - self.sent_at


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient Slack is, in seconds."""

    deadline: float = 3.0
    """For an acknowledgement."""
    retries: tuple[float, ...] = (0.0, 60.0, 300.0)
    """Before the second try of an event, the third and the fourth."""
    scale: float = 1.0
    """What the waiting before retries is multiplied by; a test cannot wait for minutes."""
    hold: float = 60.0
    """How long an event waits for a connection where the app has none."""

    def before(self, tries: int) -> float:
        """The waiting before a try, given how many there were."""
        return self.retries[tries - 1] * self.scale if tries else 0.0

    def tries(self, kind: Kind) -> int:
        """How often a delivery of that kind is tried."""
        return 1 + len(self.retries) if kind is Kind.EVENT else 1


class Transport(Protocol):
    """One way to reach an app."""

    async def deliver(self, delivery: Delivery, track: Track, reason: str) -> Json | None:
        """Try once; returns what the app answered.

        Raises:
            NotAcknowledged: it did not arrive, or was not acknowledged in time.
        """


@dataclass(slots=True)
class Deliveries:
    """Everything that is, was and will be delivered."""

    transport: Callable[[Installed], Transport]
    faults: Faults
    pace: Pace
    clock: Callable[[], float]
    loop: asyncio.AbstractEventLoop | None = None
    """Set when the server has started."""
    tracks: list[Track] = field(default_factory=list)
    now: Callable[[], float] = lambda: 0.0
    """Seconds since 1970."""
    touched: Callable[[], None] = lambda: None
    """Told, on any thread, whenever more is known of a delivery."""
    _count: int = 0
    _latest: deque[Track] = field(default_factory=deque)
    _open: int = 0
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _held: list[tuple[Delivery, Track]] = field(default_factory=list)

    def send(self, delivery: Delivery) -> Track:
        """Start to deliver; what was sent first is tried first."""
        track = self._track(delivery)
        if self.loop is None:
            return track
        # What is to go wrong is decided here, so that it is the next deliveries that it happens to.
        track.twice = self.faults.duplicates()
        track.tries = 1 if delivery.kind is Kind.EVENT and self.faults.loses_first() else 0
        with self._changed:
            self._open += 1
            self._remember(track)
            self._held.append((delivery, track))
            if not self.faults.holds(len(self._held)):
                for held in reversed(self._held):
                    self.loop.call_soon_threadsafe(self._start, *held)
                self._held.clear()
        self.touched()
        return track

    def latest(self, count: int) -> list[Track]:
        """The latest deliveries, in order."""
        with self._changed:
            return self.tracks[-count:]

    def quiet(self, seconds: float = 30.0) -> None:
        """Wait until everything was acknowledged or given up.

        Raises:
            NotQuiet: that took longer.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: not self._open, seconds):
                waiting = [track.name for track in self.tracks if not (track.acknowledged_at or track.failure)]
                raise NotQuiet(f"After {seconds} s the app has not acknowledged: {', '.join(waiting[:10])}.")

    def forget(self) -> None:
        """Drop what is known of the deliveries that have ended."""
        with self._changed:
            self.tracks[:] = [track for track in self.tracks if not (track.acknowledged_at or track.failure)]

    async def stop(self) -> None:
        """Give up on everything that is still on its way."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _track(self, delivery: Delivery) -> Track:
        to, known = delivery.to, self.now()
        return Track(delivery.key, delivery.kind, delivery.name, app=to.app, team=to.team, at=known, body=delivery.body)

    def _remember(self, track: Track) -> None:
        self._count += 1
        track.number = self._count
        self.tracks.append(track)
        self._latest.append(track)
        if len(self._latest) > BODIES_KEPT:
            old = self._latest.popleft()
            old.body = old.answer = None

    def _start(self, delivery: Delivery, track: Track) -> None:
        task = asyncio.get_running_loop().create_task(self._run(delivery, track))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, delivery: Delivery, track: Track) -> None:
        answer = Answer(failure="stopped")
        try:
            answer = await self._tried(delivery, track)
        finally:
            if answer.failure is None:
                track.acknowledged_at = self.clock()
            track.failure = answer.failure
            track.answer = None if track.body is None else answer.payload
            try:
                if delivery.on_answer is not None:
                    delivery.on_answer(answer)
            finally:
                with self._changed:
                    self._open -= 1
                    self._changed.notify_all()
                self.touched()

    async def _tried(self, delivery: Delivery, track: Track) -> Answer:
        transport = self.transport(delivery.to)
        reason = "timeout" if track.tries else ""
        while track.tries < self.pace.tries(delivery.kind):
            await asyncio.sleep(self.pace.before(track.tries))
            await self.faults.up()
            try:
                payload = await self._once(transport, delivery, track, reason)
            except NotAcknowledged as error:
                reason = str(error)
            else:
                return Answer(payload)
        return Answer(failure=reason)

    async def _once(self, transport: Transport, delivery: Delivery, track: Track, reason: str) -> Json | None:
        try:
            if track.twice:
                track.twice = False
                both = (transport.deliver(delivery, track, reason), transport.deliver(delivery, track, reason))
                return (await asyncio.gather(*both))[0]
            return await transport.deliver(delivery, track, reason)
        finally:
            track.tries += 1
