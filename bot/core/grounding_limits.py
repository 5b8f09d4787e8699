"""Limits: whether a sentence takes back something of the one before it, so that the two are never parted.

What stands before a sentence may say how it is meant (`grounding_leaning`); what stands behind it may say where it does
not hold. In doubt it does: then more is shown than was pointed at, and nothing is lost.
"""

from collections.abc import Sequence

from bot.core.grounding_blocks import LABEL, STRUCTURE
from bot.core.grounding_leaning import SHORTEST, words_of
from bot.core.grounding_words import (
    BEING,
    EARLY,
    ELEMENTS,
    EXCEPTING,
    LIMITING,
    POINTING,
    PRONOUNS,
    RESTRICTING,
    REVERSING,
    TURNING_OVER,
)

_BACK = PRONOUNS | POINTING | {"that", "so"}
"""What a sentence says of the one before it with."""

_ANYWHERE = {"not", "only", "but", "however", "except", "unless", "though", "although", "until"}
"""What limits the whole of a sentence also behind a comma."""
_FORWARD = {"these", "following", "below"}
_ALL = {("none", "of"), ("all", "of"), ("all", "this"), ("most", "of"), ("both", "of")}


def takes_back(sentence: str) -> bool:
    """Whether a sentence of the same paragraph limits the one before it, or denies it.

    Args:
        sentence: the sentence behind it.
    """
    words = words_of(sentence)
    if not words or words[0] in REVERSING | LIMITING or not EXCEPTING.isdisjoint(words):
        return bool(words)
    if LABEL.match(sentence) is not None:
        return False
    is_back = words[0] in ELEMENTS or not _BACK.isdisjoint(words)
    return _is_fragment(words) or (is_back and (_is_limit(sentence, words) or words[0] in BEING))


def takes_all_back(sentence: str) -> bool:
    """Whether a sentence speaks of all that stands before it in its paragraph: "None of this holds for Solo."."""
    words = words_of(sentence)
    return words[:1] == ("neither",) or (words[:2] in _ALL and not (_BACK | {"above"}).isdisjoint(words))


def turns_over(sentence: str) -> bool:
    """Whether the first sentence of a block says that the block before it does not simply hold.

    Args:
        sentence: the sentence.
    """
    words = words_of(sentence)
    if not words or STRUCTURE.match(sentence) is not None:
        return False
    is_limit = LABEL.match(sentence) is None and _is_fragment(words) and _restricts(words)
    return words[0] in TURNING_OVER or is_limit


def introduces(block: str) -> bool:
    """Whether a paragraph speaks of what stands below it: "Wrong answers:", "Never say any of these."."""
    return block.endswith(":") or not _FORWARD.isdisjoint(words_of(block))


def _is_fragment(words: Sequence[str]) -> bool:
    """Whether a few words are no sentence: "Almost.", "In theory.", "Terms apply."."""
    return len(words) < SHORTEST and words[0] not in PRONOUNS and BEING.isdisjoint(words)


def _is_limit(sentence: str, words: Sequence[str]) -> bool:
    """Whether the first clause of a sentence limits something, or a later one does so for the whole of it."""
    clause = words_of(sentence.partition(",")[0])
    return _restricts(clause if len(clause) >= EARLY else words) or not _ANYWHERE.isdisjoint(words)


def _restricts(words: Sequence[str]) -> bool:
    return not RESTRICTING.isdisjoint(words) or any(word.endswith("n't") for word in words)
