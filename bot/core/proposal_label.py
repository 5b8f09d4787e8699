"""Label: lines with something before a colon: `Employees: 120` names a trait, `Jane: we are 120 people` a speaker.

What stands behind a trait's name is read as the reply to its question. Where somebody says "we", nobody can tell from
the notes on whose side they are, so it is proposed with that doubt.
"""

import re
from collections.abc import Iterator

from bot.core.language.clause import pieces_of
from bot.core.language.parse import merged, statements
from bot.core.language.reading import Reading
from bot.core.language.replying import read_reply
from bot.core.language.vocabulary import Sense
from bot.core.language.words import cut
from bot.core.proposal_notes import Notes, Stated
from bot.core.trait import Trait

_FIELD = re.compile(
    r"[^\w\n]*(?P<all>(?P<label>[^\n:|=]{2,60}?)[*_ \t]*[:|=][*_| \t]*(?P<value>[^\s*_|][^\n]*?))[ \t|*_]*", re.DOTALL
)
_SPEAKER = re.compile(r"[^\n]{0,80}?(?P<name>[^\W\d][^\n:]{0,50}?)\s*:\s+(?P<said>[^\n]*)")
_OURS = frozenset({"me", "i", "us", "we", "rep", "ae", "sdr"})
_FIRST = (
    (re.compile(r"\bwe['’]re\b", re.IGNORECASE), "they are"),
    (re.compile(r"\bwe['’]ve\b", re.IGNORECASE), "they have"),
    (re.compile(r"\bwe\b", re.IGNORECASE), "they"),
    (re.compile(r"\bour\b", re.IGNORECASE), "their"),
)


def field_in(sentence: str, notes: Notes) -> Stated | None:
    """What a line such as `Employees: 120` states; None where it is none, or its value cannot be read."""
    found = _FIELD.fullmatch(sentence)
    trait = _trait(found["label"], notes) if found else None
    if found is None or trait is None:
        return None
    said = read_reply(found["value"], trait, notes.lexicon.vocabulary)
    if not isinstance(said, Reading) or said.value is None:
        return None
    return Stated(trait.id, said.value, found["all"], said.note)


def _trait(label: str, notes: Notes) -> Trait | None:
    """The trait that words name, and nothing but it."""
    vocabulary = notes.lexicon.vocabulary
    pieces = [piece for piece in pieces_of(cut(label), vocabulary) if piece.is_word]
    named = {each.trait for piece in pieces for each in piece.meanings if each.sense is Sense.NAME}
    is_plain = len(pieces) == 1 and len(named) == 1
    return vocabulary.traits[next(iter(named))] if is_plain else None


def speech_in(sentence: str, speaker: str, notes: Notes) -> Iterator[Stated]:
    """What somebody states who says "we".

    Args:
        sentence: the words, with or without the speaker's name before them.
        speaker: who says them.
        notes: where they stand.
    """
    found = _SPEAKER.fullmatch(sentence)
    said = plain = found["said"] if found and found["name"].endswith(speaker) else sentence
    for pattern, instead in _FIRST:
        plain = pattern.sub(instead, plain)
    if plain == said or not _OURS.isdisjoint(speaker.casefold().split()):
        return
    vocabulary = notes.lexicon.vocabulary
    doubt = f"“{speaker}” says “we”: take it if that is {notes.account}."
    for each in merged(plain, statements(cut(plain), vocabulary), vocabulary):
        if isinstance(each, Reading):
            yield Stated(each.trait, each.value, said.strip(), each.note, doubt)
