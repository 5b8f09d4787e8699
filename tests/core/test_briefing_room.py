"""Room: what gives way where a briefing has to be short, and a text on one line."""

from dataclasses import fields
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.core.briefing_room import EVERYTHING, ROOMS, Room

CUTS = ("in_short", "cuts_answers")
SHORT = Room(in_short=True)


def test_each_step_tells_less() -> None:
    """The first tells everything; each step tells less of something and more of nothing."""
    assert EVERYTHING == ROOMS[0]
    for wide, narrow in pairwise(ROOMS):
        told = [each.name for each in fields(Room) if each.name not in CUTS]
        assert all(getattr(narrow, name) <= getattr(wide, name) for name in told)
        assert all(getattr(narrow, name) >= getattr(wide, name) for name in CUTS)
        assert wide != narrow


def test_what_never_goes() -> None:
    """What is known, an objection, an asset for each moment, and two things to avoid are always told."""
    last = ROOMS[-1]

    assert (2, 1, 1, 1, 2) == (last.known, last.cares, last.objections, last.assets, last.avoid)


@given(st.text(max_size=300), st.text(max_size=40))
def test_one_line(text: str, label: str) -> None:
    """A text that is cut stands on one line with its label, and begins as it was; where there is room it is whole."""
    words = " ".join(text.split())
    line = SHORT.line(text, label)

    assert words == EVERYTHING.line(text, label)
    assert len(line) + len(label) <= 95 or line == words
    assert line == words or (line.endswith("…") and words.startswith(line.rstrip("…")))


def test_a_cut_behind_a_word() -> None:
    """A text is cut behind a word, without a sign that ends nothing; where too little would be left it is whole."""
    assert f"{'word ' * 17}word…" == SHORT.line("word " * 18 + "wordy.")
    assert "It is so…" == SHORT.line("It is so, " + "x" * 90)
    assert "x" * 94 + "…" == SHORT.line("x" * 200)
    assert "word " * 10 + "end" == SHORT.line("word " * 10 + "end", "x" * 70)


def test_a_cut_behind_a_sentence() -> None:
    """Whole sentences are kept whole where they fill half of the line; a short one is no place to cut."""
    first, second = (
        "One person runs it between 50 and 200. Under 25 the owner does it.",
        "In between, nobody at all does.",
    )
    assert f"{first} …" == SHORT.line(f"{first} {second}")
    assert f"{first} …" == SHORT.line(f"{first} {second}", "Why")
    assert SHORT.line(f"No. {'word ' * 30}").endswith(" word…")
    assert [f"{'x' * 91}. …", f"{'x' * 92}…"] == [SHORT.line(f"{'x' * size}. {second}") for size in (91, 92)]
