"""Link: a connection whose every error is a sentence."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Executable, Row

from bot.store.errors import explained

AnyRow = Row[*tuple[Any, ...]]
Values = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None


class Link:
    """A connection within a transaction.

    Args:
        connection: the connection.
        where: what the state is called in a sentence.
    """

    def __init__(self, connection: Connection, where: str) -> None:
        self._connection, self._where = connection, where

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
            return self._connection.execute(statement, values).all()

    def run(self, statement: Executable, values: Values = None) -> None:
        """Run a statement that returns nothing.

        Raises:
            StateUnavailable: the database refused it.
        """
        with explained(self._where):
            self._connection.execute(statement, values)
