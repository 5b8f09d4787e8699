"""Numbers of tables: one meaning, or a refusal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.number import read_number
from bot.core.ranges import LARGEST


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("58", 58),
        (" 58 ", 58),
        ("007", 7),
        ("58.0", 58),
        ("1100.04", 1100.04),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("1234.567", 1234.567),
        ("1234,567", 1234.567),
        ("1,200", 1200),
        ("1,234,567", 1_234_567),
        ("1,234,567.89", 1_234_567.89),
        ("1.234.567", 1_234_567),
        ("1.234.567,89", 1_234_567.89),
        ("1.234,5", 1234.5),
        ("1 200", 1200),
        ("1\u202f200\u00a0000", 1_200_000),
        ("1'200'000", 1_200_000),
        ("1 200,5", 1200.5),
        ("1.2k", 1200),
        ("1.2 K", 1200),
        ("40M", 40_000_000),
        ("2b", 2_000_000_000),
        ("1,200K", 1_200_000),
        ("49.49999999999999999999", 49),
        (str(LARGEST), LARGEST),
    ],
)
def test_reads_what_can_mean_one_number_only(text: str, number: float) -> None:
    """Digits, thousands and decimals are read as they are written in any country, with K, M and B."""
    assert number == read_number(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1.200", "may be 1200 or 1.2000"),
        ("251.412", "may be 251412 or"),
        ("1.250M", "may be"),
        ("", "is no number"),
        ("n/a", "is no number"),
        ("12 people", "is no number"),
        ("50-100", "is no number"),
        ("~50", "is no number"),
        ("$5", "is no number"),
        ("1e5", "is no number"),
        ("1,2,3", "is no number"),
        ("1,23,456", "is no number"),
        ("1 2345", "is no number"),
        ("1_000", "is no number"),
        ("\uff15\uff18", "is no number"),
        ("K", "is no number"),
        ("NaN", "is no number"),
        ("Infinity", "is no number"),
        ("-5", "negative numbers are not allowed"),
        ("9" * 20, r"above 10\^15"),
        ("2000000B", r"above 10\^15"),
        ("9" * 5000, "is no number"),
    ],
)
def test_refuses_everything_else(text: str, why: str) -> None:
    """A number that could be two, or that has to be guessed, is refused with the reason."""
    with pytest.raises(ValueError, match=why) as refusal:
        read_number(text)

    assert len(str(refusal.value)) < 160


@given(st.integers(0, LARGEST))
def test_a_whole_number_is_read_however_its_thousands_are_parted(number: int) -> None:
    """Plain digits, commas and blanks give the same number."""
    for text in (f"{number}", f"{number:,}", f"{number:,}".replace(",", " ")):
        assert number == read_number(text)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text is beyond the reader."""
    try:
        number = read_number(text)
    except ValueError:
        return
    assert 0 <= number <= LARGEST
