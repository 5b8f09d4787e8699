"""Census: how many worlds lead to which verdict, for every answer that could be given next.

`worlds.Possibility` asks whether some world ends in a verdict; a census counts them, weighted by how often each cell is
expected. It lays the sums out in places of an integer as `worlds` does, with three differences, all of them for speed
and none of them an approximation:

- Where two ICPs are alive, only the sums of the second (the inner one) and of drain are packed. The sums of the first
  (the outer one) are the keys of a dictionary of such integers, its **rows**; rows that no world reaches do not exist.
- Points count upwards only. So a sum from which nothing but tier D can come any more need not be told from others like
  it, nor one that is tier A already: such sums are **merged**, which keeps the rows few and short.
- Every open trait needs a count of the worlds of all other traits. The traits are halved: with the one half counted,
  the other half is halved in turn, and so on. That takes n log n steps for n traits, not n^2.

A cell that fails the gate of an ICP takes it out of the race; its sums are then projected away.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from bot.core.cell import Cells
from bot.core.icp import Role
from bot.core.verdict import Tier, Verdict, least_points
from bot.core.worlds import Alive, Grid, Race, Step, Weights

Rows = Mapping[int, int]
"""Counted worlds of one set of targets alive: by the sum of the outer target (0 without one), a packed row."""

_WIDTHS = 8
"""Widths are rounded up to a multiple of this many bits, so that accounts share masks."""
_FEW = 32
"""So many digits are summed up faster by division than by halving."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What answering one trait with one cell would leave: how many worlds of the other traits end in which verdict."""

    cell: int
    weight: int
    verdicts: Mapping[Verdict, int]


class Layout:
    """How the sums of one set of targets alive are laid out: rows for the first of two, places for the other and drain."""

    def __init__(self, race: Race, alive: Alive, width: int) -> None:
        members = [number for number in range(len(race.targets)) if alive >> number & 1]
        self.inner = members[-1] if members else None
        self.outer = members[0] if len(members) > 1 else None
        self.grid = Grid(race, 0 if self.inner is None else 1 << self.inner, width)
        self.stride = self.grid.strides[-1]
        """By how many bits one more point of the inner target moves a row."""
        self._role = None if self.outer is None else race.targets[self.outer].role
        self._tiers = () if self.outer is None else race.tiers_of(self.outer)
        self._masks: dict[Tier, Mapping[Verdict, int]] = {}

    def move(self, drain: int, points: Sequence[int]) -> tuple[int, int]:
        """How far these sums move a place: by how many rows, and by how many bits within a row."""
        return 0 if self.outer is None else points[self.outer], self.grid.place(drain, points)

    def by_tier(self, rows: Rows, up: int) -> Mapping[Tier, int]:
        """The rows, `up` points further, added up by the tier that the outer target earns (D without one)."""
        if self.outer is None:
            return {Tier.D: sum(rows.values())}
        found: dict[Tier, int] = {}
        for at, row in rows.items():
            tier = self._tiers[at + up]
            found[tier] = found.get(tier, 0) + row
        return found

    def masks(self, tier: Tier) -> Mapping[Verdict, int]:
        """For each verdict but `disqualified`, the places of a row that earn it if the outer target earns this tier."""
        if tier not in self._masks:
            given: dict[Role, Tier] = {} if self._role is None else {self._role: tier}
            self._masks[tier] = self.grid.masks(self.grid.alive, given)
        return self._masks[tier]


@dataclass(frozen=True, slots=True)
class Pile:
    """Counted worlds, knocked-out ones left out."""

    rows: Mapping[Alive, Rows]
    """For each set of targets alive."""
    floor: tuple[int, ...]
    """For each target, how many points every sum is above what its place says."""


class Census:
    """Counts the worlds of accounts of one pack.

    Args:
        race: the pack.
        weights: how often each cell of each trait is expected.
    """

    def __init__(self, race: Race, weights: Weights) -> None:
        self.race = race
        self.weights = tuple(tuple(row) for row in weights)
        self.gates = frozenset(race.gates)
        self.ends = tuple(
            tuple(least_points(tier, target.of, race.tiers) - target.least for tier in (Tier.C, Tier.A))
            for target in race.targets
        )
        """For each target the sums from which on it is of tier C and of tier A, counted from its least possible one."""
        self._layouts: dict[tuple[Alive, int], Layout] = {}

    def layout(self, alive: Alive, width: int) -> Layout:
        """The layout for some targets alive; accounts share it."""
        if (alive, width) not in self._layouts:
            self._layouts[alive, width] = Layout(self.race, alive, width)
        return self._layouts[alive, width]

    def survey(self, still: Sequence[Cells]) -> "Survey":
        """Count the worlds of an account, given the still-possible cells of each trait in pack order."""
        return Survey(self, still)


class Survey:
    """The worlds of one account, counted for each open trait with that trait left out.

    What is known is the same in all worlds: its points are added at the very end.
    """

    def __init__(self, census: Census, still: Sequence[Cells]) -> None:
        race = census.race
        self._census = census
        self._still = still
        self._open = [trait for trait, cells in enumerate(still) if len(cells) > 1]
        self._sums = {trait: sum(census.weights[trait][cell] for cell in still[trait]) for trait in self._open}
        self._worlds = prod(self._sums.values())
        # One bit more than the number of worlds needs: `_total` divides by 2^width - 1 and must never meet it.
        self._width = -(-(self._worlds.bit_length() + 1) // _WIDTHS) * _WIDTHS
        known = [race.traits[trait][cells[0]] for trait, cells in enumerate(still) if len(cells) == 1]
        self._known = _all_of(known, race)
        self._most = {trait: _most_of(self._steps(trait), race) for trait in self._open}
        self._moves: dict[tuple[int, Alive], list[tuple[Alive, int, int, int]]] = {}

    def outlooks(self) -> dict[int, tuple[Outlook, ...]]:
        """For each open trait, in pack order, what each of its still-possible cells would leave."""
        gates = [trait for trait in self._open if trait in self._census.gates]
        others = [trait for trait in self._open if trait not in self._census.gates]
        found = dict(self._outlooks_of(others, gates, self._known.passes))
        # With its own answer given, an ICP that fails here is out already and needs no room.
        for alive in {self._alive_after(trait, cell) for trait in gates for cell in self._still[trait]}:
            found |= self._outlooks_of(gates, others, alive)
        return {trait: tuple(found[trait, cell] for cell in self._still[trait]) for trait in self._open}

    def _outlooks_of(
        self, traits: Sequence[int], rest: Sequence[int], alive: Alive
    ) -> Iterator[tuple[tuple[int, int], Outlook]]:
        """The outlooks of those answers to some traits that leave these targets alive, as far as they can."""
        start = Pile({} if self._known.knockout else {alive: {0: 1}}, (0,) * len(self._census.race.targets))
        for trait, pile in self._leave_one_out(self._spread(start, rest, traits), traits):
            for cell in self._still[trait]:
                if self._alive_after(trait, cell) == alive:
                    yield (trait, cell), self._outlook(trait, cell, pile)

    def _alive_after(self, trait: int, cell: int) -> Alive:
        return self._known.passes & self._census.race.traits[trait][cell].passes

    def _steps(self, trait: int) -> list[tuple[Step, int]]:
        """The steps of a trait that lead to worlds without a knock-out, with their weights."""
        row, weights = self._census.race.traits[trait], self._census.weights[trait]
        return [(row[cell], weights[cell]) for cell in self._still[trait] if not row[cell].knockout]

    def _leave_one_out(self, pile: Pile, traits: Sequence[int]) -> Iterator[tuple[int, Pile]]:
        """For each trait, the pile after all the other ones: with the one half counted, each of the other half."""
        if len(traits) <= 1:
            yield from ((trait, pile) for trait in traits)
            return
        one, other = traits[: len(traits) // 2], traits[len(traits) // 2 :]
        yield from self._leave_one_out(self._spread(pile, other, one), one)
        yield from self._leave_one_out(self._spread(pile, one, other), other)

    def _spread(self, pile: Pile, traits: Iterable[int], rest: Sequence[int]) -> Pile:
        """The pile after each of these traits has taken each of its cells, made ready for the rest of the traits."""
        rows = pile.rows
        for trait in traits:
            rows = self._after(rows, trait)
        return self._merged(rows, pile.floor, rest)

    def _after(self, before: Mapping[Alive, Rows], trait: int) -> Mapping[Alive, Rows]:
        """The rows after one trait has taken each of its cells."""
        after: dict[Alive, dict[int, int]] = {}
        for alive, rows in before.items():
            moves = self._moves_of(trait, alive)
            views = {survivors: self._projected(rows, alive, survivors) for survivors, *_ in moves}
            for survivors, up, shift, weight in moves:
                moved = after.setdefault(survivors, {})
                for at, row in views[survivors].items():
                    more = row << shift if weight == 1 else (row << shift) * weight
                    moved[at + up] = moved[at + up] + more if at + up in moved else more
        return after

    def _moves_of(self, trait: int, alive: Alive) -> list[tuple[Alive, int, int, int]]:
        """How the cells of a trait move rows: who survives, how many rows up, how many bits, and how often."""
        if (trait, alive) not in self._moves:
            moves: dict[tuple[Alive, int, int], int] = {}
            for step, weight in self._steps(trait):
                survivors = alive & step.passes
                move = (survivors, *self._layout(survivors).move(step.drain, step.points))
                moves[move] = moves.get(move, 0) + weight
            self._moves[trait, alive] = [(*move, weight) for move, weight in moves.items()]
        return self._moves[trait, alive]

    def _layout(self, alive: Alive) -> Layout:
        return self._census.layout(alive, self._width)

    def _projected(self, rows: Rows, alive: Alive, survivors: Alive) -> Rows:
        """The rows without the sums of the targets that do not survive."""
        before, after = self._layout(alive), self._layout(survivors)
        if after.inner == before.inner:
            return rows if after.outer == before.outer else {0: sum(rows.values())}
        flat = ((at, _digit_sum(row, before.stride)) for at, row in rows.items())
        return {0: sum(row << at * after.stride if after.inner is not None else row for at, row in flat)}

    def _merged(self, before: Mapping[Alive, Rows], floor: Sequence[int], rest: Sequence[int]) -> Pile:
        """The rows with those sums merged that the rest of the traits cannot tell apart any more."""
        ends = []
        for target, (to_c, to_a) in enumerate(self._census.ends):
            done = self._known.points[target] + floor[target]
            more = sum(self._most[trait][target] for trait in rest)
            ends.append((max(to_c - 1 - done - more, 0), max(to_a - done, 0)))
        rows = {alive: _within(each, self._layout(alive), ends) for alive, each in before.items()}
        return Pile(rows, tuple(low + lowest for low, (lowest, _) in zip(floor, ends, strict=True)))

    def _outlook(self, trait: int, cell: int, pile: Pile) -> Outlook:
        step = self._census.race.traits[trait][cell]
        tally = {} if step.knockout else self._tally(step, pile)
        if disqualified := self._worlds // self._sums[trait] - sum(tally.values()):
            tally[Verdict.DISQUALIFIED] = disqualified
        return Outlook(cell, self._census.weights[trait][cell], tally)

    def _tally(self, step: Step, pile: Pile) -> dict[Verdict, int]:
        """How many worlds of a pile end in which verdict after one more step, disqualified ones left out."""
        points = [sum(each) for each in zip(step.points, self._known.points, pile.floor, strict=True)]
        tally: dict[Verdict, int] = {}
        for alive, rows in pile.rows.items():
            layout = self._layout(alive)
            up, shift = layout.move(step.drain + self._known.drain, points)
            for tier, row in layout.by_tier(rows, up).items():
                for verdict, mask in layout.masks(tier).items():
                    if selected := row << shift & mask:
                        tally[verdict] = tally.get(verdict, 0) + _total(selected, self._width)
        return tally


def _all_of(steps: Sequence[Step], race: Race) -> Step:
    """Several steps as one."""
    points = tuple(sum(step.points[target] for step in steps) for target in range(len(race.targets)))
    passes = race.everyone
    for step in steps:
        passes &= step.passes
    return Step(points, sum(step.drain for step in steps), passes, any(step.knockout for step in steps))


def _most_of(steps: Sequence[tuple[Step, int]], race: Race) -> tuple[int, ...]:
    """For each target the most points that one of these steps brings."""
    return tuple(max((step.points[target] for step, _ in steps), default=0) for target in range(len(race.targets)))


def _within(rows: Rows, layout: Layout, ends: Sequence[tuple[int, int]]) -> Rows:
    """The rows with all sums below the lower end merged into it, all above the upper end into that, from 0 up."""
    if layout.inner is None:
        return rows
    low, high = ends[layout.inner]
    short = {at: _cut(row, low, high, layout.stride) for at, row in rows.items()}
    if layout.outer is None:
        return short
    low, high = ends[layout.outer]
    merged: dict[int, int] = {}
    for at, row in short.items():
        place = min(max(at, low), high) - low
        merged[place] = merged.get(place, 0) + row
    return merged


def _cut(row: int, low: int, high: int, digit: int) -> int:
    """The number with the digits below `low` added to that one, those above `high` to that one, and `low` as the first."""
    if row.bit_length() > digit * (high + 1):
        above = row >> digit * (high + 1)
        row = (row & (1 << digit * (high + 1)) - 1) + (_digit_sum(above, digit) << digit * high)
    if low:
        row = (row >> digit * low) + _digit_sum(row & (1 << digit * low) - 1, digit)
    return row


def _digit_sum(number: int, digit: int) -> int:
    """The sum of a number's digits of so many bits, none of which overflows: the upper half is added to the lower one."""
    while (count := -(-number.bit_length() // digit)) > 1:
        half = digit * ((count + 1) // 2)
        number = (number & (1 << half) - 1) + (number >> half)
    return number


def _total(number: int, width: int) -> int:
    """The digit sum of a number, in the end as what is left after casting out 2^width - 1 (9s, in the decimal system)."""
    while (count := -(-number.bit_length() // width)) > _FEW:
        half = width * ((count + 1) // 2)
        number = (number & (1 << half) - 1) + (number >> half)
    return number % ((1 << width) - 1)
