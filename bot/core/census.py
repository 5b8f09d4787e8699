"""Census: how many worlds lead to which verdict, for every answer that could be given next.

`worlds.Possibility` asks whether some world ends in a verdict; a census counts them, weighted by how often each cell is
expected. It lays the sums out as `worlds` does, in places of one integer, with three differences, all of them for speed
and none of them an approximation:

- Where two ICPs are alive, only the sums of the second (the inner one) and of drain are packed. The sums of the first
  (the outer one) are the keys of a dictionary of such integers, its **rows**. Rows that no world reaches do not exist.
- Points count upwards only, so a sum from which nothing but tier D, or nothing but tier A, can come any more need not be
  told from others like it: such sums are **merged**, which keeps the piles small where there are many traits.
- To count for each open trait with that trait left out, the traits are halved: with the one half counted, count each of
  the other's with the same method. That takes n log n steps instead of n^2.

A gate asks something of an ICP: a cell that fails it takes the ICP out of the race, and its sums are projected away.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

from bot.core.cell import Cells
from bot.core.icp import Role
from bot.core.verdict import Tier, Verdict, least_points
from bot.core.worlds import Alive, Grid, Race, Step, Weights

Rows = dict[int, int]
"""Counted worlds of one set of targets alive: by the sum of the outer target (0 without one), a packed grid."""

_FEW_PLACES = 64
_WIDTHS = 8
"""Widths are rounded up to a multiple of this many bits, so that accounts share their masks."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What answering one trait with one cell would leave: how many worlds of the other traits end in which verdict."""

    cell: int
    weight: int
    verdicts: Mapping[Verdict, int]


@dataclass(frozen=True, slots=True)
class Pile:
    """Counted worlds, by the targets alive; worlds with a knock-out are left out."""

    rows: Mapping[Alive, Rows]
    floor: tuple[int, ...]
    """For each target how many points every sum is above what its place says."""


class Layout:
    """How the sums of one set of targets alive are laid out: the last one packed with drain, the first one as rows."""

    def __init__(self, race: Race, alive: Alive, width: int) -> None:
        members = [number for number in range(len(race.targets)) if alive >> number & 1]
        self.inner = members[-1] if members else None
        self.outer = members[0] if len(members) > 1 else None
        self.grid = Grid(race, 0 if self.inner is None else 1 << self.inner, width)
        self.stride = self.grid.strides[-1]
        """By how many bits one more point of the inner target moves a row."""
        self.tiers = () if self.outer is None else self.grid.tiers(self.outer)
        self._role = None if self.outer is None else race.targets[self.outer].role
        self._masks: dict[Tier, Mapping[Verdict, int]] = {}

    def masks(self, tier: Tier) -> Mapping[Verdict, int]:
        """For each verdict but `disqualified`, the places of a row that earn it, given the outer target's tier."""
        if tier not in self._masks:
            given: dict[Role, Tier] = {} if self._role is None else {self._role: tier}
            self._masks[tier] = self.grid.masks(self.grid.alive, given)
        return self._masks[tier]

    def move(self, drain: int, points: Sequence[int]) -> tuple[int, int]:
        """How far a step goes: by how many rows, and by how many bits within a row."""
        return 0 if self.outer is None else points[self.outer], self.grid.place(drain, points)


class Census:
    """Counts the worlds of accounts of one pack.

    Args:
        race: the pack.
        weights: how often each cell of each trait is expected.
    """

    def __init__(self, race: Race, weights: Weights) -> None:
        self.race = race
        self.weights = tuple(tuple(row) for row in weights)
        self._layouts: dict[tuple[Alive, int], Layout] = {}
        self.least = tuple(
            tuple(least_points(tier, target.of, race.tiers) - target.least for tier in (Tier.C, Tier.A))
            for target in race.targets
        )
        """For each target the least sums, counted from the least possible one, that earn tier C and tier A."""

    def layout(self, alive: Alive, width: int) -> Layout:
        """The layout for some targets alive; accounts share it."""
        if (alive, width) not in self._layouts:
            self._layouts[alive, width] = Layout(self.race, alive, width)
        return self._layouts[alive, width]

    def survey(self, still: Sequence[Cells]) -> "Survey":
        """Count the worlds of an account, given the still-possible cells of each trait in pack order."""
        return Survey(self, still)


class Survey:
    """The worlds of one account, counted for each open trait with that trait left out."""

    def __init__(self, census: Census, still: Sequence[Cells]) -> None:
        self._census = census
        self._still = still
        self._open = [trait for trait, cells in enumerate(still) if len(cells) > 1]
        self._sums = {trait: sum(census.weights[trait][cell] for cell in still[trait]) for trait in self._open}
        # One bit more than the number of worlds needs: `total` divides by 2^width - 1 and must never meet it.
        bits = prod(self._sums.values()).bit_length() + 1
        self._width = -(-bits // _WIDTHS) * _WIDTHS
        self._known = [census.race.traits[trait][cells[0]] for trait, cells in enumerate(still) if len(cells) == 1]
        self._drain = sum(step.drain for step in self._known)
        self._points = [sum(each) for each in zip(*(step.points for step in self._known), strict=True)] or [
            0 for _ in census.race.targets
        ]

    def outlooks(self) -> dict[int, tuple[Outlook, ...]]:
        """For each open trait, in pack order, what each of its still-possible cells would leave."""
        gates = [trait for trait in self._open if trait in self._census.race.gates]
        others = [trait for trait in self._open if trait not in gates]
        found: dict[int, dict[int, Outlook]] = {trait: {} for trait in self._open}
        start = self._pile(self._alive)
        for trait, pile in self._leave_one_out(self._spread(start, gates, others), others):
            found[trait] = {cell: self._outlook(trait, cell, pile) for cell in self._still[trait]}
        for alive in {self._alive & step.passes for trait in gates for step in self._steps(trait)}:
            # With its own answer given, an ICP that fails here is out already and needs no room on a grid.
            start = self._spread(self._pile(alive), others, gates)
            for trait, pile in self._leave_one_out(start, gates):
                for cell in self._still[trait]:
                    if self._alive & self._census.race.traits[trait][cell].passes == alive:
                        found[trait][cell] = self._outlook(trait, cell, pile)
        return {trait: tuple(found[trait][cell] for cell in self._still[trait]) for trait in self._open}
