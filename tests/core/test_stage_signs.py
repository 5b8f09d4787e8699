"""Stage signs: what is known of an account shows its stage, and nothing that is not known does."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.core.account import Account, Answer, Source, SourceKind
from bot.core.journey import Journey, JourneyStage, StageId, StageSign
from bot.core.stage_signs import StageSigns
from tests.small import pack

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
PACK = pack().model_copy(
    update={
        "journey": Journey(
            stages={
                StageId.LEARN: JourneyStage(signs={"stack": ("snowflake",), "industry": ("saas",)}),
                StageId.EVALUATE: JourneyStage(signs={"employees": ("50..200",)}),
                StageId.CONSIDER: JourneyStage(signs={"budget": ("yes",), "gone": ("x",)}),
                StageId.BUY: JourneyStage(),
            }
        )
    }
)
SIGNS = StageSigns.of(PACK)


def _said(number: int, trait: str, value: Any, by: str = "ann", **more: Any) -> Answer:
    source = Source(kind=SourceKind.PERSON, person=by)
    return Answer(id=number, trait=trait, value=value, source=source, recorded_at=NOW, **more)


def _latest(*answers: Answer) -> StageSign | None:
    return SIGNS.latest(Account(id=1, name="Acme", answers=answers), TODAY)


def test_nothing_known_shows_nothing() -> None:
    """Of an account of which nothing is known no stage is shown."""
    assert None is _latest()


def test_the_latest_stage_counts() -> None:
    """Of several signs that hold the one of the latest stage counts, whenever each was said."""
    budget, people = _said(1, "budget", value=True), _said(2, "employees", 120)

    assert StageSign(stage=StageId.CONSIDER, trait="budget", value=True) == _latest(budget, people)
    assert StageSign(stage=StageId.EVALUATE, trait="employees", value=120) == _latest(people)


def test_the_first_trait_of_the_pack() -> None:
    """Of several traits that show the same stage the first of the pack is named."""
    found = _latest(_said(1, "stack", ["snowflake"]), _said(2, "industry", "saas"))

    assert StageSign(stage=StageId.LEARN, trait="industry", value="saas") == found


def test_what_may_be_otherwise_shows_nothing() -> None:
    """A value that is only possible, not known, is no sign; neither is another one."""
    assert None is _latest(_said(1, "employees", {"min": 20, "max": 80}))
    assert None is _latest(_said(1, "budget", value=False))


def test_what_does_not_count_any_more_shows_nothing() -> None:
    """An answer that expired, was taken back or is contradicted is no sign."""
    old = TODAY - timedelta(days=91)

    assert None is _latest(_said(1, "budget", value=True, on=old))
    assert None is _latest(_said(1, "budget", value=True, retracted=True))
    assert None is _latest(_said(1, "employees", 120), _said(2, "employees", 300, by="ben"))


def test_sources_that_agree() -> None:
    """Where several sources together show it, the one that spoke last is quoted."""
    found = _latest(_said(1, "employees", 120), _said(2, "employees", {"min": 100, "max": 150}, by="ben"))

    assert StageSign(stage=StageId.EVALUATE, trait="employees", value={"min": 100, "max": 150}) == found


@given(
    st.dictionaries(
        st.sampled_from(["industry", "employees", "budget"]),
        st.sampled_from([0, 1]),
    ),
)
def test_knowing_more_never_shows_an_earlier_stage(known: dict[str, int]) -> None:
    """Whatever is learned besides, the stage shown never goes back."""
    values: dict[str, list[Any]] = {"industry": ["saas", "other"], "employees": [120, 5], "budget": [True, False]}
    answers = [_said(number, trait, values[trait][each]) for number, (trait, each) in enumerate(known.items(), 1)]
    stages = list(StageId)
    shown = [_latest(*answers[:count]) for count in range(len(answers) + 1)]

    places = [stages.index(each.stage) if each else -1 for each in shown]
    assert sorted(places) == places
