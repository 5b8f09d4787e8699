"""Importing: every row is accounted for, and doing it again changes nothing."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.errors import FileRefused, StateUnavailable
from bot.core.journey import Journey, JourneyStage, StageId, StageSaid
from bot.core.mapping import RowMapping
from bot.flows.importing import ImportJob, ImportSummary, LineNote, Skipped, Unmapped, import_rows
from bot.library.rows import open_rows
from bot.ports import Ports
from tests.small import NOW, SCOPE, TODAY, answer, pack, ports_at

_MAPPING = RowMapping.model_validate(
    {
        "name": "company",
        "external_id": "id",
        "as_of": date(2026, 6, 30),
        "skip_when": [{"from": "status", "in": ["dead"], "why": "no longer trading"}],
        "answers": {
            "employees": {"from": "size", "unknown": ["0"]},
            "industry": {"from": "sector", "map": {"Software": "saas", "Bank": "fintech"}},
        },
    }
)
_HEADER = "id,company,size,sector,status\n"


@pytest.fixture
def ports(tmp_path: Path) -> Ports:
    """A state of its own."""
    return ports_at(tmp_path / "home")


class _Folder:
    """Writes files and imports them."""

    def __init__(self, folder: Path, ports: Ports) -> None:
        self.folder, self.ports = folder, ports

    def table(self, rows: str, mapping: RowMapping = _MAPPING, name: str = "crm.csv", **more: Any) -> ImportSummary:
        """Import a table."""
        (self.folder / name).write_text(_HEADER + rows)
        job = ImportJob(open_rows(self.folder / name), pack(), mapping, **more)
        return import_rows(job, SCOPE.team, self.ports, NOW)

    def lines(self, *lines: dict[str, Any] | str, name: str = "crm.jsonl", **more: Any) -> ImportSummary:
        """Import lines in the form of the scorer."""
        text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
        (self.folder / name).write_text(text)
        return import_rows(ImportJob(open_rows(self.folder / name), pack(), **more), SCOPE.team, self.ports, NOW)


@pytest.fixture
def folder(tmp_path: Path, ports: Ports) -> _Folder:
    """A folder of files to import."""
    return _Folder(tmp_path, ports)


def _accounts(ports: Ports) -> list[Account]:
    with ports.store().begin(SCOPE, writes=False) as work:
        return list(work.accounts.all())


def _known(ports: Ports) -> dict[str, dict[str, object]]:
    """The last value of each trait, by account."""
    return {account.name: {each.trait: each.value for each in account.answers} for account in _accounts(ports)}


def _change(ports: Ports, change: Callable[[Any], object]) -> None:
    with ports.store().begin(SCOPE) as work:
        change(work.accounts)
        work.commit()


def _add(name: str, accounts: Any) -> None:
    accounts.add(name)


def _merge_into_first(gone: int, accounts: Any) -> None:
    accounts.merge(1, gone)


def test_rows_become_accounts_with_dated_answers(folder: _Folder, ports: Ports) -> None:
    """A row is an account with its id; its answers come from the file, on the day that the file was true."""
    summary = folder.table("7,Acme,120,Software,\n")

    [account] = _accounts(ports)
    assert ("Acme", ("7",)) == (account.name, account.external_ids)
    source = Source(kind=SourceKind.IMPORT, person="crm.csv")
    employees, industry = account.answers
    assert (
        Answer(id=employees.id, trait="employees", value=120, source=source, on=date(2026, 6, 30), recorded_at=NOW)
        == employees
    )
    assert ("industry", "saas") == (industry.trait, industry.value)
    assert ImportSummary(file="crm.csv", as_of=date(2026, 6, 30), added=1, answers=2) == summary
    assert (1, 1, True) == (summary.taken, summary.rows, summary.clean)


def test_the_summary_accounts_for_every_row(folder: _Folder, ports: Ports) -> None:
    """What was taken, skipped, failed, unreadable and unmapped is counted, by line."""
    summary = folder.table(
        "1,Acme,120,Software,\n"
        "2,Beta,many,Toys,\n"
        "3,Gamma,0,Toys,dead\n"
        "4,Delta,0\n"
        "5,,12,Bank,\n"
        "2,Beta Inc,1.200,Toys,\n"
        "6,Zeta,5,Games,Dead\n"
        "1,Acme,121,Bank,\n"
    )

    assert (
        ImportSummary(
            file="crm.csv",
            as_of=date(2026, 6, 30),
            added=2,
            answers=2,
            skipped=(
                Skipped("a later line has the same external id", 2, (2, 3)),
                Skipped("no longer trading", 2, (4, 8)),
            ),
            failed=(
                LineNote(5, "the row has 3 fields, and the header has 5"),
                LineNote(6, "the name is blank"),
            ),
            unreadable=(LineNote(7, "employees: '1.200' may be 1200 or 1.2000; write it without doubt"),),
            unmapped=(Unmapped("industry", "Toys", 1, (7,)),),
        )
        == summary
    )
    assert (8, False) == (summary.rows, summary.clean)
    assert {"Acme": {"employees": 121, "industry": "fintech"}, "Beta Inc": {}} == _known(ports)


def test_a_summary_stays_readable(folder: _Folder) -> None:
    """However many values are unmapped, the most frequent are told and none of them fills the screen."""
    rows = "".join(f"{number},Company {number},,Sector {number} {'x' * 200},\n" for number in range(1200))

    unmapped = folder.table(rows + "a,Acme,,Toys,\nb,Beta,,Toys,\n,Gamma,,Sector 7 " + "x" * 200 + ",\n").unmapped

    assert 1000 == len(unmapped)
    assert Unmapped("industry", f"Sector 7 {'x' * 71}...", 2, (9, 1204)) == unmapped[0]


def test_lines_of_the_scorer_need_no_mapping(folder: _Folder, ports: Ports) -> None:
    """A dated value keeps its date, an undated one is of the day of the import, and a bad line is its own fault."""
    summary = folder.lines(
        {
            "name": "Acme",
            "external_id": 7,
            "answers": {"employees": {"value": {"min": 50}, "on": "2026-01-31"}, "budget": True},
        },
        {"name": "Beta", "answers": {"employees": "many"}},
        {"name": "Gamma", "answers": {"size": 5}},
        '{"name": "Delta", "answers": {"employees": NaN}}',
        '{"name": "Epsilon", "answers": {"employees": 1' + "0" * 5000 + "}}",
        {"name": "Zeta", "answers": {"stack": {"at_least": ["excel"]}, "industry": None}},
    )

    assert {"Acme": {"employees": {"min": 50}, "budget": True}, "Zeta": {"stack": {"at_least": ["excel"]}}} == _known(
        ports
    )
    assert [date(2026, 1, 31), TODAY] == [each.on for each in _accounts(ports)[0].answers]
    assert (2, [2, 3, 4, 5]) == (summary.added, [each.line for each in summary.failed])
    assert TODAY == summary.as_of


def test_a_table_needs_a_mapping(folder: _Folder, tmp_path: Path) -> None:
    """A table does not say what its columns mean."""
    (tmp_path / "crm.csv").write_text(_HEADER)

    with pytest.raises(FileRefused, match=r"crm\.csv is a table; name a mapping"):
        import_rows(ImportJob(open_rows(tmp_path / "crm.csv"), pack()), SCOPE.team, folder.ports, NOW)


def test_the_day_of_the_job_wins(folder: _Folder, ports: Ports) -> None:
    """The date on the command line stands above the mapping's, which stands above the day of the import."""
    without = _MAPPING.model_copy(update={"as_of": None})
    folder.table("1,Acme,1,,\n", as_of=date(2026, 10, 1))
    folder.table("2,Beta,1,,\n")
    folder.table("3,Gamma,1,,\n", without)

    days = [account.answers[0].on for account in _accounts(ports)]
    assert [date(2026, 10, 1), date(2026, 6, 30), TODAY] == days


def test_importing_again_changes_nothing(folder: _Folder, ports: Ports) -> None:
    """The second run finds everything as it is."""
    rows = "1,Acme,120,Software,\n2,Beta,0,,\n,Gamma,5,Bank,\n,Gamma,6,Bank,\n3,Beta,,Toys,\n"
    first = folder.table(rows)
    before = _accounts(ports)

    second = folder.table(rows)

    assert (4, 0) == (first.added, first.unchanged)
    assert (0, 0, 4, 0) == (second.added, second.updated, second.unchanged, second.answers)
    assert before == _accounts(ports)


def test_what_has_changed_is_appended(folder: _Folder, ports: Ports) -> None:
    """A new value, a new date and a value that is gone are each recorded, and what was known stays on record."""
    folder.table("1,Acme,120,Software,\n2,Beta,5,,\n3,Gamma,5,,\n")

    summary = folder.table("1,Acme,130,Software,\n2,Beta,,,\n3,Gamma,5,,\n")
    later = folder.table("3,Gamma,5,,\n", as_of=date(2026, 9, 30))

    assert (0, 2, 1, 2) == (summary.added, summary.updated, summary.unchanged, summary.answers)
    assert (1, 1) == (later.updated, later.answers)
    acme, beta, gamma = _accounts(ports)
    assert [("employees", 120), ("industry", "saas"), ("employees", 130)] == [
        (each.trait, each.value) for each in acme.answers
    ]
    assert [(5, date(2026, 6, 30)), (None, None)] == [(each.value, each.on) for each in beta.answers]
    assert [date(2026, 6, 30), date(2026, 9, 30)] == [each.on for each in gamma.answers]


def test_a_value_may_change_back(folder: _Folder, ports: Ports) -> None:
    """What counts is what the file said last, not what it said once."""
    for size in (120, 130, 120):
        folder.table(f"1,Acme,{size},,\n")

    assert [120, 130, 120] == [each.value for each in _accounts(ports)[0].answers]


def test_a_value_that_could_not_be_read_takes_nothing_back(folder: _Folder, ports: Ports) -> None:
    """A cell nobody can read says nothing, so what the file said before stands."""
    folder.table("1,Acme,120,,\n")
    folder.table("1,Acme,around 120,,\n")

    assert {"Acme": {"employees": 120}} == _known(ports)


def test_people_and_files_do_not_overwrite_each_other(folder: _Folder, ports: Ports) -> None:
    """An import compares with what the same file said, whoever else has said something since."""
    folder.table("1,Acme,120,,\n")
    _change(ports, lambda accounts: accounts.record(1, [answer("employees", 500)]))

    assert 1 == folder.table("1,Acme,120,,\n").unchanged
    assert 1 == folder.table("1,Acme,120,,\n", name="other.csv").updated
    assert ["crm.csv", "ann", "other.csv"] == [each.source.person for each in _accounts(ports)[0].answers]


def test_what_a_person_took_back_stays_so(folder: _Folder, ports: Ports) -> None:
    """A corrected import does not come back with the same file, but does with other news."""
    folder.table("1,Acme,120,,\n")
    _change(ports, lambda accounts: accounts.retract(1, [1], NOW))

    assert 1 == folder.table("1,Acme,120,,\n").unchanged
    assert 1 == folder.table("1,Acme,121,,\n").updated
    assert [(120, True), (121, False)] == [(each.value, each.retracted) for each in _accounts(ports)[0].answers]


def test_a_new_name_is_taken_over_once(folder: _Folder, ports: Ports) -> None:
    """A row with a known id and another name renames the account; a person's own choice of name is then respected."""
    folder.table("1,Acme,,,\n")
    assert 1 == folder.table("1,Acme Robotics,,,\n").updated
    _change(ports, lambda accounts: accounts.rename(1, "Acme"))
    assert 1 == folder.table("1,Acme Robotics,,,\n").unchanged

    [account] = _accounts(ports)
    assert ("Acme", ("Acme Robotics",)) == (account.name, account.also)


def test_names_may_repeat_where_ids_differ(folder: _Folder, ports: Ports) -> None:
    """Two companies of one name stay two."""
    folder.table("1,Acme,10,,\n2,Acme,20,,\n")
    folder.table("2,Acme,21,,\n1,Acme,11,,\n")

    assert [[10, 11], [20, 21]] == [[each.value for each in account.answers] for account in _accounts(ports)]


def test_a_row_without_id_goes_by_its_exact_name(folder: _Folder, ports: Ports) -> None:
    """Such rows are about one account, also from another file and after it was renamed; an account with an id is none of them."""
    folder.table("1,Acme,1,,\n,Acme,10,,\n")
    assert (1, 0) == (folder.table(",Acme,11,,\n", name="other.csv").updated, folder.table(",Acme,10,,\n").added)
    _change(ports, lambda accounts: accounts.rename(2, "Acme Two"))
    assert 1 == folder.table(",Acme,12,,\n").updated
    assert 1 == folder.table(",ACME,5,,\n").added

    assert [("Acme", [1]), ("Acme Two", [10, 11, 12]), ("ACME", [5])] == [
        (account.name, [each.value for each in account.answers]) for account in _accounts(ports)
    ]


def test_a_row_without_id_finds_the_account_somebody_added(folder: _Folder, ports: Ports) -> None:
    """An account that a person added by hand is the one of exactly its name, unless there are two of them."""
    for name in ("Acme", "Beta", "Beta"):
        _change(ports, partial(_add, name))

    summary = folder.table(",Acme,10,,\n,Beta,20,,\n")

    assert (1, 1) == (summary.updated, summary.added)
    assert [("Acme", 1), ("Beta", 0), ("Beta", 0), ("Beta", 1)] == [
        (account.name, len(account.answers)) for account in _accounts(ports)
    ]
    assert 2 == folder.table(",Acme,10,,\n,Beta,20,,\n").unchanged


_STAGED = pack().model_copy(
    update={"journey": Journey(stages={StageId.EVALUATE: JourneyStage(crm=("Demo",)), StageId.BUY: JourneyStage()})}
)


def _row(stage: str | None, **more: Any) -> dict[str, Any]:
    return {"name": "Acme", "external_id": "1", "answers": {}, "stage": stage, **more}


def _stage(ports: Ports, account_id: int = 1) -> StageSaid | None:
    with ports.store().begin(SCOPE, writes=False) as work:
        return work.stages.latest(account_id)


def _imported(stage: StageId, at: datetime = NOW, file: str = "crm.jsonl") -> StageSaid:
    return StageSaid(stage=stage, source=Source(kind=SourceKind.IMPORT, person=file), at=at)


class _Staged(_Folder):
    """A folder of files that name stages."""

    def at(self, *rows: dict[str, Any], now: datetime = NOW, **more: Any) -> ImportSummary:
        """Import lines at some time."""
        (self.folder / "crm.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        job = ImportJob(open_rows(self.folder / "crm.jsonl"), _STAGED, **more)
        return import_rows(job, SCOPE.team, self.ports, now)

    def say(self, stage: StageId, at: datetime) -> StageSaid:
        """Let a person say the stage of the first account."""
        said = StageSaid(stage=stage, source=Source(kind=SourceKind.PERSON, person="ann"), at=at)
        with self.ports.store().begin(SCOPE) as work:
            work.stages.say(1, said)
            work.commit()
        return said


@pytest.fixture
def staged(tmp_path: Path, ports: Ports) -> _Staged:
    """A folder of files that name stages."""
    return _Staged(tmp_path, ports)


def test_the_stage_of_the_crm(staged: _Staged, ports: Ports) -> None:
    """A stage that a row names is the account's, as the file says; again, it is no news."""
    first, again = staged.at(_row("demo")), staged.at(_row("demo"), now=NOW + timedelta(days=1))

    assert _imported(StageId.EVALUATE) == _stage(ports)
    assert (1, 0, 1) == (first.added, again.updated, again.unchanged)


def test_another_stage_is_news(staged: _Staged, ports: Ports) -> None:
    """Another stage than before updates the account; a row that names none leaves the stage as it is."""
    staged.at(_row("Demo"))
    later = NOW + timedelta(days=1)
    news, none = staged.at(_row("buy"), now=later), staged.at(_row(None), now=later)

    assert _imported(StageId.BUY, later) == _stage(ports)
    assert (1, 1) == (news.updated, none.unchanged)


def test_a_stage_by_a_mapping(folder: _Folder, ports: Ports) -> None:
    """A mapping says which column holds the stage."""
    mapping = RowMapping.model_validate({"name": "company", "stage": "status", "answers": {}})
    folder.table("1,Acme,,,Buy\n2,Beta,,,\n", mapping)

    assert (_imported(StageId.BUY, file="crm.csv"), None) == (_stage(ports), _stage(ports, 2))


def test_a_person_and_the_crm(staged: _Staged, ports: Ports) -> None:
    """Who spoke last counts: a person after the file, the file after a person."""
    staged.at(_row("demo"))
    person = staged.say(StageId.BUY, NOW + timedelta(hours=1))
    after_the_file = _stage(ports)
    staged.at(_row("demo"), now=NOW + timedelta(hours=2))

    assert person == after_the_file
    assert _imported(StageId.EVALUATE, NOW + timedelta(hours=2)) == _stage(ports)


def test_an_old_file_overrules_nobody(staged: _Staged, ports: Ports) -> None:
    """A file that was true some days ago says nothing against what a person has said since."""
    staged.at(_row(None))
    person = staged.say(StageId.BUY, NOW - timedelta(days=1))
    summary = staged.at(_row("demo"), as_of=NOW.date() - timedelta(days=2))

    assert (person, 1) == (_stage(ports), summary.unchanged)


def test_a_file_that_was_true_before(staged: _Staged, ports: Ports) -> None:
    """What a file says of a day that has passed counts as said at its end."""
    day = NOW.date() - timedelta(days=2)
    staged.at(_row("demo"), as_of=day)

    assert _imported(StageId.EVALUATE, datetime.combine(day, time.max, NOW.tzinfo)) == _stage(ports)


def test_an_unknown_stage_is_reported(staged: _Staged, ports: Ports) -> None:
    """A stage that the pack does not know is reported with its line, and the rest of the row is taken."""
    summary = staged.at(_row("Lost"), _row("demo", name="Beta", external_id="2"))

    [note] = summary.unreadable
    assert (1, "stage: unknown stage 'Lost'") == (note.line, note.why.split(";")[0])
    assert (2, ()) == (summary.added, summary.failed)
    assert None is _stage(ports)


def test_stages_of_merged_accounts(staged: _Staged, ports: Ports) -> None:
    """Of several lines about one account the last that names a stage counts, and a second run changes nothing."""
    rows = [_row("demo"), _row(None, name="Acme Inc", external_id="2")]
    staged.at(*rows)
    _change(ports, partial(_merge_into_first, 2))
    first = staged.at(_row("demo"), _row("buy", external_id="2"), now=NOW + timedelta(days=1))
    again = staged.at(_row("demo"), _row("buy", external_id="2"), now=NOW + timedelta(days=2))

    assert _imported(StageId.BUY, NOW + timedelta(days=1)) == _stage(ports)
    assert (2, 0) == (first.updated, again.updated)


def test_after_a_merge_both_ids_lead_to_one_account(folder: _Folder, ports: Ports) -> None:
    """The lines of merged accounts count together, the last that knows a trait wins, and a second run changes nothing."""
    rows = "1,Acme,120,Software,\n2,Beta,5,,\n3,Acme Inc,130,,\n,Acme Old,,Bank,\n"
    folder.table(rows)
    for gone in (3, 4):
        _change(ports, partial(_merge_into_first, gone))

    summary = folder.table(rows)
    again = folder.table(rows)
    changed = folder.table(rows.replace("130", ""))

    assert [(0, 0, 4, 0)] * 2 == [(run.added, run.updated, run.unchanged, run.answers) for run in (summary, again)]
    assert (3, 1, 1) == (changed.updated, changed.unchanged, changed.answers)
    acme, beta = _accounts(ports)
    assert ("Acme", ("Acme Inc", "Acme Old")) == (acme.name, acme.also)
    assert {"employees": 120, "industry": "fintech"} == {each.trait: each.value for each in acme.answers}
    assert ("Beta", 1) == (beta.name, len(beta.answers))


def test_a_forgotten_account_comes_back_as_a_new_one(folder: _Folder, ports: Ports) -> None:
    """Forgetting leaves no mark against an id; who imports the file again wants the account."""
    folder.table("1,Acme,120,,\n")
    _change(ports, lambda accounts: accounts.forget(1))

    assert 1 == folder.table("1,Acme,120,,\n").added


def test_a_draft_marks_its_answers(folder: _Folder, ports: Ports) -> None:
    """Answers imported while a draft is in force say so."""
    folder.table("1,Acme,120,,\n", draft=True)

    assert [True] == [each.draft for each in _accounts(ports)[0].answers]


def test_progress_is_told_up_to_the_end(tmp_path: Path, ports: Ports) -> None:
    """The number of rows done only rises, and ends at all of them."""
    rows = "".join(f"{number},Company {number},{number},,{'dead' * (number % 3 == 0)}\n" for number in range(1, 1801))
    (tmp_path / "crm.csv").write_text(_HEADER + rows)
    told: list[int] = []

    summary = import_rows(
        ImportJob(open_rows(tmp_path / "crm.csv"), pack(), _MAPPING), "local", ports, NOW, told.append
    )

    assert len(told) >= 3
    assert sorted(told) == told
    assert 1800 == told[-1] == summary.rows
    assert (1200, 600) == (summary.added, summary.skipped[0].count)


def test_a_file_in_another_encoding_changes_nothing(folder: _Folder, ports: Ports, tmp_path: Path) -> None:
    """A byte that is not UTF-8, however far down, is named before anything is written."""
    (tmp_path / "crm.csv").write_bytes((_HEADER + "1,Acme,1,,\n").encode() + b"2,Caf\xe9,1,,\n")

    with pytest.raises(FileRefused, match=r"crm\.csv:3: byte 0xE9"):
        import_rows(ImportJob(open_rows(tmp_path / "crm.csv"), pack(), _MAPPING), "local", ports, NOW)
    assert [] == _accounts(ports)


def test_a_locked_state_is_told_and_the_next_run_goes_on(folder: _Folder, ports: Ports, tmp_path: Path) -> None:
    """What could not be written is written when the import is run again."""
    folder.table("1,Acme,120,,\n")
    with closing(sqlite3.connect(tmp_path / "home" / "fika.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StateUnavailable, match="locked"):
            folder.table("1,Acme,120,,\n2,Beta,1,,\n")
        other.execute("ROLLBACK")

    assert (1, 1) == (folder.table("1,Acme,120,,\n2,Beta,1,,\n").added, len(_accounts(ports)) - 1)


_KILLED = """
import os, sys
from pathlib import Path
from bot.flows.importing import ImportJob, import_rows
from bot.library.rows import open_rows
from tests.flows.test_importing import _MAPPING
from tests.small import NOW, pack, ports_at
rows, home, after = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
def told(done):
    if done >= after: os.kill(os.getpid(), 9)
import_rows(ImportJob(open_rows(rows), pack(), _MAPPING), "local", ports_at(home), NOW, told)
"""


def _plain(ports: Ports) -> list[dict[str, Any]]:
    """Everything in the state but the numbers of rows."""
    accounts = [account.model_dump(mode="json", exclude={"id"}) for account in _accounts(ports)]
    for account in accounts:
        for each in account["answers"]:
            del each["id"]
    return accounts


def test_a_killed_import_is_finished_by_the_next(tmp_path: Path) -> None:
    """Killed between two transactions and run again, an import leaves exactly what an uninterrupted one does."""
    rows = "".join(f"{number % 1300},Company {number},{number},,\n" for number in range(1, 1501))
    (tmp_path / "crm.csv").write_text(_HEADER + rows)
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, str(tmp_path / "crm.csv"), str(tmp_path / "killed"), "600"],
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    job = ImportJob(open_rows(tmp_path / "crm.csv"), pack(), _MAPPING)
    left = len(_accounts(ports_at(tmp_path / "killed")))

    import_rows(job, "local", ports_at(tmp_path / "killed"), NOW)
    import_rows(job, "local", ports_at(tmp_path / "whole"), NOW)

    assert -9 == killed.returncode
    assert 0 < left < 1300
    assert _plain(ports_at(tmp_path / "whole")) == _plain(ports_at(tmp_path / "killed"))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "1", "2", "3"]),
            st.sampled_from(["Acme", "Beta", ""]),
            st.sampled_from(["", "0", "5", "x", "7"]),
            st.sampled_from(["", "Bank", "Toys"]),
            st.sampled_from(["", "", "dead"]),
        ),
        max_size=8,
    ),
    st.sampled_from([None, (1, 2), (2, 1), (1, 3)]),
)
def test_any_file_imported_twice_is_imported_once(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]], merged: tuple[int, int] | None
) -> None:
    """Whatever the rows, and whatever was merged in between, two runs leave what one does and every row is counted."""
    tmp_path = tmp_path_factory.mktemp("import")
    ports = ports_at(tmp_path / "home")
    folder = _Folder(tmp_path, ports)
    text = "".join(",".join(row) + "\n" for row in rows)
    first = folder.table(text)
    if merged is not None and len(_accounts(ports)) >= max(merged):
        _change(ports, lambda accounts: accounts.merge(*merged))
        folder.table(text)
    before = _accounts(ports)

    again = folder.table(text)

    assert before == _accounts(ports)
    assert (0, 0, 0) == (again.added, again.updated, again.answers)
    not_blank = [row for row in rows if any(row)]
    assert len(not_blank) == first.rows == again.rows
    assert replace(first, added=0, unchanged=first.added, answers=0) == again


def test_a_later_file_of_an_earlier_day_counts_as_the_correction_it_is(folder: _Folder, ports: Ports) -> None:
    """Whoever gave a wrong date imports again with the right one."""
    folder.table("1,Acme,120,,\n", as_of=TODAY + timedelta(days=300))
    folder.table("1,Acme,120,,\n", as_of=TODAY)

    assert TODAY == _accounts(ports)[0].answers[-1].on
