"""Worth: what filling a gap would be worth, counted against the definition."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.core.cell import Cells
from bot.core.fit import FitReport, assess
from bot.core.gap import Gap, GapKind, Voice
from bot.core.gap_worth import Appraisal, Appraised, ValuedGap, Worth
from bot.core.journey import StageId
from bot.core.planner import Planner
from bot.core.scorecard import Scorecard
from bot.core.verdict import Action
from tests.small import NOW, TODAY, pack, person

CARD = Scorecard.of(pack())
PLANNER = Planner(CARD)
NOBODY_KNOWS = CARD.everything
TRAITS = [trait.id for trait in CARD.traits]
ONE_CELL = tuple(st.sampled_from(cells).map(lambda cell: (cell,)) for cells in NOBODY_KNOWS)
STILL = st.tuples(
    *(
        known | known | st.lists(st.sampled_from(cells), min_size=1, unique=True).map(lambda some: tuple(sorted(some)))
        for cells, known in zip(NOBODY_KNOWS, ONE_CELL, strict=True)
    )
)
"""What may be known of an account; mostly much, so that one more answer often decides."""


def report(still: tuple[Cells, ...], today: date = TODAY) -> FitReport:
    """The report on an account of which so much is known."""
    return assess(CARD, PLANNER, "", still, today)


def gap(kind: GapKind, account_id: int | None = None, trait: str | None = None, stage: StageId | None = None) -> Gap:
    """An open gap."""
    return Gap(id=1, kind=kind, what="x", account_id=account_id, trait=trait, stage=stage, source=person(), at=NOW)


@given(st.lists(STILL, max_size=4), st.sampled_from(TRAITS))
def test_a_trait_is_worth_the_accounts_it_decides(stills: list[tuple[Cells, ...]], trait: str) -> None:
    """Counted one by one: open verdicts that every possible answer, or that only some, would leave with one verdict."""
    place = CARD.index[trait]
    surely = perhaps = 0
    for still in stills:
        verdicts = CARD.possibility.verdicts
        if len(verdicts(still)) == 1 or len(still[place]) == 1:
            continue
        after = [len(verdicts([*still[:place], (cell,), *still[place + 1 :]])) == 1 for cell in still[place]]
        surely += all(after)
        perhaps += any(after) and not all(after)

    appraisal = Appraisal.of(Appraised(number, report(still), None) for number, still in enumerate(stills))

    assert Worth(surely, perhaps) == appraisal.worth(gap(GapKind.TRAIT, trait=trait))
    assert Worth(surely, perhaps) == appraisal.worth(gap(GapKind.CONTRADICTION, trait=trait))


@given(st.lists(st.tuples(STILL, st.none() | st.sampled_from(StageId)), max_size=5))
def test_content_is_worth_the_fitting_accounts_that_wait(known: list[tuple[tuple[Cells, ...], StageId | None]]) -> None:
    """Those at its stage that may be worth working on, and the one at which it showed, each once."""
    reports = [report(still) for still, _ in known]
    fitting = [number for number, each in enumerate(reports) if any(v.action is Action.WORK for v in each.possible)]
    at_buy = {number for number in fitting if known[number][1] is StageId.BUY}
    appraisal = Appraisal.of(Appraised(number, each, known[number][1]) for number, each in enumerate(reports))

    for account_id in (None, *range(len(known))):
        own = {account_id} & set(fitting)
        assert Worth(len(at_buy | own)) == appraisal.worth(gap(GapKind.CONTENT, account_id, stage=StageId.BUY))
        assert Worth(len(own)) == appraisal.worth(gap(GapKind.CONTENT, account_id))
        assert Worth(len(own)) == appraisal.worth(gap(GapKind.PRODUCT, account_id, stage=StageId.BUY))
        assert Worth(len(own)) == appraisal.worth(gap(GapKind.TRAIT, account_id))


def test_a_trait_that_changes_nothing_is_worth_nothing() -> None:
    """Nor is one that the pack does not have."""
    assert Worth(0) == Appraisal.of([]).worth(gap(GapKind.TRAIT, trait="shoe_size"))


def test_the_most_valuable_comes_first() -> None:
    """By accounts, then by those perhaps, then by voices, then the earlier one."""
    voice = Voice(source=person(), at=NOW)

    def valued(number: int, worth: Worth, voices: int = 1) -> ValuedGap:
        logged = gap(GapKind.TRAIT).model_copy(update={"id": number, "voices": (voice,) * voices})
        return ValuedGap(logged, worth)

    ranked = [
        valued(5, Worth(2)),
        valued(4, Worth(1, 3)),
        valued(3, Worth(1, 2), voices=2),
        valued(1, Worth(1, 2)),
        valued(2, Worth(1, 2)),
    ]

    shuffled = [ranked[place] for place in (3, 1, 4, 0, 2)]
    assert ranked == sorted(shuffled, key=lambda each: each.rank)
