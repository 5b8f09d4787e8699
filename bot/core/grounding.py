"""Grounding: what a model wrote is shown only where it is a sentence of the source that it cites.

The guard works by construction: a model only points at sentences, and what is shown are the source's own characters, in
whole sentences and in their order. A model may end where a part of a sentence ends; the sentence is shown whole all the
same. A label such as `Objection:` stays; a sentence that leans on what stands before it brings that along, and so does
one that the next one takes back. A model that adds, changes or swaps a word is not believed at all.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.core.draft import LONGEST_SENTENCE, MOST_SENTENCES, SentenceDraft, Sourced
from bot.core.errors import FikaError
from bot.core.grounding_leaning import words_of
from bot.core.grounding_units import Unit, units_of

_MARKED = re.compile(
    r"\w://|\bwww\.|\bmailto:|[<`†‡¹³]|(?<!m)²|^\s*>|\]\s*\(|\[\^|~~|\S@|@\S|\w[.!?]?\*", re.IGNORECASE
)
"""Links, addresses, mentions, code, footnotes and other markup."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_STOP = re.compile(r"(?<=[.!?]) ")
_CUT = re.compile(r"(?=[,;:] |(?<=[.!?]) | [-–—(] | (?:and|but|so|because|which|who) )")
"""Where a part of a sentence ends."""
_LEAST = 4
"""Words that are enough to point at a sentence."""
_MOST_BROUGHT = 6
"""Sentences that are shown for one."""
_ENDS = (".", "!", "?", "…", ":", '"', "”", ")", "'", "’")


class Why(StrEnum):
    """Why a sentence was not taken."""

    CITES = "it does not cite exactly one of the sources"
    MARKUP = "it holds a link, an address or markup"
    LENGTH = "it is too long, or there are too many"
    NOT_THERE = "the source does not say it"
    OUT_OF_PLACE = "it says something else without what stands before it"


class Ungrounded(FikaError):
    """Raised where a sentence does not stand in the source it cites; the message never holds what the model said."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(f"A sentence of the language model was left out: {why.value}.")


@dataclass(frozen=True, slots=True)
class Cited:
    """What a source says, in the source's own characters."""

    text: str
    """Plain, on one line: a sentence, behind those that it cannot be said without; empty where it was said already."""
    source: int
    """The number of the source, counted from 1."""
    follows: bool = False
    """Whether it goes on from what was taken just before, as the source does."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A source as sentences are looked up in it."""

    units: tuple[Unit, ...]
    places: Mapping[tuple[str, ...], Sequence[int]]
    """Where in it words point to."""


class Grounding:
    """Holds what a model says, sentence by sentence, against the sources it was given."""

    def __init__(self, sources: Sequence[Sourced], names: Sequence[str] = ()) -> None:
        """Nothing is taken yet.

        Args:
            sources: what the model was given.
            names: names that may hold a mark which ends no sentence there, as Yahoo! and Acme Inc.
        """
        self._sources, self._names = sources, names
        self._read: dict[int, _Source] = {}
        self._last: tuple[int, int] | None = None
        self._taken: set[tuple[int, int]] = set()
        self._heard = 0

    def take(self, draft: SentenceDraft) -> Cited:
        """What the source that a sentence cites says in its place.

        Raises:
            Ungrounded: the source does not say it.
        """
        self._heard += 1
        if len(draft.text) > LONGEST_SENTENCE or self._heard > MOST_SENTENCES:
            raise Ungrounded(Why.LENGTH)
        if is_marked(draft.text):
            raise Ungrounded(Why.MARKUP)
        cites = set(draft.cites)
        if len(cites) != 1 or not 1 <= (cited := min(cites)) <= len(self._sources):
            raise Ungrounded(Why.CITES)
        source = self._source(cited)
        places = source.places.get(words_of(draft.text), ())
        if not places:
            raise Ungrounded(Why.NOT_THERE)
        if any((cited, place) in self._taken for place in places):
            return Cited("", cited)
        before = self._before(cited)
        nearest = min(places, key=lambda each: (before != each - 1, len(_brought(source.units, each, before))))
        return self._shown(source, nearest, cited)

    def _shown(self, source: _Source, place: int, cited: int) -> Cited:
        """What is shown for a sentence; from now on it is what was taken last."""
        before = self._before(cited)
        brought = _brought(source.units, place, before)
        text = " ".join(said for _, said in brought)
        if is_marked(text):
            raise Ungrounded(Why.MARKUP)
        if len(brought) > _MOST_BROUGHT or len(text) > LONGEST_SENTENCE:
            raise Ungrounded(Why.OUT_OF_PLACE)
        self._last = (cited, place)
        self._taken.update((cited, at) for at, _ in brought)
        return Cited(text, cited, before is not None and before == brought[0][0] - 1)

    def _before(self, cited: int) -> int | None:
        """The place that was taken last, where that is in the same source."""
        return self._last[1] if self._last is not None and self._last[0] == cited else None

    def _source(self, cited: int) -> _Source:
        """A source; read when it is first cited."""
        if cited not in self._read:
            units = units_of(self._sources[cited - 1], self._names)
            places: dict[tuple[str, ...], list[int]] = {}
            for place, unit in enumerate(units):
                if unit.is_heading:
                    continue
                for said in dict.fromkeys(filter(None, map(words_of, _ways(unit)))):
                    places.setdefault(said, []).append(place)
            self._read[cited] = _Source(units, places)
        return self._read[cited]


def is_marked(text: str) -> bool:
    """Whether a text holds markup, or characters that nobody can see."""
    unseen = any(unicodedata.category(each) in _UNSEEN for each in text)
    return unseen or _MARKED.search(text) is not None


def _brought(units: Sequence[Unit], place: int, before: int | None) -> list[tuple[int, str]]:
    """A sentence behind those that it cannot be said without, where what was taken last is not one of them."""
    brought: list[tuple[int, str]] = []
    at: int | None = place
    while at is not None and len(brought) <= _MOST_BROUGHT:
        unit = units[at]
        is_first = not unit.after or before in unit.after
        is_bare = unit.bare is not None and not is_first
        said = unit.bare if is_bare and unit.bare is not None else unit.text
        brought.append((at, said if at == place or said.endswith(_ENDS) else f"{said}:"))
        at = None if is_first or is_bare else unit.after[0]
    return brought[::-1]


def _ways(unit: Unit) -> Iterator[str]:
    """The ways to point at a sentence: whole, without a label, by one of two that may be one, or up to a part's end."""
    for text in (unit.text, *unit.parts):
        yield text
        yield from (each for each in _STOP.split(text) if len(words_of(each)) >= _LEAST)
        ends = (text[: cut.start()] for cut in _CUT.finditer(text))
        yield from (end for end in ends if len(words_of(end)) >= _LEAST)
