"""Engine: how to reach a database, and all that is special about each kind of it.

SQLite runs in WAL mode, so that whoever reads never waits for whoever writes. A unit that writes takes the write lock
when it begins (BEGIN IMMEDIATE) and waits for it up to the busy timeout: a unit that read first and wanted to write
later could find the state changed under its feet. Connections are not kept between units: an idle `fika chat` holds no
file open, so the state can be restored under it. A process that serves keeps them, which is four times as quick; then
the state cannot be restored before it ends. PostgreSQL takes one advisory lock for each scope to the same end.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, QueuePool, create_engine, event, exc, make_url

from bot.core.errors import StateUnavailable
from bot.store.errors import explained, locked, no_folder

FILE = "fika.db"
"""The name of the SQLite file within the home folder."""

_KEPT = 16
"""Connections that are kept; where more are needed at the same time, they are opened and closed again."""
_POLL = 0.05
"""Seconds between two attempts to lock a folder."""


def url_of(home: Path, url: str | None) -> URL:
    """The database's URL: an SQLite file in the home folder where none is given.

    Raises:
        StateUnavailable: the URL cannot be read.
    """
    if url is None:
        return URL.create("sqlite", database=str(home / FILE))
    try:
        return make_url(url)
    except (exc.ArgumentError, ValueError) as wrong:
        raise StateUnavailable("FIKA_DATABASE_URL is no URL; write it as postgresql://user@host/database.") from wrong


def make_engine(url: URL, wait: float, *, keep: bool = False) -> Engine:
    """An engine, which opens nothing yet.

    Args:
        url: where the database is.
        wait: seconds to wait for another process that is writing.
        keep: whether to keep connections to an SQLite file between units.

    Raises:
        StateUnavailable: there is no such kind of database, or its driver is not installed.
    """
    try:
        if not is_sqlite(url):
            return create_engine(url, pool_pre_ping=True)
        engine = create_engine(url, **_pool(keep=keep) if sqlite_file(url) else {})
    except exc.ArgumentError as wrong:
        raise StateUnavailable(f"FIKA_DATABASE_URL cannot be used: {wrong}.") from wrong
    except ImportError as wrong:
        raise StateUnavailable(
            f"The driver of {url.drivername} is not installed ({wrong}). Install Fika with its `postgres` extra."
        ) from wrong
    event.listen(engine, "connect", _set_up(wait, keep=keep))
    return engine


def _pool(*, keep: bool) -> dict[str, Any]:
    return {"poolclass": QueuePool, "pool_size": _KEPT, "max_overflow": -1} if keep else {"poolclass": NullPool}


def is_sqlite(url: URL) -> bool:
    """Whether the database is SQLite."""
    return url.get_backend_name() == "sqlite"


def sqlite_file(url: URL) -> Path | None:
    """The file of an SQLite database; None for another kind, and for one that lives in memory."""
    if not is_sqlite(url) or url.database in (None, "", ":memory:") or "uri" in url.query:
        return None
    return Path(str(url.database))


def shown(url: URL) -> str:
    """What a database is called in a sentence, without its password."""
    file = sqlite_file(url)
    return f"the state {file}" if file else f"the database {url.render_as_string(hide_password=True)}"


class WriteLock:
    """Lets one thread of this process write at a time, and the others wait in line.

    SQLite would make them look again and again after ever longer pauses, and starve some of them.

    Args:
        wait: seconds to wait for the others.
    """

    def __init__(self, wait: float) -> None:
        self._wait, self._lock = wait, Lock()

    def acquire(self, where: str) -> None:
        """Hold the lock; `where` is what the state is called in a sentence.

        Raises:
            StateUnavailable: somebody else goes on writing.
        """
        if not self._lock.acquire(timeout=self._wait):
            raise locked(where)

    def release(self) -> None:
        """Let go."""
        self._lock.release()


def begin_writing(connection: Connection, scope_key: str, wait: float) -> None:
    """Begin a transaction, in which nobody else writes to the same scope."""
    connection.begin()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(wait * 1000)}")
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext(%(key)s))", {"key": scope_key})
    else:
        _say(connection, "BEGIN IMMEDIATE")


def begin_reading(connection: Connection) -> None:
    """Begin a transaction that sees one moment of the state; whatever it were to write would be undone."""
    if connection.dialect.name == "postgresql":
        connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True).begin()
    else:
        connection.begin()
        _say(connection, "BEGIN")


def _say(connection: Connection, statement: str) -> None:
    """Tell SQLite something directly: no other statement is said as often as these."""
    driver = connection.connection.driver_connection
    assert driver is not None, "the connection is open"
    driver.execute(statement)


def use_wal(engine: Engine) -> None:
    """Put an SQLite file into WAL mode, in which it stays. Other databases need nothing."""
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA journal_mode = WAL")


def _set_up(wait: float, *, keep: bool) -> Any:
    def on_connect(connection: Any, _: object) -> None:
        connection.isolation_level = None  # BEGIN is said above, not by the driver
        connection.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
        connection.execute("PRAGMA foreign_keys = ON")
        if keep:
            # Every commit is in the file as soon as it is made, so a killed process loses nothing. Only a power cut may
            # take the last moments with it, and waiting for the disk at every step would cost most of an answer's time.
            connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten, not only unlinked

    return on_connect


def make_folder(folder: Path) -> None:
    """Make the folder of the state, which nobody but its owner can enter, unless it is there.

    Raises:
        StateUnavailable: it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as wrong:
        raise no_folder(folder, wrong) from wrong


def make_file(file: Path) -> None:
    """Make an empty database file that nobody but its owner can read, unless it is there.

    Raises:
        StateUnavailable: it cannot be made.
    """
    with explained(f"the state {file}"), suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o600))


@contextmanager
def locked_folder(folder: Path, wait: float) -> Iterator[None]:
    """Let one process at a time make, upgrade or restore the state in a folder.

    Raises:
        StateUnavailable: another process did not finish in time.
    """
    with explained(f"the folder {folder}"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        until = time.monotonic() + wait
        while not _lock(descriptor):
            if time.monotonic() >= until:
                raise StateUnavailable(
                    f"Another process is preparing the state in {folder}. Nothing was changed; try again in a moment."
                )
            time.sleep(_POLL)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
