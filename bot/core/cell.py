"""Cell: a class of values that no rating tells apart, and the partition of a trait into its cells.

Two values of a trait are in one cell when every ICP gives them the same points and neither or both are knocked out.
Scoring never needs more than the cell, so a trait with endless values has finitely many cases. Only cells that can
occur exist: points that no value earns count nowhere.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.core.icp import Icp, Rating, TagPoints
from bot.core.ranges import LARGEST, Range, parse_range, range_text
from bot.core.trait import Kind, Trait
from bot.core.value import AnyOf, Form, Pick, Span, TagSet

Cells = tuple[int, ...]
"""Indexes of cells within their partition, ascending; what is still possible of a trait."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A class of values that no rating tells apart."""

    id: str
    points: tuple[int, ...]
    """One for each ICP, in the order in which the partition was given them."""
    knockout: bool


class Partition(Protocol):
    """The cells of one trait, in pack order, and which of them a value leaves possible."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell that can occur."""

    def possible(self, form: Form) -> Cells:
        """The cells that a value leaves possible, never none."""

    def at_once(self, raw: object) -> Cells | None:
        """The cell of a raw value in its plainest form; None where `read_value` has to read or refuse it."""


def partition(trait: Trait, icps: Sequence[Icp]) -> Partition:
    """Cut the values of a trait into cells, given every ICP that may rate it."""
    if trait.kind.is_numeric:
        return _Ranges.cut(trait, icps)
    if trait.kind is Kind.TAGS:
        return _Tags.cut(trait, icps)
    return _Options.cut(trait, icps)


Signature = tuple[tuple[int, ...], bool]


def _grouped(signatures: Iterable[tuple[str, Signature]]) -> tuple[list[Signature], dict[str, int]]:
    """Number the distinct signatures in order of appearance, and say which one each value has."""
    numbers: dict[Signature, int] = {}
    index = {value: numbers.setdefault(signature, len(numbers)) for value, signature in signatures}
    return list(numbers), index


def _united(each: Iterable[Cells]) -> Cells:
    return tuple(sorted(set().union(*each)))


@dataclass(frozen=True, slots=True)
class _Options:
    """The partition of a choice or a flag: its options, grouped."""

    cells: tuple[Cell, ...]
    cell_of: Mapping[str, int]
    plain: Mapping[str | bool, Cells]
    """The cell of each option as it is written; of a flag also of true and false."""

    @classmethod
    def cut(cls, trait: Trait, icps: Sequence[Icp]) -> "_Options":
        signatures, cell_of = _grouped((option, _option_signature(option, trait, icps)) for option in trait.option_ids)
        first = {number: option for option, number in reversed(cell_of.items())}
        cells = tuple(Cell(first[number], *signature) for number, signature in enumerate(signatures))
        plain: dict[str | bool, Cells] = {option: (number,) for option, number in cell_of.items()}
        if trait.kind is Kind.FLAG:
            plain |= {True: plain["yes"], False: plain["no"]}
        return cls(cells, cell_of, plain)

    def at_once(self, raw: object) -> Cells | None:
        # To a dictionary 1 and 1.0 are the same as true, and for an answer they are not.
        return self.plain.get(raw) if raw.__class__ is str or raw.__class__ is bool else None

    def possible(self, form: Form) -> Cells:
        match form:
            case Pick(option):
                return (self.cell_of[option],)
            case AnyOf(forms):
                return _united(map(self.possible, forms))
            case _:
                return tuple(range(len(self.cells)))


def _option_signature(option: str, trait: Trait, icps: Sequence[Icp]) -> Signature:
    points = tuple(_listed(icp.ratings.get(trait.id), option) for icp in icps)
    return points, any(option in icp.knockouts.get(trait.id, ()) for icp in icps)


def _listed(rating: Rating | None, option: str) -> int:
    if rating is None or not isinstance(rating.points, dict):
        return 0
    return rating.points.get(option, rating.otherwise)


@dataclass(frozen=True, slots=True)
class _Ranges:
    """The partition of a number or a sum of money: stretches of whole numbers, grouped."""

    cells: tuple[Cell, ...]
    starts: tuple[int, ...]
    """Where each stretch begins; it ends before the next one."""
    cell_at: tuple[int, ...]
    """The cell of each stretch."""

    @classmethod
    def cut(cls, trait: Trait, icps: Sequence[Icp]) -> "_Ranges":
        rated = [_rated_ranges(icp.ratings.get(trait.id)) for icp in icps]
        knocked = [parse_range(text) for icp in icps for text in icp.knockouts.get(trait.id, ())]
        written = [*(span for _, spans in rated for span, _ in spans), *knocked]
        ends = {span.high + 1 for span in written if span.high is not None}
        starts = sorted(start for start in {0, *(span.low for span in written), *ends} if start <= LARGEST)
        signatures, numbers = _grouped((str(start), _stretch_signature(start, rated, knocked)) for start in starts)
        cell_at = tuple(numbers[str(start)] for start in starts)
        texts = _stretch_texts(starts, cell_at, written, compact=trait.kind is Kind.MONEY)
        cells = tuple(Cell(",".join(texts[number]), *signature) for number, signature in enumerate(signatures))
        return cls(cells, tuple(starts), cell_at)

    def at_once(self, raw: object) -> Cells | None:
        if raw.__class__ is int and 0 <= raw <= LARGEST:
            return (self.cell_at[bisect_right(self.starts, raw) - 1],)
        return None

    def possible(self, form: Form) -> Cells:
        match form:
            case Span(low, high):
                first = bisect_right(self.starts, low) - 1
                if low == high:
                    return (self.cell_at[first],)
                end = len(self.starts) if high is None else bisect_right(self.starts, high)
                return tuple(sorted(set(self.cell_at[first:end])))
            case AnyOf(forms):
                return _united(map(self.possible, forms))
            case _:
                return tuple(range(len(self.cells)))


def _rated_ranges(rating: Rating | None) -> tuple[int, list[tuple[Range, int]]]:
    if rating is None or not isinstance(rating.points, dict):
        return 0, []
    return rating.otherwise, [(parse_range(text), points) for text, points in rating.points.items()]


def _stretch_signature(
    start: int, rated: Sequence[tuple[int, list[tuple[Range, int]]]], knocked: Sequence[Range]
) -> Signature:
    here = Range(start, start, "")
    points = tuple(
        next((points for span, points in spans if span.overlaps(here)), otherwise) for otherwise, spans in rated
    )
    return points, any(span.overlaps(here) for span in knocked)


def _stretch_texts(
    starts: Sequence[int], cell_at: Sequence[int], written: Sequence[Range], *, compact: bool
) -> dict[int, list[str]]:
    """The ranges of each cell as text: the author's own words where a range stands in the pack, else the shortest."""
    words = {(span.low, span.high): span.text for span in reversed(written)}
    texts: dict[int, list[str]] = {}
    position = 0
    while position < len(starts):
        after = position + 1
        while after < len(starts) and cell_at[after] == cell_at[position]:
            after += 1
        low, high = starts[position], (starts[after] - 1 if after < len(starts) else None)
        text = words.get((low, high)) or range_text(low, high, compact=compact)
        texts.setdefault(cell_at[position], []).append(text)
        position = after
    return texts


TagState = tuple[tuple[int, ...], bool]
"""For each ICP the first of its rows that matches so far, and whether a knock-out tag is present."""


@dataclass(frozen=True, slots=True)
class _Tags:
    """The partition of a list of tags.

    There are 2^n lists of n tags, but all that counts of a list is which row matches first in each ICP and whether a
    knock-out is present. Adding a tag can only lower a row number or set the knock-out, so the few states that can
    occur are found by adding tags until nothing new appears.
    """

    cells: tuple[Cell, ...]
    nothing: TagState
    effect: Mapping[str, TagState] = field(repr=False)
    cell_of: Mapping[TagState, int] = field(repr=False)

    @classmethod
    def cut(cls, trait: Trait, icps: Sequence[Icp]) -> "_Tags":
        rows = [_tag_rows(icp.ratings.get(trait.id)) for icp in icps]
        knockouts = {tag for icp in icps for tag in icp.knockouts.get(trait.id, ())}
        nothing: TagState = tuple(len(each) for _, each in rows), False
        effect = {tag: _tag_effect(tag, rows, knockouts) for tag in trait.options}
        smallest = _reachable(nothing, effect)
        numbers: dict[Signature, int] = {}
        cell_of: dict[TagState, int] = {}
        ids: list[str] = []
        for state, tags in smallest.items():
            signature = _tag_signature(state, rows)
            if signature not in numbers:
                ids.append(",".join(sorted(tags)))
            cell_of[state] = numbers.setdefault(signature, len(numbers))
        cells = tuple(Cell(ids[number], *signature) for signature, number in numbers.items())
        return cls(cells, nothing, effect, cell_of)

    def at_once(self, raw: object) -> Cells | None:  # noqa: ARG002 - a list of tags is never that plain
        return None

    def possible(self, form: Form) -> Cells:
        match form:
            case TagSet(tags, open_ended):
                state = self.nothing
                for tag in tags:
                    state = _joined(state, self.effect[tag])
                states = _reachable(state, self.effect) if open_ended else (state,)
                return tuple(sorted({self.cell_of[each] for each in states}))
            case AnyOf(forms):
                return _united(map(self.possible, forms))
            case _:
                return tuple(range(len(self.cells)))


def _tag_rows(rating: Rating | None) -> tuple[int, tuple[TagPoints, ...]]:
    if rating is None or isinstance(rating.points, dict):
        return 0, ()
    return rating.otherwise, rating.points


def _tag_effect(tag: str, rows: Sequence[tuple[int, tuple[TagPoints, ...]]], knockouts: set[str]) -> TagState:
    first = tuple(next((number for number, row in enumerate(each) if tag in row.has), len(each)) for _, each in rows)
    return first, tag in knockouts


def _tag_signature(state: TagState, rows: Sequence[tuple[int, tuple[TagPoints, ...]]]) -> Signature:
    first, knockout = state
    points = tuple(
        each[number].points if number < len(each) else otherwise
        for number, (otherwise, each) in zip(first, rows, strict=True)
    )
    return points, knockout


def _joined(one: TagState, other: TagState) -> TagState:
    return tuple(map(min, one[0], other[0])), one[1] or other[1]


def _reachable(start: TagState, effect: Mapping[str, TagState]) -> dict[TagState, tuple[str, ...]]:
    """Every state that adding tags to `start` can reach, with the fewest tags that do it; fewest first."""
    found: dict[TagState, tuple[str, ...]] = {start: ()}
    frontier = [start]
    while frontier:
        reached = []
        for state in frontier:
            for tag, change in effect.items():
                changed = _joined(state, change)
                if changed not in found:
                    found[changed] = (*found[state], tag)
                    reached.append(changed)
        frontier = reached
    return found
