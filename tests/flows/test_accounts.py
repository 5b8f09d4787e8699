"""Accounts: named as people name them, changed for good only by their exact name, exported without loss."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.core.account import Account, Answer
from bot.core.errors import AccountAmbiguous, AccountRefused, AccountUnknown, ValueRefused
from bot.core.naming import Found, Nobody, Several
from bot.flows.accounts import (
    Listed,
    add_account,
    choice,
    export_accounts,
    export_in_full,
    find,
    forget_account,
    known_names,
    list_accounts,
    merge_accounts,
    outside_ids,
    record_answers,
    rename_account,
    retract_answers,
    show_account,
)
from bot.flows.importing import ImportJob, import_rows
from bot.library.rows import open_rows
from bot.ports import KnownName, Ports
from tests.small import NOW, SCOPE, TODAY, answer, pack, ports_at


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """A state with four accounts, two of which are called the same."""
    ports = ports_at(tmp_path / "home")
    for name, external_id in (("Acme Robotics", "r-1"), ("Beta", None), ("Gamma", "g-1"), ("Gamma", "g-2")):
        add_account(ports, SCOPE, name, external_id)
    return ports


def _record(ports: Ports, account_id: int, *answers: tuple[str, Any, str]) -> list[Answer]:
    said = [answer(trait, value, who) for trait, value, who in answers]
    return record_answers(ports, SCOPE, account_id, said, pack())


def test_accounts_are_listed(ports: Ports) -> None:
    """A list tells names, ids, how much is known and since when, and leaves out what was taken back."""
    one, two, *_ = _record(
        ports, 1, ("employees", 5, "ann"), ("budget", True, "ann"), ("employees", 6, "bob"), ("industry", None, "bob")
    )
    retract_answers(ports, SCOPE, 1, [two.id], NOW)

    listed = list_accounts(ports, SCOPE)

    assert Listed(1, "Acme Robotics", (), ("r-1",), 1, one.recorded_at) == listed[0]
    assert Listed(2, "Beta", (), (), 0, None) == listed[1]
    assert [1, 2, 3, 4] == [each.account_id for each in listed]


@pytest.mark.parametrize(
    ("text", "account_id", "exact"),
    [
        ("Acme Robotics", 1, True),
        ("acme robotics", 1, True),
        ("the acme robotics deal", 1, False),
        ("acme", 1, False),
        ("#4", 4, True),
        (" #4 ", 4, True),
        ("g-2", 4, True),
        ("r-1", 1, True),
        ("beta", 2, True),
    ],
)
def test_an_account_is_found_by_name_number_or_id(ports: Ports, text: str, account_id: int, exact: bool) -> None:  # noqa: FBT001
    """Any name, nearly any name, the number here, and what another system calls it lead to an account."""
    found = find(ports, SCOPE, text)

    assert isinstance(found, Found)
    assert (account_id, exact) == (found.named.account_id, found.exact)
    assert account_id == show_account(ports, SCOPE, text).id


def test_a_name_wins_over_an_id(ports: Ports) -> None:
    """An account called like another one's id is meant by that name."""
    added = add_account(ports, SCOPE, "G-1", "x")

    assert added.id == show_account(ports, SCOPE, "g-1").id


def test_several_are_a_choice_and_none_names_the_nearest(ports: Ports) -> None:
    """Nobody is taken for somebody else; what to type instead is said."""
    assert isinstance(find(ports, SCOPE, "gamma"), Several)
    assert isinstance(find(ports, SCOPE, "Betty"), Nobody)
    with pytest.raises(
        AccountAmbiguous, match=r"Several accounts answer to 'gamma': Gamma \(#3, g-1\), Gamma \(#4, g-2\)"
    ):
        show_account(ports, SCOPE, "gamma")
    with pytest.raises(AccountUnknown, match=r"no account called 'Betty'. The nearest: Beta \(#2\)"):
        show_account(ports, SCOPE, "Betty")
    with pytest.raises(AccountUnknown, match="'#9'"):
        show_account(ports, SCOPE, "#9")


def test_a_choice_tells_accounts_apart(ports: Ports) -> None:
    """Number and outside id stand beside the name, and an old name says what it is now."""
    rename_account(ports, SCOPE, "Beta", "Beta Labs")

    assert [
        "Acme Robotics (#1, r-1)",
        "Beta Labs (#2)",
        "Beta (now Beta Labs) (#2)",
        "Gamma (#3, g-1)",
        "Gamma (#4, g-2)",
    ] == [choice(each) for each in known_names(ports, SCOPE)]
    assert "Beta (#7)" == choice(KnownName(7, "Beta", "Beta", "name:Beta"))


def test_an_account_is_added_once(ports: Ports) -> None:
    """A second account of a name needs an id to tell it from the first; names and ids are cleaned."""
    with pytest.raises(AccountRefused, match=r"there is an account called Beta \(#2\) already"):
        add_account(ports, SCOPE, " BETA ")
    with pytest.raises(AccountRefused, match="'g-1' belongs to 'Gamma'"):
        add_account(ports, SCOPE, "Delta", "g-1")

    assert Account(id=5, name="Beta Two", external_ids=("b",)) == add_account(ports, SCOPE, " Beta   Two ", " b ")
    assert ("Beta", ("b-2",)) == ((second := add_account(ports, SCOPE, "Beta", "b-2")).name, second.external_ids)


@pytest.mark.parametrize("name", ["", "  ", "\x1b[2J", "x" * 201])
def test_a_name_that_cannot_be_shown_is_refused(ports: Ports, name: str) -> None:
    """Neither a new account nor a renamed one gets such a name."""
    attempts: list[Callable[[], object]] = [
        lambda: add_account(ports, SCOPE, name),
        lambda: add_account(ports, SCOPE, "Delta", name),
        lambda: rename_account(ports, SCOPE, "Beta", name),
    ]
    for refused in attempts:
        with pytest.raises(AccountRefused):
            refused()
    assert 4 == len(list_accounts(ports, SCOPE))


def test_a_renamed_account_answers_to_both_names(ports: Ports) -> None:
    """The old name still leads there."""
    renamed = rename_account(ports, SCOPE, "beta", "Omega Labs")

    assert ("Omega Labs", ("Beta",)) == (renamed.name, renamed.also)
    assert renamed == show_account(ports, SCOPE, "Beta") == show_account(ports, SCOPE, "omega labs")


def test_merged_accounts_are_one(ports: Ports) -> None:
    """Names, ids and answers of both are there, and the other one is gone."""
    _record(ports, 1, ("employees", 5, "ann"))
    _record(ports, 4, ("employees", 6, "bob"))

    merged = merge_accounts(ports, SCOPE, "Acme Robotics", "#4")

    assert ("Acme Robotics", ("Gamma",), ("r-1", "g-2")) == (merged.name, merged.also, merged.external_ids)
    assert [5, 6] == [each.value for each in merged.answers]
    assert [1, 2, 3] == [each.account_id for each in list_accounts(ports, SCOPE)]
    with pytest.raises(AccountRefused, match="with itself"):
        merge_accounts(ports, SCOPE, "r-1", "g-2")


def test_a_forgotten_account_is_gone(ports: Ports) -> None:
    """What was forgotten is returned once, and never found again."""
    _record(ports, 2, ("employees", 5, "ann"))

    assert [5] == [each.value for each in forget_account(ports, SCOPE, "BETA").answers]
    assert isinstance(find(ports, SCOPE, "Beta"), Nobody)
    assert [1, 3, 4] == [each.account_id for each in list_accounts(ports, SCOPE)]


@pytest.mark.parametrize("text", ["acme", "acme robotic", "the beta deal", "gama"])
def test_what_cannot_be_undone_needs_the_exact_name(ports: Ports, text: str) -> None:
    """A name that is only nearly right merges and deletes nothing, and the right one is said."""
    before = list_accounts(ports, SCOPE)

    attempts: list[Callable[[], object]] = [
        lambda: forget_account(ports, SCOPE, text),
        lambda: merge_accounts(ports, SCOPE, text, "#4"),
        lambda: merge_accounts(ports, SCOPE, "#4", text),
    ]
    for refused in attempts:
        with pytest.raises(AccountUnknown, match="The nearest: "):
            refused()
    assert before == list_accounts(ports, SCOPE)


def test_answers_are_recorded_together_or_not_at_all(ports: Ports) -> None:
    """One value that its trait cannot hold keeps the others out, too."""
    for trait, value, why in (("size", 5, "unknown trait 'size'"), ("employees", "5", "a number is needed")):
        with pytest.raises(ValueRefused, match=why):
            _record(ports, 1, ("budget", True, "ann"), (trait, value, "ann"))
    with pytest.raises(AccountUnknown, match="#9"):
        _record(ports, 9, ("budget", True, "ann"))

    assert [()] * 4 == [show_account(ports, SCOPE, f"#{number}").answers for number in range(1, 5)]


def test_an_answer_taken_back_stays_on_record(ports: Ports) -> None:
    """It is marked, and the others are as they were."""
    one, other = _record(ports, 1, ("employees", 5, "ann"), ("employees", 6, "ann"))

    account = retract_answers(ports, SCOPE, 1, [other.id], NOW)

    assert (one, other.model_copy(update={"retracted": True, "retracted_at": NOW})) == account.answers


def test_an_export_can_be_imported(ports: Ports, tmp_path: Path) -> None:
    """Elsewhere it makes the same accounts with the same values and dates; here it finds every account again."""
    said = [answer("employees", {"min": 50}, on=date(2026, 9, 1)), answer("stack", ["excel"], on=date(2026, 10, 1))]
    record_answers(ports, SCOPE, 1, said, pack())
    record_answers(ports, SCOPE, 2, [answer("employees", 7, on=date(2024, 1, 1))], pack())
    rename_account(ports, SCOPE, "Beta", "Beta Labs")
    lines = list(export_accounts(ports, SCOPE, pack(), TODAY))
    (tmp_path / "export.jsonl").write_text("\n".join(lines))
    elsewhere = ports_at(tmp_path / "elsewhere")

    for target in (elsewhere, ports):
        summary = import_rows(ImportJob(open_rows(tmp_path / "export.jsonl"), pack()), SCOPE.team, target, NOW)
        assert (4, True) == (summary.taken, summary.clean)

    assert lines == list(export_accounts(elsewhere, SCOPE, pack(), TODAY))
    assert lines == list(export_accounts(ports, SCOPE, pack(), TODAY))
    assert 4 == len(list_accounts(ports, SCOPE))
    assert [{"name": "Gamma", "answers": {}, "external_id": "g-1"}] == [json.loads(lines[2])]


def test_an_export_knows_renamed_accounts_without_id(ports: Ports, tmp_path: Path) -> None:
    """An account that an import knows by its old name goes by that when it is imported again."""
    (tmp_path / "crm.jsonl").write_text('{"name": "Delta", "answers": {}}\n')
    job = ImportJob(open_rows(tmp_path / "crm.jsonl"), pack())
    import_rows(job, SCOPE.team, ports, NOW)
    assert '{"answers":{},"name":"Delta"}' == list(export_accounts(ports, SCOPE, pack(), TODAY))[-1]

    rename_account(ports, SCOPE, "Delta", "Delta Labs")
    account = show_account(ports, SCOPE, "Delta Labs")

    assert () == outside_ids(account)
    assert (
        '{"answers":{},"external_id":"name:Delta","name":"Delta Labs"}'
        == list(export_accounts(ports, SCOPE, pack(), TODAY))[-1]
    )


def test_the_full_export_has_everything(ports: Ports) -> None:
    """Every account with every answer, also those that were taken back or that the pack no longer knows."""
    [answer_taken_back] = _record(ports, 1, ("employees", 5, "ann"))
    retract_answers(ports, SCOPE, 1, [answer_taken_back.id], NOW)

    accounts = [Account.model_validate(json.loads(line)) for line in export_in_full(ports, SCOPE)]

    assert [show_account(ports, SCOPE, f"#{number}") for number in range(1, 5)] == accounts


def test_reading_waits_for_nobody(ports: Ports) -> None:
    """While another unit writes, accounts can be listed, found, shown and exported."""
    reads: list[Callable[[], object]] = [
        lambda: list_accounts(ports, SCOPE),
        lambda: known_names(ports, SCOPE),
        lambda: find(ports, SCOPE, "Beta"),
        lambda: show_account(ports, SCOPE, "Beta"),
        lambda: list(export_accounts(ports, SCOPE, pack(), TODAY)),
        lambda: list(export_in_full(ports, SCOPE)),
    ]
    with ports.store().begin(SCOPE) as work:
        work.accounts.add("Delta")
        assert all(read() for read in reads)
