"""SqlStore: the state. Nothing is opened, made or upgraded before the first unit of work needs it."""

from pathlib import Path

from sqlalchemy import URL, Engine

from bot.core.errors import StateUnavailable
from bot.ports import Scope
from bot.store.backup import restore_backup, write_backup
from bot.store.engine import (
    WriteLock,
    begin_reading,
    begin_writing,
    is_sqlite,
    locked_folder,
    make_engine,
    make_file,
    make_folder,
    shown,
    sqlite_file,
    url_of,
    use_wal,
)
from bot.store.errors import explained, incomplete
from bot.store.schema import is_current, migrate
from bot.store.unit_of_work import SqlUnitOfWork


class SqlStore:
    """The state in a database; `open` makes one."""

    def __init__(self, url: URL, engine: Engine, wait: float) -> None:
        self._engine, self._wait = engine, wait
        self._file, self._where = sqlite_file(url), shown(url)
        self._lock = WriteLock(wait) if is_sqlite(url) else None
        self._ready = False

    @classmethod
    def open(cls, home: Path, *, url: str | None = None, wait: float = 5, keep: bool = False) -> "SqlStore":
        """The state, which is first looked at when it is first used: a damaged one can still be restored.

        Args:
            home: the folder of the state.
            url: the database, where it is another one than the SQLite file in the home folder.
            wait: seconds to wait for another process that is writing.
            keep: keep connections between units, as a process that serves does; `close` ends that.

        Raises:
            StateUnavailable: there is no such kind of database, or its driver is not installed.
        """
        where = url_of(home, url)
        return cls(where, make_engine(where, wait, keep=keep), wait)

    def begin(self, scope: Scope, *, writes: bool = True) -> SqlUnitOfWork:
        """Start a unit of work, entered with `with`.

        Args:
            scope: whose rows it may see.
            writes: False for a unit that only reads; it sees one moment of the state, and waits for nobody who writes.

        Raises:
            StateUnavailable: the database is locked, full, damaged, newer than the code or not writable.
        """
        self._prepare()
        return SqlUnitOfWork(self._engine, self._lock, scope, self._where, self._wait, writes=writes)

    def close(self) -> None:
        """Close every connection that was kept."""
        self._engine.dispose()

    def backup(self, target: Path, *, overwrite: bool = False) -> None:
        """Write a consistent copy of the whole state into a file, a new one unless `overwrite` is given.

        Raises:
            FileRefused: the file cannot be written, or is there and may not be overwritten.
            StateUnavailable: the state cannot be read, or is in a database with tools of its own.
        """
        file = self._own_file()
        self._prepare()
        write_backup(file, target, self._wait, overwrite=overwrite)

    def restore(self, source: Path) -> Path | None:
        """Replace the whole state by a copy that `backup` wrote, after checking it.

        Returns:
            The file that now holds the state of before; None where there was none.

        Raises:
            FileRefused: the file is no intact copy of a state; nothing was changed.
            StateUnavailable: another process uses the state, or it cannot be replaced.
        """
        file = self._own_file()
        make_folder(file.parent)
        with locked_folder(file.parent, self._wait):
            return restore_backup(file, source, self._wait, self._upgrade_copy)

    def _own_file(self) -> Path:
        if self._file is None:
            raise StateUnavailable(
                f"Fika cannot copy {self._where}. Use the database's own tools: pg_dump and pg_restore for PostgreSQL."
            )
        return self._file

    def _prepare(self) -> None:
        """Make the state, or bring it up to date, where it is not."""
        if self._ready:
            return
        if self._file is None:
            _upgrade(self._engine, self._where, self._wait)
        elif not _is_ready(self._file, self._engine, self._where):
            make_folder(self._file.parent)
            with locked_folder(self._file.parent, self._wait):
                make_file(self._file)
                _upgrade(self._engine, self._where, self._wait)
        self._ready = True

    def _upgrade_copy(self, copy: Path) -> None:
        engine = make_engine(URL.create("sqlite", database=str(copy)), self._wait)
        with explained("the backup"), engine.connect() as connection:
            begin_reading(connection)
            if not connection.dialect.has_table(connection, "alembic_version"):
                raise StateUnavailable("it holds no state of Fika.")
        _upgrade(engine, "the backup", self._wait)


def _is_ready(file: Path, engine: Engine, where: str) -> bool:
    """Whether a file holds the newest schema.

    Raises:
        StateUnavailable: it holds a part of a state only, or something else.
    """
    with explained(where):
        if not file.exists():
            return False
        beside = Path(f"{file}-wal")
        if file.stat().st_size == 0 and beside.exists() and beside.stat().st_size > 0:
            raise incomplete(where, f"it is empty, while {beside.name} beside it is not")
    with explained(where), engine.connect() as connection:
        begin_reading(connection)
        return is_current(connection, where)


def _upgrade(engine: Engine, where: str, wait: float) -> None:
    with explained(where):
        use_wal(engine)
        with engine.connect() as connection:
            begin_writing(connection, "fika", wait)
            migrate(connection, where)
            connection.commit()
