"""Scorecard: a pack made ready for scoring, set up once and used for every account.

It holds the partition of each trait into cells, the ICPs in the order in which cells carry their points (positive ones
first, primary before secondary, then the negative one), and what points are measured against.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.core.canonical import sha256_hex
from bot.core.cell import Cell, Cells, Partition, partition
from bot.core.errors import ValueRefused
from bot.core.icp import Icp, Role
from bot.core.pack import Pack
from bot.core.standing import is_expired
from bot.core.trait import Trait
from bot.core.value import UNKNOWN, read_dated
from bot.core.worlds import Possibility, Race, Step, Target

Mark = tuple[int, ...]
"""What some cells of a trait mean: for each positive ICP least points, greatest points, a gate failed, a gate open."""


class _Marks(dict[Cells, Mark]):
    """The marks of one trait, each worked out when it is first needed."""

    def __init__(self, scorecard: "Scorecard", trait: int) -> None:
        super().__init__()
        self._scorecard = scorecard
        self._trait = trait

    def __missing__(self, cells: Cells) -> Mark:
        self[cells] = mark = self._scorecard.mark(self._trait, cells)
        return mark


_PREFERENCE = {role: place for place, role in enumerate(Role)}


@dataclass(frozen=True)
class Scorecard:
    """A pack made ready for scoring."""

    pack: Pack
    icps: tuple[Icp, ...]
    """Positive ones first; cells carry their points in this order."""
    partitions: tuple[Partition, ...]
    """One for each trait, in pack order."""

    @classmethod
    def of(cls, pack: Pack) -> "Scorecard":
        """Make a pack ready for scoring."""
        icps = tuple(sorted(pack.icps, key=lambda icp: _PREFERENCE[icp.role]))
        return cls(pack, icps, tuple(partition(trait, icps) for trait in pack.traits))

    @property
    def traits(self) -> tuple[Trait, ...]:
        """The pack's traits, in pack order."""
        return self.pack.traits

    @cached_property
    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells of each trait."""
        return tuple(each.cells for each in self.partitions)

    @cached_property
    def everything(self) -> tuple[Cells, ...]:
        """What is possible of an account of which nothing is known: every cell of every trait."""
        return tuple(tuple(range(len(cells))) for cells in self.cells)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The place of each trait in pack order, by id."""
        return {trait.id: place for place, trait in enumerate(self.traits)}

    @cached_property
    def positive(self) -> tuple[int, ...]:
        """The columns of the positive ICPs."""
        return tuple(column for column, icp in enumerate(self.icps) if icp.role is not Role.NEGATIVE)

    @cached_property
    def negative(self) -> int | None:
        """The column of the negative ICP, if there is one."""
        return next((column for column, icp in enumerate(self.icps) if icp.role is Role.NEGATIVE), None)

    def points(self, column: int, trait: int, cells: Cells) -> tuple[int, int]:
        """The least and the greatest points that some cells of a trait earn in one ICP."""
        each = [self.cells[trait][cell].points[column] for cell in cells]
        return min(each), max(each)

    def spread(self, column: int, trait: int) -> int:
        """How far the points of a trait reach in one ICP: greatest minus least over all its cells."""
        least, greatest = self.points(column, trait, self.everything[trait])
        return greatest - least

    def passes(self, column: int, trait: int, cell: int) -> bool:
        """Whether a cell passes the gate that an ICP has at a trait; without a gate everything passes."""
        rating = self.icps[column].ratings.get(self.traits[trait].id)
        return rating is None or not rating.required or self.cells[trait][cell].points[column] > 0

    @cached_property
    def best(self) -> Mapping[int, int]:
        """P+ of each positive ICP: the sum over traits of the greatest points above 0, by column."""
        return {
            column: sum(max(0, self.points(column, trait, cells)[1]) for trait, cells in enumerate(self.everything))
            for column in self.positive
        }

    @cached_property
    def worst(self) -> int:
        """N-: the sum over traits of the least points below 0 in the negative ICP, as a positive number."""
        if self.negative is None:
            return 0
        return -sum(min(0, self.points(self.negative, trait, cells)[0]) for trait, cells in enumerate(self.everything))

    def reach(self, column: int | None) -> tuple[int, int]:
        """The least and the greatest sum of points that any account can have in one ICP."""
        if column is None:
            return 0, 0
        each = [self.points(column, trait, cells) for trait, cells in enumerate(self.everything)]
        return sum(least for least, _ in each), sum(greatest for _, greatest in each)

    @cached_property
    def race(self) -> Race:
        """The pack as far as verdicts are concerned."""
        least, greatest = self.reach(self.negative)
        return Race(
            targets=tuple(
                Target(self.icps[column].role, self.best[column], *self.reach(column)) for column in self.positive
            ),
            traits=tuple(self._steps(trait) for trait in range(len(self.traits))),
            tiers=self.pack.tiers,
            drain=self.pack.drain,
            worst=self.worst,
            least_lost=-greatest,
            most_lost=-least,
        )

    @cached_property
    def possibility(self) -> Possibility:
        """Which verdicts are possible of any account."""
        return Possibility(self.race)

    def _steps(self, trait: int) -> tuple[Step, ...]:
        ends = [self.points(column, trait, self.everything[trait]) for column in range(len(self.icps))]
        return tuple(
            Step(
                points=tuple(cell.points[column] - ends[column][0] for column in self.positive),
                drain=0 if self.negative is None else ends[self.negative][1] - cell.points[self.negative],
                passes=sum(1 << bit for bit, column in enumerate(self.positive) if self.passes(column, trait, number)),
                knockout=cell.knockout,
            )
            for number, cell in enumerate(self.cells[trait])
        )

    def mark(self, trait: int, cells: Cells) -> Mark:
        """What some cells of a trait mean for each positive ICP."""
        mark: list[int] = []
        for column in self.positive:
            passing = {self.passes(column, trait, cell) for cell in cells}
            mark += (*self.points(column, trait, cells), int(passing == {False}), int(len(passing) > 1))
        return tuple(mark)

    @cached_property
    def marks(self) -> tuple[Mapping[Cells, Mark], ...]:
        """For each trait the marks of its cells."""
        return tuple(_Marks(self, trait) for trait in range(len(self.traits)))

    def read(self, answers: Mapping[str, object], today: date) -> tuple[Cells, ...]:
        """The still-possible cells of each trait, given raw values of some, dated or not.

        Raises:
            ValueRefused: a trait that the pack does not have, or a value that its trait cannot hold.
        """
        if not answers.keys() <= self.index.keys():
            unknown = next(trait_id for trait_id in answers if trait_id not in self.index)
            known = ", ".join(self.index)
            raise ValueRefused(f"{unknown}: the pack {self.pack.name!r} has no such trait; it has {known}")
        still = []
        for trait, part, everything in zip(self.traits, self.partitions, self.everything, strict=True):
            raw = answers.get(trait.id)
            cells = everything if raw is None else part.at_once(raw)
            still.append(_read(raw, trait, part, today) if cells is None else cells)
        return tuple(still)

    def cell_ids(self, trait: int, cells: Sequence[int]) -> list[str]:
        """The ids of some cells of a trait."""
        return [self.cells[trait][cell].id for cell in cells]

    @cached_property
    def digest(self) -> str:
        """A fingerprint of everything in the pack that scoring depends on, and of nothing else."""
        pack = self.pack
        return sha256_hex(
            {
                "traits": {t.id: {"kind": t.kind.value, "options": list(t.option_ids)} for t in pack.traits},
                "icps": {icp.id: _what_counts(icp) for icp in pack.icps},
                "tiers": pack.tiers.model_dump(),
                "drain": pack.drain.model_dump(),
            }
        )


def _read(raw: object, trait: Trait, part: Partition, today: date) -> Cells:
    dated = read_dated(raw, trait)
    return part.possible(UNKNOWN if is_expired(dated.on, trait, today) else dated.form)


def _what_counts(icp: Icp) -> dict[str, object]:
    """An ICP without its words: neither its name nor a reason changes a score."""
    return {
        "role": icp.role.value,
        "ratings": {
            trait: rating.model_dump(mode="json", exclude={"because"}) for trait, rating in icp.ratings.items()
        },
        "knockouts": icp.knockouts,
    }
