"""Model calls in SQL: added up for each team, the latest first, forgotten after their time."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import StateUnavailable
from bot.ports import Scope
from bot.ports.model import Job, ModelCall, Spent
from bot.store.store import SqlStore
from tests.store.conftest import NOW

TEAM, OTHER_TEAM = Scope.of_team("T1"), Scope.of_team("T2")
NOTHING = Spent()


def call(minute: int, spent: Spent = NOTHING, job: Job = Job.ANSWER, outcome: str = "used") -> ModelCall:
    """A question to a model, so many minutes from now."""
    prompt = f"{job.value}@1f0c9a27b3d4" if outcome == "used" else ""
    return ModelCall(NOW + timedelta(minutes=minute), job, "openai:gpt-5-mini", prompt, spent, outcome)


def note(store: SqlStore, *calls: ModelCall, scope: Scope = TEAM) -> None:
    """Keep these."""
    with store.begin(scope) as work:
        for each in calls:
            work.model_calls.note(each)
        work.commit()


def test_they_come_back_whole_and_latest_first(store: SqlStore) -> None:
    """Every job; of two at the same moment the one noted later stands first; the moment itself counts."""
    early, same, again, late = calls = [
        call(0, Spent(1, 2, 3), Job.READ_REQUEST),
        call(1, Spent(10**9, 0, 2 * 10**9), Job.READ_NOTES),
        call(1, job=Job.SUMMARISE, outcome="too long"),
        call(2, outcome="capped"),
    ]
    note(store, *calls)

    with store.begin(TEAM, writes=False) as work:
        assert [late, again, same, early] == work.model_calls.since(NOW)
        assert [late, again, same] == work.model_calls.since(NOW + timedelta(minutes=1))
        assert [] == work.model_calls.since(NOW + timedelta(minutes=3))


def test_any_pack_is_the_teams(store: SqlStore) -> None:
    """What was asked about one pack counts for the whole team, and for no other one."""
    note(store, call(0, Spent(1, 2, 3)), scope=Scope("T1", "harbor"))
    note(store, call(0, Spent(5, 5, 5)), scope=OTHER_TEAM)

    with store.begin(Scope("T1", "other"), writes=False) as work:
        assert (Spent(1, 2, 3), [call(0, Spent(1, 2, 3))]) == (work.model_calls.spent(NOW), work.model_calls.since(NOW))


def test_nothing_was_spent(store: SqlStore) -> None:
    """Where there are no calls, or none since that time, they cost nothing."""
    note(store, call(-1, Spent(1, 2, 3)))
    with store.begin(TEAM, writes=False) as work:
        assert NOTHING == work.model_calls.spent(NOW)
    with store.begin(OTHER_TEAM, writes=False) as work:
        assert NOTHING == work.model_calls.spent(NOW - timedelta(days=9))


_SPENT = st.builds(Spent, *(st.integers(0, 2**31 - 1) for _ in range(3)))


@given(calls=st.lists(st.tuples(st.integers(-2, 2), _SPENT), max_size=6), since=st.integers(-2, 2))
def test_what_was_spent_is_the_sum(
    tmp_path_factory: pytest.TempPathFactory, calls: list[tuple[int, Spent]], since: int
) -> None:
    """Of tokens and cost, over the calls of that moment and later; however much it is."""
    store = SqlStore.open(tmp_path_factory.getbasetemp() / "sums")
    with store.begin(TEAM) as work:  # never committed: each example begins with nothing
        for minute, spent in calls:
            work.model_calls.note(call(minute, spent))

        expected = sum((spent for minute, spent in calls if minute >= since), NOTHING)
        assert expected == work.model_calls.spent(NOW + timedelta(minutes=since))


def test_old_calls_are_forgotten(store: SqlStore) -> None:
    """Those before that time go, of this team alone."""
    note(store, call(0), call(1), call(2))
    note(store, call(0), scope=OTHER_TEAM)

    with store.begin(TEAM) as work:
        assert (1, 0) == tuple(work.model_calls.prune(NOW + timedelta(minutes=1)) for _ in range(2))
        assert [call(2), call(1)] == work.model_calls.since(NOW)
        work.commit()
    with store.begin(OTHER_TEAM, writes=False) as work:
        assert [call(0)] == work.model_calls.since(NOW)


def test_a_row_changed_by_hand_is_said_to_be_one(store: SqlStore, home: Path) -> None:
    """What cannot be read says so in a sentence, with the way out."""
    note(store, call(0))
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        connection.execute("UPDATE model_calls SET job = 'zzz'")
        connection.commit()

    with store.begin(TEAM, writes=False) as work, pytest.raises(StateUnavailable, match="did not write"):
        work.model_calls.since(NOW)
