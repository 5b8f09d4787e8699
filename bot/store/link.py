"""Link: a connection whose every error is a sentence, and whose every statement stands in a transaction."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, CursorResult, Executable, Row, Table

from bot.store.errors import explained

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

AnyRow = Row[*tuple[Any, ...]]
Values = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None


class Link:
    """A connection within a transaction; after one has ended, the next statement begins another.

    Args:
        connection: the connection.
        begin: begins a transaction on it.
        where: what the state is called in a sentence.
    """

    def __init__(self, connection: Connection, begin: Callable[[Connection], None], where: str) -> None:
        self._connection, self._begin, self._where = connection, begin, where

    def read(self) -> AbstractContextManager[None]:
        """A block that makes values of rows; a row that Fika did not write is said to be one.

        Raises:
            StateUnavailable: by the block, where a value cannot be made.
        """
        return explained(self._where)

    def rows(self, statement: Executable, values: Values = None) -> Sequence[AnyRow]:
        """Every row that a statement returns.

        Raises:
            StateUnavailable: the database refused it.
        """
        with explained(self._where):
            return self._execute(statement, values).all()

    def run(self, statement: Executable, values: Values = None) -> int:
        """Run a statement that returns no rows; returns how many it touched.

        Raises:
            StateUnavailable: the database refused it.
        """
        with explained(self._where):
            return self._execute(statement, values).rowcount

    def add(self, table: Table, key: tuple[str, ...], values: Mapping[str, Any]) -> int | None:
        """Insert a row unless there is one that has the same key; returns its id where it is new.

        Raises:
            StateUnavailable: the database refused it.
        """
        rows = self.rows(_adding(self._connection.dialect.name, table, key), values)
        return next((row.id for row in rows), None)

    def put(self, table: Table, key: tuple[str, ...], values: Mapping[str, Any]) -> None:
        """Insert a row, or replace the one that has the same key.

        Raises:
            StateUnavailable: the database refused it.
        """
        others = tuple(name for name in values if name not in key)
        self.run(_putting(self._connection.dialect.name, table, key, others), values)

    def commit(self) -> None:
        """Keep what the transaction has done.

        Raises:
            StateUnavailable: it could not be kept; then nothing of it is.
        """
        with explained(self._where):
            self._connection.commit()

    def _execute(self, statement: Executable, values: Values) -> CursorResult[*tuple[Any, ...]]:
        if not self._connection.in_transaction():
            self._begin(self._connection)
        return self._connection.execute(statement, values)


@cache
def _adding(dialect: str, table: Table, key: tuple[str, ...]) -> Executable:
    return _insert(dialect, table).on_conflict_do_nothing(index_elements=key).returning(table.c.id)


@cache
def _putting(dialect: str, table: Table, key: tuple[str, ...], others: tuple[str, ...]) -> Executable:
    new = _insert(dialect, table)
    return new.on_conflict_do_update(index_elements=key, set_={name: new.excluded[name] for name in others})


def _insert(dialect: str, table: Table) -> "sqlite.Insert | postgresql.Insert":
    """An insertion that can say what to do where the row is there already; each database has its own."""
    if dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as insert_postgresql

        return insert_postgresql(table)
    from sqlalchemy.dialects.sqlite import insert as insert_sqlite

    return insert_sqlite(table)
