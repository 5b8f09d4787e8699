"""Wording: the words for values, cells, verdicts and sources, the same in every place that shows them.

Plain text without markup; whoever renders it escapes it.
"""

from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from bot.core.account import Answer, Source, SourceKind
from bot.core.ranges import LARGEST
from bot.core.scorecard import Scorecard
from bot.core.trait import Kind, Trait
from bot.core.value import Pick
from bot.core.verdict import Action, Verdict

_WORDS = {
    Verdict.NO_FIT: "no fit",
    Verdict.DISQUALIFIED: "disqualified",
}
_ACTIONS = {Action.WORK: "work it", Action.NURTURE: "nurture it", Action.DROP: "drop it"}
_SUFFIXES = ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "K"))
_WHOLE_FROM = 10_000
"""Below this, money is written out in full."""


def verdict_words(verdict: Verdict) -> str:
    """A verdict as people read it: `primary/A`, `no fit`."""
    return _WORDS.get(verdict, verdict.value)


def action_words(action: Action) -> str:
    """What to do, as an instruction."""
    return _ACTIONS[action]


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words as a list in a sentence: a, b or c."""
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: 1 answer, 2 answers."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def value_words(value: JsonValue, trait: Trait, currency: str) -> str:  # noqa: PLR0911 - one return a form
    """A value as it was given, in words: `120`, `at least 50`, `USD 1.2M`, `Salesforce and Snowflake`."""
    match value:
        case None:
            return "unknown"
        case {"any_of": [*forms]}:
            return listed([value_words(form, trait, currency) for form in forms])
        case {"at_least": [*tags]}:
            return f"at least {_tags(tags, trait)}"
        case dict():
            return _range_words(value, trait, currency)
        case bool():
            return trait.option_label("yes" if value else "no")
        case list():
            return _tags(value, trait)
        case str():
            return trait.option_label(value)
        case _:
            return number_words(value, trait, currency)


def _tags(tags: Sequence[JsonValue], trait: Trait) -> str:
    return listed([trait.option_label(str(tag)) for tag in tags], "and") or "none of them"


def _range_words(value: Mapping[str, JsonValue], trait: Trait, currency: str) -> str:
    low, high = (value.get(bound) for bound in ("min", "max"))
    if low is None:
        return _end(high, 1, ("at most", "less than"), trait, currency)
    if high is None:
        return _end(low, -1, ("at least", "more than"), trait, currency)
    # The unit stands once, behind the second number: 50 to 200 people.
    return f"{_bound(low, trait.model_copy(update={'unit': None}), currency)} to {_bound(high, trait, currency)}"


def _end(number: JsonValue, beside: int, signs: tuple[str, str], trait: Trait, currency: str) -> str:
    """The one end of a range; of money less than USD 5M, and not at most USD 4,999,999."""
    said = _bound(number, trait, currency)
    if trait.kind is Kind.MONEY and isinstance(number, int) and not said[-1].isalpha():
        rounder = number_words(number + beside, trait, currency)
        if rounder[-1].isalpha():
            return f"{signs[1]} {rounder}"
    return f"{signs[0]} {said}"


def _bound(number: JsonValue, trait: Trait, currency: str) -> str:
    return number_words(number, trait, currency) if isinstance(number, int | float) else str(number)


def number_words(number: float, trait: Trait, currency: str) -> str:
    """A number with separators, a sum of money with its currency and K, M or B where nothing is lost."""
    if trait.kind is not Kind.MONEY:
        return f"{number:,} {trait.unit}" if trait.unit else f"{number:,}"
    for size, suffix in _SUFFIXES:
        tenths = number * 10 / size
        if _WHOLE_FROM <= number <= LARGEST and number >= size and tenths == int(tenths):
            return f"{currency} {tenths / 10:g}{suffix}"
    return f"{currency} {number:,}"


def cell_words(scorecard: Scorecard, place: int, cell: int) -> str:
    """A cell in words: every option in it, its ranges, or the tags that make it.

    Args:
        scorecard: the pack.
        place: the trait's place in pack order.
        cell: the cell's index.
    """
    trait, each = scorecard.traits[place], scorecard.cells[place][cell]
    if trait.kind.is_numeric:
        unit = f" {trait.unit}" if trait.unit and trait.kind is Kind.NUMBER else ""
        return each.id.replace(",", " or ") + unit
    if trait.kind is Kind.TAGS:
        return _tags([tag for tag in each.id.split(",") if tag], trait)
    partition = scorecard.partitions[place]
    return listed([trait.option_label(o) for o in trait.option_ids if partition.possible(Pick(o)) == (cell,)])


def source_words(source: Source) -> str:
    """Who says so."""
    if source.kind is SourceKind.PERSON:
        return source.person or "somebody"
    return f"{source.kind.value} {source.person}" if source.person else source.kind.value


def provenance_words(answer: Answer) -> str:
    """Where an answer comes from: source, date and the words it was taken from."""
    parts = [source_words(answer.source)]
    if answer.on:
        parts.append(answer.on.isoformat())
    if answer.quote:
        parts.append(f"“{answer.quote}”")
    return ", ".join(parts)
