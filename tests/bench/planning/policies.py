"""Policies: ways to choose the next question, all of them functions of what is known.

A policy is asked only while the verdict is open. `in_order` follows a list, as a questionnaire does;
`skipping` passes over what cannot change the verdict; `planned` does as the bot does.
"""

from collections.abc import Callable, Mapping, Sequence

from bot.core.cell import Cells
from bot.core.planner import Planner
from bot.core.scorecard import Scorecard

Still = Sequence[Cells]
"""The still-possible cells of each trait, in pack order."""
Policy = Callable[[Still], int]
"""Says which trait, by its place in the pack, is asked next."""

BIGGEST = 5
"""The greatest points on the scale; a knock-out counts as much."""


def in_order(order: Sequence[int]) -> Policy:
    """Ask every open trait in this order."""
    return lambda still: next(place for place in order if len(still[place]) > 1)


def skipping(scorecard: Scorecard, order: Sequence[int]) -> Policy:
    """Ask in this order every open trait that can still change the verdict."""
    relevant = scorecard.possibility.relevant
    return lambda still: next(place for place in order if len(still[place]) > 1 and relevant(still, place))


def planned(scorecard: Scorecard, planner: Planner) -> Policy:
    """Ask what the planner says."""

    def ask(still: Still) -> int:
        question = planner.next_question(still)
        assert question is not None
        return scorecard.index[question.trait]

    return ask


def biggest_first(scorecard: Scorecard) -> list[int]:
    """The traits by the biggest rating that any ICP gives one of their cells, a knock-out among the biggest."""
    biggest = [
        max(BIGGEST if cell.knockout else max(map(abs, cell.points), default=0) for cell in cells)
        for cells in scorecard.cells
    ]
    return sorted(range(len(biggest)), key=lambda place: -biggest[place])


def at_equal_cost(scorecard: Scorecard) -> Scorecard:
    """The same pack with each question as dear as any other, for counting questions and nothing else."""
    traits = tuple(trait.model_copy(update={"cost": 1}) for trait in scorecard.traits)
    return Scorecard.of(scorecard.pack.model_copy(update={"traits": traits}))


def policies(scorecard: Scorecard) -> Mapping[str, Policy]:
    """The policies that are compared, by name; the planner last, and twice where the pack's questions differ in cost."""
    places, biggest = range(len(scorecard.traits)), biggest_first(scorecard)
    found = {
        "pack order": in_order(places),
        "pack order, skipping": skipping(scorecard, places),
        "biggest rating first": in_order(biggest),
        "biggest first, skipping": skipping(scorecard, biggest),
    }
    if len({trait.cost for trait, cells in zip(scorecard.traits, scorecard.cells, strict=True) if len(cells) > 1}) > 1:
        equal = at_equal_cost(scorecard)
        found["planner, costs made equal"] = planned(equal, Planner(equal))
    return found | {"planner": planned(scorecard, Planner(scorecard))}
