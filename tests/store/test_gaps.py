"""Gaps in SQL: one row a gap, everything that happened to it, and the marks of weekly digests."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.account import Source, SourceKind
from bot.core.errors import StateUnavailable
from bot.core.gap import Gap, GapKind, GapStatus, Happened, NewGap, Voice, assigned, closed, reopened
from bot.core.journey import StageId, StageSaid
from bot.ports import Scope, UnitOfWork
from bot.ports.digest import DigestMark
from bot.store.gaps import AT_ONCE
from bot.store.store import SqlStore

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
SCOPE, OTHER_PACK, OTHER_TEAM = Scope("T1", "harbor"), Scope("T1", "other"), Scope("T2", "harbor")
U1, U2 = (Source(kind=SourceKind.PERSON, person=person) for person in ("U1", "U2"))


def gap(what: str, account_id: int | None = None, source: Source = U1, minute: int = 0, **about: object) -> NewGap:
    """A gap about to be logged."""
    return NewGap.model_validate({
        "kind": GapKind.CONTENT,
        "what": what,
        "account_id": account_id,
        "quote": f"{source.person} lacks {what}",
        "permalink": "https://x.slack.com/1",
        "source": source,
        "at": NOW + timedelta(minutes=minute),
        **about,
    })  # fmt: skip


def test_everything_about_a_gap_is_kept(store: SqlStore) -> None:
    """Kind, account, trait, stage, persona and evidence come back as they were logged."""
    new = gap("no deck", kind=GapKind.TRAIT, trait="budget", stage=StageId.BUY, persona="cfo")
    with store.begin(SCOPE) as work:
        added = work.gaps.add(new)
        voice = Voice(source=U1, at=NOW, quote=new.quote, permalink=new.permalink)
        assert Gap(id=1, **dict(new), voices=(voice,), history=added.history) == added
        assert [Happened.LOGGED] == [event.happened for event in added.history]
        work.commit()
    with store.begin(SCOPE, writes=False) as work:
        assert added == work.gaps.get(1)
    for scope in (OTHER_PACK, OTHER_TEAM):
        with store.begin(scope, writes=False) as work:
            assert ([], None) == (work.gaps.all(), work.gaps.get(1))


def test_the_same_gap_twice_is_one_with_two_voices(store: SqlStore) -> None:
    """At the same account, or at none, in this scope; both voices keep their evidence."""
    with store.begin(SCOPE) as work:
        acme, beta = work.accounts.add("Acme").id, work.accounts.add("Beta").id
        first = work.gaps.add(gap("no deck", acme))
        again = work.gaps.add(gap("No decks.", acme, U2, minute=1))
        others = [work.gaps.add(gap("no deck", account_id)).id for account_id in (beta, None, None)]

        assert (first.id, "no deck", U1, NOW) == (again.id, again.what, again.source, again.at)
        assert [("U1", "U1 lacks no deck"), ("U2", "U2 lacks No decks.")] == [
            (voice.source.person, voice.quote) for voice in again.voices
        ]
        assert [2, 3, 3] == others
        work.commit()
    with store.begin(OTHER_PACK) as work:
        assert 1 == len(work.gaps.add(gap("no deck")).voices)


def test_two_at_the_same_moment_are_one_with_two_voices(home: Path) -> None:
    """Whoever logs the same thing at once waits for the other, and finds the gap."""
    store = SqlStore.open(home, wait=30)

    def log(person: int) -> None:
        with store.begin(SCOPE) as work:
            work.gaps.add(gap("no deck", source=Source(kind=SourceKind.PERSON, person=f"U{person}")))
            work.commit()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(log, range(8)))
    with store.begin(SCOPE, writes=False) as work:
        [one] = work.gaps.all()
    assert {f"U{person}" for person in range(8)} == {voice.source.person for voice in one.voices}


def test_what_happens_is_added_and_never_changed(store: SqlStore) -> None:
    """Assigned, closed and reopened gaps are what their whole history makes them."""
    with store.begin(SCOPE) as work:
        gap_id = work.gaps.add(gap("no deck")).id
        events = [assigned("U2", U1, NOW), closed("made", U2, NOW), reopened("not so", U1, NOW)]
        events += [closed("too few", U2, NOW, wont=True).model_copy(update={"answer_id": 5})]
        for event in events:
            now = work.gaps.note(gap_id, event)
        assert events == list(now.history[1:])
        assert (GapStatus.WONT, "U2", "too few", 5) == (
            now.status,
            now.owner,
            now.closed and now.closed.reason,
            now.closed and now.closed.answer_id,
        )


def test_gaps_at_an_account_and_of_a_kind(store: SqlStore) -> None:
    """The latest first; one that was logged again stays where it was."""
    crm = Source(kind=SourceKind.CRM, person="U1")
    with store.begin(SCOPE) as work:
        acme = work.accounts.add("Acme").id
        a = work.gaps.add(gap("a", acme, U2)).id
        b = work.gaps.add(gap("b", None, U1, minute=1, kind=GapKind.TRAIT)).id
        c = work.gaps.add(gap("c", acme, crm, minute=2)).id
        work.gaps.add(gap("a", acme, U1, minute=3))

        assert [c, b, a] == [each.id for each in work.gaps.all()]
        assert ([c, a], []) == ([each.id for each in work.gaps.at(acme)], work.gaps.at(99))
        assert ({acme}, set()) == (work.gaps.accounts(GapKind.CONTENT), work.gaps.accounts(GapKind.TRAIT))


def test_many_gaps_are_read_at_once(store: SqlStore) -> None:
    """More than one statement's worth, each with its own events."""
    with store.begin(SCOPE) as work:
        for number in range(AT_ONCE + 2):
            work.gaps.add(gap(f"thing {number}"))
        assert {1} == {len(each.history) for each in work.gaps.all()}
        assert AT_ONCE + 2 == len(work.gaps.all())


def _two_accounts(work: UnitOfWork) -> tuple[int, int]:
    return work.accounts.add("Keep").id, work.accounts.add("Gone").id


def test_a_merge_folds_gaps_that_become_the_same(store: SqlStore) -> None:
    """Of the same gap at both accounts the earlier one stays, with the voices of both; others move as they are."""
    with store.begin(SCOPE) as work:
        keep, gone = _two_accounts(work)
        first = work.gaps.add(gap("no deck", gone)).id
        work.gaps.add(gap("no deck", keep, U2))
        other = work.gaps.add(gap("no case", keep)).id
        work.accounts.merge(keep, gone)

        gaps = {each.id: each for each in work.gaps.all()}
        assert {first, other} == set(gaps)
        assert [U1, U2] == [voice.source for voice in gaps[first].voices]
        assert {keep} == {each.account_id for each in gaps.values()}


def test_a_forgotten_account_takes_its_gaps_along(store: SqlStore, home: Path) -> None:
    """With everything that happened to them; gaps elsewhere stay."""
    with store.begin(SCOPE) as work:
        keep, gone = _two_accounts(work)
        stays = [work.gaps.add(gap("a", keep)).id, work.gaps.add(gap("a")).id]
        work.gaps.note(work.gaps.add(gap("a", gone)).id, assigned("U2", U1, NOW))
        work.accounts.forget(gone)
        work.commit()
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        assert stays == [row[0] for row in connection.execute("SELECT gap_id FROM gap_events ORDER BY id")]


def test_a_forgotten_person_is_named_by_no_gap(store: SqlStore) -> None:
    """Neither as a voice, with quote and link, nor as the owner, nor as the one who closed it; the rest stays."""
    with store.begin(SCOPE) as work:
        gap_id = work.gaps.add(gap("no deck", source=U1)).id
        work.gaps.add(gap("no deck", source=U2))
        work.gaps.note(gap_id, assigned("U1", U2, NOW))
        work.gaps.note(gap_id, closed("made one", U1, NOW))
        assert 3 == work.people.forget("U1")

        left = work.gaps.get(gap_id)
        assert left is not None
        assert [(None, None, None), ("U2", "U2 lacks no deck", "https://x.slack.com/1")] == [
            (voice.source.person, voice.quote, voice.permalink) for voice in left.voices
        ]
        assert (None, "made one", None) == (left.owner, left.closed and left.closed.reason, left.closed and left.closed.source.person)  # fmt: skip


def test_a_gap_without_its_events_is_said_to_be_damaged(store: SqlStore, home: Path) -> None:
    """A row that nobody ever logged cannot be read, and says so with the way out."""
    with store.begin(SCOPE) as work:
        work.gaps.add(gap("no deck"))
        work.commit()
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        connection.execute("DELETE FROM gap_events")
        connection.commit()
    with store.begin(SCOPE, writes=False) as work, pytest.raises(StateUnavailable, match="did not write"):
        work.gaps.all()


def test_the_mark_of_a_digest(store: SqlStore) -> None:
    """Begun, posted or given up, for each week of each scope."""
    later = NOW + timedelta(minutes=1)
    with store.begin(SCOPE) as work:
        assert None is work.digests.get("2026-W45")
        work.digests.begin("2026-W45", NOW)
        assert DigestMark(NOW, None) == work.digests.get("2026-W45")
        work.digests.posted("2026-W45", NOW, later)
        work.digests.begin("2026-W46", later)
        work.digests.give_up("2026-W46")
        assert (DigestMark(NOW, later), None) == tuple(work.digests.get(f"2026-W{week}") for week in (45, 46))
        work.commit()
    for scope in (OTHER_PACK, OTHER_TEAM):
        with store.begin(scope, writes=False) as work:
            assert None is work.digests.get("2026-W45")


def test_the_stages_of_all_accounts(store: SqlStore) -> None:
    """For each account what was said last, and none for those of which nobody said anything."""
    with store.begin(SCOPE) as work:
        acme, beta, _ = (work.accounts.add(name).id for name in ("A", "B", "C"))
        for account_id, stage, minute in ((acme, "buy", 1), (acme, "learn", 0), (beta, "evaluate", 0)):
            at = NOW + timedelta(minutes=minute)
            work.stages.say(account_id, StageSaid(stage=StageId(stage), source=U1, at=at))
        assert {acme: StageId.BUY, beta: StageId.EVALUATE} == work.stages.current()
        work.commit()
    with store.begin(OTHER_TEAM, writes=False) as work:
        assert {} == work.stages.current()
