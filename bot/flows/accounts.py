"""Accounts: list, show, add, rename, merge, forget and export them, and record or take back answers.

An account is named as a person would: by any of its names, where nearly right is enough if it is clear; by `#12`, its
number here; or by what another system calls it. What cannot be undone (merge, forget) wants the exact name.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.account import Account, Answer
from bot.core.cell import partition
from bot.core.errors import AccountAmbiguous, AccountRefused, AccountUnknown, ValueRefused
from bot.core.export import as_line, in_full
from bot.core.framework import trait_of
from bot.core.journey import StageSaid
from bot.core.naming import Found, Nobody, Resolution, Several, clean_external_id, clean_name, name_key, resolve
from bot.core.pack import Pack
from bot.core.problem import unknown
from bot.core.value import read_value
from bot.flows.filling import accounts_merged, answers_came, answers_went
from bot.flows.origin import ids, note, written
from bot.ports import Accounts, KnownName, NewAnswer, Ports, Scope, UnitOfWork


@dataclass(frozen=True, slots=True)
class Listed:
    """One account in a list."""

    account_id: int
    name: str
    also: tuple[str, ...]
    external_ids: tuple[str, ...]
    """Without those that stand for a name only."""
    traits_known: int
    """Traits with an answer that was not taken back, expired ones included."""
    latest: datetime | None
    """When the last answer was recorded."""


def list_accounts(ports: Ports, scope: Scope) -> list[Listed]:
    """Every account, in the order in which they were added."""
    with ports.store().begin(scope, writes=False) as work:
        return [_listed(account) for account in work.accounts.all()]


def _listed(account: Account) -> Listed:
    live = [answer for answer in account.answers if not answer.retracted]
    return Listed(
        account_id=account.id,
        name=account.name,
        also=account.also,
        external_ids=outside_ids(account),
        traits_known=len({answer.trait for answer in live if answer.value is not None}),
        latest=max((answer.recorded_at for answer in live), default=None),
    )


def outside_ids(account: Account) -> tuple[str, ...]:
    """What other systems call an account, without the keys that stand for its names."""
    keys = {name_key(name) for name in (account.name, *account.also)}
    return tuple(each for each in account.external_ids if each not in keys)


def known_names(ports: Ports, scope: Scope) -> list[KnownName]:
    """Every name of every account."""
    with ports.store().begin(scope, writes=False) as work:
        return work.accounts.names()


def find(ports: Ports, scope: Scope, text: str) -> Resolution[KnownName]:
    """Which account somebody means: by a name, by `#` and its number, or by what another system calls it."""
    with ports.store().begin(scope, writes=False) as work:
        return _find(work.accounts, text)


def _find(accounts: Accounts, text: str) -> Resolution[KnownName]:
    names = accounts.names()
    resolution = resolve(names, text)
    if isinstance(resolution, Found) and resolution.exact:
        return resolution
    wanted = text.strip()
    by_id = {f"#{each.account_id}": each for each in names if each.name == each.main}
    if wanted in by_id:
        return Found(by_id[wanted], exact=True)
    account = accounts.by_external_id(wanted)
    if account is not None and not any(each.name.casefold() == wanted.casefold() for each in names):
        return Found(by_id[f"#{account.id}"], exact=True)
    return resolution


def choice(named: KnownName) -> str:
    """A name as it stands in a choice, with what tells it from others of the same name."""
    alias = f" (now {named.main})" if named.main != named.name else ""
    outside = f", {named.external_id}" if named.external_id and named.external_id != name_key(named.name) else ""
    return f"{named.name}{alias} (#{named.account_id}{outside})"


def _the_one(accounts: Accounts, text: str, *, exactly: bool = False) -> int:
    found = _find(accounts, text)
    if isinstance(found, Several):
        raise AccountAmbiguous(text, [choice(each) for each in found.choices])
    if isinstance(found, Nobody):
        raise AccountUnknown(text, [choice(each) for each in found.nearest])
    if exactly and not found.exact:
        raise AccountUnknown(text, [choice(found.named)])
    return found.named.account_id


def show_account(ports: Ports, scope: Scope, text: str, *, exactly: bool = False) -> Account:
    """An account with everything that is known of it.

    Args:
        ports: where it is.
        scope: whose it is.
        text: what somebody calls it.
        exactly: do not take a name that is nearly right.

    Raises:
        AccountUnknown: nobody is called so.
        AccountAmbiguous: several are.
    """
    with ports.store().begin(scope, writes=False) as work:
        return work.accounts.get(_the_one(work.accounts, text, exactly=exactly))


def add_account(
    ports: Ports,
    scope: Scope,
    name: str,
    external_id: str | None = None,
    *,
    origin: int | None = None,
    by: str | None = None,
) -> Account:
    """Add an account.

    Args:
        ports: where to.
        scope: whose it is.
        name: its main name.
        external_id: what another system calls it.
        origin: the delivery it is added for; a second attempt finds the account of the first.
        by: the person who adds it.

    Raises:
        AccountRefused: the name or the id cannot be used, the id is another account's, or there is an account of that
            name and no id tells the two apart.
    """
    clean = clean_name(name)
    outside = None if external_id is None else clean_external_id(external_id)
    with ports.store().begin(scope) as work:
        done = ids(written(work, origin), "account")
        if done is not None:
            return work.accounts.get(*done)
        if outside is None:
            _refuse_a_second(work.accounts, clean)
        account = work.accounts.add(clean, outside, by)
        note(work, origin, "account", account.id)
        work.commit()
    return account


def _refuse_a_second(accounts: Accounts, name: str) -> None:
    for named in accounts.names():
        if named.name.casefold() == name.casefold():
            raise AccountRefused(f"there is an account called {choice(named)} already; give the new one an external id")


def rename_account(ports: Ports, scope: Scope, text: str, name: str) -> Account:
    """Give an account another main name; it goes on answering to the old one.

    Raises:
        AccountUnknown: nobody is called so.
        AccountAmbiguous: several are.
        AccountRefused: the new name cannot be used.
    """
    clean = clean_name(name)
    with ports.store().begin(scope) as work:
        account_id = _the_one(work.accounts, text)
        work.accounts.rename(account_id, clean)
        account = work.accounts.get(account_id)
        work.commit()
    return account


def merge_accounts(ports: Ports, scope: Scope, keep: str, gone: str) -> Account:
    """Make two accounts one, which has the names, ids and answers of both.

    Raises:
        AccountUnknown: nobody is called exactly so.
        AccountAmbiguous: several are.
        AccountRefused: both names mean the same account.
    """
    with ports.store().begin(scope) as work:
        kept, merged = (_the_one(work.accounts, text, exactly=True) for text in (keep, gone))
        account = work.accounts.merge(kept, merged)
        accounts_merged(work, kept)
        work.commit()
    return account


def forget_account(ports: Ports, scope: Scope, text: str) -> Account:
    """Delete an account with every answer about it, for good.

    Returns:
        What was forgotten.

    Raises:
        AccountUnknown: nobody is called exactly so.
        AccountAmbiguous: several are.
    """
    with ports.store().begin(scope) as work:
        account = work.accounts.get(_the_one(work.accounts, text, exactly=True))
        work.accounts.forget(account.id)
        work.commit()
    return account


def export_accounts(ports: Ports, scope: Scope, pack: Pack, today: date) -> Iterator[str]:
    """What counts today of every account, one line of JSON each, as `fika import` and `fika score` read it."""
    partitions = [partition(trait, pack.icps) for trait in pack.traits]
    with ports.store().begin(scope, writes=False) as work:
        for account in work.accounts.all():
            yield as_line(account, _exported_id(account), pack.traits, partitions, today)


def _exported_id(account: Account) -> str | None:
    """What an import will know it by; none where its name does."""
    first = next(iter((*outside_ids(account), *account.external_ids)), None)
    return None if first == name_key(account.name) else first


def export_in_full(ports: Ports, scope: Scope) -> Iterator[str]:
    """Every account with every answer ever recorded, its sources, quotes and corrections; one line of JSON each."""
    with ports.store().begin(scope, writes=False) as work:
        for account in work.accounts.all():
            yield in_full(account)


def record_answers(  # noqa: PLR0913 - whose, what, for which delivery, and what else
    ports: Ports,
    scope: Scope,
    account_id: int,
    answers: Sequence[NewAnswer],
    pack: Pack,
    *,
    origin: int | None = None,
    also: Callable[[UnitOfWork, Sequence[Answer]], object] | None = None,
) -> list[Answer]:
    """Record answers about an account, and close the gaps that they fill.

    Args:
        ports: where to.
        scope: whose it is.
        account_id: the account.
        answers: what is said about it.
        pack: what its traits can hold.
        origin: the delivery they are recorded for; a second attempt finds the answers of the first.
        also: what else is done in the same transaction, given what was recorded.

    Raises:
        AccountUnknown: there is none with that id.
        ValueRefused: a trait does not exist or cannot hold its value; then none of the answers is recorded.
    """
    with ports.store().begin(scope) as work:
        done = ids(written(work, origin), "answers")
        if done is not None:
            return [answer for answer in work.accounts.get(account_id).answers if answer.id in done]
        recorded = record_in(work, account_id, answers, pack)
        note(work, origin, "answers", [answer.id for answer in recorded])
        if also is not None:
            also(work, recorded)
        work.commit()
    return recorded


def record_in(work: UnitOfWork, account_id: int, answers: Sequence[NewAnswer], pack: Pack) -> list[Answer]:
    """Record answers in a transaction that goes on, and close the gaps that they fill.

    Args:
        work: the transaction; whoever began it commits it.
        account_id: the account.
        answers: what is said about it.
        pack: what its traits can hold.

    Raises:
        AccountUnknown: there is none with that id.
        ValueRefused: a trait does not exist or cannot hold its value; then none of the answers is recorded.
    """
    _refuse_unreadable(answers, pack)
    recorded = work.accounts.record(account_id, answers)
    answers_came(work, account_id, recorded, pack)
    return recorded


def _refuse_unreadable(answers: Iterable[NewAnswer], pack: Pack) -> None:
    for answer in answers:
        trait = trait_of(pack, answer.trait)
        if trait is None:
            raise ValueRefused(unknown("trait", answer.trait, [each.id for each in pack.traits]))
        read_value(answer.value, trait)


def retract_answers(  # noqa: PLR0913 - as above
    ports: Ports,
    scope: Scope,
    account_id: int,
    answer_ids: Iterable[int],
    now: datetime,
    *,
    origin: int | None = None,
    pack: Pack | None = None,
) -> Account:
    """Take answers back; they stay on record as taken back, and the gaps that they filled are open again.

    Args:
        ports: where they are.
        scope: whose they are.
        account_id: the account they are about.
        answer_ids: which ones.
        now: when they are taken back.
        origin: the delivery they are taken back for; a second attempt takes nothing else back.
        pack: with it, contradictions that end with these answers are closed as well.

    Raises:
        AccountUnknown: there is no account with that id.
    """
    gone = list(answer_ids)
    with ports.store().begin(scope) as work:
        if ids(written(work, origin), "retracted") is None:
            work.accounts.retract(account_id, gone, now)
            answers_went(work, account_id, gone, now, pack)
            note(work, origin, "retracted", gone)
            work.commit()
        return work.accounts.get(account_id)


def say_stage(
    ports: Ports, scope: Scope, account_id: int, said: StageSaid, *, origin: int | None = None
) -> StageSaid | None:
    """Keep in which stage of its journey somebody says an account is; returns what now holds.

    Raises:
        AccountUnknown: there is no account with that id.
    """
    with ports.store().begin(scope) as work:
        work.accounts.get(account_id)
        if ids(written(work, origin), "stage") is None:
            work.stages.say(account_id, said)
            note(work, origin, "stage", account_id)
            work.commit()
        return work.stages.latest(account_id)


def stage_of(ports: Ports, scope: Scope, account_id: int) -> StageSaid | None:
    """What was said last about an account's stage; None where nobody said anything."""
    with ports.store().begin(scope, writes=False) as work:
        return work.stages.latest(account_id)
