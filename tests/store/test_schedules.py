"""Schedules in SQL: one a person, account and call waits, and one of all who settle it does."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.core.errors import StateUnavailable
from bot.core.journey import StageId
from bot.ports import Scope
from bot.ports.briefings import Due, NewSchedule, Schedule
from bot.store.store import SqlStore
from tests.store.conftest import NOW

SCOPE, OTHER_PACK, OTHER_TEAM = Scope("T1", "harbor"), Scope("T1", "other"), Scope("T2", "harbor")


def after(minutes: int) -> datetime:
    """So many minutes from now."""
    return NOW + timedelta(minutes=minutes)


def new(
    account_id: int = 1,
    person: str = "U1",
    call: int = 60,
    made: int = 0,
    persona: str | None = None,
    stage: StageId | None = None,
) -> NewSchedule:
    """A briefing that somebody wants half an hour before a call."""
    return NewSchedule(
        account_id, person, after(call), after(call - 30), after(made), f"in {call} minutes", persona, stage
    )


def kept(schedule_id: int, wanted: NewSchedule, due: Due = Due.WAITING) -> Schedule:
    """What is kept of it."""
    return Schedule(**asdict(wanted), id=schedule_id, due=due)


def add(store: SqlStore, *wanted: NewSchedule, scope: Scope = SCOPE) -> list[Schedule]:
    """What was kept of these."""
    with store.begin(scope) as work:
        added = [work.schedules.add(each) for each in wanted]
        work.commit()
    return added


@pytest.fixture(autouse=True)
def accounts(store: SqlStore) -> None:
    """Three accounts, the last one of another team."""
    for scope, names in ((SCOPE, ("Acme", "Beta")), (OTHER_TEAM, ("Gamma",))):
        with store.begin(scope) as work:
            for name in names:
                work.accounts.add(name)
            work.commit()


def test_one_is_kept_whole(store: SqlStore) -> None:
    """With persona and stage where they were given, and waiting."""
    wanted = [new(), new(2, persona="cfo", stage=StageId.BUY)]

    assert [kept(1, wanted[0]), kept(2, wanted[1])] == add(store, *wanted)
    with store.begin(SCOPE, writes=False) as work:
        assert [kept(1, wanted[0]), kept(2, wanted[1]), None] == [work.schedules.get(each) for each in (1, 2, 3)]


def test_the_same_call_has_one_with_the_newer_wishes(store: SqlStore) -> None:
    """Another account, person or time of the call is another one."""
    again = replace(new(made=5, persona="cfo", stage=StageId.BUY), due_at=after(50), call_words="soon")
    others = [new(2), new(person="U2"), new(call=61)]
    first, second, *rest = add(store, new(persona="cto"), again, *others)

    assert (1, kept(1, again)) == (first.id, second)
    assert [kept(number, each) for number, each in enumerate(others, 2)] == rest
    assert [kept(1, new(made=6))] == add(store, new(made=6))


@pytest.mark.parametrize("due", [Due.HANDED, Due.CANCELLED])
def test_what_is_settled_is_another_ones_past(store: SqlStore, due: Due) -> None:
    """After one was handed on or cancelled, the same call can have a new one; the old one stays as it was."""
    add(store, new())
    with store.begin(SCOPE) as work:
        assert work.schedules.settle(1, due)
        work.commit()

    assert [kept(2, new(made=1))] == add(store, new(made=1))
    with store.begin(SCOPE) as work:
        assert kept(1, new(), due) == work.schedules.get(1)
        assert work.schedules.settle(2, due)
        work.commit()


def test_one_is_settled_once(store: SqlStore) -> None:
    """Whoever comes second is told so and changes nothing; so is whoever means one that is not there."""
    add(store, new())
    with store.begin(SCOPE) as work:
        assert [True, False, False, False] == [
            work.schedules.settle(*each) for each in ((1, Due.HANDED), (1, Due.CANCELLED), (1, Due.HANDED), (9, Due.HANDED))
        ]  # fmt: skip
        assert kept(1, new(), Due.HANDED) == work.schedules.get(1)


def test_of_two_processes_one_settles(store: SqlStore, home: Path) -> None:
    """Both want it at the same moment; exactly one of them is told that it has it, and it has it still."""
    add(store, *(new(call=60 + number) for number in range(20)))
    code = (
        "import sys; from pathlib import Path; from bot.ports import Scope; from bot.ports.briefings import Due\n"
        "from bot.store.store import SqlStore\n"
        f"store = SqlStore.open(Path({str(home)!r}), wait=30)\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "for number in range(1, 21):\n"
        "    with store.begin(Scope('T1', 'harbor')) as work:\n"
        "        print(work.schedules.settle(number, Due.HANDED)); work.commit()\n"
    )
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]  # fmt: skip
    for each in both:
        assert each.stdout
        assert "ready\n" == each.stdout.readline()
    for each in both:
        assert each.stdin
        each.stdin.write("go\n")
        each.stdin.flush()
    told = [each.communicate(timeout=60)[0].split() for each in both]

    assert [["False", "True"]] * 20 == [sorted(each) for each in zip(*told, strict=True)]
    with store.begin(SCOPE, writes=False) as work:
        assert [] == work.schedules.waiting("U1")


def test_what_a_person_waits_for_comes_next_first(store: SqlStore) -> None:
    """Neither other people's nor what was settled."""
    late, early, _, gone = add(store, new(call=90), new(2, call=60), new(person="U2"), new(call=120))
    with store.begin(SCOPE) as work:
        work.schedules.settle(gone.id, Due.CANCELLED)
        assert ([early, late], []) == (work.schedules.waiting("U1"), work.schedules.waiting("U3"))


def test_others_see_nothing(store: SqlStore) -> None:
    """Another pack and another team see, settle and replace none of it."""
    [mine] = add(store, new())
    for scope in (OTHER_PACK, OTHER_TEAM):
        with store.begin(scope) as work:
            assert (None, [], False) == (
                work.schedules.get(mine.id),
                work.schedules.waiting("U1"),
                work.schedules.settle(mine.id, Due.CANCELLED),
            )
            assert mine.id != work.schedules.add(new(made=5)).id
            work.commit()
    with store.begin(SCOPE, writes=False) as work:
        assert [mine] == work.schedules.waiting("U1")


def test_the_database_itself_refuses_a_second_one_that_waits(store: SqlStore, home: Path) -> None:
    """Of the same call any number may be over, and one waits."""
    row = (
        "INSERT INTO schedules (team, pack, account_id, person, call_at, due_at, made_at, call_words, due) "
        "VALUES ('T1', 'harbor', 1, 'U1', '', '', '', '', '{}')"
    )
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        for due in ("handed", "handed", "cancelled", "waiting"):
            connection.execute(row.format(due))
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            connection.execute(row.format("waiting"))


# --- What is due ------------------------------------------------------------------------------------------------------


def test_what_is_due_is_found_in_every_pack_of_the_team(store: SqlStore) -> None:
    """The earliest first, only so many as are wanted, each with its pack; never another team's, nor what was settled."""
    [late] = add(store, new(call=60))
    [early] = add(store, new(call=50), scope=OTHER_PACK)
    _, gone = add(store, new(call=61), new(call=40))
    add(store, new(3, call=10), scope=OTHER_TEAM)
    with store.begin(SCOPE) as work:
        work.schedules.settle(gone.id, Due.HANDED)
        work.commit()

    with store.begin(Scope.of_team("T1"), writes=False) as work:
        assert [("other", early), ("harbor", late)] == work.due_briefings.due(after(30), 9)
        assert [("other", early)] == work.due_briefings.due(after(30), 1) == work.due_briefings.due(after(29), 9)
        assert [] == work.due_briefings.due(after(19), 9)


def test_when_the_next_one_is_due(store: SqlStore) -> None:
    """The earliest that waits in any pack of the team, be its time to come or past; nothing where none waits."""
    team = Scope.of_team("T1")
    add(store, new(3, call=10), scope=OTHER_TEAM)
    with store.begin(team, writes=False) as work:
        assert None is work.due_briefings.next_at()
    add(store, new(call=60))
    [next_one] = add(store, new(call=50), scope=OTHER_PACK)
    with store.begin(team, writes=False) as work:
        assert after(20) == work.due_briefings.next_at()
    with store.begin(OTHER_PACK) as work:
        work.schedules.settle(next_one.id, Due.CANCELLED)
        assert after(30) == work.due_briefings.next_at()


# --- Accounts and people ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keep_is_newer", [True, False])
def test_a_merge_keeps_the_newer_wishes(store: SqlStore, keep_is_newer: bool) -> None:  # noqa: FBT001
    """Of two that wait for the same call one stays; all others move, those that were settled among them."""
    ours, theirs = new(1, made=int(keep_is_newer)), new(2, made=int(not keep_is_newer))
    over = [new(account_id, call=45) for account_id in (1, 2)]
    add(store, ours, theirs, *over)
    with store.begin(SCOPE) as work:
        for schedule_id in (3, 4):
            work.schedules.settle(schedule_id, Due.HANDED)
        others = [work.schedules.add(each) for each in (new(2, "U2"), new(2, call=90))]
        work.accounts.merge(1, 2)

        newer = kept(1, ours) if keep_is_newer else replace(kept(2, theirs), account_id=1)
        assert [newer, replace(others[1], account_id=1)] == work.schedules.waiting("U1")
        assert [replace(others[0], account_id=1)] == work.schedules.waiting("U2")
        assert [kept(3, over[0], Due.HANDED), replace(kept(4, over[1], Due.HANDED), account_id=1)] == [
            work.schedules.get(each) for each in (3, 4)
        ]
        work.commit()


def test_they_go_with_their_account_and_with_their_person(store: SqlStore) -> None:
    """Nothing is composed of a forgotten account, nor for a forgotten person, in any pack."""
    add(store, new(1, "U2"), new(2), new(2, "U2"))
    add(store, new(2), scope=OTHER_PACK)
    with store.begin(SCOPE) as work:
        work.accounts.forget(1)
        assert 2 == work.people.forget("U1")
        assert [(3, "U2")] == [(each.id, each.person) for _, each in work.due_briefings.due(after(99), 9)]


@pytest.mark.parametrize("change", ["due = 'zzz'", "stage = 'zzz'"])
def test_a_row_changed_by_hand_is_said_to_be_one(store: SqlStore, home: Path, change: str) -> None:
    """What cannot be read says so in a sentence, with the way out."""
    add(store, new())
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        connection.execute(f"UPDATE schedules SET {change}")
        connection.commit()

    with store.begin(SCOPE, writes=False) as work, pytest.raises(StateUnavailable, match="did not write"):
        work.schedules.get(1)
