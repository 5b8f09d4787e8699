"""Whose rows the statements of the state mean."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from sqlalchemy import Delete, Select, Table, Update
from sqlalchemy.sql.visitors import iterate

import bot.store
from bot.store.tables import (
    ACCOUNT_NAMES,
    ACCOUNTS,
    ANSWERS,
    ASKS,
    BRIEFINGS,
    DIGESTS,
    EXTERNAL_IDS,
    FEEDBACK,
    GAP_EVENTS,
    GAPS,
    INTERVIEW_EVENTS,
    INTERVIEWS,
    PROPOSALS,
    SCHEDULES,
    STAGES,
)

_OF_A_PACK = {
    ACCOUNTS, ACCOUNT_NAMES, EXTERNAL_IDS, ANSWERS, ASKS, BRIEFINGS, DIGESTS, FEEDBACK, GAP_EVENTS, GAPS,
    INTERVIEW_EVENTS, INTERVIEWS, PROPOSALS, SCHEDULES, STAGES,
}  # fmt: skip
"""Tables whose rows belong to a pack besides their team."""
_WHICHEVER_PACK = {"due_briefings._DUE", "due_briefings._NEXT"}
"""Statements that look for a team's rows in all of its packs, and say of each which one it is."""


def _statements() -> Iterator[object]:
    """Every statement that a module of the store has ready to read, change or delete a team's rows."""
    for module in pkgutil.iter_modules(bot.store.__path__):
        if module.name in ("migrations", "schema"):
            continue
        for name, value in vars(importlib.import_module(f"bot.store.{module.name}")).items():
            several = value if isinstance(value, tuple) else (value,)
            for number, each in enumerate(several):
                if isinstance(each, Select | Update | Delete):
                    whichever = f"{module.name}.{name}" in _WHICHEVER_PACK
                    yield pytest.param(each, whichever, id=f"{module.name}.{name}.{number}")


@pytest.mark.parametrize(("statement", "whichever"), list(_statements()))
def test_a_statement_names_whose_rows_it_means(
    statement: Select[*tuple[object, ...]] | Update | Delete,
    whichever: bool,  # noqa: FBT001
) -> None:
    """Each names the team for every table it touches, and the pack where rows belong to one, but for the two above."""
    sql, tables = str(statement), {each for each in iterate(statement) if isinstance(each, Table)}

    assert tables
    for table in tables:
        assert f"{table.name}.team = :the_team" in sql
        assert (f"{table.name}.pack = :the_pack" in sql) == (table in _OF_A_PACK and not whichever)


def test_the_statements_are_found() -> None:
    """The test above looks at something."""
    assert len(list(_statements())) > 40
