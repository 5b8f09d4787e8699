"""The same state in PostgreSQL: run where its server and its driver are installed."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from sqlalchemy import make_url

from bot.core.account import Source, SourceKind
from bot.core.errors import StateUnavailable
from bot.core.gap import GapKind, NewGap
from bot.core.interview import Event, InterviewEvent, State
from bot.core.journey import StageId, StageSaid
from bot.core.proposal import NewProposal
from bot.ports import PublishedPack, Scope
from bot.ports.briefings import BriefingMade, Due, NewSchedule
from bot.ports.inbox import Begun, Ending, NewDelivery, Waiting
from bot.ports.model import Job, ModelCall, Spent
from bot.ports.team import Asked, NewFeedback, Profile, Recalled, Workspace
from bot.store.store import SqlStore
from tests.small import NOW, SCOPE, answer, pack

pytest.importorskip("psycopg", reason="the driver of PostgreSQL is an extra")
_INITDB, _PG_CTL = shutil.which("initdb"), shutil.which("pg_ctl")
pytestmark = pytest.mark.skipif(not (_INITDB and _PG_CTL), reason="no PostgreSQL server is installed")
_USER = 65534 if os.geteuid() == 0 else None
"""PostgreSQL refuses to run as root."""


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, user=_USER, cwd="/", stdout=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def server() -> Iterator[Path]:
    """A server of its own, reached by a socket in a folder."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        if _USER is not None:
            os.chown(folder, _USER, _USER)
        _run(_INITDB, "-D", folder / "data", "-A", "trust", "-U", "fika", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        _run(_PG_CTL, "-D", folder / "data", "-o", options, "-l", folder / "log", "-w", "start")
        try:
            yield folder
        finally:
            _run(_PG_CTL, "-D", folder / "data", "-m", "immediate", "-w", "stop")


@pytest.fixture
def store(server: Path) -> Iterator[SqlStore]:
    """A state in that server."""
    store = SqlStore.open(Path("/nowhere"), url=f"postgresql+psycopg://fika@/postgres?host={server}", wait=0.2)
    yield store
    store._engine.dispose()


def test_the_migrations_make_the_tables_that_the_code_expects(store: SqlStore) -> None:
    """Alembic finds no difference between the migrated database and the tables in the code."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from bot.store.tables import METADATA

    with store.begin(SCOPE, writes=False):
        pass
    with store._engine.connect() as connection:
        assert [] == compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA)


def test_gaps_of_the_second_revision_are_kept(store: SqlStore, server: Path) -> None:
    """Each becomes its first event, gaps that are the same become one, and the way back keeps the first voice."""
    from alembic import command

    from bot.store.engine import make_engine
    from bot.store.schema import configuration

    with store._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CREATE DATABASE older")
    url = f"postgresql+psycopg://fika@/older?host={server}"
    engine = make_engine(make_url(url), 0.2)
    with engine.connect() as connection:
        command.upgrade(configuration(connection), "0002")
        connection.exec_driver_sql(
            "INSERT INTO gaps (team, pack, kind, what, quote, source_kind, source_person, logged_at) VALUES "
            "('T1', 'harbor', 'content', 'no deck', 'we need one', 'person', 'U1', '2026-11-01 09:30:00+00'), "
            "('T1', 'harbor', 'content', 'No decks.', NULL, 'person', 'U2', '2026-11-01 09:31:00+00')"
        )
        connection.commit()
    older = SqlStore.open(Path("/nowhere"), url=url, wait=0.2)
    with older.begin(Scope("T1", "harbor"), writes=False) as work:
        [gap] = work.gaps.all()
    older._engine.dispose()

    assert [("U1", "we need one", NOW), ("U2", None, NOW + timedelta(minutes=1))] == [
        (voice.source.person, voice.quote, voice.at) for voice in gap.voices
    ]
    with engine.connect() as connection:
        command.downgrade(configuration(connection), "0002")
        kept = connection.exec_driver_sql("SELECT what, quote, source_person FROM gaps").all()
        connection.commit()
    engine.dispose()
    assert [("no deck", "we need one", "U1")] == [tuple(row) for row in kept]


def test_interviews_can_be_taken_back(store: SqlStore, server: Path) -> None:
    """From the third revision and back, workspaces and conversations keep what they could hold before."""
    from alembic import command

    from bot.store.engine import make_engine
    from bot.store.schema import configuration

    with store._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CREATE DATABASE third")
    url, scope = f"postgresql+psycopg://fika@/third?host={server}", Scope("T1", "harbor")
    engine = make_engine(make_url(url), 0.2)
    with engine.connect() as connection:
        command.upgrade(configuration(connection), "0003")
        connection.exec_driver_sql("INSERT INTO accounts (team, pack, name) VALUES ('T1', 'harbor', 'Acme')")
        connection.exec_driver_sql("INSERT INTO workspaces (team, admins, keep_days) VALUES ('T1', '[\"U1\"]', 7)")
        connection.exec_driver_sql(
            "INSERT INTO conversations (team, person, place, account_id, offered, touched_at) "
            "VALUES ('T1', 'U1', 'D1/', 1, '[1]', '2026-11-01 09:30:00+00')"
        )
        connection.commit()
    for _ in range(2):
        third = SqlStore.open(Path("/nowhere"), url=url, wait=0.2)
        with third.begin(scope) as work:
            assert Workspace(None, ("U1",), keep_days=7) == work.workspaces.get()
            assert Recalled(1, (1,)) == work.conversations.recall("U1", "D1/")
            assert None is work.interviews.at(1)
            work.conversations.remember("U1", "D1/", Recalled(1, (1,), interview_id=1, step=2), NOW)
            work.interviews.begin(1, NOW)
            work.commit()
        third._engine.dispose()
        with engine.connect() as connection:
            command.downgrade(configuration(connection), "0003")
            connection.commit()
    engine.dispose()


def test_accounts_are_kept(store: SqlStore) -> None:
    """Every verb on accounts and answers works as it does in SQLite."""
    with store.begin(SCOPE) as work:
        acme, beta = work.accounts.add("Acme", "1"), work.accounts.add("Beta")
        first, *_ = work.accounts.record(
            acme.id, [answer("employees", {"min": 5}, on=date(2026, 1, 1)), answer("budget", None)]
        )
        work.accounts.retract(acme.id, [first.id], NOW)
        work.accounts.rename(acme.id, "Acme Inc")
        assert {"Beta": beta.id} == work.accounts.without_external_id(["Beta", "Acme Inc"])
        work.accounts.identify(beta.id, "2")
        merged = work.accounts.merge(acme.id, beta.id)
        assert {"1": merged, "2": merged} == work.accounts.by_external_ids(["1", "2", "3"])
        work.commit()

    with store.begin(SCOPE) as work:
        assert [merged] == list(work.accounts.all())
        assert ("Acme Inc", ("Acme", "Beta"), ("1", "2")) == (merged.name, merged.also, merged.external_ids)
        assert [({"min": 5}, date(2026, 1, 1), NOW, True), (None, None, NOW, False)] == [
            (each.value, each.on, each.recorded_at, each.retracted) for each in merged.answers
        ]
        assert ["Acme Inc", "Acme", "Beta"] == [each.name for each in work.accounts.names()]
        work.accounts.forget(acme.id)
        assert (0, {}) == (work.accounts.count(), work.accounts.external_ids())
        work.commit()


def test_packs_are_kept(store: SqlStore) -> None:
    """A published pack comes back whole."""
    published = PublishedPack(pack(), "hash", NOW, draft=False)
    with store.begin(SCOPE) as work:
        work.packs.publish(published)
        assert published == work.packs.current("small") == work.packs.final("small")


def test_the_inbox_is_kept(store: SqlStore) -> None:
    """Every step on a delivery works as it does in SQLite."""
    later = NOW + timedelta(seconds=60)
    with store.begin(Scope.of_team("T1")) as work:
        inbox = work.inbox
        inbox.seen("w1", NOW)
        inbox.seen("w1", NOW)
        one, two = (inbox.accept(NewDelivery(key, "U1", "D1/", {"a": "\u00e9"}, NOW), "w1") for key in ("a", "b"))
        assert one is not None
        assert two is not None
        assert None is inbox.accept(NewDelivery("a", "U1", "D1/", {}, NOW), "w1")
        inbox.note_effect(one, {"answers": [1]})
        assert ({"answers": [1]}, None) == (inbox.effect(one), inbox.effect(two))
        assert [Begun.FIRST, Begun.AGAIN] == [inbox.begin_part(one, "answer"), inbox.begin_part(one, "answer")]
        inbox.not_posted(one, "answer")
        assert Begun.FIRST is inbox.begin_part(one, "answer")
        inbox.posted(one, "answer", "D1", "1")
        assert Begun.POSTED is inbox.begin_part(one, "answer")
        assert 1 == inbox.put_off(two, later)
        inbox.leave("w1")
        assert [Waiting(one, "U1")] == inbox.take_over("w2", NOW, NOW)
        assert [Waiting(two, "U1")] == inbox.take_over("w2", NOW, later)
        inbox.end(one, Ending.ANSWERED, NOW)
        assert ([two], 0) == (inbox.stop("U1", "D1/", NOW), inbox.unanswered())
        assert (2, 0, {}) == (inbox.empty(later), inbox.empty(later), (found := inbox.get(one)) and found.body)
        assert 2 == inbox.prune(later)


def test_a_part_is_begun_by_one_of_two_processes(store: SqlStore) -> None:
    """Two units that hold no lock in common still begin a part only once."""
    with store.begin(Scope.of_team("T3")) as work:
        one = work.inbox.accept(NewDelivery("a", "U1", "D1/", {}, NOW), "w1")
        assert one is not None
        work.commit()
    begun: list[Begun] = []

    def begin() -> None:
        with store.begin(Scope("T3", "small")) as work:
            begun.append(work.inbox.begin_part(one, "answer"))
            work.commit()

    thread = Thread(target=begin)
    with store.begin(Scope.of_team("T3")) as work:
        begun.append(work.inbox.begin_part(one, "answer"))
        thread.start()
        thread.join(0.1)
        work.commit()
    thread.join()

    assert [Begun.FIRST, Begun.AGAIN] == begun


def test_a_team_s_rows_are_kept(store: SqlStore) -> None:
    """Settings, people, conversations, questions, feedback, gaps and stages, through a merge and a forgotten person."""
    scope, source = Scope("T2", "small"), Source(kind=SourceKind.PERSON, person="U1")
    with store.begin(scope) as work:
        keep, gone = (work.accounts.add(name, by="U1").id for name in ("Keep", "Gone"))
        work.workspaces.save(Workspace("small", ("U1",), "Europe/Berlin", 3))
        work.workspaces.save(Workspace("small", ("U1", "U2"), None, 3))
        work.people.save(Profile("U1", None, guest=False, fetched_at=NOW))
        work.conversations.remember("U1", "D1/", Recalled(gone, (keep, gone), "fit?"), NOW)
        for account_id in (keep, gone):
            work.asks.note("U1", Asked(account_id, NOW, "r"))
            work.feedback.save(NewFeedback("U1", account_id, "r", helpful=True, at=NOW))
            work.stages.say(account_id, StageSaid(stage=StageId.BUY, source=source, at=NOW))
            work.gaps.add(NewGap(kind=GapKind.CONTENT, what="a deck", account_id=account_id, source=source, at=NOW))
        assert [gone, keep] == work.asks.mine("U1", 9)
        work.accounts.merge(keep, gone)
        assert Recalled(keep) == work.conversations.recall("U1", "D1/")
        assert [Asked(keep, NOW, "r")] == work.asks.recent("U1", 9)
        [gap] = work.gaps.all()
        assert (1, 2) == (len(work.feedback.all()), len(gap.voices))
        assert gap == work.gaps.at(keep)[0]
        work.digests.begin("2026-W44", NOW)
        work.digests.posted("2026-W44", NOW, NOW)
        assert 10 == work.people.forget("U1")
        assert (("U2",), None) == (work.workspaces.get().admins, work.people.get("U1"))
        assert None is (work.stages.latest(keep) or StageSaid(stage=StageId.BUY, source=source, at=NOW)).source.person
        work.accounts.forget(keep)
        assert ([], 0) == (work.gaps.all(), work.conversations.prune(NOW))


def _happened(happened: Event, **about: object) -> InterviewEvent:
    return InterviewEvent.model_validate({"happened": happened, "at": NOW, **about})


def test_interviews_are_kept(store: SqlStore) -> None:
    """Every verb on interviews and proposals works as it does in SQLite, through a merge and a forgotten person."""
    scope = Scope("T4", "small")
    events = [
        _happened(Event.STARTED, person="U1", pack="small@1"),
        _happened(Event.ASKED, trait="revenue"),
        _happened(Event.OFFERED, person="U1", trait="revenue", offer={"min": 2**70, "max": None}, quote="„2M“ 🚀"),
        _happened(Event.HANDED_OVER, person="U1", colleague="U2"),
    ]
    new = NewProposal(account_id=1, trait="stack", value=["é"], quote="sfdc", note="n", person="U1", at=NOW)
    with store.begin(scope) as work:
        keep, gone = (work.accounts.add(name).id for name in ("Keep", "Gone"))
        kept = work.interviews.add(work.interviews.begin(keep, NOW), events)
        other = work.interviews.add(work.interviews.begin(gone, NOW), events[:2])
        first, second = work.proposals.add([new.model_copy(update={"account_id": each}) for each in (keep, gone)])
        assert [other, kept] == work.interviews.of("U1", 9)
        work.commit()
    with store.begin(scope) as work:
        assert events == work.interviews.events(kept.id)
        assert kept == work.interviews.get(kept.id) == work.interviews.at(keep)
        assert [first, second] == work.proposals.batch(first.id)
        work.accounts.merge(keep, gone)
        assert (kept, [kept]) == (work.interviews.at(keep), work.interviews.of("U2", 9))
        assert (keep, State.STOPPED) == ((over := work.interviews.get(other.id)).account_id, over.state)
        work.proposals.settle([first.id], "U1", NOW, {})
        assert [second.id] == [each.id for each in work.proposals.open_at(keep)]
        assert 7 == work.people.forget("U1")
        assert ("U2", ("U2",)) == ((left := work.interviews.at(keep)).lead, left.people)
        work.accounts.forget(keep)
        assert ([], [], None) == (
            work.interviews.events(kept.id),
            work.proposals.batch(first.id),
            work.interviews.get(other.id),
        )


def test_an_interview_has_one_future(store: SqlStore) -> None:
    """Neither a second open interview nor what goes on from a moment that is past is kept."""
    scope = Scope("T5", "small")
    with store.begin(scope) as work:
        seen = work.interviews.begin(work.accounts.add("Acme").id, NOW)
        work.commit()
    with store.begin(scope) as work:
        now = work.interviews.add(seen, [_happened(Event.STARTED, person="U1")])
        work.commit()
    with store.begin(scope) as work, pytest.raises(StateUnavailable, match="changed the same rows"):
        work.interviews.begin(seen.account_id, NOW)
    with store.begin(scope) as work, pytest.raises(StateUnavailable, match="changed the same rows"):
        work.interviews.add(seen, [_happened(Event.STARTED, person="U2")])
    with store.begin(scope, writes=False) as work:
        assert now == work.interviews.at(seen.account_id)


def test_briefings_are_kept(store: SqlStore) -> None:
    """Every verb on briefings works as it does in SQLite, through a merge, a forgotten person and account."""
    scope, later = Scope("T6", "small"), NOW + timedelta(minutes=1)
    with store.begin(scope) as work:
        keep, gone = (work.accounts.add(name).id for name in ("Keep", "Gone"))
        for account_id, at in ((keep, NOW), (gone, later)):
            work.briefings.note(BriefingMade(account_id, "U1", NOW, 1, (), 0))
            work.briefings.note(BriefingMade(account_id, "U1", at, 2, ("no_fit",), 3))
            work.schedules.add(NewSchedule(account_id, "U1", later, NOW, NOW, "soon"))
            work.schedules.add(NewSchedule(account_id, "U1", later, NOW, at, "soon", "cfo", StageId.BUY))
        other = work.schedules.add(NewSchedule(keep, "U2", later, later, NOW, "soon"))
        work.conversations.remember("U2", "D1/", Recalled(keep, unanswered="why?"), NOW)
        work.commit()
    with store.begin(scope) as work:
        work.accounts.merge(keep, gone)
        assert BriefingMade(keep, "U1", later, 2, ("no_fit",), 3) == work.briefings.last(keep, "U1")
        [mine] = work.schedules.waiting("U1")
        assert (keep, later, "cfo", StageId.BUY) == (mine.account_id, mine.made_at, mine.persona, mine.stage)
        assert [("small", mine), ("small", other)] == work.due_briefings.due(later, 9)
        assert NOW == work.due_briefings.next_at()
        assert [True, False] == [work.schedules.settle(mine.id, due) for due in (Due.HANDED, Due.CANCELLED)]
        assert mine.id < work.schedules.add(NewSchedule(keep, "U1", later, NOW, NOW, "soon")).id
        assert 3 == work.people.forget("U1")
        work.accounts.forget(keep)
        assert (Recalled(), None) == (work.conversations.recall("U2", "D1/"), work.due_briefings.next_at())


def test_what_a_model_cost_is_kept(store: SqlStore) -> None:
    """Added up beyond what one column holds, and forgotten after its time."""
    calls = [
        ModelCall(NOW + timedelta(minutes=minute), Job.ANSWER, "m", "p", Spent(1, 2, 2**31 - 1), "used")
        for minute in range(3)
    ]
    with store.begin(Scope.of_team("T6")) as work:
        assert Spent() == work.model_calls.spent(NOW)
        for call in calls:
            work.model_calls.note(call)
        assert Spent(3, 6, 3 * (2**31 - 1)) == work.model_calls.spent(NOW)
        assert 1 == work.model_calls.prune(calls[1].at)
        assert calls[:0:-1] == work.model_calls.since(NOW)


def test_readers_see_one_moment_and_writers_take_turns(store: SqlStore) -> None:
    """A second writer of the same scope gives up after the wait; a reader is not disturbed and writes nothing."""
    with store.begin(SCOPE) as writing, store.begin(SCOPE, writes=False) as reading:
        assert 0 == reading.accounts.count()
        writing.accounts.add("Acme", "x")
        with pytest.raises(StateUnavailable, match="is locked"), store.begin(SCOPE):
            pass
        writing.commit()
        assert 0 == reading.accounts.count()
        with pytest.raises(StateUnavailable, match="read-only"):
            reading.accounts.add("Beta")


def test_a_server_that_is_gone_says_so(server: Path) -> None:
    """A wrong address is told without a stack of driver's words, and without the password."""
    store = SqlStore.open(Path("/nowhere"), url=f"postgresql+psycopg://fika:secret@/postgres?host={server}/gone")

    with pytest.raises(StateUnavailable, match="cannot be used") as refusal:
        store.begin(SCOPE)
    assert "secret" not in str(refusal.value)
