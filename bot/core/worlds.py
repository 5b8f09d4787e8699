"""Worlds: exact arithmetic over every way in which a partly known account may turn out.

A *world* gives each trait one of its still-possible cells. There are far too many to visit (the worked example has
663,552), but a verdict only depends on a few sums: the points in each ICP. So worlds with equal sums are kept together.

How. All sums that can come up are laid out on a **grid**, and the whole grid is held in one Python integer, in which
each place has `width` bits. One bit is enough to say "some world has these sums"; `census` takes more, to count them.
Answering a trait with a cell adds the cell's points to every sum, which moves the whole grid: one shift. Leaving a
trait open puts the shifted grids on top of each other. Fourteen open traits are some forty shifts. (Packing a
polynomial into one integer is known as Kronecker substitution.)

Gates come first. A failed gate removes its ICP from the race, whatever its points, so there is one grid for each set of
ICPs that are still *alive*, with room for the sums of those only. Traits that no gate asks about never change that set.
Worlds with a knock-out leave the grids altogether.

At the end a **mask** for each verdict selects the places where `verdict.conclude` says so. It is built from rectangles:
tiers and drain levels are intervals of points.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, reduce
from itertools import product
from operator import or_
from types import MappingProxyType
from typing import TypeVar

from bot.core.cell import Cells
from bot.core.icp import Role
from bot.core.pack import Drain, Tiers
from bot.core.verdict import DrainLevel, Tier, Verdict, conclude, drain_level, tier_of

Alive = int
"""A set of targets: bit i is set while target i is in the race."""
Class = TypeVar("Class", bound=IntEnum)


@dataclass(frozen=True, slots=True)
class Step:
    """One cell of a trait, as a step that all sums take; none goes backwards."""

    points: tuple[int, ...]
    """For each target, how many more than the trait's least points."""
    drain: int
    """How many points of the negative ICP are lost, above the trait's least loss."""
    passes: Alive
    """The targets whose gate it passes (all of them where no gate asks)."""
    knockout: bool


@dataclass(frozen=True, slots=True)
class Target:
    """A positive ICP: what its points are measured against, and the least and greatest they can be."""

    role: Role
    of: int
    """P+, the best possible points."""
    least: int
    greatest: int


@dataclass(frozen=True, slots=True)
class Race:
    """A pack as far as verdicts are concerned: targets, the negative ICP, and the steps of each trait in pack order."""

    targets: tuple[Target, ...]
    traits: tuple[tuple[Step, ...], ...]
    tiers: Tiers
    drain: Drain
    worst: int
    """N-, the worst possible drain as a positive number."""
    least_lost: int
    """The points that every account loses in the negative ICP."""
    most_lost: int

    @property
    def everyone(self) -> Alive:
        """All targets."""
        return (1 << len(self.targets)) - 1

    def tiers_of(self, target: int) -> list[Tier]:
        """The tier that each sum of a target earns, from the least to the greatest."""
        least, greatest, of = self.targets[target].least, self.targets[target].greatest, self.targets[target].of
        return [tier_of(points, of, self.tiers) for points in range(least, greatest + 1)]

    @property
    def levels(self) -> list[DrainLevel]:
        """The drain level for each number of points lost, from the least to the most."""
        return [drain_level(-lost, self.worst, self.drain) for lost in range(self.least_lost, self.most_lost + 1)]

    @property
    def too_much(self) -> int:
        """From which drain on, counted from the least, an account is disqualified; beyond the most where none is."""
        return sum(level is not DrainLevel.DISQUALIFYING for level in self.levels)

    @property
    def gates(self) -> tuple[int, ...]:
        """The traits some cell of which fails a gate."""
        return tuple(
            trait for trait, steps in enumerate(self.traits) if any(step.passes != self.everyone for step in steps)
        )


@dataclass(frozen=True)
class Grid:
    """Room for every sum that can come up while certain targets are alive, one place of `width` bits for each."""

    race: Race
    alive: Alive
    width: int
    drains: int
    """How many sums of drain have places, from the least on."""

    @cached_property
    def members(self) -> tuple[int, ...]:
        """The targets that are alive."""
        return tuple(number for number in range(len(self.race.targets)) if self.alive >> number & 1)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many different sums there are: of drain first, then of each member."""
        targets = (self.race.targets[number] for number in self.members)
        return (self.drains, *(target.greatest - target.least + 1 for target in targets))

    @cached_property
    def strides(self) -> tuple[int, ...]:
        """By how many bits one more point moves the grid: of drain first, then of each member."""
        strides = [self.width]
        for size in self.sizes[:-1]:
            strides.append(strides[-1] * size)
        return tuple(strides)

    @cached_property
    def shifts(self) -> tuple[tuple[int, ...], ...]:
        """By how many bits each step of each trait moves the grid."""
        return tuple(tuple(self.place(step.drain, step.points) for step in row) for row in self.race.traits)

    def place(self, drain: int, points: Sequence[int]) -> int:
        """The bit at which the place of these sums begins; sums of targets that are not alive do not count."""
        steps = (drain, *(points[number] for number in self.members))
        return sum(step * stride for step, stride in zip(steps, self.strides, strict=True))

    def masks(self, racing: Alive, given: Mapping[Role, Tier] = MappingProxyType({})) -> Mapping[Verdict, int]:
        """For each verdict but `disqualified`, the places that earn it; those without a mask are disqualified by drain.

        Args:
            racing: the targets on the grid that count.
            given: the tiers of other targets, which do not depend on the place.
        """
        masks: dict[Verdict, int] = {}
        levels = self._bands(self.race.levels[: self.drains])
        tiers = [self._bands(self.race.tiers_of(number)) for number in self.members]
        for (level, *drains), bands in product(levels, product(*tiers)):
            earned = dict(given) | {
                self.race.targets[number].role: band[0]
                for number, band in zip(self.members, bands, strict=True)
                if racing >> number & 1
            }
            verdict = conclude(earned, level)
            if verdict is not Verdict.DISQUALIFIED:
                masks[verdict] = masks.get(verdict, 0) | self._rectangle([drains, *(band[1:] for band in bands)])
        return masks

    def below(self, drain: int) -> int:
        """Every place of less drain."""
        return self._rectangle([(0, drain - 1), *((0, size - 1) for size in self.sizes[1:])])

    @staticmethod
    def _bands(classes: Sequence[Class]) -> list[tuple[Class, int, int]]:
        """Cut a monotonous sequence into runs of equal class, as (class, first, last)."""
        starts = [at for at in range(len(classes)) if at == 0 or classes[at] != classes[at - 1]]
        return [
            (classes[start], start, end - 1) for start, end in zip(starts, [*starts[1:], len(classes)], strict=True)
        ]

    def _rectangle(self, sides: Sequence[Sequence[int]]) -> int:
        """Ones in every place within first and last of each side."""
        pattern = (1 << self.width) - 1
        for (first, last), stride in zip(sides, self.strides, strict=True):
            pattern = _repeated(pattern, stride, last - first + 1) << stride * first
        return pattern


def _repeated(pattern: int, stride: int, count: int) -> int:
    """A pattern of bits, `count` times, every `stride` bits."""
    if count == 1:
        return pattern
    half = _repeated(pattern, stride, count // 2)
    both = half | half << stride * (count // 2)
    return both | pattern << stride * (count - 1) if count % 2 else both


Sums = tuple[Alive, int, tuple[int, ...]]
"""The targets alive, the drain so far, and the points so far of each target (0 once it is out)."""
Weights = Sequence[Sequence[int]]
"""For each trait a positive whole number for each of its cells: how often it is expected."""


class Possibility:
    """Which verdicts are still possible, for any account of one pack; set up once."""

    def __init__(self, race: Race) -> None:
        self._race = race
        self._gates = race.gates
        self._others = tuple(trait for trait in range(len(race.traits)) if trait not in set(race.gates))
        self._grids: dict[Alive, Grid] = {}
        self._masks: dict[tuple[Alive, Alive], Mapping[Verdict, int]] = {}

    def verdicts(self, still: Sequence[Cells]) -> frozenset[Verdict]:
        """The verdicts over all worlds, exactly.

        Args:
            still: the still-possible cells of each trait in pack order, none of them empty.
        """
        traits = self._race.traits
        found: set[Verdict] = set()
        if any(traits[trait][cell].knockout for trait, cells in enumerate(still) for cell in cells):
            found.add(Verdict.DISQUALIFIED)
        for alive, reached in self._reached(still).items():
            masks = self._masks_of(alive, alive)
            found.update(verdict for verdict, mask in masks.items() if reached & mask)
            if reached & ~reduce(or_, masks.values(), 0):
                found.add(Verdict.DISQUALIFIED)
        return frozenset(found)

    def relevant(self, still: Sequence[Cells], trait: int) -> bool:
        """Whether some two worlds that differ only in this trait differ in verdict."""
        for alive, reached in self._reached(still, without=trait).items():
            first, *others = (self._image(trait, cell, alive, reached) for cell in still[trait])
            if any(other != first for other in others):
                return True
        return False

    def _grid(self, alive: Alive) -> Grid:
        if alive not in self._grids:
            self._grids[alive] = Grid(self._race, alive, width=1, drains=len(self._race.levels))
        return self._grids[alive]

    def _masks_of(self, alive: Alive, racing: Alive) -> Mapping[Verdict, int]:
        if (alive, racing) not in self._masks:
            self._masks[alive, racing] = self._grid(alive).masks(racing)
        return self._masks[alive, racing]

    def _reached(self, still: Sequence[Cells], without: int | None = None) -> dict[Alive, int]:
        """The places that worlds without a knock-out reach, by the targets alive; perhaps with one trait left out."""
        left = [
            (trait, [cell for cell in still[trait] if not self._race.traits[trait][cell].knockout])
            for trait in self._others
            if trait != without
        ]
        reached: dict[Alive, int] = {}
        for alive, drain, points in self._through_gates(still, without):
            reached[alive] = reached.get(alive, 0) | 1 << self._grid(alive).place(drain, points)
        return {alive: self._spread(alive, places, left) for alive, places in reached.items()}

    def _through_gates(self, still: Sequence[Cells], without: int | None) -> set[Sums]:
        """The sums to which the traits that gates ask about lead, knocked-out worlds left out."""
        sums: set[Sums] = {(self._race.everyone, 0, (0,) * len(self._race.targets))}
        for trait in self._gates:
            if trait != without:
                steps = [step for cell in still[trait] if not (step := self._race.traits[trait][cell]).knockout]
                sums = {_add(before, step) for before in sums for step in steps}
        return sums

    def _spread(self, alive: Alive, places: int, left: Iterable[tuple[int, Sequence[int]]]) -> int:
        """The places after each of these traits has taken each of its cells."""
        shifts = self._grid(alive).shifts
        for trait, cells in left:
            by = shifts[trait]
            if len(cells) == 1:
                places <<= by[cells[0]]
            else:
                places = reduce(or_, [places << by[cell] for cell in cells], 0)
        return places

    def _image(self, trait: int, cell: int, alive: Alive, places: int) -> dict[Verdict, int]:
        """Which places of the other traits end in which verdict after this answer, disqualified ones left out."""
        step = self._race.traits[trait][cell]
        if step.knockout:
            return {}
        by = self._grid(alive).shifts[trait][cell]
        masks = self._masks_of(alive, alive & step.passes)
        return {verdict: image for verdict, mask in masks.items() if (image := (places << by & mask) >> by)}


def _add(sums: Sums, step: Step) -> Sums:
    alive = sums[0] & step.passes
    points = tuple(
        before + more if alive >> number & 1 else 0
        for number, (before, more) in enumerate(zip(sums[2], step.points, strict=True))
    )
    return alive, sums[1] + step.drain, points
