"""Walks: how many questions a policy asks, of one account that is known in secret, or of all that there may be.

`Tree` walks the whole tree of answers and counts exactly. Two states of knowledge have the same future where the same
cells are open and what is known adds up to the same (gates, points, drain, knock-out), so each of these is walked once.
"""

from collections import Counter
from collections.abc import Hashable, Mapping
from math import prod
from typing import NamedTuple

from bot.core.cell import Cells
from bot.core.scorecard import Scorecard
from bot.core.trait import Kind
from bot.core.verdict import Verdict
from bot.core.worlds import Race, Weights
from tests.bench.planning.policies import Policy, Still


class Ended(NamedTuple):
    """How asking ended."""

    to_action: int
    """Answers until the action was decided."""
    to_verdict: int
    verdict: Verdict


def uniform(scorecard: Scorecard) -> Weights:
    """Every cell of a trait is as frequent as any other."""
    return [(1,) * len(cells) for cells in scorecard.cells]


def by_options(scorecard: Scorecard) -> Weights:
    """Every option of a trait is as frequent as any other; where it has none to choose one of, every cell."""
    return [
        tuple(Counter(part.at_once(option) for option in trait.option_ids)[(cell,)] for cell in range(len(part.cells)))
        if trait.kind is Kind.CHOICE
        else (1,) * len(part.cells)
        for trait, part in zip(scorecard.traits, scorecard.partitions, strict=True)
    ]


def answered(still: Still, place: int, cells: Cells) -> Still:
    """What is known after an answer."""
    return (*still[:place], cells, *still[place + 1 :])


def worlds(still: Still, weights: Weights) -> int:
    """How many ways there are in which the open traits may turn out, each as often as its cells are."""
    rows = zip(still, weights, strict=True)
    return prod(sum(row[cell] for cell in cells) for cells, row in rows if len(cells) > 1)


def future(race: Race, still: Still) -> Hashable:
    """All that the future of an account depends on."""
    alive, drain, points = race.everyone, 0, [0] * len(race.targets)
    for cells, steps in zip(still, race.traits, strict=True):
        if len(cells) == 1:
            step = steps[cells[0]]
            if step.knockout:
                return None
            alive, drain = alive & step.passes, drain + step.drain
            points = [before + more for before, more in zip(points, step.points, strict=True)]
    left = tuple(point if alive >> number & 1 else 0 for number, point in enumerate(points))
    return tuple(cells if len(cells) > 1 else () for cells in still), alive, drain, left


class Tree:
    """Everything that following a policy may lead to, in accounts of one pack.

    Args:
        scorecard: the pack.
        policy: chooses the questions.
        weights: how often each cell of each trait occurs.
    """

    def __init__(self, scorecard: Scorecard, policy: Policy, weights: Weights) -> None:
        self._scorecard, self._policy, self._weights = scorecard, policy, weights
        self._seen: dict[Hashable, tuple[Mapping[Ended, int], int]] = {}

    def ends(self, still: Still) -> Mapping[Ended, int]:
        """In how many worlds asking ends how."""
        return self._walk(still)[0]

    def paid(self, still: Still) -> int:
        """What the questions cost in all worlds together: 1 + cost for each."""
        return self._walk(still)[1]

    def _walk(self, still: Still) -> tuple[Mapping[Ended, int], int]:
        key = future(self._scorecard.race, still)
        if key is None:
            return {Ended(0, 0, Verdict.DISQUALIFIED): worlds(still, self._weights)}, 0
        if key not in self._seen:
            verdicts = self._scorecard.possibility.verdicts(still)
            if len(verdicts) == 1:
                self._seen[key] = {Ended(0, 0, *verdicts): worlds(still, self._weights)}, 0
            else:
                self._seen[key] = self._ask(still, action_open=len({verdict.action for verdict in verdicts}) > 1)
        return self._seen[key]

    def _ask(self, still: Still, *, action_open: bool) -> tuple[Mapping[Ended, int], int]:
        place, ends = self._policy(still), Counter[Ended]()
        paid = (1 + self._scorecard.traits[place].cost) * worlds(still, self._weights)
        for cell in still[place]:
            often = self._weights[place][cell]
            later, more = self._walk(answered(still, place, (cell,)))
            paid += more * often
            for (to_action, to_verdict, verdict), count in later.items():
                ends[Ended(to_action + 1 if action_open else 0, to_verdict + 1, verdict)] += count * often
        return ends, paid


def follow(scorecard: Scorecard, policy: Policy, still: Still, hidden: Still) -> Ended:
    """Ask about an account that hides one cell of each trait, until its verdict is decided."""
    verdicts, asked, to_action = scorecard.possibility.verdicts(still), 0, 0
    while len(verdicts) > 1:
        if len({verdict.action for verdict in verdicts}) > 1:
            to_action = asked + 1
        place = policy(still)
        still, asked = answered(still, place, hidden[place]), asked + 1
        verdicts = scorecard.possibility.verdicts(still)
    return Ended(to_action, asked, *verdicts)


class Optimum:
    """The fewest questions to the verdict that any policy can expect, by trying all of them."""

    def __init__(self, scorecard: Scorecard, weights: Weights) -> None:
        self._scorecard, self._weights = scorecard, weights
        self._seen: dict[Hashable, int] = {}

    def questions(self, still: Still) -> int:
        """How many are asked in all worlds together."""
        key = future(self._scorecard.race, still)
        if key is None or len(self._scorecard.possibility.verdicts(still)) == 1:
            return 0
        if key not in self._seen:
            least = min(self._after(still, place) for place, cells in enumerate(still) if len(cells) > 1)
            self._seen[key] = worlds(still, self._weights) + least
        return self._seen[key]

    def _after(self, still: Still, place: int) -> int:
        row = self._weights[place]
        return sum(row[cell] * self.questions(answered(still, place, (cell,))) for cell in still[place])
