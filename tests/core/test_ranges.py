"""Ranges of whole numbers: how packs write them, and rounding."""

from decimal import Decimal
from fractions import Fraction
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.ranges import LARGEST, Range, parse_range, range_text, round_half_up
from tests import oracle
from tests.strategies import BOUNDS, range_texts

_BOUND = st.sampled_from(BOUNDS) | st.integers(0, 10**6)
_PAIR = st.tuples(_BOUND, _BOUND | st.none()).map(
    lambda pair: pair if pair[1] is None or pair[0] <= pair[1] else (pair[1], pair[0])
)


@pytest.mark.parametrize(
    ("number", "whole"),
    [
        (0, 0),
        (LARGEST, LARGEST),
        (10**30 + 1, 10**30 + 1),
        (0.5, 1),
        (1.5, 2),
        (2.5, 3),
        (49.5, 50),
        (49.499999999999, 49),
        (2.675, 3),
        (0.49999999999999994, 0),
        (999999999999999.5, LARGEST),
        (1e15, LARGEST),
        (Decimal("49.5"), 50),
        (Decimal("49.4999999999999999999999999999999999999999"), 49),
        (Decimal("0.5000000000000000000000000000000000000001"), 1),
        (Decimal("1E+3"), 1000),
    ],
)
def test_rounds_half_up(number: float | Decimal, whole: int) -> None:
    """A half goes up to the next whole number, and nothing below a half does."""
    assert whole == round_half_up(number)


@given(st.floats(0, float(LARGEST)) | st.integers(0, 10**9).map(lambda twice: twice / 2))
def test_rounding_is_exact(number: float) -> None:
    """No float is rounded by way of another float."""
    assert (Fraction(number) + Fraction(1, 2)).__floor__() == round_half_up(number)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("50..200", 50, 200),
        ("50 .. 200", 50, 200),
        ("  50..200  ", 50, 200),
        ("<20", 0, 19),
        ("< 20", 0, 19),
        ("<=20", 0, 20),
        ("<=0", 0, 0),
        (">500", 501, None),
        (">=1000", 1000, None),
        (">=0", 0, None),
        ("7", 7, 7),
        ("0", 0, 0),
        ("2M..50M", 2_000_000, 50_000_000),
        ("1.5k..2K", 1500, 2000),
        (">1B", 1_000_000_001, None),
        ("0.0015k", 2, 2),
        ("0.5..1.5", 1, 2),
        ("49.5..200.4", 50, 200),
        (">=1000000B", LARGEST, None),
    ],
)
def test_reads_a_range(text: str, low: int, high: int | None) -> None:
    """Both ends of `..` count, `<` and `>` leave their bound out, suffixes multiply, decimals are rounded half up."""
    span = parse_range(text)

    assert (low, high) == (span.low, span.high)
    assert " ".join(text.split()) == span.text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("200..50", "backwards"),
        ("2M..50K", "backwards"),
        ("<0", "empty"),
        ("<0.4", "empty"),
        (">1000000000000001", "10^15"),
        ("0..2000000B", "10^15"),
        ("", "no range"),
        ("..", "no range"),
        ("50..", "no range"),
        ("..50", "no range"),
        ("50-200", "no range"),
        ("-5..5", "no range"),
        ("1e3", "no range"),
        ("1_000", "no range"),
        ("1,000", "no range"),
        ("50..200..300", "no range"),
        ("2T", "no range"),
        ("=5", "no range"),
        ("many", "no range"),
        ("NaN", "no range"),
    ],
)
def test_refuses_what_is_no_range(text: str, why: str) -> None:
    """What is not a range is refused, and the message names what is wrong."""
    with pytest.raises(ValueError, match=why.replace("^", r"\^")):
        parse_range(text)


@given(st.data(), _PAIR)
def test_every_way_to_write_a_range_reads_the_same(data: st.DataObject, pair: tuple[int, int | None]) -> None:
    """`<20`, `<=19`, `0..19` and `0..18.5` are one range."""
    low, high = pair
    text = data.draw(range_texts(low, high))

    span = parse_range(text)

    assert (low, high) == (span.low, span.high)
    assert (low, inf if high is None else high) == oracle.span(text)


@given(_PAIR, st.booleans())
def test_what_is_written_reads_back(pair: tuple[int, int | None], compact: bool) -> None:  # noqa: FBT001
    """The shortest text of a range is a range, and the same one."""
    low, high = pair

    span = parse_range(range_text(low, high, compact=compact))

    assert (low, high) == (span.low, span.high)


@pytest.mark.parametrize(
    ("low", "high", "compact", "text"),
    [
        (0, None, False, ">=0"),
        (501, None, False, ">500"),
        (0, 19, False, "<20"),
        (7, 7, False, "7"),
        (0, 0, True, "0"),
        (50, 200, False, "50..200"),
        (2_000_000, 50_000_000, True, "2M..50M"),
        (2_000_000, 50_000_000, False, "2000000..50000000"),
        (0, 1_999_999, True, "<2M"),
        (50_000_001, None, True, ">50M"),
        (1500, 2_000_000_000, True, "1500..2B"),
    ],
)
def test_writes_the_shortest_usual_text(low: int, high: int | None, compact: bool, text: str) -> None:  # noqa: FBT001
    """A range is written as a person would, money with its suffix."""
    assert text == range_text(low, high, compact=compact)


@given(_PAIR, _PAIR)
def test_ranges_overlap_if_a_number_lies_in_both(one: tuple[int, int | None], other: tuple[int, int | None]) -> None:
    """Two ranges overlap exactly if some whole number lies in both, whichever is asked."""
    low, high = max(one[0], other[0]), min(LARGEST if end is None else end for end in (one[1], other[1]))

    assert (low <= high) == Range(*one, "").overlaps(Range(*other, ""))
    assert (low <= high) == Range(*other, "").overlaps(Range(*one, ""))
