"""Template: a way of asking for something, written almost as people say it.

A template is a row of words: `should i|we <chase> {a}`. Apart from plain words it may hold

    one|two       any of these words
    word?         a word that may be missing
    <set>         any word of a named set; `<set>*` any number of them, none included
    ...           up to four words, whatever they are
    {a}           an account: its name, what may be a name, or a pronoun
    ^  $          the beginning and the end of the sentence

Matching is by whole words, the first way that works; there is no other magic, so that a salesperson can read the table.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import NamedTuple

_MOST_BETWEEN = 4
_LONGEST_ACCOUNT = 6


class Match(NamedTuple):
    """Where a template fits a sentence."""

    begin: int
    end: int
    account: tuple[int, int] | None
    """The words that stand for the account, from and up to, where the template has a place for one."""


class _Part(NamedTuple):
    kind: str
    """word, gap, account, begin or end."""
    words: frozenset[str]
    fewest: int
    most: int


class Template:
    """A way of asking for something."""

    def __init__(self, text: str, sets: Mapping[str, Set[str]]) -> None:
        """Read a template; `sets` holds the named sets it may use."""
        self.text = text
        self._parts = tuple(_part(word, sets) for word in text.split())
        first = self._parts[0]
        self.starts_with = first.words if first.kind == "word" and first.fewest else None
        """The words that a match can begin with; None where it may be any."""

    def match(
        self, words: Sequence[str], begin: int, is_account: Callable[[int, int], bool]
    ) -> Match | None:
        """The match that begins at or after a position; `is_account` says whether words may stand for an account."""
        for start in range(begin, len(words) + 1):
            if self.starts_with is None or (start < len(words) and words[start] in self.starts_with):
                found = self._from(0, words, start, begin, is_account)
                if found is not None:
                    return Match(start, *found)
            if self._parts[0].kind == "begin":
                return None
        return None

    def _from(
        self, part: int, words: Sequence[str], at: int, begin: int, is_account: Callable[[int, int], bool]
    ) -> tuple[int, tuple[int, int] | None] | None:
        """Match the parts from `part` on at a position: where that ends, and the account's place."""
        if part == len(self._parts):
            return at, None
        kind, known, fewest, most = self._parts[part]
        if kind in ("begin", "end"):
            holds = at == (begin if kind == "begin" else len(words))
            return self._from(part + 1, words, at, begin, is_account) if holds else None
        sizes = range(fewest, min(most, len(words) - at) + 1)
        if kind == "word":
            sizes = _run(words, at, known, sizes)
        for size in sizes:
            if kind == "account" and not is_account(at, at + size):
                continue
            rest = self._from(part + 1, words, at + size, begin, is_account)
            if rest is not None:
                return (rest[0], (at, at + size)) if kind == "account" else rest
        return None


def _run(words: Sequence[str], at: int, known: Set[str], sizes: range) -> range:
    """Of these sizes, those for which every word is known; the largest first."""
    largest = 0
    while largest < sizes.stop - 1 and words[at + largest] in known:
        largest += 1
    return range(largest, sizes.start - 1, -1)


def _part(text: str, sets: Mapping[str, Set[str]]) -> _Part:
    if text == "^":
        return _Part("begin", frozenset(), 0, 0)
    if text == "$":
        return _Part("end", frozenset(), 0, 0)
    if text == "...":
        return _Part("gap", frozenset(), 0, _MOST_BETWEEN)
    if text in ("{a}", "{a}?"):
        return _Part("account", frozenset(), 0 if text.endswith("?") else 1, _LONGEST_ACCOUNT)
    plain = text.rstrip("?*")
    known: set[str] = set()
    for word in plain.split("|"):
        known |= sets[word[1:-1]] if word.startswith("<") else {word}
    many = _LONGEST_ACCOUNT if text.endswith("*") else 1
    return _Part("word", frozenset(known), 0 if text.endswith(("?", "*")) else 1, many)
