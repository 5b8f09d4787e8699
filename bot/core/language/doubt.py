"""Doubt: words that leave a value open although the rules have read one.

An unknown is never a no: "budget n/a", "budget not confirmed" and "budget: tbd" say that nobody knows yet. Nor is one
of two things both, or all of them but one all. What is in doubt is asked back.
"""

import re

from bot.core.trait import Kind, Trait

_OPEN = re.compile(
    r"(?<![\w/])(?:n/?a|tbd|tbc|unknown|unclear|unconfirmed|undecided|pending|no\s+idea|no\s+clue|no\s+info(?:rmation)?"
    r"|not\s+(?:yet\s+)?(?:confirmed|known|clear|sure|decided|certain|determined|disclosed)|yes\s+(?:or|and|/)?\s*no"
    r"|no\s+problem|no\s+issue)(?![\w/])",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\w\s+or\s+\w|\w\s*/\s*or\s+\w", re.IGNORECASE)
_SUM = re.compile(r"\d\s*\+\s*\d")
_NOTHING = re.compile(r"\b(?:of|is|at|=|:)\s*(?:[$€£]|usd|eur|gbp)?\s*0(?![\d.,])", re.IGNORECASE)
_LESS = re.compile(r"\s*,?\s*(?:but|except|besides|apart\s+from|minus|other\s+than)\b", re.IGNORECASE)
_SAME_SENTENCE = 60
"""Characters behind what was read that may still take something out of it."""


def doubt(text: str, begin: int, end: int, trait: Trait) -> str | None:
    """Why a value that was read between two places of a text is in doubt; None where it is not.

    Args:
        text: the whole text.
        begin: where what it was read from begins.
        end: where it ends.
        trait: what it is a value of.
    """
    quote, rest = text[begin:end], text[end : end + _SAME_SENTENCE]
    if _is_open(text, begin, end, trait):
        return f"That leaves {trait.label} open. Say it once it is known."
    if trait.kind is Kind.TAGS and _EITHER.search(quote):
        return f"That is one or the other. Say which of them holds for {trait.label}."
    if trait.kind.is_numeric and _SUM.search(text[max(0, begin - 1) : end]):
        return f"Say {trait.label} as one number."
    if trait.kind is Kind.FLAG and _NOTHING.search(quote):
        return f"Is that a yes or a no for {trait.label}?"
    if trait.kind is Kind.CHOICE and _LESS.match(rest):
        return f"That takes something out of it. Say which option holds for {trait.label}."
    return None


def _is_open(text: str, begin: int, end: int, trait: Trait) -> bool:
    """Whether words that leave it open begin within what was read, or right behind a yes or a no."""
    found = _OPEN.search(text, begin, min(len(text), end + _SAME_SENTENCE))
    if found is None:
        return False
    return found.start() < end or (trait.kind is Kind.FLAG and not text[end : found.start()].strip(" :,-"))
