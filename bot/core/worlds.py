"""Worlds: exact arithmetic over every way in which a partly known account may turn out.

A *world* gives each trait one of its still-possible cells. There are far too many to visit (the worked example has
663,552), but a verdict only depends on a few sums: the points in each ICP. So worlds with equal sums are kept together.

How. All sums that can come up are laid out on a **grid**, and the whole grid is held in one Python integer, in which
each place has `width` bits. With one bit a place says "some world has these sums", with more it counts them. Answering
a trait with a cell adds the cell's points to every sum, which moves the whole grid: one shift. Leaving a trait open puts
the shifted grids on top of each other: an OR of bits, or a sum of counts. Fourteen open traits are some forty shifts.
(Packing a polynomial into one integer is known as Kronecker substitution.)

Gates come first. A failed gate removes its ICP from the race, whatever its points, so there is one grid for each set of
ICPs that are still *alive*, with room for the sums of those only. Traits that no gate asks about never change that set.
Worlds with a knock-out leave the grids altogether.

At the end a **mask** for each verdict selects the places where `verdict.conclude` says so. It is built from rectangles:
tiers and drain levels are intervals of points.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, reduce
from itertools import product
from operator import mul, or_
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
    """One cell of a trait, as a step that all sums take.

    Points are counted from the trait's least, so that they are never negative.
    """

    points: tuple[int, ...]
    """Above the trait's least points, for each target."""
    drain: int
    """The same for the negative ICP."""
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
    least_drain: int
    greatest_drain: int

    @property
    def everyone(self) -> Alive:
        """All targets."""
        return (1 << len(self.targets)) - 1

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

    @cached_property
    def members(self) -> tuple[int, ...]:
        """The targets that are alive."""
        return tuple(number for number in range(len(self.race.targets)) if self.alive >> number & 1)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many different sums there are: of drain first, then of each member."""
        targets = (self.race.targets[number] for number in self.members)
        drains = self.race.greatest_drain - self.race.least_drain + 1
        return (drains, *(target.greatest - target.least + 1 for target in targets))

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

    def masks(self, racing: Alive) -> Mapping[Verdict, int]:
        """For each verdict but `disqualified`, the places that earn it if only the targets in `racing` count.

        Places without a mask are disqualified by their drain.
        """
        masks: dict[Verdict, int] = {}
        levels = self._bands(self._drain_levels())
        tiers = [self._bands(self._tiers(number)) for number in self.members]
        for (level, *drains), bands in product(levels, product(*tiers)):
            earned = {
                self.race.targets[number].role: band[0]
                for number, band in zip(self.members, bands, strict=True)
                if racing >> number & 1
            }
            verdict = conclude(earned, level)
            if verdict is not Verdict.DISQUALIFIED:
                masks[verdict] = masks.get(verdict, 0) | self._rectangle([drains, *(band[1:] for band in bands)])
        return masks

    def _drain_levels(self) -> list[DrainLevel]:
        race = self.race
        return [drain_level(race.least_drain + step, race.worst, race.drain) for step in range(self.sizes[0])]

    def _tiers(self, number: int) -> list[Tier]:
        target = self.race.targets[number]
        return [tier_of(points, target.of, self.race.tiers) for points in range(target.least, target.greatest + 1)]

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


class Board:
    """The grids of one pack, set up once and used for every account."""

    def __init__(self, race: Race, width: int = 1) -> None:
        self.race = race
        self.width = width
        self.gates = race.gates
        self.others = tuple(trait for trait in range(len(race.traits)) if trait not in set(self.gates))
        self._grids: dict[Alive, Grid] = {}
        self._masks: dict[tuple[Alive, Alive], Mapping[Verdict, int]] = {}

    def grid(self, alive: Alive) -> Grid:
        """The grid for the worlds in which these targets are alive."""
        if alive not in self._grids:
            self._grids[alive] = Grid(self.race, alive, self.width)
        return self._grids[alive]

    def masks(self, alive: Alive, racing: Alive) -> Mapping[Verdict, int]:
        """The masks of `grid(alive)` if only the targets in `racing` count."""
        if (alive, racing) not in self._masks:
            self._masks[alive, racing] = self.grid(alive).masks(racing)
        return self._masks[alive, racing]

    def through_gates(self, still: Sequence[Cells], gates: Sequence[int], weights: "Weights") -> dict[Sums, int]:
        """How many worlds of the gate traits alone lead to which sums, knocked-out ones left out."""
        sums: dict[Sums, int] = {(self.race.everyone, 0, (0,) * len(self.race.targets)): 1}
        for trait in gates:
            steps = [(self.race.traits[trait][cell], weights[trait][cell]) for cell in still[trait]]
            after: dict[Sums, int] = {}
            for before, count in sums.items():
                for step, weight in steps:
                    if not step.knockout:
                        reached = _add(before, step)
                        after[reached] = after.get(reached, 0) + count * weight
            sums = after
        return sums


Weights = Sequence[Sequence[int]]
"""For each trait a positive whole number for each of its cells: how often it is expected."""


def _add(sums: Sums, step: Step) -> Sums:
    alive = sums[0] & step.passes
    points = tuple(
        before + more if alive >> number & 1 else 0
        for number, (before, more) in enumerate(zip(sums[2], step.points, strict=True))
    )
    return alive, sums[1] + step.drain, points


class Possibility:
    """Which verdicts are still possible: bits on a board."""

    def __init__(self, race: Race) -> None:
        self._board = Board(race)
        self._ones = tuple((1,) * len(steps) for steps in race.traits)

    def verdicts(self, still: Sequence[Cells]) -> frozenset[Verdict]:
        """The verdicts over all worlds, exactly.

        Args:
            still: the still-possible cells of each trait in pack order, none of them empty.
        """
        board, traits = self._board, self._board.race.traits
        found: set[Verdict] = set()
        if any(traits[trait][cell].knockout for trait, cells in enumerate(still) for cell in cells):
            found.add(Verdict.DISQUALIFIED)
        left = [tuple(cell for cell in still[trait] if not traits[trait][cell].knockout) for trait in board.others]
        if not all(left):
            return frozenset(found)
        for alive, places in self._entries(still).items():
            reached = self._spread(alive, places, left)
            masks = board.masks(alive, alive)
            found.update(verdict for verdict, mask in masks.items() if reached & mask)
            if reached & ~reduce(or_, masks.values(), 0):
                found.add(Verdict.DISQUALIFIED)
        return frozenset(found)

    def _entries(self, still: Sequence[Cells]) -> dict[Alive, int]:
        """The places that the gate traits alone reach, for each set of targets alive."""
        entries: dict[Alive, int] = {}
        for alive, drain, points in self._board.through_gates(still, self._board.gates, self._ones):
            entries[alive] = entries.get(alive, 0) | 1 << self._board.grid(alive).place(drain, points)
        return entries

    def _spread(self, alive: Alive, places: int, left: Sequence[Cells]) -> int:
        shifts = self._board.grid(alive).shifts
        for trait, cells in zip(self._board.others, left, strict=True):
            by = shifts[trait]
            if len(cells) == 1:
                places <<= by[cells[0]]
            else:
                places = reduce(or_, [places << by[cell] for cell in cells])
        return places


@dataclass(frozen=True, slots=True)
class Outlook:
    """What answering one trait with one cell would leave: how many worlds of the other traits end in which verdict."""

    cell: int
    weight: int
    verdicts: Mapping[Verdict, int]


class Census:
    """How many worlds lead to which verdict, for each answer to each open trait: counts on a board.

    Args:
        race: the pack.
        weights: how often each cell of each trait is expected.
    """

    def __init__(self, race: Race, weights: Weights) -> None:
        self.weights = tuple(tuple(row) for row in weights)
        worlds = reduce(lambda count, row: count * sum(row), self.weights, 1)
        # One bit more than the number of worlds needs: `total` divides by 2^width - 1 and must never meet it.
        self.board = Board(race, width=worlds.bit_length() + 1)

    def survey(self, still: Sequence[Cells]) -> "Survey":
        """Count the worlds of an account, given the still-possible cells of each trait in pack order."""
        return Survey(self, still)

    def spread(self, alive: Alive, counts: int, still: Sequence[Cells], traits: Iterable[int]) -> int:
        """The counts after each of these traits has taken each of its still-possible cells."""
        shifts, steps = self.board.grid(alive).shifts, self.board.race.traits
        for trait in traits:
            counts = sum(
                self.weights[trait][cell] * (counts << shifts[trait][cell])
                for cell in still[trait]
                if not steps[trait][cell].knockout
            )
        return counts

    def total(self, counts: int) -> int:
        """The sum of all places: what casting out 2^width - 1 leaves, as casting out 9 leaves the digit sum."""
        return counts % ((1 << self.board.width) - 1)


class Survey:
    """The worlds of one account, counted for each open trait with that trait left out."""

    def __init__(self, census: Census, still: Sequence[Cells]) -> None:
        self._census = census
        self._board = census.board
        self._still = still
        self._sums = [sum(census.weights[trait][cell] for cell in cells) for trait, cells in enumerate(still)]

    def outlooks(self) -> dict[int, tuple[Outlook, ...]]:
        """For each open trait, in pack order, what each of its still-possible cells would leave."""
        found = {trait: self._outlooks_of_gate(trait) for trait in self._open(self._board.gates)}
        for trait in self._without_each:
            found[trait] = tuple(self._outlook(trait, cell, self._moved(trait, cell)) for cell in self._still[trait])
        return dict(sorted(found.items()))

    def relevant(self, trait: int) -> bool:
        """Whether some two worlds that differ only in this open trait differ in verdict."""
        others = self._without_gate(trait) if trait in self._board.gates else self._without_each[trait]
        for alive, places in others.items():
            first, *images = (self._image(trait, cell, alive, places) for cell in self._still[trait])
            if any(image != first for image in images):
                return True
        return False

    def _open(self, traits: Iterable[int]) -> list[int]:
        return [trait for trait in traits if len(self._still[trait]) > 1]

    def _entries(self, still: Sequence[Cells], gates: Sequence[int]) -> dict[Alive, int]:
        """The counts after these gate traits alone: for each set of targets alive, a packed grid."""
        entries: dict[Alive, int] = {}
        for (alive, drain, points), count in self._board.through_gates(still, gates, self._census.weights).items():
            entries[alive] = entries.get(alive, 0) + (count << self._board.grid(alive).place(drain, points))
        return entries

    @cached_property
    def _without_each(self) -> dict[int, dict[Alive, int]]:
        """For each open trait that no gate asks about, by the set of targets alive: the counts over all others."""
        asked = self._open(self._board.others)
        known = [trait for trait in self._board.others if trait not in asked]
        without: dict[int, dict[Alive, int]] = {trait: {} for trait in asked}
        for alive, start in self._entries(self._still, self._board.gates).items():
            settled = self._census.spread(alive, start, self._still, known)
            for trait, counts in self._leave_one_out(alive, settled, asked):
                without[trait][alive] = counts
        return without

    def _leave_one_out(self, alive: Alive, counts: int, traits: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The counts with all of the traits spread but one, for each one, by halving: n log n spreads, not n^2."""
        if len(traits) <= 1:
            yield from ((trait, counts) for trait in traits)
            return
        one, other = traits[: len(traits) // 2], traits[len(traits) // 2 :]
        yield from self._leave_one_out(alive, self._census.spread(alive, counts, self._still, other), one)
        yield from self._leave_one_out(alive, self._census.spread(alive, counts, self._still, one), other)

    def _moved(self, trait: int, cell: int) -> dict[Alive, int]:
        """The counts after one answer to a trait that no gate asks about."""
        if self._board.race.traits[trait][cell].knockout:
            return {}
        others = self._without_each[trait]
        return {alive: counts << self._board.grid(alive).shifts[trait][cell] for alive, counts in others.items()}

    def _outlooks_of_gate(self, trait: int) -> tuple[Outlook, ...]:
        # With its own answer given, an ICP that fails here is out already and needs no room on a grid.
        answered = [(*self._still[:trait], (cell,), *self._still[trait + 1 :]) for cell in self._still[trait]]
        return tuple(
            self._outlook(trait, cell, self._after_gates(self._entries(still, self._board.gates)), already=True)
            for cell, still in zip(self._still[trait], answered, strict=True)
        )

    @cached_property
    def _rest(self) -> dict[Alive, int]:
        """What spreading every trait that no gate asks about makes of a single world; filled as needed."""
        return {}

    def _after_gates(self, entries: Mapping[Alive, int]) -> dict[Alive, int]:
        """The counts after all traits, from those after the gate traits: a product of packed polynomials."""
        for alive in entries:
            if alive not in self._rest:
                self._rest[alive] = self._census.spread(alive, 1, self._still, self._board.others)
        return {alive: entry * self._rest[alive] for alive, entry in entries.items()}

    def _without_gate(self, trait: int) -> dict[Alive, int]:
        """The counts over all traits but one that a gate asks about."""
        return self._after_gates(self._entries(self._still, [gate for gate in self._board.gates if gate != trait]))

    def _outlook(self, trait: int, cell: int, counts: Mapping[Alive, int], *, already: bool = False) -> Outlook:
        weight = self._census.weights[trait][cell]
        factor = weight if already else 1
        every = reduce(mul, (total for each, total in enumerate(self._sums) if each != trait), 1)
        tally: dict[Verdict, int] = {}
        for alive, places in counts.items():
            for verdict, mask in self._board.masks(alive, alive).items():
                if selected := places & mask:
                    tally[verdict] = tally.get(verdict, 0) + self._census.total(selected) // factor
        if disqualified := every - sum(tally.values()):
            tally[Verdict.DISQUALIFIED] = disqualified
        return Outlook(cell, weight, tally)

    def _image(self, trait: int, cell: int, alive: Alive, places: int) -> dict[Verdict, int]:
        """Which places of the other traits end in which verdict after this answer (disqualified ones left out)."""
        step = self._board.race.traits[trait][cell]
        if step.knockout:
            return {}
        by = self._board.grid(alive).shifts[trait][cell]
        masks = self._board.masks(alive, alive & step.passes)
        return {verdict: image for verdict, mask in masks.items() if (image := (places << by & mask) >> by)}
