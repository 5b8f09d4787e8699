"""Template: a way of asking for something, written almost as people say it.

A template is a row of words: `should i|we <chase> {a}`. Apart from plain words it may hold

    one|two       any of these words
    word?         a word that may be missing
    <set>         any word of a named set; `<set>*` any number of them, none included
    ...           up to four words, whatever they are
    {a}           an account: its name, what may be a name, or a pronoun; `{a}?` where it may be missing
    ^  $          where a sentence comes to its point (behind "hey fika", say), and its end

Matching is by whole words, the first way that works; there is no other magic, so that a salesperson can read the
tables.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum, auto
from typing import NamedTuple

IsAccount = Callable[[int, int], bool]
"""Whether the words from one position up to another may stand for an account."""

_MOST_BETWEEN = 4
_LONGEST_ACCOUNT = 6


class Match(NamedTuple):
    """Where a template fits a sentence."""

    begin: int
    end: int
    account: tuple[int, int] | None
    """The words that stand for the account, from and up to, where the template has a place for one."""


class _Kind(Enum):
    WORD = auto()
    GAP = auto()
    ACCOUNT = auto()
    BEGIN = auto()
    END = auto()


class _Part(NamedTuple):
    kind: _Kind
    words: frozenset[str]
    fewest: int
    most: int


class Template:
    """A way of asking for something."""

    def __init__(self, text: str, sets: Mapping[str, AbstractSet[str]]) -> None:
        """Read a template; `sets` holds the named sets it may use."""
        self._parts = tuple(_part(word, sets) for word in text.split())
        first = self._parts[0]
        self._is_anchored = first.kind is _Kind.BEGIN
        self._needed = tuple(part.words for part in self._parts if part.kind is _Kind.WORD and part.fewest)
        self._starts_with = first.words if first.kind is _Kind.WORD and first.fewest else None

    @property
    def words(self) -> frozenset[str]:
        """Every word it is made of."""
        return frozenset().union(*(part.words for part in self._parts))

    def match(self, words: Sequence[str], point: int, is_account: IsAccount) -> Match | None:
        """The first match in a sentence, if there is one.

        Args:
            words: the words of the sentence.
            point: where it comes to its point, which is where `^` fits.
            is_account: whether words may stand for an account.
        """
        # Most templates fit no sentence at hand, and most of those lack a word that they need.
        if any(needed.isdisjoint(words) for needed in self._needed):
            return None
        for start in (point,) if self._is_anchored else range(len(words)):
            if self._starts_with is None or words[start] in self._starts_with:
                found = _Search(self._parts, words, point, is_account).match(0, start)
                if found is not None:
                    return Match(start, *found)
        return None


class _Search(NamedTuple):
    """One attempt to fit a template to a sentence."""

    parts: tuple[_Part, ...]
    words: Sequence[str]
    point: int
    is_account: IsAccount

    def match(self, number: int, at: int) -> tuple[int, tuple[int, int] | None] | None:
        """Match the parts from a number on at a position: where that ends, and the account's place."""
        if number == len(self.parts):
            return at, None
        part = self.parts[number]
        for size in self._sizes(part, at, is_last=number == len(self.parts) - 1):
            rest = self.match(number + 1, at + size)
            if rest is not None:
                return (rest[0], (at, at + size)) if part.kind is _Kind.ACCOUNT and size else rest
        return None

    def _sizes(self, part: _Part, at: int, *, is_last: bool) -> Sequence[int]:
        """How many words a part may take at a position, in the order in which to try."""
        if part.kind is _Kind.BEGIN:
            return (0,) if at == self.point else ()
        if part.kind is _Kind.END:
            return (0,) if at == len(self.words) else ()
        sizes = range(part.fewest, min(part.most, len(self.words) - at) + 1)
        if part.kind is _Kind.WORD:
            return _run(self.words, at, part.words, sizes)
        if part.kind is _Kind.GAP:
            return sizes
        fitting = [size for size in sizes if not size or self.is_account(at, at + size)]
        return fitting[::-1] if is_last else fitting


def _run(words: Sequence[str], at: int, known: AbstractSet[str], sizes: range) -> range:
    """Of these sizes, those for which every word is known; the largest first."""
    largest = 0
    while largest < sizes.stop - 1 and words[at + largest] in known:
        largest += 1
    return range(largest, sizes.start - 1, -1)


_MARKS = {"^": _Kind.BEGIN, "$": _Kind.END}


def _part(text: str, sets: Mapping[str, AbstractSet[str]]) -> _Part:
    if text in _MARKS:
        return _Part(_MARKS[text], frozenset(), 0, 0)
    if text == "...":
        return _Part(_Kind.GAP, frozenset(), 0, _MOST_BETWEEN)
    optional = text.endswith(("?", "*"))
    if text in ("{a}", "{a}?"):
        return _Part(_Kind.ACCOUNT, frozenset(), 0 if optional else 1, _LONGEST_ACCOUNT)
    words = [sets[word[1:-1]] if word.startswith("<") else {word} for word in text.rstrip("?*").split("|")]
    many = _LONGEST_ACCOUNT if text.endswith("*") else 1
    return _Part(_Kind.WORD, frozenset().union(*words), 0 if optional else 1, many)
