"""What is due becomes a delivery: once, whoever finds it, and whole or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Event, Thread

import pytest

from bot.core.errors import StateUnavailable
from bot.flows.accounts import add_account
from bot.ports import Ports, Scope
from bot.ports.briefings import Due, NewSchedule, Schedule
from bot.ports.inbox import Delivery, Waiting
from bot.slack import work
from bot.slack.due import EVENT, MOST, DueBriefing, accept_due, is_ours
from bot.slack.payloads import person_of, place_of, place_to_answer
from bot.slack.place import Place
from bot.slack.work import Attempt, Workers
from bot.store.store import SqlStore
from tests.small import ports_at

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SCOPE = Scope("T1", "small")
PATIENCE = 10


@pytest.fixture
def ports(tmp_path: Path) -> Iterator[Ports]:
    """A state with an account in it."""
    store = SqlStore.open(tmp_path, wait=PATIENCE, keep=True)
    ports = replace(ports_at(tmp_path), store=lambda: store)
    add_account(ports, SCOPE, "Acme")
    yield ports
    store.close()


def promised(ports: Ports, due_at: datetime = NOW, person: str = "U1", call: int = 30) -> Schedule:
    """Somebody waits for a briefing."""
    call_at = due_at + timedelta(minutes=call)
    with ports.store().begin(SCOPE) as unit:
        [name] = unit.accounts.names()
        new = NewSchedule(name.account_id, person, call_at, due_at, NOW - timedelta(days=1), "Monday, 10:00")
        kept = unit.schedules.add(new)
        unit.commit()
    return kept


def handed_over(ports: Ports, now: datetime = NOW, worker: str = "one") -> list[Waiting]:
    """What is handed over by then."""
    return list(accept_due(ports, "T1", worker, now))


def delivery(ports: Ports, waiting: Waiting) -> Delivery:
    """What it became."""
    with ports.store().begin(Scope.of_team("T1"), writes=False) as unit:
        found = unit.inbox.get(waiting.id)
    assert found is not None
    return found


def became(ports: Ports, schedule: Schedule) -> Due:
    """What became of it."""
    with ports.store().begin(SCOPE, writes=False) as unit:
        found = unit.schedules.get(schedule.id)
    assert found is not None
    return found.due


def test_it_becomes_a_delivery_of_its_person(ports: Ports) -> None:
    """Which says which briefing it is, and is answered in the direct messages."""
    kept = promised(ports)
    [waiting] = handed_over(ports)
    body = delivery(ports, waiting).body

    assert ("U1", Due.HANDED) == (waiting.lane, became(ports, kept))
    assert DueBriefing("U1", kept.id, "small", "Monday, 10:00") == DueBriefing.of(body)
    assert ("U1", "/", Place("U1")) == (person_of(body), place_of(body), place_to_answer(body))
    assert is_ours(body)


def test_not_before_its_time_and_once(ports: Ports) -> None:
    """A second too early is too early, and what was handed over is over."""
    kept = promised(ports)

    assert [] == handed_over(ports, NOW - timedelta(seconds=1))
    assert Due.WAITING is became(ports, kept)
    assert [1, 0] == [len(handed_over(ports)), len(handed_over(ports))]


def test_of_several_processes_one_gets_each(ports: Ports) -> None:
    """Whichever was first, at the same moment."""
    every = {promised(ports, call=30 + number).id for number in range(MOST)}
    start, found = Barrier(4), list[Waiting]()

    def look(worker: str) -> None:
        start.wait()
        found.extend(handed_over(ports, worker=worker))

    threads = [Thread(target=look, args=(f"process-{number}",)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert every == {DueBriefing.of(delivery(ports, each).body).schedule for each in found}
    assert len(every) == len(found)


def test_the_rest_follows(ports: Ports) -> None:
    """A flood is handed over in parts."""
    for number in range(MOST + 2):
        promised(ports, call=30 + number)

    assert [MOST, 2, 0] == [len(handed_over(ports)) for _ in range(3)]


def test_whole_or_not_at_all(ports: Ports) -> None:
    """Where the delivery cannot be kept the briefing goes on waiting."""
    kept = promised(ports)
    looks = iter(range(9))

    def failing() -> SqlStore:
        if next(looks) == 1:
            raise StateUnavailable("The database is locked.")
        return ports.store()  # type: ignore[return-value]

    with pytest.raises(StateUnavailable):
        handed_over(replace(ports, store=failing))

    assert Due.WAITING is became(ports, kept)
    assert 1 == len(handed_over(ports))


def test_nothing_else_is_ours() -> None:
    """Of what Slack delivers."""
    event = {"type": "event_callback", "event": {"type": "message", "user": "U1"}}

    assert [False, False, True] == [is_ours(event), is_ours({"event": None}), is_ours({"event": {"type": EVENT}})]


def test_workers_carry_out_what_is_due(ports: Ports, monkeypatch: pytest.MonkeyPatch) -> None:
    """As everything else; what cannot be looked for now is looked for again."""
    monkeypatch.setattr(work, "HEARTBEAT", 0.05)
    kept, done, looks, over = promised(ports), list[Attempt](), list[datetime](), Event()

    def accept(worker: str, now: datetime) -> list[Waiting]:
        looks.append(now)
        if len(looks) == 1:
            raise StateUnavailable("The database is locked.")
        if len(looks) == 2:
            raise ValueError("whatever")
        return list(accept_due(ports, "T1", worker, now))

    def carry_out(attempt: Attempt) -> None:
        done.append(attempt)
        over.set()

    workers = Workers(ports, "T1", "one", 2, lambda: NOW, carry_out, accept)
    workers.start()
    assert over.wait(PATIENCE)
    workers.stop(PATIENCE)

    assert [f"briefing:{kept.id}/{kept.made_at.isoformat()}"] == [each.delivery.key for each in done]
