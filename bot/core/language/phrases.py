"""Phrases: what a phrase of one or more words stands for, looked up in a text, longest first.

How words are joined does not matter: "e-commerce", "e commerce" and "ecommerce" are one phrase, and so are a singular
and its plural.
"""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from bot.core.language.words import Word, cut, keys

Meaning = TypeVar("Meaning")

_JOINERS = frozenset("-/.'&_")
_SHORTEST_PLURAL = 4
_ES = ("ses", "xes", "zes", "ches", "shes")


class Found(NamedTuple, Generic[Meaning]):
    """A phrase that was found in a list of words."""

    meanings: tuple[Meaning, ...]
    end: int
    """The position after its last word."""


class PhraseBook(Generic[Meaning]):
    """Phrases and what each stands for."""

    def __init__(self) -> None:
        self._meanings: dict[str, list[Meaning]] = {}
        self._longest = 0

    def add(self, phrase: str, meaning: Meaning) -> None:
        """Let a phrase stand for something, beside whatever it stands for already."""
        words = keys(cut(phrase))
        if not words:
            return
        self._longest = max(self._longest, len(words))
        joined = "".join(words)
        for key in {joined, singular(joined)}:
            meanings = self._meanings.setdefault(key, [])
            if meaning not in meanings:
                meanings.append(meaning)

    def __contains__(self, key: str) -> bool:
        return key in self._meanings or singular(key) in self._meanings

    def of(self, key: str) -> tuple[Meaning, ...]:
        """What one word stands for; nothing where it is no phrase."""
        return tuple(self._meanings.get(key) or self._meanings.get(singular(key)) or ())

    def longest(self, words: Sequence[Word], begin: int) -> Found[Meaning] | None:
        """The longest phrase that begins at a position, if any does."""
        best: Found[Meaning] | None = None
        for joined, end in joined_words(words, begin, self._longest + 1):
            meanings = self._meanings.get(joined) or self._meanings.get(singular(joined))
            if meanings:
                best = Found(tuple(meanings), end)
        return best


def joined_words(words: Sequence[Word], begin: int, most: int) -> Iterator[tuple[str, int]]:
    """The words from a position on, one more each time, joined into one key, with the position after the last."""
    joined = ""
    taken = 0
    for position in range(begin, len(words)):
        word = words[position]
        if word.is_mark:
            if not joined or not _joins(words, position):
                return
            continue
        joined += word.key
        taken += 1
        yield joined, position + 1
        if taken == most:
            return


def _joins(words: Sequence[Word], position: int) -> bool:
    mark = words[position]
    if mark.key == "&":
        return True
    if mark.key not in _JOINERS or position + 1 >= len(words):
        return False
    return words[position - 1].end == mark.start and mark.end == words[position + 1].start


def singular(key: str) -> str:
    """A word without the ending of its plural, good enough to compare by."""
    if len(key) <= _SHORTEST_PLURAL - 1 or key.endswith(("ss", "us", "is")) or not key.endswith("s"):
        return key
    if key.endswith("ies"):
        return key[:-3] + "y"
    stem = key[:-2] if key.endswith(_ES) else key[:-1]
    return stem if len(stem) >= _SHORTEST_PLURAL - 1 else key
