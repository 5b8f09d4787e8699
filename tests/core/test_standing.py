"""Standing: what several sources, dates and changes of mind leave possible of one trait."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Account, Answer
from bot.core.cell import Cells
from bot.core.standing import Standing, answers_about, is_expired, standing
from bot.core.trait import Trait
from tests import oracle, worked
from tests.strategies import TODAY, Case, Json, answer_of, as_json, cases, forms, kind_of_cell

_ANN = {"kind": "person", "person": "ann"}
_BEN = {"kind": "person", "person": "ben"}
_CRM = {"kind": "crm", "person": "ann"}


def _ids(cells: Cells, trait: str = "employees") -> list[str]:
    card = worked.scorecard()
    return card.cell_ids(card.index[trait], cells)


def _standing(*answers: Answer, trait: str = "employees", today: date = TODAY) -> Standing:
    card = worked.scorecard()
    place = card.index[trait]
    return standing(card.traits[place], card.partitions[place], answers, today)


def _said(number: int, value: Any, source: Json = _ANN, **more: Any) -> Answer:
    return answer_of(number, "employees", value, source=source, **more)


def test_nothing_said_leaves_everything() -> None:
    """Without an answer every cell is possible, and nobody disagrees."""
    assert Standing(cells=(0, 1, 2, 3)) == _standing()


def test_sources_are_intersected() -> None:
    """What two sources say must both hold."""
    one, other = _said(1, {"min": 60, "max": 900}), _said(2, {"any_of": [12, 120]}, _BEN)

    assert Standing(cells=_standing(_said(1, 100)).cells, answers=(other, one)) == _standing(one, other)
    assert ["50..200"] == _ids(_standing(one, other).cells)


def test_cells_are_intersected_not_numbers() -> None:
    """A cell that both sources leave possible stays, though they may mean different numbers of it."""
    found = _standing(_said(1, {"min": 60}), _said(2, {"max": 150}, _BEN))

    assert ["20..49,>1000", "50..200"] == _ids(found.cells)
    assert not found.disagrees


def test_sources_that_exclude_each_other_are_united() -> None:
    """If two sources cannot both be right, either may be, and the disagreement is flagged."""
    found = _standing(_said(1, 120), _said(2, 500, _BEN))

    assert {"50..200", "201..1000"} == set(_ids(found.cells))
    assert found.disagrees


def test_three_sources_of_which_two_agree() -> None:
    """Two that agree do not outvote a third: all three are united."""
    found = _standing(_said(1, 120), _said(2, 130, _BEN), _said(3, 12, _CRM))

    assert {"<20", "50..200"} == set(_ids(found.cells))
    assert found.disagrees


def test_a_source_is_its_kind_and_its_person() -> None:
    """The same name in the CRM is another source than the person."""
    assert _standing(_said(1, 120, _ANN), _said(2, 500, _CRM)).disagrees
    assert not _standing(_said(1, 120, _ANN), _said(2, 500, _ANN)).disagrees


def test_the_latest_answer_of_a_source_counts() -> None:
    """A source that answers again has changed its mind; what counts is the order of recording, not of the list."""
    older, newer = _said(1, 120), _said(2, 500)

    assert ["201..1000"] == _ids(_standing(older, newer).cells)
    assert Standing(cells=_standing(newer).cells, answers=(newer,)) == _standing(newer, older)


def test_what_was_said_last_counts() -> None:
    """Messages may arrive in another order than they were written in: the later one counts, whichever came first."""
    later = _said(1, 500, recorded_at="2026-11-22T08:00:01Z")
    earlier = _said(2, 120, recorded_at="2026-11-22T08:00:00.5Z")
    other = _said(3, {"min": 60}, _BEN, recorded_at="2026-11-22T07:00:00Z")

    assert ["201..1000"] == _ids(_standing(later, earlier).cells)
    assert ["50..200"] == _ids(_standing(_said(1, 500, retracted=True), earlier).cells)
    assert (later, other) == _standing(earlier, other, later).answers


def test_null_takes_an_answer_back() -> None:
    """A source whose latest answer is null says nothing any more."""
    assert Standing(cells=(0, 1, 2, 3)) == _standing(_said(1, 120), _said(2, None))
    assert ["201..1000"] == _ids(_standing(_said(1, 120), _said(2, None), _said(3, 500, _BEN)).cells)


def test_a_retracted_answer_does_not_count() -> None:
    """An undone answer is as if it had not been given: the one before counts again."""
    older, undone = _said(1, 120), _said(2, 500, retracted=True)

    assert ["50..200"] == _ids(_standing(older, undone).cells)
    assert (older,) == _standing(older, undone).answers


def test_an_expired_answer_is_a_hint() -> None:
    """An answer that is too old counts as unknown and is kept to show."""
    old = _said(1, 120, on=TODAY - timedelta(days=366))

    assert Standing(cells=(0, 1, 2, 3), expired=(old,)) == _standing(old)


@pytest.mark.parametrize(("days", "expired"), [(364, False), (365, False), (366, True), (0, False), (-30, False)])
def test_the_last_day_of_an_answer(days: int, expired: bool) -> None:  # noqa: FBT001
    """An answer that is exactly as old as it may be is still known; a day later it is not."""
    employees = worked.scorecard().traits[1]
    on = TODAY - timedelta(days=days)

    assert expired == is_expired(on, employees, TODAY)
    assert expired == bool(_standing(_said(1, 120, on=on)).expired)


def test_an_undated_answer_never_expires() -> None:
    """Without a date an answer counts for ever."""
    assert ["50..200"] == _ids(_standing(_said(1, 120), today=date(2999, 1, 1)).cells)


@pytest.mark.parametrize(
    ("group", "days"),
    [
        ("firmographic", 365),
        ("environmental", 365),
        ("technographic", 180),
        ("psychographic", 180),
        ("behavioural", 90),
    ],
)
def test_how_long_answers_last(group: str, days: int) -> None:
    """Answers last as long as their group says, unless the trait says otherwise."""
    shape = {"id": "x", "label": "X", "kind": "flag", "group": group, "question": "?"}

    assert days == Trait.model_validate(shape).days_valid
    assert 7 == Trait.model_validate(shape | {"expires_after": 7}).days_valid
    assert is_expired(TODAY - timedelta(days=days + 1), Trait.model_validate(shape), TODAY)
    assert not is_expired(TODAY - timedelta(days=days), Trait.model_validate(shape), TODAY)


def test_a_value_the_pack_no_longer_knows_is_set_aside() -> None:
    """An answer recorded under another version of the pack may not fit any more; it is shown and does not count."""
    strange = answer_of(1, "industry", "agriculture", source=_ANN)
    good = answer_of(2, "industry", "fintech", source=_BEN)

    assert Standing(cells=(0, 1, 2, 3), unreadable=(strange,)) == _standing(strange, trait="industry")
    found = _standing(strange, good, trait="industry")
    assert ["fintech"] == _ids(found.cells, "industry")
    assert ((good,), (strange,), False) == (found.answers, found.unreadable, found.disagrees)


def test_answers_about_one_trait() -> None:
    """An account's answers for a trait come in the order in which they were recorded."""
    first, other, second = _said(1, 1), answer_of(2, "budget", value=True), _said(3, 3)
    account = Account(id=1, name="Acme", answers=(first, other, second))

    assert (first, second) == answers_about(account, "employees")
    assert () == answers_about(account, "industry")


def _place(answer: Answer) -> tuple[datetime, int]:
    return answer.recorded_at, answer.id


def _brute(case: Case, trait: int, answers: list[Answer]) -> tuple[set[oracle.Kind], bool]:
    """By the rules: per source the latest answer that was not undone; then all of them, or any of them."""
    plain = case.pack["traits"][trait]
    latest: dict[str, Any] = {}
    for answer in sorted(answers, key=_place):
        if not answer.retracted:
            latest[answer.source.model_dump_json()] = answer
    sets = []
    for answer in latest.values():
        dated = {"value": answer.value} | ({"on": answer.on.isoformat()} if answer.on else {})
        if answer.value is not None and not (answer.on and oracle.expired(plain, dated["on"], TODAY)):
            sets.append(set(oracle.still(case.pack, plain, dated, TODAY)))
    if not sets:
        return set(oracle.kinds(case.pack, plain)), False
    common = set.intersection(*sets)
    return (common, False) if common else (set.union(*sets), True)


@st.composite
def _answers(draw: st.DrawFn, plain: Json) -> list[Answer]:
    lasts = plain.get("expires_after") or oracle.EXPIRES[plain["group"]]
    ages = st.sampled_from([None, None, 0, lasts, lasts + 1])
    found = []
    for number in range(draw(st.integers(0, 5))):
        age = draw(ages)
        found.append(
            answer_of(
                number,
                plain["id"],
                as_json(draw(st.none() | forms(plain) | forms(plain))),
                source=draw(st.sampled_from([_ANN, _BEN, _CRM])),
                retracted=draw(st.integers(0, 4)) == 0,
                on=None if age is None else TODAY - timedelta(days=age),
                recorded_at=f"2026-11-22T08:00:0{draw(st.integers(0, 3))}Z",
            )
        )
    return draw(st.permutations(found))


@given(st.data(), cases(most_traits=3))
def test_standing_by_the_rules(data: st.DataObject, case: Case) -> None:
    """Whatever several sources said, in whatever order it is listed, what is left is what the rules leave."""
    for place, plain in enumerate(case.pack["traits"]):
        answers = data.draw(_answers(plain))
        found = standing(case.scorecard.traits[place], case.scorecard.partitions[place], answers, TODAY)
        expected = _brute(case, place, answers)
        assert expected == ({kind_of_cell(case, place, cell) for cell in found.cells}, found.disagrees)
        assert sorted(found.cells) == list(found.cells)
        assert sorted(found.answers, key=_place, reverse=True) == list(found.answers)
