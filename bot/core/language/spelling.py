"""Spelling: the word that was meant by one that is nearly it.

Only slips of the finger are mended: two letters swapped, one left out or one too many. A letter put in place of another
is mended only where the caller asks for it, since it also tells two different words apart (Salesforge is no
Salesforce).
"""

from collections.abc import Iterable

from bot.core.language.common import COMMON_WORDS


class Speller:
    """Mends words that are nearly one of its own."""

    def __init__(self, known: Iterable[str], *, shortest: int, swaps_letters: bool = False) -> None:
        """Take the words to mend towards; words with fewer than `shortest` letters are left out."""
        self._shortest = shortest
        self._swaps_letters = swaps_letters
        self._by_letter: dict[str, set[str]] = {}
        for word in known:
            if len(word) >= shortest and word.isalpha():
                self._by_letter.setdefault(word[0], set()).add(word)

    def mend(self, word: str) -> str:
        """The known word that was meant, or the word itself where there is none or more than one."""
        if len(word) < self._shortest - 1 or not word.isalpha() or word in COMMON_WORDS:
            return word
        candidates = self._by_letter.get(word[0], set())
        if word in candidates:
            return word
        near = [known for known in candidates if self._is_near(word, known)]
        return near[0] if len(near) == 1 else word

    def _is_near(self, word: str, known: str) -> bool:
        longer = len(word) - len(known)
        if longer == 0:
            return _is_swapped(word, known) or (self._swaps_letters and _differ(word, known) == 1)
        return abs(longer) == 1 and (_lacks_one(word, known) if longer < 0 else _lacks_one(known, word))


def _differ(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _is_swapped(word: str, known: str) -> bool:
    if _differ(word, known) != len("ab"):
        return False
    first = next(place for place, (a, b) in enumerate(zip(word, known, strict=True)) if a != b)
    return word[first : first + 2] == known[first : first + 2][::-1]


def _lacks_one(short: str, long: str) -> bool:
    """Whether `short` is `long` with one letter left out."""
    place = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[place:] == long[place + 1 :]
