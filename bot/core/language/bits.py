"""Bits: a sentence as a row of words that each play a part, to see whether anybody new is spoken of in it."""

from collections.abc import Collection, Iterator, Sequence
from enum import Enum, auto
from itertools import takewhile
from typing import NamedTuple, TypeVar

from bot.core.language.clause import pieces_of
from bot.core.language.everyday import PLAIN, is_small
from bot.core.language.hearing import Hearing
from bot.core.language.parse import mended
from bot.core.language.phrases import PhraseBook
from bot.core.language.vocabulary import Sense
from bot.core.language.words import Sentence, Word, sentences

T = TypeVar("T")


class Part(Enum):
    """What a word of a message is."""

    WORD = auto()
    NUMBER = auto()
    TRAIT = auto()
    """A trait's name or unit."""
    OPTION = auto()
    """A trait's option, or a stage."""
    ROLE = auto()
    """A persona of the pack."""
    NAME = auto()
    """The name of an account that is there."""
    MARK = auto()


class Bit(NamedTuple):
    """A word, or several that belong together, and what part they play."""

    key: str
    part: Part
    start: int
    end: int


def bits_in(hearing: Hearing) -> Iterator[list[Bit]]:
    """Every sentence of a message."""
    return (bits_of(hearing, sentence) for sentence in sentences(hearing.words))


def bits_of(hearing: Hearing, sentence: Sentence) -> list[Bit]:
    """The words of a sentence, each with the part it plays."""
    vocabulary = hearing.lexicon.vocabulary
    scene = hearing.lexicon.scene
    roles = set(_places(sentence.words, scene.personas))
    stages = set(_places(sentence.words, scene.stages))
    found = []
    for piece in pieces_of(mended(sentence.words, vocabulary), vocabulary, hearing.stretches()):
        part = Part.WORD if piece.is_word else Part.MARK
        if piece.is_subject:
            part = Part.NAME
        elif piece.start in roles:
            part = Part.ROLE
        elif piece.quantity is not None or piece.is_refused:
            part = Part.NUMBER
        elif piece.meanings or piece.start in stages:
            part = Part.TRAIT if piece.meanings and not piece.means(Sense.OPTION) else Part.OPTION
        found.append(Bit(piece.key, part, piece.start, piece.end))
    return found


def _places(words: Sequence[Word], book: PhraseBook[T]) -> Iterator[int]:
    """Where the words of a book's phrases begin."""
    for at, word in enumerate(words):
        found = None if word.is_mark else book.longest(words, at)
        yield from (each.start for each in words[at : found.end if found else at])


def strange(hearing: Hearing, bits: Sequence[Bit], own: Collection[str] = ()) -> list[int]:
    """The positions of the words that may be a name: nobody's everyday word, or written in capitals like a name."""
    return [
        at
        for at, bit in enumerate(bits)
        if bit.part is Part.WORD and bit.key not in own and (bit.key not in PLAIN or _stands_out(hearing, bits, at))
    ]


def _stands_out(hearing: Hearing, bits: Sequence[Bit], at: int) -> bool:
    """Whether an everyday word is written like a name where a sentence does not begin: "met Ready today"."""
    said = hearing.text[bits[at].start : bits[at].end]
    begins = at == 0 or bits[at - 1].part is Part.MARK
    return said[:1].isupper() and not said.isupper() and not begins and not is_small(bits[at].key)


def key_of(bits: Sequence[Bit], at: int) -> str:
    """The word at a position; empty beyond either end."""
    return bits[at].key if 0 <= at < len(bits) else ""


def is_mark(bits: Sequence[Bit], at: int) -> bool:
    """Whether there is a mark, or nothing, at a position."""
    return not 0 <= at < len(bits) or bits[at].part is Part.MARK


def passing(bits: Sequence[Bit], at: int, keys: Collection[str]) -> int:
    """The position of the first word from there on that is none of those."""
    return at + sum(1 for _ in takewhile(lambda bit: bit.key in keys, bits[at:]))
