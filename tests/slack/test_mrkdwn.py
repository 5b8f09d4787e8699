"""Mrkdwn: the words of others get into a text and out of it unharmed, and none of them pings anybody."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.mrkdwn import BLANK, bold, clipped, day, escape, flat, is_user, link, one_line, person, plain, words
from tests.slack.views.kit import HOSTILE, naughty, pings

ANY = st.text() | st.sampled_from(HOSTILE) | st.sampled_from(naughty())
MARKUP = st.lists(st.sampled_from(["<", ">", "&", "&amp;", "&lt;", "!", "|", "@U1", "a", " ", "*", "http://x.y"])).map(
    "".join
)


@given(ANY | MARKUP)
def test_escaped_text_holds_no_markup(text: str) -> None:
    """Whatever somebody wrote, Slack finds nothing in it to act upon."""
    assert not pings(escape(text))
    assert "<!" not in escape(text)


@given(ANY | MARKUP, st.sampled_from([None, "U9"]))
def test_what_is_escaped_comes_back_as_it_was(text: str, bot: str | None) -> None:
    """Reading what was escaped gives exactly what was written."""
    assert text == plain(escape(text), bot)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("does Smith &amp; Sons fit?", "does Smith & Sons fit?"),
        ("a &lt;b&gt; &amp;lt;", "a <b> &lt;"),
        ("<@U0BOT1> does Acme fit?", "does Acme fit?"),
        ("<@U0BOT1|fika> does Acme fit?", "does Acme fit?"),
        ("does Acme fit, <@U0BOT1>?", "does Acme fit, ?"),
        ("ask <@U0OTHER1>", "ask @U0OTHER1"),
        ("ask <@U0OTHER1|ann>", "ask @ann"),
        ("in <#C0DEALS1|deals>", "in #deals"),
        ("in <#C0DEALS1>", "in #C0DEALS1"),
        ("see <https://acme.example/a?b=1&amp;c=2>", "see https://acme.example/a?b=1&c=2"),
        ("see <https://acme.example|acme.example>", "see acme.example"),
        ("write <mailto:a@acme.example|a@acme.example>", "write a@acme.example"),
        ("write <mailto:a@acme.example>", "write a@acme.example"),
        ("<!channel> look", "@channel look"),
        ("<!subteam^S1|@sales> look", "@sales look"),
        ("<!subteam^S1> look", "@subteam look"),
        ("on <!date^1392734382^{date}|1 May>", "on 1 May"),
        ("a < b", "a < b"),
    ],
)
def test_a_message_is_read_as_it_was_typed(sent: str, said: str) -> None:
    """Mentions, channels, links and escapes become the words that a person saw while typing."""
    assert said == plain(sent, "U0BOT1")


@given(ANY | MARKUP, st.integers(2, 60))
def test_clipping_never_cuts_a_mark_in_two(text: str, limit: int) -> None:
    """Clipped text is short enough, and holds no half of an escape, a mention or a link."""
    shown = clipped(escape(text), limit)
    assert len(shown) <= limit
    assert not pings(shown)


@given(st.integers(2, 60))
def test_a_mention_or_a_link_is_kept_whole_or_left_out(limit: int) -> None:
    """Cutting drops the whole mark."""
    shown = clipped("see <https://acme.example|Acme> and <@U0OTHER22> &amp; others at the table", limit)
    assert not pings(shown)
    assert len(shown) <= limit


def test_short_text_is_not_clipped() -> None:
    """A text that fits stays as it is, and a cut is visible."""
    assert "abc" == clipped("abc", 3)
    assert "ab…" == clipped("abcd", 3)


@given(ANY, st.integers(2, 300))
def test_words_of_others_format_nothing(text: str, limit: int) -> None:
    """They stand on one line, in bold as well as plain, with nothing that opens bold, code or a strike."""
    shown = words(text, limit)
    assert shown
    assert not pings(bold(shown))
    assert not set("*`~\n\r") & set(shown)
    assert not re.search(r"(^|[^\w])_|_([^\w]|$)", shown)


@given(ANY, st.integers(2, 300))
def test_plain_fields_take_any_text(text: str, limit: int) -> None:
    """A field is never empty, never too long, and can be sent."""
    shown = flat(text, limit)
    assert 1 <= len(shown) <= max(limit, len(BLANK))
    assert shown.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("twelve hours of the sales admin", 28, "twelve hours of the sales…"),
        ("twelve hours of the sales admin", 26, "twelve hours of the sales…"),
        ("twelve hours of the sales admin", 31, "twelve hours of the sales admin"),
        ("see https://acme.example/a/very/long/address", 30, "see https://acme.example/a/ve…"),
        ("Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…"),
    ],
)
def test_a_text_is_cut_between_two_words(text: str, limit: int, shown: str) -> None:
    """A reader never finds half a word, unless it is longer than any."""
    assert shown == flat(text, limit)
    assert shown == words(text, limit)


def test_a_name_with_underscores_stays_itself() -> None:
    """Only an underscore at the edge of a word could make italics."""
    assert "snake_case_name" == words("snake_case_name")


def test_what_cannot_be_seen_is_left_out() -> None:
    """Characters that turn text around are gone, and what is blank says so."""
    assert "a b" == one_line("a\u202e\nb")
    assert BLANK == one_line(" \u202e ")
    assert "half a character" == one_line("half a\ud83d character")


@pytest.mark.parametrize(
    ("user", "shown"),
    [
        ("U0OTHER22", "<@U0OTHER22>"),
        ("W012A3CDE", "<@W012A3CDE>"),
        ("UMA", "UMA"),
        ("ann", "ann"),
        ("U1> <!channel", "U1&gt; &lt;!channel"),
        ("<!channel>", "&lt;!channel&gt;"),
    ],
)
def test_only_people_of_slack_are_mentioned(user: str, shown: str) -> None:
    """Anything that is no Slack user id is written out, escaped."""
    assert shown == person(user)


def test_ids_of_people_have_a_digit() -> None:
    """A person may be called UMA in the terminal."""
    assert is_user("U0A")
    assert not is_user("USA")
    assert not is_user("U0A\n")


@given(ANY, ANY)
def test_links_hold_whatever_they_are_called(url: str, label: str) -> None:
    """No address and no label breaks out of a link."""
    shown = link(f"https://x.example/{url}", label)
    assert not pings(shown)
    assert 1 >= shown.count("|")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://x.example", "//x.example", "https://", "http://[", "x"])
def test_only_web_addresses_are_linked(url: str) -> None:
    """Anything else is its label alone."""
    assert "Guide" == link(url, "Guide")


def test_a_link_is_written_as_slack_reads_it() -> None:
    """The address is escaped and the label stands behind a bar."""
    assert "<https://x.example/a?b=1&amp;c=2|A ¦ B>" == link("https://x.example/a?b=1&c=2", "A | B")
    assert "Long" == link("https://x.example/" + "é" * 1000, "Long")


def test_days_are_written_the_same_everywhere() -> None:
    """No locale changes a date."""
    assert "2026-11-22" == day(date(2026, 11, 22))
