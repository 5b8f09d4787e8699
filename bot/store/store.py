"""SqlStore: the state. Nothing is opened, made or upgraded before the first unit of work needs it."""

from pathlib import Path

from sqlalchemy import URL, Engine

from bot.core.errors import StateUnavailable
from bot.ports import Scope
from bot.store.backup import restore_backup, write_backup
from bot.store.engine import locked_folder, make_engine, make_file, shown, sqlite_file, url_of, use_wal
from bot.store.errors import explained, incomplete
from bot.store.schema import is_current, migrate
from bot.store.unit_of_work import SqlUnitOfWork


class SqlStore:
    """The state in a database; `open` makes one."""

    def __init__(self, url: URL, engine: Engine, wait: float) -> None:
        self._engine, self._wait = engine, wait
        self._file, self._where = sqlite_file(url), shown(url)
        self._ready = False

    @classmethod
    def open(cls, home: Path, *, url: str | None = None, wait: float = 5) -> "SqlStore":
        """The state, which is first looked at when it is first used: a damaged one can still be restored.

        Args:
            home: the folder of the state.
            url: the database, where it is another one than the SQLite file in the home folder.
            wait: seconds to wait for another process that is writing.

        Raises:
            StateUnavailable: there is no such kind of database, or its driver is not installed.
        """
        where = url_of(home, url)
        return cls(where, make_engine(where, wait), wait)

    def begin(self, scope: Scope, *, writes: bool = True) -> SqlUnitOfWork:
        """Start a unit of work, entered with `with`.

        Args:
            scope: whose rows it may see.
            writes: False for a unit that only reads; it sees one moment of the state, and waits for nobody who writes.

        Raises:
            StateUnavailable: the database is locked, full, damaged, newer than the code or not writable.
        """
        self._prepare()
        return SqlUnitOfWork(self._engine, scope, self._where, self._wait, writes=writes)

    def backup(self, target: Path, *, overwrite: bool = False) -> None:
        """Write a consistent copy of the whole state into a file, a new one unless `overwrite` is given.

        Raises:
            FileRefused: the file cannot be written, or is there and may not be overwritten.
            StateUnavailable: the state cannot be read, or is in a database with tools of its own.
        """
        self._prepare()
        write_backup(self._own_file(), target, self._wait, overwrite=overwrite)

    def restore(self, source: Path) -> None:
        """Replace the whole state by a copy that `backup` wrote, after checking it.

        The state of before stays beside it, as `fika.db.before-restore`.

        Raises:
            FileRefused: the file is no intact copy of a state; nothing was changed.
            StateUnavailable: another process uses the state, or it cannot be replaced.
        """
        file = self._own_file()
        made = not file.exists()
        make_file(file)
        if made:
            file.unlink()
        with locked_folder(file.parent, self._wait):
            restore_backup(file, source, self._wait, self._bring_up)
        self._ready = False

    def _own_file(self) -> Path:
        if self._file is None:
            raise StateUnavailable(
                f"{self._where} has tools of its own for this: pg_dump and pg_restore of PostgreSQL, for example."
            )
        return self._file

    def _prepare(self) -> None:
        if self._ready:
            return
        if self._file is None:
            self._migrate(self._engine)
        elif not self._file.exists() or not self._has_schema():
            make_file(self._file)
            with locked_folder(self._file.parent, self._wait):
                self._migrate(self._engine)
        self._ready = True

    def _has_schema(self) -> bool:
        assert self._file is not None
        _refuse_cut_off(self._file)
        with explained(self._where), self._engine.connect() as connection:
            return is_current(connection, self._where)
