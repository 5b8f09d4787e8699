"""Assembled: accounts put together from their rows in four tables."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Executable, bindparam, select

from bot.core.account import Account, Answer, Source, SourceKind
from bot.ports import KnownName, Scope
from bot.store.link import Link
from bot.store.owned import of_scope, one_of
from bot.store.tables import ACCOUNT_NAMES, ACCOUNTS, ANSWERS, EXTERNAL_IDS

AT_ONCE = 500
"""Accounts that one statement asks for; databases limit the number of parameters."""

_ANSWER_COLUMNS = (
    ANSWERS.c.account_id,
    ANSWERS.c.id,
    ANSWERS.c.trait,
    ANSWERS.c.value,
    ANSWERS.c.source_kind,
    ANSWERS.c.source_person,
    ANSWERS.c.dated_on,
    ANSWERS.c.recorded_at,
    ANSWERS.c.quote,
    ANSWERS.c.draft,
    ANSWERS.c.retracted_at,
)


class _Parts(NamedTuple):
    """The statements that read the parts of accounts; each begins with the id of the account."""

    mains: Executable
    aliases: Executable
    externals: Executable
    answers: Executable


def _parts_of(these: Callable[[ColumnElement[int]], ColumnElement[bool]] | None) -> _Parts:
    """The statements for the accounts whose id `these` accepts, or for all of them."""

    def statement(account_id: ColumnElement[int], *columns: ColumnElement[Any]) -> Executable:
        table = columns[0].table
        which = (of_scope(table),) if these is None else (of_scope(table), these(account_id))
        return select(account_id, *columns).where(*which).order_by(table.c.id)

    return _Parts(
        statement(ACCOUNTS.c.id, ACCOUNTS.c.name),
        statement(ACCOUNT_NAMES.c.account_id, ACCOUNT_NAMES.c.name),
        statement(EXTERNAL_IDS.c.account_id, EXTERNAL_IDS.c.external_id),
        statement(*_ANSWER_COLUMNS),
    )


_ONE = _parts_of(lambda account_id: account_id == bindparam("the_id"))
_SOME = _parts_of(lambda account_id: one_of(account_id, "the_ids"))
_ALL = _parts_of(None)
_PAGE = (
    select(ACCOUNTS.c.id)
    .where(of_scope(ACCOUNTS), ACCOUNTS.c.id > bindparam("the_last"))
    .order_by(ACCOUNTS.c.id)
    .limit(AT_ONCE)
)


class Assembled:
    """The accounts of one scope as they are read, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link = link
        self._mine = {"the_team": scope.team, "the_pack": scope.pack}

    def one(self, account_id: int) -> Account | None:
        """The account with that id."""
        return next(iter(self._read(_ONE, {**self._mine, "the_id": account_id})), None)

    def some(self, ids: Sequence[int]) -> list[Account]:
        """The accounts with these ids, at most `AT_ONCE`, in the order in which they were added."""
        return self._read(_SOME, {**self._mine, "the_ids": ids})

    def all(self) -> Iterator[Account]:
        """Every account in the order in which they were added."""
        last = 0
        while rows := self._link.rows(_PAGE, {**self._mine, "the_last": last}):
            yield from self.some([row.id for row in rows])
            last = rows[-1].id

    def names(self) -> list[KnownName]:
        """Every name of every account, the accounts in the order in which they were added."""
        aliases = self._texts(_ALL.aliases, self._mine)
        externals = self._link.rows(_ALL.externals, self._mine)
        first = {account_id: external_id for account_id, external_id in reversed(externals)}  # noqa: C416 - is quicker
        known: list[KnownName] = []
        for account_id, main in self._link.rows(_ALL.mains, self._mine):
            external_id = first.get(account_id)
            known.append(KnownName(account_id, main, main, external_id))
            if account_id in aliases:
                known += [KnownName(account_id, alias, main, external_id) for alias in aliases[account_id]]
        return known

    def _read(self, parts: _Parts, which: Mapping[str, Any]) -> list[Account]:
        rows = self._link.rows(parts.mains, which)
        if not rows:
            return []
        aliases, externals = self._texts(parts.aliases, which), self._texts(parts.externals, which)
        answers = self._answers(parts.answers, which)
        with self._link.read():
            return [
                Account(
                    id=account_id,
                    name=name,
                    also=tuple(aliases.get(account_id, ())),
                    external_ids=tuple(externals.get(account_id, ())),
                    answers=tuple(answers.get(account_id, ())),
                )
                for account_id, name in rows
            ]

    def _texts(self, statement: Executable, which: Mapping[str, Any]) -> dict[int, list[str]]:
        texts: dict[int, list[str]] = defaultdict(list)
        for account_id, text in self._link.rows(statement, which):
            texts[account_id].append(text)
        return texts

    def _answers(self, statement: Executable, which: Mapping[str, Any]) -> dict[int, list[Answer]]:
        answers: dict[int, list[Answer]] = defaultdict(list)
        sources: dict[tuple[str, str | None], Source] = {}
        rows = self._link.rows(statement, which)
        with self._link.read():
            for account_id, *row in rows:
                answers[account_id].append(_answer(row, sources))
        return answers


def _answer(row: Sequence[Any], sources: dict[tuple[str, str | None], Source]) -> Answer:
    answer_id, trait, value, kind, person, on, recorded_at, quote, draft, retracted_at = row
    source = sources.get((kind, person))
    if source is None:
        source = sources[kind, person] = Source(kind=SourceKind(kind), person=person)
    return Answer(
        id=answer_id,
        trait=trait,
        value=value,
        source=source,
        on=on,
        recorded_at=recorded_at,
        quote=quote,
        draft=draft,
        retracted=retracted_at is not None,
        retracted_at=retracted_at,
    )
