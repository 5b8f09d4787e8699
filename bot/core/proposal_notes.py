"""Notes: what somebody wrote down about a talk, and what a reader found in it.

Every quote is a piece of the notes, word for word. What could not be read is told with its reason, so that nothing in
the notes goes missing without a word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import JsonValue

from bot.core.language.hearing import Lexicon
from bot.core.language.topic import resolved
from bot.core.naming import Resolution
from bot.core.request import MainNamed

LONGEST_NOTES = 20_000
"""Characters."""
_NOTES_FOR = re.compile(
    r"\s*(?:(?:please|here\s+are|these\s+are|paste|read|my|our|some|the|call|meeting|discovery|demo)\s+)*notes?\s+"
    r"(?:for|on|about|from|of|at|re)\s+(?:(?:the|my|our|today'?s|a)\s+)*(?:(?:call|meeting|demo|chat)\s+with\s+)?"
    r"(?P<name>[^\n:]{1,200}?)\s*(?::|\n)\s*(?P<body>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Notes:
    """What somebody wrote down."""

    text: str
    account_id: int
    """The account that they are about."""
    account: str
    """Its name."""
    names: Sequence[MainNamed]
    """Every name of every account: what is said of the others is not about this one."""
    lexicon: Lexicon
    _known: dict[str, Resolution[MainNamed]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Names that were looked up before: notes name the same few again and again."""

    def meant(self, said: str) -> Resolution[MainNamed]:
        """Which account somebody means by a name."""
        if said not in self._known:
            self._known[said] = resolved(said, self.names).meant
        return self._known[said]


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that notes state."""

    trait: str
    value: JsonValue
    quote: str
    note: str | None = None
    """How the value was worked out, where it is not simply what was said."""
    doubt: str | None = None
    """Why it is not certain that it holds for the account."""


@dataclass(frozen=True, slots=True)
class Untold:
    """Words that speak of a trait and were not read."""

    quote: str
    why: str
    trait: str | None = None
    is_open: bool = False
    """Whether they say nothing against a value that stands elsewhere."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a reader found in notes, in the order of the notes; a trait may be stated more than once."""

    stated: tuple[Stated, ...] = ()
    untold: tuple[Untold, ...] = ()


def notes_in(text: str) -> tuple[str, str] | None:
    """The name and the notes of a message such as `notes for Acme: ...`; None where it is no such message."""
    found = _NOTES_FOR.fullmatch(text)
    return (found["name"].strip(), found["body"].strip()) if found else None
