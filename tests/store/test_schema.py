"""The schema: a database becomes as new as the code, in one step, or is left alone with a sentence."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.core.errors import StateUnavailable
from bot.core.gap import GapKind, NewGap
from bot.core.interview import Event, InterviewEvent
from bot.core.proposal import NewProposal
from bot.ports import Scope
from bot.ports.briefings import BriefingMade, NewSchedule
from bot.ports.model import Job, ModelCall, Spent
from bot.ports.team import Recalled, Workspace
from bot.store.engine import begin_writing, make_engine, url_of
from bot.store.schema import HEAD, configuration, revisions
from bot.store.store import SqlStore
from bot.store.tables import METADATA

NOW = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
_REVISIONS = ["0001", "0002", "0003", "0004", "0005"]
"""Every revision there ever was; `test_the_list_of_revisions_is_complete` keeps it so."""


def _connect(home: Path) -> Connection:
    home.mkdir(exist_ok=True)
    return make_engine(url_of(home, None), 0.1).connect()


def _sql(home: Path, *statements: str) -> None:
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def _revision(home: Path) -> str:
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_the_list_of_revisions_is_complete(home: Path) -> None:
    """The tests below start from every revision, and the code knows the newest."""
    with _connect(home) as connection:
        assert _REVISIONS == revisions(connection)
    assert HEAD == _REVISIONS[-1]


@pytest.mark.parametrize("start", [None, *_REVISIONS])
def test_a_state_of_any_age_is_brought_up_to_date(home: Path, scope: Scope, start: str | None) -> None:
    """From nothing and from each revision, one start leads to the newest schema, which then works."""
    if start is not None:
        from alembic import command

        with _connect(home) as connection:
            command.upgrade(configuration(connection), start)
            connection.commit()

    with SqlStore.open(home).begin(scope) as work:
        added = work.accounts.add("Acme")
        assert added == work.accounts.get(added.id)

    assert HEAD == _revision(home)


def test_a_state_of_the_first_revision_keeps_its_rows(home: Path, scope: Scope) -> None:
    """Accounts, names, ids, answers and packs written before Slack are all there afterwards, and can be changed."""
    from alembic import command

    with _connect(home) as connection:
        command.upgrade(configuration(connection), "0001")
        connection.commit()
    _sql(
        home,
        "INSERT INTO accounts (team, pack, name) VALUES ('local', 'harbor', 'Acme'), ('local', 'harbor', 'Beta')",
        "INSERT INTO account_names (team, pack, account_id, name) VALUES ('local', 'harbor', 1, 'Acme Inc')",
        "INSERT INTO account_external_ids (team, pack, account_id, external_id) VALUES ('local', 'harbor', 1, 'r-1')",
        "INSERT INTO answers (team, pack, account_id, trait, value, source_kind, source_person, recorded_at, draft) "
        "VALUES ('local', 'harbor', 1, 'employees', '120', 'person', 'U1', '2026-11-01 09:30:00.000000', 0)",
        "INSERT INTO pack_versions (team, name, version, content_hash, pack, draft, published_at) "
        "VALUES ('local', 'harbor', 1, 'hash', '{}', 1, '2026-11-01 09:30:00.000000')",
    )

    with SqlStore.open(home).begin(scope) as work:
        account, beta = work.accounts.all()
        assert ("Acme", ("Acme Inc",), ("r-1",)) == (account.name, account.also, account.external_ids)
        assert [("employees", 120, "U1")] == [(each.trait, each.value, each.source.person) for each in account.answers]
        assert ("hash", True) == work.packs.current_mark("harbor")
        assert [account.id] == work.asks.mine("U1", 9)
        assert 3 == work.accounts.add("Gamma", by="U1").id
        assert ("Acme Inc", "Beta") == work.accounts.merge(account.id, beta.id).also
        work.accounts.forget(account.id)


def test_a_state_of_the_second_revision_keeps_its_gaps(home: Path) -> None:
    """Every gap becomes its first event; gaps that are the same become one with all their voices, in each scope."""
    from alembic import command

    with _connect(home) as connection:
        command.upgrade(configuration(connection), "0002")
        connection.commit()
    gaps = [
        ("T1", "harbor", "content", "no deck", 1, "we need a deck", "https://x/1", "U1"),
        ("T1", "harbor", "content", "No decks.", 1, None, None, "U2"),
        ("T1", "harbor", "content", "no deck", None, None, None, "U1"),
        ("T1", "harbor", "content", "no deck", None, None, None, None),
        ("T1", "other", "content", "no deck", None, None, None, "U1"),
        ("T2", "harbor", "product", "no deck", None, None, None, "U1"),
    ]
    _sql(home, "INSERT INTO accounts (team, pack, name) VALUES ('T1', 'harbor', 'Acme')")
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        connection.executemany(
            "INSERT INTO gaps (team, pack, kind, what, account_id, quote, permalink, source_person, source_kind, "
            "logged_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'person', '2026-11-01 09:30:00.000000')",
            gaps,
        )
        connection.commit()

    store = SqlStore.open(home)
    with store.begin(Scope("T1", "harbor")) as work:
        nowhere, at_acme = work.gaps.all()
        assert [("U1", "we need a deck", "https://x/1"), ("U2", None, None)] == [
            (voice.source.person, voice.quote, voice.permalink) for voice in at_acme.voices
        ]
        assert (1, "no deck", 1, True) == (at_acme.id, at_acme.what, at_acme.account_id, at_acme.is_open)
        assert (3, ["U1", None]) == (nowhere.id, [voice.source.person for voice in nowhere.voices])
        assert datetime(2026, 11, 1, 9, 30, tzinfo=UTC) == nowhere.at == nowhere.voices[0].at
        more = NewGap(kind=GapKind.CONTENT, what="no deck!", source=nowhere.source, at=nowhere.at)
        assert (3, 3) == ((again := work.gaps.add(more)).id, len(again.voices))
        work.commit()
    for scope, kind in ((Scope("T1", "other"), GapKind.CONTENT), (Scope("T2", "harbor"), GapKind.PRODUCT)):
        with store.begin(scope, writes=False) as work:
            assert [kind] == [each.kind for each in work.gaps.all()]

    store.close()
    with _connect(home) as connection:
        command.downgrade(configuration(connection), "0002")
        connection.commit()
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        kept = connection.execute("SELECT id, quote, permalink, source_person, source_kind FROM gaps ORDER BY id")
        assert [(1, "we need a deck", "https://x/1", "U1", "person"), (3, None, None, "U1", "person")] == [*kept][:2]


def _third_revision(home: Path) -> None:
    """A state as it was before interviews, with a row in each table that has changed since."""
    from alembic import command

    with _connect(home) as connection:
        command.upgrade(configuration(connection), "0003")
        connection.commit()
    _sql(
        home,
        "INSERT INTO accounts (team, pack, name) VALUES ('T1', 'harbor', 'Acme')",
        "INSERT INTO workspaces (team, pack, admins, keep_days) VALUES ('T1', 'harbor', '[\"U1\"]', 7)",
        "INSERT INTO conversations (team, person, place, account_id, offered, waiting, touched_at) "
        "VALUES ('T1', 'U1', 'D1/', 1, '[1]', 'fit?', '2026-11-01 09:30:00.000000')",
        "INSERT INTO gaps (team, pack, kind, what, account_id, subject, logged_at) "
        "VALUES ('T1', 'harbor', 'content', 'no deck', 1, 'x', '2026-11-01 09:30:00.000000')",
        "INSERT INTO gap_events (team, pack, gap_id, happened, source_kind, source_person, happened_at) "
        "VALUES ('T1', 'harbor', 1, 'logged', 'person', 'U1', '2026-11-01 09:30:00.000000')",
    )


def test_a_state_of_the_third_revision_keeps_its_rows(home: Path) -> None:
    """Workspaces, conversations and gaps are as they were, know no interview, and can have one."""
    _third_revision(home)

    with SqlStore.open(home).begin(Scope("T1", "harbor")) as work:
        assert Workspace("harbor", ("U1",), keep_days=7) == work.workspaces.get()
        assert Recalled(1, (1,), "fit?") == work.conversations.recall("U1", "D1/")
        assert [("no deck", 1)] == [(gap.what, len(gap.voices)) for gap in work.gaps.all()]
        assert (None, [], []) == (work.interviews.at(1), work.interviews.of("U1", 9), work.proposals.open_at(1))
        later = Recalled(1, interview_id=work.interviews.begin(1, NOW).id, step=1, disputed="stack")
        work.conversations.remember("U1", "D1/", later, NOW)
        work.workspaces.save(Workspace("harbor", digest_channel="C1"))
        assert (later, "C1") == (work.conversations.recall("U1", "D1/"), work.workspaces.get().digest_channel)


def test_interviews_can_be_taken_back(home: Path) -> None:
    """A state with interviews becomes one of the third revision with everything that it could hold, and back again."""
    from alembic import command

    _third_revision(home)
    store = SqlStore.open(home)
    with store.begin(Scope("T1", "harbor")) as work:
        started = InterviewEvent(happened=Event.STARTED, at=NOW, person="U1")
        interview = work.interviews.add(work.interviews.begin(1, NOW), [started])
        work.proposals.add([NewProposal(account_id=1, trait="stack", value=[], quote="none", person="U1", at=NOW)])
        work.conversations.remember("U1", "D1/", Recalled(1, interview_id=interview.id, step=1), NOW)
        work.workspaces.save(Workspace("harbor", ("U2",), digest_channel="C1"))
        work.commit()
    store.close()

    with _connect(home) as connection:
        command.downgrade(configuration(connection), "0003")
        connection.commit()
    assert "0003" == _revision(home)
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {
        "interviews",
        "interview_events",
        "proposals",
        "briefings",
        "schedules",
        "model_calls",
    } == METADATA.tables.keys() - tables

    with SqlStore.open(home).begin(Scope("T1", "harbor")) as work:
        assert Workspace("harbor", ("U2",)) == work.workspaces.get()
        assert Recalled(1) == work.conversations.recall("U1", "D1/")
        assert ["no deck"] == [gap.what for gap in work.gaps.all()]
        assert None is work.interviews.at(1)


def _fourth_revision(home: Path) -> None:
    """A state as it was before briefings were kept, with a conversation and an open interview."""
    from alembic import command

    with _connect(home) as connection:
        command.upgrade(configuration(connection), "0004")
        connection.commit()
    _sql(
        home,
        "INSERT INTO accounts (team, pack, name) VALUES ('T1', 'harbor', 'Acme')",
        "INSERT INTO interviews (team, pack, account_id, is_open, started_at) "
        "VALUES ('T1', 'harbor', 1, 1, '2026-11-01 09:30:00.000000')",
        "INSERT INTO conversations (team, person, place, account_id, offered, interview_id, interview_step, disputed, "
        "touched_at) VALUES ('T1', 'U1', 'D1/', 1, '[1]', 1, 2, 'stack', '2026-11-01 09:30:00.000000')",
    )


_BEFORE = Recalled(1, (1,), interview_id=1, step=2, disputed="stack")


def test_a_state_of_the_fourth_revision_keeps_its_rows(home: Path) -> None:
    """Conversations are as they were, with nothing unanswered; nobody was briefed, waits for it, or asked a model."""
    _fourth_revision(home)

    with SqlStore.open(home).begin(Scope("T1", "harbor")) as work:
        assert _BEFORE == work.conversations.recall("U1", "D1/")
        assert (None, [], None) == (
            work.briefings.last(1, "U1"),
            work.schedules.waiting("U1"),
            work.due_briefings.next_at(),
        )
        assert Spent() == work.model_calls.spent(NOW)
        later = replace(_BEFORE, unanswered="who pays?")
        work.conversations.remember("U1", "D1/", later, NOW)
        assert later == work.conversations.recall("U1", "D1/")


def test_briefings_can_be_taken_back(home: Path) -> None:
    """A state with briefings becomes one of the fourth revision with everything that it could hold, and back again."""
    from alembic import command

    _fourth_revision(home)
    store = SqlStore.open(home)
    with store.begin(Scope("T1", "harbor")) as work:
        work.briefings.note(BriefingMade(1, "U1", NOW, 1, ("no_fit",)))
        work.schedules.add(NewSchedule(1, "U1", NOW, NOW, NOW, "noon"))
        work.model_calls.note(ModelCall(NOW, Job.ANSWER, "m", "p", Spent(1, 2, 3), "used"))
        work.conversations.remember("U1", "D1/", replace(_BEFORE, unanswered="who pays?"), NOW)
        work.commit()
    store.close()

    with _connect(home) as connection:
        command.downgrade(configuration(connection), "0004")
        connection.commit()
    assert "0004" == _revision(home)
    with closing(sqlite3.connect(home / "fika.db")) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"briefings", "schedules", "model_calls"} == METADATA.tables.keys() - tables

    with SqlStore.open(home).begin(Scope("T1", "harbor")) as work:
        assert _BEFORE == work.conversations.recall("U1", "D1/")
        assert (None, []) == (work.briefings.last(1, "U1"), work.schedules.waiting("U1"))


def test_the_database_itself_refuses_a_second_open_interview(store: SqlStore, scope: Scope, home: Path) -> None:
    """An account may have any number of interviews that are over, and one that is open; so may another account."""
    with store.begin(scope) as work:
        work.accounts.add("Acme")
        work.accounts.add("Beta")
        work.commit()
    row = "INSERT INTO interviews (team, pack, account_id, is_open, started_at) VALUES ('local', 'harbor', {}, {}, '')"

    _sql(home, *(row.format(account, is_open) for account, is_open in ((1, 0), (1, 0), (1, 1), (2, 1))))
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        _sql(home, row.format(1, 1))


def test_the_migrations_make_the_tables_that_the_code_expects(store: SqlStore, scope: Scope, home: Path) -> None:
    """Alembic finds no difference between the migrated database and the tables in the code."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with store.begin(scope):
        pass
    with _connect(home) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
        assert [] == compare_metadata(context, METADATA)


def test_the_oldest_revision_can_be_taken_back(home: Path) -> None:
    """Down to nothing and up again leaves the newest schema."""
    from alembic import command

    with _connect(home) as connection:
        for step in (command.upgrade, command.downgrade, command.upgrade):
            step(configuration(connection), "base" if step is command.downgrade else "head")
        connection.commit()

    with SqlStore.open(home).begin(Scope("local", "harbor")) as work:
        assert 0 == work.accounts.count()


def test_a_state_taken_back_to_nothing_is_made_again(home: Path, scope: Scope) -> None:
    """Where only the empty table of revisions is left, the state is as good as new."""
    from alembic import command

    with _connect(home) as connection:
        command.upgrade(configuration(connection), "head")
        command.downgrade(configuration(connection), "base")
        connection.commit()

    with SqlStore.open(home).begin(scope) as work:
        assert 0 == work.accounts.count()


def test_a_newer_state_is_refused(store: SqlStore, scope: Scope, home: Path) -> None:
    """Old code never touches what newer code wrote."""
    with store.begin(scope):
        pass
    _sql(home, "UPDATE alembic_version SET version_num = '9999'")
    before = (home / "fika.db").read_bytes()

    with pytest.raises(StateUnavailable, match=r"A newer version of Fika wrote the state .*fika\.db \(revision 9999"):
        SqlStore.open(home).begin(scope)
    assert before == (home / "fika.db").read_bytes()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DROP TABLE answers", "without the table answers"),
        ("DELETE FROM alembic_version", "its revision is missing"),
        ("DROP TABLE alembic_version", "its revision is missing"),
    ],
)
def test_half_a_state_is_refused(store: SqlStore, scope: Scope, home: Path, damage: str, said: str) -> None:
    """A state of which a part is missing is neither filled up nor written to."""
    with store.begin(scope) as work:
        work.accounts.add("Acme")
        work.commit()
    _sql(home, "PRAGMA foreign_keys = OFF", damage)

    with pytest.raises(StateUnavailable, match=said):
        SqlStore.open(home).begin(scope)


def test_a_database_of_something_else_is_refused(home: Path, scope: Scope) -> None:
    """Fika does not move into somebody else's database."""
    home.mkdir()
    _sql(home, "CREATE TABLE bookmarks (id INTEGER)")

    with pytest.raises(StateUnavailable, match=r"There are other tables in the state .* name a database of Fika's own"):
        SqlStore.open(home).begin(scope)


def test_an_empty_file_becomes_a_state(home: Path, scope: Scope) -> None:
    """A file that was made and never written, as after a crash at the first start, is made a state."""
    home.mkdir()
    (home / "fika.db").touch()

    with SqlStore.open(home).begin(scope) as work:
        assert 0 == work.accounts.count()


def test_a_failed_migration_leaves_nothing_behind(home: Path, scope: Scope) -> None:
    """All migrations are one transaction: where the last step fails, the first one never happened."""
    engine = make_engine(url_of(home, None), 0.1)
    home.mkdir()
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE pack_versions (id INTEGER)")
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num TEXT)")
    from alembic import command

    with engine.connect() as connection:
        begin_writing(connection, "fika", 0.1)
        with pytest.raises(Exception, match="already exists"):
            command.upgrade(configuration(connection), "head")

    with closing(sqlite3.connect(home / "fika.db")) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"pack_versions", "alembic_version"} == tables


def test_a_warm_start_does_not_import_alembic(store: SqlStore, scope: Scope, home: Path) -> None:
    """A state that is up to date is opened without the weight of the migrations or of the ORM."""
    with store.begin(scope):
        pass
    code = (
        "import sys; from pathlib import Path; from bot.ports import Scope; from bot.store.store import SqlStore\n"
        f"with SqlStore.open(Path({str(home)!r})).begin(Scope('local', 'harbor'), writes=False) as work:\n"
        "    assert work.accounts.count() == 0\n"
        "print(sorted({'alembic', 'sqlalchemy.orm', 'mako'} & sys.modules.keys()))"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == run.stdout.strip()


def test_the_tables_can_be_made_in_postgresql() -> None:
    """Types, constraints and indexes are such that PostgreSQL takes them, too."""
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateIndex, CreateTable

    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in METADATA.sorted_tables]
    made += [
        str(CreateIndex(index).compile(dialect=dialect)) for table in METADATA.sorted_tables for index in table.indexes
    ]

    assert len(METADATA.tables) + sum(len(table.indexes) for table in METADATA.tables.values()) == len(made)
    assert any("TIMESTAMP WITH TIME ZONE" in each for each in made)
    assert any("UNIQUE INDEX uq_interviews_open" in each and each.endswith("WHERE is_open") for each in made)
    assert any("UNIQUE INDEX uq_schedules_waiting" in each and each.endswith("WHERE due = 'waiting'") for each in made)
