"""Named fit: a plain question whether something fits, whatever the something is called.

"Does Blue Ocean Robotics fit?" has one place for a name, and all of what stands there is the name: also where no
account is called so, and its words mean something else by themselves.
"""

import re
from collections.abc import Sequence

from bot.core.language.common import COMMON_WORDS
from bot.core.language.words import fold

_BEFORE = (
    r"(?:(?:hey|hi|hello|ok|so|and|please|pls|fika|quick\s+one|can\s+you|could\s+you|tell\s+me|do\s+you\s+know)"
    r"[,:]?\s+)*"
)
_FITS = r"fits?(?:\s+(?:us|our\s+icps?|the\s+icps?|our\s+profile|in|well|for\s+us|at\s+all))?"
_FORMS = tuple(
    re.compile(rf"{_BEFORE}{form}\s*[?.!]*", re.IGNORECASE | re.DOTALL)
    for form in (
        rf"(?:does|do|did|will|would|could|can|should|might|whether|if)\s+(?P<name>.+?)\s+(?:be\s+an?\s+(?:good\s+)?)?{_FITS}",
        r"(?:is|are)\s+(?P<name>.+?)\s+(?:an?\s+)?(?:good\s+|great\s+|real\s+|bad\s+)?fit(?:\s+for\s+(?:us|our\s+icps?))?",
        r"(?:how\s+(?:well\s+)?(?:does|do)\s+)(?P<name>.+?)\s+fit(?:\s+(?:us|our\s+icps?))?",
    )
)
_SHORT = re.compile(
    r"(?P<name>[^\W\d_][\w&'’.-]*(?:\s+[\w&'’.-]+){0,2}?)\s+(?:an?\s+)?(?:good\s+)?(?:fit|match|icp)\s*\?+",
    re.IGNORECASE,
)
"""A question without a verb: "brambleton dental a fit?"."""
_ORDERS = (
    re.compile(
        rf"{_BEFORE}(?:check|fit)\s+(?:(?:the\s+)?fit\s+)?(?:of\s+|for\s+)?(?P<name>.+?)\s*[?.!]*",
        re.IGNORECASE | re.DOTALL,
    ),
)
_NOT_NAMES = frozenset({
    "a", "an", "any", "anybody", "anyone", "anything", "he", "her", "him", "i", "it", "its", "me", "my", "our", "she",
    "that", "the", "them", "these", "they", "this", "those", "us", "we", "what", "which", "who", "you",
})  # fmt: skip
_AROUND = "\"'“”‘’ \t\n"
LONGEST = 80


def named_fit(text: str) -> str | None:
    """What a question asks the fit of; None where it is no such question, or names nothing."""
    found = _SHORT.fullmatch(text.strip())
    if found is not None and COMMON_WORDS.isdisjoint(fold(found["name"]).split()[:1]):
        return str(found["name"])
    return _named(text, _FORMS)


def named_check(text: str) -> str | None:
    """What an order wants checked, as in "check Umbrella Corp"; it may be something else than a fit."""
    return _named(text, _ORDERS)


def _named(text: str, forms: Sequence[re.Pattern[str]]) -> str | None:
    if len(text) > 2 * LONGEST:
        return None
    for form in forms:
        if (found := form.fullmatch(text.strip())) is not None:
            name = str(found["name"]).strip(_AROUND)
            return name if _may_be_name(name) else None
    return None


def _may_be_name(name: str) -> bool:
    words = name.casefold().split()
    return 0 < len(name) <= LONGEST and bool(words) and words[0] not in _NOT_NAMES
