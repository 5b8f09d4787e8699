"""Moment words: which day, which time and which zone a person named, taken apart word by word.

Every word must be understood: what is left over might change the time, so then nothing was. Between one and six nobody
has a call at night, so `at 3` is in the afternoon; `03:00` is not. Whether 3/4 is in March or in April nobody can tell.
"""

import re
from dataclasses import dataclass
from datetime import time, timedelta, timezone, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CITIES = {
    "America/New_York": "et est edt|eastern|new york|ny|nyc|boston",
    "America/Chicago": "ct cst cdt|central|chicago",
    "America/Denver": "mt mst mdt|mountain|denver",
    "America/Los_Angeles": "pt pst pdt|pacific|la|sf|san francisco|los angeles",
    "Europe/London": "bst|london|uk",
    "Europe/Berlin": "cet cest|berlin|paris|madrid|rome|amsterdam|zurich|vienna|stockholm",
    "Europe/Helsinki": "eet eest|helsinki",
    "Asia/Tokyo": "jst|tokyo",
    "Asia/Singapore": "sgt|singapore",
    "Australia/Sydney": "aest aedt|sydney",
}
_ZONES = {
    name: zone
    for zone, names in _CITIES.items()
    for short, *cities in (names.split("|"),)
    for name in (*short.split(), *(f"{city} time" for city in cities))
}
_NAMED_ZONE = re.compile(rf"\b({'|'.join(map(re.escape, _ZONES))})\b")
_OFFSET = re.compile(r"(?:\b|(?<=\d))(?:utc|gmt|z)(?:\s?([+-])\s?(\d{1,2})(?::?(\d{2}))?)?(?![\w+-])")
_OWN_ZONE = re.compile(r"\b(?:my|our)\s+time\b")

_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_NTH = r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s*(\d{4})(?![\d:.]))?"
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?:t(?=\d)|\b)")
_DOTTED = re.compile(
    r"(?<![\d.:])(\d{1,2})\.(\d{1,2})\.(\d{4})?(?![\d:])|(?<![\d.:])(\d{1,2})\.(\d{1,2})(?=\s+(?:at\s+)?\d)"
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])")
_DAY_MONTH = re.compile(rf"\b{_NTH}\.?\s+(?:of\s+)?\b{_MONTH}{_YEAR}(?!\w)")
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s+{_NTH}(?![\d:.]\d|\s*[ap]\.?m\b|\d){_YEAR}")
_THE_NTH = re.compile(r"\b(?:the\s+)?(\d{1,2})(?:(?:st|nd|rd|th)\b|(?<=[a-z]\s\d\d)(?=\s+at\s+\d))")

_HALF = re.compile(r"\b(half|quarter)\s+(past|to)\s+(\d{1,2})(?:\s*([ap])\.?m\b\.?)?")
_CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})[:.h](\d{2})(?::00)?(?![\d:])(?:\s*([ap])\.?m\b\.?|\s*(?:uhr|h)\b)?")
_HOUR = re.compile(r"(?<![\d.:])(\d{1,2})\s*(?:([ap])\.?m\b\.?|o'?clock|uhr\b|h\b)")
_AT_HOUR = re.compile(r"(?:\bat|@|\baround)\s*(\d{1,2})(?![\w:.])|\b(\d{1,2})(?=\s+in\s+the\b)")
_BARE_HOUR = re.compile(r"\A\W*(?:(\d{1,2})|([0-2]\d)([0-5]\d))\W*\Z")

_PART = re.compile(r"\b(morning|afternoon|evening|tonight|night|lunch(?:time)?)\b")
_END_OF = re.compile(r"\b(?:end\s+of\s+(?:the\s+)?(day|week|business)|(eod|cob|eow))\b")
_FIXED = re.compile(r"\b(noon|midday|midnight)\b")
_RELATIVE = re.compile(r"\b(?:the\s+)?(day\s+after\s+tomorrow|tom+or+ow|tm(?:rw?|w)|2morrow|today)\b")
_WEEKDAY = re.compile(r"\b(mon|tues?|wed|thur?s?|fri|sat|sun)(?:day|nesday|rsday|sday|urday)?s?\b")
_PASSED = re.compile(r"\b(?:yesterday|ago|last|previous)\b")
_FILLER = re.compile(
    r"\bin\s+the\b|\b(?:at|on|the|of|for|by|around|about|this|next|coming|later|call|please|pls|thanks|time)\b|[@,;.!?\s()–-]+"
)
_NEXT_WEEK = re.compile(r"\bnext\s+week\b|\bin\s+a\s+week\b")
_THIS_PART = re.compile(rf"\bthis\s+(?={_PART.pattern})")
_NEXT_DAY = re.compile(rf"\bnext\s+(?={_WEEKDAY.pattern})")
_QUARTERS = {("half", "past"): 30, ("half", "to"): 30, ("quarter", "past"): 15, ("quarter", "to"): 45}
_AFTERNOON = range(1, 7)
_NOON, _HOURS, _LAST_MINUTE, _FARTHEST = 12, 24, 59, 14


class Part(StrEnum):
    """A part of a day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    TONIGHT = "tonight"
    LUNCH = "lunch"


@dataclass(slots=True)
class Named:
    """What a person named, piece by piece; what was not named is None."""

    date: tuple[int | None, int | None, int] | None = None
    """Year, month and day of the month."""
    weekday: int | None = None
    """From 0, which is Monday."""
    is_next: bool = False
    """Whether it is a weekday that is not today: next Friday."""
    in_next_week: bool = False
    days: int | None = None
    """How many days from today."""
    part: Part | None = None
    clock: time | None = None
    zone: tzinfo | None = None
    is_midnight: bool = False
    """Whether it was called midnight, which is at the end of a day rather than at its beginning."""
    has_passed: bool = False
    """Whether it is said of a time that has passed."""

    @property
    def names_day(self) -> bool:
        """Whether any day was named."""
        return self.date is not None or self.weekday is not None or self.days is not None


class NotUnderstood(ValueError):
    """Words of which nobody can tell which moment they name."""


def named(words: str) -> Named:
    """What a person named.

    Raises:
        NotUnderstood: something of it is no time, or could be two.
    """
    text = _Text(words.casefold().replace("’", "'"))
    found = Named()
    if text.has(_PASSED):
        found.has_passed = True
        return found
    found.date = _date(text)
    found.zone = _zone(text)
    _days(text, found)
    _times(text, found)
    if text.left.strip():
        raise NotUnderstood(words)
    return found


class _Text:
    """What is left of the words; what was understood is taken out of it."""

    def __init__(self, words: str) -> None:
        self.left = words

    def has(self, pattern: re.Pattern[str]) -> bool:
        return pattern.search(self.left) is not None

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.search(self.left)
        if found is not None:
            self.left = f"{self.left[: found.start()]} {self.left[found.end() :]}"
        return found


def _date(text: _Text) -> tuple[int | None, int | None, int] | None:
    if found := text.take(_ISO):
        return int(found[1]), int(found[2]), int(found[3])
    if found := text.take(_SLASHED):
        return _slashed(int(found[1]), int(found[2]), found[3])
    return _with_month(text) or _dotted(text)


def _with_month(text: _Text) -> tuple[int | None, int, int] | None:
    if found := text.take(_DAY_MONTH):
        return _number(found[3]), _MONTHS.index(found[2]) + 1, int(found[1])
    if found := text.take(_MONTH_DAY):
        return _number(found[3]), _MONTHS.index(found[1]) + 1, int(found[2])
    return None


def _dotted(text: _Text) -> tuple[int | None, int | None, int] | None:
    if found := text.take(_DOTTED):
        return _number(found[3]), int(found[2] or found[5]), int(found[1] or found[4])
    if found := text.take(_THE_NTH):
        return None, None, int(found[1])
    return None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _slashed(first: int, second: int, year: str | None) -> tuple[int | None, int, int]:
    """The day is first in one part of the world, and the month in another; a number above twelve tells."""
    if first <= len(_MONTHS) and second <= len(_MONTHS) and first != second:
        raise NotUnderstood
    day, month = (second, first) if second > len(_MONTHS) else (first, second)
    return _number(year), month, day


def _zone(text: _Text) -> tzinfo | None:
    text.take(_OWN_ZONE)
    if found := text.take(_OFFSET):
        span = timedelta(hours=int(found[2] or 0), minutes=int(found[3] or 0))
        if span > timedelta(hours=_FARTHEST):
            raise NotUnderstood
        return timezone(-span if found[1] == "-" else span)
    found = text.take(_NAMED_ZONE)
    return ZoneInfo(_ZONES[found[1]]) if found else None


def _days(text: _Text, found: Named) -> None:
    if day := text.take(_RELATIVE):
        found.days = 0 if day[1] == "today" else 2 if day[1].startswith("day") else 1
    found.in_next_week = text.take(_NEXT_WEEK) is not None
    found.is_next = text.take(_NEXT_DAY) is not None
    if weekday := text.take(_WEEKDAY):
        found.weekday = _WEEKDAYS.index(weekday[1][:3])
    if text.take(_THIS_PART) and found.days is None:
        found.days = 0
    if part := text.take(_PART):
        found.part = {"night": Part.TONIGHT, "lunchtime": Part.LUNCH}.get(part[1]) or Part(part[1])
    if part and part[1] == "tonight" and not found.names_day:
        found.days = 0


def _times(text: _Text, found: Named) -> None:
    if end := text.take(_END_OF):
        found.clock = time(17)
        if "week" in end[0] or end[2] == "eow":
            found.weekday = _WEEKDAYS.index("fri")
        elif not found.names_day:
            found.days = 0
    elif fixed := text.take(_FIXED):
        found.is_midnight = fixed[1] == "midnight"
        found.clock = time(0 if found.is_midnight else _NOON)
    elif half := text.take(_HALF):
        hour = (int(half[3]) - 1) % _HOURS or _NOON if half[2] == "to" else int(half[3])
        minute = _QUARTERS[half[1], half[2]]
        found.clock = _clock(str(hour), minute, half[4], found.part)
    elif clock := text.take(_CLOCK):
        found.clock = _clock(clock[1], int(clock[2]), clock[3], found.part)
    elif hour_of := text.take(_HOUR):
        found.clock = _clock(hour_of[1], 0, hour_of[2], found.part)
    elif at_hour := text.take(_AT_HOUR):
        found.clock = _clock(at_hour[1] or at_hour[2], 0, None, found.part)
    text.left = _FILLER.sub(" ", text.left)
    if found.clock is None and found.names_day and (bare := text.take(_BARE_HOUR)):
        found.clock = _clock(bare[1] or bare[2], int(bare[3] or 0), None, found.part)


def _clock(hour: str, minute: int, half: str | None, part: Part | None) -> time:
    """A time of day.

    Args:
        hour: its digits; a zero before them tells that it is by a clock of 24 hours.
        minute: the minute.
        half: a or p, where am or pm was said.
        part: the part of the day that was named.

    Raises:
        NotUnderstood: no clock shows that.
    """
    number = int(hour)
    if number >= _HOURS or minute > _LAST_MINUTE or (half and not 1 <= number <= _NOON):
        raise NotUnderstood
    if half:
        return time(number % _NOON + (_NOON if half == "p" else 0), minute)
    is_late = part in (Part.EVENING, Part.TONIGHT) and number < _NOON
    is_afternoon = number in _AFTERNOON and part is not Part.MORNING
    return time(number + (_NOON if (is_late or is_afternoon) and not hour.startswith("0") else 0), minute)
