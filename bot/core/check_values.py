"""Whether values written in a pack are values of the trait they stand for: options that exist, ranges that parse."""

from collections.abc import Iterator, Sequence

from bot.core.pack import Pack
from bot.core.problem import Place, Problem, Unread, error, unknown
from bot.core.ranges import Range, parse_range
from bot.core.trait import Trait

_Span = tuple[Range, int]
"""A range, and its position in the pack."""


def trait_named(pack: Pack, trait_id: str, place: Place, unread: Unread) -> Trait | Problem | None:
    """The trait of that id, or the fault that there is none; None where it exists and could not be read."""
    trait = pack.trait(trait_id)
    if trait is not None:
        return trait
    if unread.blurs("traits", trait_id):
        return None
    known = sorted(set(unread.named("traits")) - {trait.id for trait in pack.traits})
    return error(place, unknown("trait", trait_id, [*(trait.id for trait in pack.traits), *known]))


def values_problems(trait: Trait, values: Sequence[str], place: Place, unread: Unread) -> Iterator[Problem]:
    """What is wrong with a list of values of one trait, written as in knock-outs: options, or ranges."""
    for index, value in enumerate(values):
        if trait.kind.is_numeric:
            yield from _range_problem(value, (*place, index))
        elif value not in trait.option_ids and not unread.blurs("traits", trait.id, "options"):
            yield error((*place, index), unknown("option", value, trait.option_ids, of=trait.id))


def _range_problem(text: str, place: Place) -> Iterator[Problem]:
    try:
        parse_range(text)
    except ValueError as wrong:
        yield error(place, str(wrong))


def range_problems(texts: Sequence[str], place: Place, *, by_key: bool) -> Iterator[Problem]:
    """Ranges that are none, stand there twice or overlap; a place ends in the text or in the position of a range."""
    spans: list[_Span] = []
    for index, text in enumerate(texts):
        wrong = list(_range_problem(text, (*place, text if by_key else index)))
        yield from wrong
        if not wrong:
            spans.append((parse_range(text), index))
    spans.sort(key=lambda each: each[0].low)
    for widest, span in _neighbours(spans):
        if widest[0].overlaps(span[0]):
            yield _overlap(texts, widest, span, place, by_key=by_key)


def _neighbours(spans: Sequence[_Span]) -> Iterator[tuple[_Span, _Span]]:
    """Each range but the first, with the one that reaches furthest among those that begin no later."""
    for index, span in enumerate(spans):
        if index == 0:
            widest = span
            continue
        yield widest, span
        if _reaches_further(span[0], widest[0]):
            widest = span


def _reaches_further(one: Range, other: Range) -> bool:
    return other.high is not None and (one.high is None or one.high > other.high)


def _overlap(texts: Sequence[str], one: _Span, other: _Span, place: Place, *, by_key: bool) -> Problem:
    earlier, later = sorted((one[1], other[1]))
    where = (*place, texts[later] if by_key else later)
    if (one[0].low, one[0].high) == (other[0].low, other[0].high):
        return error(where, f"the range {texts[later]!r} is written twice, before as {texts[earlier]!r}; write it once")
    return error(where, f"the range {texts[later]!r} overlaps {texts[earlier]!r}; no number may be in two ranges")
