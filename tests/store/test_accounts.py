"""Accounts in SQL: what is recorded is what comes back, within one scope and nowhere else."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from pydantic import JsonValue
from sqlalchemy import event

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.errors import AccountRefused, AccountUnknown, StateUnavailable
from bot.ports import Accounts, KnownName, NewAnswer, Scope, Store, UnitOfWork
from bot.store.store import SqlStore

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
Said = Callable[..., NewAnswer]


@pytest.fixture
def work(store: SqlStore, scope: Scope) -> Iterator[UnitOfWork]:
    """A unit of work on the state."""
    with store.begin(scope) as work:
        yield work


@pytest.fixture
def accounts(work: UnitOfWork) -> Accounts:
    """The accounts of the scope."""
    return work.accounts


def test_the_store_is_a_store(store: SqlStore) -> None:
    """The type checker holds the adapter to the port, and this test to both."""
    port: Store = store

    assert callable(port.begin)


def test_an_added_account_comes_back(accounts: Accounts) -> None:
    """An account comes back as it was added."""
    added = accounts.add("Acme", "42")

    assert Account(id=added.id, name="Acme", external_ids=("42",)) == added
    assert added == accounts.get(added.id)
    assert added == accounts.by_external_id("42")
    assert accounts.by_external_id("43") is None
    assert 1 == accounts.count()


def test_an_answer_comes_back_with_everything(accounts: Accounts) -> None:
    """Value, source, person, date, quote and the draft flag of an answer are kept as they were given."""
    account = accounts.add("Acme")
    source = Source(kind=SourceKind.IMPORT, person="crm.csv")
    new = NewAnswer("employees", {"min": 50}, source, NOW, on=date(2026, 10, 1), quote="about 50 or more", draft=True)

    [answer] = accounts.record(account.id, [new])

    expected = Answer(
        id=answer.id,
        trait="employees",
        value={"min": 50},
        source=source,
        on=date(2026, 10, 1),
        recorded_at=NOW,
        quote="about 50 or more",
        draft=True,
    )
    assert expected == answer
    assert (expected,) == accounts.get(account.id).answers


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        False,
        0,
        10**15,
        2.5,
        "yes",
        "",
        [],
        ["a", "b"],
        {"min": 1, "max": 2},
        {"any_of": [None, {"at_least": []}]},
    ],
)
def test_every_form_of_value_is_kept(accounts: Accounts, said: Said, value: JsonValue) -> None:
    """A value is stored as it was given: null is an answer, true is not 1, and an empty list is a list."""
    account = accounts.add("Acme")
    accounts.record(account.id, [said("stack", value)])

    [answer] = accounts.get(account.id).answers

    assert value == answer.value
    assert type(value) is type(answer.value)


def test_times_are_kept_in_utc(accounts: Accounts) -> None:
    """A time given in another zone is the same moment afterwards."""
    account = accounts.add("Acme")
    there = datetime(2026, 11, 1, 1, 30, tzinfo=timezone(timedelta(hours=-8)))
    accounts.record(account.id, [NewAnswer("us", value=True, source=Source(kind=SourceKind.CRM), recorded_at=there)])

    [answer] = accounts.get(account.id).answers

    assert there == answer.recorded_at
    assert timedelta(0) == answer.recorded_at.utcoffset()


def test_a_time_without_a_zone_is_refused(accounts: Accounts) -> None:
    """Nobody knows when a time without a zone was, so it is never stored."""
    account = accounts.add("Acme")
    source = Source(kind=SourceKind.CRM)

    with pytest.raises(Exception, match="a time needs a time zone"):
        accounts.record(account.id, [NewAnswer("us", value=True, source=source, recorded_at=datetime(2026, 1, 1))])


def test_answers_are_only_added(accounts: Accounts, said: Said) -> None:
    """A second answer of the same source leaves the first in place, and later ids are greater."""
    account = accounts.add("Acme")
    first = accounts.record(account.id, [said("employees", 10), said("budget", value=True)])
    second = accounts.record(account.id, [said("employees", 20)])

    answers = accounts.get(account.id).answers

    assert (*first, *second) == answers
    assert sorted(answer.id for answer in answers) == [answer.id for answer in answers]


def test_a_retracted_answer_stays_in_place(accounts: Accounts, said: Said) -> None:
    """Undoing an answer marks it and removes nothing; undoing it again changes nothing."""
    account = accounts.add("Acme")
    one, other = accounts.record(account.id, [said("employees", 10), said("employees", 20)])

    accounts.retract(account.id, [other.id], NOW)
    accounts.retract(account.id, [other.id], NOW)

    assert (one, other.model_copy(update={"retracted": True, "retracted_at": NOW})) == accounts.get(account.id).answers


def test_retracting_touches_no_other_account(accounts: Accounts, said: Said) -> None:
    """An answer is undone on its own account only."""
    acme, beta = accounts.add("Acme"), accounts.add("Beta")
    [answer] = accounts.record(acme.id, [said("employees", 10)])

    accounts.retract(beta.id, [answer.id], NOW)

    assert (answer,) == accounts.get(acme.id).answers


def test_several_are_found_by_external_id(accounts: Accounts, said: Said) -> None:
    """Many accounts are found at once, unknown ids are left out, and more are asked for than one statement takes."""
    added = {str(number): accounts.add(f"Account {number}", str(number)) for number in range(1200)}
    [answer] = accounts.record(added["7"].id, [said("employees", 10)])
    added["7"] = added["7"].model_copy(update={"answers": (answer,)})

    assert added == accounts.by_external_ids([*added, "none"])
    assert {external_id: account.id for external_id, account in added.items()} == accounts.external_ids()


def test_all_come_in_the_order_in_which_they_were_added(accounts: Accounts, said: Said) -> None:
    """Every account comes once, with its own answers, across several batches."""
    ids = [accounts.add(f"Account {number % 7}").id for number in range(1100)]
    for account_id in ids[::100]:
        accounts.record(account_id, [said("employees", account_id)])

    found = list(accounts.all())

    assert ids == [account.id for account in found]
    assert {account_id: account_id for account_id in ids[::100]} == {
        account.id: account.answers[0].value for account in found if account.answers
    }


def test_an_external_id_stands_for_one_account(accounts: Accounts) -> None:
    """The same external id is refused for a second account, and says whose it is."""
    acme, beta = accounts.add("Acme", "42"), accounts.add("Beta")

    with pytest.raises(AccountRefused, match="'42' belongs to 'Acme'"):
        accounts.add("Gamma", "42")
    with pytest.raises(AccountRefused, match="'42' belongs to 'Acme'"):
        accounts.identify(beta.id, "42")
    accounts.identify(beta.id, "43")

    assert {"42": acme.id, "43": beta.id} == accounts.external_ids()
    assert 2 == accounts.count()


def test_accounts_without_external_id_are_found_by_name(accounts: Accounts) -> None:
    """Only an account that no other system identifies, whose name does not repeat, is found by its exact name."""
    alone = accounts.add("Alone")
    for name, external_id in (("Twice", None), ("Twice", None), ("Known", "1"), ("Both", "2"), ("Both", None)):
        accounts.add(name, external_id)

    found = accounts.without_external_id(["Alone", "alone", "Twice", "Known", "Both", "None"])

    assert {"Alone": alone.id, "Both": alone.id + 5} == found


def test_names_tell_main_from_alias(accounts: Accounts) -> None:
    """Every name is listed with the account's main name and its first external id."""
    acme, beta = accounts.add("Acme", "42"), accounts.add("Beta")
    accounts.rename(acme.id, "Acme Robotics")

    assert [
        KnownName(acme.id, "Acme Robotics", "Acme Robotics", "42"),
        KnownName(acme.id, "Acme", "Acme Robotics", "42"),
        KnownName(beta.id, "Beta", "Beta", None),
    ] == accounts.names()


def test_renaming_back_and_forth_keeps_each_name_once(accounts: Accounts) -> None:
    """An account never answers to the same name twice."""
    acme = accounts.add("Acme")
    for name in ("Beta", "Acme", "Acme", "Gamma", "Beta"):
        accounts.rename(acme.id, name)

    account = accounts.get(acme.id)

    assert "Beta" == account.name
    assert ["Acme", "Gamma"] == sorted(account.also)


def test_a_merge_loses_nothing(accounts: Accounts, said: Said) -> None:
    """After a merge the kept account has every name, every external id and every answer of both, and the other is gone."""
    keep, gone = accounts.add("Acme", "1"), accounts.add("Acme Inc", "2")
    accounts.rename(gone.id, "ACME Inc.")
    first = accounts.record(keep.id, [said("employees", 10)])
    second = accounts.record(gone.id, [said("employees", 20, "bob"), said("budget", value=True)])
    accounts.retract(gone.id, [second[1].id], NOW)

    merged = accounts.merge(keep.id, gone.id)

    assert "Acme" == merged.name
    assert ("ACME Inc.", "Acme Inc") == merged.also
    assert ("1", "2") == merged.external_ids
    assert (*first, second[0], second[1].model_copy(update={"retracted": True, "retracted_at": NOW})) == merged.answers
    assert merged == accounts.by_external_id("2") == accounts.get(keep.id)
    with pytest.raises(AccountUnknown, match=f"#{gone.id}"):
        accounts.get(gone.id)


def test_merging_accounts_of_the_same_name_makes_no_alias(accounts: Accounts) -> None:
    """Two accounts called the same become one that is called so once."""
    keep, gone = accounts.add("Acme"), accounts.add("Acme")

    assert () == accounts.merge(keep.id, gone.id).also


def test_an_account_is_not_merged_with_itself(accounts: Accounts) -> None:
    """Merging an account with itself would delete it, so it is refused."""
    acme = accounts.add("Acme")

    with pytest.raises(AccountRefused, match="with itself"):
        accounts.merge(acme.id, acme.id)
    assert acme == accounts.get(acme.id)


def test_a_forgotten_account_is_gone(accounts: Accounts, said: Said) -> None:
    """Its names, ids and answers go with it; other accounts keep theirs, and its id is never given again."""
    acme, beta = accounts.add("Acme", "1"), accounts.add("Beta", "2")
    accounts.rename(acme.id, "Acme Inc")
    accounts.record(acme.id, [said("employees", 10)])
    [answer] = accounts.record(beta.id, [said("employees", 20)])

    accounts.forget(acme.id)

    assert [beta.model_copy(update={"answers": (answer,)})] == list(accounts.all())
    assert accounts.by_external_id("1") is None
    assert [KnownName(beta.id, "Beta", "Beta", "2")] == accounts.names()
    assert accounts.add("Acme", "1").id > beta.id


def test_ids_are_not_given_again_after_the_newest_is_forgotten(accounts: Accounts, said: Said) -> None:
    """Neither an account's nor an answer's id stands for something else later."""
    acme = accounts.add("Acme")
    [answer] = accounts.record(acme.id, [said("employees", 10)])
    accounts.forget(acme.id)

    again = accounts.add("Acme")

    assert again.id > acme.id
    assert accounts.record(again.id, [said("employees", 10)])[0].id > answer.id


def test_every_verb_refuses_an_unknown_account(accounts: Accounts, said: Said) -> None:
    """An id that does not exist is named, whatever was asked."""
    acme = accounts.add("Acme")
    asked: list[Callable[[], object]] = [
        lambda: accounts.get(99),
        lambda: accounts.record(99, [said("employees", 1)]),
        lambda: accounts.retract(99, [1], NOW),
        lambda: accounts.rename(99, "x"),
        lambda: accounts.identify(99, "x"),
        lambda: accounts.merge(acme.id, 99),
        lambda: accounts.merge(99, acme.id),
        lambda: accounts.forget(99),
    ]

    for ask in asked:
        with pytest.raises(AccountUnknown, match="#99"):
            ask()
    assert acme == accounts.get(acme.id)


def test_a_scope_sees_nothing_of_another(store: SqlStore, said: Said) -> None:
    """The same id, name and external id may exist in every scope, and no verb reaches into another one."""
    ours, theirs = Scope("local", "harbor"), Scope("local", "posthog")
    with store.begin(ours) as work:
        mine = work.accounts.add("Acme", "42")
        [answer] = work.accounts.record(mine.id, [said("employees", 10)])
        work.commit()
    for scope in (theirs, Scope("T1", "harbor")):
        with store.begin(scope) as work:
            accounts = work.accounts
            assert ([], 0, [], {}, {}) == (
                list(accounts.all()),
                accounts.count(),
                accounts.names(),
                accounts.external_ids(),
                accounts.by_external_ids(["42"]),
            )
            other = accounts.add("Acme", "42")
            for ask in (
                lambda: accounts.get(mine.id),  # noqa: B023
                lambda: accounts.record(mine.id, [said("employees", 1)]),  # noqa: B023
                lambda: accounts.retract(mine.id, [answer.id], NOW),  # noqa: B023
                lambda: accounts.rename(mine.id, "x"),  # noqa: B023
                lambda: accounts.identify(mine.id, "x"),  # noqa: B023
                lambda: accounts.merge(other.id, mine.id),  # noqa: B023
                lambda: accounts.merge(mine.id, other.id),  # noqa: B023
                lambda: accounts.forget(mine.id),  # noqa: B023
            ):
                with pytest.raises(AccountUnknown):
                    ask()
            work.commit()
    with store.begin(ours) as work:
        assert [mine.model_copy(update={"answers": (answer,)})] == list(work.accounts.all())


def test_no_statement_goes_without_its_scope(store: SqlStore, scope: Scope, said: Said) -> None:
    """Every statement names the team, and the pack of every table but that of conversations, in every verb."""
    seen: list[str] = []

    def on_execute(_: object, __: object, statement: str, *___: object) -> None:
        seen.append(statement)

    with store.begin(scope) as work:
        event.listen(store._engine, "before_cursor_execute", on_execute)
        accounts = work.accounts
        acme, beta = accounts.add("Acme", "1"), accounts.add("Beta", "2")
        accounts.record(acme.id, [said("employees", 1), said("employees", 2)])
        accounts.retract(acme.id, [1], NOW)
        accounts.rename(acme.id, "Acme Inc")
        accounts.identify(acme.id, "3")
        accounts.by_external_ids(["1"])
        accounts.without_external_id(["Acme"])
        accounts.external_ids()
        accounts.names()
        accounts.count()
        list(accounts.all())
        accounts.merge(acme.id, beta.id)
        accounts.forget(acme.id)
        event.remove(store._engine, "before_cursor_execute", on_execute)

    assert len(seen) > 30
    assert [] == [each for each in seen if "team" not in each or not ("pack" in each or "UPDATE conversations" in each)]


def test_nothing_is_kept_without_a_commit(store: SqlStore, scope: Scope) -> None:
    """A unit of work that is left without commit, or by an error, never happened."""
    with store.begin(scope) as work:
        work.accounts.add("Acme")
    with suppress(KeyError), store.begin(scope) as work:
        work.accounts.add("Beta")
        raise KeyError

    with store.begin(scope, writes=False) as work:
        assert 0 == work.accounts.count()


def test_nothing_may_be_recorded(store: SqlStore, scope: Scope) -> None:
    """Whoever found nothing out may say so."""
    with store.begin(scope) as work:
        acme = work.accounts.add("Acme")
        assert [] == work.accounts.record(acme.id, [])
        assert acme == work.accounts.get(acme.id)


def test_a_unit_may_commit_more_than_once(store: SqlStore, scope: Scope) -> None:
    """What was committed stays, what came after it does not."""
    with store.begin(scope) as work:
        work.accounts.add("Acme")
        work.commit()
        work.accounts.add("Beta")
        work.commit()
        work.accounts.add("Gamma")

    with store.begin(scope, writes=False) as work:
        assert ["Acme", "Beta"] == [account.name for account in work.accounts.all()]


def test_a_reading_unit_sees_one_moment(store: SqlStore, scope: Scope) -> None:
    """Whoever reads neither waits for a writer nor sees half of what it writes."""
    with store.begin(scope, writes=False) as reading:
        assert 0 == reading.accounts.count()
        with store.begin(scope) as writing:
            writing.accounts.add("Acme")
            assert 0 == reading.accounts.count()
            writing.commit()
        assert 0 == reading.accounts.count()

    with store.begin(scope, writes=False) as reading:
        assert 1 == reading.accounts.count()


def test_a_second_writer_is_told_to_wait(store: SqlStore, scope: Scope) -> None:
    """A unit that writes has the state to itself until it ends."""
    with store.begin(scope), pytest.raises(StateUnavailable, match="locked"), store.begin(scope):
        pass


@pytest.mark.parametrize(
    "name", ["Robert'); DROP TABLE accounts;--", "%(team)s :team ?", "Ƒika ☕ 😀", "\u202eemca", "a" * 9000]
)
def test_any_name_is_kept(accounts: Accounts, name: str) -> None:
    """A name is data and stored letter by letter."""
    added = accounts.add(name, name)

    assert name == accounts.get(added.id).name
    assert {name: added.id} == accounts.external_ids()
