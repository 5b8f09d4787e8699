"""Convert: a quantity as it was said into a value that its trait can hold.

Money becomes the pack's currency by the pack's own rate, years become months, and whatever cannot be converted without
guessing is refused with the reason.
"""

from collections.abc import Sequence

from pydantic import JsonValue

from bot.core.language.quantity import Quantity
from bot.core.language.reading import Refusal, Worth
from bot.core.language.vocabulary import PERCENT, TIME_UNITS, Vocabulary, is_calendar_year, unit_of
from bot.core.trait import Kind, Trait
from bot.core.wording import value_words

PERIODS = {
    **dict.fromkeys(("month", "months", "monthly", "mo", "mrr", "mth", "monat", "monatlich"), "month"),
    **dict.fromkeys(("year", "years", "yearly", "annual", "annually", "yr", "yrs", "pa", "arr", "annum"), "year"),
    **dict.fromkeys(("jahr", "jahrlich"), "year"),
    **dict.fromkeys(("quarter", "quarters", "quarterly", "qtr"), "quarter"),
    **dict.fromkeys(("week", "weeks", "weekly", "wk"), "week"),
    **dict.fromkeys(("day", "days", "daily"), "day"),
    **dict.fromkeys(("hour", "hours", "hourly"), "hour"),
}
_IN_A_YEAR = {"year": 1, "quarter": 4, "month": 12, "week": 52}
_DOLLAR_CURRENCIES = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
_SMALLEST_SUM = 10_000
"""A sum below this that names no thousands was probably meant in thousands or millions."""
_YEARS = range(1500, 2100)
_LARGE = Refusal("That number is too large to record.")


def worth(trait: Trait, quantity: Quantity, beside: Sequence[str], vocabulary: Vocabulary) -> Worth | Refusal:
    """The value of a quantity for a trait, or the reason why there is none.

    Args:
        trait: a number or money trait.
        quantity: what was said.
        beside: the words behind it, in lower case; a unit or a period is looked for there.
        vocabulary: holds the pack's currency and rates.
    """
    if trait.kind is Kind.MONEY:
        return _money(trait, quantity, beside, vocabulary)
    if quantity.currency is not None:
        return Refusal(f"{trait.label} is no sum of money.")
    if quantity.percent and unit_of(trait) not in PERCENT:
        return Refusal(f"{trait.label} is no percentage.")
    if unit_of(trait) in TIME_UNITS:
        return _time(trait, quantity, beside)
    return _count(trait, quantity, beside)


def _count(trait: Trait, quantity: Quantity, beside: Sequence[str]) -> Worth | Refusal:
    """The value of a quantity that is neither money nor time."""
    expected = period_of(trait)
    said = None if expected is None else _said_period(beside, expected)
    if said != expected and said is not None:
        return Refusal(f"{trait.label} is recorded per {expected}, and that was per {said}.")
    if unit_of(trait) in PERCENT and not quantity.percent and _is_fraction(quantity):
        return Refusal(f"{trait.label} is recorded in percent. Say it like 85%.")
    if is_calendar_year(trait):
        return _plain(quantity) if _is_year(quantity) else Refusal(f"{trait.label} is a year, with four digits.")
    is_whole = quantity.scaled or not _is_broken(quantity) or unit_of(trait) in PERCENT
    return _plain(quantity) if is_whole else Refusal(f"{trait.label} is a whole number. Is that in thousands?")


def _is_broken(quantity: Quantity) -> bool:
    """Whether a number has decimals, which no count of whole things has: "1.2" was probably meant in thousands."""
    return any(end is not None and end != int(end) for end in (quantity.low, quantity.high))


def _is_fraction(quantity: Quantity) -> bool:
    """Whether a share was said as a part of one: "0.85"."""
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return all(0 < end <= 1 for end in ends) and _is_broken(quantity)


def _is_year(quantity: Quantity) -> bool:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return not quantity.scaled and all(end in _YEARS for end in ends)


def _plain(quantity: Quantity, note: str | None = None) -> Worth | Refusal:
    value = quantity.value()
    return _LARGE if value is None else Worth(value, note)


def _money(trait: Trait, quantity: Quantity, beside: Sequence[str], vocabulary: Vocabulary) -> Worth | Refusal:
    if quantity.percent:
        return Refusal(f"{trait.label} is a sum of money, no percentage.")
    expected = _period(trait) or "year"
    said = _said_period(beside, expected)
    largest = quantity.high if quantity.low is None else quantity.low
    if not quantity.scaled and largest is not None and 0 < largest < _SMALLEST_SUM:
        return Refusal(f"Is that in thousands or millions? {trait.label} needs the whole sum.")
    found = _converted(quantity, _currency(quantity.currency, vocabulary.currency), vocabulary)
    if said is None or said == expected or isinstance(found, Refusal):
        return found
    return _other_period(trait, found.value, vocabulary.currency, (said, expected))


def _other_period(trait: Trait, value: JsonValue, currency: str, periods: tuple[str, str]) -> Refusal:
    """Why a sum of another period is not taken as it is, with what it makes where that is plain."""
    said, expected = periods
    why = f"{trait.label} is recorded per {expected}, and that was per {said}."
    if expected not in _IN_A_YEAR or said not in _IN_A_YEAR or _IN_A_YEAR[said] % _IN_A_YEAR[expected]:
        return Refusal(why)
    times = _IN_A_YEAR[said] // _IN_A_YEAR[expected]
    offer = _times(value, times)
    made = value_words(offer, trait.model_copy(update={"unit": None}), currency)
    return Refusal(f"{why} Times {times} it would be {made} a {expected}; say so if that is right.", offer)


def _times(value: JsonValue, factor: int) -> JsonValue:
    if isinstance(value, dict):
        return {key: _times(end, factor) for key, end in value.items()}
    return value * factor if isinstance(value, int) else value


def _currency(said: str | None, own: str) -> str:
    if said is None or (said == "$" and own in _DOLLAR_CURRENCIES):
        return own
    return "USD" if said == "$" else said


def _converted(quantity: Quantity, currency: str, vocabulary: Vocabulary) -> Worth | Refusal:
    if currency == vocabulary.currency:
        return _plain(quantity)
    rate = vocabulary.rates.get(currency)
    if rate is None:
        return Refusal(f"The pack has no rate for {currency}. Say it in {vocabulary.currency}.")
    return _plain(
        quantity.times(rate.to), f"said in {currency}, at {rate.to} {vocabulary.currency} each (rate of {rate.on})"
    )


def _period(trait: Trait) -> str | None:
    words = " ".join((trait.unit or "", trait.label, *trait.also)).casefold().split()
    return next((PERIODS[word] for word in words if word in PERIODS), None)


def period_of(trait: Trait) -> str | None:
    """The period of a number's unit: a year for "percent per year"."""
    words = (trait.unit or "").casefold().split()
    is_rate = trait.kind is Kind.NUMBER and "per" in words[1:]
    return PERIODS.get(words[-1]) if is_rate else None


def _said_period(beside: Sequence[str], expected: str) -> str | None:
    """The period that words name; the odd one where they name several."""
    said = [PERIODS[word] for word in beside if word in PERIODS]
    return next((period for period in said if period != expected), expected if said else None)


def _time(trait: Trait, quantity: Quantity, beside: Sequence[str]) -> Worth | Refusal:
    own = unit_of(trait)
    said = next((word for word in beside if word in TIME_UNITS), None)
    if quantity.scaled or quantity.percent:
        return Refusal(f"{trait.label} is recorded in {own}.")
    if said is None:
        return _plain(quantity)
    (family, size), (said_family, said_size) = TIME_UNITS[own], TIME_UNITS[said]
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    if said_family != family or any(said_size != size and end * said_size % size for end in ends):
        return Refusal(f"{trait.label} is recorded in {own}, and {said} do not convert into them exactly.")
    note = None if said_size == size else f"said in {said}, recorded in {own}"
    return _plain(quantity.times(said_size).over(size), note)
