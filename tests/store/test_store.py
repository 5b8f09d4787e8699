"""The state under pressure: locked, full, damaged, read-only, shared; nothing is lost and every failure is a sentence."""

import fcntl
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread, Timer

import pytest
from sqlalchemy import event, insert

from bot.core.errors import FikaError, StateUnavailable
from bot.ports import Scope
from bot.store.errors import explained
from bot.store.store import SqlStore
from bot.store.tables import EXTERNAL_IDS

SCOPE = Scope("local", "harbor")
_NOBODY = 65534


def _fill(store: SqlStore, *names: str) -> None:
    with store.begin(SCOPE) as work:
        for name in names:
            work.accounts.add(name)
        work.commit()


def _names(store: SqlStore) -> list[str]:
    with store.begin(SCOPE, writes=False) as work:
        return [account.name for account in work.accounts.all()]


@contextmanager
def _unprivileged(folder: Path) -> Iterator[None]:
    """Give a folder to an ordinary user and act as that user: permissions mean nothing to root."""
    if os.geteuid() != 0:
        yield
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, _NOBODY, _NOBODY)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that an ordinary user can reach, unlike pytest's own."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_nobody_else_can_read_a_new_state(store: SqlStore, home: Path) -> None:
    """Account data is for its owner alone: the folder is entered, and its files are read, by nobody else."""
    with store.begin(SCOPE) as work:
        work.accounts.add("Acme")
        work.commit()
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()}

    assert 0o700 == stat.S_IMODE(home.stat().st_mode)
    assert {"fika.db", "fika.db-wal", "fika.db-shm"} == modes.keys()
    assert {0o600} == set(modes.values())


def test_an_existing_folder_keeps_its_permissions(home: Path) -> None:
    """Only a folder that Fika makes is closed to others."""
    home.mkdir(mode=0o755)
    _fill(SqlStore.open(home), "Acme")

    assert 0o755 == stat.S_IMODE(home.stat().st_mode)


def test_opening_makes_nothing(home: Path) -> None:
    """A command that needs no state leaves none behind."""
    SqlStore.open(home)

    assert not home.exists()


def test_a_state_may_lie_at_a_url(tmp_path: Path) -> None:
    """The database's URL wins over the home folder; names with special characters are fine in both."""
    file = tmp_path / "50% off?" / "own name.db"
    _fill(SqlStore.open(tmp_path / "home", url=f"sqlite:///{tmp_path}/other.db"), "Acme")
    _fill(SqlStore.open(file.parent), "Beta")

    assert ["Acme"] == _names(SqlStore.open(tmp_path / "home", url=f"sqlite:///{tmp_path}/other.db"))
    assert ["Beta"] == _names(SqlStore.open(file.parent))
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "FIKA_DATABASE_URL is no URL"),
        ("oracle9://host/db", "FIKA_DATABASE_URL cannot be used"),
        ("mssql+pymssql://sa:secret@host/db", "is not installed"),
    ],
)
def test_a_url_that_cannot_be_used_is_refused(home: Path, url: str, said: str) -> None:
    """A wrong URL is named as such, and a password in it is not repeated."""
    with pytest.raises(StateUnavailable, match=said) as refusal:
        SqlStore.open(home, url=url)

    assert "secret" not in str(refusal.value)


def test_a_locked_state_says_so(store: SqlStore, home: Path) -> None:
    """While another process writes, a writer gives up after the wait; a reader is not disturbed; nothing is lost."""
    _fill(store, "Acme")
    with closing(sqlite3.connect(home / "fika.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StateUnavailable, match=r"is locked: another process is writing .* try again"):
            _fill(store, "Beta")
        assert ["Acme"] == _names(store)
        other.execute("ROLLBACK")

    _fill(store, "Beta")
    assert ["Acme", "Beta"] == _names(store)


def test_a_state_locked_before_its_first_use_says_so(home: Path) -> None:
    """A lock is as clear where the state is still to be made."""
    home.mkdir()
    with closing(sqlite3.connect(home / "fika.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StateUnavailable, match="is locked"):
            _fill(SqlStore.open(home, wait=0.1), "Acme")


def test_a_state_that_is_being_prepared_says_so(home: Path) -> None:
    """Only one process makes, upgrades or restores a state; another waits for it, and gives up with a sentence."""
    home.mkdir()
    descriptor = os.open(home, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    with pytest.raises(StateUnavailable, match="Another process is preparing the state"):
        _names(SqlStore.open(home, wait=0.1))

    Timer(0.3, os.close, [descriptor]).start()
    assert [] == _names(SqlStore.open(home, wait=10))


def test_a_table_that_is_gone_says_so(store: SqlStore, home: Path) -> None:
    """A state that loses a part while it is in use is not taken for an empty one."""
    _fill(store, "Acme")
    with closing(sqlite3.connect(home / "fika.db")) as other:
        other.execute("DROP TABLE account_names")

    with pytest.raises(StateUnavailable, match=r"is incomplete \(no such table: account_names\)"):
        _names(store)


def test_a_state_may_live_in_memory() -> None:
    """For a moment's work, a state needs no file."""
    store = SqlStore.open(Path("/nowhere"), url="sqlite://")
    _fill(store, "Acme")

    assert ["Acme"] == _names(store)


def test_whatever_goes_wrong_becomes_a_sentence(store: SqlStore, tmp_path: Path) -> None:
    """Two processes that write the same, and a file that vanished, are told like everything else; a bug stays one."""
    _fill(store, "Acme")
    row = {"team": "t", "pack": "p", "account_id": 1, "external_id": "x"}
    with (
        pytest.raises(StateUnavailable, match=r"^Another process has changed the same rows of the state here"),
        explained("the state here"),
        store._engine.begin() as connection,
    ):
        connection.execute(insert(EXTERNAL_IDS), [row, row])
    with (
        pytest.raises(StateUnavailable, match=r"^The state there cannot be opened \(No such file"),
        explained("the state there"),
    ):
        (tmp_path / "gone").read_bytes()
    with pytest.raises(ZeroDivisionError), explained("the state"):
        _ = 1 / 0


def test_a_writer_waits_for_the_one_before(home: Path, store: SqlStore) -> None:
    """Within the wait, whoever comes second simply comes second."""
    _fill(store, "Acme")
    code = (
        "import sqlite3, sys, time\n"
        f"c = sqlite3.connect({str(home / 'fika.db')!r}, isolation_level=None)\n"
        "c.execute('BEGIN IMMEDIATE'); print('locked', flush=True); time.sleep(0.4); c.execute('COMMIT')"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert "locked\n" == other.stdout.readline()
        _fill(SqlStore.open(home, wait=10), "Beta")

    assert ["Acme", "Beta"] == _names(store)


def test_a_full_disk_says_so_and_keeps_the_rest(store: SqlStore) -> None:
    """What does not fit is not half there: the unit fails as a whole and everything before it stays."""
    _fill(store, "Acme")
    limit = "PRAGMA max_page_count = 40"
    event.listen(store._engine, "connect", lambda connection, _: connection.execute(limit))

    with pytest.raises(StateUnavailable, match=r"The disk that holds the state .* is full"):
        _fill(store, "Beta", *("x" * 1000 for _ in range(500)))

    assert ["Acme"] == _names(store)
    _fill(store, "Gamma")
    assert ["Acme", "Gamma"] == _names(store)


@pytest.mark.parametrize(
    "content", [b"this is no database, but long enough to look like one\n" * 40, b"SQLite format 3\0" + b"\xff" * 8192]
)
def test_a_file_that_is_no_database_says_so(home: Path, content: bytes) -> None:
    """A file of something else is left as it is, and the sentence says how to go on."""
    home.mkdir()
    (home / "fika.db").write_bytes(content)

    with pytest.raises(StateUnavailable, match=r"damaged or no SQLite database .*`fika restore FILE`"):
        _names(SqlStore.open(home))
    assert content == (home / "fika.db").read_bytes()


def test_a_damaged_page_says_so(store: SqlStore, home: Path) -> None:
    """Where a part of the file was overwritten, reading it says so instead of returning nonsense."""
    _fill(store, *(f"Account {number}" for number in range(500)))
    with (home / "fika.db").open("r+b") as file:
        for page in range(3, 40):
            file.seek(page * 4096)
            file.write(b"\xa5" * 4096)

    with pytest.raises(StateUnavailable, match="damaged"):
        _names(SqlStore.open(home))


def test_an_empty_file_beside_a_journal_is_not_a_new_state(home: Path) -> None:
    """SQLite would delete the journal and begin anew; what stands in it may be all that is left, so nothing is touched."""
    home.mkdir()
    (home / "fika.db").touch()
    (home / "fika.db-wal").write_bytes(b"answers" * 100)

    with pytest.raises(StateUnavailable, match=r"incomplete .*fika\.db-wal"):
        _names(SqlStore.open(home))
    assert b"answers" * 100 == (home / "fika.db-wal").read_bytes()


def test_a_journal_left_by_a_crash_is_taken_in(store: SqlStore, home: Path) -> None:
    """What was committed before a process was killed is there at the next start."""
    code = (
        "import os; from pathlib import Path; from bot.ports import Scope; from bot.store.store import SqlStore\n"
        f"with SqlStore.open(Path({str(home)!r})).begin(Scope('local', 'harbor')) as work:\n"
        "    work.accounts.add('Acme'); work.commit(); work.accounts.add('Beta'); os.kill(os.getpid(), 9)"
    )
    run = subprocess.run([sys.executable, "-c", code], check=False)

    assert -9 == run.returncode
    assert (home / "fika.db-wal").stat().st_size > 0
    assert ["Acme"] == _names(store)


def test_a_state_that_may_not_be_written_says_so(open_folder: Path) -> None:
    """Somebody else's state can be neither written nor replaced, and the sentence names the file."""
    home = open_folder / "home"
    store = SqlStore.open(home, wait=0.1)
    with _unprivileged(open_folder):
        _fill(store, "Acme")
        (home / "fika.db").chmod(0o400)
        home.chmod(0o500)
        try:
            with pytest.raises(StateUnavailable, match=r"fika\.db cannot be (written|opened)"):
                _fill(store, "Beta")
        finally:
            home.chmod(0o700)
            (home / "fika.db").chmod(0o600)
    assert ["Acme"] == _names(store)


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path, open_folder: Path) -> None:
    """Neither below a file nor in a closed folder can a state be made; the sentence says which folder and what to set."""
    (tmp_path / "file").touch()
    closed = open_folder / "closed"
    closed.mkdir()

    with pytest.raises(StateUnavailable, match=r"folder .*file/home cannot be made .* FIKA_HOME"):
        _names(SqlStore.open(tmp_path / "file" / "home"))
    with _unprivileged(open_folder):
        closed.chmod(0o500)
        try:
            with pytest.raises(StateUnavailable, match=r"folder .*closed/home cannot be made .* FIKA_HOME"):
                _names(SqlStore.open(closed / "home"))
        finally:
            closed.chmod(0o700)


def test_a_folder_in_place_of_the_state_says_so(home: Path) -> None:
    """A folder called like the database is not taken for one."""
    (home / "fika.db").mkdir(parents=True)

    with pytest.raises(FikaError, match="cannot be opened"):
        _names(SqlStore.open(home, wait=0.1))


def _writers(home: Path, code: str) -> list[subprocess.Popen[str]]:
    setup = (
        "import sys; from pathlib import Path; from bot.ports import Scope; from bot.store.store import SqlStore\n"
        f"store, scope, me = SqlStore.open(Path({str(home)!r}), wait=30), Scope('local', 'harbor'), sys.argv[1]\n"
    )
    return [subprocess.Popen([sys.executable, "-c", setup + code, str(number)], text=True) for number in range(3)]


def test_several_processes_may_make_the_state_at_once(home: Path, store: SqlStore) -> None:
    """Whoever starts first makes it, the others find it made, and nobody fails."""
    for process in _writers(home, "with store.begin(scope) as work: work.accounts.add(me); work.commit()"):
        assert 0 == process.wait()

    assert {"0", "1", "2"} == set(_names(store))


def test_several_processes_may_write_at_once(home: Path, store: SqlStore) -> None:
    """Every row of every process is there afterwards."""
    _fill(store)
    code = (
        "for number in range(40):\n"
        "    with store.begin(scope) as work:\n"
        "        work.accounts.add(f'{me}/{number}', f'{me}/{number}'); work.commit()"
    )
    for process in _writers(home, code):
        assert 0 == process.wait()

    assert {f"{me}/{number}" for me in range(3) for number in range(40)} == set(_names(store))


def test_what_is_forgotten_leaves_no_trace_in_the_file(store: SqlStore, home: Path) -> None:
    """The bytes of a forgotten account are overwritten, not only unlinked."""
    with store.begin(SCOPE) as work:
        account = work.accounts.add("Secretive Holdings", "secret-id-4711")
        work.commit()
    assert any(b"Secretive Holdings" in path.read_bytes() for path in home.iterdir())

    with store.begin(SCOPE) as work:
        work.accounts.rename(account.id, "Discreet Holdings")
        work.accounts.forget(account.id)
        work.commit()

    left = b"".join(path.read_bytes() for path in home.iterdir())
    assert [False, False, False] == [word in left for word in (b"Secretive", b"Discreet", b"secret-id-4711")]


def test_writers_of_one_process_wait_in_line(tmp_path: Path) -> None:
    """A thread that wants to write waits for another one to finish, and gives up with a sentence after the wait."""
    store = SqlStore.open(tmp_path, wait=5)
    impatient = SqlStore.open(tmp_path, wait=0)
    order: list[str] = []

    def write() -> None:
        with store.begin(SCOPE) as work:
            order.append("second")
            work.accounts.add("Beta")
            work.commit()

    thread = Thread(target=write)
    with store.begin(SCOPE) as work:
        thread.start()
        thread.join(0.05)
        with pytest.raises(StateUnavailable, match="is locked"), impatient.begin(SCOPE):
            pass
        order.append("first")
        work.accounts.add("Acme")
        work.commit()
    thread.join()

    assert ["first", "second"] == order
    assert ["Acme", "Beta"] == _names(store)


def test_the_lock_is_given_back_whatever_happens(tmp_path: Path) -> None:
    """After an error within a unit, or while one is begun, the next one can write."""
    store = SqlStore.open(tmp_path, wait=0)
    with pytest.raises(FikaError), store.begin(SCOPE) as work:
        work.accounts.get(7)
    with store.begin(SCOPE), pytest.raises(StateUnavailable, match="is locked"), store.begin(SCOPE):
        pass
    with closing(sqlite3.connect(tmp_path / "fika.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StateUnavailable, match="is locked"), store.begin(SCOPE):
            pass
    (tmp_path / "fika.db").rename(tmp_path / "aside.db")
    (tmp_path / "fika.db").mkdir()
    with pytest.raises(StateUnavailable, match="cannot be opened"), store.begin(SCOPE):
        pass
    (tmp_path / "fika.db").rmdir()
    (tmp_path / "aside.db").rename(tmp_path / "fika.db")
    _fill(store, "Acme")

    assert ["Acme"] == _names(store)


def test_a_process_that_serves_keeps_its_connections(tmp_path: Path) -> None:
    """It connects once and not for every unit; the state cannot be restored under it before it closes them."""
    backup = tmp_path / "copy.db"
    store = SqlStore.open(tmp_path, wait=0.1, keep=True)
    connected: list[object] = []
    event.listen(store._engine, "connect", lambda *_: connected.append(1))
    _fill(store, "Acme")
    _fill(store, "Beta")
    assert ["Acme", "Beta"] == _names(store)
    assert [1] == connected

    other = SqlStore.open(tmp_path, wait=0.1)
    other.backup(backup)
    with pytest.raises(StateUnavailable, match="Another process is using"):
        other.restore(backup)
    store.close()
    assert other.restore(backup) is not None
    assert ["Acme", "Beta"] == _names(store)
    store.close()


def test_a_unit_that_failed_leaves_a_kept_connection_clean(tmp_path: Path) -> None:
    """Nothing of a unit that was left without commit is seen by the next one on the same connection."""
    store = SqlStore.open(tmp_path, wait=0.1, keep=True)
    with store.begin(SCOPE) as work:
        work.accounts.add("Acme")
    _fill(store, "Beta")

    assert ["Beta"] == _names(store)
    store.close()
