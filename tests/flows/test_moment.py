"""Moments that people name: by their own clock, never in the past, and never a wrong one."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flows.moment import Moment, moment

NOW = datetime(2026, 11, 22, 17, 30, tzinfo=ZoneInfo("Europe/Berlin"))  # a Sunday


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("tomorrow 10:00", "2026-11-23 10:00"),
        ("tomorrow at 10", "2026-11-23 10:00"),
        ("10:00 tomorrow", "2026-11-23 10:00"),
        ("tmrw 9am", "2026-11-23 09:00"),
        ("monday at 10", "2026-11-23 10:00"),
        ("mon 8am", "2026-11-23 08:00"),
        ("on Thurs 9:30", "2026-11-26 09:30"),
        ("thursday 9", "2026-11-26 09:00"),
        ("wed 10:00", "2026-11-25 10:00"),
        ("friday afternoon", "2026-11-27 15:00"),
        ("3 May at 14:00", "2027-05-03 14:00"),
        ("at 19", "2026-11-22 19:00"),
        ("18:30", "2026-11-22 18:30"),
        ("9.30 uhr tomorrow", "2026-11-23 09:30"),
        ("in half an hour", "2026-11-22 18:00"),
        ("in an hour", "2026-11-22 18:30"),
        ("noon", "2026-11-23 12:00"),
    ],
)
def test_a_time_of_day(words: str, at: str) -> None:
    """A time is the next one by the person's own clock."""
    assert Moment(datetime.fromisoformat(at).replace(tzinfo=NOW.tzinfo), to_the_minute=True) == moment(words, NOW)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("tomorrow", "2026-11-23"),
        ("next tuesday", "2026-11-24"),
        ("the day after tomorrow", "2026-11-24"),
        ("2026-12-01", "2026-12-01"),
        ("may 3rd", "2027-05-03"),
        ("in 2 weeks", "2026-12-06"),
        ("today", "2026-11-22"),
    ],
)
def test_a_day(words: str, at: str) -> None:
    """Without a time of day the whole day is meant."""
    assert Moment(datetime.fromisoformat(at).replace(tzinfo=NOW.tzinfo), to_the_minute=False) == moment(words, NOW)


@pytest.mark.parametrize(
    "words", [None, "", "blah", "today at 3pm", "this afternoon", "2020-01-01", "end of day tomorrow or so"]
)
def test_none_that_can_be_told(words: str | None) -> None:
    """What has passed, and what nobody can read, is no moment."""
    late = NOW.replace(hour=18)
    assert moment(words, late) is None


def test_tomorrow_is_the_persons_own() -> None:
    """At the same instant tomorrow is another day in Kiritimati than in Los Angeles."""
    days = [
        moment("tomorrow", NOW.astimezone(ZoneInfo(zone))) for zone in ("Pacific/Kiritimati", "America/Los_Angeles")
    ]

    assert ["2026-11-24", "2026-11-23"] == [each.at.date().isoformat() for each in days if each]


def test_a_moment_in_words() -> None:
    """A moment is read back as people say it, with a time of day where one was named."""
    said = [moment(words, NOW) for words in ("tomorrow 9:05", "next tuesday")]

    assert ["Monday 23 November, 09:05", "Tuesday 24 November"] == [each.words for each in said if each]


@given(st.text(max_size=40))
def test_any_text(words: str) -> None:
    """Whatever is said, nothing breaks, and no moment lies in the past."""
    found = moment(words, NOW)

    assert found is None or found.at.date() >= NOW.date()
