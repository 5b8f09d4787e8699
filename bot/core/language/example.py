"""Example: how an answer to a trait's question may be put, for whoever is asked back."""

from bot.core.language.vocabulary import PERCENT, TIME_UNITS, is_calendar_year, unit_of
from bot.core.trait import Kind, Trait

_SHOWN = 3
"""Options that are named; a question shows all of them anyway."""
_MONTHS = 12


def example_of(trait: Trait, currency: str) -> str:
    """A sentence with answers that would be read, in the trait's own form."""
    if trait.kind is Kind.FLAG:
        return "Say yes or no."
    if trait.kind is Kind.MONEY:
        return f"Say it like 3M, 500k to 1M or more than 2M ({currency})."
    if trait.kind is Kind.NUMBER:
        return f"Say it like {_numbers(trait)}."
    labels = [repr(trait.option_label(option)) for option in trait.option_ids[:_SHOWN]]
    if trait.kind is Kind.TAGS:
        return f"Name all that apply, such as {' and '.join(labels[:2])}."
    return f"Say it like {_listed(labels)}."


def _numbers(trait: Trait) -> str:
    unit = unit_of(trait)
    if is_calendar_year(trait):
        return "2018, before 2015 or 2015 to 2018"
    if unit in PERCENT:
        return "65% or 40 to 60%"
    if unit in TIME_UNITS:
        years = ", 2 years" if TIME_UNITS[unit] == TIME_UNITS["month"] else ""
        return f"{_MONTHS} {unit}{years} or more than 18 {unit}"
    return "120, 50 to 100 or more than 200"


def _listed(labels: list[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} or {labels[-1]}"
