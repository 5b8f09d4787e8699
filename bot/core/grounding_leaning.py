"""Leaning: whether a sentence says what it says only beside the one before it, as it stands there."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from bot.core.grounding_words import (
    AFTER_PREPOSITION,
    BEING,
    BOUNDARIES,
    DESCRIBING,
    DETERMINERS,
    EARLY,
    ELEMENTS,
    LASTING,
    MEASURES,
    NUMBERS,
    ORDINALS,
    PEOPLE,
    POINTING,
    PRONOUNS,
    SCOPING,
)

SHORTEST = 5
"""Words of a sentence that says enough by itself."""
_FEWEST = 3
"""Words of one that opens a paragraph."""
_YEAR = 4
"""Digits of a year, which needs no unit."""
_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "\xad": ""})
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_AROUND = "\"'()[]{}*_.,;:!?…`"


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: in small letters, quotes and dashes alike, 6,000 as 6000."""
    text = unicodedata.normalize("NFKC", text).translate(_ALIKE).casefold()
    stripped = (word.strip(_AROUND) for word in _THOUSANDS.sub("", text).split())
    return tuple(word for word in stripped if word and word != "-")


def counts(word: str) -> bool:
    """Whether a word is a number or holds one."""
    return word in NUMBERS or any(character.isdigit() for character in word)


def leans(text: str, *, opens: bool) -> bool:
    """Whether a sentence leans on the one before it.

    Args:
        text: the sentence.
        opens: whether it is the first of its paragraph.
    """
    words = words_of(text)
    if len(words) < (_FEWEST if opens else SHORTEST) or words[0] in ELEMENTS or not POINTING.isdisjoint(words):
        return True
    if not opens and (counts(words[0]) or words[0] in MEASURES | DESCRIBING):
        return True
    if words[-1].isdigit() and len(words[-1]) != _YEAR:
        return True
    is_counted_off = words[0] == "the" and words[1] in ORDINALS
    return is_counted_off or not PEOPLE.isdisjoint(words) or _points_back(text, words)


def is_scoped(before: Sequence[str]) -> bool:
    """Whether the sentences before one in its paragraph may say how it is meant: "Three criteria are filled in."."""
    said = [words for words in map(words_of, before) if words]
    if not said:
        return False
    is_counted = counts(said[-1][0]) or not SCOPING.isdisjoint(said[-1])
    return is_counted or any(not LASTING.isdisjoint(words) for words in said)


def has_subject(text: str) -> bool:
    """Whether a sentence says by itself what it is about, so that a heading above it need not."""
    words = words_of(text)
    if words[:1] and words[0] in ("the", "a", "an", "we", "our"):
        return True
    return any(word in BEING for word in words[1:EARLY]) and BOUNDARIES.isdisjoint(words[:EARLY])


def _points_back(text: str, words: Sequence[str]) -> bool:
    """Whether a pronoun has nothing before it in its own sentence that it could stand for."""
    if any(word == "that" and before in AFTER_PREPOSITION for before, word in pairwise(words)):
        return True
    pronouns = [at for at, word in enumerate(words) if word in PRONOUNS]
    return any(at < EARLY or not _is_named(text, words[:at], words[at]) for at in pronouns)


def _is_named(text: str, before: Sequence[str], pronoun: str) -> bool:
    """Whether something stands before a pronoun that it could stand for, in another clause or as its owner."""
    capitals = {word for each in text.split() if each[:1].isupper() for word in words_of(each)} - {before[0]}
    if pronoun.startswith("th"):
        places = [at for at, word in enumerate(before) if word == "and" or (word.endswith("s") and len(word) > EARLY)]
    else:
        places = [at for at, word in enumerate(before) if word in DETERMINERS or word in capitals]
    owns = pronoun in ("its", "their")
    return bool(places) and (owns or not BOUNDARIES.isdisjoint(before[places[0] + 1 :]))
