"""Priors: how often each cell of a trait is expected, as a file says it.

    {"employees": {"<20": 60, "50..200": 25, "201..1000": 15}, "budget": {"yes": 1, "no": 3}}

Keys are options, ranges or tags joined by commas, as in the pack, or the ids of cells; weights are positive numbers of
any size, and those of one cell add up. A trait that is named needs a weight for each of its cells; the others stay
uniform.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm

from bot.core.errors import FileRefused, LineRefused
from bot.core.line import read_json
from bot.core.ranges import parse_range
from bot.core.scorecard import Scorecard
from bot.core.trait import Kind
from bot.core.value import Form, Pick, Span, TagSet
from bot.core.worlds import Weights

DIGITS = 6
"""Decimals of a weight that count."""


def read_priors(text: str, scorecard: Scorecard) -> Weights:
    """Read priors from JSON text.

    Raises:
        FileRefused: the text is not of the form above, or does not fit the pack.
    """
    try:
        raw = read_json(text)
    except LineRefused as refused:
        raise FileRefused(f"The priors are no JSON: {refused}") from None
    if not isinstance(raw, dict):
        raise FileRefused('Priors are one JSON object: {"trait": {"cell": weight}}.')
    if unknown := sorted(set(raw) - set(scorecard.index)):
        raise FileRefused(f"The priors name the trait {unknown[0]!r}; the pack has {', '.join(scorecard.index)}.")
    return [
        _trait_weights(raw[trait.id], scorecard, place) if trait.id in raw else (1,) * len(scorecard.cells[place])
        for place, trait in enumerate(scorecard.traits)
    ]


def _trait_weights(raw: object, scorecard: Scorecard, place: int) -> tuple[int, ...]:
    trait, cells = scorecard.traits[place], scorecard.cells[place]
    if not isinstance(raw, Mapping):
        raise FileRefused(f"The priors of {trait.id} are an object of cells and weights.")
    weights = [Fraction(0)] * len(cells)
    for key, weight in raw.items():
        weights[_cell(str(key), scorecard, place)] += _weight(weight, f"{trait.id}, {key}")
    if missing := [cell.id for cell, weight in zip(cells, weights, strict=True) if weight == 0]:
        raise FileRefused(f"The priors of {trait.id} leave out {missing[0]!r}; every cell needs a weight above 0.")
    scale = lcm(*(weight.denominator for weight in weights))
    return tuple(int(weight * scale) for weight in weights)


def _weight(raw: object, where: str) -> Fraction:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal) or not 0 < raw < 10**12:
        raise FileRefused(f"The weight of {where} is no number above 0.")
    return Fraction(round(Decimal(str(raw)), DIGITS))


def _cell(key: str, scorecard: Scorecard, place: int) -> int:
    by_id = {cell.id: number for number, cell in enumerate(scorecard.cells[place])}
    if key in by_id:
        return by_id[key]
    trait = scorecard.traits[place]
    form = _form(key, trait.kind, frozenset(trait.option_ids))
    cells = () if form is None else scorecard.partitions[place].possible(form)
    if len(cells) != 1:
        raise FileRefused(f"The priors of {trait.id} name {key!r}, which is no one cell; there are {', '.join(by_id)}.")
    return cells[0]


def _form(key: str, kind: Kind, options: frozenset[str]) -> Form | None:
    if kind.is_numeric:
        try:
            span = parse_range(key)
        except ValueError:
            return None
        return Span(span.low, span.high)
    if kind is Kind.TAGS:
        tags = frozenset(tag.strip() for tag in key.split(",") if tag.strip())
        return TagSet(tags) if tags <= options else None
    return Pick(key) if key in options else None
