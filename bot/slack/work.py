"""Work: carry out what was accepted, each person's deliveries one after the other.

A lane is one person: what they do is carried out in the order in which it was accepted, and different people do not
wait for each other. What Slack cannot take at the moment is put off and holds up its own lane alone. A worker says
every few seconds that it is alive; what a dead one leaves is taken over. What becomes due by the clock is accepted like
anything that people do, and carried out in the same way.
"""

import itertools
import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.errors import StateUnavailable
from bot.flows.housekeeping import tidy
from bot.ports import Ports, Scope, UnitOfWork
from bot.ports.inbox import Delivery, Ending, Waiting

log = logging.getLogger(__name__)

ATTEMPT = "attempt"
"""Under this name a listener finds the attempt in its context."""
HEARTBEAT = 2.0
"""Seconds between two signs of life."""
GLANCES = 4
"""How often between two signs of life it is checked whether a lane is due again."""
MISSED = 5
"""So many signs of life missed, and others take over."""
LONGEST_WAIT = timedelta(seconds=60)
TIDY = timedelta(hours=1)
"""How often what is older than the workspace keeps it is removed."""
GIVE_UP = timedelta(hours=1)
"""What Slack did not take for so long is given up."""
RETRY_STATE = timedelta(seconds=1)


@dataclass(slots=True)
class Attempt:
    """One attempt at carrying out a delivery."""

    delivery: Delivery
    put_off: timedelta | None = None
    """How long to wait before the next attempt; None where there is no need of one."""
    failed: bool = False
    scope: Scope | None = None
    """Whose rows `afterwards` may write."""
    afterwards: Callable[[UnitOfWork], None] | None = None
    """What is to be noted together with the end."""


Accept = Callable[[str, datetime], Iterable[Waiting]]
"""Accepts what is due by then, for the worker of that name, and says what was accepted."""


def nothing_due(_worker: str, _now: datetime) -> Iterable[Waiting]:
    """Nothing is ever due by the clock."""
    return ()


@dataclass(slots=True)
class _Lane:
    waiting: deque[int] = field(default_factory=deque)
    busy: bool = False
    due: datetime | None = None
    """Put off until then."""


class Workers:
    """A pool of threads that carries out deliveries.

    Args:
        ports: where the inbox is.
        team: whose inbox.
        name: what this process is called; no two alive at the same time share a name.
        threads: how many deliveries are carried out at the same time.
        clock: the time.
        carry_out: carries out one attempt, and notes in it how it went.
        accept_due: accepts what becomes due by the clock.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what one process is made of
        self,
        ports: Ports,
        team: str,
        name: str,
        threads: int,
        clock: Callable[[], datetime],
        carry_out: Callable[[Attempt], None],
        accept_due: Accept = nothing_due,
    ) -> None:
        self.name = name
        self.executor = ThreadPoolExecutor(threads, thread_name_prefix="work")
        self._ports, self._scope, self._clock, self._carry_out = ports, Scope.of_team(team), clock, carry_out
        self._accept_due = accept_due
        self._accepting = False
        """Whether a thread is accepting what is due."""
        self._lanes: dict[str, _Lane] = {}
        self._change = threading.Condition()
        self._tidied: datetime | None = None
        self._ending = threading.Event()
        self._heart = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def start(self) -> None:
        """Take over what nobody works on, and go on doing so."""
        self._look_after()  # whoever accepts something has to be known to be alive
        self._heart.start()

    @property
    def alive(self) -> bool:
        """Whether deliveries are being carried out."""
        return self._heart.is_alive() and not self._ending.is_set()

    def add(self, new: Waiting) -> None:
        """Carry a delivery out as soon as its lane is free."""
        with self._change:
            lane = self._lanes.setdefault(new.lane, _Lane())
            if new.id in lane.waiting:
                return
            lane.waiting.append(new.id)
            self._go_on(new.lane, lane)

    def stop(self, grace: float) -> bool:
        """Finish what was accepted, for at most so many seconds; True where everything was finished.

        What is put off stays in the inbox for whoever starts next.
        """
        with self._change:
            finished = self._change.wait_for(self._is_idle, timeout=grace)
            self._ending.set()
        self.executor.shutdown(wait=finished, cancel_futures=True)
        if self._heart.is_alive():
            self._heart.join(timeout=HEARTBEAT)
        try:
            with self._ports.store().begin(self._scope) as work:
                work.inbox.leave(self.name)
                work.commit()
        except StateUnavailable:
            log.warning("The end of worker %s could not be noted; others take over in a few seconds.", self.name)
        return finished

    def _is_idle(self) -> bool:
        return all(lane.due is not None and not lane.busy for lane in self._lanes.values())

    def _go_on(self, name: str, lane: _Lane) -> None:
        """Start on a lane's next delivery, unless one is being carried out or the lane is put off."""
        if lane.busy or lane.due is not None or not lane.waiting or self._ending.is_set():
            return
        lane.busy = True
        self.executor.submit(self._work_on, name, lane)

    def _work_on(self, name: str, lane: _Lane) -> None:
        due: datetime | None = self._clock() + RETRY_STATE
        try:
            due = self._attempt(lane.waiting[0])
        except StateUnavailable:
            log.warning("The state is unavailable; a delivery is tried again: team %s.", self._scope.team)
        except Exception:
            # It would go wrong again and again, and hold up everything else that the person wants.
            due = None
            log.exception("A delivery could not be worked on: team %s.", self._scope.team)
            self._give_up(lane.waiting[0])
        finally:
            self._leave(name, lane, due)

    def _leave(self, name: str, lane: _Lane, due: datetime | None) -> None:
        with self._change:
            lane.busy = False
            lane.due = due
            if due is None:
                lane.waiting.popleft()
            if not lane.waiting:
                del self._lanes[name]
            self._go_on(name, lane)
            self._change.notify_all()

    def _attempt(self, delivery_id: int) -> datetime | None:
        """Carry out one delivery; returns when to try again, None where it has ended."""
        with self._ports.store().begin(self._scope, writes=False) as work:
            delivery = work.inbox.get(delivery_id)
        if delivery is None or delivery.ending is not None:
            return None
        attempt = Attempt(delivery)
        self._carry_out(attempt)
        now = self._clock()
        given_up = attempt.put_off is not None and now - delivery.received_at > GIVE_UP
        if given_up:
            log.error("Slack did not take an answer for too long: team %s, delivery %s.", self._scope.team, delivery_id)
        if attempt.put_off is not None and not given_up:
            return self._put_off(delivery_id, attempt.put_off, now)
        ending = Ending.FAILED if attempt.failed or given_up else Ending.ANSWERED
        with self._ports.store().begin(attempt.scope or self._scope) as work:
            if attempt.afterwards is not None:
                attempt.afterwards(work)
            work.inbox.end(delivery_id, ending, now)
            work.commit()
        return None

    def _give_up(self, delivery_id: int) -> None:
        try:
            with self._ports.store().begin(self._scope) as work:
                work.inbox.end(delivery_id, Ending.FAILED, self._clock())
                work.commit()
        except StateUnavailable:
            log.warning("A delivery that failed could not be ended: team %s.", self._scope.team)

    def _put_off(self, delivery_id: int, wait: timedelta, now: datetime) -> datetime:
        with self._ports.store().begin(self._scope) as work:
            tries = work.inbox.put_off(delivery_id, now + wait)
            work.commit()
        return now + min(max(wait, timedelta(seconds=2 ** min(tries, 6) / 2)), max(wait, LONGEST_WAIT))

    def _beat(self) -> None:
        """Say that this worker is alive, take over what others left, and go on with lanes that are due."""
        for glance in itertools.count():
            if glance % GLANCES == 0:
                self._look_after()
                self._accept_soon()
            self._wake()
            if self._ending.wait(HEARTBEAT / GLANCES):
                return

    def _look_after(self) -> None:
        """What a worker does besides its work; a state that is unavailable is tried again next time."""
        now = self._clock()
        try:
            self._take_over(now)
            if self._tidied is None or now - self._tidied >= TIDY:
                self._tidied = now
                tidy(self._ports, self._scope.team, now)
        except StateUnavailable:
            log.warning("The state is unavailable: team %s.", self._scope.team)
        except Exception:
            log.exception("What is to be done from time to time could not be done: team %s.", self._scope.team)

    def _take_over(self, now: datetime) -> None:
        with self._ports.store().begin(self._scope) as work:
            work.inbox.seen(self.name, now)
            left = work.inbox.take_over(self.name, now - timedelta(seconds=HEARTBEAT * MISSED), now)
            work.commit()
        for each in left:
            self.add(each)

    def _accept_soon(self) -> None:
        """Let a thread of the pool accept what is due, unless one still does: the signs of life wait for nothing."""
        with self._change:
            if not self._accepting and not self._ending.is_set():
                self._accepting = True
                self.executor.submit(self._accept)

    def _accept(self) -> None:
        try:
            for each in self._accept_due(self.name, self._clock()):
                self.add(each)
        except StateUnavailable:
            log.warning("The state is unavailable; what is due is looked for again: team %s.", self._scope.team)
        except Exception:
            log.exception("What is due could not be accepted: team %s.", self._scope.team)
        finally:
            with self._change:
                self._accepting = False

    def _wake(self) -> None:
        now = self._clock()
        with self._change:
            for name, lane in list(self._lanes.items()):
                if lane.due is not None and lane.due <= now:
                    lane.due = None
                    self._go_on(name, lane)
