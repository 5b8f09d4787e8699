"""Moment: a point in time that a person named, by the clock on their own wall.

People plan ahead here: what has passed is no moment, and neither is what lies more than two years away. What was named
and is none can be told, so that nobody waits for a briefing that does not come.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from bot.flows.moment_words import Named, NotUnderstood, Part, named

_NUMBER = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|sixty|ninety)"
_SPAN = re.compile(
    rf"\W*(?:in|within)\s+((?:an?|half\s+an?|a\s+couple\s+of|a\s+few|{_NUMBER}|\d{{1,3}}(?:[.,]5)?)\s*"
    r"(?:(?P<exact>m(?:in(?:ute)?s?)?|h(?:ou)?rs?|h)|days?|weeks?)"
    r"(?:\s*(?:and\s+)?\d{1,2}\s*m(?:in(?:ute)?s?)?)?)\W*(?:please|pls|thanks)?\W*",
    re.IGNORECASE,
)
_IN_MINUTES = re.compile(r"(\W*in\s+(?:[1-9]\d|[5-9]))(?:\s*m)?\W*", re.IGNORECASE)
_NO_DAY = re.compile(r"(?:later\s+)?this\s+(?:week|month)", re.IGNORECASE)
"""What is said of what one does, and not of when a call is."""
_PLAINER = (
    (re.compile(r"half\s+an?\s+h\w*", re.IGNORECASE), "30 minutes"),
    (re.compile(r"a\s+couple\s+of", re.IGNORECASE), "2"),
    (re.compile(r"a\s+few", re.IGNORECASE), "3"),
)
_PARTS = {
    Part.MORNING: (time(9), time(12)),
    Part.LUNCH: (time(12), time(14)),
    Part.AFTERNOON: (time(15), time(18)),
    Part.EVENING: (time(18), time(22)),
    Part.TONIGHT: (time(20), time(23)),
}
"""When a part of a day is, and when it is over."""
_FARTHEST = timedelta(days=731)
_NEAR = timedelta(days=334)
_WEEK = 7
_MOST_TOLD = 40


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time."""

    at: datetime
    """In the zone of whoever named it."""
    to_the_minute: bool
    """Whether a time of day was named; otherwise the whole day is meant."""
    with_year: bool = field(default=False, compare=False)
    """Whether its year is told: where it is another one than this, or far away."""

    @property
    def words(self) -> str:
        """As people read it, by the clock on their wall."""
        year = f" {self.at.year}" if self.with_year else ""
        return f"{self.at:%A} {self.at.day} {self.at:%B}{year}" + (f", {self.at:%H:%M}" if self.to_the_minute else "")


def moment(words: str | None, now: datetime) -> Moment | None:
    """The moment that a person named; None where nobody can tell which, or where it has passed.

    Args:
        words: what they said, such as `tomorrow 10:00`.
        now: the time where they are, with its zone.
    """
    found = _moment(words, now)
    return found if isinstance(found, Moment) else None


def unread_moment(words: str | None, now: datetime) -> str | None:
    """Why words about a time are no moment, in a sentence; None where they are one, or where there are none.

    Args:
        words: what was said, such as `tomorrow 25:99`.
        now: the time where the person is, with its zone.
    """
    found = _moment(words, now)
    return found if isinstance(found, str) else None


def _moment(words: str | None, now: datetime) -> Moment | str | None:
    said = " ".join((words or "").split())
    if not said or _NO_DAY.fullmatch(said):
        return None
    told = said if len(said) <= _MOST_TOLD else f"{said[: _MOST_TOLD - 1]}…"
    try:
        found = _span(said, now) or _named(named(said), now)
    except (NotUnderstood, OverflowError):
        return f"I could not read when the call is (“{told}”). Say it like this: tomorrow 10:00."
    begin = now if found.to_the_minute else datetime.combine(now, time.min, now.tzinfo)
    if _instant(found.at) < _instant(begin):
        return f"I took no time for the call: “{told}” has passed. Say when it is, like this: tomorrow 10:00."
    if found.at.date() - now.date() > _FARTHEST:
        return f"I took no time for the call: “{told}” is more than two years away."
    is_far = found.at.year != now.year or found.at.date() - now.date() > _NEAR
    return Moment(found.at, found.to_the_minute, is_far)


def _instant(at: datetime) -> datetime:
    """The same by the world's clock: two times in one zone are held against each other by the wall's alone."""
    return at.astimezone(UTC)


def _span(said: str, now: datetime) -> Moment | None:
    """A span of time from now; hours by the world's clock, days by the calendar."""
    if minutes := _IN_MINUTES.fullmatch(said):
        said = f"{minutes[1]} minutes"
    span = _SPAN.fullmatch(said)
    if span is None:
        return None
    plain = span[1].replace(",", ".")
    for pattern, instead in _PLAINER:
        plain = pattern.sub(instead, plain)
    is_exact = span["exact"] is not None
    found = _read(f"in {plain}", _instant(now) if is_exact else now)
    if found is None:
        raise NotUnderstood
    if is_exact:
        return Moment(found.replace(tzinfo=UTC).astimezone(now.tzinfo), to_the_minute=True)
    return _whole(found.date(), now)


def _read(plain: str, base: datetime) -> datetime | None:
    import dateparser

    settings: dict[str, Any] = {
        "RELATIVE_BASE": base.replace(tzinfo=None),
        "PREFER_DATES_FROM": "future",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    found: datetime | None = dateparser.parse(plain, languages=["en"], settings=settings)
    return found


def _named(said: Named, now: datetime) -> Moment:
    """The moment of a day and a time of day."""
    if said.has_passed:
        return Moment(now - timedelta(days=1), to_the_minute=True)
    today = now.date()
    day = _day(said, today)
    if said.clock is None and said.part is None:
        if day is None or said.zone is not None:
            raise NotUnderstood
        return _whole(day, now)
    if said.is_midnight and day is not None:
        if day != today:  # at its beginning, or at its end?
            raise NotUnderstood
        day += timedelta(days=1)
    found = _timed(said, day, now)
    is_on = said.clock is None and said.part and day == today and now.time() < _PARTS[said.part][1]
    if is_on and _is_over(found, now):  # this afternoon, in the afternoon
        return _whole(today, now)
    return Moment(found.astimezone(now.tzinfo), to_the_minute=True)


def _whole(day: date, now: datetime) -> Moment:
    return Moment(datetime.combine(day, time.min, now.tzinfo), to_the_minute=False)


def _is_over(at: datetime, now: datetime) -> bool:
    return _instant(at) < _instant(now)


def _timed(said: Named, day: date | None, now: datetime) -> datetime:
    """A time of day; the next one where no day was named, or one of the week."""
    clock = said.clock or _PARTS[said.part or Part.MORNING][0]
    zone = said.zone or now.tzinfo
    found = _on(day or now.astimezone(zone).date(), clock, zone, now)
    is_weekday = said.weekday is not None and said.date is None
    if not _is_over(found, now) or (day is not None and not is_weekday):
        return found
    return _on(found.date() + timedelta(days=1 if day is None else _WEEK), clock, zone, now)


def _on(day: date, clock: time, zone: tzinfo | None, now: datetime) -> datetime:
    """A time of a day; of one that comes twice as the clocks are set back, the next.

    Raises:
        NotUnderstood: there is no such time, as the clocks are set forward.
    """
    found = datetime.combine(day, clock, zone)
    if _instant(found).astimezone(zone).replace(tzinfo=None) != found.replace(tzinfo=None):
        raise NotUnderstood
    return found.replace(fold=1) if _is_over(found, now) else found


def _day(said: Named, today: date) -> date | None:
    """The day that was named; None where none was.

    Raises:
        NotUnderstood: there is no such day, or it could be several.
    """
    if said.date is not None:
        return _dated(said, *said.date, today)
    if said.weekday is not None and said.days is None:
        if said.in_next_week:
            return today + timedelta(days=_WEEK - today.weekday() + said.weekday)
        ahead = (said.weekday - today.weekday()) % _WEEK
        return today + timedelta(days=_WEEK if said.is_next and not ahead else ahead)
    if said.in_next_week or said.weekday not in (None, (today + timedelta(days=said.days or 0)).weekday()):
        raise NotUnderstood
    return None if said.days is None else today + timedelta(days=said.days)


def _dated(said: Named, year: int | None, month: int | None, number: int, today: date) -> date:
    """The day of a date; without a year, or a month, the next one. Named twice, both must be the same day."""
    if year is not None:
        days = [day for day in (_calendar(year, month or 1, number),) if day is not None]
    else:
        ahead = (today + timedelta(days=each) for each in range(_FARTHEST.days + 1))
        days = [day for day in ahead if day.day == number and month in (None, day.month)]
    if said.weekday is not None:
        if month is not None:
            days = days[:1]
        days = [day for day in days if day.weekday() == said.weekday]
    if said.days is not None:
        days = [day for day in days if day == today + timedelta(days=said.days)]
    if not days or said.in_next_week:
        raise NotUnderstood
    return days[0]


def _calendar(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
