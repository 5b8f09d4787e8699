"""Choices: the answers to a trait's question that can be picked instead of typed."""

from dataclasses import dataclass

from pydantic import JsonValue

from bot.core.cell import Cell
from bot.core.ranges import Range, parse_range
from bot.core.trait import Kind, Trait
from bot.core.wording import number_words, value_words


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be picked."""

    label: str
    value: JsonValue
    """In the form of the scoring contract."""
    key: str
    """What tells it from the trait's other choices: an option's id, or a range as a pack writes it."""


def choices_of(trait: Trait, cells: tuple[Cell, ...], currency: str) -> tuple[Choice, ...]:
    """The answers that can be picked, in pack order; of tags each by itself, as several may be picked together.

    Args:
        trait: the trait.
        cells: its cells; of a number or a sum of money they say into which ranges it is cut.
        currency: of every sum of money.
    """
    if trait.kind.is_numeric:
        ranges = sorted((parse_range(text) for cell in cells for text in cell.id.split(",")), key=lambda each: each.low)
        return tuple(_range(each, trait, currency) for each in ranges) if len(ranges) > 1 else ()
    if trait.kind is Kind.FLAG:
        return tuple(Choice(trait.option_label(each), each == "yes", each) for each in trait.option_ids)
    if trait.kind is Kind.TAGS:
        return tuple(Choice(trait.option_label(each), [each], each) for each in trait.option_ids)
    return tuple(Choice(trait.option_label(each), each, each) for each in trait.option_ids)


_SIGNS = (("<=", "at most"), (">=", "at least"), ("<", "less than"), (">", "more than"))
"""How a range with one end is said, as the pack writes it."""


def _range(each: Range, trait: Trait, currency: str) -> Choice:
    value: JsonValue
    if each.high is None:
        value = {"min": each.low}
    elif each.low == each.high:
        value = each.low
    elif each.low == 0:
        value = {"max": each.high}
    else:
        value = {"min": each.low, "max": each.high}
    return Choice(_label(each, value, trait, currency), value, each.text)


def _label(each: Range, value: JsonValue, trait: Trait, currency: str) -> str:
    """A range in the words of its sign; money in the roundest words: less than USD 5M, at least USD 5M."""
    sign, words = next(((sign, words) for sign, words in _SIGNS if each.text.startswith(sign)), ("", ""))
    if not sign or trait.kind is Kind.MONEY:
        return value_words(value, trait, currency)
    bound = parse_range(each.text.removeprefix(sign)).low
    return f"{words} {number_words(bound, trait, currency)}"
