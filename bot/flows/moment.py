"""Moment: a point in time that a person named, by the clock on their own wall.

Words such as "tomorrow 10:00" are read by a library; what it is known to misread ("at 10" as a year, "half an hour" not
at all) is put into its words first. A moment that has passed is none: people plan ahead here.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

_REWRITTEN = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (r"\b(?:tmrw?|2morrow|tom+or+ow)\b", "tomorrow"),
        (r"\bhalf\s+an\s+hour\b", "30 minutes"),
        (r"\ba\s+couple\s+of\b", "2"),
        (r"\ba\s+few\b", "3"),
        (r"\b(?:on|next|this|coming)\s+(?=[a-z]{3,9}day\b|(?:mon|tue|wed|thu|fri|sat|sun))", ""),
        (r"\b(mon|fri|sun)(?:s?day)?\b", r"\1day"),
        (r"\bwed\b", "wednesday"),
        (r"\b(?:tues?|tuesday)\b", "tuesday"),
        (r"\b(?:thu|thur|thurs|thursday)\b", "thursday"),
        (r"\b(?:sat|saturday)\b", "saturday"),
        (r"(?<!\d)(\d{1,2})\.(\d{2})(?=\s|$|h\b|uhr)", r"\1:\2"),
        (r"(?<=\d)\s*(?:o'?clock|uhr|h)\b", ""),
        (r"(?:\bat|@)\s+(\d{1,2})(?!\s*(?:[:\d]|[ap]\.?m))", r"at \1:00"),
        (r"\b(\w+day|tomorrow|today)\s+(\d{1,2})$", r"\1 at \2:00"),
        (r"\b(?:end\s+of\s+(?:the\s+)?day|eod)\b", "today 17:00"),
        (r"\b(?:end\s+of\s+(?:the\s+)?week|eow)\b", "friday 17:00"),
    )
)
_HAS_TIME = re.compile(
    r"\d:\d|\d\s*[ap]\.?m|noon|midnight|minute|hour|morning|afternoon|evening|tonight|lunch", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time."""

    at: datetime
    """In the zone of whoever named it."""
    to_the_minute: bool
    """Whether a time of day was named; otherwise the whole day is meant."""

    @property
    def words(self) -> str:
        """As people read it, by the clock on their wall."""
        return f"{self.at:%A} {self.at.day} {self.at:%B}" + (f", {self.at:%H:%M}" if self.to_the_minute else "")


def moment(words: str | None, now: datetime) -> Moment | None:
    """The moment that a person named; None where nobody can tell which, or where it has passed.

    Args:
        words: what they said, such as `tomorrow 10:00`.
        now: the time where they are, with its zone.
    """
    if not words:
        return None
    plain = words
    for pattern, instead in _REWRITTEN:
        plain = pattern.sub(instead, plain)
    found = _read(plain, now)
    if found is None:
        return None
    to_the_minute = _HAS_TIME.search(plain) is not None
    at = found.replace(tzinfo=now.tzinfo)
    if not to_the_minute:
        at = at.replace(hour=0, minute=0, second=0, microsecond=0)
    passed = at < now if to_the_minute else at.date() < now.date()
    return None if passed else Moment(at, to_the_minute)


def _read(plain: str, now: datetime) -> datetime | None:
    import dateparser

    settings: dict[str, Any] = {
        "RELATIVE_BASE": now.replace(tzinfo=None),
        "PREFER_DATES_FROM": "future",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    found: datetime | None = dateparser.parse(plain, languages=["en"], settings=settings)
    return found
