"""Accounts in SQL: one scope's rows and nobody else's.

Every statement names the team and the pack. Answers are only ever added; what may change of one is the time of its
retraction and, in a merge, the account it belongs to.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import and_, delete, exists, func, insert, select, update

from bot.core.account import Account, Answer
from bot.core.errors import AccountRefused, AccountUnknown
from bot.ports import KnownName, NewAnswer, Scope
from bot.store.assembled import AT_ONCE, Assembled
from bot.store.attached import Attached
from bot.store.link import Link
from bot.store.owned import of_scope, one_of, the
from bot.store.tables import ACCOUNT_NAMES, ACCOUNTS, ANSWERS, EXTERNAL_IDS

T = TypeVar("T")

_ONE = and_(of_scope(ACCOUNTS), the(ACCOUNTS.c.id))
_ALIASES_OF_ONE = and_(of_scope(ACCOUNT_NAMES), the(ACCOUNT_NAMES.c.account_id))

_ADD = insert(ACCOUNTS).returning(ACCOUNTS.c.id)
_NAME = select(ACCOUNTS.c.name).where(_ONE)
_RENAME = update(ACCOUNTS).where(_ONE)
_DELETE = delete(ACCOUNTS).where(_ONE)
_COUNT = select(func.count()).select_from(ACCOUNTS).where(of_scope(ACCOUNTS))
_ALIASES = select(ACCOUNT_NAMES.c.name).where(_ALIASES_OF_ONE).order_by(ACCOUNT_NAMES.c.id)
_ADD_ALIASES = insert(ACCOUNT_NAMES)
_DROP_ALIASES = delete(ACCOUNT_NAMES).where(_ALIASES_OF_ONE)
_DROP_ALIAS = _DROP_ALIASES.where(the(ACCOUNT_NAMES.c.name))
_IDENTIFY = insert(EXTERNAL_IDS)
_IDENTIFIED = select(EXTERNAL_IDS.c.external_id, EXTERNAL_IDS.c.account_id).where(of_scope(EXTERNAL_IDS))
_ALL_IDENTIFIED = _IDENTIFIED.order_by(EXTERNAL_IDS.c.id)
_SOME_IDENTIFIED = _IDENTIFIED.where(one_of(EXTERNAL_IDS.c.external_id, "the_ids"))
_TAKEN = select(EXTERNAL_IDS.c.account_id).where(of_scope(EXTERNAL_IDS), the(EXTERNAL_IDS.c.external_id))
_NOT_IDENTIFIED = select(ACCOUNTS.c.name, ACCOUNTS.c.id).where(
    of_scope(ACCOUNTS),
    one_of(ACCOUNTS.c.name, "the_names"),
    ~exists().where(of_scope(EXTERNAL_IDS), EXTERNAL_IDS.c.account_id == ACCOUNTS.c.id),
)
_RECORD = insert(ANSWERS).returning(ANSWERS.c.id, sort_by_parameter_order=True)
_RETRACT = update(ANSWERS).where(
    of_scope(ANSWERS), the(ANSWERS.c.account_id), one_of(ANSWERS.c.id, "the_ids"), ANSWERS.c.retracted_at.is_(None)
)


class SqlAccounts:
    """The accounts of one scope, within one transaction."""

    def __init__(self, link: Link, scope: Scope) -> None:
        self._link = link
        self._owner = {"team": scope.team, "pack": scope.pack}
        self._mine = {"the_team": scope.team, "the_pack": scope.pack}
        self._assembled = Assembled(link, scope)
        self._attached = Attached(link, scope)
        self._known: set[int] = set()

    def add(self, name: str, external_id: str | None = None, by: str | None = None) -> Account:
        """Add an account without answers; `by` is the person who adds it.

        Raises:
            AccountRefused: another account has that external id.
        """
        if external_id is not None:
            self._refuse_taken(external_id)
        [[account_id]] = self._link.rows(_ADD, {**self._owner, "name": name, "added_by": by})
        self._known.add(account_id)
        if external_id is not None:
            self._link.run(_IDENTIFY, {**self._owner, "account_id": account_id, "external_id": external_id})
        return Account(id=account_id, name=name, external_ids=() if external_id is None else (external_id,))

    def get(self, account_id: int) -> Account:
        """The account with every answer, retracted ones included.

        Raises:
            AccountUnknown: there is none with that id.
        """
        found = self._assembled.one(account_id)
        if found is None:
            raise _unknown(account_id)
        self._known.add(account_id)
        return found

    def by_external_id(self, external_id: str) -> Account | None:
        """The account that another system calls so."""
        return self.by_external_ids([external_id]).get(external_id)

    def by_external_ids(self, external_ids: Sequence[str]) -> dict[str, Account]:
        """The accounts that another system calls so, by what it calls them; unknown ids are left out."""
        ids: dict[str, int] = {}
        for some in _chunks(external_ids):
            rows = self._link.rows(_SOME_IDENTIFIED, {**self._mine, "the_ids": some})
            ids.update((external_id, account_id) for external_id, account_id in rows)
        accounts: dict[int, Account] = {}
        for these in _chunks(sorted(set(ids.values()))):
            accounts.update((account.id, account) for account in self._assembled.some(these))
        self._known.update(accounts)
        return {external_id: accounts[account_id] for external_id, account_id in ids.items()}

    def external_ids(self) -> dict[str, int]:
        """Every id that another system has for an account, with that account's own id."""
        rows = self._link.rows(_ALL_IDENTIFIED, self._mine)
        return {external_id: account_id for external_id, account_id in rows}  # noqa: C416

    def without_external_id(self, names: Sequence[str]) -> dict[str, int]:
        """The accounts that no other system has an id for, by their exact main names; repeated names are left out."""
        found: dict[str, list[int]] = defaultdict(list)
        for some in _chunks(names):
            for name, account_id in self._link.rows(_NOT_IDENTIFIED, {**self._mine, "the_names": some}):
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
        self._link.run(_IDENTIFY, {**self._owner, "account_id": account_id, "external_id": external_id})

    def names(self) -> list[KnownName]:
        """Every name of every account, the accounts in the order in which they were added."""
        return self._assembled.names()

    def all(self) -> Iterator[Account]:
        """Every account in the order in which they were added, answers included."""
        return self._assembled.all()

    def count(self) -> int:
        """How many accounts there are."""
        [[count]] = self._link.rows(_COUNT, self._mine)
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
        ids = self._link.rows(_RECORD, [self._values(account_id, each) for each in new])
        return [_recorded(answer_id, each) for (answer_id,), each in zip(ids, new, strict=True)]

    def retract(self, account_id: int, answer_ids: Iterable[int], at: datetime) -> None:
        """Mark answers as undone at that time; they stay in place.

        Raises:
            AccountUnknown: there is no account with that id.
        """
        self._require(account_id)
        for some in _chunks(list(answer_ids)):
            self._link.run(_RETRACT, {**self._of(account_id), "the_ids": some, "retracted_at": at})

    def rename(self, account_id: int, name: str) -> None:
        """Give an account another main name; the old one stays an alias.

        Raises:
            AccountUnknown: there is no account with that id.
        """
        self._add_names(account_id, [self._name(account_id)], main=name)
        self._link.run(_RENAME, {**self._one(account_id), "name": name})

    def merge(self, keep: int, gone: int) -> Account:
        """Make two accounts one: everything that belongs to `gone` moves to `keep`.

        Raises:
            AccountUnknown: there is no account with one of these ids.
            AccountRefused: the two are the same account.
        """
        if keep == gone:
            raise AccountRefused("An account cannot be merged with itself; name two different ones.")
        main, merged = self._name(keep), self.get(gone)
        self._link.run(_DROP_ALIASES, self._of(gone))
        self._add_names(keep, [merged.name, *merged.also], main=main)
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

    def _one(self, account_id: int) -> dict[str, Any]:
        return {**self._mine, "the_id": account_id}

    def _of(self, account_id: int) -> dict[str, Any]:
        return {**self._mine, "the_account_id": account_id}

    def _name(self, account_id: int) -> str:
        rows = self._link.rows(_NAME, self._one(account_id))
        if not rows:
            raise _unknown(account_id)
        self._known.add(account_id)
        return str(rows[0].name)

    def _require(self, account_id: int) -> None:
        if account_id not in self._known:
            self._name(account_id)

    def _refuse_taken(self, external_id: str) -> None:
        for (account_id,) in self._link.rows(_TAKEN, {**self._mine, "the_external_id": external_id}):
            name = self._name(account_id)
            raise AccountRefused(f"The external id {external_id!r} belongs to {name!r}; one id stands for one account.")

    def _add_names(self, account_id: int, names: Iterable[str], *, main: str) -> None:
        """Make names aliases of an account whose main name is, or is about to be, `main`."""
        present = [name for (name,) in self._link.rows(_ALIASES, self._of(account_id))]
        if main in present:
            self._link.run(_DROP_ALIAS, {**self._of(account_id), "the_name": main})
        new = [name for name in dict.fromkeys(names) if name not in (main, *present)]
        if new:
            self._link.run(_ADD_ALIASES, [{**self._owner, "account_id": account_id, "name": name} for name in new])

    def _delete(self, account_id: int) -> None:
        self._known.discard(account_id)
        self._link.run(_DELETE, self._one(account_id))

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
