"""What it would take: the fewest answers after which an account is at the next tier or better, come what may.

While answers are open, only open ones count: which of them, answered how, leave no way to end below the next tier.
Where no open answer can do that, answers that are known would have to be different, and those are counted as well.

Two ways lead there. One ICP alone can guarantee the tier: its gates pass, its least points suffice and the drain stays
low enough. That is a small knapsack, solved exactly over the sums of points and drain. Or two ICPs cover for each other
(the one fits wherever the other does not), which may take fewer answers; smaller sets are tried for that one by one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from bot.core.cell import Cells
from bot.core.scorecard import Scorecard
from bot.core.verdict import DrainLevel, Tier, drain_level, least_points

TRIES = 2000
"""How many sets of answers are tried for two ICPs covering for each other before an answer is called an upper bound."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One answer that it would take."""

    trait: str
    cell: str
    """The id of the cell that the answer would have to be in."""
    or_else: tuple[str, ...] = ()
    """Other cells that would do as well, the other wanted answers being as they are named."""
    instead: str | None = None
    """The cell that is known today, where a known answer would have to be different."""


@dataclass(frozen=True, slots=True)
class WhatItTakes:
    """The fewest answers after which every way the account may turn out is at this tier or better."""

    tier: Tier
    wanted: tuple[Wanted, ...]
    fewest: bool
    """False where fewer might do, because not every smaller set could be tried."""


Picks = tuple[tuple[int, int], ...]
"""Answers as (trait, cell)."""


def what_it_would_take(scorecard: Scorecard, still: Sequence[Cells]) -> WhatItTakes | None:
    """The fewest answers to the next tier; None where the best is certain already or no answers can reach the next.

    Args:
        scorecard: the pack.
        still: the still-possible cells of each trait, in pack order.
    """
    worst = min(verdict.tier for verdict in scorecard.possibility.verdicts(still))
    if worst is Tier.A:
        return None
    target = Tier(worst + 1)
    # Where two ICPs can cover for each other, one of them does alone once all is answered: nothing is missed here.
    for may_change in (False, True):
        alone = _alone(scorecard, still, target, may_change=may_change)
        if alone is not None:
            together, fewest = _together(scorecard, still, target, len(alone), may_change=may_change)
            return WhatItTakes(target, _wanted(scorecard, still, together or alone, target), fewest)
    return None


def answers_to_work(scorecard: Scorecard, still: Sequence[Cells]) -> int | None:
    """The fewest open answers with which one ICP alone proves an account worth working on; None where none can."""
    picks = _alone(scorecard, still, Tier.B, may_change=False)
    return None if picks is None else len(picks)


def _wanted(scorecard: Scorecard, still: Sequence[Cells], picks: Picks, target: Tier) -> tuple[Wanted, ...]:
    return tuple(_want(scorecard, still, picks, trait, target) for trait, _ in picks)


def _want(scorecard: Scorecard, still: Sequence[Cells], picks: Picks, trait: int, target: Tier) -> Wanted:
    named, cells = dict(picks), scorecard.cells[trait]
    known = still[trait][0] if len(still[trait]) == 1 else None
    others = [cell for cell in (scorecard.everything if known is not None else still)[trait] if cell != named[trait]]
    do_as_well = [cell for cell in others if _reaches(scorecard, still, (*(named | {trait: cell}).items(),), target)]
    return Wanted(
        trait=scorecard.traits[trait].id,
        cell=cells[named[trait]].id,
        or_else=tuple(cells[cell].id for cell in do_as_well),
        instead=None if known is None else cells[known].id,
    )


def _reaches(scorecard: Scorecard, still: Sequence[Cells], picks: Picks, target: Tier) -> bool:
    """Whether these answers leave no way to end below the tier."""
    changed = list(still)
    for trait, cell in picks:
        changed[trait] = (cell,)
    return all(verdict.tier >= target for verdict in scorecard.possibility.verdicts(changed))


def _alone(scorecard: Scorecard, still: Sequence[Cells], target: Tier, *, may_change: bool) -> Picks | None:
    """The fewest answers with which one ICP alone guarantees the tier."""
    each = [_cheapest(scorecard, column, still, target, may_change=may_change) for column in scorecard.positive]
    return min((picks for picks in each if picks is not None), key=len, default=None)


def _cheapest(
    scorecard: Scorecard, column: int, still: Sequence[Cells], target: Tier, *, may_change: bool
) -> Picks | None:
    """The knapsack: for every reachable (points, drain) of the worst case the fewest answers that lead there."""
    reached: dict[tuple[int, int], Picks] = {(0, 0): ()}
    for trait, cells in enumerate(still):
        moves = list(_moves(scorecard, column, trait, cells, may_change=may_change))
        after: dict[tuple[int, int], Picks] = {}
        for (points, drain), picks in reached.items():
            for more_points, more_drain, pick in moves:
                sums = points + more_points, drain + more_drain
                if sums not in after or len(picks) + len(pick) < len(after[sums]):
                    after[sums] = picks + pick
        reached = after
    return min(
        (picks for sums, picks in reached.items() if _guaranteed(scorecard, column, sums, target)),
        key=len,
        default=None,
    )


def _guaranteed(scorecard: Scorecard, column: int, sums: tuple[int, int], target: Tier) -> bool:
    points, drain = sums
    level = drain_level(drain, scorecard.worst, scorecard.pack.drain)
    allowed = DrainLevel.FREE if target is Tier.A else DrainLevel.COSTLY
    return level <= allowed and points >= least_points(target, scorecard.best[column], scorecard.pack.tiers)


def _moves(
    scorecard: Scorecard, column: int, trait: int, cells: Cells, *, may_change: bool
) -> Iterator[tuple[int, int, Picks]]:
    """What can be done about a trait, as (least points, least points in the negative ICP, the answer it takes)."""
    safe = [cell for cell in scorecard.everything[trait] if _is_safe(scorecard, column, trait, cell)]
    if set(cells) <= set(safe):
        yield scorecard.points(column, trait, cells)[0], _drain_points(scorecard, trait, cells), ()
    for cell in _answers(scorecard, trait, cells, may_change=may_change):
        if cell in safe:
            points = scorecard.points(column, trait, (cell,))[0]
            yield points, _drain_points(scorecard, trait, (cell,)), ((trait, cell),)


def _answers(scorecard: Scorecard, trait: int, cells: Cells, *, may_change: bool) -> Cells:
    """What may be answered to a trait: its still-possible cells while it is open, other ones where it may change."""
    if len(cells) > 1:
        return cells
    return tuple(cell for cell in scorecard.everything[trait] if cell not in cells) if may_change else ()


def _is_safe(scorecard: Scorecard, column: int, trait: int, cell: int) -> bool:
    return scorecard.passes(column, trait, cell) and not scorecard.cells[trait][cell].knockout


def _drain_points(scorecard: Scorecard, trait: int, cells: Cells) -> int:
    return 0 if scorecard.negative is None else scorecard.points(scorecard.negative, trait, cells)[0]


def _together(
    scorecard: Scorecard, still: Sequence[Cells], target: Tier, fewer_than: int, *, may_change: bool
) -> tuple[Picks | None, bool]:
    """A smaller set of answers with which two ICPs cover for each other, and whether all smaller sets were tried."""
    if sum(_may_pass(scorecard, column, still, may_change=may_change) for column in scorecard.positive) == 1:
        return None, True
    answers = [_answers(scorecard, trait, cells, may_change=may_change) for trait, cells in enumerate(still)]
    for tries, picks in enumerate(_smaller_sets(answers, fewer_than)):
        if tries == TRIES:
            return None, False
        if _reaches(scorecard, still, picks, target):
            return picks, True
    return None, True


def _may_pass(scorecard: Scorecard, column: int, still: Sequence[Cells], *, may_change: bool) -> bool:
    """Whether an ICP is still in the race."""
    return may_change or all(
        any(scorecard.passes(column, trait, cell) for cell in cells) for trait, cells in enumerate(still)
    )


def _smaller_sets(answers: Sequence[Cells], fewer_than: int) -> Iterator[Picks]:
    answerable = [trait for trait, cells in enumerate(answers) if cells]
    for size in range(1, fewer_than):
        for traits in combinations(answerable, size):
            yield from (tuple(zip(traits, cells, strict=True)) for cells in product(*(answers[t] for t in traits)))
