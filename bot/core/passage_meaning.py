"""Meanings: what the words of a question stand for, by the pack's own names for things and by the jargon of sales."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.core.journey import StageId
from bot.core.pack import Pack
from bot.core.passage import Meaning
from bot.core.passage_jargon import jargon
from bot.core.passage_phrases import Phrases
from bot.core.passage_synonyms import synonyms
from bot.core.passage_words import is_small, words
from bot.core.trait import Trait

_LONGEST = 300
"""Words of a question that are looked at; a pasted letter has more."""
_MAY = 0.65
"""What a synonym counts beside jargon: a word has several senses, and only one of them is meant."""
_MENDED = 5
"""Letters of a word that may have been mistyped; a shorter one is near too many."""


def meanings(text: str, pack: Pack) -> tuple[Meaning, ...]:
    """What words of a text stand for, each at the longest phrase that says it.

    Args:
        text: the question.
        pack: its personas, stages, traits and options lend the names that people use for them.
    """
    asked = words(text)[:_LONGEST]
    return (*_by_jargon([_mended(word) for word in asked]), *_by_name(asked, text, pack))


def _by_jargon(asked: Sequence[str]) -> Iterator[Meaning]:
    for at, length, means in _jargon().found(asked):
        yield Meaning(at, length, means)
    for at, length, means in _synonyms().found(asked):
        yield Meaning(at, length, means, _MAY)


@lru_cache(maxsize=1_000)
def _mended(word: str) -> str:
    """The word of the jargon that a word is but for one slip; the word itself where there is none."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    known = _jargon_words()
    if len(word) < _MENDED or word in known:
        return word
    nearest = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=1)
    return nearest[0] if nearest else word


@lru_cache(maxsize=1)
def _jargon_words() -> dict[str, str]:
    """The longer words of the jargon; by themselves, as that is what the search for the nearest takes."""
    return {word: word for table in (_jargon(), _synonyms()) for word in table.words() if len(word) >= _MENDED}


@lru_cache(maxsize=1)
def _jargon() -> Phrases:
    return Phrases.of(jargon())


@lru_cache(maxsize=1)
def _synonyms() -> Phrases:
    return Phrases.of(synonyms())


def _by_name(asked: Sequence[str], text: str, pack: Pack) -> Iterator[Meaning]:
    plain = f" {text.casefold()} "
    for names in _groups(pack):
        said = [name for name in names if name.casefold() in plain]
        places = [place for name in said if (place := _place(words(name), asked))]
        if places:
            at, length = max(places, key=lambda place: place[1])
            stems = asked[at : at + length]
            others = [name for name in names if words(name) != stems]
            if others:
                yield Meaning(at, length, " ".join(others))


def _place(name: Sequence[str], asked: Sequence[str]) -> tuple[int, int] | None:
    """Where a name stands in a question, and how long it is; a name that says little by itself is none."""
    if all(map(is_small, name)):
        return None
    length = len(name)
    places = (at for at in range(len(asked) - length + 1) if asked[at : at + length] == name)
    return next(((at, length) for at in places), None)


def _groups(pack: Pack) -> Iterator[tuple[str, ...]]:
    """The names of one thing each."""
    for persona in pack.personas:
        yield (persona.title, *persona.also)
    for stage_id in StageId:
        stage = pack.journey.stages.get(stage_id)
        if stage:
            # Names of a stage are things as well (demo, pilot, trial): none of them stands for another.
            yield from ((stage_id.label, name) for name in (*stage.also, *stage.crm))
    for trait in pack.traits:
        yield (trait.label, *trait.also)
        yield from _option_groups(trait)


def _option_groups(trait: Trait) -> Iterator[tuple[str, ...]]:
    for option, known in trait.options.items():
        if known.also:
            # A bare yes or no says nothing without its trait.
            label = trait.option_label(option)
            yield (trait.label if is_small(label) else label, *known.also)
