"""Evasion: words of somebody who gives no answer: who does not know it, or does not mean what is said."""

from collections.abc import Iterable, Sequence

from bot.core.language.clause import Piece

_IDLE = (
    ("no", "idea"), ("no", "clue"), ("do", "not", "know"), ("does", "not", "know"), ("not", "sure"),
    ("no", "one", "knows"), ("not", "know"), ("not", "yet", "known"), ("did", "not", "say"), ("did", "not", "ask"),
    ("have", "not", "asked"),
    ("can", "not", "say"), ("can", "not", "tell"), ("not", "certain"), ("no", "answer"), ("n", "a"), ("not", "clear"),
    ("would", "not", "say"), ("hard", "to", "say"), ("not", "told"), ("no", "info"), ("no", "information"),
)  # fmt: skip
_MOCKS = (
    ("pigs",), ("hell", "freezes"), ("in", "your", "dreams"), ("in", "their", "dreams"), ("yeah", "right"),
    ("as", "if"), ("good", "one"), ("dream", "on"), ("dreams",), ("wish",), ("fat", "chance"), ("good", "luck"),
    ("yeah", "sure"),
    ("sure", "sure"), ("not", "really"), ("lottery",), ("santa",), ("kidding",), ("joking",), ("joke",),
)  # fmt: skip
"""Words of somebody who means the opposite, or nothing at all."""
_SMIRKS = frozenset("🙄😂🤣😏🤷😆")


def is_idle(pieces: Sequence[Piece]) -> bool:
    """Whether a reply says that there is no answer: "no idea", "not sure"."""
    return _holds_any(pieces, _IDLE)


def is_mocking(pieces: Sequence[Piece]) -> bool:
    """Whether a reply is not meant: "sure, and pigs fly"."""
    return is_scornful(pieces) or any(piece.key in _SMIRKS for piece in pieces)


def is_scornful(pieces: Sequence[Piece]) -> bool:
    """Whether a reply says in words that it is not meant: "yeah right"."""
    return _holds_any(pieces, _MOCKS)


def _holds_any(pieces: Sequence[Piece], phrases: Iterable[tuple[str, ...]]) -> bool:
    words = [piece.key for piece in pieces if piece.is_word and not piece.meanings]
    return any(tuple(words[at : at + len(each)]) == each for each in phrases for at in range(len(words)))
