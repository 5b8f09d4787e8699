"""Correction: where somebody takes back what they have just said."""

from collections.abc import Sequence

from bot.core.language.clause import Piece

_CORRECTS = (
    ("no", "wait"), ("wait", "no"), ("oh", "wait"), ("wait", "actually"), ("hang", "on"), ("my", "bad"),
    ("correction",), ("scratch", "that"), ("strike", "that"), ("sorry",), ("i", "mean"), ("i", "meant"),
    ("make", "that"), ("well", "used", "to"),
)  # fmt: skip
"""Words with which people do so."""
_LONGEST = max(map(len, _CORRECTS))


def corrected_at(pieces: Sequence[Piece]) -> tuple[int, int] | None:
    """Where words begin and end that take back what stands before them: "no wait", "scratch that"."""
    plain = [at for at, piece in enumerate(pieces) if piece.is_word]
    for place, at in enumerate(plain):
        following = tuple(pieces[each].key for each in plain[place : place + _LONGEST])
        phrase = next((each for each in _CORRECTS if following[: len(each)] == each), None)
        if phrase is not None:
            return at, plain[place + len(phrase) - 1] + 1
    return None
