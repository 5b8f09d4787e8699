"""Every state of knowledge of an account at once, in arrays: what no policy can beat, by brute force.

A state answers some of the open traits. Arrays hold, for each set of answered traits, all their answers: `possible` is
made from all worlds by taking answers back one at a time, the fewest expected questions from complete states backwards,
and the fewest answers that prove a world from empty ones forwards. Exact, while the states fit into memory.
"""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import combinations, product
from math import prod
from typing import Any

import numpy as np

from bot.core.icp import Role
from bot.core.scorecard import Scorecard
from bot.core.verdict import DrainLevel, Tier, Verdict, conclude
from bot.core.worlds import Race, Step, Weights
from tests.bench.planning.certificate import Aim
from tests.bench.planning.policies import Still

VERDICTS = tuple(Verdict)
OUT = len(Tier)
"""Stands for the tier of an ICP whose gate fails."""
NEVER = 99
Known = tuple[int, ...]
"""Axes of answered traits, ascending."""


def states(still: Still) -> int:
    """How many states of knowledge there are."""
    return prod(len(cells) + 1 for cells in still if len(cells) > 1)


def all_verdicts(scorecard: Scorecard, still: Still) -> Any:
    """The verdict of every world, as a place in VERDICTS: an array with an axis for each open trait."""
    race = scorecard.race
    rows = [[race.traits[trait][cell] for cell in cells] for trait, cells in enumerate(still)]
    drain = _all(np.add, [[step.drain for step in steps] for steps in rows])
    code = np.array(race.levels, np.int16)[drain]
    for number in range(len(race.targets)):
        code = code + len(DrainLevel) * (OUT + 1) ** number * _tiers(race, rows, number)
    found = np.array(_rule(race), np.uint8)[code]
    found[_all(np.logical_or, [[step.knockout for step in steps] for steps in rows])] = VERDICTS.index(
        Verdict.DISQUALIFIED
    )
    return found.reshape([len(cells) for cells in still if len(cells) > 1])


def _tiers(race: Race, rows: Sequence[Sequence[Step]], number: int) -> Any:
    """The tier that each world earns in one ICP, or OUT."""
    points = _all(np.add, [[step.points[number] for step in steps] for steps in rows])
    passes = _all(np.logical_and, [[bool(step.passes >> number & 1) for step in steps] for steps in rows])
    return np.where(passes, np.array(race.tiers_of(number), np.int16)[points], np.int16(OUT))


def _rule(race: Race) -> list[int]:
    """The verdict of each code: the drain level is its last digit, before it the tiers, that of the first ICP last."""
    found = []
    for *tiers, level in product(*[range(OUT + 1)] * len(race.targets), DrainLevel):
        earned: dict[Role, Tier] = {
            target.role: Tier(tier) for target, tier in zip(race.targets, reversed(tiers), strict=True) if tier != OUT
        }
        found.append(VERDICTS.index(conclude(earned, DrainLevel(level))))
    return found


def _all(combine: np.ufunc, rows: Sequence[Sequence[int]]) -> Any:
    return reduce(combine.outer, [np.array(row) for row in rows])


class Lattice:
    """All states of knowledge of one account.

    Args:
        scorecard: the pack.
        still: what is known.
        weights: how often each cell of each trait occurs.
        aim: what is to be decided.
    """

    def __init__(self, scorecard: Scorecard, still: Still, weights: Weights, aim: Aim) -> None:
        self.verdicts = all_verdicts(scorecard, still)
        opened = [place for place, cells in enumerate(still) if len(cells) > 1]
        self._weights = [np.array([weights[place][cell] for cell in still[place]], np.int32) for place in opened]
        self._prices = [1 + scorecard.traits[place].cost for place in opened]
        self._axes = tuple(range(self.verdicts.ndim))
        self._decided = self._find_decided(aim)

    @property
    def frequencies(self) -> Any:
        """How often each world occurs."""
        return reduce(np.multiply.outer, self._weights, np.ones((), np.int64))

    def _find_decided(self, aim: Aim) -> Mapping[Known, Any]:
        classes = [aim(verdict) for verdict in VERDICTS]
        bits = np.array([1 << classes.index(each) for each in classes], np.uint8)
        possible = {self._axes: bits[self.verdicts]}
        for known in (known for size in reversed(range(1, len(self._axes) + 1)) for known in self._layer(size)):
            for at in range(len(known)):
                if (less := known[:at] + known[at + 1 :]) not in possible:
                    possible[less] = np.bitwise_or.reduce(possible[known], axis=at)
        return {known: each & (each - np.uint8(1)) == 0 for known, each in possible.items()}

    def _layer(self, size: int) -> Iterator[Known]:
        """Every set of so many axes."""
        return combinations(self._axes, size)

    def questions(self) -> int:
        """The fewest questions that any policy asks until all is decided, in all worlds together."""
        return self._questions

    @cached_property
    def _questions(self) -> int:
        return self._least([1] * len(self._axes))

    def paid(self) -> int:
        """The least that any policy pays until all is decided, in all worlds together: 1 + cost for each question."""
        if len(set(self._prices)) == 1:
            return self._prices[0] * self.questions()
        return self._least(self._prices)

    def _least(self, prices: Sequence[int]) -> int:
        assert prod(int(each.sum()) for each in self._weights) * (sum(prices) + 1) < 2**31
        after = {self._axes: np.zeros(self.verdicts.shape, np.int32)}
        for size in reversed(range(len(self._axes))):
            after = {known: self._asking(known, after, prices) for known in self._layer(size)}
        return int(after[()])

    def _asking(self, known: Known, after: Mapping[Known, Any], prices: Sequence[int]) -> Any:
        """The least in each state that knows these traits."""
        left = [axis for axis in self._axes if axis not in known]
        worlds = prod(int(self._weights[axis].sum()) for axis in left)
        least = reduce(
            np.minimum, (self._answering(known, axis, after) + np.int32(prices[axis] * worlds) for axis in left)
        )
        return np.where(self._decided[known], np.int32(0), least)

    def _answering(self, known: Known, axis: int, after: Mapping[Known, Any]) -> Any:
        """The least after this trait has been asked as well."""
        at = bisect(known, axis)
        states = after[(*known[:at], axis, *known[at:])]
        cells = [states[(slice(None),) * at + (cell,)] for cell in range(states.shape[at])]
        rows = zip(self._weights[axis], cells, strict=True)
        return reduce(np.add, (part if weight == 1 else weight * part for weight, part in rows))

    def fewest_answers(self) -> Any:
        """For each world how many answers prove it, with the fewest that do."""
        fewest: dict[Known, Any] = {}
        for size in range(len(self._axes) + 1):
            fewest = {known: self._proving(known, fewest) for known in self._layer(size)}
        return fewest[self._axes]

    def _proving(self, known: Known, fewer: Mapping[Known, Any]) -> Any:
        """The same with some or all of these traits."""
        found = np.where(self._decided[known], np.int8(len(known)), np.int8(NEVER))
        for at in range(len(known)):
            less = fewer[known[:at] + known[at + 1 :]]
            np.minimum(found, less[(slice(None),) * at + (None,)], out=found)
        return found
