"""Digest: which gaps a week is about."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import FikaError
from bot.core.gap import GapEvent, GapKind, Happened, Missing, closed, replayed
from bot.core.gap_digest import MOST_VALUABLE, Week, digest_of
from bot.core.gap_worth import ValuedGap, Worth
from tests.small import NOW, person

WEEK = Week(date(2026, 10, 26))
SUNDAY = NOW
"""The last day of that week."""


def valued(number: int, at: datetime, *events: GapEvent, worth: int = 0) -> ValuedGap:
    """A gap logged at that time, with what happened to it."""
    logged = GapEvent(happened=Happened.LOGGED, source=person(), at=at)
    return ValuedGap(replayed(number, Missing(kind=GapKind.PRODUCT, what="x"), [logged, *events]), Worth(worth))


def ids(gaps: tuple[ValuedGap, ...]) -> list[int]:
    """Their numbers."""
    return [each.gap.id for each in gaps]


@given(st.dates(date(2000, 1, 3), date(2999, 12, 31)))
def test_a_week_is_named_and_found_by_its_name(day: date) -> None:
    """Whatever the day, its week begins on the Monday before it, and its name leads back to it."""
    week = Week.of(day)

    assert week.monday <= day <= week.sunday
    assert 0 == week.monday.weekday()
    assert week == Week.named(week.name) == Week.named(f" {week.name.lower()} ")


@pytest.mark.parametrize(
    ("name", "monday"),
    [("2026-W01", date(2025, 12, 29)), ("2026W53", date(2026, 12, 28)), ("2027-w1", date(2027, 1, 4))],
)
def test_weeks_around_new_year(name: str, monday: date) -> None:
    """They belong to the year in which most of their days are."""
    assert monday == Week.named(name).monday


@pytest.mark.parametrize("name", ["", "2026", "2025-W53", "2026-W00", "2026-W54", "9999-W52", "0001-W01", "next"])
def test_what_is_no_week(name: str) -> None:
    """A sentence shows how to write one."""
    with pytest.raises(FikaError, match="is no week; write one like 2026-W47"):
        Week.named(name)


def test_a_week_begins_and_ends_at_midnight_where_people_are() -> None:
    """Half past eleven on Sunday evening in UTC is Monday in Berlin."""
    at, berlin = datetime(2026, 11, 1, 23, 30, tzinfo=UTC), timezone(timedelta(hours=1))

    assert [True, False] == [WEEK.holds(at, zone) for zone in (UTC, berlin)]
    assert [False, True] == [Week.of(date(2026, 11, 2)).holds(at, zone) for zone in (UTC, berlin)]


def test_midnight_begins_a_week() -> None:
    """The first moment of Monday is in the week, the first moment of the next Monday is in the next."""
    first = datetime(2026, 10, 26, tzinfo=UTC)

    assert [True, False] == [WEEK.holds(at, UTC) for at in (first, first + timedelta(7))]
    assert [False, True] == [WEEK.holds(at - timedelta(seconds=1), UTC) for at in (first, first + timedelta(7))]


def test_what_a_week_brought() -> None:
    """New ones by worth, whatever became of them; closed ones, the latest first; and what is most worth filling."""
    before, after = SUNDAY - timedelta(days=7), SUNDAY + timedelta(days=1)
    gaps = [
        valued(1, before),
        valued(2, SUNDAY, worth=2),
        valued(3, SUNDAY, closed("a", person(), SUNDAY), worth=9),
        valued(4, before, closed("b", person(), SUNDAY + timedelta(hours=1))),
        valued(5, before, closed("c", person(), before)),
        valued(6, after, worth=5),
        valued(7, before, closed("d", person(), after)),
    ]
    digest = digest_of("Small", WEEK, gaps, UTC)

    assert ([3, 2], [4, 3], [6, 2, 1], 3) == (
        ids(digest.new),
        ids(digest.closed),
        ids(digest.top),
        digest.open_count,
    )


def test_only_so_many_are_most_valuable() -> None:
    """All of them are counted."""
    digest = digest_of("Small", WEEK, [valued(number, SUNDAY) for number in range(1, 9)], UTC)

    assert (list(range(1, MOST_VALUABLE + 1)), 8) == (ids(digest.top), digest.open_count)
