"""Carrying out deliveries: in order for each person, side by side for different ones, and never lost."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.ports import Scope
from bot.ports.inbox import Delivery, Ending, NewDelivery, Waiting
from bot.slack.work import GIVE_UP, HEARTBEAT, MISSED, Attempt, Workers
from bot.store.store import SqlStore
from tests.small import ports_at

TEAM = Scope.of_team("T1")
PATIENCE = 30


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time it is."""
        return self.now

    def pass_by(self, time: timedelta) -> None:
        """Let time pass."""
        self.now += time


class Office:
    """Workers with the inbox they work on."""

    def __init__(self, home: Path) -> None:
        store = SqlStore.open(home, wait=PATIENCE, keep=True)
        self.ports = replace(ports_at(home), store=lambda: store)
        self.clock = Clock()
        self.started: list[Workers] = []

    def workers(self, carry_out: Callable[[Attempt], None], name: str = "one", threads: int = 4) -> Workers:
        """A pool of workers, ended with the test."""
        workers = Workers(self.ports, "T1", name, threads, self.clock, carry_out)
        self.started.append(workers)
        return workers

    def accept(self, key: str, lane: str = "U1", worker: str = "one") -> Waiting:
        """Put a delivery into the inbox."""
        with self.ports.store().begin(TEAM) as work:
            new = NewDelivery(key, lane, "D1/", {"key": key}, self.clock())
            delivery = work.inbox.accept(new, worker)
            work.commit()
        assert delivery is not None
        return Waiting(delivery, lane)

    def get(self, waiting: Waiting) -> Delivery:
        """A delivery as the inbox has it."""
        with self.ports.store().begin(TEAM, writes=False) as work:
            delivery = work.inbox.get(waiting.id)
        assert delivery is not None
        return delivery


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An inbox with workers that end with the test."""
    office = Office(tmp_path)
    yield office
    for workers in office.started:
        workers.stop(PATIENCE)


def eventually(happens: Callable[[], bool]) -> bool:
    """Whether something happens before patience ends."""
    waiting = threading.Event()
    for _ in range(PATIENCE * 50):
        if happens():
            return True
        waiting.wait(0.02)
    return False


def test_a_person_is_answered_in_order(office: Office) -> None:
    """What one person does is carried out in the order in which it was accepted."""
    done: list[str] = []
    workers = office.workers(lambda attempt: done.append(attempt.delivery.key))
    for number in range(30):
        workers.add(office.accept(f"{number:02}"))
    workers.start()

    assert eventually(lambda: len(done) == 30)
    assert sorted(done) == done


def test_people_do_not_wait_for_each_other(office: Office) -> None:
    """One person's slow answer holds up nobody else's."""
    release, done = threading.Event(), threading.Event()

    def carry_out(attempt: Attempt) -> None:
        if attempt.delivery.lane == "slow":
            release.wait(PATIENCE)
        else:
            done.set()

    workers = office.workers(carry_out)
    workers.add(office.accept("1", "slow"))
    workers.add(office.accept("2", "quick"))

    assert done.wait(PATIENCE)
    release.set()


def test_what_is_put_off_is_tried_again_and_holds_up_its_own_lane_alone(office: Office) -> None:
    """While Slack is busy the person's next message waits, so that answers stay in order; others go on."""
    done: list[str] = []

    def carry_out(attempt: Attempt) -> None:
        if attempt.delivery.key == "first" and attempt.delivery.tries == 0:
            attempt.put_off = timedelta(seconds=30)
            return
        done.append(attempt.delivery.key)

    workers = office.workers(carry_out)
    workers.start()
    waiting = [office.accept(key, lane) for key, lane in (("first", "U1"), ("second", "U1"), ("other", "U2"))]
    for each in waiting:
        workers.add(each)

    assert eventually(lambda: done == ["other"] and office.get(waiting[0]).tries == 1)
    office.clock.pass_by(timedelta(seconds=31))
    assert eventually(lambda: len(done) == 3)
    assert ["other", "first", "second"] == done


def test_what_slack_never_takes_is_given_up(office: Office) -> None:
    """After an hour a delivery ends as failed: nobody waits for an answer to yesterday's question."""

    def carry_out(attempt: Attempt) -> None:
        attempt.put_off = timedelta(seconds=1)

    waiting = office.accept("1")
    office.clock.pass_by(GIVE_UP + timedelta(seconds=1))
    office.workers(carry_out).add(waiting)

    assert eventually(lambda: office.get(waiting).ending is Ending.FAILED)


@pytest.mark.parametrize(("failed", "ending"), [(False, Ending.ANSWERED), (True, Ending.FAILED)])
def test_how_it_ended_is_noted(office: Office, failed: bool, ending: Ending) -> None:  # noqa: FBT001
    """A delivery that was carried out is not carried out again, whether it went well or not."""

    def carry_out(attempt: Attempt) -> None:
        attempt.failed = failed

    waiting = office.accept("1")
    office.workers(carry_out).add(waiting)

    assert eventually(lambda: office.get(waiting).ending is ending)


def test_what_a_dead_worker_leaves_is_taken_over(office: Office) -> None:
    """A killed process loses nothing: the next one answers what was accepted, once."""
    done: list[int] = []
    left = [office.accept(str(number), worker="dead") for number in range(3)]
    with office.ports.store().begin(TEAM) as work:
        work.inbox.seen("dead", office.clock())
        work.commit()
    workers = office.workers(lambda attempt: done.append(attempt.delivery.id), "two")
    workers.start()

    office.clock.pass_by(timedelta(seconds=HEARTBEAT * MISSED + 1))
    assert eventually(lambda: len(done) == 3)
    assert [each.id for each in left] == done


def test_what_a_worker_that_left_properly_leaves_is_taken_over_at_once(office: Office) -> None:
    """After an orderly end nobody waits for a sign of life."""
    done: list[int] = []
    first = office.workers(lambda _attempt: None, "one")
    first.start()
    first.stop(PATIENCE)
    office.accept("1", worker="one")
    office.workers(lambda attempt: done.append(attempt.delivery.id), "two").start()

    assert eventually(lambda: len(done) == 1)


def test_an_unexpected_error_does_not_end_the_worker(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever goes wrong with one person's delivery, everybody else is still answered."""
    done: list[str] = []

    def carry_out(attempt: Attempt) -> None:
        if attempt.delivery.key == "bad":
            raise ValueError("what nobody thought of")
        done.append(attempt.delivery.key)

    workers = office.workers(carry_out)
    workers.add(office.accept("bad", "U1"))
    workers.add(office.accept("good", "U2"))

    assert eventually(lambda: done == ["good"])
    assert eventually(lambda: "could not be worked on" in caplog.text)


def test_stopping_finishes_what_was_accepted(office: Office) -> None:
    """An orderly end answers everything first, and says whether it could."""
    done: list[str] = []

    def carry_out(attempt: Attempt) -> None:
        threading.Event().wait(0.05)
        done.append(attempt.delivery.key)

    workers = office.workers(carry_out, threads=1)
    for number in range(5):
        workers.add(office.accept(str(number), f"U{number}"))

    assert workers.stop(PATIENCE)
    assert 5 == len(done)


def test_stopping_does_not_wait_longer_than_its_grace(office: Office) -> None:
    """What cannot be finished in time stays in the inbox."""
    release = threading.Event()
    workers = office.workers(lambda _attempt: release.wait(PATIENCE) and None)
    waiting = office.accept("1")
    workers.add(waiting)

    assert not workers.stop(0.05)
    release.set()
    assert not workers.alive


def test_a_delivery_that_has_ended_is_not_carried_out_again(office: Office) -> None:
    """Whoever comes second, after a take-over, does nothing."""
    done: list[int] = []
    waiting = office.accept("1")
    with office.ports.store().begin(TEAM) as work:
        work.inbox.end(waiting.id, Ending.STOPPED, office.clock())
        work.commit()
    workers = office.workers(lambda attempt: done.append(attempt.delivery.id))
    workers.add(waiting)
    workers.add(Waiting(99, "U9"))
    workers.stop(PATIENCE)

    assert [] == done
