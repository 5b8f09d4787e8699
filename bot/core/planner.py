"""Planner: which question to ask next.

The best question is the one whose answer is expected to settle most of the verdict for what it costs to ask: the
expected loss of entropy, in bits, divided by 1 + cost. How often each cell is expected (the priors) orders questions
and nothing else: a verdict never depends on it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.core.cell import Cells
from bot.core.census import Census, Outlook
from bot.core.scorecard import Scorecard
from bot.core.verdict import Verdict
from bot.core.worlds import Weights

SAME = 1e-9
"""Two values of questions closer than this are equal; floating point cannot tell them apart."""


@dataclass(frozen=True, slots=True)
class Question:
    """An open trait as a question: what it is worth, and what its answers would leave."""

    trait: str
    value: float
    """Bits of the verdict that the answer is expected to settle, divided by 1 + cost."""
    chance: Fraction
    """How likely the answer decides the verdict at once."""
    leaves: Mapping[str, tuple[Verdict, ...]]
    """The verdicts that each answer (by the id of its cell) would leave possible, the best first."""


class Planner:
    """Chooses questions for accounts of one pack.

    Args:
        scorecard: the pack.
        priors: for each trait in pack order, how often each of its cells is expected; uniform where none are given.
    """

    def __init__(self, scorecard: Scorecard, priors: Weights | None = None) -> None:
        self._scorecard = scorecard
        self._census = Census(scorecard.race, priors or [(1,) * len(cells) for cells in scorecard.cells])

    def next_question(self, still: Sequence[Cells]) -> Question | None:
        """The question to ask next; None exactly when the verdict is decided."""
        return next(iter(self.ranked(still)), None)

    def ranked(self, still: Sequence[Cells]) -> tuple[Question, ...]:
        """Every open trait that can still change the verdict, the one to ask next first, then by value."""
        questions = self.questions(still)
        if not questions:
            return ()
        best = max(question.value for question in questions)
        equal = [question for question in questions if best - question.value < SAME]
        first = max(equal, key=lambda question: question.chance)  # the first of equals: pack order
        others = [question for question in questions if question is not first]
        return first, *sorted(others, key=lambda question: -question.value)

    def questions(self, still: Sequence[Cells]) -> list[Question]:
        """Every open trait that can still change the verdict, in pack order."""
        outlooks = self._census.survey(still).outlooks()
        each = (self._question(place, outlook, still) for place, outlook in outlooks.items())
        return [question for question in each if question is not None]

    def _question(self, place: int, outlooks: Sequence[Outlook], still: Sequence[Cells]) -> Question | None:
        trait = self._scorecard.traits[place]
        # Equal counts for every answer mean that nothing is learned on average, yet single worlds may still differ.
        settles = any(outlook.verdicts != outlooks[0].verdicts for outlook in outlooks[1:])
        if not settles and not self._scorecard.possibility.relevant(still, place):
            return None
        return Question(
            trait=trait.id,
            value=_information(outlooks) / (1 + trait.cost) if settles else 0.0,
            chance=_chance(outlooks),
            leaves={
                self._scorecard.cells[place][outlook.cell].id: tuple(
                    sorted(outlook.verdicts, key=lambda verdict: verdict.rank)
                )
                for outlook in outlooks
            },
        )


def _information(outlooks: Sequence[Outlook]) -> float:
    """The entropy of the verdict now minus its expected entropy after the answer, in bits."""
    now: dict[Verdict, int] = {}
    for outlook in outlooks:
        for verdict, count in outlook.verdicts.items():
            now[verdict] = now.get(verdict, 0) + outlook.weight * count
    weights = sum(outlook.weight for outlook in outlooks)
    after = math.fsum(outlook.weight / weights * _entropy(outlook.verdicts) for outlook in outlooks)
    return _entropy(now) - after


def _entropy(counts: Mapping[Verdict, int]) -> float:
    total = sum(counts.values())
    return math.fsum(count / total * math.log2(total / count) for count in counts.values())


def _chance(outlooks: Sequence[Outlook]) -> Fraction:
    settled = sum(outlook.weight for outlook in outlooks if len(outlook.verdicts) == 1)
    return Fraction(settled, sum(outlook.weight for outlook in outlooks))
