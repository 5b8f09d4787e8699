"""Accounts in SQL: one scope's rows and nobody else's.

Every statement names the team and the pack. Answers are only ever added; what may change of one is the time of its
retraction and, in a merge, the account it belongs to.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, delete, exists, func, insert, select, update

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.errors import AccountRefused, AccountUnknown
from bot.ports import KnownName, NewAnswer, Scope
from bot.store.attached import Attached
from bot.store.link import AnyRow, Link
from bot.store.tables import ACCOUNT_NAMES, ACCOUNTS, ANSWERS, EXTERNAL_IDS

T = TypeVar("T")

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


class SqlAccounts:
    """The accounts of one scope, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link, self._scope = link, scope
        self._owner = {"team": scope.team, "pack": scope.pack}
        self._taken = self._owner_of_external_id()
        self._attached = Attached(link, scope)
        self._known: set[int] = set()

    def add(self, name: str, external_id: str | None = None, by: str | None = None) -> Account:
        """Add an account without answers; `by` is the person who adds it.

        Raises:
            AccountRefused: another account has that external id.
        """
        if external_id is not None:
            self._refuse_taken(external_id)
        statement = insert(ACCOUNTS).returning(ACCOUNTS.c.id)
        [[account_id]] = self._link.rows(statement, {**self._owner, "name": name, "added_by": by})
        self._known.add(account_id)
        if external_id is not None:
            self._link.run(insert(EXTERNAL_IDS), {**self._owner, "account_id": account_id, "external_id": external_id})
        return Account(id=account_id, name=name, external_ids=() if external_id is None else (external_id,))

    def get(self, account_id: int) -> Account:
        """The account with every answer, retracted ones included.

        Raises:
            AccountUnknown: there is none with that id.
        """
        found = self._by_ids([account_id])
        if not found:
            raise _unknown(account_id)
        return found[0]

    def by_external_id(self, external_id: str) -> Account | None:
        """The account that another system calls so."""
        return self.by_external_ids([external_id]).get(external_id)

    def by_external_ids(self, external_ids: Sequence[str]) -> dict[str, Account]:
        """The accounts that another system calls so, by what it calls them; unknown ids are left out."""
        ids: dict[str, int] = {}
        for some in _chunks(external_ids):
            columns = EXTERNAL_IDS.c.external_id, EXTERNAL_IDS.c.account_id
            statement = select(*columns).where(self._mine(EXTERNAL_IDS), EXTERNAL_IDS.c.external_id.in_(some))
            ids.update((external_id, account_id) for external_id, account_id in self._link.rows(statement))
        accounts = {account.id: account for account in self._by_ids(sorted(set(ids.values())))}
        return {external_id: accounts[account_id] for external_id, account_id in ids.items()}

    def external_ids(self) -> dict[str, int]:
        """Every id that another system has for an account, with that account's own id."""
        columns = EXTERNAL_IDS.c.external_id, EXTERNAL_IDS.c.account_id
        statement = select(*columns).where(self._mine(EXTERNAL_IDS)).order_by(EXTERNAL_IDS.c.id)
        return {external_id: account_id for external_id, account_id in self._link.rows(statement)}  # noqa: C416

    def without_external_id(self, names: Sequence[str]) -> dict[str, int]:
        """The accounts that no other system has an id for, by their exact main names; repeated names are left out."""
        found: dict[str, list[int]] = defaultdict(list)
        has_one = exists().where(self._mine(EXTERNAL_IDS), EXTERNAL_IDS.c.account_id == ACCOUNTS.c.id)
        for some in _chunks(names):
            statement = select(ACCOUNTS.c.name, ACCOUNTS.c.id).where(
                self._mine(ACCOUNTS), ACCOUNTS.c.name.in_(some), ~has_one
            )
            for name, account_id in self._link.rows(statement):
                found[name].append(account_id)
        return {name: ids[0] for name, ids in found.items() if len(ids) == 1}

    def identify(self, account_id: int, external_id: str) -> None:
        """Let another system's id, which no account has yet, stand for an account.

        Raises:
            AccountUnknown: there is no account with that id.
            AccountRefused: another account has that external id.
        """
        self._require(account_id)
        self._refuse_taken(external_id)
        self._link.run(insert(EXTERNAL_IDS), {**self._owner, "account_id": account_id, "external_id": external_id})

    def names(self) -> list[KnownName]:
        """Every name of every account, the accounts in the order in which they were added."""
        mains = {row.id: row.name for row in self._link.rows(self._select(ACCOUNTS))}
        others = self._grouped(ACCOUNT_NAMES, ACCOUNT_NAMES.c.name)
        externals = self._grouped(EXTERNAL_IDS, EXTERNAL_IDS.c.external_id)
        return [
            KnownName(account_id, name, main, next(iter(externals.get(account_id, ())), None))
            for account_id, main in mains.items()
            for name in (main, *others.get(account_id, ()))
        ]

    def all(self) -> Iterator[Account]:
        """Every account in the order in which they were added, answers included."""
        last = 0
        while True:
            statement = self._select(ACCOUNTS).where(ACCOUNTS.c.id > last).limit(AT_ONCE)
            rows = self._link.rows(statement)
            if not rows:
                return
            yield from self._assembled(rows)
            last = rows[-1].id

    def count(self) -> int:
        """How many accounts there are."""
        [[count]] = self._link.rows(select(func.count()).select_from(ACCOUNTS).where(self._mine(ACCOUNTS)))
        return int(count)

    def record(self, account_id: int, answers: Iterable[NewAnswer]) -> list[Answer]:
        """Add answers; nothing that was there changes.

        Raises:
            AccountUnknown: there is no account with that id.
        """
        self._require(account_id)
        new = list(answers)
        if not new:
            return []
        statement = insert(ANSWERS).returning(ANSWERS.c.id, sort_by_parameter_order=True)
        ids = self._link.rows(statement, [self._values(account_id, each) for each in new])
        return [_recorded(answer_id, each) for (answer_id,), each in zip(ids, new, strict=True)]

    def retract(self, account_id: int, answer_ids: Iterable[int], at: datetime) -> None:
        """Mark answers as undone at that time; they stay in place.

        Raises:
            AccountUnknown: there is no account with that id.
        """
        self._require(account_id)
        for some in _chunks(list(answer_ids)):
            self._link.run(
                update(ANSWERS)
                .where(self._of(ANSWERS, account_id), ANSWERS.c.id.in_(some), ANSWERS.c.retracted_at.is_(None))
                .values(retracted_at=at)
            )

    def rename(self, account_id: int, name: str) -> None:
        """Give an account another main name; the old one stays an alias.

        Raises:
            AccountUnknown: there is no account with that id.
        """
        old = self._row(account_id).name
        self._add_names(account_id, [old], main=name)
        self._link.run(update(ACCOUNTS).where(self._mine(ACCOUNTS), ACCOUNTS.c.id == account_id).values(name=name))

    def merge(self, keep: int, gone: int) -> Account:
        """Make two accounts one: everything that belongs to `gone` moves to `keep`.

        Raises:
            AccountUnknown: there is no account with one of these ids.
            AccountRefused: the two are the same account.
        """
        if keep == gone:
            raise AccountRefused("An account cannot be merged with itself; name two different ones.")
        kept, merged = self._row(keep), self.get(gone)
        self._link.run(delete(ACCOUNT_NAMES).where(self._of(ACCOUNT_NAMES, gone)))
        self._add_names(keep, [merged.name, *merged.also], main=kept.name)
        self._attached.move(keep, gone)
        self._delete(gone)
        return self.get(keep)

    def forget(self, account_id: int) -> None:
        """Delete an account with everything that belongs to it, for good.

        Raises:
            AccountUnknown: there is no account with that id.
        """
        self._require(account_id)
        self._attached.drop(account_id)
        self._delete(account_id)

    def _mine(self, table: Table) -> ColumnElement[bool]:
        return and_(table.c.team == self._scope.team, table.c.pack == self._scope.pack)

    def _of(self, table: Table, account_id: int) -> ColumnElement[bool]:
        return and_(self._mine(table), table.c.account_id == account_id)

    def _select(self, table: Table) -> Select[*tuple[Any, ...]]:
        return select(table).where(self._mine(table)).order_by(table.c.id)

    def _row(self, account_id: int) -> AnyRow:
        rows = self._link.rows(self._select(ACCOUNTS).where(ACCOUNTS.c.id == account_id))
        if not rows:
            raise _unknown(account_id)
        self._known.add(account_id)
        return rows[0]

    def _require(self, account_id: int) -> None:
        if account_id not in self._known:
            self._row(account_id)

    def _owner_of_external_id(self) -> Select[int]:
        return select(EXTERNAL_IDS.c.account_id).where(
            self._mine(EXTERNAL_IDS), EXTERNAL_IDS.c.external_id == bindparam("wanted")
        )

    def _refuse_taken(self, external_id: str) -> None:
        for (account_id,) in self._link.rows(self._taken, {"wanted": external_id}):
            name = self._row(account_id).name
            raise AccountRefused(f"The external id {external_id!r} belongs to {name!r}; one id stands for one account.")

    def _add_names(self, account_id: int, names: Iterable[str], *, main: str) -> None:
        """Make names aliases of an account whose main name is, or is about to be, `main`."""
        present = self._grouped(ACCOUNT_NAMES, ACCOUNT_NAMES.c.name, [account_id]).get(account_id, [])
        if main in present:
            self._link.run(
                delete(ACCOUNT_NAMES).where(self._of(ACCOUNT_NAMES, account_id), ACCOUNT_NAMES.c.name == main)
            )
        new = [name for name in dict.fromkeys(names) if name not in (main, *present)]
        if new:
            self._link.run(
                insert(ACCOUNT_NAMES), [{**self._owner, "account_id": account_id, "name": name} for name in new]
            )

    def _delete(self, account_id: int) -> None:
        self._known.discard(account_id)
        self._link.run(delete(ACCOUNTS).where(self._mine(ACCOUNTS), ACCOUNTS.c.id == account_id))

    def _values(self, account_id: int, new: NewAnswer) -> dict[str, Any]:
        return {
            **self._owner,
            "account_id": account_id,
            "trait": new.trait,
            "value": new.value,
            "source_kind": new.source.kind.value,
            "source_person": new.source.person,
            "dated_on": new.on,
            "recorded_at": new.recorded_at,
            "quote": new.quote,
            "draft": new.draft,
        }

    def _by_ids(self, ids: Sequence[int]) -> list[Account]:
        rows: list[AnyRow] = []
        for some in _chunks(ids):
            rows += self._link.rows(self._select(ACCOUNTS).where(ACCOUNTS.c.id.in_(some)))
        return list(chain.from_iterable(self._assembled(some) for some in _chunks(rows)))

    def _assembled(self, rows: Sequence[AnyRow]) -> list[Account]:
        """Accounts, at most `AT_ONCE`, put together from their rows in four tables."""
        ids = [row.id for row in rows]
        self._known.update(ids)
        names = self._grouped(ACCOUNT_NAMES, ACCOUNT_NAMES.c.name, ids)
        externals = self._grouped(EXTERNAL_IDS, EXTERNAL_IDS.c.external_id, ids)
        answers = self._answers(ids)
        with self._link.read():
            return [
                Account(
                    id=row.id,
                    name=row.name,
                    also=tuple(names.get(row.id, ())),
                    external_ids=tuple(externals.get(row.id, ())),
                    answers=tuple(answers.get(row.id, ())),
                )
                for row in rows
            ]

    def _grouped(self, table: Table, column: Any, ids: Sequence[int] | None = None) -> dict[int, list[str]]:
        statement = select(table.c.account_id, column).where(self._mine(table)).order_by(table.c.id)
        grouped: dict[int, list[str]] = defaultdict(list)
        for account_id, text in self._link.rows(
            statement if ids is None else statement.where(table.c.account_id.in_(ids))
        ):
            grouped[account_id].append(text)
        return grouped

    def _answers(self, ids: Sequence[int]) -> dict[int, list[Answer]]:
        statement = (
            select(*_ANSWER_COLUMNS)
            .where(self._mine(ANSWERS), ANSWERS.c.account_id.in_(ids))
            .order_by(ANSWERS.c.account_id, ANSWERS.c.id)
        )
        answers: dict[int, list[Answer]] = defaultdict(list)
        sources: dict[tuple[str, str | None], Source] = {}
        rows = self._link.rows(statement)
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
    )


def _recorded(answer_id: int, new: NewAnswer) -> Answer:
    return Answer(
        id=answer_id,
        trait=new.trait,
        value=new.value,
        source=new.source,
        on=new.on,
        recorded_at=new.recorded_at,
        quote=new.quote,
        draft=new.draft,
    )


def _unknown(account_id: int) -> AccountUnknown:
    return AccountUnknown(f"#{account_id}")


def _chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), AT_ONCE):
        yield items[start : start + AT_ONCE]
