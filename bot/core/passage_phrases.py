"""Phrases: what people say, in a table, each with what is to be known of it; found in a question at the longest.

A table is written one entry a line: what people say with `; ` between, ` > `, and what it stands for. A line that
begins with spaces goes on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.passage_words import is_small, words

_GOES_ON = "\n    "
_BETWEEN = "; "
_STANDS_FOR = " > "

Entry = tuple[tuple[str, ...], str]
"""What people say, and what it stands for."""
Found = tuple[int, int, str]
"""The position of the first word, how many words it spans, and what it stands for."""


def entries(table: str) -> tuple[Entry, ...]:
    """The entries of a table; where an entry names nothing that it stands for, that is empty."""
    lines = table.replace(_GOES_ON, " ").strip().splitlines()
    parts = (line.partition(_STANDS_FOR) for line in lines)
    return tuple((tuple(said.split(_BETWEEN)), means) for said, _, means in parts)


@dataclass(frozen=True, slots=True)
class Phrases:
    """A table made ready; phrases are known by their first word."""

    _by_first: dict[str, list[tuple[tuple[str, ...], str]]]

    @classmethod
    def of(cls, table: Iterable[Entry]) -> "Phrases":
        """The phrases of a table; one that is a single word which says little by itself is none."""
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrases, means in table:
            for phrase in phrases:
                said = tuple(words(phrase))
                if len(said) > 1 or not is_small(said[0]):
                    by_first.setdefault(said[0], []).append((said, means))
        return cls(by_first)

    def words(self) -> Iterator[str]:
        """The stems of all words that are said."""
        return (word for known in self._by_first.values() for said, _ in known for word in said)

    def found(self, asked: Sequence[str]) -> list[Found]:
        """What is said in a question, once for each thing that it stands for: at the longest phrase, then the first.

        Args:
            asked: the stems of its words.
        """
        longest: dict[str, tuple[int, Found]] = {}
        for at, first in enumerate(asked):
            for said, means in self._by_first.get(first, ()):
                span = _span(asked, at, said)
                if span and (means not in longest or longest[means][0] < len(said)):
                    longest[means] = (len(said), (at, span, means))
        return [found for _, found in longest.values()]


def _span(asked: Sequence[str], at: int, said: Sequence[str]) -> int:
    """How many words a phrase spans that begins there, 0 for none; a small word may stand between: roll this out."""
    place = at
    for word in said[1:]:
        place += 1
        if place + 1 < len(asked) and asked[place] != word and is_small(asked[place]):
            place += 1
        if place >= len(asked) or asked[place] != word:
            return 0
    return place - at + 1
