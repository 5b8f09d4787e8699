"""Staging: what people say about the stage that an account is in: "Acme is in the evaluate stage"."""

import re

from bot.core.journey import StageId
from bot.core.language.words import is_question
from bot.core.request import Request, RequestKind
from bot.ports import KnownName

_STANDS = re.compile(
    r"\b(?:is|are|'s|'re|now|moved|moves|went|got|gone|entered|reached|stage)\b.*?\b(?:in|at|into|to|on|is|stage|:)\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\b(?:not|never|no\s+longer|was|were|maybe|perhaps|might|if|when|will|would|soon|almost|after|before|until|past|"
    r"think|probably|should|could|can)\b|n't\b|n’t\b",
    re.IGNORECASE,
)
_OF_THE_LAST = re.compile(
    r"\s*(?:(?:so|and|ok|okay|well|now|fyi|btw|update)[,:]?\s+)*"
    r"(?:they|it|the\s+(?:deal|account|company)|in|at|moved|now)\b",
    re.IGNORECASE,
)
"""How a message begins that speaks of the account last talked about."""


def is_of_the_last(text: str) -> bool:
    """Whether a message that names no account speaks of the one last talked about."""
    return _OF_THE_LAST.match(text) is not None


def stage_said(request: Request[KnownName]) -> StageId | None:
    """The stage in which a message says that an account is; None where it says nothing of the kind, or is not sure."""
    if request.kind is not RequestKind.UNKNOWN or request.stage is None or is_question(request.text):
        return None
    plain = _STANDS.search(request.text) is not None and _DOUBTED.search(request.text) is None
    return request.stage if plain else None
