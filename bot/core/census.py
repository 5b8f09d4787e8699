"""Census: how many worlds lead to which verdict, for every answer that could be given next.

`worlds.Possibility` asks whether some world ends in a verdict; a census counts them, weighted by how often each cell is
expected. It lays sums out in places of an integer as `worlds` does, with five differences, all of them for speed and
none of them an approximation:

- Worlds are counted in **heats**, one for each set of ICPs that are alive in the end; a heat has room for the sums of
  those alone. Where one gate asks for what another forbids, the heat of both ICPs, the only large one, does not exist.
- In a heat of two ICPs only the sums of the second (the inner one) and of drain are packed. The sums of the first (the
  outer one) are the keys of a dictionary of such integers, its **rows**; rows that no world reaches do not exist.
- Points count upwards only. So a sum from which nothing but tier D can come any more need not be told from others like
  it, nor one that is tier A already: such sums are **merged**, which keeps the rows few and short.
- Drain counts upwards as well. Worlds that it disqualifies are dropped; what is missing in the end is disqualified.
- Every open trait needs a count of the worlds of all other traits. The traits are halved: with the one half counted,
  the other half is halved in turn, and so on. That takes n log n steps for n traits, not n^2.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import NamedTuple

from bot.core.cell import Cells
from bot.core.icp import Role
from bot.core.pack import Tiers
from bot.core.verdict import Tier, Verdict, least_points
from bot.core.worlds import Alive, Grid, Race, Step, Target, Weights

Rows = Mapping[int, int]
"""Counted worlds: by the sum of the outer target (0 without one), a packed row."""

_WIDTHS = 8
"""Widths are rounded up to a multiple of this many bits, so that accounts share masks."""
_FEW = 64
"""So many digits are summed up faster by division than by halving."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What one answer to one trait would leave: how many worlds of the other open traits end in which verdict."""

    cell: int
    weight: int
    verdicts: Mapping[Verdict, int]


@dataclass(frozen=True, slots=True)
class Pile:
    """Counted worlds of some traits, knocked-out ones left out."""

    rows: Mapping[Alive, Rows]
    """By the targets that these traits leave alive."""
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
        self.too_much = race.too_much
        self.ends = tuple(_ends(target, race.tiers) for target in race.targets)
        """For each target the sums from which on it is of tier C and of tier A, counted from its least possible one."""
        self._layouts: dict[tuple[Alive, int], Layout] = {}

    def layout(self, alive: Alive, width: int) -> "Layout":
        """The layout for some targets alive; accounts share it."""
        if (alive, width) not in self._layouts:
            self._layouts[alive, width] = Layout(self.race, alive, width)
        return self._layouts[alive, width]

    def survey(self, still: Sequence[Cells]) -> "Survey":
        """Count the worlds of an account, given the still-possible cells of each trait in pack order."""
        return Survey(self, still)


class Layout:
    """How a heat lays out its sums: a row for each sum of the first of two targets, a place for the other and drain."""

    def __init__(self, race: Race, alive: Alive, width: int) -> None:
        members = [number for number in range(len(race.targets)) if alive >> number & 1]
        self.inner = members[-1] if members else None
        self.outer = members[0] if len(members) > 1 else None
        most = max((step.drain for steps in race.traits for step in steps), default=0)
        drains = min(race.too_much + most, len(race.levels))
        self._grid = Grid(race, 0 if self.inner is None else 1 << self.inner, width, drains)
        self._stride = self._grid.strides[-1]
        """By how many bits one more point of the inner target moves a row."""
        self._role = None if self.outer is None else race.targets[self.outer].role
        self._tiers = () if self.outer is None else race.tiers_of(self.outer)
        self._masks: dict[Tier, Mapping[Verdict, int]] = {}
        self._below: dict[int, int] = {}

    def move(self, drain: int, points: Sequence[int]) -> tuple[int, int]:
        """How far these sums move a place: by how many rows, and by how many bits within a row."""
        up = 0 if self.outer is None else points[self.outer]
        within = 0 if self.inner is None else points[self.inner] * self._stride
        return up, within + drain * self._grid.width

    def below(self, drain: int) -> int:
        """The places of a row that are of less drain."""
        if drain not in self._below:
            self._below[drain] = self._grid.below(drain)
        return self._below[drain]

    def cut(self, rows: Rows, outer: tuple[int, int], inner: tuple[int, int]) -> Rows:
        """The rows with the sums beyond either end merged into it; the lower ends become 0."""
        low, high = outer
        cut: dict[int, int] = {}
        for at, row in rows.items():
            place = min(max(at, low), high) - low
            cut[place] = cut.get(place, 0) + _cut(row, *inner, self._stride)
        return cut

    def tally(self, rows: Rows, up: int, shift: int) -> dict[Verdict, int]:
        """How many of the worlds in some rows end in which verdict after a move, disqualified ones left out."""
        tally: dict[Verdict, int] = {}
        for tier, row in self._by_tier(rows, up).items():
            moved = row << shift
            for verdict, mask in self._masks_for(tier).items():
                if selected := moved & mask:
                    tally[verdict] = tally.get(verdict, 0) + _total(selected, self._grid.width)
        return tally

    def _by_tier(self, rows: Rows, up: int) -> Mapping[Tier, int]:
        """The rows, moved up, added up by the tier that the outer target earns (D without one)."""
        if self.outer is None:
            return {Tier.D: sum(rows.values())}
        found: dict[Tier, int] = {}
        for at, row in rows.items():
            tier = self._tiers[at + up]
            found[tier] = found.get(tier, 0) + row
        return found

    def _masks_for(self, tier: Tier) -> Mapping[Verdict, int]:
        """For each verdict but `disqualified`, the places of a row that earn it if the outer target earns this tier."""
        if tier not in self._masks:
            given: dict[Role, Tier] = {} if self._role is None else {self._role: tier}
            self._masks[tier] = self._grid.masks(self._grid.alive, given)
        return self._masks[tier]


class Survey:
    """The worlds of one account, counted for each answer that it could give next."""

    def __init__(self, census: Census, still: Sequence[Cells]) -> None:
        race = census.race
        known = [race.traits[trait][cells[0]] for trait, cells in enumerate(still) if len(cells) == 1]
        self.census = census
        self.known = _all_of(known, race)
        """What is known, as one step: it is the same in all worlds and is taken at the very end."""
        self.steps = {
            trait: tuple((race.traits[trait][cell], census.weights[trait][cell]) for cell in cells)
            for trait, cells in enumerate(still)
            if len(cells) > 1
        }
        """The still-possible cells of each open trait as steps, with their weights."""
        self._still = still
        self._sums = {trait: sum(weight for _, weight in steps) for trait, steps in self.steps.items()}
        self._worlds = prod(self._sums.values())
        # One bit more than the number of worlds needs: `_total` divides by 2^width - 1 and must never meet it.
        self.width = -(-(self._worlds.bit_length() + 1) // _WIDTHS) * _WIDTHS

    def outlooks(self) -> dict[int, tuple[Outlook, ...]]:
        """For each open trait, in pack order, what each of its still-possible cells would leave."""
        tallies: dict[int, list[dict[Verdict, int]]] = {
            trait: [{} for _ in steps] for trait, steps in self.steps.items()
        }
        for alive in range(self.census.race.everyone + 1):
            if self._can_finish(alive):
                Heat(self, alive).count(tallies)
        return {
            trait: tuple(map(self._outlook, [trait] * len(each), self._still[trait], each))
            for trait, each in tallies.items()
        }

    def _can_finish(self, alive: Alive) -> bool:
        """Whether some world leaves these targets alive, as far as single traits can tell."""
        if self.known.knockout or self.known.drain >= self.census.too_much or alive & self.known.passes != alive:
            return False
        return all(any(step.passes & alive == alive for step, _ in steps) for steps in self.steps.values())

    def _outlook(self, trait: int, cell: int, tally: dict[Verdict, int]) -> Outlook:
        if disqualified := self._worlds // self._sums[trait] - sum(tally.values()):
            tally[Verdict.DISQUALIFIED] = disqualified
        return Outlook(cell, self.census.weights[trait][cell], tally)


class Move(NamedTuple):
    """A step as a heat sees it."""

    passes: Alive
    up: int
    """Rows."""
    shift: int
    """Bits within a row."""


class Heat:
    """The worlds of one account in which certain targets are alive in the end, counted without each open trait."""

    def __init__(self, survey: Survey, alive: Alive) -> None:
        self._survey = survey
        self._alive = alive
        self._layout = survey.census.layout(alive, survey.width)
        self._cells = {trait: [self._move(step) for step, _ in steps] for trait, steps in survey.steps.items()}
        """The move of each cell of each open trait; None where it leads to another heat or is a knock-out."""
        self._moves = {trait: self._weighted(trait) for trait in survey.steps}
        self._drains = {trait for trait, steps in survey.steps.items() if any(step.drain for step, _ in steps)}
        self._kept = self._layout.below(survey.census.too_much - survey.known.drain)
        """The places of a row that drain does not disqualify, together with what is known."""

    def count(self, tallies: Mapping[int, Sequence[dict[Verdict, int]]]) -> None:
        """Add to the tally of each answer how many worlds of the other traits end in which verdict in this heat."""
        for trait, pile in self._without_each():
            found = {move: self._tally(move, pile) for move in self._moves[trait]}
            for move, tally in zip(self._cells[trait], tallies[trait], strict=True):
                for verdict, count in () if move is None else found[move].items():
                    tally[verdict] = tally.get(verdict, 0) + count

    def _move(self, step: Step) -> Move | None:
        if step.knockout or step.passes & self._alive != self._alive:
            return None
        return Move(step.passes, *self._layout.move(step.drain, step.points))

    def _weighted(self, trait: int) -> dict[Move, int]:
        """How often each move of a trait is expected; cells that this heat cannot tell apart share one."""
        weighted: dict[Move, int] = {}
        for move, (_, weight) in zip(self._cells[trait], self._survey.steps[trait], strict=True):
            if move is not None:
                weighted[move] = weighted.get(move, 0) + weight
        return weighted

    def _without_each(self) -> Iterator[tuple[int, Pile]]:
        """For each open trait, the worlds of all others."""
        survey = self._survey
        gates = [trait for trait in survey.steps if trait in survey.census.gates]
        others = [trait for trait in survey.steps if trait not in survey.census.gates]
        start = Pile({survey.known.passes: {0: 1}}, (0,) * len(survey.known.points))
        yield from self._leave_one_out(self._finishing(self._spread(start, gates, others)), others)
        yield from self._leave_one_out(self._spread(start, others, gates), gates)

    def _finishing(self, pile: Pile) -> Pile:
        """The worlds that are in this heat when all gates have been asked."""
        return Pile({alive: rows for alive, rows in pile.rows.items() if alive == self._alive}, pile.floor)

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
            for (passes, up, shift), weight in self._moves[trait].items():
                moved = after.setdefault(alive & passes, {})
                for at, row in rows.items():
                    more = row << shift if weight == 1 else (row << shift) * weight
                    moved[at + up] = moved[at + up] + more if at + up in moved else more
        return _masked(after, self._kept) if trait in self._drains else after

    def _merged(self, before: Mapping[Alive, Rows], floor: tuple[int, ...], rest: Sequence[int]) -> Pile:
        """The rows with those sums merged that the rest of the traits cannot tell apart, where that pays."""
        if self._layout.outer is None or self._layout.inner is None or len(rest) == 1:
            return Pile(before, floor)
        ends = [self._end(target, floor[target], rest) for target in range(len(floor))]
        outer, inner = ends[self._layout.outer], ends[self._layout.inner]
        rows = {alive: self._layout.cut(each, outer, inner) for alive, each in before.items()}
        return Pile(rows, tuple(low + more for low, (more, _) in zip(floor, ends, strict=True)))

    def _end(self, target: int, floor: int, rest: Sequence[int]) -> tuple[int, int]:
        """The place from which the rest of the traits cannot lead to tier C, and the one that is tier A already."""
        to_c, to_a = self._survey.census.ends[target]
        done = self._survey.known.points[target] + floor
        more = sum(max(step.points[target] for step, _ in self._survey.steps[trait]) for trait in rest)
        return max(to_c - 1 - done - more, 0), max(to_a - done, 0)

    def _tally(self, move: Move, pile: Pile) -> dict[Verdict, int]:
        """How many worlds of a pile one more move brings to the end of this heat, by verdict."""
        known = self._survey.known
        points = [point + low for point, low in zip(known.points, pile.floor, strict=True)]
        up, shift = self._layout.move(known.drain, points)
        tally: dict[Verdict, int] = {}
        for alive, rows in pile.rows.items():
            if alive & move.passes == self._alive:
                for verdict, count in self._layout.tally(rows, up + move.up, shift + move.shift).items():
                    tally[verdict] = tally.get(verdict, 0) + count
        return tally


def _ends(target: Target, tiers: Tiers) -> tuple[int, int]:
    # Traits that only ever cost points may keep the greatest sum below what a tier asks for.
    to_c, to_a = (min(least_points(tier, target.of, tiers), target.greatest + 1) for tier in (Tier.C, Tier.A))
    return to_c - target.least, to_a - target.least


def _all_of(steps: Sequence[Step], race: Race) -> Step:
    """Several steps as one."""
    points = tuple(sum(step.points[target] for step in steps) for target in range(len(race.targets)))
    passes = race.everyone
    for step in steps:
        passes &= step.passes
    return Step(points, sum(step.drain for step in steps), passes, any(step.knockout for step in steps))


def _masked(rows: Mapping[Alive, Rows], kept: int) -> Mapping[Alive, Rows]:
    return {alive: {at: row & kept for at, row in each.items()} for alive, each in rows.items()}


def _cut(row: int, low: int, high: int, digit: int) -> int:
    """The number with the digits below and above these two added to them, and `low` as the first digit."""
    if row.bit_length() > digit * (high + 1):
        above = row >> digit * (high + 1)
        row = (row & (1 << digit * (high + 1)) - 1) + (_digit_sum(above, digit) << digit * high)
    if low:
        row = (row >> digit * low) + _digit_sum(row & (1 << digit * low) - 1, digit)
    return row


def _digit_sum(number: int, digit: int, few: int = 1) -> int:
    """A number of few digits, each of so many bits, with the same sum: the upper half is added to the lower one."""
    while (count := -(-number.bit_length() // digit)) > few:
        half = digit * ((count + 1) // 2)
        number = (number & (1 << half) - 1) + (number >> half)
    return number


def _total(number: int, width: int) -> int:
    """The sum of all places, in the end as what is left after casting out 2^width - 1, as 9s in the decimal system."""
    return _digit_sum(number, width, _FEW) % ((1 << width) - 1)
