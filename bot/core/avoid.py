"""Avoid: what better not to do or say in a call, out of what is known; at most five sentences.

In a fixed order of importance:

1. what sources contradict each other about, for nobody may quote it yet;
2. what is known to hold and counts against the account: a knock-out, or a rating of the negative ICP below 0;
3. what the pack says not to do to this persona;
4. what was known and is too old to count;
5. what is known, as asking again wastes the call;
6. that a persona nobody validated is a guess.

Of the first two there are two sentences at the most, of the third three. What is still open counts for nothing here. No
person is named: who said what stands with the answers.
"""

from collections.abc import Callable, Iterator, Sequence

from bot.core.account import Answer, Source, SourceKind
from bot.core.gap_wording import short
from bot.core.icp import Icp
from bot.core.persona import Persona
from bot.core.scorecard import Scorecard
from bot.core.standing import Standing
from bot.core.trait import Trait
from bot.core.wording import cell_words, listed, source_words, value_words

MOST = 5
"""Sentences in all."""
_OF_ONE_KIND = 2
_OF_PERSONA = 3
_NAMED = 4
"""Traits that one sentence names."""
_LONGEST = 60
"""Characters of a value."""
_LONGEST_SENTENCE = 300


def nameless(source: Source) -> str:
    """Who says so, without a name."""
    return "a person" if source.kind is SourceKind.PERSON else f"the {source_words(source)}"


def avoid(
    card: Scorecard,
    standings: Sequence[Standing],
    persona: Persona | None,
    asked: Sequence[str] = (),
    who: Callable[[Source], str] = nameless,
) -> tuple[str, ...]:
    """What better not to do or say, in sentences, the most important first.

    Args:
        card: the pack.
        standings: what is known of each trait, in pack order.
        persona: who is met.
        asked: traits that are to be asked about all the same, as what is known of them is not enough.
        who: how a source is told.
    """
    known = list(zip(card.traits, standings, strict=True))
    said = [
        *list(_disputed(known, card, who))[:_OF_ONE_KIND],
        *list(_against(standings, card))[:_OF_ONE_KIND],
        *(_sentence(each) for each in (persona.avoid[:_OF_PERSONA] if persona else ())),
        *_out_of_date(known),
        *_known(known, asked),
        *_unvalidated(persona),
    ]
    return tuple(said[:MOST])


def disputes_told(card: Scorecard, standings: Sequence[Standing]) -> frozenset[str]:
    """The traits that `avoid` says sources contradict each other about.

    Args:
        card: the pack.
        standings: what is known of each trait, in pack order.
    """
    disputed = [trait.id for trait, standing in zip(card.traits, standings, strict=True) if standing.disagrees]
    return frozenset(disputed[:_OF_ONE_KIND])


_Known = Sequence[tuple[Trait, Standing]]


def _disputed(known: _Known, card: Scorecard, who: Callable[[Source], str]) -> Iterator[str]:
    for trait, standing in known:
        if standing.disagrees:
            sides = [f"{_value(each, trait, card)} ({who(each.source)})" for each in reversed(standing.answers)]
            yield f"Do not take {trait.label} as settled: {listed(sides, 'against')}."


def _against(standings: Sequence[Standing], card: Scorecard) -> Iterator[str]:
    """What is known to count against the account; first what rules it out, in one sentence, then the weightiest."""
    column = card.negative
    if column is None:
        return
    weights = [_weight(card, place, standing, column) for place, standing in enumerate(standings)]
    out = [card.traits[place].label for place, weight in enumerate(weights) if weight == _RULED_OUT]
    if out:
        yield f"Do not push for a sale: {_some(out)} {'rules' if len(out) == 1 else 'rule'} them out."
    for place in sorted(range(len(weights)), key=lambda place: weights[place]):
        if _RULED_OUT < weights[place] < 0:
            yield _counts(card, place, standings[place], card.icps[column])


_RULED_OUT = -1000
"""Less than any points."""


def _weight(card: Scorecard, place: int, standing: Standing, column: int) -> int:
    """The points that are certain to be lost; 0 while an answer may still turn out otherwise."""
    if not standing.answers or standing.disagrees:
        return 0
    cells = [card.cells[place][cell] for cell in standing.cells]
    if all(cell.knockout for cell in cells):
        return _RULED_OUT
    return max(cell.points[column] for cell in cells)


def _counts(card: Scorecard, place: int, standing: Standing, icp: Icp) -> str:
    trait = card.traits[place]
    value = short(_held(card, place, standing), _LONGEST)
    rating = icp.ratings.get(trait.id)
    because = rating.because if rating and rating.because else "It counts against them."
    return f"Make no promises around {trait.label} (“{value}”): {_sentence(because)}"


def _held(card: Scorecard, place: int, standing: Standing) -> str:
    if len(standing.answers) == 1:
        return value_words(standing.answers[0].value, card.traits[place], card.pack.currency)
    return listed([cell_words(card, place, cell) for cell in standing.cells])


def _out_of_date(known: _Known) -> Iterator[str]:
    labels = [trait.label for trait, standing in known if standing.expired and not standing.answers]
    if labels:
        yield f"Too old to count: check {_some(labels)} before you quote {'it' if len(labels) == 1 else 'them'}."


def _known(known: _Known, asked: Sequence[str]) -> Iterator[str]:
    labels = [
        trait.label
        for trait, standing in known
        if standing.answers and not standing.disagrees and trait.id not in asked
    ]
    if labels:
        yield f"Do not ask again: {_some(labels)}."


def _unvalidated(persona: Persona | None) -> Iterator[str]:
    if persona is not None and persona.validated is None:
        yield "Treat what is said of this role as a guess: no research backs it yet."


def _some(labels: Sequence[str]) -> str:
    more = [f"{len(labels) - _NAMED} more"] if len(labels) > _NAMED else []
    return listed([*labels[:_NAMED], *more], "and")


def _value(answer: Answer, trait: Trait, card: Scorecard) -> str:
    return short(value_words(answer.value, trait, card.pack.currency), _LONGEST)


def _sentence(text: str) -> str:
    text = short(text, _LONGEST_SENTENCE)
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
