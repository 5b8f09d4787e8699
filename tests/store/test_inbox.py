"""The inbox: what was accepted is accepted once, is never lost, and is answered once."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from bot.ports import Scope
from bot.ports.inbox import Begun, Delivery, Ending, Inbox, NewDelivery, Waiting
from bot.store.inbox import SqlInbox
from bot.store.store import SqlStore

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
TEAM = Scope.of_team("T1")
BODY = {"type": "event_callback", "event": {"text": "does <Acme> fit? \N{THINKING FACE}"}}


def later(seconds: float) -> datetime:
    """So many seconds from now."""
    return NOW + timedelta(seconds=seconds)


def new(key: str, lane: str = "U1", place: str = "D1/", at: datetime = NOW) -> NewDelivery:
    """A delivery about to be accepted."""
    return NewDelivery(key, lane, place, BODY, at)


@contextmanager
def inbox_of(store: SqlStore, team: Scope = TEAM) -> Iterator[Inbox]:
    """The inbox within a transaction that is kept."""
    with store.begin(team) as work:
        yield work.inbox
        work.commit()


@pytest.fixture
def accepted(store: SqlStore) -> Callable[..., int]:
    """Accept a delivery, by a worker that is alive, and say its id."""

    def accepted(key: str, worker: str = "w1", **others: str) -> int:
        with inbox_of(store) as inbox:
            inbox.seen(worker, NOW)
            delivery_id = inbox.accept(new(key, **others), worker)
        assert delivery_id is not None
        return delivery_id

    return accepted


Accepted = Callable[..., int]


def test_a_delivery_is_accepted_once(store: SqlStore, accepted: Accepted) -> None:
    """A repetition is recognised by its key, whoever receives it, and even after the first one has ended."""
    delivery_id = accepted("Ev1")
    with inbox_of(store) as inbox:
        assert None is inbox.accept(new("Ev1", at=later(600)), "w2")
        inbox.end(delivery_id, Ending.ANSWERED, NOW)
    with inbox_of(store) as inbox:
        assert None is inbox.accept(new("Ev1"), "w1")
        assert Delivery(delivery_id, "Ev1", "U1", "D1/", BODY, NOW, 0, Ending.ANSWERED) == inbox.get(delivery_id)
        assert None is inbox.get(delivery_id + 1)


def test_accepting_is_one_statement(store: SqlStore, accepted: Accepted) -> None:
    """Nothing but one insertion stands before the acknowledgement."""
    accepted("Ev0")
    seen: list[str] = []
    with store.begin(TEAM) as work:
        event.listen(store._engine, "before_cursor_execute", lambda *parts: seen.append(parts[2]))
        work.inbox.accept(new("Ev1"), "w1")
        work.inbox.accept(new("Ev1"), "w1")
    assert ["INSERT", "INSERT"] == [statement.partition(" ")[0] for statement in seen]


def test_what_is_not_committed_is_not_accepted(store: SqlStore) -> None:
    """A process killed before the commit has accepted nothing: the repetition is the first one."""
    with store.begin(TEAM) as work:
        assert work.inbox.accept(new("Ev1"), "w1") is not None
    with inbox_of(store) as inbox:
        assert 0 == inbox.unanswered()
        assert inbox.accept(new("Ev1"), "w1") is not None


def test_of_many_at_the_same_time_one_accepts(home: Path) -> None:
    """However many threads and processes receive the same deliveries at once, each is accepted by one of them."""
    stores = [SqlStore.open(home, wait=20) for _ in range(2)]
    ready, taken = Barrier(8), list[tuple[str, int]]()

    def receive(store: SqlStore) -> None:
        ready.wait()
        for number in range(20):
            with inbox_of(store) as inbox:
                delivery_id = inbox.accept(new(f"Ev{number}"), "w")
            if delivery_id is not None:
                taken.append((f"Ev{number}", delivery_id))

    threads = [Thread(target=receive, args=(stores[number % 2],)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {f"Ev{number}" for number in range(20)} == {key for key, _ in taken}
    assert 20 == len(taken)


def test_teams_know_nothing_of_each_other(store: SqlStore, accepted: Accepted) -> None:
    """The same key in another team is another delivery, and no verb of one team touches one of another's."""
    mine = accepted("Ev1")
    with inbox_of(store) as inbox:
        inbox.note_effect(mine, {"account": 1})
        inbox.begin_part(mine, "answer")
    with inbox_of(store, Scope.of_team("T2")) as inbox:
        theirs = inbox.accept(new("Ev1"), "w1")
        assert theirs not in (None, mine)
        inbox.seen("w9", later(99))
        inbox.leave("w1")
        inbox.note_effect(mine, {"account": 2})
        inbox.posted(mine, "answer", "C", "1")
        inbox.not_posted(mine, "answer")
        inbox.end(mine, Ending.FAILED, NOW)
        assert (None, None, 0) == (inbox.get(mine), inbox.effect(mine), inbox.put_off(mine, NOW))
        assert [theirs] == inbox.stop("U1", "D1/", NOW)
        assert (1, 0, 0) == (inbox.prune(later(1)), inbox.empty(later(1)), inbox.unanswered())
    with inbox_of(store) as inbox:
        assert ({"account": 1}, 1) == (inbox.effect(mine), inbox.unanswered())
        assert Begun.AGAIN is inbox.begin_part(mine, "answer")
        assert [] == inbox.take_over("w2", NOW, NOW)


def test_what_a_dead_worker_leaves_is_taken_over(store: SqlStore, accepted: Accepted) -> None:
    """Everything unanswered of a worker that was not seen for a while goes to another one, in order of arrival."""
    one, two, three = accepted("Ev1"), accepted("Ev2", lane="U2"), accepted("Ev3")
    with inbox_of(store) as inbox:
        inbox.end(two, Ending.ANSWERED, NOW)
        inbox.seen("w2", later(10))
        assert [] == inbox.take_over("w2", NOW, later(10))
        assert [Waiting(one, "U1"), Waiting(three, "U1")] == inbox.take_over("w2", later(1), later(10))
        assert [] == inbox.take_over("w2", later(1), later(10))
        assert [] == inbox.take_over("w3", later(1), later(10))


def test_what_a_worker_leaves_behind_is_taken_over_at_once(store: SqlStore, accepted: Accepted) -> None:
    """A worker that ends says so, and nobody waits for a sign of life from it."""
    one = accepted("Ev1")
    with inbox_of(store) as inbox:
        inbox.leave("w1")
        inbox.leave("w1")
        assert [Waiting(one, "U1")] == inbox.take_over("w2", NOW, NOW)


def test_what_was_put_off_waits_for_its_time(store: SqlStore, accepted: Accepted) -> None:
    """A delivery put off stays with its living worker, and comes over from a dead one only once it is due."""
    one = accepted("Ev1")
    with inbox_of(store) as inbox:
        assert 1 == inbox.put_off(one, later(30))
        assert 2 == inbox.put_off(one, later(60))
        inbox.seen("w1", later(61))
        assert [] == inbox.take_over("w2", later(61), later(61))
        inbox.leave("w1")
        assert [] == inbox.take_over("w2", later(30), later(59))
        assert [Waiting(one, "U1")] == inbox.take_over("w2", later(30), later(60))
        delivery = inbox.get(one)
        assert delivery is not None
        assert (2, None) == (delivery.tries, delivery.ending)
        inbox.end(one, Ending.ANSWERED, NOW)
        assert 0 == inbox.put_off(one, later(90))


def test_an_effect_is_noted_with_what_it_stands_for(store: SqlStore, accepted: Accepted) -> None:
    """What was written and the note of it are kept together or not at all."""
    one = accepted("Ev1")
    with store.begin(TEAM) as work:
        assert None is work.inbox.effect(one)
        work.inbox.note_effect(one, {"answers": [1, 2]})
    with inbox_of(store) as inbox:
        assert None is inbox.effect(one)
        inbox.note_effect(one, {"answers": [1, 2]})
    with store.begin(TEAM, writes=False) as work:
        assert {"answers": [1, 2]} == work.inbox.effect(one)


def test_parts_are_begun_once(store: SqlStore, accepted: Accepted) -> None:
    """A part is posted by whoever begins it first; afterwards it is known to have been tried, or to have arrived."""
    one = accepted("Ev1")
    with inbox_of(store) as inbox:
        assert Begun.FIRST is inbox.begin_part(one, "answer")
        assert Begun.AGAIN is inbox.begin_part(one, "answer")
        assert Begun.FIRST is inbox.begin_part(one, "picture")
        inbox.posted(one, "answer", "D1", "1.5")
        inbox.not_posted(one, "picture")
        inbox.not_posted(one, "unheard of")
    with inbox_of(store) as inbox:
        assert Begun.POSTED is inbox.begin_part(one, "answer")
        assert Begun.FIRST is inbox.begin_part(one, "picture")
        inbox.posted(one, "picture", "", "")
        assert Begun.POSTED is inbox.begin_part(one, "picture")


def test_nothing_is_posted_for_what_has_ended(store: SqlStore, accepted: Accepted) -> None:
    """Of a delivery that was stopped or has ended no part is begun; what has arrived before has arrived."""
    one = accepted("Ev1")
    with inbox_of(store) as inbox:
        inbox.begin_part(one, "first")
        inbox.posted(one, "first", "D1", "1")
        inbox.begin_part(one, "second")
        assert [one] == inbox.stop("U1", "D1/", NOW)
        assert [Begun.POSTED, Begun.STOPPED, Begun.STOPPED] == [
            inbox.begin_part(one, part) for part in ("first", "second", "third")
        ]


def test_what_was_stopped_stays_stopped(store: SqlStore, accepted: Accepted) -> None:
    """A person stops what is theirs in a place and is unanswered; a worker that ends it later changes nothing."""
    one, other, elsewhere, done = (
        accepted("Ev1"),
        accepted("Ev2", lane="U2"),
        accepted("Ev3", place="C1/1"),
        accepted("Ev4"),
    )
    two = accepted("Ev5")
    with inbox_of(store) as inbox:
        inbox.end(done, Ending.ANSWERED, NOW)
        assert [one, two] == inbox.stop("U1", "D1/", NOW)
        assert [] == inbox.stop("U1", "D1/", NOW)
        inbox.end(one, Ending.ANSWERED, NOW)
        endings = [inbox.get(each) for each in (one, two, other, elsewhere, done)]
        assert [Ending.STOPPED, Ending.STOPPED, None, None, Ending.ANSWERED] == [
            each and each.ending for each in endings
        ]
        assert 2 == inbox.unanswered()


def test_pruning_removes_what_has_ended_and_is_old(store: SqlStore) -> None:
    """Old and ended goes, with workers long gone; unanswered stays, however old."""
    with inbox_of(store) as inbox:
        inbox.seen("long gone", NOW)
        inbox.seen("alive", later(20))
        old, open_, young = (
            inbox.accept(new(key, at=at), "alive") for key, at in (("a", NOW), ("b", NOW), ("c", later(10)))
        )
        assert old is not None
        assert open_ is not None
        assert young is not None
        for each in (old, young):
            inbox.end(each, Ending.ANSWERED, later(20))
        assert 1 == inbox.prune(later(10))
        assert [None, open_, young] == [found and found.id for found in map(inbox.get, (old, open_, young))]
        assert 0 == inbox.prune(later(10))
        inbox.accept(new("d"), "long gone")
        assert ["d"] == [
            found.key for each in inbox.take_over("alive", NOW, NOW) if (found := inbox.get(each.id)) is not None
        ]


def test_emptying_leaves_enough_to_recognise_a_repetition(store: SqlStore, accepted: Accepted, home: Path) -> None:
    """The payload of what has ended goes, from the file as well; its key stays."""
    ended, open_ = accepted("Ev1"), accepted("Ev2")
    with inbox_of(store) as inbox:
        inbox.end(ended, Ending.ANSWERED, NOW)
        assert 1 == inbox.empty(later(1))
        assert 0 == inbox.empty(later(1))
        assert [{}, BODY] == [found.body for each in (ended, open_) if (found := inbox.get(each)) is not None]
        assert None is inbox.accept(new("Ev1"), "w1")
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        assert [(None,)] == connection.execute("SELECT body FROM deliveries WHERE key = 'Ev1'").fetchall()


def test_steps_on_what_is_gone_change_nothing(store: SqlStore) -> None:
    """Steps on a delivery that is gone change nothing, and a part of it may still be posted."""
    with inbox_of(store) as inbox:
        assert Begun.FIRST is inbox.begin_part(77, "answer")
        inbox.posted(77, "answer", "D1", "1")
        inbox.not_posted(77, "answer")
        inbox.note_effect(77, {"account": 1})
        inbox.end(77, Ending.ANSWERED, NOW)
        assert (None, None) == (inbox.get(77), inbox.effect(77))


@pytest.mark.parametrize(
    ("step", "index"),
    [
        (lambda inbox: inbox.accept(new("x"), "w"), None),
        (lambda inbox: inbox.unanswered(), "ix_deliveries_unanswered"),
        (lambda inbox: inbox.take_over("w", NOW, NOW), "ix_deliveries_unanswered"),
        (lambda inbox: inbox.stop("U1", "D1/", NOW), "ix_deliveries_unanswered"),
        (lambda inbox: inbox.prune(NOW), "ix_deliveries_team_received_at"),
        (lambda inbox: inbox.empty(NOW), "ix_deliveries_team_received_at"),
        (lambda inbox: inbox.end(1, Ending.ANSWERED, NOW), "PRIMARY KEY"),
        (lambda inbox: inbox.begin_part(1, "answer"), "PRIMARY KEY"),
    ],
)
def test_no_step_looks_at_every_delivery(
    store: SqlStore, step: Callable[[SqlInbox], object], index: str | None
) -> None:
    """Each step finds its rows by an index, so that it is as quick among a million deliveries as among ten."""
    plans: list[str] = []

    def explain(_: object, cursor: sqlite3.Cursor, statement: str, parameters: tuple[object, ...], *__: object) -> None:
        rows = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        plans.extend(row[3] for row in rows if "deliveries" in row[3])

    with store.begin(TEAM) as work:
        work.inbox.unanswered()
        event.listen(store._engine, "before_cursor_execute", explain)
        step(work.inbox)
        event.remove(store._engine, "before_cursor_execute", explain)

    assert [] == [plan for plan in plans if plan.startswith("SCAN")]
    assert index is None or any(index in plan for plan in plans)


_STEPS = st.lists(st.sampled_from(["begin", "posted", "not_posted", "end", "stop"]), max_size=12)


@given(steps=_STEPS)
def test_a_part_is_first_once_for_each_time_it_did_not_arrive(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    """Whatever happens in whatever order, the answers of `begin_part` are those of the rule, and nothing else."""
    store = SqlStore.open(tmp_path_factory.mktemp("inbox"))
    tried = arrived = ended = False
    with store.begin(TEAM) as work:
        inbox = work.inbox
        one = inbox.accept(new("Ev1"), "w1")
        assert one is not None
        for step in steps:
            match step:
                case "begin":
                    expected = Begun.AGAIN if tried else Begun.FIRST
                    expected = Begun.STOPPED if ended else expected
                    expected = Begun.POSTED if arrived else expected
                    assert expected is inbox.begin_part(one, "answer")
                    tried = tried or not ended
                case "posted":
                    inbox.posted(one, "answer", "D1", "1")
                    tried = arrived = True
                case "not_posted":
                    inbox.not_posted(one, "answer")
                    tried = arrived = False
                case "end":
                    inbox.end(one, Ending.ANSWERED, NOW)
                    ended = True
                case _:
                    inbox.stop("U1", "D1/", NOW)
                    ended = True
