"""Newcomer: the name of an account that nobody knows yet, where a message speaks of one."""

from collections.abc import Collection, Iterator, Sequence

from bot.core.language.bits import Bit, Part, bits_in, is_mark, key_of, strange
from bot.core.language.common import COMMON_WORDS
from bot.core.language.cue import point_of
from bot.core.language.everyday import (
    COMPANIES,
    DESCRIBED,
    FILLERS,
    HAS_OR_USES,
    ORDERS,
    PREPOSITIONS,
    TALKED,
    is_small,
)
from bot.core.language.hearing import Hearing
from bot.core.language.words import fold

_BROUGHT = frozenset({"us", "me", "moved", "went", "switched"})
_TELLS = frozenset({"said", "says", "say", "told", "confirmed", "mentioned", "tells", "thinks", "knows"})
_BEFORE_NAME = ORDERS | TALKED | (PREPOSITIONS - {"on", "via", "in"})
_BESIDE_NAME = FILLERS | DESCRIBED | COMPANIES | {"a", "an", "the", "new", "called", "named", "name", "deal", "next"}
_LONGEST_PLAIN = 2
"""Words in small letters; more of them in a row are a sentence of words that nobody here knows."""


def newcomer(hearing: Hearing) -> str | None:
    """The words that plainly name an account which is not there ("add hooli", "re: Hooli"), if any do."""
    found = [run for bits in bits_in(hearing) for run in _runs(hearing, bits)]
    said = {fold(text).partition(".")[0] for text, _ in found}
    return found[0][0] if len(said) == 1 and found[0][1] else None


def is_rivalled(hearing: Hearing) -> bool:
    """Whether somebody new is spoken of beside a known name: "add Hooli", "introduced us to Hooli", "Hooli has"."""
    return any(_is_rival(bits, at) for bits in bits_in(hearing) for at in strange(hearing, bits))


def _is_rival(bits: Sequence[Bit], at: int) -> bool:
    if is_mark(bits, at - 1):
        return key_of(bits, at + 1) in HAS_OR_USES
    before = key_of(bits, at - 1)
    return before in ORDERS | DESCRIBED | {"joined"} or (before == "to" and key_of(bits, at - 2) in _BROUGHT)


def _runs(hearing: Hearing, bits: Sequence[Bit]) -> Iterator[tuple[str, bool]]:
    """Words in a row that may be a name, and whether they stand where a name does."""
    odd = set(strange(hearing, bits))
    at = point_of([bit.key for bit in bits])
    while at < len(bits):
        end = at
        while end in odd or (end > at and _joins(hearing, bits, end, odd)):
            end += 1
        if end > at:
            said = hearing.text[bits[at].start : bits[end - 1].end]
            if said[:1].isupper() or not COMMON_WORDS.issuperset(bit.key for bit in bits[at:end]):
                words = sum(bit.part is Part.WORD for bit in bits[at:end])
                is_name = said[:1].isupper() or words <= _LONGEST_PLAIN
                yield said, is_name and _stands_for_a_name(bits, at, end)
        at = max(end, at + 1)


def _joins(hearing: Hearing, bits: Sequence[Bit], at: int, odd: Collection[int]) -> bool:
    """Whether a word or mark goes on with a name: "hooli.com", "Hooli Inc", "Stark & Sons"."""
    if at >= len(bits):
        return False
    if bits[at].part is Part.MARK:
        is_glued = bits[at].start == bits[at - 1].end and bits[at].key in (".", "-", "&")
        return at + 1 in odd and ((is_glued and bits[at].end == bits[at + 1].start) or bits[at].key == "&")
    return hearing.text[bits[at].start].isupper() and bits[at].part is Part.WORD and not is_small(bits[at].key)


def _stands_for_a_name(bits: Sequence[Bit], begin: int, end: int) -> bool:
    """Whether words stand where a name does: first in a sentence, or behind "add", "met", "the ceo of" and the like."""
    at = begin - 1
    while at >= 0 and bits[at].key in _BESIDE_NAME:
        at -= 1
    if is_mark(bits, at):
        return key_of(bits, end) not in _TELLS
    return key_of(bits, begin - 1) in DESCRIBED | {"me"} or bits[at].key in _BEFORE_NAME
