"""Digest: what a week brought to the gap log: what is new, what was closed, and what is worth filling most.

A week is one of ISO 8601: it begins on Monday, and is named as 2026-W47.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.core.errors import FikaError
from bot.core.gap_worth import ValuedGap

MOST_VALUABLE = 5
"""Open gaps that a digest names at the most for what they are worth."""
_NAME = re.compile(r"(2\d{3})-?W(\d{1,2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Week:
    """A week."""

    monday: date

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week in which a day is."""
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def named(cls, name: str) -> "Week":
        """The week of that name.

        Raises:
            FikaError: there is no such week.
        """
        found = _NAME.fullmatch(name.strip())
        year, number = (int(part) for part in found.groups()) if found else (0, 0)
        try:
            return cls(date.fromisocalendar(year, number, 1))
        except ValueError:
            raise FikaError(f"{name!r} is no week; write one like 2026-W47.") from None

    @property
    def name(self) -> str:
        """Its name, such as 2026-W47."""
        year, number, _ = self.monday.isocalendar()
        return f"{year:04}-W{number:02}"

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    def holds(self, at: datetime, zone: tzinfo) -> bool:
        """Whether a moment is in it, by the clock of a zone."""
        begin = datetime.combine(self.monday, time(), zone)
        return begin <= at < datetime.combine(self.monday + timedelta(days=7), time(), zone)


@dataclass(frozen=True, slots=True)
class Digest:
    """What a week brought to the gap log."""

    pack: str
    """The pack's title."""
    week: Week
    new: tuple[ValuedGap, ...]
    """Logged in the week, whatever became of them, the most valuable first."""
    closed: tuple[ValuedGap, ...]
    """Closed in the week and still so, the latest first."""
    top: tuple[ValuedGap, ...]
    """The open gaps most worth filling."""
    open_count: int
    """All open gaps."""


def digest_of(pack: str, week: Week, gaps: Iterable[ValuedGap], zone: tzinfo) -> Digest:
    """What a week brought.

    Args:
        pack: the pack's title.
        week: the week.
        gaps: every gap with what it is worth.
        zone: by whose clock the week begins and ends.
    """
    ranked = sorted(gaps, key=lambda valued: valued.rank)
    still_open = [valued for valued in ranked if valued.gap.is_open]
    closed = [(each.gap.closed.at, each) for each in ranked if each.gap.closed and week.holds(each.gap.closed.at, zone)]
    return Digest(
        pack=pack,
        week=week,
        new=tuple(valued for valued in ranked if week.holds(valued.gap.at, zone)),
        closed=tuple(valued for _, valued in sorted(closed, key=lambda pair: pair[0], reverse=True)),
        top=tuple(still_open[:MOST_VALUABLE]),
        open_count=len(still_open),
    )
