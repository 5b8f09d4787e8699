"""Missing: what a message that logs a gap says is missing, and of which kind that is.

The person's own words are kept; only the order itself ("log a gap:", "please note that") is left out.
"""

import re
from typing import NamedTuple

from bot.core.gap import GapKind
from bot.core.language.phrasing import SETS

_BEHIND_MARK = re.compile(
    r"[^:\n]{0,60}?\bgaps?\b(?P<head>[^:\n]{0,60}):(?!//)(?P<what>.*)|"
    r"[^:\n]{0,60}?\bgaps?(?:\s*[,–—]|\s+-\s)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""`log a gap for Acme: no SAP connector`: what stands before and behind the mark."""
_NAME = re.compile(r"\s+(?:for|at|with|about|on|of)\s+(?:the\s+)?(?P<name>[^\W_].*)", re.IGNORECASE | re.DOTALL)
_ORDER = re.compile(
    rf"(?:(?:please|fika|hey|can you|could you|let's|let us)\W+)*(?:{'|'.join(SETS['log'].split())})\b"
    r"(?:\s+(?:down|this|that|as|a|an|the|another|new|there|is)\b)*(?:\s+gaps?\b(?:\s+(?:that|about|is))?\b)?(.*)",
    re.IGNORECASE | re.DOTALL,
)
"""`please note that nobody knows their data centre`: what stands behind the order."""
_HAS_WORDS = re.compile(r"\w")

_CONTENT = frozenset((*SETS["content"].split(), "pdf", "onepager", "battlecards", "faq"))
_CONTRADICTION = frozenset(
    "contradict contradicts contradiction contradictory conflicting disagree disagrees inconsistent".split()  # noqa: SIM905
)
_ICP = frozenset("icp icps trait traits".split())  # noqa: SIM905
_PERSONA = frozenset("persona personas buyer buyers".split())  # noqa: SIM905
_PRODUCT = frozenset(
    "feature features integration integrations integrate integrates connector connectors support supports".split()  # noqa: SIM905
)
_KINDS = (
    (GapKind.CONTENT, _CONTENT),
    (GapKind.CONTRADICTION, _CONTRADICTION),
    (GapKind.ICP, _ICP),
    (GapKind.PERSONA, _PERSONA),
    (GapKind.PRODUCT, _PRODUCT),
)
"""The first of these whose words a gap uses is its kind: "a deck about the integration" is a deck."""


class Missing(NamedTuple):
    """What a message says is missing."""

    what: str
    """In the person's words; empty where the message only says that something is missing."""
    at: str | None = None
    """The name before the mark, as of an account: "log a gap for Acme: ..."; it may be anything else."""


def missing_in(text: str) -> Missing:
    """What a message says is missing, and the name before it."""
    whole = text.strip()
    if marked := _BEHIND_MARK.fullmatch(whole):
        named = _NAME.fullmatch(marked["head"] or "")
        return Missing(_words(marked["rest"] or marked["what"] or ""), named["name"].strip() if named else None)
    ordered = _ORDER.fullmatch(whole)
    return Missing(_words(ordered[1] if ordered else whole))


def _words(text: str) -> str:
    said = text.strip(" \t\r\n:,-–—")
    return said if _HAS_WORDS.search(said) else ""


def kind_of_gap(what: str) -> GapKind:
    """Of which kind something missing is, by the words it is described with."""
    words = {word.casefold() for word in re.findall(r"\w+", what)}
    return next((kind for kind, telling in _KINDS if not telling.isdisjoint(words)), GapKind.KNOWLEDGE)
