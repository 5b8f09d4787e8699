"""Moments that people name: by their own clock, never in the past, and never a wrong one."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.setting import moment_in
from bot.flows.moment import Moment, moment, unread_moment

NOW = datetime(2026, 11, 22, 17, 30, tzinfo=ZoneInfo("Europe/Berlin"))  # a Sunday
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "UTC")
TIMES = [
    ("tomorrow 10:00", "2026-11-23 10:00"),
    ("tomorrow at 10", "2026-11-23 10:00"),
    ("10:00 tomorrow", "2026-11-23 10:00"),
    ("tmrw 9am", "2026-11-23 09:00"),
    ("tmrw 10", "2026-11-23 10:00"),
    ("tmr 3pm", "2026-11-23 15:00"),
    ("tmw 9", "2026-11-23 09:00"),
    ("2morrow @ 4", "2026-11-23 16:00"),
    ("tomorrow 1400", "2026-11-23 14:00"),
    ("tomorrow at 3", "2026-11-23 15:00"),
    ("tomorrow at 6", "2026-11-23 18:00"),
    ("tomorrow at 7", "2026-11-23 07:00"),
    ("tomorrow 3:30", "2026-11-23 15:30"),
    ("tomorrow 03:30", "2026-11-23 03:30"),
    ("tomorrow 3am", "2026-11-23 03:00"),
    ("tomorrow morning at 6", "2026-11-23 06:00"),
    ("tomorrow evening at 8", "2026-11-23 20:00"),
    ("tomorrow noon", "2026-11-23 12:00"),
    ("tomorrow lunchtime", "2026-11-23 12:00"),
    ("tomorrow night", "2026-11-23 20:00"),
    ("tomorrow eod", "2026-11-23 17:00"),
    ("eod tomorrow", "2026-11-23 17:00"),
    ("the day after tomorrow 11", "2026-11-24 11:00"),
    ("monday at 10", "2026-11-23 10:00"),
    ("mon 9:30", "2026-11-23 09:30"),
    ("mon 8am", "2026-11-23 08:00"),
    ("monday next week 10", "2026-11-23 10:00"),
    ("next tue 3", "2026-11-24 15:00"),
    ("next tuesday 3 p.m.", "2026-11-24 15:00"),
    ("tues at noon", "2026-11-24 12:00"),
    ("tuesday lunch", "2026-11-24 12:00"),
    ("on Thurs 9:30", "2026-11-26 09:30"),
    ("thursday 9", "2026-11-26 09:00"),
    ("thurs 4:30pm", "2026-11-26 16:30"),
    ("wed 10:00", "2026-11-25 10:00"),
    ("friday afternoon", "2026-11-27 15:00"),
    ("eow", "2026-11-27 17:00"),
    ("end of the week", "2026-11-27 17:00"),
    ("friday the 13th 2pm", "2027-08-13 14:00"),
    ("friday 13 at 2", "2027-08-13 14:00"),
    ("Tuesday, 24 November, 10:00", "2026-11-24 10:00"),
    ("tuesday the 24th of november 2026 10:00", "2026-11-24 10:00"),
    ("sunday 10:00", "2026-11-29 10:00"),
    ("sunday 18:00", "2026-11-22 18:00"),
    ("24.11. 14:00", "2026-11-24 14:00"),
    ("24.11 14:00", "2026-11-24 14:00"),
    ("24.11.2026 14:00", "2026-11-24 14:00"),
    ("Nov 24 at 2", "2026-11-24 14:00"),
    ("nov 24 2pm", "2026-11-24 14:00"),
    ("24/11 10:00", "2026-11-24 10:00"),
    ("11/24 10:00", "2026-11-24 10:00"),
    ("5/5 10:00", "2027-05-05 10:00"),
    ("on the 24th at 2pm", "2026-11-24 14:00"),
    ("dec 1 @ 4", "2026-12-01 16:00"),
    ("3 May at 14:00", "2027-05-03 14:00"),
    ("May 3rd 2027 2pm", "2027-05-03 14:00"),
    ("29 feb 10:00", "2028-02-29 10:00"),
    ("2026-11-24T10:00", "2026-11-24 10:00"),
    ("2026-11-24 03:00", "2026-11-24 03:00"),
    ("at 19", "2026-11-22 19:00"),
    ("18:30", "2026-11-22 18:30"),
    ("14h", "2026-11-23 14:00"),
    ("14h30", "2026-11-23 14:30"),
    ("10 in the morning", "2026-11-23 10:00"),
    ("half past 3", "2026-11-23 15:30"),
    ("quarter to 1", "2026-11-23 12:45"),
    ("quarter to 0", "2026-11-22 23:45"),
    ("quarter past 9am tomorrow", "2026-11-23 09:15"),
    ("9.30 uhr tomorrow", "2026-11-23 09:30"),
    ("10 o'clock", "2026-11-23 10:00"),
    ("noon", "2026-11-23 12:00"),
    ("midnight", "2026-11-23 00:00"),
    ("today midnight", "2026-11-23 00:00"),
    ("12am", "2026-11-23 00:00"),
    ("tonight", "2026-11-22 20:00"),
    ("tonight at 9", "2026-11-22 21:00"),
    ("this evening", "2026-11-22 18:00"),
    ("later today at 6", "2026-11-22 18:00"),
    ("in 20 min", "2026-11-22 17:50"),
    ("in 20", "2026-11-22 17:50"),
    ("in 2h", "2026-11-22 19:30"),
    ("in 2h 30min", "2026-11-22 20:00"),
    ("in 1.5 hours", "2026-11-22 19:00"),
    ("in half an hour", "2026-11-22 18:00"),
    ("in an hour", "2026-11-22 18:30"),
    ("within an hour", "2026-11-22 18:30"),
    ("in a couple of hours", "2026-11-22 19:30"),
    ("in a few hours", "2026-11-22 20:30"),
    ("in fifteen minutes", "2026-11-22 17:45"),
    ("10am ET", "2026-11-23 16:00"),
    ("10:00 PST", "2026-11-22 19:00"),
    ("tomorrow 10:00 UTC", "2026-11-23 11:00"),
    ("tomorrow 10:00 utc+5:30", "2026-11-23 05:30"),
    ("tomorrow 10:00 GMT-3", "2026-11-23 14:00"),
    ("tomorrow 10:00z", "2026-11-23 11:00"),
    ("tomorrow 9am New York time", "2026-11-23 15:00"),
    ("14:00 london time", "2026-11-23 15:00"),
    ("tuesday 3 pm cet", "2026-11-24 15:00"),
    ("tomorrow 10:00 my time", "2026-11-23 10:00"),
]
DAYS = [
    ("tomorrow", "2026-11-23"),
    ("next tuesday", "2026-11-24"),
    ("next sunday", "2026-11-29"),
    ("on wednesday", "2026-11-25"),
    ("the day after tomorrow", "2026-11-24"),
    ("2026-12-01", "2026-12-01"),
    ("24/11", "2026-11-24"),
    ("24.11.", "2026-11-24"),
    ("20.11.", "2027-11-20"),
    ("may 3rd", "2027-05-03"),
    ("friday the 13th", "2027-08-13"),
    ("in 2 weeks", "2026-12-06"),
    ("in a week", "2026-11-29"),
    ("this afternoon", "2026-11-22"),
    ("today", "2026-11-22"),
]


@pytest.mark.parametrize(("words", "at"), TIMES)
def test_a_time_of_day(words: str, at: str) -> None:
    """A time is the next one by the person's own clock."""
    assert Moment(datetime.fromisoformat(at).replace(tzinfo=NOW.tzinfo), to_the_minute=True) == moment(words, NOW)
    assert unread_moment(words, NOW) is None


@pytest.mark.parametrize(("words", "at"), DAYS)
def test_a_day(words: str, at: str) -> None:
    """Without a time of day the whole day is meant."""
    assert Moment(datetime.fromisoformat(at).replace(tzinfo=NOW.tzinfo), to_the_minute=False) == moment(words, NOW)


@pytest.mark.parametrize("words", [words for words, _ in (*TIMES, *DAYS)])
def test_in_a_message(words: str) -> None:
    """However a time is written in a message, the same moment is found there."""
    said = moment_in(f"brief me on Acme {words}")

    assert moment(words, NOW) == moment(said, NOW)


@pytest.mark.parametrize(
    ("now", "words", "at"),
    [
        ("2027-03-27 20:00 Europe/Berlin", "tomorrow 10:00", "2027-03-28T10:00+02:00"),
        ("2027-03-27 20:00 Europe/Berlin", "in 12 hours", "2027-03-28T09:00+02:00"),
        ("2027-03-27 20:00 Europe/Berlin", "in 1 day", "2027-03-28T00:00+01:00"),
        ("2026-10-24 20:00 Europe/Berlin", "in 12 hours", "2026-10-25T07:00+01:00"),
        ("2026-10-24 20:00 Europe/Berlin", "02:30", "2026-10-25T02:30+02:00"),
        ("2026-03-20 09:00 Europe/Berlin", "10am ET", "2026-03-20T15:00+01:00"),
        ("2026-07-01 09:00 Europe/Berlin", "10am EST", "2026-07-01T16:00+02:00"),
        ("2026-11-22 20:00 America/Los_Angeles", "tomorrow 9:00 london time", "2026-11-23T01:00-08:00"),
        ("2026-12-31 23:50 America/New_York", "in 20 min", "2027-01-01T00:10-05:00"),
        ("2026-11-23 09:00 Asia/Kolkata", "monday 10", "2026-11-23T10:00+05:30"),
        ("2026-11-23 11:00 Asia/Kolkata", "monday 10", "2026-11-30T10:00+05:30"),
        ("2026-11-23 09:00 Asia/Kolkata", "eod", "2026-11-23T17:00+05:30"),
        ("2026-11-23 09:00 Asia/Kolkata", "friday next week 10", "2026-12-04T10:00+05:30"),
    ],
)
def test_by_other_clocks(now: str, words: str, at: str) -> None:
    """On other days, in other zones, and while the clocks are set."""
    day, hour, zone = now.split()
    found = moment(words, datetime.fromisoformat(f"{day} {hour}").replace(tzinfo=ZoneInfo(zone)))

    assert found is not None
    assert datetime.fromisoformat(at).isoformat() == found.at.isoformat()


def test_a_time_that_comes_twice() -> None:
    """As the clocks are set back, the second one is meant once the first is over."""
    now = datetime(2026, 10, 25, 2, 45, tzinfo=ZoneInfo("Europe/Berlin"))
    found = moment("today 02:30", now)

    assert found is not None
    assert datetime(2026, 10, 25, 1, 30, tzinfo=UTC) == found.at.astimezone(UTC)


UNREAD = [
    "blah", "25:99", "tomorrow 25:99", "24:00", "13pm", "0am", "2026-02-30", "30.2.", "31/4/2027", "3/4", "3/4 10:00",
    "10:00 IST", "tomorrow 10:00 their time", "tomorrow utc", "10:00 utc+15", "next week", "tomorrow next week",
    "monday tomorrow at 25", "tuesday tomorrow", "Wednesday 24 November", "today 2026-12-01", "24 november next week",
    "tomorrow 10-11", "tomorrow 10 or 11", "tomorrow midnight", "in 3", "in half a day", "3", "12345",
    "end of day tomorrow or so",
]  # fmt: skip


@pytest.mark.parametrize("words", UNREAD)
def test_what_nobody_can_read(words: str) -> None:
    """No such time, or two that it could be: it is no moment, and that is told in its own words."""
    assert moment(words, NOW) is None
    assert f"(“{words}”)" in str(unread_moment(words, NOW))


def test_a_time_that_the_clocks_leave_out() -> None:
    """As the clocks are set forward, there is no half past two."""
    now = datetime(2027, 3, 27, 20, tzinfo=ZoneInfo("Europe/Berlin"))

    assert moment("tomorrow 02:30", now) is None


@pytest.mark.parametrize(
    "words",
    [
        "yesterday 10:00", "10:00 yesterday", "last friday 3pm", "2 hours ago", "today at 3pm", "this afternoon",
        "this morning", "this afternoon at 3", "eod", "2020-01-01", "22.11.2026 10:00", "today 10:00 utc",
    ],
)  # fmt: skip
def test_what_has_passed(words: str) -> None:
    """What has passed is no call to come, and that is told."""
    late = NOW.replace(hour=18)

    assert moment(words, late) is None
    assert f"“{words}” has passed" in str(unread_moment(words, late))


@pytest.mark.parametrize("words", ["9999-12-30", "31.12.9999 12:00", "in 999 weeks", "24.11.2028", "2029-01-01 10:00"])
def test_what_is_too_far_away(words: str) -> None:
    """Nothing beyond two years is a call, and that is told."""
    assert moment(words, NOW) is None
    assert f"“{words}” is more than two years away" in str(unread_moment(words, NOW))


@pytest.mark.parametrize("words", [None, "", "  ", "this week", "later this month"])
def test_nothing_said(words: str | None) -> None:
    """Where no time was named, there is nothing to tell."""
    assert moment(words, NOW) is None
    assert unread_moment(words, NOW) is None


def test_long_words_are_shortened() -> None:
    """What is told of words that are no time stays short."""
    assert f"(“{'x' * 39}…”)" in str(unread_moment("x" * 500, NOW))


def test_tomorrow_is_the_persons_own() -> None:
    """At the same instant tomorrow is another day in Kiritimati than in Los Angeles."""
    days = [
        moment("tomorrow", NOW.astimezone(ZoneInfo(zone))) for zone in ("Pacific/Kiritimati", "America/Los_Angeles")
    ]

    assert ["2026-11-24", "2026-11-23"] == [each.at.date().isoformat() for each in days if each]


@pytest.mark.parametrize(
    ("now", "words", "told"),
    [
        (NOW, "tomorrow 9:05", "Monday 23 November, 09:05"),
        (NOW, "next tuesday", "Tuesday 24 November"),
        (NOW, "1 jan 9:05", "Friday 1 January 2027, 09:05"),
        (NOW.replace(month=1), "20 dec", "Sunday 20 December"),
        (NOW.replace(month=1, day=2), "20 dec", "Sunday 20 December 2026"),
    ],
)
def test_a_moment_in_words(now: datetime, words: str, told: str) -> None:
    """A moment is read back as people say it; with its year where it is another one, or far away."""
    found = moment(words, now)

    assert found is not None
    assert told == found.words


@given(
    st.one_of(
        st.text(max_size=40),
        st.from_regex(r"\A(?:[a-z0-9:./@+-]{1,9} ){0,2}(?:[0-9]{1,4}[:./h -]?[0-9]{0,4} ?(?:am|pm|utc|et)?)\Z"),
        st.lists(st.sampled_from([word for words, _ in (*TIMES, *DAYS) for word in words.split()]), max_size=5).map(
            " ".join
        ),
    ),
    st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1)),
    st.sampled_from(ZONES),
)
def test_any_text(words: str, then: datetime, zone: str) -> None:
    """Whatever is said, nothing breaks, and no moment lies in the past or beyond two years."""
    now = then.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    found = moment(words, now)

    if found is None:
        assert words.split() in ([], ["this", "week"], ["this", "month"]) or unread_moment(words, now) is not None
        return
    assert found.at.date() >= now.date()
    assert not found.to_the_minute or found.at.astimezone(UTC) >= now.astimezone(UTC)
    assert found.at.date() - now.date() <= timedelta(days=731)


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1)),
    st.integers(min_value=1, max_value=2 * 365 * 24 * 60),
    st.sampled_from(ZONES),
)
def test_the_words_name_the_same_instant(then: datetime, minutes: int, zone: str) -> None:
    """The words of a moment are read as that moment; but for the hour that comes twice, in which they are two."""
    now = then.replace(second=0, microsecond=0, tzinfo=UTC).astimezone(ZoneInfo(zone))
    at = (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)
    found = moment(f"{at:%Y-%m-%d %H:%M}", now)

    assert found is not None
    assert at.replace(fold=0, tzinfo=None) == found.at.replace(fold=0, tzinfo=None)
    assert found == moment(found.words, now)
