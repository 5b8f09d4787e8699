"""Unread: what a reply names beside the pack's own options.

"Salesforce and Zoho" holds more than the pack knows. What is known is not all there is, and whoever said it is told
which word was left unread.
"""

from collections.abc import Iterator, Sequence

from bot.core.language.clause import Clause, Piece, clauses_of
from bot.core.language.common import COMMON_WORDS
from bot.core.language.everyday import PLAIN
from bot.core.language.vocabulary import Sense

_ADDING = frozenset({"and", "&", "+", "plus", "with", "/", "but", "or", ","})
_TOLD = frozenset({
    "said", "says", "told", "asked", "confirmed", "mentioned", "per", "via", "from", "according", "checked", "spoke",
    "thinks", "heard", "by", "thanks", "thx", "hi", "hey",
})  # fmt: skip
"""Words beside which an unknown word is somebody's name."""


def unread(pieces: Sequence[Piece]) -> list[str]:
    """The words that stand where an option would, and that nobody here knows."""
    return list(dict.fromkeys(key for clause in clauses_of(pieces) for key in _strange(clause)))


def _strange(clause: Clause) -> Iterator[str]:
    keys = [piece.key for piece in clause.pieces]
    if not _TOLD.isdisjoint(keys) or any(piece.means(Sense.OPTION) for piece in clause.pieces):
        return
    if clause.after in _ADDING or clause.after == "":
        yield from (
            piece.key
            for piece in clause.pieces
            if piece.is_word and not piece.meanings and piece.key not in PLAIN and piece.key not in COMMON_WORDS
        )
