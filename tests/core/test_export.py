"""Export: a line says what counts of an account today, and reading it again changes nothing of that."""

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.cell import partition
from bot.core.export import as_line, in_full
from bot.core.row import Row, TakenRow, direct_reader
from bot.core.standing import standing
from tests.small import NOW, TODAY, pack, person

_FORMS: dict[str, st.SearchStrategy[Any]] = {
    "industry": st.sampled_from(["saas", "fintech", "other"]),
    "employees": st.integers(0, 1200)
    | st.builds(lambda low, more: {"min": low, "max": low + more}, st.integers(0, 300), st.integers(0, 900)),
    "revenue": st.sampled_from([0, 2_000_000, {"min": 50_000_000}, {"max": 10}]),
    "budget": st.sampled_from(["yes", "no"]),
    "stack": st.lists(st.sampled_from(["salesforce", "snowflake", "excel"]), unique=True)
    | st.builds(lambda tag: {"at_least": [tag]}, st.sampled_from(["salesforce", "snowflake", "excel"])),
}


def _values(trait: str) -> st.SearchStrategy[JsonValue]:
    form = _FORMS[trait]
    return st.none() | form | st.builds(lambda forms: {"any_of": forms}, st.lists(form, min_size=1, max_size=3))


@st.composite
def _accounts(draw: st.DrawFn) -> Account:
    answers = []
    for number in range(draw(st.integers(0, 8))):
        trait = draw(st.sampled_from(sorted(_FORMS)))
        answers.append(
            Answer(
                id=number,
                trait=trait,
                value=draw(_values(trait)),
                source=person(draw(st.sampled_from(["ann", "bob", "cleo"]))),
                on=draw(st.none() | st.sampled_from([TODAY - timedelta(days) for days in (0, 30, 100, 200, 400)])),
                recorded_at=NOW,
                retracted=draw(st.integers(0, 5)) == 0,
            )
        )
    return Account(id=1, name="Acme", answers=tuple(answers))


def _line(account: Account, external_id: str | None = None) -> str:
    partitions = [partition(trait, pack().icps) for trait in pack().traits]
    return as_line(account, external_id, pack().traits, partitions, TODAY)


def _cells(account: Account, today: date = TODAY) -> list[tuple[int, ...]]:
    return [
        standing(
            trait, partition(trait, pack().icps), [each for each in account.answers if each.trait == trait.id], today
        ).cells
        for trait in pack().traits
    ]


def _read_back(line: str) -> Account:
    row = direct_reader(pack())(Row(1, json.loads(line)))
    assert isinstance(row, TakenRow)
    source = Source(kind=SourceKind.IMPORT, person="export.jsonl")
    answers = tuple(
        Answer(id=number, trait=trait, value=given.value, source=source, on=given.on, recorded_at=NOW)
        for number, (trait, given) in enumerate(row.answers.items())
    )
    return Account(id=1, name=row.name, answers=answers)


@given(_accounts())
def test_reading_an_export_leaves_the_same_cells_possible(account: Account) -> None:
    """Nothing that counts is lost or made up, whatever the sources say and however they disagree."""
    assert _cells(account) == _cells(_read_back(_line(account)))


@given(_accounts(), st.integers(0, 500))
def test_nothing_lives_longer_for_having_been_exported(account: Account, days: int) -> None:
    """Later on, the exported account never excludes a case that no answer of the original would exclude."""
    later = TODAY + timedelta(days)
    one_by_one = [
        _cells(account.model_copy(update={"answers": (answer,)}), later)
        for answer in account.answers
        if not answer.retracted
    ]
    for index, cells in enumerate(_cells(_read_back(_line(account)), later)):
        everything = len(partition(pack().traits[index], pack().icps).cells)
        if len(cells) < everything:
            assert any(len(each[index]) < everything for each in one_by_one)


def _account(*answers: tuple[str, JsonValue, str, date | None]) -> Account:
    made = [
        Answer(id=number, trait=trait, value=value, source=person(who), on=on, recorded_at=NOW)
        for number, (trait, value, who, on) in enumerate(answers)
    ]
    return Account(id=1, name="Ärger & Söhne", answers=tuple(made))


def test_the_line_is_canonical() -> None:
    """Keys are sorted, letters are letters, and an id is there where there is one."""
    assert '{"answers":{},"name":"Ärger & Söhne"}' == _line(_account())
    assert '{"answers":{},"external_id":"42","name":"Ärger & Söhne"}' == _line(_account(), "42")


def test_a_value_is_taken_as_it_was_given() -> None:
    """One source's value, or one that says as much as all of them, stands there itself with its date."""
    account = _account(
        ("employees", {"min": 5}, "ann", date(2026, 10, 1)),
        ("employees", 120, "bob", date(2026, 9, 1)),
        ("budget", "no", "ann", None),
        ("industry", "saas", "ann", date(2026, 9, 1)),
        ("industry", "saas", "bob", date(2026, 10, 1)),
    )

    assert {
        "budget": "no",
        "employees": {"value": 120, "on": "2026-09-01"},
        "industry": {"value": "saas", "on": "2026-10-01"},
    } == json.loads(_line(account))["answers"]


def test_a_disagreement_stays_one() -> None:
    """Where sources exclude each other, the line says any of what they say, with the earliest date."""
    account = _account(
        ("employees", 120, "ann", date(2026, 10, 1)),
        ("employees", {"any_of": [5, 120]}, "bob", None),
        ("employees", 300, "cleo", date(2026, 9, 1)),
    )

    assert {"employees": {"value": {"any_of": [300, 5, 120]}, "on": "2026-09-01"}} == json.loads(_line(account))[
        "answers"
    ]


def test_what_agreeing_sources_leave_between_them_is_said() -> None:
    """Where no source alone says as much as all together, the line says what they have in common."""
    account = _account(
        ("employees", {"any_of": [5, 120]}, "ann", date(2026, 10, 1)),
        ("employees", {"any_of": [120, 300]}, "bob", None),
        ("revenue", {"any_of": [10, 60_000_000, 3_000_000]}, "ann", None),
        ("industry", {"any_of": ["saas", "fintech"]}, "ann", None),
        ("industry", {"any_of": ["other", "fintech"]}, "bob", None),
        ("stack", {"any_of": [["excel"], []]}, "ann", None),
        ("stack", {"any_of": [[], ["snowflake"]]}, "bob", None),
    )

    assert {
        "employees": {"value": {"any_of": [{"min": 50, "max": 200}]}, "on": "2026-10-01"},
        "industry": {"any_of": ["fintech"]},
        "revenue": {"any_of": [10, 60_000_000, 3_000_000]},
        "stack": {"any_of": [[]]},
    } == json.loads(_line(account))["answers"]
    assert _cells(account) == _cells(_read_back(_line(account)))


def test_a_cell_without_an_upper_end_is_said() -> None:
    """A cell may be several ranges, the last of them open."""
    account = _account(
        ("employees", {"any_of": [5, 120]}, "ann", None),
        ("employees", {"any_of": [300, 2000]}, "bob", None),
    )

    assert {"any_of": [{"min": 0, "max": 9}, {"min": 1001}]} == json.loads(_line(account))["answers"]["employees"]


def test_what_has_expired_is_exported_with_its_date() -> None:
    """An old value is a hint and stays one; an unknown trait is left out."""
    account = _account(("employees", 120, "ann", date(2024, 1, 1)), ("mood", "good", "ann", None))

    assert {"employees": {"value": 120, "on": "2024-01-01"}} == json.loads(_line(account))["answers"]


def test_the_full_export_has_every_answer() -> None:
    """Sources, quotes, dates and what was taken back are all there."""
    account = _account(("employees", 120, "ann", date(2024, 1, 1)), ("mood", "good", "bob", None))

    full = json.loads(in_full(account))

    assert account == Account.model_validate(full)
