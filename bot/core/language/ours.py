"""Ours: whether a reply speaks of the rep's own side, which says nothing of the account.

"We have 200 people" may be us or may be copied from their mail. It is asked back.
"""

from collections.abc import Sequence

from bot.core.language.clause import BEING, HAVING, USING, Piece
from bot.core.language.everyday import OF_THE_DEAL
from bot.core.language.reading import Refusal

OURS = Refusal("That sounds like our own side. Say what holds for them.")
_PASSED_OVER = frozenset({"also", "already", "currently", "now", "only", "just", "all", "still", "do"})
_LEARNED = frozenset({
    "been", "heard", "seen", "talked", "spoken", "asked", "learned", "confirmed", "noted", "not", "never", "told",
    "it", "them", "sure", "guessing", "thinking", "assuming", "talking", "yet", "at",
})  # fmt: skip
"""Behind "we have" and "we are": words of somebody who tells how they know."""
_SPOKEN_OF = OF_THE_DEAL | {
    "best",
    "rough",
    "estimate",
    "last",
    "first",
    "records",
    "crm",
    "system",
    "sheet",
    "research",
    "gut",
    "feeling",
    "read",
    "opinion",
    "knowledge",
    "list",
    "data",
}
_WE, _OUR = frozenset({"we", "wir"}), frozenset({"our", "ours", "unsere", "unser", "my", "mine"})
_MINE = frozenset({"my", "mine", "our", "ours", "me"})
_BELIEVED = frozenset(
    {"think", "guess", "believe", "reckon", "heard", "know", "assume", "suppose", "hear", "would", "am"}
)
_ACTS = (BEING | HAVING | USING | {"haben", "sind", "nutzen"}) - {"was", "were", "do", "does"}


def is_for_us(after: Sequence[Piece]) -> bool:
    """Whether what follows a phrase ties it to us: "a top priority for me", "the second time I called"."""
    keys = [piece.key for piece in after]
    acts = keys[:1] == ["i"] and not _BELIEVED.intersection(keys[1:2])
    return acts or any(
        key in _MINE and not OF_THE_DEAL.intersection(keys[at + 1 : at + 2]) for at, key in enumerate(keys)
    )


def is_ours(pieces: Sequence[Piece]) -> bool:
    """Whether words speak of what we are, have or use, or of somebody of ours."""
    keys = [piece.key for piece in pieces]
    for at, key in enumerate(keys):
        following = [each for each in keys[at + 1 :] if each not in _PASSED_OVER]
        if key in _WE and following[:1] and following[0] in _ACTS and not _LEARNED.intersection(following[1:2]):
            return True
        if key in _OUR and not _SPOKEN_OF.intersection(keys[at + 1 : at + 3]):
            return True
    return False
