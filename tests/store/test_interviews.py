"""Interviews in SQL: everything that happened in each, one open interview an account, and no two futures."""

import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pydantic import JsonValue

from bot.core.errors import InterviewRefused, StateUnavailable
from bot.core.interview import Event, Interview, InterviewEvent, State, replayed
from bot.ports import Scope, UnitOfWork
from bot.ports.team import Recalled
from bot.store.store import SqlStore

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
SCOPE, OTHER_PACK, OTHER_TEAM = Scope("T1", "harbor"), Scope("T1", "other"), Scope("T2", "harbor")
OFFERS: Sequence[JsonValue] = (
    None, False, True, 0, -1, 10**15, 2**70, 1.5, "", "saas", "Größe „1.200“ 🚀\n\"'\\", [], ["a", None, 3],
    {}, {"min": 1, "max": None}, {"unknown": True, "née": [{"tief": []}]},
)  # fmt: skip
WORDS = "about 1,2 Mio. – „Größe“ 🚀\nnot 'more' than \"that\" \\ 100 % <@U1>"


def event(happened: Event, **about: object) -> InterviewEvent:
    """One thing that happens."""
    return InterviewEvent.model_validate({"happened": happened, "at": NOW, **about})


STARTED = event(Event.STARTED, person="U1", pack="harbor@1")
ASKED = event(Event.ASKED, trait="employees")
SKIPPED = event(Event.SKIPPED, person="U1", trait="employees")
STOPPED = event(Event.STOPPED, person="U1")
ENDS = {"stopped": (STOPPED,), "done": (SKIPPED, event(Event.RESTED), event(Event.FINISHED, person="U1"))}


def by(person: str) -> InterviewEvent:
    """Somebody joins."""
    return event(Event.JOINED, person=person)


def begun(work: UnitOfWork, account_id: int, *more: InterviewEvent) -> Interview:
    """An interview about an account, in which a question stands and more has happened since."""
    return work.interviews.add(work.interviews.begin(account_id, NOW), [STARTED, ASKED, *more])


def kept(store: SqlStore, *more: InterviewEvent, scope: Scope = SCOPE) -> Interview:
    """An interview about a new account that is in the state for good."""
    with store.begin(scope) as work:
        interview = begun(work, work.accounts.add("Acme").id, *more)
        work.commit()
    return interview


def count(home: Path, table: str) -> int:
    """How many rows a table has, whosever they are."""
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        return int(connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])


# --- What is kept -----------------------------------------------------------------------------------------------------


def test_everything_that_happened_comes_back(store: SqlStore) -> None:
    """Every field of every event is read as it was written, whatever the words and the values are."""
    zone = timezone(timedelta(hours=5, minutes=30))
    happened = [
        event(Event.STARTED, person="U1", pack="harbor@1/añ", framework="meddpicc"),
        event(Event.ASKED, trait="employees", at=datetime(2026, 11, 1, 9, 30, 0, 123456, tzinfo=zone)),
        *(event(Event.OFFERED, person="ünï", trait="T.x+1-2_3", offer=offer, quote=WORDS) for offer in OFFERS),
        event(Event.CONTRADICTED, person="U2", trait="employees", answers=(3, 2**31, 3)),
        event(Event.HANDED_OVER, person="U2", colleague="U3"),
        event(Event.ANSWERED, person="U3", answers=(7,)),
    ]
    with store.begin(SCOPE) as work:
        account = work.accounts.add("Acme")
        new = work.interviews.begin(account.id, NOW)
        after = work.interviews.add(new, happened)
        work.commit()

    with store.begin(SCOPE, writes=False) as work:
        read = work.interviews.events(new.id)
        assert happened == read
        assert [type(each.offer) for each in happened] == [type(each.offer) for each in read]
        assert after == work.interviews.get(new.id) == work.interviews.at(account.id)
    assert replayed(new.id, account.id, happened) == after
    assert Interview(new.id, account.id) == new


def test_what_happens_later_is_added(store: SqlStore) -> None:
    """Each unit goes on where the last one ended; an interview in which nothing happens stays as it is."""
    first = kept(store)
    with store.begin(SCOPE) as work:
        again = work.interviews.get(first.id)
        assert first == again == work.interviews.add(again, [])
        after = work.interviews.add(again, [by("U2")])
        assert [STARTED, ASKED, by("U2")] == work.interviews.events(first.id)
        work.commit()
    with store.begin(SCOPE, writes=False) as work:
        assert (after, 3, ("U1", "U2")) == ((read := work.interviews.get(first.id)), read.events, read.people)


def test_what_was_not_committed_never_happened(store: SqlStore, home: Path) -> None:
    """A process that is killed in between leaves no interview and no event."""
    first = kept(store)
    with store.begin(SCOPE) as work:
        begun(work, work.accounts.add("Beta").id)
        work.interviews.add(first, [STOPPED])

    with store.begin(SCOPE, writes=False) as work:
        assert first == work.interviews.at(first.account_id)
    assert (1, 2) == (count(home, "interviews"), count(home, "interview_events"))


def test_there_may_be_no_interview(store: SqlStore) -> None:
    """Nobody's interview is nothing, not an error."""
    with store.begin(SCOPE, writes=False) as work:
        assert (None, None, [], []) == (
            work.interviews.get(1),
            work.interviews.at(1),
            work.interviews.of("U1", 9),
            work.interviews.events(1),
        )


def test_nobody_else_sees_an_interview(store: SqlStore) -> None:
    """Another team or pack finds neither the interview nor what happened in it, and has open ones of its own."""
    mine = kept(store)
    for scope in (OTHER_PACK, OTHER_TEAM):
        with store.begin(scope, writes=False) as work:
            assert (None, None, [], []) == (
                work.interviews.get(mine.id),
                work.interviews.at(mine.account_id),
                work.interviews.of("U1", 9),
                work.interviews.events(mine.id),
            )
        theirs = kept(store, scope=scope)
        with store.begin(scope, writes=False) as work:
            assert [theirs] == work.interviews.of("U1", 9)


# --- One open interview, and one future -------------------------------------------------------------------------------


def test_an_account_has_one_open_interview(store: SqlStore) -> None:
    """The database refuses a second one with a sentence, and nothing of that step is kept."""
    first = kept(store)
    with (
        store.begin(SCOPE) as work,
        pytest.raises(StateUnavailable, match=r"Another process has changed the same rows .*; try again\."),
    ):
        work.interviews.begin(first.account_id, NOW)
    with store.begin(SCOPE, writes=False) as work:
        assert first == work.interviews.at(first.account_id)


@pytest.mark.parametrize("end", ENDS)
def test_another_interview_follows_one_that_is_over(store: SqlStore, home: Path, end: str) -> None:
    """What is over is no more the account's open interview; it can be read, and its number is not given again."""
    first = kept(store, *ENDS[end])
    with store.begin(SCOPE) as work:
        assert (None, []) == (work.interviews.at(first.account_id), work.interviews.of("U1", 9))
        second = begun(work, first.account_id)
        work.commit()
    assert (end, True) == (first.state, second.id > first.id)
    with store.begin(SCOPE, writes=False) as work:
        assert (first, second) == (work.interviews.get(first.id), work.interviews.at(first.account_id))
        assert [second] == work.interviews.of("U1", 9)


def test_of_two_at_once_one_begins(home: Path) -> None:
    """Whoever starts an interview at the same moment as somebody else is refused or comes after them."""
    store = SqlStore.open(home)
    with store.begin(SCOPE) as work:
        account_id = work.accounts.add("Acme").id
        work.commit()

    def begin(_: int) -> bool:
        try:
            with store.begin(SCOPE) as work:
                begun(work, account_id)
                work.commit()
        except StateUnavailable:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(begin, range(4)))

    assert [False, False, False, True] == sorted(done)
    assert (1, 2) == (count(home, "interviews"), count(home, "interview_events"))


@pytest.mark.parametrize("late", [[by("U3")], [by("U3"), SKIPPED], [STOPPED]], ids=["one", "several", "the end"])
def test_two_from_the_same_moment_are_not_both_right(store: SqlStore, home: Path, late: list[InterviewEvent]) -> None:
    """Who goes on from what is past by now is refused whole, even if they keep what else they did."""
    seen = kept(store)
    with store.begin(SCOPE) as work:
        other = work.interviews.add(seen, [by("U2")])
        work.commit()

    with store.begin(SCOPE) as work:
        with pytest.raises(
            StateUnavailable, match=r"changed the same rows .* Nothing of this step was kept; try again"
        ):
            work.interviews.add(seen, late)
        work.commit()

    with store.begin(SCOPE, writes=False) as work:
        assert [STARTED, ASKED, by("U2")] == work.interviews.events(seen.id)
        assert other == work.interviews.at(seen.account_id)


@pytest.mark.parametrize("before", [[], [by("U2")]], ids=["at once", "after another"])
def test_what_cannot_happen_is_not_kept(store: SqlStore, before: list[InterviewEvent]) -> None:
    """Where one of several events is refused none of them is written, even if the rest of the step is kept."""
    seen = kept(store)
    with store.begin(SCOPE) as work:
        with pytest.raises(InterviewRefused):
            work.interviews.add(seen, [*before, event(Event.RESUMED, person="U1")])
        work.commit()

    with store.begin(SCOPE, writes=False) as work:
        assert (seen, [STARTED, ASKED]) == (work.interviews.get(seen.id), work.interviews.events(seen.id))


# --- Whose interviews -------------------------------------------------------------------------------------------------


def test_a_persons_interviews_come_latest_first(store: SqlStore) -> None:
    """Those that are open and that the person had a part in or was handed, as many as are wanted."""
    with store.begin(SCOPE) as work:
        ids = [work.accounts.add(name).id for name in "ABCDE"]
        a, b, c, _, e = (work.interviews.begin(account_id, NOW) for account_id in ids)
        a = work.interviews.add(a, [STARTED, ASKED])
        b = work.interviews.add(b, [event(Event.STARTED, person="U2"), ASKED])
        c = work.interviews.add(c, [STARTED, ASKED, STOPPED])
        e = work.interviews.add(e, [STARTED, ASKED])
        b = work.interviews.add(b, [event(Event.HANDED_OVER, person="U2", colleague="U1")])
        a = work.interviews.add(a, [event(Event.PAUSED, person="U1")])
        e = work.interviews.add(e, [by("U3")])

        assert [e, a, b] == work.interviews.of("U1", 9)
        assert [e, a] == work.interviews.of("U1", 2)
        assert [b] == work.interviews.of("U2", 9)
        assert [] == work.interviews.of("U4", 9)
        assert State.STOPPED is c.state


# --- Merged and forgotten ---------------------------------------------------------------------------------------------


def test_of_two_open_interviews_the_kept_accounts_goes_on(store: SqlStore) -> None:
    """In a merge the other one is stopped, by nobody, and both are the account's; what it knew stays readable."""
    with store.begin(SCOPE) as work:
        keep, gone = (work.accounts.add(name).id for name in ("Keep", "Gone"))
        other = begun(work, gone, event(Event.PAUSED, person="U1", at=NOW + timedelta(hours=1)))
        mine = begun(work, keep)
        work.accounts.merge(keep, gone)
        work.commit()

    with store.begin(SCOPE, writes=False) as work:
        stopped = work.interviews.get(other.id)
        assert (mine, [mine]) == (work.interviews.at(keep), work.interviews.of("U1", 9))
        assert (keep, State.STOPPED, other.steps) == (stopped.account_id, stopped.state, stopped.steps)
        assert event(Event.STOPPED, at=NOW + timedelta(hours=1)) == work.interviews.events(other.id)[-1]


@pytest.mark.parametrize("mine", ENDS)
def test_an_open_interview_moves_with_its_account(store: SqlStore, mine: str) -> None:
    """Where the kept account has none or only ones that are over, that of the other account goes on under it."""
    with store.begin(SCOPE) as work:
        keep, gone = (work.accounts.add(name).id for name in ("Keep", "Gone"))
        over = begun(work, keep, *ENDS[mine])
        other = begun(work, gone)
        work.conversations.remember("U1", "D1/", Recalled(gone, interview_id=other.id), NOW)
        work.accounts.merge(keep, gone)

        moved = work.interviews.at(keep)
        assert (other.id, keep, State.ASKING, other.events) == (moved.id, moved.account_id, moved.state, moved.events)
        assert over == work.interviews.get(over.id)
        assert Recalled(keep, interview_id=other.id) == work.conversations.recall("U1", "D1/")
        assert 4 == work.interviews.add(moved, [by("U2"), SKIPPED]).events


@pytest.mark.parametrize("other", [None, *ENDS])
def test_the_kept_accounts_interview_stays(store: SqlStore, other: str | None) -> None:
    """Where the account that goes has none, or only ones that are over, nothing happens in the kept one's."""
    with store.begin(SCOPE) as work:
        keep, gone = (work.accounts.add(name).id for name in ("Keep", "Gone"))
        mine = begun(work, keep)
        over = begun(work, gone, *ENDS[other]) if other else None
        work.accounts.merge(keep, gone)

        assert mine == work.interviews.at(keep)
        assert over is None or (keep, over.state) == (
            (moved := work.interviews.get(over.id)).account_id,
            moved.state,
        )


def test_a_forgotten_accounts_interviews_are_gone(store: SqlStore, home: Path) -> None:
    """Neither an interview nor anything that happened in one is left, and no conversation waits for an answer to it."""
    other = kept(store)
    with store.begin(SCOPE) as work:
        gone = work.accounts.add("Gone").id
        begun(work, gone, *ENDS["done"])
        mine = begun(work, gone)
        work.conversations.remember("U1", "D1/", Recalled(gone, interview_id=mine.id, step=1, disputed="stack"), NOW)
        work.accounts.forget(gone)
        work.commit()

    with store.begin(SCOPE, writes=False) as work:
        assert (None, []) == (work.interviews.get(mine.id), work.interviews.events(mine.id))
        assert [other] == work.interviews.of("U1", 9)
        assert Recalled() == work.conversations.recall("U1", "D1/")
    assert (1, 2) == (count(home, "interviews"), count(home, "interview_events"))


def test_an_interview_outlives_who_is_forgotten(store: SqlStore) -> None:
    """Who led, took part, was handed it or was quoted is gone from it; where it stands, and what others did, stays."""
    offered = event(Event.OFFERED, person="U1", trait="revenue", offer=24, quote="U1 says 2M a month")
    theirs = event(Event.OFFERED, person="U2", trait="revenue", offer=25, quote="rather 25")
    before = kept(
        store,
        theirs,
        event(Event.HANDED_OVER, person="U2", colleague="U1"),
        event(Event.HANDED_OVER, person="U1", colleague="U3"),
        offered,
    )
    with store.begin(Scope.of_team("T1")) as work:
        assert 4 == work.people.forget("U1")
        work.commit()

    with store.begin(SCOPE) as work:
        after = work.interviews.get(before.id)
        happened = work.interviews.events(before.id)
        assert (("U1", "U2", "U3"), ("U2", "U3"), "U3") == (before.people, after.people, after.lead)
        assert (before.step, before.asks, before.state, before.events) == (
            after.step,
            after.asks,
            after.state,
            after.events,
        )
        assert (24, "") == (after.offer.value, after.offer.quote)
        assert theirs == happened[2]
        assert [("U2", None), (None, "U3"), (None, None)] == [(each.person, each.colleague) for each in happened[3:]]
        assert ([], [after]) == (work.interviews.of("U1", 9), work.interviews.of("U2", 9))
        assert State.READY is work.interviews.add(after, [SKIPPED]).state


@pytest.mark.parametrize(
    "change",
    [
        "update interview_events set happened = 'zzz'",
        "update interview_events set detail = 'not json'",
        "update interview_events set detail = '7'",
        "update interview_events set detail = '{\"what\": 1}'",
        "update interview_events set detail = '{}'",
        "update interview_events set happened_at = 'yesterday'",
        "update interview_events set quote = ''",
    ],
)
def test_an_event_changed_by_hand_is_said_to_be_one(store: SqlStore, home: Path, change: str) -> None:
    """What cannot be read says so in a sentence, whichever way one asks for it."""
    mine = kept(store)
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        connection.execute(change)
        connection.commit()

    with store.begin(SCOPE, writes=False) as work:
        for ask in (
            lambda: work.interviews.get(mine.id),
            lambda: work.interviews.at(mine.account_id),
            lambda: work.interviews.of("U1", 9),
            lambda: work.interviews.events(mine.id),
        ):
            with pytest.raises(StateUnavailable, match="did not write"):
                ask()
