"""UnitOfWork: one transaction on the state, within one scope."""

from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from bot.ports import Scope
from bot.store.accounts import SqlAccounts
from bot.store.engine import for_reading, take_turn
from bot.store.errors import explained
from bot.store.link import Link
from bot.store.packs import SqlPublishedPacks


class SqlUnitOfWork:
    """One transaction; it is open between `__enter__` and `__exit__` and rolled back unless it was committed.

    Args:
        engine: the database.
        scope: whose rows are seen.
        where: what the state is called in a sentence.
        wait: seconds to wait for another process that is writing.
        writes: whether it may write.
    """

    def __init__(self, engine: Engine, scope: Scope, where: str, wait: float, *, writes: bool) -> None:
        self._engine, self._scope, self._where, self._wait, self._writes = engine, scope, where, wait, writes
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        with explained(self._where):
            self._connection = self._engine.connect()
            try:
                self._start(self._connection)
            except BaseException:
                self._connection.close()
                raise
        link = Link(self._connection, self._where)
        self.accounts = SqlAccounts(link, self._scope)
        self.packs = SqlPublishedPacks(link, self._scope.team)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._connection is not None, "a unit of work is entered before it is left"
        with explained(self._where):
            self._connection.close()

    def commit(self) -> None:
        """Keep everything done since the beginning.

        Raises:
            StateUnavailable: it could not be kept; then nothing of it is.
        """
        assert self._writes, "a unit that only reads has nothing to keep"
        assert self._connection is not None, "a unit of work is entered before it is committed"
        with explained(self._where):
            self._connection.commit()

    def _start(self, connection: Connection) -> None:
        if not self._writes:
            for_reading(connection).begin()
            return
        connection.begin()
        take_turn(connection, f"fika/{self._scope.team}/{self._scope.pack}", self._wait)
