"""Rows that somebody changed by hand: said to be such, never a crash."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.account import Source, SourceKind
from bot.core.errors import StateUnavailable
from bot.ports import NewAnswer, Scope
from bot.store.store import SqlStore

SCOPE = Scope("local", "small")


@pytest.mark.parametrize(
    "change",
    [
        "update answers set value = 'not json'",
        "update answers set trait = 'x y'",
        "update answers set dated_on = 'foo'",
        "update answers set recorded_at = 1",
        "update answers set source_kind = 'zzz'",
        "update accounts set name = ''",
    ],
)
def test_a_row_changed_by_hand_is_said_to_be_one(tmp_path: Path, change: str) -> None:
    """An account that cannot be read says so in a sentence, with the way out."""
    store = SqlStore.open(tmp_path)
    with store.begin(SCOPE) as work:
        account = work.accounts.add("Acme")
        source = Source(kind=SourceKind.PERSON, person="U1")
        work.accounts.record(account.id, [NewAnswer("employees", 120, source, datetime(2026, 11, 1, tzinfo=UTC))])
        work.commit()
    with closing(sqlite3.connect(tmp_path / "fika.db")) as connection:
        connection.execute("pragma ignore_check_constraints = on")
        connection.execute(change)
        connection.commit()

    with store.begin(SCOPE, writes=False) as work, pytest.raises(StateUnavailable) as refused:
        list(work.accounts.all())

    assert "did not write" in str(refused.value)
    assert "fika restore" in str(refused.value)


def test_a_published_pack_changed_by_hand_is_said_to_be_one(tmp_path: Path) -> None:
    """A pack in the state that is no pack any more says so in a sentence."""
    store = SqlStore.open(tmp_path)
    with store.begin(SCOPE) as work:
        work.commit()
    row = "insert into pack_versions (team, name, version, content_hash, pack, draft, published_at) values (?,?,?,?,?,?,?)"
    with closing(sqlite3.connect(tmp_path / "fika.db")) as connection:
        connection.execute(row, ("local", "small", 1, "x", "{}", 0, "2026-11-01 00:00:00.000000"))
        connection.commit()

    with store.begin(SCOPE, writes=False) as work, pytest.raises(StateUnavailable):
        work.packs.current("small")
