"""Backup and restore: one moment of the whole state, checked before it replaces anything."""

import resource
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.account import Source, SourceKind
from bot.core.errors import FileRefused, StateUnavailable
from bot.core.gap import GapKind, NewGap
from bot.core.interview import Event, InterviewEvent
from bot.core.journey import StageId, StageSaid
from bot.core.proposal import NewProposal
from bot.ports import NewAnswer, PublishedPack, Scope
from bot.ports.briefings import BriefingMade, NewSchedule
from bot.ports.inbox import NewDelivery
from bot.ports.model import Job, ModelCall, Spent
from bot.ports.team import Asked, NewFeedback, Profile, Recalled, Workspace
from bot.store.store import SqlStore
from bot.store.tables import METADATA
from tests.small import pack

SCOPE = Scope("local", "harbor")


def _fill(store: SqlStore, *names: str) -> None:
    with store.begin(SCOPE) as work:
        for name in names:
            work.accounts.add(name)
        work.commit()


def _names(store: SqlStore) -> list[str]:
    with store.begin(SCOPE, writes=False) as work:
        return [account.name for account in work.accounts.all()]


@contextmanager
def _files_no_larger_than(size: int) -> Iterator[None]:
    """Make the system refuse to write beyond a size, as it does when a quota is used up."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_backup_brings_everything_back(store: SqlStore, home: Path, tmp_path: Path) -> None:
    """What was there at the backup is there after the restore, and what came later is kept beside."""
    _fill(store, "Acme")
    store.backup(tmp_path / "copy.db")
    _fill(store, "Beta")

    before = store.restore(tmp_path / "copy.db")

    assert ["Acme"] == _names(store)
    assert home / "fika.db.before-restore" == before
    assert ["Acme", "Beta"] == _names(SqlStore.open(home, url=f"sqlite:///{before}"))
    _fill(store, "Gamma")
    assert ["Acme", "Gamma"] == _names(store)


def test_a_backup_is_one_private_file(store: SqlStore, tmp_path: Path) -> None:
    """It needs no other file beside it and nobody else can read it."""
    _fill(store, "Acme")
    (tmp_path / "backups").mkdir()
    store.backup(tmp_path / "backups" / "copy.db")

    assert [tmp_path / "backups" / "copy.db"] == list((tmp_path / "backups").iterdir())
    assert 0o600 == stat.S_IMODE((tmp_path / "backups" / "copy.db").stat().st_mode)


def test_a_backup_holds_what_is_still_in_the_journal(store: SqlStore, tmp_path: Path) -> None:
    """A backup made while another process works holds everything committed and nothing that is not."""
    _fill(store, "Acme")
    with store.begin(SCOPE) as work:
        work.accounts.add("Beta")
        work.commit()
        work.accounts.add("Gamma")
        store.backup(tmp_path / "copy.db")

    assert ["Acme", "Beta"] == _names(SqlStore.open(tmp_path, url=f"sqlite:///{tmp_path}/copy.db"))


def test_a_backup_overwrites_only_when_told(store: SqlStore, tmp_path: Path) -> None:
    """A file that is there is not replaced by accident."""
    target = tmp_path / "copy.db"
    target.write_text("precious")
    _fill(store, "Acme")

    with pytest.raises(FileRefused, match="there already"):
        store.backup(target)
    assert "precious" == target.read_text()

    store.backup(target, overwrite=True)
    assert ["Acme"] == _names(SqlStore.open(tmp_path, url=f"sqlite:///{target}"))


def test_a_backup_needs_somewhere_to_go(store: SqlStore, home: Path, tmp_path: Path) -> None:
    """Neither the state itself, nor a folder, nor a place that does not exist is written to."""
    _fill(store, "Acme")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.db").symlink_to(home / "fika.db")

    for target, said in (
        (home / "fika.db", "is the state itself"),
        (tmp_path / "link.db", "is the state itself"),
        (tmp_path / "folder", "is no file"),
        (tmp_path / "nowhere" / "copy.db", "cannot be written"),
    ):
        with pytest.raises(FileRefused, match=said):
            store.backup(target, overwrite=True)
    assert ["Acme"] == _names(store)


def test_a_backup_that_does_not_fit_leaves_nothing(store: SqlStore, home: Path, tmp_path: Path) -> None:
    """A disk that refuses to take it is named, no half of a backup is left, and an older one stays whole."""
    _fill(store, *("x" * 1000 for _ in range(300)))
    (tmp_path / "backups").mkdir()
    target = tmp_path / "backups" / "copy.db"
    target.write_text("older")

    with _files_no_larger_than(100_000), pytest.raises(StateUnavailable, match=r"folder .*backups cannot be .*disk"):
        store.backup(target, overwrite=True)

    assert [target] == list((tmp_path / "backups").iterdir())
    assert "older" == target.read_text()
    assert 300 == len(_names(store))


def test_a_restore_that_does_not_fit_changes_nothing(store: SqlStore, home: Path, tmp_path: Path) -> None:
    """The state of before is whole where its replacement cannot be written."""
    _fill(store, *("x" * 1000 for _ in range(300)))
    store.backup(tmp_path / "copy.db")
    small = SqlStore.open(tmp_path / "small", wait=0.1)
    _fill(small, "Acme")

    with _files_no_larger_than(150_000), pytest.raises(FileRefused, match="nothing was changed"):
        small.restore(tmp_path / "copy.db")

    assert ["Acme"] == _names(small)
    assert ["fika.db"] == [path.name for path in (tmp_path / "small").iterdir()]


def test_a_state_can_be_restored_where_there_is_none(store: SqlStore, tmp_path: Path) -> None:
    """A new machine needs nothing but the backup."""
    _fill(store, "Acme")
    store.backup(tmp_path / "copy.db")
    new = SqlStore.open(tmp_path / "new" / "home")

    assert new.restore(tmp_path / "copy.db") is None
    assert ["Acme"] == _names(new)
    assert 0o600 == stat.S_IMODE((tmp_path / "new" / "home" / "fika.db").stat().st_mode)


@pytest.mark.parametrize("left", [b"no database at all " * 500, b"SQLite format 3\0" + b"\xff" * 8192])
def test_a_damaged_state_can_be_replaced(store: SqlStore, home: Path, tmp_path: Path, left: bytes) -> None:
    """This is what backups are for; what was left of the state is kept."""
    _fill(store, "Acme")
    store.backup(tmp_path / "copy.db")
    (home / "fika.db").write_bytes(left)
    damaged = SqlStore.open(home)
    with pytest.raises(StateUnavailable):
        _names(damaged)

    before = damaged.restore(tmp_path / "copy.db")

    assert ["Acme"] == _names(damaged)
    assert before is not None
    assert left == before.read_bytes()


def test_a_journal_beside_an_empty_file_is_kept(store: SqlStore, home: Path, tmp_path: Path) -> None:
    """It may hold the only answers that are left, so it goes aside with the file it belongs to."""
    _fill(store, "Acme")
    store.backup(tmp_path / "copy.db")
    (home / "fika.db").write_bytes(b"")
    (home / "fika.db-wal").write_bytes(b"answers")

    before = SqlStore.open(home).restore(tmp_path / "copy.db")

    assert home / "fika.db.before-restore" == before
    assert b"answers" == (home / "fika.db.before-restore-wal").read_bytes()
    assert ["Acme"] == _names(store)


def test_every_state_of_before_is_kept(store: SqlStore, home: Path, tmp_path: Path) -> None:
    """A second restore does not overwrite what the first one put aside."""
    for name in ("Acme", "Beta"):
        _fill(store, name)
        store.backup(tmp_path / f"{name}.db")
    store.restore(tmp_path / "Acme.db")
    store.restore(tmp_path / "Beta.db")

    assert ["Acme", "Beta"] == _names(store)
    assert ["Acme", "Beta"] == _names(SqlStore.open(home, url=f"sqlite:///{home}/fika.db.before-restore"))
    assert ["Acme"] == _names(SqlStore.open(home, url=f"sqlite:///{home}/fika.db.before-restore-2"))


def _damaged(good: Path, bad: Path) -> None:
    data = bytearray(good.read_bytes())
    data[3 * 4096 : 12 * 4096] = b"\xa5" * (9 * 4096)
    bad.write_bytes(data)


def _cut(good: Path, bad: Path) -> None:
    bad.write_bytes(good.read_bytes()[:20_000])


def _newer(good: Path, bad: Path) -> None:
    bad.write_bytes(good.read_bytes())
    with closing(sqlite3.connect(bad)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def _stray(good: Path, bad: Path) -> None:
    bad.write_bytes(good.read_bytes())
    with closing(sqlite3.connect(bad)) as connection:
        connection.execute("INSERT INTO account_names (team, pack, account_id, name) VALUES ('a', 'b', 9999, 'x')")
        connection.commit()


def _foreign(_: Path, bad: Path) -> None:
    with closing(sqlite3.connect(bad)) as connection:
        connection.execute("CREATE TABLE bookmarks (id INTEGER)")
        connection.commit()


def _text(_: Path, bad: Path) -> None:
    bad.write_text("no database " * 1000)


def _empty(_: Path, bad: Path) -> None:
    bad.touch()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_damaged, "damaged"),
        (_cut, "damaged"),
        (_newer, "A newer version of Fika"),
        (_stray, "rows point to rows that are not there"),
        (_foreign, "no state of Fika"),
        (_text, "no SQLite database"),
        (_empty, "no state of Fika"),
    ],
)
def test_what_is_no_intact_backup_replaces_nothing(
    store: SqlStore, home: Path, tmp_path: Path, spoil: object, said: str
) -> None:
    """A file is checked as a whole before the state is touched."""
    assert callable(spoil)
    _fill(store, *(f"Account {number}" for number in range(300)))
    store.backup(tmp_path / "good.db")
    spoil(tmp_path / "good.db", tmp_path / "bad.db")

    with pytest.raises(FileRefused, match=f"bad.db cannot be restored, and nothing was changed: .*{said}"):
        store.restore(tmp_path / "bad.db")

    assert 300 == len(_names(store))
    assert ["fika.db"] == [path.name for path in home.iterdir()]


def test_nothing_is_restored_from_nothing(store: SqlStore, home: Path, tmp_path: Path) -> None:
    """A file that is not there, a folder and the state itself are no backups."""
    _fill(store, "Acme")

    for source, said in (
        (tmp_path / "no.db", "is no file"),
        (tmp_path, "is no file"),
        (home / "fika.db", "state itself"),
    ):
        with pytest.raises(FileRefused, match=said):
            store.restore(source)
    assert ["Acme"] == _names(store)


def test_a_state_in_use_is_not_replaced(store: SqlStore, home: Path, tmp_path: Path) -> None:
    """While another process has the state open, its writes would go astray; so the restore waits, then gives up."""
    _fill(store, "Acme")
    store.backup(tmp_path / "copy.db")
    code = (
        "import sqlite3, sys\n"
        f"c = sqlite3.connect({str(home / 'fika.db')!r}, isolation_level=None)\n"
        "c.execute('SELECT count(*) FROM accounts').fetchone(); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert "open\n" == other.stdout.readline()
        with pytest.raises(StateUnavailable, match="Another process is using"):
            store.restore(tmp_path / "copy.db")
        other.communicate("")

    store.restore(tmp_path / "copy.db")
    assert ["Acme"] == _names(store)


def test_another_kind_of_database_has_its_own_tools(home: Path, tmp_path: Path) -> None:
    """Only an SQLite file is copied by Fika; for anything else the sentence names the tools."""
    store = SqlStore.open(home, url="sqlite://")

    with pytest.raises(StateUnavailable, match="pg_dump"):
        store.backup(tmp_path / "copy.db")
    with pytest.raises(StateUnavailable, match="pg_dump"):
        store.restore(tmp_path / "copy.db")


def test_a_backup_holds_every_table(store: SqlStore, home: Path, tmp_path: Path) -> None:
    """Whatever Slack adds to the state is in the copy: inbox, settings, people, conversations and the rest."""
    person, now = Source(kind=SourceKind.PERSON, person="U1"), datetime(2026, 11, 1, tzinfo=UTC)
    with store.begin(SCOPE) as work:
        account = work.accounts.add("Acme", "1", by="U1")
        work.accounts.rename(account.id, "Acme Inc")
        work.accounts.record(account.id, [NewAnswer("employees", 120, person, now)])
        work.packs.publish(PublishedPack(pack(), "hash", now, draft=False))
        work.inbox.seen("w1", now)
        work.inbox.accept(NewDelivery("Ev1", "U1", "D1/", {"a": 1}, now), "w1")
        work.workspaces.save(Workspace("harbor", ("U1",)))
        work.people.save(Profile("U1", None, guest=False, fetched_at=now))
        work.conversations.remember("U1", "D1/", Recalled(account.id), now)
        work.asks.note("U1", Asked(account.id, now, "r"))
        work.feedback.save(NewFeedback("U1", account.id, "r", helpful=True, at=now))
        work.gaps.add(NewGap(kind=GapKind.CONTENT, what="a deck", source=person, at=now))
        work.digests.begin("2026-W44", now)
        work.stages.say(account.id, StageSaid(stage=StageId.BUY, source=person, at=now))
        started = InterviewEvent(happened=Event.STARTED, at=now, person="U1")
        work.interviews.add(work.interviews.begin(account.id, now), [started])
        work.proposals.add([NewProposal(account_id=account.id, trait="a", value=1, quote="q", person="U1", at=now)])
        work.briefings.note(BriefingMade(account.id, "U1", now, 1, ("no_fit",)))
        work.schedules.add(NewSchedule(account.id, "U1", now, now, now, "noon"))
        work.model_calls.note(ModelCall(now, Job.ANSWER, "m", "p", Spent(1, 2, 3), "used"))
        work.commit()
    before = _rows(home)
    store.backup(tmp_path / "copy.db")
    with store.begin(SCOPE) as work:
        work.people.forget("U1")
        work.accounts.forget(account.id)
        work.commit()

    store.restore(tmp_path / "copy.db")

    assert set(METADATA.tables) == {table for table, rows in before.items() if rows}
    assert before == _rows(home)


def _rows(home: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in METADATA.tables}
