"""Listed: facts in a row without a mark between them, as people note them: "acme 75 ppl hubspot aws no budget".

A mark is put between two facts only where every word of the sentence is part of some fact: a count of people, an option
of the pack, whoever decides, "no budget". Any other word may tie two of them together, and leaves them as they are.
One is put before a "they use", too, right behind a fact that somebody has: "acme has no crm they use excel".
"""

from collections.abc import Sequence

from bot.core.language.clause import Mood, Piece, is_verb, mood_of
from bot.core.language.vocabulary import Sense, Vocabulary, is_place
from bot.core.trait import Group, Kind, Trait

_DECIDES = frozenset({"decides", "signs", "approves"})
_THEY = frozenset({"they", "it"})
_SMALL = _DECIDES | {"no", "yes", "on", "in", "has", "is", ":", "-", ","}


def listed(pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Piece]:
    """The pieces of a sentence, with a comma wherever one fact ends and another begins."""
    pieces = _before_subjects(_without_owner(pieces, vocabulary))
    counts = [at for at in range(1, len(pieces)) if _is_count(pieces, at)]
    if not counts or not all(_is_of_a_fact(pieces, at, vocabulary) for at in range(len(pieces))):
        return list(pieces)
    joints = {at for at in range(1, len(pieces)) if _is_joint(pieces, at, vocabulary)}
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        if at in joints:
            found.append(Piece(",", piece.start, piece.start))
        found.append(piece)
    return found


def _without_owner(pieces: Sequence[Piece], vocabulary: Vocabulary) -> Sequence[Piece]:
    """Pieces without whose flag it is: "the budget of acme is approved"."""
    for at in range(len(pieces) - 2):
        traits = {meaning.trait for meaning in pieces[at].meanings if meaning.sense is Sense.NAME}
        is_flag = any(vocabulary.traits[each].kind is Kind.FLAG for each in traits)
        if is_flag and pieces[at + 1].key == "of" and pieces[at + 2].is_subject:
            return [*pieces[: at + 1], *pieces[at + 3 :]]
    return pieces


def _before_subjects(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Pieces with a comma before a pronoun that begins a second statement."""
    for at in range(2, len(pieces) - 1):
        before = pieces[:at]
        is_fact = bool(before[-1].meanings) and any(is_verb(piece.key) for piece in before[:-1] if not piece.meanings)
        if is_fact and pieces[at].key in _THEY and is_verb(pieces[at + 1].key) and not mood_of(before) & ~Mood.NEGATES:
            return [*before, Piece(",", pieces[at].start, pieces[at].start), *pieces[at:]]
    return pieces


def _is_count(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a count ends there: the people of "75 people"."""
    return pieces[at].means(Sense.UNIT) and pieces[at - 1].quantity is not None


def _is_of_a_fact(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    piece = pieces[at]
    if piece.is_subject:
        return at == 0
    return bool(_trait(piece, vocabulary)) or piece.quantity is not None or bool(piece.meanings) or piece.key in _SMALL


def _is_joint(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether one fact ends before a position and another begins there."""
    before, piece = pieces[at - 1], pieces[at]
    is_behind = _is_count(pieces, at - 1) or before.key in _DECIDES
    if piece.key == "no":
        return is_behind or before.means(Sense.OPTION)
    if piece.quantity is not None and at + 1 < len(pieces):
        return _is_count(pieces, at + 1) and (before.means(Sense.OPTION) or before.key in _DECIDES)
    trait, said = _trait(piece, vocabulary), _trait(before, vocabulary)
    following = pieces[at + 1].key if at + 1 < len(pieces) else None
    if trait is not None and before.is_subject:
        return following is not None and following not in _DECIDES
    if trait is None or said is None:
        return trait is not None and is_behind
    is_tool = trait.group is Group.TECHNOGRAPHIC and said.group is Group.TECHNOGRAPHIC
    return is_behind or is_tool or following in _DECIDES or (is_place(trait) and following is None)


def _trait(piece: Piece, vocabulary: Vocabulary) -> Trait | None:
    """The trait of which a piece names an option, where there is one only."""
    traits = {meaning.trait for meaning in piece.meanings if meaning.sense is Sense.OPTION}
    return vocabulary.traits[traits.pop()] if len(traits) == 1 else None
