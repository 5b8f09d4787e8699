"""Measure: the points, the gate and the fit of an account for each positive ICP; the light end of the scorer.

Everything else that a report says (possible verdicts, the next question, fragile answers) asks about many ways in which
the account may turn out. This asks about none of them: least and greatest points are simple sums.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from bot.core.cell import Cells
from bot.core.scorecard import Scorecard

Gate = Literal["pass", "fail", "open"]


class Measure(NamedTuple):
    """How an account measures up to one positive ICP."""

    points: tuple[int, int]
    """The least and the greatest they may turn out."""
    gate: Gate
    """Whether all gates pass: the three-valued AND over the required traits."""
    fit: tuple[int, int]
    """The points in percent of P+, between 0 and 100, in whole tenths."""


def measure(scorecard: Scorecard, still: Sequence[Cells]) -> tuple[Measure, ...]:
    """Measure an account against each positive ICP, the primary one first.

    Args:
        scorecard: the pack.
        still: the still-possible cells of each trait, in pack order.
    """
    marks = [marks[cells] for marks, cells in zip(scorecard.marks, still, strict=True)]
    sums = map(sum, zip(*marks, strict=True))
    return tuple(
        Measure((least, greatest), _gate(failed, doubtful), (percent(least, of), percent(greatest, of)))
        for least, greatest, failed, doubtful, of in zip(sums, sums, sums, sums, scorecard.best.values(), strict=True)
    )


def percent(points: int, of: int) -> int:
    """Points in percent of the best possible ones, between 0 and 100, in whole tenths, rounded half up."""
    return (2000 * min(max(points, 0), of) + of) // (2 * of)


def _gate(failed: int, doubtful: int) -> Gate:
    return "fail" if failed else "open" if doubtful else "pass"
