"""Numbers, ranges and bounds are read as people write them, and what might mean two things is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from bot.core.language.quantity import Measured, Quantity, measure, read_number
from bot.core.language.words import cut
from bot.core.ranges import LARGEST


def _first(text: str) -> Measured | None:
    words = cut(text)
    found = (measure(words, at) for at in range(len(words)))
    return next((each for each in found if each is not None), None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("120", 120),
        ("0", 0),
        ("1,200", 1200),
        ("1.200", 1200),
        ("1 200", 1200),
        ("1'200", 1200),
        ("1,200,000", 1_200_000),
        ("1.200,50", 1201),
        ("1,200.5", 1201),
        ("1.2k", 1200),
        ("1,2 Mio", 1_200_000),
        ("2 bn", 2_000_000_000),
        ("1.25M", 1_250_000),
        ("1.250M", 1_250_000),
        ("about 120", 120),
        ("around 1.2k", 1200),
        ("~120", 120),
        ("120ish", 120),
        ("120-ish", 120),
        ("120 or so", 120),
        ("maybe 120", 120),
        ("i think about 120", 120),
        ("two hundred", 200),
        ("two hundred and fifty", 250),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("a hundred", 100),
        ("a hundred thousand", 100_000),
        ("a dozen", 12),
        ("half a million", 500_000),
        ("a million", 1_000_000),
        ("three million", 3_000_000),
        ("50-100", {"min": 50, "max": 100}),
        ("50–100", {"min": 50, "max": 100}),
        ("50 to 100", {"min": 50, "max": 100}),
        ("50 or 60", {"min": 50, "max": 60}),
        ("between 50 and 100", {"min": 50, "max": 100}),
        ("3-5M", {"min": 3_000_000, "max": 5_000_000}),
        ("500k-1M", {"min": 500_000, "max": 1_000_000}),
        ("more than 200", {"min": 201}),
        ("over 200", {"min": 201}),
        (">200", {"min": 201}),
        ("more than 4.5", {"min": 5}),
        ("at least 50", {"min": 50}),
        (">= 50", {"min": 50}),
        ("≥50", {"min": 50}),
        ("200+", {"min": 200}),
        ("2M+", {"min": 2_000_000}),
        ("200 or more", {"min": 200}),
        ("no less than 50", {"min": 50}),
        ("less than 20", {"max": 19}),
        ("<20", {"max": 19}),
        ("under 20", {"max": 19}),
        ("under 4.5", {"max": 4}),
        ("sub-50", {"max": 49}),
        ("up to 500", {"max": 500}),
        ("500 tops", {"max": 500}),
        ("20 or fewer", {"max": 20}),
        ("at least 50 or more", {"min": 50}),
        ("over 50 but less than 100", {"min": 51, "max": 99}),
        ("over 50, under 100", {"min": 51, "max": 99}),
        ("north of 200", {"min": 201}),
        ("just shy of 200", {"max": 199}),
        ("max. 30", {"max": 30}),
        ("50-ish to 80", {"min": 50, "max": 80}),
        ("between 40 & 60", {"min": 40, "max": 60}),
        ("a couple of dozen", 24),
        ("a million and a half", 1_500_000),
        ("one and a half million", 1_500_000),
        ("2 and a half million", 2_500_000),
        ("zwischen 50 und 100", {"min": 50, "max": 100}),
        ("200 bis 250", {"min": 200, "max": 250}),
        ("über 200", {"min": 201}),
        ("mindestens 50", {"min": 50}),
        ("höchstens 50", {"max": 50}),
        ("rund 350", 350),
        ("3 Mrd.", 3_000_000_000),
    ],
)
def test_value(text: str, value: JsonValue) -> None:
    """A quantity becomes a value of the scoring contract; "over" leaves the number itself out."""
    found = _first(text)

    assert found is not None
    assert found.quantity is not None
    assert value == found.quantity.value()
    assert len(cut(text)) == found.end


@pytest.mark.parametrize(
    "text",
    [
        "two to three hundred", "2 to 3 dozen", "'18", "1,250M", "100-50", "2026-11-03", "10:00", "1st", "10x", "-5", "24/7", "covid-19", "1/2", "12.10.2024", "007",
        "#5", "1,2345", "over 50 tops", "over 50-100", "$5-€10", "10^15", "1.2.3",
    ],
)  # fmt: skip
def test_refused(text: str) -> None:
    """What might mean two things, or is no count at all, is a number that nobody may read."""
    found = _first(text)

    assert found is not None
    assert found.quantity is None


@pytest.mark.parametrize(
    "text", ["", "people", "one", "one person", "between 5", "a few", "hundreds", "million", "$", "-", "about"]
)
def test_no_quantity(text: str) -> None:
    """Words without a number hold no quantity; "one" is as often a word as a number."""
    found = _first(text)

    assert found is None or found.quantity is None or text.startswith("between")


def test_one_counts_on_request() -> None:
    """In the reply to a question, "one" is a number."""
    found = measure(cut("one"), 0, one=True)

    assert found is not None
    assert found.quantity is not None
    assert 1 == found.quantity.value()


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("$40M", "$"), ("€2.5M", "EUR"), ("2M€", "EUR"), ("EUR 2 bn", "EUR"), ("2 bn EUR", "EUR"), ("US$ 3m", "USD"),
        ("3 million dollars", "$"), ("500k pounds", "GBP"), ("$3-5M", "$"), ("3.5-4M EUR", "EUR"), ("40M", None),
        ("CHF 3m", "CHF"), ("ten million euros", "EUR"), ("5 $7", None),
    ],
)  # fmt: skip
def test_currency(text: str, currency: str | None) -> None:
    """A currency is read before or behind the number, as a sign, a code or a word."""
    found = _first(text)

    assert found is not None
    assert found.quantity is not None
    assert currency == found.quantity.currency


def test_a_dash_behind_a_range() -> None:
    """A range may be followed by a dash, as long as no number follows that."""
    found = _first("50-100 - nice")

    assert found is not None
    assert found.quantity is not None
    assert {"min": 50, "max": 100} == found.quantity.value()


def test_percent() -> None:
    """A percentage is marked as one, so that it never counts people."""
    found, ranged = _first("70%"), _first("10-20 percent")

    assert found is not None
    assert found.quantity is not None
    assert found.quantity.percent
    assert ranged is not None
    assert ranged.quantity is not None
    assert ranged.quantity.percent


@pytest.mark.parametrize(
    ("digits", "scaled", "number"),
    [
        ("1,200", True, None),
        ("1.200", True, Decimal("1.200")),
        ("1,200,000", True, Decimal(1_200_000)),
        ("08", False, None),
    ],
)
def test_read_number(digits: str, scaled: bool, number: Decimal | None) -> None:  # noqa: FBT001 - a table
    """Before a million, three digits behind a dot are decimals and behind a comma could be either."""
    assert number == read_number(digits, scaled=scaled)


def test_units() -> None:
    """A quantity converts into a smaller or a larger unit, and an open end stays open."""
    years = Quantity(Decimal(2), None, low_open=True)

    assert {"min": 25} == years.times(12).value()
    assert {"min": 2, "max": 3} == Quantity(Decimal(24), Decimal(36)).over(12).value()


@pytest.mark.parametrize(
    "quantity",
    [
        Quantity(Decimal(LARGEST) + 1, None),
        Quantity(None, Decimal(10) ** 40),
        Quantity(None, Decimal(0), high_open=True),
    ],
)
def test_no_value(quantity: Quantity) -> None:
    """What no trait can hold has no value: beyond the largest number, or below nothing."""
    assert quantity.value() is None


@given(st.integers(0, LARGEST), st.sampled_from(["{}", "{:,}", "about {}", "{} people", "${}", "over {:,}", "{}+"]))
def test_a_whole_number_is_read_as_it_is(number: int, form: str) -> None:
    """Whatever whole number somebody writes, that number is read."""
    found = _first(form.format(number))

    assert found is not None
    assert found.quantity is not None
    assert found.quantity.low == number


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    """No text is too odd: a quantity is found or not, and it always ends behind where it begins."""
    words = cut(text)

    for at in range(len(words)):
        found = measure(words, at)
        assert found is None or at < found.end <= len(words)


def test_two_bounds_of_two_currencies() -> None:
    """An upper bound in another currency does not go with the lower one."""
    found = _first("over $50 but under €100")

    assert found is not None
    assert found.quantity is not None
    assert {"min": 51} == found.quantity.value()
