"""A time in two parts is one time, where it comes out even."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from bot.core.language.reading import Reading
from bot.core.language.replying import read_reply
from tests.labelled import vocabulary


def _read(text: str, trait: str = "crm_age", name: str = "harbor") -> JsonValue:
    words = vocabulary(name)
    said = read_reply(text, words.traits[trait], words)
    return said.value if isinstance(said, Reading) else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("between 6 months and 2 years", {"min": 6, "max": 24}),
        ("6 months to 2 years", {"min": 6, "max": 24}),
        ("2 years to 6 months", None),
        ("a year and 3 months ago", 15),
        ("3 months and a year", None),
        ("between 1 year, 3 months", None),
        ("2 yrs 6 mos", 30),
        ("not 1 year 3 months", None),
        ("1 year 3 months, 5 people did it", None),
        ("1 year and 40 days", None),
        ("2 years and 14 months", 38),
        ("1 year or 3 months", None),
    ],
)
def test_two_parts(text: str, value: JsonValue) -> None:
    """The parts are added or are the ends of a range; parts of another kind are asked back."""
    assert value == _read(text)


@given(st.integers(2, 9), st.integers(1, 11))
def test_a_sum(years: int, months: int) -> None:
    """Years and months are as many months as they make."""
    assert 12 * years + months == _read(f"{years} years and {months} months")


@pytest.mark.parametrize(
    ("name", "trait", "text", "value"),
    [
        ("fleet", "driver_churn", "30 to 40% a year", {"min": 30, "max": 40}),
        ("fleet", "driver_churn", "3% a month", None),
        ("fleet", "driver_churn", "40 pct", 40),
        ("ward", "occupancy", "0.85", None),
        ("ward", "occupancy", "85", 85),
        ("school", "class_size", "18 per class", 18),
        ("school", "network_age", "36 months", 3),
    ],
)
def test_units_with_a_period(name: str, trait: str, text: str, value: JsonValue) -> None:
    """A share of a year is no share of a month, and a part of one is no percentage."""
    assert value == _read(text, trait, name)
