"""Measured: how many questions accounts of one pack take, by what is known of them at the start.

What is not known is as frequent as the weights say, and all of it is followed: the numbers are exact. Only where an
account has too many states of knowledge to look at each, the fewest answers that prove one are counted for a sample, and
the best of all policies is not known.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from math import prod
from typing import NamedTuple

import numpy as np

from bot.core.scorecard import Scorecard
from bot.core.verdict import Verdict
from bot.core.worlds import Weights
from tests.bench.planning.certificate import Aim, fewest_answers
from tests.bench.planning.lattice import VERDICTS, Lattice, states
from tests.bench.planning.policies import Policy, Still
from tests.bench.planning.spread import Spread
from tests.bench.planning.starts import Starts
from tests.bench.planning.walk import Ended, Tree, worlds

MOST_STATES = 2 * 10**8
"""States of knowledge of one account that are looked at one by one."""


def the_verdict(verdict: Verdict) -> Verdict:
    """What is to be decided where the verdict is."""
    return verdict


def the_action(verdict: Verdict) -> str:
    """What is to be decided where the action is."""
    return verdict.action


AIMS: tuple[Aim, Aim] = (the_verdict, the_action)


class Asked(NamedTuple):
    """How many questions were asked."""

    to_verdict: Spread
    to_action: Spread
    paid: float
    """What those to the verdict cost in the mean: 1 + cost for each."""


class Best(NamedTuple):
    """Means that no policy can beat, each with the policy that is best for it."""

    to_verdict: float
    to_action: float
    paid: float


class Measured:
    """Accounts of one pack.

    Args:
        card: the pack.
        starts: what is known of how many accounts.
        weights: how often each cell of each trait occurs where it is not known.
        sample: how many accounts are drawn where one has too many states.
        most_states: as many are not too many.
    """

    def __init__(
        self, card: Scorecard, starts: Starts, weights: Weights, sample: int, most_states: int = MOST_STATES
    ) -> None:
        self.card, self.starts, self.weights, self.sample = card, starts, weights, sample
        self.accounts = sum(starts.values())
        self.fits = all(states(still) <= most_states for still in starts)

    def asked(self, policy: Policy) -> Asked:
        """What a policy asks; every verdict at which it stops is checked to be the one of all answers."""
        tree, to_verdict, to_action, paid = Tree(self.card, policy, self.weights), Spread(), Spread(), Fraction(0)
        for number, (still, share) in enumerate(self._shares()):
            ends = tree.ends(still)
            if self.fits:
                assert self._verdicts[number] == stopped(ends)
            for ended, count in ends.items():
                to_verdict.add(ended.to_verdict, share * count)
                to_action.add(ended.to_action, share * count)
            paid += share * tree.paid(still)
        return Asked(to_verdict, to_action, float(paid / self.accounts))

    def fewest(self) -> tuple[Spread, Spread]:
        """The fewest answers that prove the verdict of each account, and those that prove its action."""
        return self._all_fewest() if self.fits else self._some_fewest()

    def best(self) -> Best | None:
        """What no policy can beat; None where it is not known."""
        if not self.fits:
            return None
        total = [Fraction(0), Fraction(0), Fraction(0)]
        for (_, share), verdict, action in zip(self._shares(), *self._lattices, strict=True):
            for place, least in enumerate((verdict.questions(), action.questions(), verdict.paid())):
                total[place] += share * least
        return Best(*(float(each / self.accounts) for each in total))

    def _shares(self) -> Iterator[tuple[Still, Fraction]]:
        """What is known of how many accounts, spread over their worlds."""
        return ((still, Fraction(count, worlds(still, self.weights))) for still, count in self.starts.items())

    @cached_property
    def _lattices(self) -> list[list[Lattice]]:
        return [[Lattice(self.card, still, self.weights, aim) for still in self.starts] for aim in AIMS]

    @cached_property
    def _verdicts(self) -> list[Counter[Verdict]]:
        return [verdicts_of(lattice) for lattice in self._lattices[0]]

    def _all_fewest(self) -> tuple[Spread, Spread]:
        pair = (Spread(), Spread())
        for spread, lattices in zip(pair, self._lattices, strict=True):
            for (_, share), lattice in zip(self._shares(), lattices, strict=True):
                counts = np.bincount(lattice.fewest_answers().ravel(), lattice.frequencies.ravel())
                for number, count in enumerate(counts):
                    spread.add(number, share * int(count))
        return pair

    def _some_fewest(self) -> tuple[Spread, Spread]:
        pair = (Spread(), Spread())
        for still, accounts in self.starts.items():
            free = self._without_knockouts(still)
            share = prod(
                Fraction(sum(row[cell] for cell in kept), sum(row[cell] for cell in cells))
                for cells, kept, row in zip(still, free, self.weights, strict=True)
            )
            sample = drawn(free, self.weights, -(-self.sample * accounts // self.accounts)) if share else []
            for spread, aim in zip(pair, AIMS, strict=True):
                # Of the accounts that are knocked out one answer says so: there are many, and none is drawn.
                decided = len(set(map(aim, self.card.possibility.verdicts(still)))) == 1
                spread.add(0 if decided else 1, accounts * (1 - share))
                for hidden in sample:
                    each = share * Fraction(accounts, len(sample))
                    spread.add(len(fewest_answers(self.card, still, hidden, aim)), each)
        return pair

    def _without_knockouts(self, still: Still) -> Still:
        rows = zip(still, self.card.cells, strict=True)
        return tuple(tuple(cell for cell in some if not cells[cell].knockout) for some, cells in rows)


def drawn(still: Still, weights: Weights, size: int, seed: int = 0) -> list[Still]:
    """Ways in which an account may turn out; each cell comes up as often as it should, as nearly as whole numbers can."""
    draw = random.Random(seed)
    columns = []
    for cells, row in zip(still, weights, strict=True):
        each = [cell for cell in cells for _ in range(row[cell])]
        column = each * (size // len(each)) + draw.sample(each, size % len(each))
        draw.shuffle(column)
        columns.append([(cell,) for cell in column])
    return list(zip(*columns, strict=True))


def stopped(ends: Mapping[Ended, int]) -> Counter[Verdict]:
    """How often asking stopped at which verdict."""
    found = Counter[Verdict]()
    for ended, count in ends.items():
        found[ended.verdict] += count
    return found


def verdicts_of(lattice: Lattice) -> Counter[Verdict]:
    """How often which verdict is that of all answers."""
    counts: Sequence[float] = np.bincount(lattice.verdicts.ravel(), lattice.frequencies.ravel()).tolist()
    return Counter({VERDICTS[place]: int(count) for place, count in enumerate(counts) if count})
