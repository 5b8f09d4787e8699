"""Ranges of whole numbers from 0 up, as a pack writes them.

`50..200` (both ends included), `<20`, `<=20`, `>500`, `>=1000`, a single `7`, and sums of money such as `2M..50M`, with
K, M and B for thousand, million and billion. A decimal bound is rounded half up to a whole number.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

LARGEST = 10**15
"""No answer and no bound is larger than this."""
_LONGEST_SHOWN = 20

_SCALE = {"": 1, "K": 10**3, "M": 10**6, "B": 10**9}
_NUMBER = r"(\d+(?:\.\d+)?)\s*([KMB]?)"
_BETWEEN = re.compile(rf"{_NUMBER}\s*\.\.\s*{_NUMBER}", re.IGNORECASE)
_AGAINST = re.compile(rf"(<=|>=|<|>)?\s*{_NUMBER}", re.IGNORECASE)


def round_half_up(number: float | Decimal) -> int:
    """The nearest whole number; exactly between two, the larger one.

    A float counts as the decimal a person reads (2.675 is two point six seven five), not as its binary neighbour.
    """
    if isinstance(number, int):
        return number
    return int(Decimal(str(number)).quantize(Decimal(1), rounding=ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Range:
    """The whole numbers from `low` to `high`, both included; `high` is None where there is no upper end."""

    low: int
    high: int | None
    text: str

    def overlaps(self, other: "Range") -> bool:
        """Whether some whole number lies in both."""
        below = other.high is None or self.low <= other.high
        above = self.high is None or other.low <= self.high
        return below and above


def parse_range(text: str) -> Range:
    """Read a range as a pack writes it.

    Raises:
        ValueError: the text is no range, holds no whole number, or goes too far; the message says which.
    """
    clean = " ".join(text.split())
    if between := _BETWEEN.fullmatch(clean):
        low, high = _whole(*between.group(1, 2)), _whole(*between.group(3, 4))
        if low > high:
            raise ValueError(f"the range {text!r} runs backwards; write the smaller number first")
        return Range(low, high, clean)
    against = _AGAINST.fullmatch(clean)
    if against is None:
        raise ValueError(f"{text!r} is no range; write one like 50..200, <20, >500, >=1000 or 2M..50M")
    sign, number = against.group(1), _whole(*against.group(2, 3))
    if sign == "<" and number == 0:
        raise ValueError(f"the range {text!r} is empty: numbers start at 0")
    bounds: dict[str | None, tuple[int, int | None]] = {
        "<": (0, number - 1),
        "<=": (0, number),
        ">": (number + 1, None),
        ">=": (number, None),
        None: (number, number),
    }
    return Range(*bounds[sign], clean)


def range_text(low: int, high: int | None, *, compact: bool = False) -> str:
    """The shortest usual way to write the whole numbers from `low` to `high`; `compact` writes 2000000 as 2M."""
    write = _compact if compact else str
    if high is None:
        return f">{write(low - 1)}" if low else ">=0"
    if low == high:
        return write(low)
    return f"<{write(high + 1)}" if low == 0 and high < LARGEST else f"{write(low)}..{write(high)}"


def _compact(number: int) -> str:
    for suffix, size in reversed(_SCALE.items()):
        if number and number % size == 0:
            return f"{number // size}{suffix}"
    return str(number)


def _whole(digits: str, suffix: str) -> int:
    exact = Decimal(digits) * _SCALE[suffix.upper()]
    if exact > LARGEST:
        shown = digits if len(digits) <= _LONGEST_SHOWN else f"{digits[:_LONGEST_SHOWN]}..."
        raise ValueError(f"{shown}{suffix} is beyond the largest number, 10^15")
    return round_half_up(exact)
