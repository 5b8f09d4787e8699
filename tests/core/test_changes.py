"""What changed since a person was last briefed: what still stands, and nothing from before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Account, Answer
from bot.core.changes import Changes, StageMoved, changes_since, last_answer, stage_moved
from bot.core.fit import FitReport
from bot.core.gap import Closing, Gap, GapKind, GapStatus
from bot.core.journey import Journey, JourneyStage, StageId, StageSaid, StageSign
from bot.core.stage_signs import StageSigns
from bot.flows.fit import Scorer
from tests.small import TODAY, pack, person

THEN = datetime(2026, 11, 1, 9, tzinfo=UTC)
LATER = THEN + timedelta(hours=1)
SCORER = Scorer(pack())


@dataclass(frozen=True)
class _Then:
    at: datetime = THEN
    pack_version: int = 1
    verdicts: tuple[str, ...] = ()
    last_answer: int = 3


def _answer(number: int, trait: str = "employees", value: Any = 120, by: str = "ann", **more: Any) -> Answer:
    return Answer(id=number, trait=trait, value=value, source=person(by), recorded_at=LATER, **more)


def _gap(number: int, at: datetime, closed: datetime | None = None) -> Gap:
    closing = None if closed is None else Closing(reason="x", source=person(), at=closed)
    status = GapStatus.OPEN if closed is None else GapStatus.FILLED
    return Gap(id=number, kind=GapKind.CONTENT, what="deck", source=person(), at=at, status=status, closed=closing)


def _report(*answers: Answer) -> FitReport:
    return SCORER.answer(Account(id=1, name="Acme", answers=answers), TODAY).report


def _changes(
    *answers: Answer, then: _Then | None = None, gaps: Sequence[Gap] = (), said: StageSaid | None = None
) -> Changes:
    report = _report(*answers)
    seen = then or _Then(verdicts=tuple(report.possible))
    return changes_since(seen, Account(id=1, name="Acme", answers=answers), report, gaps, said)


def test_nothing_changed() -> None:
    """Where nothing happened since, there is no change; what was there then is none."""
    said = StageSaid(stage=StageId.BUY, source=person(), at=THEN)
    found = _changes(_answer(3), gaps=[_gap(1, THEN), _gap(2, THEN, closed=THEN)], said=said)

    assert Changes(since=THEN) == found
    assert not found.is_any


def test_the_verdict_and_the_pack() -> None:
    """Other verdicts and another version of the pack are told as they were then."""
    found = _changes(then=_Then(pack_version=7, verdicts=("primary/A",)))

    assert (("primary/A",), 7, True) == (found.verdicts_before, found.pack_before, found.is_any)


def test_the_order_of_verdicts_is_nothing() -> None:
    """The same verdicts in another order are the same."""
    verdicts = tuple(reversed([each.value for each in _report().possible]))

    assert None is _changes(then=_Then(verdicts=verdicts)).verdicts_before


def test_answers_that_stand() -> None:
    """What was recorded since is told where it still stands: neither taken back nor said anew by the same source."""
    answers = [
        _answer(3, "industry", "saas"),
        _answer(4, value=100),
        _answer(5, value=120),
        _answer(6, value=500, by="ben"),
        _answer(7, "budget", value=True, retracted=True),
        _answer(8, "revenue", value=None),
    ]

    assert (answers[2], answers[3]) == _changes(*answers).answers


def test_what_was_taken_back() -> None:
    """What stood then and was taken back since is told, unless the same source says something else in its place."""
    answers = [
        _answer(1, "budget", value=True, retracted=True, retracted_at=LATER),
        _answer(2, "industry", "saas", retracted=True, retracted_at=LATER),
        _answer(3, "revenue", 9),
        _answer(4, "industry", "fintech"),
        _answer(5, "revenue", value=None),
        _answer(6, "employees", 9, retracted=True, retracted_at=LATER),
    ]
    found = _changes(*answers)

    assert ((answers[0], answers[2]), (answers[3],)) == (found.gone, found.answers)
    assert _changes(answers[0]).is_any


def test_what_was_taken_back_before() -> None:
    """What had been taken back by then, or nobody knows when, is no news."""
    gone = _answer(1, "budget", value=True, retracted=True, retracted_at=THEN)

    assert not _changes(gone, _answer(2, retracted=True)).is_any


SIGNS = StageSigns.of(
    pack().model_copy(update={"journey": Journey(stages={StageId.EVALUATE: JourneyStage(signs={"budget": ("yes",)})})})
)


def _moved(*answers: Answer, days: int = 0) -> StageMoved | None:
    account = Account(id=1, name="Acme", answers=answers)
    return stage_moved(_Then(), account, SIGNS, THEN.date() + timedelta(days=days))


def test_a_stage_that_answers_show_anew() -> None:
    """Where what is known shows another stage than then, that is told, with what shows it now."""
    yes = _answer(3, "budget", value=True)
    expiring = yes.model_copy(update={"on": THEN.date()})
    back = yes.model_copy(update={"retracted": True, "retracted_at": LATER})
    new = yes.model_copy(update={"id": 4})

    assert [None, None, None] == [_moved(), _moved(yes), _moved(expiring, days=1)]
    assert [StageMoved(StageId.EVALUATE, None)] * 2 == [_moved(back), _moved(expiring, days=400)]
    assert StageMoved(None, StageSign(stage=StageId.EVALUATE, trait="budget", value=True)) == _moved(new)


def test_a_stage_that_somebody_said_stays() -> None:
    """What answers show is nothing once somebody said a stage."""
    moved, account = StageMoved(StageId.EVALUATE, None), Account(id=1, name="Acme")
    said = StageSaid(stage=StageId.BUY, source=person(), at=THEN)
    seen = _Then(verdicts=tuple(_report().possible))
    found = [changes_since(seen, account, _report(), (), each, moved) for each in (None, said)]

    assert [(moved, True), (None, False)] == [(each.moved, each.is_any) for each in found]


def test_the_stage_and_gaps() -> None:
    """A stage said since, and gaps logged or closed since; one that was logged and closed since is closed."""
    said = StageSaid(stage=StageId.BUY, source=person(), at=LATER)
    logged, closed, both = _gap(1, LATER), _gap(2, THEN, closed=LATER), _gap(3, LATER, closed=LATER)
    found = _changes(gaps=[both, logged, closed], said=said)

    assert (said, (logged,), (both, closed)) == (found.stage, found.gaps_logged, found.gaps_closed)


def test_the_last_answer() -> None:
    """The greatest id is the last one, whatever came of the answer."""
    account = Account(id=1, name="Acme", answers=(_answer(9, retracted=True), _answer(4)))

    assert (9, 0) == (last_answer(account), last_answer(Account(id=2, name="Beta")))


@given(st.lists(st.tuples(st.sampled_from(["employees", "revenue"]), st.integers(0, 9), st.booleans()), max_size=8))
def test_telling_it_twice_tells_nothing_new(drawn: list[tuple[str, int, bool]]) -> None:
    """Held against what holds now, nothing has changed, whatever is known."""
    answers = [_answer(place, trait, value, retracted=gone) for place, (trait, value, gone) in enumerate(drawn, 1)]
    account = Account(id=1, name="Acme", answers=tuple(answers))
    now = _Then(verdicts=tuple(_report(*answers).possible), last_answer=last_answer(account))

    assert not _changes(*answers, then=now).is_any
