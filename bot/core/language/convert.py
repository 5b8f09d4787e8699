"""Convert: a quantity as it was said into a value that its trait can hold.

Money becomes the pack's currency by the pack's own rate, years become months, and whatever cannot be converted without
guessing is refused with the reason.
"""

from collections.abc import Sequence

from bot.core.language.quantity import Quantity
from bot.core.language.reading import Worth
from bot.core.language.vocabulary import PERCENT, TIME_UNITS, Vocabulary
from bot.core.trait import Kind, Trait

PERIODS = {
    **dict.fromkeys(("month", "months", "monthly", "mo", "mrr", "mth"), "month"),
    **dict.fromkeys(("year", "years", "yearly", "annual", "annually", "yr", "pa", "arr", "annum"), "year"),
    **dict.fromkeys(("quarter", "quarters", "quarterly"), "quarter"),
    **dict.fromkeys(("week", "weeks", "weekly", "wk"), "week"),
    **dict.fromkeys(("day", "days", "daily"), "day"),
    **dict.fromkeys(("hour", "hours", "hourly"), "hour"),
}
_DOLLAR_CURRENCIES = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
_SMALLEST_SUM = 1000
"""A sum below this that names neither a currency nor thousands was probably meant in millions."""
_LARGE = "That number is too large to record."


def worth(trait: Trait, quantity: Quantity, beside: Sequence[str], vocabulary: Vocabulary) -> Worth | str:
    """The value of a quantity for a trait, or a sentence that says why there is none.

    Args:
        trait: a number or money trait.
        quantity: what was said.
        beside: the words behind it, in lower case; a unit or a period is looked for there.
        vocabulary: holds the pack's currency and rates.
    """
    if trait.kind is Kind.MONEY:
        return _money(trait, quantity, beside, vocabulary)
    if quantity.currency is not None:
        return f"{trait.label} is no sum of money."
    if quantity.percent != ((trait.unit or "").casefold() in PERCENT) and quantity.percent:
        return f"{trait.label} is no percentage."
    unit = (trait.unit or "").casefold()
    if unit in TIME_UNITS:
        return _time(trait, quantity, beside)
    return _plain(quantity)


def _plain(quantity: Quantity, note: str | None = None) -> Worth | str:
    value = quantity.value()
    return _LARGE if value is None else Worth(value, note)


def _money(trait: Trait, quantity: Quantity, beside: Sequence[str], vocabulary: Vocabulary) -> Worth | str:
    if quantity.percent:
        return f"{trait.label} is a sum of money, no percentage."
    expected, said = _period(trait), _said_period(beside)
    if said is not None and said != (expected or "year"):
        return f"{trait.label} is recorded per {expected or 'year'}, and that was per {said}."
    largest = quantity.high if quantity.low is None else quantity.low
    if quantity.currency is None and not quantity.scaled and largest is not None and largest < _SMALLEST_SUM:
        return f"Is that in thousands or millions? {trait.label} needs the whole sum."
    return _converted(quantity, _currency(quantity.currency, vocabulary.currency), vocabulary)


def _currency(said: str | None, own: str) -> str:
    if said is None or (said == "$" and own in _DOLLAR_CURRENCIES):
        return own
    return "USD" if said == "$" else said


def _converted(quantity: Quantity, currency: str, vocabulary: Vocabulary) -> Worth | str:
    if currency == vocabulary.currency:
        return _plain(quantity)
    rate = vocabulary.rates.get(currency)
    if rate is None:
        return f"The pack has no rate for {currency}. Say it in {vocabulary.currency}."
    return _plain(
        quantity.times(rate.to), f"said in {currency}, at {rate.to} {vocabulary.currency} each (rate of {rate.on})"
    )


def _period(trait: Trait) -> str | None:
    words = " ".join((trait.unit or "", trait.label, *trait.also)).casefold().split()
    return next((PERIODS[word] for word in words if word in PERIODS), None)


def _said_period(beside: Sequence[str]) -> str | None:
    return next((PERIODS[word] for word in beside if word in PERIODS), None)


def _time(trait: Trait, quantity: Quantity, beside: Sequence[str]) -> Worth | str:
    own = (trait.unit or "").casefold()
    said = next((word for word in beside if word in TIME_UNITS), None)
    if quantity.scaled or quantity.percent:
        return f"{trait.label} is recorded in {own}."
    if said is None:
        return _plain(quantity)
    (family, size), (said_family, said_size) = TIME_UNITS[own], TIME_UNITS[said]
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    if said_family != family or any(said_size != size and end * said_size % size for end in ends):
        return f"{trait.label} is recorded in {own}, and {said} do not convert into them exactly."
    note = None if said_size == size else f"said in {said}, recorded in {own}"
    return _plain(quantity.times(said_size).over(size), note)
