"""What it would take: sound, as small as can be, and silent where nothing helps."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

import pytest
from hypothesis import given

from bot.core.cell import Cells
from bot.core.scorecard import Scorecard
from bot.core.verdict import Tier
from bot.core.whatif import WhatItTakes, answers_to_work, what_it_would_take
from tests.strategies import Case, cases, pack_of, still_of

SMALL = cases(most_traits=4, most_worlds=60)


def _worst(scorecard: Scorecard, still: Sequence[Cells]) -> Tier:
    return min(verdict.tier for verdict in scorecard.possibility.verdicts(still))


def _given(still: Sequence[Cells], picks: Sequence[tuple[int, int]]) -> list[Cells]:
    changed = list(still)
    for trait, cell in picks:
        changed[trait] = (cell,)
    return changed


def _picks(scorecard: Scorecard, takes: WhatItTakes) -> list[tuple[int, int]]:
    ids = [[cell.id for cell in cells] for cells in scorecard.cells]
    places = [scorecard.index[wanted.trait] for wanted in takes.wanted]
    return [(place, ids[place].index(wanted.cell)) for place, wanted in zip(places, takes.wanted, strict=True)]


def _sets(scorecard: Scorecard, still: Sequence[Cells], size: int, *, change: bool) -> Iterator[list[tuple[int, int]]]:
    """Every way to give that many answers, to open traits or (with `change`) to any."""
    traits = [trait for trait, cells in enumerate(still) if change or len(cells) > 1]
    for chosen in combinations(traits, size):
        options = [still[trait] if len(still[trait]) > 1 else scorecard.everything[trait] for trait in chosen]
        yield from (list(zip(chosen, cells, strict=True)) for cells in product(*options))


def _reachable(case: Case, target: Tier, sizes: range, *, change: bool) -> bool:
    return any(
        _worst(case.scorecard, _given(case.still, picks)) >= target
        for size in sizes
        for picks in _sets(case.scorecard, case.still, size, change=change)
    )


@given(SMALL)
def test_the_answers_named_reach_the_tier_come_what_may(case: Case) -> None:
    """Once the wanted answers are in, no completion is below the tier that was promised."""
    takes = what_it_would_take(case.scorecard, case.still)
    if takes is not None:
        after = _given(case.still, _picks(case.scorecard, takes))

        assert takes.tier == _worst(case.scorecard, case.still) + 1
        assert takes.tier <= _worst(case.scorecard, after)


@given(SMALL)
def test_every_alternative_named_does_as_well(case: Case) -> None:
    """Any other cell named for an answer keeps the promise while the other answers are as they are named, and only such."""
    takes = what_it_would_take(case.scorecard, case.still)
    for wanted in takes.wanted if takes else ():
        place = case.scorecard.index[wanted.trait]
        picks = [pick for pick in _picks(case.scorecard, takes) if pick[0] != place]
        known = len(case.still[place]) == 1
        choices = case.scorecard.everything[place] if known else case.still[place]
        good = [
            case.scorecard.cells[place][cell].id
            for cell in choices
            if _worst(case.scorecard, _given(case.still, [*picks, (place, cell)])) >= takes.tier
        ]

        assert sorted(good) == sorted((wanted.cell, *wanted.or_else))


@given(SMALL)
def test_no_smaller_set_of_answers_would_do(case: Case) -> None:
    """`fewest` is meant: brute force finds no smaller set, and open answers are preferred to changed ones."""
    takes = what_it_would_take(case.scorecard, case.still)
    if takes is not None:
        changes = any(wanted.instead for wanted in takes.wanted)
        smaller = range(1, len(takes.wanted))

        assert takes.fewest
        assert not _reachable(case, takes.tier, smaller, change=changes)
        if changes:
            assert not _reachable(case, takes.tier, range(1, len(case.still) + 1), change=False)


@given(SMALL)
def test_silence_means_that_nothing_helps_or_nothing_is_missing(case: Case) -> None:
    """None is said only at a certain tier A, or where no answers whatever reach the next tier."""
    worst = _worst(case.scorecard, case.still)
    if what_it_would_take(case.scorecard, case.still) is None and worst is not Tier.A:
        assert not _reachable(case, Tier(worst + 1), range(1, len(case.still) + 1), change=True)


@given(SMALL)
def test_answers_to_work_is_zero_exactly_for_proven_work_by_one_icp(case: Case) -> None:
    """The number of missing answers is 0 only where `work` is proven, None only where open ones cannot prove it."""
    missing = answers_to_work(case.scorecard, case.still)

    if missing == 0:
        assert _worst(case.scorecard, case.still) >= Tier.B
    elif missing is None:
        assert not _reachable(case, Tier.B, range(1, len(case.still) + 1), change=False)


def _two_icps(count: int) -> dict[str, object]:
    """A size trait that lets one of two ICPs pass whatever it is, and flags that both rate."""
    flags = [
        {"id": f"f{n}", "label": "F", "group": "firmographic", "kind": "flag", "question": "?"} for n in range(count)
    ]
    size = {"id": "size", "label": "S", "group": "firmographic", "kind": "number", "question": "?"}
    ratings = {flag["id"]: {"points": {"yes": 1}} for flag in flags}
    return {
        "name": "two", "title": "Two", "version": 1, "owner": "a@example.com", "reviewed_on": "2026-11-01",
        "traits": [size, *flags],
        "icps": [
            {"id": "p", "role": "primary", "name": "P",
             "ratings": {"size": {"required": True, "points": {"<10": 1}}, **ratings}},
            {"id": "s", "role": "secondary", "name": "S",
             "ratings": {"size": {"required": True, "points": {">=10": 1}}, **ratings}},
        ],
    }  # fmt: skip


def test_two_icps_may_cover_for_each_other() -> None:
    """Nobody needs to know the size when one ICP fits below it and the other above: one answer less than alone."""
    scorecard = Scorecard.of(pack_of(_two_icps(3)))
    still = still_of(scorecard, {"answers": {"f0": True}})

    takes = what_it_would_take(scorecard, still)

    assert takes is not None
    assert (takes.tier, takes.fewest, [wanted.trait for wanted in takes.wanted]) == (Tier.B, True, ["f1"])


def test_more_sets_than_can_be_tried_are_owned_up_to() -> None:
    """Where not every smaller set was tried, the count is called an upper bound."""
    scorecard = Scorecard.of(pack_of(_two_icps(16)))

    takes = what_it_would_take(scorecard, still_of(scorecard, {"answers": {}}))

    assert takes is not None
    assert not takes.fewest


@pytest.mark.parametrize("size", [5, 50])
def test_a_known_answer_that_would_have_to_change_is_named(size: int) -> None:
    """With nothing open, the fewest changed answers are named, each with what is known today."""
    scorecard = Scorecard.of(pack_of(_two_icps(2)))

    takes = what_it_would_take(scorecard, still_of(scorecard, {"answers": {"size": size, "f0": False, "f1": False}}))

    assert takes is not None
    assert [(wanted.cell, wanted.instead) for wanted in takes.wanted] == [("yes", "no")]
