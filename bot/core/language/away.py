"""Away: whether what a reply names holds somewhere else, or not at all.

"AWS for Globex" names a thing and says nothing of the account; "HIPAA-free" and "zero AWS" name what is not there; "one
team has it" is only a part.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.core.language.clause import Piece
from bot.core.language.common import COMMON_WORDS
from bot.core.language.everyday import PLAIN

_ONE_PART = frozenset({
    "team", "teams", "guy", "person", "office", "department", "site", "branch", "division", "store", "unit", "of",
    "region", "location", "group", "house", "hotel", "clinic", "plant", "school", "ward", "shop",
})  # fmt: skip
_WITHOUT = frozenset({"free", "less"})


def is_of_somebody(after: Sequence[Piece], towards: Sequence[str] = ("at", "for")) -> bool:
    """Whether what follows ties it to a name that nobody here knows: "at globex", "for globex"."""
    if len(after) < len(("at", "globex")) or after[0].key not in towards:
        return False
    name = after[1]
    return name.is_word and not name.meanings and name.key not in PLAIN and name.key not in COMMON_WORDS


def is_absent(pieces: Sequence[Piece]) -> bool:
    """Whether a phrase is named to say that it is not there: "zero aws", "hipaa-free"."""
    zero = any(piece.quantity is not None and piece.quantity.high == 0 for piece in pieces)
    glued = (
        (mark.key, free.key)
        for phrase, mark, free in zip(pieces, pieces[1:], pieces[2:], strict=False)
        if phrase.meanings and phrase.end == mark.start and mark.end == free.start
    )
    return zero or any(mark == "-" and free in _WITHOUT for mark, free in glued)


def is_of_one_part(pieces: Sequence[Piece]) -> bool:
    """Whether one part only is meant: "one team has aws"."""
    ones = (after.key for piece, after in pairwise(pieces) if piece.quantity is not None and piece.quantity.high == 1)
    return not _ONE_PART.isdisjoint(ones)


def names_residue(key: str) -> bool:
    """Whether a phrase names whatever is left over: "something else", "another country", "nothing special"."""
    return key.endswith("else") or key.startswith(("another", "nothing", "something", "anything", "anyother", "none"))
