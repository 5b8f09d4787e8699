"""Duration: a time that is said in two parts, or from one unit to another.

"A year and 3 months" is 15 months, "between 6 months and 2 years" is 6 to 24. Each part is turned into the unit that
the trait counts in, and only where that comes out even.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from bot.core.language.clause import Piece
from bot.core.language.quantity import Quantity
from bot.core.language.vocabulary import TIME_UNITS

_JOINTS = frozenset({"to", "-"})
_AROUND = frozenset({
    "i", "think", "guess", "say", "would", "about", "roughly", "around", "approx", "circa", "ca", "they", "it", "is",
    "'s", "was", "did", "ago", "back", "left", "old", "since", "somewhere", "exactly", "so", "well", "the", "a", "yes",
    "that", "he", "she", "said", "says", "runs", "for", "still",
})  # fmt: skip
"""Words that leave a time as it is."""
_TWO = 2


class _Time(NamedTuple):
    """A number with its unit, and where it stands."""

    size: Decimal
    unit: str
    begin: int
    end: int


def compound(pieces: Sequence[Piece]) -> tuple[Quantity, str] | None:
    """The one time that two numbers with two units make, in the smaller unit; None where they do not make one."""
    times = _times(pieces)
    if len(times) != _TWO or sum(piece.quantity is not None for piece in pieces) > _TWO:
        return None
    first, second = times
    family, size = TIME_UNITS[first.unit]
    other, other_size = TIME_UNITS[second.unit]
    beside = (*pieces[: first.begin], *pieces[second.end :])
    around = [piece.key for piece in beside if piece.is_word and not piece.meanings]
    if family != other or size == other_size or not _AROUND.issuperset(each for each in around if each != "between"):
        return None
    smallest = min(size, other_size)
    ends = first.size * size / smallest, second.size * other_size / smallest
    unit = first.unit if size == smallest else second.unit
    quantity = _joined(ends, [piece.key for piece in pieces[first.end : second.begin]], is_between="between" in around)
    return None if quantity is None or (size < other_size and quantity.low == quantity.high) else (quantity, unit)


def _joined(ends: tuple[Decimal, Decimal], joint: Sequence[str], *, is_between: bool) -> Quantity | None:
    low, high = ends
    is_range = (is_between and list(joint) == ["and"]) or (len(joint) == 1 and joint[0] in _JOINTS)
    if is_range:
        return Quantity(low, high) if low < high else None
    if is_between or list(joint) not in ([], ["and"], [","]) or high >= low:
        return None
    return Quantity(low + high, low + high)


def _times(pieces: Sequence[Piece]) -> list[_Time]:
    """Every number with a unit of time right behind it, and "a year"."""
    found: list[_Time] = []
    for at in range(1, len(pieces)):
        before, key = pieces[at - 1], pieces[at].key
        if key not in TIME_UNITS:
            continue
        quantity = before.quantity
        if quantity is not None and quantity.low is not None and quantity.low == quantity.high and not quantity.scaled:
            found.append(_Time(quantity.low, key, at - 1, at + 1))
        elif before.key in ("a", "an"):
            found.append(_Time(Decimal(1), key, at - 1, at + 1))
    return found
