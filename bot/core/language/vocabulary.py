"""Vocabulary: the words of one pack, and what each of them says about which trait.

Everything that reads answers goes by this: the ids, labels and `also` lists of a pack's traits and options, the words
for its units, and the few words that mean the same in every pack (people are staff, revenue is turnover). No word here
belongs to one pack.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.core.language.common import COMMON_WORDS
from bot.core.language.phrases import PhraseBook
from bot.core.language.spelling import Speller
from bot.core.language.words import cut, keys
from bot.core.pack import Pack, Rate
from bot.core.trait import Kind, Trait

MENDED_FROM = 6
"""Letters; shorter words of a pack are never recognised in a misspelling."""


class Sense(StrEnum):
    """What a phrase says of a trait."""

    NAME = "name"
    """It names the trait."""
    UNIT = "unit"
    """It counts in the trait's unit."""
    OPTION = "option"
    """It names one of the trait's options."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a phrase may stand for."""

    trait: str
    """The id of the trait."""
    sense: Sense
    option: str | None = None
    alone: bool = True
    """For a unit: whether a number with it is about this trait even where the trait is not named."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one pack."""

    traits: Mapping[str, Trait]
    """By id, in pack order."""
    book: PhraseBook[Meaning]
    speller: Speller
    currency: str
    """Of every money trait."""
    rates: Mapping[str, Rate]
    """Currencies that may be converted into it."""


_PEOPLE = (
    "people", "ppl", "person", "persons", "employee", "employees", "staff", "staffers", "headcount", "heads", "fte",
    "ftes", "folks", "workers", "team members", "full time employees", "full-timers", "souls", "peeps", "head count",
    "colleagues", "hc", "mitarbeiter", "mitarbeitende", "mitarbeitern", "angestellte", "leute", "beschäftigte",
)  # fmt: skip
_COMPANY_SIZE = frozenset({
    "employees", "employee", "headcount", "staff", "workforce", "people", "team size", "company size", "fte", "ftes",
    "size", "number of people", "number of employees", "head count", "personnel",
})  # fmt: skip
_SIZES = ("company size", "staff size", "workforce", "total headcount")
_REVENUE = (
    "revenue", "revenues", "rev", "annual revenue", "yearly revenue", "arr", "annual recurring revenue", "turnover",
    "mrr", "annual turnover", "top line", "recurring revenue", "umsatz", "jahresumsatz",
)  # fmt: skip
TIME_UNITS: Mapping[str, tuple[str, int]] = {
    # word: (family, size); within a family one unit converts into another
    **dict.fromkeys(("month", "months", "mo", "mos", "mth", "mths", "monat", "monate", "monaten"), ("month", 1)),
    **dict.fromkeys(("quarter", "quarters"), ("month", 3)),
    **dict.fromkeys(("year", "years", "yr", "yrs", "y", "jahr", "jahre", "jahren"), ("month", 12)),
    **dict.fromkeys(("day", "days"), ("day", 1)),
    **dict.fromkeys(("week", "weeks", "wk", "wks"), ("day", 7)),
    **dict.fromkeys(("minute", "minutes", "min", "mins"), ("minute", 1)),
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "h"), ("minute", 60)),
}
PERCENT = frozenset({"%", "percent", "pct", "percentage"})
_COUNTED = re.compile(r"^(?:number of|count of|amount of|total number of|total|annual|yearly|approximate|current|#) ?")
_HEAD = re.compile(r"^([^,(;:/]+)[,(;:/]")


def vocabulary_of(pack: Pack) -> Vocabulary:
    """The words of a pack."""
    return _vocabulary(pack.traits, pack.currency, pack.rates)


def narrowed(vocabulary: Vocabulary, trait: Trait) -> Vocabulary:
    """The words of one trait, for the answer to its own question."""
    return _vocabulary((trait,), vocabulary.currency, vocabulary.rates)


def _vocabulary(traits: Sequence[Trait], currency: str, rates: Mapping[str, Rate]) -> Vocabulary:
    book: PhraseBook[Meaning] = PhraseBook()
    spelled: set[str] = set()
    for phrase, meaning in _phrases(traits):
        book.add(phrase, meaning)
        spelled.update(keys(cut(phrase)))
    for phrase, meaning in _shared(traits):
        if phrase not in book:
            book.add(phrase, meaning)
    for phrase, meaning in _people(traits):
        book.add(phrase, meaning)
    speller = Speller((word for word in spelled if word not in COMMON_WORDS), shortest=MENDED_FROM)
    return Vocabulary({trait.id: trait for trait in traits}, book, speller, currency, rates)


def _phrases(traits: Sequence[Trait]) -> Iterator[tuple[str, Meaning]]:
    for trait in traits:
        name = Meaning(trait.id, Sense.NAME)
        names = flag_names(trait) if trait.kind is Kind.FLAG else names_of(trait)
        yield from ((phrase, name) for phrase in names)
        for option in trait.option_ids:
            meaning = Meaning(trait.id, Sense.OPTION, option)
            yield from ((phrase, meaning) for phrase in _option_names(trait, option))
        yield from ((word, Meaning(trait.id, Sense.UNIT)) for word in _own_unit(trait))


def names_of(trait: Trait) -> tuple[str, ...]:
    """What people may call a trait, in lower case."""
    names = [spaced(trait.id), *_with_head(trait.label), *trait.also]
    lower = [" ".join(name.casefold().split()) for name in names]
    counted = [_COUNTED.sub("", name) for name in lower if trait.kind.is_numeric]
    telling = [name for name in counted if trait.kind is Kind.NUMBER or name not in COMMON_WORDS]
    return tuple(dict.fromkeys((*lower, *telling)))


_DEEDS = """
takes accepts offers uses has runs sells owns bills provides operates does bought employs hires exports ships needs
wants supports allows requires manages works serves
"""
"""Verbs that a flag's name may begin with."""


def is_calendar_year(trait: Trait) -> bool:
    """Whether a trait's number is a year of the calendar: "founding year"."""
    words = " ".join(names_of(trait)).split()
    return trait.kind is Kind.NUMBER and trait.unit is None and "year" in words


def is_deed(name: str) -> bool:
    """Whether a flag's name says by itself that it is so: "takes insurance", "hauls hazmat", "ISO certified"."""
    words = name.split()
    if len(words) == 1:
        return False
    odd_verb = words[0].endswith("s") and len(words[0]) >= MENDED_FROM - 1 and words[0] not in COMMON_WORDS
    verbs = _DEEDS.split()
    return words[0] in verbs or words[0] + "s" in verbs or odd_verb or words[-1].endswith(("ed", "compliant"))


def flag_names(trait: Trait) -> tuple[str, ...]:
    """What people may call a flag, with "take insurance" for "takes insurance"."""
    names = names_of(trait)
    verbs = [name for name in names if is_deed(name) and name.split(" ", 1)[0].endswith("s")]
    bases = tuple(name.replace("s ", " ", 1) for name in verbs)
    return tuple(dict.fromkeys((*names, *bases)))


def deeds_of(trait: Trait) -> frozenset[str]:
    """The names of a flag that say by themselves that it is so, each as one word."""
    names = flag_names(trait)
    deeds = {name for name in names if is_deed(name)}
    bases = {name for name in names if any(deed.replace("s ", " ", 1) == name for deed in deeds)}
    return frozenset(name.replace(" ", "") for name in deeds | bases)


def _option_names(trait: Trait, option: str) -> Iterator[str]:
    known = trait.options.get(option)
    label = known.label if known else None
    if trait.kind is not Kind.FLAG:
        yield spaced(option)
        yield from _with_head(label) if label else ()
    elif label and label.casefold() not in ("yes", "no"):
        yield from _with_head(label)
    yield from known.also if known else ()


def _with_head(label: str) -> tuple[str, ...]:
    """A label, what stands before its first comma or bracket, and the longer sides of "CFO or head of finance"."""
    head = _HEAD.match(label)
    sides = () if head else label.split(" or ")
    return (
        label,
        *(head.groups() if head else ()),
        *(side for side in sides if len(side.split()) > 1 and side != label),
    )


def spaced(slug: str) -> str:
    """An id as words."""
    return re.sub(r"[_.+-]+", " ", slug).strip()


_PLACES = frozenset({
    "location", "country", "region", "headquarters", "hq", "based in", "place", "market", "geography", "city", "state",
    "territory",
})  # fmt: skip


def is_place(trait: Trait) -> bool:
    """Whether a trait is about where an account is based."""
    return not _PLACES.isdisjoint(names_of(trait))


def unit_of(trait: Trait) -> str:
    """What a number is counted in, in lower case: "percent" for "percent per year", "months" for "months left"."""
    words = (trait.unit or "").casefold().split()
    is_known = bool(words) and (words[0] in PERCENT or words[0] in TIME_UNITS)
    return words[0] if is_known else " ".join(words)


def _own_unit(trait: Trait) -> Iterator[str]:
    """The words of a unit that needs no translation."""
    unit = unit_of(trait)
    if trait.kind is not Kind.NUMBER or not unit or unit in _PEOPLE or unit in TIME_UNITS or unit in PERCENT:
        return
    yield unit
    last = unit.split()[-1]
    if last != unit and last not in COMMON_WORDS:
        yield last


def _shared(traits: Sequence[Trait]) -> Iterator[tuple[str, Meaning]]:
    """Words that mean the same in every pack, as names of the one trait they may mean."""
    revenue = [trait for trait in traits if trait.kind is Kind.MONEY and _speaks_of(trait, ("revenue", "turnover"))]
    if len(revenue) == 1:
        yield from ((phrase, Meaning(revenue[0].id, Sense.NAME)) for phrase in _REVENUE)


def _people(traits: Iterable[Trait]) -> Iterator[tuple[str, Meaning]]:
    for trait in traits:
        is_size = not _COMPANY_SIZE.isdisjoint(names_of(trait))
        if trait.kind is Kind.NUMBER and (is_size or (trait.unit or "").casefold() in _PEOPLE):
            meaning = Meaning(trait.id, Sense.UNIT, alone=is_size)
            yield from ((phrase, meaning) for phrase in _PEOPLE)
        if trait.kind is Kind.NUMBER and is_size:
            yield from ((phrase, Meaning(trait.id, Sense.NAME)) for phrase in _SIZES)


def _speaks_of(trait: Trait, words: Sequence[str]) -> bool:
    return any(word in name.split() for name in names_of(trait) for word in words)
