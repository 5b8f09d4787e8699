"""Granted: a yes or a no that is said by what became of the money, or without any word.

"Approved", "got the green light" and "50k set aside" answer the question for a budget; they say nothing of other flags.
A thumb or "100%" answers any.
"""

from collections.abc import Sequence

from bot.core.language.clause import NEGATORS, Piece
from bot.core.language.vocabulary import names_of
from bot.core.trait import Trait

_MONEY = frozenset({"budget", "budgets", "funding", "money", "funds", "funded", "budgeted"})
_GIVEN = frozenset({"approved", "secured", "allocated", "earmarked", "granted", "greenlit", "reserved", "budgeted"})
_GREEN = (("green", "light"), ("set", "aside"), ("put", "aside"), ("signed", "off"), ("green", "lit"))
_TAKEN = frozenset({"frozen", "cut", "gone", "exhausted", "denied", "rejected", "slashed", "nada", "zilch", "nil"})
_AROUND = frozenset({
    "it", "is", "'s", "was", "has", "have", "been", "already", "just", "fully", "they", "got", "all", "recently",
    "last", "week", "month", "yesterday", "today", "by", "the", "board", "ceo", "cfo", "now", "their", "a",
    "finally", "yes", "officially", "this", "morning", "and", "about", "around", "some", "for", "that", "yep", "yeah",
    "unfortunately", "sadly", "monday", "tuesday", "wednesday", "thursday", "friday", "quarter", "yet",
    "everything", "of", "us",
})  # fmt: skip
_NOT_A = frozenset({"cent", "penny", "dime", "dollar", "nickel"})
_SIGNS = {"👍": True, "✅": True, "✔": True, "👎": False, "❌": False, "🚫": False}
_FULL = 100


def without_words(pieces: Sequence[Piece]) -> bool | None:
    """What a thumb or a "100%" says; None where a reply is anything else."""
    signs = {_SIGNS[piece.key] for piece in pieces if piece.key in _SIGNS}
    if not any(piece.is_word or piece.quantity is not None for piece in pieces):
        return signs.pop() if len(signs) == 1 else None
    quantity = pieces[0].quantity
    is_full = len(pieces) == 1 and quantity is not None and quantity.percent
    return True if is_full and quantity is not None and quantity.low == quantity.high == _FULL else None


def of_money(pieces: Sequence[Piece], trait: Trait) -> bool | None:
    """Whether money is there by what became of it; None where the words do not say so, or the trait is no budget."""
    if _MONEY.isdisjoint(" ".join(names_of(trait)).split()):
        return None
    words = [piece.key for piece in pieces if piece.is_word]
    if words[:2] == ["not", "a"] and len(words) == len(("not", "a", "cent")) and words[2] in _NOT_A:
        return False
    green = next((at for at in range(len(words)) if tuple(words[at : at + 2]) in _GREEN), None)
    given = green is not None or not _GIVEN.isdisjoint(words)
    known = (
        _AROUND
        | _GIVEN
        | _TAKEN
        | NEGATORS
        | frozenset({"green", "light", "lit", "set", "put", "aside", "signed", "off"})
    )
    counts = [piece.quantity for piece in pieces if piece.quantity is not None]
    if given is not _TAKEN.isdisjoint(words) or not known.issuperset(words) or any(not each.low for each in counts):
        return None
    denied = [word for word in words if word in NEGATORS]
    if denied and (denied != ["not"] or not given):
        return None
    return given and not denied
