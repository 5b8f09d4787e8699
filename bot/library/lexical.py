"""Lexical: passages scored by the words they share with a question (BM25), whatever its typos and its jargon.

A word counts by how rare it is, more in a title and in what says what a passage is and for whom. What a word stands for
counts less than the word itself. The score says how much of the question a passage holds: 0 for nothing, 1 for all of
it.
"""

import logging
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.core.passage import Meaning, Passage
from bot.core.passage_words import is_small, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.floating]

_TITLE = 3
"""How often a word of the title counts."""
_ABOUT = 1
"""How often a word of what a passage is and for whom counts beside its place in the text."""
_MEANT = 0.8
"""What a word counts that the question only stands for."""
_SECOND = 0.4
"""What the second best of such words adds."""
_BESIDE = 0.85
"""What is left of that where passages have the word itself."""
_BOTH = 0.25
"""What is added where a passage holds both the word and what it stands for."""
_IN_PHRASE = 0.5
"""What a word of a phrase counts by itself, where the phrase has a meaning."""
_ALIKE = 80
"""How alike, of 100, an unknown word and a known one have to be to count as a typo."""
_TYPO_COSTS = 0.1
_TYPO_LENGTH = 4
"""Letters of a word that may be a typo; among shorter ones too much is alike."""
_CANDIDATES = 3
_LONGEST = 100
"""Different words of a question that count; a pasted letter has more."""
_KEPT = 500
"""Words whose counts are kept; a pack may have many passages."""


@dataclass(frozen=True)
class Lexical:
    """The words of passages, in the order of the passages."""

    count: int
    """How many passages there are."""
    _index: Any = None
    """bm25s.BM25, or None where no passage has a word."""
    _columns: "dict[str, Scores]" = field(default_factory=dict)
    """By word: what it counts in each passage, kept once asked for."""

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> "Lexical":
        """The words of some passages."""
        held = [_words_of(passage) for passage in passages]
        if not any(held):
            return cls(len(passages))
        index = _library().BM25(k1=1.2, b=0.6)
        index.index(held, show_progress=False)
        return cls(len(passages), index)

    @classmethod
    def load(cls, folder: Path, count: int) -> "Lexical":
        """What was saved in a folder."""
        return cls(count, _library().BM25.load(folder, show_progress=False) if folder.is_dir() else None)

    def save(self, folder: Path) -> None:
        """Write the words into a new folder; none where there are no words."""
        if self._index is not None:
            self._index.save(folder, show_progress=False)

    def scores(self, text: str, meanings: Sequence[Meaning] = ()) -> "Scores":
        """How much of a question each passage holds.

        Args:
            text: the question.
            meanings: what words of it stand for.
        """
        import numpy as np

        total, whole = np.zeros(self.count), 0.0
        for said, means, share in islice(_terms(words(text), meanings), _LONGEST):
            best, weight = self._said(said, share)
            if means:
                meant, meant_weight = self._meant({word: counts for word, counts in means.items() if word != said})
                if said in self._vocabulary:
                    meant, meant_weight = _BESIDE * meant, _BESIDE * meant_weight
                best = np.maximum(best, meant) + _BOTH * np.minimum(best, meant)
                weight = max(weight, meant_weight)
            total, whole = total + best, whole + weight
        return np.minimum(total / whole, 1) if whole else total

    def needed(self, text: str, meanings: Sequence[Meaning]) -> list[Meaning]:
        """The meanings of phrases, and of words that no passage has: what the pack says itself needs no other word."""
        asked = words(text)
        return [each for each in meanings if each.length > 1 or asked[each.at] not in self._vocabulary]

    def _said(self, word: str | None, share: float) -> "tuple[Scores, float]":
        """What a word that was said counts in each passage, and what it can count at the most."""
        import numpy as np

        best: Scores = np.zeros(self.count)
        if word is None:
            return best, 0.0
        known = self._known(word)
        for each, likeness in known.items():
            best = np.maximum(best, likeness * self._column(each))
        # What no passage has is missing from all of them.
        weight = max((self._rarity(each) for each in known), default=self._rarity(word))
        return share * best, share * weight

    def _meant(self, means: Mapping[str, float]) -> "tuple[Scores, float]":
        """The same of words that one word stands for, each with how far it does."""
        import numpy as np

        known = {word: counts for word, counts in means.items() if word in self._vocabulary}
        if not known:
            return np.zeros(self.count), 0.0
        columns = np.sort(np.array([counts * self._column(word) for word, counts in known.items()]), axis=0)
        second = _SECOND * columns[-2] if len(known) > 1 else 0.0
        most = max(counts * self._rarity(word) for word, counts in known.items())
        return _MEANT * (columns[-1] + second), _MEANT * most

    def _known(self, word: str) -> Mapping[str, float]:
        """The words of the passages that a word is, each with how sure that is."""
        if word in self._vocabulary:
            return {word: 1.0}
        if len(word) < _TYPO_LENGTH or not self._vocabulary:
            return {}
        from rapidfuzz import fuzz, process

        alike = process.extract(word, self._spellings, scorer=fuzz.ratio, limit=_CANDIDATES, score_cutoff=_ALIKE)
        return {each: likeness / 100 - _TYPO_COSTS for each, likeness, _ in alike}

    def _column(self, word: str) -> "Scores":
        column = self._columns.get(word)
        if column is None:
            if len(self._columns) >= _KEPT:
                self._columns.clear()  # another thread may be searching, so nothing is read back
            column = self._columns[word] = self._index.get_scores_from_ids([self._vocabulary[word]])
        return column

    def _rarity(self, word: str) -> float:
        """What a word counts where it is all that a passage has."""
        holding = int((self._column(word) > 0).sum()) if word in self._vocabulary else 0
        return math.log(1 + (self.count - holding + 0.5) / (holding + 0.5))

    @cached_property
    def _vocabulary(self) -> Mapping[str, int]:
        return {} if self._index is None else self._index.vocab_dict

    @cached_property
    def _spellings(self) -> Sequence[str]:
        return sorted(self._vocabulary)


def _library() -> Any:
    """bm25s, without the account it would give of each of its steps."""
    import bm25s

    logging.getLogger(bm25s.__name__).setLevel(logging.WARNING)
    return bm25s


def _words_of(passage: Passage) -> list[str]:
    return [*words(passage.title) * _TITLE, *words(passage.about) * _ABOUT, *words(passage.text)]


def _terms(asked: Sequence[str], meanings: Sequence[Meaning]) -> Iterator[tuple[str | None, dict[str, float], float]]:
    """Each word of a question with what it stands for and the share it counts by itself; no small ones."""
    means: dict[int, dict[str, float]] = {}
    in_phrase: set[int] = set()
    for meaning in meanings:
        held = means.setdefault(meaning.at, {})
        for word in words(meaning.means):
            if not is_small(word):
                held[word] = max(held.get(word, 0.0), meaning.counts)
        if meaning.length > 1:
            in_phrase.update(range(meaning.at, meaning.at + meaning.length))
    all_small = all(map(is_small, asked))
    seen: set[str] = set()
    for at, word in enumerate(asked):
        if word in seen:
            continue
        seen.add(word)
        said = None if is_small(word) and not all_small else word
        if said or at in means:
            yield said, means.get(at, {}), _IN_PHRASE if at in in_phrase else 1.0
