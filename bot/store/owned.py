"""Owned: how a statement says whose rows it means, and which of them.

A statement that is run often is a constant of its module, as building one takes four times as long as running it. What
differs from one run to the next is left open, under a name that begins with `the_`: where a statement changes rows, the
bare name of a column stands for its new value.
"""

from typing import Any

from sqlalchemy import ColumnElement, Table, and_, bindparam


def the(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """That a column, say `id`, has the value that is given when the statement runs, here as `the_id`."""
    return column == bindparam(f"the_{column.key}")


def one_of(column: ColumnElement[Any], these: str) -> ColumnElement[bool]:
    """That a column has one of the values that are given under that name when the statement runs."""
    return column.in_(bindparam(these, expanding=True))


def of_team(table: Table) -> ColumnElement[bool]:
    """That a row is `the_team`'s."""
    return the(table.c.team)


def of_scope(table: Table) -> ColumnElement[bool]:
    """That a row is `the_team`'s, for `the_pack`."""
    return and_(the(table.c.team), the(table.c.pack))
